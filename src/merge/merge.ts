/** Three versions of a diagram as one: what each side changed since they parted. */
import type { Kind } from '../ir/kinds.js'
import {
  type Edge,
  edgeFields,
  type Graph,
  type Group,
  graphFields,
  groupFields,
  type Loop,
  loopFields,
  type Node,
  nodeFields,
} from '../ir/model.js'
import { inserted } from '../ir/order.js'
import { standingIn } from '../ir/references.js'
import { refusalsOf } from '../lower/refuse.js'
import type { Message } from '../messages/message.js'
import { named, whole } from '../put/names.js'
import { type Conflict, contestedConflict, described, ELEMENT, idConflicts, type Of } from './conflict.js'
import { mergedFields } from './fields.js'
import { conflictMessage } from './messages.js'
import {
  contestedIn,
  type Retained,
  retainedIn,
  type Version,
  type Versions,
  withoutWeak,
} from './retained.js'
import { sound, standing } from './standing.js'
import { namesOf, type Triple, triplesOf } from './triples.js'

export interface Merged {
  /** Both edits together; where they contradict each other, ours. */
  readonly graph: Graph
  /** One for each field that both sides changed to something else, and for each element that one removed and the other changed or needs. */
  readonly conflicts: readonly Conflict[]
}

export interface MergeResult extends Merged {
  readonly messages: readonly Message[]
}

/** As `mergeGraphs`, with a message for each conflict. Of a graph that is not sound nothing is merged. */
export function mergeWithMessages(base: Graph, ours: Graph, theirs: Graph): MergeResult {
  const flaws = [base, ours, theirs].flatMap(refusalsOf)
  if (flaws.length > 0) return { graph: ours, conflicts: [], messages: flaws }
  const merged = mergeGraphs(base, ours, theirs)
  return { ...merged, messages: merged.conflicts.map(conflictMessage) }
}

/**
 * Merges what two sides made of a graph.
 * @param base the graph from which both come
 */
export function mergeGraphs(base: Graph, ours: Graph, theirs: Graph): Merged {
  const triples = triplesOf(base, ours, theirs)
  const nodeNames = namesOf(triples.nodes, triples.numbered)
  const groupNames = namesOf(triples.groups, false)
  const versionOf = (side: keyof Versions, graph: Graph): Version => {
    const renamed = named(graph, { nodes: nodeNames[side], groups: groupNames[side] })
    return {
      graph: renamed.graph,
      edges: atPlaces(triples.edges, side, renamed.edges),
      loops: atPlaces(triples.loops, side, renamed.loops),
    }
  }
  const versions: Versions = {
    base: versionOf('base', base),
    ours: versionOf('ours', ours),
    theirs: versionOf('theirs', theirs),
  }
  const contested = contestedIn(versions)
  const kept = retainedIn(versions, contested)
  const conflicts = [
    ...idConflicts('node', nodeNames, ours.nodes),
    ...idConflicts('group', groupNames, ours.groups),
    ...contested.map(each => contestedConflict(each, versions)),
  ]
  const merge = merger(versions, conflicts)
  const { element: fields, conflicts: own } = mergedFields(
    graphFields as Kind,
    versions.base.graph,
    versions.ours.graph,
    versions.theirs.graph,
  )
  for (const conflict of own)
    conflicts.unshift({ element: 'diagram', of: { label: ours.title ?? '' }, ...conflict })
  const groups = tableOf<Group>(merge, 'groups', groupFields as Kind, versions, kept)
  const nodes = tableOf<Node>(merge, 'nodes', nodeFields as Kind, versions, kept)
  const graph: Graph = {
    ...fields,
    groups: sound(groups, versions, conflicts),
    nodes: new Map(
      [...nodes].map(([id, node]) => [
        id,
        standing('group', node, groups, versions, versions.ours.graph.nodes.get(id)),
      ]),
    ),
    edges: listOf<Edge>(merge, 'edges', edgeFields as Kind, versions, kept),
    loops: listOf<Loop>(merge, 'loops', loopFields as Kind, versions, kept).map(loop =>
      standing('group', loop, groups, versions, undefined),
    ),
  }
  return { graph: whole(graph), conflicts }
}

/** Elements of a list under the places of their triples. */
function atPlaces<T>(
  triples: readonly Triple<number>[],
  side: keyof Versions,
  list: readonly (T | undefined)[],
): Map<number, T> {
  const table = new Map<number, T>()
  for (const [place, triple] of triples.entries()) {
    const own = triple[side]
    const element = own === undefined ? undefined : list[own]
    if (element !== undefined) table.set(place, element)
  }
  // In the order of the side's own list.
  const order = new Map(triples.map((triple, place) => [place, triple[side] ?? 0]))
  return new Map([...table].sort(([a], [b]) => order.get(a)! - order.get(b)!))
}

type Merge = <T>(
  of: Of,
  key: string | number,
  kind: Kind,
  element: Readonly<Record<keyof Versions, T | undefined>>,
) => T

/** Merges one element, and says where the two sides contradict each other. */
function merger(versions: Versions, conflicts: Conflict[]): Merge {
  return (of, key, kind, { base, ours, theirs }) => {
    if (ours === undefined || theirs === undefined) return (ours ?? theirs)!
    const strong = (side: keyof Versions, element: typeof ours) =>
      withoutWeak(versions.base, versions[side], base, element)
    const [mine, other] = [strong('ours', ours), strong('theirs', theirs)]
    const found = mergedFields(kind, base, mine as typeof ours, other as typeof ours)
    for (const conflict of found.conflicts)
      conflicts.push({ element: ELEMENT[of], of: described(ours, key), ...conflict })
    return backIn(base, found.element, ours, theirs) as typeof ours
  }
}

/** What stands elsewhere only because a side took its group away, stands there. */
function backIn<T>(base: T | undefined, element: T, ours: T, theirs: T): T {
  let result = element
  for (const field of ['group', 'parent'] as const) {
    const [was, is, mine, other] = [base, element, ours, theirs].map(
      each => (each as Record<string, unknown> | undefined)?.[field],
    )
    if (was === undefined || is !== was) continue
    const moved = mine !== was ? mine : other
    if (moved !== was)
      result = standingIn(field, result as { [field]?: string }, moved as string | undefined) as T
  }
  return result
}

function tableOf<T extends { readonly id: string }>(
  merge: Merge,
  of: 'nodes' | 'groups',
  kind: Kind,
  versions: Versions,
  kept: Retained,
): Map<string, T> {
  const tables = versionsOf(versions, version => version.graph[of] as unknown as ReadonlyMap<string, T>)
  const keys = orderOf(tables, kept[of])
  return new Map(
    keys.map(id => [
      id,
      merge<T>(
        of,
        id,
        kind,
        versionsOf(tables, table => table.get(id)),
      ),
    ]),
  )
}

function listOf<T>(merge: Merge, of: 'edges' | 'loops', kind: Kind, versions: Versions, kept: Retained): T[] {
  const tables = versionsOf(versions, version => version[of] as unknown as ReadonlyMap<number, T>)
  return orderOf(tables, kept[of]).map(place =>
    merge<T>(
      of,
      place,
      kind,
      versionsOf(tables, table => table.get(place)),
    ),
  )
}

const versionsOf = <A, B>(from: Readonly<Record<keyof Versions, A>>, make: (version: A) => B) => ({
  base: make(from.base),
  ours: make(from.ours),
  theirs: make(from.theirs),
})

/** What there is in the end, in the order of the side that changed the order; ours, where both did. */
function orderOf<K extends string | number>(
  { base, ours, theirs }: Readonly<Record<keyof Versions, ReadonlyMap<K, unknown>>>,
  kept: ReadonlySet<K>,
): K[] {
  const stays = (key: K): boolean =>
    base.has(key) ? ours.has(key) && (theirs.has(key) || kept.has(key)) : ours.has(key) || theirs.has(key)
  const inAll = (table: ReadonlyMap<K, unknown>) =>
    [...table.keys()].filter(key => base.has(key) && ours.has(key) && theirs.has(key))
  const same = (a: readonly K[], b: readonly K[]) => a.every((key, i) => key === b[i])
  const was = inAll(base)
  const fromTheirs = same(inAll(ours), was) && !same(inAll(theirs), was)
  const [first, second] = fromTheirs ? [theirs, ours] : [ours, theirs]
  const there = [...first.keys()].filter(stays)
  const known = new Set(there)
  const fresh = [...second.keys()].filter(key => stays(key) && !known.has(key))
  // `inserted` knows names only, and places are none.
  const byName = new Map([...there, ...fresh].map(key => [String(key), key]))
  const order = inserted(there.map(String), [...second.keys()].map(String), new Set(fresh.map(String)))
  return order.map(name => byName.get(name)!)
}
