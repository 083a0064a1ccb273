/** Whether a graph may have bundles: most have none, and load nothing for them. */
import type { Graph } from '../../ir/model.js'

/** Fewer lines of one look are no bundle. */
export const LEAST_IN_BUNDLE = 4

/** Whether so many lines lead from one thing to the same other. */
export function hasManyBetween({ edges }: Graph): boolean {
  const counts = new Map<string, number>()
  for (const { from, to } of edges) {
    const pair = JSON.stringify([from.id, to.id])
    const count = (counts.get(pair) ?? 0) + 1
    if (count === LEAST_IN_BUNDLE) return true
    counts.set(pair, count)
  }
  return false
}
