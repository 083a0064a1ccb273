/** Edges: an edge of the model as attributes. */
import type { Arrow } from '../../../src/ir/arrows.js'
import type { Line, Side, Text } from '../../../src/ir/model.js'
import { dotOfArrow } from '../shapes.js'
import { put } from './attributes.js'
import { dotOfCss } from './colors.js'
import { COMPASS, type EdgeOfAttributes, isCompass } from './edge.js'
import { labelOf } from './escapes.js'
import { endsOfLines, labelWithEnds } from './sides.js'
import type { Atom } from './statement.js'
import { putFont, putLink } from './style.js'

const LINE_STYLES: ReadonlyMap<Line, string> = new Map([
  ['dashed', 'dashed'],
  ['dotted', 'dotted'],
  ['thick', 'bold'],
  ['invisible', 'invis'],
])

type Direction = 'forward' | 'back' | 'both' | 'none'

function directionOf(start: Arrow, end: Arrow): Direction {
  if (start === 'none') return end === 'none' ? 'none' : 'forward'
  return end === 'none' ? 'back' : 'both'
}

/** The attributes that the writer gives an edge, ports included, without what its extras say. */
export function edgeAttributes(edge: EdgeOfAttributes, directed: boolean): Map<string, Atom> {
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
  const ends = label && endsOfLines(label)
  if (ends) return { text: labelWithEnds(label.text, ends) }
  if (label?.rich) return { text: label.rich.source, html: true }
  return label?.text ? { text: labelOf(label.text) } : undefined
}

/** A port that ends like a compass point is one only before another: `_` is where Graphviz ends an edge without one. */
function portAttribute({ port, side }: { port?: string; side?: Side }): string | undefined {
  if (port === undefined) return side && COMPASS.get(side)
  const point = side ? COMPASS.get(side) : isCompass(port.slice(port.lastIndexOf(':') + 1)) ? '_' : undefined
  return point === undefined ? port : `${port}:${point}`
}
