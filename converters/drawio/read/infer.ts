/**
 * What a person sees on a page and the file does not say: which shapes belong to a lane or box that they only
 * lie on, and which way the lines lead.
 */

import type { Direction } from '../../../src/ir/model.js'
import type { Message } from '../../../src/messages/message.js'
import type { DrawnBox } from '../document/box.js'
import { decodeLabel } from '../document/html.js'
import type { RawCell } from '../document/raw.js'
import { displayedLabel, lookupIn } from '../words/placeholders.js'
import { shapeOfStyle } from '../words/shape-names.js'
import { isStatedNode } from './cell-kinds.js'
import { areaOf, asGroups, framesBelow, membersOf, takenIn } from './lying.js'
import { membersRead } from './messages.js'
import type { Sorted } from './sort.js'
import { shows } from './texts.js'

/** How a message names a cell: by the text that it shows, else by its id. */
export function nameOf(cell: RawCell): string {
  const label = displayedLabel(cell.label, cell.attributes, lookupIn(cell, new Map()))
  const text = decodeLabel(label, cell.style.get('html') === '1')
    .text.replace(/\s+/g, ' ')
    .trim()
  const short = text.length > 40 ? `${text.slice(0, 39)}…` : text
  return short === '' ? `“${cell.id}”` : `“${short}”`
}

/** The frames of IBM's and AWS's libraries: zones, networks and the like. Those of others are made to hold what lies on them. */
const LIBRARY_BOX = /^mxgraph\.(?:ibm\.box|aws4\.group(?:Center)?2?)$/

/** Whether a shape is made to hold others. */
const takesOthers = ({ style }: RawCell): boolean =>
  style.get('container') === '1' || LIBRARY_BOX.test(style.get('shape') ?? '')

/** Boxes that others may lie on. A node is one only if it is drawn as a plain box, or made to hold others. */
export function isBox(cell: RawCell): boolean {
  const shape = cell.style.has('group') ? undefined : shapeOfStyle(cell.style)
  return (
    takesOthers(cell) ||
    shape === 'rectangle' ||
    shape === 'rounded' ||
    shape === 'square' ||
    // A cloud with a text of its own is a thing, and one without is drawn around others.
    (shape === 'cloud' && !shows(cell))
  )
}

/**
 * The cells with such shapes inside of what they lie on. A plain box becomes a group where at least two shapes
 * lie on it, or one that a line ends at; one that is made to hold others, with any. Gives `repair/inferred-group`, one for each group.
 */
export function inferGroups(sorted: Sorted, messages: Message[]): Sorted {
  const nodeSet = new Set(sorted.nodes)
  // Drawn later, a filled box hides what it is drawn over.
  const fits = (frame: RawCell, { order }: RawCell): boolean =>
    !nodeSet.has(frame) || frame.order < order || frame.style.get('fillColor') === 'none'
  const isFrame = (cell: RawCell): boolean => isBox(cell) && !isStatedNode(cell)
  const below = framesBelow(sorted, { isFrame, fits })
  if (!below || below.size === 0) return sorted
  const ends = new Set(sorted.edges.flatMap(({ source, target }) => [source, target]))
  const members = membersOf(below)
  for (const frame of [...members.keys()].sort((a, b) => areaOf(a.box) - areaOf(b.box))) {
    const list = members.get(frame)!
    if (!nodeSet.has(frame) || takesOthers(frame) || list.length > 1 || list.some(({ id }) => ends.has(id)))
      continue
    // Not enough to be a group: what lies on it, lies on what it lies on.
    const around = below.get(frame) ?? sorted.inside.get(frame.id)?.group
    members.delete(frame)
    if (!around) continue
    const left = list.filter(({ id }) => sorted.inside.get(id)?.group !== around)
    if (left.length > 0) members.set(around, [...(members.get(around) ?? []), ...left])
  }
  const { inside, takenBy } = takenIn(members, sorted)
  for (const [frame, taken] of takenBy) {
    const names = taken.slice(0, 3).map(nameOf).join(', ')
    messages.push(membersRead({ frame: nameOf(frame), names, count: taken.length }, frame.at))
  }
  return asGroups(
    sorted,
    new Set(takenBy.keys()),
    inside,
    cell => shows(cell) || ends.has(cell.id) || isStatedNode(cell),
  )
}

/** Of this share of the lines, at least, is the direction of the page. */
const SHARE = 0.6

/** Which way most lines between nodes lead, from one middle to the other. */
export function flowOf(pairs: readonly (readonly [DrawnBox, DrawnBox])[]): Direction | undefined {
  const counts = new Map<Direction, number>()
  let all = 0
  for (const [from, to] of pairs) {
    const right = to.x + to.width / 2 - from.x - from.width / 2
    const down = to.y + to.height / 2 - from.y - from.height / 2
    if (right === 0 && down === 0) continue
    all++
    const across = Math.abs(right) > Math.abs(down)
    const way: Direction = across ? (right > 0 ? 'LR' : 'RL') : down > 0 ? 'TB' : 'BT'
    counts.set(way, (counts.get(way) ?? 0) + 1)
  }
  for (const [way, count] of counts) if (all >= 2 && count >= all * SHARE) return way
  return undefined
}
