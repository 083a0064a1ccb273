/** Which subgraph of the text is which of the wanted ones. */
import { addTo } from '../../../src/ir/lists.js'
import type { ResolvedGraph, ResolvedSubgraph } from '../words/resolved.js'
import { keyOf } from './outline.js'
import type { Scope } from './scopes.js'

export type Matching = ReadonlyMap<Scope, ResolvedSubgraph>

/** The keys of the nodes of each wanted subgraph. */
export type Members = ReadonlyMap<ResolvedSubgraph, ReadonlySet<string>>

interface Pairing {
  readonly found: Map<Scope, ResolvedSubgraph>
  readonly taken: Set<ResolvedSubgraph>
  readonly members: Members
  /** Every wanted subgraph that has a name, by that name. */
  readonly named: ReadonlyMap<string, readonly ResolvedSubgraph[]>
}

/**
 * By name under the same parent, then by name anywhere; those without one by the nodes that they share, then in their order.
 * A scope that is in no pair is to be unwrapped, and what is in it stands for its parent's.
 */
export function matchScopes(root: Scope, wanted: ResolvedGraph, members: Members): Matching {
  const named = new Map<string, ResolvedSubgraph[]>()
  for (const subgraph of members.keys())
    if (subgraph !== wanted && subgraph.id) addTo(named, keyOf(subgraph.id), subgraph)
  const pairing: Pairing = { found: new Map(), taken: new Set(), members, named }
  pair(root, wanted, pairing)
  const left: Scope[] = []
  const rest = (scope: Scope): void => {
    for (const child of scope.children) {
      if (!pairing.found.has(child)) left.push(child)
      rest(child)
    }
  }
  rest(root)
  for (const scope of left) {
    if (pairing.found.has(scope) || !scope.id) continue
    const other = named.get(keyOf(scope.id))?.find(subgraph => !pairing.taken.has(subgraph))
    if (other) pair(scope, other, pairing)
  }
  return pairing.found
}

function pair(scope: Scope, subgraph: ResolvedSubgraph, pairing: Pairing): void {
  const { found, taken } = pairing
  found.set(scope, subgraph)
  taken.add(subgraph)
  const children = remaining(scope, pairing).filter(child => !found.has(child))
  const free = subgraph.subgraphs.filter(inner => !taken.has(inner))
  const byName = new Map(free.flatMap(inner => (inner.id ? [[keyOf(inner.id), inner] as const] : [])))
  for (const child of children) {
    const same = child.id && byName.get(keyOf(child.id))
    if (same && !taken.has(same)) pair(child, same, pairing)
  }
  const anonymous = children.filter(({ id }) => !id)
  if (anonymous.length > 0)
    pairAnonymous(
      anonymous,
      free.filter(({ id }) => !id),
      pairing,
    )
}

/** The subgraphs in a scope; those that nobody wants any more are looked through. */
function remaining(scope: Scope, pairing: Pairing): Scope[] {
  return scope.children.flatMap(child => {
    const isGone = child.id !== undefined && !pairing.named.has(keyOf(child.id))
    return isGone ? remaining(child, pairing) : [child]
  })
}

function pairAnonymous(scopes: readonly Scope[], free: readonly ResolvedSubgraph[], pairing: Pairing): void {
  const { found, taken, members } = pairing
  const holding = new Map<string, ResolvedSubgraph[]>()
  for (const subgraph of free) for (const key of members.get(subgraph)!) addTo(holding, key, subgraph)
  for (const scope of scopes) {
    const shared = new Map<ResolvedSubgraph, number>()
    for (const key of scope.members)
      for (const other of holding.get(key) ?? [])
        if (!taken.has(other)) shared.set(other, (shared.get(other) ?? 0) + 1)
    let best: ResolvedSubgraph | undefined
    for (const [other, count] of shared) if (!best || count > shared.get(best)!) best = other
    if (best) pair(scope, best, pairing)
  }
  const rest = free.filter(subgraph => !taken.has(subgraph)).values()
  for (const scope of scopes) {
    if (found.has(scope)) continue
    const next = rest.next()
    if (next.done) return
    pair(scope, next.value, pairing)
  }
}

/** The wanted subgraph that a scope stands for: its own, or that of the nearest around it. */
export function standsFor(scope: Scope, matching: Matching): ResolvedSubgraph {
  let at: Scope | undefined = scope
  while (at && !matching.has(at)) at = at.parent
  return matching.get(at!)!
}
