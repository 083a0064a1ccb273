/** What is wrong with a graph that a program made or changed. */

export type FlawCode =
  | 'graph/cycle'
  | 'graph/id'
  | 'graph/key'
  | 'graph/nesting'
  | 'graph/reference'
  | 'graph/type'
  | 'graph/value'

export interface Flaw {
  readonly code: FlawCode
  readonly path: readonly (string | number)[]
  /** A sentence without its capital letter and its full stop. */
  readonly text: string
}
