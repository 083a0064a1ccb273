/** Fields inside of a shape that is no plain box: a smaller box that lies wholly within its outline. */
import type { Shape } from '../../ir/shapes.js'
import type { Box } from '../boxes.js'
import { outlineOf } from './outlines.js'
import type { Size } from './size.js'

/** The part of width and height that a box in the middle of an outline may take. */
const PARTS = { ellipse: 0.7, rhombus: 0.5 } as const
const MARGIN = 20
/** How much more of a shape its upper edge takes. */
const TOPS: ReadonlyMap<Shape, number> = new Map([
  ['cylinder', 14],
  ['disk', 14],
  ['folder', 12],
  ['tab', 12],
])

/** The size of the shape around a box. */
export function framedSize(shape: Shape, { width, height }: Size): Size {
  const outline = outlineOf(shape)
  if (outline === 'box')
    return { width: width + 2 * MARGIN, height: height + 2 * MARGIN + (TOPS.get(shape) ?? 0) }
  return { width: Math.ceil(width / PARTS[outline]), height: Math.ceil(height / PARTS[outline]) }
}

/** The box in a shape of some size. */
export function frameIn(shape: Shape, { width, height }: Size): Box {
  const outline = outlineOf(shape)
  const inner = (length: number): number =>
    Math.round(outline === 'box' ? Math.max(length - 2 * MARGIN, length / 2) : length * PARTS[outline])
  const top = Math.min(TOPS.get(shape) ?? 0, height / 4)
  const [w, h] = [inner(width), inner(height - top)]
  return { x: Math.round((width - w) / 2), y: Math.round((height + top - h) / 2), width: w, height: h }
}
