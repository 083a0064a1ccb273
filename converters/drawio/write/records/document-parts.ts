/** The cells in a node that its document holds. They count only while they show the node's fields. */
import type { Graph, Node, Value } from '../../../../src/ir/model.js'
import { sameFields } from '../../../../src/ir/records.js'
import { canonicalCell, cellElement } from '../../document/cell-element.js'
import { dataInside } from '../../document/data-element.js'
import { place, type RawCell, rawCell } from '../../document/raw.js'
import { parseXml } from '../../document/xml.js'
import { elementText } from '../../document/xml-text.js'
import { nodeKind } from '../../words/aspects.js'
import { styleFor } from '../../words/cell-parts.js'
import { drawnBox } from '../../words/geometry.js'
import { inFile } from '../../words/in-file.js'
import { layerIds } from '../../words/layers.js'
import { opaqueCells } from '../../words/opaque-cells.js'
import {
  type ChildLayout,
  childLayoutOf,
  formatChildLayout,
  parseChildLayout,
} from '../../words/records/child-layout.js'
import { type Parts, readFieldCells } from '../../words/records/field-tree.js'
import type { ReadFields } from '../../words/records/fields-in-cells.js'
import { nodeValues } from '../../words/values.js'

export interface DocumentParts {
  readonly texts: readonly string[]
  readonly cells: Parts
  readonly read: ReadFields
  /** How the node's own cell is drawn around them. */
  readonly childLayout: ChildLayout | undefined
}

/** The parts in a node's document, whatever the node is called by now. */
export const partsIn = (node: Node): Value | undefined => inFile(node)?.get('parts')

/** By the list in the node's document: the parts that still show the node's fields, on their places. */
export function documentPartsOf(graph: Graph): Map<Value | undefined, DocumentParts> {
  const inDocument = new Map<Value | undefined, DocumentParts>()
  const seen = new Set<Value | undefined>()
  let taken: Set<string> | undefined
  for (const node of graph.nodes.values()) {
    const list = partsIn(node)
    if (seen.has(list)) inDocument.delete(list)
    if (!Array.isArray(list) || seen.has(list) || !node.fields?.length || !drawnBox(node)) continue
    seen.add(list)
    taken ??= new Set([...Object.values(layerIds(graph)), ...opaqueCells(graph).map(({ id }) => id)])
    const parts = partsOf(node, list as unknown[], taken)
    if (!parts) continue
    for (const { id } of parts.cells) taken.add(id)
    inDocument.set(list, parts)
  }
  return inDocument
}

function partsOf(
  node: Node,
  list: readonly unknown[],
  taken: ReadonlySet<string>,
): DocumentParts | undefined {
  const around = nodeCell(node)
  const byId = new Map<string, RawCell>()
  const texts: string[] = []
  for (const text of list) {
    const canonical = typeof text === 'string' ? canonicalCell(text) : undefined
    if (!canonical || taken.has(canonical.id) || byId.has(canonical.id)) return undefined
    const parsed = parseXml(canonical.text)
    const root = parsed.ok ? dataInside(parsed.root) : undefined
    const cell = root && cellElement(root)
    if (!root || cell?.attributes.get('vertex') !== '1') return undefined
    const raw = rawCell(canonical.id, root, cell, byId.size, undefined)
    const parent = raw.parent === '' ? around : byId.get(raw.parent)
    if (!parent || cell.attributes.get('parent') === '') return undefined
    parent.children.push(raw)
    byId.set(raw.id, raw)
    texts.push(elementText(root))
  }
  if (!inTreeOrder(around, [...byId.values()])) return undefined
  place(around.children, around.box)
  const cells = [...byId.values()]
  const childLayout = documentChildLayout(node)
  if (!isRecord(node, childLayout, around)) return undefined
  const read = readFieldCells(around, cells, { childLayout, shape: node.shape }, new Set())
  return sameFields(read.fields, node.fields) ? { texts, cells, read, childLayout } : undefined
}

/** Whether the node's own cell would be read as one with fields, and with the look that its extras say. */
function isRecord(node: Node, childLayout: ChildLayout | undefined, { children }: RawCell): boolean {
  const fromStyle = childLayoutOf(styleFor(nodeKind, node, nodeValues(node, childLayout)))
  if (!childLayout || !fromStyle) return childLayout === fromStyle && children.some(isFrameOfFields)
  return formatChildLayout(childLayout) === formatChildLayout(fromStyle)
}

const isFrameOfFields = ({ attributes }: RawCell): boolean => attributes.get('diaglot-kind') === 'fields'

/** Whether cells stand in the order of a walk over their tree, as a page has them. */
function inTreeOrder(root: RawCell, cells: Parts): boolean {
  const waiting = [...root.children].reverse()
  for (const cell of cells) {
    if (waiting.pop() !== cell) return false
    for (let i = cell.children.length - 1; i >= 0; i--) waiting.push(cell.children[i]!)
  }
  return waiting.length === 0
}

/** The node's own cell, as far as its parts need it. */
function nodeCell(node: Node): RawCell {
  const nowhere = {
    name: 'mxCell',
    attributes: new Map(),
    children: [],
    text: '',
    start: 0,
    tagEnd: 0,
    end: 0,
  }
  return { ...rawCell(node.id, nowhere, nowhere, -1, undefined), box: drawnBox(node)! }
}

/** The look in a node's document. */
function documentChildLayout(node: Node): ChildLayout | undefined {
  const text = inFile(node)?.get('look')
  return typeof text === 'string' ? parseChildLayout(text) : undefined
}
