/** FlowZap Code holds nodes, edges and loops lane by lane. */
import type { Graph } from '../../src/ir/model.js'

export function byLane<T>(
  items: Iterable<T>,
  laneOf: (item: T) => string | undefined,
): Map<string | undefined, T[]> {
  const lanes = new Map<string | undefined, T[]>()
  for (const item of items) {
    const lane = laneOf(item)
    const list = lanes.get(lane)
    if (list) list.push(item)
    else lanes.set(lane, [item])
  }
  return lanes
}

/** The ids of the nodes of a lowered graph, lane by lane. */
export function laneOrder({ nodes, groups }: Graph): string[] {
  const lanes = byLane(nodes.values(), ({ group }) => group)
  const order: string[] = []
  for (const id of groups.keys()) for (const node of lanes.get(id) ?? []) order.push(node.id)
  return order
}
