/**
 * A graph keeps the order of its groups and that of its nodes, but not how the two mix. Where a diagram starts shows in
 * the edges between them: the one that such an edge leaves first stands first.
 */

import { groupAround, outwards } from '../../ir/group-tree.js'
import { entryOf } from '../../ir/lists.js'
import type { Edge, End, Graph, Group, Node } from '../../ir/model.js'

/** An end and the groups around it, from the inside out, by kind and id. */
function chainOf(graph: Graph, end: End): string[] {
  const groups = Array.from(outwards(graph.groups, groupAround(graph, end)), id => `group ${id}`)
  return [`${end.kind} ${end.id}`, ...groups]
}

/**
 * The two that an edge leads between among those that stand beside each other: its ends, or the groups that hold them.
 * By kind and id; nothing where one end stands in the other, or they are the same.
 */
export function siblingsOf(graph: Graph, { from, to }: Edge): readonly [string, string] | undefined {
  const [a, b] = [chainOf(graph, from), chainOf(graph, to)]
  while (a.length > 0 && b.length > 0 && a.at(-1) === b.at(-1)) {
    a.pop()
    b.pop()
  }
  const [first, second] = [a.at(-1), b.at(-1)]
  return first === undefined || second === undefined ? undefined : [first, second]
}

/**
 * For each node and group, by its kind and id, the place at which an edge first leads from it, or from something inside
 * it, to one that stands beside it, or the other way round.
 */
function mentions(graph: Graph): ReadonlyMap<string, number> {
  const places = new Map<string, number>()
  graph.edges.forEach((edge, i) => {
    const pair = siblingsOf(graph, edge)
    pair?.forEach((key, k) => {
      if (!places.has(key)) places.set(key, 2 * i + k)
    })
  })
  return places
}

/**
 * Groups and nodes in one list, for each group that they stand in. Among those of one group each kind keeps its own
 * order: of the two that are next comes the one that is named first.
 */
export function inOrderOfMention(
  graph: Graph,
  groups: readonly Group[],
  nodes: readonly Node[],
): (Group | Node)[] {
  const places = mentions(graph)
  const inside = new Map<string | undefined, { groups: Group[]; nodes: Node[] }>()
  const siblings = (parent: string | undefined) => entryOf(inside, parent, () => ({ groups: [], nodes: [] }))
  for (const group of groups) siblings(group.parent).groups.push(group)
  for (const node of nodes) siblings(node.group).nodes.push(node)
  return [...inside.values()].flatMap(both => merged(both.groups, both.nodes, places))
}

function merged(
  groups: readonly Group[],
  nodes: readonly Node[],
  places: ReadonlyMap<string, number>,
): (Group | Node)[] {
  const orderOf = (key: string): number => places.get(key) ?? Number.POSITIVE_INFINITY
  const list: (Group | Node)[] = []
  let n = 0
  for (const group of groups) {
    const place = orderOf(`group ${group.id}`)
    while (n < nodes.length && orderOf(`node ${nodes[n]!.id}`) < place) list.push(nodes[n++]!)
    list.push(group)
  }
  return [...list, ...nodes.slice(n)]
}
