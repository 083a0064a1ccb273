/** Which tip of a decision each of its lines leaves at, where it is known where they lead. */
import { addTo } from '../../ir/lists.js'
import type { Direction, Graph } from '../../ir/model.js'
import { type Box, type Layout, middleOf, type Point } from '../boxes.js'
import type { StraightSide } from '../lanes/field-ends.js'
import { FLOW_SIDES } from './sides.js'

/** Less than this beside a decision is below it. */
const BESIDE = 30

/** Whether a point is the tip of a shape with one in the middle of each side, but for rounding. */
export function isAtTip(box: Box, at: Point): boolean {
  const { x, y } = middleOf(box)
  return Math.min(Math.abs(at.x - x), Math.abs(at.y - y)) <= 2
}

interface Target {
  readonly edge: number
  /** How far to the right of the decision (or below it, where the flow runs across) the middle of the target is. */
  readonly aside: number
  /** Whether it lies behind the decision in the flow. */
  readonly ahead: boolean
}

function targetOf(edge: number, from: Box, to: Box, direction: Direction): Target {
  const [a, b] = [middleOf(from), middleOf(to)]
  const across = direction === 'LR' || direction === 'RL'
  const mirrored = direction === 'RL' || direction === 'BT'
  const [aside, along] = across ? [b.y - a.y, b.x - a.x] : [b.x - a.x, b.y - a.y]
  return { edge, aside, ahead: mirrored ? along < 0 : along > 0 }
}

/**
 * The nearest target ahead has the front, those before and after it the sides that they lie at; what leads back has a
 * side that is left.
 */
function tipsOf(targets: readonly Target[], direction: Direction): [number, StraightSide][] {
  const { front, aside } = FLOW_SIDES[direction]
  const ahead = targets.filter(target => target.ahead)
  const nearest = ahead.reduce<Target | undefined>(
    (best, target) => (best && Math.abs(best.aside) <= Math.abs(target.aside) + BESIDE ? best : target),
    undefined,
  )
  const used = new Map<StraightSide, number>()
  const found: [number, StraightSide][] = []
  const take = (edge: number, side: StraightSide): void => {
    found.push([edge, side])
    used.set(side, (used.get(side) ?? 0) + 1)
  }
  const uses = (side: StraightSide): number => used.get(side) ?? 0
  if (nearest) take(nearest.edge, front)
  for (const target of ahead) {
    if (target === nearest) continue
    const wanted = target.aside > nearest!.aside ? aside[0] : aside[1]
    const other = wanted === aside[0] ? aside[1] : aside[0]
    take(target.edge, uses(wanted) <= uses(other) || Math.abs(target.aside) > BESIDE ? wanted : other)
  }
  for (const { edge, ahead } of targets)
    if (!ahead) take(edge, uses(aside[0]) <= uses(aside[1]) ? aside[0] : aside[1])
  return found
}

/** By edge, the tips that a layout shows to be better. @param directionOf the flow around a node */
export function tipsIn(
  graph: Graph,
  { nodes, groups }: Layout,
  decisions: ReadonlySet<string>,
  directionOf: (node: string) => Direction,
): Map<number, StraightSide> {
  const leaving = new Map<string, Target[]>()
  graph.edges.forEach(({ from, to }, i) => {
    if (from.kind !== 'node' || !decisions.has(from.id)) return
    const target = (to.kind === 'node' ? nodes : groups).get(to.id)
    if (target) addTo(leaving, from.id, targetOf(i, nodes.get(from.id)!, target, directionOf(from.id)))
  })
  const tips = new Map<number, StraightSide>()
  for (const [id, targets] of leaving)
    for (const [edge, side] of tipsOf(targets, directionOf(id))) tips.set(edge, side)
  return tips
}
