/** The labels of a line, read. As they were drawn they stay in its document: `value`, the line's own
 * label, and `cells`, the XML of each label cell without its parent. */
import type { Text, Value } from '../../../src/ir/model.js'
import { encodeLabel } from '../document/html.js'
import type { RawCell } from '../document/raw.js'
import { numberOf } from '../document/style.js'
import { type LabelName, textDatumNames } from '../words/beside.js'
import { type CellData, readTextDatum } from '../words/cell-data.js'
import { cellOfElement, textOfCell } from '../words/cell-of.js'
import { isHtml } from '../words/cell-parts.js'
import { isEdgeLabel, joined, labelOf, sortLabels } from '../words/edge-labels.js'

export interface EndLabel {
  readonly cell: RawCell
  readonly text: Text
}

const alongOfRaw = ({ geometry }: RawCell): number => numberOf(geometry?.attributes.get('x')) ?? 0

/** An edge's own label, and the label cells on it: near its ends they belong to the ends. */
export function edgeLabels(
  cell: RawCell,
  cellData: CellData,
): { label: Text; tail?: EndLabel; head?: EndLabel } {
  const own = labelOf(cell.label, isHtml(cell.style), readTextDatum(cellData.get('label')))
  const { tail, head, middle } = sortLabels(cell.children.filter(isEdgeLabel), alongOfRaw)
  const end = (label: RawCell, datum: string): EndLabel => ({
    cell: label,
    text: labelOf(label.label, isHtml(label.style), readTextDatum(cellData.get(datum))),
  })
  return {
    label: joined(own, middle),
    ...(tail && { tail: end(tail, 'fromLabel') }),
    ...(head && { head: end(head, 'toLabel') }),
  }
}

/** The labels of a line as they were drawn, for its extras; nothing where no cells stand on it. */
export function labelsDrawn(cell: RawCell, cellData: CellData): Value | undefined {
  const cells = cell.children.filter(isEdgeLabel).flatMap(({ element, id }) => {
    const label = cellOfElement(element, '')
    return label ? [textOfCell({ ...label, id })] : []
  })
  if (cells.length === 0) return undefined
  const html = isHtml(cell.style)
  const value = encodeLabel(labelOf(cell.label, html, readTextDatum(cellData.get('label'))), html)
  return new Map<string, Value>([
    ['value', value],
    ['cells', cells],
  ])
}

/** What a text says as a label of a line, by the line's data beside it. */
export const textOf = ({ label, style }: RawCell, name: LabelName, cellData: CellData): Text =>
  labelOf(label, isHtml(style), readTextDatum(cellData.get(textDatumNames[name].text)))
