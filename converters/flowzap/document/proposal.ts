/** What may be wrong in a line, and the line as it should be. */

/** What may be wrong in a line, and the line as it should be. */
export interface Proposal {
  readonly code?: 'syntax/unclosed' | 'syntax/keyword'
  readonly line: string
  /** The line as it is read, where FlowZap Code cannot hold what it says. */
  readonly reading?: string
  readonly at: readonly [start: number, end: number]
  readonly title: string
  readonly text: string
}
