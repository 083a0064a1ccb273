/** Comments and quoted texts, found by searching for their ends, see `closingQuote`. */
import { closingQuote } from '../../src/text/quoted.js'

export interface Hidden {
  readonly start: number
  readonly end: number
  /** What it begins with. */
  readonly sign: '"' | '#' | '//' | '/*'
}

const SIGN = /"|#|\/\/|\/\*/g

/**
 * The comments and quoted texts of a file, in order; the last may be open. HTML texts are not known here.
 * @param linesOnly whether a `#` begins a comment at the beginning of a line only
 */
export function* hiddenIn(text: string, linesOnly = false): Generator<Hidden> {
  for (let at = 0; ; ) {
    SIGN.lastIndex = at
    const found = SIGN.exec(text)
    if (!found) return
    const sign = found[0] as Hidden['sign']
    const start = found.index
    at = start + sign.length
    if (sign === '#' && linesOnly && start > 0 && text[start - 1] !== '\n') continue
    at = sign === '"' ? endOfQuoted(text, start) : endOfComment(text, start)
    yield { start, end: at, sign }
  }
}

/** Behind the quote that closes the one at an offset, or the end of the text. */
export function endOfQuoted(text: string, start: number): number {
  const close = closingQuote(text, start)
  return close === undefined ? text.length : close + 1
}

/** Behind the comment at an offset: its line end is no part of it. */
export function endOfComment(text: string, start: number): number {
  if (text.startsWith('/*', start)) {
    const close = text.indexOf('*/', start + 2)
    return close < 0 ? text.length : close + 2
  }
  const lineEnd = text.indexOf('\n', start)
  return lineEnd < 0 ? text.length : lineEnd
}
