/** Where an edge that ends at a field leaves its node: on a side that the field reaches, in the field's middle. */
import type { Direction, Edge, End, Node, Side } from '../../ir/model.js'
import type { Box } from '../boxes.js'
import { type FieldsPlan, planFields } from '../measure/fields.js'
import type { Size } from '../measure/size.js'
import { sizeOf } from '../measure/sizes.js'

export type StraightSide = 'left' | 'right' | 'top' | 'bottom'

export interface FieldEnd {
  readonly side: StraightSide
  /** How far from the middle of the node's side, to the right or down. */
  readonly offset: number
}

export interface PlannedNode {
  readonly size: Size
  readonly plan: FieldsPlan
}

/** The plans of nodes with fields, each made when it is first asked for. */
export function fieldPlans(
  nodes: ReadonlyMap<string, Node>,
  across: boolean,
): (end: End) => PlannedNode | undefined {
  const plans = new Map<string, PlannedNode>()
  return ({ kind, id, port }) => {
    const node = kind === 'node' ? nodes.get(id) : undefined
    if (!node?.fields?.length || port === undefined) return undefined
    let planned = plans.get(id)
    if (!planned) {
      const size = sizeOf(node, across)
      planned = { size, plan: planFields(node, size, across) }
      plans.set(id, planned)
    }
    return planned.plan.ports.has(port) ? planned : undefined
  }
}

/** The sides in the order in which an end would rather take them, by the way that the diagram flows. */
const PREFERRED: { readonly [D in Direction]: readonly StraightSide[] } = {
  TB: ['bottom', 'right', 'left', 'top'],
  BT: ['top', 'right', 'left', 'bottom'],
  LR: ['right', 'bottom', 'top', 'left'],
  RL: ['left', 'bottom', 'top', 'right'],
}

function reaches({ x, y, width, height }: Box, { plan, size }: PlannedNode, side: StraightSide): boolean {
  if (side === 'top' && plan.title > 0) return false
  const outer = plan.whole ? { x: 0, y: 0, ...size } : plan.frame
  const gaps = {
    left: x - outer.x,
    top: y - outer.y,
    right: outer.x + outer.width - x - width,
    bottom: outer.y + outer.height - y - height,
  }
  return gaps[side] < 1
}

/** The side of a box that a side or corner lies on. */
export const straightSide = (side: Side): StraightSide =>
  side.startsWith('top') ? 'top' : side.startsWith('bottom') ? 'bottom' : (side as 'left' | 'right')

function middleOf(box: Box, side: StraightSide, { width, height }: Size): FieldEnd {
  const upright = side === 'left' || side === 'right'
  const offset = upright ? box.y + (box.height - height) / 2 : box.x + (box.width - width) / 2
  return { side, offset: Math.round(offset) }
}

/** @param rather sides that come before the preferred ones */
function endAt(
  planned: PlannedNode,
  end: End,
  preferred: readonly StraightSide[],
  rather?: StraightSide,
): FieldEnd {
  const box = planned.plan.boxes[planned.plan.ports.get(end.port!)!]!.box
  if (end.side) return middleOf(box, straightSide(end.side), planned.size)
  const sides = rather === undefined ? preferred : [rather, ...preferred]
  const side = sides.find(wanted => reaches(box, planned, wanted)) ?? preferred[0]!
  return middleOf(box, side, planned.size)
}

export interface FieldEnds {
  readonly from?: FieldEnd
  readonly to?: FieldEnd
}

/** For an edge, its ends that lie at fields. */
export function fieldEnds(
  { from, to }: Edge,
  planOf: (end: End) => PlannedNode | undefined,
  direction: Direction,
): FieldEnds {
  const [start, end] = [planOf(from), planOf(to)]
  if (!start && !end) return {}
  const preferred = PREFERRED[direction]
  const first = start && endAt(start, from, preferred)
  // A line from one field of a node to another one stays on its side.
  const loop = from.id === to.id ? first?.side : undefined
  const last = end && endAt(end, to, [...preferred].reverse(), loop)
  return { ...(first && { from: first }), ...(last && { to: last }) }
}
