/** Edges and loops lane by lane, where they can only be written in the lane of their source. */
import type { Range } from '../../ir/model.js'
import { change, type Editor, groupsOf, nodesOf } from '../editor.js'
import { edgeOrder, loopOrder } from './graph-messages.js'

export function lowerOrder(editor: Editor): void {
  if (editor.target.capabilities.edge.order !== 'by-source-lane') return
  const { title, same } = editor.target
  const lanes = new Map(groupsOf(editor).map(({ id }, place) => [id, place]))
  const laneOf = new Map(nodesOf(editor).map(({ id, group }) => [id, lanes.get(group ?? '') ?? -1]))
  const edges = sortedPlaces(editor.draft.edges.map(({ from }) => laneOf.get(from.id) ?? -1))
  if (edges) {
    const at = firstMoved(edges, editor.draft.edges)
    change(editor, edgeOrder({ title, same }, at), [[['order', 'edges'], edges]])
  }
  const loops = sortedPlaces(editor.draft.loops.map(({ group }) => lanes.get(group ?? '') ?? -1))
  if (loops) {
    const at = firstMoved(loops, editor.draft.loops)
    change(editor, loopOrder({ title, same }, at), [[['order', 'loops'], loops]])
  }
}

/** Where the first element stands that comes elsewhere now. */
function firstMoved(
  order: readonly number[],
  elements: readonly { readonly at?: Range }[],
): Range | undefined {
  const place = order.findIndex((old, now) => old !== now)
  return elements[place]?.at
}

/** For each new place the old one, in the order of the keys; nothing where they stand in order already. */
function sortedPlaces(keys: readonly number[]): number[] | undefined {
  if (keys.every((key, place) => place === 0 || (keys[place - 1] ?? 0) <= key)) return undefined
  return keys.map((_, place) => place).sort((a, b) => (keys[a] ?? 0) - (keys[b] ?? 0) || a - b)
}
