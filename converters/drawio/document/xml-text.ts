/** Elements as text: always the same bytes for the same element. */

import { escapeAttribute } from '../../../src/text/xml-characters.js'
import type { XmlElement } from './xml.js'

export type Attributes = readonly (readonly [name: string, value: string])[]

export const tag = (name: string, attributes: Attributes, close = ''): string =>
  `<${name}${attributes.map(([key, value]) => ` ${key}="${escapeAttribute(value)}"`).join('')}${close}>`

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
