/** How deep groups stand in groups. */
import type { Graph } from './model.js'

/**
 * Levels of groups that can be written. Readers and writers of text nest as its braces do, and a stack has its end;
 * nobody draws a tenth of this.
 */
export const MAX_GROUP_LEVELS = 400

/** The levels of groups in groups: 1 where none stands in another, 0 where there are none. A cycle counts as far as it is walked. */
export function levelsOfGroups({ groups }: Pick<Graph, 'groups'>): number {
  const levels = new Map<string, number>()
  let deepest = 0
  for (const start of groups.keys()) {
    const chain: string[] = []
    let id: string | undefined = start
    for (; id !== undefined && groups.has(id) && !levels.has(id); id = groups.get(id)?.parent) {
      levels.set(id, 0)
      chain.push(id)
    }
    let level = id === undefined ? 0 : (levels.get(id) ?? 0)
    for (const inner of chain.reverse()) levels.set(inner, ++level)
    deepest = Math.max(deepest, level)
  }
  return deepest
}
