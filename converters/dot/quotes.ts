/**
 * Unclosed quotes. To DOT such a text goes on to the next quote, many lines further, and everything in
 * between looks wrong. So when a file has errors, the first line with an odd number of quotes before
 * them is taken as the culprit; the reader closes the quote there and reads again.
 */
import { type Message, message } from '../../src/messages/message.js'
import { authorOffset, type Source, withInserted } from './source.js'

export interface QuoteRepair {
  readonly source: Source
  readonly message: Message
}

/** The file with the quote closed that seems to be open, or nothing where no line looks like it. */
export function quoteRepair(source: Source, messages: readonly Message[]): QuoteRepair | undefined {
  const last = messages.at(-1)?.at?.[1] ?? 0
  const open = firstOpenQuote(source.text)
  if (open === undefined || authorOffset(source, open) > last) return undefined
  const close = closingPlace(source.text, open)
  const start = authorOffset(source, close)
  return {
    source: withInserted(source, close, '"'),
    message: message('syntax/quote', 'This quote is not closed on its line.', {
      at: [authorOffset(source, open), start],
      fix: { title: 'Close the quote', edits: [{ start, end: start, text: '"' }] },
    }),
  }
}

/** Comments, with one that is never closed, and quoted texts. */
const PIECES = /\/\/.*|#.*|\/\*[\s\S]*?(?:\*\/|$)|"[^"\\]*(?:\\[\s\S][^"\\]*)*"?/g

/** The first quote whose text runs over the end of its line, or of the file. */
function firstOpenQuote(text: string): number | undefined {
  for (const match of text.matchAll(PIECES)) {
    const piece = match[0]
    if (!piece.startsWith('"')) continue
    const closed = piece.length > 1 && piece.endsWith('"') && !/\n/.test(piece.replace(/\\\n/g, ''))
    if (!closed) return match.index
  }
  return undefined
}

/** At the end of the line, before the punctuation that ends a list or statement. */
function closingPlace(text: string, open: number): number {
  const lineEnd = text.indexOf('\n', open)
  const line = text.slice(open, lineEnd < 0 ? text.length : lineEnd)
  return open + line.length - /[\s\]};,]*$/.exec(line)![0].length
}

/** The comment that is never closed, behind `from`. */
export function openComment(text: string, from: number): number | undefined {
  for (const match of text.slice(from).matchAll(PIECES)) {
    if (/^\/\*(?![\s\S]*\*\/)/.test(match[0]) && from + match.index + match[0].length === text.length)
      return from + match.index
  }
  return undefined
}
