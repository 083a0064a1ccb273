/**
 * Icons that Mermaid's nodes show, which draw.io has only as pictures: a sign of Unicode that pictures the same, else the name, is drawn as
 * one, in a box of the form that is asked for. What the node says stands beside the cell, and counts while the cell shows that picture.
 */
import { makeNode } from '../../../src/ir/build.js'
import type { Node, Value } from '../../../src/ir/model.js'
import { ICONS_OF, iconExtras, iconOf, iconSaid, signOfIcon } from '../../../src/layout/measure/icons.js'
import { escapeContent } from '../../../src/text/xml-characters.js'
import { parseStyle } from '../document/style.js'
import { SHAPE_KEYS, SHAPE_STYLES } from '../shapes.js'
import type { Aspect, Scalar, Values } from './aspect.js'

const KEYS = ['icon', 'form', 'w', 'h'] as const

/** What a node says of its icon, in one value: `icon=fa:user&form=circle&h=60`; nothing where it shows none. */
export function iconValue(node: Node): string | undefined {
  const own = iconOf(node) && iconSaid(node)
  if (!own) return undefined
  const kept = iconExtras(node, ICONS_OF, own)
  return new URLSearchParams(
    KEYS.flatMap(key => (kept.has(key) ? [[key, String(kept.get(key))] as [string, string]] : [])),
  ).toString()
}

/** Where the label of a picture or icon stands, if not below it. */
export const labelAtValue = (node: Node): string | undefined =>
  iconSaid(node)?.has('pos') && iconExtras(node, ICONS_OF, iconSaid(node)!).has('pos') ? 't' : undefined

/** The extras that such values say. */
export function iconExtrasIn(values: Values): ReadonlyMap<string, Value> {
  const said = new URLSearchParams(String(values.get('icon') ?? ''))
  const own = new Map<string, Value>()
  for (const key of KEYS) {
    const value = said.get(key)
    if (value !== null) own.set(key, key === 'w' || key === 'h' ? Number(value) : value)
  }
  if (values.get('labelAt') === 't') own.set('pos', 't')
  return own
}

const nodeOf = (value: Scalar): Node =>
  makeNode({
    id: '',
    shape: 'icon',
    extras: new Map([[ICONS_OF, iconExtrasIn(new Map([['icon', value]]))]]),
  })

const SIDE = 48
const SVG = 'data:image/svg+xml,'
const START = `<svg xmlns="http://www.w3.org/2000/svg" class="diaglot-icon" width="${SIDE}" height="${SIDE}" viewBox="0 0 ${SIDE} ${SIDE}">`
const ADDRESS = SVG + encodeURIComponent(START)

/** Whether the address of a picture is that of an icon of ours. */
export const isIconPicture = (address: string): boolean => address.startsWith(ADDRESS)

const LETTERS = 10
const LINES = 4

/** The words of a name in lines that stand in an icon. */
function linesOf(words: string): string[] {
  const lines: string[] = []
  for (const word of words.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= LETTERS) lines[lines.length - 1] += ` ${word}`
    else lines.push(word)
  }
  return lines.slice(0, LINES).map(line => {
    const letters = [...line]
    return letters.length <= LETTERS ? line : `${letters.slice(0, LETTERS - 1).join('')}…`
  })
}

const textAt = (y: number, size: number, colour: string, text: string): string =>
  `<text x="${SIDE / 2}" y="${y}" font-family="Helvetica,Arial,sans-serif" font-size="${size}" text-anchor="middle" fill="${colour}">${escapeContent(text)}</text>`

function pictureOf(node: Node): string {
  const icon = iconOf(node)!
  const { sign, words } = signOfIcon(icon)
  if (sign !== undefined) return `${START}${textAt(37, 36, '#333', sign)}</svg>`
  const lines = linesOf(words)
  // What stands alone and has no sign would be a loose word: its box says that there is a picture.
  const frame =
    icon.form === undefined
      ? `<rect x="1" y="1" width="46" height="46" rx="6" fill="#f5f5f5" stroke="#888" stroke-dasharray="3 2"/>`
      : ''
  const first = SIDE / 2 + 3 - (lines.length - 1) * 5
  return `${START}${frame}${lines.map((line, i) => textAt(first + 10 * i, 9, '#333', line)).join('')}</svg>`
}

const BELOW = 'verticalLabelPosition=bottom;verticalAlign=top;'
const BARE = parseStyle(SHAPE_STYLES.image)
const BOX = 'shape=label;imageAlign=center;imageVerticalAlign=middle;'
const FORMS = {
  square: parseStyle(`${BOX}rounded=0;${BELOW}`),
  rounded: parseStyle(`${BOX}rounded=1;arcSize=12;${BELOW}`),
  circle: parseStyle(`${BOX}rounded=1;arcSize=50;perimeter=ellipsePerimeter;${BELOW}`),
}
const KEYS_OF_FORMS = new Set(Object.values(FORMS).flatMap(style => [...style.keys()]))

export const icon: Aspect = {
  name: 'icon',
  keys: ['image'],
  more: key => KEYS_OF_FORMS.has(key) || key === 'imageWidth' || key === 'imageHeight',
  write: (value, into) => {
    const node = nodeOf(value)
    const own = iconOf(node)
    if (!own) return
    for (const [key, entry] of [...into]) if (entry === null || SHAPE_KEYS.has(key)) into.delete(key)
    for (const [key, entry] of own.form === undefined ? BARE : FORMS[own.form]) into.set(key, entry)
    if (own.form !== undefined) {
      into.set('imageWidth', String(own.size))
      into.set('imageHeight', String(own.size))
    }
    into.set('image', SVG + encodeURIComponent(pictureOf(node)))
  },
  read: () => undefined,
  valid: value => typeof value === 'string' && iconOf(nodeOf(value)) !== undefined,
}

export const labelAt: Aspect = {
  name: 'labelAt',
  keys: ['verticalLabelPosition', 'verticalAlign'],
  write: (_, into) => {
    into.set('verticalLabelPosition', 'top')
    into.set('verticalAlign', 'bottom')
  },
  read: () => undefined,
  valid: value => value === 't',
}
