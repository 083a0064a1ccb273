/** A node with fields, read from its cells. */
import type { Field, Node, Text, Value } from '../../../../src/ir/model.js'
import { plainFields, titleOf } from '../../../../src/ir/records.js'
import { decodeLabel } from '../../document/html.js'
import type { RawCell } from '../../document/raw.js'
import { type CellData, fieldsFingerprint, readTextDatum } from '../../words/cell-data.js'
import { isHtml } from '../../words/cell-parts.js'
import { encodeNodeLabel } from '../../words/labels.js'
import { childLayoutOf, formatChildLayout } from '../../words/records/child-layout.js'
import type { Parts } from '../../words/records/field-tree.js'
import { partTexts } from './drawn.js'

/** What the cells of a node show. */
export interface NodeRecord {
  readonly fields: readonly Field[]
  readonly parts: Parts
  /** Ports that the cells do not say themselves. */
  readonly given: ReadonlyMap<RawCell, string>
}

/** Adds the label: the title, or where there is none, what the fields say. A hint counts while they say the same. */
export function withTitle(node: Node, cell: RawCell, cellData: CellData): Node {
  const fields = node.fields ?? []
  const datum = readTextDatum(cellData.get('label'))
  if (cell.label === '') {
    const stands = datum !== undefined && cellData.get('labelOf') === fieldsFingerprint(fields)
    return { ...node, label: stands ? datum : { text: plainFields(fields) } }
  }
  const html = isHtml(cell.style)
  const same = (label: Text): boolean => encodeNodeLabel({ ...node, label }, html, true) === cell.label
  return { ...node, label: datum && same(datum) ? datum : decodeLabel(cell.label, html) }
}

/** The cells as a person drew them, and how the node holds them. */
export function* partsInFile(
  node: Node,
  cell: RawCell,
  { parts, given }: NodeRecord,
): Generator<readonly [string, Value]> {
  const childLayout = childLayoutOf(cell.style)
  yield ['parts', partTexts(cell, parts, given)]
  if (given.size > 0) yield ['ports', [...given.values()]]
  if (childLayout) yield ['look', formatChildLayout(childLayout)]
  if (childLayout && childLayout.title > 0 && cell.label !== '' && titleOf(node) === undefined)
    yield ['titled', true]
}
