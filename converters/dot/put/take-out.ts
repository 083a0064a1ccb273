/** What is gone, or stands elsewhere now, leaves the outline; a statement of which a part stays is said in pieces. */
import { commentsIn, textsOf } from '../comments.js'
import type { ResolvedSubgraph } from '../resolved.js'
import {
  type Body,
  type Chain,
  type Item,
  keyOf,
  type Mention,
  type NodesOperand,
  type Use,
} from './outline.js'
import { type Survey, survey } from './scopes.js'
import { type Matching, standsFor, type Work } from './work.js'

interface Here {
  readonly work: Work
  readonly survey: Survey
  readonly matching: Matching
}

/** @param loose places of wanted edges that are to be taken out, whatever their statement says */
export function takeOut(work: Work, matching: Matching, now: Survey, loose: ReadonlySet<number>): void {
  cleanBody(work.root, { work, survey: now, matching }, loose)
}

function cleanBody(body: Body, here: Here, loose: ReadonlySet<number>): void {
  const scope = here.survey.scopeOf.get(body)!
  const wanted = standsFor(scope, here.matching)
  const items: Item[] = []
  let gap = ''
  for (const item of body.items) {
    const kept = item.kind === 'other' ? [item] : cleanChain(item, wanted, here, loose)
    const [first] = kept
    if (first && gap && !first.lead.includes('\n')) first.lead = gap + first.lead.trimStart()
    if (first) gap = ''
    else if (/\n/.test(item.lead)) gap = blankEnd(item.lead)
    items.push(...kept)
  }
  body.items.splice(0, body.items.length, ...items)
}

const blankEnd = (lead: string): string => /\r?\n[ \t]*$/.exec(lead)?.[0] ?? ''

function cleanChain(item: Chain, wanted: ResolvedSubgraph, here: Here, loose: ReadonlySet<number>): Item[] {
  const { work } = here
  const allowed = (mention: Mention) => work.members.get(wanted)!.has(mention.key)
  const stays = (mention: Mention) => (wanted === work.wanted ? work.keys.has(mention.key) : allowed(mention))
  const keeps = ({ edge, tail, head }: Use) => {
    const place = edge === undefined ? undefined : work.edges.get(edge)
    if (place === undefined || loose.has(place)) return false
    if (!endsAt(place, tail, head, work)) return false
    return (work.owners.get(place) ?? work.wanted) === wanted && stays(tail) && stays(head)
  }
  for (const operand of item.operands) if (operand.kind === 'body') cleanBody(operand, here, loose)
  const inner = here.survey.scopeOf.get(here.survey.hostOf.get(item)!)?.children ?? []
  // A node that comes into a subgraph takes its statement along.
  const remains = (mention: Mention) =>
    stays(mention) &&
    !(
      wanted.subgraphs.some(subgraph => work.members.get(subgraph)!.has(mention.key)) &&
      inner.every(({ members }) => !members.has(mention.key))
    )
  if (item.operands.length === 1) return cleanSingle(item, remains, here)
  const gone = item.operands.some(operand => operand.kind === 'body' && isGone(operand, here))
  const good = item.uses.every(keeps)
  const kept = item.uses.filter(keeps)
  if (good && !gone) {
    if (named(item).every(stays)) return [item]
  }
  if (!gone && shortened(item, kept, stays)) return [item]
  for (const use of item.uses) if (!keeps(use)) remember(use, item, work)
  return unwrapped(pieces(item, kept, stays, here), here)
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
  const [only] = item.operands
  if (only!.kind === 'body') return unwrapped([item], here)
  const kept = only!.mentions.filter(stays)
  if (kept.length === only!.mentions.length) return [item]
  const comments = commentsOf(item)
  for (const [place, mention] of only!.mentions.entries()) {
    if (kept.includes(mention) || !here.work.keys.has(mention.key)) continue
    const text = mention.text
    here.work.looseNodes.set(mention.key, { text, list: item.list, comments: place === 0 ? comments : [] })
  }
  if (kept.length === 0) return []
  if (kept[0] !== only!.mentions[0]) withoutComments(item)
  only!.mentions = kept
  delete only!.raw
  return [item]
}

/** Only where what is left is every edge between what is left at each operand. */
function shortened(item: Chain, kept: readonly Use[], stays: (mention: Mention) => boolean): boolean {
  if (item.operands.some(({ kind }) => kind === 'body')) {
    const count = (operand: Chain['operands'][number]): number =>
      operand.kind === 'nodes' ? operand.mentions.length : membersOf(operand)
    const sizes = item.operands.map(count)
    const wanted = sizes.slice(1).reduce((sum, size, place) => sum + size * sizes[place]!, 0)
    if (!named(item).every(stays) || kept.length !== wanted || kept.length === 0) return false
    if (kept[0] !== item.uses[0]) withoutComments(item)
    item.uses = [...kept]
    return true
  }
  const lists = item.operands.map(operand => (operand as NodesOperand).mentions)
  const inUse = new Set(kept.flatMap(({ tail, head }) => [tail, head]))
  const left = lists.map(list => list.filter(mention => inUse.has(mention)))
  const wanted = left.slice(1).reduce((sum, list, place) => sum + list.length * left[place]!.length, 0)
  const lost = lists.flat().filter(mention => !inUse.has(mention) && stays(mention))
  if (left.some(list => list.length === 0) || wanted !== kept.length || lost.length > 0) return false
  if (kept[0] !== item.uses[0]) withoutComments(item)
  for (const [place, operand] of item.operands.entries()) {
    const nodes = operand as NodesOperand
    if (left[place]!.length === nodes.mentions.length) continue
    nodes.mentions = left[place]!
    delete nodes.raw
  }
  item.uses = [...kept]
  return true
}

function membersOf(body: Body): number {
  return survey({ kind: 'body', head: '', tail: '', items: [...body.items] }).root.members.size
}

function remember({ edge, tail, head }: Use, item: Chain, { edges, looseEdges }: Work): void {
  const place = edge === undefined ? undefined : edges.get(edge)
  if (place === undefined || looseEdges.has(place)) return
  const text = `${tail.text}${item.between[0] ?? ' -> '}${head.text}`
  looseEdges.set(place, {
    text,
    list: plainList(item.list),
    comments: item.uses[0]?.edge === edge ? commentsOf(item) : [],
  })
}

/** A statement of edges in pieces: its subgraphs, what else it mentions first, and the edges that stay, as long as they hang together. */
export function pieces(
  item: Chain,
  kept: readonly Use[],
  stays: (mention: Mention) => boolean,
  { survey }: Pick<Here, 'survey'>,
): Chain[] {
  const bodies: Chain[] = item.operands.flatMap(operand =>
    operand.kind === 'body' ? [single(operand, item)] : [],
  )
  const scope = survey.scopeOf.get(survey.hostOf.get(item)!)
  const fresh = named(item).filter(
    (mention, place, all) =>
      stays(mention) &&
      all.findIndex(({ key }) => key === mention.key) === place &&
      (survey.first.get(mention.key) === item || firstIn(scope!.bodies, mention.key) === item),
  )
  const runs = runsOf(item, kept)
  const later = new Set<string>()
  for (const { tail, head } of kept) for (const { key } of [tail, head]) later.add(key)
  let count = 0
  const order = (from: number) => [...new Set([...fresh.slice(0, from).map(({ key }) => key), ...later])]
  const isRight = (from: number) => {
    const made = order(from).filter(key => fresh.some(mention => mention.key === key))
    return made.length === fresh.length && made.every((key, place) => key === fresh[place]!.key)
  }
  while (count < fresh.length && !isRight(count)) count++
  const nodes = fresh.slice(0, count).map(mention => {
    const { key, at } = mention
    const bare: Mention = { key, text: at?.first?.text ?? mention.text }
    return single({ kind: 'nodes', mentions: [bare] }, item)
  })
  const all = [...bodies, ...nodes, ...runs]
  const isSubject = kept[0] !== undefined && kept[0] === item.uses[0]
  const comments = isSubject ? commentsOf(item) : []
  const first = all[0]
  if (first) {
    first.lead = comments.length > 0 && first === runs[0] ? item.lead : leadWithout(item.lead)
    if (comments.length > 0 && first === runs[0]) first.trail = item.trail
    else if (comments.length > 0) runs[0]!.lead = withComments(comments, runs[0]!.lead)
  }
  return all
}

const withComments = (comments: readonly string[], lead: string): string =>
  comments.map(comment => lead + comment).join('') + (lead.includes('\n') ? lead : `\n${lead}`)

function firstIn(bodies: readonly Body[], key: string): Item | undefined {
  for (const body of bodies) {
    for (const item of body.items) {
      if (item.kind === 'chain' && named(item).some(mention => mention.key === key)) return item
    }
  }
  return undefined
}

function single(operand: Chain['operands'][number], { lead, end }: Chain): Chain {
  return {
    kind: 'chain',
    lead: leadWithout(lead),
    trail: '',
    operands: [operand],
    between: [],
    list: '',
    end: operand.kind === 'body' ? '' : end,
    uses: [],
  }
}

/** The edges that stay, in chains: one goes on where the next begins at the mention at which it ends. */
export function runsOf(
  item: Chain,
  kept: readonly Use[],
  together: (a: Use, b: Use) => boolean = () => true,
): Chain[] {
  const runs: Use[][] = []
  for (const use of kept) {
    const run = runs.at(-1)
    const last = run?.at(-1)
    const isPure = item.operands.every(operand => operand.kind === 'nodes' && operand.mentions.length === 1)
    if (run && last && isPure && last.head === use.tail && together(last, use)) run.push(use)
    else runs.push([use])
  }
  const operator = plainOperator(item.between[0])
  return runs.map((uses, place) => ({
    kind: 'chain',
    lead: leadWithout(item.lead),
    trail: '',
    operands: [uses[0]!.tail, ...uses.map(({ head }) => head)].map(mention => ({
      kind: 'nodes',
      mentions: [mention],
    })),
    between: uses.map(() => operator),
    list: place === 0 ? item.list : plainList(item.list),
    end: item.end,
    uses,
  }))
}

const plainOperator = (between: string | undefined): string =>
  between === undefined || commentsIn(between).length > 0
    ? ` ${/->|--/.exec(between ?? '->')?.[0] ?? '->'} `
    : between

/** An attribute list without the comments in it, so that it can be said once more. */
function plainList(list: string): string {
  const comments = commentsIn(list)
  let out = ''
  let from = 0
  for (const { start, text } of comments) {
    out += list.slice(from, start)
    from = start + text.length
  }
  return out + list.slice(from)
}

/** A statement's blanks before it, without comments. */
export function leadWithout(lead: string): string {
  if (commentsIn(lead).length === 0) return /\n/.test(lead) ? blankEnd(lead) || lead : lead || ' '
  return blankEnd(lead) || '\n'
}

function withoutComments(item: Chain): void {
  if (commentsIn(item.lead).length > 0) item.lead = leadWithout(item.lead)
  item.trail = ''
}

export function commentsOf(item: Chain): readonly string[] {
  const inner = item.between.join('') + item.list
  return [
    ...textsOf(commentsIn(item.lead)),
    ...textsOf(commentsIn(inner)),
    ...textsOf(commentsIn(item.trail)),
  ]
}

/** The statements of subgraphs that are gone stand where those stood. */
function unwrapped(items: readonly Chain[], here: Here): Item[] {
  return items.flatMap((item): Item[] => {
    const [body] = item.operands
    if (item.operands.length > 1 || body!.kind !== 'body' || !isGone(body!, here)) return [item]
    const inner = body!.items.filter(({ kind }) => kind === 'chain')
    const [first] = inner
    const outer = leadWithout(item.lead)
    const depth = /[ \t]*$/.exec(outer)![0]
    const own = first ? /[ \t]*$/.exec(first.lead)![0] : ''
    const deeper = own.startsWith(depth) ? own.slice(depth.length) : ''
    for (const each of inner) indent(each, deeper)
    if (first && !first.lead.includes('\n')) first.lead = outer
    return inner
  })
}

/** Takes a step of indentation from a statement's every line. */
function indent(item: Item, step: string): void {
  if (step === '') return
  item.lead = item.lead.replaceAll(`\n${step}`, '\n')
  if (item.kind !== 'chain') return
  for (const operand of item.operands) {
    if (operand.kind !== 'body') continue
    for (const inner of operand.items) indent(inner, step)
    operand.tail = operand.tail.replaceAll(`\n${step}`, '\n')
  }
}
