/** What marks count, of a page or of the labels on a line: where cells stand, and how records are drawn. */
import type { Cell } from './cell.js'
import { geometryLine, geometryXml } from './cell-parts.js'
import { geometryMark } from './geometry.js'
import { isEdgeLabel } from './line-labels.js'
import type { RawCell } from './raw.js'
import { type Look, lookOfStyle, lookText } from './records/look.js'
import type { Sorted } from './sort.js'
import { formatStyle, type StyleMap } from './style.js'

/** The lines of a page as it is now. */
export function geometryLines({ nodes, groups, edges, loops, pool, parts }: Sorted): string[] {
  const labels = edges.flatMap(edge => edge.children.filter(isEdgeLabel))
  const cells = [...nodes, ...groups, ...edges, ...loops, ...(pool ? [pool] : []), ...labels]
  const lines = cells.map(cell => geometryLine(cell.id, cell.style, geometryXml(cell.geometry)))
  for (const [{ id, style }, inside] of parts) {
    lines.push(lookLine(id, lookOfStyle(style)))
    for (const cell of inside) lines.push(partLine(rawPart(cell)))
  }
  return lines
}

/** How a node holds its fields. */
export const lookLine = (id: string, look: Look | undefined): string => `${id} ${look ? lookText(look) : ''}`

/** A cell in a node with fields, with its style: what a person coloured there has no other place than its own. */
export const partLine = ({ id, style, geometry }: Pick<Cell, 'id' | 'style' | 'geometry'>): string =>
  `${geometryLine(id, style, geometry)} ${formatStyle(visible(style))}`

const visible = (style: StyleMap): StyleMap => new Map([...style].filter(([key]) => !key.startsWith('#')))

/** The mark of the labels on an edge, with their looks. Their ids do not count: draw.io gives others to what is copied. */
export const labelsMark = (labels: readonly Pick<Cell, 'style' | 'geometry'>[]): string =>
  geometryMark(labels.map(label => partLine({ ...label, id: '' })))

export const rawPart = ({ id, style, geometry }: RawCell) => ({ id, style, geometry: geometryXml(geometry) })
