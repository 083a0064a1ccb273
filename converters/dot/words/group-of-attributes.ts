/** Clusters and the graph: resolved attributes to what they say in the words of the model. */
import type { Direction, Style } from '../../../src/ir/model.js'
import { textIn } from './attributes.js'
import { type Names, plainLabel } from './escapes.js'
import type { GraphOfAttributes, GroupOfAttributes } from './group.js'
import { plainHtml } from './html.js'
import { richLabel } from './node.js'
import { textLabel } from './node-of-attributes.js'
import { penOf } from './pen.js'
import type { Attributes } from './resolved.js'
import type { Atom } from './statement.js'
import { colorOf, dashOf, linkIn, styleOf, styleWords } from './style.js'

export function groupOfAttributes(attributes: Attributes, names: Names): GroupOfAttributes {
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
  return atom.html ? richLabel(atom.text) : textLabel(atom.text, names)
}

function groupStyle(attributes: Attributes, words: ReadonlySet<string>): Style {
  const background = colorOf(attributes, 'bgcolor')
  const filled = words.has('filled')
  return styleOf(attributes, {
    fill: filled
      ? (colorOf(attributes, 'fillcolor') ?? colorOf(attributes, 'color') ?? background ?? 'black')
      : background,
    stroke: colorOf(attributes, 'pencolor') ?? colorOf(attributes, 'color'),
    strokeWidth: penOf(attributes),
    dash: dashOf(words),
    rounded: words.has('rounded') || undefined,
  })
}

export function graphOfAttributes(attributes: Attributes, names: Names): GraphOfAttributes {
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
