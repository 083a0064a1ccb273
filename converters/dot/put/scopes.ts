/** What an outline says of its structure, by Graphviz's rules: which subgraph holds which nodes, and what stands where. */
import type { ResolvedEdge, ResolvedGraph } from '../words/resolved.js'
import type { Atom } from '../words/statement.js'
import { type Body, type Chain, type Item, keyOf, type Mention } from './outline.js'

/** A subgraph, however often it is opened; the graph itself is the outermost. */
export interface Scope {
  readonly id?: Atom
  readonly parent?: Scope
  readonly bodies: Body[]
  readonly children: Scope[]
  readonly named: Map<string, Scope>
  /** Every node in it or in one of those in it. */
  readonly members: Set<string>
  /** The statement of its own that makes a node one of its members. */
  readonly first: Map<string, Chain>
}

export interface Survey {
  readonly root: Scope
  readonly scopeOf: ReadonlyMap<Body, Scope>
  readonly hostOf: Map<Item, Body>
  readonly itemOf: ReadonlyMap<Body, Chain>
  /** The statement that first mentions each node, in the order in which nodes are made. */
  readonly first: ReadonlyMap<string, Chain>
  /** The statements of edges, in the order in which they run. */
  readonly chains: readonly Chain[]
}

/** Is told of every statement of edges once its operands have run, with the nodes at each operand. */
type Seen = (chain: Chain, ends: readonly (readonly Mention[])[]) => void

/** Braces nest no deeper than the parser follows them, so the walk may recur. */
export function survey(root: Body, seen?: Seen): Survey {
  const scopeOf = new Map<Body, Scope>()
  const hostOf = new Map<Item, Body>()
  const itemOf = new Map<Body, Chain>()
  const first = new Map<string, Chain>()
  const chains: Chain[] = []
  /** Each node under its name alone, and how many were made before it. */
  const made = new Map<string, { readonly mention: Mention; readonly order: number }>()
  const outer: Scope = {
    bodies: [root],
    children: [],
    named: new Map(),
    members: new Set(),
    first: new Map(),
  }
  const run = (body: Body, scope: Scope): void => {
    scopeOf.set(body, scope)
    for (const item of body.items) {
      hostOf.set(item, body)
      if (item.kind === 'chain') runChain(item, scope)
    }
  }
  const mentioned = (mention: Mention, item: Chain, scope: Scope): void => {
    const { key } = mention
    if (!first.has(key)) {
      made.set(key, { mention: bare(mention), order: first.size })
      first.set(key, item)
    }
    if (!scope.members.has(key)) scope.first.set(key, item)
    for (let at: Scope | undefined = scope; at && !at.members.has(key); at = at.parent) at.members.add(key)
  }
  const membersOf = ({ members }: Scope): Mention[] =>
    Array.from(members, key => made.get(key)!)
      .sort((a, b) => a.order - b.order)
      .map(({ mention }) => mention)
  const runChain = (item: Chain, scope: Scope): void => {
    const ends: (readonly Mention[] | Scope)[] = []
    for (const operand of item.operands) {
      if (operand.kind === 'nodes') {
        for (const mention of operand.mentions) mentioned(mention, item, scope)
        ends.push(operand.mentions)
        continue
      }
      itemOf.set(operand, item)
      const inner = opened(operand, scope)
      run(operand, inner)
      ends.push(inner)
    }
    if (ends.length < 2) return
    chains.push(item)
    seen?.(
      item,
      ends.map(end => ('members' in end ? membersOf(end) : end)),
    )
  }
  run(root, outer)
  return { root: outer, scopeOf, hostOf, itemOf, first, chains }
}

function opened(body: Body, parent: Scope): Scope {
  const { id } = body
  const known = id && parent.named.get(keyOf(id))
  if (known) {
    known.bodies.push(body)
    return known
  }
  const scope: Scope = {
    parent,
    bodies: [body],
    children: [],
    named: new Map(),
    members: new Set(),
    first: new Map(),
    ...(id && { id }),
  }
  parent.children.push(scope)
  if (id) parent.named.set(keyOf(id), scope)
  return scope
}

/** A mention without its port. */
export function bare({ key, text, at }: Mention): Mention {
  return { key, text: at?.first?.text ?? text }
}

/** The statement of a subgraph, or of the graph, in which another one stands, or which it is. */
export function ancestorIn(
  scope: Scope,
  item: Item,
  { hostOf, itemOf, scopeOf }: Pick<Survey, 'hostOf' | 'itemOf' | 'scopeOf'>,
): Item | undefined {
  let at: Item | undefined = item
  while (at) {
    const host: Body = hostOf.get(at)!
    if (scopeOf.get(host) === scope) return at
    at = itemOf.get(host)
  }
  return undefined
}

/** Tells the statements of an outline, as it was read, which edges they make. */
export function tellEdges(root: Body, { edges, directed }: ResolvedGraph): void {
  let next = 0
  const known = new Map<string, number>()
  survey(root, (chain, ends) => {
    for (let place = 1; place < ends.length; place++) {
      for (const tail of ends[place - 1]!) {
        for (const head of ends[place]!) {
          const edge = edges[next]
          const isNext = edge && isBetween(edge, tail, head) && edge.at[0] === chain.tree?.start
          const name = JSON.stringify(directed ? [tail.key, head.key] : [tail.key, head.key].sort())
          if (isNext) known.set(name, next)
          const again = known.get(name)
          chain.uses.push({ edge: isNext ? next++ : again, tail, head })
        }
      }
    }
  })
}

function isBetween(edge: ResolvedEdge, tail: Mention, head: Mention): boolean {
  return keyOf(edge.tail.id) === tail.key && keyOf(edge.head.id) === head.key
}
