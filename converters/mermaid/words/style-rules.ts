/** Which styles Mermaid's statements can hold. Values stand between commas, without brackets and quotes. */

import type { StyleRules } from '../../../src/capabilities.js'
import type { Style } from '../../../src/ir/model.js'
import { parser } from '../grammar.gen.js'
import { cssOf, styleOf } from './styles.js'

/** A declaration as a statement has it. In `classDef`, a comma can be escaped. */
export function styleText(css: string, commas: boolean): string {
  return commas ? css.replaceAll(',', '\\,') : css
}

function isHeld(style: Style, commas: boolean): boolean {
  const [css] = cssOf(style)
  if (
    css === undefined ||
    /^(?:TB|BT|RL|LR|TD)|direction|§|\n|\\(?:,|$)/.test(css) ||
    (!commas && css.includes(','))
  )
    return false
  if (!parser.parse(`classDef a ${styleText(css, commas)}\n`, { rule: 'ClassDef' }).ok) return false
  // A number as large as 1e+21 is no length to the reader, so that what it would hold is no longer the same property.
  return firstDifferentProperty(style, styleOf([css])) === undefined
}

function firstDifferentProperty(a: Style, b: Style): string | undefined {
  const flat = ({ other, ...named }: Style) =>
    new Map<string, unknown>([...Object.entries(named), ...(other ?? [])])
  const [given, back] = [flat(a), flat(b)]
  if (a.other?.size !== b.other?.size) return 'other'
  return [...new Set([...given.keys(), ...back.keys()])].find(name => given.get(name) !== back.get(name))
}

/** `rgb(…)` has brackets; the same colour as `#rrggbb` has none. */
export function withoutBrackets(color: string): string {
  const parts = /^rgba?\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})(?:[\s,/]+([\d.]+)(%?))?\s*\)$/i.exec(
    color,
  )
  if (!parts) return color
  const [, red, green, blue, alpha, percent] = parts
  const hex = (value: number) =>
    Math.min(255, Math.max(0, Math.round(value)))
      .toString(16)
      .padStart(2, '0')
  const opacity = alpha === undefined ? '' : hex((Number(alpha) / (percent ? 100 : 1)) * 255)
  return `#${hex(Number(red))}${hex(Number(green))}${hex(Number(blue))}${opacity}`
}

/** So many answers are remembered, and of values that are no longer than this. */
const MOST = 5000
const LONGEST = 1000

/** The style rules where values may have commas, or may not. */
function styleRules(commas: boolean): StyleRules {
  // Thousands of elements, and of diagrams, have a few styles between them, and each question is a statement to parse.
  const known = new Map<string, boolean>()
  const holds = (name: string, value: string | number, isOther = false): boolean => {
    const key = `${isOther ? 'other ' : ''}${name}:${value}`
    const held =
      known.get(key) ??
      isHeld(isOther ? { other: new Map([[name, String(value)]]) } : { [name]: value }, commas)
    if (known.size === MOST) known.clear()
    if (key.length <= LONGEST) known.set(key, held)
    return held
  }
  const color = (name: 'fill' | 'stroke' | 'color') => (value: string) => {
    const plain = withoutBrackets(value)
    return holds(name, plain) ? plain : undefined
  }
  const text = (name: 'dash' | 'fontFamily' | 'fontWeight' | 'fontStyle') => (value: string) => {
    const nearest =
      commas || !value.includes(',')
        ? value
        : name === 'dash'
          ? value.replace(/(?:(?<!\s)\s+)?,\s*/g, ' ')
          : value.split(',')[0]!.trim()
    return holds(name, nearest) ? nearest : undefined
  }
  const number = (name: 'strokeWidth' | 'fontSize' | 'opacity') => (value: number) => {
    const rounded = Number(value.toFixed(4))
    return holds(name, rounded) ? rounded : undefined
  }
  return {
    fill: color('fill'),
    stroke: color('stroke'),
    color: color('color'),
    strokeWidth: number('strokeWidth'),
    fontSize: number('fontSize'),
    opacity: number('opacity'),
    dash: text('dash'),
    fontFamily: text('fontFamily'),
    fontWeight: text('fontWeight'),
    fontStyle: text('fontStyle'),
    other: (name, value) => holds(name, value, true),
  }
}

/** Of `style` and `linkStyle`. */
export const statementRules: StyleRules = styleRules(false)

/** Of `classDef`, where values may have commas. */
export const definitionRules: StyleRules = styleRules(true)
