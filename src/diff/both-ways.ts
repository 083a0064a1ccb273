/**
 * What differs between graphs of two formats: a difference is a change only if it shows in what either format makes of the other's
 * graph. So nothing that a conversion loses, adds or calls otherwise is taken for a change, whichever of the two was converted.
 */
import type { Format, FormatOptions } from '../format.js'
import type { Graph } from '../ir/model.js'
import { targetOf } from '../lower/editor.js'
import { lowerQuietly } from '../lower/lower.js'
import type { Origins } from '../lower/tally.js'
import { compared, type Found, type Key } from './compare.js'
import { type Matched, matchGraphs } from './match.js'

/** A graph, and the format that it was read in. */
export interface Side {
  readonly graph: Graph
  readonly format?: Format | undefined
}

/** Numbers of the elements of a graph: nodes and groups by their ids, edges and loops by their places. */
type Numbers = { readonly [K in keyof Matched]: ReadonlyMap<Key, number> }

/** One side as the other's format holds it. */
interface Seen {
  readonly graph: Graph
  /** The numbers that the elements have in the graph that it was made of; higher ones are those of what was added. */
  readonly numbers: Numbers
}

const OF = ['nodes', 'groups', 'edges', 'loops'] as const

/** The differences of two graphs, and which element is which. */
export function foundBetween(before: Side, after: Side): { found: Found[]; matched: Matched } {
  const [a, b] = [before.format, after.format]
  if (!a || !b || a.name === b.name || !a.capabilities || !b.capabilities) {
    const matched = matchGraphs(before.graph, after.graph, { texts: true })
    return { found: [...compared(before.graph, after.graph, matched)], matched }
  }
  const own = [asItIs(before.graph), asItIs(after.graph)] as const
  const forth = [seenIn(b, before.graph), own[1]] as const
  const back = [own[0], seenIn(a, after.graph)] as const
  const levels = [forth, back].map(([left, right]): Level => {
    const natural = matchGraphs(left.graph, right.graph, { texts: true })
    return { left, right, natural, pairs: inNumbers(natural, left, right, own) }
  })
  const [first, second] = levels as [Level, Level]
  // The pairing that knows more is that of both; where neither does, the one by which less has changed.
  const more = sizeOf(first.pairs) - sizeOf(second.pairs)
  const candidates = more > 0 ? [first.pairs] : more < 0 ? [second.pairs] : [first.pairs, second.pairs]
  const results = candidates.map(pairs => ({ pairs, found: shownBothWays(pairs, [first, second], own) }))
  const { pairs, found } = results.reduce((best, next) =>
    next.found.length < best.found.length ? next : best,
  )
  return { found, matched: ofNumbers(pairs, before.graph, after.graph) }
}

/** The two graphs as one of the two formats holds them. */
interface Level {
  readonly left: Seen
  readonly right: Seen
  /** The pairing that one would see there. */
  readonly natural: Matched
  readonly pairs: Pairs
}

function shownBothWays(pairs: Pairs, levels: readonly [Level, Level], own: readonly [Seen, Seen]): Found[] {
  const [forth, back] = levels.map(({ left, right, natural }) => {
    const matched = inKeys(pairs, natural, left, right, own)
    return [...compared(left.graph, right.graph, matched)].map(each => numbered(each, left, right))
  }) as [Found[], Found[]]
  const seen = new Map(back.map(each => [keyOf(each), each]))
  return forth.flatMap(each => {
    const other = seen.get(keyOf(each))
    // Ids are each text's own.
    if (!other || each.field === 'id') return []
    const keys = ofGraphs(each, own[0].graph, own[1].graph)
    return [{ ...keys, ...valuesOf(other.before, each.after) }]
  })
}

const valuesOf = (before: unknown, after: unknown): Pick<Found, 'before' | 'after'> => ({
  ...(before !== undefined && { before }),
  ...(after !== undefined && { after }),
})

function asItIs(graph: Graph): Seen {
  const table = (keys: Iterable<Key>) => new Map([...keys].map((key, place) => [key, place]))
  const numbers = {
    nodes: table(graph.nodes.keys()),
    groups: table(graph.groups.keys()),
    edges: table(graph.edges.keys()),
    loops: table(graph.loops.keys()),
  }
  return { graph, numbers }
}

function seenIn(format: Format, source: Graph): Seen {
  const options: FormatOptions = {}
  const { graph, origins } = lowerQuietly(source, targetOf(format, source, options, false))
  return { graph, numbers: numbersOf(origins) }
}

const numbersOf = ({ nodes, groups, edges, loops }: Origins): Numbers => ({
  nodes,
  groups,
  edges: new Map(edges.map((number, place) => [place, number])),
  loops: new Map(loops.map((number, place) => [place, number])),
})

type Pairs = { readonly [K in keyof Matched]: ReadonlyMap<number, number> }

const tablesOf = <T>(tableOf: (of: keyof Matched) => T) =>
  Object.fromEntries(OF.map(of => [of, tableOf(of)])) as { [K in keyof Matched]: T }

const sizeOf = (pairs: Pairs): number => OF.reduce((sum, of) => sum + pairs[of].size, 0)

/** A pairing of two graphs as one of those that they were made of; what was added to one of them is in no pair. */
function inNumbers(natural: Matched, left: Seen, right: Seen, own: readonly [Seen, Seen]): Pairs {
  return tablesOf(of => {
    const pairs = new Map<number, number>()
    for (const [old, now] of natural[of] as ReadonlyMap<Key, Key>) {
      const [a, b] = [left.numbers[of].get(old), right.numbers[of].get(now)]
      if (isOwn(own[0], of, a) && isOwn(own[1], of, b)) pairs.set(a, b)
    }
    return pairs
  })
}

const isOwn = (own: Seen, of: keyof Matched, number: number | undefined): number is number =>
  number !== undefined && number < own.numbers[of].size

/** The way back: the same pairing for two graphs that were made, and beside it what lowering added to one of them. */
function inKeys(
  pairs: Pairs,
  natural: Matched,
  left: Seen,
  right: Seen,
  own: readonly [Seen, Seen],
): Matched {
  const found = tablesOf(of => {
    const keys = new Map<Key, Key>()
    const there = new Map([...right.numbers[of]].map(([key, number]) => [number, key]))
    for (const [key, number] of left.numbers[of]) {
      const pair = there.get(pairs[of].get(number) ?? -1)
      if (pair !== undefined) keys.set(key, pair)
    }
    const taken = new Set(keys.values())
    for (const [old, now] of natural[of] as ReadonlyMap<Key, Key>) {
      const isAdded =
        !isOwn(own[0], of, left.numbers[of].get(old)) || !isOwn(own[1], of, right.numbers[of].get(now))
      if (isAdded && !keys.has(old) && !taken.has(now)) keys.set(old, now)
    }
    return keys
  })
  return found as unknown as Matched
}

/** With the numbers of the two graphs that are compared, in place of keys. */
function numbered(found: Found, left: Seen, right: Seen): Found {
  const { of, old, now } = found
  if (of === 'graph') return found
  const [a, b] = [old, now].map((key, side) =>
    key === undefined ? undefined : (side === 0 ? left : right).numbers[of].get(key),
  )
  return { ...found, ...(a !== undefined && { old: a }), ...(b !== undefined && { now: b }) }
}

const keyOf = ({ of, old = '', now = '', field = '' }: Found): string => JSON.stringify([of, old, now, field])

const keysOf = (graph: Graph, of: keyof Matched): readonly Key[] =>
  of === 'nodes' || of === 'groups' ? [...graph[of].keys()] : [...graph[of].keys()]

/** With the keys of the graphs themselves again. */
function ofGraphs({ of, old, now, field }: Found, before: Graph, after: Graph): Found {
  if (of === 'graph') return { of, ...(field !== undefined && { field }) }
  const [a, b] = [before, after].map((graph, side) => {
    const number = side === 0 ? old : now
    return number === undefined ? undefined : keysOf(graph, of)[Number(number)]
  })
  return {
    of,
    ...(a !== undefined && { old: a }),
    ...(b !== undefined && { now: b }),
    ...(field !== undefined && { field }),
  }
}

function ofNumbers(pairs: Pairs, before: Graph, after: Graph): Matched {
  const found = tablesOf(of => {
    const [left, right] = [keysOf(before, of), keysOf(after, of)]
    return new Map([...pairs[of]].map(([a, b]) => [left[a]!, right[b]!]))
  })
  return found as unknown as Matched
}
