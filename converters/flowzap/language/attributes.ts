/** The tokens of what a node or an edge says of itself: `label:"Check" owner:"Ann"`, `[label="Go"]`. */
import { type Emit, type Line, matchEnd, skipBlanks } from '../../../src/language/tokens.js'

const NAME = /[\p{L}_][\p{L}\d_]*/uy
/** A text with escapes, and one that ends at the first quote where the escapes would leave it open (grammar.ohm, `string`). */
const ESCAPED = /"(?:[^"\\\r\n]|\\["\\]|\\(?!["\\]))*"/y
const PLAIN = /"[^"\r\n]*"/y

/** Attributes one behind the other. Gives where the last of them ends. */
export function attributes(line: Line, emit: Emit): number {
  const { text, end } = line
  let done = line.start
  for (;;) {
    const at = skipBlanks(text, done, end)
    const name = at < end ? matchEnd(NAME, text, at) : -1
    if (name < 0) return done
    emit('attribute', at, name)
    const sign = skipBlanks(text, name, end)
    if (sign >= end || (text[sign] !== ':' && text[sign] !== '=')) return name
    emit('punctuation', sign, sign + 1)
    const quote = skipBlanks(text, sign + 1, end)
    if (quote >= end || text[quote] !== '"') return sign + 1
    const close = closeOf(text, quote, end)
    emit(text.slice(at, name) === 'label' ? 'label' : 'string', quote, close)
    done = close
  }
}

function closeOf(text: string, quote: number, end: number): number {
  const escaped = matchEnd(ESCAPED, text, quote)
  const close = escaped < 0 ? matchEnd(PLAIN, text, quote) : escaped
  return close < 0 || close > end ? end : close
}

/** What an edge says of itself, where a bracket opens. Gives where it ends. */
export function bracket(line: Line, emit: Emit): number {
  const { text, end } = line
  const open = skipBlanks(text, line.start, end)
  if (open >= end || text[open] !== '[') return line.start
  emit('bracket', open, open + 1, { nest: 1 })
  const done = attributes({ ...line, start: open + 1 }, emit)
  const close = skipBlanks(text, done, end)
  if (close >= end || text[close] !== ']') return done
  emit('bracket', close, close + 1, { nest: -1 })
  return close + 1
}
