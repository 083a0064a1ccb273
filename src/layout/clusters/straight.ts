/** Small steps taken out of lines: where a line steps aside by a few pixels and runs on, one of its parts is moved. */
import type { Box, Point } from '../boxes.js'
import { add, boxOfLine, emptyGrid, type Grid, gridOfBoxes, meeting } from '../measure/grid.js'

/** Steps up to this length look like mistakes. */
const SMALL = 12
/** So far an end may slide along its side where the line is straight then. */
const FAR = 30
/** What a moved part keeps from other lines and from boxes, and from the corners of what it ends at. */
const CLEAR = 6
const CORNER = 10
/** What a moved end keeps from those beside it, so that no arrowheads touch. */
const HEAD = 12
/** The least length of a line between two bends. */
const LEAST = 10

/** A path, and the boxes that its ends may slide along; none where an end is fixed. */
export interface Sliding {
  readonly path: readonly Point[]
  readonly from?: Box
  readonly to?: Box
  /** Whether an end may slide far: a side of a box is one place as good as another, and a tip is not. */
  readonly isFar?: { readonly from: boolean; readonly to: boolean }
}

type Axis = 'x' | 'y'

/** The axis that a line runs along; none for a slanted one. */
function axisOf(a: Point, b: Point): Axis | undefined {
  if (a.y === b.y) return a.x === b.x ? undefined : 'x'
  return a.x === b.x ? 'y' : undefined
}

/** The paths with their small steps taken out where nothing is in the way. Ends of two-point paths are put on one line. */
export function straightened(lines: readonly Sliding[], solids: Iterable<Box>): Point[][] {
  const paths = lines.map(({ path }) => levelled(path))
  const around: Around = {
    lines: emptyGrid(),
    pathOf: new Map(),
    gone: new Set(),
    solids: gridOfBoxes(solids),
  }
  for (const path of paths) addLines(around, path)
  return paths.map((path, i) => {
    let points = path
    for (let k = 0; k + 3 < points.length; ) {
      const next = withoutStep(points, k, lines[i]!, around)
      if (next) {
        around.gone.add(points)
        addLines(around, next)
        points = next
        k = 0
      } else k++
    }
    return points
  })
}

/** A line between two points that rounding has put a pixel or two off each other. */
function levelled(path: readonly Point[]): Point[] {
  const [a, b] = path
  if (path.length !== 2 || !a || !b) return [...path]
  const [dx, dy] = [Math.abs(a.x - b.x), Math.abs(a.y - b.y)]
  if (dx > 0 && dx <= 2 && dy > dx) return [a, { x: a.x, y: b.y }]
  return dy > 0 && dy <= 2 && dx > dy ? [a, { x: b.x, y: a.y }] : [a, b]
}

interface Around {
  readonly lines: Grid
  /** The path that each line in the grid is part of. */
  readonly pathOf: Map<Box, readonly Point[]>
  /** Paths that others have taken the place of. */
  readonly gone: Set<readonly Point[]>
  readonly solids: Grid
}

function addLines({ lines, pathOf }: Around, path: readonly Point[]): void {
  for (let i = 0; i + 1 < path.length; i++) {
    const line = boxOfLine(path[i]!, path[i + 1]!)
    pathOf.set(line, path)
    add(lines, line)
  }
}

/** The path without the step between its points k + 1 and k + 2, where it can be taken out. */
function withoutStep(
  points: readonly Point[],
  k: number,
  ends: Sliding,
  around: Around,
): Point[] | undefined {
  const [a, b, c, d] = [points[k]!, points[k + 1]!, points[k + 2]!, points[k + 3]!]
  const along = axisOf(a, b)
  if (!along || axisOf(c, d) !== along || !axisOf(b, c)) return undefined
  const step = Math.abs(b.x - c.x) + Math.abs(b.y - c.y)
  if (step > FAR) return undefined
  // Back on itself: not a step but a loop.
  if (Math.sign(b[along] - a[along]) !== Math.sign(d[along] - c[along])) return undefined
  const across: Axis = along === 'x' ? 'y' : 'x'
  const [isFirst, isLast] = [k === 0, k + 4 === points.length]
  const mayMove = (isEnd: boolean, isFar = false): boolean => step <= SMALL || (isEnd && isFar)
  const before = mayMove(isFirst, ends.isFar?.from) && moved(points, k, c[across], across, ends.from)
  if (
    before &&
    isClear(before, d, points, around) &&
    (!isFirst || isEndClear(a, before, d, points, around))
  ) {
    return [...points.slice(0, k), before, ...points.slice(k + 3)]
  }
  const after =
    mayMove(isLast, ends.isFar?.to) &&
    moved([...points].reverse(), points.length - 4 - k, b[across], across, ends.to)
  if (after && isClear(a, after, points, around) && (!isLast || isEndClear(d, after, a, points, around))) {
    return [...points.slice(0, k + 1), after, ...points.slice(k + 4)]
  }
  return undefined
}

/** The point k, moved with its line across it; none where its end or the line before it does not allow that. */
function moved(
  points: readonly Point[],
  k: number,
  to: number,
  across: Axis,
  box: Box | undefined,
): Point | undefined {
  const point = points[k]!
  const next = { ...point, [across]: to }
  if (k === 0) {
    if (!box) return undefined
    const [low, length] = across === 'x' ? [box.x, box.width] : [box.y, box.height]
    const corner = Math.min(CORNER, length / 4)
    return to >= low + corner && to <= low + length - corner ? next : undefined
  }
  const previous = points[k - 1]!
  const [was, is] = [point[across] - previous[across], to - previous[across]]
  return Math.sign(was) === Math.sign(is) && Math.abs(is) >= LEAST ? next : undefined
}

/** Whether a line that is to end elsewhere has room for its arrowhead beside those of others, and passes none on the way there. */
function isEndClear(was: Point, end: Point, from: Point, own: readonly Point[], around: Around): boolean {
  const flat = end.y === from.y
  const [across, along]: [Axis, Axis] = flat ? ['y', 'x'] : ['x', 'y']
  const low = Math.min(end[across] - HEAD, was[across])
  const length = Math.max(end[across] + HEAD, was[across]) - low
  const at = Math.min(end[along], end[along] + Math.sign(from[along] - end[along]) * HEAD)
  const area = flat
    ? { x: at, y: low, width: HEAD, height: length }
    : { x: low, y: at, width: length, height: HEAD }
  return isApart(area, flat, own, around)
}

/** Whether no other line runs the same way through an area. */
function isApart(area: Box, flat: boolean, own: readonly Point[], { lines, pathOf, gone }: Around): boolean {
  for (const other of meeting(lines, area)) {
    const path = pathOf.get(other)!
    if (flat === other.width > other.height && path !== own && !gone.has(path)) return false
  }
  return true
}

/** Whether a line between two points keeps its distance from boxes, and from other lines beside it. */
function isClear(a: Point, b: Point, own: readonly Point[], around: Around): boolean {
  const line = boxOfLine(a, b)
  const flat = line.width > line.height
  // Its own ends touch the boxes that it connects.
  const inner = flat
    ? { x: line.x + 2, y: line.y - CLEAR, width: line.width - 4, height: 2 * CLEAR }
    : { x: line.x - CLEAR, y: line.y + 2, width: 2 * CLEAR, height: line.height - 4 }
  return meeting(around.solids, inner).size === 0 && isApart(inner, flat, own, around)
}

/** Further than this no label is from its line where steps have been taken out under it. */
const LABEL_REACH = 4 * SMALL

/** A label's place, put back onto its path where a step was taken out under it. */
export function onPath(
  label: Point | undefined,
  before: readonly Point[],
  path: readonly Point[],
): Point | undefined {
  if (!label || before.length === path.length) return label
  const { at, distance } = nearestOn(path, label)
  return distance < LABEL_REACH ? at : label
}

/** The point of a path that is nearest to another one, and how far it is from there, along the axes. */
export function nearestOn(
  path: readonly Point[],
  to: Point,
): { readonly at: Point; readonly distance: number } {
  let at = to
  let least = Infinity
  for (let i = 0; i + 1 < path.length; i++) {
    const { x, y, width, height } = boxOfLine(path[i]!, path[i + 1]!)
    const near = {
      x: Math.min(Math.max(to.x, x), x + width - 1),
      y: Math.min(Math.max(to.y, y), y + height - 1),
    }
    const distance = Math.abs(near.x - to.x) + Math.abs(near.y - to.y)
    if (distance < least) [at, least] = [near, distance]
  }
  return { at, distance: least }
}
