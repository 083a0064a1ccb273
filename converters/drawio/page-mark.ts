/** What the mark of a page counts, read off its cells: as long as it fits, nobody has moved anything. */
import type { GeometryXml } from './cell.js'
import { geometryLine } from './cell-parts.js'
import { isEdgeLabel } from './line-labels.js'
import type { Sorted } from './sort.js'
import { numberOf } from './style.js'
import type { XmlElement } from './xml.js'

/** The lines that the mark of a page was made of, from the cells as they are now. */
export function markedLines({ nodes, groups, edges, loops, pool }: Sorted): string[] {
  const labels = edges.flatMap(edge => edge.children.filter(isEdgeLabel))
  return [...nodes, ...groups, ...edges, ...loops, ...(pool ? [pool] : []), ...labels].map(cell =>
    geometryLine(cell.id, cell.style, geometryXml(cell.geometry)),
  )
}

function geometryXml(geometry: XmlElement | undefined): GeometryXml {
  const points: [number, number][] = []
  let offset: [number, number] | undefined
  const pair = ({ attributes }: XmlElement): [number, number] => [
    numberOf(attributes.get('x')) ?? 0,
    numberOf(attributes.get('y')) ?? 0,
  ]
  for (const child of geometry?.children ?? []) {
    if (child.name === 'mxPoint' && child.attributes.get('as') === 'offset') offset = pair(child)
    else if (child.name === 'Array') points.push(...child.children.map(pair))
  }
  return { attributes: [...(geometry?.attributes ?? [])], points, ...(offset && { offset }) }
}
