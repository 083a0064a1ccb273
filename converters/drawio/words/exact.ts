/**
 * Geometry as its file has it. The model's places count in ten-thousandths of a pixel on the page; where a file says one
 * more finely, or in a way of its own (a line whose geometry is not `relative`), its element stays in
 * `geometry.source` of the document, and is written as long as it says the same.
 */

import { rounded } from '../document/box.js'
import type { GeometryXml } from '../document/cell.js'
import { numberOf } from '../document/style.js'
import { parseXml, type XmlElement } from '../document/xml.js'
import { elementText } from '../document/xml-text.js'

type Kind = 'box' | 'line'

const NUMBERS = ['x', 'y', 'width', 'height'] as const
const KNOWN: ReadonlySet<string> = new Set([...NUMBERS, 'relative', 'as'])

/** Whether a number comes back as it is when it is read and written. */
const isExact = (text: string | undefined): boolean =>
  text === undefined || rounded(Number(text)) === Number(text)

export const isOffset = ({ name, attributes }: XmlElement): boolean =>
  name === 'mxPoint' && attributes.get('as') === 'offset'

export const isPoints = ({ name, attributes }: XmlElement): boolean =>
  name === 'Array' && attributes.get('as') === 'points'

/** What stands in a geometry besides bends and offset. */
export function moreOf(geometry: XmlElement | undefined, kind: 'box' | 'line'): { more?: readonly string[] } {
  const others = (geometry?.children ?? []).filter(
    child => kind === 'box' || (!isOffset(child) && !isPoints(child)),
  )
  return others.length > 0 ? { more: others.map(elementText) } : {}
}

const isPlainPoint = ({ name, attributes, children }: XmlElement): boolean =>
  name === 'mxPoint' &&
  children.length === 0 &&
  [...attributes].every(([key, value]) => (key === 'x' || key === 'y' ? isExact(value) : key === 'as'))

/** Whether an element says no more than what is read of it. */
function isPlain({ attributes, children }: XmlElement, kind: Kind): boolean {
  const relative = attributes.get('relative')
  if (kind === 'line' ? relative !== '1' : !/^[01]$/.test(relative ?? '0')) return false
  if (![...attributes.keys()].every(key => KNOWN.has(key)) || attributes.get('as') !== 'geometry')
    return false
  if (!NUMBERS.every(key => isExact(attributes.get(key)))) return false
  if (kind === 'box') return true
  const [lists, offsets] = [children.filter(isPoints), children.filter(isOffset)]
  return (
    lists.length <= 1 &&
    offsets.length <= 1 &&
    lists.every(list => list.attributes.size === 1 && list.children.every(isPlainPoint)) &&
    offsets.every(isPlainPoint)
  )
}

/** The text of a geometry that says more than what is read of it. */
export function exactSource(geometry: XmlElement | undefined, kind: Kind): { readonly source?: string } {
  return geometry && !isPlain(geometry, kind) ? { source: elementText(geometry) } : {}
}

/** The element that such a text is. */
function elementOf(source: string): XmlElement | undefined {
  const parsed = parseXml(source)
  return parsed.ok && parsed.root.name === 'mxGeometry' ? parsed.root : undefined
}

export const pairOf = ({ attributes }: XmlElement): readonly [number, number] => [
  numberOf(attributes.get('x')) ?? 0,
  numberOf(attributes.get('y')) ?? 0,
]

/** A geometry in the form in which cells are written, with its numbers as they are. */
function xmlOf(element: XmlElement, kind: Kind): GeometryXml {
  const offset = kind === 'line' ? element.children.find(isOffset) : undefined
  const lists = kind === 'line' ? element.children.filter(isPoints) : []
  const points = lists.flatMap(({ children }) =>
    children.filter(({ name }) => name === 'mxPoint').map(pairOf),
  )
  return {
    attributes: [...element.attributes].filter(([name]) => name !== 'as'),
    points,
    ...(offset && { offset: pairOf(offset) }),
    ...moreOf(element, kind),
  }
}

/** What a geometry says, as finely as it is read. A line that is not `relative` has no place for its label. */
function meaning({ attributes, points, offset = [0, 0], more = [] }: GeometryXml, kind: Kind): string {
  const said = new Map(attributes)
  const placed = kind === 'box' || said.get('relative') === '1'
  const numbers = NUMBERS.map(key =>
    rounded(placed || key === 'width' || key === 'height' ? (numberOf(said.get(key)) ?? 0) : 0),
  )
  const relative = kind === 'box' && said.get('relative') === '1'
  return JSON.stringify([numbers, relative, points.map(pair => pair.map(rounded)), offset.map(rounded), more])
}

/** The geometry to write: as its file has it, while that says the same. */
export function asInFile(ours: GeometryXml, source: string | undefined, kind: Kind): GeometryXml {
  const element = source === undefined ? undefined : elementOf(source)
  if (!element || source === undefined) return ours
  const theirs = xmlOf(element, kind)
  return meaning(theirs, kind) === meaning(ours, kind) ? { ...theirs, source } : ours
}
