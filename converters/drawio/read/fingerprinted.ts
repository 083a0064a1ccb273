/** The lines that the mark of a page counts: where its cells stand, and how records are drawn. */

import type { RawCell } from '../document/raw.js'
import { geometryLine, geometryXml } from '../words/cell-parts.js'
import { isEdgeLabel } from '../words/edge-labels.js'
import { childLayoutLine, partLine } from '../words/fingerprints.js'
import { childLayoutOf } from '../words/records/child-layout.js'
import type { Sorted } from './sort.js'

/** The lines of a page as it is now. */
export function geometryLines({ nodes, groups, edges, loops, pool, title, parts }: Sorted): string[] {
  const labels = edges.flatMap(edge => edge.children.filter(isEdgeLabel))
  const frames = [...loops, ...(pool ? [pool] : []), ...(title ? [title] : [])]
  const cells = [...nodes, ...groups, ...edges, ...frames, ...labels]
  const lines = cells.map(cell => geometryLine(cell.id, cell.style, geometryXml(cell.geometry)))
  for (const [{ id, style }, inside] of parts) {
    lines.push(childLayoutLine(id, childLayoutOf(style)))
    for (const cell of inside) lines.push(partLine(rawPart(cell)))
  }
  return lines
}

export const rawPart = ({ id, style, geometry }: RawCell) => ({ id, style, geometry: geometryXml(geometry) })
