/** Lists, sets and other values by key. */

/** The value that a key has, made where it has none. */
export function entryOf<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key)
  if (known !== undefined) return known
  const value = make()
  map.set(key, value)
  return value
}

/** Adds to the list that a key has. */
export function addTo<K, T>(lists: Map<K, T[]>, key: K, item: T): void {
  const list = lists.get(key)
  if (list) list.push(item)
  else lists.set(key, [item])
}

/** Adds to the set that a key has. */
export function addToSet<K, T>(sets: Map<K, Set<T>>, key: K, item: T): void {
  const set = sets.get(key)
  if (set) set.add(item)
  else sets.set(key, new Set([item]))
}

/** The way back of a table in which no two keys have the same value. */
export function inverse<A, B>(table: ReadonlyMap<A, B>): Map<B, A> {
  return new Map([...table].map(([key, value]) => [value, key]))
}

/** The last index of ascending values that is at most `limit`, or -1. @param numberOf a member of the list as a number */
export function lastAtMost(values: readonly number[], limit: number): number
export function lastAtMost<T>(values: readonly T[], limit: number, numberOf: (member: T) => number): number
export function lastAtMost<T>(
  values: readonly T[],
  limit: number,
  numberOf: (member: T) => number = Number,
): number {
  let low = 0
  let high = values.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (numberOf(values[middle]!) <= limit) low = middle + 1
    else high = middle
  }
  return low - 1
}
