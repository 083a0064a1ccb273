/** Colours as numbers: what a CSS colour is, how one looks over another, and how well one is read on another. */
import { cssColors } from '../text/css-colors.js'

/** Red, green and blue from 0 to 255, and how much covers what lies below, from 0 to 1. */
export interface Color {
  readonly red: number
  readonly green: number
  readonly blue: number
  readonly alpha: number
}

/**
 * The colour that a CSS value means: `#rgb` to `#rrggbbaa`, `rgb()` and `hsl()` in both spellings, a name, `transparent` and `none`.
 * Nothing for what is none, or is known only where it is drawn (`currentColor`, `var()`).
 */
export function colorOf(css: string): Color | undefined {
  const value = css.trim().toLowerCase()
  if (value === 'none' || value === 'transparent') return { red: 0, green: 0, blue: 0, alpha: 0 }
  const hex = value.startsWith('#') ? value : value === 'rebeccapurple' ? '#663399' : cssColors.get(value)
  return hex === undefined ? colorOfFunction(value) : colorOfHex(hex)
}

function colorOfHex(hex: string): Color | undefined {
  const digits = /^#([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$/.exec(hex)?.[1]
  if (digits === undefined) return undefined
  const long = digits.length < 6 ? [...digits].map(digit => digit + digit).join('') : digits
  const [red = 0, green = 0, blue = 0, alpha = 255] = (long.match(/../g) ?? []).map(byte =>
    parseInt(byte, 16),
  )
  return { red, green, blue, alpha: alpha / 255 }
}

const NUMBER = /^([+-]?(?:\d+(?:\.\d*)?|\.\d+))(%|deg)?$/

function colorOfFunction(value: string): Color | undefined {
  const [, name, inner = ''] = /^(rgb|hsl)a?\(([^()]*)\)$/.exec(value) ?? []
  const words = inner.split(/[\s,/]+/).filter(word => word !== '')
  const parts = words.map(word => NUMBER.exec(word))
  if (name === undefined || words.length < 3 || words.length > 4 || !parts.every(part => part !== null))
    return undefined
  const share = (at: number, whole: number): number => {
    const [, number, unit] = parts[at]!
    return unit === '%' ? Number(number) / 100 : Number(number) / whole
  }
  const alpha = parts.length === 4 ? within(share(3, 1)) : 1
  if (name === 'hsl')
    return { ...colorOfHue(Number(parts[0]![1]), within(share(1, 100)), within(share(2, 100))), alpha }
  const [red = 0, green = 0, blue = 0] = [0, 1, 2].map(at => within(share(at, 255)) * 255)
  return { red, green, blue, alpha }
}

const within = (part: number): number => Math.min(1, Math.max(0, part))

/** https://www.w3.org/TR/css-color-4/#hsl-to-rgb */
function colorOfHue(degrees: number, saturation: number, lightness: number): Omit<Color, 'alpha'> {
  const channel = (offset: number): number => {
    const turn = (((offset + degrees / 30) % 12) + 12) % 12
    const spread = saturation * Math.min(lightness, 1 - lightness)
    return 255 * (lightness - spread * Math.max(-1, Math.min(turn - 3, 9 - turn, 1)))
  }
  return { red: channel(0), green: channel(8), blue: channel(4) }
}

/** Hue in degrees, saturation and lightness in percent (https://www.w3.org/TR/css-color-4/#rgb-to-hsl). */
export function hslOf({
  red,
  green,
  blue,
}: Color): readonly [hue: number, saturation: number, lightness: number] {
  const [r, g, b] = [red / 255, green / 255, blue / 255]
  const [least, most] = [Math.min(r, g, b), Math.max(r, g, b)]
  const [spread, lightness] = [most - least, (least + most) / 2]
  if (spread === 0) return [0, 0, lightness * 100]
  const turn = most === r ? (g - b) / spread : most === g ? (b - r) / spread + 2 : (r - g) / spread + 4
  return [turn * 60, (spread / (1 - Math.abs(2 * lightness - 1))) * 100, lightness * 100]
}

/** How a colour looks that lies over another, which is opaque. */
export function over({ alpha, ...color }: Color, ground: Color): Color {
  const mixed = (key: 'red' | 'green' | 'blue'): number => color[key] * alpha + ground[key] * (1 - alpha)
  return { red: mixed('red'), green: mixed('green'), blue: mixed('blue'), alpha: 1 }
}

/** `#rrggbb` of an opaque colour. */
export function hexOf({ red, green, blue }: Color): string {
  return `#${[red, green, blue].map(part => Math.round(part).toString(16).padStart(2, '0')).join('')}`
}

/** How far two opaque colours differ for the eye, from 1 to 21 (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio). */
export function contrast(one: Color, other: Color): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (high + 0.05) / (low + 0.05)
}

/** https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance({ red, green, blue }: Color): number {
  const [r = 0, g = 0, b = 0] = [red, green, blue].map(part => {
    const share = part / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
