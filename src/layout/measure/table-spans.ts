/** The widths of columns and heights of rows where cells take several of them, and the boxes of such cells. */
import type { CellPlace } from '../../text/rich/table.js'
import type { Box } from '../boxes.js'

export interface Tracks {
  readonly widths: readonly number[]
  readonly heights: readonly number[]
}

interface Cell {
  readonly place: CellPlace
  readonly width: number
  readonly height: number
}

const LEAST = 10

/** Tracks that every cell has room in: those of one row or column first, then what others need more, in their last. */
export function spannedTracks(cells: readonly Cell[]): Tracks {
  return {
    widths: tracksFor(cells.map(({ place, width }) => [place.column, place.columns, width])),
    heights: tracksFor(cells.map(({ place, height }) => [place.row, place.rows, height])),
  }
}

function tracksFor(wanted: readonly (readonly [start: number, span: number, length: number])[]): number[] {
  const tracks: number[] = []
  for (const [start, span] of wanted) for (let i = 0; i < span; i++) tracks[start + i] = LEAST
  for (let i = 0; i < tracks.length; i++) tracks[i] ??= LEAST
  for (const [start, span, length] of [...wanted].sort((a, b) => a[1] - b[1])) {
    const room = tracks.slice(start, start + span).reduce((all, track) => all + track, 0)
    if (length > room) tracks[start + span - 1]! += length - room
  }
  return tracks
}

/** The boxes in a frame whose tracks fill it. */
export function spannedBoxes(
  frame: Box,
  { widths, heights }: Tracks,
): { readonly cellBox: (place: CellPlace) => Box; readonly rowBox: (row: number) => Box } {
  const [lefts, tops] = [startsOf(widths), startsOf(heights)]
  const cellBox = ({ row, column, rows, columns }: CellPlace): Box => ({
    x: frame.x + lefts[column]!,
    y: frame.y + tops[row]!,
    width: lefts[column + columns]! - lefts[column]!,
    height: tops[row + rows]! - tops[row]!,
  })
  const rowBox = (row: number): Box => ({
    x: frame.x,
    y: frame.y + tops[row]!,
    width: frame.width,
    height: tops[row + 1]! - tops[row]!,
  })
  return { cellBox, rowBox }
}

/** Where each track begins, and where the last one ends. */
function startsOf(lengths: readonly number[]): number[] {
  const starts = [0]
  for (const length of lengths) starts.push(starts.at(-1)! + length)
  return starts
}
