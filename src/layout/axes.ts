/** Lines along the axes, for those whose ends and bends were read, and whose way a program finds. */
import { type Box, middleOf, type Point } from './boxes.js'

const isIn = (at: number, start: number, length: number): boolean => at >= start && at <= start + length

/** What a line that is led along the axes starts or ends at: a point, or anywhere on a box. */
export interface Anchor {
  readonly box: Box
  readonly point?: Point
}

/** How far a line leads away from a box before it turns. */
const AWAY = 20

/** Where a line from a box to a point leaves the box: straight across where it can, else from the middle of the nearer side. */
function leaving({ box, point }: Anchor, to: Point): Point {
  if (point) return point
  const { x, y, width, height } = box
  const { x: cx, y: cy } = middleOf(box)
  if (isIn(to.x, x, width)) return { x: to.x, y: to.y < cy ? y : y + height }
  if (isIn(to.y, y, height)) return { x: to.x < cx ? x : x + width, y: to.y }
  const [dx, dy] = [(to.x - cx) / width, (to.y - cy) / height]
  if (Math.abs(dx) > Math.abs(dy)) return { x: dx < 0 ? x : x + width, y: cy }
  return { x: cx, y: dy < 0 ? y : y + height }
}

/** Whether a point lies on the left or right side of a box, so that a line there starts flat. */
const isAside = (point: Point, { x, width }: Box): boolean =>
  Math.min(Math.abs(point.x - x), Math.abs(point.x - x - width)) < 1

/**
 * The way of a line whose bends a person drew, or which was left to the program: along the axes.
 * @param bends between the ends; none where nobody drew any
 */
export function alongAxes(from: Anchor, to: Anchor, bends: readonly Point[]): Point[] {
  const [first, last] = [bends[0] ?? towards(to, from), bends.at(-1) ?? towards(from, to)]
  const [start, end] = [leaving(from, first), leaving(to, last)]
  const flat = isAside(start, from.box)
  const path: Point[] = [start]
  let horizontal = flat
  for (const next of [...bends, end]) {
    const at = path[path.length - 1]!
    if (Math.abs(at.x - next.x) > 0.5 && Math.abs(at.y - next.y) > 0.5) {
      if (next === end && isAside(end, to.box) === horizontal)
        path.push(...step(at, end, horizontal, bends.length === 0))
      else path.push(horizontal ? { x: next.x, y: at.y } : { x: at.x, y: next.y })
    }
    const before = path[path.length - 1]!
    if (before.x !== next.x || before.y !== next.y) horizontal = Math.abs(before.y - next.y) > 0.5
    path.push(next)
  }
  return path
}

/** Two corners between lines that run the same way. */
function step(a: Point, b: Point, horizontal: boolean, halfway: boolean): Point[] {
  if (horizontal) {
    const x = halfway ? (a.x + b.x) / 2 : b.x + Math.sign(a.x - b.x) * AWAY
    return [
      { x, y: a.y },
      { x, y: b.y },
    ]
  }
  const y = halfway ? (a.y + b.y) / 2 : b.y + Math.sign(a.y - b.y) * AWAY
  return [
    { x: a.x, y },
    { x: b.x, y },
  ]
}

/** Where a line without bends aims: at the middle of what both have in common along an axis, else at the middle of the other. */
function towards({ box, point }: Anchor, other: Anchor): Point {
  if (point) return point
  const { x, y, width, height } = box
  const shared = (a: number, la: number, b: number, lb: number): number | undefined => {
    const [start, end] = [Math.max(a, b), Math.min(a + la, b + lb)]
    return start <= end ? (start + end) / 2 : undefined
  }
  const { box: o, point: at } = other
  const [cx, cy] = [
    at ? (isIn(at.x, x, width) ? at.x : undefined) : shared(x, width, o.x, o.width),
    at ? (isIn(at.y, y, height) ? at.y : undefined) : shared(y, height, o.y, o.height),
  ]
  const own = middleOf(box)
  return { x: cx ?? own.x, y: cy ?? own.y }
}

/** The point of a path that lies a share of its length from its start, and the way the path leads there. */
export function pointAlong(
  path: readonly Point[],
  share: number,
): { readonly point: Point; readonly ahead: Point } | undefined {
  const lengths = path.slice(1).map((point, i) => Math.hypot(point.x - path[i]!.x, point.y - path[i]!.y))
  let left = lengths.reduce((sum, length) => sum + length, 0) * share
  for (const [i, length] of lengths.entries()) {
    if (left > length && i + 1 < lengths.length) {
      left -= length
      continue
    }
    const [a, b] = [path[i]!, path[i + 1]!]
    const part = length === 0 ? 0 : Math.min(1, left / length)
    const ahead = length === 0 ? { x: 1, y: 0 } : { x: (b.x - a.x) / length, y: (b.y - a.y) / length }
    return { point: { x: a.x + (b.x - a.x) * part, y: a.y + (b.y - a.y) * part }, ahead }
  }
  return undefined
}
