/**
 * Texts that stand beside a line without being fastened to it. A person reads one at an end as the label of that end, and any other as
 * the label of the line: where one line is clearly meant, they are no notes. Their cells stay as they are (`beside` in the document of the edge).
 */
import { entryOf } from '../../../src/ir/lists.js'
import { type Box, middleOf, overlaps, type Point } from '../../../src/layout/boxes.js'
import { gridOfBoxes, meeting } from '../../../src/layout/measure/grid.js'
import type { RawCell } from '../document/raw.js'
import type { LabelName } from '../words/beside.js'
import { shapeOfStyle } from '../words/shape-names.js'
import { distanceTo } from './nearness.js'
import { isText, lettersOf, shows, wordsOf } from './texts.js'

/** How far the letters of a text may be from the line that they stand beside, in pixels. */
const REACH = 12
/** The same of what can only be said of an end: how many things stand there. */
const REACH_OF_COUNT = 20
/** By how many pixels, and how many times, the next line has to be farther away. */
const MARGIN = { pixels: 6, times: 2 } as const
/** Lines that are farther away bear on nothing. */
const FARTHEST = REACH_OF_COUNT * MARGIN.times
/** The longest text, and the most lines of one, at an end and on the way. */
const LONGEST = { end: [24, 2], middle: [60, 3] } as const
/** A fixed count: on pages with more texts and pieces of lines than this makes pairs, no text is a label. */
const MOST_COMPARED = 20_000_000

/** A line as it is drawn. */
export interface DrawnWay {
  readonly cell: RawCell
  readonly way: readonly Point[]
  /** Which labels it may get; none where it is no edge. */
  readonly free: ReadonlySet<LabelName>
  /** The groups that it ends at from outside: what stands in them is theirs. */
  readonly groups: readonly Box[]
}

export type LineTexts = ReadonlyMap<RawCell, ReadonlyMap<LabelName, RawCell>>

/**
 * @param texts what may be a label
 * @param lines all that are drawn
 * @param shapes what is drawn besides, but for groups
 * @returns by line: the texts that are its labels
 */
export function textsBeside(
  texts: readonly RawCell[],
  lines: readonly DrawnWay[],
  shapes: readonly RawCell[],
): LineTexts {
  const found = new Map<RawCell, Map<LabelName, RawCell>>()
  const pieces = lines.reduce((sum, { way }) => sum + way.length - 1, 0)
  if (texts.length * pieces > MOST_COMPARED) return found
  const boxes = new Map(shapes.map(cell => [cell.box as Box, cell]))
  const grid = gridOfBoxes(shapes.map(({ box }) => box))
  const around = lines.map(line => ({ line, box: wider(boxOfWay(line.way), FARTHEST) }))
  const contested = new Map<RawCell, Set<LabelName>>()
  for (const text of texts) {
    if (!fits(text, 'middle')) continue
    const letters = lettersOf(text)
    const meant = lineMeant(
      letters,
      COUNT.test(wordsOf(text)) ? REACH_OF_COUNT : REACH,
      around.flatMap(({ line, box }) => (overlaps(box, letters) ? [line] : [])),
    )
    const name = meant && placeOn(meant, text)
    if (!meant || !name || !meant.line.free.has(name) || !fits(text, name)) continue
    const { cell } = meant.line
    const near = [...meeting(grid, wider(letters, NEARER))].map(box => boxes.get(box)!)
    if (
      meant.line.groups.some(box => overlaps(box, letters)) ||
      near.some(shape => speaksAgainst(shape, text, letters, meant))
    )
      continue
    const own = entryOf(found, cell, () => new Map<LabelName, RawCell>())
    if (own.has(name)) entryOf(contested, cell, () => new Set<LabelName>()).add(name)
    else own.set(name, text)
  }
  // Two texts at one place: which of them is the label, nobody knows.
  for (const [cell, names] of contested) for (const name of names) found.get(cell)!.delete(name)
  return found
}

/** What may be such a label: a text that says something, and that nobody has said to be anything else. */
export const mayBeLabel = (cell: RawCell): boolean =>
  isText(cell) && shows(cell) && !cell.attributes.has('diaglot-kind')

/** A shape without a text is called by what stands as near to it as this, in pixels. */
const NEARER = 20

/** Whether a shape near a text is what the text stands in or names. */
function speaksAgainst(shape: RawCell, text: RawCell, letters: Box, meant: Meant): boolean {
  if (shape === text) return false
  if (liesOn(letters, shape)) return true
  if (isText(shape)) return isBlock(letters, lettersOf(shape))
  return !shows(shape) && boxDistance(shape.box, letters) < meant.distance
}

/** Whether letters stand on a shape: in the corners of the box around a diamond or an ellipse, nothing is drawn. */
function liesOn(letters: Box, { box, style }: RawCell): boolean {
  const inner = shrunk(box, 3)
  if (!overlaps(inner, letters)) return false
  const shape = shapeOfStyle(style)
  if (shape !== 'diamond' && shape !== 'ellipse' && shape !== 'circle') return true
  const { x, y } = middleOf(inner)
  const right = Math.max(letters.x - x, 0, x - letters.x - letters.width) / (inner.width / 2)
  const down = Math.max(letters.y - y, 0, y - letters.y - letters.height) / (inner.height / 2)
  return shape === 'diamond' ? right + down < 1 : right ** 2 + down ** 2 < 1
}

/** Whether two texts stand below each other as the lines of one. */
function isBlock(a: Box, b: Box): boolean {
  const [upper, lower] = a.y < b.y ? [a, b] : [b, a]
  const gap = lower.y - upper.y - upper.height
  const isAligned = Math.min(Math.abs(a.x - b.x), Math.abs(middleOf(a).x - middleOf(b).x)) <= ALIGNED
  return gap >= -upper.height / 2 && gap <= LINE_GAP && isAligned
}

const ALIGNED = 3
const LINE_GAP = 10

const shrunk = ({ x, y, width, height }: Box, by: number): Box => ({
  x: x + by,
  y: y + by,
  width: Math.max(0, width - 2 * by),
  height: Math.max(0, height - 2 * by),
})

const wider = (box: Box, by: number): Box => shrunk(box, -by)

interface Meant {
  readonly line: DrawnWay
  readonly distance: number
  /** How far along its way the middle of the text is, and how long that is. */
  readonly along: number
  readonly length: number
}

/** The line that a text stands beside, if no other is about as near. */
function lineMeant(letters: Box, reach: number, lines: readonly DrawnWay[]): Meant | undefined {
  let best: Meant | undefined
  let next = Number.POSITIVE_INFINITY
  for (const line of lines) {
    const there = besideWay(letters, line.way)
    if (!best || there.distance < best.distance) {
      next = best?.distance ?? next
      best = { line, ...there }
    } else next = Math.min(next, there.distance)
  }
  if (!best || best.distance > reach) return undefined
  return next >= Math.max(best.distance + MARGIN.pixels, best.distance * MARGIN.times) ? best : undefined
}

/** The words of how many things stand at an end: `1`, `N`, `0..*`, `(0, n)`. */
const COUNT = /^[([{]?\s*(?:\d+|[nNmM*∞])\s*(?:(?:\.{2,3}|[,:…-])\s*(?:\d+|[nNmM*∞])\s*)?[)\]}]?$/

/** Which label of a line a text is: those in the outer quarters are its ends', as for labels on it; how many there are, is said of the nearer end. */
function placeOn({ along, length }: Meant, text: RawCell): LabelName | undefined {
  if (length <= 0) return undefined
  const share = along / length
  if (COUNT.test(wordsOf(text))) return share < 0.45 ? 'tail' : share > 0.55 ? 'head' : undefined
  return share < 0.25 ? 'tail' : share > 0.75 ? 'head' : 'middle'
}

function fits(text: RawCell, name: LabelName): boolean {
  const words = wordsOf(text)
  const [longest, lines] = LONGEST[name === 'middle' ? 'middle' : 'end']
  return words.length <= longest && words.split('\n').length <= lines
}

function boxOfWay(way: readonly Point[]): Box {
  const [xs, ys] = [way.map(({ x }) => x), way.map(({ y }) => y)]
  const [x, y] = [Math.min(...xs), Math.min(...ys)]
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y }
}

/** How far a box is from a way, and how far along that its middle lies. */
function besideWay(box: Box, way: readonly Point[]): Omit<Meant, 'line'> {
  const middle = middleOf(box)
  let [distance, nearest, along, length] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, 0, 0]
  for (let i = 1; i < way.length; i++) {
    const [a, b] = [way[i - 1]!, way[i]!]
    const size = Math.hypot(b.x - a.x, b.y - a.y)
    const there = nearestOn(middle, a, b)
    if (there.distance < nearest) {
      nearest = there.distance
      along = length + there.share * size
    }
    distance = Math.min(distance, fromPiece(box, a, b))
    length += size
  }
  return { distance, along, length }
}

/** How far a box is from a piece of a line: 0 where that crosses it. */
function fromPiece(box: Box, a: Point, b: Point): number {
  if (crosses(box, a, b)) return 0
  const corners = [box.x, box.x + box.width].flatMap(x => [box.y, box.y + box.height].map(y => ({ x, y })))
  return Math.min(
    distanceTo(box, [a.x, a.y]),
    distanceTo(box, [b.x, b.y]),
    ...corners.map(corner => nearestOn(corner, a, b).distance),
  )
}

/** How far along a piece of a line, from 0 to 1, it is nearest to a point, and how far away that is. */
function nearestOn(point: Point, a: Point, b: Point): { readonly share: number; readonly distance: number } {
  const [dx, dy] = [b.x - a.x, b.y - a.y]
  const size = dx * dx + dy * dy
  const share =
    size === 0 ? 0 : Math.min(1, Math.max(0, ((point.x - a.x) * dx + (point.y - a.y) * dy) / size))
  return { share, distance: Math.hypot(a.x + dx * share - point.x, a.y + dy * share - point.y) }
}

const boxDistance = (a: Box, b: Box): number =>
  Math.hypot(
    Math.max(a.x - b.x - b.width, 0, b.x - a.x - a.width),
    Math.max(a.y - b.y - b.height, 0, b.y - a.y - a.height),
  )

/** Whether a piece of a line runs through a box. */
function crosses({ x, y, width, height }: Box, a: Point, b: Point): boolean {
  let [first, last] = [0, 1]
  for (const [from, by, low, high] of [
    [a.x, b.x - a.x, x, x + width],
    [a.y, b.y - a.y, y, y + height],
  ] as const) {
    if (by === 0) {
      if (from < low || from > high) return false
      continue
    }
    const times = [(low - from) / by, (high - from) / by]
    first = Math.max(first, Math.min(...times))
    last = Math.min(last, Math.max(...times))
  }
  return first <= last
}
