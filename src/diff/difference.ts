/** What is said of a difference between two diagrams: typed, and in a sentence. */
import type { GroupKind } from '../ir/model.js'

export type DifferenceKind = 'added' | 'removed' | 'changed' | 'moved'

/** What of a diagram a difference is about. */
export type DifferenceElement = 'diagram' | 'group' | 'node' | 'edge' | 'loop'

/** An element of one of the two diagrams. */
export interface DifferentElement {
  /** Of a node and a group always, of an edge and a diagram where it has one. */
  readonly id?: string
  /** Its words: a label, the condition of a loop, the title of a diagram. */
  readonly label: string
  /** Whether a group is a lane or a box around nodes. */
  readonly kind?: GroupKind
  /** Of an edge: the ids of what it joins. */
  readonly from?: string
  readonly to?: string
  /** Of an edge and a loop: where it stands among its like, from 0. */
  readonly place?: number
}

export interface Difference {
  readonly kind: DifferenceKind
  readonly element: DifferenceElement
  /** The element as it was; left out of what was added. */
  readonly old?: DifferentElement
  /** The element as it is now; left out of what was removed. */
  readonly now?: DifferentElement
  /** What of it is another: `label`, `shape`, `style.fill`, `group`, `from`, `order` … Left out where all of it came or went. */
  readonly field?: string
  /** The value of the field, as the first diagram has it and as the second one does. Left out where there is none. */
  readonly before?: unknown
  readonly after?: unknown
  /** One line for people. */
  readonly text: string
}
