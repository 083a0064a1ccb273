/** What a page, a mail or a listing makes of a diagram that is copied from it: signs before every line, entities in place of arrows. */
import type { Format } from '../format.js'
import type { TextEdit } from '../messages/message.js'
import { linesOf } from './lines.js'
import * as say from './messages.js'
import { cutOut, type Unwrapped } from './surroundings.js'

/** The signs of a quote in a mail, of a table, of a list, of a difference between versions, and the numbers of lines. */
const PREFIXES = [/^[ \t]*>[ \t]?/, /^[ \t]*\|[ \t]?/, /^[ \t]*[-*•][ \t]+/, /^\+/, /^[ \t]*\d{1,5}[:.)|\t ]/]

/** The text without what stands before every line of it, where the same stands before every line. */
export function withoutPrefixes(text: string, format: Format): Unwrapped | undefined {
  const filled = text.search(/\S/)
  const line = text.slice(lineStartBefore(text, filled), filled + 10)
  if (!PREFIXES.some(sign => sign.test(line))) return undefined
  const lines = linesOf(text).filter(line => line.text.trim() !== '')
  const prefix = PREFIXES.find(sign => lines.every(line => sign.test(line.text)))
  const [first] = lines
  if (!prefix || !first) return undefined
  const ranges = lines.map(({ text, start }) => [start, start + prefix.exec(text)![0].length] as const)
  const signs = first.text.slice(0, ranges[0]![1] - first.start).trim()
  return cutOut(text, format, ranges, (_, edits) => say.prefixes({ signs }, ranges[0]!, edits))
}

const NAMES = 'div|pre|code|p|span|section|figure|details|summary|body|html|main|article'
const OPENING = new RegExp(`^\\s*(?:<!doctype html>\\s*)?(?:<(?:${NAMES})\\b[^<>]*>\\s*)+`, 'i')
const CLOSING = new RegExp(`(?:\\s*</(?:${NAMES})>)+\\s*$`, 'i')

/** The tags at the end are looked for in so many characters. */
const LONGEST_END = 500

/** The text without the tags of HTML that it begins and ends with, as in `<pre class="mermaid">graph LR; a --> b</pre>`. */
export function withoutTags(text: string, format: Format): Unwrapped | undefined {
  const opening = OPENING.exec(text)?.[0]
  if (opening === undefined) return undefined
  const closing = CLOSING.exec(text.slice(Math.max(opening.length, text.length - LONGEST_END)))?.[0] ?? ''
  const ranges: [number, number][] = [[0, opening.length]]
  if (closing !== '') ranges.push([text.length - closing.length, text.length])
  const start = opening.lastIndexOf('<')
  const end = opening.lastIndexOf('>') + 1
  const tag = text.slice(start, end)
  return cutOut(text, format, ranges, (title, edits) => say.tags({ tag, title }, [start, end], edits))
}

function lineStartBefore(text: string, offset: number): number {
  return Math.max(text.lastIndexOf('\n', offset), text.lastIndexOf('\r', offset)) + 1
}

/** The text with `>` and `<` in place of their HTML entities, where these are parts of arrows: as long as before. */
export function withoutEntities(text: string): Unwrapped | undefined {
  const edits: TextEdit[] = []
  if (!/&[gl]t;/.test(text)) return undefined
  for (const { text: line, start } of linesOf(text)) {
    for (const { index, 0: entity } of line.matchAll(/(?<=[-=.])&gt;|&lt;(?=[-=])/g)) {
      const isQuoted = line.slice(0, index).split('"').length % 2 === 0
      const at = start + index
      if (!isQuoted) edits.push({ start: at, end: at + 4, text: entity === '&gt;' ? '>' : '<' })
    }
  }
  const [first] = edits
  if (!first) return undefined
  const arrow = text.slice(first.start, first.end)
  return {
    text: replaced(text, edits),
    around: 'entities',
    message: () => say.entity({ entity: arrow, sign: first.text }, [first.start, first.end], edits),
  }
}

/** Blanks behind each sign keep every place where it is. */
function replaced(text: string, edits: readonly TextEdit[]): string {
  const parts: string[] = []
  let copied = 0
  for (const { start, end, text: sign } of edits) {
    // The blanks stand on the side of the name, and never inside of an arrow.
    const blanks = ' '.repeat(end - start - 1)
    parts.push(text.slice(copied, start), sign === '>' ? sign + blanks : blanks + sign)
    copied = end
  }
  parts.push(text.slice(copied))
  return parts.join('')
}
