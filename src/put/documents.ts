/** The documents of a text, for a graph that a program made of its own. */
import type { PutChange } from '../format.js'
import type { ElementDocument, Graph } from '../ir/model.js'

interface Documented {
  readonly document?: ElementDocument
}

/** The new graph with the documents of the old one where it has none: how its text has an element is nothing that the graph says. */
export function withDocuments({ before, after, matched }: PutChange): Graph {
  const nodes = new Map(after.nodes)
  for (const [old, now] of matched.nodes) nodes.set(now, documented(nodes.get(now)!, before.nodes.get(old)))
  const groups = new Map(after.groups)
  for (const [old, now] of matched.groups)
    groups.set(now, documented(groups.get(now)!, before.groups.get(old)))
  const edges = [...after.edges]
  for (const [old, now] of matched.edges) edges[now] = documented(edges[now]!, before.edges[old])
  const loops = [...after.loops]
  for (const [old, now] of matched.loops) loops[now] = documented(loops[now]!, before.loops[old])
  return { ...documented(after, before), nodes, groups, edges, loops }
}

function documented<T extends Documented>(element: T, before: Documented | undefined): T {
  if (!before?.document) return element
  return { ...element, document: new Map([...before.document, ...(element.document ?? [])]) }
}
