/** A fenced block as an element of its document: its word, its lines and its fences, and what else may stand there. */
import type { TextEdit } from '../../messages/message.js'
import type { Block, Range } from '../block.js'
import { type Languages, wordFor } from '../languages.js'
import { type Delimiters, lineBlock } from '../line-block.js'
import type { Lines } from '../lines.js'
import { markdownMarkup } from './links.js'

export interface Fence {
  readonly at: Range
  /** The signs of the fence that opens. */
  readonly sign: Range
  /** What is written behind them. */
  readonly info: Range
  readonly lines: Lines
  /** The signs of the fence that closes; nothing where the block ends without one. */
  readonly closing?: Range | undefined
  /** The heading that it stands under. */
  readonly heading?: string | undefined
}

/** Where the word stands that names the language, and whether it is a directive of MyST or a cell of Quarto. */
export interface Word {
  readonly at: Range
  readonly isDirective: boolean
}

/**
 * The word behind a fence: `mermaid`, `mermaid title="x" {.wide}`, `dot{engine=neato}`, Pandoc's `{.mermaid}` and `{#id .mermaid}`,
 * and `{mermaid}` of MyST and Quarto.
 * @see https://spec.commonmark.org/0.31.2/#info-string https://pandoc.org/MANUAL.html#extension-fenced_code_attributes
 * @see https://mystmd.org/guide/syntax-overview#directives
 */
export function wordOf(document: string, [start, end]: Range, languages: Languages): Word | undefined {
  const info = document.slice(start, end)
  const isDirective = /^\{[^\s.#{}=]/.test(info)
  const isAttributes = info.startsWith('{') && !isDirective
  // `{code-block} dot`: the language is the argument.
  const code = /^\{(?:code|code-block|sourcecode)\}[ \t]*/i.exec(info)?.[0].length ?? 0
  const words = info
    .slice(code)
    .matchAll(isAttributes ? /(?<=[{\s]\.)[^\s.{}]+(?=[\s}])/g : /(?<=^[{.]?)[^\s.{},:][^\s{},:]*/g)
  for (const { 0: word, index } of words) {
    const at = start + code + index
    if (languages.has(word.toLowerCase()))
      return { at: [at, at + word.length], isDirective: isDirective && code === 0 }
  }
  return undefined
}

/** A title of its own: `title="x"`, or `caption` and `alt` where there is none. */
function titleIn(info: string): string | undefined {
  for (const name of ['title', 'caption', 'alt']) {
    const [, double, single] = new RegExp(`(?:^|[\\s{])${name}=(?:"([^"]*)"|'([^']*)')`).exec(info) ?? []
    const title = (double ?? single ?? '').trim()
    if (title !== '') return title
  }
  return undefined
}

/** @param inBraces what a word in braces is: Quarto's cells have the words of fences */
export function fencedBlock(
  document: string,
  fence: Fence,
  { at: word, isDirective }: Word,
  inBraces: 'fence' | 'directive',
): Block {
  const { at, info, lines, heading } = fence
  const place = isDirective ? inBraces : 'fence'
  return lineBlock(document, {
    at,
    title: titleIn(document.slice(...info)) ?? heading,
    lines,
    word,
    wordFor: format => wordFor(format, place),
    delimiters: (text, isOther) =>
      isOther && !isDirective && document[fence.sign[0]] === ':'
        ? codeFences(fence, text)
        : longerFences(document, fence, text),
    replaced: markup => markdownMarkup(document, at, lines.prefix, markup),
  })
}

/** Fences that a line of the text would close get one sign more than that line has. */
export function longerFences(document: string, { sign, closing }: Fence, text: string): Delimiters {
  const letter = document[sign[0]]!
  const length = longestClosing(text, letter) + 1
  const longer = (at: Range | undefined): TextEdit[] =>
    at && at[1] - at[0] < length
      ? [{ start: at[1], end: at[1], text: letter.repeat(length - (at[1] - at[0])) }]
      : []
  return length <= sign[1] - sign[0]
    ? { before: [], behind: [] }
    : { before: longer(sign), behind: longer(closing) }
}

/** Blocks between colons that are no directives are drawn where they are Mermaid, and are code in no other language: a fence of code is. */
function codeFences({ sign, closing }: Fence, text: string): Delimiters {
  const signs = '`'.repeat(Math.max(3, longestClosing(text, '`') + 1))
  const exchanged = (at: Range | undefined): TextEdit[] =>
    at ? [{ start: at[0], end: at[1], text: signs }] : []
  return { before: exchanged(sign), behind: exchanged(closing) }
}

/** How many signs the longest line has that would close a block. */
function longestClosing(text: string, sign: string): number {
  let longest = 0
  for (const [, signs = ''] of text.matchAll(/^ {0,3}([`~:]{3,})[ \t]*$/gm)) {
    if (signs === sign.repeat(signs.length)) longest = Math.max(longest, signs.length)
  }
  return longest
}
