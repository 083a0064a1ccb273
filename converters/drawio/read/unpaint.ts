/** The cells of a page without the colours that its theme gives them: what is left is said by somebody. */
import type { Shape } from '../../../src/ir/shapes.js'
import type { Theme } from '../../../src/theme/theme.js'
import type { RawCell } from '../document/raw.js'
import { shapeOfStyle } from '../words/shape-names.js'
import { unpainted } from '../words/theme.js'

/** Changes the styles of all cells in the layers. */
export function unpaint(layers: readonly RawCell[], theme: Theme): void {
  const waiting = [...layers]
  for (let cell = waiting.pop(); cell; cell = waiting.pop()) {
    // The shape that it was painted as: who gives a cell another shape does not paint it.
    const said = cell.attributes.get('diaglot-shape') as Shape | undefined
    cell.style = unpainted(cell, theme, said ?? shapeOfStyle(cell.style))
    for (const child of cell.children) waiting.push(child)
  }
}
