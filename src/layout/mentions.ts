/**
 * A graph keeps the order of its groups and that of its nodes, but not how the two mix. Where a diagram starts shows in
 * its edges: the end that an edge names first stands first.
 */
import type { Graph, Group, Node } from '../ir/model.js'

/** For each node and group, by its kind and id, the place at which the first edge names it or something inside it. */
function mentions({ edges, nodes, groups }: Graph): ReadonlyMap<string, number> {
  const places = new Map<string, number>()
  let place = 0
  for (const { from, to } of edges) {
    for (const { kind, id } of [from, to]) {
      place++
      if (kind === 'node' && !places.has(`node ${id}`)) places.set(`node ${id}`, place)
      // A group that has been named has had its place given to all groups around it.
      for (
        let at = kind === 'node' ? nodes.get(id)?.group : id;
        at !== undefined && !places.has(`group ${at}`);
        at = groups.get(at)?.parent
      ) {
        places.set(`group ${at}`, place)
      }
    }
  }
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
  const siblings = (parent: string | undefined) => {
    const known = inside.get(parent) ?? { groups: [], nodes: [] }
    inside.set(parent, known)
    return known
  }
  for (const group of groups) siblings(group.parent).groups.push(group)
  for (const node of nodes) siblings(node.group).nodes.push(node)
  return [...inside.values()].flatMap(both => merged(both.groups, both.nodes, places))
}

function merged(
  groups: readonly Group[],
  nodes: readonly Node[],
  places: ReadonlyMap<string, number>,
): (Group | Node)[] {
  const placeOf = (key: string): number => places.get(key) ?? Number.POSITIVE_INFINITY
  const list: (Group | Node)[] = []
  let n = 0
  for (const group of groups) {
    const place = placeOf(`group ${group.id}`)
    while (n < nodes.length && placeOf(`node ${nodes[n]!.id}`) < place) list.push(nodes[n++]!)
    list.push(group)
  }
  return [...list, ...nodes.slice(n)]
}
