/**
 * Which nodes the source of a graph puts side by side: DOT's `rank` (https://graphviz.org/docs/attrs/rank/), which stands in the extras of the
 * source's graph, as the model has no word for it.
 */
import type { Graph, Value } from '../ir/model.js'

/** Nodes of one rank, which may be the first or the last one. */
export interface RankSet {
  readonly place: 'any' | 'first' | 'last'
  readonly nodes: readonly string[]
}

/** Under this name a graph holds its ranks for the layout alone; nothing writes it. */
const LAYOUT = 'layout'

const PLACES: ReadonlyMap<unknown, RankSet['place']> = new Map([
  ['same', 'any'],
  ['min', 'first'],
  ['source', 'first'],
  ['max', 'last'],
  ['sink', 'last'],
])

const isMap = (value: unknown): value is ReadonlyMap<string, Value> => value instanceof Map
const listIn = (value: unknown): readonly Value[] => (Array.isArray(value) ? value : [])

/** The sets in some subgraphs. What stands in a set that is in another one has both ranks, and so one. */
function* setsIn(subgraphs: Value | undefined): Generator<RankSet> {
  const waiting = listIn(subgraphs).map(entry => ({ entry, into: undefined as string[] | undefined }))
  for (const { entry, into } of waiting) {
    if (!isMap(entry)) continue
    const attributes = entry.get('attributes')
    const place = PLACES.get(isMap(attributes) ? attributes.get('rank') : undefined)
    const nodes = into ?? []
    if (place) for (const id of listIn(entry.get('nodes'))) if (typeof id === 'string') nodes.push(id)
    // Sets in sets come behind this one in the list, and add to it.
    for (const inner of listIn(entry.get('subgraphs')))
      waiting.push({ entry: inner, into: place ? nodes : undefined })
    if (place && !into) yield { place, nodes }
  }
}

/** The graph with the ranks that its source has. @param source the graph before what its target cannot hold was left out of it */
export function withRankSets(graph: Graph, source: Graph): Graph {
  const subgraphs = source.extras.get('dot')?.get('subgraphs')
  if (subgraphs === undefined) return graph
  const own = new Map<string, Value>([...(graph.extras.get(LAYOUT) ?? []), ['ranks', subgraphs]])
  return { ...graph, extras: new Map([...graph.extras, [LAYOUT, own]]) }
}

/** The ranks that `withRankSets` has given a graph. */
export const rankSetsOf = ({ extras }: Graph): readonly RankSet[] => [
  ...setsIn(extras.get(LAYOUT)?.get('ranks')),
]
