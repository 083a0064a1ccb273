/**
 * The same graph may hold its groups in different orders overall: only the order of siblings is meant. What is laid out or
 * given ids walks groups and nodes in one order, so that the same graph gives the same drawing.
 */
import { childrenOf } from '../ir/group-tree.js'
import { addTo } from '../ir/lists.js'
import type { Graph, Group, Node } from '../ir/model.js'

/** The graph with its groups and nodes in the order of a walk over the tree: in each group, its groups first. */
export function inTreeOrder(graph: Graph): Graph {
  const groups = new Map<string, Group>()
  const nodes = new Map<string, Node>()
  const subgroups = childrenOf(graph.groups)
  const members = new Map<string | undefined, Node[]>()
  for (const node of graph.nodes.values())
    addTo(members, graph.groups.has(node.group ?? '') ? node.group : undefined, node)
  const waiting: (Group | { readonly leave: string | undefined })[] = [{ leave: undefined }]
  for (const group of [...(subgroups.get(undefined) ?? [])].reverse()) waiting.push(group)
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if ('leave' in next) {
      for (const node of members.get(next.leave) ?? []) nodes.set(node.id, node)
      continue
    }
    groups.set(next.id, next)
    waiting.push({ leave: next.id })
    for (const group of [...(subgroups.get(next.id) ?? [])].reverse()) waiting.push(group)
  }
  return { ...graph, groups, nodes }
}
