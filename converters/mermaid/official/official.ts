/** Mermaid's own word on a diagram of a kind that is not read here. */

import type { Range } from '../../../src/ir/model.js'
import type { Message } from '../../../src/messages/message.js'
import type { Official, OfficialAnswer, Refused } from '../../../src/official.js'
import { prepareAny } from '../document/prepare.js'
import { type Edited, originOf, unedited } from '../words/edited.js'
import * as say from './messages.js'
import { start } from './start.js'

export const official: Official = { start, messages: messagesOf }

/** Kinds that mermaid knows only where somebody registers them, so that it says nothing of them here. */
const REGISTERED: ReadonlySet<string> = new Set(['zenuml'])

function messagesOf(text: string, at: Range, answer: OfficialAnswer): Message[] {
  const kind = /[\w-]+/.exec(text.slice(...at))?.[0] ?? ''
  if (answer === 'accepted' || (answer === 'unknown' && REGISTERED.has(kind))) return []
  if (answer === 'unknown') return [say.unknownKind({ kind }, at)]
  if ('seconds' in answer) return [say.unended({ kind, seconds: answer.seconds }, at)]
  return [say.refused({ kind, why: sentenceOf(answer.text) }, placeOf(text, answer) ?? at)]
}

/**
 * The words of an error. The parsers that jison made say first where, then show the place with a mark below it, then what they wanted there; a
 * reader of YAML shows the place behind its words.
 */
function sentenceOf(text: string): string {
  const lines = text.split('\n').map(line => line.trim())
  const words = JISON.test(lines[0]!) && lines.length > 3 ? lines.slice(3) : lines.slice(0, 1)
  return words.join(' ').replace(/^(?:Lexical error|Parse error) on line \d+[.:] */, '') || lines[0]!
}

/** https://github.com/zaach/jison: the head of an error, in which lines count from 1. */
const JISON = /^(?:Parse|Lexical) error on line (\d+)[.:]/

function placeOf(source: string, { text, place }: Refused): Range | undefined {
  const { edited } = prepareAny(source)
  if (place) return originOf(edited, place[0], place[0] + place[1])
  const [head = '', shown = '', mark = ''] = text.split('\n')
  const number = JISON.exec(head)?.[1]
  if (number === undefined) return undefined
  // Older releases leave comments and settings to the parser.
  for (const given of [edited, unedited(source)]) {
    const found = marked(given, Number(number), shown, mark.indexOf('^'))
    if (found) return found
  }
  return lineOf(edited, Number(number))
}

/**
 * What jison's mark points at. It shows up to twenty characters before the place and twenty from there on, without line breaks, with `...` where
 * there are more.
 */
function marked(given: Edited, line: number, shown: string, mark: number): Range | undefined {
  const { text } = given
  const before = shown.slice(0, Math.max(mark, 0)).replace(/^\.\.\./, '')
  const needle = before + shown.slice(Math.max(mark, 0)).replace(/\.\.\.$/, '')
  const breaks = breaksOf(text)
  // The line is that of what was read last, and what is shown begins up to twenty characters before.
  const lineStart = startOf(line, breaks)
  const from = lineStart - Math.min(line - 1, breaks.length) - before.length
  const found = needle === '' ? -1 : text.replaceAll('\n', '').indexOf(needle, Math.max(from, 0))
  if (found < 0) return undefined
  const start = withBreaks(found + before.length, breaks, line)
  const word = /\S*/y
  word.lastIndex = start
  return originOf(given, start, start + (word.exec(text)?.[0].length ?? 0))
}

const breaksOf = (text: string): number[] => Array.from(text.matchAll(/\n/g), ({ index }) => index)

/** Where a line begins; behind the last one, that. */
const startOf = (line: number, breaks: readonly number[]): number =>
  line < 2 ? 0 : (breaks[Math.min(line - 2, breaks.length - 1)] ?? -1) + 1

function lineOf(given: Edited, line: number): Range {
  const start = startOf(line, breaksOf(given.text))
  const end = given.text.indexOf('\n', start)
  return originOf(given, start, end < 0 ? given.text.length : end)
}

/** An offset in a text without its line breaks, in the text itself; between two lines, not before the end of the one that is named. */
function withBreaks(offset: number, breaks: readonly number[], line: number): number {
  let at = offset
  for (const [place, found] of breaks.entries()) {
    if (found - place > offset || (found - place === offset && place + 1 >= line)) break
    at = offset + place + 1
  }
  return at
}
