/** Where a diagram that is too large for a format could be parted: where nothing joins it, at its lanes, or at single edges. */
import type { Graph } from '../ir/model.js'
import { counted, joined } from './words.js'

/** So many parts are told of. */
const TOLD = 5

/** A smaller part is no diagram of its own. */
const LEAST_PART = 0.1

/** What could be done about a graph that is too large, in sentences; none where no place is better than another. */
export function splitProposals(graph: Graph): string[] {
  const nodes = [...graph.nodes.keys()]
  const numbers = new Map(nodes.map((id, number) => [id, number]))
  const joins = graph.edges.flatMap(({ from, to }) => {
    const [a, b] = [numbers.get(from.id), numbers.get(to.id)]
    return from.kind === 'node' && to.kind === 'node' && a !== undefined && b !== undefined && a !== b
      ? [[a, b] as const]
      : []
  })
  const { sizes, bridges } = walked(nodes.length, joins)
  const said: string[] = []
  if (sizes.length > 1) {
    const largest = [...sizes].sort((a, b) => b - a).slice(0, TOLD)
    said.push(
      `It falls into ${sizes.length} parts that no edge joins, and each could be a diagram of its own; the largest have ${joined(largest.map(size => counted(size, 'node')))}.`,
    )
  }
  const tops = topLanes(graph)
  if (tops.length > 1)
    said.push(
      `Each of its ${tops.length} outermost groups could be a diagram of its own: ${joined(tops.slice(0, TOLD).map(([name, size]) => `“${name}” (${counted(size, 'node')})`))}${tops.length > TOLD ? ' and others' : ''}.`,
    )
  const least = LEAST_PART * nodes.length
  const good = bridges
    .filter(({ inside, whole }) => inside >= least && whole - inside >= least)
    .sort((a, b) => Math.abs(a.whole - 2 * a.inside) - Math.abs(b.whole - 2 * b.inside))
  for (const { from, to, inside, whole } of good.slice(0, 3))
    said.push(
      `Only the edge “${nodes[from]}” → “${nodes[to]}” joins ${counted(inside, 'node')} to ${whole - inside} others: it could be parted there.`,
    )
  return said
}

function topLanes({ nodes, groups }: Graph): (readonly [name: string, size: number])[] {
  const sizes = new Map<string, number>()
  for (const { group } of nodes.values()) {
    let top = group
    for (let next = top; next !== undefined; next = groups.get(next)?.parent) top = next
    if (top !== undefined) sizes.set(top, (sizes.get(top) ?? 0) + 1)
  }
  return [...sizes]
    .map(([id, size]) => [groups.get(id)?.label.text || id, size] as const)
    .sort((a, b) => b[1] - a[1])
}

interface Bridge {
  readonly from: number
  readonly to: number
  /** How many nodes are behind it, and how many its whole part has. */
  readonly inside: number
  readonly whole: number
}

/** The sizes of the parts of a graph, and the edges without which a part would be two, by one walk in depth without recursion. */
function walked(
  count: number,
  joins: readonly (readonly [number, number])[],
): { readonly sizes: readonly number[]; readonly bridges: readonly Bridge[] } {
  const ways: { to: number; edge: number }[][] = Array.from({ length: count }, () => [])
  for (const [edge, [a, b]] of joins.entries()) {
    ways[a]!.push({ to: b, edge })
    ways[b]!.push({ to: a, edge })
  }
  const order = new Array<number>(count).fill(-1)
  const low = new Array<number>(count).fill(0)
  const size = new Array<number>(count).fill(1)
  const sizes: number[] = []
  const bridges: Bridge[] = []
  let time = 0
  for (let root = 0; root < count; root++) {
    if (order[root] !== -1) continue
    const found: { edge: number; inside: number }[] = []
    const stack = [{ node: root, by: -1, next: 0 }]
    order[root] = low[root] = time++
    for (let top = stack.at(-1); top; top = stack.at(-1)) {
      const way = ways[top.node]![top.next++]
      if (way === undefined) {
        stack.pop()
        const above = stack.at(-1)
        if (!above) break
        size[above.node]! += size[top.node]!
        low[above.node] = Math.min(low[above.node]!, low[top.node]!)
        if (low[top.node]! > order[above.node]!) found.push({ edge: top.by, inside: size[top.node]! })
      } else if (way.edge === top.by) continue
      else if (order[way.to] !== -1) low[top.node] = Math.min(low[top.node]!, order[way.to]!)
      else {
        order[way.to] = low[way.to] = time++
        stack.push({ node: way.to, by: way.edge, next: 0 })
      }
    }
    const whole = size[root]!
    sizes.push(whole)
    for (const { edge, inside } of found)
      bridges.push({ from: joins[edge]![0], to: joins[edge]![1], inside, whole })
  }
  return { sizes, bridges }
}
