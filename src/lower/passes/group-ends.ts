/**
 * Edges that end at a group, where the target only joins nodes. What leads to a group goes on where the flow in the group
 * begins: at its first node that no edge of the group enters. What leads away starts where the flow ends: at the last node that
 * no edge of the group leaves. In a ring, or where that node is the other end or stands in it, it is the first other node.
 */

import { leadsBack } from '../../ir/arrows.js'
import { makeNode } from '../../ir/build.js'
import { type Path, pathTo } from '../../ir/change.js'
import type { End } from '../../ir/model.js'
import { change, type Editor, elementAt, groupsOf, nodesOf } from '../editor.js'
import { type InnerFlow, innerFlowOf } from '../inner-flow.js'
import { nodeForGroup, noGroupEnds } from './group-messages.js'

export function lowerGroupEnds(editor: Editor): void {
  if (editor.target.capabilities.edge.groupEnds) return
  const { edges } = editor.draft
  const places: number[] = []
  for (let place = 0; place < edges.length; place++) {
    const { from, to } = edges[place]!
    if (from.kind === 'group' || to.kind === 'group') places.push(place)
  }
  if (places.length === 0) return
  const members = membersOf(editor)
  for (const place of places) {
    const { from, to } = edges[place]!
    if (from.kind === 'group') settle(editor, members, place, 'from', to)
    // A group that leads to itself does so from its first node to another one.
    const other = from.kind === 'group' && from.id === to.id ? editor.draft.edges[place]!.from : from
    if (to.kind === 'group') settle(editor, members, place, 'to', other)
  }
}

/** Takes an end that is at a group to a node of the group, not to what is at the other end. */
function settle(editor: Editor, members: Members, place: number, name: 'from' | 'to', other: Other): void {
  const edge = editor.draft.edges[place]!
  const group = edge[name].id
  const leaves = (name === 'from') !== leadsBack(edge.from.arrow, edge.to.arrow)
  const node =
    flowNode(members, group, leaves, other) ??
    firstNode(members, group, other) ??
    addNode(editor, members, group)
  const path: Path = ['edges', place, name]
  change(editor, noGroupEnds({ title: editor.target.title, edge, node, group }, edge.at), [
    [pathTo(path, 'kind'), 'node'],
    [pathTo(path, 'id'), node],
  ])
}

type Other = Pick<End, 'kind' | 'id'> | undefined

/** Of what stands in a group: the first two parts, nodes or groups, with the first node of each. */
interface Part {
  readonly part: string
  readonly node: string
  readonly order: number
}

interface Members {
  readonly parts: Map<string, Part[]>
  /** The group that a node or a group stands in, by the name of the part. */
  readonly homes: Map<string, string | undefined>
  readonly flow: InnerFlow
}

const partName = ({ kind, id }: Pick<End, 'kind' | 'id'>): string => `${kind} ${id}`

function membersOf(editor: Editor): Members {
  const homes = new Map(groupsOf(editor).map(({ id, parent }) => [partName({ kind: 'group', id }), parent]))
  const members: Members = { parts: new Map(), homes, flow: innerFlowOf(editor) }
  for (const { id, group } of nodesOf(editor)) enter(members, id, group)
  return members
}

/** Nodes are entered in their order, so that only the first of a group is of interest to the groups around it. */
function enter({ parts, homes }: Members, node: string, home: string | undefined): void {
  const order = homes.size
  let part = partName({ kind: 'node', id: node })
  homes.set(part, home)
  for (let group = home; group !== undefined; group = homes.get(part)) {
    const known = parts.get(group)
    if (!known) parts.set(group, [{ part, node, order }])
    else if (known.length === 1) known.push({ part, node, order })
    if (known) return
    part = partName({ kind: 'group', id: group })
  }
}

/** The node where the flow in a group begins, or ends, unless it is `other` or stands in it. */
function flowNode(
  { homes, flow }: Members,
  group: string,
  leaves: boolean,
  other: Other,
): string | undefined {
  const node = (leaves ? flow.ends : flow.begins).get(group)
  if (node === undefined || !other || (other.kind === 'group' && other.id === group)) return node
  let part: string | undefined = partName({ kind: 'node', id: node })
  while (part !== partName(other)) {
    const around = homes.get(part)
    if (around === undefined) return node
    part = partName({ kind: 'group', id: around })
  }
  return undefined
}

/** The first node of a group that is not `other` and does not stand in it. */
function firstNode({ parts, homes }: Members, group: string, other: Other): string | undefined {
  const all = parts.get(group)?.[0]?.node
  if (!other) return all
  let found: Part | undefined
  let part = partName(other)
  for (let around = homes.get(part); around !== undefined; around = homes.get(part)) {
    const beside = parts.get(around)?.find(candidate => candidate.part !== part)
    if (beside && (!found || beside.order < found.order)) found = beside
    if (around === group) return found?.node
    part = partName({ kind: 'group', id: around })
  }
  return all
}

/** A group that has no node for an edge to end at gets one, so that the edge stays. */
function addNode(editor: Editor, members: Members, groupId: string): string {
  const group = groupsOf(editor).find(({ id }) => id === groupId)
  let id = groupId
  for (let n = 2; elementAt(editor, id); n++) id = `${groupId}_${n}`
  const node = makeNode({ id, shape: 'rectangle', group: groupId, ...(group && { label: group.label }) })
  const others = members.parts.has(groupId)
  change(editor, nodeForGroup({ group: groupId, others }, group?.at), [[['nodes', id], node]])
  enter(members, id, groupId)
  return id
}
