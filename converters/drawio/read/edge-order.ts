/** The order of edges: as the walk over the cells meets them, but for those whose cells say their place. */
import type { Edge } from '../../../src/ir/model.js'
import type { RawCell } from '../document/raw.js'

/** An edge as the walk over the cells meets it, and the place among the edges that its cell says, from 1. */
export interface Met {
  readonly edge: Edge
  readonly cell: RawCell
  readonly order: number | undefined
}

/** On a page of ours what a person drew stands behind what it is met behind. */
export function behindNumbered(met: readonly Met[]): Met[] {
  let last = 0
  const places = new Map(
    met.map(one => {
      last = one.order ?? last
      return [one, last]
    }),
  )
  return [...met].sort((a, b) => places.get(a)! - places.get(b)!)
}

/** Where only some that are not met in their order say it: the others stand around them as they are met. */
export function inFreePlaces<T extends { readonly order: number | undefined }>(met: readonly T[]): T[] {
  const numbered = met.filter(({ order }) => order !== undefined).sort((a, b) => a.order! - b.order!)
  const others = met.filter(({ order }) => order === undefined)
  if (numbered.length === 0) return others
  const found: T[] = []
  let [next, other] = [0, 0]
  while (next < numbered.length || other < others.length) {
    const isDue = next < numbered.length && numbered[next]!.order! <= found.length + 1
    found.push(isDue || other === others.length ? numbered[next++]! : others[other++]!)
  }
  return found
}
