/** What a lowered graph has to carry, so that the way back gives the graph that it was lowered from. */
import {
  differentLeaves,
  edgeFields,
  type FieldKind,
  graphFields,
  groupFields,
  loopFields,
  nodeFields,
} from '../ir/fields.js'
import type { Edge, Graph } from '../ir/model.js'
import type { Lowered } from '../lower/lower.js'
import type { Origins } from '../lower/tally.js'
import { type CarriedLeaf, type EdgeKey, type Payload, payloadText } from './payload.js'

/** The line to hand to a writer: empty where nothing was lost. */
export function carryOf(graph: Graph, lowered: Lowered): string {
  return payloadText(payloadFor(graph, lowered))
}

function payloadFor(graph: Graph, { graph: written, origins }: Lowered): Payload {
  const nodeIds = idsInText(graph.nodes, origins.nodes)
  const groupIds = idsInText(graph.groups, origins.groups)
  const inText = (collection: 'nodes' | 'groups', id: string | undefined) =>
    id === undefined ? undefined : ((collection === 'nodes' ? nodeIds : groupIds).get(id) ?? id)
  const keys = edgeKeys(written.edges)
  const translated = translate(graph, inText)
  return {
    graph: leavesOf(graphFields, written, graph),
    nodes: fromMap(nodeFields, written.nodes, [...translated.nodes], origins.nodes),
    groups: fromMap(groupFields, written.groups, [...translated.groups], origins.groups),
    edges: fromList(edgeFields, written.edges, translated.edges, origins.edges).map(([place, leaves]) => [
      keys[place] as EdgeKey,
      leaves,
    ]),
    loops: fromList(loopFields, written.loops, translated.loops, origins.loops),
    lostEdges: lost(translated.edges, origins.edges),
    lostLoops: lost(translated.loops, origins.loops),
    addedNodes: added(origins.nodes, graph.nodes.size),
    addedGroups: added(origins.groups, graph.groups.size),
    ...ordersOf(graph, written, origins, keys),
  }
}

/** The id in the text of each element of the graph that is still there. */
function idsInText(
  elements: ReadonlyMap<string, unknown>,
  origins: ReadonlyMap<string, number>,
): Map<string, string> {
  const ids = [...elements.keys()]
  const found = new Map<string, string>()
  for (const [written, number] of origins) {
    const id = ids[number]
    if (id !== undefined) found.set(id, written)
  }
  return found
}

type InText = (collection: 'nodes' | 'groups', id: string | undefined) => string | undefined

/**
 * The graph with every reference as the text names it, so that a renamed element is one difference and
 * not one at each place that refers to it. Ids themselves stay.
 */
function translate(graph: Graph, inText: InText) {
  const group = (id: string | undefined) => {
    const name = inText('groups', id)
    return name === undefined ? {} : { group: name }
  }
  const end = (value: Edge['from']) => ({
    ...value,
    id: inText(value.kind === 'group' ? 'groups' : 'nodes', value.id) ?? value.id,
  })
  return {
    nodes: [...graph.nodes.values()].map(node => ({ ...node, ...group(node.group) })),
    groups: [...graph.groups.values()].map(item => {
      const parent = inText('groups', item.parent)
      return { ...item, ...(parent !== undefined && { parent }) }
    }),
    edges: graph.edges.map(edge => ({ ...edge, from: end(edge.from), to: end(edge.to) })),
    loops: graph.loops.map(loop => ({
      ...loop,
      nodes: loop.nodes.map(id => inText('nodes', id) ?? id),
      ...group(loop.group),
    })),
  }
}

function leavesOf(kind: FieldKind, written: unknown, original: unknown): CarriedLeaf[] {
  return [...differentLeaves(kind, written, original)].map(({ path, before, after }) => [path, before, after])
}

function fromMap(
  kind: FieldKind,
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
  kind: FieldKind,
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

function added(origins: ReadonlyMap<string, number>, count: number): string[] {
  return [...origins].filter(([, number]) => number >= count).map(([id]) => id)
}

/** A key for each edge, in order. */
export function edgeKeys(edges: readonly Edge[]): EdgeKey[] {
  const counts = new Map<string, number>()
  return edges.map(({ from, to, label }) => {
    const same = JSON.stringify([from.id, to.id, label.text])
    const nth = counts.get(same) ?? 0
    counts.set(same, nth + 1)
    return [from.id, to.id, label.text, nth]
  })
}

function ordersOf(graph: Graph, written: Graph, origins: Origins, keys: readonly EdgeKey[]) {
  const nodes = sorted([...written.nodes.keys()], id => origins.nodes.get(id) ?? graph.nodes.size)
  const groups = sorted([...written.groups.keys()], id => origins.groups.get(id) ?? graph.groups.size)
  const edges = sorted([...keys.keys()], place => origins.edges[place] ?? graph.edges.length)
  const loops = sorted([...written.loops.keys()], place => origins.loops[place] ?? graph.loops.length)
  return {
    loopOrder: loops ?? [],
    nodeOrder: nodes ?? [],
    groupOrder: groups ?? [],
    edgeOrder: edges?.map(place => keys[place] as EdgeKey) ?? [],
  }
}

/** The items by rank, or nothing where they stand so already. */
function sorted<T>(items: readonly T[], rank: (item: T) => number): T[] | undefined {
  const ranks = items.map(rank)
  if (ranks.every((value, place) => place === 0 || (ranks[place - 1] ?? 0) <= value)) return undefined
  return items
    .map((item, place) => ({ item, rank: ranks[place] ?? 0, place }))
    .sort((a, b) => a.rank - b.rank || a.place - b.place)
    .map(({ item }) => item)
}
