/** How boxes and groups look on a page where other cells say it: the shape drawn behind what stands in a group, and the icon beside a title. */
import { addTo } from '../../../src/ir/lists.js'
import { holdsBox } from '../document/box.js'
import type { RawCell } from '../document/raw.js'
import { isBox } from './infer.js'
import { areaOf } from './lying.js'
import { isBlank, isPicture } from './pictures.js'
import { shows } from './texts.js'
import { edgeOf } from './titles.js'
import { around, type PageOfWholes, type Wholes } from './whole-parts.js'

/** Of this share of a group, at least, is what is drawn behind everything in it. */
const BACKGROUND = 0.8

const isBehind = (cell: RawCell, group: RawCell): boolean =>
  holdsBox(group.box, cell.box) && areaOf(cell.box) >= areaOf(group.box) * BACKGROUND

/** Whether a shape that says nothing is what a group looks like. */
export const isBackground = (cell: RawCell, group: RawCell): boolean => isBlank(cell) && isBehind(cell, group)

/** Boxes that are what an invisible group around other things looks like: a text in one is the title of the group, and a line to it leads to that. */
export function takeBackgrounds({ sorted, known, isTitled }: PageOfWholes, wholes: Wholes): void {
  const { titles, parts } = wholes
  const members = new Map<RawCell, RawCell[]>()
  for (const cell of [...sorted.nodes, ...sorted.groups]) {
    const group = sorted.inside.get(cell.id)?.group
    if (group?.style.has('group') && !wholes.turned.has(group)) addTo(members, group, cell)
  }
  const nodes = new Set(sorted.nodes)
  for (const [group, list] of members) {
    const [box, ...more] = list.filter(cell => isBehind(cell, group))
    if (!box || more.length > 0 || list.length < 2 || !nodes.has(box) || box.children.length > 0) continue
    const isFirst = list.every(cell => cell.order >= box.order)
    if (!isFirst || !isBox(box) || sorted.parts.has(box) || box.relative || known?.isNode(box)) continue
    if (shows(box) ? shows(group) || !isTitled(group) : !isBlank(box)) continue
    if (shows(box)) titles.set(group, box)
    parts.set(box, group)
  }
}

/**
 * Icons in the left corner of a box without a label, each with the box: the text beside one is the title of that, if nothing else stands so at its
 * upper edge, and it holds more than these.
 * @param names the texts beside or under icons
 */
export function cornerIcons(
  page: PageOfWholes,
  names: ReadonlyMap<RawCell, RawCell>,
): ReadonlyMap<RawCell, RawCell> {
  const { sorted, isTitled, isEnd } = page
  const rows = new Map<RawCell, { readonly icon: RawCell; readonly isCorner: boolean }[]>()
  for (const [icon, text] of names) {
    const frame = around(page, icon)
    if (!frame || shows(frame) || !isTitled(frame) || edgeOf(frame.box, text.box) === undefined) continue
    const isBeside = text.box.x >= icon.box.x + icon.box.width / 2
    const [right, down] = [icon.box.x - frame.box.x, icon.box.y - frame.box.y]
    const isCorner =
      isBeside && !isEnd(icon) && right <= icon.box.width + APART && down <= icon.box.height + APART
    addTo(rows, frame, { icon, isCorner })
  }
  const found = new Map<RawCell, RawCell>()
  if (rows.size === 0) return found
  const counts = new Map<RawCell, number>()
  for (const cell of [...sorted.nodes, ...sorted.groups]) {
    const frame = around(page, cell)
    if (frame && !isPicture(cell)) counts.set(frame, (counts.get(frame) ?? 0) + 1)
  }
  for (const [frame, [first, ...more]] of rows)
    if (first?.isCorner && more.length === 0 && (counts.get(frame) ?? 0) > 1) found.set(first.icon, frame)
  return found
}

/** How far beside the corner, besides its own size, such an icon may stand, in pixels. */
const APART = 8
