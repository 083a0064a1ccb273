/** A block of AsciiDoc as an element of its document: its style, its lines and its delimiters, and what else may stand there. */
import type { Line } from '../../input/lines.js'
import { address } from '../address.js'
import type { Block, Edited, Markup, Range } from '../block.js'
import { wordFor } from '../languages.js'
import { type Delimiters, lineBlock } from '../line-block.js'
import { lineEndAt } from '../lines.js'
import { paragraphEdit } from '../paragraph.js'

/** What makes a block a diagram. */
export interface Style {
  /** The line of its attributes, or of its fence. */
  readonly line: Line
  readonly word: Range
  /** Whether it is a listing of source code, which has the words of fences. */
  readonly isListing: boolean
}

export interface AsciidocParts {
  readonly style: Style
  readonly title: string | undefined
  readonly content: readonly Line[]
  /** The lines of the delimiters; a paragraph has none. */
  readonly opening?: Line
  readonly closing?: Line
}

export function asciidocBlock(document: string, parts: AsciidocParts): Block {
  const { style, title, content, opening, closing } = parts
  const at: Range = [style.line.start, (closing ?? content.at(-1)!).end]
  const lines = content.map(({ start, end }): Range => [start, end])
  const open =
    opening?.end ?? Math.max(content[0]!.start - lineEndAt(document, style.line.start).length, style.line.end)
  return lineBlock(document, {
    at,
    title,
    lines: { lines, prefix: '', open },
    word: style.word,
    wordFor: format => wordFor(format, style.isListing ? 'fence' : 'directive'),
    delimiters: text =>
      opening && closing ? longer(opening, closing, text) : around(document, content, text),
    replaced: markup => inPlaceOf(document, at, parts, markup),
  })
}

/** A delimiter that a line of the text would be, too, becomes longer. */
function longer(opening: Line, closing: Line, text: string): Delimiters {
  const delimiter = closing.text.trimEnd()
  const lines = new Set(text.split(/\r\n?|\n/).map(line => line.trimEnd()))
  if (!lines.has(delimiter)) return { before: [], behind: [] }
  // Only listings and literals can be longer.
  const sign = delimiter.startsWith('.') ? '.' : '-'
  let now = sign.repeat(Math.max(delimiter.length, 4))
  while (lines.has(now)) now += sign
  const edit = ({ start, end }: Line) => [{ start, end, text: now }]
  return { before: edit(opening), behind: edit(closing) }
}

/** A paragraph ends at a blank line and at what begins another block: such a text stands between delimiters. */
function around(document: string, content: readonly Line[], text: string): Delimiters {
  const needed = text
    .replace(/(?:\r\n?|\n)$/, '')
    .split(/\r\n?|\n/)
    .some(line => line.trim() === '' || /^(?:[[.=*_|+/`-]|\w+::|include::)/.test(line))
  if (!needed) return { before: [], behind: [] }
  const lines = new Set(text.split(/\r\n?|\n/).map(line => line.trimEnd()))
  let delimiter = '----'
  while (lines.has(delimiter)) delimiter += '-'
  const end = lineEndAt(document, content[0]!.start)
  const [from, to] = [content[0]!.start, content.at(-1)!.end]
  return {
    before: [{ start: from, end: from, text: `${delimiter}${end}` }],
    behind: [{ start: to, end: to, text: `${end}${delimiter}` }],
  }
}

/** A link or a picture; a title of the block, and other attributes, go on to be those of it. */
export function inPlaceOf(
  document: string,
  at: Range,
  {
    style,
    opening,
    content,
  }: Omit<AsciidocParts, 'style' | 'closing'> & { readonly style: Style | undefined },
  markup: Markup,
): Edited {
  const end = (opening ?? content[0]!).start
  const kept =
    style === undefined || style.line === opening
      ? []
      : document
          .slice(style.line.end, end)
          .split(/\r\n?|\n/)
          .filter(line => line.trim() !== '')
  const { title, source, picture, more = [] } = markup
  const shown =
    picture === undefined
      ? link(title, source)
      : `image::${wayFromImages(document, at[0])}${address(picture)}[${positional(title)},link=${quoted(address(source))}]`
  const links = more.map(one => link(one.title, one.address))
  const lines =
    picture !== undefined && links.length > 0
      ? [...kept, shown, '', links.join(' ')]
      : [...kept, [shown, ...links].join(' ')]
  // A list goes on behind a plus sign, and titles and attributes belong to what is below.
  return paragraphEdit(document, at, '', lines, line => /^(?:\+|\.[^\s.].*|\[.*\])$/.test(line.trimEnd()))
}

/** Pictures are looked for in the folder that the document's `imagesdir` names; this one lies beside the document. */
function wayFromImages(document: string, at: number): string {
  const set = [...document.slice(0, at).matchAll(/^:imagesdir:[ \t]+(\S+)[ \t]*$/gm)].at(-1)?.[1]
  const isElsewhere = set === undefined || /^(?:\w+:|\/|\{)|\.\./.test(set)
  return isElsewhere
    ? ''
    : set
        .split('/')
        .filter(part => part !== '' && part !== '.')
        .map(() => '../')
        .join('')
}

const link = (title: string, target: string): string => `link:${address(target)}[${positional(title)}]`

const quoted = (value: string): string => (/[\s,"\]]/.test(value) ? `"${value.replace(/"/g, '\\"')}"` : value)

/** In quotes where it would else be several attributes, or one with a name. */
function positional(title: string): string {
  const line = title.replace(/\s+/g, ' ').replace(/\]/g, '\\]')
  return /[,="]/.test(line) ? `"${line.replace(/"/g, '\\"')}"` : line
}
