/**
 * The style of draw.io's XML: an element to a line, two blanks for each level, values in double quotes, `<mxCell/>` for an element that
 * holds nothing. Cells, their places and values stay, and so does a page that is packed.
 */
import { breaksIn, gapEdits, lineBreak, newlineOf, type Piece } from '../../../src/fmt/gaps.js'
import type { TextEdit } from '../../../src/messages/message.js'
import { isAsWritten } from '../document/digest.js'
import { firstTag } from '../document/xml.js'
import { type Markup, markupOf } from './markup.js'
import { tagPieces } from './tag.js'

const STEP = '  '
/** What nests without end is not indented without end. */
const MOST_STEPS = 40

/**
 * The edits that bring the XML of a draw.io file that was read without errors into the style. They touch blanks and quotes in tags, and
 * blanks between them where nothing else stands there. What diaglot wrote is left alone, and so are pictures and web pages.
 */
export function fmtDrawio(text: string): readonly TextEdit[] {
  const first = firstTag(text)
  if (!first || !/^(mxfile|mxGraphModel|diagram)$/.test(first.name) || isAsWritten(text)) return []
  const newline = newlineOf(text)
  const markup = markupOf(text)
  const mixed = mixedIn(markup)
  const pieces: Piece[] = []
  // For each element that is open, whether blanks in it count.
  const open: boolean[] = []
  let before: Markup | undefined
  /** The signs that a tag ends with, which stand in the gap behind its last value. */
  let tail = ''
  for (const [place, item] of markup.entries()) {
    const isVoid = before?.kind === 'open' && item.kind === 'close' && before.end === item.start
    if (isVoid) {
      open.pop()
      tail = tail.replace(/>$/, '/>')
      before = item
      continue
    }
    const counts = open.at(-1) ?? false
    if (item.kind === 'close') open.pop()
    const there = text.slice(before?.end ?? 0, item.start)
    const isTight = !before || before.kind === 'open' || item.kind === 'close'
    const line = lineBreak(newline, breaksIn(there), isTight)
    const gap = counts ? there : before ? line + STEP.repeat(Math.min(open.length, MOST_STEPS)) : ''
    const tag = tagPieces(text, item)
    pieces.push({ ...tag.pieces[0]!, before: tail + gap }, ...tag.pieces.slice(1))
    tail = tag.tail
    if (item.kind === 'open') open.push(counts || mixed.has(place))
    before = item
  }
  return gapEdits(text, pieces, tail + newline)
}

/** The places of the elements that have characters of their own. */
function mixedIn(markup: readonly Markup[]): ReadonlySet<number> {
  const found = new Set<number>()
  const open: number[] = []
  for (const [place, { kind }] of markup.entries()) {
    if (kind === 'characters') found.add(open.at(-1) ?? -1)
    if (kind === 'open') open.push(place)
    if (kind === 'close') open.pop()
  }
  return found
}
