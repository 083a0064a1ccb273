/** A drawing that is no longer than asked for: its flow goes on in the next row, with as many steps in each as there is room for. */
import type { Layout } from '../boxes.js'

interface Arranged {
  readonly layout: Layout
  /** How many steps stand in a row. */
  readonly steps: number
}

/** How often fewer steps are tried. A count, so that every machine draws the same. */
const TRIES = 4

/**
 * The first of several layouts that is no longer than `wrap`, else the last one.
 * @param across whether the flow runs across the page
 * @param arrange a layout with at most so many steps in a row; with all, where none are given
 */
export function wrapped(
  wrap: number | undefined,
  across: boolean,
  arrange: (most?: number) => Arranged,
): Layout {
  const lengthOf = ({ width, height }: Layout): number => (across ? width : height)
  let { layout, steps } = arrange()
  if (wrap === undefined) return layout
  for (let tries = 0; tries < TRIES && steps > 1 && lengthOf(layout) > wrap; tries++) {
    const room = Math.floor((steps * wrap) / lengthOf(layout))
    ;({ layout, steps } = arrange(Math.max(1, Math.min(steps - 1, room))))
  }
  return layout
}
