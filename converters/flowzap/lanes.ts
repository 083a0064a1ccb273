/** FlowZap Code holds nodes, edges and loops lane by lane. */
import { addTo } from '../../src/ir/lists.js'
import type { Graph } from '../../src/ir/model.js'

export function byLane<T, Lane extends string | undefined>(
  items: Iterable<T>,
  laneOf: (item: T) => Lane,
): Map<Lane, T[]> {
  const lanes = new Map<Lane, T[]>()
  for (const item of items) addTo(lanes, laneOf(item), item)
  return lanes
}

/** The ids of the nodes of a lowered graph, lane by lane. */
export function laneOrder({ nodes, groups }: Graph): string[] {
  const lanes = byLane(nodes.values(), ({ group }) => group)
  const order: string[] = []
  for (const id of groups.keys()) for (const node of lanes.get(id) ?? []) order.push(node.id)
  return order
}
