/** The handles of edges that name none, by how each edge runs through the lanes. */
import type { Parts, SidePair } from '../../../src/capabilities.js'
import type { Edge } from '../../../src/ir/model.js'
import { type Asking, courseOf, enterSides, noSidesTaken, plainSides, takeSides } from './free-sides.js'

/** For each edge the sides that it leaves and enters by. @param own whether the diagram is FlowZap's own, and only left some out */
export function handlesFor(parts: Parts, own: boolean): SidePair[] {
  const asking = askingOf(parts)
  const taken = noSidesTaken()
  const branched = new Set<string>()
  const edges = parts.edges.map(edge => ({ edge, asks: asking(edge) }))
  for (const { edge, asks } of edges) if (hasSides(edge)) enterSides(taken, asks)
  return edges.map(({ edge, asks }) => {
    const first = !branched.has(edge.from.id)
    branched.add(edge.from.id)
    if (edge.from.side && edge.to.side) return [edge.from.side, edge.to.side]
    return own ? plainSides(asks, first) : takeSides(taken, asks)
  })
}

function hasSides({ from, to }: Edge): boolean {
  return from.side !== undefined && to.side !== undefined
}

function askingOf({ nodes, groups }: Parts): (edge: Edge) => Asking {
  const lanes = new Map(groups.map(({ id }, place) => [id, place]))
  const places = new Map(nodes.map(({ id }, place) => [id, place]))
  const laneOf = new Map(nodes.map(({ id, group }) => [id, lanes.get(group ?? '') ?? -1]))
  const decisions = new Set(nodes.filter(({ shape }) => shape === 'diamond').map(({ id }) => id))
  const rowOf = (id: string) => laneOf.get(id) ?? 0
  const orderOf = (id: string) => places.get(id) ?? 0
  return ({ from, to }) => ({
    from: from.id,
    to: to.id,
    fromSide: from.side,
    toSide: to.side,
    course: courseOf(from.id === to.id, [rowOf(from.id), rowOf(to.id)], [orderOf(from.id), orderOf(to.id)]),
    branch: decisions.has(from.id),
  })
}
