/** A fenced block as an element of its document: its word, its lines and its fences, and what else may stand there. */
import type { TextEdit } from '../messages/message.js'
import type { Block, Edited, Markup, Range } from './block.js'
import { type Languages, wordFor } from './languages.js'
import { editsOfLines, type Lines, textOfLines } from './lines.js'

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
  const words = info.matchAll(
    isAttributes ? /(?<=[{\s]\.)[^\s.{}]+(?=[\s}])/g : /(?<=^[{.]?)[^\s.{},:][^\s{},:]*/g,
  )
  for (const { 0: word, index } of words) {
    const at = start + index
    if (languages.has(word.toLowerCase())) return { at: [at, at + word.length], isDirective }
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

/** @param markup what writes a link into the document */
export function fencedBlock(
  document: string,
  fence: Fence,
  word: Word,
  markup: (document: string, at: Range, prefix: string, markup: Markup) => Edited,
): Block {
  const { at, info, lines, heading } = fence
  const title = titleIn(document.slice(...info)) ?? heading
  const { text, offsetOf } = textOfLines(document, lines)
  return {
    language: document.slice(...word.at).toLowerCase(),
    at,
    ...(title !== undefined && { title }),
    text,
    offsetOf,
    exchanged: (now, format) => ({
      edits: [
        ...(now === text ? [] : signEdits(document, fence, now, 'sign')),
        ...(format
          ? wordEdits(document, word, wordFor(format, word.isDirective ? 'directive' : 'fence'))
          : []),
        ...(now === text ? [] : editsOfLines(document, lines, now)),
        ...(now === text ? [] : signEdits(document, fence, now, 'closing')),
      ],
    }),
    replaced: wanted => markup(document, at, lines.prefix, wanted),
  }
}

function wordEdits(document: string, { at: [start, end] }: Word, word: string): TextEdit[] {
  return document.slice(start, end).toLowerCase() === word ? [] : [{ start, end, text: word }]
}

/** Signs that a line of the text would close are one longer than that line. */
function signEdits(document: string, fence: Fence, text: string, which: 'sign' | 'closing'): TextEdit[] {
  const at = fence[which]
  if (!at) return []
  const sign = document[fence.sign[0]]!
  const needed = longestClosing(text, sign) + 1
  const length = fence.sign[1] - fence.sign[0]
  if (needed <= length) return []
  const missing = needed - (at[1] - at[0])
  return missing > 0 ? [{ start: at[1], end: at[1], text: sign.repeat(missing) }] : []
}

/** How many signs the longest line has that would close a block. */
function longestClosing(text: string, sign: string): number {
  let longest = 0
  for (const [, signs = ''] of text.matchAll(/^ {0,3}([`~:]{3,})[ \t]*$/gm)) {
    if (signs === sign.repeat(signs.length)) longest = Math.max(longest, signs.length)
  }
  return longest
}
