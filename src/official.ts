/** The contract of a format's own software, which answers for diagrams that no format reads. */
import type { Range } from './ir/model.js'
import type { Message } from './messages/message.js'

/** Software that is asked about diagrams which no format reads, where the user wants it and has it. */
export interface OfficialEntry {
  /** What the command line calls the wish for it. */
  readonly flag: string
  readonly about: string
  /** The packages that it is; diaglot has none of them itself. */
  readonly packages: readonly string[]
  readonly load: () => Promise<Official>
}

export interface Official {
  /**
   * Makes it ready, in a thread of its own: what it wants of the global object is its.
   * @param load imports one of the packages
   */
  readonly start: (
    load: (name: string) => Promise<unknown>,
  ) => Promise<(text: string) => Promise<OfficialAnswer>>
  /**
   * What its answer means for a text.
   * @param at where the text says what it is
   */
  readonly messages: (text: string, at: Range, answer: OfficialAnswer) => readonly Message[]
}

/** Plain data, from thread to thread. */
export type OfficialAnswer =
  | 'accepted'
  /** It does not know such diagrams. */
  | 'unknown'
  /** It was stopped after so many seconds. */
  | { readonly seconds: number }
  | Refused

export interface Refused {
  /** In its own words. */
  readonly text: string
  /** Where, in the text that it was given or that it made of that. */
  readonly place?: readonly [offset: number, length: number]
}
