/** Where each edge's label stands on its line: on no node, on no other label, and on as few lines as may be. */
import type { Box, Point } from '../boxes.js'
import { add, boxOfLine, emptyGrid, type Grid, meeting } from '../measure/grid.js'
import type { Size } from '../measure/size.js'

const NODE_COST = 1000
const LABEL_COST = 400
const LINE_COST = 60
const BORDER_COST = 40
const TOO_LONG_COST = 25
const BESIDE_COST = 12

/** What it costs to stand on the things in a grid, each by itself. */
function costOf(grid: Grid, box: Box, each: (other: Box) => number): number {
  let cost = 0
  for (const other of meeting(grid, box)) cost += each(other)
  return cost
}

interface Spot {
  readonly at: Point
  readonly cost: number
}

/** How far a label stays from where its line starts, and from the arrowhead at its end. */
const FROM_START = 8
const FROM_END = 14

/** How far beside its line a label stands that finds no room on it. */
const FROM_LINE = 3

/** On a long line that is crowded, places so far apart are tried, but no more than so many. */
const FINE_STEP = 8
const MOST_FINE = 40

/** Shares of a line at which a label may stand: its middle, near its ends, and between; where asked for, close together. */
function* shares(length: number, need: number, fine: boolean): Generator<number> {
  const near = Math.min(0.5, (need / 2 + FROM_START) / Math.max(1, length))
  const far = Math.max(0.5, 1 - (need / 2 + FROM_END) / Math.max(1, length))
  if (!fine) yield* [0.5, near, (0.5 + far) / 2, far, (0.5 + near) / 2]
  else {
    const steps = Math.min(MOST_FINE, Math.floor(((far - near) * length) / FINE_STEP))
    for (let i = 1; i < steps; i++) yield near + ((far - near) * i) / steps
  }
}

/** Places to try on each of a path's lines, and beside all of these; those near the source first. */
function* spots(path: readonly Point[], label: Size, fine: boolean): Generator<Spot> {
  let order = 0
  for (let i = 0; i + 1 < path.length; i++) {
    const [a, b] = [path[i]!, path[i + 1]!]
    const length = Math.abs(a.x - b.x) + Math.abs(a.y - b.y)
    const flat = Math.abs(a.x - b.x) > Math.abs(a.y - b.y)
    const need = flat ? label.width : label.height
    const beside = flat ? { x: 0, y: label.height / 2 + FROM_LINE } : { x: label.width / 2 + FROM_LINE, y: 0 }
    const short = length < need + 14 ? TOO_LONG_COST : 0
    for (const part of shares(length, need, fine)) {
      const at = { x: a.x + (b.x - a.x) * part, y: a.y + (b.y - a.y) * part }
      const cost = short + order + (part === 0.5 ? 0 : 1)
      yield { at, cost }
      yield { at: { x: at.x + beside.x, y: at.y - beside.y }, cost: cost + BESIDE_COST }
      yield { at: { x: at.x - beside.x, y: at.y + beside.y }, cost: cost + BESIDE_COST + 1 }
    }
    order += 2
  }
}

const boxAround = ({ x, y }: Point, { width, height }: Size, margin: number): Box => ({
  x: x - width / 2 - margin,
  y: y - height / 2 - margin,
  width: width + 2 * margin,
  height: height + 2 * margin,
})

/** The middle of each label, for the edges that have one. @param wanted places on the lines that have room for it */
export function placeLabels(
  paths: readonly (readonly Point[])[],
  labels: readonly (Size | undefined)[],
  nodes: Iterable<Box>,
  borders: Iterable<Box>,
  wanted: readonly (Point | undefined)[] = [],
): (Point | undefined)[] {
  const nodeGrid = emptyGrid()
  const labelGrid = emptyGrid()
  const lineGrid = emptyGrid()
  const owner = new Map<Box, number>()
  for (const node of nodes) add(nodeGrid, node)
  for (const border of borders) add(lineGrid, border)
  if (labels.every(label => !label)) return paths.map(() => undefined)
  paths.forEach((path, i) => {
    for (let k = 0; k + 1 < path.length; k++) {
      const line = boxOfLine(path[k]!, path[k + 1]!)
      owner.set(line, i)
      add(lineGrid, line)
    }
  })
  return paths.map((path, i) => {
    const label = labels[i]
    if (!label) return undefined
    let best: Spot | undefined
    const lineCost = (line: Box): number => {
      const other = owner.get(line)
      return other === i ? 0 : other === undefined ? BORDER_COST : LINE_COST
    }
    const tryAll = (places: Iterable<Spot>): void => {
      for (const spot of places) {
        // Nothing that is in the way makes a place better.
        if (best && spot.cost >= best.cost) continue
        const box = boxAround(spot.at, label, 2)
        const cost =
          spot.cost +
          costOf(nodeGrid, box, () => NODE_COST) +
          costOf(labelGrid, box, () => LABEL_COST) +
          costOf(lineGrid, box, lineCost)
        if (!best || cost < best.cost) best = { at: spot.at, cost }
      }
    }
    const first = wanted[i]
    if (first) tryAll([{ at: first, cost: -1 }])
    tryAll(spots(path, label, false))
    if (best && best.cost >= BORDER_COST) tryAll(spots(path, label, true))
    if (best) add(labelGrid, boxAround(best.at, label, 2))
    return best?.at
  })
}
