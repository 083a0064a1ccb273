/**
 * The subgraphs that a text is to have: the clusters and ranks of the wanted graph, and of the document the subgraphs that show nothing, with
 * what of their nodes and edges is still there. So they stay where the author has them, and so do edges that are written in a cluster.
 */
import type { Matched } from '../../../src/diff/match.js'
import { addTo } from '../../../src/ir/lists.js'
import type { Graph } from '../../../src/ir/model.js'
import { idOf } from '../read/tree.js'
import { textIn } from '../words/attributes.js'
import { clusterName } from '../words/names.js'
import { perObject } from '../words/per-object.js'
import {
  everySubgraph,
  isCluster,
  type ResolvedGraph,
  type ResolvedNode,
  type ResolvedSubgraph,
} from '../words/resolved.js'
import { isRank } from '../words/tree.js'
import type { Reading } from './reading.js'

export type Pairs = Pick<Matched, 'nodes' | 'groups' | 'edges'>

export interface Asked {
  readonly reading: Reading
  /** What the writer says of the wanted graph. */
  readonly canonical: ResolvedGraph
  readonly after: Graph
  /** Which element of the reading is which of the wanted graph. */
  readonly pairs: Pairs
  /** The nodes of `canonical` by their ids. */
  readonly nodes: ReadonlyMap<string, ResolvedNode>
}

/** A subgraph in the making: what it is like, and what is in it. */
interface Made {
  readonly like: Pick<ResolvedSubgraph, 'id' | 'attributes' | 'assigned' | 'at'>
  /** Of a cluster. */
  readonly group?: string
  readonly nodes: Set<ResolvedNode>
  readonly edges: Set<number>
  readonly subgraphs: Made[]
}

interface Making extends Asked {
  readonly clusters: ReadonlyMap<string, ResolvedSubgraph>
  /** The document's subgraph of each wanted group. */
  readonly documents: ReadonlyMap<string, ResolvedSubgraph>
  readonly groupsIn: ReadonlyMap<string | undefined, readonly string[]>
  /** Groups, and subgraphs of the writer's text, that have their place. */
  readonly placed: Set<string | ResolvedSubgraph>
  /** What became of the document's subgraphs. */
  readonly made: Map<ResolvedSubgraph, Made>
}

export function withDocument(asked: Asked): ResolvedGraph {
  const { reading, canonical, after, pairs } = asked
  const { resolved, homes } = reading
  if (resolved.subgraphs.length === 0) return canonical
  const documents = new Map<string, ResolvedSubgraph>()
  for (const [subgraph, group] of homes.groups) {
    const now = pairs.groups.get(group)
    if (now !== undefined) documents.set(now, subgraph)
  }
  const groupsIn = new Map<string | undefined, string[]>()
  for (const { id, parent } of after.groups.values()) addTo(groupsIn, parent, id)
  const clusters = new Map([...everySubgraph(canonical)].map(each => [each.id?.text ?? '', each]))
  const making: Making = {
    ...asked,
    clusters,
    documents,
    groupsIn,
    placed: new Set(),
    made: new Map(),
  }
  const root: Made = {
    like: canonical,
    nodes: new Set(canonical.nodes),
    edges: new Set(),
    subgraphs: levelOf(resolved, undefined, canonical, making),
  }
  placeEdges(root, making)
  return { ...canonical, subgraphs: root.subgraphs.map(each => finished(each, canonical)) }
}

/** What stands in the graph or in a cluster: what the document has in it, and what comes in. */
function levelOf(
  document: ResolvedSubgraph | undefined,
  group: string | undefined,
  canonical: ResolvedSubgraph,
  making: Making,
): Made[] {
  const items = document ? subgraphsOf(document, group, canonical, making) : []
  const siblings = making.groupsIn.get(group) ?? []
  const standing = new Map(
    items.flatMap((item, place) => [...groupsOf(item)].map(id => [id, place] as const)),
  )
  /** By the item behind which they come in. */
  const coming = new Map<number, Made[]>()
  let last = standing.size > 0 ? -1 : items.length - 1
  for (const id of siblings) {
    const place = standing.get(id)
    if (place !== undefined) last = place
    else addTo(coming, last, clusterOf(id, making.documents.get(id), making))
  }
  const all = [
    ...(coming.get(-1) ?? []),
    ...items.flatMap((item, place) => [item, ...(coming.get(place) ?? [])]),
  ]
  return [...inOrder(all, siblings), ...ranksLeft(canonical, making)]
}

function subgraphsOf(
  document: ResolvedSubgraph,
  group: string | undefined,
  canonical: ResolvedSubgraph,
  making: Making,
): Made[] {
  const { after, pairs, reading, placed, nodes } = making
  return document.subgraphs.flatMap((subgraph): Made[] => {
    const old = reading.homes.groups.get(subgraph)
    if (old !== undefined) {
      const now = pairs.groups.get(old)
      if (now === undefined) return subgraphsOf(subgraph, group, canonical, making)
      // One that came into another cluster stands there.
      const isHere = after.groups.get(now)?.parent === group && !placed.has(now)
      return isHere ? [clusterOf(now, subgraph, making)] : []
    }
    const rank = rankOf(subgraph)
    const set = isRank(rank) ? rankLike(subgraph, canonical, making) : undefined
    if (isRank(rank) && !set) return subgraphsOf(subgraph, group, canonical, making)
    const inner = subgraphsOf(subgraph, group, set ?? canonical, making)
    if (set) inner.push(...ranksLeft(set, making))
    const there = new Set(set ? set.nodes.map(node => making.canonical.nodes[node.order]!) : [])
    if (!set) {
      const mayStay = group === undefined ? undefined : ordersIn(canonical)
      for (const node of directNodes(subgraph)) {
        const now = nodes.get(pairs.nodes.get(idOf(node, reading.homes) ?? '') ?? '')
        if (now && mayStay?.has(now.order) !== false) there.add(now)
      }
    }
    for (const each of inner) for (const node of each.nodes) there.add(node)
    if (there.size === 0 && subgraph.nodes.length > 0) return inner
    const made = { like: subgraph, nodes: there, edges: new Set<number>(), subgraphs: inner }
    making.made.set(subgraph, made)
    return [made]
  })
}

function clusterOf(group: string, document: ResolvedSubgraph | undefined, making: Making): Made {
  const canonical = making.clusters.get(clusterName(group))!
  making.placed.add(group)
  const isRenamed = !document?.id || making.reading.homes.groups.get(document) !== group
  const made: Made = {
    like: isRenamed ? canonical : { ...canonical, id: document.id! },
    group,
    nodes: new Set(canonical.nodes.map(({ order }) => making.canonical.nodes[order]!)),
    edges: new Set(),
    subgraphs: levelOf(document, group, canonical, making),
  }
  if (document) making.made.set(document, made)
  return made
}

const rankOf = ({ attributes }: ResolvedSubgraph) => textIn(attributes, 'rank')

/** The writer's subgraph that puts the same nodes on the same rank, or as many of them as any. */
function rankLike(
  subgraph: ResolvedSubgraph,
  canonical: ResolvedSubgraph,
  { pairs, reading, placed, nodes }: Making,
): ResolvedSubgraph | undefined {
  const shared = new Map<ResolvedSubgraph, number>()
  for (const node of subgraph.nodes) {
    const now = nodes.get(pairs.nodes.get(idOf(node, reading.homes) ?? '') ?? '')
    for (const set of (now && ranksOn(canonical).get(now.order)) ?? []) {
      if (!placed.has(set) && rankOf(set) === rankOf(subgraph)) shared.set(set, (shared.get(set) ?? 0) + 1)
    }
  }
  let best: ResolvedSubgraph | undefined
  const closeness = (set: ResolvedSubgraph) => 2 * shared.get(set)! - set.nodes.length
  for (const set of shared.keys()) if (!best || closeness(set) > closeness(best)) best = set
  if (best) placed.add(best)
  return best
}

/** The subgraphs in one of the writer's that are no clusters, by the places of their nodes. */
const ranksOn = perObject(({ subgraphs }: ResolvedSubgraph) => {
  const found = new Map<number, ResolvedSubgraph[]>()
  for (const set of subgraphs)
    if (!isCluster(set)) for (const { order } of set.nodes) addTo(found, order, set)
  return found
})

const ordersIn = perObject(({ nodes }: ResolvedSubgraph) => new Set(nodes.map(({ order }) => order)))

/** The ranks of the writer's text that no subgraph of the document says. */
function ranksLeft(canonical: ResolvedSubgraph, making: Making): Made[] {
  return canonical.subgraphs.flatMap((set): Made[] => {
    if (isCluster(set) || making.placed.has(set)) return []
    const nodes = new Set(set.nodes.map(({ order }) => making.canonical.nodes[order]!))
    return [{ like: set, nodes, edges: new Set(), subgraphs: ranksLeft(set, making) }]
  })
}

/** Items whose clusters are out of order are put in order; what holds none stays behind what it stood behind. */
function inOrder(items: readonly Made[], siblings: readonly string[]): readonly Made[] {
  const places = new Map(siblings.map((id, place) => [id, place]))
  let last = -1
  let isSorted = true
  const keyed = items.map(item => {
    const own = [...groupsOf(item)].flatMap(id => places.get(id) ?? [])
    if (own.length > 0) {
      const first = Math.min(...own)
      isSorted &&= first > last
      last = first
    }
    return { item, place: last }
  })
  if (isSorted) return items
  return keyed.sort((a, b) => a.place - b.place).map(({ item }) => item)
}

/** A cluster, or those that stand in a subgraph that is none. */
function* groupsOf({ group, subgraphs }: Made): Generator<string> {
  if (group !== undefined) yield group
  else for (const inner of subgraphs) yield* groupsOf(inner)
}

/** An edge stays in the subgraph in which it was written, or in the next one around it that still has its ends. */
function placeEdges(root: Made, { reading, canonical, pairs, made }: Making): void {
  const around = new Map<Made, Made>()
  const visit = (item: Made): void => {
    for (const inner of item.subgraphs) {
      around.set(inner, item)
      visit(inner)
    }
  }
  visit(root)
  const owners = new Map<number, readonly ResolvedSubgraph[]>()
  const own = (subgraph: ResolvedSubgraph, path: readonly ResolvedSubgraph[]): void => {
    for (const { order } of subgraph.edges) owners.set(order, path)
    for (const inner of subgraph.subgraphs) own(inner, [inner, ...path])
  }
  for (const subgraph of reading.resolved.subgraphs) own(subgraph, [subgraph])
  for (const [old, now] of pairs.edges) {
    const edge = canonical.edges[now]!
    const ends = [edge.tail, edge.head]
    const path = (owners.get(old) ?? []).flatMap(subgraph => made.get(subgraph) ?? [])
    let owner: Made | undefined = path.find(({ nodes }) => ends.every(node => nodes.has(node)))
    for (; owner && owner !== root; owner = around.get(owner)) owner.edges.add(now)
  }
}

function finished({ like, nodes, edges, subgraphs }: Made, graph: ResolvedGraph): ResolvedSubgraph {
  const { id, attributes, assigned, at } = like
  return {
    ...(id && { id }),
    attributes,
    assigned,
    nodes: [...nodes].sort((a, b) => a.order - b.order),
    edges: [...edges].sort((a, b) => a - b).map(place => graph.edges[place]!),
    subgraphs: subgraphs.map(each => finished(each, graph)),
    at,
  }
}

function directNodes({ nodes, subgraphs }: ResolvedSubgraph): readonly ResolvedNode[] {
  const inner = new Set(subgraphs.flatMap(each => each.nodes))
  return nodes.filter(node => !inner.has(node))
}
