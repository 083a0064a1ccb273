/** Every element of a graph, for who does the same with all of them. */
import type { RecordKind } from './kinds.js'
import { elementFields, type Graph, graphFields } from './model.js'

export type Collection = keyof typeof elementFields

export interface Element {
  readonly of: Collection | 'graph'
  /** As changes name it: empty for the graph itself, `['nodes', 'a']`, `['edges', 3]`. */
  readonly path: readonly (string | number)[]
  /** Where it stands in its collection. */
  readonly place: number
  readonly kind: RecordKind
  readonly value: unknown
}

/** The graph itself, its nodes, groups, edges and loops. */
export function* elementsOf(graph: Graph): Generator<Element> {
  yield { of: 'graph', path: [], place: 0, kind: graphFields, value: graph }
  for (const of of ['nodes', 'groups'] as const) {
    let place = 0
    for (const [id, value] of graph[of])
      yield { of, path: [of, id], place: place++, kind: elementFields[of], value }
  }
  for (const of of ['edges', 'loops'] as const) {
    for (const [place, value] of graph[of].entries())
      yield { of, path: [of, place], place, kind: elementFields[of], value }
  }
}

/** What all elements have in common. */
type AnyElement = Pick<Graph, 'extras' | 'document'>

/** A graph with another element in the place of each, the graph itself too; of those that stay, the same objects. */
export function mapElements(graph: Graph, change: <T extends AnyElement>(element: T) => T): Graph {
  const table = <T extends AnyElement>(elements: ReadonlyMap<string, T>) =>
    new Map([...elements].map(([id, element]) => [id, change(element)]))
  return {
    ...change(graph),
    nodes: table(graph.nodes),
    groups: table(graph.groups),
    edges: graph.edges.map(edge => change(edge)),
    loops: graph.loops.map(loop => change(loop)),
  }
}
