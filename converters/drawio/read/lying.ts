import { addTo } from '../../../src/ir/lists.js'
import type { End } from '../../../src/ir/model.js'
import { type DrawnBox, holdsBox } from '../document/box.js'
import type { RawCell } from '../document/raw.js'
import { isSwimlane } from '../words/aspects.js'
import type { LabelName } from '../words/beside.js'
import { parseCellData, stringDatum } from '../words/cell-data.js'
import type { Inside, Sorted } from './sort.js'
import { shows } from './texts.js'

/** Shapes that lie on a lane or box without standing in it, and are read as if they did. */

/** A fixed count, so that every machine reads the same: pages beyond it are read as they say. */
const MOST_COMPARED = 20_000_000

export const areaOf = ({ width, height }: DrawnBox): number => width * height

/** Which shapes others may lie on, and which of those. */
export interface Frames {
  readonly isFrame: (node: RawCell) => boolean
  readonly fits: (frame: RawCell, member: RawCell) => boolean
}

/** A fixed count: of more frames than this below one shape, the smallest are looked at. */
const MOST_BELOW = 50

/**
 * For each cell the smallest frame below it that it lies on: for one that stands in a group, only of those that are in that group, so that a
 * file is never contradicted, and only what it leaves open is read off the page.
 */
export function framesBelow(sorted: Sorted, frames: Frames): Map<RawCell, RawCell> | undefined {
  const below = allBelow(sorted, frames)
  if (!below) return undefined
  const found = new Map<RawCell, RawCell>()
  const inside = new Map(sorted.inside)
  const holders = new Set(sorted.groups)
  // The larger first, so that what is around a frame is known before what lies on it.
  for (const [member, list] of [...below].sort(
    ([a], [b]) => areaOf(b.box) - areaOf(a.box) || a.order - b.order,
  )) {
    const place = inside.get(member.id)
    const group = place?.group
    const frame = list.find(
      frame =>
        !(holders.has(member) && standsIn(frame, member, inside)) && (!group || isIn(frame, group, inside)),
    )
    if (!frame) continue
    found.set(member, frame)
    inside.set(member.id, { ...place, group: frame })
  }
  return found
}

/** Whether a frame stands in a group, and lies on it as well, if anybody sees where that ends. */
const isIn = (frame: RawCell, group: RawCell, inside: ReadonlyMap<string, Inside>): boolean =>
  frame !== group &&
  ((group.style.has('group') && !shows(group)) || holdsBox(group.box, frame.box)) &&
  standsIn(frame, group, inside)

/** The frames below each cell that it lies on, the smallest first. */
function allBelow(sorted: Sorted, { isFrame, fits }: Frames): Map<RawCell, RawCell[]> | undefined {
  const { nodes, groups, inside, parts } = sorted
  const isFree = (cell: RawCell): boolean => !isSwimlane(cell.style) || !inside.get(cell.id)?.opaque
  const hasSize = ({ box }: RawCell): boolean => areaOf(box) > 0
  const members = [...nodes, ...groups.filter(isFree)].filter(hasSize).sort((a, b) => a.box.x - b.box.x)
  const frames = [
    ...groups,
    ...nodes.filter(cell => hasSize(cell) && isFrame(cell) && !parts.has(cell)),
  ].sort((a, b) => a.box.x - b.box.x)
  const found = new Map<RawCell, RawCell[]>()
  let active: RawCell[] = []
  let next = 0
  let compared = 0
  for (const member of members) {
    while (next < frames.length && frames[next]!.box.x <= member.box.x) active.push(frames[next++]!)
    active = active.filter(({ box }) => box.x + box.width > member.box.x)
    compared += active.length
    if (compared > MOST_COMPARED) return undefined
    const below: RawCell[] = []
    // Those that begin last are mostly the smallest.
    for (let i = active.length - 1; i >= 0; i--) {
      const frame = active[i]!
      if (
        frame !== member &&
        areaOf(frame.box) > areaOf(member.box) &&
        holdsBox(frame.box, member.box) &&
        fits(frame, member)
      )
        addSmallest(below, frame)
    }
    if (below.length > 0) found.set(member, below)
  }
  return found
}

/** Puts a frame into a list of the smallest ones, the smallest first. */
function addSmallest(list: RawCell[], frame: RawCell): void {
  const area = areaOf(frame.box)
  let at = list.length
  while (at > 0 && areaOf(list[at - 1]!.box) > area) at--
  if (at === MOST_BELOW) return
  list.splice(at, 0, frame)
  if (list.length > MOST_BELOW) list.pop()
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

/**
 * The cells with some nodes, or what are groups already, as groups.
 * @param isThing whether what stands in such a node is a node in the group then, and no part of how it is drawn
 */
export function asGroups(
  sorted: Sorted,
  frames: ReadonlySet<RawCell>,
  around: Sorted['inside'],
  isThing: (cell: RawCell) => boolean,
): Sorted {
  const turned = sorted.nodes.filter(cell => frames.has(cell))
  const inside = new Map(around)
  const owner = new Map(sorted.owner)
  const things = new Set(
    turned.flatMap(({ children }) => children.filter(cell => cell.kind === 'vertex' && isThing(cell))),
  )
  for (const thing of things) {
    inside.set(thing.id, { group: thing.around! })
    const waiting = [thing]
    for (let cell = waiting.pop(); cell; cell = waiting.pop()) {
      if (owner.has(cell.id)) owner.set(cell.id, thing)
      waiting.push(...cell.children)
    }
  }
  return {
    ...sorted,
    nodes: [...sorted.nodes.filter(cell => !frames.has(cell)), ...things],
    groups: [...sorted.groups, ...turned].sort((a, b) => a.order - b.order),
    opaque: sorted.opaque.filter(cell => !things.has(cell)),
    owner,
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
  /** Whether such an edge has a label at an end, or on its way. */
  readonly isLabelled: (from: EndOfEdge, to: EndOfEdge, name: LabelName) => boolean
  /** Whether a cell is a note. */
  readonly isNote: (cell: RawCell) => boolean
  /** Whether a cell is a node or group with a label. */
  readonly isTitled: (cell: RawCell) => boolean
}

/**
 * The cells of a page that others drew, as a graph knows them: its groups are groups, whatever lies on them now, and what
 * lies on one stands in it.
 */
export function knownGroups(sorted: Sorted, { isGroup, isAround, isNode }: Known): Sorted {
  const frames = new Set(sorted.nodes.filter(cell => isGroup(cell) && !sorted.parts.has(cell)))
  const below = framesBelow(sorted, { isFrame: cell => frames.has(cell), fits: isAround })
  const { inside } = takenIn(membersOf(below ?? new Map()), sorted)
  return asGroups(sorted, frames, inside, isNode)
}

/** What lies on a group and stands where it stands. */
const lyingOn = (group: RawCell, place: Inside | undefined): Inside => ({
  group,
  ...(place?.opaque && { opaque: place.opaque }),
  apart: true,
})

/**
 * The cells of a page of ours with such inside of a group as say that they lie on it (`on`, by the group's cell), as long as they do
 * and stand in no other group, or in one around it.
 */
export function statedGroups(sorted: Sorted): Sorted {
  const groups = new Map(sorted.groups.map(cell => [cell.id, cell]))
  const inside = new Map(sorted.inside)
  const stated = [...sorted.groups, ...sorted.nodes].flatMap(cell => {
    const on = stringDatum(parseCellData(cell.attributes.get('diaglot')), 'on')
    const group = on === undefined ? undefined : groups.get(on)
    return group && holdsBox(group.box, cell.box) ? [{ cell, group }] : []
  })
  // As they were found: what is around a group is known before what lies on it.
  for (const { cell, group } of stated.sort((a, b) => areaOf(b.cell.box) - areaOf(a.cell.box))) {
    const place = inside.get(cell.id)
    if (standsIn(group, cell, inside) || (place?.group && !standsIn(group, place.group, inside))) continue
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
