/** What a cell of a page is by itself: a table, a class, a chart, a group, a rule, or something that we wrote. */
import type { RawCell } from '../document/raw.js'
import { isLane, isSwimlane } from '../words/aspects.js'
import { parseCellData } from '../words/cell-data.js'
import { childLayoutOf } from '../words/records/child-layout.js'

export const shapeOf = ({ style }: Pick<RawCell, 'style'>): string => style.get('shape') ?? ''
/** What draw.io's editor takes for a table: it asks for the layout alone (`Graph.isTable`), and draws both. */
const isWholeTable = (cell: RawCell): boolean =>
  shapeOf(cell) === 'table' || cell.style.get('childLayout') === 'tableLayout'

const isTable = (cell: RawCell): boolean => isWholeTable(cell) || /^table/.test(shapeOf(cell))

/** Children that are boxes of their own, not labels, ports or decoration. */
export const boxes = (cell: RawCell): RawCell[] =>
  cell.children.filter(child => child.kind === 'vertex' && !child.relative && !child.style.has('edgeLabel'))

/** A pool: a swimlane of swimlanes and nothing else. */
export function isPool(cell: RawCell): boolean {
  const inside = boxes(cell)
  return isSwimlane(cell.style) && inside.length > 0 && inside.every(child => isSwimlane(child.style))
}

const charts = new WeakMap<RawCell, boolean>()

/**
 * A cross-functional flowchart: a table whose rows are lanes, with cells that hold shapes or are made to. draw.io has drawn its
 * rows and cells as rows of a table and as swimlanes. A table of texts is one node; a row that lost what stood in it says what it is.
 */
export function isChart(cell: RawCell): boolean {
  if (!isWholeTable(cell)) return false
  const known = charts.get(cell)
  if (known !== undefined) return known
  const chart = boxes(cell).some(
    row =>
      isLane(row.style) &&
      (isStatedGroup(row) || boxes(row).some(inner => isSwimlane(inner.style) || boxes(inner).length > 0)),
  )
  charts.set(cell, chart)
  return chart
}

/** A row of such a chart. */
export const isChartRow = ({ style, around }: RawCell): boolean =>
  around !== undefined && isLane(style) && isChart(around)

/** What draw.io puts around a Mermaid diagram that it imports, or the picture of one: it stands for no subgraph. */
export const isImport = (cell: RawCell): boolean => cell.attributes.has('mermaidData')

/** A Mermaid diagram that is there as a picture only. */
export const isMermaidPicture = (cell: RawCell): boolean => isImport(cell) && boxes(cell).length === 0

/** A line across a box, as draw.io has it among its shapes. */
export const isRule = ({ style }: RawCell): boolean => style.has('line') || style.get('shape') === 'line'

/** A class or entity of UML and ER: a titled stack of nothing but texts, rules and rows of plain cells. */
function isStack(cell: RawCell): boolean {
  if (!isStacked(cell)) return false
  const inside = boxes(cell)
  const isRow = (row: RawCell): boolean =>
    row.style.has('text') || isRule(row) || shapeOf(row) === 'partialRectangle'
  return inside.every(isRow) && !inside.every(isRule)
}

/** A class without members: there are only rules below its title. */
const isBareClass = (cell: RawCell): boolean =>
  isStacked(cell) && boxes(cell).length > 0 && boxes(cell).every(isRule)

const isStacked = ({ style }: RawCell): boolean =>
  isSwimlane(style) && style.get('childLayout') === 'stackLayout'

/** What we drew for a node with fields: a table or stack, or another shape with a frame for them. */
function isOurRecord(cell: RawCell): boolean {
  if (cell.attributes.get('diaglot-kind') !== 'node' || isChart(cell)) return false
  const inside = boxes(cell)
  if (inside.some(({ attributes }) => attributes.get('diaglot-kind') === 'fields')) return true
  const childLayout = childLayoutOf(cell.style)
  if (!childLayout || inside.length === 0) return childLayout !== undefined && childLayout.form !== 'frame'
  return childLayout.form !== 'frame' && inside.some(child => !isDiaglotCell(child))
}

const OWN = new Set(['node', 'lane', 'cluster', 'loop', 'pool'])

/** Whether a cell says that it is something of the graph itself, wherever it stands. */
export const isDiaglotCell = ({ attributes }: RawCell): boolean =>
  OWN.has(attributes.get('diaglot-kind') ?? '')

/** What says that it is a group, whatever it stands in. */
export const isStatedGroup = ({ attributes }: RawCell): boolean =>
  /^(lane|cluster)$/.test(attributes.get('diaglot-kind') ?? '')

/** What says that it is a node, whatever lies on it. */
export const isStatedNode = ({ attributes }: RawCell): boolean => attributes.get('diaglot-kind') === 'node'

/** A node whose cells are its fields. */
export function isRecord(cell: RawCell): boolean {
  if (cell.kind !== 'vertex') return false
  if (isDiaglotCell(cell)) return isOurRecord(cell)
  if (isTable(cell)) return isWholeTable(cell) && !isChart(cell) && boxes(cell).length > 0
  return isStack(cell)
}

/** Whether other shapes stand in a cell as in a container. */
export function isGroup(cell: RawCell): boolean {
  const kind = cell.attributes.get('diaglot-kind')
  const container = cell.style.get('container')
  // A person who turns a group into a plain shape sets this; what was written with it is a group all the same.
  if (isStatedGroup(cell))
    return container !== '0' || parseCellData(cell.attributes.get('diaglot')).get('container') === '0'
  if (isChart(cell)) return true
  if (isChartRow(cell)) return true
  // What was written as a node and holds nothing is one, whatever it looks like.
  if (kind === 'node' && cell.children.length === 0) return false
  if (isTable(cell) || isStack(cell) || isBareClass(cell)) return false
  if (isSwimlane(cell.style)) return container !== '0'
  if (cell.style.has('group')) return true
  // Shapes that may take others in are still shapes while nothing stands in them: tasks of BPMN.
  if (container === '1') return boxes(cell).length > 0
  if (kind === 'node') return boxes(cell).some(child => child.attributes.has('diaglot-kind'))
  return container !== '0' && boxes(cell).some(isSubstantial)
}

/** What was written as a node, and holds nothing but what is a part of how it is drawn. */
export const isStatedWhole = (cell: RawCell, opaqueIds: ReadonlySet<string>): boolean =>
  cell.attributes.get('diaglot-kind') === 'node' && boxes(cell).every(({ id }) => opaqueIds.has(id))

/** A child that is more than decoration of its parent: it has a text of its own or may be connected. */
function isSubstantial(child: RawCell): boolean {
  const { attributes } = child.element.children.find(({ name }) => name === 'mxCell') ?? child.element
  return attributes.get('connectable') !== '0' && (child.label !== '' || boxes(child).length > 0)
}
