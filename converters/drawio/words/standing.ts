/** What an element stands in, where that is not its group: `parent` and `on` in its document. */
import { outwards } from '../../../src/ir/group-tree.js'
import type { Graph } from '../../../src/ir/model.js'
import { holdsBox } from '../document/box.js'
import type { LayerIds } from '../document/layer-ids.js'
import { drawnBox } from './geometry.js'
import { type InFile, idInFile, inFile } from './in-file.js'

export interface Around extends LayerIds {
  /** For each opaque cell, the first one above it that is not. */
  readonly above: ReadonlyMap<string, string>
  readonly graph: Pick<Graph, 'groups'>
  /** The cells of groups, where a page has others than the graph. */
  readonly groupIds?: ReadonlyMap<string, string>
}

/**
 * The cell that an element stands in, where that is not its group or the first layer: a kept one, on the page or inside
 * of its group; the root; and for what lies on its group without standing in it (`on`), the layer and what is around that group, too, as
 * long as its box does lie there. So a cell only ever stands in what is around it in the graph, and never in a circle.
 */
export function ownParentOf(element: InFile, group: string | undefined, around: Around): string | undefined {
  const parent = inFile(element)?.get('parent')
  if (typeof parent !== 'string') return undefined
  const { above, top, layer, graph } = around
  const end = above.get(parent)
  const onPage = end === layer || end === top || parent === top
  if (group === undefined) return onPage ? parent : undefined
  if (liesOn(element) === group && (onPage || parent === layer || isOutside(end ?? parent, group, around))) {
    const [box, below] = [drawnBox(element), drawnBox(graph.groups.get(group) ?? {})]
    return box && below && holdsBox(below, box) ? parent : undefined
  }
  return end === group ? parent : undefined
}

/** Whether a cell is that of a group around another one. */
function isOutside(cell: string, inner: string, { graph, groupIds }: Around): boolean {
  for (const id of outwards(graph.groups, graph.groups.get(inner)?.parent)) {
    const group = graph.groups.get(id)
    if (group && cell === (groupIds?.get(id) ?? idInFile(group) ?? id)) return true
  }
  return false
}

/** The group that an element lies on without standing in it. */
export function liesOn(element: InFile): string | undefined {
  const on = inFile(element)?.get('on')
  return typeof on === 'string' ? on : undefined
}
