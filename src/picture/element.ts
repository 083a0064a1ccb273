/** SVG elements as text. */
import { cleanXml, escapeAttribute, escapeContent } from '../text/xml-characters.js'

/** Attributes in their order; those that are `undefined` are left out. */
export type Attributes = readonly (readonly [name: string, value: string | number | undefined])[]

/** A number with two digits behind the point at most. */
export function numberText(value: number): string {
  const rounded = Math.round(value * 100) / 100
  return Number.isFinite(rounded) ? String(rounded === 0 ? 0 : rounded) : '0'
}

function attributeText([name, value]: Attributes[number]): string {
  if (value === undefined) return ''
  return ` ${name}="${typeof value === 'number' ? numberText(value) : escapeAttribute(value)}"`
}

/** An element. @param content markup; one without content is closed at once */
export function element(name: string, attributes: Attributes, content = ''): string {
  const head = `<${name}${attributes.map(attributeText).join('')}`
  return content === '' ? `${head}/>` : `${head}>${content}</${name}>`
}

/** An element that only holds a text. */
export const textElement = (name: string, attributes: Attributes, text: string): string =>
  element(name, attributes, escapeContent(cleanXml(text)))
