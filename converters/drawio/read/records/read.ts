/** The fields of all nodes of a page, from the cells in them. */
import { byId, makeGraph } from '../../../../src/ir/build.js'
import type { Graph, Group } from '../../../../src/ir/model.js'
import { flowsAcross } from '../../../../src/layout/lanes/lanes.js'
import type { RawCell } from '../../document/raw.js'
import type { ReadFields } from '../../words/records/fields.js'
import { lookOfStyle } from '../../words/records/look.js'
import { readParts } from '../../words/records/parts.js'
import { shapeIn } from '../../words/values.js'
import { type Place, shownByNode } from '../elements.js'
import type { Sorted } from '../sort.js'
import type { NodeRecord } from './node.js'

export interface RecordPage extends Place {
  /** What the page says of its direction. */
  readonly direction?: Graph['direction']
}

/** By node: its fields, and which of its cells show which. */
export function readRecords(
  { parts, edges }: Sorted,
  { foreign, direction }: RecordPage,
  groups: readonly Group[],
): ReadonlyMap<RawCell, NodeRecord & ReadFields> {
  if (parts.size === 0) return new Map()
  const ends = new Set(edges.flatMap(({ source, target }) => [source, target]).filter(id => id !== undefined))
  const across = foreign
    ? undefined
    : flowsAcross(makeGraph({ groups: byId(groups), ...(direction && { direction }) }))
  return new Map(
    [...parts].map(([cell, own]) => {
      const holder = { look: lookOfStyle(cell.style), shape: shapeIn(shownByNode(cell).values) }
      return [cell, { ...readParts(cell, own, holder, ends), parts: own, across }]
    }),
  )
}
