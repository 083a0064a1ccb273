/** What a name or a text of DOT is, by what stands before it and behind it. */
import type { Emit, TokenKind } from '../../../src/language/tokens.js'
import type { DotState } from './state.js'
import { valueKind } from './values.js'

/** How far it is looked for the sign behind a name: blanks and comments in between are seldom longer. */
export const AHEAD = 500

/** A line that is being read. */
export interface Reading {
  readonly text: string
  readonly end: number
  readonly emit: Emit
  readonly state: DotState
}

/** What a name or a text is. @param end where it ends, if that is known */
export function kindOfId(reading: Reading, end?: number): TokenKind {
  const { state, text } = reading
  const { awaited } = state
  if (awaited.startsWith('=')) return awaited.slice(1) as TokenKind
  if (awaited === 'group' || awaited === 'graph' || awaited === 'port') return awaited
  if (state.isInList) return 'attribute'
  return end !== undefined && isBefore('=', text, end) ? 'attribute' : 'node'
}

/** Whether a sign is the next that stands behind a place. */
export function isBefore(sign: string, text: string, at: number): boolean {
  return /^(?:\s|\/\/[^\n]*\n|\/\*[^*]*\*\/|#[^\n]*\n)*(\S)/.exec(text.slice(at, at + AHEAD))?.[1] === sign
}

/** A name or a text, and what it makes of the next one. */
export function named(reading: Reading, at: number, end: number, kind: TokenKind): void {
  const { text, emit, state } = reading
  const isAlone =
    state.awaited === '' && kind === 'node' && !/^[ \t]*(?:[,:]|--|->)/.test(text.slice(end, end + 40))
  emit(
    kind,
    at,
    end,
    kind === 'group' && !state.isInList ? { declares: true } : isAlone ? { declares: true } : {},
  )
  state.last = kind
  state.awaited = kind === 'attribute' ? `=${valueKind(text.slice(at, end))}` : ''
}
