/** Where new nodes stand in the order of a graph, and those that came into another group. */

import type { PutChange } from '../format.js'
import { outwards } from '../ir/group-tree.js'
import { addTo } from '../ir/lists.js'
import type { Graph, Node } from '../ir/model.js'

/**
 * A text holds the nodes of a group together. So a node that came into a group stands behind the last one that was in it, and one
 * that would stand among the nodes of a group which it is not in, behind them; all others keep their order.
 * @returns `change.after`, its nodes in another order
 */
export function withNodesSettled({ before, after, matched }: PutChange): Graph {
  const { groups, nodes } = matched
  const stayed = new Set<string>()
  for (const [old, id] of nodes) {
    const was = before.nodes.get(old)!.group
    if ((was === undefined ? undefined : groups.get(was)) === after.nodes.get(id)!.group) stayed.add(id)
  }
  if (stayed.size === after.nodes.size) return after
  const around = ({ group }: Node): string[] => [...outwards(after.groups, group)]
  /** The last node in each group that was there, its own ones and all. */
  const lastOwn = new Map<string, string>()
  const lastOfAll = new Map<string, string>()
  for (const node of after.nodes.values()) {
    if (!stayed.has(node.id)) continue
    if (node.group !== undefined) lastOwn.set(node.group, node.id)
    for (const id of around(node)) lastOfAll.set(id, node.id)
  }
  const behind = new Map<string | undefined, Node[]>()
  let previous: Node | undefined
  for (const node of after.nodes.values()) {
    if (stayed.has(node.id)) {
      previous = node
      continue
    }
    const own = new Set(around(node))
    const foreign = previous && around(previous).findLast(id => !own.has(id))
    const anchor =
      (node.group !== undefined && lastOwn.get(node.group)) ||
      (foreign === undefined ? previous?.id : lastOfAll.get(foreign))
    addTo(behind, anchor, node)
  }
  const ordered = [...(behind.get(undefined) ?? [])]
  for (const node of after.nodes.values())
    if (stayed.has(node.id)) ordered.push(node, ...(behind.get(node.id) ?? []))
  return { ...after, nodes: new Map(ordered.map(node => [node.id, node])) }
}
