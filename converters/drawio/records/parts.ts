/**
 * The cells in a node as a person drew them, in `extras.drawio.parts` of the node: one string of XML for each, in the
 * order of their file. Those that stand in the node itself name no parent. They count only while they show the
 * node's fields; where they are no other than what would be written anyway, nothing is kept.
 */
import type { Graph, Node, Value } from '../../../src/ir/model.js'
import { sameFields } from '../../../src/ir/records.js'
import type { Shape } from '../../../src/ir/shapes.js'
import { numberText } from '../cell.js'
import { drawnBox } from '../geometry.js'
import { canonicalCell, cellElement, harmless, keptCells } from '../kept.js'
import { layerIds } from '../layers.js'
import { place, type RawCell, rawCell } from '../raw.js'
import { sameStyle } from '../style.js'
import { parseXml, type XmlElement } from '../xml.js'
import { elementText } from '../xml-text.js'
import type { PlannedCell } from './cells.js'
import { fieldsIn, type Inner, type ReadFields } from './fields.js'
import { type Look, lookOfStyle, readLook } from './look.js'

/** The cells in a node in the order of their file, each before what stands in it. */
export type Parts = readonly RawCell[]

/** The tree of some cells; what stands in them and is not among them is left out. */
function innersOf(node: RawCell, parts: Parts): Inner[] {
  const inners = new Map<RawCell, { cell: RawCell; children: Inner[] }>(
    parts.map(cell => [cell, { cell, children: [] }]),
  )
  const roots: Inner[] = []
  for (const inner of inners.values())
    for (const child of inner.cell.children) {
      const own = inners.get(child)
      if (own) inner.children.push(own)
    }
  for (const child of node.children) {
    const own = inners.get(child)
    if (own) roots.push(own)
  }
  return roots
}

/** How a node with fields is drawn, as far as its cells need it. */
export interface Holder {
  readonly look: Look | undefined
  readonly shape: Shape
}

const ANY: Look = { form: 'down', title: 0 }

/** The fields of a node's cells. They stand in the node itself, or in a frame in it. @param ends that edges end at */
export function readParts(
  node: RawCell,
  parts: Parts,
  { look, shape }: Holder,
  ends: ReadonlySet<string>,
): ReadFields {
  const roots = innersOf(node, parts)
  const frame = roots.find(({ cell }) => cell.attributes.get('diaglot-kind') === 'fields')
  const own = (frame ? lookOfStyle(frame.cell.style) : look) ?? ANY
  const holder = { id: node.id, look: own, record: shape === 'record' }
  return fieldsIn(holder, frame ? frame.children : roots, ends)
}

/** Whether cells are those that a writer would make, but for their ids. */
export function isPlanned(node: RawCell, parts: Parts, planned: readonly PlannedCell[]): boolean {
  if (parts.length !== planned.length) return false
  const place = new Map(parts.map((cell, i) => [cell, i]))
  const parents = new Map<RawCell, number>()
  for (const child of node.children) parents.set(child, -1)
  for (const cell of parts) for (const child of cell.children) parents.set(child, place.get(cell)!)
  return parts.every((cell, i) => {
    const wanted = planned[i]!
    return parents.get(cell) === wanted.parent && sameCell(cell, wanted, node)
  })
}

function sameCell(
  { element, attributes, style, label, box }: RawCell,
  wanted: PlannedCell,
  node: RawCell,
): boolean {
  const cell = cellElement(element)!
  const geometry = cell.children[0]
  const own = element === cell ? ['id', 'value', 'style', 'vertex', 'parent'] : ['style', 'vertex', 'parent']
  const more = [...attributes].filter(([name]) => name !== 'label' && name !== 'id')
  const place = [box.x - node.box.x, box.y - node.box.y, box.width, box.height].map(numberText).join(' ')
  return (
    label === wanted.label &&
    sameStyle(style, wanted.style) &&
    [...cell.attributes.keys()].every(name => own.includes(name)) &&
    sameStyle(new Map(more), new Map(wanted.attributes)) &&
    cell.children.length === 1 &&
    geometry?.name === 'mxGeometry' &&
    geometry.children.length === 0 &&
    place === [wanted.box.x, wanted.box.y, wanted.box.width, wanted.box.height].map(numberText).join(' ')
  )
}

/** The text of each cell, with the ports that edges make of fields written down. */
export function partTexts(node: RawCell, parts: Parts, given: ReadonlyMap<RawCell, string>): string[] {
  const outer = new Set(node.children)
  const parents = new Map<RawCell, string>()
  for (const cell of parts) for (const child of cell.children) parents.set(child, cell.id)
  return parts.map(cell =>
    elementText(restated(cell, outer.has(cell) ? undefined : parents.get(cell), given.get(cell))),
  )
}

function restated(
  { element: said, id }: RawCell,
  parent: string | undefined,
  port: string | undefined,
): XmlElement {
  const element = harmless(said)
  const cell = cellElement(element)!
  const label = cell.attributes.get('value') ?? ''
  const inner = new Map(cell.attributes)
  if (parent === undefined) inner.delete('parent')
  else inner.set('parent', parent)
  if (cell === element && port === undefined) return { ...cell, attributes: inner.set('id', id) }
  inner.delete('id')
  const outer = new Map(cell === element ? [['label', label]] : element.attributes)
  if (port !== undefined) outer.set('diaglot-port', port)
  outer.set('id', id)
  if (cell !== element) {
    const children = element.children.map(child => (child === cell ? { ...cell, attributes: inner } : child))
    return { ...element, attributes: outer, children }
  }
  inner.delete('value')
  return { ...element, name: 'object', attributes: outer, children: [{ ...cell, attributes: inner }] }
}

export interface HeldParts {
  readonly texts: readonly string[]
  readonly cells: Parts
  readonly read: ReadFields
  /** How the node's own cell is drawn around them. */
  readonly look: Look | undefined
}

/** The parts in a node's extras, whatever the node is called by now. */
export const partsIn = ({ extras }: Node): Value | undefined => extras.get('drawio')?.get('parts')

/** By the list in the node's extras: the parts that still show the node's fields, on their places. */
export function heldParts(graph: Graph): Map<Value | undefined, HeldParts> {
  const held = new Map<Value | undefined, HeldParts>()
  const seen = new Set<Value | undefined>()
  let taken: Set<string> | undefined
  for (const node of graph.nodes.values()) {
    const list = partsIn(node)
    if (seen.has(list)) held.delete(list)
    if (!Array.isArray(list) || seen.has(list) || !node.fields?.length || !drawnBox(node.extras)) continue
    seen.add(list)
    taken ??= new Set([...Object.values(layerIds(graph)), ...keptCells(graph).map(({ id }) => id)])
    const parts = partsOf(node, list as unknown[], taken)
    if (!parts) continue
    for (const { id } of parts.cells) taken.add(id)
    held.set(list, parts)
  }
  return held
}

function partsOf(node: Node, list: readonly unknown[], taken: ReadonlySet<string>): HeldParts | undefined {
  const around = nodeCell(node)
  const byId = new Map<string, RawCell>()
  const texts: string[] = []
  for (const text of list) {
    const canonical = typeof text === 'string' ? canonicalCell(text) : undefined
    if (!canonical || canonical.text !== text || taken.has(canonical.id) || byId.has(canonical.id))
      return undefined
    const parsed = parseXml(canonical.text)
    const cell = parsed.ok ? cellElement(parsed.root) : undefined
    if (!parsed.ok || cell?.attributes.get('vertex') !== '1') return undefined
    const raw = rawCell(canonical.id, parsed.root, cell, byId.size, undefined)
    const parent = raw.parent === '' ? around : byId.get(raw.parent)
    if (!parent || cell.attributes.get('parent') === '') return undefined
    parent.children.push(raw)
    byId.set(raw.id, raw)
    texts.push(canonical.text)
  }
  if (!inTreeOrder(around, [...byId.values()])) return undefined
  place(around.children, around.box)
  const cells = [...byId.values()]
  const look = heldLook(node)
  const read = readParts(around, cells, { look, shape: node.shape }, new Set())
  return sameFields(read.fields, node.fields) ? { texts, cells, read, look } : undefined
}

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
  return { ...rawCell(node.id, nowhere, nowhere, -1, undefined), box: drawnBox(node.extras)! }
}

/** The look in a node's extras. */
function heldLook({ extras }: Node): Look | undefined {
  const text = extras.get('drawio')?.get('look')
  return typeof text === 'string' ? readLook(text) : undefined
}
