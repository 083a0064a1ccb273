/** How a box on the page lies to a point, to a line, or to another box. */
import type { DrawnBox } from '../document/box.js'
import type { Point } from './line-ends.js'

export function distanceTo({ x, y, width, height }: DrawnBox, [px, py]: Point): number {
  return Math.hypot(Math.max(x - px, 0, px - x - width), Math.max(y - py, 0, py - y - height))
}

/** How far beside a box, in pixels, a line may lead past it that is meant for it. */
const BESIDE = 3

/** Whether a line that is drawn on behind its end meets a box, or what is a few pixels beside it. */
export function leadsTo(box: DrawnBox, at: Point, from: Point): boolean {
  const way = [at[0] - from[0], at[1] - from[1]] as const
  const [low, high] = [
    [box.x - BESIDE, box.y - BESIDE],
    [box.x + box.width + BESIDE, box.y + box.height + BESIDE],
  ] as const
  let [first, last] = [0, Number.POSITIVE_INFINITY]
  for (const axis of [0, 1] as const) {
    if (way[axis] === 0) {
      if (at[axis] < low[axis] || at[axis] > high[axis]) return false
      continue
    }
    const times = [(low[axis] - at[axis]) / way[axis], (high[axis] - at[axis]) / way[axis]]
    first = Math.max(first, Math.min(...times))
    last = Math.min(last, Math.max(...times))
  }
  return first <= last
}

/** Of this share of the smaller of two boxes, at least, the other lies on it in a pile. */
const PILED = 0.25

export function arePiled(a: DrawnBox, b: DrawnBox): boolean {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y)
  return width > 0 && height > 0 && width * height >= PILED * Math.min(a.width * a.height, b.width * b.height)
}

/** Whether a line across the page runs above or below most of some letters, and none of it through them. */
export function runsAlong({ x, y, width, height }: DrawnBox, [ax, ay]: Point, [bx, by]: Point): boolean {
  if (Math.abs(ay - by) > Math.abs(ax - bx)) return false
  const shared = Math.min(Math.max(ax, bx), x + width) - Math.max(Math.min(ax, bx), x)
  const isThrough = Math.max(ay, by) > y && Math.min(ay, by) < y + height
  return shared * 2 >= width && !isThrough
}
