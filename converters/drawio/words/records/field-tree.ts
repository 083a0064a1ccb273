/** The cells in a node with fields, as a tree, and the fields that they show. */
import type { Shape } from '../../../../src/ir/shapes.js'
import type { RawCell } from '../../document/raw.js'
import { type ChildLayout, childLayoutOf } from './child-layout.js'
import { fieldsIn, type Inner, type ReadFields } from './fields-in-cells.js'

/** The cells in a node in the order of their file, each before what stands in it. */
export type Parts = readonly RawCell[]

/** The tree of some cells; what stands in them and is not among them is left out. */
function innersOf(node: RawCell, parts: Parts): Inner[] {
  const inners = new Map<RawCell, { cell: RawCell; children: Inner[] }>(
    parts.map(cell => [cell, { cell, children: [] }]),
  )
  const roots: Inner[] = []
  for (const inner of inners.values())
    for (const child of inner.cell.children) {
      const own = inners.get(child)
      if (own) inner.children.push(own)
    }
  for (const child of node.children) {
    const own = inners.get(child)
    if (own) roots.push(own)
  }
  return roots
}

/** How a node with fields is drawn, as far as its cells need it. */
export interface Holder {
  readonly childLayout: ChildLayout | undefined
  readonly shape: Shape
}

const ANY: ChildLayout = { form: 'down', title: 0 }

/** The fields of a node's cells. They stand in the node itself, or in a frame in it. @param ends that edges end at */
export function readFieldCells(
  node: RawCell,
  parts: Parts,
  { childLayout, shape }: Holder,
  ends: ReadonlySet<string>,
): ReadFields {
  const roots = innersOf(node, parts)
  const frame = roots.find(({ cell }) => cell.attributes.get('diaglot-kind') === 'fields')
  const own = (frame ? childLayoutOf(frame.cell.style) : childLayout) ?? ANY
  const holder = { id: node.id, childLayout: own, record: shape === 'record' }
  return fieldsIn(holder, frame ? frame.children : roots, ends)
}
