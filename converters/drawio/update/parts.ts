/** The cells in nodes with fields, on a page that is brought up to date. */
import type { Graph } from '../../../src/ir/model.js'
import { flowsAcross } from '../../../src/layout/lanes.js'
import { drawnBox } from '../geometry.js'
import type { PageCells } from '../read.js'
import { planCells } from '../records/cells.js'
import { type GivenParts, looksOf } from '../records/page.js'

/** The ids of the cells in nodes with fields that are drawn as a writer would, by the keys that it has for them. */
export function partIds(base: Graph, { nodes, parts }: PageCells): Map<string, GivenParts> {
  const { heldIn } = looksOf(base)
  const across = flowsAcross(base)
  const ids = new Map<string, GivenParts>()
  for (const node of base.nodes.values()) {
    const own = parts.get(nodes.get(node.id)!)
    const box = drawnBox(node.extras)
    if (!own || !box || !node.fields?.length || heldIn(node)) continue
    const planned = planCells(node, box, across)
    ids.set(node.id, new Map(planned.map(({ key }, i) => [key, own[i]!.id])))
  }
  return ids
}
