/** Whether a page shows what a source says, so that it can be brought up to date with it. */

import type { Graph } from '../../../src/ir/model.js'
import type { Message } from '../../../src/messages/message.js'
import type { PageSource } from '../document/envelope.js'
import type { RawCell } from '../document/raw.js'
import type { PageCells } from '../read/read.js'
import { otherDiagram } from './messages.js'

/** A page where less than this share is known by its ids, is that of another source, or its ids were changed. */
const LEAST = 0.1

/** Whether a cell is of our making, or a copy of one that is. */
const isWritten = ({ attributes }: RawCell): boolean =>
  attributes.has('diaglot-kind') || attributes.has('mermaidId')

/** Whether we wrote the page. */
export const isOurs = ({ layers }: Pick<PageCells, 'layers'>): boolean =>
  layers[0]?.attributes.get('diaglot-kind') === 'graph'

/**
 * `syntax/update` where a page and its source have next to no node or group in common: to update it would remove everything and
 * draw it again. draw.io gives new ids to what is copied and pasted, and to “export selection”. Pages on which only a person's
 * own things stand beside an empty diagram of ours are fine.
 */
export function unrelated(
  { name }: PageSource,
  base: Graph,
  source: Graph,
  cells: PageCells,
): Message | undefined {
  const ours = isOurs(cells)
  const drawn = [...cells.nodes.values(), ...cells.groups.values()]
  const there = drawn.filter(cell => !ours || isWritten(cell)).length
  const wanted = source.nodes.size + source.groups.size
  let known = 0
  for (const id of source.nodes.keys()) if (base.nodes.has(id)) known++
  for (const id of source.groups.keys()) if (base.groups.has(id)) known++
  if (there === 0 || wanted === 0 || known >= LEAST * Math.min(there, wanted)) return undefined
  return otherDiagram({ page: name, known, wanted })
}
