/** The ways of lines on the page, as far as their file says them: from shape or free end by each bend to the other end. */
import type { RawCell } from '../document/raw.js'
import { numberOf } from '../document/style.js'
import { bendsOf, type EndName, endNames, freeEnd, type Point } from './line-ends.js'

export type Segment = readonly [from: Point, to: Point]

/** The segments of a line; of one that draw.io leads round corners by itself, only those that are sure. */
export function segmentsOf(edge: RawCell, shapeAt: (end: EndName) => RawCell | undefined): Segment[] {
  const [start, finish] = endNames.map(end => shapeAt(end))
  const bends = bendsOf(edge)
  const from = pinned(edge, 'exit', start) ?? (start ? undefined : freeEnd(edge, 'source'))
  const to = pinned(edge, 'entry', finish) ?? (finish ? undefined : freeEnd(edge, 'target'))
  const first = from ?? (start && facing(start, bends[0] ?? to ?? (finish && middleOf(finish))))
  const last = to ?? (finish && facing(finish, bends.at(-1) ?? first))
  const points = [...(first ? [first] : []), ...bends, ...(last ? [last] : [])]
  const segments = points.slice(1).flatMap((point, i): Segment[] => {
    const before = points[i]!
    if (!isOrthogonal(edge) || isStraight(before, point)) return [[before, point]]
    // One corner, or two half way, and which of these is not known but where the shape says on which side the line leaves it.
    const [x, y] = [(before[0] + point[0]) / 2, (before[1] + point[1]) / 2]
    const ways: Point[][] = [
      [[before[0], point[1]]],
      [[point[0], before[1]]],
      ...(bends.length > 0
        ? []
        : [
            [[x, before[1]] as const, [x, point[1]] as const],
            [[before[0], y] as const, [point[0], y] as const],
          ]),
    ]
    return ways.flatMap(corners =>
      [...corners, point].map((to, k): Segment => [k === 0 ? before : corners[k - 1]!, to]),
    )
  })
  return segments
}

/** draw.io leads such lines along the axes. */
const isOrthogonal = ({ style }: RawCell): boolean =>
  /^(?:orthogonal|elbow|entityRelation|segment)/.test(style.get('edgeStyle') ?? '')

const isStraight = (a: Point, b: Point): boolean => Math.abs(a[0] - b[0]) < 1 || Math.abs(a[1] - b[1]) < 1

/** Where a line is fastened that has a fixed point at its shape. */
function pinned(edge: RawCell, end: 'exit' | 'entry', shape: RawCell | undefined): Point | undefined {
  const [x, y] = [numberOf(edge.style.get(`${end}X`)), numberOf(edge.style.get(`${end}Y`))]
  if (!shape || x === undefined || y === undefined) return undefined
  return [shape.box.x + x * shape.box.width, shape.box.y + y * shape.box.height]
}

const middleOf = ({ box }: Pick<RawCell, 'box'>): Point => [box.x + box.width / 2, box.y + box.height / 2]

/** Where a line that comes from a point meets a shape: straight on, where that meets it, else at its middle. */
function facing({ box }: RawCell, from: Point | undefined): Point | undefined {
  const middle = middleOf({ box })
  if (!from) return undefined
  const within = (at: number, low: number, size: number): boolean => at >= low && at <= low + size
  return [
    within(from[0], box.x, box.width) ? from[0] : middle[0],
    within(from[1], box.y, box.height) ? from[1] : middle[1],
  ]
}
