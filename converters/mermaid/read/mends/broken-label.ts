/** Labels that a line break parts, which is only allowed in quotes: two lines that are one statement. */

/**
 * Whether a line leaves a bracket open that the next one closes: `a[First` and `second (line)] --> b`. Either alone could be mended,
 * but as something else than the label of two lines.
 */
export function goesOn(line: string, next: string): boolean {
  const opened = openAtEnd(line)
  return opened !== undefined && opened === closedAtStart(next)
}

const CLOSERS: ReadonlyMap<string, string> = new Map([
  ['[', ']'],
  ['(', ')'],
  ['{', '}'],
])
const ANY_ARROW = /--|==|-\.|~~|->/

/** What closes the last bracket of a line, where neither that nor an arrow stands behind it. */
function openAtEnd(line: string): string | undefined {
  const open: { readonly closer: string; readonly at: number }[] = []
  for (const { index, 0: sign } of line.matchAll(/[()[\]{}]/g)) {
    const closer = CLOSERS.get(sign)
    if (closer !== undefined) open.push({ closer, at: index })
    else if (open.at(-1)?.closer === sign) open.pop()
  }
  const last = open.at(-1)
  return last && !ANY_ARROW.test(line.slice(last.at)) ? last.closer : undefined
}

/** The first bracket that a line closes without having opened it, where no arrow stands before it. */
function closedAtStart(line: string): string | undefined {
  const open: string[] = []
  for (const { index, 0: sign } of line.matchAll(/[()[\]{}]/g)) {
    const closer = CLOSERS.get(sign)
    if (closer !== undefined) open.push(closer)
    else if (open.at(-1) === sign) open.pop()
    else return open.length > 0 || ANY_ARROW.test(line.slice(0, index)) ? undefined : sign
  }
  return undefined
}
