/** A graph with the places that a page has for it. */
import type { Graph, Group, Node } from '../../../src/ir/model.js'
import type { Box } from '../../../src/layout/boxes.js'
import { boxGeometry, drawnLine, lineGeometry } from '../words/geometry.js'
import { frameOf } from './frames.js'
import { type Placed, type Room, SMALL } from './room.js'

export interface PlacedGraph {
  readonly graph: Graph
  readonly loops: readonly Box[]
}

/** The graph with every place in it, and the frames of its loops. */
export function withPlaces(graph: Graph, room: Room): PlacedGraph {
  const into = <T extends Node | Group>(element: T, box: Placed | undefined): T => {
    const own = new Map(element.extras.get('drawio'))
    own.set('geometry', boxGeometry(box ?? { ...SMALL }))
    return { ...element, extras: new Map([...element.extras, ['drawio', own]]) }
  }
  const extras = new Map(graph.extras.get('drawio'))
  if (room.pool) extras.set('pool', boxGeometry(room.pool))
  const placed: Graph = {
    ...graph,
    nodes: new Map([...graph.nodes].map(([id, node]) => [id, into(node, room.nodes.get(id))])),
    groups: new Map([...graph.groups].map(([id, group]) => [id, into(group, room.groups.get(id))])),
    edges: graph.edges.map((edge, i) => {
      const line = drawnLine(edge.extras)
      if (!line) return edge
      const own = new Map(edge.extras.get('drawio'))
      own.set('geometry', lineGeometry({ ...line, points: room.bends[i] ?? [] }))
      return { ...edge, extras: new Map([...edge.extras, ['drawio', own]]) }
    }),
    extras: new Map([...graph.extras, ['drawio', extras]]),
  }
  return { graph: placed, loops: graph.loops.map(({ nodes }, i) => frameOf(room, nodes, room.loops[i])) }
}
