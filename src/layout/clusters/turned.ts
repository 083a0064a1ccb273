/**
 * A drawing turned round across its flow. Where lines cross less in another order than that of the source, that order or its opposite will
 * do: the one in which more of what stands side by side is where the source has it.
 */
import type { Graph } from '../../ir/model.js'
import { type Box, type Layout, middleOf, type Point } from '../boxes.js'
import type { Size } from '../measure/size.js'
import { outsideLabel } from '../measure/sizes.js'

export type Axis = 'x' | 'y'

/** What stands side by side has its middle at one height, up to this. */
const LEVEL = 15

/**
 * The axis along which a graph may be turned round; none where something on the page has a right way round: sides that an author wrote,
 * fields, and, from top to bottom, titles and the labels below shapes.
 */
export function turningAxis(graph: Graph, across: boolean): Axis | undefined {
  const { nodes, groups, edges, loops } = graph
  if (loops.length > 0 || edges.some(({ from, to }) => from.side || to.side)) return undefined
  for (const node of nodes.values()) {
    if (node.fields?.length) return undefined
    if (across && outsideLabel(node).height > 0) return undefined
  }
  if (!across) return 'x'
  return groups.size === 0 ? 'y' : undefined
}

interface Drawn extends Size {
  readonly boxes: ReadonlyMap<string, Box>
  readonly edges: ReadonlyMap<string, { readonly path: readonly Point[]; readonly label?: Point }>
}

/** Boxes, lines and labels turned round on a page with this margin. */
export function turned<D extends Drawn>(drawn: D, axis: Axis, margin: number): D {
  const length = 2 * margin + Math.round(axis === 'x' ? drawn.width : drawn.height)
  const point = (at: Point): Point => ({ ...at, [axis]: length - at[axis] })
  const boxes = Array.from(drawn.boxes, ([id, box]): [string, Box] => [
    id,
    { ...box, [axis]: length - box[axis] - (axis === 'x' ? box.width : box.height) },
  ])
  const edges = Array.from(
    drawn.edges,
    ([id, { path, label }]) =>
      [id, { path: path.map(point), ...(label && { label: point(label) }) }] as const,
  )
  return { ...drawn, boxes: new Map(boxes), edges: new Map(edges) }
}

/** How many pairs of nodes that stand side by side in one group are in the order of the source, less those that are not. */
export function inOrder({ nodes }: Graph, layout: Layout, axis: Axis): number {
  const along: Axis = axis === 'x' ? 'y' : 'x'
  const places = [...nodes.values()].map(({ id, group }) => ({ group, at: middleOf(layout.nodes.get(id)!) }))
  let count = 0
  places.forEach((one, i) => {
    for (let k = i + 1; k < places.length; k++) {
      const two = places[k]!
      if (one.group === two.group && Math.abs(one.at[along] - two.at[along]) <= LEVEL)
        count += Math.sign(two.at[axis] - one.at[axis])
    }
  })
  return count
}
