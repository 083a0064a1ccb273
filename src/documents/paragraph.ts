/** A paragraph in the place of a block. */
import type { Edited, Range } from './block.js'
import { lineEndAt, lineStart, lineStop } from './lines.js'

/**
 * The edit that puts a paragraph in the place of a block: a blank line parts it from what stands right before or behind it, which would
 * else be the same paragraph, or make a heading or a table of it.
 * @param prefix what stands before each line there
 * @param lines of the paragraph; the document's own line ends and the prefix stand between them
 * @param parts whether a line parts paragraphs as a blank one does
 */
export function paragraphEdit(
  document: string,
  [start, end]: Range,
  prefix: string,
  lines: readonly string[],
  parts: (line: string) => boolean = () => false,
): Edited {
  const lineEnd = lineEndAt(document, start)
  const from = lineStart(document, start)
  const isOnOwnLine = /^[>\s]*$/.test(document.slice(from, start))
  const above = from === 0 ? '' : document.slice(lineStart(document, from - lineEnd.length), from).trimEnd()
  const stop = lineStop(document, end)
  const next = stop + lineEnd.length
  const below = document.slice(next, lineStop(document, next))
  const isFilled = (line: string) => /[^>\s]/.test(line) && !parts(line)
  const needsBlank = isOnOwnLine && isFilled(above)
  const before = needsBlank ? `${prefix.trimEnd()}${lineEnd}${prefix}` : ''
  const endsItem =
    /^[>\s]*(?:[-+*]|\d{1,9}[.)])\s/.test(below) && !(prefix !== '' && below.startsWith(prefix))
  const behind = isFilled(below) && !endsItem ? `${lineEnd}${prefix.trimEnd()}` : ''
  const text = lines.map((line, place) =>
    place === 0 ? line : `${line === '' ? prefix.trimEnd() : prefix}${line}`,
  )
  return {
    edits: [{ start: needsBlank ? from : start, end, text: `${before}${text.join(lineEnd)}${behind}` }],
  }
}
