/** Nodes with fields whose cells nobody drew otherwise than we do: on a page that is brought up to date they are drawn anew. */
import type { Graph, Node } from '../../../src/ir/model.js'
import { flowsAcross } from '../../../src/layout/lanes/lanes.js'
import { isTurning } from '../../../src/layout/measure/fields.js'
import { numberText } from '../document/cell.js'
import { cellElement } from '../document/cell-element.js'
import type { RawCell } from '../document/raw.js'
import { sameStyle } from '../document/style.js'
import type { PageCells } from '../read/read.js'
import { drawnBox } from '../words/geometry.js'
import { withInFile } from '../words/in-file.js'
import { childLayoutOf, formatChildLayout } from '../words/records/child-layout.js'
import type { Parts } from '../words/records/field-tree.js'
import type { PlannedCell } from '../words/records/planned.js'
import { planCells, plannedChildLayout } from '../write/records/field-cells.js'
import { isOurs } from './related.js'

/** A page's graph without the cells of such nodes in its document. */
export function withoutUsualParts(graph: Graph, cells: PageCells): Graph {
  const across = isOurs(cells) ? flowsAcross(graph) : undefined
  const isUsual = (node: Node): boolean => {
    const cell = cells.nodes.get(node.id)
    const parts = cell && cells.parts.get(cell)
    const box = drawnBox(node)
    const childLayout = cell && childLayoutOf(cell.style)
    // Of other shapes the direction does not matter.
    const turned = across ?? (isTurning(node) ? undefined : false)
    if (!cell || !parts || !box || !childLayout || turned === undefined) return false
    return (
      formatChildLayout(childLayout) === formatChildLayout(plannedChildLayout(node, turned)) &&
      isPlanned(cell, parts, planCells(node, box, turned))
    )
  }
  const bare = (node: Node): Node =>
    node.fields?.length && isUsual(node)
      ? withInFile(node, [
          ['parts', undefined],
          ['look', undefined],
          ['titled', undefined],
        ])
      : node
  return { ...graph, nodes: new Map(Array.from(graph.nodes, ([id, node]) => [id, bare(node)])) }
}

/** Whether cells are those that a writer would make, but for their ids. */
function isPlanned(node: RawCell, parts: Parts, planned: readonly PlannedCell[]): boolean {
  if (parts.length !== planned.length) return false
  const place = new Map(parts.map((cell, i) => [cell, i]))
  const parents = new Map<RawCell, number>()
  for (const child of node.children) parents.set(child, -1)
  for (const cell of parts) for (const child of cell.children) parents.set(child, place.get(cell)!)
  return parts.every((cell, i) => {
    const wanted = planned[i]!
    return parents.get(cell) === wanted.parent && sameCell(cell, wanted, node)
  })
}

function sameCell(
  { element, attributes, style, label, box }: RawCell,
  wanted: PlannedCell,
  node: RawCell,
): boolean {
  const cell = cellElement(element)!
  const geometry = cell.children[0]
  const own = element === cell ? ['id', 'value', 'style', 'vertex', 'parent'] : ['style', 'vertex', 'parent']
  const more = [...attributes].filter(([name]) => name !== 'label' && name !== 'id')
  const place = [box.x - node.box.x, box.y - node.box.y, box.width, box.height].map(numberText).join(' ')
  return (
    label === wanted.label &&
    sameStyle(style, wanted.style) &&
    [...cell.attributes.keys()].every(name => own.includes(name)) &&
    sameStyle(new Map(more), new Map(wanted.attributes)) &&
    cell.children.length === 1 &&
    geometry?.name === 'mxGeometry' &&
    geometry.children.length === 0 &&
    place === [wanted.box.x, wanted.box.y, wanted.box.width, wanted.box.height].map(numberText).join(' ')
  )
}
