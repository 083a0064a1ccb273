/** How the writer says a shape: with brackets, or with a name in `@{ shape: … }`. */
import type { Node, Value } from '../../../src/ir/model.js'
import { bracketOfShape, nameOfShape } from '../shapes.js'

/**
 * The name that stands in `@{ shape: … }`; `undefined` where brackets, an icon or an image say it. Where there is an
 * icon or an image, brackets say nothing of the shape.
 */
export function writtenShapeName(
  { shape, image }: Pick<Node, 'shape' | 'image'>,
  own: ReadonlyMap<string, Value>,
): string | undefined {
  const icon = own.has('icon')
  if (image !== undefined) return shape === 'image' ? undefined : nameOfShape(shape)
  if (icon) return shape === 'icon' ? undefined : nameOfShape(shape)
  return bracketOfShape(shape) ? undefined : nameOfShape(shape)
}
