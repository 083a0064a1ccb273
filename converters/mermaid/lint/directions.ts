/** Directions of subgraphs that mermaid ignores. */
import type { Graph, Group } from '../../../src/ir/model.js'
import type { Message } from '../../../src/messages/message.js'
import * as say from './messages.js'

/**
 * “If any of a subgraph’s nodes are linked to the outside, subgraph direction will be ignored” (mermaid’s page about flowcharts). Edges that
 * end at the subgraph itself do not count. With another layout than mermaid's own it may be heeded.
 */
export function ignoredDirections({ groups, nodes, edges, direction = 'TB', extras }: Graph): Message[] {
  const own = extras.get('mermaid')
  if (/elk/.test(String(own?.get('header') ?? '')) || own?.has('frontmatter') || own?.has('directives'))
    return []
  const around = (group: Group) => groups.get(group.parent ?? '')?.direction ?? direction
  const open = new Map(
    [...groups].filter(([, group]) => group.direction && group.direction !== around(group)),
  )
  if (open.size === 0) return []
  const chainOf = (id: string, kind: 'node' | 'group'): Set<string> => {
    const chain = new Set<string>()
    let at = kind === 'node' ? nodes.get(id)?.group : groups.get(id)?.parent
    while (at !== undefined && !chain.has(at)) {
      chain.add(at)
      at = groups.get(at)?.parent
    }
    return chain
  }
  const found: Message[] = []
  for (const { from, to } of edges) {
    const [a, b] = [chainOf(from.id, from.kind), chainOf(to.id, to.kind)]
    for (const [inside, outside, end, other] of [
      [a, b, from, to],
      [b, a, to, from],
    ] as const) {
      for (const id of inside) {
        const group = open.get(id)
        if (!group || outside.has(id) || other.id === id) continue
        open.delete(id)
        const node = nodes.get(end.id)?.label.text ?? end.id
        found.push(say.ignoredDirection({ name: group.label.text || id, node }, group.at))
      }
    }
  }
  return found
}
