/** A graph that is put into a page, with the places that the page has for what is on it already. */
import type { PutChange } from '../../../src/format.js'
import { sameValue } from '../../../src/ir/leaves.js'
import type { Edge, End, Graph, Group, Node } from '../../../src/ir/model.js'
import { drawnLine, geometryOf, lineGeometry } from '../words/geometry.js'
import { inFile, inFileOf, withInFile } from '../words/in-file.js'
import type { Merged } from './merge.js'

/** @param base the page as it is, read with where everything stands */
export function withOldPlaces(base: Graph, { before, after, matched }: PutChange): Merged {
  const moved = new Set<Node | Group>()
  const nodes = new Map(after.nodes)
  const groups = new Map(after.groups)
  for (const [old, id] of matched.nodes) {
    const node = placed(after.nodes.get(id)!, before.nodes.get(old), base.nodes.get(old), matched.groups)
    const was = before.nodes.get(old)?.group
    if (node.group !== (was && (matched.groups.get(was) ?? was))) moved.add(node)
    nodes.set(id, node)
  }
  for (const [old, id] of matched.groups) {
    const group = placed(after.groups.get(id)!, before.groups.get(old), base.groups.get(old), matched.groups)
    const was = before.groups.get(old)?.parent
    if (group.parent !== (was && (matched.groups.get(was) ?? was))) moved.add(group)
    groups.set(id, group)
  }
  const ids = new Set([...moved].map(({ id }) => id))
  const edgeFrom = placesOf(matched.edges, after.edges.length)
  const sameEnd = (was: End, now: End): boolean => {
    const pairs = was.kind === 'node' ? matched.nodes : matched.groups
    return was.kind === now.kind && pairs.get(was.id) === now.id && was.port === now.port && !ids.has(now.id)
  }
  const edges = after.edges.map((edge, place) => {
    const from = edgeFrom[place]
    const old = from === undefined ? undefined : before.edges[from]
    if (from === undefined || !old) return edge
    const own = placed(edge, old, base.edges[from], matched.groups)
    const [start, end] = [sameEnd(old.from, edge.from), sameEnd(old.to, edge.to)]
    return start && end ? own : unbent(own, start, end)
  })
  const graph = { ...after, ...inFileOf(base), nodes, groups, edges }
  return { graph, edgeFrom, loopFrom: placesOf(matched.loops, after.loops.length), moved, messages: [] }
}

function placesOf(pairs: ReadonlyMap<number, number>, count: number): (number | undefined)[] {
  const from: (number | undefined)[] = Array.from({ length: count })
  for (const [old, now] of pairs) from[now] = old
  return from
}

/** An element as the page has it, unless the graph itself puts it elsewhere. @param names of groups, by what they were called */
function placed<T extends Node | Group | Edge>(
  element: T,
  before: T | undefined,
  base: T | undefined,
  names: ReadonlyMap<string, string>,
): T {
  const was = before && geometryOf(before)
  const now = geometryOf(element)
  if (!base || (now && !sameValue(was, now))) return element
  const on = inFile(base)?.get('on')
  const there = { ...element, ...inFileOf(base) }
  return typeof on === 'string' ? withInFile(there, [['on', names.get(on) ?? on]]) : there
}

/** A line that ends elsewhere now: it goes its own way, and is fixed only where it ends as before. */
function unbent(edge: Edge, start: boolean, end: boolean): Edge {
  const line = drawnLine(edge)
  const elsewhere = [
    ['parent', undefined],
    ['beside', undefined],
  ] as const
  if (!line) return withInFile(edge, elsewhere)
  const { exit, entry, source: _, ...rest } = line
  const free = { ...rest, points: [], ...(start && exit && { exit }), ...(end && entry && { entry }) }
  return withInFile(edge, [['geometry', lineGeometry(free)], ...elsewhere])
}
