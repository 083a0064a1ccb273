/** A label that is a table: what its cells look like, and which rows and columns they take. */
import type { Run } from './runs.js'

export interface TableCell {
  readonly runs: readonly Run[]
  readonly text: string
  readonly fill?: string
  /** The colour of its border. */
  readonly stroke?: string
  readonly align?: 'left' | 'right'
  /** How many rows and columns it takes. */
  readonly rows: number
  readonly columns: number
}

/** Where each cell of a table stands, by rows and columns. */
export interface CellPlace {
  readonly row: number
  readonly column: number
  readonly rows: number
  readonly columns: number
}

/** The places of the cells: each takes the first columns of its row that no cell from above reaches into. */
export function placesOf(rows: readonly (readonly TableCell[])[]): readonly (readonly CellPlace[])[] {
  /** By column: the first row that nothing reaches into. */
  const free: number[] = []
  return rows.map((cells, row) => {
    let column = 0
    return cells.map(cell => {
      const columns = cell.columns
      const fits = (at: number): boolean => {
        for (let i = 0; i < columns; i++) if ((free[at + i] ?? 0) > row) return false
        return true
      }
      while (!fits(column)) column++
      const place = { row, column, rows: Math.min(cell.rows, rows.length - row), columns }
      for (let i = 0; i < columns; i++) free[column + i] = row + place.rows
      column += columns
      return place
    })
  })
}
