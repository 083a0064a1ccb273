/**
 * Colours: from what DOT writes to CSS and back (https://graphviz.org/docs/attr-types/color/). The model
 * holds a name where DOT and CSS mean the same by it, otherwise `#rrggbb` or `#rrggbbaa`, and `none`.
 */

import { cssColors } from '../../../src/text/css-colors.js'
import { brewerColor } from './brewer.js'
import { x11Colors } from './color-names.js'

/**
 * The CSS colour of a DOT colour, or of the first one of a colour list. `undefined` for what DOT does not know either. Behind one slash
 * stands a colour of X11, behind two one of the scheme at hand (`resolveColor` in Graphviz's `colxlate.c`).
 */
export function cssOfDot(value: string, scheme = 'x11'): string | undefined {
  const first = value.split(/[:;]/, 1)[0]!.trim()
  const current = scheme === '' ? 'x11' : scheme
  const [, named, name] = /^(?:\/(?:([^/]*)\/)?)(.+)$/.exec(first) ?? []
  if (name !== undefined) return ofScheme(name, named === undefined ? 'x11' : named === '' ? current : named)
  return hexColor(first) ?? hsvColor(first) ?? ofScheme(first, current)
}

/** The nearest colour that DOT writes and reads back as it is; `undefined` where CSS means no single colour. */
export function nearestColor(value: string): string | undefined {
  const color = value.trim().toLowerCase()
  if (color === 'none' || color === 'transparent') return 'none'
  const hex = cssColors.get(color)
  if (hex) return x11Colors.get(color) === hex ? color : hex
  return color === 'rebeccapurple' ? '#663399' : (hexColor(color) ?? functionColor(color))
}

/** How DOT writes a colour that `nearestColor` gave. */
export function dotOfCss(color: string): string {
  return color === 'none' ? 'transparent' : color
}

function ofScheme(name: string, scheme: string): string | undefined {
  const color = name.toLowerCase()
  if (/^(transparent|none|invis)$/.test(color)) return 'none'
  const known = scheme.toLowerCase()
  const table = known === 'svg' ? cssColors : known === 'x11' ? x11Colors : undefined
  if (!table) return brewerColor(known, color)
  const hex = table.get(color)
  return hex && (cssColors.get(color) === x11Colors.get(color) ? color : hex)
}

/** `#rgb`, `#rgba`, `#rrggbb` and `#rrggbbaa`, in small letters and without an alpha that says nothing. */
function hexColor(value: string): string | undefined {
  const digits = /^#([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$/i.exec(value)?.[1]?.toLowerCase()
  if (!digits) return undefined
  const long = digits.length < 6 ? [...digits].map(digit => digit + digit).join('') : digits
  return `#${long.length === 8 && long.endsWith('ff') ? long.slice(0, 6) : long}`
}

/** `0.6 0.5 1.0` or `0.6,0.5,1.0`: hue, saturation and value from 0 to 1, and sometimes alpha. */
function hsvColor(value: string): string | undefined {
  const parts = value.split(/[\s,]+/)
  if (parts.length < 3 || parts.length > 4 || !parts.every(part => /^[+-]?(\d+(?:\.\d*)?|\.\d+)$/.test(part)))
    return undefined
  const [hue, saturation, brightness, alpha = 1] = parts.map(part => Math.min(1, Math.max(0, Number(part))))
  const channel = (offset: number) => {
    const turn = (offset + hue! * 6) % 6
    return brightness! * (1 - saturation! * Math.max(0, Math.min(turn, 4 - turn, 1)))
  }
  return hexColor(`#${hexByte(channel(5))}${hexByte(channel(3))}${hexByte(channel(1))}${hexByte(alpha)}`)
}

function hexByte(part: number): string {
  return Math.floor(part * 255)
    .toString(16)
    .padStart(2, '0')
}

/** CSS's `rgb(…)`, with numbers or percentages. */
function functionColor(value: string): string | undefined {
  const inner = /^rgba?\(([^()]*)\)$/.exec(value)?.[1]
  const parts = inner?.split(/[\s,/]+/).filter(part => part !== '')
  if (!parts || parts.length < 3 || parts.length > 4) return undefined
  const bytes = parts.map((part, index) => {
    const number = Number.parseFloat(part)
    const scale = part.endsWith('%') ? 2.55 : index === 3 ? 255 : 1
    return Math.min(255, Math.max(0, Math.round(number * scale)))
  })
  if (!bytes.every(byte => Number.isFinite(byte))) return undefined
  return hexColor(`#${bytes.map(byte => byte.toString(16).padStart(2, '0')).join('')}`)
}
