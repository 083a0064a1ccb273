/** Groups and nodes in the order in which the target writes them, where it can only write them in one: lane by lane, block by block. */
import { graphOf } from '../../ir/change.js'
import { childrenOf } from '../../ir/group-tree.js'
import type { Graph } from '../../ir/model.js'
import { change, type Editor, groupsOf, nodesOf } from '../editor.js'
import { reorders } from '../tally.js'
import { groupOrder, nodeOrder } from './graph-messages.js'

/** Groups in the order in which the target holds those that stand in one group. */
export function lowerGroupOrder(editor: Editor): void {
  const { capabilities, title, same } = editor.target
  if (!capabilities.group.order) return
  const graph = graphOf(editor.draft)
  const { groups } = graph
  const order = capabilities.group.order(graph)
  const inOrder = new Map(order.flatMap(id => (groups.has(id) ? [[id, groups.get(id)!] as const] : [])))
  if (sameSiblings(groups, inOrder)) return
  const { at } = groupsOf(editor)[0] ?? {}
  change(editor, groupOrder({ title, same }, at), [[['order', 'groups'], [...inOrder.keys()]]])
}

function sameSiblings(a: Graph['groups'], b: Graph['groups']): boolean {
  const lists = childrenOf(b)
  return [...childrenOf(a)].every(([parent, groups]) =>
    groups.every(({ id }, place) => lists.get(parent)?.[place]?.id === id),
  )
}

/** Last of all passes: which order is written, depends on groups, ids and extras. Gives the lowered graph where it had to be made, and stays. */
export function lowerNodeOrder(editor: Editor): Graph | undefined {
  const { capabilities, title, same } = editor.target
  if (!capabilities.node.order) return undefined
  const graph = graphOf(editor.draft)
  const order = capabilities.node.order(graph)
  const nodes = nodesOf(editor)
  const first = nodes.find(({ id }, place) => id !== order[place])
  if (!first) return graph
  const moves = reorders(editor.ledger, 'nodes', order)
  change(editor, nodeOrder({ title, same, moves }, first.at), [[['order', 'nodes'], order]])
  return undefined
}
