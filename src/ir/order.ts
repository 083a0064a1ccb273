/** Lists that change: what can stay where it is when a list gets another order, and where new members stand. */
import { addTo, lastAtMost } from './lists.js'

/**
 * The places of a longest increasing run of numbers: what is in it keeps its order among itself, everything else moves.
 * @param numbers all different
 */
export function longestIncreasing(numbers: readonly number[]): Set<number> {
  /** For each length, the place of the smallest number that ends a run of it. */
  const ends: number[] = []
  const previous: (number | undefined)[] = []
  for (const [place, number] of numbers.entries()) {
    const before = lastAtMost(ends, number, end => numbers[end]!)
    previous[place] = ends[before]
    ends[before + 1] = place
  }
  const kept = new Set<number>()
  for (let place = ends.at(-1); place !== undefined; place = previous[place]) kept.add(place)
  return kept
}

/** Of pairs in the order of their first numbers, a longest list in which the second ones ascend, too. */
export function ascending(pairs: readonly (readonly [number, number])[]): (readonly [number, number])[] {
  const kept = longestIncreasing(pairs.map(([, number]) => number))
  return pairs.filter((_, place) => kept.has(place))
}

/**
 * A list with new members in it, each behind the one that stands before it in another list.
 * @param there the list
 * @param order a list with the new members among others
 */
export function inserted(
  there: readonly string[],
  order: readonly string[],
  fresh: ReadonlySet<string>,
): string[] {
  const known = new Set(there)
  const behind = new Map<string | undefined, string[]>()
  let previous: string | undefined
  for (const name of order) {
    if (fresh.has(name)) addTo(behind, previous, name)
    else if (known.has(name)) previous = name
  }
  return [undefined, ...there].flatMap(name => [
    ...(name === undefined ? [] : [name]),
    ...(behind.get(name) ?? []),
  ])
}
