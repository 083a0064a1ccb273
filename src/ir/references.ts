/** What elements of a graph refer to: the groups that they stand in, the ends of edges, the nodes of loops. */
import type { Edge, End, Group, Loop, Node } from './model.js'

/** What a node or a group is called now; nothing where there is none any more. */
export type NameOf = (of: 'nodes' | 'groups', id: string) => string | undefined

/** An element with the groups and nodes that it refers to under other names. One that refers to nothing else is the very same. */
export const renamed = {
  nodes: (node: Node, nameOf: NameOf): Node => within('group', node, nameOf),
  groups: (group: Group, nameOf: NameOf): Group => within('parent', group, nameOf),
  /** Nothing where an end is not there any more. */
  edges: (edge: Edge, nameOf: NameOf): Edge | undefined => {
    const [from, to] = [endOf(edge.from, nameOf), endOf(edge.to, nameOf)]
    return from && to && { ...edge, from, to }
  },
  loops: (loop: Loop, nameOf: NameOf): Loop => ({
    ...within('group', loop, nameOf),
    nodes: loop.nodes.flatMap(id => nameOf('nodes', id) ?? []),
  }),
}

function within<K extends string, T extends { readonly [P in K]?: string }>(
  field: K,
  element: T,
  nameOf: NameOf,
): T {
  const id: string | undefined = element[field]
  return id === undefined ? element : standingIn(field, element, nameOf('groups', id))
}

/** An element in another group, or in none. */
export function standingIn<K extends string, T extends { readonly [P in K]?: string }>(
  field: K,
  element: T,
  group: string | undefined,
): T {
  if (element[field] === group) return element
  if (group !== undefined) return { ...element, [field]: group }
  const { [field]: _, ...rest } = element
  return rest as unknown as T
}

function endOf(end: End, nameOf: NameOf): End | undefined {
  const id = nameOf(end.kind === 'node' ? 'nodes' : 'groups', end.id)
  return id === undefined ? undefined : { ...end, id }
}
