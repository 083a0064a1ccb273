/** Texts in brackets and bars, and on lines. They may go on over line ends; one that is never closed ends with its line. */
import { ends, type Mode, type Reading, take } from './state.js'

/** How far it is looked for the end of a text behind its line. */
const AHEAD = 1500

/** What opens a label behind an id, the longest first, and what closes it. */
const BRACKETS: readonly (readonly [open: string, close: string])[] = [
  ['(((', ')))'],
  ['((', '))'],
  ['([', '])'],
  ['(-', '-)'],
  ['(', ')'],
  ['[[', ']]'],
  ['[(', ')]'],
  ['[/', '/]'],
  ['[\\', '/]'],
  ['[', ']'],
  ['{{', '}}'],
  ['{', '}'],
  ['>', ']'],
]

/** What ends a label that begins with a slash, and one that begins with a dash: mermaid takes other signs for them, too. */
const LOOSE: Readonly<Record<string, RegExp>> = { '/]': /[/\\(?=)\]]\]/y, '-)': /[-/)]\)/y }

/** `[|owner:sales|`: a property before the label. */
const PROPERTY = /\|[^|\]\r\n:]*:[^|\]\r\n:]*\|/y

/** A label in brackets, where one stands. */
export function shape(reading: Reading): boolean {
  const { text, at } = reading
  const found = BRACKETS.find(([open]) => text.startsWith(open, at) && at + open.length <= reading.end)
  if (!found) return false
  take(reading, 'bracket', at + found[0].length, 1)
  const property = found[0] === '[' ? ends(reading, PROPERTY) : -1
  if (property >= 0) take(reading, 'value', property)
  label(reading, found[1], 'chain')
  return true
}

/** A label up to its closing brackets. @param after what comes behind them */
export function label(reading: Reading, closer: string, after: Mode): void {
  const { state } = reading
  state.closer = closer
  state.after = after
  state.isQuoted = false
  goOnLabel(reading)
}

export function goOnLabel(reading: Reading): void {
  const { text, end, state } = reading
  const from = reading.at
  let at = from
  while (at < end) {
    const length = state.isQuoted ? 0 : closerAt(text, at, state.closer)
    if (length > 0 && at + length <= end) {
      emitText(reading, from, at)
      state.mode = state.after
      take(reading, 'bracket', at + length, -1)
      return
    }
    if (text[at] === '"') state.isQuoted = !state.isQuoted
    at++
  }
  emitText(reading, from, end)
  state.mode = isClosedBehind(reading) ? 'label' : state.after
}

/** How long the brackets at a place are, where they end the label. */
function closerAt(text: string, at: number, closer: string): number {
  const loose = LOOSE[closer]
  if (!loose) return text.startsWith(closer, at) ? closer.length : 0
  loose.lastIndex = at
  return loose.test(text) ? 2 : 0
}

/** A text without the blanks around it. */
function emitText(reading: Reading, start: number, end: number): void {
  const { text, emit } = reading
  let [from, to] = [start, end]
  while (from < to && /\s/.test(text[from]!)) from++
  while (to > from && /\s/.test(text[to - 1]!)) to--
  emit('label', from, to)
  reading.at = end
}

/** Whether a text that a line leaves open is closed soon, before another bracket stands where none may. */
function isClosedBehind({ text, end, state }: Reading): boolean {
  const behind = text.slice(end, end + AHEAD)
  const quote = state.isQuoted ? behind.indexOf('"') : 0
  if (quote < 0) return false
  const rest = state.isQuoted ? behind.slice(quote + 1) : behind
  const next = rest.search(/[[\](){}|"]/)
  if (next < 0) return false
  const sign = Math.max(0, next - (LOOSE[state.closer] ? 1 : 0))
  return closerAt(rest, sign, state.closer) > 0 || (!state.isQuoted && rest[next] === '"')
}

/** The lines that end a text on a line of each stroke, searched for from a place. */
const LINES: Readonly<Record<string, RegExp>> = {
  '-': /[xo<]?(?:--+[xo>]|---+)/,
  '=': /[xo<]?(?:==+[xo>]|===+)/,
  // A run of dots is gone over from its first one only.
  '.': /[xo<]?-\.+-[xo>]?|[xo<]?(?<!\.)\.+-[xo>]?/,
}

/** A text on a line, up to the rest of the line. */
export function lineLabel(reading: Reading, stroke: string): void {
  reading.state.closer = stroke
  reading.state.isQuoted = false
  goOnLineLabel(reading)
}

export function goOnLineLabel(reading: Reading): void {
  const { text, at, end, state } = reading
  const line = LINES[state.closer]!
  const own = text.slice(at, end)
  const quote = quoteEnd(own, state.isQuoted)
  const found = quote < 0 ? undefined : line.exec(own.slice(quote))
  if (found) {
    const from = at + quote + found.index
    emitText(reading, at, from)
    take(reading, 'arrow', from + found[0].length)
    state.mode = 'node'
    return
  }
  emitText(reading, at, end)
  state.isQuoted = quote < 0
  const behind = /^[^[\](){}|;]*/.exec(text.slice(end, end + AHEAD))![0]
  state.mode = line.test(behind) ? 'lineLabel' : 'statement'
}

/** Behind the text in quotes that stands there; -1 where it goes on in the next line. */
function quoteEnd(text: string, isOpen: boolean): number {
  const open = isOpen ? -1 : text.length - text.trimStart().length
  if (!isOpen && text[open] !== '"') return 0
  return text.indexOf('"', open + 1) < 0 ? -1 : text.indexOf('"', open + 1) + 1
}
