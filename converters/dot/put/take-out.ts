/** What is gone, or stands elsewhere now, leaves the outline; a statement of which a part stays is said in pieces. */
import type { ResolvedSubgraph } from '../words/resolved.js'
import {
  commentsOf,
  dropComments,
  indentOf,
  leadWithout,
  lineStart,
  reindent,
  withoutComments,
} from './comments.js'
import { standsFor } from './matching.js'
import {
  type Body,
  type Chain,
  type Item,
  keyOf,
  type Mention,
  type NodesOperand,
  type Use,
} from './outline.js'
import { pieces } from './pieces.js'
import type { Scope } from './scopes.js'
import { changed, type Now, nowOf, ownerOf, type Work, wantedPlaceOf } from './work.js'

interface Here extends Now {
  readonly work: Work
  /** Places of wanted edges that are to be taken out, whatever their statement says. */
  readonly loose: ReadonlySet<number>
  /** What stands in the subgraphs of each scope. */
  readonly within: Map<Scope, ReadonlySet<string>>
}

export function takeOut(work: Work, loose: ReadonlySet<number> = new Set()): void {
  cleanBody(work.root, { ...nowOf(work), work, loose, within: new Map() })
  changed(work)
}

function cleanBody(body: Body, here: Here): void {
  const scope = here.survey.scopeOf.get(body)!
  const wanted = standsFor(scope, here.matching)
  const items: Item[] = []
  let gap = ''
  /** What the first statement has before it, where that goes. */
  let opening: string | undefined
  for (const item of body.items) {
    const kept = item.kind === 'other' ? [item] : cleanChain(item, scope, wanted, here)
    const [first] = kept
    if (first && gap && !first.lead.includes('\n')) first.lead = gap + first.lead.trimStart()
    else if (first && opening !== undefined && !/\S|\n/.test(first.lead)) first.lead = opening
    if (!first && items.length === 0 && !/\S/.test(item.lead)) opening ??= item.lead
    else opening = undefined
    if (first) gap = ''
    else if (item.lead.includes('\n')) gap = lineStart(item.lead)
    for (const each of kept) items.push(each)
  }
  body.items.splice(0, body.items.length)
  for (const item of items) body.items.push(item)
}

function cleanChain(item: Chain, scope: Scope, wanted: ResolvedSubgraph, here: Here): Item[] {
  const { work } = here
  const stays = ({ key }: Mention) => work.members.get(wanted)!.has(key)
  for (const operand of item.operands) if (operand.kind === 'body') cleanBody(operand, here)
  if (item.operands.length === 1) {
    // A node that comes into a subgraph takes its statement along.
    const leaves = ({ key }: Mention) => work.inner.get(wanted)!.has(key) && !within(scope, here).has(key)
    return cleanSingle(item, mention => stays(mention) && !leaves(mention), here)
  }
  const keeps = ({ edge, tail, head }: Use) => {
    const place = wantedPlaceOf(edge, work)
    if (place === undefined || here.loose.has(place) || !endsAt(place, tail, head, work)) return false
    return ownerOf(place, work) === wanted && stays(tail) && stays(head)
  }
  const kept = item.uses.filter(keeps)
  if (!item.operands.some(operand => operand.kind === 'body' && isGone(operand, here))) {
    if (kept.length === item.uses.length && named(item).every(stays)) return [item]
    if (shortened(item, kept, stays, here)) return [item]
  }
  const left = new Set(kept)
  for (const use of item.uses) if (!left.has(use)) remember(use, item, work)
  return unwrapped(pieces(item, kept, stays, here, work.newline), here)
}

function within(scope: Scope, { within: known }: Here): ReadonlySet<string> {
  let keys = known.get(scope)
  if (!keys) {
    keys = new Set(scope.children.flatMap(({ members }) => [...members]))
    known.set(scope, keys)
  }
  return keys
}

/** Whether a wanted edge is between two nodes; one that is not directed may be written from either side. */
function endsAt(place: number, tail: Mention, head: Mention, { wanted }: Work): boolean {
  const edge = wanted.edges[place]!
  const [from, to] = [keyOf(edge.tail.id), keyOf(edge.head.id)]
  if (from === tail.key && to === head.key) return true
  return !wanted.directed && from === head.key && to === tail.key
}

const isGone = (body: Body, { survey, matching }: Here) => !matching.has(survey.scopeOf.get(body)!)

function named({ operands }: Chain): Mention[] {
  return operands.flatMap(operand => (operand.kind === 'nodes' ? operand.mentions : []))
}

/** A node statement without the nodes that go, or a subgraph. */
function cleanSingle(item: Chain, stays: (mention: Mention) => boolean, here: Here): Item[] {
  const only = item.operands[0]!
  if (only.kind === 'body') return unwrapped([item], here)
  const kept = only.mentions.filter(stays)
  if (kept.length === only.mentions.length) return [item]
  const comments = commentsOf(item)
  const left = new Set(kept)
  for (const [place, mention] of only.mentions.entries()) {
    const { key, text } = mention
    if (left.has(mention) || !here.work.nodes.has(key)) continue
    here.work.looseNodes.set(key, { text, list: item.list, comments: place === 0 ? comments : [] })
  }
  if (kept.length === 0) return []
  if (kept[0] !== only.mentions[0]) dropComments(item)
  only.mentions = kept
  delete only.raw
  return [item]
}

/** Only where what is left is every edge between what is left at each operand. */
function shortened(
  item: Chain,
  remaining: readonly Use[],
  stays: (mention: Mention) => boolean,
  here: Here,
): boolean {
  const inUse = new Set(remaining.flatMap(({ tail, head }) => [tail, head]))
  const isWhole = item.operands.some(({ kind }) => kind === 'body')
  const remains = (mention: Mention) => isWhole || inUse.has(mention)
  const left = item.operands.map(operand =>
    operand.kind === 'nodes' ? operand.mentions.filter(remains) : operand,
  )
  const sizes = left.map(operand => ('kind' in operand ? nodesLeft(operand, here) : operand.length))
  const count = sizes.slice(1).reduce((sum, size, place) => sum + size * sizes[place]!, 0)
  const isLost = named(item).some(mention => (remains(mention) ? !stays(mention) : stays(mention)))
  if (sizes.includes(0) || count !== remaining.length || isLost) return false
  if (remaining[0] !== item.uses[0]) dropComments(item)
  for (const [place, operand] of item.operands.entries()) {
    const mentions = left[place]!
    if (operand.kind !== 'nodes' || 'kind' in mentions || mentions.length === operand.mentions.length)
      continue
    const nodes: NodesOperand = operand
    nodes.mentions = mentions
    delete nodes.raw
  }
  item.uses = [...remaining]
  return true
}

/** How many nodes stay in a subgraph. */
function nodesLeft(body: Body, { survey, matching, work }: Here): number {
  const scope = survey.scopeOf.get(body)!
  const members = work.members.get(standsFor(scope, matching))!
  let count = 0
  for (const key of scope.members) if (members.has(key)) count++
  return count
}

function remember(use: Use, item: Chain, work: Work): void {
  const place = wantedPlaceOf(use.edge, work)
  if (place === undefined || work.looseEdges.has(place)) return
  work.looseEdges.set(place, {
    text: use.tail.text,
    between: item.between[0] && withoutComments(item.between[0]),
    list: withoutComments(item.list),
    comments: item.uses[0] === use ? commentsOf(item) : [],
  })
}

/** The statements of subgraphs that are gone stand where those stood. */
function unwrapped(items: readonly Chain[], here: Here): Item[] {
  return items.flatMap((item): Item[] => {
    const [body] = item.operands
    if (item.operands.length > 1 || body?.kind !== 'body' || !isGone(body, here)) return [item]
    const inner = body.items.filter(({ kind }) => kind === 'chain')
    const [first] = inner
    if (!first) return []
    const outer = leadWithout(item.lead)
    const [from, to] = [indentOf(first.lead), indentOf(outer)]
    if (first.lead.includes('\n') && from.startsWith(to)) for (const each of inner) reindent(each, from, to)
    if (!first.lead.includes('\n')) first.lead = outer
    return inner
  })
}
