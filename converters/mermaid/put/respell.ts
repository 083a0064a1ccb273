/** What can be said in the author's own spelling: tried once for each node and edge, before anything is written anew. */
import { addTo } from '../../../src/ir/lists.js'
import type { Graph } from '../../../src/ir/model.js'
import type { TextEdit } from '../../../src/messages/message.js'
import type { Hop, Mention } from '../read/chain-places.js'
import { saysSame } from './attributes.js'
import { linkEdits, nodeEdits, sameLink } from './spelling.js'
import { edited, type State } from './state.js'

/** Labels, arrows, brackets and properties of nodes and edges, each where it stands, as its author spelt what is around it. */
export function withSpelling(state: State, after: Graph): State {
  const { doc, graph, tried } = state
  const edits: TextEdit[] = []
  const attempt = (key: string, edit: () => readonly TextEdit[] | undefined) => {
    if (tried.has(key)) return
    tried.add(key)
    edits.push(...(edit() ?? []))
  }
  const mentions = new Map<string, Mention[]>()
  const hops = new Map<number, Hop>()
  for (const { chain, edges } of doc.statements) {
    for (const mention of chain?.groups.flat() ?? []) addTo(mentions, mention.id, mention)
    const isPlain = chain && chain.hops.length === edges[1] - edges[0]
    for (const hop of isPlain ? chain.hops : []) hops.set(hop.base, hop)
  }
  for (const [id, node] of graph.nodes) {
    const now = after.nodes.get(id)
    if (now && !saysSame(node, now))
      attempt(`node ${id}`, () => nodeEdits(doc, mentions.get(id) ?? [], node, now))
  }
  for (const [place, edge] of graph.edges.entries()) {
    const [now, hop] = [after.edges[place], hops.get(place)]
    if (now && hop && !sameLink(edge, now)) attempt(`edge ${place}`, () => linkEdits(doc, hop, edge, now))
  }
  return edits.length === 0 ? state : (edited(state, edits) ?? state)
}
