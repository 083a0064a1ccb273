/** Which cells of a page go where a graph is brought up to date. */
import type { Graph } from '../../../src/ir/model.js'
import type { RawCell } from '../document/raw.js'
import { isChartRow } from '../read/cell-kinds.js'
import { cellDataOf } from '../read/element-parts.js'
import { edgeLabels } from '../read/line-labels.js'
import type { PageCells } from '../read/read.js'
import { isEdgeLabel } from '../words/edge-labels.js'
import { drawnWith } from '../words/in-file.js'
import type { Merged } from './merge.js'
import type { Side } from './written.js'

interface Update {
  readonly base: Graph
  readonly merged: Merged
  readonly cells: PageCells
}

/** What goes: what is no longer written, what decorates it, and lines that would lose an end. */
export function goneWith(
  raws: ReadonlyMap<string, RawCell>,
  old: Side,
  now: Side,
  { cells, base, merged }: Update,
): Set<string> {
  const gone = new Set<string>()
  const groups = new Set([...cells.groups.values(), ...(cells.pool ? [cells.pool] : [])].map(({ id }) => id))
  const remove = (first: RawCell): void => {
    const waiting = [first]
    for (let cell = waiting.pop(); cell; cell = waiting.pop()) {
      gone.add(cell.id)
      // What stands in a group stays without it; cells of a chart go with their row.
      if (groups.has(cell.id) && !isChartRow(cell)) continue
      for (const child of cell.children) if (!now.cells.has(child.id)) waiting.push(child)
    }
  }
  for (const id of old.cells.keys()) {
    const raw = raws.get(id)
    if (raw && !now.cells.has(id)) remove(raw)
  }
  const { nodeIds, groupIds } = old.page
  const stay = new Set(now.page.opaque.flatMap(({ id, titles }) => (titles ? [id] : [])))
  for (const { id, titles } of old.page.opaque) {
    const raw = titles && raws.get(id)
    if (!raw) continue
    const { of } = titles
    // A graph that has no title any more shows none, nor does a line without a label.
    if ('nodes' in of || 'from' in of) {
      if (!stay.has(id)) remove(raw)
      continue
    }
    const cell = ('shape' in of ? nodeIds : groupIds).get(of.id)!
    // Of what is not where it was, its own cell has the label now.
    if ((gone.has(cell) || !stay.has(id)) && !now.cells.has(id)) remove(raw)
  }
  // What was drawn behind the things in a group goes with it, as the graph has it.
  const kept = new Set(now.page.opaque.map(({ id }) => id))
  for (const { id, titles, parent } of old.page.opaque) {
    const raw = titles || kept.has(id) || !gone.has(parent) ? undefined : raws.get(id)
    if (raw && !now.cells.has(id)) remove(raw)
  }
  for (const table of ['nodes', 'groups'] as const)
    for (const [id, cell] of cells[table])
      for (const part of gone.has(cell.id) ? drawnWith(base[table].get(id) ?? {}) : []) {
        const raw = raws.get(part)
        if (raw && !now.cells.has(part)) remove(raw)
      }
  merged.edgeFrom.forEach((place, i) => {
    const raw = place === undefined ? undefined : cells.edges[place]
    if (!raw || base.edges[place!]!.label.text === merged.graph.edges[i]!.label.text) return
    const { tail, head } = edgeLabels(raw, cellDataOf(raw))
    for (const child of raw.children)
      if (isEdgeLabel(child) && child !== tail?.cell && child !== head?.cell && !now.cells.has(child.id))
        remove(child)
  })
  for (const raw of raws.values()) {
    if (raw.kind !== 'edge' || now.cells.has(raw.id)) continue
    if ([raw.source, raw.target].some(id => id !== undefined && gone.has(id))) remove(raw)
  }
  return gone
}
