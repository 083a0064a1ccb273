/** Where a title stands in its strip: from the left border on, as near to it as no line runs over it. */
import type { Box } from '../boxes.js'
import { type Grid, meeting } from './grid.js'
import type { Size } from './size.js'

/** How far a title stands from its group's border, and from lines. */
const EDGE = 8
const CLEAR = 6

/** The room in which a title of this height stands, at the top of a box. */
export const titleStrip = ({ x, y, width }: Box, { height }: Size): Box => ({
  x,
  y: y + 4,
  width,
  height: height + 2,
})

/** The spans of x in which lines run through a strip. */
function blocked(strip: Box, lines: Grid): [from: number, to: number][] {
  const spans = [...meeting(lines, strip)].map(({ x, width }): [number, number] => [
    x - CLEAR,
    x + width - 1 + CLEAR,
  ])
  return spans.sort((a, b) => a[0] - b[0])
}

/** How far to the right of its place at the left border a title starts; none where no place is free of lines. */
export function titleOffset(group: Box, title: Size, lines: Grid): number | undefined {
  if (title.width === 0) return 0
  const first = group.x + EDGE
  const last = group.x + group.width - EDGE
  let at = first
  for (const [from, to] of blocked(titleStrip(group, title), lines)) {
    if (at + title.width <= from) break
    at = Math.max(at, to)
  }
  return at + title.width <= last ? Math.round(at - first) : undefined
}
