/**
 * Titles of groups that are texts of their own: a box without a label, and a text in its corner. The text is no node; it is the
 * group's label, and its cell stays as it is (`title` in the document of the group).
 */

import { entryOf } from '../../../src/ir/lists.js'
import type { Message } from '../../../src/messages/message.js'
import type { DrawnBox } from '../document/box.js'
import type { RawCell } from '../document/raw.js'
import { parseCellData, stringDatum } from '../words/cell-data.js'
import { isStatedNode, shapeOf } from './cell-kinds.js'
import { nameOf } from './infer.js'
import { titleRead } from './messages.js'
import type { Inside, Sorted } from './sort.js'
import { isText, shows } from './texts.js'

type Edge = 'top' | 'bottom'

/**
 * Whether a text stands along the top of a box or in a corner below: so near to the edge that no second line
 * of it would fit between. What fills half of a box is its content.
 */
export function edgeOf(box: DrawnBox, text: DrawnBox): Edge | undefined {
  if (text.height <= 0 || text.height * 2 > box.height) return undefined
  const near = (gap: number): boolean => Math.abs(gap) <= text.height
  if (near(text.y - box.y)) return 'top'
  const atSide = near(text.x - box.x) || near(box.x + box.width - text.x - text.width)
  return atSide && near(box.y + box.height - text.y - text.height) ? 'bottom' : undefined
}

/**
 * Whether a shape is a mark in the left corner of a box, with its label beside it, as IBM's zones and AWS's networks have them.
 * What a line ends at is a node.
 */
function isCornerLabel({ box, style, children }: RawCell, around: DrawnBox, ends: Ends): boolean {
  if (children.some(({ id }) => ends.has(id))) return false
  const isFrame = /^mxgraph\.aws4\.group/.test(shapeOf({ style })) && children.length === 0
  const isMark = style.get('labelPosition') === 'right'
  if (box.height * 2 > around.height) return false
  const [right, down] = [Math.abs(box.x - around.x), Math.abs(box.y - around.y)]
  return (isMark || isFrame) && right <= box.width * NEAR && down <= box.height * NEAR
}

/** How far from the corner such a mark may stand, in its own sizes. */
const NEAR = 0.75

type Ends = ReadonlySet<string | undefined>

/** By how many pixels bands may miss each other. */
const TOUCHING = 2

/**
 * The task of BPMN's choreographies among the bands that fill a box, each as wide as it: the highest, with those who take part above
 * and below.
 */
function taskAmong({ box }: RawCell, { all }: Members): RawCell | undefined {
  if (all.length < 3) return undefined
  const bands = [...all].sort((a, b) => a.box.y - b.box.y)
  const isNear = (a: number, b: number): boolean => Math.abs(a - b) <= TOUCHING
  let y = box.y
  for (const band of bands) {
    const fits = isNear(band.box.y, y) && isNear(band.box.x, box.x) && isNear(band.box.width, box.width)
    if (!fits || !shows(band) || band.children.length > 0) return undefined
    y = band.box.y + band.box.height
  }
  const [highest, next] = [...bands].sort((a, b) => b.box.height - a.box.height)
  const isBetween = highest !== bands[0] && highest !== bands.at(-1)
  return isNear(y, box.y + box.height) && isBetween && highest!.box.height > next!.box.height
    ? highest
    : undefined
}

/** The one text of a group's cells that is its title: at the top, else in a corner below; else the mark in its corner, or the task between bands. */
function titleAmong(group: RawCell, members: Members): RawCell | undefined {
  const { texts, marks } = members
  for (const edge of ['top', 'bottom'] as const) {
    const there = texts.filter(({ box }) => edgeOf(group.box, box) === edge)
    if (there.length > 0) return there.length === 1 ? there[0] : undefined
  }
  return marks.length === 1 ? marks[0] : taskAmong(group, members)
}

interface Members {
  readonly texts: RawCell[]
  readonly marks: RawCell[]
  /** All of them. */
  readonly all: RawCell[]
}

/**
 * The cells with such titles taken from the nodes: of groups without a label that hold something else too. A text that a line ends at
 * is a node; a line that ends at the task between bands leads to the box around them. Gives `repair/inferred-title`, one for each.
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
  const members = new Map<RawCell, Members>()
  for (const cell of [...sorted.nodes, ...groups]) {
    const group = sorted.inside.get(cell.id)?.group
    if (!group || !nameless.has(group)) continue
    const list = entryOf(members, group, (): Members => ({ texts: [], marks: [], all: [] }))
    list.all.push(cell)
    if (groups.has(cell) || sorted.parts.has(cell) || !shows(cell) || ends.has(cell.id)) continue
    if (isStatedNode(cell)) continue
    if (isText(cell)) list.texts.push(cell)
    else if (isCornerLabel(cell, group.box, ends)) list.marks.push(cell)
  }
  const titles = new Map<RawCell, RawCell>()
  for (const [group, list] of members) {
    const title = list.all.length > 1 ? titleAmong(group, list) : undefined
    if (!title) continue
    titles.set(group, title)
    const isTask = !list.texts.includes(title) && !list.marks.includes(title)
    messages.push(titleRead({ name: nameOf(title), group: group.id, isTask }, title.at))
  }
  return titles.size === 0 ? sorted : withTitles(sorted, drawn, titles)
}

/** The titles leave the nodes, and stand again where their file has them. */
function withTitles(sorted: Sorted, drawn: Sorted['inside'], titles: ReadonlyMap<RawCell, RawCell>): Sorted {
  const taken = new Set(titles.values())
  const inside = new Map<string, Inside>(sorted.inside)
  for (const { id } of taken) inside.set(id, drawn.get(id) ?? {})
  const drawnWith = new Map(sorted.drawnWith)
  const owner = new Map(sorted.owner)
  for (const [group, { id }] of titles) owner.set(id, group)
  for (const [group, { children }] of titles)
    if (children.length > 0) drawnWith.set(group, [...(drawnWith.get(group) ?? []), ...children])
  return {
    ...sorted,
    nodes: sorted.nodes.filter(cell => !taken.has(cell)),
    opaque: [...sorted.opaque, ...taken],
    inside,
    owner,
    titles: new Map([...(sorted.titles ?? []), ...titles]),
    drawnWith,
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
