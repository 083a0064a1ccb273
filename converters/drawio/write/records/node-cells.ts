/** The cells of nodes' fields on a page: their ids, their places, and which of them edges end at. */
import { type Graph, type Node, TABLE_SYNTAX } from '../../../../src/ir/model.js'
import { flowsAcross } from '../../../../src/layout/lanes/lanes.js'
import { type DrawnBox, rounded } from '../../document/box.js'
import type { Cell } from '../../document/cell.js'
import { cellElement, withCellAttribute } from '../../document/cell-element.js'
import { wrapperOf } from '../../document/data-element.js'
import type { RawCell } from '../../document/raw.js'
import { formatStyle, type StyleMap } from '../../document/style.js'
import { parseXml } from '../../document/xml.js'
import { elementText } from '../../document/xml-text.js'
import { cellOfElement } from '../../words/cell-of.js'
import { inFile } from '../../words/in-file.js'
import type { OpaqueCell } from '../../words/opaque-cells.js'
import { type ChildLayout, childLayoutWithoutFields } from '../../words/records/child-layout.js'
import type { PlannedCell } from '../../words/records/planned.js'
import { type DocumentParts, documentPartsOf, partsIn } from './document-parts.js'
import { cellOf, planCells, plannedChildLayout } from './field-cells.js'

/** A cell that a person drew, and what it says as a cell of ours. */
export interface DocumentCell extends OpaqueCell {
  readonly cell: Cell
}

export interface PageRecord {
  /** Each before what stands in it. */
  readonly cells: readonly (Cell | DocumentCell)[]
  readonly boxes: ReadonlyMap<string, DrawnBox>
  /** By port: the cell that an edge to it ends at. */
  readonly ends: ReadonlyMap<string, string>
}

/** How each node of a graph holds its fields. */
export interface ChildLayouts {
  /** The cells in the node, where a person drew them otherwise than a writer would. */
  readonly documentPartsIn: (node: Node) => DocumentParts | undefined
  readonly documentIds: readonly string[]
  readonly childLayoutOfNode: (node: Node) => ChildLayout | undefined
}

export function childLayoutsOf(graph: Graph): ChildLayouts {
  const inDocument = documentPartsOf(graph)
  const across = flowsAcross(graph)
  const documentPartsIn = (node: Node): DocumentParts | undefined =>
    node.fields?.length ? inDocument.get(partsIn(node)) : undefined
  return {
    documentPartsIn,
    documentIds: [...inDocument.values()].flatMap(({ cells }) => cells.map(({ id }) => id)),
    childLayoutOfNode: node => {
      const own = documentPartsIn(node)
      if (own) return own.childLayout
      if (node.fields?.length) return plannedChildLayout(node, across)
      return childLayoutWithoutFields(node)
    },
  }
}

/** Whether a person drew a node with a strip whose title says no other than the fields below it. */
export function hasStrip({ documentPartsIn }: ChildLayouts, node: Node): boolean {
  const { label } = node
  const childLayout = documentPartsIn(node)?.childLayout
  const titled = childLayout !== undefined && childLayout.title > 0 && inFile(node)?.get('titled') === true
  return titled && label.text !== '' && label.rich?.syntax !== TABLE_SYNTAX
}

/** By the key of a planned cell: the id that it has on the page already. */
export type GivenParts = ReadonlyMap<string, string>

export interface RecordPlace {
  /** The id of the node's own cell. */
  readonly id: string
  readonly box: DrawnBox
  readonly newId: (wanted: string, kind: string) => string
  readonly given?: GivenParts | undefined
}

/** The cells in a node with fields. */
export function recordOnPage(
  node: Node,
  inDocument: DocumentParts | undefined,
  across: boolean,
  place: RecordPlace,
): PageRecord {
  return inDocument
    ? documentPartsOnPage(inDocument, place.id)
    : plannedOnPage(planCells(node, place.box, across), place)
}

function plannedOnPage(planned: readonly PlannedCell[], { id, box, newId, given }: RecordPlace): PageRecord {
  const cells: Cell[] = []
  const boxes = new Map<string, DrawnBox>()
  const ends = new Map<string, string>()
  for (const part of planned) {
    const own = given?.get(part.key) ?? newId(`${id}-${part.key}`, 'field')
    const outer = planned[part.parent]
    cells.push(cellOf(part, own, { id: cells[part.parent]?.id ?? id, box: outer?.box ?? { x: 0, y: 0 } }))
    const { x, y, width, height } = part.box
    boxes.set(own, { x: rounded(box.x + x), y: rounded(box.y + y), width, height })
    const port = part.field?.port
    if (port !== undefined && !ends.has(port)) ends.set(port, own)
  }
  return { cells, boxes, ends }
}

function documentPartsOnPage({ cells, read }: DocumentParts, node: string): PageRecord {
  const inDocument = cells.map((raw): DocumentCell => {
    const parent = raw.parent === '' ? node : raw.parent
    const { id, box } = raw
    const cell = cellOfElement(raw.element, parent)!
    return { id, ids: [id], parent, local: box, box, text: textIn(raw, parent), cell }
  })
  return {
    cells: inDocument,
    boxes: new Map(inDocument.map(({ id, box }) => [id, box])),
    ends: new Map([...read.cellOf].map(([port, { id }]) => [port, id])),
  }
}

/** A part with another style. */
export function inStyle(part: DocumentCell, style: StyleMap): DocumentCell {
  const parsed = style === part.cell.style ? undefined : parseXml(part.text)
  if (!parsed?.ok) return part
  return {
    ...part,
    cell: { ...part.cell, style },
    text: elementText(withCellAttribute(parsed.root, 'style', formatStyle(style))),
  }
}

/** The text of a part with another label, and with what it says of its field. */
export function withCell(
  { element, id, attributes }: RawCell,
  label: string,
  said: readonly (readonly [string, string])[],
): string {
  const cell = cellElement(element)!
  const inner = new Map(cell.attributes)
  const more = [...attributes].filter(([name]) => !/^(label|id|diaglot|diaglot-port)$/.test(name))
  if (more.length === 0 && said.length === 0) {
    return elementText({ ...cell, attributes: inner.set('value', label).set('id', id) })
  }
  inner.delete('id')
  inner.delete('value')
  const outer = new Map([['label', label], ...more, ...said, ['id', id]])
  return elementText(wrapperOf(cell, outer, { ...cell, attributes: inner }))
}

const textIn = ({ element }: RawCell, parent: string): string =>
  elementText(withCellAttribute(element, 'parent', parent))
