/** Which element of one graph is which of another: the same diagram before and after an edit. */
import { addTo, entryOf } from '../ir/lists.js'
import type { Edge, Graph, Node, Text } from '../ir/model.js'

/** Pairs of the same element: ids of nodes and groups, places of edges and loops, from the first graph to the second. */
export interface Matched {
  readonly nodes: ReadonlyMap<string, string>
  readonly groups: ReadonlyMap<string, string>
  readonly edges: ReadonlyMap<number, number>
  readonly loops: ReadonlyMap<number, number>
}

/** Names by which an element may be known, the surest first. `undefined` where it has none of that kind. */
export type Keys<T> = readonly ((element: T, place: number) => string | undefined)[]

export interface MatchSettings {
  /**
   * True where the two may be two texts, and not one graph before and after an edit. In a text whose nodes are only numbered, the ids
   * behind a new node are all others than before, so that there a label says more than an id does.
   */
  readonly texts?: boolean
}

/** How often neighbours of what was found last are looked at. */
const ROUNDS = 8

/** @param bare whether only nodes are meant that are called nothing but by their ids: one with another id and another label is another */
function addByNeighbours(nodes: Map<string, string>, before: Graph, after: Graph, bare = false): void {
  for (let round = 0, known = -1; round < ROUNDS && known < nodes.size; round++) {
    known = nodes.size
    addUnique(nodes, before.nodes, after.nodes, () => {
      const keyOf = neighbourKeys(before, after, nodes)
      return (node, side) => (bare && !isBare(node) ? undefined : keyOf(node, side))
    })
  }
}

const isBare = ({ id, label }: Node): boolean => label.text === '' || label.text === id

/**
 * The same elements in two graphs. Nodes and groups are the same by id, then by a label that only one of them has on
 * each side, then by neighbours that are the same and no other has. Edges are the same by id, then by ends and label,
 * then by ends; several that are alike are paired in their order. No messages.
 * @param before the graph as it was
 * @param after the graph as it is now
 * @param settings `texts`: whether they may be two texts, in which ids that are only numbers can have moved on
 * @returns pairs, from `before` to `after`: ids of nodes and groups, places of edges and loops. What is in no pair went, or is new.
 * @see ARCHITECTURE.md, put
 * @example
 * matchGraphs(before, edit(before).rename('a', 'start').done()).nodes.get('a') // 'start'
 */
export function matchGraphs(before: Graph, after: Graph, { texts = false }: MatchSettings = {}): Matched {
  const nodes = new Map<string, string>()
  const numbered = texts && (isNumbered(before) || isNumbered(after))
  if (numbered) {
    addById(nodes, before.nodes, after.nodes, (a, b) => a.label.text === b.label.text)
    addUnique(nodes, before.nodes, after.nodes, () => labelOf)
    addByNeighbours(nodes, before, after)
    addById(nodes, before.nodes, after.nodes, (a, b) => a.group === b.group)
  } else {
    addById(nodes, before.nodes, after.nodes, () => true)
    addUnique(nodes, before.nodes, after.nodes, () => labelOf)
  }
  addByNeighbours(nodes, before, after, texts && !numbered)
  if (texts) addInOrder(nodes, before.nodes, after.nodes)
  const groups = new Map<string, string>()
  addById(groups, before.groups, after.groups, () => true)
  addUnique(groups, before.groups, after.groups, () => labelOf)
  if (texts) addByMembers(groups, before, after, nodes)
  return {
    nodes,
    groups,
    edges: matchEdges(before, after, { nodes, groups }),
    loops: matchLoops(before, after, nodes),
  }
}

const labelOf = ({ label }: { readonly label: Text }): string | undefined => label.text || undefined

/** Whether the ids of all nodes are one word with a number behind it: no name that anyone gave, only a place in a text. */
export function isNumbered({ nodes }: Graph): boolean {
  let word: string | undefined
  for (const id of nodes.keys()) {
    const [, start] = /^(\D*)\d+$/.exec(id) ?? []
    if (start === undefined || (word !== undefined && word !== start)) return false
    word = start
  }
  return word !== undefined
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
    const exact = (edge: Edge) =>
      JSON.stringify([
        full(edge),
        edge.from.side,
        edge.to.side,
        edge.from.label,
        edge.to.label,
        edge.style.stroke,
      ])
    return [({ id }) => id, exact, full, edge => JSON.stringify([between(edge), edge.label.text]), between]
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

/** Adds pairs of what is left over and has one id on both sides, where they are the same by what else they say. */
function addById<T>(
  pairs: Map<string, string>,
  before: ReadonlyMap<string, T>,
  after: ReadonlyMap<string, T>,
  isSame: (a: T, b: T) => boolean,
): void {
  const taken = new Set(pairs.values())
  for (const [id, element] of before) {
    const other = after.get(id)
    if (other !== undefined && !pairs.has(id) && !taken.has(id) && isSame(element, other)) pairs.set(id, id)
  }
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

/** Of what is left over and has a label that several have: those are the same in their order. */
function addInOrder(pairs: Map<string, string>, before: Graph['nodes'], after: Graph['nodes']): void {
  const taken = new Set(pairs.values())
  const left = [...before.values()].filter(({ id }) => !pairs.has(id))
  const right = [...after.values()].filter(({ id }) => !taken.has(id))
  for (const [a, b] of pairInOrder(left, right, [labelOf], [labelOf])) pairs.set(left[a]!.id, right[b]!.id)
}

/** A group under another name is the one that more than half of its nodes are in, if more than half of that one's were in it. */
function addByMembers(
  pairs: Map<string, string>,
  before: Graph,
  after: Graph,
  nodes: ReadonlyMap<string, string>,
): void {
  const taken = new Set(pairs.values())
  const shared = new Map<string, Map<string, number>>()
  const [was, is] = [new Map<string, number>(), new Map<string, number>()]
  for (const [old, now] of nodes) {
    const [from, to] = [before.nodes.get(old)?.group, after.nodes.get(now)?.group]
    if (from !== undefined) was.set(from, (was.get(from) ?? 0) + 1)
    if (to !== undefined) is.set(to, (is.get(to) ?? 0) + 1)
    if (from === undefined || to === undefined || pairs.has(from) || taken.has(to)) continue
    const counts = entryOf(shared, from, () => new Map<string, number>())
    counts.set(to, (counts.get(to) ?? 0) + 1)
  }
  for (const [from, counts] of shared)
    for (const [to, count] of counts)
      if (2 * count > was.get(from)! && 2 * count > is.get(to)!) pairs.set(from, to)
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
