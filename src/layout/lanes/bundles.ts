/**
 * Many lines at one side of a node. Up to a dozen stand apart, and the node is as long as they take; more of one direction are a bundle:
 * they end at one point, and run as one line as far as they have the same way.
 */
import { addTo } from '../../ir/lists.js'
import type { Node } from '../../ir/model.js'
import { outlineOf } from '../measure/outlines.js'
import type { Size } from '../measure/size.js'
import { labelOutside } from '../measure/sizes.js'
import { type Bundle, type PlanEdge, type PlanEnd, placeOf, SIDES } from './plan.js'
import { LABEL_GAP, USABLE } from './ports.js'
import type { Way } from './ways.js'

/** More lines than this at one side, in one direction, are a bundle. */
const MOST_APART = 12
/** How long a side is for each line but one: less, and arrowheads touch on the part of it that lines use. */
const LINE_ROOM = 20

/** Whether an end stands where its side has room, and not in a place of its own. */
const isFree = ({ corner, at }: PlanEnd): boolean => corner === 0 && at === undefined

/** The edges, with their bundle where they are in one: that of their start, else that of their end. */
export function withBundles(edges: readonly PlanEdge[], nodes: number): PlanEdge[] {
  const bundles = new Map<number, Bundle>()
  let id = 0
  for (const at of ['from', 'to'] as const) {
    const counts = new Int32Array(SIDES.length * nodes)
    for (const [i, edge] of edges.entries())
      if (isFree(edge[at]) && !bundles.has(i)) counts[placeOf(edge[at])]!++
    if (counts.every(count => count <= MOST_APART)) continue
    const full = new Map<number, number[]>()
    for (const [i, edge] of edges.entries()) {
      const place = placeOf(edge[at])
      if (isFree(edge[at]) && !bundles.has(i) && counts[place]! > MOST_APART) addTo(full, place, i)
    }
    for (const own of full.values()) {
      for (const edge of own) bundles.set(edge, { id, at })
      id++
    }
  }
  if (id === 0) return [...edges]
  return edges.map((edge, i) => {
    const bundle = bundles.get(i)
    return bundle === undefined ? edge : { ...edge, bundle }
  })
}

/** How many ends each side of each node has, a bundle counted as one. */
function endCounts(edges: readonly PlanEdge[], nodes: number): Int32Array {
  const counts = new Int32Array(SIDES.length * nodes)
  const seen = new Set<number>()
  for (const edge of edges) {
    for (const which of ['from', 'to'] as const) {
      const end = edge[which]
      if (!isFree(end)) continue
      const bundle = edge.bundle?.at === which ? edge.bundle.id : undefined
      if (bundle !== undefined && seen.has(bundle)) continue
      if (bundle !== undefined) seen.add(bundle)
      counts[placeOf(end)]!++
    }
  }
  return counts
}

/** What straight lines with labels above each other take of each side that faces along the flow. */
function labelLengths(
  ways: readonly Way[],
  nodes: number,
  labelRoom: (way: number) => number,
): { readonly count: Int32Array; readonly room: Float64Array } {
  const count = new Int32Array(SIDES.length * nodes)
  const room = new Float64Array(SIDES.length * nodes)
  for (const [i, way] of ways.entries()) {
    if (!way.straight || way.bundle) continue
    for (const end of [way.from, way.to]) {
      const place = placeOf(end)
      count[place]!++
      const own = labelRoom(i)
      if (own > 0) room[place] = Math.max(room[place]!, own + LABEL_GAP)
    }
  }
  return { count, room }
}

/**
 * The sizes of nodes, grown where a side is too short for its lines and the shape allows any length.
 * @param labelRoom how much room a way's label takes across its line, where it is straight
 */
export function grownFor(
  nodes: readonly Node[],
  sizes: readonly Size[],
  ways: readonly Way[],
  across: boolean,
  labelRoom: (way: number) => number,
): Size[] {
  const counts = endCounts(ways, nodes.length)
  const labels = labelLengths(ways, nodes.length, labelRoom)
  return sizes.map((size, i) => {
    const [front, back, high, low] = counts.subarray(SIDES.length * i, SIDES.length * (i + 1))
    const along = LINE_ROOM * (Math.max(high!, low!) - 1)
    const labelled = [0, 1].map(side => {
      const place = SIDES.length * i + side
      return across ? ((labels.count[place]! - 1) * labels.room[place]!) / USABLE : 0
    })
    const beside = Math.ceil(Math.max(LINE_ROOM * (Math.max(front!, back!) - 1), ...labelled))
    const [width, height] = across ? [along, beside] : [beside, along]
    if (width <= size.width && height <= size.height) return size
    const { shape, fields } = nodes[i]!
    if (outlineOf(shape) !== 'box' || fields?.length || labelOutside(shape)) return size
    return { width: Math.max(size.width, width), height: Math.max(size.height, height) }
  })
}
