/**
 * The tokens of XML, line by line (https://www.w3.org/TR/xml/#sec-logical-struct): what is open at the end of a line is the state of the
 * next, be it a tag, a value in quotes, a comment or the like.
 */
import {
  type Emit,
  type Line,
  type LineState,
  matchEnd,
  skipBlanks,
  type TokenizeLine,
  trimEnd,
} from '../../../src/language/tokens.js'

/** What is open where a line ends. Within a tag that closes an element, nothing opens. */
type State = '' | 'comment' | 'data' | 'instruction' | 'tag' | 'end tag' | "tag'" | 'tag"'

const ENDS = { comment: '-->', data: ']]>', instruction: '?>' } as const
const NAME = /[^\s<>/="']+/y

interface Reading {
  readonly line: Line
  readonly emit: Emit
  at: number
}

export const tokenizeXml: TokenizeLine = (line, before, emit): LineState => {
  const reading: Reading = { line, emit, at: line.start }
  let state = before as State
  while (reading.at < line.end) state = next(reading, state)
  return state
}

function next(reading: Reading, state: State): State {
  if (state === '') return between(reading)
  if (state === 'comment' || state === 'data' || state === 'instruction') return aside(reading, state)
  if (state === 'tag"' || state === "tag'") return value(reading, state.slice(-1), reading.at)
  return inTag(reading, state)
}

/** Text up to the next `<`, and what begins there. */
function between(reading: Reading): State {
  const { line, emit, at } = reading
  const found = line.text.indexOf('<', at)
  const open = found < 0 || found >= line.end ? line.end : found
  emit('label', skipBlanks(line.text, at, open), trimEnd(line.text, at, open))
  reading.at = open
  if (open === line.end) return ''
  const begins = (sign: string) => line.text.startsWith(sign, open)
  if (begins('<!--')) return aside(reading, 'comment', 4)
  if (begins('<![CDATA[')) return aside(reading, 'data', 9)
  if (begins('<?') || begins('<!')) return aside(reading, 'instruction', 2)
  const isEnd = begins('</')
  const name = open + (isEnd ? 2 : 1)
  emit('bracket', open, Math.min(name, line.end), isEnd ? { nest: -1 } : undefined)
  const end = Math.min(matchEnd(NAME, line.text, name), line.end)
  reading.at = Math.max(name, end)
  emit('keyword', name, reading.at)
  return isEnd ? 'end tag' : 'tag'
}

/** @param from how much of it is its beginning, which cannot be its end, too */
function aside(reading: Reading, kind: keyof typeof ENDS, from = 0): State {
  const { line, emit, at } = reading
  // A document type ends with its bracket.
  const sign = kind === 'instruction' && line.text.startsWith('<!', at) ? '>' : ENDS[kind]
  const found = line.text.indexOf(sign, at + from)
  const isOpen = found < 0 || found + sign.length > line.end
  reading.at = isOpen ? line.end : found + sign.length
  const words = { comment: 'comment', data: 'label', instruction: 'setting' } as const
  emit(words[kind], skipBlanks(line.text, at, line.end), trimEnd(line.text, at, reading.at))
  return isOpen ? kind : ''
}

function inTag(reading: Reading, state: 'tag' | 'end tag'): State {
  const { line, emit } = reading
  const at = skipBlanks(line.text, reading.at, line.end)
  reading.at = at
  if (at === line.end) return state
  const sign = line.text[at]!
  if (sign === '>' || line.text.startsWith('/>', at)) {
    reading.at = at + (sign === '>' ? 1 : 2)
    emit('bracket', at, reading.at, sign === '>' && state === 'tag' ? { nest: 1 } : undefined)
    return ''
  }
  // Whoever forgot to close a tag has begun the next element.
  if (sign === '<') return between(reading)
  if (sign === '"' || sign === "'") {
    reading.at = at + 1
    return value(reading, sign, at)
  }
  const end = Math.min(matchEnd(NAME, line.text, at), line.end)
  reading.at = Math.max(at + 1, end)
  emit(sign === '=' || end <= at ? 'punctuation' : 'attribute', at, reading.at)
  return state
}

/** @param start where it begins, or goes on from the line before */
function value(reading: Reading, quote: string, start: number): State {
  const { line, emit, at } = reading
  const found = line.text.indexOf(quote, at)
  const isOpen = found < 0 || found >= line.end
  reading.at = isOpen ? line.end : found + 1
  emit('string', skipBlanks(line.text, start, line.end), trimEnd(line.text, start, reading.at))
  return isOpen ? (`tag${quote}` as State) : 'tag'
}
