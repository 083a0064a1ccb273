/** The cells of a page without the colours that its theme gives them: what is left is said by somebody. */
import type { Shape } from '../../../src/ir/shapes.js'
import type { Theme } from '../../../src/theme/theme.js'
import type { RawCell } from '../document/raw.js'
import { shapeOfStyle } from '../words/shape-names.js'
import { unpainted, unpaintedField } from '../words/theme.js'

/** The node that a cell stands in, and the shape that it was painted as. */
interface Inside {
  readonly node: RawCell
  readonly shape: Shape | undefined
}

/** Changes the styles of all cells in the layers. */
export function unpaint(layers: readonly RawCell[], theme: Theme): void {
  const waiting = layers.map((cell): readonly [RawCell, Inside | undefined] => [cell, undefined])
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [cell, inside] = next
    const kind = cell.attributes.get('diaglot-kind')
    // Whoever gives a cell another shape does not paint it.
    const said = cell.attributes.get('diaglot-shape') as Shape | undefined
    const shape = said ?? shapeOfStyle(cell.style)
    const isPart =
      inside && cell.kind === 'vertex' && (kind === undefined || kind === 'field' || kind === 'fields')
    cell.style = isPart
      ? unpaintedField(cell, inside.node.style, theme, inside.shape)
      : unpainted(cell, theme, shape)
    const around = isPart ? inside : kind === 'node' ? { node: cell, shape } : undefined
    for (const child of cell.children) waiting.push([child, around])
  }
}
