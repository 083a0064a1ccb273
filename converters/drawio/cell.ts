/** Cells as XML: an `mxCell`, inside an `object` where it carries attributes. */
import { rounded } from './geometry.js'
import { formatStyle, type StyleMap } from './style.js'
import type { XmlElement } from './xml.js'
import { escapeAttribute } from './xml.js'

export type Attributes = readonly (readonly [name: string, value: string])[]

export interface Cell {
  readonly id: string
  readonly label: string
  readonly style: StyleMap
  readonly parent: string
  /** Attributes of the wrapper; without any there is none. */
  readonly attributes: Attributes
  /** `vertex`, `edge` and what else stands on the cell itself. */
  readonly own: Attributes
  readonly geometry: GeometryXml
}

export interface GeometryXml {
  readonly attributes: Attributes
  readonly points: readonly (readonly [number, number])[]
  readonly offset?: readonly [number, number]
}

const tag = (name: string, attributes: Attributes, close = ''): string =>
  `<${name}${attributes.map(([key, value]) => ` ${key}="${escapeAttribute(value)}"`).join('')}${close}>`

/** A number as it is written in geometry. */
export const numberText = (value: number): string => String(rounded(value))

function* geometryLines({ attributes, points, offset }: GeometryXml): Generator<string> {
  const all: Attributes = [...attributes, ['as', 'geometry']]
  if (points.length === 0 && !offset) {
    yield tag('mxGeometry', all, ' /')
    return
  }
  yield tag('mxGeometry', all)
  if (points.length > 0) {
    yield '  <Array as="points">'
    for (const [x, y] of points) yield `    ${pointTag(x, y)}`
    yield '  </Array>'
  }
  if (offset) yield `  ${pointTag(offset[0], offset[1], 'offset')}`
  yield '</mxGeometry>'
}

function pointTag(x: number, y: number, as?: string): string {
  const attributes: [string, string][] = [
    ['x', numberText(x)],
    ['y', numberText(y)],
  ]
  if (as) attributes.push(['as', as])
  return tag('mxPoint', attributes, ' /')
}

/** The lines of a cell, without indentation of their own. */
export function* cellLines(cell: Cell): Generator<string> {
  const { id, label, parent, attributes, own } = cell
  const visible = [...cell.style].filter(([key]) => !key.startsWith('#'))
  const common: Attributes = [['style', formatStyle(new Map(visible))], ...own, ['parent', parent]]
  const wrapped = attributes.length > 0
  if (wrapped) {
    yield tag('object', [['label', label], ...attributes, ['id', id]])
    yield `  ${tag('mxCell', common)}`
  } else yield tag('mxCell', [['id', id], ['value', label], ...common])
  const indent = wrapped ? '    ' : '  '
  for (const line of geometryLines(cell.geometry)) yield indent + line
  yield wrapped ? '  </mxCell>' : '</mxCell>'
  if (wrapped) yield '</object>'
}

/** An element as canonical XML on one line, without recursion. Text between elements is left out. */
export function elementText(root: XmlElement): string {
  let text = ''
  const waiting: (XmlElement | string)[] = [root]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (typeof next === 'string') {
      text += next
      continue
    }
    const { name, attributes, children } = next
    text += tag(name, [...attributes], children.length === 0 ? '/' : '')
    if (children.length === 0) continue
    waiting.push(`</${name}>`)
    for (let i = children.length - 1; i >= 0; i--) waiting.push(children[i]!)
  }
  return text
}
