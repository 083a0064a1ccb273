/** Pictures: icons, images and rules, which a person takes for a part of what they stand in, or for the shape that a text beside them names. */
import type { DrawnBox } from '../document/box.js'
import type { RawCell } from '../document/raw.js'
import { isRule, shapeOf } from './cell-kinds.js'
import { endNames, freeEnd, type Point } from './line-ends.js'
import { distanceTo } from './meant.js'
import type { Sorted } from './sort.js'
import { shows } from './texts.js'

/** Stencils that are steps of a flow, whatever they are called. */
const STEPS = /^mxgraph\.(?:flowchart|bpmn)\./

/** Shapes of draw.io's own that are marks in others: an envelope, a plus, a cross. */
const MARKS: ReadonlySet<string> = new Set(['message', 'plus', 'cross'])

/** Whether a shape says nothing: no text, no link, nothing in it and nothing that a person entered for it. */
export const isBlank = (cell: RawCell): boolean =>
  isBare(cell) && [...cell.attributes.keys()].every(isOurs) && !cell.style.has('#link')

const isBare = (cell: RawCell): boolean => !cell.relative && cell.children.length === 0 && !shows(cell)

/** What a cell holds beside what is shown for an edit to be read back. */
const isOurs = (attribute: string): boolean => /^(?:id|label|diaglot(?:-.*)?)$/.test(attribute)

/** Whether a shape without a text is an image or a stencil of a library. */
export function isIcon(cell: RawCell): boolean {
  const shape = shapeOf(cell)
  if (MARKS.has(shape)) return isBare(cell)
  const isStencil = /^(?:mxgraph\.|stencil\()/.test(shape) && !STEPS.test(shape)
  return (cell.style.has('image') || shape === 'image' || isStencil) && isBare(cell)
}

/** Whether a shape that says nothing is an icon or a rule. */
export const isPicture = (cell: RawCell): boolean => (isRule(cell) || isIcon(cell)) && isBlank(cell)

/** An end that lies as near as this to a picture may be meant for it, in pixels. */
const NEAR = 10

/** Tells pictures that lines end at, fastened or not, from others. */
export function endsOfLines({ edges }: Sorted): (cell: RawCell) => boolean {
  const ids = new Set(edges.flatMap(({ source, target }) => [source, target]))
  const free: Point[] = []
  for (const edge of edges)
    for (const end of endNames) {
      const at = edge[end] === undefined ? freeEnd(edge, end) : undefined
      if (at) free.push(at)
    }
  free.sort((a, b) => a[0] - b[0])
  return ({ id, box }) => ids.has(id) || isNearOne(free, box)
}

/** @param points by their x */
function isNearOne(points: readonly Point[], box: DrawnBox): boolean {
  let low = 0
  let high = points.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (points[middle]![0] < box.x - NEAR) low = middle + 1
    else high = middle
  }
  for (let i = low; i < points.length && points[i]![0] <= box.x + box.width + NEAR; i++)
    if (distanceTo(box, points[i]!) <= NEAR) return true
  return false
}
