/** A text that is being changed, and what is to stand in it. */
import type { PutChange } from '../../../src/format.js'
import type { TextEdit } from '../../../src/messages/message.js'
import type { Diagram, Lane } from '../document/diagram.js'
import type { LineStatement } from '../document/statements.js'
import type { Lines } from './lines.js'

/** A statement of the text. */
export interface Standing {
  readonly offset: number
  readonly comments: readonly LineStatement[]
}

/** What is to stand on a line of its own. */
export interface Item {
  readonly lane: string
  readonly line: string
  /** The comment lines that are to stand before it. */
  readonly comments: readonly string[]
  /** Where it stands already. `undefined` for what is new, or is to stand in another lane. */
  readonly standing?: Standing & {
    /** The edits that make it say what it is to say. */
    readonly edits: () => readonly TextEdit[]
  }
}

/** All of one kind: those of the new graph in its order, and the statements of the text that have no place in it. */
export interface Items {
  readonly items: readonly Item[]
  readonly gone: readonly Standing[]
}

/** A text that is being changed. */
export interface Work {
  readonly text: string
  readonly lines: Lines
  readonly diagram: Diagram
  readonly change: PutChange
  /** For each lane that stays, by its new id: the line behind which the next kind of statements begins. */
  readonly ends: Map<string, number>
  /** For each lane that is written anew: its statements. */
  readonly fresh: Map<string, string[]>
}

export interface KeptLanes {
  /** By its new id, each lane whose blocks stay where they are. */
  readonly lanes: ReadonlyMap<string, Lane>
  /** What such a lane is called in the new graph. */
  readonly nameOf: (lane: Lane | undefined) => string | undefined
}
