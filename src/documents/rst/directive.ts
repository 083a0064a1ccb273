/** A directive as an element of its document, and what else may stand there. */
import type { Line } from '../../input/lines.js'
import { address } from '../address.js'
import type { Block, Markup, Range } from '../block.js'
import { type Languages, wordFor } from '../languages.js'
import { lineBlock } from '../line-block.js'
import { isHeader, namedGraph } from '../named-graph.js'
import { paragraphEdit } from '../paragraph.js'
import type { Body } from './body.js'

export interface Directive extends Body {
  /** Where its two points stand. */
  readonly start: number
  /** What stands before them on their line. */
  readonly before: string
  readonly word: Range
  /** All behind its two colons on their line. */
  readonly argument: Range
  /** Whether it is a code block, whose argument is the language. */
  readonly isCode: boolean
  readonly heading: string | undefined
  readonly line: Line
}

export function directiveBlock(document: string, directive: Directive, languages: Languages): Block {
  const { start, before, word, argument, isCode, heading, caption, content } = directive
  const at: Range = [start, content.lines.at(-1)![1]]
  const block = lineBlock(document, {
    at,
    title: caption ?? heading,
    lines: { ...content, open: content.lines[0]![0] },
    word,
    wordFor: format => wordFor(format, isCode ? 'fence' : 'directive'),
    replaced: markup => paragraphEdit(document, at, before.replace(/\S/g, ' '), linesOfMarkup(markup)),
  })
  return !isCode && isHeader(block.language) ? namedGraph(document, block, word, argument, languages) : block
}

/**
 * @see https://docutils.sourceforge.io/docs/ref/rst/directives.html#image
 * @see https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#embedded-uris-and-aliases
 */
function linesOfMarkup({ title, source, picture, more = [] }: Markup): string[] {
  const links = more.map(one => link(one.title, one.address))
  if (picture === undefined) return [[link(title, source), ...links].join(' ')]
  const image = [
    `.. image:: ${address(picture)}`,
    `   :alt: ${title.replace(/\s+/g, ' ')}`,
    `   :target: ${address(source)}`,
  ]
  return links.length > 0 ? [...image, '', links.join(' ')] : image
}

const link = (title: string, target: string): string =>
  `\`${title.replace(/\s+/g, ' ').replace(/[\\`<>*_|]/g, '\\$&')} <${address(target)}>\`__`
