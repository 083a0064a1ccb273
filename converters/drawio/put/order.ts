/** The order of the cells of a page that is brought up to date. */
import { addTo } from '../../../src/ir/lists.js'
import { longestIncreasing } from '../../../src/ir/order.js'
import type { RawCell } from '../document/raw.js'
import { isPersonsEdge } from './owner.js'
import { samePlace } from './patch.js'
import type { Side } from './written.js'

/**
 * The ids of the page's cells as they are to stand in the file: those that are there, and new ones among the others in the same cell,
 * for a reader meets what stands in a cell in the order of the file.
 * @param relocated those that are there, and are to stand elsewhere
 */
export function orderOf(
  raws: ReadonlyMap<string, RawCell>,
  { cells, page }: Side,
  relocated: ReadonlySet<string>,
): string[] {
  // Whether frames of loops come first or last hangs on the colours of the page, and says nothing of where those stand that are there.
  const frames = new Set(page.loopIds.filter(id => raws.has(id) && !relocated.has(id)))
  const there = [...raws.keys()].filter(id => !relocated.has(id))
  const anchors = new Set(there.filter(id => !frames.has(id)))
  const fresh = new FreshCells()
  const groups = new Set(page.groupIds.values())
  // Nodes are in an order, and so are groups and lines: between these, a cell lies above or below others, and no more.
  const roleOf = (id: string): string =>
    groups.has(id) ? 'group' : (cells.get(id)?.cellAttributes.find(([, value]) => value === '1')?.[0] ?? '')
  for (const [parent, siblings] of siblingsIn(cells)) {
    const [before, after] = [
      neighboursIn(siblings, anchors, roleOf),
      neighboursIn([...siblings].reverse(), anchors, roleOf),
    ]
    for (const id of siblings) {
      if (frames.has(id) || anchors.has(id)) continue
      const [last, next] = [before.get(id), after.get(id)]
      const behind = last?.alike ?? (next?.alike === undefined ? last?.any : undefined)
      const ahead = next?.alike ?? next?.any
      if (behind !== undefined) fresh.add('behind', behind, id)
      else if (ahead !== undefined) fresh.add('before', ahead, id)
      else fresh.add('in', parent, id)
    }
  }
  return fresh.among(there, id => (cells.get(id) ?? raws.get(id))?.parent)
}

interface Neighbours {
  readonly alike: string | undefined
  readonly any: string | undefined
}

/** For each cell that is no anchor the last anchor before it, and the last one of its role. */
function neighboursIn(
  siblings: readonly string[],
  anchors: ReadonlySet<string>,
  roleOf: (id: string) => string,
): Map<string, Neighbours> {
  const found = new Map<string, Neighbours>()
  const last = new Map<string, string>()
  let any: string | undefined
  for (const id of siblings) {
    if (anchors.has(id)) {
      last.set(roleOf(id), id)
      any = id
    } else found.set(id, { alike: last.get(roleOf(id)), any })
  }
  return found
}

function siblingsIn(cells: Side['cells']): Map<string, string[]> {
  const all = new Map<string, string[]>()
  for (const [id, { parent }] of cells) addTo(all, parent, id)
  return all
}

/** Cells that are to come into a file, by what stands there already. */
class FreshCells {
  readonly #places = {
    before: new Map<string, string[]>(),
    in: new Map<string, string[]>(),
    behind: new Map<string, string[]>(),
  }

  add(where: 'before' | 'in' | 'behind', other: string, id: string): void {
    addTo(this.#places[where], other, id)
  }

  /** The cells with these among them: those behind another one behind all that follows there and stands in it. */
  among(there: readonly string[], parentOf: (id: string) => string | undefined): string[] {
    const { before, in: inside, behind } = this.#places
    const found: string[] = []
    const write = (ids: readonly string[]): void => {
      const waiting = [...ids].reverse()
      for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
        found.push(id)
        const children = inside.get(id) ?? []
        for (let i = children.length - 1; i >= 0; i--) waiting.push(children[i]!)
        inside.delete(id)
      }
    }
    const open: string[] = []
    const close = (parent: string | undefined): void => {
      while (open.length > 0 && open.at(-1) !== parent) write(behind.get(open.pop()!) ?? [])
    }
    for (const id of there) {
      close(parentOf(id))
      write(before.get(id) ?? [])
      write([id])
      open.push(id)
    }
    close(undefined)
    for (const ids of inside.values()) write(ids)
    return found
  }
}

/** The ids of the edges as a reader meets them, who walks over the tree of cells. */
export function edgesAsMet(
  order: readonly string[],
  raws: ReadonlyMap<string, RawCell>,
  old: Side,
  now: Side,
  layers: readonly RawCell[],
): string[] {
  const inside = new Map<string, string[]>()
  for (const id of order) {
    const [raw, before, after] = [raws.get(id), old.cells.get(id), now.cells.get(id)]
    const stays = raw && (!before || !after || samePlace(before, after))
    const parent = stays ? raw.parent : (after?.parent ?? '')
    addTo(inside, parent, id)
  }
  const edges = new Set(now.page.edgeIds)
  const waiting = layers.map(({ id }) => id).reverse()
  const seen = new Set<string>()
  const met: string[] = []
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (seen.has(id)) continue
    seen.add(id)
    if (edges.has(id)) met.push(id)
    const children = inside.get(id) ?? []
    for (let i = children.length - 1; i >= 0; i--) waiting.push(children[i]!)
  }
  return met
}

/** Whether our edges are met in the order that they have in the graph. */
export function inOrder(met: readonly string[], raws: ReadonlyMap<string, RawCell>, { page }: Side): boolean {
  const isOurs = (id: string): boolean => !raws.has(id) || !isPersonsEdge(raws.get(id)!)
  const places = new Map(page.edgeIds.flatMap((id, i) => (isOurs(id) ? [[id, i] as const] : [])))
  let last = -1
  for (const id of met) {
    const place = places.get(id) ?? last
    if (place < last) return false
    last = place
  }
  return true
}

/** Of the edges on a page of somebody else as few as can be, and their places in the graph: those that are not met in its order. */
export function misplaced(met: readonly string[], { page }: Side): Map<string, string> {
  const places = new Map(page.edgeIds.map((id, i) => [id, i]))
  const kept = longestIncreasing(met.map(id => places.get(id)!))
  return new Map(met.flatMap((id, i) => (kept.has(i) ? [] : [[id, String(places.get(id)! + 1)] as const])))
}
