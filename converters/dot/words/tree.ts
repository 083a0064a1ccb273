/**
 * What groups do not tell of the subgraphs of a graph: those that are no clusters and put nodes on one rank, and nodes in a second
 * cluster. It is kept in `extras.dot.subgraphs` of the graph. What groups nothing that is drawn belongs to the text alone.
 */
import { addTo } from '../../../src/ir/lists.js'
import type { Graph, Value } from '../../../src/ir/model.js'
import { placesOf } from './places.js'

/** A subgraph that says `rank`. */
export interface RankSet {
  readonly rank: string
  readonly nodes: readonly string[]
  readonly subgraphs: readonly RankSet[]
}

/** What stands in a cluster or in the graph besides its own nodes. */
export interface Besides {
  /** Nodes whose group is another one. */
  readonly nodes: readonly string[]
  readonly ranks: readonly RankSet[]
}

/** By group, in the order of clusters in the text; that of the graph itself is under `undefined`, and comes first. */
export type Tree = ReadonlyMap<string | undefined, Besides>

/** A subgraph as it was said, with all nodes that stand in it and in none of those in it. */
export interface Entry {
  readonly group?: string
  readonly rank?: string
  readonly nodes: readonly string[]
  readonly subgraphs: readonly Entry[]
}

/** https://graphviz.org/docs/attr-types/rankType/ */
const RANKS: ReadonlySet<string> = new Set(['same', 'min', 'source', 'max', 'sink'])

/** Whether a subgraph that is no cluster shows by its `rank`. */
export const isRank = (rank: string | undefined): boolean => rank !== undefined && RANKS.has(rank)

/** The tree that the extras of a graph keep, as far as it still fits the graph. */
export function treeInExtras(graph: Graph): Tree {
  return treeOf(entriesOf(graph.extras.get('dot')?.get('subgraphs')), graph)
}

interface Making {
  readonly rank: string
  readonly nodes: Set<string>
  readonly subgraphs: Making[]
}

/** What of some subgraphs is drawn, and fits the graph. */
export function treeOf(entries: readonly Entry[], graph: Pick<Graph, 'nodes' | 'groups'>): Tree {
  const { nodes, groups } = graph
  const second = new Map<string, string[]>()
  const ranks = new Map<string | undefined, Making[]>()
  const visit = (list: readonly Entry[], cluster: string | undefined, around: Making | undefined): void => {
    for (const { group, rank = '', nodes: own, subgraphs } of list) {
      const isGroup = group !== undefined && groups.has(group)
      if (RANKS.has(rank) && !isGroup) {
        const set: Making = { rank, nodes: new Set(own), subgraphs: [] }
        if (around) around.subgraphs.push(set)
        else addTo(ranks, cluster, set)
        visit(subgraphs, cluster, set)
        continue
      }
      const inner = isGroup ? group : cluster
      for (const id of own) {
        around?.nodes.add(id)
        if (inner !== undefined) addTo(second, inner, id)
      }
      visit(subgraphs, inner, around)
    }
  }
  visit(entries, undefined, undefined)
  if (second.size === 0 && ranks.size === 0) return new Map()
  const places = placesOf(graph)
  const found = new Map<string | undefined, Besides>()
  /** For each group, the nodes that come into it with what stands in it. */
  const coming = new Map<string | undefined, Set<string>>()
  for (const id of [undefined, ...places.order].reverse()) {
    const mayHold = (node: string) => nodes.has(node) && (id === undefined || places.mayHold(id, node))
    const sets = settled(ranks.get(id) ?? [], mayHold)
    const known = coming.get(id) ?? new Set()
    for (const set of sets) for (const node of nodesOf(set)) known.add(node)
    const others = id === undefined ? [] : new Set(second.get(id))
    const own = [...others]
      .filter(node => mayHold(node) && !known.has(node) && !places.holds(id, node))
      .sort()
    if (sets.length > 0 || own.length > 0) found.set(id, { nodes: own, ranks: sets })
    if (id === undefined) continue
    const parent = groups.get(id)!.parent
    const above = coming.get(parent) ?? new Set()
    coming.set(parent, above)
    for (const node of [...known, ...own]) above.add(node)
  }
  return new Map([...found].reverse())
}

function settled(sets: readonly Making[], mayHold: (node: string) => boolean): RankSet[] {
  return sets.flatMap(({ rank, nodes, subgraphs }): RankSet[] => {
    const inner = settled(subgraphs, mayHold)
    const known = new Set(inner.flatMap(set => [...nodesOf(set)]))
    const own = [...nodes].filter(node => mayHold(node) && !known.has(node)).sort()
    return own.length + inner.length > 0 ? [{ rank, nodes: own, subgraphs: inner }] : []
  })
}

/** The nodes of a subgraph and of those in it. */
export function* nodesOf(set: RankSet): Generator<string> {
  yield* set.nodes
  for (const inner of set.subgraphs) yield* nodesOf(inner)
}

/** As the extras of a graph keep it; nothing where groups say it all. */
export function treeValue(tree: Tree): Value | undefined {
  if (tree.size === 0) return undefined
  return [...tree].flatMap(([group, { nodes, ranks }]): Value[] => {
    if (group === undefined) return ranks.map(rankValue)
    return [
      new Map<string, Value>([
        ['group', group],
        ...(nodes.length > 0 ? [['nodes', nodes] as const] : []),
        ...(ranks.length > 0 ? [['subgraphs', ranks.map(rankValue)] as const] : []),
      ]),
    ]
  })
}

function rankValue({ rank, nodes, subgraphs }: RankSet): Value {
  return new Map<string, Value>([
    ['attributes', new Map([['rank', rank]])],
    ...(nodes.length > 0 ? [['nodes', nodes] as const] : []),
    ...(subgraphs.length > 0 ? [['subgraphs', subgraphs.map(rankValue)] as const] : []),
  ])
}

/** From what extras keep, or what an earlier release kept there: every subgraph, with all its attributes and edges. */
function entriesOf(value: Value | undefined): Entry[] {
  return listIn(value).flatMap((item): Entry[] => {
    if (!(item instanceof Map)) return []
    const entry = item as ReadonlyMap<string, Value>
    const [group, attributes] = [entry.get('group'), entry.get('attributes')]
    const rank = attributes instanceof Map ? attributes.get('rank') : undefined
    return [
      {
        ...(typeof group === 'string' && { group }),
        ...(typeof rank === 'string' && { rank }),
        nodes: listIn(entry.get('nodes')).filter(id => typeof id === 'string'),
        subgraphs: entriesOf(entry.get('subgraphs')),
      },
    ]
  })
}

const listIn = (value: Value | undefined): readonly Value[] => (Array.isArray(value) ? value : [])
