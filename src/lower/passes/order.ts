/** Edges and loops lane by lane, where they can only be written in the lane of their source. */
import { change, type Editor, groupsOf, nodesOf } from '../editor.js'

export function lowerOrder(editor: Editor): void {
  if (editor.target.capabilities.edge.order !== 'by-source-lane') return
  const { title, same } = editor.target
  const lanes = new Map(groupsOf(editor).map(({ id }, place) => [id, place]))
  const laneOf = new Map(nodesOf(editor).map(({ id, group }) => [id, lanes.get(group ?? '') ?? -1]))
  const edges = sortedPlaces(editor.draft.edges.map(({ from }) => laneOf.get(from.id) ?? -1))
  if (edges) {
    const text = `${title} writes each edge in the lane of its source, so edges have another order (the order of messages in a sequence view).`
    change(editor, { code: same ? 'repair/edge-order' : 'loss/edge-order', text }, [
      [['order', 'edges'], edges],
    ])
  }
  const loops = sortedPlaces(editor.draft.loops.map(({ group }) => lanes.get(group ?? '') ?? -1))
  if (loops) {
    const text = `${title} writes each loop in its lane, so loops have another order.`
    change(editor, { code: same ? 'repair/loop-order' : 'loss/loop-order', text }, [
      [['order', 'loops'], loops],
    ])
  }
}

/** For each new place the old one, in the order of the keys; nothing where they stand in order already. */
function sortedPlaces(keys: readonly number[]): number[] | undefined {
  if (keys.every((key, place) => place === 0 || (keys[place - 1] ?? 0) <= key)) return undefined
  return keys.map((_, place) => place).sort((a, b) => (keys[a] ?? 0) - (keys[b] ?? 0) || a - b)
}
