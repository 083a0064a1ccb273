/** Graphs under other names, and graphs that lost what others refer to. */
import type { Edge, End, Graph, Group, Loop, Node } from '../ir/model.js'

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
  const inGroup = <T extends { readonly group?: string }>({ group, ...element }: T) => {
    const name = group === undefined ? undefined : groups.get(group)
    return { ...element, ...(name !== undefined && { group: name }) }
  }
  const end = (value: End): End | undefined => {
    const id = (value.kind === 'node' ? nodes : groups).get(value.id)
    return id === undefined ? undefined : { ...value, id }
  }
  const newNodes = new Map<string, Node>()
  for (const node of graph.nodes.values()) {
    const id = nodes.get(node.id)
    if (id !== undefined) newNodes.set(id, { ...(inGroup(node) as Node), id })
  }
  const newGroups = new Map<string, Group>()
  for (const { parent, ...group } of graph.groups.values()) {
    const id = groups.get(group.id)
    const above = parent === undefined ? undefined : groups.get(parent)
    if (id !== undefined) newGroups.set(id, { ...group, id, ...(above !== undefined && { parent: above }) })
  }
  const edges = graph.edges.map(edge => {
    const [from, to] = [end(edge.from), end(edge.to)]
    return from && to ? { ...edge, from, to } : undefined
  })
  const loops = graph.loops.map(loop => ({
    ...(inGroup(loop) as Loop),
    nodes: loop.nodes.flatMap(id => nodes.get(id) ?? []),
  }))
  return { graph: { ...graph, nodes: newNodes, groups: newGroups }, edges, loops }
}

/** The graph without references to what is not in it any more. */
export function whole(graph: Graph): Graph {
  const there = (table: ReadonlyMap<string, unknown>) => new Map([...table.keys()].map(id => [id, id]))
  const found = named(graph, { nodes: there(graph.nodes), groups: there(graph.groups) })
  return { ...found.graph, edges: found.edges.filter(edge => edge !== undefined), loops: found.loops }
}
