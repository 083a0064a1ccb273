/** What stands in the gaps between columns and in the levels between rows: the pieces of lines, and labels. */
import { addTo } from '../../ir/lists.js'
import { assignTracks, bundledPieces, type Piece } from './channels.js'
import { ARROW_ROOM, type GapLabel, LABEL_MARGIN } from './gap-tracks.js'
import { type Plan, type PlanEnd, type PlanSize, placeOf } from './plan.js'
import { middleOf, type Offsets } from './ports.js'
import type { Turn, Way } from './ways.js'

/** What one channel has to hold: a gap, or a level with room for labels beside its tracks. */
export interface Channel {
  readonly tracks: number
  before: number
  after: number
  /** The length of straight lines that have a label, by the end at which that stands. */
  atStart: number
  atEnd: number
  readonly labels: GapLabel[]
  readonly pieces: readonly Piece[]
  readonly track: readonly number[]
}

const channel = (pieces: readonly Piece[], track: readonly number[], tracks: number): Channel => ({
  tracks,
  before: 0,
  after: 0,
  atStart: 0,
  atEnd: 0,
  labels: [],
  pieces,
  track,
})
const EMPTY = (): Channel => channel([], [], 0)

/** The lines of a way in order: its ends' own lines and its turns, each with what it runs along and where it lies. */
export interface Line {
  readonly along: 'u' | 'v'
  readonly turn?: Turn
  readonly end?: PlanEnd
}

export function linesOf(way: Way): Line[] {
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

/** For each way and turn its piece, and what each channel has to hold. */
export function fillChannels(plan: Plan, ways: readonly Way[], offsets: Offsets) {
  const members = {
    gap: new Map<number, { way: number; turn: number; piece: Piece }[]>(),
    level: new Map<number, { way: number; turn: number; piece: Piece }[]>(),
  }
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
      addTo(members[turn.channel], turn.at, { way: w, turn: t, piece })
    })
  })
  const pieces = ways.map(way => way.turns.map(() => 0))
  const filled = (name: Turn['channel'], count: number): Channel[] =>
    Array.from({ length: count }, (_, at) => {
      const list = members[name].get(at)
      if (!list) return EMPTY()
      const bundled = bundledPieces(list, way => ways[way]!.bundle?.id)
      const { track, tracks } = assignTracks(bundled.pieces)
      list.forEach(({ way, turn }, i) => {
        pieces[way]![turn] = bundled.pieceOf[i]!
      })
      return channel(bundled.pieces, track, tracks)
    })
  return { gaps: filled('gap', plan.columns + 1), levels: filled('level', plan.levels), pieces }
}

/** Makes room for the labels: near the source where it has the side to itself, else near the target. */
export function reserveLabels(
  plan: Plan,
  ways: readonly Way[],
  labels: readonly (PlanSize | undefined)[],
  { gaps, levels }: { readonly gaps: readonly Channel[]; readonly levels: readonly Channel[] },
  offsets: Offsets,
): void {
  const users = new Map<number, number>()
  for (const way of ways) {
    for (const end of [way.from, way.to]) users.set(placeOf(end), (users.get(placeOf(end)) ?? 0) + 1)
  }
  ways.forEach((way, w) => {
    const label = labels[w]
    if (!label) return
    const crowded = users.get(placeOf(way.from))! > 1 && users.get(placeOf(way.to))! === 1
    const end = crowded ? way.to : way.from
    const along = end.side === 'front' || end.side === 'back'
    const column = plan.column[end.node]!
    const level = plan.rowLevel[plan.row[end.node]!]!
    const grows = end.side === 'front' || end.side === 'high'
    if (along) {
      const offset = (crowded ? offsets.to : offsets.from)[w]!
      gaps[grows ? column + 1 : column]!.labels.push({
        at: middleOf(plan, end.node, 'v') + offset / 400,
        length: label.u,
        side: grows ? 'start' : 'end',
        straight: way.turns.length === 0,
      })
      return
    }
    const own = levels[grows ? level + 1 : level - 1]!
    const need = label.v + 2 * LABEL_MARGIN
    if (way.turns.length === 0) {
      const name = grows ? 'atStart' : 'atEnd'
      own[name] = Math.max(own[name], need + ARROW_ROOM)
    } else if (grows) own.before = Math.max(own.before, need - LABEL_MARGIN)
    else own.after = Math.max(own.after, need - LABEL_MARGIN)
  })
}
