/** Where a line is drawn, about: as the pictures of a page have it. draw.io leads many lines round corners by itself. */
import { type Anchor, alongAxes } from '../../../src/layout/axes.js'
import { type Box, middleOf, type Point } from '../../../src/layout/boxes.js'
import type { RawCell } from '../document/raw.js'
import { numberOf } from '../document/style.js'
import { bendsOf, type EndName, endNames, freeEnd } from './line-ends.js'

/**
 * The points of a line on the page, from border to border; nothing where one of its ends is nowhere.
 * @param shapeAt the shape that an end is fastened to
 */
export function wayOf(
  edge: RawCell,
  shapeAt: (end: EndName) => RawCell | undefined,
): readonly Point[] | undefined {
  const [from, to] = endNames.map(end => anchorOf(edge, end, shapeAt(end)))
  if (!from || !to) return undefined
  const bends = bendsOf(edge).map(([x, y]) => ({ x, y }))
  if (isOrthogonal(edge)) return alongAxes(from, to, bends)
  const points = [from.point ?? middleOf(from.box), ...bends, to.point ?? middleOf(to.box)]
  const first = from.point ?? leaving(from.box, points[1]!)
  const last = to.point ?? leaving(to.box, points[points.length - 2]!)
  return [first, ...bends, last]
}

const isOrthogonal = ({ style }: RawCell): boolean => (style.get('edgeStyle') ?? 'none') !== 'none'

/** What an end of a line is fastened to, or where it was drawn. */
function anchorOf(edge: RawCell, end: EndName, shape: RawCell | undefined): Anchor | undefined {
  if (!shape) {
    const at = freeEnd(edge, end)
    return at && { box: { x: at[0], y: at[1], width: 0, height: 0 }, point: { x: at[0], y: at[1] } }
  }
  const { box } = shape
  const said = (key: string): number | undefined =>
    numberOf(edge.style.get((end === 'source' ? 'exit' : 'entry') + key))
  const [px, py] = [said('X'), said('Y')]
  if (px === undefined || py === undefined) return { box }
  const [dx, dy] = [said('Dx') ?? 0, said('Dy') ?? 0]
  return { box, point: { x: box.x + px * box.width + dx, y: box.y + py * box.height + dy } }
}

/** Where a straight line from the middle of a box to a point crosses its border; the middle where the point lies in the box. */
function leaving(box: Box, to: Point): Point {
  const { x, y } = middleOf(box)
  const [dx, dy] = [to.x - x, to.y - y]
  const share = Math.min(
    dx === 0 ? Number.POSITIVE_INFINITY : box.width / 2 / Math.abs(dx),
    dy === 0 ? Number.POSITIVE_INFINITY : box.height / 2 / Math.abs(dy),
  )
  return share < 1 ? { x: x + dx * share, y: y + dy * share } : { x, y }
}
