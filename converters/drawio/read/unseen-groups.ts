/** Invisible groups without a text: nobody sees them, and what stands in them stands in what is around. */
import { addTo } from '../../../src/ir/lists.js'
import { holdsBox } from '../document/box.js'
import type { RawCell } from '../document/raw.js'
import { isStatedGroup } from './cell-kinds.js'
import { endsAtBorders, hasData } from './pictures.js'
import type { Inside, Sorted } from './sort.js'
import { shows } from './texts.js'

/**
 * The cells without such groups, which are kept; one around a single thing goes where that goes. A group that a line ends at, fastened or not, with a text, or
 * with data that somebody entered, stays one, and so does one with nothing in it that is read.
 * @param most the groups around so many things at most: what stands in those around more may name them yet
 * @param isGroup whether a cell has to stay one
 */
export function withoutUnseen(
  sorted: Sorted,
  most: number,
  isGroup: (cell: RawCell) => boolean = () => false,
): Sorted {
  const { nodes, groups, edges, titles } = sorted
  const members = new Map<RawCell, RawCell[]>()
  for (const cell of [...nodes, ...groups]) {
    const group = sorted.inside.get(cell.id)?.group
    if (group) addTo(members, group, cell)
  }
  const ends = new Set(edges.flatMap(({ source, target }) => [source, target]))
  const isEnd = endsAtBorders(sorted)
  // Something is drawn behind what stands in them.
  const drawn = new Set([...sorted.owner].flatMap(([id, cell]) => (id === cell.id ? [] : [cell])))
  const isAround = (count: number | undefined): boolean => count !== undefined && count <= most
  const isUnseen = (group: RawCell): boolean =>
    group.style.has('group') &&
    isAround(members.get(group)?.length) &&
    !(
      shows(group) ||
      drawn.has(group) ||
      titles?.has(group) ||
      ends.has(group.id) ||
      // One that leads to the border of a single thing leads to that.
      (members.get(group)!.length > 1 && isEnd(group.box)) ||
      hasData(group) ||
      isGroup(group) ||
      isStatedGroup(group)
    )
  const gone = new Set(groups.filter(isUnseen))
  if (gone.size === 0) return sorted
  const inside = new Map<string, Inside>(sorted.inside)
  const owner = new Map(sorted.owner)
  const drawnWith = new Map(sorted.drawnWith)
  // What stands in a group comes behind it, so that of groups in groups the inner one goes first.
  for (const group of [...gone].sort((a, b) => b.order - a.order)) {
    const place: Inside = inside.get(group.id) ?? {}
    const inner = members.get(group)!.flatMap(member => (gone.has(member) ? members.get(member)! : [member]))
    members.set(group, inner)
    for (const member of inner)
      inside.set(member.id, placeWithout({ group, place, gone }, member, inside.get(member.id)))
    const [member, ...more] = inner
    if (!member || more.length > 0) continue
    drawnWith.set(member, [...(drawnWith.get(member) ?? []), ...(drawnWith.get(group) ?? []), group])
    drawnWith.delete(group)
  }
  for (const { id } of gone) owner.delete(id)
  return {
    ...sorted,
    groups: groups.filter(group => !gone.has(group)),
    // In the order of the file, whichever of them are found first: what stands in them is met in it.
    opaque: [...sorted.opaque, ...gone].sort((a, b) => a.order - b.order),
    inside,
    owner,
    drawnWith,
  }
}

interface Gone {
  readonly group: RawCell
  /** Where the group stands. */
  readonly place: Inside
  readonly gone: ReadonlySet<RawCell>
}

/** Where a cell stands without the group around it. What only lies on a group, or in one that does, lies on what is around as far as it does. */
function placeWithout({ group, place, gone }: Gone, member: RawCell, own: Inside = {}): Inside {
  const isApart = own.apart === true || place.apart === true
  // What only lies on the group may stand in another that goes.
  const around = own.apart ? member.around : group
  const opaque = own.opaque ?? (around && gone.has(around) ? around : undefined)
  const stands = opaque ? { opaque } : {}
  if (!place.group || (isApart && !holdsBox(place.group.box, member.box))) return stands
  return { group: place.group, ...stands, ...(isApart && { apart: true }) }
}
