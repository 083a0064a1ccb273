/** The tokens of a text, line by line: what was tokenized is kept, and of a text that was edited what stands before the edit. */
import { lastAtMost } from '../ir/lists.js'
import { type Emit, FIRST_STATE, type LineState, type Token, type TokenizeLine } from './tokens.js'

export interface Tokens {
  /** The tokens of the lines that a range touches, in their order. */
  between(start: number, end: number): readonly Token[]
  /** The state at the beginning of the line of an offset. */
  stateAt(offset: number): LineState
}

interface Kept {
  readonly text: string
  /** Where each line begins that was looked at, and the state there. */
  readonly starts: number[]
  readonly states: LineState[]
  readonly tokens: (readonly Token[])[]
  /** Whether a line of a number was tokenized with another text behind it. */
  readonly tokenize: TokenizeLine
}

const kept = new WeakMap<Tokens, Kept>()

/** How far a tokenizer may look behind the end of a line; so far before an edit nothing is taken over. */
export const LOOKAHEAD = 2000

/** @param before the tokens of the text as it was before an edit, by the same tokenizer */
export function tokensOf(text: string, tokenize: TokenizeLine, before?: Tokens): Tokens {
  const own: Kept = { text, starts: [0], states: [FIRST_STATE], tokens: [], tokenize }
  const earlier = before && kept.get(before)
  if (earlier?.tokenize === tokenize) takeOver(own, earlier)
  const tokens: Tokens = {
    between(start, end) {
      reach(own, end)
      const first = lineAt(own, start)
      const found: Token[] = []
      for (let line = first; line < own.tokens.length && own.starts[line]! <= end; line++)
        for (const token of own.tokens[line]!) found.push(token)
      return found
    },
    stateAt(offset) {
      reach(own, offset)
      return own.states[lineAt(own, offset)]!
    },
  }
  kept.set(tokens, own)
  return tokens
}

/** The lines far enough before the first difference. */
function takeOver(own: Kept, earlier: Kept): void {
  const length = Math.min(own.text.length, earlier.text.length)
  let same = 0
  while (same < length && own.text.charCodeAt(same) === earlier.text.charCodeAt(same)) same++
  const lines = lineAt(earlier, Math.max(0, same - LOOKAHEAD))
  for (let line = 0; line < lines && line < earlier.tokens.length; line++) {
    own.tokens.push(earlier.tokens[line]!)
    own.starts.push(earlier.starts[line + 1]!)
    own.states.push(earlier.states[line + 1]!)
  }
}

/** Tokenizes up to the line of an offset. */
function reach(own: Kept, offset: number): void {
  const { text, starts, states, tokens, tokenize } = own
  while (starts.at(-1)! <= text.length && (tokens.length === 0 || starts.at(-1)! <= offset)) {
    const start = starts.at(-1)!
    const end = lineEnd(text, start)
    const found: Token[] = []
    const emit: Emit = (kind, from, to, more) => {
      if (to > from)
        found.push(more ? { start: from, end: to, kind, ...more } : { start: from, end: to, kind })
    }
    states.push(tokenize({ text, start, end }, states.at(-1)!, emit))
    tokens.push(found)
    starts.push(nextLine(text, end))
  }
}

function lineEnd(text: string, start: number): number {
  for (let at = start; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 10 || code === 13) return at
  }
  return text.length
}

/** Behind the end of a line: LF, CRLF or a lone CR; behind the text where it ends there. */
const nextLine = (text: string, end: number): number =>
  text[end] === '\r' && text[end + 1] === '\n' ? end + 2 : end + 1

/** The number of the last line that was looked at and begins at an offset or before. */
function lineAt({ starts, tokens }: Kept, offset: number): number {
  return Math.max(0, Math.min(lastAtMost(starts, offset), tokens.length - 1))
}
