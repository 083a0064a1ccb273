/** What stands on a colour: groups that are filled, and those in them. */
import type { Graph, Style } from './model.js'

/** Whether a style fills anything with a colour. */
export function isFilled({ fill }: Style): boolean {
  return fill !== undefined && fill !== 'none'
}

const WHITE = /^(?:white|#f{3,4}|#f{6}|#f{8}|transparent)$/i

/** Whether a graph has a page of a colour, on which it is seen what has no fill. White is the paper. */
export const isOnColor = ({ style }: Pick<Graph, 'style'>): boolean =>
  isFilled(style) && !WHITE.test(style.fill ?? '')

/** The ids of the groups that show a colour behind their nodes, their own or that of a group around them. */
export function filledGroups(groups: Graph['groups'], filled = isFilled): ReadonlySet<string> {
  const known = new Map<string, boolean>()
  for (const id of groups.keys()) {
    const path: string[] = []
    let shows = false
    for (let at: string | undefined = id; at !== undefined; at = groups.get(at)?.parent) {
      const group = groups.get(at)
      const before = known.get(at)
      if (!group || before !== undefined) {
        shows = before ?? false
        break
      }
      path.push(at)
      known.set(at, false)
      if (!filled(group.style)) continue
      shows = true
      break
    }
    for (const inner of path) known.set(inner, shows)
  }
  return new Set([...known].flatMap(([id, shows]) => (shows ? [id] : [])))
}
