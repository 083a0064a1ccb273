/** Law 6 as a function: a graph put into the text that it came from. Gives what breaks it, as a sentence. */

import { matchGraphs } from '../../src/diff/match.js'
import type { Format } from '../../src/format.js'
import { firstDifference } from '../../src/ir/difference.js'
import { edgeFields, type FieldKind, groupFields, loopFields, nodeFields } from '../../src/ir/fields.js'
import { differentLeaves, sameValue } from '../../src/ir/leaves.js'
import type { Graph } from '../../src/ir/model.js'
import { longestIncreasing } from '../../src/put/order.js'
import { loweredToPut, putWith } from '../../src/put/put.js'
import { readWith } from '../../src/read.js'
import type { Breach } from './laws.js'

/** An unchanged graph changes nothing: `put(d, graph(d)) = d`. */
export function putsNothing(format: Format, text: string): Breach {
  const { graphs } = readWith(format, text, {}, [], { carry: false })
  const put = putWith(format, text, graphs)
  if (put.messages.length > 0) return put.messages[0]!.text
  return put.text === text ? undefined : `a graph that is the text’s own changes it:\n${put.text}`
}

/** An edited graph is what the text reads as afterwards, and lines of what nobody edited stay: `read(put(d, g)) = ⌊g⌋`. */
export function putsEdit(format: Format, text: string, edited: Graph): Breach {
  const wanted = loweredToPut(format, edited)
  const put = putWith(format, text, [wanted])
  if (put.messages.length > 0) return `${put.messages[0]!.text}\n${text}`
  const [back] = readWith(format, put.text, {}, [], { carry: false }).graphs
  const difference = back ? firstDifference(back, wanted) : 'nothing is read'
  if (difference !== undefined) return `${difference}\n${text}\n---\n${put.text}`
  const [before] = readWith(format, text, {}, [], { carry: false }).graphs
  const lost = lostLine(text, put.text, before!, wanted)
  return lost === undefined ? undefined : `the line “${lost}” went\n${text}\n---\n${put.text}`
}

/** Lines that say nothing by themselves: they close or turn what others opened, or speak of edges by their numbers. */
const STRUCTURE = /^\s*(?:end|direction \w+|linkStyle .*|subgraph \{?)\s*;?\s*$/

/** A line that mentions nothing that changed and is not there any more. */
function lostLine(text: string, put: string, before: Graph, after: Graph): string | undefined {
  const now = new Set(put.split(/\r\n|\n|\r/))
  const touched = touchedNames(before, after)
  return text
    .split(/\r\n|\n|\r/)
    .find(
      line =>
        /\w/.test(line) &&
        !STRUCTURE.test(line) &&
        !now.has(line) &&
        !touched.some(name => line.includes(name)),
    )
}

/** Ids and labels of whatever changed, and of what changed elements hang on. */
function touchedNames(before: Graph, after: Graph): string[] {
  const { nodes, groups, edges, loops } = matchGraphs(before, after)
  const names = new Set<string>()
  for (const [id, node] of before.nodes)
    if (!isSame(nodeFields, node, after.nodes.get(nodes.get(id) ?? ''))) names.add(id)
  for (const [id, group] of before.groups)
    if (!isSame(groupFields, group, after.groups.get(groups.get(id) ?? ''))) names.add(id)
  for (const [place, edge] of before.edges.entries()) {
    const now = after.edges[edges.get(place) ?? -1]
    if (isSame(edgeFields, edge, now)) continue
    names.add(edge.from.id)
    names.add(edge.to.id)
  }
  for (const [place, loop] of before.loops.entries())
    if (!isSame(loopFields, loop, after.loops[loops.get(place) ?? -1])) names.add(loop.condition)
  for (const [table, pairs] of [
    ['nodes', nodes],
    ['groups', groups],
  ] as const) {
    const places = new Map([...after[table].keys()].map((id, place) => [id, place]))
    const kept = [...before[table].keys()].filter(id => pairs.has(id))
    const stay = longestIncreasing(kept.map(id => places.get(pairs.get(id)!)!))
    for (const [place, id] of kept.entries()) if (!stay.has(place)) names.add(id)
  }
  for (const [id, style] of before.classes)
    if (!sameValue(style, after.classes.get(id) ?? null)) names.add(id)
  // A group that had nothing in it may be written otherwise once it has.
  const filled = new Set([...before.nodes.values()].map(({ group }) => group))
  for (const id of before.groups.keys()) if (!filled.has(id)) names.add(id)
  return [...names]
}

/** Whether nothing of an element differs, under the ids that it and its neighbours have. */
function isSame(kind: FieldKind, a: unknown, b: unknown): boolean {
  return b !== undefined && differentLeaves(kind, a, b).next().done === true
}
