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

/** For each new place the old one, in the order of the keys, which are -1 at least; nothing where they stand in order already. */
function sortedPlaces(keys: readonly number[]): number[] | undefined {
  if (keys.every((key, place) => place === 0 || keys[place - 1]! <= key)) return undefined
  const lanes: number[][] = []
  for (let place = 0; place < keys.length; place++) {
    const key = keys[place]! + 1
    const lane = lanes[key]
    if (lane) lane.push(place)
    else lanes[key] = [place]
  }
  return lanes.flat()
}
