/** Frames of loops: a box behind the nodes that a loop names, with room above them for its condition. */
import type { Graph } from '../ir/model.js'
import type { Box } from './boxes.js'

const MARGIN = 12
/** The line of the condition, above the nodes. */
export const FRAME_TITLE = 20

/** The nodes that stand in some loop. */
export function loopRoom(graph: Graph): ReadonlySet<string> {
  return new Set(graph.loops.flatMap(loop => loop.nodes))
}

/** The frame of each loop, in the graph's order. Loops around the same nodes are told apart by growing margins. */
export function framesAround(graph: Graph, nodes: ReadonlyMap<string, Box>): Box[] {
  const seen = new Map<string, number>()
  return graph.loops.map(loop => {
    const boxes = loop.nodes.map(id => nodes.get(id)).filter(box => box !== undefined)
    if (boxes.length === 0) return { x: 0, y: 0, width: 120, height: FRAME_TITLE + MARGIN }
    let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
    for (const { x, y, width, height } of boxes) {
      left = Math.min(left, x)
      top = Math.min(top, y)
      right = Math.max(right, x + width)
      bottom = Math.max(bottom, y + height)
    }
    const key = `${left} ${top} ${right} ${bottom}`
    const level = seen.get(key) ?? 0
    seen.set(key, level + 1)
    const grown = MARGIN + level * 6
    return {
      x: left - grown,
      y: top - grown - FRAME_TITLE - level * FRAME_TITLE,
      width: right - left + 2 * grown,
      height: bottom - top + 2 * grown + FRAME_TITLE + level * FRAME_TITLE,
    }
  })
}
