/**
 * Texts in double quotes whose backslashes escape what follows. Their ends are searched for: an expression that repeats a
 * group, such as `"(?:[^"\\]|\\.)*"`, keeps a way back for each time and overflows the stack on a text with millions of them.
 */

/** The offset of the quote that closes the one at `start`; nothing where the text ends before. */
export function closingQuote(text: string, start: number): number | undefined {
  const ends = /["\\]/g
  for (let at = start + 1; ; ) {
    ends.lastIndex = at
    const found = ends.exec(text)
    if (!found) return undefined
    if (found[0] === '"') return found.index
    at = found.index + 2
  }
}

/** What stands between quotes, in order; the last may be open. */
export function* quotedTexts(text: string): Generator<string> {
  for (let start = text.indexOf('"'); start >= 0; ) {
    const end = closingQuote(text, start) ?? text.length
    yield text.slice(start + 1, end)
    start = text.indexOf('"', end + 1)
  }
}
