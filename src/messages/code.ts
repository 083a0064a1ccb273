/** What a code of messages is. */

/**
 * Who speaks: `syntax/` a grammar, `lint/` a rule of a format, `repair/` a reader that put something right, `graph/` a graph that a
 * program made, `loss/` lowering, `limit/` something that is too big or too deep,
 * `check/` a check that compares diagrams, `merge/` versions that are joined.
 */
export type CodeGroup = 'syntax' | 'lint' | 'repair' | 'graph' | 'loss' | 'limit' | 'check' | 'merge'

export interface CodeEntry {
  readonly severity: 'error' | 'warning' | 'info'
  /** A paragraph for the person who gets the message: what it means, why it matters, what to do. */
  readonly about: string
}

/** Codes that the core, or a format, brings. */
export type Codes = Readonly<Record<`${CodeGroup}/${string}`, CodeEntry>>
