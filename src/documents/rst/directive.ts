/** A directive as an element of its document, and what else may stand there. */
import type { Line } from '../../input/lines.js'
import type { TextEdit } from '../../messages/message.js'
import { address } from '../address.js'
import type { Block, FileReference, Markup, Range } from '../block.js'
import { orCode } from '../code-directive.js'
import { type Languages, wordFor } from '../languages.js'
import { lineBlock } from '../line-block.js'
import * as say from '../messages.js'
import { directiveFor, namedFile } from '../named-file.js'
import { isHeader, namedGraph } from '../named-graph.js'
import { paragraphEdit } from '../paragraph.js'
import type { Body } from './body.js'

export interface Directive extends Body {
  /** `|name|`, where it says what that name stands for; else empty. */
  readonly substitution: string
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
  const { start, word, argument, isCode, heading, caption, content } = directive
  const at: Range = [start, content.lines.at(-1)![1]]
  const block = lineBlock(document, {
    at,
    title: plain(caption ?? heading ?? ''),
    lines: { ...content, open: content.lines[0]![0] },
    word,
    wordFor: format => wordFor(format, isCode ? 'fence' : 'directive'),
    replaced: markup => inPlaceOf(document, at, directive, markup),
  })
  if (isCode) return block
  const own = isHeader(block.language) ? namedGraph(document, block, word, argument, languages) : block
  const fitting = orCode(own, word, argument, name => withoutForeign(document, directive, name, languages))
  return directive.substitution === '' ? fitting : onlyDrawn(fitting)
}

/** Something that stands for a part of a line is drawn, or is none. */
const onlyDrawn = (block: Block): Block => ({
  ...block,
  exchanged: (text, format) =>
    format && directiveFor(format) === undefined
      ? { refused: say.notInLine({ title: format.title }, block.at) }
      : block.exchanged(text, format),
})

/** Options of a block of code. */
const OF_CODE = new Set(['caption', 'class', 'name'])

/** Options that a directive of another name does not take, and refuses the whole block for, taken out. */
function withoutForeign(
  document: string,
  { options, word }: Directive,
  name: string,
  languages: Languages,
): TextEdit[] {
  const from = languages.get(document.slice(...word).toLowerCase())?.[0]
  const to = languages.get(name)?.[0]
  const isForeign = (option: string) =>
    to ? to !== from && from?.directiveOptions?.includes(option) === true : !OF_CODE.has(option)
  return options.flatMap(({ name, at: [start, end] }) => (isForeign(name) ? [{ start, end, text: '' }] : []))
}

/** The directive that names a file, whose options and blank lines end at a place. */
export function directiveFile(
  document: string,
  directive: Directive,
  fileAt: Range,
  end: number,
  languages: Languages,
): FileReference {
  const { start, word, heading, caption } = directive
  const at: Range = [start, end]
  return namedFile(document, {
    at,
    fileAt,
    title: plain(caption ?? heading ?? ''),
    word,
    wordFor: directiveFor,
    more: name => withoutForeign(document, directive, name, languages),
    replaced: markup => inPlaceOf(document, at, directive, markup),
  })
}

function inPlaceOf(document: string, at: Range, directive: Directive, markup: Markup) {
  const prefix = directive.before.replace(/\S/g, ' ')
  const lines = linesOfMarkup(markup, directive)
  // What a name stands for is no paragraph, and needs no blank line beside another.
  return paragraphEdit(document, at, prefix, lines, directive.substitution === '' ? undefined : () => true)
}

/** A caption or a heading as a person reads it, without roles and signs. */
const plain = (source: string): string =>
  source
    .replace(/:[\w:+.-]{1,50}:(?=`)/g, '')
    .replace(/\s<[^<>`]*>(?=`)/g, '')
    .replace(/`_{0,2}|\*/g, '')

/** Options that a directive for pictures takes as well. */
const SHARED = new Set(['align', 'class', 'height', 'name', 'scale', 'width'])

/**
 * @see https://docutils.sourceforge.io/docs/ref/rst/directives.html#image
 * @see https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#embedded-uris-and-aliases
 */
function linesOfMarkup(
  { title, source, picture, more = [] }: Markup,
  { options, substitution }: Pick<Directive, 'options' | 'substitution'>,
): string[] {
  const links = more.map(one => link(one.title, one.address))
  const name = substitution === '' ? '' : `${substitution} `
  if (picture === undefined)
    return [[...(name === '' ? [] : [`.. ${name}replace::`]), link(title, source), ...links].join(' ')]
  const own = (wanted: string) => options.find(({ name }) => name === wanted)?.value
  const caption = substitution === '' ? own('caption') : undefined
  const image = [
    `.. ${name}${caption === undefined ? 'image' : 'figure'}:: ${address(picture)}`,
    `   :alt: ${own('alt') ?? title.replace(/\s+/g, ' ')}`,
    `   :target: ${address(source)}`,
    ...options.flatMap(({ name, value }) => (SHARED.has(name) ? [`   :${name}: ${value}`.trimEnd()] : [])),
    ...(caption === undefined ? [] : ['', `   ${caption}`]),
  ]
  return links.length > 0 && name === '' ? [...image, '', links.join(' ')] : image
}

const link = (title: string, target: string): string =>
  `\`${title.replace(/\s+/g, ' ').replace(/[\\`<>*_|]/g, '\\$&')} <${address(target)}>\`__`
