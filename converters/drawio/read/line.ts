/** A line as a person drew it: its bends, where its label stands, and where its ends are fastened. */

import { type Pair, rounded } from '../document/box.js'
import type { RawCell } from '../document/raw.js'
import { numberOf } from '../document/style.js'
import { exactSource, isPoints, moreOf } from '../words/exact.js'
import { type DrawnLine, pinsOf } from '../words/geometry.js'

/** The line as it was drawn, in page coordinates. */
export function lineOf(cell: RawCell): DrawnLine {
  const points: Pair[] = []
  let offset: Pair | undefined
  const coordinate = (
    element: { attributes: ReadonlyMap<string, string> } | undefined,
    name: string,
  ): number => rounded(numberOf(element?.attributes.get(name)) ?? 0)
  for (const child of cell.geometry?.children ?? []) {
    if (isPoints(child)) {
      for (const point of child.children) {
        if (point.name !== 'mxPoint') continue
        points.push([
          rounded(coordinate(point, 'x') + cell.box.x),
          rounded(coordinate(point, 'y') + cell.box.y),
        ])
      }
    } else if (child.name === 'mxPoint' && child.attributes.get('as') === 'offset') {
      offset = [coordinate(child, 'x'), coordinate(child, 'y')]
    }
  }
  // Only of a relative geometry draw.io takes x and y for the place of the label.
  const label: Pair = cell.relative
    ? [coordinate(cell.geometry, 'x'), coordinate(cell.geometry, 'y')]
    : [0, 0]
  const size: Pair = [coordinate(cell.geometry, 'width'), coordinate(cell.geometry, 'height')]
  return {
    points,
    ...((label[0] !== 0 || label[1] !== 0) && { label }),
    ...(offset && (offset[0] !== 0 || offset[1] !== 0) && { offset }),
    exit: pinsOf(cell.style, 'exit'),
    entry: pinsOf(cell.style, 'entry'),
    ...((size[0] !== 0 || size[1] !== 0) && { size }),
    ...moreOf(cell.geometry, 'line'),
    ...exactSource(cell.geometry, 'line'),
  }
}
