/** A tag in pieces: its name, the names of its attributes, and their values. Quotes and signs stand in the gaps between them. */
import type { Piece } from '../../../src/fmt/gaps.js'
import type { Markup } from './markup.js'

/** @returns the pieces, the first without what is before it, and the signs that the tag ends with */
export function tagPieces(
  text: string,
  item: Markup,
): { readonly pieces: readonly Piece[]; readonly tail: string } {
  if (!('attributes' in item)) return { pieces: [{ start: item.start, end: item.end }], tail: '' }
  const pieces: Piece[] = [{ start: item.start, end: item.nameEnd }]
  let quote = ''
  for (const { start, nameEnd, valueStart, valueEnd } of item.attributes) {
    pieces.push({ start, end: nameEnd, before: `${quote} ` })
    // Only a value that holds a double quote needs others around it.
    quote = text.slice(valueStart, valueEnd).includes('"') ? "'" : '"'
    pieces.push({ start: valueStart, end: valueEnd, before: `=${quote}` })
  }
  return { pieces, tail: quote + (item.kind === 'empty' ? '/>' : '>') }
}
