/** Nodes: a node of the model as attributes. */
import type { Node } from '../../../src/ir/model.js'
import { dotOfShape } from '../shapes.js'
import { put } from './attributes.js'
import { dotOfCss } from './colors.js'
import { labelOf, plainLabel } from './escapes.js'
import { tableOf } from './html.js'
import { isRecord, type NodeOfAttributes, seenThrough } from './node.js'
import { recordOf } from './record.js'
import { NODE_NAME_LABEL } from './resolved.js'
import { endsOfLines, labelWithEnds } from './sides.js'
import type { Atom } from './statement.js'
import { joined, putFont, putLink, wordOfDash } from './style.js'

/**
 * The attributes that the writer gives a node, without what its extras say.
 * @param onColor whether the node stands on the colour of a cluster, where having no fill needs no word
 */
export function nodeAttributes(
  node: NodeOfAttributes & Pick<Node, 'id'>,
  onColor = false,
): Map<string, Atom> {
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
function labelAtom({ id, label, shape, fields }: NodeOfAttributes & Pick<Node, 'id'>): Atom | undefined {
  const ends = shape === 'table' ? undefined : endsOfLines(label)
  if (label.rich && !ends) return { text: label.rich.source, html: true }
  const parts = fields ?? [{ text: label.text }]
  if (ends) return { text: isRecord(shape) ? recordOf(parts, ends) : labelWithEnds(label.text, ends) }
  if (shape === 'table') return { text: tableOf(parts), html: true }
  if (!fields && label.text === plainLabel(NODE_NAME_LABEL, { node: id })) return undefined
  return { text: isRecord(shape) ? recordOf(parts) : labelOf(label.text) }
}
