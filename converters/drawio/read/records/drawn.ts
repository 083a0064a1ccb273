/** The cells in a node as a person drew them, for `extras.drawio.parts` of the node: one string of XML for each, in the
 * order of their file. Those that stand in the node itself name no parent. */
import { numberText } from '../../document/cell.js'
import { cellElement, harmless } from '../../document/cell-element.js'
import { attributesOf, wrapperOf } from '../../document/data-element.js'
import type { RawCell } from '../../document/raw.js'
import { sameStyle } from '../../document/style.js'
import type { XmlElement } from '../../document/xml.js'
import { elementText } from '../../document/xml-text.js'
import type { Parts } from '../../words/records/parts.js'
import type { PlannedCell } from '../../words/records/planned.js'

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
  const outer = new Map(cell === element ? [['label', label]] : attributesOf(element))
  if (port !== undefined) outer.set('diaglot-port', port)
  outer.set('id', id)
  if (cell === element) inner.delete('value')
  return wrapperOf(element, outer, { ...cell, attributes: inner })
}
