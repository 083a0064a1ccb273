/** A text without what is none of its Markdown, with all places as they were. */
import type { Range } from '../block.js'

/** Comments of HTML and of MDX, in which no tag is one. */
export function commentsIn(text: string): Range[] {
  const found: Range[] = []
  for (const [open, close] of [
    ['<!--', '-->'],
    ['{/*', '*/}'],
  ] as const)
    for (let at = text.indexOf(open); at >= 0; ) {
      const stop = text.indexOf(close, at + open.length)
      if (stop < 0) break
      found.push([at, stop + close.length])
      at = text.indexOf(open, stop + close.length)
    }
  return found
}

/** The text with blanks in the place of ranges, which may overlap. */
export function blanked(text: string, ranges: readonly (readonly [number, number])[]): string {
  if (ranges.length === 0) return text
  const parts: string[] = []
  let copied = 0
  for (const [start, end] of [...ranges].sort(([a], [b]) => a - b)) {
    if (end <= copied) continue
    const from = Math.max(start, copied)
    parts.push(text.slice(copied, from), text.slice(from, end).replace(/[^\r\n]/g, ' '))
    copied = end
  }
  return parts.join('') + text.slice(copied)
}
