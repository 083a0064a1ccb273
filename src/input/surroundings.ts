/** What people leave around a diagram when they copy it: Markdown fences, and sentences before and behind it. */
import type { Format } from '../format.js'
import type { Message, TextEdit } from '../messages/message.js'
import { blanked, type Line, linesOf } from './lines.js'
import * as say from './messages.js'

/** A text with the surroundings of its diagram made blank, and what to say of them; `title` is the format that is left. */
export interface Unwrapped {
  readonly text: string
  readonly around: 'fences' | 'prose' | 'entities'
  readonly message: (title: string) => Message
}

/** The text with ranges made blank, where what is left looks like the format; its fix cuts them out. */
export function cutOut(
  text: string,
  { sniff }: Format,
  ranges: readonly (readonly [start: number, end: number])[],
  said: (title: string, edits: readonly TextEdit[]) => Message,
): Unwrapped | undefined {
  const without = blanked(text, ranges)
  if (sniff?.(without) !== true) return undefined
  const edits = ranges.map(([start, end]) => ({ start, end, text: '' }))
  return { text: without, around: 'prose', message: title => said(title, edits) }
}

/** A block between two fences, or from a fence to the end of the text. */
interface Block {
  readonly opening: Line
  /** The word behind the fence, in lower case. */
  readonly word: string
  readonly closing: Line | undefined
}

/** Markdown's two fences, and the one that Azure DevOps has for Mermaid. They may be quoted or indented. */
const FENCE = /^[ \t>]*(`{3,}|~{3,}(?!~)|:{3,}(?!:))([^`]*)$/
const FENCE_WORD = /^[ \t]*\{?\.?([\w.-]*)/

/** What may stand behind a fence around a text of the format. */
export function fenceWords({ name, extensions, fences = [] }: Format): readonly string[] {
  return [name, ...extensions.map(extension => extension.slice(1)), ...fences]
}

/**
 * The fenced blocks of a text. Signs other than backticks mean something in Mermaid: they need a word to open, and colons, which stand before
 * a class there (`:::urgent`), the word of a language.
 * @param words those of the languages, as `fenceWords` gives them
 */
export function fencedBlocks(text: string, words: readonly string[]): Block[] {
  if (!/`{3}|~{3}|:{3}/.test(text)) return []
  const blocks: Block[] = []
  let open: { opening: Line; word: string; sign: string } | undefined
  for (const line of linesOf(text)) {
    const [, sign = '', rest = ''] = FENCE.exec(line.text) ?? []
    if (sign === '') continue
    const word = FENCE_WORD.exec(rest)![1]!.toLowerCase()
    if (!open) {
      const opens = sign.startsWith('`') || (sign.startsWith(':') ? words.includes(word) : word !== '')
      if (opens) open = { opening: line, word, sign }
    } else if (word === '' && sign.startsWith(open.sign)) {
      blocks.push({ ...open, closing: line })
      open = undefined
    }
  }
  if (open) blocks.push({ ...open, closing: undefined })
  return blocks
}

/** The text inside of a block. */
export function insideOf({ opening, closing }: Block, text: string): string {
  return text.slice(opening.next, closing?.start ?? text.length)
}

/** The place of a fence on the last line of a text whose format happens to accept it. */
export function lastFence(text: string): readonly [start: number, end: number] | undefined {
  const fence = /(?:^|[\r\n])[ \t]*(`{3,})\s*$/.exec(text.slice(-1000))
  if (!fence) return undefined
  const start = Math.max(text.length - 1000, 0) + fence.index + fence[0].indexOf('`')
  return [start, start + fence[1]!.length]
}

/** The text without its fences and what is around them, where there are fences. */
export function withoutFences(
  text: string,
  format: Format,
  others: readonly Format[] = [],
): Unwrapped | undefined {
  const blocks = fencedBlocks(text, [format, ...others].flatMap(fenceWords))
  const [first] = blocks
  if (!first) return undefined
  // A diagram before the first fence: that fence closes it, and its opening one was not copied.
  if (!first.closing && first.word === '' && text.slice(0, first.opening.start).trim() !== '') {
    return unwrapped(text, [[first.opening.start, text.length]], first.opening, (title, at, edits) =>
      say.fenceEnds({ title }, at, edits),
    )
  }
  const mine = blocks.filter(block => fenceWords(format).includes(block.word))
  const likely = mine.length > 0 ? mine : blocks.filter(block => format.sniff?.(insideOf(block, text)))
  const fitting = likely.length > 0 ? likely : blocks
  const read = format.many ? fitting : fitting.slice(0, 1)
  const ranges: [number, number][] = []
  let from = 0
  for (const { opening, closing } of read) {
    ranges.push([from, opening.next])
    from = closing?.start ?? text.length
  }
  if (from < text.length) ranges.push([from, text.length])
  const more = fitting.length - read.length
  const diagrams = more > 0 ? fitting.length : undefined
  return unwrapped(text, ranges, read[0]!.opening, (title, at, edits) =>
    say.fence({ title, closed: first.closing !== undefined, diagrams }, at, edits),
  )
}

function unwrapped(
  text: string,
  ranges: readonly (readonly [number, number])[],
  line: Line,
  said: (title: string, at: readonly [number, number], edits: readonly TextEdit[]) => Message,
): Unwrapped {
  const edits = ranges
    .map(([start, end]) => ({ start, end, text: '' }))
    .filter(({ start, end }) => end > start)
  return {
    text: blanked(text, ranges),
    around: 'fences',
    message: title => said(title, [line.start, line.end], edits),
  }
}

/** At most this many lines around a diagram are looked at. */
const MOST_LINES = 200

/** The text without the sentences before and behind its diagram, where there are such. */
export function withoutProse(text: string, format: Format): Unwrapped | undefined {
  const lines = linesOf(text)
  const first = proseBefore(lines, text, format)
  const last = proseBehind(lines, first)
  if (first === 0 && last === lines.length) return undefined
  const ranges: [number, number][] = []
  if (first > 0) ranges.push([0, lines[first]?.start ?? text.length])
  if (last < lines.length) ranges.push([lines[last - 1]!.next, text.length])
  const shown = first > 0 ? lines.find(isFilled)! : lines.slice(last).find(isFilled)!
  const where = ranges.length === 2 ? 'before and behind' : first > 0 ? 'before' : 'behind'
  const edits = ranges.map(([start, end]) => ({ start, end, text: '' }))
  return {
    text: blanked(text, ranges),
    around: 'prose',
    message: title => say.prose({ title, where }, [shown.start, shown.end], edits),
  }
}

const isFilled = ({ text }: Line): boolean => text.trim() !== ''

/** How many lines at the beginning are sentences, or the name of the format, with the blank lines behind them. */
function proseBefore(lines: readonly Line[], text: string, format: Format): number {
  if (format.sniff?.(lines[0]!.text)) return 0
  const words = fenceWords(format)
  let found = 0
  for (const [place, line] of lines.slice(0, MOST_LINES).entries()) {
    const word = line.text.trim().toLowerCase()
    if (word === '') continue
    const rest = text.slice(line.start, line.start + 2000)
    if (place > found && found > 0 && format.sniff?.(rest) && !isSentence(line.text)) break
    if (
      !isSentence(line.text) &&
      !isHeading(line.text) &&
      !(words.includes(word) && place + 1 < lines.length)
    )
      break
    found = place + 1
  }
  if (found === 0 || found === lines.length) return linesAbove(lines, text, format)
  while (found < lines.length && !isFilled(lines[found]!)) found++
  return found === lines.length ? 0 : found
}

/** How many lines stand above the one that a diagram begins with: a title, a tag of HTML, a comment of another language. */
function linesAbove(lines: readonly Line[], text: string, format: Format): number {
  if (format.sniff?.(text) !== false) return 0
  const begins = ({ start }: Line) => format.sniff?.(text.slice(start, start + 2000)) === true
  return Math.max(0, lines.slice(0, MOST_LINES).findIndex(begins))
}

const CLOSING_TAGS = /\s*<\/(?:div|pre|code|p|script|body|html)>\s*/giy

/** The first of the lines at the end that are sentences: whole paragraphs, behind a blank line or a closing bracket. */
function proseBehind(lines: readonly Line[], from: number): number {
  let found = lines.length
  let paragraph = false
  for (let place = lines.length - 1; place > from && lines.length - place < MOST_LINES; place--) {
    const { text } = lines[place]!
    if (text.trim() === '') {
      if (paragraph && beginsSentence(lines[place + 1]!)) found = place + 1
      paragraph = false
    } else if (text.replace(CLOSING_TAGS, '') === '') found = place
    else if (isSentence(text) || isHeading(text)) paragraph = true
    else {
      if (paragraph && /[}\])>]\s*$/.test(text) && beginsSentence(lines[place + 1]!)) found = place + 1
      break
    }
  }
  return found
}

/** A small letter may begin a statement with a mistake in it, as in `click a call "Show the order"`: a sentence has its full stop then. */
function beginsSentence({ text }: Line): boolean {
  return !/^\s*\p{Ll}/u.test(text) || /[.!?:…][*_"”’)]*\s*$/u.test(text)
}

function isHeading(line: string): boolean {
  return /^\s*(?:#{1,6}|\*\*|[*-]|\d+\.)\s*\p{L}/u.test(line) && !SIGNS.test(line)
}

/** What sentences hardly hold and lines of diagrams often do. */
const SIGNS = /-->|->|--|==|[{}|;=]|^\s*[\])]|\w[[(]|:\S/

/** Several words and the end of a sentence, or many words. */
function isSentence(line: string): boolean {
  const text = line.trim()
  if (SIGNS.test(text)) return false
  const words = text.match(/\p{L}[\p{L}\p{M}’'-]*/gu)?.length ?? 0
  if (words === 0 || !/^["'“‘(*_#>\d\p{L}]/u.test(text)) return false
  return /[.!?:…][*_"”’)]*$/u.test(text) ? !/^\w+:$/.test(text) : words >= 5
}
