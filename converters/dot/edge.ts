/** Edges: resolved attributes to a model edge, and a model edge to attributes. */
import { type Arrow, arrowNames } from '../../src/ir/arrows.js'
import { NO_TEXT, plain } from '../../src/ir/build.js'
import type { Edge, Line, Side, Text } from '../../src/ir/model.js'
import { put, textIn } from './attributes.js'
import { dotOfCss } from './colors.js'
import { labelOf, type Names, plainLabel, withoutHalves } from './escapes.js'
import { richLabel } from './node.js'
import type { Attributes } from './resolved.js'
import { arrowOfDot, dotOfArrow } from './shapes.js'
import type { Atom } from './statement.js'
import { colorOf, linkIn, numberOf, putFont, putLink, styleOf, styleWords } from './style.js'

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

/** Whether the node at an end has a field of a name. Graphviz takes `n` for the field, if there is one, before the compass point. */
export type HasPort = (end: 'tail' | 'head', port: string) => boolean

export function edgeLook(
  attributes: Attributes,
  names: Names,
  directed: boolean,
  hasPort: HasPort = () => false,
): EdgeLook {
  const id = textIn(attributes, 'id')
  const [start, end] = arrowsOf(attributes, directed)
  const length = lengthOf(attributes)
  const link = linkIn(attributes, names)
  return {
    ...(id && { id }),
    from: endLook(attributes, 'tail', start, names, hasPort),
    to: endLook(attributes, 'head', end, names, hasPort),
    label: textOf(attributes, 'label', names) ?? textOf(attributes, 'xlabel', names) ?? NO_TEXT,
    line: lineOf(attributes),
    ...(length !== undefined && { length }),
    style: styleOf(attributes, {
      stroke: colorOf(attributes, 'color'),
      strokeWidth: numberOf(attributes, 'penwidth'),
    }),
    ...(link && { link }),
  }
}

function endLook(
  attributes: Attributes,
  end: 'tail' | 'head',
  arrow: Arrow,
  names: Names,
  hasPort: HasPort,
): EndLook {
  const label = textOf(attributes, end === 'tail' ? 'taillabel' : 'headlabel', names)
  const port = textIn(attributes, end === 'tail' ? 'tailport' : 'headport')
  if (port === undefined) return label ? { label, arrow } : BARE_ENDS.get(arrow)!
  const place = isCompass(port) && hasPort(end, port) ? { port } : portOf(port)
  return { ...place, ...(label && { label }), arrow }
}

/** Ends that have an arrowhead or none, and no more to say. */
const BARE_ENDS: ReadonlyMap<Arrow, EndLook> = new Map(arrowNames.map(arrow => [arrow, { arrow }]))

export function isBare(look: EndLook): boolean {
  return BARE_ENDS.get(look.arrow) === look
}

/** `port`, `n` or `port:n`. A compass point without a port is a side. */
function portOf(value: string): { side?: Side; port?: string } {
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

/** The same for a port that the node has a field of. */
export function nearestFieldPort(port: string): string | undefined {
  return isCompass(port) ? port : nearestPort(port)
}

function textOf(attributes: Attributes, name: string, names: Names): Text | undefined {
  const atom = attributes.get(name)
  if (!atom || (atom.text === '' && !atom.html)) return undefined
  return atom.html ? richLabel(atom.text) : plain(plainLabel(atom.text, names))
}

function lineOf(attributes: Attributes): Line {
  const words = styleWords(attributes)
  if (words.size === 0) return 'solid'
  if (words.has('invis')) return 'invisible'
  if (words.has('dashed')) return 'dashed'
  if (words.has('dotted')) return 'dotted'
  return words.has('bold') ? 'thick' : 'solid'
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
  return [
    dir === 'back' || dir === 'both' ? arrowOf(attributes, 'arrowtail') : 'none',
    dir === 'none' || dir === 'back' ? 'none' : arrowOf(attributes, 'arrowhead'),
  ]
}

function arrowOf(attributes: Attributes, name: string): Arrow {
  return arrowOfDot(textIn(attributes, name) ?? 'normal')
}

function directionOf(start: Arrow, end: Arrow): Direction {
  if (start === 'none') return end === 'none' ? 'none' : 'forward'
  return end === 'none' ? 'back' : 'both'
}

/** The attributes that the writer gives an edge, ports included, without what its extras say. */
export function edgeAttributes(edge: EdgeLook, directed: boolean): Map<string, Atom> {
  const { from, to, label, line, length, style, link, id } = edge
  const dir = directionOf(from.arrow, to.arrow)
  const written = new Map<string, Atom>()
  put(written, 'id', id)
  put(written, 'label', labelAtom(label))
  put(written, 'style', LINE_STYLES.get(line))
  put(written, 'color', style.stroke && dotOfCss(style.stroke))
  put(written, 'penwidth', style.strokeWidth?.toString())
  put(written, 'dir', dir === (directed ? 'forward' : 'none') ? undefined : dir)
  put(written, 'arrowtail', arrowName(from.arrow))
  put(written, 'arrowhead', arrowName(to.arrow))
  put(written, 'taillabel', labelAtom(from.label))
  put(written, 'headlabel', labelAtom(to.label))
  put(written, 'minlen', length?.toString())
  putFont(written, style)
  putLink(written, link)
  put(written, 'tailport', portAttribute(from))
  put(written, 'headport', portAttribute(to))
  return written
}

/** Whether there is an arrowhead says `dir`; the usual one needs no name. */
function arrowName(arrow: Arrow): string | undefined {
  return arrow === 'none' || arrow === 'normal' ? undefined : dotOfArrow(arrow)
}

export function labelAtom(label: Text | undefined): Atom | undefined {
  if (label?.rich) return { text: label.rich.source, html: true }
  return label?.text ? { text: labelOf(label.text) } : undefined
}

function portAttribute({ port, side }: { port?: string; side?: Side }): string | undefined {
  if (side === undefined) return port
  const point = COMPASS.get(side)
  return port === undefined ? point : `${port}:${point}`
}
