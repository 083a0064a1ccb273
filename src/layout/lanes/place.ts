/** From a plan and its ways to pixels: how wide columns and gaps are, and where every line bends. */

import { addTo } from '../../ir/lists.js'
import type { Outline } from '../measure/outlines.js'
import { assignTracks, bundledPieces, type Piece } from './channels.js'
import type { Plan, PlanEnd } from './plan.js'
import { middleOf, type Offsets } from './ports.js'
import type { Turn, Way } from './ways.js'

/** A point of the plan in pixels: `u` with the flow, `v` across it. */
export interface PlanPoint {
  readonly u: number
  readonly v: number
}

/** Lengths along u and v. */
export interface PlanSize {
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

const TRACK = 12
const MARGIN = 20
const LABEL_MARGIN = 8
/** What is left of a straight line beside its label, so that its arrowhead shows. */
const ARROW_ROOM = 24

/** What one channel (a gap or a level) has to hold. */
interface Channel {
  tracks: number
  /** Room for labels beside the tracks. */
  before: number
  after: number
  /** The length of straight lines that have a label, by the end at which that stands. */
  atStart: number
  atEnd: number
}

const channel = (): Channel => ({ tracks: 0, before: 0, after: 0, atStart: 0, atEnd: 0 })

/** Lengths are even, so that middles are whole pixels: draw.io rounds where lines are fastened. */
const even = (length: number): number => 2 * Math.ceil(length / 2)

/** The length of a channel. A label of a straight line stands beside the tracks that cross the line, not on them. */
const channelLength = (own: Channel, minimum: number): number => {
  const { tracks, atStart, atEnd } = own
  if (tracks === 0) return even(Math.max(minimum, atStart, atEnd, own.before + own.after))
  own.before = Math.max(own.before, atStart - MARGIN)
  own.after = Math.max(own.after, atEnd - MARGIN)
  return even(Math.max(minimum, own.before + own.after + 2 * MARGIN + (tracks - 1) * TRACK))
}

/** The lines of a way in order: its ends' own lines and its turns, each with what it runs along and where it lies. */
interface Line {
  readonly along: 'u' | 'v'
  readonly turn?: Turn
  readonly end?: PlanEnd
}

function linesOf(way: Way): Line[] {
  const own = (end: PlanEnd): Line => ({
    along: end.side === 'front' || end.side === 'back' ? 'u' : 'v',
    end,
  })
  const turns = way.turns.map((turn): Line => ({ along: turn.channel === 'gap' ? 'v' : 'u', turn }))
  return [own(way.from), ...turns, own(way.to)]
}

/** Where a line lies on the plan, in gaps and levels; ends a little beside the middle, by their offset. */
function coordinateOf(plan: Plan, line: Line, offset: number): number {
  if (line.turn) return line.turn.channel === 'gap' ? 2 * line.turn.at : line.turn.at
  return middleOf(plan, line.end!.node, line.along === 'u' ? 'v' : 'u') + offset / 400
}

/** For each way and turn its track, and what each channel has to hold. */
function fillChannels(plan: Plan, ways: readonly Way[], offsets: Offsets) {
  const gaps = Array.from({ length: plan.columns + 1 }, channel)
  const levels = Array.from({ length: plan.levels }, channel)
  const members = new Map<Channel, { way: number; turn: number; piece: Piece }[]>()
  ways.forEach((way, w) => {
    const lines = linesOf(way)
    const places = lines.map((line, k) =>
      coordinateOf(plan, line, k === 0 ? offsets.from[w]! : k === lines.length - 1 ? offsets.to[w]! : 0),
    )
    way.turns.forEach((turn, t) => {
      const k = t + 1
      const [a, b] = [places[k - 1]!, places[k + 1]!]
      const far = (neighbour: number, beyond: number): number => {
        const line = lines[neighbour]!
        return line.end ? middleOf(plan, line.end.node, line.along) : places[beyond]!
      }
      const leave = (neighbour: number, beyond: number) => ({
        at: places[neighbour]!,
        side: far(neighbour, beyond) < places[k]! ? (-1 as const) : (1 as const),
        fixed: lines[neighbour]!.end !== undefined,
      })
      const leaves = [leave(k - 1, k - 2), leave(k + 1, k + 2)]
      const piece = { low: Math.min(a, b), high: Math.max(a, b), leaves }
      const own = turn.channel === 'gap' ? gaps[turn.at]! : levels[turn.at]!
      addTo(members, own, { way: w, turn: t, piece })
    })
  })
  const tracks = ways.map(way => way.turns.map(() => 0))
  for (const [own, list] of members) {
    const { pieces, pieceOf } = bundledPieces(list, way => ways[way]!.bundle?.id)
    const assigned = assignTracks(pieces)
    own.tracks = assigned.tracks
    list.forEach(({ way, turn }, i) => {
      tracks[way]![turn] = assigned.track[pieceOf[i]!]!
    })
  }
  return { gaps, levels, tracks }
}

/** Makes room for the labels: near the source where it has the side to itself, else near the target. */
function reserveLabels(
  plan: Plan,
  ways: readonly Way[],
  rules: Rules,
  gaps: Channel[],
  levels: Channel[],
): void {
  const users = new Map<string, number>()
  const key = (end: PlanEnd): string => `${end.node} ${end.side}`
  for (const way of ways) {
    for (const end of [way.from, way.to]) users.set(key(end), (users.get(key(end)) ?? 0) + 1)
  }
  ways.forEach((way, w) => {
    const label = rules.labels[w]
    if (!label) return
    const crowded = users.get(key(way.from))! > 1 && users.get(key(way.to))! === 1
    const end = crowded ? way.to : way.from
    const along = end.side === 'front' || end.side === 'back'
    const need = (along ? label.u : label.v) + 2 * LABEL_MARGIN
    const column = plan.column[end.node]!
    const level = plan.rowLevel[plan.row[end.node]!]!
    const grows = end.side === 'front' || end.side === 'high'
    const own = along ? gaps[grows ? column + 1 : column]! : levels[grows ? level + 1 : level - 1]!
    if (way.turns.length === 0) {
      const name = grows ? 'atStart' : 'atEnd'
      own[name] = Math.max(own[name], need + ARROW_ROOM)
    } else if (grows) own.before = Math.max(own.before, need - LABEL_MARGIN)
    else own.after = Math.max(own.after, need - LABEL_MARGIN)
  })
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
  const { gaps, levels, tracks } = fillChannels(plan, ways, offsets)
  reserveLabels(plan, ways, rules, gaps, levels)
  const columnLength = new Array<number>(plan.columns).fill(0)
  const levelLength = levels.map((own, i) => channelLength(own, rules.levelMinimum(i)))
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
    uLengths.push(channelLength(gaps[c]!, rules.gapMinimum(c)))
    if (c < plan.columns) uLengths.push(columnLength[c]!)
  }
  const uSpans = stack(uLengths, 0)
  const vSpans = stack(levelLength, 0)
  const centre = ([start, end]: readonly [number, number]): number => (start + end) / 2
  const middles = rules.nodes.map((_, node) => ({
    u: centre(uSpans[middleOf(plan, node, 'u')]!),
    v: centre(vSpans[middleOf(plan, node, 'v')]!),
  }))
  const trackAt = (turn: Turn, track: number): number => {
    const own = turn.channel === 'gap' ? gaps[turn.at]! : levels[turn.at]!
    const [start, end] = turn.channel === 'gap' ? uSpans[2 * turn.at]! : vSpans[turn.at]!
    const used = own.before + own.after + (own.tracks - 1) * TRACK
    return Math.round(start + own.before + (end - start - used) / 2 + track * TRACK)
  }
  const paths = ways.map((way, w) =>
    pathOf(way, middles, rules, offsets.from[w]!, offsets.to[w]!, turn =>
      trackAt(way.turns[turn]!, tracks[w]![turn]!),
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
