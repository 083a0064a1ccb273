/** What a format brings to the language service: how its texts are made of words, and what may stand where. Plain tables and functions. */
import type { LineState, Token, TokenizeLine, TokenKind } from './tokens.js'

/** What names something that a diagram has: a node, a group, a class of nodes, an edge. */
export type IdKind = Extract<TokenKind, 'node' | 'group' | 'class' | 'edge'>

/** A word of a language, as it is offered and explained. */
export interface Word {
  readonly word: string
  readonly kind: TokenKind
  /** What it is: a sentence. */
  readonly about: string
  /** What is written where it is chosen, if that is more than the word. */
  readonly insert?: string
}

/** Where something is being written. */
export interface Place {
  readonly text: string
  /** Where the word begins that is being written, and where its writer is. */
  readonly start: number
  readonly offset: number
  /** What the token is that is being written; nothing between tokens. */
  readonly inside: TokenKind | undefined
  /** The tokens before it, of the last lines and of its own. */
  readonly before: readonly Token[]
  /** Those on its own line. */
  readonly onLine: readonly Token[]
  /** The state at the beginning of its line. */
  readonly state: LineState
}

/** What may stand at a place. */
export interface Offer {
  readonly words?: readonly Word[]
  /** Ids of the diagram. */
  readonly ids?: readonly IdKind[]
}

export interface Language {
  readonly tokenize: TokenizeLine
  /** Words that are explained where somebody points at them. */
  readonly words: () => readonly Word[]
  readonly offer: (place: Place) => Offer
  /** Whether an id means one thing, be it a node, a group or an edge. Left out where each kind has ids of its own. */
  readonly hasOneSpace?: boolean
  /** What an id is in the model, of one that is written. Left out where it is written as it is. */
  readonly idOf?: (kind: IdKind, written: string) => string
  /** How an id is written. Left out where it is written as it is. */
  readonly writtenId?: (kind: IdKind, id: string) => string
  /** What an id has to be, in a clause, where this is none that the language lets anybody write. Left out where reading shows it. */
  readonly idFault?: (kind: IdKind, id: string) => string | undefined
  /** What begins a comment that ends with its line. */
  readonly lineComment?: string
}
