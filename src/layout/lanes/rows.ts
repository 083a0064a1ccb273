/** The row of each node, within the strips of rows that its band has. */
import type { Folded } from './folds.js'
import type { RowBounds } from './loop-rows.js'
import type { Link } from './ranks.js'

/**
 * A row for each node: a node takes its strip's row in which the node before it in the flow stands,
 * where the order in its cell lets it, so that the edges between them are straight.
 */
export function assignRows(
  cells: readonly number[][],
  { strip, bandOfStrip, columns }: Pick<Folded, 'strip' | 'bandOfStrip' | 'columns'>,
  links: readonly Link[],
  bounds: RowBounds,
): { row: number[]; rowBand: number[] } {
  const strips = bandOfStrip.length
  const tracks = [...bounds.rows]
  cells.forEach((cell, i) => {
    tracks[i % strips] = Math.max(tracks[i % strips]!, cell.length)
  })
  const neighbours: number[][] = Array.from({ length: strip.length }, () => [])
  for (const { from, to } of links) {
    if (from === to || strip[from] !== strip[to]) continue
    neighbours[from]!.push(to)
    neighbours[to]!.push(from)
  }
  const track = new Array<number>(strip.length).fill(-1)
  const wanted = (node: number): number => {
    const near = neighbours[node]!.map(other => track[other]!).filter(t => t >= 0)
    if (near.length === 0) return -1
    near.sort((a, b) => a - b)
    return near[(near.length - 1) >> 1]!
  }
  for (let c = 0; c < columns; c++) {
    for (let b = 0; b < strips; b++) {
      const cell = cells[c * strips + b]!
      let previous = -1
      cell.forEach((node, i) => {
        const last = tracks[b]! - (cell.length - i)
        const near = Math.max(bounds.first[node]!, Math.min(bounds.last[node]!, wanted(node)))
        track[node] = Math.min(last, Math.max(previous + 1, near))
        previous = track[node]!
      })
    }
  }
  const firstRow: number[] = []
  const rowBand: number[] = []
  for (let b = 0; b < strips; b++) {
    firstRow.push(rowBand.length)
    const own = bandOfStrip[b]!
    // A strip in which nothing stands takes no room, but a strip has a row.
    const isLast = bandOfStrip[b + 1] !== own
    const least = isLast && rowBand[rowBand.length - 1] !== own ? 1 : 0
    for (let t = 0; t < Math.max(least, tracks[b]!); t++) rowBand.push(own)
  }
  return { row: track.map((t, node) => firstRow[strip[node]!]! + t), rowBand }
}
