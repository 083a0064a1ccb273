/** From a cell's XML back to the cell that would be written as it. */

import { rounded } from '../document/box.js'
import type { Cell, GeometryXml } from '../document/cell.js'
import { cellLines } from '../document/cell.js'
import { cellElement, geometryElement, harmless } from '../document/cell-element.js'
import { attributesOf } from '../document/data-element.js'
import { numberOf, parseStyle } from '../document/style.js'
import { parseXml, type XmlElement } from '../document/xml.js'
import type { Attributes } from '../document/xml-text.js'
import { exactSource, isOffset, isPoints, moreOf } from './exact.js'

const without = (attributes: ReadonlyMap<string, string>, ...names: string[]): Attributes =>
  [...attributes].filter(([name]) => !names.includes(name))

function geometryOf(geometry: XmlElement | undefined): GeometryXml {
  const pair = ({ attributes }: XmlElement): readonly [number, number] => [
    rounded(numberOf(attributes.get('x')) ?? 0),
    rounded(numberOf(attributes.get('y')) ?? 0),
  ]
  const offset = geometry?.children.find(isOffset)
  const points = geometry?.children.find(isPoints)?.children.filter(({ name }) => name === 'mxPoint')
  return {
    attributes: without(geometry?.attributes ?? new Map(), 'as'),
    points: points?.map(pair) ?? [],
    ...(offset && { offset: pair(offset) }),
    ...moreOf(geometry, 'line'),
    ...exactSource(geometry, geometry?.attributes.get('relative') === '1' ? 'line' : 'box'),
  }
}

/** The cell that an element is, in a parent. No scripts come with its label and link. */
export function cellOfElement(said: XmlElement, parent: string): Cell | undefined {
  const element = harmless(said)
  const cell = cellElement(element)
  if (!cell) return undefined
  const style = parseStyle(cell.attributes.get('style') ?? '')
  const wrapped = element !== cell
  const label = (wrapped ? element.attributes.get('label') : cell.attributes.get('value')) ?? ''
  return {
    id: element.attributes.get('id') ?? '',
    label,
    style,
    parent,
    attributes: wrapped ? without(attributesOf(element), 'id', 'label') : [],
    ...(wrapped && element.name !== 'object' && { wrapper: element.name }),
    cellAttributes: without(cell.attributes, 'id', 'value', 'style', 'parent'),
    geometry: geometryOf(geometryElement(cell)),
  }
}

/** A cell on one line, without its parent. */
export function textOfCell(cell: Cell): string {
  const text = [...cellLines({ ...cell, parent: '' })].map(line => line.trim()).join('')
  const parent = ' parent=""'
  const at = text.lastIndexOf(parent)
  return text.slice(0, at) + text.slice(at + parent.length)
}

/** The cell that such a text is, or nothing where it is none that could stand on a page. */
export function cellOfText(text: unknown, parent: string): Cell | undefined {
  const parsed = typeof text === 'string' ? parseXml(text) : undefined
  const cell = parsed?.ok ? cellOfElement(parsed.root, parent) : undefined
  if (!cell || cell.id === '') return undefined
  return textOfCell(cell) === text ? cell : undefined
}
