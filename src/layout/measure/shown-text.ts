/** What of a node's label is drawn. */
import type { Node, Text } from '../../ir/model.js'
import type { Shape } from '../../ir/shapes.js'

/**
 * Marks, which Graphviz (`point`) and Mermaid (`f-circ`, `fork`, `cross-circ` and the like) draw without a label: a text that somebody gave them
 * is still worth its room below, but the id, which both take for the label of what has none, is no text that anyone meant to be seen.
 * https://graphviz.org/doc/info/shapes.html, https://mermaid.js.org/syntax/flowchart.html
 */
const MARKS: ReadonlySet<Shape> = new Set([
  'point',
  'anchor',
  'junction',
  'summary',
  'start-dot',
  'stop-dot',
  'fork',
  'choice',
  'hourglass',
  'bolt',
])

const NOTHING: Text = { text: '' }

/** The label of a node as it is drawn: nothing at marks that have only their id for one. */
export const shownText = ({ id, shape, label, image, fields }: Node): Text =>
  MARKS.has(shape) && label.text === id && image === undefined && !fields?.length ? NOTHING : label
