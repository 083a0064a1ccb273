/** Edges that end at a group, where the target only joins nodes: they end at the group's first node. */

import { makeNode } from '../../ir/build.js'
import type { Path } from '../../ir/change.js'
import { change, type Editor, edgeName, groupsOf, nodesOf, short } from '../editor.js'

export function lowerGroupEnds(editor: Editor): void {
  if (editor.target.capabilities.edge.groupEnds) return
  const places = editor.draft.edges.flatMap((edge, place) =>
    (['from', 'to'] as const).filter(end => edge[end].kind === 'group').map(end => ({ place, end })),
  )
  if (places.length === 0) return
  const firstNode = firstNodes(editor)
  for (const { place, end } of places) {
    const edge = editor.draft.edges[place]
    if (!edge) continue
    const group = edge[end].id
    const node = firstNode.get(group) ?? addNode(editor, group)
    firstNode.set(group, node)
    const path: Path = ['edges', place, end]
    const text = `${editor.target.title} has no edges to a group: the ${edgeName(edge)} ends at the first node of “${short(group)}”.`
    change(editor, { code: 'loss/group-end', text, at: edge.at }, [
      [[...path, 'kind'], 'node'],
      [[...path, 'id'], node],
    ])
  }
}

/** For each group, the first node in it or in a group inside it. */
function firstNodes(editor: Editor): Map<string, string> {
  const first = new Map<string, string>()
  const parents = new Map(groupsOf(editor).map(({ id, parent }) => [id, parent]))
  for (const node of nodesOf(editor)) {
    let group = node.group
    while (group !== undefined && !first.has(group)) {
      first.set(group, node.id)
      group = parents.get(group)
    }
  }
  return first
}

/** An empty group that an edge ends at gets a node, so that the edge stays. */
function addNode(editor: Editor, groupId: string): string {
  const group = groupsOf(editor).find(({ id }) => id === groupId)
  const taken = editor.draft.nodes.slotOf
  let id = groupId
  for (let n = 2; taken.has(id); n++) id = `${groupId}_${n}`
  const node = makeNode({ id, shape: 'rectangle', group: groupId, ...(group && { label: group.label }) })
  const text = `An edge ends at the empty group “${short(groupId)}”: a node stands in it now.`
  change(editor, { code: 'loss/group-end', text, at: group?.at }, [[['nodes', id], node]])
  return id
}
