/** The elements of a cell in a file: the `mxCell`, the object around it, its geometry; and a cell alone as text. */
import { htmlOfText, isHarmless, sanitizeHtml } from './html.js'
import { isSafeUrl } from './links.js'
import { parseStyle } from './style.js'
import { parseXml, type XmlElement } from './xml.js'
import { elementText } from './xml-text.js'

/** The `mxCell` of an element, which may be wrapped. */
export function cellElement(element: XmlElement): XmlElement | undefined {
  if (element.name === 'mxCell') return element
  return element.children.find(child => child.name === 'mxCell')
}

/** The element with another value of an attribute of its `mxCell`. */
export function withCellAttribute(element: XmlElement, name: string, value: string): XmlElement {
  const cell = cellElement(element)!
  const inner = { ...cell, attributes: new Map(cell.attributes).set(name, value) }
  if (cell === element) return inner
  return { ...element, children: element.children.map(child => (child === cell ? inner : child)) }
}

export function geometryElement(cell: XmlElement): XmlElement | undefined {
  return cell.children.find(child => child.name === 'mxGeometry')
}

/** A cell whose label and link run nothing. It is the same where there is nothing to mend. */
export function harmless(root: XmlElement): XmlElement {
  const cell = cellElement(root)
  if (!cell) return root
  const html = isHtmlStyle(cell.attributes.get('style') ?? '')
  const inner = withSafe(cell, 'value', html)
  if (cell === root) return inner
  const outer = withSafe(root, 'label', html)
  if (inner === cell) return outer
  return { ...outer, children: outer.children.map(child => (child === cell ? inner : child)) }
}

export const isHtmlStyle = (style: string): boolean => parseStyle(style).get('html') === '1'

function withSafe(element: XmlElement, label: string, html: boolean): XmlElement {
  const attributes = new Map(element.attributes)
  const text = attributes.get(label)
  const clean = html && text !== undefined ? sanitizeHtml(text) : text
  const [link, tooltip] = [attributes.get('link'), attributes.get('tooltip')]
  const unsafe = link !== undefined && !isSafeUrl(link)
  const active = tooltip !== undefined && !isHarmless(tooltip)
  if (clean === text && !unsafe && !active) return element
  if (clean !== undefined) attributes.set(label, clean)
  if (unsafe) attributes.delete('link')
  if (active) attributes.set('tooltip', htmlOfText(tooltip))
  return { ...element, attributes }
}

/** A cell's text as one canonical element, or nothing where it is none that can stand in a page. */
export function canonicalCell(text: string): { readonly id: string; readonly text: string } | undefined {
  const parsed = parseXml(text)
  if (!parsed.ok) return undefined
  const cell = cellElement(parsed.root)
  const id = parsed.root.attributes.get('id')
  if (!cell || id === undefined || id === '') return undefined
  if (cell !== parsed.root && cell.attributes.has('id')) return undefined
  return { id, text: elementText(harmless(parsed.root)) }
}
