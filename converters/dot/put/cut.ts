/** Statements that hold edges before and behind one that comes in between them, and cannot hold it, are cut in two. */
import { quote } from '../words/quote.js'
import type { ResolvedEdge, ResolvedSubgraph } from '../words/resolved.js'
import { indentOf, leadWithout } from './comments.js'
import { type Stretches, stretchesIn } from './edge-places.js'
import type { Body, Chain, Item } from './outline.js'
import { pieces } from './pieces.js'
import { ancestorIn } from './scopes.js'
import { followers, placesOf } from './standing.js'
import { changed, nowOf, ownerOf, type Work, wantedPlaceOf } from './work.js'

export function cutApart(missing: readonly ResolvedEdge[], work: Work): void {
  cutChains(work)
  const cuts = cutsFor(missing, work)
  if (cuts.size === 0) return
  const stretches = stretchesIn(work)
  work.root.items.splice(
    0,
    work.root.items.length,
    ...work.root.items.flatMap(item => cutItem(item, cuts, stretches, work)),
  )
  changed(work)
}

/** Chains whose edges do not follow each other any more. */
function cutChains(work: Work): void {
  const now = nowOf(work)
  const next = new Map<Item, readonly Item[]>()
  for (const chain of now.survey.chains) {
    const places = chain.uses.map(({ edge }) => wantedPlaceOf(edge, work))
    const gaps = new Set(
      chain.uses.filter((_, index) => {
        const [before, place] = [places[index - 1], places[index]]
        return before !== undefined && place !== undefined && place > before + 1
      }),
    )
    if (gaps.size === 0) continue
    next.set(
      chain,
      pieces(
        chain,
        chain.uses,
        () => true,
        now,
        work.newline,
        (_, use) => !gaps.has(use),
      ),
    )
  }
  if (next.size === 0) return
  for (const host of new Set([...next.keys()].map(item => now.survey.hostOf.get(item)!)))
    host.items.splice(0, host.items.length, ...host.items.flatMap(item => next.get(item) ?? [item]))
  changed(work)
}

/** The places of edges before which a subgraph has to end, so that one that it does not hold can stand there. */
function cutsFor(missing: readonly ResolvedEdge[], work: Work): Set<number> {
  const { survey, scopes } = nowOf(work)
  const there = placesOf(work)
  const count = work.wanted.edges.length
  const behind = followers(count, there)
  const before: (Chain | undefined)[] = []
  for (let place = 0; place < count; place++) before[place] = there.get(place) ?? before[place - 1]
  const first = new Map([...there].map(([place, chain]) => [chain, place] as const).reverse())
  const cuts = new Set<number>()
  for (const { order } of missing) {
    const [last, next] = [before[order], behind[order]]
    for (
      let level: ResolvedSubgraph | undefined = last && next && ownerOf(order, work);
      level;
      level = work.parents.get(level)
    ) {
      const scope = scopes.get(level)!
      const [one, other] = [ancestorIn(scope, last!, survey), ancestorIn(scope, next!, survey)]
      if (one && one === other) cuts.add(first.get(next!)!)
      if (one || other) break
    }
  }
  return cuts
}

/** A statement in as many as begin with one of the edges. */
function cutItem(item: Item, cuts: ReadonlySet<number>, stretches: Stretches, work: Work): Item[] {
  const range = stretches.of(item)
  const [body] = item.kind === 'chain' ? item.operands : []
  if (!range || item.kind === 'other' || item.operands.length > 1 || body?.kind !== 'body' || !body.id)
    return [item]
  const parts: Item[][] = [[]]
  for (const inner of body.items) {
    for (const each of cutItem(inner, cuts, stretches, work)) {
      const from = stretches.of(each)?.[0] ?? firstEdge(each, work)
      if (from !== undefined && from > range[0] && cuts.has(from)) parts.push([])
      parts.at(-1)!.push(each)
    }
  }
  if (parts.length === 1) return [item]
  const lead = leadWithout(item.lead)
  const close = lead.includes('\n') ? `${work.newline}${indentOf(lead)}}` : ' }'
  return parts.map((items, place): Chain => {
    const isLast = place === parts.length - 1
    const head = place === 0 ? body.head : `subgraph ${quote(body.id!)} {`
    const tail = isLast ? body.tail : close
    const operand: Body = {
      kind: 'body',
      head,
      items,
      tail,
      id: body.id!,
      ...(place === 0 && body.tree && { tree: body.tree }),
    }
    return {
      ...item,
      lead: place === 0 ? item.lead : lead,
      operands: [operand],
      trail: isLast ? item.trail : '',
    }
  })
}

/** The place of the first edge in a statement that was cut. */
function firstEdge(item: Item, work: Work): number | undefined {
  if (item.kind === 'other') return undefined
  for (const operand of item.operands) {
    if (operand.kind !== 'body') continue
    for (const inner of operand.items) {
      const place = firstEdge(inner, work)
      if (place !== undefined) return place
    }
  }
  return wantedPlaceOf(item.uses[0]?.edge, work)
}
