/** The cells in nodes with fields, on a page that is brought up to date. */
import type { Graph } from '../../../src/ir/model.js'
import { flowsAcross } from '../../../src/layout/lanes/lanes.js'
import type { Cell } from '../document/cell.js'
import type { PageCells } from '../read/read.js'
import { drawnBox } from '../words/geometry.js'
import type { Page } from '../write/page.js'
import { planCells } from '../write/records/field-cells.js'
import { childLayoutsOf, type GivenParts } from '../write/records/node-cells.js'

/**
 * For nodes whose fields would not stand in their order in the file: the cells in the node, which are then written
 * anew behind its own.
 */
export function displaced(
  order: readonly string[],
  { records, nodeIds }: Page,
): Map<string, readonly Cell[]> {
  const place = new Map(order.map((id, i) => [id, i]))
  const found = new Map<string, readonly Cell[]>()
  for (const [node, { cells }] of records) {
    const last = new Map<string, number>()
    const inOrder = cells.every(({ id, parent }) => {
      const own = place.get(id) ?? 0
      const before = last.get(parent) ?? -1
      last.set(parent, own)
      return own > before
    })
    const own = cells.map(cell => ('cell' in cell ? cell.cell : cell))
    if (!inOrder) found.set(nodeIds.get(node)!, own)
  }
  return found
}

/** The ids of the cells in nodes with fields that are drawn as a writer would, by the keys that it has for them. */
export function partIds(base: Graph, { nodes, parts }: PageCells): Map<string, GivenParts> {
  const { documentPartsIn } = childLayoutsOf(base)
  const across = flowsAcross(base)
  const ids = new Map<string, GivenParts>()
  for (const node of base.nodes.values()) {
    const own = parts.get(nodes.get(node.id)!)
    const box = drawnBox(node)
    if (!own || !box || !node.fields?.length || documentPartsIn(node)) continue
    const planned = planCells(node, box, across)
    ids.set(node.id, new Map(planned.map(({ key }, i) => [key, own[i]!.id])))
  }
  return ids
}
