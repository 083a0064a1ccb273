/** What is new, or stood elsewhere, comes into the outline: behind what it follows in the wanted graph, as the text around it is written. */
import { textIn } from '../attributes.js'
import { quote } from '../quote.js'
import type { ResolvedEdge, ResolvedNode, ResolvedSubgraph } from '../resolved.js'
import { type Body, type Chain, type Item, keyOf } from './outline.js'
import { type Scope, type Survey, survey } from './scopes.js'
import { pieces } from './take-out.js'
import { ancestorIn, type Loose, type Matching, matchScopes, type Work } from './work.js'

export interface Now {
  readonly work: Work
  readonly survey: Survey
  readonly matching: Matching
  readonly bodies: ReadonlyMap<ResolvedSubgraph, readonly Body[]>
}

export function nowOf(work: Work): Now {
  const now = survey(work.root)
  const matching = matchScopes(now, work)
  const bodies = new Map<ResolvedSubgraph, readonly Body[]>()
  for (const [scope, subgraph] of matching) bodies.set(subgraph, scope.bodies)
  return { work, survey: now, matching, bodies }
}

/** Subgraphs that are missing, or stand in another one, or in another order than is wanted. */
export function putScopes(work: Work): void {
  const order = (wanted: ResolvedSubgraph): void => {
    let before: Item | undefined
    for (const child of wanted.subgraphs) {
      const now = nowOf(work)
      const host = now.bodies.get(wanted)![0]!
      const scope = scopeFor(child, now)
      const own = scope && now.survey.itemOf.get(scope.bodies[0]!)
      const standing = own && ancestorIn(host, own, now.survey)
      const isInOrder =
        own !== undefined &&
        standing === own &&
        (before === undefined || host.items.indexOf(own) >= host.items.indexOf(before))
      if (isInOrder) before = own
      else if (scope && now.bodies.get(wanted)!.some(body => body.items.includes(own!)) && !before)
        before = own
      else before = putScope(child, scope, before, host, now)
    }
    for (const child of wanted.subgraphs) order(child)
  }
  order(work.wanted)
}

function scopeFor(wanted: ResolvedSubgraph, { matching }: Now): Scope | undefined {
  for (const [scope, subgraph] of matching) if (subgraph === wanted) return scope
  return undefined
}

function putScope(
  wanted: ResolvedSubgraph,
  scope: Scope | undefined,
  before: Item | undefined,
  host: Body,
  now: Now,
): Item {
  const { newline } = now.work
  const lead = leadIn(host, now)
  const isLine = lead.includes('\n')
  const items: Item[] = []
  if (scope) {
    for (const body of scope.bodies) {
      const item = openUp(now.survey.itemOf.get(body)!, body, now)
      const around = bodyHolding(item, now.work.root)!
      around.items.splice(around.items.indexOf(item), 1)
      items.push(item)
    }
  }
  const name = wanted.id ? `subgraph ${quote(wanted.id)} ` : ''
  const depth = isLine ? /[ \t]*$/.exec(lead)![0] : ''
  const fresh: Chain = {
    kind: 'chain',
    lead,
    trail: '',
    operands: [
      {
        kind: 'body',
        head: `${name}{`,
        items: [],
        tail: isLine ? `${newline}${depth}}` : ' }',
        ...(wanted.id && { id: wanted.id }),
      },
    ],
    between: [],
    list: '',
    end: '',
    uses: [],
  }
  const added = items.length > 0 ? items : [fresh]
  const first = added[0]!
  if (items.length > 0 && !first.lead.includes('\n')) first.lead = lead
  let place = before ? host.items.indexOf(before) + 1 : host.items.findIndex(hasEdges)
  if (place < 0) place = host.items.length
  host.items.splice(place, 0, ...added)
  return first
}

const hasEdges = (item: Item) => item.kind === 'chain' && item.operands.length > 1

function bodyHolding(item: Item, root: Body): Body | undefined {
  return survey(root).hostOf.get(item)
}

/** A subgraph at the end of an edge becomes a statement of its own, so that what comes into it is no end of the edge. */
export function openUp(item: Chain, body: Body, { survey }: Now): Chain {
  if (item.operands.length === 1) return item
  const host = survey.hostOf.get(item)!
  const parts = pieces(item, item.uses, () => true, { survey })
  host.items.splice(host.items.indexOf(item), 1, ...parts)
  return parts.find(({ operands }) => operands[0] === body)!
}

/** Opens up every statement of edges around a body. */
export function openAround(body: Body, work: Work): void {
  for (let at: Body | undefined = body; at; ) {
    const now = nowOf(work)
    const item: Chain | undefined = now.survey.itemOf.get(at)
    if (!item) return
    const host: Body | undefined = now.survey.hostOf.get(item)
    openUp(item, at, now)
    at = host
  }
}

/** Nodes that a subgraph, or the graph, does not name yet. */
export function putNodes(work: Work): void {
  const visit = (wanted: ResolvedSubgraph): void => {
    for (const inner of wanted.subgraphs) visit(inner)
    const inside = new Set(wanted.subgraphs.flatMap(({ nodes }) => nodes))
    const own = wanted === work.wanted ? freeNodes(work) : wanted.nodes.filter(node => !inside.has(node))
    for (const node of own) putNode(node, wanted, work)
  }
  visit(work.wanted)
}

/** Nodes that stand in no subgraph, in their order. */
function freeNodes({ wanted }: Work): ResolvedNode[] {
  const inside = new Set(wanted.subgraphs.flatMap(({ nodes }) => nodes))
  return wanted.nodes.filter(node => !inside.has(node))
}

function putNode(node: ResolvedNode, wanted: ResolvedSubgraph, work: Work): void {
  const key = keyOf(node.id)
  const now = nowOf(work)
  const scope = scopeFor(wanted, now)!
  const loose = work.looseNodes.get(key)
  const says =
    loose !== undefined &&
    (loose.list.trim() !== '' || loose.comments.length > 0) &&
    isHome(node, wanted, work)
  if (scope.members.has(key) && !says) return
  if (says) work.looseNodes.delete(key)
  const body = scope.bodies[0]!
  openAround(body, work)
  const text = loose && says ? loose.text : quote(node.id)
  const list = loose && says ? loose.list : ''
  const item = declaration(key, text, list, body, nowOf(work), says ? loose.comments : [])
  const at = placeBehind(node, scope, work)
  at.body.items.splice(at.place, 0, item)
}

/** A node's statement comes back where it stands deepest. */
function isHome(node: ResolvedNode, wanted: ResolvedSubgraph, work: Work): boolean {
  if (wanted === work.wanted) return work.wanted.subgraphs.every(({ nodes }) => !nodes.includes(node))
  return wanted.nodes.includes(node) && wanted.subgraphs.every(({ nodes }) => !nodes.includes(node))
}

export function declaration(
  key: string,
  text: string,
  list: string,
  body: Body,
  now: Now,
  comments: readonly string[] = [],
): Chain {
  const lead = leadIn(body, now)
  return {
    kind: 'chain',
    lead:
      comments.map(comment => `${lead.includes('\n') ? lead : now.work.newline}${comment}`).join('') +
      lineFor(lead, comments, now),
    trail: '',
    operands: [{ kind: 'nodes', mentions: [{ key, text }] }],
    between: [],
    list,
    end: endIn(body, now),
    uses: [],
  }
}

const lineFor = (lead: string, comments: readonly string[], { work }: Now): string =>
  comments.length > 0 && !lead.includes('\n') ? `${work.newline}${lead}` : lead

/** Behind the statement that first names the nearest node before this one which stands in the scope. */
function placeBehind(node: ResolvedNode, scope: Scope, work: Work): { body: Body; place: number } {
  const { survey: now, bodies, matching } = nowOf(work)
  const wanted = matching.get([...matching.keys()].find(({ bodies: [first] }) => first === scope.bodies[0])!)!
  const own = bodies.get(wanted)!
  for (let order = node.order - 1; order >= 0; order--) {
    const first = now.first.get(keyOf(work.wanted.nodes[order]!.id))
    if (!first) continue
    for (const body of own) {
      const item = ancestorIn(body, first, now)
      if (item) return { body, place: body.items.indexOf(item) + 1 }
    }
    if (wanted === work.wanted) break
  }
  const [body] = own
  const firstChain = body!.items.findIndex(({ kind }) => kind === 'chain')
  return { body: body!, place: firstChain < 0 ? body!.items.length : firstChain }
}

/** Edges that the text does not have yet. */
export function putEdges(work: Work): void {
  const present = placesOf(work)
  for (const edge of work.wanted.edges) {
    if (present.has(edge.order)) continue
    putEdge(edge, work)
  }
}

export function placesOf(work: Work): Map<number, Chain> {
  const found = new Map<number, Chain>()
  for (const chain of survey(work.root).chains) {
    for (const { edge } of chain.uses) {
      const place = edge === undefined ? undefined : placeOf(edge, work)
      if (place !== undefined && !found.has(place)) found.set(place, chain)
    }
  }
  return found
}

/** Edges that came in are known by the place that they are wanted at, below zero. */
function placeOf(edge: number, { edges }: Work): number | undefined {
  return edge < 0 ? -1 - edge : edges.get(edge)
}

function putEdge(edge: ResolvedEdge, work: Work): void {
  const owner = work.owners.get(edge.order) ?? work.wanted
  const present = placesOf(work)
  let after: Chain | undefined
  let before: Chain | undefined
  for (let order = edge.order - 1; order >= 0 && !after; order--) {
    after = present.get(order)
    if (after) splitBehind(after, order, work)
  }
  const now = nowOf(work)
  const again = placesOf(work)
  for (let order = edge.order - 1; order >= 0; order--) {
    after = again.get(order)
    if (after) break
  }
  for (let order = edge.order + 1; order < work.wanted.edges.length && !before; order++)
    before = again.get(order)
  const bodies = now.bodies.get(owner)!
  for (const body of bodies) {
    const item = after && ancestorIn(body, after, now.survey)
    if (!item || (item !== after && holdsLater(item, edge.order, work))) continue
    openAround(body, work)
    body.items.splice(
      behindEnds(edge, body, body.items.indexOf(item) + 1, work),
      0,
      edgeItem(edge, body, work),
    )
    return
  }
  for (const body of bodies) {
    const item = before && ancestorIn(body, before, now.survey)
    if (!item || (item !== before && holdsEarlier(item, edge.order, work))) continue
    openAround(body, work)
    body.items.splice(body.items.indexOf(item), 0, edgeItem(edge, body, work))
    return
  }
  if (!after && !before) {
    const body = bodies.at(-1)!
    openAround(body, work)
    body.items.push(edgeItem(edge, body, work))
    return
  }
  reopen(edge, owner, after, work)
}

function holdsLater(item: Item, order: number, work: Work): boolean {
  return ordersIn(item, work).some(place => place > order)
}

function holdsEarlier(item: Item, order: number, work: Work): boolean {
  return ordersIn(item, work).some(place => place < order)
}

function ordersIn(item: Item, work: Work): number[] {
  if (item.kind !== 'chain') return []
  const own = item.uses.flatMap(({ edge }) => (edge === undefined ? [] : (placeOf(edge, work) ?? [])))
  const inner = item.operands.flatMap(operand =>
    operand.kind === 'body' ? operand.items.flatMap(each => ordersIn(each, work)) : [],
  )
  return [...own, ...inner]
}

/** A chain of which an edge is to be followed by another one is said in two. */
function splitBehind(chain: Chain, order: number, work: Work): void {
  const index = chain.uses.findIndex(({ edge }) => edge !== undefined && placeOf(edge, work) === order)
  if (index < 0 || index === chain.uses.length - 1) return
  const now = survey(work.root)
  const host = now.hostOf.get(chain)!
  const [head, rest] = [chain.uses.slice(0, index + 1), chain.uses.slice(index + 1)]
  const first = pieces(chain, head, () => true, { survey: now })
  const second = pieces(chain, rest, () => true, { survey: now }).filter(
    ({ operands }) => operands.length > 1,
  )
  host.items.splice(host.items.indexOf(chain), 1, ...first, ...second)
}

/** Behind the statements that name its ends, as far as no later edge stands before them. */
function behindEnds({ tail, head, order }: ResolvedEdge, body: Body, from: number, work: Work): number {
  const now = survey(work.root)
  let place = from
  for (const { id } of [tail, head]) {
    const first = now.first.get(keyOf(id))
    const item = first && ancestorIn(body, first, now)
    if (item) place = Math.max(place, body.items.indexOf(item) + 1)
  }
  const isFree = body.items.slice(from, place).every(item => !holdsLater(item, order, work))
  return isFree ? place : from
}

/** Into its subgraph, which is opened once more behind the edge before. */
function reopen(edge: ResolvedEdge, owner: ResolvedSubgraph, after: Chain | undefined, work: Work): void {
  const now = nowOf(work)
  const path = pathTo(owner, work.wanted) ?? []
  const anchor = after && ancestorIn(work.root, after, now.survey)
  let body = work.root
  let place = anchor ? body.items.indexOf(anchor) + 1 : body.items.length
  for (const step of path) {
    const lead = leadIn(body, now)
    const isLine = lead.includes('\n')
    const inner: Body = {
      kind: 'body',
      head: `subgraph ${quote(step.id ?? { text: '' })} {`,
      items: [],
      tail: isLine ? `${work.newline}${/[ \t]*$/.exec(lead)![0]}}` : ' }',
      ...(step.id && { id: step.id }),
    }
    const item: Chain = {
      kind: 'chain',
      lead,
      trail: '',
      operands: [inner],
      between: [],
      list: '',
      end: '',
      uses: [],
    }
    body.items.splice(place, 0, item)
    body = inner
    place = 0
  }
  body.items.splice(place, 0, edgeItem(edge, body, work))
}

function pathTo(wanted: ResolvedSubgraph, from: ResolvedSubgraph): ResolvedSubgraph[] | undefined {
  if (wanted === from) return []
  for (const inner of from.subgraphs) {
    const path = pathTo(wanted, inner)
    if (path) return [inner, ...path]
  }
  return undefined
}

function edgeItem(edge: ResolvedEdge, body: Body, work: Work): Chain {
  const now = nowOf(work)
  const { tail, head, order, key, attributes } = edge
  const loose: Loose | undefined = work.looseEdges.get(order)
  const port = (name: string) => {
    const text = textIn(attributes, name)
    return text === undefined ? '' : `:${portText(text)}`
  }
  const ends = [
    { key: keyOf(tail.id), text: quote(tail.id) + port('tailport') },
    { key: keyOf(head.id), text: quote(head.id) + port('headport') },
  ] as const
  const operator = work.wanted.directed ? '->' : '--'
  const list = loose?.list ?? (key === undefined ? '' : ` [key=${quote({ text: key })}]`)
  const comments = loose?.comments ?? []
  const item = declaration(ends[0].key, ends[0].text, list, body, now, comments)
  item.operands = ends.map(mention => ({ kind: 'nodes', mentions: [mention] }))
  item.between = [
    loose ? (/\s*(->|--)\s*/.exec(loose.text)?.[0] ?? ` ${operator} `) : operatorIn(work, operator),
  ]
  item.uses = [{ edge: -1 - order, tail: ends[0], head: ends[1] }]
  return item
}

/** With blanks around it, unless the text's own edges have none. */
function operatorIn(work: Work, operator: string): string {
  const own = survey(work.root).chains[0]?.between[0]
  return own !== undefined && own.trim() === operator ? own : ` ${operator} `
}

export function portText(text: string): string {
  const parts = text.split(':')
  if (parts.length > 2 || parts.includes('')) return quote({ text })
  return parts.map(part => quote({ text: part })).join(':')
}

/** What stands before a statement that comes into a body: a line of its own, unless the body is all on one line. */
export function leadIn(body: Body, now: Now): string {
  const { newline } = now.work
  const written = body.items.map(({ lead }) => lead).filter(lead => lead !== '')
  const line = written.find(lead => lead.includes('\n'))
  if (line !== undefined) return `${newline}${/[ \t]*$/.exec(line)![0]}`
  if (written.length > 0 || !body.tail.includes('\n')) return ' '
  const depth = /\n([ \t]*)\}?[^\n]*$/.exec(body.tail)?.[1] ?? ''
  const item = now.survey.itemOf.get(body)
  const step = item ? stepOf(now.work.root) : '  '
  return `${newline}${depth}${step}`
}

/** How much deeper the text writes what stands in braces. */
function stepOf(root: Body): string {
  const lead = root.items.find(item => item.lead.includes('\n'))?.lead
  return (lead && /[ \t]*$/.exec(lead)![0]) || '  '
}

/** A semicolon, unless the statements around have none. */
function endIn(body: Body, now: Now): string {
  const plain = (items: readonly Item[]) =>
    items.filter(item => item.kind === 'other' || item.operands.every(({ kind }) => kind === 'nodes'))
  const around = plain(body.items)
  const all = around.length > 0 ? around : plain(now.work.root.items)
  const last = all.at(-1)
  if (!last) return ';'
  return (last.kind === 'other' ? last.text.endsWith(';') : last.end.includes(';')) ? ';' : ''
}
