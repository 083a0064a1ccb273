/**
 * Rows for the nodes of loops: the frame of a loop is a box, and what stands in its rows and columns without being in
 * the loop would seem to be. So a loop's nodes stand in rows of their own, before or after those of the others.
 */

/** For each node the first and last of its band's rows that it should stand in. */
export interface RowBounds {
  readonly first: readonly number[]
  readonly last: readonly number[]
  /** How many rows each band needs for that. */
  readonly rows: readonly number[]
}

/**
 * Sorts the cells that loops reach over, and gives the bounds. Counts only loops within one band, and of those that
 * have columns in common the first.
 * @param cells the nodes of each cell, at `column * bands + band`
 */
export function boundByLoops(
  cells: readonly number[][],
  band: readonly number[],
  bands: number,
  column: readonly number[],
  loops: readonly (readonly number[])[],
): RowBounds {
  const first = band.map(() => 0)
  const last = band.map(() => Number.POSITIVE_INFINITY)
  const rows = new Array<number>(bands).fill(0)
  const taken = new Set<number>()
  for (const loop of loops) {
    const own = loop[0] === undefined ? undefined : band[loop[0]]
    if (own === undefined || loop.some(node => band[node] !== own)) continue
    const members = new Set(loop)
    const from = loop.reduce((least, node) => Math.min(least, column[node]!), Infinity)
    const to = loop.reduce((most, node) => Math.max(most, column[node]!), -Infinity)
    const places = Array.from({ length: to - from + 1 }, (_, i) => (from + i) * bands + own)
    if (places.some(place => taken.has(place))) continue
    for (const place of places) taken.add(place)
    const split = places.map(place => {
      const cell = cells[place]!
      return {
        cell,
        inside: cell.filter(node => members.has(node)),
        others: cell.filter(node => !members.has(node)),
      }
    })
    const above = split.reduce((sum, { cell }) => sum + lead(cell, members), 0) >= 0
    const parts = split.map(({ inside, others }) => (above ? [inside, others] : [others, inside]))
    const height = parts.reduce((most, [upper]) => Math.max(most, upper!.length), 0)
    for (const [i, [upper, lower]] of parts.entries()) {
      const { cell } = split[i]!
      cell.splice(0, cell.length, ...upper!, ...lower!)
      for (const node of upper!) last[node] = height - 1
      for (const node of lower!) first[node] = height
      rows[own] = Math.max(rows[own]!, height + lower!.length)
    }
  }
  return { first, last, rows }
}

/** By how many steps members of a loop stand before the other nodes of a cell. */
function lead(cell: readonly number[], members: ReadonlySet<number>): number {
  let sum = 0
  let before = 0
  cell.forEach((node, i) => {
    if (members.has(node)) {
      sum -= i - before
      before++
    } else sum += before
  })
  return sum
}
