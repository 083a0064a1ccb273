/** Nodes that have more fields now than they were drawn for: what stands behind them makes room. */
import type { Graph } from '../../../src/ir/model.js'
import { rounded } from '../document/box.js'
import { drawnBox } from '../words/geometry.js'
import { type Axis, endOf, insertSpace, type Placed, type Room } from './room.js'

const AXES: readonly Axis[] = ['x', 'y']

/** @param around the boxes of a group and of all around it */
export function growNodes(
  room: Room,
  base: Graph,
  graph: Graph,
  around: (group: string | undefined) => ReadonlySet<Placed>,
): void {
  for (const node of graph.nodes.values()) {
    const before = base.nodes.get(node.id)
    const [old, now] = [before && drawnBox(before), drawnBox(node)]
    const box = room.nodes.get(node.id)
    if (!node.fields?.length || !old || !now || !box) continue
    for (const axis of AXES) {
      const more = rounded(endOf(now, axis) - endOf(old, axis))
      if (more > 0) insertSpace(room, axis, rounded(endOf(box, axis) - more), more, around(node.group))
    }
  }
}
