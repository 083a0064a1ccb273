/** A node with fields, read from its cells. */
import type { Field, Node, Text, Value } from '../../../../src/ir/model.js'
import { plainFields, titleOf } from '../../../../src/ir/records.js'
import { decodeLabel } from '../../document/html.js'
import type { RawCell } from '../../document/raw.js'
import { isHtml } from '../../words/cell-parts.js'
import { fieldsMark, type Hints, readTextHint } from '../../words/hints.js'
import { encodeNodeLabel } from '../../words/labels.js'
import type { Parts } from '../../words/records/field-tree.js'
import { lookOfStyle, lookText } from '../../words/records/look.js'
import { partTexts } from './drawn.js'

/** What the cells of a node show. */
export interface NodeRecord {
  readonly fields: readonly Field[]
  readonly parts: Parts
  /** Ports that the cells do not say themselves. */
  readonly given: ReadonlyMap<RawCell, string>
}

/** Adds the label: the title, or where there is none, what the fields say. A hint counts while they say the same. */
export function withTitle(node: Node, cell: RawCell, hints: Hints): Node {
  const fields = node.fields ?? []
  const hint = readTextHint(hints.get('label'))
  if (cell.label === '') {
    const stands = hint !== undefined && hints.get('labelOf') === fieldsMark(fields)
    return { ...node, label: stands ? hint : { text: plainFields(fields) } }
  }
  const html = isHtml(cell.style)
  const same = (label: Text): boolean => encodeNodeLabel({ ...node, label }, html, true) === cell.label
  return { ...node, label: hint && same(hint) ? hint : decodeLabel(cell.label, html) }
}

/** The cells as a person drew them, and how the node holds them. */
export function* partsInFile(
  node: Node,
  cell: RawCell,
  { parts, given }: NodeRecord,
): Generator<readonly [string, Value]> {
  const look = lookOfStyle(cell.style)
  yield ['parts', partTexts(cell, parts, given)]
  if (look) yield ['look', lookText(look)]
  if (look && look.title > 0 && cell.label !== '' && titleOf(node) === undefined) yield ['titled', true]
}
