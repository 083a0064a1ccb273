/** Texts beside a line that show its labels, in cells of their own: which label each of them is. */
import type { Edge, Text, Value } from '../../../src/ir/model.js'
import type { Point } from '../../../src/layout/boxes.js'
import { inFile } from './in-file.js'

export const labelNames = ['tail', 'middle', 'head'] as const
export type LabelName = (typeof labelNames)[number]

/** Where labels stand on the page: the middle of each. */
export type LabelPlaces = ReadonlyMap<LabelName, Point>

/** In the data beside a line: the id of the cell that shows a label, and what it says where the cell does not show all of it. */
export const textDatumNames = {
  tail: { cell: 'fromTextCell', text: 'fromLabel' },
  middle: { cell: 'textCell', text: 'label' },
  head: { cell: 'toTextCell', text: 'toLabel' },
} as const satisfies Readonly<Record<LabelName, unknown>>

/** The text of one of an edge's labels. */
export const labelNamed = (edge: Edge, name: LabelName): Text | undefined =>
  name === 'middle' ? edge.label : (name === 'tail' ? edge.from : edge.to).label

/** The cells that show labels of an edge beside its line, as its file has them, with what they are to say; none that says nothing. */
export function textsInFile(
  edge: Edge,
): { readonly name: LabelName; readonly cell: Value; readonly says: Text }[] {
  const beside = inFile(edge)?.get('beside')
  if (!(beside instanceof Map)) return []
  return labelNames.flatMap(name => {
    const cell = (beside as ReadonlyMap<string, Value>).get(name)
    const says = labelNamed(edge, name)
    return cell === undefined || !says || says.text === '' ? [] : [{ name, cell, says }]
  })
}

/** An edge without the labels that stand in cells of their own. */
export function withoutLabels(edge: Edge, names: Iterable<LabelName>): Edge {
  let bare = edge
  for (const name of names) {
    if (name === 'middle') bare = { ...bare, label: { text: '' } }
    else {
      const end = name === 'tail' ? 'from' : 'to'
      const { label: _, ...rest } = bare[end]
      bare = { ...bare, [end]: rest }
    }
  }
  return bare
}
