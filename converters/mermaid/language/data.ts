/** The properties in `@{ shape: doc, label: "Order" }`: YAML of one level, as people write it there. */
import type { TokenKind } from '../../../src/language/tokens.js'
import { atEnd, ends, type Reading, take } from './state.js'

const NAME = /[A-Za-z][\w-]*(?=[^\S\r\n]*:)/y
const PLAIN = /[^\s,"'}][^,}\r\n]*/y
const DOUBLE = /"[^"\r\n]*"?/y
const SINGLE = /'[^'\r\n]*'?/y

const OF_ITS_OWN: ReadonlyMap<string, TokenKind> = new Map([
  ['shape', 'shape'],
  ['label', 'label'],
])

/** Data, where they stand. */
export function data(reading: Reading): boolean {
  const { text, at, state } = reading
  if (!text.startsWith('@{', at)) return false
  take(reading, 'punctuation', at + 1)
  take(reading, 'bracket', at + 2, 1)
  state.kind = 'value'
  state.isQuoted = false
  goOnData(reading)
  return true
}

export function goOnData(reading: Reading): void {
  const { text, state } = reading
  state.mode = 'data'
  if (state.isQuoted) goOnText(reading)
  while (!atEnd(reading)) {
    const sign = text[reading.at]!
    const name = ends(reading, NAME)
    if (sign === '}') {
      take(reading, 'bracket', reading.at + 1, -1)
      state.mode = 'chain'
      return
    }
    if (name >= 0) {
      state.kind = OF_ITS_OWN.get(text.slice(reading.at, name)) ?? 'value'
      take(reading, 'attribute', name)
    } else if (sign === ':' || sign === ',') take(reading, 'punctuation', reading.at + 1)
    else value(reading, sign)
  }
}

function value(reading: Reading, sign: string): void {
  const { text, state } = reading
  const kind = state.kind === 'value' ? 'string' : state.kind
  if (sign === '"' || sign === "'") {
    const end = ends(reading, sign === '"' ? DOUBLE : SINGLE)
    state.isQuoted = sign === '"' && (end === reading.at + 1 || text[end - 1] !== '"')
    take(reading, kind, end)
    return
  }
  const end = ends(reading, PLAIN)
  if (end < 0) {
    take(reading, 'unknown', reading.at + 1)
    return
  }
  const plain = text.slice(reading.at, end).trimEnd()
  take(
    reading,
    state.kind === 'value' && /^-?[\d.]+$/.test(plain) ? 'number' : state.kind,
    reading.at + plain.length,
  )
}

/** A text in quotes that an earlier line begins. */
function goOnText(reading: Reading): void {
  const { text, at, end, state } = reading
  const quote = text.slice(at, end).indexOf('"')
  if (quote >= 0) state.isQuoted = false
  take(reading, state.kind === 'value' ? 'string' : state.kind, quote < 0 ? end : at + quote + 1)
}
