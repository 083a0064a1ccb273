/**
 * ELK's way to say which layer something stands in: partitions, of which each lies before the next one. Where a source puts nodes side by
 * side, everything beside them gets the partition that its rank is, as if what is side by side were one.
 */
import { addTo } from '../../ir/lists.js'
import type { Edge, End, Graph, Group, Node } from '../../ir/model.js'
import { type Link, rankNodes } from '../lanes/ranks.js'
import { type RankSet, rankSetsOf } from '../rank-sets.js'
import { rootIn } from './disjoint.js'
import { siblingsOf } from './mentions.js'

type Item = Group | Node

/** By kind and id. */
export type Partitions = ReadonlyMap<string, number>

/** For what holds things in partitions. */
export const RANKED = { 'elk.partitioning.activate': 'true' } as const

const keyOf = (item: Item): string => `${'kind' in item ? 'group' : 'node'} ${item.id}`
const around = (item: Item): string | undefined => ('kind' in item ? item.parent : item.group)

/** Whether an edge that nobody sees only says how what is side by side follows on each other. */
export function isAlong({ from, to, line }: Edge, partitions: Partitions): boolean {
  const partition = partitions.get(`${from.kind} ${from.id}`)
  return (
    line === 'invisible' && partition !== undefined && partition === partitions.get(`${to.kind} ${to.id}`)
  )
}

/** What ELK is told of the place of a node or group. */
export function partitionOptions(item: Item, partitions: Partitions): Record<string, string> {
  const partition = partitions.get(keyOf(item))
  return partition === undefined ? {} : { 'elk.partitioning.partition': String(partition) }
}

/**
 * Partitions of what stands in no group of a part: ELK has none within groups that it lays out with what is around them.
 * @param own for each edge, whether it counts
 */
export function partitionsIn(
  graph: Graph,
  part: string | undefined,
  items: readonly Item[],
  own: readonly boolean[],
): Partitions {
  const sets = rankSetsOf(graph)
  if (sets.length === 0) return new Map()
  const level = items.filter(item => around(item) === part)
  return new Map(ranksOf(graph, level, sets, own))
}

type Tied = Pick<End, 'kind' | 'id'>

/** What is to stand right behind something else. */
export interface Tie {
  readonly before: Tied
  readonly behind: Tied
}

const tiedBy = (key: string): Tied =>
  key.startsWith('group ') ? { kind: 'group', id: key.slice(6) } : { kind: 'node', id: key.slice(5) }

/**
 * What holds the sets of each inner group together, where ELK has no partitions: lines that nobody sees, as short as can be, from a node
 * right before a rank to those of that rank, or from those to a node right behind it. A set with neither stays as it is.
 */
export function tiesIn(
  graph: Graph,
  part: string | undefined,
  items: readonly Item[],
  own: readonly boolean[],
): readonly Tie[] {
  const sets = rankSetsOf(graph)
  if (sets.length === 0) return []
  const levels = new Map<string | undefined, Item[]>()
  for (const item of items) if (around(item) !== part) addTo(levels, around(item), item)
  return [...levels.values()].flatMap(level => tiesOf(graph, level, sets, own))
}

function tiesOf(
  graph: Graph,
  level: readonly Item[],
  sets: readonly RankSet[],
  own: readonly boolean[],
): Tie[] {
  const ranks = new Map(ranksOf(graph, level, sets, own))
  if (ranks.size === 0) return []
  const pairs = graph.edges.flatMap((edge, i) => {
    const pair = own[i] && edge.line !== 'invisible' ? siblingsOf(graph, edge) : undefined
    return pair?.every(key => ranks.has(key)) ? [pair] : []
  })
  const next = new Map<string, string[]>()
  for (const [from, to] of pairs) addTo(next, from, to)
  return sets.flatMap(({ nodes }): Tie[] => {
    const there = nodes.map(id => `node ${id}`)
    // Of one that reaches over borders, a part held together would only lead lines away from the rest.
    if (!there.every(key => ranks.has(key))) return []
    const rank = ranks.get(there[0] ?? '')
    const row = there.filter(key => ranks.get(key) === rank)
    if (rank === undefined || row.length < 2) return []
    const isRow = new Set(row)
    // In a circle nobody can say which of two stands before the other.
    if (reaches(next, row, isRow)) return []
    const near = (step: number, at: 0 | 1): string | undefined =>
      pairs.find(pair => isRow.has(pair[at]) && ranks.get(pair[1 - at]!) === rank + step)?.[1 - at]
    const before = near(-1, 1)
    if (before !== undefined) return row.map(key => ({ before: tiedBy(before), behind: tiedBy(key) }))
    const behind = near(1, 0)
    return behind === undefined ? [] : row.map(key => ({ before: tiedBy(key), behind: tiedBy(behind) }))
  })
}

/** Whether lines lead from some of those back to some of those, however far. */
function reaches(
  next: ReadonlyMap<string, readonly string[]>,
  from: readonly string[],
  ends: ReadonlySet<string>,
): boolean {
  const seen = new Set<string>()
  const waiting = from.flatMap(key => next.get(key) ?? [])
  for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
    if (ends.has(key)) return true
    if (seen.has(key)) continue
    seen.add(key)
    waiting.push(...(next.get(key) ?? []))
  }
  return false
}

/** The ranks of what stands beside each other in one group; none where nothing is said of any of it. */
function* ranksOf(
  graph: Graph,
  level: readonly Item[],
  sets: readonly RankSet[],
  own: readonly boolean[],
): Generator<readonly [key: string, rank: number]> {
  const index = new Map(level.map((item, i) => [keyOf(item), i]))
  const before = new Map<number, number[]>()
  const links = graph.edges.flatMap((edge, i): Link[] => {
    const pair = own[i] ? siblingsOf(graph, edge) : undefined
    const [from, to] = pair?.map(key => index.get(key)) ?? []
    if (from === undefined || to === undefined || from === to) return []
    if (edge.line !== 'invisible') addTo(before, to, from)
    return [{ from, to, min: Math.max(1, Math.min(20, edge.length ?? 1)) }]
  })
  const root = level.map((_, i) => i)
  const rootOf = (at: number): number => rootIn(root, at)
  const places = new Map<number, RankSet['place']>()
  for (const { place, nodes } of sets) {
    const there = nodes.flatMap(id => index.get(`node ${id}`) ?? [])
    // A line between two layers has room; within one, it would run through what stands between its ends. So it leads to the next.
    const all = new Set(there)
    const free = there.filter(at => !before.get(at)?.some(other => all.has(other)))
    if (free.length === 0 || (place === 'any' && free.length < 2)) continue
    for (const at of free) root[rootOf(at)] = rootOf(free[0]!)
    places.set(free[0]!, place)
  }
  if (places.size === 0) return
  const ranks = rankNodes(
    level.length,
    links.map(link => ({ ...link, from: rootOf(link.from), to: rootOf(link.to) })),
  )
  const last = Math.max(...level.map((_, i) => ranks[rootOf(i)]!))
  const asked = new Map<number, number>()
  for (const [at, place] of places) if (place !== 'any') asked.set(rootOf(at), place === 'first' ? 0 : last)
  for (const [i, item] of level.entries()) yield [keyOf(item), asked.get(rootOf(i)) ?? ranks[rootOf(i)]!]
}
