/** Lines that a page cannot have as they were drawn any more: what they say would not be read of them. */
import type { Graph, Group, Node } from '../../../src/ir/model.js'
import type { PageCells } from '../read/read.js'
import { withInFile } from '../words/in-file.js'
import { withoutLooseEnds } from '../words/loose-terminals.js'
import type { Merged } from './merge.js'
import type { OldNames } from './names.js'

export interface Corrections {
  /** Lines with loose ends that have to be fastened. */
  readonly fastened?: ReadonlySet<string>
  /** Lines, nodes and groups whose labels cannot stand in texts beside them any more. */
  readonly relabelled?: ReadonlySet<string>
}

interface Update extends Corrections {
  readonly merged: Merged
  readonly cells: PageCells
  readonly oldNames?: OldNames
}

/** What has to have labels of its own, and the lines of a page that have to be fastened, so. */
export function correctedIn(graph: Graph, { merged, cells, fastened, relabelled, oldNames }: Update): Graph {
  if (!fastened?.size && !relabelled?.size) return graph
  const edges = graph.edges.map((edge, i) => {
    const id = cells.edges[merged.edgeFrom[i] ?? -1]?.id ?? ''
    const whole = fastened?.has(id) ? withoutLooseEnds(edge) : edge
    return relabelled?.has(id) ? withInFile(whole, [['beside', undefined]]) : whole
  })
  const labelled = <T extends Node | Group>(elements: ReadonlyMap<string, T>, table: 'nodes' | 'groups') =>
    new Map(
      Array.from(elements, ([id, element]): [string, T] => {
        const cell = cells[table].get(oldNames?.[table].get(id) ?? id)?.id
        const own = cell !== undefined && relabelled?.has(cell)
        return [id, own ? withInFile(element, [['title', undefined]]) : element]
      }),
    )
  return {
    ...graph,
    edges,
    nodes: labelled(graph.nodes, 'nodes'),
    groups: labelled(graph.groups, 'groups'),
  }
}
