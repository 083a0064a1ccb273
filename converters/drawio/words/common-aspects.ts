/** Aspects that nodes, groups and edges have in common, and what aspects are made of. */

import { cleanXml } from '../../../src/text/xml-characters.js'
import { htmlOfText, isHarmless } from '../document/html.js'
import { fitsStyle, numberOf, type StyleMap } from '../document/style.js'
import type { Aspect, Entries } from './aspect.js'

export const put = (into: Entries, key: string, value: string): void => {
  if (fitsStyle(value) && value !== '') into.set(key, value)
}

/** What stands for no value of its own: that of the style sheet, of the parent, of the page. */
const NO_VALUE = new Set([null, undefined, '', 'default', 'inherit', 'indicated', 'swimlane'])

/** Of a colour for each of the two modes of the page, the one for the light mode. */
export function valueIn(style: StyleMap, key: string): string | undefined {
  const value = style.get(key)
  if (NO_VALUE.has(value)) return undefined
  return lightColor(value!) || value!
}

/** `rgb(0,0,0)` of `light-dark(rgb(0,0,0),#ffffff)`: what stands before the first comma outside of further brackets. */
function lightColor(value: string): string | undefined {
  if (!value.startsWith('light-dark(')) return undefined
  const start = 'light-dark('.length
  let level = 0
  for (const { index, 0: sign } of value.slice(start).matchAll(/[(),]/g)) {
    if (sign === '(') level++
    else if (sign === ')') level--
    else if (level === 0) return value.slice(start, start + index).trim()
    if (level < 0) return undefined
  }
  return undefined
}

/** A value that stands in one key as it is. */
export const plain = (name: string, key: string): Aspect => ({
  name,
  keys: [key],
  write: (value, into) => put(into, key, String(value)),
  read: style => valueIn(style, key),
})

export const numeric = (name: string, key: string, factor = 1): Aspect => ({
  name,
  keys: [key],
  write: (value, into) => put(into, key, String(Number((Number(value) * factor).toPrecision(12)))),
  read: style => {
    const value = numberOf(style.get(key))
    return value === undefined ? undefined : value / factor
  },
})

/** Attributes of the wrapper. They hold any text, so they are not subject to what fits a style. */
const attribute = (name: string, key: string): Aspect => ({
  name,
  keys: [key],
  write: (value, into) => into.set(key, cleanXml(String(value))),
  read: style => style.get(key) ?? undefined,
})

const BOLD = 1
const ITALIC = 2

const bits = (style: StyleMap): number => numberOf(style.get('fontStyle')) ?? 0

const isBold = (weight: string): boolean => /^bold(er)?$/i.test(weight) || Number(weight) >= 600

const fontStyle = (name: string, bit: number, shows: (value: string) => boolean, word: string): Aspect => ({
  name,
  keys: ['fontStyle'],
  write: (value, into) => {
    if (shows(String(value))) into.set('fontStyle', String(bits(into) | bit))
  },
  read: style => ((bits(style) & bit) !== 0 ? word : undefined),
})

export const fonts: readonly Aspect[] = [
  plain('color', 'fontColor'),
  plain('fontFamily', 'fontFamily'),
  numeric('fontSize', 'fontSize'),
  fontStyle('fontWeight', BOLD, isBold, 'bold'),
  fontStyle('fontStyle', ITALIC, value => /italic|oblique/i.test(value), 'italic'),
]

export const links: readonly Aspect[] = [
  attribute('url', '#link'),
  {
    ...attribute('tooltip', '#tooltip'),
    // Viewers show tooltips as HTML; what would run there is written as the text that it is.
    write: (value, into) => {
      const text = String(value)
      into.set('#tooltip', cleanXml(isHarmless(text) ? text : htmlOfText(text)))
    },
  },
  attribute('target', '#linkTarget'),
]

/** A cell that is there and not seen: `visible="0"` takes the lines at it along. */
const UNSEEN = ['opacity', 'textOpacity'] as const

/** `true`, or `lines` where what leads to it is seen. */
export const hidden: Aspect = {
  name: 'hidden',
  keys: ['#visible'],
  besides: UNSEEN,
  more: (key, value) => value === '0' && UNSEEN.some(unseen => unseen === key),
  write: (value, into) => {
    if (value === true) into.set('#visible', '0')
    if (value === 'lines') for (const key of UNSEEN) into.set(key, '0')
  },
  read: style => (style.get('#visible') === '0' ? true : undefined),
  valid: value => value === true || value === 'lines',
}
