/**
 * The parts that a graph is laid out in, one after the other: the whole, and every group that keeps a direction of
 * its own. Such a group is a box of a known size for the part that it stands in.
 */
import { childrenOf, groupAround, outwards } from '../../ir/group-tree.js'
import type { Direction, End, Graph, Group } from '../../ir/model.js'

export interface Part {
  /** The group whose inside it is; none for the whole. */
  readonly group?: string
  readonly direction: Direction
}

export interface Parts {
  /** The whole first, and every part before those that stand in it. */
  readonly parts: readonly Part[]
  /** By group, the part that stands in it: only for groups with a direction of their own. */
  readonly own: ReadonlyMap<string, Part>
  /** The part that an end of an edge, a node or a group lies in. */
  readonly partOf: (end: Pick<End, 'kind' | 'id'>) => Part
  /** Groups whose direction does not count, because a line crosses their border. */
  readonly crossed: readonly Group[]
}

/** Groups from the outermost inwards. */
function outermostFirst(graph: Graph): Group[] {
  const children = childrenOf(graph.groups)
  const order = [...(children.get(undefined) ?? [])]
  for (let i = 0; i < order.length; i++)
    for (const child of children.get(order[i]!.id) ?? []) order.push(child)
  return order
}

/** The groups whose border a line crosses. */
function crossedGroups(graph: Graph): ReadonlySet<string> {
  const crossed = new Set<string>()
  const around = (end: End) => new Set(outwards(graph.groups, groupAround(graph, end)))
  for (const { from, to } of graph.edges) {
    const [a, b] = [around(from), around(to)]
    for (const id of a) if (!b.has(id)) crossed.add(id)
    for (const id of b) if (!a.has(id)) crossed.add(id)
  }
  return crossed
}

/** The groups that no line leads to, or to anything in them from elsewhere. */
export function groupsAlone(graph: Graph): ReadonlySet<string> {
  const alone = new Set(graph.groups.keys())
  for (const id of crossedGroups(graph)) alone.delete(id)
  for (const { from, to } of graph.edges)
    for (const { kind, id } of [from, to]) if (kind === 'group') alone.delete(id)
  return alone
}

/** A group that no line crosses keeps its direction; any other has that of what it stands in. */
export function partsOf(graph: Graph): Parts {
  const whole: Part = { direction: graph.direction ?? 'TB' }
  const directed = [...graph.groups.values()].some(({ direction }) => direction !== undefined)
  const parts = [whole]
  const own = new Map<string, Part>()
  const crossed: Group[] = []
  const inside = new Map<string, Part>()
  if (directed) {
    const borders = crossedGroups(graph)
    for (const group of outermostFirst(graph)) {
      const outer = (group.parent === undefined ? undefined : inside.get(group.parent)) ?? whole
      const { id, direction } = group
      inside.set(id, outer)
      if (direction === undefined || direction === outer.direction) continue
      if (borders.has(id)) crossed.push(group)
      else {
        const part: Part = { group: id, direction }
        parts.push(part)
        own.set(id, part)
        inside.set(id, part)
      }
    }
  }
  const partOf: Parts['partOf'] = end => {
    const group = groupAround(graph, end)
    return (group === undefined ? undefined : inside.get(group)) ?? whole
  }
  return { parts, own, partOf, crossed }
}
