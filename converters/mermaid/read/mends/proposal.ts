/** What may be wrong in a line, and what would mend it. */

import type { TextEdit } from '../../../../src/messages/message.js'
import type { Said } from './said.js'

/** What may be wrong in a line, and the edits that would mend it. */
export interface Proposal {
  readonly sentence: Said
  readonly edits: readonly TextEdit[]
  /** Where in the line the trouble is. */
  readonly at: readonly [start: number, end: number]
}

export interface Mend extends Proposal {
  /** The line with the edits made. */
  readonly line: string
}
