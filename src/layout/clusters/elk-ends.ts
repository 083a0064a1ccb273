/** What lines end at for ELK: nodes, groups, and ports where their places are known. */
import type { ElkPort } from 'elkjs/lib/elk-api.js'
import { addTo } from '../../ir/lists.js'
import type { Edge, End, Graph, Node, Side } from '../../ir/model.js'
import type { Point } from '../boxes.js'
import { type StraightSide, straightSide } from '../lanes/field-ends.js'
import { sizeOf } from '../measure/sizes.js'
import type { FixedPorts } from './fixed-ports.js'
import type { FlowSides, LineSides } from './sides.js'

const PORT_SIDES: { readonly [S in Side]: string } = {
  left: 'WEST',
  right: 'EAST',
  top: 'NORTH',
  bottom: 'SOUTH',
  'top-left': 'NORTH',
  'top-right': 'NORTH',
  'bottom-left': 'SOUTH',
  'bottom-right': 'SOUTH',
}

/** ELK reads plain objects with string ids, so ids of the graph are replaced by numbers. */
export interface Indexes {
  readonly nodes: ReadonlyMap<string, number>
  readonly groups: ReadonlyMap<string, number>
}

export function indexesOf(graph: Graph): Indexes {
  return {
    nodes: new Map([...graph.nodes.keys()].map((id, i) => [id, i])),
    groups: new Map([...graph.groups.keys()].map((id, i) => [id, i])),
  }
}

export const elkId = ({ kind, id }: Pick<End, 'kind' | 'id'>, { nodes, groups }: Indexes): string =>
  kind === 'node' ? `n${nodes.get(id)}` : `g${groups.get(id)}`

/** What lines without a port need, by what they end at. */
export const count = (ends: Map<string, number>, id: string, room: number): void => {
  ends.set(id, (ends.get(id) ?? 0) + room)
}

/** What the ends of lines are found with. */
export interface Given {
  readonly indexes: Indexes
  readonly ports: Map<string, ElkPort[]>
  readonly fixed: FixedPorts
  readonly decisions: ReadonlySet<string>
  readonly across: boolean
  readonly flow: FlowSides
}

/** The node, group or port that a line ends at. Lines at one tip of a decision share its port. */
export function endOf(
  graph: Graph,
  edge: Edge,
  name: 'from' | 'to',
  i: number,
  line: LineSides,
  given: Given,
): string {
  const { indexes, ports, fixed, decisions, flow } = given
  const end = edge[name]
  const owner = elkId(end, indexes)
  if (end.kind === 'group') return owner
  const place = fixed.get(end.id)?.(i, name)
  const usual = decisions.has(end.id)
    ? (name === 'from') === !line.back
      ? flow.front
      : flow.back
    : undefined
  const side = place?.side ?? end.side ?? line[name] ?? usual
  if (!side) return owner
  // What comes in at one tip is one line there; what leaves has an end of its own.
  const id = usual && name === 'to' ? `p${owner}${straightSide(side)}` : `p${i}${name}`
  const there = ports.get(owner) ?? []
  if (there.some(port => port.id === id)) return id
  const at =
    place ?? (usual && besideTip(tipOf(graph.nodes.get(end.id)!, straightSide(side), given.across), there))
  addTo(ports, owner, {
    id,
    width: 0,
    height: 0,
    ...(at && { x: at.x, y: at.y }),
    layoutOptions: { 'elk.port.side': PORT_SIDES[side] },
  })
  return id
}

/** So far from the tip, in turns before and after it, the lines stand that find it taken. */
const BESIDE_TIP = 14

/** The first place at a tip that no port has. */
function besideTip({ point, along, room }: Tip, ports: readonly ElkPort[]): Point {
  for (let k = 0; k <= ports.length; k++) {
    const step = Math.ceil(k / 2) * BESIDE_TIP * (k % 2 === 0 ? -1 : 1)
    const at = { ...point, [along]: point[along] + Math.max(-room, Math.min(room, step)) }
    if (!ports.some(({ x, y }) => x === at.x && y === at.y)) return at
  }
  return point
}

interface Tip {
  readonly point: Point
  /** The axis along its side, and how far from the tip that is still near the outline. */
  readonly along: 'x' | 'y'
  readonly room: number
}

function tipOf(node: Node, side: StraightSide, across: boolean): Tip {
  const { width, height } = sizeOf(node, across)
  if (side === 'left' || side === 'right')
    return { point: { x: side === 'left' ? 0 : width, y: height / 2 }, along: 'y', room: height * 0.35 }
  return { point: { x: width / 2, y: side === 'top' ? 0 : height }, along: 'x', room: width * 0.35 }
}
