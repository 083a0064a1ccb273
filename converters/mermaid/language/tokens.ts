/** The tokens of Mermaid flowcharts, as mermaid's lexer parts them: each is decided by its beginning (grammar.ohm). */
import type { TokenizeLine } from '../../../src/language/tokens.js'
import { behindShape, chain, link, node } from './chain.js'
import { goOnData } from './data.js'
import { goOnLabel, goOnLineLabel } from './labels.js'
import { atEnd, ends, finish, lineState, type Mode, type Reading, stateOf, take } from './state.js'
import { goOnDescription, header, worded } from './statements.js'

export const tokenizeMermaid: TokenizeLine = ({ text, start, end }, before, emit) => {
  const state = stateOf(before)
  const reading: Reading = {
    text,
    start,
    end,
    emit,
    state,
    at: start === 0 && text[0] === '\ufeff' ? 1 : start,
  }
  if (state.mode === 'frontmatter' || state.mode === 'first') {
    if (frontmatter(reading)) return lineState(state)
  }
  // Mermaid takes comments out before it reads anything, wherever a line begins with them.
  if (state.mode === 'directive') directive(reading)
  while (!atEnd(reading)) if (!aside(reading)) STEPS[state.mode](reading)
  if (state.mode === 'first') state.mode = 'header'
  return lineState(state)
}

const FENCE = /[^\S\r\n]*---/y

/** A line of frontmatter, or the fence that begins it. Whether it is one. */
function frontmatter(reading: Reading): boolean {
  const { text, state, end } = reading
  const isFence = ends(reading, FENCE) >= 0
  if (state.mode === 'first' && !isFence) return false
  const closes = state.mode === 'frontmatter' && isFence
  const opens = state.mode === 'first'
  if (opens && !/\n[^\S\n]*---/.test(text.slice(end, end + 2000))) return false
  if (!atEnd(reading)) take(reading, 'setting', end)
  state.mode = closes ? 'header' : 'frontmatter'
  return true
}

/** A comment or a directive. Whether one stands there. */
function aside(reading: Reading): boolean {
  const { text, at, end, state } = reading
  if (!text.startsWith('%%', at)) return false
  if (text.startsWith('%%{', at)) {
    state.after = state.mode
    directive(reading)
    return true
  }
  if (text.slice(reading.start, at).trim() !== '' || state.isQuoted) return false
  take(reading, 'comment', end)
  return true
}

/** `%%{init: …}%%`, over as many lines as it takes. */
function directive(reading: Reading): void {
  const { text, end, state } = reading
  if (atEnd(reading)) return
  const close = text.slice(reading.at, end).indexOf('}%%')
  state.mode = close < 0 ? 'directive' : state.after
  take(reading, 'setting', close < 0 ? end : reading.at + close + 3)
}

const STEPS: Readonly<Record<Mode, (reading: Reading) => void>> = {
  first: begin,
  header: begin,
  statement,
  node(reading) {
    if (!node(reading)) {
      reading.state.mode = 'statement'
      if (!worded(reading)) finish(reading)
    }
  },
  chain,
  frontmatter,
  directive,
  description: goOnDescription,
  label(reading) {
    goOnLabel(reading)
    if (reading.state.mode === 'chain') behindShape(reading)
  },
  lineLabel: goOnLineLabel,
  data: goOnData,
}

function begin(reading: Reading): void {
  reading.state.mode = 'statement'
  if (!header(reading)) statement(reading)
}

function statement(reading: Reading): void {
  if (reading.text[reading.at] === ';') take(reading, 'punctuation', reading.at + 1)
  else if (!worded(reading) && !node(reading) && !link(reading)) finish(reading)
}
