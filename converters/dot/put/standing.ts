/** The edges that the outline makes, by the places that they are wanted at. */
import type { Chain } from './outline.js'
import { nowOf, type Work, wantedPlaceOf } from './work.js'

/** The statement that makes each edge, in the order in which they run. */
export function placesOf(work: Work): Map<number, Chain> {
  const found = new Map<number, Chain>()
  for (const chain of nowOf(work).survey.chains) {
    for (const { edge } of chain.uses) {
      const place = wantedPlaceOf(edge, work)
      if (place !== undefined && !found.has(place)) found.set(place, chain)
    }
  }
  return found
}

/** For each place the statement of the next edge that is there. */
export function followers(count: number, there: ReadonlyMap<number, Chain>): (Chain | undefined)[] {
  const found: (Chain | undefined)[] = []
  let next: Chain | undefined
  for (let place = count - 1; place >= 0; place--) {
    next = there.get(place) ?? next
    found[place] = next
  }
  return found
}
