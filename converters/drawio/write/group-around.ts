/** Lines between a node or group and the group around it: draw.io finds no way for them by itself. */
import { groupAround, isAround } from '../../../src/ir/group-tree.js'
import type { Edge, End, Graph } from '../../../src/ir/model.js'
import { type Box, isAbove, isBelow, type Point } from '../../../src/layout/boxes.js'
import { rounded } from '../document/box.js'
import type { StyleMap } from '../document/style.js'
import { pinsOf } from '../words/geometry.js'

/** Whether one end of an edge is a group with the other end in it, however deep. */
export function endsAtGroupAround(graph: Graph, { from, to }: Edge): boolean {
  if (from.kind === to.kind && from.id === to.id) return false
  const holds = (outer: End, inner: End) =>
    outer.kind === 'group' && isAround(graph.groups, outer.id, groupAround(graph, inner))
  return holds(from, to) || holds(to, from)
}

/** The keys that fasten an end at the very point of its way. */
export function pinsAt(box: Box, { x, y }: Point, end: 'exit' | 'entry'): StyleMap {
  const share = (length: number, whole: number): string =>
    String(whole === 0 ? 0 : Math.round(Math.min(1, Math.max(0, length / whole)) * 1e5) / 1e5)
  // One that stands at the border, or within, is no further off.
  const border = isBelow(box, { x, y }) ? box.y + box.height : isAbove(box, { x, y }) ? box.y : y
  const keys: [string, string][] = [
    ['X', share(rounded(x - box.x), box.width)],
    ['Y', share(rounded(y - box.y), box.height)],
    ['Dx', '0'],
    ['Dy', String(rounded(y - border))],
    ['Perimeter', '0'],
  ]
  return pinsOf(new Map(keys.map(([key, value]) => [end + key, value])), end)
}
