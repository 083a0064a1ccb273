/** Which nodes are written where an edge first mentions them, by the option `nodes: 'inline'`. */
import type { Graph, Node } from '../../src/ir/model.js'

/**
 * The nodes that can be: of no group, since a group's nodes must stand in it; without comments; and so that all nodes
 * still come in their order. What is declared comes first, so these are the last ones, as far back as edges mention
 * them in that order.
 */
export function inlineNodes(graph: Graph): ReadonlySet<Node> {
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
function canMove({ id, extras }: Node): boolean {
  return !id.startsWith('L_') && !extras.get('mermaid')?.has('comments')
}
