/** Nodes: resolved attributes to what they say of a node in the words of the model. */
import { plain } from '../../../src/ir/build.js'
import type { Field, Style, Text } from '../../../src/ir/model.js'
import { plainFields } from '../../../src/ir/records.js'
import type { Shape } from '../../../src/ir/shapes.js'
import { shapeOfDot } from '../shapes.js'
import { textIn } from './attributes.js'
import { type LabelLine, linesOfLabel, type Names, plainLabel } from './escapes.js'
import { fieldsOfHtml, tableOf } from './html.js'
import { fieldsOfHtmlRecord } from './html-record.js'
import { isRecord, type NodeOfAttributes, richLabel, seenThrough, severalFields } from './node.js'
import { penOf } from './pen.js'
import { fieldsOfRecord } from './record.js'
import { type Attributes, NODE_NAME_LABEL } from './resolved.js'
import { labelOfLines } from './sides.js'
import type { Atom } from './statement.js'
import { colorOf, dashOf, linkIn, styleOf, styleWords } from './style.js'

const NO_LABEL: Atom = { text: NODE_NAME_LABEL }

/** What escapes in the texts of a node stand for. */
export function nodeNames(node: string, graph: string | undefined): Names {
  return { node, ...(graph !== undefined && { graph }) }
}

/** @param onColor whether the node stands on the colour of a cluster */
export function nodeOfAttributes(
  id: string,
  attributes: Attributes,
  graph: string | undefined,
  onColor = false,
): NodeOfAttributes {
  const names = nodeNames(id, graph)
  const words = styleWords(attributes)
  const atom = attributes.get('label') ?? NO_LABEL
  const shape = shapeFrom(attributes, words, atom)
  const { label, fields } = labelFrom(atom, shape, names)
  const link = linkIn(attributes, names)
  const image = textIn(attributes, 'image')
  return {
    label,
    shape,
    style: nodeStyle(attributes, words, shape, onColor),
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
    const parts = isRecord(shape) ? fieldsOfHtmlRecord(atom.text) : undefined
    if (parts) return { label: { ...richLabel(atom.text), text: plainFields(parts) }, fields: parts }
    const fields = fieldsOfHtml(atom.text)
    const isOwn = shape === 'table' && fields && atom.text === tableOf(fields)
    if (isOwn) return { label: { text: plainFields(fields) }, fields: severalFields(fields) }
    return { label: richLabel(atom.text), fields }
  }
  if (isRecord(shape) && atom.text !== NODE_NAME_LABEL) {
    const lines: LabelLine[] = []
    const fields = fieldsOfRecord(atom.text, names, lines)
    if (fields) return { label: labelOfLines(plainFields(fields), lines), fields: severalFields(fields) }
    // Graphviz shows the node's name in place of a bad label.
    return { label: { text: plainLabel(NODE_NAME_LABEL, names) } }
  }
  return { label: textLabel(atom.text, names) }
}

/** A label that is no HTML, with the sides of its lines. */
export function textLabel(label: string, names: Names): Text {
  const text = plainLabel(label, names)
  return /\\[lr]/.test(label) ? labelOfLines(text, linesOfLabel(label, names)) : plain(text)
}

function nodeStyle(
  attributes: Attributes,
  words: ReadonlySet<string>,
  shape: Shape,
  onColor: boolean,
): Style {
  const usual = shape === 'point' ? 'black' : 'lightgrey'
  const unfilled = onColor && seenThrough(shape) ? 'none' : undefined
  return styleOf(attributes, {
    fill: words.has('filled')
      ? (colorOf(attributes, 'fillcolor') ?? colorOf(attributes, 'color') ?? usual)
      : unfilled,
    stroke: colorOf(attributes, 'color'),
    strokeWidth: penOf(attributes),
    dash: dashOf(words),
  })
}
