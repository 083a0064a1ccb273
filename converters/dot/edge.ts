/** Edges: resolved attributes to a model edge, and a model edge to attributes. */
import type { Arrow } from '../../src/ir/arrows.js'
import type { Edge, Line, Side, Style, Text } from '../../src/ir/model.js'
import { attributeMap, textIn } from './attributes.js'
import { dotOfCss } from './colors.js'
import { labelOf, type Names, plainLabel, withoutHalves } from './escapes.js'
import { richLabel } from './node.js'
import type { Attributes } from './resolved.js'
import { arrowOfDot, dotOfArrow } from './shapes.js'
import type { Atom } from './statements.js'
import {
  colorOf,
  defined,
  fontAttributes,
  fontStyle,
  linkAttributes,
  linkIn,
  numberOf,
  styleWords,
} from './style.js'

/** What an edge's attributes say in the words of the model; where it ends is the business of its caller. */
export interface EdgeLook extends Pick<Edge, 'id' | 'label' | 'line' | 'length' | 'style' | 'link'> {
  readonly from: EndLook
  readonly to: EndLook
}

export interface EndLook {
  readonly side?: Side
  readonly port?: string
  readonly label?: Text
  readonly arrow: Arrow
}

/** Compass points and the sides that they are. `c` and `_` are no sides (https://graphviz.org/docs/attr-types/portPos/). */
const SIDES: ReadonlyMap<string, Side> = new Map([
  ['n', 'top'],
  ['ne', 'top-right'],
  ['e', 'right'],
  ['se', 'bottom-right'],
  ['s', 'bottom'],
  ['sw', 'bottom-left'],
  ['w', 'left'],
  ['nw', 'top-left'],
])
const COMPASS: ReadonlyMap<Side, string> = new Map([...SIDES].map(([point, side]) => [side, point]))

const isCompass = (text: string) => SIDES.has(text) || text === 'c' || text === '_'

export function edgeLook(attributes: Attributes, names: Names, directed: boolean): EdgeLook {
  const id = textIn(attributes, 'id')
  const [start, end] = arrowsOf(attributes, directed)
  const label = textOf(attributes, 'label', names) ?? { text: '' }
  const length = lengthOf(attributes)
  const link = linkIn(attributes, names)
  return {
    ...(id && { id }),
    from: endLook(attributes, 'tail', start, names),
    to: endLook(attributes, 'head', end, names),
    label,
    line: lineOf(attributes),
    ...(length !== undefined && { length }),
    style: {
      ...defined<Style>({
        stroke: colorOf(attributes, 'color'),
        strokeWidth: numberOf(attributes, 'penwidth'),
      }),
      ...fontStyle(attributes),
    },
    ...(link && { link }),
  }
}

function endLook(attributes: Attributes, end: 'tail' | 'head', arrow: Arrow, names: Names): EndLook {
  const label = textOf(attributes, `${end}label`, names)
  return { ...portOf(textIn(attributes, `${end}port`)), ...(label && { label }), arrow }
}

/** `port`, `n` or `port:n`. A compass point without a port is a side. */
function portOf(value: string | undefined): { side?: Side; port?: string } {
  if (value === undefined) return {}
  const colon = value.lastIndexOf(':')
  const point = value.slice(colon + 1)
  if (!isCompass(point)) return { port: value }
  const side = SIDES.get(point)
  const port = colon > 0 ? value.slice(0, colon) : undefined
  return { ...(side && { side }), ...(port !== undefined && { port }) }
}

/** A port that would be read as something else cannot be written. */
export function nearestPort(port: string): string | undefined {
  const clean = withoutHalves(port.replaceAll('\0', ''))
  return clean === '' || isCompass(clean.slice(clean.lastIndexOf(':') + 1)) ? undefined : clean
}

function textOf(attributes: Attributes, name: string, names: Names): Text | undefined {
  const atom = attributes.get(name)
  if (!atom || (atom.text === '' && !atom.html)) return undefined
  return atom.html ? richLabel(atom.text) : { text: plainLabel(atom.text, names) }
}

const LINES: readonly Line[] = ['dashed', 'dotted']

function lineOf(attributes: Attributes): Line {
  const words = styleWords(attributes)
  if (words.has('invis')) return 'invisible'
  return LINES.find(line => words.has(line)) ?? (words.has('bold') ? 'thick' : 'solid')
}

const LINE_STYLES: ReadonlyMap<Line, string> = new Map([
  ['dashed', 'dashed'],
  ['dotted', 'dotted'],
  ['thick', 'bold'],
  ['invisible', 'invis'],
])

function lengthOf(attributes: Attributes): number | undefined {
  const value = textIn(attributes, 'minlen')
  if (value === undefined || !/^\d{1,9}$/.test(value)) return undefined
  return nearestLength(Number(value))
}

/** One rank is what an edge spans without a word. */
export function nearestLength(length: number | undefined): number | undefined {
  if (length === undefined || !Number.isFinite(length)) return undefined
  const whole = Math.min(999_999_999, Math.max(0, Math.round(length)))
  return whole === 1 ? undefined : whole
}

type Direction = 'forward' | 'back' | 'both' | 'none'

/** `dir` says which ends have an arrowhead at all; without it, the head of a directed edge has one. */
function arrowsOf(attributes: Attributes, directed: boolean): [start: Arrow, end: Arrow] {
  const dir = textIn(attributes, 'dir') ?? (directed ? 'forward' : 'none')
  const arrow = (name: string) => arrowOfDot(textIn(attributes, name) ?? 'normal')
  return [
    dir === 'back' || dir === 'both' ? arrow('arrowtail') : 'none',
    dir === 'none' || dir === 'back' ? 'none' : arrow('arrowhead'),
  ]
}

function directionOf(start: Arrow, end: Arrow): Direction {
  if (start === 'none') return end === 'none' ? 'none' : 'forward'
  return end === 'none' ? 'back' : 'both'
}

/** The attributes that the writer gives an edge, ports included, without what its extras say. */
export function edgeAttributes(edge: Edge, directed: boolean): Map<string, Atom> {
  const { from, to, label, line, length, style, link, id } = edge
  const dir = directionOf(from.arrow, to.arrow)
  const arrow = (name: Arrow) => (name === 'none' || name === 'normal' ? undefined : dotOfArrow(name))
  return attributeMap([
    ['id', id || undefined],
    ['label', labelAtom(label)],
    ['style', LINE_STYLES.get(line)],
    ['color', style.stroke && dotOfCss(style.stroke)],
    ['penwidth', style.strokeWidth?.toString()],
    ['dir', dir === (directed ? 'forward' : 'none') ? undefined : dir],
    ['arrowtail', arrow(from.arrow)],
    ['arrowhead', arrow(to.arrow)],
    ['taillabel', labelAtom(from.label)],
    ['headlabel', labelAtom(to.label)],
    ['minlen', length?.toString()],
    ...fontAttributes(style),
    ...linkAttributes(link),
    ['tailport', portAttribute(from)],
    ['headport', portAttribute(to)],
  ])
}

export function labelAtom(label: Text | undefined): Atom | undefined {
  if (label?.rich) return { text: label.rich.source, html: true }
  return label?.text ? { text: labelOf(label.text) } : undefined
}

function portAttribute({ port, side }: { port?: string; side?: Side }): string | undefined {
  const parts = [port, side && COMPASS.get(side)].filter(part => part !== undefined)
  return parts.length > 0 ? parts.join(':') : undefined
}
