/** Which tips of a decision its lines leave at, where no author said so: one with the flow, the others where they lead. */
import { addTo } from '../../ir/lists.js'
import { type Plan, type PlanEdge, type PlanSide, placeOf } from './plan.js'

/**
 * The edges, with those aside that leave a decision in one bunch: the one that leads least far aside keeps the front, another has the tip
 * on the side of its target if nothing else ends there.
 * @param isOpen whether no author chose the side that an edge leaves at
 */
export function atTips(
  plan: Plan,
  edges: readonly PlanEdge[],
  isDecision: (node: number) => boolean,
  isOpen: (edge: number) => boolean,
): PlanEdge[] {
  const taken = new Set(edges.flatMap(({ from, to }) => [placeOf(from), placeOf(to)]))
  const leaving = new Map<number, number[]>()
  edges.forEach(({ from }, i) => {
    if (from.side === 'front' && from.corner === 0 && isOpen(i) && isDecision(from.node))
      addTo(leaving, from.node, i)
  })
  const moved = [...edges]
  for (const [node, own] of leaving) {
    const aside = (i: number): number => plan.row[edges[i]!.to.node]! - plan.row[node]!
    const front = own.reduce((best, i) => (Math.abs(aside(i)) < Math.abs(aside(best)) ? i : best))
    for (const i of own) {
      if (i === front || aside(i) === 0) continue
      const side: PlanSide = aside(i) > 0 ? 'high' : 'low'
      const from = { ...edges[i]!.from, side }
      if (taken.has(placeOf(from))) continue
      taken.add(placeOf(from))
      moved[i] = { ...edges[i]!, from }
    }
  }
  return moved
}
