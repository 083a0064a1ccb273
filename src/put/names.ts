/** Graphs under other names, and graphs that lost what others refer to. */
import type { Edge, Graph, Group, Loop, Node } from '../ir/model.js'
import { type NameOf, renamed } from '../ir/references.js'

/** What elements are to be called. `undefined` for one that is to be left out. */
type Names = ReadonlyMap<string, string | undefined>

/** A graph under other names. Edges keep their places: one whose end is left out is `undefined`. */
export interface Named {
  readonly graph: Graph
  readonly edges: readonly (Edge | undefined)[]
  readonly loops: readonly Loop[]
}

/** The graph with every node and group, and every reference to one, under another name. */
export function named(
  graph: Graph,
  { nodes, groups }: { readonly nodes: Names; readonly groups: Names },
): Named {
  const nameOf: NameOf = (of, id) => (of === 'nodes' ? nodes : groups).get(id)
  const newNodes = new Map<string, Node>()
  for (const node of graph.nodes.values()) {
    const id = nodes.get(node.id)
    if (id !== undefined) newNodes.set(id, { ...renamed.nodes(node, nameOf), id })
  }
  const newGroups = new Map<string, Group>()
  for (const group of graph.groups.values()) {
    const id = groups.get(group.id)
    if (id !== undefined) newGroups.set(id, { ...renamed.groups(group, nameOf), id })
  }
  const edges = graph.edges.map(edge => renamed.edges(edge, nameOf))
  const loops = graph.loops.map(loop => renamed.loops(loop, nameOf))
  return { graph: { ...graph, nodes: newNodes, groups: newGroups }, edges, loops }
}

/** The graph without references to what is not in it any more. */
export function whole(graph: Graph): Graph {
  const there = (table: ReadonlyMap<string, unknown>) => new Map([...table.keys()].map(id => [id, id]))
  const found = named(graph, { nodes: there(graph.nodes), groups: there(graph.groups) })
  return { ...found.graph, edges: found.edges.filter(edge => edge !== undefined), loops: found.loops }
}
