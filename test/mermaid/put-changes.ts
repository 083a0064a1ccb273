/** What a person changes in a diagram, as functions from graph to graph. */
import { makeEdge, makeNode, nodeEnd, plain } from '../../src/ir/build.js'
import type { Edge, Graph, Group, Node } from '../../src/ir/model.js'

export type Change = (graph: Graph) => Graph

export const node =
  (id: string, change: (node: Node) => Node): Change =>
  graph => ({
    ...graph,
    nodes: new Map(Array.from(graph.nodes, ([key, at]) => [key, key === id ? change(at) : at])),
  })
export const group =
  (id: string, change: (group: Group) => Group): Change =>
  graph => ({
    ...graph,
    groups: new Map(Array.from(graph.groups, ([key, at]) => [key, key === id ? change(at) : at])),
  })
export const edge =
  (place: number, change: (edge: Edge) => Edge): Change =>
  graph => ({ ...graph, edges: graph.edges.map((at, index) => (index === place ? change(at) : at)) })
export const withoutEdge =
  (place: number): Change =>
  graph => ({ ...graph, edges: graph.edges.filter((_, index) => index !== place) })
export const withoutNode =
  (id: string): Change =>
  graph => ({
    ...graph,
    nodes: new Map([...graph.nodes].filter(([key]) => key !== id)),
    edges: graph.edges.filter(({ from, to }) => from.id !== id && to.id !== id),
  })
export const renamed =
  (id: string, to: string): Change =>
  graph => {
    const name = (old: string) => (old === id ? to : old)
    return {
      ...graph,
      nodes: new Map(Array.from(graph.nodes.values(), at => [name(at.id), { ...at, id: name(at.id) }])),
      edges: graph.edges.map(at => ({
        ...at,
        from: { ...at.from, id: name(at.from.id) },
        to: { ...at.to, id: name(at.to.id) },
      })),
    }
  }
export const addedEdge =
  (from: string, to: string, place?: number): Change =>
  graph => ({
    ...graph,
    edges: graph.edges.toSpliced(
      place ?? graph.edges.length,
      0,
      makeEdge({ from: nodeEnd(from), to: nodeEnd(to, 'normal') }),
    ),
  })
/** Behind another node in the order of all. */
export const addedNode =
  (id: string, label: string, behind: string, inside?: string): Change =>
  graph => {
    const fresh = makeNode({ id, shape: 'rectangle', label: plain(label), ...(inside && { group: inside }) })
    const nodes = [...graph.nodes].flatMap(entry =>
      entry[0] === behind ? [entry, [id, fresh] as const] : [entry],
    )
    return { ...graph, nodes: new Map(nodes) }
  }
export const label = (text: string) => (at: Node) => ({ ...at, label: plain(text) })
export const all =
  (...changes: Change[]): Change =>
  graph =>
    changes.reduce((now, change) => change(now), graph)
