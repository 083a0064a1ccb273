/**
 * What mermaid does to a text before its grammar sees it: line breaks, quotes in tags, frontmatter,
 * directives, comments, entity codes (`preprocessDiagram` and `Diagram.fromText` of mermaid 12.3). Every
 * step keeps the way back to the author's offsets.
 */

import { type Edited, edit, type Replacement, unedited, withEnding } from '../words/edited.js'
import { encodeEntities } from '../words/entities.js'
import { type Directive, findDirectives } from './directives.js'
import { type Frontmatter, findFrontmatter, findUnclosedFrontmatter } from './frontmatter.js'

/** A line that is only a comment: the text after `%%`, and its place in the author's text. */
export interface Comment {
  readonly text: string
  readonly at: readonly [start: number, end: number]
}

export interface Prepared {
  readonly edited: Edited
  readonly frontmatter?: Frontmatter
  /** Where it ends in the author's text. */
  readonly frontmatterEnd: number
  readonly directives: readonly Directive[]
  readonly comments: readonly Comment[]
}

/** The text that the parser of flowcharts would be given, with what was taken out of it. */
export function prepare(source: string): Prepared {
  const prepared = prepareAny(source)
  const found = blanksAfterBraces(prepared.edited.text)
  return found.length === 0 ? prepared : { ...prepared, edited: edit(prepared.edited, found) }
}

/** The text that the parser of any kind of diagram would be given, with what was taken out of it. */
export function prepareAny(source: string): Prepared {
  let edited = edit(unedited(source), lineBreaks(source))
  edited = edit(edited, quotesInTags(edited.text))
  const frontmatter = findFrontmatter(edited.text) ?? findUnclosedFrontmatter(edited.text)
  const frontmatterEnd = edited.origin(frontmatter?.length ?? 0)
  if (frontmatter) edited = edit(edited, [{ start: 0, end: frontmatter.length, text: '' }])
  const directives = findDirectives(edited.text)
  edited = edit(
    edited,
    directives.map(({ start, end }) => ({ start, end, text: '' })),
  )
  const comments: Comment[] = []
  edited = edit(edited, commentLines(edited, comments))
  const blanks = edited.text.length - edited.text.trimStart().length
  if (blanks > 0) edited = edit(edited, [{ start: 0, end: blanks, text: '' }])
  edited = withEnding(encodeEntities(edited), '\n')
  return { edited, ...(frontmatter && { frontmatter }), frontmatterEnd, directives, comments }
}

function lineBreaks(text: string): Replacement[] {
  if (!text.includes('\r')) return []
  return Array.from(text.matchAll(/\r\n?/g), ({ index, 0: match }) => ({
    start: index,
    end: index + match.length,
    text: '\n',
  }))
}

/** Inside `<tag …>`, `="x"` becomes `='x'`, so that `A["<a href="u">x</a>"]` is one label. */
function quotesInTags(text: string): Replacement[] {
  const found: Replacement[] = []
  if (!text.includes('="')) return found
  const last = text.lastIndexOf('>')
  for (const tag of text.slice(0, last + 1).matchAll(/<\w+((?:[^\w>][^>]*)?)(?:>|$)/g)) {
    const attributesAt = tag.index + tag[0].length - 1 - tag[1]!.length
    for (const quoted of tag[1]!.matchAll(/="([^"]*)"/g)) {
      const start = attributesAt + quoted.index + 1
      const end = attributesAt + quoted.index + quoted[0].length
      found.push({ start, end: start + 1, text: "'" }, { start: end - 1, end, text: "'" })
    }
  }
  return found
}

/** Whole-line comments, with the blank lines before them. A bare `%%` and `%%{` are none. */
function commentLines({ text, origin }: Edited, comments: Comment[]): Replacement[] {
  const found: Replacement[] = []
  let from = 0
  for (let marker = text.indexOf('%%'); marker >= 0; marker = text.indexOf('%%', from)) {
    const lineEnd = text.indexOf('\n', marker)
    const end = lineEnd < 0 ? text.length : lineEnd
    const start = lineStartBefore(text, marker, found.at(-1)?.end ?? 0)
    if (start < 0 || text[marker + 2] === '{' || marker + 2 >= end) {
      from = marker + 1
      continue
    }
    from = Math.min(end + 1, text.length)
    found.push({ start, end: from, text: '' })
    comments.push({ text: text.slice(marker + 2, end), at: [origin(marker), origin(end)] })
  }
  return found
}

/** The first start of a line with nothing but blanks from there to `marker`, or -1. */
function lineStartBefore(text: string, marker: number, limit: number): number {
  let start = -1
  for (let at = marker; ; at--) {
    if (at === 0 || isLineEnd(text[at - 1]!)) start = at
    if (at <= limit || !/\s/.test(text[at - 1]!)) return start
  }
}

function isLineEnd(char: string): boolean {
  return char === '\n' || char === '\u2028' || char === '\u2029'
}

/** `}` takes the blanks after it up to the last line break among them, everywhere in the text. */
function blanksAfterBraces(text: string): Replacement[] {
  const found: Replacement[] = []
  if (!text.includes('}')) return found
  for (const { index, 0: match } of text.matchAll(/\}\s+/g)) {
    const lineEnd = match.lastIndexOf('\n')
    if (lineEnd > 1) found.push({ start: index + 1, end: index + lineEnd, text: '' })
  }
  return found
}
