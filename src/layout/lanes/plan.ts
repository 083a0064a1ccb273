/**
 * The plan of a banded drawing, before there are any lengths: bands (lanes) of rows, crossed by
 * columns. Everything is said in two directions: `u` runs with the flow, `v` across it, over the
 * bands. A left-to-right drawing has u = x and v = y; the others are turned at the very end.
 *
 *            gap 0   column 0   gap 1   column 1   gap 2
 *   band 0 ┌ level 0: gap
 *          │ level 1: row       (node)            (node)
 *          └ level 2: gap
 *   band 1 ┌ level 3: gap
 *          │ level 4: row
 */
import { folded, spreadFull } from './folds.js'
import { boundByLoops } from './loop-rows.js'
import type { Link } from './ranks.js'
import { rankNodes } from './ranks.js'
import { assignRows } from './rows.js'

/** Sides of a box: where u grows and shrinks, and where v grows and shrinks. */
export type PlanSide = 'front' | 'back' | 'high' | 'low'

/** Lengths along u and v. */
export interface PlanSize {
  readonly u: number
  readonly v: number
}

export interface PlanEnd {
  readonly node: number
  /** The side that the author wrote, or that was chosen; and how far along it, -1 to 1, for corners. */
  readonly side: PlanSide
  readonly corner: number
  /** Where along its side an end at a field lies, in pixels from the middle; nothing where it may lie anywhere. */
  readonly at?: number
}

export const SIDES: readonly PlanSide[] = ['front', 'back', 'high', 'low']
/** A number for each side of each node. */
export const placeOf = ({ node, side }: PlanEnd): number => SIDES.length * node + SIDES.indexOf(side)

export interface PlanEdge {
  readonly from: PlanEnd
  readonly to: PlanEnd
  readonly bundle?: Bundle
}

/** Lines that run as one where they have the same way. */
export interface Bundle {
  readonly id: number
  /** The end that they have in common. */
  readonly at: 'from' | 'to'
}

/** An edge as it comes in: sides only where the author wrote them. */
export interface WantedEdge {
  readonly from: number
  readonly to: number
  readonly fromSide?: PlanSide
  readonly toSide?: PlanSide
  readonly fromCorner: number
  readonly toCorner: number
  readonly fromAt?: number
  readonly toAt?: number
  readonly length: number
}

export interface Plan {
  /** Column of each node. */
  readonly column: readonly number[]
  /** Row of each node, counted over all bands. */
  readonly row: readonly number[]
  readonly columns: number
  /** The place of each node in the flow, over all folds: its column, where nothing is folded. */
  readonly step: readonly number[]
  /** For each row its level; the gaps of a row are at the levels beside it. */
  readonly rowLevel: readonly number[]
  /** For each band its first and last level: both are gaps. */
  readonly bandLevels: readonly (readonly [first: number, last: number])[]
  readonly levels: number
  /** The node at a row and column. */
  readonly at: (row: number, column: number) => number | undefined
}

const ORDER_SWEEPS = 8

/**
 * An edge that an author fastened to the near sides of two bands (or of two nodes of one band, the
 * lower one below) may stay in one column: it is drawn as a straight line across.
 */
function stays(edge: WantedEdge, band: readonly number[]): boolean {
  const down = band[edge.to]! - band[edge.from]!
  if (edge.fromSide === 'high' && edge.toSide === 'low') return down >= 0
  if (edge.fromSide === 'low' && edge.toSide === 'high') return down <= 0
  return false
}

export interface Wishes {
  /** The nodes of each loop. */
  readonly loops?: readonly (readonly number[])[] | undefined
  /** Where the flow goes on in the next row of each band, given where everything stands in one row. */
  readonly folds?: ((steps: readonly number[]) => readonly number[]) | undefined
}

/** Gives every node its column and row. `band` holds the band of each node. */
export function planBands(
  band: readonly number[],
  bands: number,
  edges: readonly WantedEdge[],
  { loops = [], folds }: Wishes = {},
): Plan {
  const count = band.length
  const links: Link[] = edges.map(edge => ({
    from: edge.from,
    to: edge.to,
    min: stays(edge, band) ? 0 : edge.length,
  }))
  const step = spreadFull(compact(rankNodes(count, links)), band, bands)
  const { column, columns, strip, strips, bandOfStrip } = folded(step, band, bands, folds?.(step) ?? [0])
  const cells = fillCells(strip, column, strips, columns)
  orderCells(cells, strip, links)
  const below = edges.filter(
    e => stays(e, band) && strip[e.from] === strip[e.to] && column[e.from] === column[e.to],
  )
  const putAllBelow = (): void => {
    for (const edge of below) {
      const [upper, lower] = edge.fromSide === 'high' ? [edge.from, edge.to] : [edge.to, edge.from]
      putBelow(cells[column[upper]! * strips + strip[upper]!]!, upper, lower)
    }
  }
  putAllBelow()
  const bounds = boundByLoops(cells, strip, strips, column, loops)
  putAllBelow()
  const { row, rowBand } = assignRows(cells, { strip, bandOfStrip, columns }, links, bounds)

  const rowLevel: number[] = []
  const bandLevels: [number, number][] = []
  let level = 0
  for (let b = 0, r = 0; b < bands; b++) {
    const first = level
    level++
    for (; rowBand[r] === b; r++) {
      rowLevel.push(level)
      level += 2
    }
    bandLevels.push([first, level - 1])
  }
  const taken = new Map<number, number>()
  for (let node = 0; node < count; node++) taken.set(row[node]! * columns + column[node]!, node)
  return {
    column,
    row,
    columns,
    step,
    rowLevel,
    bandLevels,
    levels: level,
    at: (r, c) => taken.get(r * columns + c),
  }
}

/** Ranks without holes. */
function compact(ranks: readonly number[]): number[] {
  const used = [...new Set(ranks)].sort((a, b) => a - b)
  const place = new Map(used.map((rank, i) => [rank, i]))
  return ranks.map(rank => place.get(rank)!)
}

/** The nodes of each cell, at `column * bands + band`. */
function fillCells(
  band: readonly number[],
  column: readonly number[],
  bands: number,
  columns: number,
): number[][] {
  const cells: number[][] = Array.from({ length: bands * columns }, () => [])
  for (let node = 0; node < band.length; node++) cells[column[node]! * bands + band[node]!]!.push(node)
  return cells
}

/** Sorts the nodes of each cell by the mean place of their neighbours, forth and back over the columns. */
function orderCells(cells: readonly number[][], band: readonly number[], links: readonly Link[]): void {
  const neighbours: number[][] = Array.from({ length: band.length }, () => [])
  for (const { from, to } of links) {
    if (from === to) continue
    neighbours[from]!.push(to)
    neighbours[to]!.push(from)
  }
  const place = new Float64Array(band.length)
  const settle = (cell: readonly number[]): void => {
    cell.forEach((node, i) => {
      place[node] = band[node]! + (i + 1) / (cell.length + 1)
    })
  }
  for (const cell of cells) settle(cell)
  const mean = (node: number): number => {
    const list = neighbours[node]!
    if (list.length === 0) return place[node]!
    let sum = 0
    for (const other of list) sum += place[other]!
    return sum / list.length
  }
  const busy = cells.filter(cell => cell.length > 1)
  if (busy.length === 0) return
  for (let sweep = 0; sweep < ORDER_SWEEPS; sweep++) {
    const forth = sweep % 2 === 0
    for (let k = 0; k < busy.length; k++) {
      const cell = busy[forth ? k : busy.length - 1 - k]!
      const keys = new Map(cell.map(node => [node, mean(node)]))
      cell.sort((a, b) => keys.get(a)! - keys.get(b)! || a - b)
      settle(cell)
    }
  }
}

/** Moves `lower` to stand right after `upper` where it stands before it. */
function putBelow(cell: number[], upper: number, lower: number): void {
  const at = cell.indexOf(upper)
  const from = cell.indexOf(lower)
  if (at < 0 || from < 0 || from > at) return
  cell.splice(from, 1)
  cell.splice(at, 0, lower)
}
