/**
 * Labels below shapes, or above them: lines that leave on that side, or come from there, end beyond the label and do not run through its
 * text.
 */
import type { Edge, End, Graph } from '../../ir/model.js'
import { type Box, isAbove, isBelow, type Point } from '../boxes.js'
import { labelAbove } from '../measure/icons.js'
import { outsideLabel } from '../measure/sizes.js'

/** What stands free between a shape, the letters below it, and a line below these, in all. */
export const GAP_BELOW = 8
/** How far beside the letters a line has to run. */
const GAP = 4
/** What has to be left of the first piece of a line, so that an arrowhead still has one. */
const LEAST = 12

/** The boxes of the labels that stand below their shapes, by node. */
export function boxesOfOutsideLabels(graph: Graph, boxes: ReadonlyMap<string, Box>): Map<string, Box> {
  const found = new Map<string, Box>()
  for (const node of graph.nodes.values()) {
    const { width, height } = outsideLabel(node)
    const box = boxes.get(node.id)
    if (box && height > 0)
      found.set(node.id, {
        x: box.x + (box.width - width) / 2,
        y: labelAbove(node) ? box.y - height - GAP_BELOW : box.y + box.height,
        width,
        height: height + GAP_BELOW,
      })
  }
  return found
}

/** Whether a line ends beyond the label of a shape, and so not at the shape's border. @param box the shape's */
export function endsBeyondLabel({ nodes }: Graph, { kind, id }: End, box: Box, point: Point): boolean {
  const node = kind === 'node' && (isBelow(box, point) || isAbove(box, point)) ? nodes.get(id) : undefined
  return node !== undefined && outsideLabel(node).height > 0
}

/** The path with its first point beyond a label, where it runs through that; turned round for its last one. */
function startBeyond(path: readonly Point[], label: Box): readonly Point[] {
  const [start, next] = path
  if (!start || !next || start.x !== next.x) return path
  const down = Math.abs(start.y - label.y) < 1
  const up = Math.abs(start.y - label.y - label.height) < 1
  const y = Math.round(down ? label.y + label.height : label.y)
  const isThrough = (down || up) && start.x > label.x - GAP && start.x < label.x + label.width + GAP
  return isThrough && (down ? next.y - y : y - next.y) >= LEAST ? [{ x: start.x, y }, ...path.slice(1)] : path
}

/**
 * Paths as they are drawn where labels stand below shapes. A side that the author wrote is where a line is fastened, whatever stands there.
 * @param paths one for each edge, in the graph's order
 */
export function clearOfLabels(
  { edges }: Pick<Graph, 'edges'>,
  paths: readonly (readonly Point[])[],
  labels: ReadonlyMap<string, Box>,
): readonly (readonly Point[])[] {
  if (labels.size === 0) return paths
  const labelAt = ({ kind, id, side }: End): Box | undefined =>
    kind === 'node' && side === undefined ? labels.get(id) : undefined
  return edges.map(({ from, to }: Edge, i) => {
    const [first, last] = [labelAt(from), labelAt(to)]
    const path = first ? startBeyond(paths[i]!, first) : paths[i]!
    return last ? startBeyond([...path].reverse(), last).toReversed() : path
  })
}
