/** Clusters and the graph as attributes. */
import { put } from './attributes.js'
import { dotOfCss } from './colors.js'
import { labelAtom } from './edge-attributes.js'
import { labelOf } from './escapes.js'
import type { GraphOfAttributes, GroupOfAttributes } from './group.js'
import type { Atom } from './statement.js'
import { joined, putFont, putLink, wordOfDash } from './style.js'

/** The attributes that the writer gives a cluster, without what its extras say. */
export function groupAttributes({ label, style, link, hidden }: GroupOfAttributes): Map<string, Atom> {
  const written = new Map<string, Atom>()
  put(written, 'label', labelAtom(label))
  put(
    written,
    'style',
    joined(style.fill && 'filled', style.rounded && 'rounded', wordOfDash(style.dash), hidden && 'invis'),
  )
  put(written, 'fillcolor', style.fill && dotOfCss(style.fill))
  put(written, 'color', style.stroke && dotOfCss(style.stroke))
  put(written, 'penwidth', style.strokeWidth?.toString())
  putFont(written, style)
  putLink(written, link)
  return written
}

/** The attributes that the writer gives the graph, without what its extras say. */
export function graphAttributes(
  { title, direction, style, link }: GraphOfAttributes,
  compound: boolean,
): Map<string, Atom> {
  const written = new Map<string, Atom>()
  put(written, 'compound', compound ? 'true' : undefined)
  put(written, 'rankdir', direction === 'TB' ? undefined : direction)
  put(written, 'bgcolor', style.fill && dotOfCss(style.fill))
  putFont(written, style)
  put(written, 'label', title && labelOf(title))
  putLink(written, link)
  return written
}
