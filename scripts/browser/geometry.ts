/** Plane geometry of boxes and polylines, for measuring drawings. All lengths are pixels. */

export interface Point {
  readonly x: number
  readonly y: number
}

export interface Box extends Point {
  readonly width: number
  readonly height: number
}

/** A straight piece of a route. */
export interface Segment {
  readonly from: Point
  readonly to: Point
}

export const right = (box: Box) => box.x + box.width
export const bottom = (box: Box) => box.y + box.height

/** What two boxes have in common; undefined where that is thinner than `tolerance` in a direction. */
export function commonBox(a: Box, b: Box, tolerance = 0): Box | undefined {
  const x = Math.max(a.x, b.x)
  const y = Math.max(a.y, b.y)
  const width = Math.min(right(a), right(b)) - x
  const height = Math.min(bottom(a), bottom(b)) - y
  return width > tolerance && height > tolerance ? { x, y, width, height } : undefined
}

/** Whether `inner` lies within `outer`, or sticks out of it by no more than `tolerance`. */
export function isInside(inner: Box, outer: Box, tolerance = 0): boolean {
  return (
    inner.x >= outer.x - tolerance &&
    inner.y >= outer.y - tolerance &&
    right(inner) <= right(outer) + tolerance &&
    bottom(inner) <= bottom(outer) + tolerance
  )
}

/** A box made smaller on all four sides; undefined where nothing is left. */
export function shrink(box: Box, byX: number, byY = byX): Box | undefined {
  const width = box.width - 2 * byX
  const height = box.height - 2 * byY
  return width > 0 && height > 0 ? { x: box.x + byX, y: box.y + byY, width, height } : undefined
}

export function segmentsOf(points: readonly Point[]): Segment[] {
  const segments: Segment[] = []
  for (let i = 1; i < points.length; i++) {
    const from = points[i - 1]!
    const to = points[i]!
    if (from.x !== to.x || from.y !== to.y) segments.push({ from, to })
  }
  return segments
}

export function boxOfSegment({ from, to }: Segment): Box {
  return {
    x: Math.min(from.x, to.x),
    y: Math.min(from.y, to.y),
    width: Math.abs(from.x - to.x),
    height: Math.abs(from.y - to.y),
  }
}

/** Whether a segment has a point strictly within a box (Liang and Barsky's clipping). */
export function runsThrough({ from, to }: Segment, box: Box): boolean {
  const dx = to.x - from.x
  const dy = to.y - from.y
  let start = 0
  let end = 1
  const borders: [number, number][] = [
    [-dx, from.x - box.x],
    [dx, right(box) - from.x],
    [-dy, from.y - box.y],
    [dy, bottom(box) - from.y],
  ]
  for (const [direction, distance] of borders) {
    if (direction === 0) {
      if (distance <= 0) return false
    } else if (direction < 0) start = Math.max(start, distance / direction)
    else end = Math.min(end, distance / direction)
  }
  return end - start > 1e-9
}

const cross = (ax: number, ay: number, bx: number, by: number) => ax * by - ay * bx

/** The one point where two segments that are not parallel meet, their ends included. */
export function meetingPoint(a: Segment, b: Segment): Point | undefined {
  const ax = a.to.x - a.from.x
  const ay = a.to.y - a.from.y
  const bx = b.to.x - b.from.x
  const by = b.to.y - b.from.y
  const turn = cross(ax, ay, bx, by)
  if (Math.abs(turn) < 1e-9) return undefined
  const alongA = cross(b.from.x - a.from.x, b.from.y - a.from.y, bx, by) / turn
  const alongB = cross(b.from.x - a.from.x, b.from.y - a.from.y, ax, ay) / turn
  if (alongA < 0 || alongA > 1 || alongB < 0 || alongB > 1) return undefined
  return { x: a.from.x + alongA * ax, y: a.from.y + alongA * ay }
}

/** How long two segments run on the same line, at most `tolerance` apart; 0 where they don't. */
export function commonLength(a: Segment, b: Segment, tolerance = 1): number {
  const dx = a.to.x - a.from.x
  const dy = a.to.y - a.from.y
  const length = Math.hypot(dx, dy)
  const offLine = (p: Point) => Math.abs(cross(dx, dy, p.x - a.from.x, p.y - a.from.y)) / length
  if (length === 0 || offLine(b.from) > tolerance || offLine(b.to) > tolerance) return 0
  const along = (p: Point) => ((p.x - a.from.x) * dx + (p.y - a.from.y) * dy) / length
  const one = along(b.from)
  const other = along(b.to)
  return Math.max(0, Math.min(length, Math.max(one, other)) - Math.max(0, Math.min(one, other)))
}

const touches = (a: Box, b: Box) => a.x <= right(b) && b.x <= right(a) && a.y <= bottom(b) && b.y <= bottom(a)

interface Boxed {
  readonly box: Box
}

const fromLeft = <T extends Boxed>(items: readonly T[]) => [...items].sort((a, b) => a.box.x - b.box.x)

/**
 * Calls `meet` for every pair, one of `some` and one of `others`, whose boxes overlap or touch. It sweeps from left to
 * right and looks only at boxes that are open there, so that thousands of them are no trouble.
 */
export function eachMeeting<A extends Boxed, B extends Boxed>(
  some: readonly A[],
  others: readonly B[],
  meet: (a: A, b: B) => void,
): void {
  const sorted = fromLeft(others)
  let open: B[] = []
  let next = 0
  for (const a of fromLeft(some)) {
    open = open.filter(b => right(b.box) >= a.box.x)
    for (; next < sorted.length && sorted[next]!.box.x <= right(a.box); next++) open.push(sorted[next]!)
    for (const b of open) if (touches(a.box, b.box)) meet(a, b)
  }
}

/** Calls `meet` once for every pair in one list whose boxes overlap or touch. */
export function eachMeetingPair<A extends Boxed>(items: readonly A[], meet: (a: A, b: A) => void): void {
  let open: A[] = []
  for (const a of fromLeft(items)) {
    open = open.filter(b => right(b.box) >= a.box.x)
    for (const b of open) if (touches(a.box, b.box)) meet(b, a)
    open.push(a)
  }
}
