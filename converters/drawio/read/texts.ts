/** What a cell shows as text, and which cells are nothing but a text. */
import { decodeLabel } from '../document/html.js'
import type { RawCell } from '../document/raw.js'
import { isHtml } from '../words/cell-parts.js'

/** Whether a cell has a text of its own that is seen. */
export const shows = (cell: RawCell): boolean =>
  decodeLabel(cell.label, isHtml(cell.style)).text.trim() !== ''

/** A text that nothing is drawn around, and that means nothing else: no link, nothing in it, nothing filled in. */
export function isText({ style, attributes, children, relative }: RawCell): boolean {
  const bare = style.get('strokeColor') === 'none' && style.get('fillColor') === 'none'
  const plain = bare && !style.has('shape') && !style.has('image')
  if (!style.has('text') && !plain) return false
  const filled = attributes.has('placeholders') || attributes.has('placeholder')
  return !relative && children.length === 0 && !filled && !style.has('#link')
}
