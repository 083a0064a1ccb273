/** When a diagram is written as `swimlane-beta`, whose outermost subgraphs are lanes. */
import type { FormatOptions } from '../../../src/format.js'
import type { Graph } from '../../../src/ir/model.js'

/** With the option `lanes: 'swimlane'`; without the option, when the diagram was one. */
export function isSwimlanes(graph: Graph, { lanes }: FormatOptions): boolean {
  if (lanes !== undefined) return lanes === 'swimlane'
  return graph.extras.get('mermaid')?.get('header') === 'swimlane-beta'
}
