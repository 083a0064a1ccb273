/** Where the edges that a line speaks of stand in a text that a person may have edited, and in which order things stood. */
import { addTo, addToSet } from '../ir/lists.js'
import type { Edge } from '../ir/model.js'
import { edgeKeys } from './carry.js'
import type { EdgeKey, Payload } from './payload.js'

/** The place in the text of the edge that a key means, if it is clear which. */
export type FindEdge = (key: EdgeKey) => number | undefined

/** The ends and the label of an edge. */
const kindOf = (key: readonly [string, string, string, ...unknown[]]): string =>
  JSON.stringify(key.slice(0, 3))
const endsOf = ([from, to]: readonly [string, string, ...unknown[]]): string => JSON.stringify([from, to])
const textOf = (key: EdgeKey): string => JSON.stringify(key)

/**
 * Edges with the same ends and label are told apart by their order, as long as there are as many of them as there were;
 * of fewer or more nobody can say which is which, and none is found. An edge whose label was edited is found by its ends,
 * where the line and the text have just one edge left between the two that nothing else explains.
 */
export function edgeFinder(edges: readonly Edge[], payload: Payload): FindEdge {
  const keys = edgeKeys(edges)
  const now = countsOf(keys)
  const known = [...payload.edges.map(([key]) => key), ...payload.edgeOrder]
  const then = countsOf(known)
  for (const [from, to, label, count] of payload.parallel) then.set(kindOf([from, to, label]), count)
  const exact = new Map(keys.map((key, place) => [textOf(key), place]))
  const found = new Map<string, number>()
  const missing = new Map<string, Set<string>>()
  const ambiguous = new Set<string>()
  for (const key of known) {
    const kind = kindOf(key)
    const place = exact.get(textOf(key))
    const [counted, count] = [now.get(kind) ?? 0, then.get(kind) ?? 1]
    if (place !== undefined && counted === count) found.set(textOf(key), place)
    else if (counted > 0 && count > 1) ambiguous.add(endsOf(key))
    else if (place !== undefined && counted > count) ambiguous.add(endsOf(key))
    else addToSet(missing, endsOf(key), textOf(key))
  }
  const used = new Set(found.values())
  const free = new Map<string, number[]>()
  for (const [place, key] of keys.entries()) {
    if (used.has(place)) continue
    addTo(free, endsOf(key), place)
  }
  for (const [ends, texts] of missing) {
    const [place, another] = free.get(ends) ?? []
    const [text] = texts
    if (texts.size !== 1 || place === undefined || another !== undefined || ambiguous.has(ends)) continue
    found.set(text!, place)
  }
  return key => found.get(textOf(key))
}

/** How many edges there are of each kind. */
function countsOf(keys: readonly EdgeKey[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const key of keys) counts.set(kindOf(key), Math.max(counts.get(kindOf(key)) ?? 0, key[3] + 1))
  return counts
}

/** What the line knows takes each other's places in the graph's order; the rest stays where it is. */
export function inPlaces<T>(items: readonly T[], order: readonly T[]): T[] {
  const there = new Set(items)
  const known = [...new Set(order)].filter(item => there.has(item))
  const isKnown = new Set(known)
  let next = 0
  return items.map(item => (isKnown.has(item) ? known[next++]! : item))
}

/**
 * Items that a text has block by block, in the graph's order. Inside of a block the order is the text's own, where a person
 * sees it; from the line comes only how the blocks interleave. What the line does not know stays behind what it follows
 * in its block, or before what it leads.
 */
export function interleaved<T>(
  items: readonly T[],
  blockOf: (item: T) => string | undefined,
  order: readonly T[],
): T[] {
  const there = new Set(items)
  const known = [...new Set(order)].filter(item => there.has(item))
  if (known.length === 0) return [...items]
  const isKnown = new Set(known)
  const blocks = new Map<string | undefined, { readonly items: T[]; next: number }>()
  for (const item of items) {
    const block = blocks.get(blockOf(item))
    if (block) block.items.push(item)
    else blocks.set(blockOf(item), { items: [item], next: 0 })
  }
  const result: T[] = []
  for (const like of known) {
    const block = blocks.get(blockOf(like))!
    let met = false
    for (; block.next < block.items.length; block.next++) {
      const item = block.items[block.next]!
      if (isKnown.has(item) && met) break
      met ||= isKnown.has(item)
      result.push(item)
    }
  }
  return withNewBlocks(items, result)
}

/** Items of blocks of which nothing is known stand behind what they follow in the text. */
function withNewBlocks<T>(items: readonly T[], placed: readonly T[]): T[] {
  if (placed.length === items.length) return [...placed]
  const isPlaced = new Set(placed)
  const followers = new Map<T | undefined, T[]>()
  let last: T | undefined
  for (const item of items) {
    if (isPlaced.has(item)) last = item
    else {
      addTo(followers, last, item)
    }
  }
  return [
    ...(followers.get(undefined) ?? []),
    ...placed.flatMap(item => [item, ...(followers.get(item) ?? [])]),
  ]
}
