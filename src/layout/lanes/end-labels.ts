/** Where the labels at the ends of edges stand: beside the line, near the node, on as little else as may be. */
import type { Edge } from '../../ir/model.js'
import { type Box, middleOf, type Point, type Route } from '../boxes.js'
import { add, gridOfBoxes, gridOfPaths, meeting } from '../measure/grid.js'
import type { Size } from '../measure/size.js'

/** How far a label at an end stays from the node, and from its line. */
const FROM_NODE = 8
const FROM_LINE = 3

const NODE_COST = 1000
const LABEL_COST = 400
const LINE_COST = 60

/** Places beside the first line of a path, near its start first; above and right of it before below and left. */
function* places(path: readonly Point[], { width, height }: Size): Generator<Box> {
  const [a, b] = path
  if (!a || !b) return
  const flat = Math.abs(b.x - a.x) > Math.abs(b.y - a.y)
  const [need, length] = flat ? [width, Math.abs(b.x - a.x)] : [height, Math.abs(b.y - a.y)]
  const sign = Math.sign(flat ? b.x - a.x : b.y - a.y)
  for (let along = FROM_NODE + need / 2, tries = 0; tries < 3; along += need / 2 + 4, tries++) {
    if (tries > 0 && along + need / 2 > length) return
    const [x, y] = flat ? [a.x + sign * along, a.y] : [a.x, a.y + sign * along]
    for (const side of [1, -1]) {
      yield flat
        ? { x: x - width / 2, y: y - side * (height / 2 + FROM_LINE) - height / 2, width, height }
        : { x: x + side * (width / 2 + FROM_LINE) - width / 2, y: y - height / 2, width, height }
    }
  }
}

/** Routes with places for the labels at their ends, if there are any. */
export function withEndLabels(
  edges: readonly Edge[],
  routes: readonly Route[],
  sizeOfLabel: (text: string) => Size,
  boxes: Iterable<Box>,
  labels: Iterable<Box>,
): Route[] {
  if (!edges.some(({ from, to }) => from.label?.text || to.label?.text)) return [...routes]
  const lines = gridOfPaths(routes.map(({ path = [] }) => path))
  const [nodes, taken] = [gridOfBoxes(boxes), gridOfBoxes(labels)]
  const place = (path: readonly Point[], text: string | undefined): Point | undefined => {
    if (!text) return undefined
    let best: Box | undefined
    let bestCost = Number.POSITIVE_INFINITY
    for (const box of places(path, sizeOfLabel(text))) {
      const cost =
        NODE_COST * meeting(nodes, box).size +
        LABEL_COST * meeting(taken, box).size +
        LINE_COST * meeting(lines, box).size
      if (cost < bestCost) [best, bestCost] = [box, cost]
    }
    if (best) add(taken, best)
    return best && middleOf(best)
  }
  return routes.map((route, i) => {
    const { path = [] } = route
    const fromLabel = place(path, edges[i]!.from.label?.text)
    const toLabel = place([...path].reverse(), edges[i]!.to.label?.text)
    return { ...route, ...(fromLabel && { fromLabel }), ...(toLabel && { toLabel }) }
  })
}
