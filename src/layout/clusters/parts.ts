/**
 * The parts that a graph is laid out in, one after the other: the whole, and every group that keeps a direction of
 * its own. Such a group is a box of a known size for the part that it stands in.
 */
import { addTo } from '../../ir/lists.js'
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
  const children = new Map<string | undefined, Group[]>()
  for (const group of graph.groups.values()) {
    const parent = group.parent !== undefined && graph.groups.has(group.parent) ? group.parent : undefined
    addTo(children, parent, group)
  }
  const order = [...(children.get(undefined) ?? [])]
  for (let i = 0; i < order.length; i++)
    for (const child of children.get(order[i]!.id) ?? []) order.push(child)
  return order
}

/** The groups around an end, from the inside out; for a group that is an end, those around it. */
function around({ nodes, groups }: Graph, { kind, id }: Pick<End, 'kind' | 'id'>): string[] {
  const chain: string[] = []
  let at = kind === 'node' ? nodes.get(id)?.group : groups.get(id)?.parent
  while (at !== undefined && groups.has(at) && chain.length <= groups.size) {
    chain.push(at)
    at = groups.get(at)!.parent
  }
  return chain
}

/** The groups whose border a line crosses. */
function crossedGroups(graph: Graph): ReadonlySet<string> {
  const crossed = new Set<string>()
  for (const { from, to } of graph.edges) {
    const [a, b] = [new Set(around(graph, from)), new Set(around(graph, to))]
    for (const id of a) if (!b.has(id)) crossed.add(id)
    for (const id of b) if (!a.has(id)) crossed.add(id)
  }
  return crossed
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
  const partOf: Parts['partOf'] = ({ kind, id }) => {
    const group = kind === 'node' ? graph.nodes.get(id)?.group : graph.groups.get(id)?.parent
    return (group === undefined ? undefined : inside.get(group)) ?? whole
  }
  return { parts, own, partOf, crossed }
}
