/** How the writer says a shape: with brackets, or with a name in `@{ shape: … }`. */
import type { Value } from '../../src/ir/model.js'
import type { Shape } from '../../src/ir/shapes.js'
import { type Bracket, bracketOfShape, nameOfShape } from './shapes.js'

/** The brackets to write a shape with, unless other properties want `@{ }` around them. */
export function writtenBracket(shape: Shape): Bracket | undefined {
  return bracketOfShape(shape)
}

/** The name to write in `@{ shape: … }`; none where brackets, an icon or an image say it all. */
export function writtenShapeName(shape: Shape, data: ReadonlyMap<string, Value>): string | undefined {
  if (shape === 'image' || bracketOfShape(shape)) return undefined
  if (shape === 'icon' && data.has('icon')) return undefined
  return nameOfShape(shape)
}
