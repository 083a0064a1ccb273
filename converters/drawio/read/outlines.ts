/** Where a shape is drawn in its box, as far as lines that end at it tell, and whether a line leads away from it and back. */
import type { DrawnBox } from '../document/box.js'
import type { RawCell } from '../document/raw.js'
import { numberOf } from '../document/style.js'
import type { Point } from './line-ends.js'
import { distanceTo } from './nearness.js'

/** By how many pixels a line has to go away from a shape that it comes back to, and how near it has to come. */
const AWAY = 8
const BACK = 12

/** Whether a line that begins and ends at a shape goes away from it in between. */
const leaves = (cell: RawCell, way: readonly Point[]): boolean =>
  way.some(on => fromOutline(cell, on) >= AWAY)

export const comesBack = (
  { at, way }: { readonly at: Point; readonly way: readonly Point[] },
  cell: RawCell,
): boolean => leaves(cell, way) && fromOutline(cell, at) <= BACK

const fromOutline = (cell: RawCell, at: Point): number =>
  Math.min(...outlinesOf(cell).map(box => distanceTo(box, at)))

export const isLifeline = ({ style }: RawCell): boolean => style.get('shape') === 'umlLifeline'

/** How high the head of a lifeline is unless its style says so, and how wide its line is for who draws an arrow to it, in pixels. */
const LIFELINE = { head: 40, line: 4 } as const

/** Where a shape is drawn: of a lifeline, its head and the line that hangs down from that. */
export function outlinesOf(cell: RawCell): readonly DrawnBox[] {
  if (!isLifeline(cell)) return [cell.box]
  const { x, y, width, height } = cell.box
  const head = Math.min(height, Math.max(0, numberOf(cell.style.get('size')) ?? LIFELINE.head))
  const line = {
    x: x + (width - LIFELINE.line) / 2,
    y: y + head,
    width: LIFELINE.line,
    height: height - head,
  }
  return [{ x, y, width, height: head }, line]
}
