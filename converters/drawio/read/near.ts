/** Which cells of a page may lie near a point, without a look at all of them. */
import type { DrawnBox } from '../document/box.js'
import type { RawCell } from '../document/raw.js'

/** Pixels: some shapes wide, so that few stand in one column. */
const COLUMN = 256
/** What reaches over more columns than that is looked at for every point. */
const MOST_COLUMNS = 64

export class NearCells {
  readonly #columns = new Map<number, RawCell[]>()
  readonly #wide: RawCell[] = []

  /**
   * @param cells in the order in which they are found again
   * @param boxesOf what counts as the cell, in pixels of the page
   * @param reach how far from that a point may lie, in pixels
   */
  constructor(cells: readonly RawCell[], boxesOf: (cell: RawCell) => readonly DrawnBox[], reach: number) {
    for (const cell of cells) {
      const boxes = boxesOf(cell)
      const first = columnOf(Math.min(...boxes.map(({ x }) => x)) - reach)
      const last = columnOf(Math.max(...boxes.map(({ x, width }) => x + width)) + reach)
      if (!(last - first < MOST_COLUMNS)) this.#wide.push(cell)
      else for (let column = first; column <= last; column++) this.#add(column, cell)
    }
  }

  /** All that may lie so near to a point with this x, and some that do not. */
  at(x: number): readonly RawCell[] {
    const near = this.#columns.get(columnOf(x)) ?? []
    return this.#wide.length > 0 ? [...this.#wide, ...near] : near
  }

  #add(column: number, cell: RawCell): void {
    const known = this.#columns.get(column)
    if (known) known.push(cell)
    else this.#columns.set(column, [cell])
  }
}

const columnOf = (x: number): number => Math.floor(x / COLUMN)
