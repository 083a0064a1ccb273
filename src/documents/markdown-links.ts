/** Links and pictures of Markdown in the place of a block. */
import type { Edited, Markup, Range } from './block.js'
import { lineEndAt, lineStart, lineStop } from './lines.js'

/** A link to the file, or a picture that is one, and the links behind it. */
export function markdownLinks({ title, source, picture, more = [] }: Markup): string {
  const shown = picture === undefined ? escaped(title) : `![${escaped(title)}](${address(picture)})`
  const links = more.map(link => `[${escaped(link.title)}](${address(link.address)})`)
  return [`[${shown}](${address(source)})`, ...links].join(' ')
}

/** On one line, and without what Markdown would take for a sign. */
const escaped = (text: string): string => text.replace(/\s+/g, ' ').replace(/[\\[\]<>*_`&!|$~]/g, '\\$&')

/** A relative path or an address without what would end it. */
export const address = (path: string): string =>
  path.replace(/[\s"'<>()[\]{}|\\^`]|%(?![0-9A-Fa-f]{2})/g, sign =>
    encodeURIComponent(sign).replace(/[()']/g, code),
  )

const code = (sign: string): string => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`

/**
 * The edit that puts a paragraph in the place of a block: a blank line parts it from what stands right before or behind it, which would
 * else be the same paragraph, or make a heading or a table of it.
 */
export function paragraphEdit(document: string, [start, end]: Range, prefix: string, text: string): Edited {
  const lineEnd = lineEndAt(document, start)
  const from = lineStart(document, start)
  const isOnOwnLine = /^[>\s]*$/.test(document.slice(from, start))
  const above = from === 0 ? '' : document.slice(lineStart(document, from - lineEnd.length), from)
  const stop = lineStop(document, end)
  const next = stop + lineEnd.length
  const below = document.slice(next, lineStop(document, next))
  const needsBlank = isOnOwnLine && isFilled(above)
  const endsItem =
    /^[>\s]*(?:[-+*]|\d{1,9}[.)])\s/.test(below) && !(prefix !== '' && below.startsWith(prefix))
  const behind = isFilled(below) && !endsItem ? `${lineEnd}${prefix.trimEnd()}` : ''
  const before = needsBlank ? `${prefix.trimEnd()}${lineEnd}${prefix}` : ''
  return { edits: [{ start: needsBlank ? from : start, end, text: `${before}${text}${behind}` }] }
}

const isFilled = (line: string): boolean => /[^>\s]/.test(line)

export function markdownMarkup(document: string, at: Range, prefix: string, markup: Markup): Edited {
  return paragraphEdit(document, at, prefix, markdownLinks(markup))
}
