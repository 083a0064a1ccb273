/** Which nodes are written where an edge first mentions them, by the option `nodes: 'inline'`. */
import type { FormatOptions } from '../../../src/format.js'
import { blockOrder } from '../../../src/ir/blocks.js'
import type { Graph, Node } from '../../../src/ir/model.js'
import { commentLines } from './comments.js'

/**
 * The nodes that can be: of no group, since a group's nodes must stand in it; without comments and without several properties; and so that the nodes of no
 * group still come in their order. What is declared comes first, so these are the last ones, as far back as edges mention
 * them in that order. None without the option.
 */
export function inlineNodes(graph: Graph, options: FormatOptions): ReadonlySet<Node> {
  if (options.nodes !== 'inline') return NONE
  const mentions = firstMentions(graph)
  const inline = new Set<Node>()
  let before = Number.POSITIVE_INFINITY
  for (const node of [...graph.nodes.values()].reverse()) {
    if (node.group !== undefined) continue
    const place = mentions.get(node.id)
    if (place === undefined || place > before || !canMove(node)) break
    inline.add(node)
    before = place
  }
  return inline
}

const NONE: ReadonlySet<Node> = new Set()

export function withoutNodes(graph: Graph, without: ReadonlySet<Node>): Graph {
  if (without.size === 0) return graph
  return { ...graph, nodes: new Map([...graph.nodes].filter(([, node]) => !without.has(node))) }
}

/** The ids of the nodes of a lowered graph as a reader meets them: block by block, then those that edges declare. */
export function writtenOrder(graph: Graph, options: FormatOptions): string[] {
  const inline = inlineNodes(graph, options)
  const order = blockOrder(withoutNodes(graph, inline))
  if (inline.size > 0) for (const node of graph.nodes.values()) if (inline.has(node)) order.push(node.id)
  return order
}

/** Where among the ends of edges each node is mentioned first. */
function firstMentions({ edges }: Graph): Map<string, number> {
  const mentions = new Map<string, number>()
  for (const { from, to } of edges) {
    for (const { kind, id } of [from, to])
      if (kind === 'node' && !mentions.has(id)) mentions.set(id, mentions.size)
  }
  return mentions
}

/** An id that begins like the ids that mermaid makes up for edges could be taken for one behind that edge. */
function canMove(node: Node): boolean {
  const props = node.extras.get('mermaid')?.get('props')
  const isLong = props instanceof Map && props.size > 1
  return !node.id.startsWith('L_') && !isLong && commentLines(node).length === 0
}
