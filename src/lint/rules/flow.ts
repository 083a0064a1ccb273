/** Where a flow cannot come to, and where it cannot leave: strongly connected parts without a way in, or without a way out. */
import { addTo } from '../../ir/lists.js'
import type { Graph } from '../../ir/model.js'
import * as say from '../messages.js'
import { circlesOf } from './circles.js'
import { type GraphFinding, isSeen, nameOf, waysOf } from './rule.js'

/** The ways between the nodes of a graph; `undefined` where lines or groups leave open which way it flows. */
function waysIn({ nodes, edges, directed }: Graph): ReadonlyMap<string, readonly string[]> | undefined {
  const ways = new Map<string, string[]>()
  for (const edge of edges) {
    if (!isSeen(edge)) continue
    if (edge.from.kind === 'group' || edge.to.kind === 'group') return undefined
    const found = waysOf(edge, directed)
    if (found.length === 0) return undefined
    for (const [from, to] of found) if (nodes.has(from) && nodes.has(to)) addTo(ways, from, to)
  }
  return ways
}

/**
 * Circles that no way leads into though ways lead out of them to what a start leads to as well, and circles that no way leads out of
 * though ways into them come from where others reach an end.
 */
export function circles(graph: Graph): GraphFinding[] {
  const ways = waysIn(graph)
  if (!ways) return []
  const parts = circlesOf(graph.nodes.keys(), ways)
  const [into, out] = [new Set<number>(), new Set<number>()]
  const loops = new Set<number>()
  for (const [from, targets] of ways) {
    for (const to of targets) {
      const [a, b] = [parts.of.get(from)!, parts.of.get(to)!]
      if (a === b) loops.add(a)
      else {
        out.add(a)
        into.add(b)
      }
    }
  }
  if (loops.size === 0) return []
  const isPoint = (part: number) => parts.members[part]!.length === 1 && !loops.has(part)
  const all = [...parts.members.keys()]
  const starts = all.filter(part => isPoint(part) && !into.has(part) && out.has(part))
  const ends = all.filter(part => isPoint(part) && into.has(part) && !out.has(part))
  const found: GraphFinding[] = []
  const first = (part: number) => graph.nodes.get(parts.members[part]![0]!)!
  for (const part of loops) {
    const node = first(part)
    const count = parts.members[part]!.length
    const name = nameOf(node)
    if (!into.has(part) && out.has(part) && starts.length > 0 && count > 1)
      found.push({ message: say.unreachable({ name }, node.at) })
    else if (!out.has(part) && into.has(part) && ends.length > 0 && count > 1)
      found.push({ message: say.endless({ name, count }, node.at) })
  }
  return found
}
