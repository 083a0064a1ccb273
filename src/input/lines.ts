/** A text line by line, and the same text with some of its lines blank, so that every place stays where it is. */

export interface Line {
  readonly text: string
  readonly start: number
  /** Behind the text of the line. */
  readonly end: number
  /** Behind its line end. */
  readonly next: number
}

/** The lines of a text, ended by LF, CRLF or a lone CR; at most `limit` of them. */
export function linesOf(text: string, limit = Number.POSITIVE_INFINITY): Line[] {
  const lines: Line[] = []
  // The first of each kind from here on, or the end: an expression that looks for both takes several times as long.
  const first = (sign: string, from: number) => {
    const at = text.indexOf(sign, from)
    return at < 0 ? text.length : at
  }
  let feed = first('\n', 0)
  let carriage = first('\r', 0)
  for (let start = 0; lines.length < limit; ) {
    if (feed < start) feed = first('\n', start)
    if (carriage < start) carriage = first('\r', start)
    const end = Math.min(feed, carriage)
    const next = Math.min(text.startsWith('\r\n', end) ? end + 2 : end + 1, text.length)
    lines.push({ text: text.slice(start, end), start, end, next })
    if (next === text.length) break
    start = next
  }
  return lines
}

/** The text with blanks in place of the ranges, line ends kept: as long as before. Ranges stand in order. */
export function blanked(text: string, ranges: readonly (readonly [start: number, end: number])[]): string {
  const parts: string[] = []
  let copied = 0
  for (const [start, end] of ranges) {
    parts.push(text.slice(copied, start), text.slice(start, end).replace(/[^\r\n]/g, ' '))
    copied = end
  }
  parts.push(text.slice(copied))
  return parts.join('')
}
