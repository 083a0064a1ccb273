/** Frames of loops: a box behind the nodes that a loop names, with room for its condition above or below them. */
import type { Graph, Loop } from '../../ir/model.js'
import type { Box, FrameBox, Point } from '../boxes.js'
import { add, type Grid, gridOfBoxes, gridOfPaths, meeting } from '../measure/grid.js'
import type { Size } from '../measure/size.js'
import { measure } from '../measure/text.js'
import { titleOffset, titleStrip } from '../measure/titles.js'

/** What stands before a loop's condition in the title of its frame. */
export const LOOP_PREFIX = 'Loop: '

const MARGIN = 12
const TITLE_FONT = 11
/** Left and right of a title, its inset included. */
const TITLE_SIDES = 16
/** Between a title and its frame's border and nodes. */
const TITLE_EDGE = 6
/** A title is not made narrower than this to find a place that is free of lines. */
const NARROWEST = 70

const titleOf = (loop: Loop, wrap: number): Size => {
  const { width, height } = measure(LOOP_PREFIX + loop.condition, wrap, TITLE_FONT)
  return { width: Math.ceil(width) + 2, height }
}

/** The least width of a frame. */
const NARROWEST_FRAME = 130

/**
 * How much more room than others those bands (where the flow runs across the page) or columns (where it runs down) need
 * that hold a title above or below nodes.
 */
export function loopRoom(
  graph: Graph,
  index: ReadonlyMap<string, number>,
  bandOf: readonly number[],
  columnOf: readonly number[],
  across: boolean,
): ReadonlyMap<number, number> {
  const room = new Map<number, number>()
  for (const loop of graph.loops) {
    const nodes = loop.nodes.map(id => index.get(id)).filter(i => i !== undefined)
    const columns = nodes.map(i => columnOf[i]!)
    const [first, last] = [
      columns.reduce((a, b) => Math.min(a, b), Infinity),
      columns.reduce((a, b) => Math.max(a, b), -Infinity),
    ]
    const width = NARROWEST_FRAME + (across ? 150 * Math.max(0, last - first) : 0)
    // Where lines are in the way, a title of one line becomes one of two.
    const own = Math.max(2 * TITLE_FONT, titleOf(loop, width - TITLE_SIDES).height) + TITLE_EDGE
    for (const i of nodes) {
      const at = across ? bandOf[i]! : columnOf[i]!
      room.set(at, Math.max(room.get(at) ?? 0, own))
    }
  }
  return room
}

/** The box around boxes; none around nothing. */
function around(boxes: readonly Box[]): Box | undefined {
  if (boxes.length === 0) return undefined
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const { x, y, width, height } of boxes) {
    left = Math.min(left, x)
    top = Math.min(top, y)
    right = Math.max(right, x + width)
    bottom = Math.max(bottom, y + height)
  }
  return { x: left, y: top, width: right - left, height: bottom - top }
}

/**
 * The frame of each loop, in the graph's order. Loops around the same nodes are told apart by growing margins. A title
 * stands where no line runs through it, if it can: above the nodes, below them, in more lines than it needs, or where
 * the frame is wider than the nodes.
 * @param borders of lanes, which frames are not widened across
 */
export function framesAround(
  graph: Graph,
  nodes: ReadonlyMap<string, Box>,
  paths: readonly (readonly Point[])[],
  borders: Iterable<Box> = [],
): FrameBox[] {
  if (graph.loops.length === 0) return []
  const lines = gridOfPaths(paths)
  const taken = gridOfPaths(paths)
  for (const box of nodes.values()) add(taken, box)
  const walls = gridOfBoxes([...nodes.values(), ...borders])
  const seen = new Map<string, number>()
  return graph.loops.map((loop, i) => {
    const inner = around(loop.nodes.map(id => nodes.get(id)).filter(box => box !== undefined))
    if (!inner) return emptyFrame(loop)
    const key = `${inner.x} ${inner.y} ${inner.width} ${inner.height}`
    const level = seen.get(key) ?? 0
    seen.set(key, level + 1)
    if (i >= MOST_SEARCHED || inner.width + inner.height > LARGEST_SEARCHED)
      return plainly(loop, inner, level * 26)
    return titled(loop, grow(inner, level * 26, lines), { lines, taken, walls })
  })
}

function plainly(loop: Loop, { x, y, width, height }: Box, more: number): FrameBox {
  const grown = MARGIN + more
  const outer = { x: x - grown, y: y - grown, width: width + 2 * grown, height: height + 2 * grown }
  const title = titleOf(loop, outer.width - TITLE_SIDES)
  const strip = title.height + TITLE_EDGE
  return placed({ ...outer, y: outer.y - strip, height: outer.height + strip }, title, 0, false, true)
}

function emptyFrame(loop: Loop): FrameBox {
  const title = titleOf(loop, 200)
  const frame = { x: 0, y: 0, width: Math.max(120, title.width + TITLE_SIDES), height: title.height + MARGIN }
  return { ...frame, titleBox: { ...frame, height: title.height } }
}

const MARGINS = [MARGIN, 9, 15, 6, 18] as const
/** A border nearer to a line than this would be taken for a part of it. */
const BESIDE = 4

/** Whether no line runs along a border. */
function clear(border: Box, lines: Grid): boolean {
  const flat = border.width > border.height
  const strip = flat
    ? { ...border, y: border.y - BESIDE, height: 2 * BESIDE }
    : { ...border, x: border.x - BESIDE, width: 2 * BESIDE }
  return ![...meeting(lines, strip)].some(({ width, height }) => (flat ? width > height : height > width))
}

/** A box with margins on all sides, each chosen so that the border lies on no line. */
function grow({ x, y, width, height }: Box, more: number, lines: Grid): Box {
  const choose = (border: (margin: number) => Box): number =>
    more + (MARGINS.find(margin => clear(border(more + margin), lines)) ?? MARGIN)
  const left = choose(margin => ({ x: x - margin, y, width: 1, height }))
  const right = choose(margin => ({ x: x + width + margin, y, width: 1, height }))
  const top = choose(margin => ({ x, y: y - margin, width, height: 1 }))
  const bottom = choose(margin => ({ x, y: y + height + margin, width, height: 1 }))
  const aside = Math.max(0, Math.ceil((NARROWEST_FRAME - width - left - right) / 2))
  return {
    x: x - left - aside,
    y: y - top,
    width: width + left + right + 2 * aside,
    height: height + top + bottom,
  }
}

interface Grids {
  readonly lines: Grid
  /** Lines and nodes. */
  readonly taken: Grid
  /** Nodes, and the borders of lanes. */
  readonly walls: Grid
}

/** Of so many loops, and of frames up to so much around, the title's place is looked for; others have it at the upper left. */
const MOST_SEARCHED = 200
const LARGEST_SEARCHED = 20_000

/** A frame with its title, in the first place of several that is free of lines and nodes. */
function titled(loop: Loop, outer: Box, { lines, taken, walls }: Grids): FrameBox {
  const whole = titleOf(loop, outer.width - TITLE_SIDES)
  const narrow = titleOf(loop, Math.max(NARROWEST, whole.width * 0.6))
  const narrower = titleOf(loop, Math.max(NARROWEST, whole.width * 0.4))
  for (const title of [whole, narrow, narrower]) {
    for (const below of [false, true]) {
      const frame = withStrip(outer, title, below, lines)
      const at = titleOffset(below ? { ...frame, y: outer.y + outer.height - 4 } : frame, title, taken)
      if (at !== undefined) return placed(frame, title, at, below, title === whole)
    }
  }
  for (const wider of widened(outer, narrow.width + TITLE_SIDES)) {
    const frame = withStrip(wider, narrow, false, lines)
    if (within(walls, frame) > within(walls, outer)) continue
    const at = titleOffset(frame, narrow, taken)
    if (at !== undefined) return placed(frame, narrow, at, false, false)
  }
  return placed(withStrip(outer, whole, false, lines), whole, 0, false, true)
}

const within = (grid: Grid, box: Box): number => meeting(grid, box).size

/** A box grown to the right, and to the left, until there is room for a title beside its middle. */
function* widened(outer: Box, room: number): Generator<Box> {
  for (const more of [Math.ceil(room - outer.width / 2) + MARGIN, room]) {
    if (more <= 0) continue
    yield { ...outer, width: outer.width + more }
    yield { ...outer, x: outer.x - more, width: outer.width + more }
  }
}

/** Room for a title above or below; a little more where the border would lie on a line. */
function withStrip({ x, y, width, height }: Box, title: Size, below: boolean, lines: Grid): Box {
  const least = title.height + TITLE_EDGE
  const border = (strip: number): Box => ({ x, y: below ? y + height + strip : y - strip, width, height: 1 })
  const strip = [0, 4, 8].map(more => least + more).find(length => clear(border(length), lines)) ?? least
  return { x, y: below ? y : y - strip, width, height: height + strip }
}

function placed(frame: Box, title: Size, at: number, below: boolean, whole: boolean): FrameBox {
  const strip = titleStrip(frame, title)
  const y = below ? frame.y + frame.height - title.height - 4 : strip.y
  return {
    ...frame,
    titleBox: { x: frame.x + TITLE_SIDES / 2 + at, y, width: title.width, height: title.height },
    ...(at > 0 && { titleAt: at }),
    ...(below && { titleBelow: true }),
    ...(!whole && { titleWidth: title.width }),
  }
}

/** The letters of frames' titles, which labels keep off. */
export const titlesOf = (frames: readonly FrameBox[]): Box[] =>
  frames.map(({ titleBox }) => titleBox).filter(box => box !== undefined)
