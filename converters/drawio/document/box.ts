/** Boxes on the page, in page coordinates and pixels. */
import type { Box } from '../../../src/layout/boxes.js'

/** As far out as places on the page go: beyond it, ten-thousandths of a pixel are no longer exact. */
const LARGEST = 1e11

/** Coordinates are kept to a ten-thousandth of a pixel, so that adding and taking off an origin is exact. */
export function rounded(value: number): number {
  const result = Math.round(Math.max(-LARGEST, Math.min(LARGEST, value)) * 1e4) / 1e4
  return result === 0 ? 0 : result
}

export function isCoordinate(value: unknown): value is number {
  return typeof value === 'number' && Math.abs(value) <= LARGEST && rounded(value) === value
}

export interface DrawnBox extends Box {
  readonly title?: number
  /** How far a title is moved aside; only in a layout of ours. */
  readonly titleAt?: number
  readonly relative?: Pair
  /** Whether the file leaves the size of the title's strip to draw.io. */
  readonly untold?: boolean
  readonly more?: readonly string[]
  /** The element as its file has it, where it says more than that. */
  readonly source?: string
}

export type Pair = readonly [number, number]

/** Whether a box on the page lies in another one, up to its borders. */
export const holdsBox = (outer: DrawnBox, inner: DrawnBox): boolean =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height
