/** Lines that a page cannot have as they were drawn any more: what they say would not be read of them. */
import type { Graph } from '../../../src/ir/model.js'
import type { PageCells } from '../read/read.js'
import { withInFile } from '../words/in-file.js'
import { withoutLooseEnds } from '../words/loose-terminals.js'
import type { Merged } from './merge.js'

export interface Corrections {
  /** Lines with loose ends that have to be fastened. */
  readonly fastened?: ReadonlySet<string>
  /** Lines whose labels cannot stand in texts beside them any more. */
  readonly relabelled?: ReadonlySet<string>
}

interface Update extends Corrections {
  readonly merged: Merged
  readonly cells: PageCells
}

/** The lines of a page that have to be fastened, or to have labels of their own, so. */
export function correctedIn(graph: Graph, { merged, cells, fastened, relabelled }: Update): Graph {
  if (!fastened?.size && !relabelled?.size) return graph
  const edges = graph.edges.map((edge, i) => {
    const id = cells.edges[merged.edgeFrom[i] ?? -1]?.id ?? ''
    const whole = fastened?.has(id) ? withoutLooseEnds(edge) : edge
    return relabelled?.has(id) ? withInFile(whole, [['beside', undefined]]) : whole
  })
  return { ...graph, edges }
}
