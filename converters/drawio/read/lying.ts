import { addTo } from '../../../src/ir/lists.js'
import type { End } from '../../../src/ir/model.js'
import { type DrawnBox, holdsBox } from '../document/box.js'
import type { RawCell } from '../document/raw.js'
import { isSwimlane } from '../words/aspects.js'
import { parseCellData, stringDatum } from '../words/cell-data.js'
import type { Inside, Sorted } from './sort.js'

/** Shapes that lie on a lane or box without standing in it, and are read as if they did. */

/** A fixed count, so that every machine reads the same: pages beyond it are read as they say. */
const MOST_COMPARED = 20_000_000

export const areaOf = ({ width, height }: DrawnBox): number => width * height

/** Which shapes others may lie on, and which of those. */
export interface Frames {
  readonly isFrame: (node: RawCell) => boolean
  readonly fits: (frame: RawCell, member: RawCell) => boolean
}

/** For each cell that stands in no group, the smallest frame below it that it lies on. */
export function framesBelow(sorted: Sorted, { isFrame, fits }: Frames): Map<RawCell, RawCell> | undefined {
  const { nodes, groups, inside, parts } = sorted
  const isLoose = (cell: RawCell): boolean => !inside.get(cell.id)?.group && areaOf(cell.box) > 0
  const isFree = (cell: RawCell): boolean =>
    isLoose(cell) && (!isSwimlane(cell.style) || !inside.get(cell.id)?.opaque)
  const members = [...nodes.filter(isLoose), ...groups.filter(isFree)].sort((a, b) => a.box.x - b.box.x)
  const frames = [
    ...groups,
    ...nodes.filter(cell => isLoose(cell) && isFrame(cell) && !parts.has(cell)),
  ].sort((a, b) => a.box.x - b.box.x)
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
      if (frame === member || areaOf(frame.box) <= areaOf(member.box) || !holdsBox(frame.box, member.box))
        continue
      if (!fits(frame, member)) continue
      const best = found.get(member)
      if (!best || areaOf(frame.box) < areaOf(best.box)) found.set(member, frame)
    }
  }
  return found
}

/** What lies on each frame, in the order of the file, and where everything stands then. A frame never stands in what stands in it. */
export function takenIn(
  members: ReadonlyMap<RawCell, readonly RawCell[]>,
  sorted: Sorted,
): { inside: Map<string, Inside>; takenBy: Map<RawCell, readonly RawCell[]> } {
  const inside = new Map(sorted.inside)
  const takenBy = new Map<RawCell, readonly RawCell[]>()
  for (const [frame, list] of [...members].sort(([a], [b]) => a.order - b.order)) {
    const taken = list.filter(cell => !standsIn(frame, cell, inside))
    if (taken.length === 0) continue
    for (const cell of taken) inside.set(cell.id, lyingOn(frame, inside.get(cell.id)))
    takenBy.set(frame, taken)
  }
  return { inside, takenBy }
}

/** The cells with some nodes, or what are groups already, as groups. */
export function asGroups(sorted: Sorted, frames: ReadonlySet<RawCell>, inside: Sorted['inside']): Sorted {
  const turned = sorted.nodes.filter(cell => frames.has(cell))
  return {
    ...sorted,
    nodes: sorted.nodes.filter(cell => !frames.has(cell)),
    groups: [...sorted.groups, ...turned].sort((a, b) => a.order - b.order),
    inside,
  }
}

type EndOfEdge = Pick<End, 'kind' | 'id'>

/** What a graph that was read of a page says of the page's cells. */
export interface Known {
  readonly isGroup: (cell: RawCell) => boolean
  /** Whether a cell may stand in a group: it does there, or is none of the graph's elements. */
  readonly isAround: (group: RawCell, cell: RawCell) => boolean
  readonly isNode: (cell: RawCell) => boolean
  /** Whether an edge leads from the one to the other. */
  readonly isLinked: (from: EndOfEdge, to: EndOfEdge) => boolean
  /** Whether a cell is a note. */
  readonly isNote: (cell: RawCell) => boolean
  /** Whether a cell is a node or group with a label. */
  readonly isTitled: (cell: RawCell) => boolean
}

/**
 * The cells of a page that others drew, as a graph knows them: its groups are groups, whatever lies on them now, and what
 * lies on one stands in it.
 */
export function knownGroups(sorted: Sorted, { isGroup, isAround }: Known): Sorted {
  const frames = new Set(sorted.nodes.filter(cell => isGroup(cell) && !sorted.parts.has(cell)))
  const below = framesBelow(sorted, { isFrame: cell => frames.has(cell), fits: isAround })
  const { inside } = takenIn(membersOf(below ?? new Map()), sorted)
  return asGroups(sorted, frames, inside)
}

/** What lies on a group and stands where it stands. */
const lyingOn = (group: RawCell, place: Inside | undefined): Inside => ({
  group,
  ...(place?.opaque && { opaque: place.opaque }),
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
    const on = stringDatum(parseCellData(cell.attributes.get('diaglot')), 'on')
    const group = on === undefined ? undefined : groups.get(on)
    const place = inside.get(cell.id)
    if (!group || place?.group || !holdsBox(group.box, cell.box) || standsIn(group, cell, inside)) continue
    inside.set(cell.id, lyingOn(group, place))
  }
  return { ...sorted, inside }
}

export function membersOf(below: ReadonlyMap<RawCell, RawCell>): Map<RawCell, RawCell[]> {
  const members = new Map<RawCell, RawCell[]>()
  for (const [cell, frame] of below) {
    addTo(members, frame, cell)
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
