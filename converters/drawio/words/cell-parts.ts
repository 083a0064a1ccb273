/** What cells of all kinds are made of. */
import type { Edge, Group, Node, Text } from '../../../src/ir/model.js'
import { mentionsScript } from '../../../src/text/script-urls.js'
import { type GeometryXml, numberText } from '../document/cell.js'
import { formatStyle, parseStyle, type StyleMap, sameStyle } from '../document/style.js'
import { parseXml, type XmlElement } from '../document/xml.js'
import type { Kind, Values } from './aspect.js'
import { isOffset, pairOf } from './exact.js'
import { pinsOf } from './geometry.js'
import { inFile } from './in-file.js'
import { mergeStyle, writeAspects } from './style-aspects.js'

/**
 * The style that a file has for an element, where it says more than ours would. That of a node with fields is of one piece with the
 * cells in it, and stands with them in the document.
 */
export function styleIn(element: Node | Group | Edge): string | undefined {
  const own = hasFields(element) ? inFile(element) : element.extras.get('drawio')
  const style = own?.get('style')
  return typeof style === 'string' && !mentionsScript(style) ? style : undefined
}

export const hasFields = (element: Node | Group | Edge): boolean =>
  'fields' in element && element.fields !== undefined && element.fields.length > 0

/**
 * The style to write: the one a person drew, as far as it still says what the model says, else our own. Of extras it is known that they
 * say more than ours; what a document has may say the same in another order.
 */
export function styleFor(kind: Kind, element: Node | Group | Edge, values: Values): StyleMap {
  const style = styleOver(kind, styleIn(element), values)
  if (!hasFields(element)) return style
  const usual = writeAspects(kind, values)
  return sameStyle(style, usual) ? usual : style
}

/** A style that a person drew, with what the values say otherwise. */
export function styleOver(kind: Kind, drawn: string | undefined, values: Values): StyleMap {
  if (drawn === undefined) return writeAspects(kind, values)
  const style = new Map(parseStyle(drawn))
  for (const [key, value] of writeAspects(kind, values)) if (key.startsWith('#')) style.set(key, value)
  return mergeStyle(kind, style, values)
}

export const isHtml = (style: StyleMap): boolean => style.get('html') === '1'

export const sameText = (a: Text, b: Text): boolean =>
  a.text === b.text && a.rich?.syntax === b.rich?.syntax && a.rich?.source === b.rich?.source

/** Attributes of the wrapper that show the `#` aspects. @param raw those that are shown as something else */
export function* displayedAttributes(
  style: StyleMap,
  raw: ReadonlyMap<string, string>,
): Generator<readonly [string, string]> {
  for (const key of ['tooltip', 'link', 'linkTarget']) {
    const value = raw.get(key) ?? style.get(`#${key}`)
    if (typeof value === 'string') yield [key, value]
  }
}

export const visibility = (style: StyleMap): [string, string][] =>
  style.get('#visible') === '0' ? [['visible', '0']] : []

/** What the mark of a page counts: where a cell stands and how large it is. */
export function geometryLine(
  id: string,
  style: StyleMap,
  { attributes, points, offset, more }: GeometryXml,
): string {
  const numbers = ['x', 'y', 'width', 'height'].map(key =>
    numberText(Number(attributes.find(([name]) => name === key)?.[1] ?? 0)),
  )
  const flat = [...points.flat(), ...(offset ?? offsetIn(more ?? []) ?? [0, 0])].map(numberText)
  const pins = formatStyle(new Map([...pinsOf(style, 'exit'), ...pinsOf(style, 'entry')]))
  return `${id} ${numbers.join(' ')} ${flat.join(' ')} ${pins} ${style.get('startSize') ?? ''}`
}

/** The offset of a box, which stands among what its geometry says beside its size. */
function offsetIn(more: readonly string[]): readonly [number, number] | undefined {
  const found = more.map(text => parseXml(text)).find(parsed => parsed.ok && isOffset(parsed.root))
  return found?.ok ? pairOf(found.root) : undefined
}

/** A cell's geometry as it stands in a file, in the form in which cells are written. */
export function geometryXml(geometry: XmlElement | undefined): GeometryXml {
  const points: (readonly [number, number])[] = []
  let offset: readonly [number, number] | undefined
  for (const child of geometry?.children ?? []) {
    if (isOffset(child)) offset = pairOf(child)
    else if (child.name === 'Array') for (const point of child.children) points.push(pairOf(point))
  }
  return { attributes: [...(geometry?.attributes ?? [])], points, ...(offset && { offset }) }
}
