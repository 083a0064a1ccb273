/** The handles of edges that name none, by how each edge runs through the lanes. */
import type { Parts, SidePair } from '../../../src/capabilities.js'
import type { Edge } from '../../../src/ir/model.js'
import { type Asking, courseOf, enterSides, noSidesTaken, plainSides, takeSides } from './free-sides.js'

/** For each edge the sides that it leaves and enters by. @param own whether the diagram is FlowZap's own, and only left some out */
export function handlesFor(parts: Parts, own: boolean): SidePair[] {
  const { asking, count } = askingOf(parts)
  const taken = noSidesTaken(count)
  const branched = new Set<string>()
  for (const edge of parts.edges) if (hasSides(edge)) enterSides(taken, asking(edge))
  return parts.edges.map(edge => {
    const { from, to } = edge
    const first = own && !branched.has(from.id)
    if (first) branched.add(from.id)
    if (from.side && to.side) return [from.side, to.side]
    return own ? plainSides(asking(edge), first) : takeSides(taken, asking(edge))
  })
}

function hasSides({ from, to }: Edge): boolean {
  return from.side !== undefined && to.side !== undefined
}

/** How edges ask, and how many there are that they may end at: nodes, and groups behind them. */
function askingOf({ nodes, groups }: Parts): { asking: (edge: Edge) => Asking; count: number } {
  const lanes = new Map<string, number>()
  for (const { id } of groups) lanes.set(id, lanes.size)
  const places = new Map<string, number>()
  const rows: number[] = []
  for (const { id, group } of nodes) {
    places.set(id, rows.length)
    rows.push(lanes.get(group ?? '') ?? -1)
  }
  for (const { id } of groups) if (!places.has(id)) places.set(id, places.size)
  const rowOf = (place: number) => rows[place] ?? 0
  const orderOf = (place: number) => (place < nodes.length ? place : 0)
  const asking = ({ from, to }: Edge): Asking => {
    const source = places.get(from.id) ?? 0
    const sink = places.get(to.id) ?? 0
    return {
      from: source,
      to: sink,
      fromSide: from.side,
      toSide: to.side,
      course: courseOf(source === sink, rowOf(source), rowOf(sink), orderOf(source), orderOf(sink)),
      branch: nodes[source]?.shape === 'diamond',
    }
  }
  return { asking, count: places.size }
}
