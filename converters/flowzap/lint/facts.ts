/** What sentences of the linter are told. */
import type { TextEdit } from '../../../src/messages/message.js'

export type Edits = readonly TextEdit[]

export interface Id {
  readonly id: string
}

export interface Lane {
  readonly lane: string
}

/** A word that stands there, and the one that is meant by it. */
export interface Meant {
  readonly word: string
  readonly meant: string
}
