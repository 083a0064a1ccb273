/** Nodes and the lines between them (grammar.ohm, `Chain`). */
import { data } from './data.js'
import { label, lineLabel, shape } from './labels.js'
import { atEnd, ends, finish, type Reading, take } from './state.js'

/** What mermaid’s lexer takes for something else than an id. */
const RESERVED =
  /(?:style|linkStyle|interpolate|classDef|class|subgraph|end|graph|flowchart|swimlane-beta|_self|_blank|_parent|_top)(?![A-Za-z0-9_])|(?:call|href|click)\s|accTitle\s*:|accDescr\s*[:{]|"|@\{/y
const LINE_HEAD = /[xo<]?(?:--|==|-\.|\.+-)/y
const DIGITS = /[0-9]+/y
const RUN = /(?:[A-Za-z0-9_!"#$%&'*+.`?\\/]|-(?![>\-.]|[\r\n]|$))+/y
const SIGN = /[#&,*]|:(?!::)/y
const LETTERS = /(?![A-Za-z])[\p{L}\u1885\u1886]/uy

const ARROW = /[xo<]?(?:--+[xo>]|---+|==+[xo>]|===+|-?\.+-[xo>]?)|~~~+/y
const LINE_START = /[xo<]?(?:--|==|-\.)/y
const EDGE_ID = /[^\s"[\](){}|;@][^\s"[\](){}|@]*@(?![{"\r\n]|$)/y

/** Where the id of a node, or the name of a class, ends; the place itself where none stands there. */
export function idEnd(reading: Reading): number {
  const at = reading.at
  for (let end = idPart(reading); end > reading.at; end = idPart(reading)) reading.at = end
  const end = reading.at
  reading.at = at
  return end
}

function idPart(reading: Reading): number {
  if (ends(reading, RESERVED) >= 0) return -1
  const simple = Math.max(ends(reading, DIGITS), ends(reading, SIGN))
  if (simple >= 0) return simple
  if (ends(reading, LINE_HEAD) < 0 && !reading.text.startsWith('\\|', reading.at)) {
    const run = ends(reading, RUN)
    if (run >= 0) return run
    if (reading.text[reading.at] === '-') return reading.at + 1
  }
  return ends(reading, LETTERS)
}

/** A node, with its label, class and data; or an arrow’s id that looks like one. Whether one stands there. */
export function node(reading: Reading): boolean {
  const end = idEnd(reading)
  if (end === reading.at) return false
  const { text, emit, state } = reading
  const from = reading.at
  const declares = '[({>'.includes(text[end] ?? ' ') || text.startsWith('@{', end)
  if (end < reading.end && declares) emit('node', from, end, { declares: true })
  else emit('node', from, end)
  reading.at = end
  state.mode = 'chain'
  shape(reading)
  if (state.mode === 'chain') behindShape(reading)
  return true
}

/** `:::hot` and `@{ … }`, which stand right behind a node. */
export function behindShape(reading: Reading): void {
  const { text, at } = reading
  if (text.startsWith(':::', at) && ends(reading, EDGE_ID) < 0) {
    take(reading, 'punctuation', at + 3)
    take(reading, 'class', idEnd(reading))
  }
  data(reading)
}

/** What may come behind a node: another one, a line, the end of the statement. */
export function chain(reading: Reading): void {
  const { text, state } = reading
  if (atEnd(reading)) return
  const sign = text[reading.at]
  if (sign === ';') {
    take(reading, 'punctuation', reading.at + 1)
    state.mode = 'statement'
  } else if (sign === '&' && /[\s]|^$/.test(text[reading.at + 1] ?? '')) {
    take(reading, 'punctuation', reading.at + 1)
    state.mode = 'node'
  } else if (!link(reading)) {
    // In another line something new may begin.
    const isFirst = text.slice(reading.start, reading.at).trim() === ''
    state.mode = 'statement'
    if (!isFirst) finish(reading)
  }
}

/** A line to the next node, with its id and its text. */
export function link(reading: Reading): boolean {
  const from = reading.at
  const id = ends(reading, EDGE_ID)
  const isArrow = ends(reading, ARROW) >= 0
  if (id >= 0 && !isArrow) {
    reading.at = id
    atEnd(reading)
    const isNamed = ends(reading, ARROW) >= 0 || ends(reading, LINE_START) >= 0 || reading.at >= reading.end
    reading.at = from
    if (!isNamed) return false
    take(reading, 'edge', id - 1)
    take(reading, 'punctuation', id)
    atEnd(reading)
  }
  return stroke(reading) || id >= 0
}

function stroke(reading: Reading): boolean {
  const { text, state } = reading
  const arrow = ends(reading, ARROW)
  if (arrow >= 0) {
    take(reading, 'arrow', arrow)
    state.mode = 'node'
    atEnd(reading)
    if (text[reading.at] !== '|' || reading.at >= reading.end) return true
    take(reading, 'bracket', reading.at + 1, 1)
    label(reading, '|', 'node')
    return true
  }
  const start = ends(reading, LINE_START)
  if (start < 0) return false
  take(reading, 'arrow', start)
  lineLabel(reading, text[start - 1] === '.' ? '.' : text[start - 1]!)
  return true
}
