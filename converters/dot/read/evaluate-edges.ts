/** Which edges an edge statement makes or finds again: the rules of Graphviz's cgraph (edge.c, grammar.y). */
import { addTo } from '../../../src/ir/lists.js'
import type { Range } from '../../../src/ir/model.js'
import type { ResolvedEdge, ResolvedNode } from '../words/resolved.js'
import type { Assignment, Atom, ChainStatement } from '../words/statement.js'
import { affordedDefaults, affordsProduct, affordsValue, type Budget, ENTRY } from './budget.js'
import { resolvedDefaults, setValue, type Valued, type WithDefaults } from './scope.js'

export type NodeRecord = Omit<ResolvedNode, 'attributes'> & Valued
type EdgeRecord = Omit<ResolvedEdge, 'attributes' | 'tail' | 'head'> &
  Valued & { readonly tail: NodeRecord; readonly head: NodeRecord }

/** A graph or subgraph while it is being built. What it holds is only there once there is some of it. */
export interface Scope extends Valued, WithDefaults {
  readonly id?: Atom
  readonly parent?: Scope
  readonly at: Range
  own?: Set<string>
  /** Never there in the graph itself, which holds every node and edge. */
  nodes?: Set<NodeRecord>
  edges?: Set<EdgeRecord>
  subgraphs?: Scope[]
  named?: Map<string, Scope>
}

export interface State {
  readonly root: Scope
  readonly strict: boolean
  readonly directed: boolean
  readonly names: Map<string, NodeRecord>
  readonly htmlNames: Map<string, NodeRecord>
  /** In the order in which they were made. */
  readonly nodes: NodeRecord[]
  readonly edges: EdgeRecord[]
  /** Edges by their ends, and by ends and key: kept only as far as something can look for them. */
  readonly byEnds: Map<string, EdgeRecord[]>
  readonly byKey: Map<string, EdgeRecord>
  readonly budget: Budget
}

interface Member {
  readonly node: NodeRecord
  readonly port: string | undefined
}

/** What stands at an end of an edge statement. */
export type End =
  | ({ readonly kind: 'node' } & Member)
  | { readonly kind: 'nodes'; readonly members: readonly Member[] }
  | { readonly kind: 'subgraph'; readonly scope: Scope }

/** endedge: every pair of neighbours in the chain, tail-major. */
export function runEdges(
  ends: readonly End[],
  { attributes, at }: ChainStatement,
  scope: Scope,
  state: State,
): void {
  const key = attributes.length === 0 ? undefined : keyIn(attributes)
  const others = key === undefined ? attributes : attributes.filter(({ name }) => name !== 'key')
  const request: EdgeRequest = { key, attributes: others, at }
  for (let place = 1; place < ends.length; place++) {
    const from = ends[place - 1]!
    const to = ends[place]!
    if (from.kind === 'node' && to.kind === 'node') makeEdge(from, to, request, scope, state)
    else makeEdges(membersOf(from), membersOf(to), request, scope, state)
  }
}

function keyIn(attributes: readonly Assignment[]): string | undefined {
  return attributes.findLast(({ name }) => name === 'key')?.value.text
}

function makeEdges(
  tails: readonly Member[],
  heads: readonly Member[],
  request: EdgeRequest,
  scope: Scope,
  state: State,
): void {
  const count = tails.length * heads.length
  if (!affordsProduct(state.budget, count, depthOf(scope), request.at)) return
  for (const tail of tails) for (const head of heads) makeEdge(tail, head, request, scope, state)
}

/** Those of a subgraph are asked for when the edges are made, behind all operands. */
function membersOf(end: End): readonly Member[] {
  if (end.kind === 'node') return [end]
  if (end.kind === 'nodes') return end.members
  return inOrder(end.scope.nodes ?? NONE).map(node => ({ node, port: undefined }))
}

const NONE: ReadonlySet<never> = new Set()

export function inOrder<T extends { readonly order: number }>(items: ReadonlySet<T>): readonly T[] {
  if (items.size === 0) return NOTHING
  const list: T[] = []
  let isSorted = true
  let last = -1
  for (const item of items) {
    isSorted &&= item.order > last
    last = item.order
    list.push(item)
  }
  return isSorted ? list : list.sort((a, b) => a.order - b.order)
}

const NOTHING: readonly never[] = []

function depthOf({ parent }: Scope): number {
  let depth = 0
  for (let around = parent; around; around = around.parent) depth++
  return depth
}

interface EdgeRequest {
  readonly key: string | undefined
  readonly attributes: readonly Assignment[]
  readonly at: Range
}

/** newedge in grammar.y: find or make the edge, then its ports, then its attributes. */
function makeEdge(tail: Member, head: Member, request: EdgeRequest, scope: Scope, state: State): void {
  const edge =
    (request.key === undefined && !state.strict
      ? undefined
      : knownEdge(tail.node, head.node, request.key, scope, state)) ??
    newEdge(tail.node, head.node, request, scope, state)
  if (!edge) return
  if (tail.port !== undefined || head.port !== undefined) {
    const turned = edge.tail !== edge.head && edge.head === tail.node
    const tailport = turned ? head.port : tail.port
    const headport = turned ? tail.port : head.port
    if (tailport !== undefined) setValue(edge, 'tailport', { text: tailport })
    if (headport !== undefined) setValue(edge, 'headport', { text: headport })
  }
  for (const { name, value } of request.attributes) {
    const names = longestName(tail.node, head.node, state)
    if (affordsValue(state.budget, value.text, names, request.at)) setValue(edge, name, value)
  }
}

/** Of the names that an edge's escapes can stand for. */
function longestName(tail: NodeRecord, head: NodeRecord, { root }: State): number {
  return Math.max(tail.id.text.length, head.id.text.length, nameLength(root))
}

/** Of a graph or subgraph; one without a name has none. */
export function nameLength({ id }: Scope): number {
  return id?.text.length ?? 0
}

/** agedge: an edge is found again by its key, or by its ends alone where the graph is strict. */
function knownEdge(
  tail: NodeRecord,
  head: NodeRecord,
  key: string | undefined,
  scope: Scope,
  state: State,
): EdgeRecord | undefined {
  const ways = state.directed
    ? [[tail, head]]
    : [
        [tail, head],
        [head, tail],
      ]
  let found: EdgeRecord | undefined
  if (key !== undefined) {
    for (const [from, to] of ways) found ??= state.byKey.get(`${ends(from!, to!)}:${key}`)
  } else {
    for (const [from, to] of ways) {
      found ??= state.byEnds.get(ends(from!, to!))?.find(edge => holds(scope, edge))
    }
    for (const [from, to] of ways) found ??= state.byEnds.get(ends(from!, to!))?.[0]
  }
  if (found) addEdge(found, scope, state)
  return found
}

function newEdge(
  tail: NodeRecord,
  head: NodeRecord,
  { key, at }: EdgeRequest,
  scope: Scope,
  state: State,
): EdgeRecord | undefined {
  const order = state.edges.length
  const defaults = resolvedDefaults(scope, 'edge', state.budget)
  const attributes = affordedDefaults(state.budget, defaults, longestName(tail, head, state), at)
  const plain: EdgeRecord = { tail, head, order, attributes, shared: true, at }
  const edge = key === undefined ? plain : { ...plain, key }
  if (key !== undefined || state.strict) {
    const sameEnds = ends(tail, head)
    // ok_to_make_edge: a key does not separate the edges of a strict graph.
    if (state.strict && state.byEnds.get(sameEnds)?.some(edge => holds(scope, edge))) return undefined
    remember(edge, sameEnds, state)
  }
  state.edges.push(edge)
  addEdge(edge, scope, state)
  return edge
}

function remember(edge: EdgeRecord, sameEnds: string, state: State): void {
  if (state.strict) {
    addTo(state.byEnds, sameEnds, edge)
  }
  if (edge.key !== undefined) state.byKey.set(`${sameEnds}:${edge.key}`, edge)
}

function addEdge(edge: EdgeRecord, scope: Scope, { budget }: State): void {
  for (let around = scope; around.parent && !around.edges?.has(edge); around = around.parent) {
    around.edges ??= new Set()
    around.edges.add(edge)
    budget.left -= ENTRY
  }
}

function holds(scope: Scope, edge: EdgeRecord): boolean {
  return !scope.parent || scope.edges?.has(edge) === true
}

function ends(tail: NodeRecord, head: NodeRecord): string {
  return `${tail.order}>${head.order}`
}
