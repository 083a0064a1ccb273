/** The tokens of DOT. What a name is depends on what stands before it and on the sign behind it (grammar.ohm, `Sound`). */
import { matchEnd, type TokenizeLine } from '../../../src/language/tokens.js'
import { AHEAD, kindOfId, named, type Reading } from './names.js'
import { lineState, stateOf } from './state.js'
import { goOn, htmlText, quotedText } from './texts.js'

const BLANKS = /[ \t\ufeff]+/y
const NAME = /[A-Za-z_\u0080-\uffff][A-Za-z_\u0080-\uffff0-9]*/y
const NUMBER = /-?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)/y
const KEYWORD = /^(?:node|edge|graph|digraph|subgraph|strict)$/i
/** A list that is never closed ends where a line looks like the next statement (grammar.ohm, `nextStatement`). */
const NEXT_STATEMENT =
  /[ \t]*(?:"(?:[^"\\\r\n]|\\[^\r\n])*"|[A-Za-z_\u0080-\uffff][A-Za-z_\u0080-\uffff0-9]*|[0-9]+)[ \t]*(?:->|--|\[|\{)/y

export const tokenizeDot: TokenizeLine = ({ text, start, end }, before, emit) => {
  const state = stateOf(before)
  const reading: Reading = { text, end, emit, state }
  let at = goOn(reading, start)
  if (state.isInList && matchEnd(NEXT_STATEMENT, text, at) >= 0) state.isInList = false
  while (at < end) at = next(reading, at)
  return lineState(state)
}

/** The token at a place. Gives where it ends. */
function next(reading: Reading, at: number): number {
  const { text, end, emit } = reading
  const blanks = matchEnd(BLANKS, text, at)
  if (blanks >= 0) return blanks
  const sign = text[at]!
  if (sign === '#' || text.startsWith('//', at)) {
    emit('comment', at, end)
    return end
  }
  if (text.startsWith('/*', at)) return comment(reading, at)
  return reading.state.depth === 0 && !reading.state.isInHead
    ? outside(reading, at)
    : inside(reading, at, sign)
}

function comment({ text, end, emit, state }: Reading, at: number): number {
  const close = text.slice(at + 2, end).indexOf('*/')
  const done = close < 0 ? end : at + close + 4
  if (close < 0) state.inside = 'comment'
  emit('comment', at, done)
  return done
}

const HEAD = /(?:strict(?:\s+|(?=\/)))?(?:di)?graph(?![A-Za-z_0-9\u0080-\uffff])/iy
const BEFORE_BRACE = /[^\n{]{0,300}(?:\n\s{0,100})?\{/y

/** Words around the graphs, until one begins: its head stands before a brace, or ends the line while it is being written. */
function outside(reading: Reading, at: number): number {
  const { text, end, emit, state } = reading
  const head = matchEnd(HEAD, text, at)
  if (head >= 0 && (matchEnd(BEFORE_BRACE, text, head) >= 0 || isUnfinished(text, head))) {
    const strict = text.slice(at, at + 6).toLowerCase() === 'strict' ? at + 6 : at
    emit('keyword', at, strict, { begins: true })
    const from = strict === at ? at : strict + text.slice(strict, head).search(/\S/)
    if (from > end) return end
    emit('keyword', from, head, strict === at ? { begins: true } : {})
    state.isInHead = true
    state.awaited = 'graph'
    return head
  }
  const word = matchEnd(NAME, text, at)
  const done = word < 0 ? at + 1 : word
  emit('unknown', at, done)
  return done
}

const isUnfinished = (text: string, at: number): boolean =>
  /^\s*(?:\w+\s*)?$/.test(text.slice(at, at + AHEAD))

function inside(reading: Reading, at: number, sign: string): number {
  const { text, emit, state } = reading
  if (sign === '"') return quotedText(reading, at, kindOfId(reading))
  if (sign === '<') return htmlText(reading, at, kindOfId(reading))
  if (text.startsWith('->', at) || text.startsWith('--', at)) {
    emit('arrow', at, at + 2)
    state.awaited = 'end'
    return at + 2
  }
  const name = matchEnd(NAME, text, at)
  if (name >= 0) return word(reading, at, name)
  const number = matchEnd(NUMBER, text, at)
  if (number >= 0) {
    const kind = kindOfId(reading, number)
    named(reading, at, number, kind === 'value' || kind === 'label' ? 'number' : kind)
    return number
  }
  return signAt(reading, at, sign)
}

function word(reading: Reading, at: number, end: number): number {
  const { text, emit, state } = reading
  const name = text.slice(at, end)
  if (!KEYWORD.test(name) || state.awaited.startsWith('=')) {
    named(reading, at, end, kindOfId(reading, end))
    return end
  }
  emit('keyword', at, end)
  state.awaited = name.toLowerCase() === 'subgraph' ? 'group' : ''
  return end
}

function signAt({ text, end, emit, state }: Reading, at: number, sign: string): number {
  const nest = '[{'.includes(sign) ? 1 : ']}'.includes(sign) ? -1 : undefined
  emit(
    nest ? 'bracket' : ',;=:+'.includes(sign) ? 'punctuation' : 'unknown',
    at,
    at + 1,
    nest ? { nest } : {},
  )
  if (sign === ':') state.awaited = 'port'
  else if (sign === '+') state.awaited = state.last === 'node' ? '' : (`=${state.last}` as const)
  else if (sign !== '=') state.awaited = ''
  if (sign === '[' || sign === ']') state.isInList = sign === '['
  if (sign === '{') {
    state.depth++
    state.isInHead = false
    state.isInList = false
  }
  if (sign !== '}') return at + 1
  state.isInList = false
  state.depth = Math.max(0, state.depth - 1)
  if (state.depth > 0 || state.isInHead) return at + 1
  // What follows the last brace of a graph on its line is ignored.
  const rest = at + 1 + text.slice(at + 1, end).search(/\S|$/)
  emit('unknown', rest, end)
  return end
}
