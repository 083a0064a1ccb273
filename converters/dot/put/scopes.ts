/** What an outline says of its structure, by Graphviz's rules: which subgraph holds which nodes, and what stands where. */
import type { ResolvedEdge, ResolvedGraph } from '../resolved.js'
import type { Atom } from '../statement.js'
import { type Body, type Chain, type Item, keyOf, type Mention } from './outline.js'

/** A subgraph, however often it is opened; the graph itself is the outermost. */
export interface Scope {
  readonly id?: Atom
  readonly parent?: Scope
  readonly bodies: Body[]
  readonly children: Scope[]
  /** Every node in it or in one of those in it. */
  readonly members: Set<string>
}

export interface Survey {
  readonly root: Scope
  readonly scopeOf: ReadonlyMap<Body, Scope>
  readonly hostOf: ReadonlyMap<Item, Body>
  readonly itemOf: ReadonlyMap<Body, Chain>
  /** The statement that first mentions each node, in the order in which nodes are made. */
  readonly first: ReadonlyMap<string, Chain>
  /** The statements of edges, in the order in which they run. */
  readonly chains: readonly Chain[]
}

/** @param seen is told of every statement of edges once its operands have run, with the nodes at each operand */
export function survey(
  root: Body,
  seen?: (chain: Chain, ends: readonly (readonly Mention[])[]) => void,
): Survey {
  const scopeOf = new Map<Body, Scope>()
  const hostOf = new Map<Item, Body>()
  const itemOf = new Map<Body, Chain>()
  const first = new Map<string, Chain>()
  const chains: Chain[] = []
  const names = new Map<string, Mention>()
  const outer: Scope = { bodies: [root], children: [], members: new Set() }
  const run = (body: Body, scope: Scope): void => {
    scopeOf.set(body, scope)
    for (const item of body.items) {
      hostOf.set(item, body)
      if (item.kind === 'chain') runChain(item, scope)
    }
  }
  const runChain = (item: Chain, scope: Scope): void => {
    const ends = item.operands.map(operand => {
      if (operand.kind === 'nodes') {
        for (const mention of operand.mentions) {
          if (!first.has(mention.key)) first.set(mention.key, item)
          if (!names.has(mention.key)) names.set(mention.key, bare(mention))
          for (let at: Scope | undefined = scope; at; at = at.parent) at.members.add(mention.key)
        }
        return () => operand.mentions
      }
      itemOf.set(operand, item)
      const inner = opened(operand, scope)
      run(operand, inner)
      return () => [...first.keys()].filter(key => inner.members.has(key)).map(key => names.get(key)!)
    })
    if (item.operands.length < 2) return
    chains.push(item)
    seen?.(
      item,
      ends.map(end => end()),
    )
  }
  run(root, outer)
  return { root: outer, scopeOf, hostOf, itemOf, first, chains }
}

function opened(body: Body, parent: Scope): Scope {
  const { id } = body
  const known = id && parent.children.find(child => child.id && keyOf(child.id) === keyOf(id))
  if (known) {
    known.bodies.push(body)
    return known
  }
  const scope: Scope = { parent, bodies: [body], children: [], members: new Set(), ...(id && { id }) }
  parent.children.push(scope)
  return scope
}

function bare({ key, text, at }: Mention): Mention {
  const name = at?.first?.text ?? text
  return { key, text: name }
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
