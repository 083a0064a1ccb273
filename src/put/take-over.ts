/**
 * An edit that was made to a diagram in another format, taken over into the graph that it came from: what differs between
 * that graph lowered to the other format and what the other file says now. Everything else of the graph stays, also what
 * the other format could not hold.
 */
import type { Matched } from '../diff/match.js'
import type { Kind } from '../ir/kinds.js'
import { differentLeaves, leafAt, sameValue, withLeaf } from '../ir/leaves.js'
import {
  type Edge,
  type End,
  edgeFields,
  type Graph,
  graphFields,
  groupFields,
  type Loop,
  loopFields,
  nodeFields,
} from '../ir/model.js'
import { inserted } from '../ir/order.js'
import type { Origins } from '../lower/tally.js'
import { named, whole } from './names.js'

/** A graph as another format holds it, and which of its elements is which of the graph's. */
export interface Base {
  readonly graph: Graph
  readonly origins: Origins
  /** Whether the format names the sides of every edge, so that those of a new one say nothing. */
  readonly sidesRequired: boolean
}

/** The graph with the edit in it, and how many elements came, went and changed. */
export interface Taken {
  readonly graph: Graph
  readonly added: number
  readonly removed: number
  readonly changed: number
  /** Which element of `mine` is which of the graph. */
  readonly matched: Matched
}

/** Whether a leaf that was changed on both sides stays as `mine` has it. */
export type Stays = (path: readonly string[]) => boolean

type Counts = { -readonly [K in 'added' | 'removed' | 'changed']: number } & {
  readonly stays?: Stays | undefined
}

/** Of one kind, what the graph has, and what the other format made of it and has now, all under the names of the result. */
type Versions<T> = readonly [ours: T, before: T, after: T]

/**
 * @param mine the graph to take the edit over into
 * @param base `mine` as the other format holds it
 * @param theirs what the other file says
 * @param matched which element of `base` is which of `theirs`
 * @param stays of leaves that were changed on both sides, those that stay; left out where the edit wins
 */
export function takeOver(mine: Graph, base: Base, theirs: Graph, matched: Matched, stays?: Stays): Taken {
  const { origins } = base
  const nodes = idsOf([...mine.nodes.keys()], origins.nodes, matched.nodes, theirs.nodes)
  const groups = idsOf([...mine.groups.keys()], origins.groups, matched.groups, theirs.groups)
  const own = named(mine, { nodes: nodes.mine, groups: groups.mine })
  const was = named(base.graph, { nodes: nodes.base, groups: groups.base })
  const now = named(theirs, { nodes: nodes.theirs, groups: groups.theirs })
  const counts: Counts = { added: 0, removed: 0, changed: 0, stays }
  const bare = (edge: Edge): Edge => (base.sidesRequired ? withoutSides(edge) : edge)
  const edges: Versions<readonly (Edge | undefined)[]> = [own.edges, was.edges, now.edges]
  const loops: Versions<readonly (Loop | undefined)[]> = [own.loops, was.loops, now.loops]
  const newNodes = tableOf(nodeFields, [own.graph.nodes, was.graph.nodes, now.graph.nodes], counts)
  const newGroups = tableOf(groupFields, [own.graph.groups, was.graph.groups, now.graph.groups], counts)
  const placesOfEdges = { origins: origins.edges, pairs: matched.edges }
  const placesOfLoops = { origins: origins.loops, pairs: matched.loops }
  const newEdges = listOf(edgeFields, edges, placesOfEdges, counts, bare)
  const newLoops = listOf(loopFields, loops, placesOfLoops, counts, loop => loop)
  const isThere = ({ kind, id }: End) => (kind === 'node' ? newNodes : newGroups).has(id)
  const graph = {
    ...changed(graphFields, own.graph, was.graph, now.graph, counts),
    nodes: newNodes,
    groups: newGroups,
    edges: newEdges.map(({ element }) => element),
    loops: newLoops.map(({ element }) => element),
  }
  const { added, removed, changed: count } = counts
  return {
    graph: whole(graph),
    added,
    removed,
    changed: count,
    matched: {
      nodes: standing(nodes.mine, newNodes),
      groups: standing(groups.mine, newGroups),
      edges: placesIn(newEdges.filter(({ element: { from, to } }) => isThere(from) && isThere(to))),
      loops: placesIn(newLoops),
    },
  }
}

/** The names of what is still there. */
function standing(names: Ids['mine'], table: ReadonlyMap<string, unknown>): Map<string, string> {
  return new Map([...names].flatMap(([old, id]) => (id !== undefined && table.has(id) ? [[old, id]] : [])))
}

/** Of what a list had, where it stands now. */
function placesIn(list: readonly Listed<unknown>[]): Map<number, number> {
  return new Map(list.flatMap(({ mine }, place) => (mine === undefined ? [] : [[mine, place]])))
}

/** The elements of a graph that have ids, with the edit in them. */
function tableOf<T>(kind: Kind, [ours, before, after]: Versions<ReadonlyMap<string, T>>, counts: Counts) {
  const result = new Map<string, T>()
  for (const [id, element] of ours) {
    const [old, fresh] = [before.get(id), after.get(id)]
    if (old && !fresh) counts.removed++
    else result.set(id, old && fresh ? changed(kind, element, old, fresh, counts) : element)
  }
  const news = new Set([...after.keys()].filter(id => !ours.has(id)))
  counts.added += news.size
  const order = inserted([...result.keys()], [...after.keys()], news)
  return new Map(order.map(id => [id, result.get(id) ?? after.get(id)!]))
}
/** From places in the base: those in the graph, and those in the other file. */
interface Places {
  readonly origins: readonly number[]
  readonly pairs: ReadonlyMap<number, number>
}

/** An edge or a loop of a result, and its place in the graph that the edit was taken over into. */
interface Listed<T> {
  readonly element: T
  readonly mine: number | undefined
}

/** Edges or loops, with the edit in them. @param asNew what a new one is taken over as */
function listOf<T>(
  kind: Kind,
  [ours, before, after]: Versions<readonly (T | undefined)[]>,
  { origins, pairs }: Places,
  counts: Counts,
  asNew: (element: T) => T,
): Listed<T>[] {
  const result = new Map<string, T>()
  for (const [place, element] of ours.entries()) if (element) result.set(`mine ${place}`, element)
  const names = after.map((_, place) => `theirs ${place}`)
  for (const [place, number] of origins.entries()) {
    const name = `mine ${number}`
    const element = result.get(name)
    if (!element) continue
    const pair = pairs.get(place)
    if (pair === undefined) {
      counts.removed++
      result.delete(name)
      continue
    }
    names[pair] = name
    const [old, now] = [before[place], after[pair]]
    if (old && now) result.set(name, changed(kind, element, old, now, counts))
  }
  const standing = new Set(pairs.values())
  const news = new Map<string, T>()
  for (const [place, element] of after.entries())
    if (element && !standing.has(place)) news.set(names[place]!, asNew(element))
  counts.added += news.size
  const order = inserted([...result.keys()], names, new Set(news.keys()))
  return order.map(name => {
    const element = result.get(name)
    return element
      ? { element, mine: Number(name.slice('mine '.length)) }
      : { element: news.get(name)!, mine: undefined }
  })
}

/** What each graph calls an element, and what it is called in the end; `undefined` for what only lowering put there. */
type Ids = Readonly<Record<'mine' | 'base' | 'theirs', ReadonlyMap<string, string | undefined>>>

/**
 * An element keeps its id, unless its id went along into the other format as it is and was changed there. What is new gets the
 * id that it has there, or one like it that is free.
 */
function idsOf(
  ids: readonly string[],
  origins: ReadonlyMap<string, number>,
  pairs: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, unknown>,
): Ids {
  const mine = new Map(ids.map(id => [id, id]))
  const base = new Map<string, string | undefined>()
  const theirs = new Map<string, string | undefined>()
  const taken = new Set(ids)
  for (const [id, number] of origins) {
    const own = ids[number]
    const now = pairs.get(id)
    const isRenamed = own === id && now !== undefined && now !== id && !taken.has(now)
    const name = isRenamed ? now : own
    if (isRenamed) {
      mine.set(own, now)
      taken.add(now)
    }
    base.set(id, name)
    if (now !== undefined) theirs.set(now, name)
  }
  for (const id of after.keys()) {
    if (theirs.has(id)) continue
    let free = id
    for (let number = 2; taken.has(free); number++) free = `${id}_${number}`
    taken.add(free)
    theirs.set(id, free)
  }
  return { mine, base, theirs }
}

/** The element with every leaf that the edit changed. A text changes as a whole: its rich form says the same as its words. */
function changed<T>(kind: Kind, own: T, was: T, now: T, counts: Counts): T {
  let result = own
  for (const { path, before, after } of differentLeaves(kind, was, now)) {
    if (counts.stays?.(path) && !sameValue(leafAt(own, path), before)) continue
    const text = path.length > 1 && (path.at(-1) === 'text' || path.at(-1) === 'rich')
    const names = text ? path.slice(0, -1) : path
    const value = text
      ? names.reduce<unknown>((part, name) => (part as Record<string, unknown>)?.[name], now)
      : after
    if (path[0] !== 'id' || path.length > 1) result = withLeaf(kind, result, names, value) as T
  }
  if (result !== own) counts.changed++
  return result
}

function withoutSides(edge: Edge): Edge {
  const { side: _, ...from } = edge.from
  const { side: __, ...to } = edge.to
  return { ...edge, from, to }
}
