/**
 * Many lines at one side of a node. Up to a dozen stand apart, and the node is as long as they take; more of one direction are a bundle:
 * they end at one point, and run as one line as far as they have the same way.
 */
import { addTo } from '../../ir/lists.js'
import type { Node } from '../../ir/model.js'
import { outlineOf } from '../measure/outlines.js'
import type { Size } from '../measure/size.js'
import { labelOutside } from '../measure/sizes.js'
import type { Bundle, PlanEdge, PlanEnd, PlanSide } from './plan.js'

/** More lines than this at one side, in one direction, are a bundle. */
const MOST_APART = 12
/** How long a side is for each line but one: less, and arrowheads touch on the part of it that lines use. */
const LINE_ROOM = 20

/** Whether an end stands where its side has room, and not in a place of its own. */
const isFree = ({ corner, at }: PlanEnd): boolean => corner === 0 && at === undefined

/** The edges, with their bundle where they are in one: that of their start, else that of their end. */
export function withBundles(edges: readonly PlanEdge[]): PlanEdge[] {
  const [starts, ends] = [new Map<string, number[]>(), new Map<string, number[]>()]
  edges.forEach((edge, i) => {
    const { from, to } = edge
    if (isFree(from)) addTo(starts, `${from.node} ${from.side}`, i)
    if (isFree(to)) addTo(ends, `${to.node} ${to.side}`, i)
  })
  const bundles = new Map<number, Bundle>()
  let id = 0
  for (const [at, sides] of [
    ['from', starts],
    ['to', ends],
  ] as const) {
    for (const all of sides.values()) {
      const own = all.filter(edge => !bundles.has(edge))
      if (own.length <= MOST_APART) continue
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

/** The sizes of nodes, grown where a side is too short for its lines and the shape allows any length. */
export function grownFor(
  nodes: readonly Node[],
  sizes: readonly Size[],
  edges: readonly PlanEdge[],
  across: boolean,
): Size[] {
  const ends = new Map<number, Map<PlanSide, Set<string>>>()
  edges.forEach((edge, i) => {
    for (const which of ['from', 'to'] as const) {
      const end = edge[which]
      if (!isFree(end)) continue
      const sides = ends.get(end.node) ?? new Map<PlanSide, Set<string>>()
      ends.set(end.node, sides)
      const own = sides.get(end.side) ?? new Set()
      sides.set(end.side, own)
      own.add(edge.bundle?.at === which ? `bundle ${edge.bundle.id}` : `${which} ${i}`)
    }
  })
  return sizes.map((size, i) => {
    const node = nodes[i]!
    const sides = ends.get(i)
    if (!sides || outlineOf(node.shape) !== 'box' || node.fields?.length || labelOutside(node.shape))
      return size
    const most = (...names: PlanSide[]): number => Math.max(...names.map(name => sides.get(name)?.size ?? 0))
    const [along, beside] = [most('high', 'low'), most('front', 'back')].map(n => LINE_ROOM * (n - 1)) as [
      number,
      number,
    ]
    return {
      width: Math.max(size.width, across ? along : beside),
      height: Math.max(size.height, across ? beside : along),
    }
  })
}
