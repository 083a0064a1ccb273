/** Pictures: icons, images and rules, which a person takes for a part of what they stand in, or for the shape that a text beside them names. */
import type { Shape } from '../../../src/ir/shapes.js'
import type { DrawnBox } from '../document/box.js'
import type { RawCell } from '../document/raw.js'
import { shapeOfStyle } from '../words/shape-names.js'
import { isRule, isStatedNode, shapeOf } from './cell-kinds.js'
import { endNames, freeEnd, type Point } from './line-ends.js'
import { distanceTo } from './nearness.js'
import type { Sorted } from './sort.js'
import { shows } from './texts.js'

/** Stencils that are steps of a flow, whatever they are called; but not the marks of BPMN that stand in a task (`user_task`, `loop_marker`). */
const STEPS = /^mxgraph\.(?:flowchart|bpmn)\.(?!\w+_(?:task|marker)$)/

/** Shapes of draw.io's own that are marks in others: an envelope, a plus, a cross. */
const MARKS: ReadonlySet<string> = new Set(['message', 'plus', 'cross'])

/** Whether a shape says nothing: no text, no link, nothing in it and nothing that a person entered for it. */
export const isBlank = (cell: RawCell): boolean => !cell.relative && saysNothing(cell)

const saysNothing = (cell: RawCell): boolean => isEmpty(cell) && !hasData(cell)

/** Whether a cell has a link, or anything that a person entered for it. */
export const hasData = ({ attributes, style }: RawCell): boolean =>
  style.has('#link') || ![...attributes.keys()].every(isOurs)

const isBare = (cell: RawCell): boolean => !cell.relative && isEmpty(cell)

const isEmpty = (cell: RawCell): boolean => cell.children.length === 0 && !shows(cell)

/** What a cell holds beside what is shown for an edit to be read back. */
const isOurs = (attribute: string): boolean => /^(?:id|label|diaglot(?:-.*)?)$/.test(attribute)

/** Whether a shape without a text is an image or a stencil of a library. */
export function isIcon(cell: RawCell): boolean {
  const shape = shapeOf(cell)
  if (MARKS.has(shape)) return isBare(cell)
  if (isBadge(cell)) return true
  return (cell.style.has('image') || shape === 'image' || isStencilOf(cell)) && isBare(cell)
}

function isStencilOf(cell: RawCell): boolean {
  const shape = shapeOf(cell)
  return /^(?:mxgraph\.|stencil\()/.test(shape) && !STEPS.test(shape)
}

/** Outlines that a text may be written into. Not those that are lines, or icons. */
const OUTLINES: ReadonlySet<string | undefined> = new Set<Shape>([
  'rectangle',
  'rounded',
  'square',
  'stadium',
  'ellipse',
  'circle',
  'double-circle',
  'diamond',
  'hexagon',
  'parallelogram',
  'parallelogram-left',
  'trapezoid',
  'cylinder',
  'cloud',
  'document',
  'note',
  'box3d',
  'subroutine',
])

/** Whether a shape that says nothing is the outline of a node, whose text may stand in another cell. */
export const isOutline = (cell: RawCell): boolean =>
  isBlank(cell) && !isIcon(cell) && !cell.style.has('group') && OUTLINES.has(shapeOfStyle(cell.style))

/** A box with nothing but an icon in it, which is how some libraries draw theirs. */
const isBadge = (cell: RawCell): boolean =>
  cell.children.length === 1 &&
  !cell.relative &&
  !shows(cell) &&
  shapeOfStyle(cell.style) === 'rectangle' &&
  cell.children.every(child => child.kind === 'vertex' && isStencilOf(child) && isEmpty(child))

/** Up to this width or height a filled box is a mark, as at the corner of IBM's zones, in pixels. */
const BAR = 8

/** Whether a shape is a narrow filled box: the mark of what it stands in, unless lines end at it. */
function isBar({ style, box }: RawCell): boolean {
  const [narrow, long] = [Math.min(box.width, box.height), Math.max(box.width, box.height)]
  const filled = style.get('fillColor') !== undefined && style.get('fillColor') !== 'none'
  return filled && narrow <= BAR && long >= 2 * narrow && shapeOfStyle(style) === 'rectangle'
}

/** Whether a shape that says nothing, not even that it is a node, is an icon, a rule or a bar. */
export const isPicture = (cell: RawCell): boolean =>
  (((isRule(cell) || isIcon(cell)) && isBlank(cell)) || (isBar(cell) && saysNothing(cell))) &&
  !isStatedNode(cell)

/** An end that lies as near as this to a picture may be meant for it, in pixels. */
const NEAR = 10

/** Tells pictures that lines end at, fastened or not, from others. */
export function endsOfLines(sorted: Sorted): (cell: RawCell) => boolean {
  const ids = new Set(sorted.edges.flatMap(({ source, target }) => [source, target]))
  const free = freeEnds(sorted)
  return ({ id, box }) => ids.has(id) || isNearOne(free, box, at => distanceTo(box, at) <= NEAR)
}

/** Tells boxes at whose border a line ends without being fastened there. */
export function endsAtBorders(sorted: Sorted): (box: DrawnBox) => boolean {
  const free = freeEnds(sorted)
  const isAtBorder = ({ x, y, width, height }: DrawnBox, at: Point): boolean => {
    const inner = { x: x + NEAR, y: y + NEAR, width: width - 2 * NEAR, height: height - 2 * NEAR }
    const isDeep = inner.width > 0 && inner.height > 0 && distanceTo(inner, at) === 0
    return !isDeep && distanceTo({ x, y, width, height }, at) <= NEAR
  }
  return box => isNearOne(free, box, at => isAtBorder(box, at))
}

/** By their x: the ends of lines that are fastened to nothing. */
function freeEnds({ edges }: Sorted): readonly Point[] {
  const free: Point[] = []
  for (const edge of edges)
    for (const end of endNames) {
      const at = edge[end] === undefined ? freeEnd(edge, end) : undefined
      if (at) free.push(at)
    }
  return free.sort((a, b) => a[0] - b[0])
}

/** @param points by their x */
function isNearOne(points: readonly Point[], box: DrawnBox, isNear: (at: Point) => boolean): boolean {
  let low = 0
  let high = points.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (points[middle]![0] < box.x - NEAR) low = middle + 1
    else high = middle
  }
  for (let i = low; i < points.length && points[i]![0] <= box.x + box.width + NEAR; i++)
    if (isNear(points[i]!)) return true
  return false
}
