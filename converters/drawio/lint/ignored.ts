/** Where somebody says in draw.io that findings are meant: a property `diaglot-ignore` (Edit Data) of a shape, a line or the page. */
import type { Ignored } from '../../../src/format.js'
import { cellsOfPages } from './pages.js'

const PROPERTY = 'diaglot-ignore'

/** The page's own property is what Edit Data gives where nothing is chosen: one of the cell that holds the layers. */
export function ignoredInDrawio(text: string): Ignored[] {
  return cellsOfPages(text).flatMap(({ root, cells, at: page }) =>
    cells.flatMap(cell => {
      const words = cell.attributes.get(PROPERTY)
      const at = cell.at
      return words === undefined || !at
        ? []
        : [{ words, at, ...(cell === root ? { over: page, isWide: true } : { over: at }) }]
    }),
  )
}
