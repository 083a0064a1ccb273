/** Lines that are fastened to no shape: what is said of them, and the shapes that their ends lie next to. */
import type { DrawnBox } from '../document/box.js'
import type { RawCell } from '../document/raw.js'
import { numberOf } from '../document/style.js'
import { nameOf } from './infer.js'
import type { LooseEnd } from './messages.js'
import type { Sorted } from './sort.js'

/** How far from a shape an end may lie to be meant for it, in pixels. */
const REACH = 10
/** A fixed count: on pages with more lines and shapes than this makes pairs, nothing is proposed. */
const MOST_COMPARED = 20_000_000

export type EndName = 'source' | 'target'

export interface Near {
  readonly cell: RawCell
  /** In whole pixels; 0 where the end lies on the shape. */
  readonly distance: number
}

/** Finds the shape that the end of a line lies on or next to. */
export function nearestShapes(sorted: Sorted): (edge: RawCell, end: EndName) => Near | undefined {
  const { nodes, groups, edges } = sorted
  const many = (nodes.length + groups.length) * edges.length > MOST_COMPARED
  return (edge, end) => {
    const point = many ? undefined : freeEnd(edge, end)
    if (!point) return undefined
    return nearest(nodes, point, distanceToBox) ?? nearest(groups, point, distanceToBorder)
  }
}

type Point = readonly [x: number, y: number]

/** Where the free end of a line was drawn, on the page. */
function freeEnd(edge: RawCell, end: EndName): Point | undefined {
  const point = edge.geometry?.children.find(
    ({ name, attributes }) => name === 'mxPoint' && attributes.get('as') === `${end}Point`,
  )
  if (!point) return undefined
  const coordinate = (name: string): number => numberOf(point.attributes.get(name)) ?? 0
  return [coordinate('x') + edge.box.x, coordinate('y') + edge.box.y]
}

function distanceToBox({ x, y, width, height }: DrawnBox, [px, py]: Point): number {
  return Math.hypot(Math.max(x - px, 0, px - x - width), Math.max(y - py, 0, py - y - height))
}

/** Lines cross the inside of a group on their way, so only its border counts. */
function distanceToBorder(box: DrawnBox, point: Point): number {
  const outside = distanceToBox(box, point)
  if (outside > 0) return outside
  const { x, y, width, height } = box
  return Math.min(point[0] - x, x + width - point[0], point[1] - y, y + height - point[1])
}

function nearest(
  cells: readonly RawCell[],
  point: Point,
  distanceTo: (box: DrawnBox, point: Point) => number,
): Near | undefined {
  let best: Near | undefined
  for (const cell of cells) {
    const distance = distanceTo(cell.box, point)
    if (distance <= REACH && (!best || distance < best.distance)) best = { cell, distance }
  }
  return best && { cell: best.cell, distance: Math.round(best.distance) }
}

/** Cells that a line may be fastened to and that are no shapes: lines with what stands on them, and what is kept. */
export interface NoShapes {
  readonly lines: ReadonlyMap<string, RawCell>
  readonly opaque: ReadonlyMap<string, RawCell>
}

export function noShapes({ edges, opaque }: Sorted): NoShapes {
  const lines = new Map(edges.flatMap(edge => [edge, ...edge.children].map(({ id }) => [id, edge] as const)))
  return { lines, opaque: new Map(opaque.map(cell => [cell.id, cell])) }
}

/** The ends of a line that are fastened to no shape. */
export function looseEnds(
  edge: RawCell,
  missing: readonly { readonly end: EndName; readonly near: Near | undefined }[],
  { lines, opaque }: NoShapes,
): LooseEnd[] {
  return missing.map(({ end, near }) => {
    const id = end === 'source' ? edge.source : edge.target
    const line = id === undefined ? undefined : lines.get(id)
    const cell = id === undefined ? undefined : opaque.get(id)
    const at = id === undefined ? 'nothing' : line ? 'a line' : cell ? 'no shape' : 'not there'
    const other = line ?? cell
    return {
      end: end === 'source' ? 'start' : 'end',
      at,
      name: other ? nameOf(other) : (id ?? ''),
      near: near && { name: nameOf(near.cell), id: near.cell.id, distance: near.distance },
    }
  })
}
