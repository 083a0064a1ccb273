/** Statements that begin with a word of the language, and the header. */
import type { TokenKind } from '../../../src/language/tokens.js'
import { idEnd } from './chain.js'
import { label } from './labels.js'
import { atEnd, ends, finish, type Reading, take } from './state.js'

const HEADER = /(?:flowchart-elk|swimlane-beta|graph|flowchart)(?![A-Za-z0-9_])/y
const DIRECTION = /(?:LR|RL|TB|BT|TD|BR|v)(?![A-Za-z0-9_])|[<>^]/y
const WORD = /(?:subgraph|end|direction|style|linkStyle|classDef|class|click)(?![A-Za-z0-9_])/y
const ACCESSIBLE = /acc(?:Title|Descr)(?=\s*:)/y
const DESCRIPTION = /accDescr(?=\s*\{)/y

export function header(reading: Reading): boolean {
  const word = ends(reading, HEADER)
  if (word < 0) return false
  take(reading, 'keyword', word)
  atEnd(reading)
  const direction = ends(reading, DIRECTION)
  if (direction >= 0) take(reading, 'direction', direction)
  reading.state.mode = 'statement'
  finish(reading)
  return true
}

/** A statement with a word of its own. Whether one stands there. */
export function worded(reading: Reading): boolean {
  const { text, at } = reading
  const accessible = ends(reading, ACCESSIBLE)
  if (accessible >= 0) return title(reading, accessible)
  const description = ends(reading, DESCRIPTION)
  if (description >= 0) return openDescription(reading, description)
  const end = ends(reading, WORD)
  const word = text.slice(at, Math.max(end, at))
  const own = OWN[word]
  // All but `end` have something behind them; what is an arrow there makes an id of the word.
  if (!own || (word !== 'end' && end < reading.end && !/\s/.test(text[end]!))) return false
  take(reading, 'keyword', end, word === 'subgraph' ? 1 : word === 'end' ? -1 : undefined)
  atEnd(reading)
  own(reading)
  return true
}

const OWN: Readonly<Record<string, (reading: Reading) => void>> = {
  subgraph,
  end: () => undefined,
  direction(reading) {
    const found = ends(reading, DIRECTION)
    if (found >= 0) take(reading, 'direction', found)
    finish(reading)
  },
  style(reading) {
    names(reading, 'node')
    styles(reading)
  },
  classDef(reading) {
    names(reading, 'class', true)
    styles(reading)
  },
  class(reading) {
    names(reading, 'node')
    names(reading, 'class')
    finish(reading)
  },
  linkStyle,
  click,
}

/** `one[Title]`, `one`, `"The title"`, or a title of several words. */
function subgraph(reading: Reading): void {
  const { text, end, emit, state } = reading
  const rest = text.slice(reading.at, end)
  const length = rest.search(/[[;"]|$/)
  const words = rest.slice(0, length).trimEnd()
  const hasTitle = rest[length] === '['
  const isId = words !== '' && (hasTitle || !/\s/.test(words))
  if (isId) emit('group', reading.at, reading.at + words.length, { declares: true })
  else emit('label', reading.at, reading.at + words.length)
  reading.at += length
  if (hasTitle) {
    take(reading, 'bracket', reading.at + 1, 1)
    label(reading, ']', 'statement')
    return
  }
  const quoted = ends(reading, QUOTED)
  if (quoted >= 0) take(reading, 'label', quoted)
  finish(reading)
  state.mode = 'statement'
}

const QUOTED = /"[^"\r\n]*"?/y
const NAME = /[^\s;,]+/y

/** Names with commas between them. */
function names(reading: Reading, kind: TokenKind, declares = false): void {
  for (;;) {
    const end = ends(reading, NAME)
    if (end >= 0) {
      reading.emit(kind, reading.at, end, declares ? { declares } : undefined)
      reading.at = end
    }
    if (reading.text[reading.at] !== ',' || reading.at >= reading.end) break
    take(reading, 'punctuation', reading.at + 1)
  }
  atEnd(reading)
}

const PROPERTY = /[A-Za-z-]+(?=[^\S\r\n]*:)/y
const VALUE = /(?:[^,;\\\r\n]|\\[^\r\n]|\\(?=[\r\n]|$))+/y

/** `fill:#f9f,stroke-width:4px`: a comma behind a backslash is part of a value. */
function styles(reading: Reading): void {
  const { text } = reading
  while (!atEnd(reading) && text[reading.at] !== ';') {
    const property = ends(reading, PROPERTY)
    if (property >= 0) {
      take(reading, 'attribute', property)
      atEnd(reading)
    }
    if (text[reading.at] === ':') take(reading, 'punctuation', reading.at + 1)
    atEnd(reading)
    const value = ends(reading, VALUE)
    if (value >= 0) take(reading, 'value', reading.at + text.slice(reading.at, value).trimEnd().length)
    else if (text[reading.at] === ',') take(reading, 'punctuation', reading.at + 1)
    else if (property < 0) break
  }
  finish(reading)
}

const POSITION = /[0-9]+|default(?![A-Za-z0-9_])/y
const INTERPOLATE = /interpolate(?![A-Za-z0-9_])/y

function linkStyle(reading: Reading): void {
  const { text } = reading
  for (let end = ends(reading, POSITION); end >= 0; end = ends(reading, POSITION)) {
    take(reading, text[reading.at] === 'd' ? 'keyword' : 'number', end)
    if (text[reading.at] === ',' && reading.at < reading.end) take(reading, 'punctuation', reading.at + 1)
  }
  atEnd(reading)
  const interpolate = ends(reading, INTERPOLATE)
  if (interpolate >= 0) {
    take(reading, 'keyword', interpolate)
    atEnd(reading)
    take(reading, 'value', Math.max(idEnd(reading), reading.at))
  }
  styles(reading)
}

const CLICK_WORD = /(?:href|call)(?=\s)/y
const TARGET = /_(?:self|blank|parent|top)(?![A-Za-z0-9_])/y
const CALL = /[^\s"();]+/y

function click(reading: Reading): void {
  const { text } = reading
  const id = ends(reading, /[^\s"][^\s]*/y)
  if (id >= 0) take(reading, 'node', id)
  atEnd(reading)
  const word = ends(reading, CLICK_WORD)
  if (word >= 0) take(reading, 'keyword', word)
  while (!atEnd(reading) && text[reading.at] !== ';') {
    const quoted = ends(reading, QUOTED)
    const target = ends(reading, TARGET)
    const call = ends(reading, CALL)
    if (quoted >= 0) take(reading, 'string', quoted)
    else if (target >= 0) take(reading, 'value', target)
    else if (call >= 0) take(reading, 'value', call)
    else take(reading, 'bracket', reading.at + 1, text[reading.at] === '(' ? 1 : -1)
  }
  finish(reading)
}

function title(reading: Reading, word: number): true {
  take(reading, 'keyword', word)
  atEnd(reading)
  take(reading, 'punctuation', reading.at + 1)
  atEnd(reading)
  take(reading, 'label', reading.at + reading.text.slice(reading.at, reading.end).trimEnd().length)
  return true
}

function openDescription(reading: Reading, word: number): true {
  take(reading, 'keyword', word)
  atEnd(reading)
  take(reading, 'bracket', reading.at + 1, 1)
  goOnDescription(reading)
  return true
}

export function goOnDescription(reading: Reading): void {
  const { text, end, state } = reading
  atEnd(reading)
  const close = text.slice(reading.at, end).indexOf('}')
  const words = text.slice(reading.at, close < 0 ? end : reading.at + close).trimEnd()
  take(reading, 'label', reading.at + words.length)
  atEnd(reading)
  state.mode = close < 0 ? 'description' : 'statement'
  if (close >= 0) take(reading, 'bracket', reading.at + 1, -1)
}
