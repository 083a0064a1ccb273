/** What two graphs have in common and the one that both come from has not. */
import type { Matched } from './match.js'

/**
 * @param toOurs which element of the base is which of ours
 * @param toTheirs which element of the base is which of theirs
 * @param both which of ours is which of theirs
 * @returns of `both`, the pairs of what neither has from the base
 */
export function addedByBoth(toOurs: Matched, toTheirs: Matched, both: Matched): Matched {
  return {
    nodes: withoutKnown(toOurs.nodes, toTheirs.nodes, both.nodes),
    groups: withoutKnown(toOurs.groups, toTheirs.groups, both.groups),
    edges: withoutKnown(toOurs.edges, toTheirs.edges, both.edges),
    loops: withoutKnown(toOurs.loops, toTheirs.loops, both.loops),
  }
}

function withoutKnown<K>(
  toOurs: ReadonlyMap<K, K>,
  toTheirs: ReadonlyMap<K, K>,
  both: ReadonlyMap<K, K>,
): Map<K, K> {
  const [known, others] = [new Set(toOurs.values()), new Set(toTheirs.values())]
  return new Map([...both].filter(([ours, theirs]) => !known.has(ours) && !others.has(theirs)))
}
