/**
 * Unclosed quotes. To DOT such a text goes on to the next quote, many lines further, and everything in
 * between looks wrong. So when a file has errors, the first line with an odd number of quotes before
 * them is taken as the culprit; the reader closes the quote there and reads again.
 */

import type { Message } from '../../../../src/messages/message.js'
import { hiddenIn } from '../../words/hidden.js'
import { authorOffset, type Source, withInserted } from '../source.js'
import { quoteOpenOnLine } from './messages.js'

export interface QuoteRepair {
  readonly source: Source
  readonly message: Message
}

/** The file with the quote closed that seems to be open, or nothing where no line looks like it. */
export function quoteRepair(source: Source, messages: readonly Message[]): QuoteRepair | undefined {
  const last = messages.at(-1)?.at?.[1] ?? 0
  const open = firstOpenQuote(source, last)
  if (open === undefined) return undefined
  const close = closingPlace(source.text, open)
  const start = authorOffset(source, close)
  return {
    source: withInserted(source, close, '"'),
    message: quoteOpenOnLine([authorOffset(source, open), start], [{ start, end: start, text: '"' }]),
  }
}

/** The first quote whose text runs over the end of its line, or of the file, up to an offset of the author's. */
function firstOpenQuote(source: Source, last: number): number | undefined {
  const { text } = source
  for (const { start, end, sign } of hiddenIn(text)) {
    if (authorOffset(source, start) > last) return undefined
    if (sign !== '"') continue
    const closed = end - start > 1 && text[end - 1] === '"' && !hasLineEnd(text, start, end)
    if (!closed) return start
  }
  return undefined
}

/** Whether a line ends between two offsets, other than behind a backslash, which joins it to the next. */
function hasLineEnd(text: string, start: number, end: number): boolean {
  return /(?<!\\)\n/.test(text.slice(start, end))
}

/** At the end of the line, before the punctuation that ends a list or statement. */
function closingPlace(text: string, open: number): number {
  const lineEnd = text.indexOf('\n', open)
  const line = text.slice(open, lineEnd < 0 ? text.length : lineEnd)
  return open + line.length - /(?<![\s\]};,])[\s\]};,]*$/.exec(line)![0].length
}

/** The comment that is never closed, behind `from`. */
export function openComment(text: string, from: number): number | undefined {
  const rest = text.slice(from)
  for (const { start, end, sign } of hiddenIn(rest)) {
    if (sign === '/*' && end === rest.length && rest.indexOf('*/', start + 2) < 0) return from + start
  }
  return undefined
}
