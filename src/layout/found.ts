/** Geometry that a reader found, for whoever draws the graph: where it is whole, nothing is laid out. */
import type { Graph } from '../ir/model.js'
import type { Layout } from './boxes.js'
import { framesAround } from './lanes/frames.js'

/** A layout that was read, for the graph as it is now; nothing where it has no place for some of it. */
export function layoutFor(graph: Graph, found: Layout | undefined): Layout | undefined {
  if (!found || graph.nodes.size + graph.groups.size === 0) return undefined
  for (const id of graph.nodes.keys()) if (!found.nodes.has(id)) return undefined
  for (const id of graph.groups.keys()) if (!found.groups.has(id)) return undefined
  if (found.routes.length !== graph.edges.length) return undefined
  if (found.loops.length === graph.loops.length) return found
  const paths = found.routes.map(({ path = [] }) => path)
  return { ...found, loops: framesAround(graph, found.nodes, paths) }
}
