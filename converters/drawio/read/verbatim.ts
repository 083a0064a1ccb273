/** Cells that are kept as they are, as text that fits a page of ours. */

import { cellElement, harmless } from '../document/cell-element.js'
import { USUAL_IDS } from '../document/layer-ids.js'
import type { RawCell } from '../document/raw.js'
import type { XmlElement } from '../document/xml.js'
import { elementText } from '../document/xml-text.js'

/**
 * The text of each cell. Some cells have no id of their own or that of another, some name a parent that is not there: written as they were read, they stand where they are.
 * In each parent they keep their order; parents stand in the order of their ids, whatever the file's order was.
 */
export function verbatim(cells: readonly RawCell[]): string[] {
  const placed = cells.map(cell => ({ cell, parent: cell.around?.id ?? USUAL_IDS.top }))
  placed.sort((a, b) => (a.parent === b.parent ? a.cell.order - b.cell.order : a.parent < b.parent ? -1 : 1))
  return placed.map(({ cell, parent }) => elementText(harmless(renamed(cell, parent))))
}

function renamed({ element, id }: RawCell, parent: string): XmlElement {
  const cell = cellElement(element)
  if (!cell) return element
  const attributes = new Map(cell.attributes)
  attributes.set('parent', parent)
  if (cell === element) return { ...cell, attributes: attributes.set('id', id) }
  attributes.delete('id')
  return {
    ...element,
    attributes: new Map(element.attributes).set('id', id),
    children: element.children.map(child => (child === cell ? { ...cell, attributes } : child)),
  }
}
