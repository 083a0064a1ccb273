/** Cells of a draw.io file that nobody edited, and whose elements are written otherwise all the same. */
import { existingPages } from '../../converters/drawio/put/pages.js'
import { readPage } from '../../converters/drawio/read/read.js'
import { matchGraphs } from '../../src/diff/match.js'
import type { Kind } from '../../src/ir/kinds.js'
import { differentLeaves, sameValue } from '../../src/ir/leaves.js'
import { type ElementDocument, edgeFields, groupFields, nodeFields } from '../../src/ir/model.js'

interface Documented {
  readonly document?: ElementDocument
}

/** The first page of a text, with where everything stands. */
function pageOf(text: string) {
  const file = existingPages(text)
  const page = 'code' in file ? undefined : file.pages[0]
  return page && { ...readPage(page.source, page.place, { whole: true, infer: true }), text: page.text }
}

/**
 * The text of the first cell that is another one, though its element says the same, stands at the same place of the page and in
 * the same group, which does not move.
 */
export function lostCell(text: string, put: string): string | undefined {
  const [old, now] = [pageOf(text), pageOf(put)]
  if (!old || !now) return 'there is no page'
  const matched = matchGraphs(old.graph, now.graph)
  const same = (kind: Kind, a: Documented | undefined, b: Documented | undefined) =>
    differentLeaves(kind, a, b).next().done === true && sameValue(a?.document, b?.document)
  const elements = new Map(now.graph.groups)
  const stays = (group: string | undefined): boolean =>
    group === undefined || same(groupFields, old.graph.groups.get(group), elements.get(group))
  for (const [id, other] of matched.nodes) {
    const node = old.graph.nodes.get(id)!
    if (!same(nodeFields, node, now.graph.nodes.get(other)) || !stays(node.group)) continue
    const [before, after] = [old.cells.nodes.get(id)!, now.cells.nodes.get(other)!]
    const raw = old.text.slice(before.element.start, before.element.end)
    if (raw !== now.text.slice(after.element.start, after.element.end)) return raw
  }
  for (const [place, other] of matched.edges) {
    const edge = old.graph.edges[place]!
    if (!same(edgeFields, edge, now.graph.edges[other])) continue
    const [before, after] = [old.cells.edges[place]!, now.cells.edges[other]!]
    const numbered = (cell: typeof before) => cell.attributes.has('diaglot-order')
    if (before.parent !== after.parent || numbered(before) || numbered(after)) continue
    const raw = old.text.slice(before.element.start, before.element.end)
    if (raw !== now.text.slice(after.element.start, after.element.end)) return raw
  }
  return undefined
}
