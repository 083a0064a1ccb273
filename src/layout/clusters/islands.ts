/**
 * What no line leads to starts where the drawing does. ELK lays out all of a graph with groups in the same layers, so that what is by itself would
 * stand in the middle of a high group beside it, or at its end.
 */
import { groupAround, outwards } from '../../ir/group-tree.js'
import { addTo } from '../../ir/lists.js'
import type { Direction, End, Graph } from '../../ir/model.js'
import type { Box, Point } from '../boxes.js'
import type { Size } from '../measure/size.js'
import { rootIn } from './disjoint.js'
import { type Indexes, indexesOf } from './elk-ends.js'

interface Drawn extends Size {
  readonly boxes: ReadonlyMap<string, Box>
  readonly edges: ReadonlyMap<string, { readonly path: readonly Point[]; readonly label?: Point }>
}

/** So far from what stands beside it, an island may be moved past it. */
const APART = 30
/** More islands than these stay where they are. */
const MOST = 40

/** For each node, group and edge by ELK's ids, the number of its island. */
function islandsOf(graph: Graph, { nodes, groups }: Indexes): ReadonlyMap<string, number> {
  const root: number[] = []
  const rootOf = (at: number): number => rootIn(root, at)
  const numbers = new Map<string, number>()
  const outermost = (kind: End['kind'], id: string): string => {
    const parent = groupAround(graph, { kind, id })
    const around = parent === undefined ? undefined : [...outwards(graph.groups, parent)].at(-1)
    return around === undefined ? `${kind} ${id}` : `group ${around}`
  }
  const numberOf = (kind: End['kind'], id: string): number => {
    const key = outermost(kind, id)
    const known = numbers.get(key) ?? root.length
    if (known === root.length) root.push(known)
    numbers.set(key, known)
    return known
  }
  for (const { from, to } of graph.edges)
    root[rootOf(numberOf(from.kind, from.id))] = rootOf(numberOf(to.kind, to.id))
  const found = new Map<string, number>()
  for (const [id, i] of nodes) found.set(`n${i}`, rootOf(numberOf('node', id)))
  for (const [id, i] of groups) found.set(`g${i}`, rootOf(numberOf('group', id)))
  graph.edges.forEach(({ from }, i) => {
    found.set(`e${i}`, rootOf(numberOf(from.kind, from.id)))
  })
  return found
}

const boxAround = (points: readonly Point[]): Box => {
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)]
  const [x, y] = [Math.min(...xs), Math.min(...ys)]
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y }
}

const cornersOf = ({ x, y, width, height }: Box): Point[] => [
  { x, y },
  { x: x + width, y: y + height },
]

const areNear = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width + APART &&
  b.x < a.x + a.width + APART &&
  a.y < b.y + b.height + APART &&
  b.y < a.y + a.height + APART

/** The same with its islands moved to where the flow begins, where nothing of another one is in the way. */
export function withIslandsAtStart<D extends Drawn>(graph: Graph, drawn: D, direction: Direction): D {
  if (graph.groups.size === 0) return drawn
  const islandOf = islandsOf(graph, indexesOf(graph))
  const parts = new Map<number, Box[]>()
  const put = (id: string, box: Box): void => {
    const island = islandOf.get(id)
    if (island !== undefined) addTo(parts, island, box)
  }
  for (const [id, box] of drawn.boxes) put(id, box)
  for (const [id, { path }] of drawn.edges) put(id, boxAround(path))
  if (parts.size < 2 || parts.size > MOST) return drawn
  const axis = direction === 'TB' || direction === 'BT' ? 'y' : 'x'
  const length = axis === 'y' ? 'height' : 'width'
  const atEnd = direction === 'BT' || direction === 'RL'
  const whole = new Map(Array.from(parts, ([island, boxes]) => [island, boxAround(boxes.flatMap(cornersOf))]))
  const edge = (box: Box): number => (atEnd ? box[axis] + box[length] : box[axis])
  const start = atEnd
    ? Math.max(...[...whole.values()].map(edge))
    : Math.min(...[...whole.values()].map(edge))
  const moves = new Map<number, number>()
  const moved = (box: Box, by: number): Box => ({ ...box, [axis]: box[axis] + by })
  for (const [island, box] of whole) {
    const by = start - edge(box)
    if (by === 0) continue
    const place = moved(box, by)
    const isFree = Array.from(parts).every(
      ([other, boxes]) =>
        other === island || boxes.every(one => !areNear(place, moved(one, moves.get(other) ?? 0))),
    )
    if (isFree) moves.set(island, by)
  }
  if (moves.size === 0) return drawn
  const ends = Array.from(whole, ([island, box]) => moved(box, moves.get(island) ?? 0)).map(
    box => box[axis] + box[length],
  )
  const shorter = Math.max(...Array.from(whole.values(), box => box[axis] + box[length])) - Math.max(...ends)
  const by = (id: string): number => moves.get(islandOf.get(id) ?? -1) ?? 0
  const point = (at: Point, distance: number): Point => ({ ...at, [axis]: at[axis] + distance })
  return {
    ...drawn,
    [length]: drawn[length] - Math.max(0, shorter),
    boxes: new Map(Array.from(drawn.boxes, ([id, box]) => [id, moved(box, by(id))])),
    edges: new Map(
      Array.from(drawn.edges, ([id, { path, label }]) => [
        id,
        { path: path.map(at => point(at, by(id))), ...(label && { label: point(label, by(id)) }) },
      ]),
    ),
  }
}
