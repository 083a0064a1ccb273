/** Graphs under other names, lists with something put in, and graphs that lost what others refer to. */
import type { Edge, End, Graph, Group, Loop, Node } from '../ir/model.js'

/** What elements are to be called. `undefined` for one that is to be left out. */
type Names = ReadonlyMap<string, string | undefined>

/** A graph under other names. Edges and loops keep their places: those whose ends are left out are `undefined`. */
export interface Named {
  readonly graph: Graph
  readonly edges: readonly (Edge | undefined)[]
  readonly loops: readonly (Loop | undefined)[]
}

/** The graph with every node and group, and every reference to one, under another name. */
export function named(
  graph: Graph,
  { nodes, groups }: { readonly nodes: Names; readonly groups: Names },
): Named {
  const inGroup = <T extends { readonly group?: string }>({ group, ...element }: T) => {
    const name = group === undefined ? undefined : groups.get(group)
    return { ...element, ...(name !== undefined && { group: name }) }
  }
  const end = (value: End): End | undefined => {
    const id = (value.kind === 'node' ? nodes : groups).get(value.id)
    return id === undefined ? undefined : { ...value, id }
  }
  const newNodes = new Map<string, Node>()
  for (const node of graph.nodes.values()) {
    const id = nodes.get(node.id)
    if (id !== undefined) newNodes.set(id, { ...(inGroup(node) as Node), id })
  }
  const newGroups = new Map<string, Group>()
  for (const { parent, ...group } of graph.groups.values()) {
    const id = groups.get(group.id)
    const above = parent === undefined ? undefined : groups.get(parent)
    if (id !== undefined) newGroups.set(id, { ...group, id, ...(above !== undefined && { parent: above }) })
  }
  const edges = graph.edges.map(edge => {
    const [from, to] = [end(edge.from), end(edge.to)]
    return from && to ? { ...edge, from, to } : undefined
  })
  const loops = graph.loops.map(loop => ({
    ...(inGroup(loop) as Loop),
    nodes: loop.nodes.flatMap(id => nodes.get(id) ?? []),
  }))
  return { graph: { ...graph, nodes: newNodes, groups: newGroups }, edges, loops }
}

/**
 * A list with new members in it, each behind the one that stands before it in another list.
 * @param there the list
 * @param order a list with the new members among others
 */
export function inserted(
  there: readonly string[],
  order: readonly string[],
  fresh: ReadonlySet<string>,
): string[] {
  const known = new Set(there)
  const behind = new Map<string | undefined, string[]>()
  let previous: string | undefined
  for (const name of order) {
    if (fresh.has(name)) {
      const list = behind.get(previous)
      if (list) list.push(name)
      else behind.set(previous, [name])
    } else if (known.has(name)) previous = name
  }
  return [undefined, ...there].flatMap(name => [
    ...(name === undefined ? [] : [name]),
    ...(behind.get(name) ?? []),
  ])
}

/** The graph without references to what is not in it any more. */
export function whole(graph: Graph): Graph {
  const { nodes, groups } = graph
  const has = ({ kind, id }: End) => (kind === 'node' ? nodes : groups).has(id)
  const inGroup = <T extends { readonly group?: string }>(element: T): T => {
    if (element.group === undefined || groups.has(element.group)) return element
    const { group: _, ...rest } = element
    return rest as T
  }
  const under = (group: Group): Group => {
    if (group.parent === undefined || groups.has(group.parent)) return group
    const { parent: _, ...rest } = group
    return rest
  }
  return {
    ...graph,
    nodes: new Map([...nodes].map(([id, node]) => [id, inGroup(node)])),
    groups: new Map([...groups].map(([id, group]) => [id, under(group)])),
    edges: graph.edges.filter(({ from, to }) => has(from) && has(to)),
    loops: graph.loops.map(loop => ({ ...inGroup(loop), nodes: loop.nodes.filter(id => nodes.has(id)) })),
  }
}
