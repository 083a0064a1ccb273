/** The longest list of pairs whose second numbers ascend, too. */
export function ascending(pairs: readonly (readonly [number, number])[]): [number, number][] {
  const tails: number[] = []
  const previous: number[] = []
  for (const [place, [, value]] of pairs.entries()) {
    let low = 0
    let high = tails.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (pairs[tails[middle]!]![1] < value) low = middle + 1
      else high = middle
    }
    previous[place] = low > 0 ? tails[low - 1]! : -1
    tails[low] = place
  }
  const found: [number, number][] = []
  for (let at = tails.at(-1) ?? -1; at >= 0; at = previous[at]!) found.push([...pairs[at]!])
  return found.reverse()
}
