/** In which groups elements stand once both edits are made: in one that is there, and no group in itself. */
import type { Group } from '../ir/model.js'
import { standingIn } from '../ir/references.js'
import { type Conflict, described } from './conflict.js'
import type { Versions } from './retained.js'

/** In its group; where that is gone, in the one that ours has it in, or in the nearest around that one. */
export function standing<K extends string, T extends { readonly [P in K]?: string }>(
  field: K,
  element: T,
  groups: ReadonlyMap<string, Group>,
  { base, ours, theirs }: Versions,
  mine: T | undefined,
): T {
  if (element[field] === undefined || groups.has(element[field])) return element
  let id: string | undefined = (mine ?? element)[field]
  const seen = new Set<string>()
  while (id !== undefined && !groups.has(id) && !seen.has(id)) {
    seen.add(id)
    id = (base.graph.groups.get(id) ?? ours.graph.groups.get(id) ?? theirs.graph.groups.get(id))?.parent
  }
  return standingIn(field, element, id !== undefined && groups.has(id) ? id : undefined)
}

/** Groups none of which stands in itself: where the two edits make a circle, ours counts. */
export function sound(
  groups: ReadonlyMap<string, Group>,
  versions: Versions,
  conflicts: Conflict[],
): Map<string, Group> {
  const result = new Map(
    [...groups].map(([id, group]) => [
      id,
      standing('parent', group, groups, versions, versions.ours.graph.groups.get(id)),
    ]),
  )
  const done = new Set<string>()
  for (const start of groups.keys()) {
    const way: string[] = []
    const onWay = new Set<string>()
    let id: string | undefined = start
    while (id !== undefined && !done.has(id) && !onWay.has(id)) {
      way.push(id)
      onWay.add(id)
      id = result.get(id)?.parent
    }
    if (id !== undefined && onWay.has(id)) {
      const circle = way.slice(way.indexOf(id))
      for (const each of circle) {
        const group = result.get(each)!
        const mine = versions.ours.graph.groups.get(each)?.parent
        if (mine === group.parent) continue
        const [was, theirs] = [versions.base.graph.groups.get(each)?.parent, group.parent]
        conflicts.push({
          element: 'group',
          of: described(group, each),
          field: 'parent',
          base: was,
          ours: mine,
          theirs,
        })
        result.set(
          each,
          standingIn('parent', group, mine !== undefined && groups.has(mine) ? mine : undefined),
        )
      }
    }
    for (const each of way) done.add(each)
  }
  return result
}
