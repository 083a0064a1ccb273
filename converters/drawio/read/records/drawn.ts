/** The cells in a node as a person drew them, for `parts` in the node's document: one string of XML for each, in the
 * order of their file. Those that stand in the node itself name no parent. */
import { cellElement, harmless, withCellAttribute } from '../../document/cell-element.js'
import { attributesOf, wrapperOf } from '../../document/data-element.js'
import type { RawCell } from '../../document/raw.js'
import { formatStyle, parseStyle, type StyleMap } from '../../document/style.js'
import type { XmlElement } from '../../document/xml.js'
import { elementText } from '../../document/xml-text.js'
import type { Parts } from '../../words/records/field-tree.js'

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
  { element: said, id, style }: RawCell,
  parent: string | undefined,
  port: string | undefined,
): XmlElement {
  const element = harmless(withoutPaint(said, style))
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

/** An element without the colour that the theme of its page gives to its text: the style that was read has none. */
function withoutPaint(element: XmlElement, read: StyleMap): XmlElement {
  const style = new Map(parseStyle(cellElement(element)!.attributes.get('style') ?? ''))
  if (read.has('fontColor') || !style.delete('fontColor')) return element
  return withCellAttribute(element, 'style', formatStyle(style))
}
