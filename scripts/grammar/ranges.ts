/** Sets of character codes as sorted, disjoint, inclusive ranges. */
export type Ranges = readonly (readonly [first: number, last: number])[]

export const empty: Ranges = []

export function union(a: Ranges, b: Ranges): Ranges {
  const sorted = [...a, ...b].sort((x, y) => x[0] - y[0])
  const out: [number, number][] = []
  for (const [first, last] of sorted) {
    const previous = out.at(-1)
    if (previous && first <= previous[1] + 1) previous[1] = Math.max(previous[1], last)
    else out.push([first, last])
  }
  return out
}

export function intersect(a: Ranges, b: Ranges): Ranges {
  const out: [number, number][] = []
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const first = Math.max(a[i]![0], b[j]![0])
    const last = Math.min(a[i]![1], b[j]![1])
    if (first <= last) out.push([first, last])
    if (a[i]![1] < b[j]![1]) i++
    else j++
  }
  return out
}

/** What of `0 … limit` is not in `a`. */
export function complement(a: Ranges, limit: number): Ranges {
  const out: [number, number][] = []
  let next = 0
  for (const [first, last] of a) {
    if (first > limit) break
    if (next < first) out.push([next, first - 1])
    next = last + 1
  }
  if (next <= limit) out.push([next, limit])
  return out
}

export function subtract(a: Ranges, b: Ranges): Ranges {
  const limit = a.at(-1)?.[1] ?? -1
  return intersect(a, complement(b, limit))
}

export function has(a: Ranges, code: number): boolean {
  return a.some(([first, last]) => first <= code && code <= last)
}

export function same(a: Ranges, b: Ranges): boolean {
  return (
    a.length === b.length &&
    a.every(([first, last], index) => first === b[index]![0] && last === b[index]![1])
  )
}
