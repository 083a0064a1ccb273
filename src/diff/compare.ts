/** Every field in which two graphs differ, by a given pairing of their elements. */
import type { Collection } from '../ir/elements.js'
import type { Kind } from '../ir/kinds.js'
import { differentLeaves, leafAt } from '../ir/leaves.js'
import { inverse } from '../ir/lists.js'
import {
  type Edge,
  type End,
  edgeFields,
  type Graph,
  type Group,
  graphFields,
  groupFields,
  loopFields,
  type Node,
  nodeFields,
} from '../ir/model.js'
import { longestIncreasing } from '../ir/order.js'
import { type NameOf, renamed } from '../ir/references.js'
import { fieldOf, isEnd } from './field.js'
import type { Matched } from './match.js'

/** What names an element in its graph: its id, or its place in a list. */
export type Key = string | number

/** One difference, in the keys of the two graphs. */
export interface Found {
  readonly of: Collection | 'graph'
  readonly old?: Key
  readonly now?: Key
  /** Left out where the element came or went. */
  readonly field?: string
  readonly before?: unknown
  readonly after?: unknown
}

const nameOfEnd = ({ id, port }: End): string => (port === undefined ? id : `${id}:${port}`)

/** A label by its words, where those differ; what else it says, otherwise. */
function valueAt(element: unknown, field: readonly string[], sameWords: boolean): unknown {
  const value = leafAt(element, field)
  if (isEnd(field)) return nameOfEnd(value as End)
  if (field.at(-1) !== 'label') return value
  return sameWords ? leafAt(value, ['rich']) : leafAt(value, ['text'])
}

function* inElement(
  kind: Kind,
  about: Pick<Found, 'of' | 'old' | 'now'>,
  was: unknown,
  now: unknown,
  original: unknown,
): Generator<Found> {
  const seen = new Set<string>()
  for (const { path } of differentLeaves(kind, was, now)) {
    const field = fieldOf(path)
    const name = field.join('.')
    if (seen.has(name)) continue
    seen.add(name)
    const isLabel = field.at(-1) === 'label'
    const sameWords = isLabel && leafAt(was, [...field, 'text']) === leafAt(now, [...field, 'text'])
    const [before, after] = [original, now].map(each => valueAt(each, field, sameWords))
    yield { ...about, field: sameWords ? `${name}.rich` : name, before, after }
  }
}

/** An element that a reference leads to and that is gone; no id is called so. */
const GONE = '\u0000gone'

/**
 * @param before a graph
 * @param after another
 * @param matched which element is which
 * @returns every difference: the diagram's own fields, groups, nodes, edges, loops. Their order counts only among lanes.
 */
export function* compared(before: Graph, after: Graph, matched: Matched): Generator<Found> {
  const nameOf: NameOf = (of, id) => matched[of].get(id) ?? GONE + id
  yield* inElement(graphFields, { of: 'graph' }, before, after, before)
  yield* inTables<Group>('groups', groupFields, before.groups, after.groups, matched.groups, group =>
    renamed.groups(group, nameOf),
  )
  yield* laneOrder(before, after, matched)
  yield* inTables<Node>('nodes', nodeFields, before.nodes, after.nodes, matched.nodes, node =>
    renamed.nodes(node, nameOf),
  )
  yield* inLists('edges', edgeFields, before.edges, after.edges, matched.edges, edge => ends(edge, nameOf))
  yield* inLists('loops', loopFields, before.loops, after.loops, matched.loops, loop => ({
    ...renamed.loops(loop, nameOf),
    nodes: loop.nodes.map(id => nameOf('nodes', id) ?? ''),
  }))
}

function ends(edge: Edge, nameOf: NameOf): Edge {
  const end = (at: End): End => ({ ...at, id: nameOf(at.kind === 'node' ? 'nodes' : 'groups', at.id) ?? '' })
  return { ...edge, from: end(edge.from), to: end(edge.to) }
}

function* inTables<T>(
  of: 'nodes' | 'groups',
  kind: Kind,
  before: ReadonlyMap<string, T>,
  after: ReadonlyMap<string, T>,
  pairs: ReadonlyMap<string, string>,
  inNewNames: (element: T) => T,
): Generator<Found> {
  for (const [old, element] of before) {
    const now = pairs.get(old)
    if (now === undefined) yield { of, old, before: element }
    else yield* inElement(kind, { of, old, now }, inNewNames(element), after.get(now), element)
  }
  const taken = new Set(pairs.values())
  for (const [now, element] of after) if (!taken.has(now)) yield { of, now, after: element }
}

function* inLists<T>(
  of: 'edges' | 'loops',
  kind: Kind,
  before: readonly T[],
  after: readonly T[],
  pairs: ReadonlyMap<number, number>,
  inNewNames: (element: T) => T,
): Generator<Found> {
  for (const [old, element] of before.entries()) {
    const now = pairs.get(old)
    if (now === undefined) yield { of, old, before: element }
    else yield* inElement(kind, { of, old, now }, inNewNames(element), after[now], element)
  }
  const taken = new Set(pairs.values())
  for (const [now, element] of after.entries()) if (!taken.has(now)) yield { of, now, after: element }
}

/** Lanes are read from the first to the last, so that one elsewhere among the others is seen; of all else order says nothing. */
function* laneOrder(before: Graph, after: Graph, { groups }: Matched): Generator<Found> {
  const places = new Map([...before.groups.keys()].map((id, place) => [id, place]))
  const old = inverse(groups)
  const isLane = (group: Group | undefined) => group?.kind === 'lane' && group.parent === undefined
  const lanes = [...after.groups.values()].filter(
    group => isLane(group) && isLane(before.groups.get(old.get(group.id) ?? '')),
  )
  const kept = longestIncreasing(lanes.map(({ id }) => places.get(old.get(id)!)!))
  for (const [place, { id }] of lanes.entries()) {
    if (kept.has(place)) continue
    yield { of: 'groups', old: old.get(id)!, now: id, field: 'order', after: lanes[place - 1]?.id }
  }
}
