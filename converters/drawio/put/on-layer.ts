/** New things on the layer that was asked for. */
import type { Edge, Group, Node } from '../../../src/ir/model.js'
import type { Message } from '../../../src/messages/message.js'
import { decodeLabel } from '../document/html.js'
import type { PageCells } from '../read/read.js'
import { namesInWords, placeNamed } from '../words/choice.js'
import { withInFile } from '../words/in-file.js'
import type { Merged } from './merge.js'
import { noLayer } from './messages.js'
import type { PlacedGraph } from './placed-graph.js'

/** What draw.io calls a layer that has no name, where it is the first one. */
const FIRST = 'Background'

/** The id of the cell of a layer by its name or number; a message with those that there are where it is not one of them. */
export function layerNamed({ layers }: PageCells, wanted: string): string | Message {
  const names = layers.map(
    ({ label }, i) => decodeLabel(label, false).text.trim() || (i === 0 ? FIRST : undefined),
  )
  const place = placeNamed(names, wanted)
  return place === undefined ? noLayer({ wanted, names: namesInWords(names) }) : layers[place]!.id
}

/** The graph with what is new on it, and stands in no group, on a layer. @param merged which of its elements stand on the page already */
export function onLayer(
  { graph, loops }: PlacedGraph,
  { edgeFrom }: Merged,
  isThere: { readonly nodes: ReadonlyMap<string, unknown>; readonly groups: ReadonlyMap<string, unknown> },
  layer: string,
): PlacedGraph {
  const put = <T extends Node | Group | Edge>(element: T): T => withInFile(element, [['parent', layer]])
  const nodes = Array.from(graph.nodes, ([id, node]) => {
    return [id, node.group === undefined && !isThere.nodes.has(id) ? put(node) : node] as const
  })
  const groups = Array.from(graph.groups, ([id, group]) => {
    return [id, group.parent === undefined && !isThere.groups.has(id) ? put(group) : group] as const
  })
  const edges = graph.edges.map((edge, i) => (edgeFrom[i] === undefined ? put(edge) : edge))
  return { graph: { ...graph, nodes: new Map(nodes), groups: new Map(groups), edges }, loops }
}
