/** A cell's element with only that changed which a writer would write otherwise now. */

import { escapeAttribute } from '../../../src/text/xml-characters.js'
import type { Cell } from '../document/cell.js'
import { cellElement, geometryElement } from '../document/cell-element.js'
import { attributesOf, isData, wrapperOf } from '../document/data-element.js'
import type { RawCell } from '../document/raw.js'
import { formatStyle, parseStyle, type StyleMap } from '../document/style.js'
import type { XmlElement } from '../document/xml.js'
import { inDrawnOrder } from '../words/style-aspects.js'

type Pairs = Iterable<readonly [string, string]>

function element(
  name: string,
  attributes: Pairs,
  children: readonly XmlElement[] = [],
  old?: XmlElement,
): XmlElement {
  const nowhere = { text: '', start: 0, tagEnd: 0, end: 0 }
  return { ...nowhere, ...old, name, attributes: new Map(attributes), children }
}

/**
 * An element as text, one line for each inside of it, as `cellLines` writes them. Elements of a cell nest a few
 * levels deep; what a stranger nested deeper goes on one level.
 */
function indentedText(root: XmlElement, indent: string | undefined): string {
  let text = ''
  let afterData = false
  const waiting: (readonly [XmlElement | string, number])[] = [[root, 0]]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [item, depth] = next
    if (text !== '' && indent !== undefined && !(afterData && typeof item === 'string'))
      text += `\n${indent}${'  '.repeat(Math.min(depth, 8))}`
    if (typeof item === 'string') {
      text += item
      afterData = false
      continue
    }
    const { name, attributes, children } = item
    afterData = isData(item)
    const pairs = [...attributes].map(([key, value]) => ` ${key}="${escapeAttribute(value)}"`).join('')
    const close = children.length > 0 ? '' : /^mx(Geometry|Point)$/.test(name) ? ' /' : '/'
    text += `<${name}${pairs}${close}>`
    if (children.length === 0) continue
    waiting.push([`</${name}>`, depth])
    for (let i = children.length - 1; i >= 0; i--) waiting.push([children[i]!, depth + 1])
  }
  return text
}

/** What is to be set and, with `undefined`, taken away. */
function changes(before: Pairs, after: Pairs): Map<string, string | undefined> {
  const [old, now] = [new Map(before), new Map(after)]
  const changed = new Map<string, string | undefined>()
  for (const [key, value] of now) if (old.get(key) !== value) changed.set(key, value)
  for (const key of old.keys()) if (!now.has(key)) changed.set(key, undefined)
  return changed
}

function apply(
  attributes: ReadonlyMap<string, string>,
  changed: ReadonlyMap<string, string | undefined>,
): Map<string, string> {
  const result = new Map(attributes)
  for (const [key, value] of changed) {
    if (value === undefined) result.delete(key)
    else result.set(key, value)
  }
  return result
}

const visible = (style: StyleMap): [string, string | null][] =>
  [...style].filter(([key]) => !key.startsWith('#'))

/** The style that a person may have changed, with the keys replaced that the model now has otherwise. */
function patchStyle(drawn: string, before: StyleMap, after: StyleMap): string {
  const [old, now] = [new Map(visible(before)), new Map(visible(after))]
  const style = new Map(parseStyle(drawn))
  let changed = false
  const set = (key: string, value: string | null | undefined): void => {
    changed = true
    if (value === undefined) style.delete(key)
    else style.set(key, value)
  }
  for (const [key, value] of now) if (!old.has(key) || old.get(key) !== value) set(key, value)
  for (const key of old.keys()) if (!now.has(key)) set(key, undefined)
  if (!changed) return drawn
  return formatStyle(inDrawnOrder(style, parseStyle(drawn)))
}

const placeOf = ({ parent, geometry }: Cell): string => JSON.stringify([parent, geometry])

/** Whether a cell stays in its parent and at its place there. */
export const samePlace = (before: Cell, after: Cell): boolean => placeOf(before) === placeOf(after)

function patchGeometry(old: XmlElement | undefined, { geometry }: Cell): XmlElement {
  const attributes = new Map(old?.attributes ?? [['as', 'geometry']])
  for (const key of ['x', 'y', 'width', 'height', 'relative']) {
    const value = geometry.attributes.find(([name]) => name === key)?.[1]
    if (value !== undefined) attributes.set(key, value)
    else if (key !== 'relative') attributes.delete(key)
  }
  const point = ([x, y]: readonly [number, number], as?: string): XmlElement =>
    element('mxPoint', [['x', String(x)], ['y', String(y)], ...(as ? ([['as', as]] as const) : [])])
  const others = (old?.children ?? []).filter(
    ({ name, attributes: own }) => name !== 'Array' && own.get('as') !== 'offset',
  )
  const points = geometry.points.map(pair => point(pair))
  return element(
    'mxGeometry',
    attributes,
    [
      ...(points.length > 0 ? [element('Array', [['as', 'points']], points)] : []),
      ...others,
      ...(geometry.offset ? [point(geometry.offset, 'offset')] : []),
    ],
    old,
  )
}

interface How {
  /** Whether its parent went away, so that its place has to be said anew in any case. */
  readonly fresh: boolean
  /** The blanks before its line, where the file has lines. */
  readonly indent: string | undefined
  /** Whether the cell has to say what it is, since it does not look like it. */
  readonly kind: boolean | undefined
}

/**
 * The text of a cell's element, or nothing where it stays as it is.
 * @param before the cell as a writer would have written it until now
 */
export function patchCell(
  raw: RawCell,
  before: Cell,
  after: Cell,
  { fresh, indent, kind: isUnclear }: How,
): string | undefined {
  const wrapped = raw.element.name !== 'mxCell'
  const cell = cellElement(raw.element)!
  const drawn = cell.attributes.get('style') ?? ''
  const style = patchStyle(drawn, before.style, after.style)
  const attributes = changes(before.attributes, after.attributes)
  const said = new Map(after.attributes)
  // Mermaid's name for a node is its id as it stands.
  if (!raw.attributes.has('diaglot-kind') && said.get('mermaidId') === said.get('diaglot-id'))
    attributes.delete('diaglot-id')
  // Beside a cell that we did not write, an id of its own counts only with the kind that it is the id of.
  const kind = said.get('diaglot-kind')
  const isNamed = attributes.get('diaglot-id') !== undefined && !raw.attributes.has('diaglot-kind')
  if (kind !== undefined && (isNamed || isUnclear)) attributes.set('diaglot-kind', kind)
  // What a writer would have written of a cell, and its file does not say.
  for (const [key, value] of attributes)
    if (value === undefined && !raw.attributes.has(key)) attributes.delete(key)
  const own = changes(before.cellAttributes, after.cellAttributes)
  const moves = fresh || !samePlace(before, after)
  const relabelled = before.label !== after.label
  if (style === drawn && attributes.size === 0 && own.size === 0 && !moves && !relabelled) return undefined
  const inner = apply(cell.attributes, own)
  if (style !== drawn) inner.set('style', style)
  if (moves) inner.set('parent', after.parent)
  if (relabelled && !wrapped) inner.set('value', after.label)
  const geometry = geometryElement(cell)
  const children = moves
    ? [...cell.children.filter(child => child !== geometry), patchGeometry(geometry, after)]
    : cell.children
  if (wrapped) {
    const outer = apply(raw.attributes, attributes)
    if (relabelled) outer.set('label', after.label)
    return indentedText(wrapperOf(raw.element, outer, element('mxCell', inner, children, cell)), indent)
  }
  if (attributes.size === 0) return indentedText(element('mxCell', inner, children, cell), indent)
  const [label, id] = [inner.get('value') ?? '', inner.get('id') ?? raw.id]
  inner.delete('value')
  inner.delete('id')
  const outer: Pairs = [['label', label], ...apply(new Map(), attributes), ['id', id]]
  return indentedText(wrapperOf(cell, outer, element('mxCell', inner, children, cell)), indent)
}

/** A cell at another place, or in another parent than the one that went away. */
export function rehang(raw: RawCell, { parent, x, y }: Place, indent: string | undefined): string {
  const cell = cellElement(raw.element)!
  const old = geometryElement(cell)
  const inner = apply(cell.attributes, new Map([['parent', parent]]))
  const place =
    raw.relative || raw.kind === 'edge'
      ? []
      : ([
          ['x', String(x)],
          ['y', String(y)],
        ] as const)
  const geometry = old && element('mxGeometry', apply(old.attributes, new Map(place)), old.children, old)
  const children = cell.children.map(child => (child === old && geometry ? geometry : child))
  const patched = element('mxCell', inner, children, cell)
  if (raw.element === cell) return indentedText(patched, indent)
  const rest = raw.element.children.map(child => (child === cell ? patched : child))
  return indentedText(element(raw.element.name, raw.element.attributes, rest, raw.element), indent)
}

/** Where a cell stands in its parent. */
export interface Place {
  readonly parent: string
  readonly x: number
  readonly y: number
}

/** A cell with another label, as text. */
export function patchLabel({ element: old }: RawCell, label: string, indent: string | undefined): string {
  const name = old.name === 'mxCell' ? 'value' : 'label'
  return indentedText({ ...old, attributes: new Map(old.attributes).set(name, label) }, indent)
}

/** An element's attributes set and taken away, as text. */
export function patchAttributes(
  old: XmlElement,
  changed: ReadonlyMap<string, string | undefined>,
  indent: string | undefined,
): string {
  if (old.name !== 'mxCell') {
    return indentedText(wrapperOf(old, apply(attributesOf(old), changed), cellElement(old)!), indent)
  }
  const inner = new Map(old.attributes)
  const [label, id] = [inner.get('value') ?? '', inner.get('id') ?? '']
  inner.delete('value')
  inner.delete('id')
  const outer: Pairs = [['label', label], ...apply(new Map(), changed), ['id', id]]
  return indentedText(wrapperOf(old, outer, element('mxCell', inner, old.children, old)), indent)
}

/** The blanks before an element, where it begins a line. */
export function indentOf(text: string, start: number): string | undefined {
  const from = startOfLine(text, start)
  return from === start && text[from] !== '\n' ? undefined : text.slice(from, start).replace(/^\r?\n/, '')
}

/** Where the blanks begin that stand before an element on its line. */
export function startOfLine(text: string, start: number): number {
  let at = start
  while (at > 0 && /[ \t]/.test(text[at - 1]!)) at--
  if (text[at - 1] !== '\n') return start
  return text[at - 2] === '\r' ? at - 2 : at - 1
}
