/**
 * Stairs taken out of lines: ELK leads a line from layer to layer, and where it comes out of a group, or past a label, it turns aside there
 * and again farther on. One of its pieces is moved into line with the next but one, where that is no worse for anything else.
 */
import { type Box, overlaps, type Point } from '../boxes.js'
import { add, boxOfLine, emptyGrid, type Grid, gridOfBoxes, meeting } from '../measure/grid.js'
import type { Size } from '../measure/size.js'
import { nearestOn } from './straight.js'

/** What a moved piece keeps from boxes, and from lines beside it. */
const CLEAR = 10
/** What it keeps from the labels of other lines. */
const BESIDE_LABEL = 3
/** What its bends keep from lines that it meets, and it from theirs: else they look as if they joined. */
const JOINING = 6
/** What is left of the first and the last piece of a line, for its arrowhead. */
const LEAST_END = 20
/** Lines that got out of each other's way may both be in the way of a third: so often all of them are looked at. */
const ROUNDS = 3
/** A path of fewer points than this has no step that could be taken out. */
const FEWEST = 5

type Path = readonly Point[]

interface Label {
  readonly at: Point
  readonly size: Size
}

interface Placed extends Label {
  readonly box: Box
}

export interface Surroundings {
  /** What no line may run through: nodes and what stands below them, titles. */
  readonly solids: Iterable<Box>
  /** Groups: a line may cross their borders no more often than before, and not run along them. */
  readonly groups: readonly Box[]
  /** By path, the label that has room on it. */
  readonly labels: readonly (Label | undefined)[]
}

interface Around {
  readonly solids: Grid
  readonly groups: readonly Box[]
  readonly lines: Grid
  /** The path that each line in the grid is a piece of; none where that has another way by now. */
  readonly owner: Map<Box, number>
  readonly pieces: (readonly Box[])[]
  readonly labels: (Placed | undefined)[]
  readonly labelGrid: Grid
  /** The path that each label in the grid is of; none where that stands elsewhere by now. */
  readonly labelOwner: Map<Box, number>
}

const pieceLength = (a: Point, b: Point): number => Math.abs(a.x - b.x) + Math.abs(a.y - b.y)

const lengthOf = (path: Path): number =>
  path.slice(1).reduce((sum, point, i) => sum + pieceLength(path[i]!, point), 0)

const isFlat = (a: Point, b: Point): boolean => a.y === b.y

const isAslant = (a: Point, b: Point): boolean => a.x !== b.x && a.y !== b.y

const isFlatBox = ({ width, height }: Box): boolean => width > height

const grown = ({ x, y, width, height }: Box, dx: number, dy: number): Box => ({
  x: x - dx,
  y: y - dy,
  width: width + 2 * dx,
  height: height + 2 * dy,
})

const holds = (outer: Box, inner: Box): boolean =>
  outer.x <= inner.x &&
  outer.y <= inner.y &&
  outer.x + outer.width >= inner.x + inner.width &&
  outer.y + outer.height >= inner.y + inner.height

const piecesOf = (path: Path): Box[] => path.slice(1).map((point, i) => boxOfLine(path[i]!, point))

const placed = ({ at, size }: Label): Placed => ({
  at,
  size,
  box: { x: at.x - size.width / 2, y: at.y - size.height / 2, ...size },
})

/** Without points that are no bends; none where the path then turns back on itself, or runs aslant. */
function simplified(path: Path): Point[] | undefined {
  const found: Point[] = []
  for (const point of path) {
    const [a, b] = [found.at(-2), found.at(-1)]
    if (b && b.x === point.x && b.y === point.y) continue
    if (b && isAslant(b, point)) return undefined
    if (a && b && isFlat(a, b) === isFlat(b, point)) {
      if ((b.x - a.x) * (point.x - b.x) + (b.y - a.y) * (point.y - b.y) < 0) return undefined
      found.pop()
    }
    found.push(point)
  }
  return found
}

/** Whether an end of a path still leaves the same way, with room for its arrowhead. */
function keepsEnd(was: Path, is: Path): boolean {
  const [a, b, c] = [was[0]!, was[1]!, is[1]!]
  return (
    isFlat(a, b) === isFlat(a, c) &&
    (b.x - a.x) * (c.x - a.x) + (b.y - a.y) * (c.y - a.y) > 0 &&
    pieceLength(a, c) >= Math.min(LEAST_END, pieceLength(a, b))
  )
}

/** A path with one of its inner pieces in line with the next but one, in every way. */
function* flattened(path: Path): Generator<Path> {
  for (let s = 1; s + 2 < path.length; s++) {
    const across = isFlat(path[s]!, path[s + 1]!) ? 'y' : 'x'
    for (const t of [s - 2, s + 2]) {
      if (t < 0 || t + 1 >= path.length) continue
      const to = path[t]![across]
      const next = simplified(
        path.map((point, i) => (i === s || i === s + 1 ? { ...point, [across]: to } : point)),
      )
      if (!next || next.length >= path.length || next.length < 2) continue
      if (lengthOf(next) > lengthOf(path)) continue
      if (keepsEnd(path, next) && keepsEnd(path.toReversed(), next.toReversed())) yield next
    }
  }
}

/** Whether of two pieces that run across each other one ends at the other, or all but does. */
function isJoining(a: Box, b: Box): boolean {
  const [flat, upright] = isFlatBox(a) ? [a, b] : [b, a]
  const x = Math.min(upright.x - flat.x, flat.x + flat.width - 1 - upright.x)
  const y = Math.min(flat.y - upright.y, upright.y + upright.height - 1 - flat.y)
  return x >= -JOINING && y >= -JOINING && !(x > JOINING && y > JOINING)
}

/** The lines of other paths in a box. */
function* othersIn(box: Box, own: number, { lines, owner }: Around): Generator<Box> {
  for (const line of meeting(lines, box)) {
    const other = owner.get(line)
    if (other !== undefined && other !== own) yield line
  }
}

/** Whether the label of another path stands in a box. */
function meetsLabel(box: Box, own: number, { labelGrid, labelOwner }: Around): boolean {
  for (const label of meeting(labelGrid, box)) {
    const other = labelOwner.get(label)
    if (other !== undefined && other !== own) return true
  }
  return false
}

/** How often the pieces of a path cross other lines and the borders of groups. */
function countCrossed(own: number, pieces: readonly Box[], around: Around): number {
  let count = 0
  for (const piece of pieces) {
    for (const other of othersIn(piece, own, around)) if (isFlatBox(other) !== isFlatBox(piece)) count++
    for (const group of around.groups) count += bordersCrossed(group, piece)
  }
  return count
}

function bordersCrossed({ x, y, width, height }: Box, piece: Box): number {
  const flat = isFlatBox(piece)
  const [low, high] = flat ? [y, y + height] : [x, x + width]
  const at = flat ? piece.y : piece.x
  if (at <= low || at >= high) return 0
  const [from, to] = flat ? [piece.x, piece.x + piece.width - 1] : [piece.y, piece.y + piece.height - 1]
  const borders = flat ? [x, x + width] : [y, y + height]
  return borders.filter(border => from < border && border < to).length
}

/** Whether a piece runs along a border of a group. */
function isAlongBorder(group: Box, piece: Box): boolean {
  const flat = isFlatBox(piece)
  const [at, low, length] = flat ? [piece.y, group.y, group.height] : [piece.x, group.x, group.width]
  const isNear = Math.abs(at - low) < CLEAR || Math.abs(at - low - length) < CLEAR
  return isNear && overlaps(grown(piece, flat ? 0 : CLEAR, flat ? CLEAR : 0), group)
}

/** Whether a piece that was not there before is in nobody's way. */
function isClear(own: number, piece: Box, pieces: readonly Box[], around: Around): boolean {
  const flat = isFlatBox(piece)
  // Its own ends touch the boxes that it connects.
  const inner = flat ? grown(piece, -2, CLEAR) : grown(piece, CLEAR, -2)
  if (meeting(around.solids, inner).size > 0) return false
  if (meetsLabel(flat ? grown(piece, 0, BESIDE_LABEL) : grown(piece, BESIDE_LABEL, 0), own, around))
    return false
  if (around.groups.some(group => isAlongBorder(group, piece))) return false
  for (const other of othersIn(grown(piece, CLEAR, CLEAR), own, around))
    if (isFlatBox(other) === flat ? overlaps(inner, other) : isJoining(piece, other)) return false
  const at = pieces.indexOf(piece)
  return pieces.every((other, i) => Math.abs(i - at) <= 1 || !overlaps(inner, other))
}

/** Whether a label has room at a place. */
function hasRoom(own: number, box: Box, around: Around): boolean {
  if (meeting(around.solids, box).size > 0 || meetsLabel(box, own, around)) return false
  return othersIn(box, own, around).next().done === true
}

/** Another path in the place of one, and its label there, if nothing is worse for that. */
function bettered(own: number, path: Path, around: Around): Settled | undefined {
  const before = around.pieces[own]!
  const pieces = piecesOf(path)
  const fresh = pieces.filter(piece => !before.some(old => holds(old, piece)))
  if (!fresh.every(piece => isClear(own, piece, pieces, around))) return undefined
  if (countCrossed(own, pieces, around) > countCrossed(own, before, around)) return undefined
  const label = around.labels[own]
  if (!label) return { path, pieces }
  const moved = placed({ ...label, at: nearestOn(path, label.at).at })
  return hasRoom(own, moved.box, around) ? { path, pieces, label: moved } : undefined
}

interface Settled {
  readonly path: Path
  readonly pieces: readonly Box[]
  readonly label?: Placed
}

function settle(own: number, { pieces, label }: Settled, around: Around): void {
  for (const old of around.pieces[own] ?? []) around.owner.delete(old)
  around.pieces[own] = pieces
  for (const piece of pieces) {
    around.owner.set(piece, own)
    add(around.lines, piece)
  }
  if (!label) return
  const old = around.labels[own]
  if (old) around.labelOwner.delete(old.box)
  around.labels[own] = label
  around.labelOwner.set(label.box, own)
  add(around.labelGrid, label.box)
}

/** The paths without the stairs that can be taken out of them, in the same order; their ends stay where they are. */
export function withoutStairs(paths: readonly Path[], surroundings: Surroundings): Path[] {
  const found = [...paths]
  const isStair = (path: Path): boolean =>
    path.length >= FEWEST && path.every((point, i) => i === 0 || !isAslant(path[i - 1]!, point))
  if (!found.some(isStair)) return found
  const around: Around = {
    solids: gridOfBoxes(surroundings.solids),
    groups: surroundings.groups,
    lines: emptyGrid(),
    owner: new Map(),
    pieces: [],
    labels: [],
    labelGrid: emptyGrid(),
    labelOwner: new Map(),
  }
  found.forEach((path, i) => {
    const label = surroundings.labels[i]
    settle(i, { path, pieces: piecesOf(path), ...(label && { label: placed(label) }) }, around)
  })
  for (let round = 0, more = true; round < ROUNDS && more; round++) {
    more = false
    found.forEach((path, i) => {
      for (let at: Path | undefined = path; at && isStair(at); ) {
        const next = firstBetter(i, at, around)
        if (next) {
          settle(i, next, around)
          found[i] = next.path
          more = true
        }
        at = next?.path
      }
    })
  }
  return found
}

function firstBetter(own: number, path: Path, around: Around): Settled | undefined {
  for (const candidate of flattened(path)) {
    const settled = bettered(own, candidate, around)
    if (settled) return settled
  }
  return undefined
}
