/** Nodes: resolved attributes to a model node, and a model node to attributes. */

import { isBlank } from '../../src/ir/blank.js'
import { plain } from '../../src/ir/build.js'
import { filledGroups, isFilled } from '../../src/ir/fill.js'
import type { Field, Graph, Node, Style, Text } from '../../src/ir/model.js'
import { plainFields, sameFields, withTitle } from '../../src/ir/records.js'
import type { Shape } from '../../src/ir/shapes.js'
import { put, textIn } from './attributes.js'
import { dotOfCss, nearestColor } from './colors.js'
import { cleanText, labelOf, type Names, plainLabel, withoutHalves } from './escapes.js'
import { fieldsOfHtml, isBalanced, plainHtml, tableOf } from './html.js'
import { withPortsInside } from './ports.js'
import { fieldsOfRecord, recordOf } from './record.js'
import { type Attributes, NODE_NAME_LABEL } from './resolved.js'
import { dotOfShape, nearestShape, shapeOfDot } from './shapes.js'
import type { Atom } from './statement.js'
import {
  colorOf,
  dashOf,
  joined,
  linkIn,
  numberOf,
  putFont,
  putLink,
  styleOf,
  styleWords,
  wordOfDash,
} from './style.js'

/** What a node's attributes say in the words of the model. */
export type NodeLook = Pick<Node, 'label' | 'shape' | 'style' | 'link' | 'image' | 'fields' | 'hidden'>

const NO_LABEL: Atom = { text: NODE_NAME_LABEL }

/**
 * Graphviz fills the nodes whose style says so, and points; all others show what is behind them.
 * Source of the rule: https://graphviz.org/docs/attr-types/style/.
 */
export function seenThrough(shape: Shape): boolean {
  return shape !== 'point'
}

/** Whether a node stands on the colour of a cluster, so that it has to be said that it has no fill itself. */
export type OnColor = (group: string | undefined) => boolean

/** For the groups of a graph, by the colours that DOT can write of theirs. */
export function onColorIn({ groups }: Pick<Graph, 'groups'>): OnColor {
  const filled = filledGroups(groups, ({ fill }) => isFilled({ fill: fill && nearestColor(fill) } as Style))
  return group => group !== undefined && filled.has(group)
}

/** @param onColor whether the node stands on the colour of a cluster */
export function nodeLook(
  id: string,
  attributes: Attributes,
  graph: string | undefined,
  onColor = false,
): NodeLook {
  const names: Names = { node: id, ...(graph !== undefined && { graph }) }
  const words = styleWords(attributes)
  const atom = attributes.get('label') ?? NO_LABEL
  const shape = shapeFrom(attributes, words, atom)
  const { label, fields } = labelFrom(atom, shape, names)
  const link = linkIn(attributes, names)
  const image = textIn(attributes, 'image')
  return {
    label,
    shape,
    style: nodeStyle(attributes, words, onColor && seenThrough(shape) ? 'none' : undefined),
    ...(link && { link }),
    ...(image && { image }),
    ...(fields && { fields }),
    ...(words.has('invis') && { hidden: true }),
  }
}

function shapeFrom(attributes: Attributes, words: ReadonlySet<string>, label: Atom): Shape {
  const name = textIn(attributes, 'shape')
  const shape = name === undefined ? 'ellipse' : shapeOfDot(name)
  if (words.has('rounded')) {
    if (shape === 'rectangle') return 'rounded'
    if (shape === 'record') return 'rounded-record'
  }
  return shape === 'text' && label.html && fieldsOfHtml(label.text) ? 'table' : shape
}

interface LabelAndFields {
  readonly label: Text
  readonly fields?: readonly Field[] | undefined
}

function labelFrom(atom: Atom, shape: Shape, names: Names): LabelAndFields {
  if (atom.html) {
    const fields = fieldsOfHtml(atom.text)
    const isOwn = shape === 'table' && fields && atom.text === tableOf(fields)
    if (isOwn) return { label: { text: plainFields(fields) }, fields: severalFields(fields) }
    return { label: richLabel(atom.text), fields }
  }
  if (isRecord(shape) && atom.text !== NODE_NAME_LABEL) {
    const fields = fieldsOfRecord(atom.text, names)
    if (fields) return { label: { text: plainFields(fields) }, fields: severalFields(fields) }
    // Graphviz shows the node's name in place of a bad label.
    return { label: { text: plainLabel(NODE_NAME_LABEL, names) } }
  }
  return { label: plain(plainLabel(atom.text, names)) }
}

export function isRecord(shape: Shape): boolean {
  return shape === 'record' || shape === 'rounded-record'
}

export function richLabel(source: string): Text {
  return { text: plainHtml(source), rich: { syntax: 'dot-html', source } }
}

/** One field without a port is no more than a label. */
function severalFields(fields: readonly Field[]): readonly Field[] | undefined {
  const [only] = fields
  return fields.length === 1 && only?.port === undefined && !only?.children ? undefined : fields
}

function nodeStyle(attributes: Attributes, words: ReadonlySet<string>, unfilled: 'none' | undefined): Style {
  const filled = words.has('filled')
  return styleOf(attributes, {
    fill: filled
      ? (colorOf(attributes, 'fillcolor') ?? colorOf(attributes, 'color') ?? 'lightgrey')
      : unfilled,
    stroke: colorOf(attributes, 'color'),
    strokeWidth: numberOf(attributes, 'penwidth'),
    dash: dashOf(words),
  })
}

/**
 * The attributes that the writer gives a node, without what its extras say.
 * @param onColor whether the node stands on the colour of a cluster, where having no fill needs no word
 */
export function nodeAttributes(node: NodeLook & Pick<Node, 'id'>, onColor = false): Map<string, Atom> {
  const { shape, style, hidden, image, link } = node
  const fill = style.fill === 'none' && onColor && seenThrough(shape) ? undefined : style.fill
  const written = new Map<string, Atom>()
  put(written, 'label', labelAtom(node))
  put(written, 'shape', shape === 'ellipse' ? undefined : dotOfShape(shape))
  put(
    written,
    'style',
    joined(fill && 'filled', shape === 'rounded' && 'rounded', wordOfDash(style.dash), hidden && 'invis'),
  )
  put(written, 'fillcolor', fill && dotOfCss(fill))
  put(written, 'color', style.stroke && dotOfCss(style.stroke))
  put(written, 'penwidth', style.strokeWidth?.toString())
  putFont(written, style)
  put(written, 'image', image)
  putLink(written, link)
  return written
}

/** No label where Graphviz would show the same: the node's name. */
function labelAtom({ id, label, shape, fields }: NodeLook & Pick<Node, 'id'>): Atom | undefined {
  if (label.rich) return { text: label.rich.source, html: true }
  const parts = fields ?? [{ text: label.text }]
  if (shape === 'table') return { text: tableOf(parts), html: true }
  if (!fields && label.text === plainLabel(NODE_NAME_LABEL, { node: id })) return undefined
  return { text: isRecord(shape) ? recordOf(parts) : labelOf(label.text) }
}

/**
 * The nearest shape for a node. Whether an HTML label is a table decides between a table and a text; a table
 * that HTML cannot hold, where blanks at the ends of cells are lost or cells have more in them, becomes a record.
 */
export function nearestNodeShape(shape: Shape, node: Node): Shape {
  const nearest = nearestShape(shape)
  if (nearest !== 'table' && nearest !== 'text') return nearest
  const { label } = node
  if (label.rich && readRich(label.rich) === label.text) {
    return fieldsOfHtml(label.rich.source) ? 'table' : 'text'
  }
  if (nearest === 'text') return nearest
  const own = { ...node, shape: nearest }
  const whole = withTitle(own)
  const fields = nearestFields(own) ?? (whole && fieldsIn(whole))
  if (!fields && node.fields && fieldsIn({ ...(whole ?? node), shape: 'record' })) return 'record'
  const parts = fields ?? [{ text: cleanText((whole ?? labelled(node)).label.text) }]
  return sameFields(fieldsOfHtml(tableOf(parts)), parts) ? nearest : 'record'
}

/** With the text that a node without one has as soon as its fields are gone. */
function labelled(node: Node): Node {
  return node.fields && isBlank(node.label.text) ? { ...node, label: plain(plainFields(node.fields)) } : node
}

/** The fields that DOT can hold for a node: those of its record or table, if they are what its label says. A table in the label has fields, whether they were named or not. */
export function nearestFields({ shape, label, fields }: Node): readonly Field[] | undefined {
  if (label.rich && readRich(label.rich) === label.text) return fieldsOfHtml(label.rich.source)
  return fields && fieldsIn({ shape, label, fields })
}

/** Fields that are what a plain label says, with their ports where DOT can have them. */
function fieldsIn({
  shape,
  label,
  fields,
}: Pick<Node, 'shape' | 'label' | 'fields'>): readonly Field[] | undefined {
  if (!fields || plainFields(fields) !== cleanText(label.text)) return undefined
  const own = withPortsInside(fields).fields
  const again = isRecord(shape)
    ? fieldsOfRecord(recordOf(own), {})
    : shape === 'table'
      ? fieldsOfHtml(tableOf(own))
      : undefined
  return again && sameFields(again, own) ? severalFields(own) : undefined
}

/** The plain reading of a rich label, if it can be written. */
export function readRich({ syntax, source }: NonNullable<Text['rich']>): string | undefined {
  return syntax === 'dot-html' && isBalanced(source) && withoutHalves(source) === source
    ? plainHtml(source)
    : undefined
}
