/** The ids that mermaid makes up for edges without one, by which `class` and `@{ }` can name them. */
import type { Edge, Graph } from '../../../src/ir/model.js'
import { nearestEdgeId } from './safe-ids.js'

/** The ids of edges: their own, or `L_from_to_0`, then `L_from_to_2`, and so on. */
export function idsOfEdges(edges: readonly Edge[], nameOf: (id: string) => string = id => id): string[] {
  const counts = new Map<string, number>()
  return edges.map(({ id, from, to }) => {
    const pair = `${nameOf(from.id)}\n${nameOf(to.id)}`
    const before = counts.get(pair) ?? 0
    counts.set(pair, before + 1)
    return id ?? `L_${pair.replace('\n', '_')}_${before === 0 ? 0 : before + 1}`
  })
}

/** The ids as which nodes and groups are written. */
export interface Naming {
  readonly node: (id: string) => string
  readonly group: (id: string) => string
}

function namesOf({ nodes, groups }: Graph, naming: Naming): Map<string, string> {
  const names = new Map<string, string>()
  for (const id of groups.keys()) names.set(id, naming.group(id))
  for (const id of nodes.keys()) names.set(id, naming.node(id))
  return names
}

/** The ids that mermaid makes up for the graph's edges without one. */
export function madeUpIds(graph: Graph, naming: Naming): Set<string> {
  const names = namesOf(graph, naming)
  const ids = idsOfEdges(graph.edges, id => names.get(id) ?? id)
  return new Set(ids.filter((_, place) => graph.edges[place]!.id === undefined))
}

/**
 * Whether an id that mermaid makes up could mean two things: `L_a_b_c_0` is from `a` or from `a_b`, and with a comma in it, it is two
 * ids in a list.
 */
export function madeUpIdsClash(graph: Graph, naming: Naming, madeUp: ReadonlySet<string>): boolean {
  const { edges } = graph
  const names = namesOf(graph, naming)
  const ids = idsOfEdges(edges, id => names.get(id) ?? id).map((id, place) =>
    edges[place]!.id === undefined ? id : nearestEdgeId(id, madeUp)!,
  )
  const all = [...new Set(names.values()), ...new Set(ids)]
  const lists = ids.some(id => id.includes(','))
  return lists || new Set(ids).size < ids.length || new Set(all).size < all.length
}
