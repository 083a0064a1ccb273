/** What every step of putting a graph into its text asks: what is wanted, and which part of the text is which part of that. */
import type { ResolvedGraph, ResolvedNode, ResolvedSubgraph } from '../words/resolved.js'
import { type Matching, type Members, matchScopes } from './matching.js'
import { type Body, keyOf } from './outline.js'
import { type Scope, type Survey, survey } from './scopes.js'
import type { Wanted } from './wanted.js'

/** A node or an edge that was taken out of its place and comes back elsewhere, as it was written. */
export interface Loose {
  readonly text: string
  /** What stands between the ends of an edge. */
  readonly between?: string | undefined
  readonly list: string
  readonly comments: readonly string[]
}

export interface Work {
  readonly root: Body
  readonly wanted: ResolvedGraph
  /** The wanted nodes in the order in which they are to be made. */
  readonly nodes: ReadonlyMap<string, ResolvedNode>
  /** From places of edges in the text to those in the wanted graph. */
  readonly edges: ReadonlyMap<number, number>
  /** The innermost subgraph that each wanted edge stands in; the graph itself for the others. */
  readonly owners: ReadonlyMap<number, ResolvedSubgraph>
  /** Of the graph and every wanted subgraph. */
  readonly members: Members
  /** What stands in a subgraph of each, too. */
  readonly inner: Members
  readonly parents: ReadonlyMap<ResolvedSubgraph, ResolvedSubgraph>
  readonly looseNodes: Map<string, Loose>
  readonly looseEdges: Map<number, Loose>
  readonly newline: string
  /** What the outline says, as long as nobody changes it. */
  now: Now | undefined
}

export interface Now {
  readonly survey: Survey
  readonly matching: Matching
  readonly scopes: ReadonlyMap<ResolvedSubgraph, Scope>
}

export function workOn(
  root: Body,
  { graph: wanted, order }: Wanted,
  edges: ReadonlyMap<number, number>,
  text: string,
): Work {
  const owners = new Map<number, ResolvedSubgraph>()
  const members = new Map<ResolvedSubgraph, ReadonlySet<string>>()
  const inner = new Map<ResolvedSubgraph, ReadonlySet<string>>()
  const parents = new Map<ResolvedSubgraph, ResolvedSubgraph>()
  const visit = (subgraph: ResolvedSubgraph): void => {
    members.set(subgraph, new Set(subgraph.nodes.map(({ id }) => keyOf(id))))
    for (const { order } of subgraph.edges) owners.set(order, subgraph)
    for (const each of subgraph.subgraphs) {
      parents.set(each, subgraph)
      visit(each)
    }
    inner.set(subgraph, new Set(subgraph.subgraphs.flatMap(each => [...members.get(each)!])))
  }
  visit(wanted)
  return {
    root,
    wanted,
    nodes: inOrder(wanted.nodes, order),
    edges,
    owners,
    members,
    inner,
    parents,
    looseNodes: new Map(),
    looseEdges: new Map(),
    newline: text.includes('\r\n') ? '\r\n' : '\n',
    now: undefined,
  }
}

/** Those that have no place in the order stand behind the others. */
function inOrder(all: readonly ResolvedNode[], order: readonly string[]): Map<string, ResolvedNode> {
  const nodes = new Map(all.map(node => [keyOf(node.id), node]))
  return new Map([...order, ...nodes.keys()].map(key => [key, nodes.get(key)!]))
}

export function nowOf(work: Work): Now {
  if (work.now) return work.now
  const found = survey(work.root)
  const matching = matchScopes(found.root, work.wanted, work.members)
  const scopes = new Map(Array.from(matching, ([scope, subgraph]) => [subgraph, scope] as const))
  work.now = { survey: found, matching, scopes }
  return work.now
}

/** To be called by whoever has changed the outline. */
export function changed(work: Work): void {
  work.now = undefined
}

/** The place at which an edge of the outline is wanted. Edges that came in are known by it, below zero. */
export function wantedPlaceOf(edge: number | undefined, { edges }: Work): number | undefined {
  if (edge === undefined) return undefined
  return edge < 0 ? -1 - edge : edges.get(edge)
}

/** What an edge that comes in is known by. */
export function comingIn(order: number): number {
  return -1 - order
}

export function ownerOf(order: number, { owners, wanted }: Work): ResolvedSubgraph {
  return owners.get(order) ?? wanted
}
