/** A page that says what was written there last: only what the source changed since then changes on it. */
import { matchGraphs, pairInOrder } from '../../../src/diff/match.js'
import type { Graph } from '../../../src/ir/model.js'
import { type UpdatedSince, updateSince } from '../../../src/put/since-written.js'
import type { PageCells } from '../read/read.js'
import { cellIdOf } from './match.js'
import type { Merged } from './merge.js'
import type { Say } from './merge-parts.js'
import { withOldFields } from './old-fields.js'
import { looseEnds } from './persons-fields.js'
import { withOldPlaces } from './places.js'

/**
 * @param page the page as it is, read with where everything stands
 * @param base what was written there last
 */
export function updatedSince(page: Graph, base: Graph, source: Graph, cells: PageCells): UpdatedSince {
  const found = matchGraphs(base, page)
  // A line that a person fastened elsewhere has the cell that it was first written as.
  const left = new Set(page.edges.keys())
  for (const place of found.edges.values()) left.delete(place)
  const first = cellIdOf(base, cells)
  const more = pairInOrder(
    base.edges,
    page.edges,
    [(edge, place) => (found.edges.has(place) ? undefined : first(edge, place))],
    [(_, place) => (left.has(place) ? cells.edges[place]?.id : undefined)],
  )
  return updateSince(page, base, source, { ...found, edges: new Map([...found.edges, ...more]) })
}

/** What a page is to show, each thing where it stands there; cells of fields as a person drew them. */
export function placedSince(
  page: Graph,
  { graph, matched }: UpdatedSince,
  cells: PageCells,
  say: Say,
): Merged {
  const merged = withOldFields(withOldPlaces(page, { before: page, after: graph, matched }), page, {
    source: graph,
    matched,
    cells,
    say,
  })
  const { nodes } = merged.graph
  const edges = merged.graph.edges.map(looseEnds(page, nodes))
  return { ...merged, graph: { ...merged.graph, edges } }
}
