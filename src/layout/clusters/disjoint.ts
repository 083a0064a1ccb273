/** Sets without a member in common, which come together as their members are joined. */

/**
 * The member that stands for all of the set of another.
 * @param parents for each member one that it was joined to, or itself; the way to what stands for it is made shorter
 */
export function rootIn(parents: number[], member: number): number {
  let top = member
  while (parents[top] !== top) top = parents[top]!
  parents[member] = top
  return top
}
