/** The tree of subgraphs of a resolved graph, for the extras of the graph. */
import { ownAttributes } from '../words/group.js'
import type { ResolvedGraph, ResolvedNode, ResolvedSubgraph } from '../words/resolved.js'
import type { Atom } from '../words/statement.js'
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

/** The entries of a resolved graph, or nothing where groups say it all. */
export function entriesOf(graph: ResolvedGraph, homes: Homes): readonly Entry[] | undefined {
  const entries = graph.subgraphs.map(subgraph => entryOf(subgraph, graph, homes))
  return entries.every(isPlain) ? undefined : entries
}

function isPlain({ group, nodes, edges, subgraphs }: Entry): boolean {
  return group !== undefined && nodes.length === 0 && edges.length === 0 && subgraphs.every(isPlain)
}

const NONE: ReadonlySet<unknown> = new Set()

function entryOf(subgraph: ResolvedSubgraph, parent: ResolvedSubgraph, homes: Homes): Entry {
  const group = homes.groups.get(subgraph)
  const hasInner = subgraph.subgraphs.length > 0
  const innerNodes = hasInner ? new Set(subgraph.subgraphs.flatMap(({ nodes }) => nodes)) : NONE
  const innerEdges = hasInner ? new Set(subgraph.subgraphs.flatMap(({ edges }) => edges)) : NONE
  const direct = subgraph.nodes.filter(node => !innerNodes.has(node))
  const extra = group === undefined ? direct : direct.filter(node => homes.nodes.get(node)?.id !== group)
  return {
    ...(group !== undefined ? { group } : subgraph.id && { name: subgraph.id }),
    attributes: group === undefined ? shown(ownAttributes(subgraph, parent.attributes), parent) : new Map(),
    nodes: extra.flatMap(node => idOf(node, homes) ?? []).sort(),
    edges: subgraph.edges.filter(edge => !innerEdges.has(edge)).map(({ order }) => order),
    subgraphs: subgraph.subgraphs.map(inner => entryOf(inner, subgraph, homes)),
  }
}

/** What is not drawn of a subgraph that is no cluster is not kept where it only was inherited. */
function shown(attributes: ReadonlyMap<string, Atom>, parent: ResolvedSubgraph): ReadonlyMap<string, Atom> {
  return new Map(
    [...attributes].filter(([name, { text, html }]) => {
      const outer = parent.attributes.get(name)
      return (text !== '' || html) && (outer?.text !== text || outer.html !== html)
    }),
  )
}
