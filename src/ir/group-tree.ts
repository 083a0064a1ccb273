/** Groups in groups: what stands in what, walked without recursion, also where groups stand in one another in a circle. */
import { addTo } from './lists.js'
import type { End, Graph, Group } from './model.js'

type Elements = Pick<Graph, 'nodes' | 'groups'>

/** The group that a node or a group stands in. */
export function groupAround(
  { nodes, groups }: Elements,
  { kind, id }: Pick<End, 'kind' | 'id'>,
): string | undefined {
  return kind === 'node' ? nodes.get(id)?.group : groups.get(id)?.parent
}

/** A group and those around it, from the inside out. */
export function* outwards(groups: Graph['groups'], inner: string | undefined): Generator<string> {
  let id = inner
  for (let steps = groups.size; id !== undefined && steps >= 0; steps--) {
    yield id
    id = groups.get(id)?.parent
  }
}

/** Whether a group is `inner` or one of those around it. */
export function isAround(groups: Graph['groups'], group: string, inner: string | undefined): boolean {
  for (const id of outwards(groups, inner)) if (id === group) return true
  return false
}

/** The groups in each group, in their order; those of no group that is there under `undefined`. */
export function childrenOf(groups: Graph['groups']): Map<string | undefined, Group[]> {
  const children = new Map<string | undefined, Group[]>()
  for (const group of groups.values()) {
    const { parent } = group
    addTo(children, parent !== undefined && groups.has(parent) ? parent : undefined, group)
  }
  return children
}
