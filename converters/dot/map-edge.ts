/** Edges of a resolved graph, and where they end: at a node, or at the cluster that `lhead` or `ltail` names. */
import { makeEdge } from '../../src/ir/build.js'
import type { Edge, End, Extras, Value } from '../../src/ir/model.js'
import { extrasFor, textIn } from './attributes.js'
import { edgeAttributes, edgeLook } from './edge.js'
import {
  type Attributes,
  isTrue,
  type ResolvedEdge,
  type ResolvedGraph,
  type ResolvedNode,
  type ResolvedSubgraph,
} from './resolved.js'
import type { Homes } from './tree.js'

export interface Cluster {
  readonly id: string
  readonly parent: string | undefined
  readonly depth: number
  readonly subgraph: ResolvedSubgraph
  /** The attributes of the cluster or graph around it. */
  readonly outer: Attributes
}

export function dotExtras(values: ReadonlyMap<string, Value>): Extras {
  return values.size === 0 ? new Map() : new Map([['dot', values]])
}

export interface EdgeContext {
  readonly resolved: ResolvedGraph
  /** The first cluster of each name, which is the one that an edge finds, with its nodes. */
  readonly clusters: ReadonlyMap<
    string,
    { readonly id: string; readonly nodes: () => ReadonlySet<ResolvedNode> }
  >
  readonly homes: Homes
  readonly first: ReadonlyMap<string, string>
}

/** What every edge asks of the graph. `first` is the node that stands for each group. */
export function edgeContext(
  resolved: ResolvedGraph,
  clusters: readonly Cluster[],
  homes: Homes,
  first: ReadonlyMap<string, string>,
): EdgeContext {
  const byName = new Map<string, { id: string; nodes: () => ReadonlySet<ResolvedNode> }>()
  for (const { id, subgraph } of clusters) {
    const name = subgraph.id?.text
    if (name === undefined || byName.has(name)) continue
    let nodes: ReadonlySet<ResolvedNode> | undefined
    byName.set(name, { id, nodes: () => (nodes ??= new Set(subgraph.nodes)) })
  }
  return { resolved, clusters: byName, homes, first }
}

export function mapEdge(edge: ResolvedEdge, context: EdgeContext): Edge {
  const { resolved } = context
  const { directed } = resolved
  const [tail, head] = [edge.tail.id.text, edge.head.id.text]
  const graph = resolved.id?.text
  const names = { tail, head, edge: `${tail}${directed ? '->' : '--'}${head}`, ...(graph && { graph }) }
  const look = edgeLook(edge.attributes, names, directed)
  const from = endOf(edge, 'tail', context)
  const to = endOf(edge, 'head', context)
  const used = new Set([from.used, to.used])
  const attributes = new Map([...edge.attributes].filter(([name]) => !used.has(name)))
  const made = makeEdge({
    ...look,
    from: { ...from.end, ...look.from },
    to: { ...to.end, ...look.to },
    ...(edge.at && { at: edge.at }),
  })
  const extras = extrasFor(attributes, edgeAttributes(made, directed))
  if (edge.key !== undefined) extras.set('key', edge.key)
  if (from.node !== undefined) extras.set('from', from.node)
  if (to.node !== undefined) extras.set('to', to.node)
  return extras.size === 0 ? made : { ...made, extras: dotExtras(extras) }
}

interface EndPlace {
  readonly end: Pick<End, 'kind' | 'id'>
  /** The attribute that is said by the end's kind. */
  readonly used?: string
  /** The node that stands for the group, where it is not the one that the writer would take. */
  readonly node?: string
}

/** An end with `lhead` or `ltail` is at the cluster, if the graph is compound and the node stands in the cluster. */
function endOf(edge: ResolvedEdge, side: 'tail' | 'head', context: EdgeContext): EndPlace {
  const attribute = side === 'tail' ? 'ltail' : 'lhead'
  const node = edge[side]
  const id = context.homes.ids.get(node)
  const name = textIn(edge.attributes, attribute)
  const compound = isTrue(textIn(context.resolved.attributes, 'compound'))
  const cluster = name === undefined || !compound ? undefined : context.clusters.get(name)
  if (cluster?.nodes().has(node)) {
    const isFirst = id === undefined || context.first.get(cluster.id) === id
    return { end: { kind: 'group', id: cluster.id }, used: attribute, ...(!isFirst && { node: id }) }
  }
  return { end: { kind: 'node', id: id ?? node.id.text } }
}
