/** Where the ends of a line were drawn, and which way it leads there. */
import { middleOf } from '../../../src/layout/boxes.js'
import type { DrawnBox } from '../document/box.js'
import type { RawCell } from '../document/raw.js'
import { numberOf } from '../document/style.js'
import type { XmlElement } from '../document/xml.js'
import { isPoints } from '../words/exact.js'

export const endNames = ['source', 'target'] as const
export type EndName = (typeof endNames)[number]

export const otherEnd = (end: EndName): EndName => (end === 'source' ? 'target' : 'source')

/** In pixels on the page. */
export type Point = readonly [x: number, y: number]

/** Where the free end of a line was drawn, on the page. */
export function freeEnd(edge: RawCell, end: EndName): Point | undefined {
  const point = edge.geometry?.children.find(
    ({ name, attributes }) => name === 'mxPoint' && attributes.get('as') === `${end}Point`,
  )
  return point && onPage(edge, point)
}

function onPage({ box }: RawCell, { attributes }: XmlElement): Point {
  return [(numberOf(attributes.get('x')) ?? 0) + box.x, (numberOf(attributes.get('y')) ?? 0) + box.y]
}

/** The bends of a line, on the page. */
export const bendsOf = (edge: RawCell): Point[] =>
  (edge.geometry?.children ?? [])
    .filter(isPoints)
    .flatMap(({ children }) => children.filter(({ name }) => name === 'mxPoint'))
    .map(point => onPage(edge, point))

/** How near to an end of a line, in pixels, a bend says nothing of where the line comes from. */
const SAME = 1

/**
 * The other places of a line, from an end on: its bends, then its other end.
 * @param fastened the shape that the other end is fastened to
 */
export function wayFrom(edge: RawCell, end: EndName, fastened: RawCell | undefined): Point[] {
  const at = freeEnd(edge, end)
  const bends = bendsOf(edge)
  const ordered = end === 'source' ? bends : bends.reverse()
  const far = fastened ? centreOf(fastened) : freeEnd(edge, otherEnd(end))
  const isElsewhere = ([x, y]: Point): boolean => !at || Math.hypot(x - at[0], y - at[1]) > SAME
  return [...ordered.filter(isElsewhere), ...(far ? [far] : [])]
}

/** The box that places lie in. */
export function extentOf(places: readonly Point[]): DrawnBox | undefined {
  const [first, ...more] = places
  if (!first) return undefined
  let [left, top] = first
  let [right, bottom] = first
  for (const [x, y] of more) {
    left = Math.min(left, x)
    right = Math.max(right, x)
    top = Math.min(top, y)
    bottom = Math.max(bottom, y)
  }
  return { x: left, y: top, width: right - left, height: bottom - top }
}

function centreOf({ box }: RawCell): Point {
  const { x, y } = middleOf(box)
  return [x, y]
}
