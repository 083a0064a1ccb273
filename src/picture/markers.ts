/** Arrowheads: what each is drawn with at the tip of a line that comes from the left and ends at 0, 0. */
import type { Arrow } from '../ir/arrows.js'
import type { Point } from '../layout/boxes.js'
import { type Attributes, element } from './element.js'
import { linesThrough, type Pair } from './figures.js'

type Part =
  | { readonly points: readonly Pair[]; readonly fill: 'ink' | 'paper' | 'none' }
  | { readonly middle: number; readonly radius: number; readonly fill: 'ink' | 'paper' }

interface Marker {
  readonly parts: readonly Part[]
  /** How far before the tip the line ends. */
  readonly back: number
}

const line = (...points: readonly Pair[]): Part => ({ points, fill: 'none' })
const form = (fill: 'ink' | 'paper', ...points: readonly Pair[]): Part => ({ points, fill })
const bar = (x: number): Part => line([x, -5], [x, 5])
const foot = line([0, -5.5], [-11, 0], [0, 5.5])
const ring = (x: number): Part => ({ middle: x, radius: 3.5, fill: 'paper' })
const marker = (back: number, ...parts: readonly Part[]): Marker => ({ parts, back })

const TRIANGLE: readonly Pair[] = [
  [0, 0],
  [-10, -4.5],
  [-10, 4.5],
]
const BACKWARDS: readonly Pair[] = [
  [-10, 0],
  [0, -4.5],
  [0, 4.5],
]
const RHOMB: readonly Pair[] = [
  [0, 0],
  [-7.5, -4.5],
  [-15, 0],
  [-7.5, 4.5],
]
const BLOCK: readonly Pair[] = [
  [0, -4],
  [0, 4],
  [-8, 4],
  [-8, -4],
]

const MARKERS: { readonly [A in Arrow]: Marker } = {
  none: marker(0),
  normal: marker(8, form('ink', ...TRIANGLE)),
  empty: marker(10, form('paper', ...TRIANGLE)),
  open: marker(1, line([-9, -5], [0, 0], [-9, 5])),
  half: marker(1, line([-9, -5], [0, 0])),
  inverted: marker(9, form('ink', ...BACKWARDS)),
  'inverted-empty': marker(10, form('paper', ...BACKWARDS)),
  circle: marker(8, { middle: -4, radius: 4, fill: 'ink' }),
  'circle-empty': marker(8, { middle: -4, radius: 4, fill: 'paper' }),
  cross: marker(0, line([-10, -4], [-2, 4]), line([-10, 4], [-2, -4])),
  diamond: marker(14, form('ink', ...RHOMB)),
  'diamond-empty': marker(15, form('paper', ...RHOMB)),
  box: marker(8, form('ink', ...BLOCK)),
  'box-empty': marker(8, form('paper', ...BLOCK)),
  bar: marker(1, bar(-1)),
  curve: marker(0, line([-7, -5], [-3, -4], [0, -2], [0, 2], [-3, 4], [-7, 5])),
  'curve-inverted': marker(7, line([0, -5], [-4, -4], [-7, -2], [-7, 2], [-4, 4], [0, 5])),
  many: marker(0, foot),
  one: marker(0, bar(-7)),
  'exactly-one': marker(0, bar(-6), bar(-10)),
  'one-or-many': marker(0, foot, bar(-14)),
  'zero-or-one': marker(0, bar(-6), ring(-12)),
  'zero-or-many': marker(0, foot, ring(-14.5)),
}

/** How many times larger heads are on a line of this width. */
const scaleOf = (width: number): number => (width <= 1.5 ? 1 : Math.min(3, 1 + (width - 1.5) * 0.3))

/** How far before its tip a line of some width ends that has such a head. */
export const backOf = (arrow: Arrow, width: number): number => MARKERS[arrow].back * scaleOf(width)

export interface MarkerPaint {
  /** What is filled with the colour of the line, and what with that behind it. */
  readonly ink: Attributes
  readonly paper: Attributes
}

/** The head of an arrow. @param before a point of the line behind its tip */
export function markerElements(
  arrow: Arrow,
  tip: Point,
  before: Point,
  width: number,
  paint: MarkerPaint,
): string {
  const length = Math.hypot(tip.x - before.x, tip.y - before.y)
  const scale = scaleOf(width)
  const [dx, dy] =
    length === 0 ? [scale, 0] : [((tip.x - before.x) / length) * scale, ((tip.y - before.y) / length) * scale]
  const place = ([x, y]: Pair): Pair => [tip.x + x * dx - y * dy, tip.y + x * dy + y * dx]
  const drawn = (part: Part): string => {
    const fill: Attributes = part.fill === 'none' ? [['fill', 'none'], ...paint.ink] : paint[part.fill]
    if ('middle' in part) {
      const [cx, cy] = place([part.middle, 0])
      return element('circle', [['cx', cx], ['cy', cy], ['r', part.radius * scale], ...fill])
    }
    const d = linesThrough(part.points.map(place))
    return element('path', [['d', part.fill === 'none' ? d : `${d}Z`], ...fill])
  }
  return MARKERS[arrow].parts.map(drawn).join('')
}
