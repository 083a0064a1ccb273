/**
 * What a person sees on a page and the file does not say: shapes that lie on a lane or box without
 * standing in it, and which way the lines lead.
 */
import type { Direction } from '../../../src/ir/model.js'
import { type Message, message } from '../../../src/messages/message.js'
import type { DrawnBox } from '../document/box.js'
import { decodeLabel } from '../document/html.js'
import type { RawCell } from '../document/raw.js'
import { isSwimlane } from '../words/aspects.js'
import { parseHints, stringHint } from '../words/hints.js'
import { shapeOfStyle } from '../words/shape-names.js'
import type { Inside, Sorted } from './sort.js'

export const SWITCH = '`-O infer=false` switches this off'

/** A fixed count, so that every machine reads the same: pages beyond it are read as they say. */
const MOST_COMPARED = 20_000_000

/** How a message names a cell: by its text, else by its id. */
export function nameOf(cell: RawCell): string {
  const text = decodeLabel(cell.label, cell.style.get('html') === '1')
    .text.replace(/\s+/g, ' ')
    .trim()
  const short = text.length > 40 ? `${text.slice(0, 39)}…` : text
  return short === '' ? `“${cell.id}”` : `“${short}”`
}

const holds = (outer: DrawnBox, inner: DrawnBox): boolean =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height

const areaOf = ({ width, height }: DrawnBox): number => width * height

/** Whether a shape is made to hold others. */
const takesIn = ({ style }: RawCell): boolean => style.get('container') === '1'

/** Boxes that others may lie on. A node is one only if it is drawn as a plain box, or made to hold others. */
function isBox(cell: RawCell): boolean {
  const shape = shapeOfStyle(cell.style)
  return takesIn(cell) || shape === 'rectangle' || shape === 'rounded' || shape === 'square'
}

/** For each cell that stands in no group, the smallest frame below it that it lies on. */
function framesBelow(sorted: Sorted): Map<RawCell, RawCell> | undefined {
  const { nodes, groups, inside, parts } = sorted
  const isLoose = (cell: RawCell): boolean => !inside.get(cell.id)?.group && areaOf(cell.box) > 0
  const isFree = (cell: RawCell): boolean =>
    isLoose(cell) && (!isSwimlane(cell.style) || !inside.get(cell.id)?.kept)
  const members = [...nodes.filter(isLoose), ...groups.filter(isFree)].sort((a, b) => a.box.x - b.box.x)
  const frames = [...groups, ...nodes.filter(cell => isLoose(cell) && isBox(cell) && !parts.has(cell))].sort(
    (a, b) => a.box.x - b.box.x,
  )
  const nodeSet = new Set(nodes)
  const found = new Map<RawCell, RawCell>()
  let active: RawCell[] = []
  let next = 0
  let compared = 0
  for (const member of members) {
    while (next < frames.length && frames[next]!.box.x <= member.box.x) active.push(frames[next++]!)
    active = active.filter(({ box }) => box.x + box.width > member.box.x)
    compared += active.length
    if (compared > MOST_COMPARED) return undefined
    for (const frame of active) {
      if (frame === member || areaOf(frame.box) <= areaOf(member.box) || !holds(frame.box, member.box))
        continue
      // Drawn later, a filled box hides what it is drawn over.
      if (nodeSet.has(frame) && frame.order > member.order && frame.style.get('fillColor') !== 'none')
        continue
      const best = found.get(member)
      if (!best || areaOf(frame.box) < areaOf(best.box)) found.set(member, frame)
    }
  }
  return found
}

/**
 * The cells with such shapes inside of what they lie on. A plain box becomes a group where at least two shapes
 * lie on it, or one that a line ends at; one that is made to hold others, with any. Gives `repair/inferred-group`, one for each group.
 */
export function inferGroups(sorted: Sorted, messages: Message[]): Sorted {
  const below = framesBelow(sorted)
  if (!below || below.size === 0) return sorted
  const nodeSet = new Set(sorted.nodes)
  const ends = new Set(sorted.edges.flatMap(({ source, target }) => [source, target]))
  const members = membersOf(below)
  for (const frame of [...members.keys()].sort((a, b) => areaOf(a.box) - areaOf(b.box))) {
    const list = members.get(frame)!
    if (!nodeSet.has(frame) || takesIn(frame) || list.length > 1 || list.some(({ id }) => ends.has(id)))
      continue
    // Not enough to be a group: what lies on it, lies on what it lies on.
    const around = below.get(frame)
    members.delete(frame)
    if (around) for (const member of list) members.get(around)?.push(member)
  }
  const inside = new Map(sorted.inside)
  const turned = new Set<RawCell>()
  const inOrder = [...members].sort(([a], [b]) => a.order - b.order)
  for (const [frame, list] of inOrder) {
    const taken = list.filter(cell => !standsIn(frame, cell, inside))
    if (taken.length === 0) continue
    for (const cell of taken) inside.set(cell.id, lyingOn(frame, inside.get(cell.id)))
    if (nodeSet.has(frame)) turned.add(frame)
    const names = taken.slice(0, 3).map(nameOf).join(', ')
    const more = taken.length > 3 ? ` and ${taken.length - 3} more` : ''
    const [verb, them] = taken.length === 1 ? ['lies', 'It is'] : ['lie', 'They are']
    const text = `${names}${more} ${verb} on ${nameOf(frame)} without standing in it. ${them} read as if so; ${SWITCH}.`
    messages.push(message('repair/inferred-group', text, frame.at && { at: frame.at }))
  }
  return {
    ...sorted,
    nodes: sorted.nodes.filter(cell => !turned.has(cell)),
    groups: [...sorted.groups, ...turned].sort((a, b) => a.order - b.order),
    inside,
  }
}

/** What lies on a group and stands where it stands. */
const lyingOn = (group: RawCell, place: Inside | undefined): Inside => ({
  group,
  ...(place?.kept && { kept: place.kept }),
  apart: true,
})

/**
 * The cells of a page of ours with such inside of a group as say that they lie on it (`on`, by the group's cell), as long as they do
 * and stand in no other group.
 */
export function statedGroups(sorted: Sorted): Sorted {
  const groups = new Map(sorted.groups.map(cell => [cell.id, cell]))
  const inside = new Map(sorted.inside)
  for (const cell of [...sorted.groups, ...sorted.nodes]) {
    const on = stringHint(parseHints(cell.attributes.get('diaglot')), 'on')
    const group = on === undefined ? undefined : groups.get(on)
    const place = inside.get(cell.id)
    if (!group || place?.group || !holds(group.box, cell.box) || standsIn(group, cell, inside)) continue
    inside.set(cell.id, lyingOn(group, place))
  }
  return { ...sorted, inside }
}

function membersOf(below: ReadonlyMap<RawCell, RawCell>): Map<RawCell, RawCell[]> {
  const members = new Map<RawCell, RawCell[]>()
  for (const [cell, frame] of below) {
    const list = members.get(frame)
    if (list) list.push(cell)
    else members.set(frame, [cell])
  }
  for (const list of members.values()) list.sort((a, b) => a.order - b.order)
  return members
}

/** Whether a cell stands in another, however deep; then that other cannot stand in it. */
function standsIn(cell: RawCell, other: RawCell, inside: ReadonlyMap<string, Inside>): boolean {
  let up: RawCell | undefined = cell
  for (let steps = 0; up && steps < 100; steps++) {
    if (up === other) return true
    up = inside.get(up.id)?.group
  }
  return up !== undefined
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
