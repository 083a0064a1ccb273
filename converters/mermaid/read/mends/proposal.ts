/** What may be wrong in a line, and what would mend it. */

import type { TextEdit } from '../../../../src/messages/message.js'
import type { Code } from '../../codes.js'

/** What may be wrong in a line, and the edits that would mend it. */
export interface Proposal {
  readonly code?: Code
  readonly edits: readonly TextEdit[]
  /** Where in the line the trouble is. */
  readonly at: readonly [start: number, end: number]
  readonly title: string
  readonly text: string
}

export interface Mend extends Proposal {
  /** The line with the edits made. */
  readonly line: string
}
