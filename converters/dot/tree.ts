/**
 * The tree of subgraphs, as far as groups do not tell it: subgraphs that are no clusters, nodes in a
 * second cluster, edges that belong to a subgraph. It is kept in `extras.dot.subgraphs` of the graph.
 */
import type { Edge, Graph, Value } from '../../src/ir/model.js'
import { ownAttributes } from './group.js'
import type { ResolvedGraph, ResolvedNode, ResolvedSubgraph } from './resolved.js'
import type { Atom } from './statement.js'

/** One subgraph: a cluster by its group, or another one with its name, if it has one, and its attributes. */
export interface Entry {
  readonly group?: string
  readonly name?: Atom
  readonly attributes: ReadonlyMap<string, Atom>
  /** Nodes that stand directly in it, and that its group does not hold anyway; they are made in the graph's own order. */
  readonly nodes: readonly string[]
  /** Places of the edges that were made directly in it. */
  readonly edges: readonly number[]
  readonly subgraphs: readonly Entry[]
}

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

export function treeValue(entries: readonly Entry[]): Value {
  return entries.map(({ group, name, attributes, nodes, edges, subgraphs }) => {
    const value = new Map<string, Value>()
    if (group !== undefined) value.set('group', group)
    if (name) value.set('name', atomValue(name))
    if (attributes.size > 0) {
      value.set('attributes', new Map([...attributes].map(([key, atom]) => [key, atomValue(atom)])))
    }
    if (nodes.length > 0) value.set('nodes', nodes)
    if (edges.length > 0) value.set('edges', edges)
    if (subgraphs.length > 0) value.set('subgraphs', treeValue(subgraphs))
    return value
  })
}

function atomValue({ text, html }: Atom): Value {
  return html ? new Map([['html', text]]) : text
}

function valueAtom(value: Value | undefined): Atom | undefined {
  if (typeof value === 'string') return { text: value }
  const html = value instanceof Map ? value.get('html') : undefined
  return typeof html === 'string' ? { text: html, html: true } : undefined
}

/**
 * The tree kept in a graph's extras, as far as it still fits the graph: entries of groups that are gone or
 * stand elsewhere now, nodes and edges that are gone, are left out.
 */
export function keptTree(graph: Graph): readonly Entry[] {
  const value = graph.extras.get('dot')?.get('subgraphs')
  if (!Array.isArray(value)) return []
  const used = { groups: new Set<string>(), edges: new Set<number>(), members: new Map<Entry, Set<string>>() }
  const inGroups = new Map<string, string[]>()
  for (const { id, group } of graph.nodes.values()) {
    if (group === undefined) continue
    const list = inGroups.get(group)
    if (list) list.push(id)
    else inGroups.set(group, [id])
  }
  const places = new Map([...graph.nodes.keys()].map((id, place) => [id, place]))
  return entriesIn(value, graph, undefined, { ...used, inGroups, places })
}

interface Used {
  readonly groups: Set<string>
  readonly edges: Set<number>
  /** The nodes that each entry holds, those of the entries in it too. */
  readonly members: Map<Entry, Set<string>>
  readonly inGroups: ReadonlyMap<string, readonly string[]>
  /** The places of the graph's nodes. */
  readonly places: ReadonlyMap<string, number>
}

function entriesIn(value: Value | undefined, graph: Graph, parent: string | undefined, used: Used): Entry[] {
  if (!Array.isArray(value)) return []
  return (value as readonly Value[]).flatMap(item => {
    if (!(item instanceof Map)) return []
    const entry = item as ReadonlyMap<string, Value>
    const group = entry.get('group')
    if (group !== undefined) {
      const known = typeof group === 'string' ? graph.groups.get(group) : undefined
      if (!known || known.parent !== parent || used.groups.has(known.id)) return []
      used.groups.add(known.id)
    }
    const id = typeof group === 'string' ? group : undefined
    const name = id === undefined ? valueAtom(entry.get('name')) : undefined
    const nodes = nodesIn(entry.get('nodes'), used)
    const subgraphs = entriesIn(entry.get('subgraphs'), graph, id ?? parent, used)
    const members = new Set([...nodes, ...(used.inGroups.get(id ?? '') ?? [])])
    for (const inner of subgraphs) for (const node of used.members.get(inner) ?? []) members.add(node)
    const kept: Entry = {
      ...(id !== undefined && { group: id }),
      ...(name && { name }),
      attributes: id === undefined ? attributesIn(entry.get('attributes')) : new Map(),
      nodes,
      edges: edgesIn(entry.get('edges'), graph, used, members),
      subgraphs,
    }
    used.members.set(kept, members)
    return [kept]
  })
}

function attributesIn(value: Value | undefined): ReadonlyMap<string, Atom> {
  const attributes = new Map<string, Atom>()
  if (!(value instanceof Map)) return attributes
  for (const [name, text] of value as ReadonlyMap<string, Value>) {
    const atom = valueAtom(text)
    if (atom) attributes.set(name, atom)
  }
  return attributes
}

function nodesIn(value: Value | undefined, { places }: Used): string[] {
  const ids = Array.isArray(value) ? (value as readonly Value[]) : []
  const known = new Set(ids.filter((id): id is string => typeof id === 'string' && places.has(id)))
  return [...known].sort((a, b) => places.get(a)! - places.get(b)!)
}

/** An edge is written in a subgraph only as long as its ends are: it would bring them there. */
function edgesIn(value: Value | undefined, graph: Graph, used: Used, members: ReadonlySet<string>): number[] {
  const places = Array.isArray(value) ? (value as readonly Value[]) : []
  const isInside = ({ kind, id }: Edge['from']) => kind === 'group' || members.has(id)
  return places.filter((place): place is number => {
    const edge = typeof place === 'number' ? graph.edges[place] : undefined
    if (!edge || typeof place !== 'number' || used.edges.has(place)) return false
    if (!isInside(edge.from) || !isInside(edge.to)) return false
    used.edges.add(place)
    return true
  })
}
