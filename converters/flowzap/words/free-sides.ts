/**
 * Which sides an edge leaves and enters by where its author names none. The rules are those of FlowZap's own
 * diagrams: to the right inside a lane, down to a lane further down and up to one further up, a way back
 * inside a lane over the top; the branches of a decision leave at the right, the bottom, the left and then the
 * top; and no two edges between the same nodes lie on each other.
 */

import type { SidePair as Pair } from '../../../src/capabilities.js'
import { type Side, sides } from '../../../src/ir/model.js'

/** How an edge runs from its source to its target. */
export type Course = 'forward' | 'back' | 'down' | 'up' | 'self'

/** An edge that asks for sides, or that has them. Its nodes are numbers: their places among all that edges may end at. */
export interface Asking {
  readonly from: number
  readonly to: number
  readonly fromSide?: Side | undefined
  readonly toSide?: Side | undefined
  readonly course: Course
  /** Whether its source is a decision, each of whose branches leaves at a side of its own. */
  readonly branch: boolean
}

/** What suits each course, best first. Behind these comes every other pair. */
const suiting: Readonly<Record<Course, readonly Pair[]>> = {
  forward: [
    ['right', 'left'],
    ['bottom', 'top'],
    ['left', 'bottom'],
    ['top', 'top'],
  ],
  back: [
    ['top', 'top'],
    ['bottom', 'bottom'],
    ['left', 'top'],
    ['right', 'top'],
  ],
  down: [
    ['bottom', 'top'],
    ['right', 'top'],
    ['left', 'top'],
    ['top', 'left'],
  ],
  up: [
    ['top', 'bottom'],
    ['right', 'bottom'],
    ['bottom', 'left'],
    ['left', 'bottom'],
  ],
  self: [
    ['top', 'left'],
    ['bottom', 'left'],
    ['top', 'right'],
    ['bottom', 'right'],
  ],
}

const fourSides: readonly Side[] = ['right', 'bottom', 'left', 'top']
const everyPair = fourSides.flatMap(from => fourSides.map((to): Pair => [from, to]))

/**
 * Sides by the course alone, where the diagram is the format's own and only left some out: what it would say if its
 * author had followed the rules, also where edges lie on each other then.
 */
export function plainSides({ fromSide, toSide, course, branch }: Asking, first: boolean): Pair {
  const [best, second] = suiting[course]
  const usual: Pair = course === 'self' ? ['top', 'top'] : (best as Pair)
  const [from, to] = course === 'forward' && branch && !first ? (second as Pair) : usual
  return [fromSide ?? from, toSide ?? to]
}

/** What earlier edges have taken. Sides are bits, and all that lies between two nodes is one number: there may be 100,000 edges. */
export interface TakenSides {
  /** How many there are that edges may end at. */
  readonly count: number
  /** The pairs of sides that an edge lies on between two nodes, whichever is the source. */
  readonly between: Set<number>
  /** At each node the sides that an edge leaves or enters by, and those that a branch leaves by. */
  readonly at: Uint8Array
  readonly branches: Uint8Array
}

export function noSidesTaken(count: number): TakenSides {
  return { count, between: new Set(), at: new Uint8Array(count), branches: new Uint8Array(count) }
}

/** The sides for an edge, which are taken from then on. Sides that it has stay. */
export function takeSides(taken: TakenSides, edge: Asking): Pair {
  const pair = freePair(taken, edge)
  enterSides(taken, edge, pair[0], pair[1])
  return pair
}

/** The first pair that is free and, for a branch, not another branch's; else one that is free, else one that has the edge's own sides. */
function freePair(taken: TakenSides, edge: Asking): Pair {
  const { fromSide, toSide, branch } = edge
  const isNamed = fromSide !== undefined || toSide !== undefined
  let fitting: Pair | undefined
  let free: Pair | undefined
  for (const pairs of [suiting[edge.course], everyPair]) {
    for (const pair of pairs) {
      const [from, to] = pair
      if (isNamed && ((fromSide ?? from) !== from || (toSide ?? to) !== to)) continue
      fitting ??= pair
      if (taken.between.has(keyOf(taken, edge, from, to))) continue
      if (!branch || isFreeForBranch(taken, edge, from)) return pair
      free ??= pair
    }
  }
  return free ?? fitting ?? [fromSide ?? 'right', toSide ?? 'left']
}

/** Says that an edge has the sides that it names, or gets. */
export function enterSides(
  taken: TakenSides,
  edge: Asking,
  fromSide = edge.fromSide,
  toSide = edge.toSide,
): void {
  const { from, to, branch } = edge
  if (fromSide) taken.at[from]! |= bit(fromSide)
  if (toSide) taken.at[to]! |= bit(toSide)
  if (fromSide && branch) taken.branches[from]! |= bit(fromSide)
  if (fromSide && toSide) taken.between.add(keyOf(taken, edge, fromSide, toSide))
}

const bit = (side: Side): number => 1 << sides.indexOf(side)

/** A branch leaves where no other does; at the top, and where it does not suit its course, only where nothing else is. */
function isFreeForBranch(taken: TakenSides, { from, course }: Asking, side: Side): boolean {
  if (taken.branches[from]! & bit(side)) return false
  const [best] = suiting[course]
  return side !== 'top' || best?.[0] === 'top' || !(taken.at[from]! & bit('top'))
}

/** A pair of sides between two nodes, the same from either end; at one node alone, in either order. */
function keyOf({ count }: TakenSides, { from, to }: Asking, fromSide: Side, toSide: Side): number {
  const [left, right] = [sides.indexOf(fromSide), sides.indexOf(toSide)]
  const isOnward = from === to ? left < right : from < to
  const nodes = from < to ? from * count + to : to * count + from
  return nodes * 64 + (isOnward ? left * 8 + right : right * 8 + left)
}

/** The course of an edge between two rows and two places in the order of nodes. */
export function courseOf(
  self: boolean,
  fromRow: number,
  toRow: number,
  fromPlace: number,
  toPlace: number,
): Course {
  if (self) return 'self'
  if (toRow !== fromRow) return toRow > fromRow ? 'down' : 'up'
  return toPlace > fromPlace ? 'forward' : 'back'
}
