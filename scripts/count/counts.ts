/** What a designer would count in a drawing: how its lines run, end and are labelled, and how its page is shaped. */
import type { Drawing, DrawnEdge, DrawnVertex } from '../browser/drawio.js'
import { tolerable } from '../browser/fault.js'
import { findFaults } from '../browser/faults.js'
import { type Box, type Point, segmentsOf } from '../browser/geometry.js'

/** Arrowheads nearer to each other than this cannot be told apart. */
const APART = 12
/** A label further than this from its line could be that of another. */
const NEAR = 12
/** A line more than so many times as long as the straight way goes round something. */
const DETOUR = 2

/** The counts of one drawing, or of several together. */
export interface Counts {
  drawings: number
  nodes: number
  edges: number
  /** What no drawing may have, and what no layout can always avoid. */
  findings: number
  tolerated: number
  crossings: number
  bends: number
  /** How often the straight way all lines are long, summed, and how many go a detour. */
  stretch: number
  detours: number
  /** Pairs of lines whose arrowheads touch at one node without being one. */
  heads: number
  /** Ends beside the tips of diamonds. */
  besideTips: number
  labels: number
  /** Labels that stand too far from their lines. */
  farLabels: number
  /** Width over height, summed; and the area in thousands of square pixels. */
  shape: number
  area: number
}

export const nothing = (): Counts => ({
  drawings: 0,
  nodes: 0,
  edges: 0,
  findings: 0,
  tolerated: 0,
  crossings: 0,
  bends: 0,
  stretch: 0,
  detours: 0,
  heads: 0,
  besideTips: 0,
  labels: 0,
  farLabels: 0,
  shape: 0,
  area: 0,
})

export function addUp(all: Iterable<Counts>): Counts {
  const sum = nothing()
  for (const counts of all) for (const key of Object.keys(sum) as (keyof Counts)[]) sum[key] += counts[key]
  return sum
}

const middle = ({ x, y, width, height }: Box): Point => ({ x: x + width / 2, y: y + height / 2 })
const steps = (a: Point, b: Point): number => Math.abs(a.x - b.x) + Math.abs(a.y - b.y)

/** How many times the way between the middles of its ends a line takes; nothing for a loop at a node. */
export function stretchOf({ points }: DrawnEdge, from: Box, to: Box): number | undefined {
  const [a, b] = [middle(from), middle(to)]
  const [start, end] = [points[0], points.at(-1)]
  const straight = steps(a, b)
  if (!start || !end || straight < 1) return undefined
  const own = segmentsOf(points).reduce((sum, segment) => sum + steps(segment.from, segment.to), 0)
  return (steps(a, start) + own + steps(end, b)) / straight
}

/** How far a box is from the nearest point of a line along the axes. */
export function distanceTo({ points }: DrawnEdge, { x, y, width, height }: Box): number {
  let least = Number.POSITIVE_INFINITY
  for (const { from, to } of segmentsOf(points)) {
    const aside = Math.max(x - Math.max(from.x, to.x), Math.min(from.x, to.x) - x - width, 0)
    const above = Math.max(y - Math.max(from.y, to.y), Math.min(from.y, to.y) - y - height, 0)
    least = Math.min(least, Math.hypot(aside, above))
  }
  return least
}

/** Pairs of arrowheads at one node that are too near to each other to be two, and too far to be one. */
export function touchingHeads(edges: readonly DrawnEdge[]): number {
  const heads = new Map<string, Point[]>()
  for (const { target, points } of edges) {
    const end = points.at(-1)
    if (target !== undefined && end) heads.set(target, [...(heads.get(target) ?? []), end])
  }
  let count = 0
  for (const ends of heads.values()) {
    ends.forEach((a, i) => {
      for (const b of ends.slice(i + 1)) {
        const distance = Math.hypot(a.x - b.x, a.y - b.y)
        if (distance > 1 && distance < APART - 0.5) count++
      }
    })
  }
  return count
}

const isTip = (point: Point, box: Box): boolean =>
  Math.abs(point.x - middle(box).x) < 2 || Math.abs(point.y - middle(box).y) < 2

function besideTips(edges: readonly DrawnEdge[], vertices: ReadonlyMap<string, DrawnVertex>): number {
  let count = 0
  for (const { source, target, points } of edges) {
    for (const [id, point] of [
      [source, points[0]],
      [target, points.at(-1)],
    ] as const) {
      const vertex = id === undefined ? undefined : vertices.get(id)
      if (vertex?.shape === 'rhombus' && point && !isTip(point, vertex.box)) count++
    }
  }
  return count
}

/** The counts of one page as the viewer drew it. */
export function countsOf(drawing: Drawing): Counts {
  const { faults, crossings } = findFaults(drawing)
  const vertices = new Map(drawing.vertices.map(vertex => [vertex.id, vertex]))
  const stretches = drawing.edges.flatMap(edge => {
    const [from, to] = [vertices.get(edge.source ?? ''), vertices.get(edge.target ?? '')]
    return from && to && from !== to ? (stretchOf(edge, from.box, to.box) ?? []) : []
  })
  const labels = drawing.edges.flatMap(edge => edge.labels.map(({ box }) => distanceTo(edge, box)))
  const { width, height } = drawing.bounds
  return {
    drawings: 1,
    nodes: drawing.vertices.filter(({ lane, container, frame }) => !lane && !container && !frame).length,
    edges: drawing.edges.length,
    findings: faults.filter(({ kind }) => !tolerable.has(kind)).length + drawing.errors.length,
    tolerated: faults.filter(({ kind }) => tolerable.has(kind)).length,
    crossings,
    bends: drawing.edges.reduce((sum, { points }) => sum + Math.max(0, segmentsOf(points).length - 1), 0),
    stretch: stretches.reduce((sum, stretch) => sum + stretch, 0),
    detours: stretches.filter(stretch => stretch > DETOUR).length,
    heads: touchingHeads(drawing.edges),
    besideTips: besideTips(drawing.edges, vertices),
    labels: labels.length,
    farLabels: labels.filter(distance => distance > NEAR).length,
    shape: height > 0 ? width / height : 0,
    area: (width * height) / 1000,
  }
}

const round = (number: number, digits: number): string => number.toFixed(digits)

/** The columns of the table: what stands above them, and what of a sum stands in them. */
export const columns: readonly (readonly [title: string, cell: (sum: Counts) => string])[] = [
  ['drawings', sum => String(sum.drawings)],
  ['edges', sum => String(sum.edges)],
  ['findings', sum => String(sum.findings)],
  ['tolerated', sum => String(sum.tolerated)],
  ['crossings', sum => String(sum.crossings)],
  ['bends/edge', sum => round(sum.bends / Math.max(1, sum.edges), 2)],
  ['length/straight', sum => round(sum.stretch / Math.max(1, sum.edges), 2)],
  ['detours', sum => String(sum.detours)],
  ['heads < 12 px', sum => String(sum.heads)],
  ['beside tips', sum => String(sum.besideTips)],
  ['labels > 12 px off', sum => String(sum.farLabels)],
  ['width/height', sum => round(sum.shape / Math.max(1, sum.drawings), 2)],
  ['area', sum => round(sum.area / Math.max(1, sum.drawings), 0)],
]
