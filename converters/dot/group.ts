/** Clusters and the graph itself: resolved attributes to the model, and the model to attributes. */
import type { Direction, Graph, Group, Style } from '../../src/ir/model.js'
import { put, sameAtom, textIn } from './attributes.js'
import { dotOfCss } from './colors.js'
import { labelAtom } from './edge.js'
import { labelOf, type Names, plainLabel } from './escapes.js'
import { plainHtml } from './html.js'
import { richLabel } from './node.js'
import type { Attributes, ResolvedSubgraph } from './resolved.js'
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

/**
 * Attributes that change how a cluster is drawn. A subgraph is born with the attributes that stand in its
 * parent at that moment; of the others it does not matter whether a cluster has them too.
 */
const DRAWN: ReadonlySet<string> = new Set([
  'URL',
  'bgcolor',
  'class',
  'color',
  'colorscheme',
  'fillcolor',
  'fontcolor',
  'fontname',
  'fontsize',
  'gradientangle',
  'href',
  'id',
  'label',
  'labeljust',
  'labelloc',
  'layer',
  'margin',
  'nojustify',
  'pencolor',
  'penwidth',
  'peripheries',
  'style',
  'target',
  'tooltip',
])

export function isDrawn(attribute: string): boolean {
  return DRAWN.has(attribute)
}

/**
 * A subgraph's attributes without those that it has from its parent and that say nothing about itself. A label
 * that it only has from its parent is no label of its own, although Graphviz draws it.
 */
export function ownAttributes(
  { attributes, own }: Pick<ResolvedSubgraph, 'attributes' | 'own'>,
  parent: Attributes,
): Attributes {
  return new Map(
    [...attributes].filter(([name, value]) =>
      name === 'label' ? own.has(name) : DRAWN.has(name) || !sameAtom(value, parent.get(name)),
    ),
  )
}

export type GroupLook = Pick<Group, 'label' | 'style' | 'link' | 'hidden'>

export function groupLook(attributes: Attributes, names: Names): GroupLook {
  const words = styleWords(attributes)
  const atom = attributes.get('label')
  const label = atom ? labelIn(atom, names) : { text: '' }
  const link = linkIn(attributes, names)
  return {
    label,
    style: groupStyle(attributes, words),
    ...(link && { link }),
    ...(words.has('invis') && { hidden: true }),
  }
}

function labelIn(atom: Atom, names: Names) {
  return atom.html ? richLabel(atom.text) : { text: plainLabel(atom.text, names) }
}

function groupStyle(attributes: Attributes, words: ReadonlySet<string>): Style {
  const background = colorOf(attributes, 'bgcolor')
  const filled = words.has('filled')
  return styleOf(attributes, {
    fill: filled
      ? (colorOf(attributes, 'fillcolor') ?? colorOf(attributes, 'color') ?? background ?? 'black')
      : background,
    stroke: colorOf(attributes, 'pencolor') ?? colorOf(attributes, 'color'),
    strokeWidth: numberOf(attributes, 'penwidth'),
    dash: dashOf(words),
    rounded: words.has('rounded') || undefined,
  })
}

/** The attributes that the writer gives a cluster, without what its extras say. */
export function groupAttributes({ label, style, link, hidden }: GroupLook): Map<string, Atom> {
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

export type GraphLook = Pick<Graph, 'title' | 'direction' | 'style' | 'link'>

export function graphLook(attributes: Attributes, names: Names): GraphLook {
  const label = attributes.get('label')
  const title = label && (label.html ? plainHtml(label.text) : plainLabel(label.text, names))
  const link = linkIn(attributes, names)
  return {
    ...(title && { title }),
    direction: directionOf(textIn(attributes, 'rankdir')),
    style: styleOf(attributes, { fill: colorOf(attributes, 'bgcolor') }),
    ...(link && { link }),
  }
}

function directionOf(rankdir: string | undefined): Direction {
  return rankdir === 'LR' || rankdir === 'RL' || rankdir === 'BT' ? rankdir : 'TB'
}

/** The attributes that the writer gives the graph, without what its extras say. */
export function graphAttributes(
  { title, direction, style, link }: GraphLook,
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
