/** What is known on the walk over the statements of a flowchart. */
import type { Direction, Range } from '../../../src/ir/model.js'
import type { RawLabel } from '../words/texts.js'
import type { Waiting } from './comments.js'
import type { Flow } from './flow.js'
import type { Source } from './source.js'

/** A subgraph whose `end` has not come yet. */
export interface Open {
  readonly id: string | undefined
  readonly title: RawLabel
  readonly at: Range
  readonly mentioned: string[]
  direction: Direction | undefined
  readonly comments: string[] | undefined
  /** How far its heading stands from the beginning of its line, and how far the first of those in it does that close. */
  readonly indent: number
  inner: number
}

export interface Walk {
  readonly source: Source
  readonly flow: Flow
  readonly open: Open[]
  readonly waiting: Waiting
}
