/** How wide the outlines of nodes and clusters are: by `penwidth`, or by the style `bold`. */
import { textIn } from './attributes.js'
import type { Attributes } from './resolved.js'
import { numberOf, styleWords } from './style.js'

/** Graphviz draws `bold` twice as wide as what is not: `PENWIDTH_BOLD` of lib/common/const.h. */
const BOLD = 2

/** A `penwidth` goes before the style (https://graphviz.org/docs/attrs/penwidth/). */
export function penOf(attributes: Attributes): number | undefined {
  if (textIn(attributes, 'penwidth')) return numberOf(attributes, 'penwidth')
  return styleWords(attributes).has('bold') ? BOLD : undefined
}

/** The attributes of a node or cluster with its pen said in one way, by `penwidth`. Edges are bold as such. */
export function withPen(attributes: Attributes): Attributes {
  const words = styleWords(attributes)
  if (!words.has('bold')) return attributes
  const all = new Map(attributes)
  if (!textIn(attributes, 'penwidth')) all.set('penwidth', { text: String(BOLD) })
  const others = [...words].filter(word => word !== 'bold').join(',')
  if (others === '') all.delete('style')
  else all.set('style', { text: others })
  return all
}
