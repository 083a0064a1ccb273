/** What a node says in the words of the model, and what of it DOT draws otherwise. */
import { filledGroups, isFilled, isOnColor } from '../../../src/ir/fill.js'
import type { Field, Graph, Node, Style, Text } from '../../../src/ir/model.js'
import type { Shape } from '../../../src/ir/shapes.js'
import { nearestColor } from './colors.js'
import { plainHtml } from './html.js'

/** What a node's attributes say in the words of the model. */
export type NodeOfAttributes = Pick<
  Node,
  'label' | 'shape' | 'style' | 'link' | 'image' | 'fields' | 'hidden'
>

/**
 * Graphviz fills the nodes whose style says so, and points; all others show what is behind them.
 * Source of the rule: https://graphviz.org/docs/attr-types/style/.
 */
export function seenThrough(shape: Shape): boolean {
  return shape !== 'point'
}

/** Whether a node stands on the colour of a cluster, or of the page, so that it has to be said that it has no fill itself. */
export type OnColor = (group: string | undefined) => boolean

/** For the groups of a graph, by the colours that DOT can write of theirs. */
export function onColorIn({ groups, style }: Pick<Graph, 'groups' | 'style'>): OnColor {
  const fill = style.fill && nearestColor(style.fill)
  if (fill && isOnColor({ style: { fill } })) return () => true
  const filled = filledGroups(groups, ({ fill }) => isFilled({ fill: fill && nearestColor(fill) } as Style))
  return group => group !== undefined && filled.has(group)
}

export function isRecord(shape: Shape): boolean {
  return shape === 'record' || shape === 'rounded-record'
}

export function richLabel(source: string): Text {
  return { text: plainHtml(source), rich: { syntax: 'dot-html', source } }
}

/** One field without a port is no more than a label. */
export function severalFields(fields: readonly Field[]): readonly Field[] | undefined {
  const [only] = fields
  return fields.length === 1 && only?.port === undefined && !only?.children ? undefined : fields
}
