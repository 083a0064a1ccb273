/** The subgraphs of a resolved graph, by the groups and nodes of the model. */
import { textIn } from '../words/attributes.js'
import type { ResolvedNode, ResolvedSubgraph } from '../words/resolved.js'
import type { Entry } from '../words/tree.js'

/** Which group each subgraph and each node became. */
export interface Homes {
  readonly groups: ReadonlyMap<ResolvedSubgraph, string>
  readonly parents: ReadonlyMap<string, string | undefined>
  readonly nodes: ReadonlyMap<ResolvedNode, { readonly id: string }>
  /** The ids of nodes whose name is not their id, or `undefined` for those that are no nodes of the model. */
  readonly ids: ReadonlyMap<ResolvedNode, string | undefined>
}

/** The id of a node in the model, if it has one there. */
export function idOf(node: ResolvedNode, { ids }: Homes): string | undefined {
  return ids.size > 0 && ids.has(node) ? ids.get(node) : node.id.text
}

/** Every subgraph, with the nodes that stand in it and in none of those in it. */
export function entriesOf({ subgraphs }: ResolvedSubgraph, homes: Homes): readonly Entry[] {
  return subgraphs.map(subgraph => {
    const group = homes.groups.get(subgraph)
    const rank = group === undefined ? textIn(subgraph.attributes, 'rank') : undefined
    const inner = new Set(subgraph.subgraphs.flatMap(({ nodes }) => nodes))
    return {
      ...(group !== undefined && { group }),
      ...(rank !== undefined && { rank }),
      nodes: subgraph.nodes.flatMap(node => (inner.has(node) ? [] : (idOf(node, homes) ?? []))),
      subgraphs: entriesOf(subgraph, homes),
    }
  })
}
