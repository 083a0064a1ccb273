/**
 * Titles of groups that are texts of their own: a box without a label, and a text in its corner. The text is no node; it is the
 * group's label, and its cell stays as it is (`title` in the document of the group).
 */

import { entryOf } from '../../../src/ir/lists.js'
import type { Message } from '../../../src/messages/message.js'
import type { DrawnBox } from '../document/box.js'
import type { RawCell } from '../document/raw.js'
import { parseCellData, stringDatum } from '../words/cell-data.js'
import { nameOf } from './infer.js'
import { titleRead } from './messages.js'
import type { Inside, Sorted } from './sort.js'
import { isText, shows } from './texts.js'

type Edge = 'top' | 'bottom'

/**
 * Whether a text stands along the top of a box or in a corner below: so near to the edge that no second line
 * of it would fit between. What fills half of a box is its content.
 */
function edgeOf(box: DrawnBox, text: DrawnBox): Edge | undefined {
  if (text.height <= 0 || text.height * 2 > box.height) return undefined
  const near = (gap: number): boolean => Math.abs(gap) <= text.height
  if (near(text.y - box.y)) return 'top'
  const atSide = near(text.x - box.x) || near(box.x + box.width - text.x - text.width)
  return atSide && near(box.y + box.height - text.y - text.height) ? 'bottom' : undefined
}

/** The one text of a group's cells that is its title: at the top, else in a corner below. */
function titleAmong(group: RawCell, texts: readonly RawCell[]): RawCell | undefined {
  for (const edge of ['top', 'bottom'] as const) {
    const there = texts.filter(({ box }) => edgeOf(group.box, box) === edge)
    if (there.length > 0) return there.length === 1 ? there[0] : undefined
  }
  return undefined
}

/**
 * The cells with such titles taken from the nodes: of groups without a label that hold something else too. A text that a line ends at
 * is a node. Gives `repair/inferred-title`, one for each.
 * @param drawn where each cell stands by the file alone
 * @param mayBe which groups may have one
 */
export function inferTitles(
  sorted: Sorted,
  drawn: Sorted['inside'],
  messages: Message[],
  mayBe: (group: RawCell) => boolean = () => true,
): Sorted {
  const nameless = new Set(sorted.groups.filter(cell => !shows(cell) && mayBe(cell)))
  if (nameless.size === 0) return sorted
  const ends = new Set(sorted.edges.flatMap(({ source, target }) => [source, target]))
  const groups = new Set(sorted.groups)
  const members = new Map<RawCell, { texts: RawCell[]; count: number }>()
  for (const cell of [...sorted.nodes, ...groups]) {
    const group = sorted.inside.get(cell.id)?.group
    if (!group || !nameless.has(group)) continue
    const list = entryOf(members, group, () => ({ texts: [], count: 0 }))
    list.count++
    const title = !groups.has(cell) && !sorted.parts.has(cell) && isText(cell) && shows(cell)
    if (title && !ends.has(cell.id)) list.texts.push(cell)
  }
  const titles = new Map<RawCell, RawCell>()
  for (const [group, { texts, count }] of members) {
    const title = count > 1 ? titleAmong(group, texts) : undefined
    if (!title) continue
    titles.set(group, title)
    messages.push(titleRead({ name: nameOf(title), group: group.id }, title.at))
  }
  return titles.size === 0 ? sorted : withTitles(sorted, drawn, titles)
}

/** The titles leave the nodes, and stand again where their file has them. */
function withTitles(sorted: Sorted, drawn: Sorted['inside'], titles: ReadonlyMap<RawCell, RawCell>): Sorted {
  const taken = new Set(titles.values())
  const inside = new Map<string, Inside>(sorted.inside)
  for (const { id } of taken) inside.set(id, drawn.get(id) ?? {})
  return {
    ...sorted,
    nodes: sorted.nodes.filter(cell => !taken.has(cell)),
    opaque: [...sorted.opaque, ...taken],
    inside,
    titles: new Map([...(sorted.titles ?? []), ...titles]),
  }
}

/** The titles of a page of ours: groups and nodes say which cell theirs is, which counts while they have no label themselves. */
export function statedTitles(sorted: Sorted): Sorted {
  const opaque = new Map(sorted.opaque.map(cell => [cell.id, cell]))
  const titles = new Map<RawCell, RawCell>()
  const taken = new Set<RawCell>()
  const owner = new Map(sorted.owner)
  for (const cell of [...sorted.groups, ...sorted.nodes]) {
    const id = stringDatum(parseCellData(cell.attributes.get('diaglot')), 'titleCell')
    const title = id === undefined ? undefined : opaque.get(id)
    if (title?.kind !== 'vertex' || taken.has(title) || shows(cell)) continue
    titles.set(cell, title)
    taken.add(title)
    owner.set(title.id, cell)
  }
  return titles.size === 0 ? sorted : { ...sorted, titles, owner }
}
