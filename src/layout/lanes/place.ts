/** From a plan and its ways to pixels: how wide columns and gaps are, and where every line bends. */

import type { Outline } from '../measure/outlines.js'
import { type Channel, fillChannels, linesOf, reserveLabels } from './fill.js'
import { gapTracks, MARGIN, TRACK } from './gap-tracks.js'
import type { Plan, PlanEnd, PlanSize } from './plan.js'
import { middleOf, type Offsets } from './ports.js'
import type { Turn, Way } from './ways.js'

/** A point of the plan in pixels: `u` with the flow, `v` across it. */
export interface PlanPoint {
  readonly u: number
  readonly v: number
}

export interface Rules {
  /** The room that each node takes, with a label that stands outside of it. */
  readonly nodes: readonly PlanSize[]
  /** The node's own outline, where edges end. */
  readonly outlines: readonly PlanSize[]
  readonly shapes: readonly Outline[]
  /** Room for each edge's label; nothing where it has none. */
  readonly labels: readonly (PlanSize | undefined)[]
  /** The least length of the gap before each column, and of each level. */
  readonly gapMinimum: (gap: number) => number
  readonly levelMinimum: (level: number) => number
  /** The least length of each band along v. */
  readonly bandMinimum: (band: number) => number
}

export interface Placed {
  readonly middles: readonly PlanPoint[]
  /** Start and end of each column and level. */
  readonly columns: readonly (readonly [start: number, end: number])[]
  readonly bands: readonly (readonly [start: number, end: number])[]
  readonly paths: readonly (readonly PlanPoint[])[]
  /** Whether each way is a straight line between the middles of two sides, so that any router would draw the same. */
  readonly alone: readonly boolean[]
  readonly length: number
}

/** Lengths are even, so that middles are whole pixels: draw.io rounds where lines are fastened. */
const even = (length: number): number => 2 * Math.ceil(length / 2)

/** The length of a level. A label of a straight line stands beside the tracks that cross the line, not on them. */
const levelLengthOf = (own: Channel, minimum: number): number => {
  const { tracks, atStart, atEnd } = own
  if (tracks === 0) return even(Math.max(minimum, atStart, atEnd, own.before + own.after))
  own.before = Math.max(own.before, atStart - MARGIN)
  own.after = Math.max(own.after, atEnd - MARGIN)
  return even(Math.max(minimum, own.before + own.after + 2 * MARGIN + (tracks - 1) * TRACK))
}

/** Consecutive lengths as [start, end] pairs. */
function stack(lengths: readonly number[], from: number): [number, number][] {
  let at = from
  return lengths.map(length => {
    const start = at
    at += length
    return [start, at]
  })
}

/** Coordinates of everything, from u = 0 and v = 0. */
export function placePlan(plan: Plan, ways: readonly Way[], offsets: Offsets, rules: Rules): Placed {
  const channels = fillChannels(plan, ways, offsets)
  const { gaps, levels, pieces } = channels
  reserveLabels(plan, ways, rules.labels, channels, offsets)
  const gapTrack = gaps.map(own => gapTracks(own.pieces, own.track, own.labels))
  const columnLength = new Array<number>(plan.columns).fill(0)
  const levelLength = levels.map((own, i) => levelLengthOf(own, rules.levelMinimum(i)))
  for (const level of plan.rowLevel) levelLength[level] = 30
  rules.nodes.forEach((size, node) => {
    const column = plan.column[node]!
    const level = plan.rowLevel[plan.row[node]!]!
    columnLength[column] = Math.max(columnLength[column]!, size.u)
    levelLength[level] = Math.max(levelLength[level]!, size.v)
  })
  plan.bandLevels.forEach(([first, last], band) => {
    let length = 0
    for (let level = first; level <= last; level++) length += levelLength[level]!
    const missing = even((rules.bandMinimum(band) - length) / 2)
    if (missing <= 0) return
    levelLength[first]! += missing
    levelLength[last]! += missing
  })
  const uLengths: number[] = []
  for (let c = 0; c <= plan.columns; c++) {
    uLengths.push(even(Math.max(rules.gapMinimum(c), gapTrack[c]!.length)))
    if (c < plan.columns) uLengths.push(columnLength[c]!)
  }
  const uSpans = stack(uLengths, 0)
  const vSpans = stack(levelLength, 0)
  const centre = ([start, end]: readonly [number, number]): number => (start + end) / 2
  const middles = rules.nodes.map((_, node) => ({
    u: centre(uSpans[middleOf(plan, node, 'u')]!),
    v: centre(vSpans[middleOf(plan, node, 'v')]!),
  }))
  const trackAt = (turn: Turn, piece: number): number => {
    if (turn.channel === 'gap') {
      const { places, length } = gapTrack[turn.at]!
      const [start, end] = uSpans[2 * turn.at]!
      return Math.round(start + places[piece]! + (end - start - length) / 2)
    }
    const own = levels[turn.at]!
    const [start, end] = vSpans[turn.at]!
    const used = own.before + own.after + (own.tracks - 1) * TRACK
    return Math.round(start + own.before + (end - start - used) / 2 + own.track[piece]! * TRACK)
  }
  const paths = ways.map((way, w) =>
    pathOf(way, middles, rules, offsets.from[w]!, offsets.to[w]!, turn =>
      trackAt(way.turns[turn]!, pieces[w]![turn]!),
    ),
  )
  return {
    middles,
    columns: plan.columns === 0 ? [] : Array.from({ length: plan.columns }, (_, c) => uSpans[2 * c + 1]!),
    bands: plan.bandLevels.map(([first, last]) => [vSpans[first]![0], vSpans[last]![1]] as const),
    paths,
    // A turned way is no way that any router would take: draw.io's may turn elsewhere, over another box. And it knows
    // a field that a way ends at, not the node around it.
    alone: ways.map(
      ({ straight, from, to }, w) =>
        straight &&
        offsets.from[w] === 0 &&
        offsets.to[w] === 0 &&
        from.at === undefined &&
        to.at === undefined,
    ),
    length: uSpans[uSpans.length - 1]![1],
  }
}

/** How far inside its box a side lies, `offset` beside its middle. */
function inset(outline: Outline, offset: number, along: number, across: number): number {
  const share = Math.min(1, Math.abs(offset) / (along / 2))
  if (outline === 'rhombus') return Math.round((share * across) / 2)
  return outline === 'ellipse' ? Math.round(((1 - Math.sqrt(1 - share * share)) * across) / 2) : 0
}

/** The points of a way from outline to outline, without the ones that lie on a straight line. */
function pathOf(
  way: Way,
  middles: readonly PlanPoint[],
  { outlines, shapes }: Rules,
  fromOffset: number,
  toOffset: number,
  turnAt: (turn: number) => number,
): PlanPoint[] {
  const port = (end: PlanEnd, offset: number): PlanPoint => {
    const { u, v } = middles[end.node]!
    const size = outlines[end.node]!
    const along = end.side === 'front' || end.side === 'back'
    const shape = end.corner === 0 ? shapes[end.node]! : 'box'
    const [side, depth] = along ? [size.v, size.u] : [size.u, size.v]
    const out = depth / 2 - inset(shape, offset, side, depth)
    if (end.side === 'front') return { u: u + out, v: v + offset }
    if (end.side === 'back') return { u: u - out, v: v + offset }
    if (end.side === 'high') return { u: u + offset, v: v + out }
    return { u: u + offset, v: v - out }
  }
  const [start, end] = [port(way.from, fromOffset), port(way.to, toOffset)]
  const points = [start]
  const lines = linesOf(way)
  for (let k = 1; k < lines.length; k++) {
    const value = (index: number): number => {
      const line = lines[index]!
      if (line.turn) return turnAt(index - 1)
      const own = index === 0 ? start : end
      return line.along === 'u' ? own.v : own.u
    }
    const [previous, line] = [lines[k - 1]!, lines[k]!]
    if (previous.along === line.along) continue
    points.push(previous.along === 'u' ? { u: value(k), v: value(k - 1) } : { u: value(k - 1), v: value(k) })
  }
  points.push(end)
  return points.filter((point, i) => {
    const [a, b] = [points[i - 1], points[i + 1]]
    if (!a || !b) return true
    const flat = (x: 'u' | 'v'): boolean => Math.abs(a[x] - point[x]) < 0.5 && Math.abs(b[x] - point[x]) < 0.5
    return !flat('u') && !flat('v')
  })
}
