/** Edges of DOT end at nodes: which node stands for a group at which an edge ends. */
import type { End, Graph, Group, Node, Value } from '../../src/ir/model.js'

/** For each group, its first own node, or that of its first group with one. */
export function firstNodes(
  nodes: ReadonlyMap<string, Node>,
  groups: ReadonlyMap<string, Group>,
): ReadonlyMap<string, string> {
  const first = new Map<string, string>()
  for (const { id, group } of nodes.values()) {
    if (group !== undefined && !first.has(group)) first.set(group, id)
  }
  const children = new Map<string, string[]>()
  for (const { id, parent } of groups.values()) {
    if (parent === undefined) continue
    const siblings = children.get(parent)
    if (siblings) siblings.push(id)
    else children.set(parent, [id])
  }
  const settled = new Set<string>()
  const settle = (id: string): string | undefined => {
    if (settled.has(id)) return first.get(id)
    settled.add(id)
    for (const child of children.get(id) ?? []) {
      const node = settle(child)
      if (node !== undefined && !first.has(id)) first.set(id, node)
    }
    return first.get(id)
  }
  for (const id of groups.keys()) settle(id)
  return first
}

/**
 * The node to write for an end. A node kept from the source stands for the group as long as it is in it;
 * a group without nodes has an anchor.
 */
export function representatives(
  { nodes, groups }: Pick<Graph, 'nodes' | 'groups'>,
  anchors: ReadonlyMap<string, string>,
): (end: Pick<End, 'kind' | 'id'>, kept: Value | undefined) => string {
  const first = firstNodes(nodes, groups)
  return ({ kind, id }, kept) => {
    if (kind === 'node') return id
    if (typeof kept === 'string' && isInside(kept, id, nodes, groups)) return kept
    return first.get(id) ?? anchors.get(id) ?? id
  }
}

function isInside(
  node: string,
  group: string,
  nodes: ReadonlyMap<string, Node>,
  groups: ReadonlyMap<string, Group>,
) {
  let around = nodes.get(node)?.group
  while (around !== undefined && around !== group) around = groups.get(around)?.parent
  return around === group
}
