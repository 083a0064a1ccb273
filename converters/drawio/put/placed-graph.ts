/** A graph with the places that a page has for it. */
import type { Graph, Group, Node } from '../../../src/ir/model.js'
import type { Box } from '../../../src/layout/boxes.js'
import { boxGeometry, drawnLine, lineGeometry } from '../words/geometry.js'
import { withInFile } from '../words/in-file.js'
import { frameOf } from './frames.js'
import { type Placed, type Room, SMALL } from './room.js'

export interface PlacedGraph {
  readonly graph: Graph
  readonly loops: readonly Box[]
}

/** The graph with every place in it, and the frames of its loops. */
export function withPlaces(graph: Graph, room: Room): PlacedGraph {
  const into = <T extends Node | Group>(element: T, box: Placed | undefined): T => {
    return withInFile(element, [['geometry', boxGeometry(box ?? { ...SMALL })]])
  }
  const pool = room.pool && boxGeometry(room.pool)
  const placed: Graph = {
    ...(pool ? withInFile(graph, [['pool', pool]]) : graph),
    nodes: new Map([...graph.nodes].map(([id, node]) => [id, into(node, room.nodes.get(id))])),
    groups: new Map([...graph.groups].map(([id, group]) => [id, into(group, room.groups.get(id))])),
    edges: graph.edges.map((edge, i) => {
      const line = drawnLine(edge)
      if (!line) return edge
      return withInFile(edge, [['geometry', lineGeometry({ ...line, points: room.bends[i] ?? [] })]])
    }),
  }
  return { graph: placed, loops: graph.loops.map(({ nodes }, i) => frameOf(room, nodes, room.loops[i])) }
}
