/** What both sides changed, each in its own way. */
import type { DifferenceElement, DifferentElement } from '../diff/difference.js'
import type { FieldChange } from './fields.js'

export interface Conflict {
  readonly element: DifferenceElement
  /** The element as ours has it; where it is not there, as theirs or the base has it. */
  readonly of: DifferentElement
  /** What of it: a field as in a difference. Left out where one side removed the element. */
  readonly field?: string
  /** The value of the field in the base, and what each side made of it. */
  readonly base?: unknown
  readonly ours?: unknown
  readonly theirs?: unknown
  /** Where one side removed the element: which one, and what the other did. */
  readonly removed?: {
    readonly by: 'ours' | 'theirs'
    readonly other: 'changed' | 'attached'
    /** What the other changed. */
    readonly fields: readonly FieldChange[]
  }
}
