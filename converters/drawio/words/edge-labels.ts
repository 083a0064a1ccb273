/** The labels of a line: its own, and the cells that stand on it. draw.io puts as many there as a person likes; near
 * the ends they belong to the ends. */
import type { Text } from '../../../src/ir/model.js'
import { decodeLabel, encodeLabel } from '../document/html.js'
import type { RawCell } from '../document/raw.js'
import type { StyleMap } from '../document/style.js'
import { isHtml } from './cell-parts.js'

const TAIL = -0.5
const HEAD = 0.5

/** A cell with others in it is more than a label, and stays as it is. */
export const isEdgeLabel = (cell: RawCell): boolean =>
  cell.kind === 'vertex' && (cell.style.has('edgeLabel') || cell.relative) && cell.children.length === 0

interface Labelled {
  readonly label: string
  readonly style: StyleMap
}

interface Sorted<T> {
  readonly tail?: T
  readonly head?: T
  readonly middle: readonly T[]
}

/** The first label near each end is that end's, the others are the line's. */
export function sortLabels<T extends Labelled>(cells: readonly T[], alongOf: (cell: T) => number): Sorted<T> {
  let tail: T | undefined
  let head: T | undefined
  const middle: T[] = []
  for (const cell of cells) {
    const along = alongOf(cell)
    if (along <= TAIL && !tail) tail = cell
    else if (along >= HEAD && !head) head = cell
    else middle.push(cell)
  }
  return { middle, ...(tail && { tail }), ...(head && { head }) }
}

/** A line's own label and those on its middle, each a line of the text. */
export function joined(own: Text, middle: readonly Labelled[]): Text {
  let label = own
  for (const cell of middle) {
    const text = decodeLabel(cell.label, isHtml(cell.style))
    label = label.text === '' ? text : { text: `${label.text}\n${text.text}` }
  }
  return label
}

/** The label that a cell shows; a hint counts while it would be shown the same way. */
export function labelOf(shown: string, html: boolean, datum: Text | undefined): Text {
  return datum && encodeLabel(datum, html) === shown ? datum : decodeLabel(shown, html)
}
