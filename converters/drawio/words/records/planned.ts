/** A cell of a node with fields as it is to be drawn. */
import type { Field } from '../../../../src/ir/model.js'
import type { Box } from '../../../../src/layout/boxes.js'
import type { StyleMap } from '../../document/style.js'
import type { Attributes } from '../../document/xml-text.js'

/** The cell of a field, or of a row or frame that is none, without the ids that a page gives. */
export interface PlannedCell {
  /** Unique in its node: the field's port, else its number; `row-` and that for a row, `fields` for a frame. */
  readonly key: string
  /** The place in the list of what it stands in; -1 for the node itself. */
  readonly parent: number
  readonly field?: Field
  readonly label: string
  readonly style: StyleMap
  readonly attributes: Attributes
  readonly box: Box
}
