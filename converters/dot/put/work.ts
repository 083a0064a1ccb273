/** What every step of putting a graph into its text asks: what is wanted, and which part of the text is which part of that. */
import type { ResolvedGraph, ResolvedSubgraph } from '../resolved.js'
import { type Body, type Chain, type Item, keyOf } from './outline.js'
import { type Scope, type Survey, survey } from './scopes.js'

/** A node or an edge that was taken out of its place and comes back elsewhere, as it was written. */
export interface Loose {
  readonly text: string
  readonly list: string
  readonly comments: readonly string[]
}

export interface Work {
  readonly root: Body
  readonly wanted: ResolvedGraph
  /** From places of edges in the text to those in the wanted graph. */
  readonly edges: ReadonlyMap<number, number>
  readonly owners: ReadonlyMap<number, ResolvedSubgraph>
  readonly keys: ReadonlySet<string>
  readonly members: ReadonlyMap<ResolvedSubgraph, ReadonlySet<string>>
  readonly looseNodes: Map<string, Loose>
  readonly looseEdges: Map<number, Loose>
  readonly newline: string
}

export function workOn(
  root: Body,
  wanted: ResolvedGraph,
  edges: ReadonlyMap<number, number>,
  text: string,
): Work {
  const owners = new Map<number, ResolvedSubgraph>()
  const members = new Map<ResolvedSubgraph, ReadonlySet<string>>()
  const visit = (subgraph: ResolvedSubgraph): void => {
    members.set(subgraph, new Set(subgraph.nodes.map(({ id }) => keyOf(id))))
    for (const { order } of subgraph.edges) owners.set(order, subgraph)
    for (const inner of subgraph.subgraphs) visit(inner)
  }
  visit(wanted)
  return {
    root,
    wanted,
    edges,
    owners,
    keys: new Set(wanted.nodes.map(({ id }) => keyOf(id))),
    members,
    looseNodes: new Map(),
    looseEdges: new Map(),
    newline: text.includes('\r\n') ? '\r\n' : '\n',
  }
}

export type Matching = ReadonlyMap<Scope, ResolvedSubgraph>

/**
 * Which scope is which wanted subgraph: by name under the same parent, then by name anywhere; those without one by
 * the nodes that they share. A scope that is in no pair is to be unwrapped, and what is in it stands for its parent's.
 */
export function matchScopes({ root }: Survey, { wanted, members }: Work): Matching {
  const found = new Map<Scope, ResolvedSubgraph>([[root, wanted]])
  const names = new Set<string>()
  const everyWanted: ResolvedSubgraph[] = []
  const collect = (subgraph: ResolvedSubgraph): void => {
    for (const inner of subgraph.subgraphs) {
      everyWanted.push(inner)
      if (inner.id) names.add(keyOf(inner.id))
      collect(inner)
    }
  }
  collect(wanted)
  const isGone = ({ id }: Scope) => id !== undefined && !names.has(keyOf(id))
  const inner = (scope: Scope): Scope[] =>
    scope.children.flatMap(child => (isGone(child) ? inner(child) : [child]))
  const taken = new Set<ResolvedSubgraph>()
  const pair = (scope: Scope, subgraph: ResolvedSubgraph): void => {
    found.set(scope, subgraph)
    taken.add(subgraph)
    pairInner(scope, subgraph)
  }
  const pairInner = (scope: Scope, subgraph: ResolvedSubgraph): void => {
    for (const child of inner(scope)) {
      if (found.has(child)) continue
      const same = subgraph.subgraphs.filter(
        other =>
          !taken.has(other) && (child.id ? other.id && keyOf(other.id) === keyOf(child.id) : !other.id),
      )
      const shared = (other: ResolvedSubgraph) =>
        [...members.get(other)!].filter(key => child.members.has(key)).length
      let best = same[0]
      for (const other of same) if (shared(other) > shared(best!)) best = other
      if (best) pair(child, best)
    }
  }
  pairInner(root, wanted)
  const left: Scope[] = []
  const rest = (scope: Scope): void => {
    for (const child of scope.children) {
      if (!found.has(child)) left.push(child)
      rest(child)
    }
  }
  rest(root)
  for (const scope of left) {
    if (found.has(scope) || !scope.id) continue
    const other = everyWanted.find(
      subgraph => !taken.has(subgraph) && subgraph.id && keyOf(subgraph.id) === keyOf(scope.id!),
    )
    if (other) pair(scope, other)
  }
  return found
}

/** The wanted subgraph that a scope stands for: its own, or that of the nearest around it. */
export function standsFor(scope: Scope, matching: Matching): ResolvedSubgraph {
  let at: Scope | undefined = scope
  while (at && !matching.has(at)) at = at.parent
  return matching.get(at!)!
}

/** The statement of a body in which another one stands, or which it is. */
export function ancestorIn(body: Body, item: Item, { hostOf, itemOf }: Survey): Item | undefined {
  let at: Item | undefined = item
  while (at) {
    const host = hostOf.get(at)
    if (host === body) return at
    at = host && itemOf.get(host)
  }
  return undefined
}

export function surveyOf({ root }: Work): Survey {
  return survey(root)
}

export function isChain(item: Item): item is Chain {
  return item.kind === 'chain'
}
