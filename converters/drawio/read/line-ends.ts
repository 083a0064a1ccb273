/** Where the ends of a line were drawn, and which way it leads there. */
import { middleOf } from '../../../src/layout/boxes.js'
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

/**
 * The place that a line comes from when it gets to an end: its last bend before it, else its other end.
 * @param fastened the shape that the other end is fastened to
 */
export function before(edge: RawCell, end: EndName, fastened: RawCell | undefined): Point | undefined {
  const bends = bendsOf(edge)
  const bend = end === 'source' ? bends[0] : bends.at(-1)
  if (bend) return bend
  if (!fastened) return freeEnd(edge, otherEnd(end))
  const { x, y } = middleOf(fastened.box)
  return [x, y]
}
