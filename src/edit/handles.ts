/**
 * A graph in which elements refer to one another by themselves and not by their ids: a rename costs one step, and nothing can refer
 * to what is not there.
 */
import { addTo } from '../ir/lists.js'
import type { Edge, End, Graph, Group, Loop, Node } from '../ir/model.js'
import { standingIn } from '../ir/references.js'

export interface NodeHandle {
  readonly kind: 'node'
  element: Node
  group: GroupHandle | undefined
  gone: boolean
  /** Its edges to other elements, by where they lead. */
  readonly leaving: Map<Handle, EdgeHandle[]>
}

export interface GroupHandle {
  readonly kind: 'group'
  element: Group
  /** The group that it stands in. */
  group: GroupHandle | undefined
  gone: boolean
  readonly leaving: Map<Handle, EdgeHandle[]>
}

export type Handle = NodeHandle | GroupHandle

export interface EdgeHandle {
  element: Edge
  readonly from: Handle
  readonly to: Handle
  gone: boolean
}

interface LoopHandle {
  readonly element: Loop
  readonly nodes: readonly NodeHandle[]
  readonly group: GroupHandle | undefined
}

/** A graph that is being edited. The tables hold what is there, by its id as it is now; the lists hold everything that ever was, in order. */
export interface Editable {
  fields: Omit<Graph, 'nodes' | 'groups' | 'edges' | 'loops'>
  readonly nodes: Map<string, NodeHandle>
  readonly groups: Map<string, GroupHandle>
  readonly allNodes: NodeHandle[]
  readonly allGroups: GroupHandle[]
  readonly edges: EdgeHandle[]
  readonly loops: LoopHandle[]
}

/** @param graph a sound one */
export function editableOf(graph: Graph): Editable {
  const { nodes, groups, edges, loops, ...fields } = graph
  const editable: Editable = {
    fields,
    nodes: new Map(),
    groups: new Map(),
    allNodes: [],
    allGroups: [],
    edges: [],
    loops: [],
  }
  for (const group of groups.values()) addGroup(editable, group, undefined)
  for (const { id, parent } of groups.values())
    if (parent !== undefined) editable.groups.get(id)!.group = editable.groups.get(parent)
  const at = (group: string | undefined) => (group === undefined ? undefined : editable.groups.get(group))
  for (const node of nodes.values()) addNode(editable, node, at(node.group))
  const end = ({ kind, id }: End): Handle => (kind === 'node' ? editable.nodes : editable.groups).get(id)!
  for (const edge of edges) addEdge(editable, edge, end(edge.from), end(edge.to))
  for (const loop of loops)
    addLoop(
      editable,
      loop,
      loop.nodes.map(id => editable.nodes.get(id)!),
      at(loop.group),
    )
  return editable
}

export function addNode({ nodes, allNodes }: Editable, element: Node, group: GroupHandle | undefined): void {
  const handle: NodeHandle = { kind: 'node', element, group, gone: false, leaving: new Map() }
  nodes.set(element.id, handle)
  allNodes.push(handle)
}

export function addGroup(
  { groups, allGroups }: Editable,
  element: Group,
  group: GroupHandle | undefined,
): void {
  const handle: GroupHandle = { kind: 'group', element, group, gone: false, leaving: new Map() }
  groups.set(element.id, handle)
  allGroups.push(handle)
}

export function addEdge({ edges }: Editable, element: Edge, from: Handle, to: Handle): void {
  const handle: EdgeHandle = { element, from, to, gone: false }
  edges.push(handle)
  addTo(from.leaving, to, handle)
}

export function addLoop(
  { loops }: Editable,
  element: Loop,
  nodes: readonly NodeHandle[],
  group: GroupHandle | undefined,
): void {
  loops.push({ element, nodes, group })
}

/** The graph as it is now. Elements that nothing happened to are the very same values. */
export function graphOf({ fields, allNodes, allGroups, edges, loops }: Editable): Graph {
  const standing = standingGroups(allGroups)
  const idOf = (group: GroupHandle | undefined) => group && standing.get(group)?.element.id
  const nodes = new Map<string, Node>()
  for (const { element, group, gone } of allNodes)
    if (!gone) nodes.set(element.id, standingIn('group', element, idOf(group)))
  const groups = new Map<string, Group>()
  for (const { element, group, gone } of allGroups)
    if (!gone) groups.set(element.id, standingIn('parent', element, idOf(group)))
  return {
    ...fields,
    nodes,
    groups,
    edges: edges.flatMap(edge => (isThere(edge) ? [edgeOf(edge)] : [])),
    loops: loops.flatMap(({ element, nodes: named, group }) => {
      const left = named.filter(({ gone }) => !gone).map(node => node.element.id)
      // A loop whose every node went says nothing any more.
      if (left.length === 0 && named.length > 0) return []
      const same = left.length === named.length && left.every((id, place) => id === element.nodes[place])
      return [standingIn('group', same ? element : { ...element, nodes: left }, idOf(group))]
    }),
  }
}

export function isThere({ gone, from, to }: EdgeHandle): boolean {
  return !gone && !from.gone && !to.gone
}

function edgeOf({ element, from, to }: EdgeHandle): Edge {
  const end = (was: End, { kind, element: { id } }: Handle) =>
    was.id === id && was.kind === kind ? was : { ...was, kind, id }
  const ends = { from: end(element.from, from), to: end(element.to, to) }
  return ends.from === element.from && ends.to === element.to ? element : { ...element, ...ends }
}

/** For each group, itself, or the nearest one around it that is still there. Each chain of groups that went is walked once. */
function standingGroups(groups: readonly GroupHandle[]): ReadonlyMap<GroupHandle, GroupHandle | undefined> {
  const found = new Map<GroupHandle, GroupHandle | undefined>()
  for (const start of groups) {
    const chain: GroupHandle[] = []
    let at: GroupHandle | undefined = start
    for (; at?.gone && !found.has(at); at = at.group) chain.push(at)
    const standing = at?.gone ? found.get(at) : at
    for (const passed of chain) found.set(passed, standing)
    if (!start.gone) found.set(start, start)
  }
  return found
}
