/** Which element of one graph is which of another: the same diagram before and after an edit. */
import { addTo } from '../ir/lists.js'
import type { Edge, Graph } from '../ir/model.js'

/** Pairs of the same element: ids of nodes and groups, places of edges and loops, from the first graph to the second. */
export interface Matched {
  readonly nodes: ReadonlyMap<string, string>
  readonly groups: ReadonlyMap<string, string>
  readonly edges: ReadonlyMap<number, number>
  readonly loops: ReadonlyMap<number, number>
}

/** Names by which an element may be known, the surest first. `undefined` where it has none of that kind. */
export type Keys<T> = readonly ((element: T, place: number) => string | undefined)[]

/**
 * The same elements in two graphs. Nodes and groups are the same by id, then by a label that only one of them has on
 * each side, then by neighbours that are the same and no other has. Edges are the same by id, then by ends and label,
 * then by ends; several that are alike are paired in their order. No messages.
 * @param before the graph as it was
 * @param after the graph as it is now
 * @returns pairs, from `before` to `after`: ids of nodes and groups, places of edges and loops. What is in no pair went, or is new.
 * @see ARCHITECTURE.md, put
 * @example
 * matchGraphs(before, edit(before).rename('a', 'start').done()).nodes.get('a') // 'start'
 */
export function matchGraphs(before: Graph, after: Graph): Matched {
  const nodes = byId(before.nodes, after.nodes)
  addUnique(nodes, before.nodes, after.nodes, () => node => node.label.text || undefined)
  addUnique(nodes, before.nodes, after.nodes, () => neighbourKeys(before, after, nodes))
  const groups = byId(before.groups, after.groups)
  addUnique(groups, before.groups, after.groups, () => group => group.label.text || undefined)
  return {
    nodes,
    groups,
    edges: matchEdges(before, after, { nodes, groups }),
    loops: matchLoops(before, after, nodes),
  }
}

/** The part of a match that edges are found by. */
type Ends = Pick<Matched, 'nodes' | 'groups'>

/** The edges of two graphs whose nodes and groups are paired already. */
function matchEdges(before: Graph, after: Graph, ends: Ends): Map<number, number> {
  const side = (translate: boolean): Keys<Edge> => {
    const end = ({ kind, id }: Edge['from']) => {
      const table = kind === 'node' ? ends.nodes : ends.groups
      return [kind, translate ? (table.get(id) ?? { gone: id }) : id]
    }
    const between = ({ from, to }: Edge) => JSON.stringify([end(from), end(to)])
    const full = (edge: Edge) =>
      JSON.stringify([
        between(edge),
        edge.label,
        edge.line,
        edge.from.port,
        edge.to.port,
        edge.from.arrow,
        edge.to.arrow,
      ])
    return [({ id }) => id, full, edge => JSON.stringify([between(edge), edge.label.text]), between]
  }
  return pairInOrder(before.edges, after.edges, side(true), side(false))
}

function matchLoops(before: Graph, after: Graph, nodes: ReadonlyMap<string, string>): Map<number, number> {
  type Loop = Graph['loops'][number]
  const side = (translate: boolean): Keys<Loop> => {
    const ids = (loop: Loop) => JSON.stringify(loop.nodes.map(id => (translate ? (nodes.get(id) ?? '') : id)))
    return [loop => JSON.stringify([loop.condition, ids(loop)]), loop => loop.condition, ids]
  }
  return pairInOrder(before.loops, after.loops, side(true), side(false))
}

/**
 * Pairs of places in two lists, by one kind of name after another; those that are alike in their order.
 * @param keysBefore the names in the first list
 * @param keysAfter the names in the second, kind by kind the same
 */
export function pairInOrder<T>(
  before: readonly T[],
  after: readonly T[],
  keysBefore: Keys<T>,
  keysAfter: Keys<T>,
): Map<number, number> {
  const pairs = new Map<number, number>()
  const taken = new Set<number>()
  for (const [round, keyBefore] of keysBefore.entries()) {
    const waiting = new Map<string, number[]>()
    for (const [place, element] of after.entries()) {
      const key = taken.has(place) ? undefined : keysAfter[round]?.(element, place)
      if (key !== undefined) addTo(waiting, key, place)
    }
    for (const list of waiting.values()) list.reverse()
    for (const [place, element] of before.entries()) {
      const key = pairs.has(place) ? undefined : keyBefore(element, place)
      const found = key === undefined ? undefined : waiting.get(key)?.pop()
      if (found === undefined) continue
      pairs.set(place, found)
      taken.add(found)
    }
  }
  return pairs
}

function byId(
  before: ReadonlyMap<string, unknown>,
  after: ReadonlyMap<string, unknown>,
): Map<string, string> {
  return new Map([...before.keys()].filter(id => after.has(id)).map(id => [id, id]))
}

type KeyOf<T> = (element: T, side: 'before' | 'after') => string | undefined

/**
 * Adds pairs of what is left over on both sides and has a name there that nothing else left over has.
 * @param keys makes the names; asked only where something is left over
 */
function addUnique<T>(
  pairs: Map<string, string>,
  before: ReadonlyMap<string, T>,
  after: ReadonlyMap<string, T>,
  keys: () => KeyOf<T>,
): void {
  const taken = new Set(pairs.values())
  const left = [...before].filter(([id]) => !pairs.has(id))
  const right = [...after].filter(([id]) => !taken.has(id))
  if (left.length === 0 || right.length === 0) return
  const keyOf = keys()
  const names = uniqueOf(right, 'after', keyOf)
  for (const [key, id] of uniqueOf(left, 'before', keyOf)) {
    const found = names.get(key)
    if (id !== undefined && found !== undefined) pairs.set(id, found)
  }
}

/** By name, the id of the one element that has it; `undefined` where several have. */
function uniqueOf<T>(elements: readonly (readonly [string, T])[], side: 'before' | 'after', keyOf: KeyOf<T>) {
  const names = new Map<string, string | undefined>()
  for (const [id, element] of elements) {
    const key = keyOf(element, side)
    if (key !== undefined) names.set(key, names.has(key) ? undefined : id)
  }
  return names
}

/** What stands around a node, in the words of the second graph; nothing where a neighbour is not paired yet. */
function neighbourKeys(
  before: Graph,
  after: Graph,
  pairs: ReadonlyMap<string, string>,
): KeyOf<{ readonly id: string }> {
  const around = (graph: Graph, nameOf: (id: string) => string | undefined) => {
    const found = new Map<string, string[]>()
    for (const { from, to } of graph.edges) {
      for (const [id, other, way] of [
        [from.id, to.id, '>'],
        [to.id, from.id, '<'],
      ] as const) {
        addTo(found, id, `${way}${nameOf(other) ?? ''}`)
      }
    }
    return found
  }
  const paired = new Set(pairs.values())
  const sides = {
    before: around(before, id => pairs.get(id)),
    after: around(after, id => (paired.has(id) ? id : undefined)),
  }
  return ({ id }, side) => {
    const list = sides[side].get(id)
    return list?.some(name => name.length > 1) ? JSON.stringify([...list].sort()) : undefined
  }
}
