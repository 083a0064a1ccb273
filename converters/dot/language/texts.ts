/** Texts in quotes and in angle brackets, and comments, which go on over line ends. */
import type { TokenKind } from '../../../src/language/tokens.js'
import { isBefore, named, type Reading } from './names.js'

/** What the lines before have left open, up to where it ends. Gives where that is. */
export function goOn(reading: Reading, start: number): number {
  const { inside } = reading.state
  if (inside === 'comment') return goOnComment(reading, start)
  if (inside === 'quoted') return toQuote(reading, start, start, reading.state.last)
  if (inside === 'html') return toAngle(reading, start, start, reading.state.last)
  return start
}

function goOnComment({ text, end, emit, state }: Reading, start: number): number {
  const close = text.slice(start, end).indexOf('*/')
  const done = close < 0 ? end : start + close + 2
  emit('comment', start, done)
  if (close >= 0) state.inside = ''
  return done
}

export function quotedText(reading: Reading, at: number, kind: TokenKind): number {
  return toQuote(reading, at, at + 1, asText(kind))
}

export function htmlText(reading: Reading, at: number, kind: TokenKind): number {
  reading.state.angles = 0
  return toAngle(reading, at, at, asText(kind))
}

/** A value in quotes is a text. */
const asText = (kind: TokenKind): TokenKind => (kind === 'value' || kind === 'number' ? 'string' : kind)

/** @param start where the token begins @param from where it is looked for the quote that ends it */
function toQuote(reading: Reading, start: number, from: number, kind: TokenKind): number {
  const { text, end } = reading
  let at = from
  while (at < end && text[at] !== '"') at += text[at] === '\\' ? 2 : 1
  return done(reading, start, at < end ? at + 1 : end, kind, at < end ? '' : 'quoted')
}

function toAngle(reading: Reading, start: number, from: number, kind: TokenKind): number {
  const { text, end, state } = reading
  let at = from
  while (at < end) {
    if (text[at] === '<') state.angles++
    if (text[at] === '>') state.angles--
    at++
    if (state.angles === 0) return done(reading, start, at, kind, '')
  }
  return done(reading, start, end, kind, 'html')
}

function done(reading: Reading, start: number, end: number, kind: TokenKind, inside: '' | 'quoted' | 'html') {
  const { text, emit, state } = reading
  if (inside !== '') {
    emit(kind, start, end)
    state.last = kind
  } else {
    const isName = kind === 'node' && !state.isInList && isBefore('=', text, end)
    named(reading, start, end, isName ? 'attribute' : kind)
  }
  state.inside = inside
  return end
}
