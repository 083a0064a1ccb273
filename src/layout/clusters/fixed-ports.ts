/** Nodes that edges end at the fields of: every end at such a node has its fixed place. */
import type { Direction, Graph } from '../../ir/model.js'
import type { Point } from '../boxes.js'
import { type FieldEnd, fieldEnds, fieldPlans, type StraightSide, straightSide } from '../lanes/field-ends.js'
import { flowsAcross } from '../lanes/lanes.js'
import type { Size } from '../measure/size.js'
import { sizeOf } from '../measure/sizes.js'

export interface FixedPort extends Point {
  readonly side: StraightSide
}

type EndName = 'from' | 'to'

/** By node id: where the end of an edge, by its number, lies on the node. */
export type FixedPorts = ReadonlyMap<string, (edge: number, end: EndName) => FixedPort>

const FRONTS: { readonly [D in Direction]: readonly [from: StraightSide, to: StraightSide] } = {
  TB: ['bottom', 'top'],
  BT: ['top', 'bottom'],
  LR: ['right', 'left'],
  RL: ['left', 'right'],
}

function portAt({ side, offset }: FieldEnd, { width, height }: Size): FixedPort {
  if (side === 'left' || side === 'right')
    return { side, x: side === 'left' ? 0 : width, y: height / 2 + offset }
  return { side, x: width / 2 + offset, y: side === 'top' ? 0 : height }
}

/** @param own for each edge, whether it counts */
export function fixedPorts(graph: Graph, direction: Direction, own: readonly boolean[]): FixedPorts {
  const across = flowsAcross(graph)
  const planOf = fieldPlans(graph.nodes, across)
  const ends = graph.edges.map((edge, i) => (own[i] ? fieldEnds(edge, planOf, direction) : {}))
  const ports = new Map<string, (edge: number, end: EndName) => FixedPort>()
  ends.forEach((found, i) => {
    for (const name of ['from', 'to'] as const) {
      const { id } = graph.edges[i]![name]
      if (!found[name] || ports.has(id)) continue
      const size = sizeOf(graph.nodes.get(id)!, across)
      ports.set(id, (edge, end) => {
        const side = graph.edges[edge]![end].side
        const usual = FRONTS[direction][end === 'from' ? 0 : 1]
        return portAt(ends[edge]![end] ?? { side: side ? straightSide(side) : usual, offset: 0 }, size)
      })
    }
  })
  return ports
}
