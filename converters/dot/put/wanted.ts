/** What a text is to say, as Graphviz would make it of the writer's own text. */
import type { Graph } from '../../../src/ir/model.js'
import { resolveDot } from '../read/resolve.js'
import { htmlName } from '../words/names.js'
import type { ResolvedGraph } from '../words/resolved.js'
import { writeDot } from '../write/write.js'
import { keyOf } from './outline.js'

export interface Wanted {
  readonly graph: ResolvedGraph
  /** The keys of the graph's nodes in its own order, which the writer may not keep. */
  readonly order: readonly string[]
}

export function wantedOf(after: Graph): Wanted {
  const order = Array.from(after.nodes.values(), ({ id, extras }) => {
    const html = htmlName(id, extras.get('dot')?.get('html'))
    return keyOf(html === undefined ? { text: id } : { text: html, html: true })
  })
  return { graph: resolveDot(writeDot([{ graph: after }])).graphs[0]!, order }
}
