/**
 * An edit that was made to a diagram in another format, taken over into the graph that it came from: what differs between
 * that graph lowered to the other format and what the other file says now. Everything else of the graph stays, also what
 * the other format could not hold.
 */
import { type Matched, matchGraphs } from '../diff/match.js'
import {
  differentLeaves,
  edgeFields,
  type FieldKind,
  graphFields,
  groupFields,
  loopFields,
  nodeFields,
  withLeaf,
} from '../ir/fields.js'
import type { Edge, Graph, Text } from '../ir/model.js'
import type { Origins } from '../lower/tally.js'
import { inserted, named, whole } from './names.js'

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
}

/**
 * @param mine the graph to take the edit over into
 * @param base `mine` as the other format holds it
 * @param theirs what the other file says
 * @param matched which element of `base` is which of `theirs`
 */
export function takeOver(
  mine: Graph,
  base: Base,
  theirs: Graph,
  matched: Matched = matchGraphs(base.graph, theirs),
): Taken {
  const nodes = idsOf([...mine.nodes.keys()], base.origins.nodes, matched.nodes, theirs.nodes)
  const groups = idsOf([...mine.groups.keys()], base.origins.groups, matched.groups, theirs.groups)
  const sides = (table: 'mine' | 'base' | 'theirs') => ({ nodes: nodes[table], groups: groups[table] })
  const own = named(mine, sides('mine'))
  const was = named(base.graph, sides('base'))
  const now = named(theirs, sides('theirs'))
  const counts = { added: 0, removed: 0, changed: 0 }

  const table = <T extends { readonly label: Text }>(
    kind: FieldKind,
    [ours, before, after]: readonly ReadonlyMap<string, T>[],
  ): Map<string, T> => {
    const result = new Map<string, T>()
    for (const [id, element] of ours!) {
      const [old, fresh] = [before!.get(id), after!.get(id)]
      if (old && !fresh) counts.removed++
      else result.set(id, old && fresh ? changed(kind, element, old, fresh, counts) : element)
    }
    const news = [...after!.keys()].filter(id => !ours!.has(id))
    counts.added += news.length
    const order = inserted([...result.keys()], [...after!.keys()], new Set(news))
    return new Map(order.map(id => [id, result.get(id) ?? after!.get(id)!]))
  }

  const list = <T>(
    kind: FieldKind,
    [ours, before, after]: readonly (readonly (T | undefined)[])[],
    origins: readonly number[],
    pairs: ReadonlyMap<number, number>,
    fresh: (element: T) => T,
  ): T[] => {
    const result = new Map<string, T>(ours!.map((element, place) => [`mine ${place}`, element as T]))
    const names = after!.map((_, place) => `theirs ${place}`)
    for (const [place, number] of origins.entries()) {
      const own = `mine ${number}`
      if (!result.has(own)) continue
      const pair = pairs.get(place)
      if (pair === undefined) {
        counts.removed++
        result.delete(own)
        continue
      }
      names[pair] = own
      const [old, now] = [before![place], after![pair]]
      if (old && now) result.set(own, changed(kind, result.get(own)!, old, now, counts))
    }
    const standing = new Set(pairs.values())
    const news = names.filter((_, place) => !standing.has(place) && after![place] !== undefined)
    counts.added += news.length
    const made = new Map(after!.map((element, place) => [names[place]!, element]))
    const order = inserted([...result.keys()], names, new Set(news))
    return order.map(name => result.get(name) ?? fresh(made.get(name)!))
  }

  const bare = (edge: Edge): Edge => (base.sidesRequired ? withoutSides(edge) : edge)
  const graph = {
    ...changed(graphFields, own.graph, was.graph, now.graph, counts),
    nodes: table(nodeFields, [own.graph.nodes, was.graph.nodes, now.graph.nodes]),
    groups: table(groupFields, [own.graph.groups, was.graph.groups, now.graph.groups]),
    edges: list(edgeFields, [own.edges, was.edges, now.edges], base.origins.edges, matched.edges, bare),
    loops: list(
      loopFields,
      [own.loops, was.loops, now.loops],
      base.origins.loops,
      matched.loops,
      loop => loop,
    ),
  }
  return { graph: whole(graph), ...counts }
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
    const renamed = own === id && now !== undefined && now !== id && !taken.has(now) ? now : own
    if (own !== undefined && renamed !== undefined && renamed !== own) {
      mine.set(own, renamed)
      taken.add(renamed)
    }
    base.set(id, renamed)
    if (now !== undefined) theirs.set(now, renamed)
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
function changed<T>(kind: FieldKind, own: T, was: T, now: T, counts: { changed: number }): T {
  let result = own
  for (const { path, after } of differentLeaves(kind, was, now)) {
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
