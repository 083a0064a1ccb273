/** How large a node is drawn: its text plus what its shape needs around it. */
import type { Node } from '../../ir/model.js'
import type { Shape } from '../../ir/shapes.js'
import { fieldsSize } from './fields.js'
import { measuredText } from './lists.js'
import { pictureSize, USUAL_PICTURE } from './picture-sizes.js'
import type { Size } from './size.js'
import { measure, measureBalanced, measureBlock, type TextBox } from './text.js'

/** A way of growing a box around a text that has been wrapped. */
type Around = (text: TextBox) => Size

/** A way of finding a box for a text, where the box decides how the text is wrapped. */
type Sizing = (text: string, fontSize: number | undefined) => Size

const STEP = 10
const snap = (length: number): number => Math.ceil(length / STEP) * STEP

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

const round =
  (least: number, margin: number): Sizing =>
  (text, fontSize) => {
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

const fixed =
  (width: number, height = width): Around =>
  () => ({ width, height })

/** The text stands in the middle, where a triangle is as wide as it has come down by the text's narrow side. */
const triangle: Around = text => {
  const height = Math.max(60, snap(text.height * 2 + 40))
  const share = (height - text.height) / 2 / height
  return { width: Math.max(80, snap((text.width + 6) / share)), height }
}

interface Room {
  /** Where lines are wrapped, in pixels. */
  readonly wrap: number
  readonly around: Around
  /** Takes the place of `wrap` and `around`. */
  readonly sizing?: Sizing
  /** True where the label stands below (or beside) the shape and does not count. */
  readonly outside?: boolean
  /** True where it stands in the box, but beside what is filled there. */
  readonly beside?: boolean
}

const BOX: Room = { wrap: 150, around: padded(24, 20) }
const slanted: Room = { wrap: 130, around: padded(64, 20, 120) }
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
const ROOMS: { readonly [S in Shape]?: Room } = {
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
  triangle: { wrap: 90, around: triangle },
  'triangle-inverted': { wrap: 90, around: triangle },
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

/** A node that shows a picture, whatever its shape: the label stands below. */
const PICTURE: Room = { wrap: 100, around: fixed(USUAL_PICTURE), outside: true }

const roomOf = ({ shape, image, fields }: Node): Room =>
  image !== undefined && shape !== 'image' && shape !== 'icon' && !fields?.length
    ? PICTURE
    : (ROOMS[shape] ?? BOX)

/** Whether a shape's label stands outside of it. */
export function labelOutside(shape: Shape): boolean {
  return ROOMS[shape]?.outside === true
}

/** Whether a node's label stands beside what the node fills, on what lies behind it. */
export function labelBeside(node: Node): boolean {
  const { outside = false, beside = false } = roomOf(node)
  return outside || beside
}

/** Longer texts than this draw.io may break as it likes: nobody puts them below a shape that is narrower than they are. */
const LONG_BELOW = 200

/** How far the label of such a shape reaches below it: draw.io breaks it at the width of the shape, pictures of ours at 100 pixels. */
export function outsideLabel(node: Node): TextBox {
  const { text } = node.label
  const { fontSize } = node.style
  if (!roomOf(node).outside || text === '') return { width: 0, height: 0, lines: 0 }
  const block = measureBlock(text, 100, fontSize)
  if (text.length > LONG_BELOW) return block
  const narrow = measure(text, Math.max(1, sizeOf(node, false).width - WRAPPED_AT[1]), fontSize)
  return narrow.height > block.height ? { ...narrow, width: Math.max(narrow.width, block.width) } : block
}

/** Between these, less than a box's width, lies the width at which draw.io wraps its text, whatever the font. */
const WRAPPED_AT = [0, 6] as const

/** draw.io wraps at nearly the whole width of a box: where its lines would touch the sides then, the box is widened. */
function looser(size: Size, text: string, fontSize: number | undefined): Size {
  let { width } = size
  for (let step = 0; step < 20; step++) {
    const widest = Math.max(...WRAPPED_AT.map(less => measure(text, width - less, fontSize).width))
    if (widest <= width - 14) break
    width = Math.max(width + STEP, snap(widest + 16))
  }
  return { width, height: size.height }
}

/** How much wider bold letters are than others. */
const BOLD = 1.08

/** So much narrower texts are wrapped where many columns stand side by side: a box gets higher there, where there is room, and not wider. */
const NARROW = 0.7

/**
 * The size of a node's box.
 * @param across whether the diagram flows across the page, which turns bars upright
 * @param narrow whether it stands in one of many columns
 */
export function sizeOf(node: Node, across: boolean, narrow = false): Size {
  if (node.fields?.length) return fieldsSize(node, across)
  const room = roomOf(node)
  const given = room === PICTURE || node.shape === 'image' ? pictureSize(node) : undefined
  if (given) return given
  const owner = node.shape === 'task' ? node.properties.get('owner') : undefined
  const own = measuredText(node.label)
  const text = owner === undefined ? own : `${own}\n${owner}`
  // Above its owner, a task's title is bold.
  const fontSize = owner === undefined ? node.style.fontSize : (node.style.fontSize ?? 12) * BOLD
  if (room.sizing) return room.sizing(text, fontSize)
  const wrap = narrow && !room.outside ? room.wrap * NARROW : room.wrap
  const size = room.around(measureBalanced(text, wrap, fontSize))
  if (!room.outside) return looser(size, text, fontSize)
  return node.shape === 'fork' && across ? { width: size.height, height: size.width } : size
}
