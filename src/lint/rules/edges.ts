/** Edges that are there twice. */

import { differentLeaves } from '../../ir/leaves.js'
import { addTo } from '../../ir/lists.js'
import { type Edge, type End, edgeFields, type Graph } from '../../ir/model.js'
import * as say from '../messages.js'
import { type GraphFinding, isSeen, nameOf } from './rule.js'

/** Edges that say the same as an earlier one: ends, arrowheads, label and look. The order that they stand in says nothing. */
export function duplicateEdges(graph: Graph): GraphFinding[] {
  const alike = new Map<string, Edge[]>()
  const found: GraphFinding[] = []
  for (const [place, edge] of graph.edges.entries()) {
    if (!isSeen(edge)) continue
    const { from, to, label } = edge
    const key = `${from.kind} ${from.id}\u0000${to.kind} ${to.id}\u0000${label.text}`
    const before = alike.get(key)
    if (before?.slice(0, MOST).some(other => saysTheSame(other, edge))) {
      const message = say.edgeAgain({ from: endName(from, graph), to: endName(to, graph) }, edge.at)
      found.push({ message, edge: place })
    } else addTo(alike, key, edge)
  }
  return found
}

/** Between the same two ends, so many earlier edges are looked at. */
const MOST = 20

/** Whether two edges differ in nothing but their ids. */
function saysTheSame(a: Edge, b: Edge): boolean {
  for (const { path } of differentLeaves(edgeFields, a, b)) if (path[0] !== 'id') return false
  return true
}

function endName({ kind, id }: End, { nodes, groups }: Graph): string {
  return kind === 'node' ? nameOf(nodes.get(id)!) : groups.get(id)!.label.text.trim() || id
}
