/**
 * Which column (in a left-to-right drawing) each node stands in: the flow is followed over all
 * edges together, cycles are broken, and edges are kept short.
 */

/** A wish that `to` stands at least `min` ranks after `from`. */
export interface Link {
  readonly from: number
  readonly to: number
  readonly min: number
}

/** How often nodes are drawn towards their neighbours. A count, so that every machine gives the same ranks. */
const TIGHTENING_PASSES = 6

/** For each node, the numbers of the links that leave it (or, with `reverse`, reach it). */
function adjacency(count: number, links: readonly Link[], reverse: boolean): number[][] {
  const lists: number[][] = Array.from({ length: count }, () => [])
  links.forEach((link, i) => {
    lists[reverse ? link.to : link.from]!.push(i)
  })
  return lists
}

/**
 * Which links close a cycle: those that lead back to a node from which a depth-first walk came. The walk starts at the
 * nodes that nothing leads to, in their order, so a loop back to an earlier step is what counts as leading back. Links
 * from a node to itself do, too.
 */
export function leadingBack(count: number, links: readonly Link[]): Uint8Array {
  const out = adjacency(count, links, false)
  const hasEntry = new Uint8Array(count)
  for (const { to } of links) hasEntry[to] = 1
  const state = new Uint8Array(count) // 0 unseen, 1 on the way, 2 done
  const next = new Int32Array(count)
  const turned = new Uint8Array(links.length)

  const walk = (root: number): void => {
    const stack = [root]
    state[root] = 1
    while (stack.length > 0) {
      const node = stack[stack.length - 1]!
      const index = out[node]![next[node]!++]
      if (index === undefined) {
        state[node] = 2
        stack.pop()
        continue
      }
      const { to } = links[index]!
      if (state[to] === 1) turned[index] = 1
      else if (state[to] === 0) {
        state[to] = 1
        stack.push(to)
      }
    }
  }
  for (let node = 0; node < count; node++) if (!hasEntry[node] && state[node] === 0) walk(node)
  for (let node = 0; node < count; node++) if (state[node] === 0) walk(node)
  return turned
}

/** The links with the ones turned round that close a cycle. */
function breakCycles(count: number, links: readonly Link[]): Link[] {
  const turned = leadingBack(count, links)
  return links.map((link, i) => (turned[i] ? { from: link.to, to: link.from, min: link.min } : link))
}

/** The nodes so that every link leads forward in the list. */
function topological(count: number, links: readonly Link[], out: readonly number[][]): number[] {
  const waiting = new Int32Array(count)
  for (const { to } of links) waiting[to]!++
  const order: number[] = []
  for (let node = 0; node < count; node++) if (waiting[node] === 0) order.push(node)
  for (let i = 0; i < order.length; i++) {
    for (const index of out[order[i]!]!) {
      const { to } = links[index]!
      if (--waiting[to]! === 0) order.push(to)
    }
  }
  return order
}

/** The rank of each node, from 0. Links from a node to itself mean nothing. */
export function rankNodes(count: number, wishes: readonly Link[]): number[] {
  const links = breakCycles(
    count,
    wishes.filter(({ from, to }) => from !== to),
  )
  const out = adjacency(count, links, false)
  const into = adjacency(count, links, true)
  const order = topological(count, links, out)
  const rank = new Array<number>(count).fill(0)
  for (const node of order) {
    for (const i of out[node]!) {
      const { to, min } = links[i]!
      rank[to] = Math.max(rank[to]!, rank[node]! + min)
    }
  }
  const lowest = (node: number): number =>
    into[node]!.reduce((low, i) => Math.max(low, rank[links[i]!.from]! + links[i]!.min), -Infinity)
  const highest = (node: number): number =>
    out[node]!.reduce((high, i) => Math.min(high, rank[links[i]!.to]! - links[i]!.min), Infinity)
  for (let pass = 0; pass < TIGHTENING_PASSES; pass++) {
    const forward = pass % 2 === 1
    for (let k = 0; k < count; k++) {
      const node = order[forward ? k : count - 1 - k]!
      const pull = out[node]!.length - into[node]!.length
      if (pull > 0) {
        const high = highest(node)
        if (high < Infinity) rank[node] = Math.max(rank[node]!, high)
      } else if (pull < 0) {
        const low = lowest(node)
        if (low > -Infinity) rank[node] = Math.min(rank[node]!, low)
      }
    }
  }
  const first = rank.reduce((low, value) => Math.min(low, value), Infinity)
  return rank.map(value => value - first)
}
