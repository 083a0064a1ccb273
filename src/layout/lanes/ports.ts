/** Where along a side each edge is fastened: in the middle where it is alone, else spread so that edges stay apart. */
import { type Plan, type PlanEnd, type PlanSide, placeOf } from './plan.js'
import type { Way } from './ways.js'

const STEP = 14
/** How far the other ends step aside for the label of a straight line. */
const MOST_ASIDE = 40
/** The part of a side that ends may be spread over. */
export const USABLE = 0.7
/** Between two labels above each other. */
export const LABEL_GAP = 5

/** How far from the middle of their sides the ends of each way lie, in pixels along the side. */
export interface Offsets {
  readonly from: number[]
  readonly to: number[]
}

interface EndOfWay {
  readonly way: number
  readonly which: 'from' | 'to'
  /** Where the way goes next, along the side: levels or twice the column. */
  readonly heads: number
  readonly straight: boolean
  /** At a field: its place is not to be chosen. */
  readonly fixed: boolean
}

interface SideOfNode {
  readonly node: number
  readonly end: PlanEnd
  readonly ends: EndOfWay[]
}

const runsAlongU = (side: PlanSide): boolean => side === 'front' || side === 'back'

/** The middle of a node on the plan: `u` counts columns and gaps (gap c is 2c, column c is 2c + 1), `v` levels. */
export function middleOf(plan: Plan, node: number, axis: 'u' | 'v'): number {
  return axis === 'u' ? 2 * plan.column[node]! + 1 : plan.rowLevel[plan.row[node]!]!
}

/** Where a way heads when it has left an end: the place, along the end's side, of the line after its first turn. */
function heading(plan: Plan, way: Way, which: 'from' | 'to'): number {
  const own = way[which]
  const other = which === 'from' ? way.to : way.from
  const turns = which === 'from' ? way.turns : [...way.turns].reverse()
  const axis = runsAlongU(own.side) ? 'v' : 'u'
  const second = turns[1]
  if (second) return second.channel === 'gap' ? 2 * second.at : second.at
  return middleOf(plan, other.node, axis)
}

/**
 * @param length pixels of the side that an end lies on
 * @param labelRoom how much room a way's label takes across its line, where it is straight
 */
export function spreadPorts(
  plan: Plan,
  ways: readonly Way[],
  length: (end: PlanEnd) => number,
  labelRoom: (way: number) => number,
): Offsets {
  const sides = new Map<number, SideOfNode>()
  const shared = new Map<number, EndOfWay[]>()
  ways.forEach((way, i) => {
    for (const which of ['from', 'to'] as const) {
      const end = way[which]
      if (end.corner !== 0) continue
      const key = placeOf(end)
      let entry = sides.get(key)
      if (!entry) {
        entry = { node: end.node, end, ends: [] }
        sides.set(key, entry)
      }
      const fixed = end.at !== undefined
      const own = { way: i, which, heads: heading(plan, way, which), straight: way.straight, fixed }
      // A bundle has one end, which all of it shares.
      const bundle = way.bundle?.at === which ? way.bundle.id : undefined
      const first = bundle === undefined ? undefined : shared.get(bundle)
      if (first) first.push(own)
      else {
        entry.ends.push(own)
        if (bundle !== undefined) shared.set(bundle, [own])
      }
    }
  })
  const offsets: Offsets = { from: ways.map(way => way.from.at ?? 0), to: ways.map(way => way.to.at ?? 0) }
  for (const { node, end, ends: all } of sides.values()) {
    const ends = all.filter(e => !e.fixed)
    if (ends.length < 2) continue
    const straights = ends.filter(e => e.straight)
    const room = straights.reduce((most, e) => Math.max(most, labelRoom(e.way)), 0)
    const shorter = straights.reduce(
      (least, { way }) => Math.min(least, length(ways[way]!.from), length(ways[way]!.to)),
      Infinity,
    )
    const apart = Math.min(
      Math.max(STEP, room > 0 ? room + LABEL_GAP : 0),
      (shorter * USABLE) / Math.max(1, straights.length - 1),
    )
    straights.forEach((e, i) => {
      offsets[e.which][e.way] = Math.round((i - (straights.length - 1) / 2) * apart)
    })
    const middle = middleOf(plan, node, runsAlongU(end.side) ? 'v' : 'u')
    spreadAround(ends, straights, offsets, { length: length(end), middle, room })
  }
  partFacing(plan, sides, offsets)
  for (const [first, ...others] of shared.values())
    for (const end of others) offsets[end.which][end.way] = offsets[first!.which][first!.way]!
  for (const [i, way] of ways.entries()) {
    for (const which of ['from', 'to'] as const) {
      const end = way[which]
      if (end.corner !== 0) offsets[which][i] = (end.corner * length(end)) / 2
    }
  }
  return offsets
}

const isTaken = (offset: number, others: readonly number[]): boolean =>
  others.some(other => Math.abs(other - offset) < STEP / 4)

/**
 * A way that leaves a node's front and another that comes to the back of the node it faces would run on one
 * line in the gap between them, whatever tracks they turn on: the one that leaves steps aside.
 */
function partFacing(plan: Plan, sides: ReadonlyMap<number, SideOfNode>, offsets: Offsets): void {
  const backs = new Map<string, SideOfNode>()
  const place = (node: number, columns: number) =>
    `${plan.column[node]! + columns} ${middleOf(plan, node, 'v')}`
  for (const side of sides.values()) if (side.end.side === 'back') backs.set(place(side.node, 0), side)
  for (const { node, end, ends } of sides.values()) {
    const facing = end.side === 'front' ? backs.get(place(node, 1)) : undefined
    if (!facing) continue
    const others = facing.ends.filter(e => !e.straight)
    for (const { which, way, straight, heads } of ends) {
      const offset = offsets[which][way]!
      const taken = others.filter(e => e.way !== way).map(e => offsets[e.which][e.way]!)
      if (straight || !isTaken(offset, taken)) continue
      const own = ends.filter(e => e.way !== way || e.which !== which).map(e => offsets[e.which][e.way]!)
      const aside = heads < middleOf(plan, node, 'v') ? -STEP / 2 : STEP / 2
      const places = [aside, -aside, aside / 2, -aside / 2].map(step => offset + step)
      offsets[which][way] = places.find(place => !isTaken(place, [...taken, ...own])) ?? offset + aside
    }
  }
}

/** The ends that are not straight lie before and after the straight ones, by where they head. */
function spreadAround(
  ends: readonly EndOfWay[],
  straights: readonly EndOfWay[],
  offsets: Offsets,
  { length, middle, room }: { readonly length: number; readonly middle: number; readonly room: number },
): void {
  const others = ends.filter(e => !e.straight)
  others.sort((a, b) => a.heads - b.heads || a.way - b.way)
  const step = Math.min(STEP, (length * USABLE) / Math.max(1, ends.length - 1))
  if (straights.length === 0) {
    others.forEach((e, i) => {
      offsets[e.which][e.way] = Math.round((i - (others.length - 1) / 2) * step)
    })
    return
  }
  const inner = Math.max(...straights.map(e => Math.abs(offsets[e.which][e.way]!)))
  const free = Math.max(0, length * 0.45 - inner)
  const before = others.filter(e => e.heads < middle)
  const after = others.filter(e => e.heads >= middle)
  const put = (list: readonly EndOfWay[], sign: -1 | 1): void => {
    const own = Math.min(STEP, free / Math.max(1, list.length))
    const aside = Math.max(0, Math.min(room / 2 + 4 - own, MOST_ASIDE, free - own * list.length))
    list.forEach((e, i) => {
      offsets[e.which][e.way] = sign * Math.round(inner + aside + own * (i + 1))
    })
  }
  put([...before].reverse(), -1)
  put(after, 1)
}
