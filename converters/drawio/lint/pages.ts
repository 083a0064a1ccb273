/** The pages of a file by their cells, for what looks at them beside the reader. */
import type { Range } from '../../../src/ir/model.js'
import { pagesOf } from '../document/envelope.js'
import { type RawCell, readCells } from '../document/raw.js'

export interface CellsOfPage {
  readonly name: string
  /** What holds the layers. */
  readonly root: RawCell
  /** In the order of the file. */
  readonly cells: readonly RawCell[]
  /** Where the page stands in the text. */
  readonly at: Range
}

export function cellsOfPages(text: string): CellsOfPage[] {
  return pagesOf(text).pages.map(({ model, name, placed, at = [0, text.length] }, place) => {
    const root = model.children.find(({ name }) => name === 'root')
    const page = readCells(root, placed ? undefined : at)
    return {
      name: name ?? String(place + 1),
      root: page.root,
      cells: [...page.cells.values()],
      at: placed ? [model.start, model.end] : at,
    }
  })
}
