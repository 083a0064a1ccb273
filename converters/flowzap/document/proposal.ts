/** What may be wrong in a line, and the line as it should be. */

import type { Said } from './messages.js'

/** What may be wrong in a line, and the line as it should be. */
export interface Proposal {
  readonly sentence: Said
  readonly line: string
  /** The line as it is read, where FlowZap Code cannot hold what it says. */
  readonly reading?: string
  readonly at: readonly [start: number, end: number]
}
