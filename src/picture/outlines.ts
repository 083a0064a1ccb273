/**
 * How each shape of the model is drawn. A new shape is one entry here: nothing compiles without it. Which part of a shape a
 * text may take, `src/layout/measure/sizes.ts` has decided before; here it says where in the box that part lies.
 */
import type { Shape } from '../ir/shapes.js'
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
  /** How many times thicker its line is than that of others. */
  readonly thick?: number
}

type Draw = (width: number, height: number) => Drawn

const one = (...figures: readonly Figure[]): Drawn => ({ figures })
const box =
  (radius = 0): Draw =>
  (w, h) =>
    one(rect(0, 0, w, h, radius))
const round: Draw = (w, h) => one(ellipse(w / 2, h / 2, w / 2, h / 2))
const points =
  (...parts: readonly Pair[]): Draw =>
  (w, h) =>
    one(polygon(...parts.map(([x, y]): Pair => [x * w, y * h])))
const within =
  (drawn: Draw, insets: NonNullable<Drawn['insets']>): Draw =>
  (w, h) => ({ ...drawn(w, h), insets })
const upsideDown = (drawn: readonly Pair[]): Pair[] => drawn.map(([x, y]): Pair => [x, 1 - y])

const SLANT = 20
const CUT = 15
const FOLD = 14
const WAVE = 7
const CAP = 8
const TAB = 12

const DIAMOND = points([0.5, 0], [1, 0.5], [0.5, 1], [0, 0.5])
const HOUSE: readonly Pair[] = [
  [0.5, 0],
  [1, 0.3],
  [1, 1],
  [0, 1],
  [0, 0.3],
]
const HEPTAGON: readonly Pair[] = [
  [0.5, 0],
  [0.9, 0.2],
  [1, 0.64],
  [0.72, 1],
  [0.28, 1],
  [0, 0.64],
  [0.1, 0.2],
]
const PENTAGON = within(points([0.5, 0], [1, 0.38], [0.81, 1], [0.19, 1], [0, 0.38]), { top: 10 })

/** The corners of a star, every other one nearer to its middle. */
function burst(tips: number, depth: number): Draw {
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

const sheets: Draw = (w, h) => ({
  figures: [sheet(10, 0, w - 10, h - 10), sheet(5, 5, w - 10, h - 10), sheet(0, 10, w - 10, h - 10)],
  insets: { top: 10, right: 10, bottom: WAVE },
})

const document: Draw = (w, h) => ({ figures: [sheet(0, 0, w, h)], insets: { bottom: WAVE } })

const dogEared: Draw = (w, h) => ({
  figures: [path`M0 0H${w - FOLD}L${w} ${FOLD}V${h}H0Z`],
  lines: pathText`M${w - FOLD} 0V${FOLD}H${w}`,
})

/** How far a curve's control point lies out for a quarter of a circle. */
const ARC = 0.5523

/** An upright cylinder: half an ellipse at its foot, a whole one on top. */
function cylinder(w: number, h: number, rings: number): Drawn {
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
const lying: Draw = (w, h) => {
  const [r, c] = [h / 2, (h / 2) * ARC]
  const cap = Math.min(CAP, w / 5)
  const k = cap * (1 - ARC)
  const body = path`M${cap} 0H${w - cap}C${w - k} 0 ${w} ${r - c} ${w} ${r}C${w} ${r + c} ${w - k} ${h} ${w - cap} ${h}H${cap}C${k} ${h} 0 ${r + c} 0 ${r}C0 ${r - c} ${k} 0 ${cap} 0Z`
  const x = w - cap
  const lines = pathText`M${x} 0C${x - cap + k} 0 ${x - cap} ${r - c} ${x - cap} ${r}C${x - cap} ${r + c} ${x - cap + k} ${h} ${x} ${h}`
  return { figures: [body], lines, insets: { left: cap / 2, right: 2 * cap } }
}

/** A window with a bar on top. */
function framed(w: number, ornament: string): Pick<Drawn, 'lines' | 'insets'> {
  return { lines: pathText`M0 ${TAB}H${w}` + ornament, insets: { top: TAB } }
}

const folder =
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

const braces =
  (left: boolean, right: boolean): Draw =>
  (w, h) => ({
    figures: [rect(0, 0, w, h)],
    bare: true,
    lines: (left ? brace(w, h, false) : '') + (right ? brace(w, h, true) : ''),
    insets: { ...(left && { left: 8 }), ...(right && { right: 8 }) },
  })

const bare =
  (lines: (w: number, h: number) => string): Draw =>
  (w, h) => ({
    figures: [rect(0, 0, w, h)],
    bare: true,
    lines: lines(w, h),
  })

const withLines =
  (drawn: Draw, lines: (w: number, h: number) => string, insets: Drawn['insets'] = {}): Draw =>
  (w, h) => ({
    ...drawn(w, h),
    lines: lines(w, h),
    insets,
  })

const solid =
  (drawn: Draw): Draw =>
  (w, h) => ({ ...drawn(w, h), solid: true })

/** A figure, and the same some pixels further in: one or two times. */
const doubled =
  (draw: (x: number, y: number, w: number, h: number) => Figure, times = 1, gap = 4): Draw =>
  (w, h) =>
    one(
      ...Array.from({ length: times + 1 }, (_, i) =>
        draw(i * gap, i * gap, w - 2 * i * gap, h - 2 * i * gap),
      ),
    )

const circleIn = (x: number, y: number, w: number, h: number): Figure =>
  ellipse(x + w / 2, y + h / 2, w / 2, h / 2)
const octagonIn = (x: number, y: number, w: number, h: number): Figure => {
  const cut = Math.max(4, Math.min(18 - x, w / 3, h / 3))
  return path`M${x + cut} ${y}H${x + w - cut}L${x + w} ${y + cut}V${y + h - cut}L${x + w - cut} ${y + h}H${x + cut}L${x} ${y + h - cut}V${y + cut}Z`
}

const arrowHead = (w: number): number => Math.min(28, w / 3)
const cloud: Draw = (w, h) =>
  one(
    path`M${w * 0.25} ${h * 0.25}C${w * 0.05} ${h * 0.25} 0 ${h * 0.5} ${w * 0.16} ${h * 0.55}C0 ${h * 0.66} ${w * 0.18} ${h * 0.9} ${w * 0.31} ${h * 0.8}C${w * 0.4} ${h} ${w * 0.7} ${h} ${w * 0.8} ${h * 0.8}C${w} ${h * 0.8} ${w} ${h * 0.6} ${w * 0.875} ${h * 0.5}C${w} ${h * 0.3} ${w * 0.8} ${h * 0.1} ${w * 0.625} ${h * 0.2}C${w * 0.5} ${h * 0.05} ${w * 0.3} ${h * 0.05} ${w * 0.25} ${h * 0.25}Z`,
  )
const event =
  (thick?: number): Draw =>
  (w, h) => ({ ...round(w, h), ...(thick && { thick }) })
const plain = box(2)

export const OUTLINES: { readonly [S in Shape]: Draw } = {
  rectangle: plain,
  rounded: box(10),
  stadium: (w, h) => one(rect(0, 0, w, h, h / 2)),
  square: plain,
  ellipse: round,
  circle: round,
  'double-circle': doubled(circleIn),
  diamond: DIAMOND,
  hexagon: (w, h) => one(path`M${CUT} 0H${w - CUT}L${w} ${h / 2}L${w - CUT} ${h}H${CUT}L0 ${h / 2}Z`),
  parallelogram: (w, h) => one(path`M${SLANT} 0H${w}L${w - SLANT} ${h}H0Z`),
  'parallelogram-left': (w, h) => one(path`M0 0H${w - SLANT}L${w} ${h}H${SLANT}Z`),
  trapezoid: (w, h) => one(path`M${SLANT} 0H${w - SLANT}L${w} ${h}H0Z`),
  'trapezoid-inverted': (w, h) => one(path`M0 0H${w}L${w - SLANT} ${h}H${SLANT}Z`),
  triangle: (w, h) => ({ ...points([0.5, 0], [1, 1], [0, 1])(w, h), insets: { top: h * 0.2 } }),
  'triangle-inverted': (w, h) => ({ ...points([0, 0], [1, 0], [0.5, 1])(w, h), insets: { bottom: h * 0.2 } }),
  cylinder: (w, h) => cylinder(w, h, 1),
  text: bare(() => ''),
  task: box(6),
  subroutine: withLines(plain, (w, h) => pathText`M8 0V${h}M${w - 8} 0V${h}`, { left: 8, right: 8 }),
  document,
  documents: sheets,
  'lined-document': withLines(document, (_, h) => pathText`M8 0V${h - WAVE + 1}`, { left: 8, bottom: WAVE }),
  'tagged-document': withLines(
    document,
    (w, h) => pathText`M${w} ${h - 22}Q${w - 12} ${h - 20} ${w - 22} ${h - 11}`,
    { bottom: WAVE },
  ),
  card: (w, h) => one(path`M${CUT} 0H${w}V${h}H0V${CUT}Z`),
  'lined-rectangle': withLines(plain, (_, h) => pathText`M8 0V${h}`, { left: 8 }),
  'divided-rectangle': withLines(plain, w => pathText`M0 ${TAB}H${w}`, { top: TAB }),
  'stacked-rectangle': (w, h) => ({
    figures: [rect(10, 0, w - 10, h - 10), rect(5, 5, w - 10, h - 10), rect(0, 10, w - 10, h - 10)],
    insets: { top: 10, right: 10 },
  }),
  'tagged-rectangle': (w, h) => ({
    figures: [path`M0 0H${w}V${h - FOLD}L${w - FOLD} ${h}H0Z`],
    lines: pathText`M${w} ${h - FOLD}H${w - FOLD}V${h}`,
  }),
  'sloped-rectangle': (w, h) => ({ figures: [path`M0 ${CUT}L${w} 0V${h}H0Z`], insets: { top: CUT / 2 } }),
  'bow-rectangle': (w, h) => one(path`M12 0H${w}Q${w - 24} ${h / 2} ${w} ${h}H12Q-12 ${h / 2} 12 0Z`),
  'window-pane': withLines(plain, (w, h) => pathText`M10 0V${h}M0 10H${w}`, { left: 10, top: 10 }),
  'loop-limit': (w, h) => one(path`M${CUT} 0H${w - CUT}L${w} ${CUT}V${h}H0V${CUT}Z`),
  'start-dot': solid(round),
  'stop-dot': (w, h) => one(ellipse(w / 2, h / 2, w / 2), ellipse(w / 2, h / 2, Math.max(1, w / 2 - 6))),
  junction: solid(round),
  summary: withLines(round, (w, h) => {
    const [a, b] = [0.146, 0.854]
    return pathText`M${a * w} ${a * h}L${b * w} ${b * h}M${b * w} ${a * h}L${a * w} ${b * h}`
  }),
  or: withLines(round, (w, h) => pathText`M${w / 2} 0V${h}M0 ${h / 2}H${w}`),
  fork: solid(box(2)),
  hourglass: points([0, 0], [1, 0], [0, 1], [1, 1]),
  bolt: points([0.65, 0], [0.05, 0.58], [0.45, 0.58], [0.25, 1], [0.95, 0.38], [0.55, 0.38], [0.9, 0]),
  delay: (w, h) => {
    const [r, m] = [Math.min(h / 2, w / 2), h / 2]
    return one(
      path`M0 0H${w - r}C${w - r + r * ARC} 0 ${w} ${m - m * ARC} ${w} ${m}C${w} ${m + m * ARC} ${w - r + r * ARC} ${h} ${w - r} ${h}H0Z`,
    )
  },
  display: (w, h) => {
    const [r, m] = [Math.min(20, w / 4), h / 2]
    return one(
      path`M0 ${m}L${r} 0H${w - r}C${w - r * 0.3} 0 ${w} ${m * 0.5} ${w} ${m}C${w} ${m * 1.5} ${w - r * 0.3} ${h} ${w - r} ${h}H${r}Z`,
    )
  },
  disk: (w, h) => cylinder(w, h, 2),
  'horizontal-cylinder': lying,
  datastore: bare((w, h) => pathText`M0 0H${w}M0 ${h}H${w}`),
  tape: (w, h) => ({
    figures: [
      path`M0 ${WAVE}C${w * 0.33} ${3 * WAVE} ${w * 0.67} ${-WAVE} ${w} ${WAVE}V${h - WAVE}C${w * 0.67} ${h - 3 * WAVE} ${w * 0.33} ${h + WAVE} 0 ${h - WAVE}Z`,
    ],
  }),
  flag: (w, h) => ({ figures: [path`M0 0H${w}V${h}H0L${CUT} ${h / 2}Z`], insets: { left: CUT } }),
  'off-page': within(points(...upsideDown(HOUSE)), { bottom: 14 }),
  'brace-left': braces(true, false),
  'brace-right': braces(false, true),
  braces: braces(true, true),
  choice: DIAMOND,
  note: dogEared,
  cloud,
  bang: burst(12, 0.78),
  folder: folder(false),
  bucket: (w, h) => {
    const [r, c, t] = [w / 2, (w / 2) * ARC, w * 0.1]
    const k = CAP * (1 - ARC)
    return {
      figures: [
        path`M0 ${CAP}C0 ${k} ${r - c} 0 ${r} 0C${r + c} 0 ${w} ${k} ${w} ${CAP}L${w - t} ${h - 6}Q${r} ${h + 6} ${t} ${h - 6}Z`,
      ],
      lines: pathText`M0 ${CAP}C0 ${2 * CAP - k} ${r - c} ${2 * CAP} ${r} ${2 * CAP}C${r + c} ${2 * CAP} ${w} ${2 * CAP - k} ${w} ${CAP}`,
      insets: { top: 2 * CAP, bottom: 4, left: t, right: t },
    }
  },
  console: (w, h) => ({ ...one(rect(0, 0, w, h, 4)), ...framed(w, 'M5 4L8 6.5L5 9M10 9H14') }),
  browser: (w, h) => ({ ...one(rect(0, 0, w, h, 4)), ...framed(w, 'M5 6H7M10 6H12M15 6H17') }),
  person: (w, h) => {
    const r = Math.min(w * 0.36, h * 0.2)
    const top = 2 * r + 3
    return {
      figures: [
        path`M0 ${h}V${top + w * 0.4}C0 ${top} ${w * 0.2} ${top} ${w / 2} ${top}C${w * 0.8} ${top} ${w} ${top} ${w} ${top + w * 0.4}V${h}Z`,
        ellipse(w / 2, r, r),
      ],
    }
  },
  component: (w, h) => ({
    figures: [rect(8, 0, w - 8, h, 2), rect(0, h * 0.2, 16, 8), rect(0, h * 0.8 - 8, 16, 8)],
    insets: { left: 18 },
  }),
  box3d: (w, h) => ({
    figures: [path`M0 10L10 0H${w}V${h - 10}L${w - 10} ${h}H0Z`],
    lines: pathText`M0 10H${w - 10}V${h}M${w - 10} 10L${w} 0`,
    insets: { top: 10, right: 10 },
  }),
  tab: folder(true),
  image: (w, h) => ({
    ...one(rect(0, 0, w, h, 4)),
    lines: pathText`M0 ${h * 0.8}L${w * 0.3} ${h * 0.45}L${w * 0.55} ${h * 0.75}L${w * 0.72} ${h * 0.6}L${w} ${h * 0.85}M${w * 0.62} ${h * 0.25}H${w * 0.8}`,
  }),
  icon: (w, h) => ({
    ...one(rect(0, 0, w, h, 10)),
    lines: pathText`M${w * 0.5} ${h * 0.25}L${w * 0.75} ${h * 0.5}L${w * 0.5} ${h * 0.75}L${w * 0.25} ${h * 0.5}Z`,
  }),
  anchor: bare(() => ''),
  point: solid(round),
  egg: (w, h) =>
    one(
      path`M${w / 2} 0C${w * 0.8} 0 ${w} ${h * 0.35} ${w} ${h * 0.62}C${w} ${h * 0.86} ${w * 0.78} ${h} ${w / 2} ${h}C${w * 0.22} ${h} 0 ${h * 0.86} 0 ${h * 0.62}C0 ${h * 0.35} ${w * 0.2} 0 ${w / 2} 0Z`,
    ),
  house: within(points(...HOUSE), { top: 14 }),
  'house-inverted': within(points(...upsideDown(HOUSE)), { bottom: 14 }),
  pentagon: PENTAGON,
  septagon: points(...HEPTAGON),
  octagon: (w, h) => one(octagonIn(0, 0, w, h)),
  'double-octagon': doubled(octagonIn),
  'triple-octagon': doubled(octagonIn, 2),
  star: within(burst(5, 0.5), { top: 4 }),
  underline: bare((w, h) => pathText`M0 ${h}H${w}`),
  polygon: PENTAGON,
  'marked-diamond': withLines(DIAMOND, (w, h) => {
    const [x, y] = [w * 0.1, h * 0.1]
    return pathText`M${w / 2 - x} ${y}H${w / 2 + x}M${w / 2 - x} ${h - y}H${w / 2 + x}M${x} ${h / 2 - y}V${h / 2 + y}M${w - x} ${h / 2 - y}V${h / 2 + y}`
  }),
  'marked-square': withLines(
    plain,
    (w, h) => pathText`M10 0L0 10M${w - 10} 0L${w} 10M10 ${h}L0 ${h - 10}M${w - 10} ${h}L${w} ${h - 10}`,
  ),
  'marked-circle': withLines(
    round,
    (w, h) => pathText`M${w * 0.2} ${h * 0.1}H${w * 0.8}M${w * 0.2} ${h * 0.9}H${w * 0.8}`,
  ),
  'arrow-right': (w, h) => {
    const x = w - arrowHead(w)
    return {
      ...one(path`M0 ${h * 0.18}H${x}V0L${w} ${h / 2}L${x} ${h}V${h * 0.82}H0Z`),
      insets: { right: 10 },
    }
  },
  'arrow-left': (w, h) => {
    const x = arrowHead(w)
    return {
      ...one(path`M${w} ${h * 0.18}H${x}V0L0 ${h / 2}L${x} ${h}V${h * 0.82}H${w}Z`),
      insets: { left: 10 },
    }
  },
  cds: (w, h) => ({ ...one(path`M0 0H${w - 18}L${w} ${h / 2}L${w - 18} ${h}H0Z`), insets: { right: 10 } }),
  record: plain,
  'rounded-record': box(10),
  table: plain,
  promoter: plain,
  terminator: plain,
  utr: plain,
  primersite: plain,
  restrictionsite: plain,
  fivepoverhang: plain,
  threepoverhang: plain,
  noverhang: plain,
  assembly: plain,
  signature: plain,
  insulator: plain,
  ribosite: plain,
  rnastab: plain,
  proteasesite: plain,
  proteinstab: plain,
  rpromoter: plain,
  lpromoter: plain,
  'bpmn-start': event(),
  'bpmn-intermediate': doubled(circleIn, 1, 3),
  'bpmn-boundary': doubled(circleIn, 1, 3),
  'bpmn-end': event(2.5),
  'bpmn-gateway': DIAMOND,
  'bpmn-activity': box(10),
  'bpmn-data': dogEared,
  'bpmn-data-store': (w, h) => cylinder(w, h, 2),
  'bpmn-annotation': (w, h) => ({ ...bare(() => pathText`M10 0H0V${h}H10`)(w, h), insets: { left: 6 } }),
  state: box(10),
  composite: box(10),
}
