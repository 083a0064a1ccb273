/** Edges: resolved attributes to what they say of an edge in the words of the model. */
import { type Arrow, arrowNames } from '../../../src/ir/arrows.js'
import { NO_TEXT } from '../../../src/ir/build.js'
import type { Line, Side, Text } from '../../../src/ir/model.js'
import { arrowOfDot } from '../shapes.js'
import { textIn } from './attributes.js'
import { type EdgeOfAttributes, type EndOfAttributes, isCompass, nearestLength, SIDES } from './edge.js'
import type { Names } from './escapes.js'
import { richLabel } from './node.js'
import { textLabel } from './node-of-attributes.js'
import type { Attributes } from './resolved.js'
import { colorOf, linkIn, numberOf, styleOf, styleWords } from './style.js'

/** Whether the node at an end has a field of a name. Graphviz takes `n` for the field, if there is one, before the compass point. */
export type HasPort = (end: 'tail' | 'head', port: string) => boolean

export function edgeOfAttributes(
  attributes: Attributes,
  names: Names,
  directed: boolean,
  hasPort: HasPort = () => false,
): EdgeOfAttributes {
  const id = textIn(attributes, 'id')
  const [start, end] = arrowsOf(attributes, directed)
  const length = lengthOf(attributes)
  const link = linkIn(attributes, names)
  return {
    ...(id && { id }),
    from: endOfAttributes(attributes, 'tail', start, names, hasPort),
    to: endOfAttributes(attributes, 'head', end, names, hasPort),
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

function endOfAttributes(
  attributes: Attributes,
  end: 'tail' | 'head',
  arrow: Arrow,
  names: Names,
  hasPort: HasPort,
): EndOfAttributes {
  const label = textOf(attributes, end === 'tail' ? 'taillabel' : 'headlabel', names)
  const port = textIn(attributes, end === 'tail' ? 'tailport' : 'headport')
  if (port === undefined) return label ? { label, arrow } : BARE_ENDS.get(arrow)!
  const place = isCompass(port) && hasPort(end, port) ? { port } : portOf(port)
  return { ...place, ...(label && { label }), arrow }
}

/** Ends that have an arrowhead or none, and no more to say. */
const BARE_ENDS: ReadonlyMap<Arrow, EndOfAttributes> = new Map(arrowNames.map(arrow => [arrow, { arrow }]))

export function isBare(end: EndOfAttributes): boolean {
  return BARE_ENDS.get(end.arrow) === end
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

function textOf(attributes: Attributes, name: string, names: Names): Text | undefined {
  const atom = attributes.get(name)
  if (!atom || (atom.text === '' && !atom.html)) return undefined
  return atom.html ? richLabel(atom.text) : textLabel(atom.text, names)
}

function lineOf(attributes: Attributes): Line {
  const words = styleWords(attributes)
  if (words.size === 0) return 'solid'
  if (words.has('invis')) return 'invisible'
  if (words.has('dashed')) return 'dashed'
  if (words.has('dotted')) return 'dotted'
  return words.has('bold') ? 'thick' : 'solid'
}

function lengthOf(attributes: Attributes): number | undefined {
  const value = textIn(attributes, 'minlen')
  if (value === undefined || !/^\d{1,9}$/.test(value)) return undefined
  return nearestLength(Number(value))
}

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
