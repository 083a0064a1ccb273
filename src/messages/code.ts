/** What a code of messages is. */

/**
 * Who speaks: `syntax/` a grammar, `lint/` a rule of a format, `repair/` a reader that put something right, `graph/` a graph that a
 * program made, `loss/` lowering, `limit/` something that is too big or too deep,
 * `check/` a check that compares diagrams, `merge/` versions that are joined, `document/` a document with diagrams in it.
 */
export type CodeGroup =
  | 'syntax'
  | 'lint'
  | 'repair'
  | 'graph'
  | 'loss'
  | 'limit'
  | 'check'
  | 'merge'
  | 'document'

export interface CodeEntry {
  readonly severity: 'error' | 'warning' | 'info'
  /** A paragraph for the person who gets the message: what it means, why it matters, what to do. */
  readonly about: string
  /** The linter says it only where its rule is set (`rules`): it is advice, or it is often meant. */
  readonly onRequest?: true
  /**
   * What a fix of it does besides mending the text. `meaning`: the diagram becomes another one at that place, as the text was surely
   * meant. `named`: something of the author's goes, so it is made only where the code is named.
   */
  readonly fix?: 'meaning' | 'named'
}

/** Codes that the core, or a format, brings. */
export type Codes = Readonly<Record<`${CodeGroup}/${string}`, CodeEntry>>
