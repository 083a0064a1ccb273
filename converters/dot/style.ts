/** How things look: DOT's style attributes to the model's Style, and from it. Lengths in points are taken as pixels. */
import type { AttributeKey } from '@ts-graphviz/common'
import type { StyleRules } from '../../src/format.js'
import type { Link, Style } from '../../src/ir/model.js'
import { textIn } from './attributes.js'
import { cssOfDot, dotOfCss, nearestColor } from './colors.js'
import { cleanText, linkOf, type Names, plainLink } from './escapes.js'
import type { Attributes } from './resolved.js'

/** The words of a `style` attribute (https://graphviz.org/docs/attr-types/style/). */
export function styleWords(attributes: Attributes): ReadonlySet<string> {
  const style = textIn(attributes, 'style')
  return new Set(style ? style.split(',').map(word => word.trim()) : [])
}

export function colorOf(attributes: Attributes, name: string): string | undefined {
  const value = textIn(attributes, name)
  return value === undefined ? undefined : cssOfDot(value, textIn(attributes, 'colorscheme'))
}

/** A length or size without a sign. */
export function numberOf(attributes: Attributes, name: string): number | undefined {
  const value = textIn(attributes, name)
  if (value === undefined || !/^(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(value)) return undefined
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

/** The font and its colour, which nodes, edges, clusters and graphs have alike. */
export function fontStyle(attributes: Attributes): Style {
  return defined({
    color: colorOf(attributes, 'fontcolor'),
    fontFamily: textIn(attributes, 'fontname'),
    fontSize: numberOf(attributes, 'fontsize') || undefined,
  })
}

export function fontAttributes({ color, fontFamily, fontSize }: Style): [AttributeKey, string | undefined][] {
  return [
    ['fontname', fontFamily],
    ['fontsize', fontSize?.toString()],
    ['fontcolor', color && dotOfCss(color)],
  ]
}

/** The fields of an object that are there; the type of what `exactOptionalPropertyTypes` demands. */
export function defined<T extends object>(fields: { [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T
}

export function linkIn(attributes: Attributes, names: Names): Link | undefined {
  const text = (name: string) => {
    const value = textIn(attributes, name)
    return value === undefined ? undefined : plainLink(value, names)
  }
  const link = defined<Link>({
    url: text('URL') ?? text('href'),
    tooltip: text('tooltip'),
    target: text('target'),
  })
  return Object.keys(link).length > 0 ? link : undefined
}

export function linkAttributes(link: Link | undefined): [AttributeKey, string | undefined][] {
  const written = (text: string | undefined) => (text ? linkOf(text) : undefined)
  return [
    ['URL', written(link?.url)],
    ['target', written(link?.target)],
    ['tooltip', written(link?.tooltip)],
  ]
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
