/** The fields of all nodes of a page, from the cells in them. */
import type { RawCell } from '../../document/raw.js'
import { childLayoutOf } from '../../words/records/child-layout.js'
import { readFieldCells } from '../../words/records/field-tree.js'
import type { ReadFields } from '../../words/records/fields-in-cells.js'
import { shapeIn } from '../../words/values.js'
import { displayedByNode } from '../elements.js'
import type { Sorted } from '../sort.js'
import type { NodeRecord } from './node.js'

/** By node: its fields, and which of its cells show which. */
export function readRecords({ parts, edges }: Sorted): ReadonlyMap<RawCell, NodeRecord & ReadFields> {
  if (parts.size === 0) return new Map()
  const ends = new Set(edges.flatMap(({ source, target }) => [source, target]).filter(id => id !== undefined))
  return new Map(
    [...parts].map(([cell, own]) => {
      const holder = { childLayout: childLayoutOf(cell.style), shape: shapeIn(displayedByNode(cell).values) }
      return [cell, { ...readFieldCells(cell, own, holder, ends), parts: own }]
    }),
  )
}
