/** A statement of which only a part is to stay, or that is to be followed by others, said in several. */
import { commentsIn } from '../words/comments.js'
import { commentsOf, leadWith, leadWithout, withoutComments } from './comments.js'
import type { Body, Chain, Item, Mention, Operand, Use } from './outline.js'
import { bare, survey } from './scopes.js'
import { changed, type Now, nowOf, type Work } from './work.js'

/**
 * Its subgraphs and what else it is the first to mention, as far as it has to be said, and the edges that stay, in chains as
 * long as they hang together. Comments stay with the first edge, to which they belong.
 */
export function pieces(
  item: Chain,
  remaining: readonly Use[],
  stays: (mention: Mention) => boolean,
  { survey }: Now,
  newline: string,
  together?: (a: Use, b: Use) => boolean,
): Chain[] {
  const scope = survey.scopeOf.get(survey.hostOf.get(item)!)!
  const seen = new Set<string>()
  const isFresh = (mention: Mention) => {
    if (!stays(mention) || seen.has(mention.key)) return false
    seen.add(mention.key)
    return survey.first.get(mention.key) === item || scope.first.get(mention.key) === item
  }
  const lastBody = item.operands.findLastIndex(({ kind }) => kind === 'body')
  const declared: Operand[] = []
  const fresh: Mention[] = []
  for (const [place, operand] of item.operands.entries()) {
    if (operand.kind === 'body') declared.push(operand)
    else
      for (const mention of operand.mentions) {
        if (!isFresh(mention)) continue
        // What a subgraph behind it mentions is made behind it.
        if (place < lastBody) declared.push({ kind: 'nodes', mentions: [bare(mention)] })
        else fresh.push(mention)
      }
  }
  const runs = runsOf(item, remaining, together)
  for (const mention of fresh.slice(0, toDeclare(fresh, remaining)))
    declared.push({ kind: 'nodes', mentions: [bare(mention)] })
  const all = [...declared.map(operand => single(operand, item)), ...runs]
  const comments = remaining[0] !== undefined && remaining[0] === item.uses[0] ? commentsOf(item) : []
  const [first] = all
  if (!first) return all
  first.lead =
    (comments.length > 0 && first === runs[0]) || item.lead === '' ? item.lead : leadWithout(item.lead)
  if (comments.length > 0 && first === runs[0]) first.trail = item.trail
  else if (comments.length > 0) runs[0]!.lead = leadWith(comments, runs[0]!.lead, newline)
  return all
}

/** How many of the nodes that a statement makes have to be declared so that its edges make the others in the same order. */
function toDeclare(fresh: readonly Mention[], kept: readonly Use[]): number {
  const places = new Map<string, number>()
  for (const { tail, head } of kept)
    for (const { key } of [tail, head]) if (!places.has(key)) places.set(key, places.size)
  let next = Number.POSITIVE_INFINITY
  for (let count = fresh.length; count > 0; count--) {
    const place = places.get(fresh[count - 1]!.key)
    if (place === undefined || place > next) return count
    next = place
  }
  return 0
}

function single(operand: Operand, { lead, end }: Chain): Chain {
  return {
    kind: 'chain',
    lead: leadWithout(lead),
    trail: '',
    operands: [operand],
    between: [],
    list: '',
    end: operand.kind === 'body' ? '' : end,
    uses: [],
    ...(operand.kind === 'nodes' && { spare: true }),
  }
}

/** The edges that stay, in chains: one goes on where the next begins at the mention at which it ends. */
function runsOf(
  item: Chain,
  kept: readonly Use[],
  together: (a: Use, b: Use) => boolean = () => true,
): Chain[] {
  const runs: Use[][] = []
  const isPure = item.operands.every(operand => operand.kind === 'nodes' && operand.mentions.length === 1)
  for (const use of kept) {
    const run = runs.at(-1)
    const last = run?.at(-1)
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
    list: place === 0 ? item.list : withoutComments(item.list),
    end: item.end,
    uses,
  }))
}

const plainOperator = (between: string | undefined): string =>
  between === undefined || commentsIn(between).length > 0
    ? ` ${/->|--/.exec(between ?? '->')?.[0] ?? '->'} `
    : between

/** Subgraphs at the ends of edges become statements of their own, so that what comes into them is no end of those edges. */
export function openAround(bodies: Iterable<Body>, work: Work): void {
  const { hostOf, itemOf } = nowOf(work).survey
  const ends = new Set<Chain>()
  for (const body of bodies) {
    for (let at: Body | undefined = body; at; ) {
      const item: Chain | undefined = itemOf.get(at)
      if (item && item.operands.length > 1) ends.add(item)
      at = item && hostOf.get(item)
    }
  }
  openUp(ends, work)
}

/** Statements whose subgraphs hold other nodes now, or in another order, than those that their edges are between, say each edge itself. */
export function openChanged(work: Work): void {
  const ends = new Set<Chain>()
  survey(work.root, (chain, nodes) => {
    if (chain.operands.every(({ kind }) => kind === 'nodes')) return
    let place = 0
    const isNext = (tail: Mention, head: Mention) => {
      const use = chain.uses[place++]
      return use?.tail.key === tail.key && use.head.key === head.key
    }
    const isSame = nodes.every((heads, operand) =>
      (nodes[operand - 1] ?? []).every(tail => heads.every(head => isNext(tail, head))),
    )
    if (!isSame || place !== chain.uses.length) ends.add(chain)
  })
  openUp(ends, work)
}

function openUp(ends: ReadonlySet<Chain>, work: Work): void {
  if (ends.size === 0) return
  const now = nowOf(work)
  const { hostOf } = now.survey
  const open = (item: Item): Item[] =>
    item.kind === 'chain' && ends.has(item) ? pieces(item, item.uses, () => true, now, work.newline) : [item]
  for (const host of new Set([...ends].map(item => hostOf.get(item)!)))
    host.items.splice(0, host.items.length, ...host.items.flatMap(open))
  changed(work)
}
