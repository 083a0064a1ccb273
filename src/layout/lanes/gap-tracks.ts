/**
 * How wide the gap between two columns has to be, and where in it each line turns: beside the labels in its way, and not beside all of them.
 */
import { COMPARED_PIECES, type Piece } from './channels.js'

/** Between lines, and from a line to a column. */
export const TRACK = 12
export const MARGIN = 20
export const LABEL_MARGIN = 8
/** What is left of a straight line beside its label, so that its arrowhead shows; of one that turns, only before the arrowhead. */
export const ARROW_ROOM = 24
const HEAD_ROOM = 14

/** Room for the label of a line that starts or ends at one side of a gap. */
export interface GapLabel {
  /** The place of its line across the flow. */
  readonly at: number
  readonly length: number
  readonly side: 'start' | 'end'
  /** Whether its line runs through the whole gap. */
  readonly straight: boolean
}

export interface GapTracks {
  /** By piece: how far from the start of the gap. */
  readonly places: readonly number[]
  readonly length: number
}

/** A label reaches about so far across its line, in the plan's measure. */
const REACH = 0.06

const meets = (piece: Piece, { at }: GapLabel): boolean => at >= piece.low - REACH && at <= piece.high + REACH
const meet = (a: Piece, b: Piece): boolean => a.low <= b.high + REACH && b.low <= a.high + REACH

/** @param track of each piece: those of a lower one stand before those of a higher one that they meet */
export function gapTracks(
  pieces: readonly Piece[],
  track: readonly number[],
  labels: readonly GapLabel[],
): GapTracks {
  const all = pieces.length > COMPARED_PIECES
  const room = (piece: Piece, side: GapLabel['side']): number =>
    labels.reduce(
      (most, label) =>
        label.side === side && (all || meets(piece, label)) ? Math.max(most, label.length) : most,
      0,
    )
  const widest = (side: GapLabel['side']): number =>
    labels.reduce((most, label) => (label.side === side ? Math.max(most, label.length) : most), 0)
  const [before, after] = [widest('start'), widest('end')]
  const order = pieces.map((_, i) => i).sort((a, b) => track[a]! - track[b]! || a - b)
  const places = new Array<number>(pieces.length).fill(0)
  const beside = (length: number): number => (length > 0 ? length + 2 * LABEL_MARGIN : 0)
  let needed = 0
  order.forEach((i, k) => {
    const piece = pieces[i]!
    let place = Math.max(MARGIN, beside(all ? before : room(piece, 'start')))
    if (all) place += track[i]! * TRACK
    else
      for (const other of order.slice(0, k))
        if (track[other]! < track[i]! && meet(piece, pieces[other]!))
          place = Math.max(place, places[other]! + TRACK)
    places[i] = place
    const end = all ? after : room(piece, 'end')
    needed = Math.max(needed, place + Math.max(MARGIN, end > 0 ? beside(end) + HEAD_ROOM : 0))
  })
  for (const { length, straight } of labels)
    if (straight) needed = Math.max(needed, length + 2 * LABEL_MARGIN + ARROW_ROOM)
  return { places, length: needed }
}
