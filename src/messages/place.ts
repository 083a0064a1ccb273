/** From offsets to lines and columns, computed only when a message is printed. */

export interface Place {
  /** From 1. */
  readonly line: number
  /** From 1, in UTF-16 code units, as editors and SARIF count. */
  readonly column: number
}

/** Where each line of a text starts; LF, CRLF and a lone CR end a line. */
export interface LineTable {
  readonly text: string
  readonly starts: readonly number[]
}

/**
 * Where each line of a text starts, to be asked with `placeOf`; LF, CRLF and a lone CR end a line. No messages.
 * @param text the `source` of what was read
 * @returns the text with the offset of each line, in UTF-16 code units
 * @see docs/library.md, “Find edges that cross lanes”
 * @example
 * const lines = lineTable(source)
 */
export function lineTable(text: string): LineTable {
  const starts = [0]
  for (const { index, 0: end } of text.matchAll(/\r\n?|\n/g)) starts.push(index + end.length)
  return { text, starts }
}

/**
 * The place of an offset in a text. No messages.
 * @param table as `lineTable` gives it
 * @param offset in UTF-16 code units, as `at` counts; one beyond the text is the place of its end
 * @returns line and column, both from 1; the column in UTF-16 code units, as editors and SARIF count
 * @see docs/library.md, “Find edges that cross lanes”
 * @example
 * placeOf(lineTable('a\nbc'), 3) // { line: 2, column: 2 }
 */
export function placeOf({ text, starts }: LineTable, offset: number): Place {
  const target = Math.min(Math.max(offset, 0), text.length)
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] ?? 0) <= target) low = middle
    else high = middle - 1
  }
  return { line: low + 1, column: target - (starts[low] ?? 0) + 1 }
}

/** Where a line's text starts and ends, without its line end. */
export function lineRange({ text, starts }: LineTable, line: number): readonly [start: number, end: number] {
  const start = starts[line - 1] ?? text.length
  let end = starts[line] ?? text.length
  while (end > start && (text[end - 1] === '\n' || text[end - 1] === '\r')) end--
  return [start, end]
}

/** A line's text without its end. */
export function lineText(table: LineTable, line: number): string {
  return table.text.slice(...lineRange(table, line))
}
