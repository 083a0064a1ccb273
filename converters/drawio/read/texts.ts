/** What a cell shows as text, and which cells are nothing but a text. */
import type { Box } from '../../../src/layout/boxes.js'
import { measureBlock } from '../../../src/layout/measure/text.js'
import { decodeLabel } from '../document/html.js'
import type { RawCell } from '../document/raw.js'
import { numberOf } from '../document/style.js'
import { isHtml } from '../words/cell-parts.js'
import { labelPlace } from '../words/label-place.js'

export const wordsOf = ({ label, style }: RawCell): string => decodeLabel(label, isHtml(style)).text.trim()

/** Measured once for each text: many ends of lines may lie near a long one. */
const measured = new WeakMap<RawCell, Box>()

/** Where the letters of a text are, in a box that is often much larger. */
export function lettersOf(cell: RawCell): Box {
  const known = measured.get(cell)
  if (known) return known
  const { area, align, valign, whole } = labelPlace(cell.box, cell.style)
  const wrap = whole ? Number.POSITIVE_INFINITY : area.width
  const { width, height } = measureBlock(wordsOf(cell), wrap, numberOf(cell.style.get('fontSize')))
  const right = area.width - width
  const down = area.height - height
  const letters = {
    x: area.x + (align === 'left' ? 0 : align === 'right' ? right : right / 2),
    y: area.y + (valign === 'top' ? 0 : valign === 'bottom' ? down : down / 2),
    width,
    height,
  }
  measured.set(cell, letters)
  return letters
}

/** Whether a cell has a text of its own that is seen. */
export const shows = (cell: RawCell): boolean =>
  decodeLabel(cell.label, isHtml(cell.style)).text.trim() !== ''

/** A text that means nothing else: no link, nothing in it, nothing filled in. */
export function isText({ style, attributes, children, relative }: RawCell): boolean {
  const bare = style.get('strokeColor') === 'none' && style.get('fillColor') === 'none'
  const plain = bare && !style.has('shape') && !style.has('image')
  // The label of a line that somebody took off it is a text like others.
  if (!style.has('text') && !style.has('edgeLabel') && !plain) return false
  const filled = attributes.has('placeholders') || attributes.has('placeholder')
  return !relative && children.length === 0 && !filled && !style.has('#link')
}

/** A text with nothing drawn around it. One in a frame may be the title of what it stands on, and is a thing of its own for the lines that end at it. */
export const isBareText = (cell: RawCell): boolean =>
  isText(cell) && (cell.style.get('strokeColor') ?? 'none') === 'none'
