/** Where each edge's label stands on its line: on no node, on no other label, and on as few lines as may be. */
import type { Box, Point } from './boxes.js'
import type { Size } from './sizes.js'

const CELL = 120
const NODE_COST = 1000
const LABEL_COST = 400
const LINE_COST = 60
const TOO_LONG_COST = 25

/** A line that runs through more cells than this is kept by its row or column of cells alone. */
const LONG = 12

/** Boxes that can be asked for by place, in cells of a fixed size. */
interface Field {
  readonly cells: Map<string, Box[]>
}

const cell = (at: number): number => Math.floor(at / CELL)

/** The names of the cells that a box lies in; a long one has only those of its rows or columns. */
function* homesOf({ x, y, width, height }: Box): Generator<string> {
  const [left, right, top, bottom] = [cell(x), cell(x + width), cell(y), cell(y + height)]
  if (right - left > LONG) for (let k = top; k <= bottom; k++) yield `row ${k}`
  else if (bottom - top > LONG) for (let i = left; i <= right; i++) yield `column ${i}`
  else for (let i = left; i <= right; i++) for (let k = top; k <= bottom; k++) yield `${i} ${k}`
}

/** The names of all cells in which something may lie that meets a box. */
function* placesOf({ x, y, width, height }: Box): Generator<string> {
  const [left, right, top, bottom] = [cell(x), cell(x + width), cell(y), cell(y + height)]
  for (let k = top; k <= bottom; k++) yield `row ${k}`
  for (let i = left; i <= right; i++) {
    yield `column ${i}`
    for (let k = top; k <= bottom; k++) yield `${i} ${k}`
  }
}

function add({ cells }: Field, box: Box): void {
  for (const key of homesOf(box)) {
    const list = cells.get(key)
    if (list) list.push(box)
    else cells.set(key, [box])
  }
}

const meet = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height

function hits({ cells }: Field, box: Box, except: (other: Box) => boolean): number {
  const seen = new Set<Box>()
  for (const key of placesOf(box)) {
    for (const other of cells.get(key) ?? []) if (meet(box, other) && !except(other)) seen.add(other)
  }
  return seen.size
}

interface Spot {
  readonly at: Point
  readonly cost: number
}

/** How far a label stays from where its line starts, and from the arrowhead at its end. */
const FROM_START = 8
const FROM_END = 14

/** Places to try on a path: the middle of each of its lines, near its ends, and between; those near the source first. */
function* spots(path: readonly Point[], label: Size): Generator<Spot> {
  let order = 0
  for (let i = 0; i + 1 < path.length; i++) {
    const [a, b] = [path[i]!, path[i + 1]!]
    const length = Math.abs(a.x - b.x) + Math.abs(a.y - b.y)
    const need = Math.abs(a.x - b.x) > Math.abs(a.y - b.y) ? label.width : label.height
    const short = length < need + 14 ? TOO_LONG_COST : 0
    const near = Math.min(0.5, (need / 2 + FROM_START) / Math.max(1, length))
    const far = Math.max(0.5, 1 - (need / 2 + FROM_END) / Math.max(1, length))
    for (const part of [0.5, near, far, (0.5 + near) / 2, (0.5 + far) / 2]) {
      const at = { x: a.x + (b.x - a.x) * part, y: a.y + (b.y - a.y) * part }
      yield { at, cost: short + order + (part === 0.5 ? 0 : 1) }
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
  const nodeField: Field = { cells: new Map() }
  const labelField: Field = { cells: new Map() }
  const lineField: Field = { cells: new Map() }
  const owner = new Map<Box, number>()
  for (const node of nodes) add(nodeField, node)
  for (const border of borders) add(lineField, border)
  if (labels.every(label => !label)) return paths.map(() => undefined)
  paths.forEach((path, i) => {
    for (let k = 0; k + 1 < path.length; k++) {
      const [a, b] = [path[k]!, path[k + 1]!]
      const line = {
        x: Math.min(a.x, b.x),
        y: Math.min(a.y, b.y),
        width: Math.abs(a.x - b.x) + 1,
        height: Math.abs(a.y - b.y) + 1,
      }
      owner.set(line, i)
      add(lineField, line)
    }
  })
  return paths.map((path, i) => {
    const label = labels[i]
    if (!label) return undefined
    let best: Spot | undefined
    const first = wanted[i]
    for (const spot of [...(first ? [{ at: first, cost: -1 }] : []), ...spots(path, label)]) {
      const box = boxAround(spot.at, label, 2)
      const cost =
        spot.cost +
        NODE_COST * hits(nodeField, box, () => false) +
        LABEL_COST * hits(labelField, box, () => false) +
        LINE_COST * hits(lineField, box, other => owner.get(other) === i)
      if (!best || cost < best.cost) best = { at: spot.at, cost }
    }
    if (best) add(labelField, boxAround(best.at, label, 2))
    return best?.at
  })
}
