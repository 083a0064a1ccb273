/** One picture for two diagrams: everything that either has, and a mark at all that is not the same in both. */
import type { Edge, Graph, Group, Loop, Node } from '../ir/model.js'
import { type NameOf, renamed } from '../ir/references.js'
import type { DiagramDifference } from './diagrams.js'
import type { Difference } from './difference.js'
import type { Marked, Marks } from './mark.js'

/** Both diagrams as one, as the second has what both have, and what is to be marked in it. */
export function unionOf({ before, after, matched, differences }: DiagramDifference): {
  graph: Graph
  marks: Marks
} {
  const marks = { nodes: new Map(), groups: new Map(), edges: new Map(), loops: new Map() } as {
    [K in keyof Marks]: Map<string | number, Marked>
  }
  const only = before && after ? undefined : ({ mark: after ? 'added' : 'removed', notes: [] } as const)
  const graph = before && after ? joined(before, after, matched, marks) : (after ?? before)!
  if (only) markAll(graph, marks, only)
  for (const difference of differences) addMark(marks, difference)
  return { graph, marks: marks as unknown as Marks }
}

const OF = { node: 'nodes', group: 'groups', edge: 'edges', loop: 'loops' } as const

type Making = { readonly [K in keyof Marks]: Map<string | number, Marked> }

function markAll(graph: Graph, marks: Making, marked: Marked): void {
  for (const of of ['nodes', 'groups', 'edges', 'loops'] as const)
    for (const key of graph[of].keys()) marks[of].set(key, marked)
}

/** What is now in the diagram. What went is marked where it is put in. */
function addMark(marks: Making, { element, kind, now, text }: Difference): void {
  if (element === 'diagram' || !now) return
  const key = element === 'node' || element === 'group' ? now.id! : now.place!
  const known = marks[OF[element]].get(key)
  const mark = known?.mark ?? (kind === 'added' ? 'added' : 'changed')
  marks[OF[element]].set(key, { mark, notes: [...(known?.notes ?? []), text] })
}

/** The second graph with what only the first had, behind it in each list. */
function joined(before: Graph, after: Graph, matched: DiagramDifference['matched'], marks: Making): Graph {
  const names = {
    nodes: newNames(before.nodes, after.nodes, matched.nodes),
    groups: newNames(before.groups, after.groups, matched.groups),
  }
  const nameOf: NameOf = (of, id) => names[of].get(id)
  const gone: Marked = { mark: 'removed', notes: [] }
  const nodes = new Map<string, Node>(after.nodes)
  for (const node of before.nodes.values()) {
    if (matched.nodes.has(node.id)) continue
    const id = names.nodes.get(node.id)!
    nodes.set(id, { ...renamed.nodes(node, nameOf), id })
    marks.nodes.set(id, gone)
  }
  const groups = new Map<string, Group>(after.groups)
  for (const group of before.groups.values()) {
    if (matched.groups.has(group.id)) continue
    const id = names.groups.get(group.id)!
    groups.set(id, { ...renamed.groups(group, nameOf), id })
    marks.groups.set(id, gone)
  }
  const edges: Edge[] = [...after.edges]
  for (const [place, edge] of before.edges.entries()) {
    const old = matched.edges.has(place) ? undefined : renamed.edges(edge, nameOf)
    if (!old) continue
    marks.edges.set(edges.length, gone)
    edges.push(old)
  }
  const loops: Loop[] = [...after.loops]
  for (const [place, loop] of before.loops.entries()) {
    if (matched.loops.has(place)) continue
    marks.loops.set(loops.length, gone)
    loops.push(renamed.loops(loop, nameOf))
  }
  return { ...after, nodes, groups: withoutCircles(groups), edges, loops }
}

/** What each element of the first graph is called in the second, or in both where it went. */
function newNames<T>(
  before: ReadonlyMap<string, T>,
  after: ReadonlyMap<string, T>,
  pairs: ReadonlyMap<string, string>,
): Map<string, string> {
  const taken = new Set(after.keys())
  const names = new Map<string, string>()
  for (const id of before.keys()) {
    let name = pairs.get(id)
    if (name === undefined) {
      name = id
      for (let number = 2; taken.has(name); number++) name = `${id} (${number})`
      taken.add(name)
    }
    names.set(id, name)
  }
  return names
}

/** A group that went may stand in one that stands in it now. */
function withoutCircles(groups: Map<string, Group>): Map<string, Group> {
  const sound = new Set<string>()
  for (const start of groups.keys()) {
    const way = new Set<string>()
    let id: string | undefined = start
    while (id !== undefined && groups.has(id) && !sound.has(id) && !way.has(id)) {
      way.add(id)
      id = groups.get(id)!.parent
    }
    if (id !== undefined && way.has(id)) {
      const { parent: _, ...rest } = groups.get(id)!
      groups.set(id, rest as Group)
    }
    for (const each of way) sound.add(each)
  }
  return groups
}
