/** What a line of Mermaid leaves behind for the next. */
import type { Emit, LineState, TokenKind } from '../../../src/language/tokens.js'

/** What comes next, or what is open. */
export type Mode =
  /** The very beginning, where frontmatter may stand, and the header behind it. */
  | 'first'
  | 'header'
  | 'statement'
  /** A node, behind an arrow or an ampersand; or an arrow that goes on with the chain. */
  | 'node'
  | 'chain'
  | 'frontmatter'
  | 'directive'
  | 'description'
  /** A text in brackets or bars, a text on a line, and data in `@{ }`. */
  | 'label'
  | 'lineLabel'
  | 'data'

export interface MermaidState {
  mode: Mode
  /** Whether a quote is open in what is open. */
  isQuoted: boolean
  /** What ends a label: brackets, or the stroke of the line that it stands on. */
  closer: string
  /** What comes behind it. */
  after: Mode
  /** What a text in data is. */
  kind: TokenKind
}

/** A line that is being read, and how far it is. */
export interface Reading {
  readonly text: string
  readonly start: number
  readonly end: number
  readonly emit: Emit
  readonly state: MermaidState
  at: number
}

const FIRST: MermaidState = { mode: 'first', isQuoted: false, closer: '-', after: 'chain', kind: 'value' }

export function stateOf(state: LineState): MermaidState {
  if (state === '') return { ...FIRST }
  const [mode, quoted, closer, after, kind] = state.split(' ')
  return {
    mode: mode as Mode,
    isQuoted: quoted === '1',
    closer: closer!,
    after: after as Mode,
    kind: kind as TokenKind,
  }
}

/** Equal where the next line is read alike: what nothing needs any more is left out. */
export function lineState({ mode, isQuoted, closer, after, kind }: MermaidState): LineState {
  const isOpen = mode === 'label' || mode === 'lineLabel' || mode === 'data' || mode === 'directive'
  return isOpen ? [mode, isQuoted ? 1 : 0, closer, after, kind].join(' ') : `${mode} 0 - chain value`
}

/** The blanks of the language but line breaks. */
const BLANKS = /[^\S\r\n]+/y

/** Goes over blanks. Whether the line ends there. */
export function atEnd(reading: Reading): boolean {
  BLANKS.lastIndex = reading.at
  if (BLANKS.test(reading.text)) reading.at = Math.min(BLANKS.lastIndex, reading.end)
  return reading.at >= reading.end
}

/** A token of so many characters. */
export function take(reading: Reading, kind: TokenKind, end: number, nest?: 1 | -1): void {
  reading.emit(kind, reading.at, Math.min(end, reading.end), nest && { nest })
  reading.at = Math.min(end, reading.end)
}

/** Where the match of a sticky expression ends at this place, within the line; -1 where there is none. */
export function ends(reading: Reading, sticky: RegExp): number {
  sticky.lastIndex = reading.at
  return sticky.test(reading.text) && sticky.lastIndex <= reading.end ? sticky.lastIndex : -1
}

/** The end of a statement; what stands before it is not understood. */
export function finish(reading: Reading): void {
  const { text, end } = reading
  if (atEnd(reading)) return
  const semicolon = text.slice(reading.at, end).indexOf(';')
  const stop = semicolon < 0 ? end : reading.at + semicolon
  take(reading, 'unknown', reading.at + text.slice(reading.at, stop).trimEnd().length)
  if (semicolon < 0) return
  reading.at = stop
  take(reading, 'punctuation', stop + 1)
}
