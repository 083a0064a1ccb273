/** Nodes whose fields are others now, with the cells that the page has for those of them that it had. */
import type { PutChange } from '../../../src/format.js'
import type { Graph, Node } from '../../../src/ir/model.js'
import { sameFields } from '../../../src/ir/records.js'
import type { PageCells } from '../read/read.js'
import { fieldMerger } from './fields.js'
import type { Merged } from './merge.js'
import type { Say } from './merge-parts.js'

interface Change {
  /** What the fields are to be. */
  readonly source: Graph
  readonly matched: PutChange['matched']
  readonly cells: PageCells
  readonly say?: Say
}

/** @param page as it is, read with where everything stands */
export function withOldFields(
  merged: Merged,
  page: Graph,
  { source, matched, cells, say = () => {} }: Change,
): Merged {
  const fielded = fieldMerger(page, source, cells, say)
  const nodes = new Map(merged.graph.nodes)
  const moved = new Set(merged.moved)
  for (const [old, id] of matched.nodes) {
    const [before, now] = [page.nodes.get(old), nodes.get(id)!]
    if (!before || !now.fields?.length || sameFields(before.fields ?? [], now.fields)) continue
    const after: Node = fielded(before, now)
    nodes.set(id, after)
    if (moved.delete(now)) moved.add(after)
  }
  return { ...merged, moved, graph: { ...merged.graph, nodes } }
}
