/** CSS declarations of `style`, `classDef` and `linkStyle`, to the model's styles and from them. */
import { NO_STYLE } from '../../../src/ir/build.js'
import type { Style } from '../../../src/ir/model.js'

/** The declarations in order, as `name` and `value`, the later winning over the earlier. */
export function declarations(styles: readonly string[]): Map<string, string> {
  const found = new Map<string, string>()
  for (const style of styles) {
    const colon = style.indexOf(':')
    const name = (colon < 0 ? style : style.slice(0, colon)).trim()
    if (name === '') continue
    found.delete(name)
    found.set(name, colon < 0 ? '' : style.slice(colon + 1).trim())
  }
  return found
}

type Property = Exclude<keyof Style, 'other'>

const cssNames = {
  fill: 'fill',
  stroke: 'stroke',
  strokeWidth: 'stroke-width',
  color: 'color',
  dash: 'stroke-dasharray',
  opacity: 'opacity',
  fontFamily: 'font-family',
  fontSize: 'font-size',
  fontWeight: 'font-weight',
  fontStyle: 'font-style',
} as const satisfies { readonly [P in Property]?: string }

/** In the order in which they are written. */
const named = Object.entries(cssNames) as [keyof typeof cssNames, string][]

const properties = new Map(named.map(([property, name]) => [name, property]))

const numbers: { readonly [P in Property]?: RegExp } = {
  strokeWidth: /^(\d+(?:\.\d+)?)(?:px)?$/,
  fontSize: /^(\d+(?:\.\d+)?)px$/,
  opacity: /^(0(?:\.\d+)?|1(?:\.0+)?|\.\d+)$/,
}

/** A style from its declarations. A value that the model's property cannot hold stays under its CSS name. */
export function styleOf(styles: readonly string[] | undefined): Style {
  if (!styles || styles.length === 0) return NO_STYLE
  const style: Record<string, string | number> = {}
  const other = new Map<string, string>()
  for (const [name, value] of declarations(styles)) {
    const property = properties.get(name)
    const number = property && numbers[property]
    if (!property || value === '' || value.includes('!')) other.set(name, value)
    else if (!number) style[property] = value
    else if (number.test(value)) style[property] = Number(number.exec(value)![1])
    else other.set(name, value)
  }
  if (Object.keys(style).length + other.size === 0) return NO_STYLE
  return { ...(style as Style), ...(other.size > 0 && { other }) }
}

/** The declarations of a style: `fill:#f9f`, in the order of the model's properties. */
export function cssOf(style: Style): string[] {
  const css: string[] = []
  for (const [property, name] of named) {
    const value = style[property]
    // An empty value is none, in the model.
    if (value === undefined || value === '') continue
    css.push(`${name}:${value}${property === 'strokeWidth' || property === 'fontSize' ? 'px' : ''}`)
  }
  for (const [name, value] of style.other ?? []) css.push(value === '' ? name : `${name}:${value}`)
  return css
}
