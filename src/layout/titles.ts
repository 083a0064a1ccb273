/** Where the title of a nested group stands: from its left border on, as near to it as no line runs over it. */
import type { Box, Point } from './boxes.js'
import type { Size } from './sizes.js'

/** How far a title stands from its group's border, and from lines. */
const EDGE = 8
const CLEAR = 6

/** The spans of x in which lines run through a strip. */
function blocked(strip: Box, paths: readonly (readonly Point[])[]): [from: number, to: number][] {
  const spans: [number, number][] = []
  for (const path of paths) {
    for (let i = 0; i + 1 < path.length; i++) {
      const [a, b] = [path[i]!, path[i + 1]!]
      const [left, right] = [Math.min(a.x, b.x), Math.max(a.x, b.x)]
      const [top, bottom] = [Math.min(a.y, b.y), Math.max(a.y, b.y)]
      if (right < strip.x || left > strip.x + strip.width) continue
      if (bottom <= strip.y || top >= strip.y + strip.height) continue
      spans.push([left - CLEAR, right + CLEAR])
    }
  }
  return spans.sort((a, b) => a[0] - b[0])
}

/** How far to the right of its place at the left border a title starts; none where no place is free of lines. */
export function titleOffset(
  group: Box,
  title: Size,
  paths: readonly (readonly Point[])[],
): number | undefined {
  if (title.width === 0) return 0
  const strip = { x: group.x, y: group.y + 4, width: group.width, height: title.height + 2 }
  const first = group.x + EDGE
  const last = group.x + group.width - EDGE
  let at = first
  for (const [from, to] of blocked(strip, paths)) {
    if (at + title.width <= from) break
    at = Math.max(at, to)
  }
  return at + title.width <= last ? Math.round(at - first) : undefined
}
