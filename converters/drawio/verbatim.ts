/** Cells that are kept as they are, as text that fits a page of ours: root `0`, first layer `1`. */

import { cellElement, harmless } from './kept.js'
import { LAYER } from './page.js'
import type { RawCell } from './raw.js'
import type { XmlElement } from './xml.js'
import { elementText } from './xml-text.js'

/**
 * The text of each cell. Files name their root and layers as they like, some cells have no id of their own or
 * that of another, some name a parent that is not there: written as they were read, they stand where they are.
 * In each parent they keep their order; parents stand in the order of their ids, whatever the file's order was.
 */
export function verbatim(cells: readonly RawCell[], layers: readonly RawCell[]): string[] {
  const parents = new Map<RawCell, string>()
  const waiting = [...layers]
  for (const layer of layers) parents.set(layer, '0')
  for (let cell = waiting.pop(); cell; cell = waiting.pop()) {
    const id = cell === layers[0] ? LAYER : cell.id
    for (const child of cell.children) {
      parents.set(child, id)
      waiting.push(child)
    }
  }
  const placed = cells.map(cell => ({ cell, parent: parents.get(cell) ?? LAYER }))
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
