/** What each shape needs around its text. */
import type { Shape } from '../../ir/shapes.js'
import type { Size } from './size.js'
import { measure, type TextBox } from './text.js'

/** A way of growing a box around a text that has been wrapped. */
type Around = (text: TextBox) => Size

/** A way of finding a box for a text, where the box decides how the text is wrapped. */
type Sizing = (text: string, fontSize: number | undefined) => Size

export const STEP = 10
export const snap = (length: number): number => Math.ceil(length / STEP) * STEP

const padded =
  (x: number, y: number, minWidth = 100, minHeight = 40): Around =>
  text => ({
    width: Math.max(minWidth, snap(text.width + x)),
    height: Math.max(minHeight, snap(text.height + y)),
  })

/** How much of a line's width and height a text may use of an outline that narrows away from its middle. */
type Fits = (text: TextBox, width: number) => number

/** A rhombus holds a text if the shares of its width and height add up to one. */
const inRhombus: Fits = (text, width) =>
  (text.height + 4) / Math.max(0.02, 0.94 - (text.width * 1.03) / width)

/** An ellipse holds it if the squares of the shares do. */
const inEllipse: Fits = (text, width) =>
  (text.height + 2) / Math.sqrt(Math.max(0.01, 0.96 - ((text.width * 1.03) / width) ** 2))

/**
 * draw.io wraps at the whole width of a shape, so a width is tried out with the lines that it gives. Where fonts
 * differ a little, a word may stand on either line: a box has to hold both.
 */
const LABEL_INSETS = [0, 10] as const
const WIDEST = 420

const narrowing =
  (fits: Fits, least: Size): Sizing =>
  (text, fontSize) => {
    let best: Size | undefined
    let bestCost = Infinity
    const whole = measure(text, Infinity, fontSize)
    const most = Math.max(WIDEST, snap(Math.sqrt(whole.width * whole.height) * 3))
    const step = Math.max(STEP, snap(most / 60))
    for (let width = least.width; width <= most; width += step) {
      const needs = LABEL_INSETS.map(inset => fits(measure(text, width - inset, fontSize), width))
      const height = Math.max(least.height, snap(Math.max(...needs)))
      const cost = width + 2 * height
      if (cost < bestCost) [best, bestCost] = [{ width, height }, cost]
    }
    return best ?? least
  }

/** A circle without a text is a mark: where a flow starts or ends. */
const BARE = 30

const round =
  (least: number, margin: number): Sizing =>
  (text, fontSize) => {
    if (text.trim() === '') return { width: BARE, height: BARE }
    const whole = measure(text, Infinity, fontSize)
    const most = Math.max(2000, whole.width)
    for (let side = least; side < most; side += Math.max(STEP, snap(side / 10))) {
      const fits = [...LABEL_INSETS, margin].every(inset => {
        const box = measure(text, side - inset, fontSize)
        return Math.hypot(box.width, box.height) <= side - margin
      })
      if (fits) return { width: side, height: side }
    }
    return { width: snap(most), height: snap(most) }
  }

const square: Around = text => {
  const side = Math.max(60, snap(Math.max(text.width, text.height) + 20))
  return { width: side, height: side }
}

export const fixed =
  (width: number, height = width): Around =>
  () => ({ width, height })

/** The text stands in the middle, where a triangle is as wide as it has come down by the text's narrow side. */
const triangle: Around = text => {
  const height = Math.max(60, snap(text.height * 2 + 40))
  const share = (height - text.height) / 2 / height
  return { width: Math.max(80, snap((text.width + 6) / share)), height }
}

export interface Room {
  /** Where lines are wrapped, in pixels. */
  readonly wrap: number
  readonly around: Around
  /** Takes the place of `wrap` and `around`. */
  readonly sizing?: Sizing
  /** True where the label stands below (or beside) the shape and does not count. */
  readonly outside?: boolean
  /** True where it stands in the box, but beside what is filled there. */
  readonly beside?: boolean
  /** How much narrower than the box its lines are, at least, where that is more than for other shapes. */
  readonly clear?: number
  /** True where the height says how wide the shape is at its text, and so stays as it is. */
  readonly upright?: boolean
}

export const BOX: Room = { wrap: 150, around: padded(24, 20) }
/** The slant takes 20 px beside the middle of a line, and the more of the other side the higher the text is. */
const slanted: Room = { wrap: 130, around: padded(64, 20, 120), clear: 40 }
const tall: Room = { wrap: 130, around: padded(24, 40, 80, 60) }
const sheet: Room = { wrap: 150, around: padded(24, 36, 100, 50) }
const wide: Room = { wrap: 130, around: padded(50, 24, 110) }
const burst: Room = { wrap: 110, around: padded(70, 60, 120, 80) }
const free = (sizing: Sizing): Room => ({ wrap: 0, around: fixed(0), sizing })
const diamond = free(narrowing(inRhombus, { width: 100, height: 60 }))
const ellipse = free(narrowing(inEllipse, { width: 80, height: 40 }))
const circle = free(round(60, 10))
const ring = free(round(60, 20))
/** The text stands below a strand that runs across the middle, and clear of what reaches below that. */
const symbol: Room = {
  wrap: 130,
  around: text => ({
    width: Math.max(80, snap(text.width + 20)),
    height: Math.max(70, snap(2 * (text.height + 16))),
  }),
  beside: true,
}
const blockArrow: Room = { wrap: 130, around: padded(60, 40, 120, 60) }
const gon: Room = { wrap: 90, around: padded(50, 50, 90, 80) }

/** Shapes that need something else than a plain box. */
export const ROOMS: { readonly [S in Shape]?: Room } = {
  square: { wrap: 90, around: square },
  ellipse,
  egg: { wrap: 110, around: padded(50, 60, 80, 70) },
  circle,
  'double-circle': ring,
  'marked-circle': ring,
  summary: circle,
  or: circle,
  diamond,
  'marked-diamond': diamond,
  'bpmn-gateway': diamond,
  'marked-square': { wrap: 90, around: square },
  hexagon: wide,
  stadium: { wrap: 150, around: padded(36, 20) },
  parallelogram: slanted,
  'parallelogram-left': slanted,
  trapezoid: slanted,
  'trapezoid-inverted': slanted,
  triangle: { wrap: 90, around: triangle, upright: true },
  'triangle-inverted': { wrap: 90, around: triangle, upright: true },
  cylinder: tall,
  disk: tall,
  'horizontal-cylinder': { wrap: 130, around: padded(60, 20, 110, 50) },
  datastore: BOX,
  bucket: tall,
  text: { wrap: 150, around: padded(10, 10, 40, 20) },
  underline: { wrap: 150, around: padded(10, 10, 40, 20) },
  subroutine: { wrap: 150, around: padded(40, 20) },
  task: { wrap: 150, around: padded(28, 24, 120, 50) },
  document: sheet,
  documents: { wrap: 150, around: padded(40, 44, 110, 60) },
  'lined-document': sheet,
  'tagged-document': sheet,
  tape: sheet,
  'stacked-rectangle': { wrap: 150, around: padded(40, 36, 110, 50) },
  'window-pane': { wrap: 150, around: padded(40, 36) },
  'divided-rectangle': { wrap: 150, around: padded(24, 36) },
  'sloped-rectangle': { wrap: 150, around: padded(24, 36) },
  'bow-rectangle': { wrap: 130, around: padded(50, 20) },
  delay: wide,
  display: wide,
  flag: wide,
  cds: wide,
  'arrow-right': blockArrow,
  'arrow-left': blockArrow,
  rpromoter: blockArrow,
  lpromoter: blockArrow,
  promoter: symbol,
  terminator: symbol,
  utr: symbol,
  primersite: symbol,
  restrictionsite: symbol,
  fivepoverhang: symbol,
  threepoverhang: symbol,
  noverhang: symbol,
  assembly: symbol,
  insulator: symbol,
  ribosite: symbol,
  rnastab: symbol,
  proteasesite: symbol,
  proteinstab: symbol,
  signature: { wrap: 150, around: padded(50, 30) },
  'off-page': { wrap: 110, around: padded(30, 50, 80, 60) },
  house: { wrap: 110, around: padded(30, 50, 80, 60) },
  'house-inverted': { wrap: 110, around: padded(30, 50, 80, 60) },
  folder: { wrap: 150, around: padded(24, 36, 100, 50) },
  tab: { wrap: 150, around: padded(24, 36, 100, 50) },
  box3d: { wrap: 150, around: padded(40, 36, 110, 50) },
  component: { wrap: 150, around: padded(50, 24, 110) },
  cloud: burst,
  bang: burst,
  star: burst,
  pentagon: gon,
  septagon: gon,
  octagon: gon,
  polygon: gon,
  'double-octagon': gon,
  'triple-octagon': gon,
  'start-dot': { wrap: 100, around: fixed(20), outside: true },
  'stop-dot': { wrap: 100, around: fixed(30), outside: true },
  junction: { wrap: 100, around: fixed(14), outside: true },
  point: { wrap: 100, around: fixed(8), outside: true },
  anchor: { wrap: 100, around: fixed(4), outside: true },
  choice: { wrap: 100, around: fixed(40), outside: true },
  fork: { wrap: 100, around: fixed(70, 8), outside: true },
  hourglass: { wrap: 100, around: fixed(40), outside: true },
  bolt: { wrap: 100, around: fixed(30, 50), outside: true },
  image: { wrap: 100, around: fixed(48), outside: true },
  icon: { wrap: 100, around: fixed(48), outside: true },
  person: { wrap: 100, around: fixed(30, 60), outside: true },
  'bpmn-start': { wrap: 100, around: fixed(40), outside: true },
  'bpmn-intermediate': { wrap: 100, around: fixed(40), outside: true },
  'bpmn-boundary': { wrap: 100, around: fixed(40), outside: true },
  'bpmn-end': { wrap: 100, around: fixed(40), outside: true },
  'bpmn-data': tall,
  'bpmn-data-store': tall,
}
