/** Invisible groups around one thing: nobody sees them, and what stands in them stands in what is around. */
import { addTo } from '../../../src/ir/lists.js'
import type { RawCell } from '../document/raw.js'
import { isStatedGroup } from './cell-kinds.js'
import { hasData } from './pictures.js'
import type { Inside, Sorted } from './sort.js'
import { shows } from './texts.js'

/**
 * The cells without such groups, which are kept and go where the one thing in them goes. One that a line ends at, with a text, or with data that
 * somebody entered, stays a group.
 * @param isGroup whether a cell has to stay one
 */
export function withoutUnseen(sorted: Sorted, isGroup: (cell: RawCell) => boolean = () => false): Sorted {
  const { nodes, groups, edges, titles } = sorted
  const members = new Map<RawCell, RawCell[]>()
  for (const cell of [...nodes, ...groups]) {
    const group = sorted.inside.get(cell.id)?.group
    if (group) addTo(members, group, cell)
  }
  const ends = new Set(edges.flatMap(({ source, target }) => [source, target]))
  // Something is drawn behind what stands in them.
  const drawn = new Set([...sorted.owner].flatMap(([id, cell]) => (id === cell.id ? [] : [cell])))
  const isUnseen = (group: RawCell): boolean =>
    group.style.has('group') &&
    members.get(group)?.length === 1 &&
    !(
      shows(group) ||
      drawn.has(group) ||
      titles?.has(group) ||
      ends.has(group.id) ||
      hasData(group) ||
      isGroup(group) ||
      isStatedGroup(group)
    )
  const gone = new Set(groups.filter(isUnseen))
  if (gone.size === 0) return sorted
  const inside = new Map<string, Inside>(sorted.inside)
  const owner = new Map(sorted.owner)
  const drawnWith = new Map(sorted.drawnWith)
  const only = new Map<RawCell, RawCell>()
  // What stands in a group comes behind it, so that of groups in groups the inner one goes first.
  for (const group of [...gone].sort((a, b) => b.order - a.order)) {
    const [inner] = members.get(group)!
    const member = only.get(inner!) ?? inner!
    only.set(group, member)
    const { group: outer } = inside.get(group.id) ?? {}
    const place = inside.get(member.id)
    inside.set(member.id, { ...(outer && { group: outer }), opaque: place?.opaque ?? group })
    drawnWith.set(member, [...(drawnWith.get(member) ?? []), ...(drawnWith.get(group) ?? []), group])
    drawnWith.delete(group)
  }
  for (const { id } of gone) owner.delete(id)
  return {
    ...sorted,
    groups: groups.filter(group => !gone.has(group)),
    opaque: [...sorted.opaque, ...gone],
    inside,
    owner,
    drawnWith,
  }
}
