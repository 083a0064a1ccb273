/** Law 6 as a function: a graph put into the text that it came from. Gives what breaks it, as a sentence. */

import { matchGraphs } from '../../src/diff/match.js'
import type { Format } from '../../src/format.js'
import { firstDifference } from '../../src/ir/difference.js'
import {
  edgeFields,
  type FieldKind,
  graphFields,
  groupFields,
  loopFields,
  nodeFields,
} from '../../src/ir/fields.js'
import { differentLeaves, sameValue } from '../../src/ir/leaves.js'
import type { Graph, Range } from '../../src/ir/model.js'
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
  const [before] = readWith(format, text, {}, [], { carry: false }).graphs
  const wanted = loweredToPut(format, edited, {}, before)
  const put = putWith(format, text, [wanted])
  if (put.messages.length > 0) return `${put.messages[0]!.text}\n${text}`
  const [back] = readWith(format, put.text, {}, [], { carry: false }).graphs
  const difference = back ? firstDifference(back, wanted) : 'nothing is read'
  if (difference !== undefined) return `${difference}\n${text}\n---\n${put.text}`
  const lost = lostLine(text, put.text, before!, wanted)
  return lost === undefined ? undefined : `the line “${lost}” went\n${text}\n---\n${put.text}`
}

/**
 * Lines that say nothing by themselves: they close or turn what others opened, say once what some edges need, or speak of edges by
 * their numbers.
 */
const STRUCTURE = /^\s*(?:end|direction \w+|linkStyle .*|subgraph \{?|compound=true)\s*;?\s*$/

/** A line that mentions nothing that changed, stands at nothing that changed, and is not there any more. */
function lostLine(text: string, put: string, before: Graph, after: Graph): string | undefined {
  const touched = touchedIn(before, after)
  const bare = (line: string) => (touched.depth ? line.trim() : line)
  const now = new Set(put.split(/\r\n|\n|\r/).map(bare))
  const has = (line: string, names: readonly string[]) => names.some(name => line.includes(name))
  for (const { 0: line, index } of text.matchAll(/[^\r\n]+/g)) {
    if (!/\w/.test(line) || STRUCTURE.test(line) || now.has(bare(line)) || has(line, touched.names)) continue
    // All of a graph, or of a group, on one line.
    if (line.trim() === text.trim() || (/\{.*\}/.test(line) && has(line, touched.around))) continue
    if (!standsAtChanged([index, index + line.length], before, touched)) return line
  }
  return undefined
}

/** Whether a line is part of a statement that changed, or says something of a group, or of the graph, that changed. */
function standsAtChanged([from, to]: Range, { nodes, groups, edges }: Graph, { changed }: Touched): boolean {
  const all = [...nodes.values(), ...groups.values(), ...edges].flatMap(element =>
    element.at ? [{ element, at: element.at, isGroup: 'kind' in element }] : [],
  )
  const here = all.filter(({ at, isGroup }) => !isGroup && at[0] < to && at[1] > from)
  if (here.length > 0) return here.some(({ element }) => changed.has(element))
  const last = (list: typeof all) => list.reduce((a, b) => (b.at[0] > (a?.at[0] ?? -1) ? b : a), list[0])
  const before = last(all.filter(({ at }) => at[0] < to))
  const around = last(all.filter(({ at, isGroup }) => isGroup && at[0] < to && at[1] > to))
  return (before && changed.has(before.element)) || changed.has(around?.element ?? 'graph')
}

interface Touched {
  /** Ids and labels of whatever changed, and of what changed elements hang on; what the graph and its groups said before. */
  readonly names: readonly string[]
  /** Groups into which something came: where all of one stands on a line, the line is another. */
  readonly around: readonly string[]
  /** The elements of the graph as it was that changed; `graph` where it did itself. */
  readonly changed: ReadonlySet<unknown>
  /** Whether groups went or moved, so that what is in them may stand deeper or less deep. */
  readonly depth: boolean
}

function touchedIn(before: Graph, after: Graph): Touched {
  const { nodes, groups, edges, loops } = matchGraphs(before, after)
  const names = new Set<string>()
  const around = new Set<string>()
  const changed = new Set<unknown>()
  const painted = new Set<string>()
  let depth = false
  const said = (kind: FieldKind, a: unknown, b: unknown) => {
    for (const { before: value } of differentLeaves(kind, a, b)) if (value) names.add(String(value))
  }
  for (const [id, node] of before.nodes)
    if (!isSame(nodeFields, node, after.nodes.get(nodes.get(id) ?? ''))) {
      names.add(id)
      changed.add(node)
    }
  for (const [id, group] of before.groups) {
    const now = after.groups.get(groups.get(id) ?? '')
    if (now === undefined || now.parent !== group.parent) depth = true
    if (isSame(groupFields, group, now)) continue
    changed.add(group)
    if (group.style.fill !== now?.style.fill) painted.add(id)
    names.add(id)
    said(groupFields, group, now ?? {})
  }
  // What a node without a fill of its own says depends on the colour behind it.
  for (const node of before.nodes.values())
    for (let at = node.group; at !== undefined; at = before.groups.get(at)?.parent)
      if (painted.has(at)) names.add(node.id)
  if (!isSame(graphFields, before, after)) changed.add('graph')
  said(graphFields, before, after)
  const stayed = new Set([...nodes, ...groups].map(([, id]) => id))
  for (const { id, group } of after.nodes.values())
    if (group !== undefined && before.nodes.get(id)?.group !== group) around.add(group)
  for (const { id, parent } of after.groups.values())
    if (parent !== undefined && !(stayed.has(id) && before.groups.get(id)?.parent === parent))
      around.add(parent)
  for (const [place, edge] of before.edges.entries()) {
    const now = after.edges[edges.get(place) ?? -1]
    if (isSame(edgeFields, edge, now)) continue
    changed.add(edge)
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
  return {
    names: [...names].flatMap(name => name.split('\n')).filter(name => name !== ''),
    around: [...around],
    changed,
    depth,
  }
}

/** Whether nothing of an element differs, under the ids that it and its neighbours have. */
function isSame(kind: FieldKind, a: unknown, b: unknown): boolean {
  return b !== undefined && differentLeaves(kind, a, b).next().done === true
}
