/** The frames of loops on a page that a person laid out. */
import type { Box } from '../../../src/layout/boxes.js'
import { contains, endOf, type Placed, type Room, SMALL } from './room.js'

const FRAME = 16

/** A loop's frame as it is, or as large as it must be to stand around its nodes. */
export function frameOf({ nodes }: Room, ids: readonly string[], old: Placed | undefined): Box {
  const boxes = ids.flatMap(id => nodes.get(id) ?? [])
  if (old && boxes.every(box => contains(old, box))) return old
  if (boxes.length === 0) return old ?? SMALL
  let [x, y, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const box of boxes) {
    x = Math.min(x, box.x)
    y = Math.min(y, box.y)
    right = Math.max(right, endOf(box, 'x'))
    bottom = Math.max(bottom, endOf(box, 'y'))
  }
  return { x: x - FRAME, y: y - 1.5 * FRAME, width: right - x + 2 * FRAME, height: bottom - y + 2.5 * FRAME }
}
