/** Which edges stand where in the outline, so that what comes in keeps their order. */
import { lastAtMost } from '../../../src/ir/lists.js'
import type { ResolvedEdge } from '../words/resolved.js'
import { type Body, type Item, keyOf } from './outline.js'
import { ancestorIn, type Scope } from './scopes.js'
import { nowOf, type Work, wantedPlaceOf } from './work.js'

export interface Stretches {
  /** The places of the first and the last edge of a statement and all in it. */
  of(item: Item): readonly [number, number] | undefined
  endsBefore(item: Item, order: number): boolean
  beginsBehind(item: Item, order: number): boolean
  /** Whether a body runs behind one statement and before another. */
  isBetween(body: Body, last: Item | undefined, next: Item | undefined): boolean
  /** Behind the statements that name an edge's ends too, as far as no later edge stands before them. */
  behindEnds(item: Item, edge: ResolvedEdge, scope: Scope): Item
  /** @param item what comes in, with the edge's own statement in it */
  comesBehind(anchor: Item, item: Item, own: Item, order: number): void
  comesBefore(anchor: Item, item: Item, own: Item, order: number): void
  comesLast(body: Body, item: Item, own: Item, order: number): void
}

export function stretchesIn(work: Work): Stretches {
  const { survey } = nowOf(work)
  const { hostOf, itemOf } = survey
  const edges = new Map<Item, [number, number]>()
  /** When each statement begins and ends to run. */
  const runs = new Map<Item, [number, number]>()
  /** The place of each statement in its body. */
  const indexes = new Map<Item, number>()
  /** Of each body the places of statements with edges. */
  const filled = new Map<Body, number[]>()
  let clock = 0
  const visit = (body: Body): [number, number] => {
    const all: [number, number] = [Number.POSITIVE_INFINITY, -1]
    const places: number[] = []
    for (const [index, item] of body.items.entries()) {
      const start = clock++
      const own: [number, number] = [Number.POSITIVE_INFINITY, -1]
      if (item.kind === 'chain') {
        for (const operand of item.operands) if (operand.kind === 'body') widen(own, visit(operand))
        for (const { edge } of item.uses) {
          const place = wantedPlaceOf(edge, work)
          if (place !== undefined) widen(own, [place, place])
        }
      }
      indexes.set(item, index)
      runs.set(item, [start, clock++])
      if (own[1] < 0) continue
      edges.set(item, own)
      places.push(index)
      widen(all, own)
    }
    filled.set(body, places)
    return all
  }
  visit(work.root)
  const comes = (item: Item, own: Item, body: Body, index: number, at: number, order: number): void => {
    for (const each of new Set([item, own])) {
      edges.set(each, [order, order])
      runs.set(each, [at, at])
    }
    indexes.set(item, index)
    for (let around = itemOf.get(body); around; around = itemOf.get(hostOf.get(around)!)) {
      const known = edges.get(around)
      if (known) widen(known, [order, order])
      else edges.set(around, [order, order])
    }
  }
  return {
    of: item => edges.get(item),
    endsBefore: (item, order) => (edges.get(item)?.[1] ?? -1) < order,
    beginsBehind: (item, order) => (edges.get(item)?.[0] ?? Number.POSITIVE_INFINITY) > order,
    isBetween: (body, last, next) => {
      const item = itemOf.get(body)
      const [start, end] = (item && runs.get(item)) ?? [-1, clock]
      if (item === undefined) return last === undefined && next === undefined
      return (!last || runs.get(last)![1] < start) && (!next || end < runs.get(next)![0])
    },
    behindEnds: (item, { tail, head }, scope) => {
      const body = hostOf.get(item)!
      const from = indexes.get(item)!
      let place = from
      for (const { id } of [tail, head]) {
        const first = survey.first.get(keyOf(id))
        const named = first && ancestorIn(scope, first, survey)
        if (named && hostOf.get(named) === body) place = Math.max(place, indexes.get(named)!)
      }
      const isFree = place > from && nextOver(filled.get(body) ?? [], from) > place
      return isFree ? body.items[place]! : item
    },
    comesBehind: (anchor, item, own, order) => {
      const end = runs.get(anchor)![1]
      comes(item, own, hostOf.get(anchor)!, indexes.get(anchor)!, end, order)
    },
    comesBefore: (anchor, item, own, order) => {
      comes(item, own, hostOf.get(anchor)!, indexes.get(anchor)! - 1, runs.get(anchor)![0], order)
    },
    comesLast: (body, item, own, order) => {
      const around = itemOf.get(body)
      const end = (around && runs.get(around)![1]) ?? clock
      comes(item, own, body, body.items.length, end, order)
    },
  }
}

function widen(range: [number, number], [first, last]: readonly [number, number]): void {
  range[0] = Math.min(range[0], first)
  range[1] = Math.max(range[1], last)
}

/** The least of ascending numbers that is above one. */
function nextOver(numbers: readonly number[], bound: number): number {
  return numbers[lastAtMost(numbers, bound) + 1] ?? Number.POSITIVE_INFINITY
}
