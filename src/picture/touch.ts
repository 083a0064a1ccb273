/** Where a line meets the outline of what it ends at. A layout leads lines to boxes; most shapes are smaller than theirs. */
import type { Box, Point } from '../layout/boxes.js'
import { type Figure, type Pair, pointsOf } from './figures.js'

/** How far from an end a line may be led on or cut back, in parts of the box. */
const REACH = 1.5

/** How far along the way from `a` to `b` (0 to 1) the line through both crosses that from `c` to `d`. */
function crossing(a: Pair, b: Pair, c: Pair, d: Pair): number | undefined {
  const [rx, ry, sx, sy] = [b[0] - a[0], b[1] - a[1], d[0] - c[0], d[1] - c[1]]
  const area = rx * sy - ry * sx
  if (Math.abs(area) < 1e-9) return undefined
  const [qx, qy] = [c[0] - a[0], c[1] - a[1]]
  const along = (qx * sy - qy * sx) / area
  const across = (qx * ry - qy * rx) / area
  return across >= -1e-6 && across <= 1 + 1e-6 ? along : undefined
}

/**
 * The end of a line on the outline: the first point of it that the line meets, coming from `before`, also where it has to be led on
 * beyond `end`. The end itself where it meets none.
 */
export function touching(box: Box, figures: readonly Figure[], before: Point, end: Point): Point {
  const [a, b]: [Pair, Pair] = [
    [before.x - box.x, before.y - box.y],
    [end.x - box.x, end.y - box.y],
  ]
  const length = Math.hypot(b[0] - a[0], b[1] - a[1])
  if (length === 0) return end
  const most = 1 + (REACH * Math.max(box.width, box.height)) / length
  let nearest = Number.POSITIVE_INFINITY
  for (const row of figures.flatMap(pointsOf)) {
    for (let i = 0; i + 1 < row.length; i++) {
      const at = crossing(a, b, row[i]!, row[i + 1]!)
      if (at !== undefined && at > 1e-6 && at < nearest) nearest = at
    }
  }
  if (nearest > most) return end
  return { x: before.x + (end.x - before.x) * nearest, y: before.y + (end.y - before.y) * nearest }
}
