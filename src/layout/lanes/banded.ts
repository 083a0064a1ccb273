/** Nodes and edges laid out in bands: what the layout in lanes and the simple layout of nested groups share. */
import type { Direction, Edge, Node, Side } from '../../ir/model.js'
import type { Box, Point, Route } from '../boxes.js'
import { placeLabels } from '../clusters/edge-labels.js'
import { outlineOf } from '../measure/outlines.js'
import type { Size } from '../measure/size.js'
import { outsideLabel, sizeOf } from '../measure/sizes.js'
import { measure } from '../measure/text.js'
import { grownFor, withBundles } from './bundles.js'
import { withEndLabels } from './end-labels.js'
import { type FieldEnd, fieldEnds, fieldPlans } from './field-ends.js'
import { type Placed, type PlanPoint, placePlan } from './place.js'
import { type PlanEnd, type PlanSide, type PlanSize, planBands, type WantedEdge } from './plan.js'
import { spreadPorts } from './ports.js'
import { atTips } from './tips.js'
import { findWays, withSides } from './ways.js'

const EDGE_FONT = 11
export const PAGE_MARGIN = 40

/** How a plan is turned onto the page. */
export interface Turning {
  /** True where the flow runs along x. */
  readonly across: boolean
  /** True where it runs towards smaller coordinates. */
  readonly mirrored: boolean
}

export function turningOf(direction: Direction): Turning {
  return {
    across: direction === 'LR' || direction === 'RL',
    mirrored: direction === 'RL' || direction === 'BT',
  }
}

export const edgeLabelSize = (edge: Edge): Size | undefined =>
  edge.label.text === '' ? undefined : labelSize(edge.label.text)

export function labelSize(text: string): Size {
  const { width, height } = measure(text, Infinity, EDGE_FONT)
  return { width: Math.ceil(width) + 6, height: height + 4 }
}

/** The plan's name for a side of the page, and how far along it a corner lies. */
export function planSide(
  side: Side | undefined,
  { across, mirrored }: Turning,
): { side?: PlanSide; corner: number } {
  if (side === undefined) return { corner: 0 }
  const [vertical, horizontal] = side.includes('-') ? (side.split('-') as [Side, Side]) : [side, undefined]
  const main = horizontal === undefined || !across ? vertical : horizontal
  const rest = main === vertical ? horizontal : vertical
  const front: Side = across ? (mirrored ? 'left' : 'right') : mirrored ? 'top' : 'bottom'
  const back: Side = across ? (mirrored ? 'right' : 'left') : mirrored ? 'bottom' : 'top'
  const high: Side = across ? 'bottom' : 'right'
  const named: PlanSide = main === front ? 'front' : main === back ? 'back' : main === high ? 'high' : 'low'
  return { side: named, corner: rest === undefined ? 0 : rest === high ? 1 : -1 }
}

const directionOf = ({ across, mirrored }: Turning): Direction =>
  across ? (mirrored ? 'RL' : 'LR') : mirrored ? 'BT' : 'TB'

/** The side that an author wrote, or the place of the field that an edge ends at. */
function planEnd(
  side: Side | undefined,
  field: FieldEnd | undefined,
  turning: Turning,
): { side?: PlanSide; corner: number; at?: number } {
  if (!field) return planSide(side, turning)
  const planned = planSide(field.side, turning)
  const alongFlow = planned.side === 'high' || planned.side === 'low'
  return { ...planned, at: alongFlow && turning.mirrored ? -field.offset : field.offset }
}

/** What bands the nodes stand in, and what room each needs. */
export interface Bands {
  readonly bandOf: readonly number[]
  /** The nodes of each loop. */
  readonly loops?: readonly (readonly number[])[]
  /** Where the flow goes on in the next row, given the steps at which the nodes stand. */
  readonly folds?: ((steps: readonly number[]) => readonly number[]) | undefined
  readonly count: number
  /** Whether the nodes of a flow across the page are narrow. */
  readonly narrow?: boolean
  readonly minimum: (band: number) => number
  /** Extra room in the gap before a column, and the least length of a level. */
  readonly gapMinimum: (gap: number, columnOf: readonly number[]) => number
  readonly levelMinimum: (
    kind: 'first' | 'last' | 'between',
    band: number,
    columnOf: readonly number[],
  ) => number
}

export interface Banded {
  readonly placed: Placed
  readonly sizes: readonly Size[]
  readonly column: readonly number[]
  readonly columns: number
}

/** Plans, routes and places nodes in bands; edges that end at groups are given a node by the caller. */
export function layBands(
  nodes: readonly Node[],
  edges: readonly { readonly edge: Edge; readonly from: number; readonly to: number }[],
  bands: Bands,
  turning: Turning,
): Banded {
  const { across } = turning
  const along = ({ width, height }: Size): PlanSize =>
    across ? { u: width, v: height } : { u: height, v: width }
  const planOf = fieldPlans(new Map(nodes.map(node => [node.id, node])), across)
  const wanted = edges.map(({ edge, from, to }): WantedEdge => {
    const fields = fieldEnds(edge, planOf, directionOf(turning))
    const a = planEnd(edge.from.side, fields.from, turning)
    const b = planEnd(edge.to.side, fields.to, turning)
    return {
      from,
      to,
      ...(a.side && { fromSide: a.side }),
      ...(b.side && { toSide: b.side }),
      fromCorner: a.corner,
      toCorner: b.corner,
      ...(a.at !== undefined && { fromAt: a.at }),
      ...(b.at !== undefined && { toAt: b.at }),
      length: Math.max(1, Math.min(20, Math.round(edge.length ?? 1))),
    }
  })
  const plan = planBands(bands.bandOf, bands.count, wanted, bands)
  const chosen = wanted.map(edge => withSides(plan, edge))
  const isDecision = (node: number): boolean => outlineOf(nodes[node]!.shape) === 'rhombus'
  const tipped = atTips(plan, chosen, isDecision, i => wanted[i]!.fromSide === undefined)
  const sided = withBundles(tipped, nodes.length)
  const ways = findWays(plan, sided)
  const usual = nodes.map(node => sizeOf(node, across, across && bands.narrow))
  const labelRoom = (way: number): number => {
    const label = edgeLabelSize(edges[way]!.edge)
    if (!label) return 0
    const { side } = ways[way]!.from
    const { u, v } = along(label)
    return side === 'front' || side === 'back' ? v : u
  }
  const sizes = grownFor(nodes, usual, ways, across, labelRoom)
  const plansizes = sizes.map((size, i) => {
    const label = outsideLabel(nodes[i]!)
    return along({ width: size.width, height: size.height + 2 * label.height })
  })
  const ownSizes = sizes.map(along)
  // On a slanted or round side, ends stay near its tip.
  const sideLength = ({ node, side, corner }: PlanEnd): number =>
    (side === 'front' || side === 'back' ? ownSizes[node]!.v : ownSizes[node]!.u) *
    (corner !== 0 || outlineOf(nodes[node]!.shape) === 'box' ? 1 : 0.5)
  const offsets = spreadPorts(plan, ways, sideLength, labelRoom)
  const bandOfLevel: number[] = []
  plan.bandLevels.forEach(([first, last], band) => {
    for (let level = first; level <= last; level++) bandOfLevel[level] = band
  })
  const placed = placePlan(plan, ways, offsets, {
    nodes: plansizes,
    outlines: ownSizes,
    shapes: nodes.map(node => outlineOf(node.shape)),
    labels: edges.map(({ edge }) => {
      const size = edgeLabelSize(edge)
      return size && along(size)
    }),
    gapMinimum: gap => bands.gapMinimum(gap, plan.column),
    levelMinimum: level => {
      const band = bandOfLevel[level]!
      const [first, last] = plan.bandLevels[band]!
      const kind = level === first ? 'first' : level === last ? 'last' : 'between'
      return bands.levelMinimum(kind, band, plan.column)
    },
    bandMinimum: bands.minimum,
  })
  return { placed, sizes, column: plan.column, columns: plan.columns }
}

/** Turns plan points into page points: the flow mirrored if need be, then moved by the titles' strips. */
export function toPage(
  { across, mirrored }: Turning,
  length: number,
  origin: Point,
): (point: PlanPoint) => Point {
  return ({ u, v }) => {
    const along = mirrored ? length - u : u
    return across ? { x: origin.x + along, y: origin.y + v } : { x: origin.x + v, y: origin.y + along }
  }
}

/** draw.io's own router leads a line that is shorter than this forth and back. */
const SHORT = 40

/** Whether a line is one that draw.io draws straight by itself. */
export function isLongEnough(path: readonly Point[]): boolean {
  const [a, b] = [path[0]!, path[path.length - 1]!]
  const [dx, dy] = [Math.abs(a.x - b.x), Math.abs(a.y - b.y)]
  return dx + dy >= SHORT || (dx > 0 && dy > 0)
}

/** The boxes of nodes around their middles, by id. */
export function nodeBoxes(
  nodes: readonly Node[],
  sizes: readonly Size[],
  middles: readonly PlanPoint[],
  page: (point: PlanPoint) => Point,
): Map<string, Box> {
  const boxes = new Map<string, Box>()
  nodes.forEach((node, i) => {
    const { x, y } = page(middles[i]!)
    const { width, height } = sizes[i]!
    boxes.set(node.id, { x: Math.round(x - width / 2), y: Math.round(y - height / 2), width, height })
  })
  return boxes
}

/** Routes of edges from their paths: bends only where a renderer would not find the same way by itself. */
export function routesOf(
  edges: readonly Edge[],
  paths: readonly (readonly Point[])[],
  alone: readonly boolean[],
  nodes: Iterable<Box>,
  borders: Iterable<Box> = [],
): Route[] {
  const boxes = [...nodes]
  const labels = placeLabels(paths, edges.map(edgeLabelSize), boxes, borders)
  const routes = edges.map((edge, i): Route => {
    const path = paths[i]!
    const label = labels[i]
    return {
      bends: alone[i] && isLongEnough(path) ? [] : bendsOf(path, edge),
      path,
      start: path[0]!,
      end: path[path.length - 1]!,
      ...(label && { label }),
    }
  })
  return withEndLabels(edges, routes, labelSize, boxes, labelBoxes(edges, routes))
}

/** The boxes of the labels that stand on routes. */
export function* labelBoxes(edges: readonly Edge[], routes: readonly Route[]): Generator<Box> {
  for (const [i, { label }] of routes.entries()) {
    const size = edgeLabelSize(edges[i]!)
    if (label && size) yield { x: label.x - size.width / 2, y: label.y - size.height / 2, ...size }
  }
}

/**
 * The inner points of a path. A straight one is given points on it, so that it stays beside the middle of its nodes:
 * two where an end is free, because with one alone draw.io leads the line from there to the middle of that node.
 */
export function bendsOf(path: readonly Point[], { from, to }: Edge): Point[] {
  if (path.length > 2) return path.slice(1, -1)
  const [a, b] = [path[0]!, path[path.length - 1]!]
  const at = (part: number): Point => ({
    x: Math.round(a.x + (b.x - a.x) * part),
    y: Math.round(a.y + (b.y - a.y) * part),
  })
  if (from.side && to.side) return [{ x: Math.round((a.x + b.x) / 2), y: (a.y + b.y) / 2 }]
  return [at(1 / 3), at(2 / 3)]
}

/** A straight line between two boxes that no plan has a way for: an edge that ends at a lane. */
export function directPath(
  edge: Edge,
  nodes: ReadonlyMap<string, Box>,
  groups: ReadonlyMap<string, Box>,
): Point[] {
  const middle = ({ kind, id }: Edge['from']): Point => {
    const box = (kind === 'node' ? nodes : groups).get(id) ?? { x: 0, y: 0, width: 0, height: 0 }
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  }
  return [middle(edge.from), middle(edge.to)]
}

/** The lines around lanes, groups and frames, which labels keep off. */
export function* bordersOf(boxes: Iterable<Box>): Generator<Box> {
  for (const { x, y, width, height } of boxes) {
    yield { x, y, width, height: 1 }
    yield { x, y: y + height - 1, width, height: 1 }
    yield { x, y, width: 1, height }
    yield { x: x + width - 1, y, width: 1, height }
  }
}
