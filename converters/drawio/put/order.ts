/** The order of the cells of a page that is brought up to date. */
import { addTo } from '../../../src/ir/lists.js'
import { inserted } from '../../../src/ir/order.js'
import type { RawCell } from '../document/raw.js'
import { isPersonsEdge } from './owner.js'
import { samePlace } from './patch.js'
import type { Side } from './written.js'

/**
 * The ids of the page's cells as they are to stand in the file: those that are there, and new ones behind what they follow.
 * @param relocated those that are there, and are to stand elsewhere
 */
export function orderOf(
  raws: ReadonlyMap<string, RawCell>,
  { cells }: Side,
  relocated: ReadonlySet<string>,
): string[] {
  const ids = [...cells.keys()]
  const there = [...raws.keys()].filter(id => !relocated.has(id))
  return inserted(there, ids, new Set(ids.filter(id => !raws.has(id) || relocated.has(id))))
}

/** Whether a reader, who walks over the tree of cells, meets the edges in the order that they have in the graph. */
export function inOrder(
  order: readonly string[],
  raws: ReadonlyMap<string, RawCell>,
  old: Side,
  now: Side,
  layers: readonly RawCell[],
): boolean {
  const inside = new Map<string, string[]>()
  for (const id of order) {
    const [raw, before, after] = [raws.get(id), old.cells.get(id), now.cells.get(id)]
    const stays = raw && (!before || !after || samePlace(before, after))
    const parent = stays ? raw.parent : (after?.parent ?? '')
    addTo(inside, parent, id)
  }
  const isOurs = (id: string): boolean => !raws.has(id) || !isPersonsEdge(raws.get(id)!)
  const places = new Map(now.page.edgeIds.flatMap((id, i) => (isOurs(id) ? [[id, i] as const] : [])))
  const waiting = layers.map(({ id }) => id).reverse()
  const seen = new Set<string>()
  let last = -1
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (seen.has(id)) continue
    seen.add(id)
    const place = places.get(id) ?? last
    if (place < last) return false
    last = place
    const children = inside.get(id) ?? []
    for (let i = children.length - 1; i >= 0; i--) waiting.push(children[i]!)
  }
  return true
}
