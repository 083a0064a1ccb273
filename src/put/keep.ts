/** Which of the things that were in a list can stay where they are when the list gets another order. */

/**
 * The places of a longest increasing run of numbers: what is in it keeps its order among itself, everything else moves.
 * @param numbers all different
 */
export function longestIncreasing(numbers: readonly number[]): Set<number> {
  /** For each length, the place of the smallest number that ends a run of it. */
  const ends: number[] = []
  const previous: (number | undefined)[] = []
  for (const [place, number] of numbers.entries()) {
    let low = 0
    let high = ends.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (numbers[ends[middle]!]! < number) low = middle + 1
      else high = middle
    }
    previous[place] = low === 0 ? undefined : ends[low - 1]
    ends[low] = place
  }
  const kept = new Set<number>()
  for (let place = ends.at(-1); place !== undefined; place = previous[place]) kept.add(place)
  return kept
}
