/** What a text is to say: what Graphviz would make of the writer's own text, under the names that the document has. */
import type { Graph } from '../../../src/ir/model.js'
import { resolveDot } from '../read/resolve.js'
import { idOf } from '../read/tree.js'
import { clusterName } from '../words/names.js'
import type { Attributes, ResolvedEdge, ResolvedGraph, ResolvedNode } from '../words/resolved.js'
import type { Atom } from '../words/statement.js'
import { writeDot } from '../write/write.js'
import { keyOf } from './outline.js'
import type { Reading } from './reading.js'
import { type Pairs, withDocument } from './wanted-tree.js'

export interface Wanted {
  readonly graph: ResolvedGraph
  /** The keys of the graph's nodes in its own order, which the writer may not keep. */
  readonly order: readonly string[]
}

/** What the writer says of a graph, once it is resolved. */
function canonicalOf(graph: Graph): ResolvedGraph {
  return resolveDot(writeDot([{ graph }])).graphs[0]!
}

/** @param pairs which element of the reading is which of the wanted graph */
export function wantedOf(after: Graph, reading: Reading, pairs: Pairs): Wanted {
  const names = nodeNames(reading, pairs)
  const canonical = canonicalOf(after)
  const graph = withNames(canonical, names, clusterNames(reading, pairs))
  const nodes = new Map(canonical.nodes.map(({ id, order }) => [id.text, graph.nodes[order]!]))
  const order = Array.from(after.nodes.keys(), id => keyOf(names.get(id) ?? { text: id }))
  return { graph: withDocument({ reading, canonical: graph, after, pairs, nodes }), order }
}

/** What the writer would say of what a text says now, under the names that it has. */
export function canonicalNow(reading: Reading): ResolvedGraph {
  const { graph } = reading
  const same = (ids: Iterable<string>) => new Map([...ids].map(id => [id, id]))
  const pairs: Pairs = {
    nodes: same(graph.nodes.keys()),
    groups: same(graph.groups.keys()),
    edges: new Map(),
  }
  return withNames(canonicalOf(graph), nodeNames(reading, pairs), clusterNames(reading, pairs))
}

/** The nodes whose name in the text is HTML, by their ids now. */
function nodeNames({ resolved, homes }: Reading, { nodes }: Pairs): ReadonlyMap<string, Atom> {
  const names = new Map<string, Atom>()
  for (const node of resolved.nodes) {
    const now = node.id.html ? nodes.get(idOf(node, homes) ?? '') : undefined
    if (now !== undefined) names.set(now, node.id)
  }
  return names
}

/** What the text calls clusters otherwise than the writer does. */
function clusterNames({ homes }: Reading, { groups }: Pairs): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  for (const [{ id }, group] of homes.groups) {
    const now = groups.get(group)
    if (id && now !== undefined && clusterName(now) !== id.text) names.set(clusterName(now), id.text)
  }
  return names
}

function withNames(
  graph: ResolvedGraph,
  names: ReadonlyMap<string, Atom>,
  clusters: ReadonlyMap<string, string>,
): ResolvedGraph {
  if (names.size === 0 && clusters.size === 0) return graph
  const nodes = new Map(
    graph.nodes.map((node): [ResolvedNode, ResolvedNode] => [
      node,
      { ...node, id: names.get(node.id.text) ?? node.id },
    ]),
  )
  const inClusters = (attributes: Attributes): Attributes =>
    new Map(
      [...attributes].map(([name, value]) => {
        const other = name === 'lhead' || name === 'ltail' ? clusters.get(value.text) : undefined
        return [name, other === undefined ? value : { text: other }]
      }),
    )
  const edges = graph.edges.map(
    (edge): ResolvedEdge => ({
      ...edge,
      tail: nodes.get(edge.tail)!,
      head: nodes.get(edge.head)!,
      attributes: inClusters(edge.attributes),
    }),
  )
  return { ...graph, nodes: [...nodes.values()], edges }
}
