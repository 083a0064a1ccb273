/** Clusters and the graph itself: resolved attributes to the model, and the model to attributes. */
import type { Direction, Graph, Group, Style } from '../../src/ir/model.js'
import { attributeMap, sameAtom, textIn } from './attributes.js'
import { dotOfCss } from './colors.js'
import { labelAtom } from './edge.js'
import { labelOf, type Names, plainLabel } from './escapes.js'
import { plainHtml } from './html.js'
import { richLabel } from './node.js'
import type { Attributes, ResolvedSubgraph } from './resolved.js'
import type { Atom } from './statements.js'
import {
  colorOf,
  dashOf,
  defined,
  fontAttributes,
  fontStyle,
  linkAttributes,
  linkIn,
  numberOf,
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
  return {
    ...defined<Style>({
      fill: filled
        ? (colorOf(attributes, 'fillcolor') ?? colorOf(attributes, 'color') ?? background ?? 'black')
        : background,
      stroke: colorOf(attributes, 'pencolor') ?? colorOf(attributes, 'color'),
      strokeWidth: numberOf(attributes, 'penwidth'),
      dash: dashOf(words),
      rounded: words.has('rounded') || undefined,
    }),
    ...fontStyle(attributes),
  }
}

/** The attributes that the writer gives a cluster, without what its extras say. */
export function groupAttributes({ label, style, link, hidden }: GroupLook): Map<string, Atom> {
  const words = [
    style.fill && 'filled',
    style.rounded && 'rounded',
    wordOfDash(style.dash),
    hidden && 'invis',
  ].filter(word => word)
  return attributeMap([
    ['label', labelAtom(label)],
    ['style', words.join(',') || undefined],
    ['fillcolor', style.fill && dotOfCss(style.fill)],
    ['color', style.stroke && dotOfCss(style.stroke)],
    ['penwidth', style.strokeWidth?.toString()],
    ...fontAttributes(style),
    ...linkAttributes(link),
  ])
}

export type GraphLook = Pick<Graph, 'title' | 'direction' | 'style' | 'link'>

export function graphLook(attributes: Attributes, names: Names): GraphLook {
  const label = attributes.get('label')
  const title = label && (label.html ? plainHtml(label.text) : plainLabel(label.text, names))
  const link = linkIn(attributes, names)
  return {
    ...(title && { title }),
    direction: directionOf(textIn(attributes, 'rankdir')),
    style: {
      ...defined<Style>({ fill: colorOf(attributes, 'bgcolor') }),
      ...fontStyle(attributes),
    },
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
  return attributeMap([
    ['compound', compound ? 'true' : undefined],
    ['rankdir', direction === 'TB' ? undefined : direction],
    ['bgcolor', style.fill && dotOfCss(style.fill)],
    ...fontAttributes(style),
    ['label', title ? labelOf(title) : undefined],
    ...linkAttributes(link),
  ])
}
