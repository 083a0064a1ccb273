/** A drawing that is no longer than asked for: its flow goes on in the next row, with as many steps in each as there is room for. */
import type { Layout } from '../boxes.js'

interface Arranged {
  readonly layout: Layout
  /** How many steps stand in a row. */
  readonly steps: number
}

/** How often other numbers of steps are tried. A count, so that every machine draws the same. */
const TRIES = 6

/**
 * The layout with the most steps in a row that is no longer than `wrap`; where none is, that with the fewest that was tried.
 * @param across whether the flow runs across the page
 * @param arrange a layout with at most so many steps in a row; with all, where none are given
 */
export function wrapped(
  wrap: number | undefined,
  across: boolean,
  arrange: (most?: number) => Arranged,
): Layout {
  const lengthOf = ({ width, height }: Layout): number => (across ? width : height)
  const { layout, steps } = arrange()
  if (wrap === undefined || lengthOf(layout) <= wrap || steps < 2) return layout
  // Rows are as long as their longest steps, so nobody knows before how many there is room for.
  let [fits, tooMany] = [0, steps]
  let best = layout
  let next = Math.floor((steps * wrap) / lengthOf(layout))
  for (let tries = 0; tries < TRIES && fits + 1 < tooMany; tries++) {
    const most = Math.max(fits + 1, Math.min(tooMany - 1, next))
    const tried = arrange(most).layout
    if (lengthOf(tried) <= wrap) fits = most
    else tooMany = most
    if (fits === most || fits === 0) best = tried
    next = (fits + tooMany) >> 1
  }
  return best
}
