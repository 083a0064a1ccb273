/** The tokens of FlowZap Code. Each line is a statement of its own (grammar.ohm, `Line`), so that no line needs to know of another. */
import {
  type Emit,
  FIRST_STATE,
  type Line,
  matchEnd,
  skipBlanks,
  type TokenizeLine,
  trimEnd,
} from '../../../src/language/tokens.js'
import { attributes, bracket } from './attributes.js'

const NODE_ID = /[\p{L}\d_]+(?:-[\p{L}\d_]+)*/uy
const WORD = /[\p{L}_][\p{L}\d_]*/uy
const NODE_WITHOUT_LANE = /n\d+:/y
const HANDLE = /\.[ \t]*handle(?![\p{L}\d_])/uy
const HANDLE_WORD = /[ \t]*handle(?![\p{L}\d_])/uy
const SIGN_BEHIND = /[ \t]*[:=]/y
const LOOP = /loop(?![\p{L}\d_])[ \t]*(?=\[)/uy

export const tokenizeFlowzap: TokenizeLine = (line, _, emit) => {
  const { text, start, end } = line
  const from = start === 0 && text[0] === '\ufeff' ? 1 : start
  const at = skipBlanks(text, from, end)
  if (at < end) statement({ text, start: at, end: trimEnd(text, at, end) }, emit)
  return FIRST_STATE
}

function statement(line: Line, emit: Emit): void {
  const { text, start, end } = line
  const condition = matchEnd(LOOP, text, start)
  const brace = laneBrace(line)
  if (text.startsWith('//', start)) emit('comment', start, end)
  else if (text[start] === '#') label(line, emit)
  else if (text[start] === '}') close(line, emit)
  else if (condition >= 0 && condition < end && indexIn(line, ']', condition) >= 0)
    loop(line, condition, emit)
  else if (brace >= 0) lane(line, brace, emit)
  else if (!node(line, emit)) edge(line, emit)
}

function close(line: Line, emit: Emit): void {
  emit('bracket', line.start, line.start + 1, { nest: -1 })
  rest(line, line.start + 1, emit)
}

/** Where a sign stands in the line, from a place on; -1 where it does not. */
function indexIn({ text, end }: Line, sign: string, from: number): number {
  for (let at = from; at + sign.length <= end; at++) if (text.startsWith(sign, at)) return at
  return -1
}

/** The brace that opens a lane: only a name stands before it (`FreeLane`). */
function laneBrace({ text, start, end }: Line): number {
  if (matchEnd(NODE_WITHOUT_LANE, text, start) >= 0) return -1
  for (let at = start; at < end; at++) {
    const sign = text[at]
    if (sign === '{') return at > start ? at : -1
    if (sign === '"' || sign === '}' || text.startsWith('->', at)) return -1
  }
  return -1
}

function lane(line: Line, brace: number, emit: Emit): void {
  const { text, start, end } = line
  emit('group', start, trimEnd(text, start, brace), { declares: true })
  emit('bracket', brace, brace + 1, { nest: 1 })
  const at = skipBlanks(text, brace + 1, end)
  if (text[at] === '#' && at < end) label({ ...line, start: at }, emit)
  else if (text[end - 1] !== '}' || end - 1 < at) rest(line, at, emit)
  else closeLane(line, at, emit)
}

/** `}` on the line of the lane, and what stands before it. */
function closeLane({ text, end }: Line, at: number, emit: Emit): void {
  emit('unknown', at, trimEnd(text, at, end - 1))
  emit('bracket', end - 1, end, { nest: -1 })
}

function label({ text, start, end }: Line, emit: Emit): void {
  emit('punctuation', start, start + 1)
  emit('label', skipBlanks(text, start + 1, end), end)
}

/** `n1: circle label:"Start"`. Whether the line is such a one. */
function node(line: Line, emit: Emit): boolean {
  const { text, start, end } = line
  const id = idEnd(line, start)
  const colon = id < 0 ? -1 : skipBlanks(text, id, end)
  if (colon < 0 || colon >= end || text[colon] !== ':') return false
  emit('node', start, id, { declares: true })
  emit('punctuation', colon, colon + 1)
  const at = skipBlanks(text, colon + 1, end)
  const word = matchEnd(WORD, text, at)
  const hasShape = word >= 0 && word <= end && matchEnd(SIGN_BEHIND, text, word) < 0
  if (hasShape) emit('shape', at, word)
  rest(line, attributes({ ...line, start: hasShape ? word : at }, emit), emit)
  return true
}

function edge(line: Line, emit: Emit): void {
  const arrow = indexIn(line, '->', line.start)
  const left = arrow < 0 ? line : { ...line, end: trimEnd(line.text, line.start, arrow) }
  rest(left, endOfEdge(left, emit), emit)
  if (arrow < 0) return
  emit('arrow', arrow, arrow + 2)
  const right = { ...line, start: skipBlanks(line.text, arrow + 2, line.end) }
  rest(line, bracket({ ...right, start: endOfEdge(right, emit) }, emit), emit)
}

/** `Orders.n1.handle(right)`. Gives where it ends. */
function endOfEdge(line: Line, emit: Emit): number {
  const { text, start, end } = line
  const dot = prefixDot(line)
  if (dot >= 0) {
    emit('group', start, trimEnd(text, start, dot))
    emit('punctuation', dot, dot + 1)
  }
  const from = dot < 0 ? start : skipBlanks(text, dot + 1, end)
  const id = idEnd(line, from)
  if (id < 0) return from
  emit('node', from, id)
  const at = skipBlanks(text, id, end)
  const handle = matchEnd(HANDLE, text, at)
  return handle < 0 || handle > end ? id : handleOf({ ...line, start: at }, handle, emit)
}

function handleOf({ text, start, end }: Line, word: number, emit: Emit): number {
  emit('punctuation', start, start + 1)
  emit('keyword', word - 'handle'.length, word)
  const open = skipBlanks(text, word, end)
  if (open >= end || text[open] !== '(') return word
  emit('bracket', open, open + 1, { nest: 1 })
  const at = skipBlanks(text, open + 1, end)
  const side = matchEnd(WORD, text, at)
  if (side > 0 && side <= end) emit('port', at, side)
  const close = skipBlanks(text, side < 0 ? at : side, end)
  if (close >= end || text[close] !== ')') return Math.min(close, end)
  emit('bracket', close, close + 1, { nest: -1 })
  return close + 1
}

/** The dot behind a lane’s name, where one stands before a node: not the one before a handle (grammar.ohm, `prefix`). */
function prefixDot({ text, start, end }: Line): number {
  for (let at = start; at < end; at++) {
    if (text[at] === '.') return at === start || matchEnd(HANDLE_WORD, text, at + 1) >= 0 ? -1 : at
    if (':"()[]{}'.includes(text[at]!)) return -1
  }
  return -1
}

function loop(line: Line, open: number, emit: Emit): void {
  const { text, start, end } = line
  const close = indexIn(line, ']', open)
  emit('keyword', start, start + 'loop'.length)
  emit('bracket', open, open + 1, { nest: 1 })
  emit('label', skipBlanks(text, open + 1, close), trimEnd(text, open + 1, close))
  emit('bracket', close, close + 1, { nest: -1 })
  let at = skipBlanks(text, close + 1, end)
  for (let id = idEnd(line, at); id >= 0; id = idEnd(line, at)) {
    const isLane = id < end && text[id] === '.'
    emit(isLane ? 'group' : 'node', at, id)
    if (isLane) emit('punctuation', id, id + 1)
    at = isLane ? id + 1 : skipBlanks(text, id, end)
  }
  rest(line, at, emit)
}

function idEnd({ text, end }: Line, at: number): number {
  const found = at < end ? matchEnd(NODE_ID, text, at) : -1
  return found > end ? -1 : found
}

function rest({ text, end }: Line, from: number, emit: Emit): void {
  emit('unknown', skipBlanks(text, from, end), end)
}
