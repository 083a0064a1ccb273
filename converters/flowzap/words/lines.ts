/** Lines of a text: LF, CRLF and a lone CR end one. */

export function isLineEnd(character: string | undefined): boolean {
  return character === '\n' || character === '\r'
}

/** Where the line of an offset starts. */
export function lineStart(text: string, offset: number): number {
  let start = offset
  while (start > 0 && !isLineEnd(text[start - 1])) start--
  return start
}

/** The line end that the text uses first; LF where it has only one line. */
export function lineEndOf(text: string): string {
  return /\r\n|\n|\r/.exec(text)?.[0] ?? '\n'
}
