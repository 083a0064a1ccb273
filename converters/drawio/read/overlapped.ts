/** Which shape a picture lies over: a badge at the corner of a node is a part of that. */
import type { Box } from '../../../src/layout/boxes.js'
import { gridOfBoxes, meeting } from '../../../src/layout/measure/grid.js'
import type { RawCell } from '../document/raw.js'
import { areaOf } from './lying.js'

/** Of this share of its area, at least, a picture lies over what it is a part of. */
const SHARE = 0.25

/** Larger than this, in pixels, a picture is no badge. */
const LARGEST = 300

/** @returns by picture: the shape that most of it lies over, where it is no larger than that */
export function overlapped(
  pictures: readonly RawCell[],
  shapes: readonly RawCell[],
): ReadonlyMap<RawCell, RawCell> {
  const found = new Map<RawCell, RawCell>()
  if (pictures.length === 0 || shapes.length === 0) return found
  const cells = new Map<Box, RawCell>(shapes.map(cell => [cell.box, cell]))
  const grid = gridOfBoxes([...cells.keys()])
  for (const picture of pictures) {
    if (Math.max(picture.box.width, picture.box.height) > LARGEST) continue
    let most = areaOf(picture.box) * SHARE
    for (const box of meeting(grid, picture.box)) {
      const cell = cells.get(box)!
      const shared = sharedArea(box, picture.box)
      if (cell === picture || shared < most || shared === 0 || areaOf(cell.box) < areaOf(picture.box))
        continue
      if (shared === most && found.has(picture) && found.get(picture)!.order > cell.order) continue
      most = shared
      found.set(picture, cell)
    }
  }
  return found
}

function sharedArea(a: Box, b: Box): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y)
  return width > 0 && height > 0 ? width * height : 0
}
