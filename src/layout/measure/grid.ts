/** Boxes that can be asked for by place, in cells of a fixed size, so that thousands of them are no trouble. */
import { addTo } from '../../ir/lists.js'
import type { Box, Point } from '../boxes.js'

const CELL = 120

/** A line that runs through more cells than this is kept by its row or column of cells alone; what is so long both ways, by neither. */
const LONG = 12

export interface Grid {
  readonly cells: Map<string, Box[]>
}

export const emptyGrid = (): Grid => ({ cells: new Map() })

/** The last row and column: what lies farther out, on a page of strangers, lies there. One more is still another number. */
const FARTHEST = 1e12

const cell = (at: number): number => Math.max(-FARTHEST, Math.min(FARTHEST, Math.floor(at / CELL)))

/** Where boxes are kept that lie in more rows and columns than anyone counts: on a page of strangers, in billions. */
const EVERYWHERE = 'everywhere'

/** The names of the cells that a box lies in; a long one has only those of its rows or columns. */
function* homesOf({ x, y, width, height }: Box): Generator<string> {
  const [left, right, top, bottom] = [cell(x), cell(x + width), cell(y), cell(y + height)]
  if (right - left > LONG && bottom - top > LONG) yield EVERYWHERE
  else if (right - left > LONG) for (let k = top; k <= bottom; k++) yield `row ${k}`
  else if (bottom - top > LONG) for (let i = left; i <= right; i++) yield `column ${i}`
  else for (let i = left; i <= right; i++) for (let k = top; k <= bottom; k++) yield `${i} ${k}`
}

/** The names of all cells in which something may lie that meets a box. */
function* placesOf({ x, y, width, height }: Box): Generator<string> {
  const [left, right, top, bottom] = [cell(x), cell(x + width), cell(y), cell(y + height)]
  yield EVERYWHERE
  for (let k = top; k <= bottom; k++) yield `row ${k}`
  for (let i = left; i <= right; i++) {
    yield `column ${i}`
    for (let k = top; k <= bottom; k++) yield `${i} ${k}`
  }
}

export function add({ cells }: Grid, box: Box): void {
  for (const key of homesOf(box)) {
    addTo(cells, key, box)
  }
}

const meet = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height

/** The boxes of a grid that have some area in common with a box. */
export function meeting({ cells }: Grid, box: Box): Set<Box> {
  const found = new Set<Box>()
  for (const key of placesOf(box)) {
    for (const other of cells.get(key) ?? []) if (meet(box, other)) found.add(other)
  }
  return found
}

/** A straight line as a box that has an area. */
export const boxOfLine = (a: Point, b: Point): Box => ({
  x: Math.min(a.x, b.x),
  y: Math.min(a.y, b.y),
  width: Math.abs(a.x - b.x) + 1,
  height: Math.abs(a.y - b.y) + 1,
})

export function addPath(grid: Grid, path: readonly Point[]): void {
  for (let i = 0; i + 1 < path.length; i++) add(grid, boxOfLine(path[i]!, path[i + 1]!))
}

/** The lines of all paths. */
export function gridOfPaths(paths: Iterable<readonly Point[]>): Grid {
  const grid = emptyGrid()
  for (const path of paths) addPath(grid, path)
  return grid
}

export function gridOfBoxes(boxes: Iterable<Box>): Grid {
  const grid = emptyGrid()
  for (const box of boxes) add(grid, box)
  return grid
}
