/** The words of a text, as an editor colours them, and what a format's tokenizer is: it goes on line by line, whatever stands there. */

/** What each kind of token is, for who chooses the colours. */
export const tokenKinds = {
  keyword: 'a word of the language',
  node: 'the id of a node',
  group: 'the id of a lane, a cluster or a subgraph',
  class: 'the name of a class of nodes',
  edge: 'the id of an edge',
  graph: 'the name of a diagram',
  port: 'a part of a node that edges name, or a side of it',
  label: 'a text that is shown in the diagram',
  string: 'another text',
  number: 'a number',
  value: 'a word that an attribute has as its value',
  shape: 'the name of a shape',
  direction: 'which way a diagram flows',
  attribute: 'the name of an attribute',
  arrow: 'an arrow or a line between nodes',
  bracket: 'a bracket that opens or closes something',
  punctuation: 'a sign between other things',
  comment: 'a comment',
  setting: 'settings of the renderer: frontmatter and directives',
  unknown: 'what the language does not take there',
} as const

export type TokenKind = keyof typeof tokenKinds

/** Offsets are UTF-16 code units of the text. Between tokens stand blanks only. A token is never longer than its line. */
export interface Token {
  readonly start: number
  readonly end: number
  readonly kind: TokenKind
  /** 1: opens something that a later token closes, which has -1. */
  readonly nest?: 1 | -1
  /** An id that is declared here, and not only named. */
  readonly declares?: true
  /** A diagram begins here: ids before it are of another one. */
  readonly begins?: true
}

/** What the lines before leave behind for the next: short, and equal where they leave the same. */
export type LineState = string

/** Adds a token; an empty one is none. */
export type Emit = (kind: TokenKind, start: number, end: number, more?: TokenMarks) => void
export type TokenMarks = Pick<Token, 'nest' | 'declares' | 'begins'>

/** A line of a text, without what ends it. */
export interface Line {
  readonly text: string
  readonly start: number
  readonly end: number
}

/**
 * Gives the tokens of a line, in their order, and the state for the next line. What stands behind the line in the text may be looked at
 * over a bounded distance only.
 */
export type TokenizeLine = (line: Line, state: LineState, emit: Emit) => LineState

/** The state at the beginning of a text. */
export const FIRST_STATE: LineState = ''

/** Where the match of a sticky expression ends that begins at a place; -1 where there is none. */
export function matchEnd(sticky: RegExp, text: string, at: number): number {
  sticky.lastIndex = at
  return sticky.test(text) ? sticky.lastIndex : -1
}

/** Behind the blanks (spaces and tabs) at a place. */
export function skipBlanks(text: string, at: number, end: number): number {
  let next = at
  while (next < end && (text[next] === ' ' || text[next] === '\t')) next++
  return next
}

/** Before the blanks that end at a place. */
export function trimEnd(text: string, start: number, end: number): number {
  let last = end
  while (last > start && (text[last - 1] === ' ' || text[last - 1] === '\t')) last--
  return last
}
