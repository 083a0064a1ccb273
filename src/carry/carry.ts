/** What a lowered graph has to carry, so that the way back gives the graph that it was lowered from. */
import type { Kind } from '../ir/kinds.js'
import { differentLeaves } from '../ir/leaves.js'
import {
  type Edge,
  edgeFields,
  type Graph,
  graphFields,
  groupFields,
  loopFields,
  nodeFields,
} from '../ir/model.js'
import { type NameOf, renamed } from '../ir/references.js'
import type { Lowered } from '../lower/lower.js'
import type { Origins } from '../lower/tally.js'
import {
  type CarriedLeaf,
  type EdgeCount,
  type EdgeKey,
  isNothing,
  type Payload,
  payloadText,
  type Written,
} from './payload.js'

/**
 * The line to hand to a writer: empty where nothing was lost.
 * @param written how the text is written
 */
export function carryOf(graph: Graph, lowered: Lowered, written: Written = {}): string {
  const payload = payloadFor(graph, lowered)
  if (isNothing(payload)) return ''
  const options = Object.entries(written.options ?? {})
    .filter(([, value]) => value !== undefined)
    .map(([name, value]): [string, string] => [name, String(value)])
  return payloadText({ ...payload, from: written.from ? [written.from] : [], options })
}

function payloadFor(graph: Graph, { graph: written, origins }: Lowered): Payload {
  const nodes = namesOf(graph.nodes, origins.nodes)
  const groups = namesOf(graph.groups, origins.groups)
  const keys = edgeKeys(written.edges)
  const translated = translate(graph, { nodes, groups })
  const edges = fromList(edgeFields, written.edges, translated.edges, origins.edges).map(
    ([place, leaves]): [EdgeKey, CarriedLeaf[]] => [keys[place]!, leaves],
  )
  const orders = ordersOf(graph, written, origins, keys)
  return {
    graph: leavesOf(graphFields, written, graph),
    nodes: fromMap(nodeFields, written.nodes, translated.nodes, origins.nodes),
    groups: fromMap(groupFields, written.groups, translated.groups, origins.groups),
    edges,
    loops: fromList(loopFields, written.loops, translated.loops, origins.loops),
    lostNodes: lostByName(translated.nodes, origins.nodes, nodes),
    lostGroups: lostByName(translated.groups, origins.groups, groups),
    lostEdges: lost(translated.edges, origins.edges),
    lostLoops: lost(translated.loops, origins.loops),
    addedNodes: added(origins.nodes, graph.nodes.size),
    addedGroups: added(origins.groups, graph.groups.size),
    ...orders,
    parallel: countsOf(keys, [...edges.map(([key]) => key), ...orders.edgeOrder]),
    from: [],
    options: [],
  }
}

/** By the id in the graph, what an element is called in the text. */
type Names = ReadonlyMap<string, string>

/** One that the text does not have is called what it was, or nearly so where the text has that name for another. */
function namesOf(elements: ReadonlyMap<string, unknown>, origins: ReadonlyMap<string, number>): Names {
  const ids = [...elements.keys()]
  const names = new Map<string, string>()
  for (const [written, number] of origins) {
    const id = ids[number]
    if (id !== undefined) names.set(id, written)
  }
  if (names.size === ids.length) return names
  const taken = new Set(origins.keys())
  for (const id of ids) {
    if (names.has(id)) continue
    let name = id
    while (taken.has(name)) name += '~'
    taken.add(name)
    names.set(id, name)
  }
  return names
}

/**
 * The graph with every reference as the text names it, so that a renamed element is one difference and
 * not one at each place that refers to it. Ids themselves stay.
 */
function translate(graph: Graph, names: Readonly<Record<'nodes' | 'groups', Names>>) {
  const nameOf: NameOf = (of, id) => names[of].get(id) ?? id
  return {
    nodes: Array.from(graph.nodes.values(), node => renamed.nodes(node, nameOf)),
    groups: Array.from(graph.groups.values(), group => renamed.groups(group, nameOf)),
    edges: graph.edges.map(edge => renamed.edges(edge, nameOf)!),
    loops: graph.loops.map(loop => renamed.loops(loop, nameOf)),
  }
}

function leavesOf(kind: Kind, written: unknown, original: unknown): CarriedLeaf[] {
  return [...differentLeaves(kind, written, original)].map(({ path, before, after }) => [path, before, after])
}

function fromMap(
  kind: Kind,
  written: ReadonlyMap<string, unknown>,
  originals: readonly unknown[],
  origins: ReadonlyMap<string, number>,
): [string, CarriedLeaf[]][] {
  const entries: [string, CarriedLeaf[]][] = []
  for (const [id, element] of written) {
    const original = originals[origins.get(id) ?? -1]
    const leaves = original === undefined ? [] : leavesOf(kind, element, original)
    if (leaves.length > 0) entries.push([id, leaves])
  }
  return entries
}

function fromList(
  kind: Kind,
  written: readonly unknown[],
  originals: readonly unknown[],
  origins: readonly number[],
): [number, CarriedLeaf[]][] {
  const entries: [number, CarriedLeaf[]][] = []
  for (const [place, element] of written.entries()) {
    const original = originals[origins[place] ?? -1]
    const leaves = original === undefined ? [] : leavesOf(kind, element, original)
    if (leaves.length > 0) entries.push([place, leaves])
  }
  return entries
}

/** What of a list is not in the text any more, without its place in the source. */
function lost(
  originals: readonly { readonly at?: unknown }[],
  origins: readonly number[],
): [number, unknown][] {
  const kept = new Set(origins)
  return originals.flatMap(({ at: _, ...element }, place): [number, unknown][] =>
    kept.has(place) ? [] : [[place, element]],
  )
}

function lostByName(
  originals: readonly { readonly id: string; readonly at?: unknown }[],
  origins: ReadonlyMap<string, number>,
  names: Names,
): Payload['lostNodes'] {
  const kept = new Set(origins.values())
  const found: (readonly [number, unknown, string?])[] = []
  for (const [place, { at: _, ...element }] of originals.entries()) {
    if (kept.has(place)) continue
    const name = names.get(element.id) ?? element.id
    found.push(name === element.id ? [place, element] : [place, { ...element, id: name }, element.id])
  }
  return found
}

function added(origins: ReadonlyMap<string, number>, count: number): string[] {
  return [...origins].filter(([, number]) => number >= count).map(([id]) => id)
}

/** Edges with the same ends and label are told apart by their places among them. */
const likeness = ([from, to, label]: readonly [string, string, string, ...unknown[]]): string =>
  JSON.stringify([from, to, label])

/** A key for each edge, in order. */
export function edgeKeys(edges: readonly Edge[]): EdgeKey[] {
  const counts = new Map<string, number>()
  return edges.map(({ from, to, label }) => {
    const same = likeness([from.id, to.id, label.text])
    const nth = counts.get(same) ?? 0
    counts.set(same, nth + 1)
    return [from.id, to.id, label.text, nth]
  })
}

/** How many edges there are of each kind that is spoken of, where there are several. */
function countsOf(keys: readonly EdgeKey[], spokenOf: readonly EdgeKey[]): EdgeCount[] {
  const counts = new Map<string, number>()
  for (const key of keys) counts.set(likeness(key), key[3] + 1)
  const found = new Map<string, EdgeCount>()
  for (const key of spokenOf) {
    const count = counts.get(likeness(key)) ?? 0
    if (count > 1) found.set(likeness(key), [key[0], key[1], key[2], count])
  }
  return [...found.values()]
}

function ordersOf(graph: Graph, written: Graph, origins: Origins, keys: readonly EdgeKey[]) {
  const nodes = sorted([...written.nodes.keys()], graph.nodes.size, id => origins.nodes.get(id))
  const groups = sorted([...written.groups.keys()], graph.groups.size, id => origins.groups.get(id))
  const edges = sorted([...keys.keys()], graph.edges.length, place => origins.edges[place])
  const loops = sorted([...written.loops.keys()], graph.loops.length, place => origins.loops[place])
  return {
    nodeOrder: nodes,
    groupOrder: groups,
    edgeOrder: edges.map(place => keys[place]!),
    loopOrder: loops,
  }
}

/** The items that the graph has, by their places there; none where they stand so already. */
function sorted<T>(items: readonly T[], count: number, placeOf: (item: T) => number | undefined): T[] {
  const ranked = items
    .map(item => ({ item, rank: placeOf(item) ?? count }))
    .filter(({ rank }) => rank < count)
  if (ranked.every(({ rank }, i) => i === 0 || ranked[i - 1]!.rank < rank)) return []
  return ranked.sort((a, b) => a.rank - b.rank).map(({ item }) => item)
}
