/** How things look: DOT's style attributes to the model's Style, and from it. Lengths in points are taken as pixels. */
import type { StyleRules } from '../../../src/capabilities.js'
import { NO_STYLE } from '../../../src/ir/build.js'
import type { Link, Style } from '../../../src/ir/model.js'
import { put, textIn } from './attributes.js'
import { cssOfDot, dotOfCss, nearestColor } from './colors.js'
import { cleanText, linkOf, type Names, plainLink } from './escapes.js'
import type { Attributes } from './resolved.js'
import type { Atom } from './statement.js'

const NO_WORDS: ReadonlySet<string> = new Set()

/** The words of a `style` attribute (https://graphviz.org/docs/attr-types/style/). */
export function styleWords(attributes: Attributes): ReadonlySet<string> {
  const style = textIn(attributes, 'style')
  return style === undefined ? NO_WORDS : new Set(style.split(',').map(word => word.trim()))
}

/** The words that apply, as a `style` attribute lists them. */
export function joined(...words: readonly (string | false | undefined)[]): string | undefined {
  let list: string | undefined
  for (const word of words) if (word) list = list === undefined ? word : `${list},${word}`
  return list
}

export function colorOf(attributes: Attributes, name: string): string | undefined {
  const value = textIn(attributes, name)
  return value === undefined ? undefined : cssOfDot(value, textIn(attributes, 'colorscheme'))
}

/** A length or size without a sign. */
export function numberOf(attributes: Attributes, name: string): number | undefined {
  const value = textIn(attributes, name)
  if (value === undefined || !/^(\d+(?:\.\d*)?|\.\d+)(e[+-]?\d+)?$/i.test(value)) return undefined
  const number = Number(value)
  return Number.isFinite(number) ? number : undefined
}

const DASHED = '5 5'
const DOTTED = '1 3'

export function dashOf(words: ReadonlySet<string>): string | undefined {
  return words.has('dashed') ? DASHED : words.has('dotted') ? DOTTED : undefined
}

export function wordOfDash(dash: string | undefined): string | undefined {
  return dash === undefined ? undefined : dash === DOTTED ? 'dotted' : 'dashed'
}

/** The fields of a style before it is known which are there. */
type StyleFields = { -readonly [K in keyof Style]: Style[K] | undefined }

/** A style of the given fields, with the font and its colour, which nodes, edges, clusters and graphs have alike. */
export function styleOf(attributes: Attributes, fields: StyleFields): Style {
  fields.color = colorOf(attributes, 'fontcolor')
  fields.fontFamily = textIn(attributes, 'fontname')
  fields.fontSize = numberOf(attributes, 'fontsize') || undefined
  return present<Style>(fields) ?? NO_STYLE
}

/** The fields of an object that are there; nothing where there are none. */
function present<T extends object>(fields: { readonly [K in keyof T]: T[K] | undefined }): T | undefined {
  let found: { -readonly [K in keyof T]?: T[K] } | undefined
  for (const name in fields) {
    const value = fields[name]
    if (value === undefined) continue
    found ??= {}
    found[name] = value
  }
  return found as T | undefined
}

export function putFont(attributes: Map<string, Atom>, { color, fontFamily, fontSize }: Style): void {
  put(attributes, 'fontname', fontFamily)
  put(attributes, 'fontsize', fontSize?.toString())
  put(attributes, 'fontcolor', color && dotOfCss(color))
}

export function linkIn(attributes: Attributes, names: Names): Link | undefined {
  return present<Link>({
    url: linkText(attributes, 'URL', names) ?? linkText(attributes, 'href', names),
    tooltip: linkText(attributes, 'tooltip', names),
    target: linkText(attributes, 'target', names),
  })
}

function linkText(attributes: Attributes, name: string, names: Names): string | undefined {
  const value = textIn(attributes, name)
  return value === undefined ? undefined : plainLink(value, names)
}

export function putLink(attributes: Map<string, Atom>, link: Link | undefined): void {
  if (!link) return
  const { url, target, tooltip } = link
  put(attributes, 'URL', url && linkOf(url))
  put(attributes, 'target', target && linkOf(target))
  put(attributes, 'tooltip', tooltip && linkOf(tooltip))
}

/** Texts that are written as they are, where an empty one says nothing. */
export function nearestString(value: string): string | undefined {
  return cleanText(value) || undefined
}

function nearestSize(value: number): number | undefined {
  return Number.isFinite(value) && value > 0 ? value : undefined
}

function nearestDash(dash: string): string | undefined {
  const first = Number.parseFloat(dash)
  if (!(first > 0)) return undefined
  return first <= 2 ? DOTTED : DASHED
}

const fontRules: StyleRules = { color: nearestColor, fontFamily: nearestString, fontSize: nearestSize }

const lineRules: StyleRules = {
  ...fontRules,
  stroke: nearestColor,
  strokeWidth: width => (Number.isFinite(width) && width >= 0 ? Math.abs(width) : undefined),
}

export const styleRules: Readonly<Record<'node' | 'group' | 'edge' | 'graph', StyleRules>> = {
  node: { ...lineRules, fill: nearestColor, dash: nearestDash },
  group: { ...lineRules, fill: nearestColor, dash: nearestDash, rounded: rounded => rounded || undefined },
  edge: lineRules,
  graph: { ...fontRules, fill: nearestColor },
}

export const linkRules = { url: nearestString, tooltip: nearestString, target: nearestString }
