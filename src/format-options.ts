/** Options of formats: what they are called, which values they take, and for what. */

/** Options by name. A format looks only for its own; who asks for others is told so before it is called. */
export type FormatOptions = Readonly<Record<string, string | boolean | undefined>>

export type OptionUse = 'read' | 'write' | 'update'

/** An option that a format takes. */
export interface FormatOption {
  readonly name: string
  /** The words that it takes. `true` and `false` are also the booleans of that name. */
  readonly values: readonly string[]
  /** What it takes besides, where any text may be given: `NAME`. */
  readonly takes?: string
  /** Of a text that it takes: what is wrong with it, in a sentence without its full stop. */
  readonly fault?: (value: string) => string | undefined
  /** Of a text that it takes: those that are known, for who types one. */
  readonly offers?: () => readonly string[]
  readonly for: readonly OptionUse[]
  /** What it does, for the command line and the README: a phrase in Markdown, without a full stop. */
  readonly about: string
}

/** The values of an option that is on or off. */
export const onOrOff: readonly string[] = ['true', 'false']
