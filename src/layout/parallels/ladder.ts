/**
 * The inside of a bundle: a ladder. Its lines come in as one, part at a rail, have a rung with its label each, in columns as a text is read,
 * and come together at a rail on the other side, from which they go on as one.
 */
import type { Box, Point } from '../boxes.js'
import { straightened } from '../fans/blocks.js'
import type { Size } from '../measure/size.js'

export interface Ladder extends Size {
  readonly rungs: readonly Rung[]
  /** How far its rails are from its border. */
  readonly inset: number
}

interface Rung {
  readonly y: number
  /** From its left rail to its right one. */
  readonly left: number
  readonly right: number
}

/** Between rungs, besides the height of their labels; between lines without a label. */
const RUNG_GAP = 8
const BARE = 14
/** What is seen of a rung on both sides of its label. */
const STUB = 18
/** Between the rails of two columns, and from the border to the outer ones. */
const COLUMN_GAP = 16
const INSET = 12
/** From the border to the line that leads to the rails. */
const BUS = 12
/** A ladder up to this height has one column. */
const ONE_COLUMN = 560
/** How many times as wide as high a ladder of several becomes. */
const SHAPE = 1.5

interface Column extends Size {
  readonly members: readonly number[]
}

/** The ladder of these labels, in their order. */
export function ladderOf(labels: readonly (Size | undefined)[]): Ladder {
  const heights = labels.map(label => (label ? label.height + RUNG_GAP : BARE))
  const columns = shaped(labels, heights)
  const height = Math.max(...columns.map(column => column.height)) + 2 * BUS
  const rungs: Rung[] = []
  let x = INSET
  for (const { members, width } of columns) {
    let y = BUS
    for (const i of members) {
      rungs.push({ y: Math.round(y + heights[i]! / 2), left: x, right: x + width })
      y += heights[i]!
    }
    x += width + COLUMN_GAP
  }
  return { width: x - COLUMN_GAP + INSET, height, rungs, inset: INSET }
}

/** The columns that make a ladder of about the shape of a page: the one that is seen largest there. */
function shaped(labels: readonly (Size | undefined)[], heights: readonly number[]): Column[] {
  let best: Column[] = []
  let least = Number.POSITIVE_INFINITY
  for (let count = 1; count <= labels.length; count++) {
    const columns = columnsOf(labels, heights, Math.ceil(labels.length / count))
    const width = columns.reduce((sum, column) => sum + column.width + COLUMN_GAP, 2 * INSET - COLUMN_GAP)
    const size = Math.max(width / SHAPE, ...columns.map(({ height }) => height + 2 * BUS))
    if (size < least) [best, least] = [columns, size]
    if (count === 1 && size <= ONE_COLUMN) break
    if (width / SHAPE > least) break
  }
  return best
}

function columnsOf(
  labels: readonly (Size | undefined)[],
  heights: readonly number[],
  rows: number,
): Column[] {
  const columns: Column[] = []
  for (let first = 0; first < labels.length; first += rows) {
    const members = labels.slice(first, first + rows).map((_, k) => first + k)
    columns.push({
      members,
      width: 2 * STUB + members.reduce((most, i) => Math.max(most, labels[i]?.width ?? 0), 0),
      height: members.reduce((sum, i) => sum + heights[i]!, 0),
    })
  }
  return columns
}

export interface LadderRoutes {
  readonly paths: readonly (readonly Point[])[]
  /** The middles of the rungs. */
  readonly middles: readonly Point[]
}

/** The ways through a ladder that stands in a box, from where lines come in at its border to where they go out, and the middles of its rungs. */
export function throughLadder({ rungs, inset }: Ladder, box: Box, start: Point, end: Point): LadderRoutes {
  const at = ({ x, y }: Point): Point => ({ x: box.x + x, y: box.y + y })
  const [from, to] = [sideOf(box, start), sideOf(box, end)]
  const leftwards = from === 'right' || (from !== 'left' && to === 'left')
  const upwards = from === 'bottom' || (from !== 'top' && to === 'top')
  const [top, bottom] = [box.y + BUS / 2, box.y + box.height - BUS / 2]
  const paths = rungs.map(({ y, left, right }) => {
    const rails = [at({ x: left, y }), at({ x: right, y })]
    const [first, last] = leftwards ? rails.reverse() : rails
    const come = lead(box, start, upwards ? bottom : top, leftwards ? box.width - inset : inset)
    const go = lead(box, end, upwards ? top : bottom, leftwards ? inset : box.width - inset)
    return straightened([...come(first!), first!, last!, ...go(last!).reverse()])
  })
  return { paths, middles: rungs.map(({ y, left, right }) => at({ x: (left + right) / 2, y })) }
}

type BoxSide = 'left' | 'right' | 'top' | 'bottom'

function sideOf({ x, y, width, height }: Box, point: Point): BoxSide {
  const distances: readonly (readonly [BoxSide, number])[] = [
    ['top', Math.abs(point.y - y)],
    ['bottom', Math.abs(y + height - point.y)],
    ['left', Math.abs(point.x - x)],
    ['right', Math.abs(x + width - point.x)],
  ]
  return distances.reduce((best, side) => (side[1] < best[1] ? side : best))[0]
}

/**
 * The way from a point on the border to a rung's end on its rail: straight to the outer rail beside the point, else by the line above or
 * below all rails, which `bus` says; around the ladder where that is on the other side.
 */
function lead(box: Box, border: Point, bus: number, outer: number): (rung: Point) => Point[] {
  const side = sideOf(box, border)
  const outerX = box.x + outer
  return rung => {
    const byBus = [{ x: rung.x, y: bus }]
    if (side === 'left' || side === 'right') {
      const isBeside = side === 'left' ? outer < box.width / 2 : outer >= box.width / 2
      const x = isBeside ? outerX : border.x
      if (isBeside && rung.x === outerX) return [border, { x, y: border.y }]
      return [border, { x, y: border.y }, { x, y: bus }, ...byBus]
    }
    const isNear = (side === 'top') === bus < box.y + box.height / 2
    if (isNear) return [border, { x: border.x, y: bus }, ...byBus]
    const x = border.x < box.x + box.width / 2 ? box.x : box.x + box.width
    return [border, { x, y: border.y }, { x, y: bus }, ...byBus]
  }
}
