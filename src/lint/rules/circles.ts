/** Strongly connected parts of a graph, by Tarjan's algorithm without recursion. */

export interface Parts {
  /** The number of the part that each node is in. */
  readonly of: ReadonlyMap<string, number>
  /** The nodes of each part, in their order. */
  readonly members: readonly (readonly string[])[]
}

interface Visit {
  readonly id: string
  readonly targets: readonly string[]
  next: number
}

/** @param ways from each node to the nodes that it leads to */
export function circlesOf(nodes: Iterable<string>, ways: ReadonlyMap<string, readonly string[]>): Parts {
  const ids = [...nodes]
  const of = new Map<string, number>()
  const seen = new Map<string, number>()
  const lowest = new Map<string, number>()
  const open: string[] = []
  let count = 0
  for (const root of ids) {
    if (seen.has(root)) continue
    const path: Visit[] = []
    const visit = (id: string) => {
      lowest.set(id, seen.size)
      seen.set(id, seen.size)
      open.push(id)
      path.push({ id, targets: ways.get(id) ?? [], next: 0 })
    }
    const lower = (id: string, number: number) => lowest.set(id, Math.min(lowest.get(id)!, number))
    visit(root)
    for (let last = path.at(-1); last; last = path.at(-1)) {
      const target = last.targets[last.next++]
      if (target !== undefined) {
        if (!seen.has(target)) visit(target)
        else if (!of.has(target)) lower(last.id, seen.get(target)!)
        continue
      }
      path.pop()
      const before = path.at(-1)
      if (before) lower(before.id, lowest.get(last.id)!)
      if (lowest.get(last.id) !== seen.get(last.id)) continue
      for (let member = open.pop(); member !== undefined; member = open.pop()) {
        of.set(member, count)
        if (member === last.id) break
      }
      count++
    }
  }
  const members: string[][] = Array.from({ length: count }, () => [])
  for (const id of ids) members[of.get(id)!]!.push(id)
  return { of, members }
}
