/** Edges of DOT end at nodes: which node stands for a group at which an edge ends. */
import { childrenOf, isAround } from '../../../src/ir/group-tree.js'
import type { Edge, End, Graph, Group, Node, Value } from '../../../src/ir/model.js'
import { clusterName } from './names.js'

/** For each group, its first own node, or that of its first group with one. */
export function firstNodes(
  nodes: ReadonlyMap<string, Node>,
  groups: ReadonlyMap<string, Group>,
): ReadonlyMap<string, string> {
  const first = new Map<string, string>()
  for (const { id, group } of nodes.values()) {
    if (group !== undefined && !first.has(group)) first.set(group, id)
  }
  const children = childrenOf(groups)
  const settled = new Set<string>()
  const settle = (id: string): string | undefined => {
    if (settled.has(id)) return first.get(id)
    settled.add(id)
    for (const child of children.get(id) ?? []) {
      const node = settle(child.id)
      if (node !== undefined && !first.has(id)) first.set(id, node)
    }
    return first.get(id)
  }
  for (const id of groups.keys()) settle(id)
  return first
}

/** Where an edge ends in DOT: the nodes to write, and the clusters at whose edges Graphviz is to stop the line. */
export interface EdgeEnds {
  readonly tail: string
  readonly head: string
  readonly ltail?: string
  readonly lhead?: string
}

/**
 * The ends to write for an edge. A node kept from the source stands for a group as long as it is in it; a group without
 * nodes has an anchor. So has a group that holds what is at the other end: Graphviz cannot stop a line at a cluster
 * that it never enters (“tail is inside head cluster”), and an edge to another node of the group would mean that node.
 */
export function representatives(
  graph: Pick<Graph, 'nodes' | 'groups'>,
  anchors: ReadonlyMap<string, string>,
): (edge: Pick<Edge, 'from' | 'to' | 'extras'>) => EdgeEnds {
  const { nodes, groups } = graph
  const first = firstNodes(nodes, groups)
  const standIn = ({ id }: End, kept: Value | undefined): string => {
    if (typeof kept === 'string' && isAround(groups, id, nodes.get(kept)?.group)) return kept
    return first.get(id) ?? anchors.get(id) ?? id
  }
  return ({ from, to, extras }) => {
    if (from.kind === 'node' && to.kind === 'node') return { tail: from.id, head: to.id }
    const own = extras.get('dot')
    const endAt = (end: End, other: End, key: 'from' | 'to') => {
      if (end.kind === 'node') return { node: end.id }
      if (holds(end.id, other, graph)) return { node: anchors.get(end.id) ?? end.id }
      return { node: standIn(end, own?.get(key)), cluster: end.id }
    }
    const tail = endAt(from, to, 'from')
    const head = endAt(to, from, 'to')
    return {
      tail: tail.node,
      head: head.node,
      ...(tail.cluster !== undefined && { ltail: tail.cluster }),
      ...(head.cluster !== undefined && { lhead: head.cluster }),
    }
  }
}

/** The ends of the edges of a graph, with anchors where it needs some. */
export function endsIn(graph: Graph): ReturnType<typeof representatives> {
  return representatives(graph, anchorsOf(graph))
}

/** By group at which edges end where only an anchor can stand for it, what that is called. */
export function anchorsOf(graph: Graph): ReadonlyMap<string, string> {
  const first = firstNodes(graph.nodes, graph.groups)
  const found = new Map<string, string>()
  const taken = new Set<string>()
  const isTaken = (name: string) => graph.nodes.has(name) || taken.has(name)
  for (const { from, to } of graph.edges) {
    if (from.kind !== 'group' && to.kind !== 'group') continue
    for (const [{ kind, id }, other] of [
      [from, to],
      [to, from],
    ] as const) {
      if (kind !== 'group' || found.has(id) || (first.has(id) && !holds(id, other, graph))) continue
      let name = clusterName(id)
      while (isTaken(name)) name += '_'
      taken.add(name)
      found.set(id, name)
    }
  }
  return found
}

/** Whether edges end at groups. */
export function hasGroupEnds({ edges }: Pick<Graph, 'edges'>): boolean {
  return edges.some(({ from, to }) => from.kind === 'group' || to.kind === 'group')
}

type Elements = Pick<Graph, 'nodes' | 'groups'>

/** Whether a group is, or holds, what is at an end. */
export function holds(group: string, { kind, id }: End, graph: Elements): boolean {
  return isAround(graph.groups, group, kind === 'node' ? graph.nodes.get(id)?.group : id)
}
