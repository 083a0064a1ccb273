/** What outlines of shapes are made of: figures that several of them have, and what is put together from these. */
import { ellipse, type Figure, type Pair, path, pathText, polygon, rect } from './figures.js'

export interface Drawn {
  /** Filled and outlined, in this order. The last one holds the text. */
  readonly figures: readonly Figure[]
  /** More lines on it, as a path. */
  readonly lines?: string
  /** Filled with the colour of the lines. */
  readonly solid?: true
  /** Without colours of its own: figures show only where the diagram gives them some. */
  readonly bare?: true
  /** How much of the box its ornaments take from the text. */
  readonly insets?: {
    readonly left?: number
    readonly top?: number
    readonly right?: number
    readonly bottom?: number
  }
  /** What lines end at, where that is more than the figures. */
  readonly ends?: readonly Figure[]
  /** How many times thicker its line is than that of others. */
  readonly thick?: number
}

export type Draw = (width: number, height: number) => Drawn

export const one = (...figures: readonly Figure[]): Drawn => ({ figures })
export const box =
  (radius = 0): Draw =>
  (w, h) =>
    one(rect(0, 0, w, h, radius))
export const round: Draw = (w, h) => one(ellipse(w / 2, h / 2, w / 2, h / 2))
export const points =
  (...parts: readonly Pair[]): Draw =>
  (w, h) =>
    one(polygon(...parts.map(([x, y]): Pair => [x * w, y * h])))
export const within =
  (drawn: Draw, insets: NonNullable<Drawn['insets']>): Draw =>
  (w, h) => ({ ...drawn(w, h), insets })
export const upsideDown = (drawn: readonly Pair[]): Pair[] => drawn.map(([x, y]): Pair => [x, 1 - y])

export const SLANT = 20
export const CUT = 15
export const FOLD = 14
export const WAVE = 7
export const CAP = 8
export const TAB = 12

export const DIAMOND = points([0.5, 0], [1, 0.5], [0.5, 1], [0, 0.5])
export const HOUSE: readonly Pair[] = [
  [0.5, 0],
  [1, 0.3],
  [1, 1],
  [0, 1],
  [0, 0.3],
]
export const HEPTAGON: readonly Pair[] = [
  [0.5, 0],
  [0.9, 0.2],
  [1, 0.64],
  [0.72, 1],
  [0.28, 1],
  [0, 0.64],
  [0.1, 0.2],
]
export const PENTAGON = within(points([0.5, 0], [1, 0.38], [0.81, 1], [0.19, 1], [0, 0.38]), { top: 10 })

/** The corners of a star, every other one nearer to its middle. */
export function burst(tips: number, depth: number): Draw {
  const corners = Array.from({ length: tips * 2 }, (_, i): Pair => {
    const angle = (i / (tips * 2)) * 2 * Math.PI - Math.PI / 2
    const reach = (i % 2 === 0 ? 1 : depth) / 2
    return [0.5 + reach * Math.cos(angle), 0.5 + reach * Math.sin(angle)]
  })
  return points(...corners)
}

/** A sheet with a wavy lower edge. */
const sheet = (x: number, y: number, w: number, h: number): Figure => {
  const low = y + h - WAVE
  return path`M${x} ${y}H${x + w}V${low}C${x + w * 0.67} ${low - 2 * WAVE} ${x + w * 0.33} ${low + 2 * WAVE} ${x} ${low}Z`
}

export const sheets: Draw = (w, h) => ({
  figures: [sheet(10, 0, w - 10, h - 10), sheet(5, 5, w - 10, h - 10), sheet(0, 10, w - 10, h - 10)],
  insets: { top: 10, right: 10, bottom: WAVE },
})

export const document: Draw = (w, h) => ({ figures: [sheet(0, 0, w, h)], insets: { bottom: WAVE } })

export const dogEared: Draw = (w, h) => ({
  figures: [path`M0 0H${w - FOLD}L${w} ${FOLD}V${h}H0Z`],
  lines: pathText`M${w - FOLD} 0V${FOLD}H${w}`,
})

/** How far a curve's control point lies out for a quarter of a circle. */
export const ARC = 0.5523

/** An upright cylinder: half an ellipse at its foot, a whole one on top. */
export function cylinder(w: number, h: number, rings: number): Drawn {
  const [r, c] = [w / 2, (w / 2) * ARC]
  const cap = Math.min(CAP, h / 5)
  const k = cap * (1 - ARC)
  const body = path`M0 ${cap}C0 ${k} ${r - c} 0 ${r} 0C${r + c} 0 ${w} ${k} ${w} ${cap}V${h - cap}C${w} ${h - k} ${r + c} ${h} ${r} ${h}C${r - c} ${h} 0 ${h - k} 0 ${h - cap}Z`
  const ring = (y: number): string =>
    pathText`M0 ${y}C0 ${y + cap - k} ${r - c} ${y + cap} ${r} ${y + cap}C${r + c} ${y + cap} ${w} ${y + cap - k} ${w} ${y}`
  const lines = Array.from({ length: rings }, (_, i) => ring(cap + i * 5)).join('')
  return { figures: [body], lines, insets: { top: 2 * cap + (rings - 1) * 5, bottom: cap / 2 } }
}

/** A cylinder on its side, its open end right. */
export const lying: Draw = (w, h) => {
  const [r, c] = [h / 2, (h / 2) * ARC]
  const cap = Math.min(CAP, w / 5)
  const k = cap * (1 - ARC)
  const body = path`M${cap} 0H${w - cap}C${w - k} 0 ${w} ${r - c} ${w} ${r}C${w} ${r + c} ${w - k} ${h} ${w - cap} ${h}H${cap}C${k} ${h} 0 ${r + c} 0 ${r}C0 ${r - c} ${k} 0 ${cap} 0Z`
  const x = w - cap
  const lines = pathText`M${x} 0C${x - cap + k} 0 ${x - cap} ${r - c} ${x - cap} ${r}C${x - cap} ${r + c} ${x - cap + k} ${h} ${x} ${h}`
  return { figures: [body], lines, insets: { left: cap / 2, right: 2 * cap } }
}

/** A window with a bar on top. */
export function framed(w: number, ornament: string): Pick<Drawn, 'lines' | 'insets'> {
  return { lines: pathText`M0 ${TAB}H${w}` + ornament, insets: { top: TAB } }
}

export const folder =
  (left: boolean): Draw =>
  (w, h) => {
    const tab = Math.min(36, w / 2)
    const from = left ? 0 : w - tab
    const body = left
      ? path`M0 0H${tab}V${TAB}H${w}V${h}H0Z`
      : path`M0 ${TAB}H${from}L${from + 5} 0H${w}V${h}H0Z`
    return { figures: [body], insets: { top: TAB }, ...(left && { lines: pathText`M0 ${TAB}H${tab}` }) }
  }

/** A brace along the left side, or mirrored along the right. */
function brace(w: number, h: number, right: boolean): string {
  const x = (at: number): number => (right ? w - at : at)
  const m = h / 2
  return pathText`M${x(10)} 0Q${x(5)} 0 ${x(5)} 5V${m - 5}Q${x(5)} ${m} ${x(0)} ${m}Q${x(5)} ${m} ${x(5)} ${m + 5}V${h - 5}Q${x(5)} ${h} ${x(10)} ${h}`
}

export const braces =
  (left: boolean, right: boolean): Draw =>
  (w, h) => ({
    figures: [rect(0, 0, w, h)],
    bare: true,
    lines: (left ? brace(w, h, false) : '') + (right ? brace(w, h, true) : ''),
    insets: { ...(left && { left: 8 }), ...(right && { right: 8 }) },
  })

export const bare =
  (lines: (w: number, h: number) => string): Draw =>
  (w, h) => ({
    figures: [rect(0, 0, w, h)],
    bare: true,
    lines: lines(w, h),
  })

export const withLines =
  (drawn: Draw, lines: (w: number, h: number) => string, insets: Drawn['insets'] = {}): Draw =>
  (w, h) => ({
    ...drawn(w, h),
    lines: lines(w, h),
    insets,
  })

export const solid =
  (drawn: Draw): Draw =>
  (w, h) => ({ ...drawn(w, h), solid: true })

/** A figure, and the same some pixels further in: one or two times. */
export const doubled =
  (draw: (x: number, y: number, w: number, h: number) => Figure, times = 1, gap = 4): Draw =>
  (w, h) =>
    one(
      ...Array.from({ length: times + 1 }, (_, i) =>
        draw(i * gap, i * gap, w - 2 * i * gap, h - 2 * i * gap),
      ),
    )

export const circleIn = (x: number, y: number, w: number, h: number): Figure =>
  ellipse(x + w / 2, y + h / 2, w / 2, h / 2)
export const octagonIn = (x: number, y: number, w: number, h: number): Figure => {
  const cut = Math.max(4, Math.min(18 - x, w / 3, h / 3))
  return path`M${x + cut} ${y}H${x + w - cut}L${x + w} ${y + cut}V${y + h - cut}L${x + w - cut} ${y + h}H${x + cut}L${x} ${y + h - cut}V${y + cut}Z`
}

export const arrowHead = (w: number): number => Math.min(28, w / 3)
export const cloud: Draw = (w, h) =>
  one(
    path`M${w * 0.25} ${h * 0.25}C${w * 0.05} ${h * 0.25} 0 ${h * 0.5} ${w * 0.16} ${h * 0.55}C0 ${h * 0.66} ${w * 0.18} ${h * 0.9} ${w * 0.31} ${h * 0.8}C${w * 0.4} ${h} ${w * 0.7} ${h} ${w * 0.8} ${h * 0.8}C${w} ${h * 0.8} ${w} ${h * 0.6} ${w * 0.875} ${h * 0.5}C${w} ${h * 0.3} ${w * 0.8} ${h * 0.1} ${w * 0.625} ${h * 0.2}C${w * 0.5} ${h * 0.05} ${w * 0.3} ${h * 0.05} ${w * 0.25} ${h * 0.25}Z`,
  )
export const event =
  (thick?: number): Draw =>
  (w, h) => ({ ...round(w, h), ...(thick && { thick }) })
export const plain = box(2)
