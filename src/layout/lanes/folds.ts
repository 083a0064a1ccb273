/**
 * A flow that goes on in the next row, as a text does: the steps of the flow as columns of folds, where each band has a strip of rows
 * for each of these. And steps at which so many nodes stand in one band that they make several columns.
 */
import { lastAtMost } from '../../ir/lists.js'

/** So many nodes of one column and band stand below each other, whatever there is. */
const LEAST_FULL = 16
/** A row is so many times lower than a column is wide: for more nodes than that, as many columns as make a page of them. */
const ROW_SHARE = 1.8

/** Steps with more of them where too many nodes would stand below each other: these stand in several columns. */
export function spreadFull(steps: readonly number[], band: readonly number[], bands: number): number[] {
  const sizes = new Map<number, number>()
  const place = steps.map((step, node) => {
    const cell = step * bands + band[node]!
    const own = sizes.get(cell) ?? 0
    sizes.set(cell, own + 1)
    return own
  })
  const count = steps.reduce((most, step) => Math.max(most, step + 1), 0)
  const most = new Array<number>(count).fill(0)
  for (const [cell, size] of sizes) {
    const step = Math.floor(cell / bands)
    most[step] = Math.max(most[step]!, size)
  }
  if (most.every(size => size <= LEAST_FULL)) return [...steps]
  const rows = most.map(size => Math.max(LEAST_FULL, Math.ceil(Math.sqrt(size * ROW_SHARE))))
  let next = 0
  const first = most.map((size, step) => {
    const at = next
    next += Math.max(1, Math.ceil(size / rows[step]!))
    return at
  })
  return steps.map((step, node) => first[step]! + Math.floor(place[node]! / rows[step]!))
}

export interface Folded {
  readonly column: number[]
  readonly columns: number
  /** Each band has a strip of rows for each fold of the flow. */
  readonly strip: number[]
  readonly strips: number
  readonly bandOfStrip: number[]
}

/** Steps as columns of the folds that start at some of them: the first at 0. */
export function folded(
  steps: readonly number[],
  band: readonly number[],
  bands: number,
  starts: readonly number[],
): Folded {
  const foldOf = steps.map(step => lastAtMost(starts, step))
  const column = steps.map((step, node) => step - starts[foldOf[node]!]!)
  return {
    column,
    columns: column.reduce((most, value) => Math.max(most, value + 1), 0),
    strip: band.map((own, node) => own * starts.length + foldOf[node]!),
    strips: bands * starts.length,
    bandOfStrip: Array.from({ length: bands * starts.length }, (_, i) => Math.floor(i / starts.length)),
  }
}

/** What a fold costs, and a line that goes on in the next one, and a loop whose nodes stand in two. */
const FOLD_COST = 4
const LINE_COST = 1
const LOOP_COST = 8
/** And how much shorter than others it is, squared. */
const UNEVEN_COST = 0.3

interface Line {
  readonly from: number
  readonly to: number
}

/** What it costs to go on in the next row before each step. */
function cutCosts(
  steps: readonly number[],
  count: number,
  lines: readonly Line[],
  loops: readonly (readonly number[])[],
): number[] {
  const changes = new Float64Array(count + 1)
  const span = (nodes: readonly number[], cost: number): void => {
    const [first, last] = [
      nodes.reduce((least, node) => Math.min(least, steps[node]!), count),
      nodes.reduce((most, node) => Math.max(most, steps[node]!), 0),
    ]
    if (first >= last) return
    changes[first + 1]! += cost
    changes[last + 1]! -= cost
  }
  for (const { from, to } of lines) span([from, to], LINE_COST)
  for (const nodes of loops) span(nodes, LOOP_COST)
  let sum = 0
  return Array.from({ length: count }, (_, step) => {
    sum += changes[step]!
    return sum
  })
}

/**
 * The steps at which folds start, with at most so many steps in each: evenly, where few lines go on in the next.
 * @param steps of each node
 * @param loops the nodes of each, which stay together where that is possible
 */
export function foldStarts(
  steps: readonly number[],
  most: number,
  lines: readonly Line[],
  loops: readonly (readonly number[])[],
): number[] {
  const count = steps.reduce((last, step) => Math.max(last, step + 1), 0)
  if (count <= most) return [0]
  const cut = cutCosts(steps, count, lines, loops)
  const even = count / Math.ceil(count / most)
  const cost = new Float64Array(count + 1)
  const length = new Int32Array(count + 1)
  for (let end = 1; end <= count; end++) {
    cost[end] = Number.POSITIVE_INFINITY
    for (let own = Math.min(most, end); own >= 1; own--) {
      const start = end - own
      const uneven = UNEVEN_COST * Math.max(0, even - own) ** 2
      const all = cost[start]! + (start > 0 ? FOLD_COST + cut[start]! : 0) + uneven
      if (all < cost[end]!) {
        cost[end] = all
        length[end] = own
      }
    }
  }
  const starts: number[] = []
  for (let end = count; end > 0; end -= length[end]!) starts.unshift(end - length[end]!)
  return starts
}
