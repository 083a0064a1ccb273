/**
 * Which sides an edge leaves and enters by where its author names none. The rules are those of FlowZap's own
 * diagrams: to the right inside a lane, down to a lane further down and up to one further up, a way back
 * inside a lane over the top; the branches of a decision leave at the right, the bottom, the left and then the
 * top; and no two edges between the same nodes lie on each other.
 */

import type { SidePair as Pair } from '../../../src/capabilities.js'
import { addToSet } from '../../../src/ir/lists.js'
import type { Side } from '../../../src/ir/model.js'

/** How an edge runs from its source to its target. */
export type Course = 'forward' | 'back' | 'down' | 'up' | 'self'

/** An edge that asks for sides, or that has them. */
export interface Asking {
  readonly from: string
  readonly to: string
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

/** What earlier edges have taken. */
export interface TakenSides {
  /** Between two nodes, whichever is the source, the pairs of sides that an edge lies on. */
  readonly between: Map<string, Set<string>>
  /** At each node the sides that an edge leaves or enters by, and those that a branch leaves by. */
  readonly at: Map<string, Set<Side>>
  readonly branches: Map<string, Set<Side>>
}

export function noSidesTaken(): TakenSides {
  return { between: new Map(), at: new Map(), branches: new Map() }
}

/** The sides for an edge, which are taken from then on. Sides that it has stay. */
export function takeSides(taken: TakenSides, edge: Asking): Pair {
  const pair = freePair(taken, edge)
  enterSides(taken, { ...edge, fromSide: pair[0], toSide: pair[1] })
  return pair
}

/** The first pair that is free and, for a branch, not another branch's; else one that is free, else one that has the edge's own sides. */
function freePair(taken: TakenSides, edge: Asking): Pair {
  const { fromSide, toSide, branch } = edge
  const used = taken.between.get(nodesKey(edge))
  let fitting: Pair | undefined
  let free: Pair | undefined
  for (const pairs of [suiting[edge.course], everyPair]) {
    for (const pair of pairs) {
      const [from, to] = pair
      if ((fromSide ?? from) !== from || (toSide ?? to) !== to) continue
      fitting ??= pair
      if (used?.has(pairKey(edge, pair))) continue
      if (!branch || isFreeForBranch(taken, edge, from)) return pair
      free ??= pair
    }
  }
  return free ?? fitting ?? [fromSide ?? 'right', toSide ?? 'left']
}

/** Says that an edge has the sides that it names. */
export function enterSides(taken: TakenSides, edge: Asking): void {
  const { from, to, fromSide, toSide } = edge
  if (fromSide) addToSet(taken.at, from, fromSide)
  if (toSide) addToSet(taken.at, to, toSide)
  if (fromSide && edge.branch) addToSet(taken.branches, from, fromSide)
  if (fromSide && toSide) addToSet(taken.between, nodesKey(edge), pairKey(edge, [fromSide, toSide]))
}

/** A branch leaves where no other does; at the top, and where it does not suit its course, only where nothing else is. */
function isFreeForBranch(taken: TakenSides, { from, course }: Asking, side: Side): boolean {
  if (taken.branches.get(from)?.has(side)) return false
  const [best] = suiting[course]
  return side !== 'top' || best?.[0] === 'top' || !taken.at.get(from)?.has('top')
}

function nodesKey({ from, to }: Asking): string {
  const [first, second] = from < to ? [from, to] : [to, from]
  // The number says where the first ends, whatever stands in it.
  return `${first.length} ${first}${second}`
}

function pairKey({ from, to }: Asking, [left, right]: Pair): string {
  if (from === to) return [left, right].sort().join(' ')
  return from < to ? `${left} ${right}` : `${right} ${left}`
}

/** The course of an edge between two rows and two places in the order of nodes. */
export function courseOf(
  self: boolean,
  rows: readonly [number, number],
  places: readonly [number, number],
): Course {
  if (self) return 'self'
  if (rows[1] !== rows[0]) return rows[1] > rows[0] ? 'down' : 'up'
  return places[1] > places[0] ? 'forward' : 'back'
}
