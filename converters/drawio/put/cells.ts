/**
 * The cells of a page, brought up to date: the page as it was and as it is to be are both written, and
 * what differs between the two is changed in the page's own text. Everything else keeps its bytes.
 */
import type { Drawing } from '../../../src/format.js'
import type { Graph } from '../../../src/ir/model.js'
import type { Box, Layout } from '../../../src/layout/boxes.js'
import type { TextEdit } from '../../../src/messages/message.js'
import type { Theme } from '../../../src/theme/theme.js'
import { type Cell, cellLines } from '../document/cell.js'
import type { RawCell } from '../document/raw.js'
import { cellDataOf } from '../read/element-parts.js'
import type { PageCells } from '../read/read.js'
import { formatCellData } from '../words/cell-data.js'
import { type Stated, saysMore, withStated } from '../words/stated.js'
import { type GivenIds, type Page, planPage } from '../write/page.js'
import { layerData } from '../write/write.js'
import { movedAlong } from './along.js'
import { type Corrections, correctedIn } from './corrected.js'
import { goneWith } from './gone.js'
import { newTitles, withLabelsOfPage } from './labels-of-page.js'
import type { Merged } from './merge.js'
import type { OldNames } from './names.js'
import { edgesAsMet, inOrder, misplaced, orderOf } from './order.js'
import { displaced, partIds } from './parts.js'
import { indentOf, patchAttributes, patchCell, patchLabel, rehang, startOfLine } from './patch.js'
import type { PlacedGraph } from './placed-graph.js'
import { isOurs } from './related.js'
import { type Numbers, type Side, written } from './written.js'

const layoutOf = (loops: readonly Box[]): Layout => ({
  width: 0,
  height: 0,
  nodes: new Map(),
  groups: new Map(),
  routes: [],
  loops,
})

const idsOf = (cells: ReadonlyMap<string, RawCell>): Map<string, string> =>
  new Map([...cells].map(([id, cell]) => [id, cell.id]))

/** A table of what stands on the page, by the names that it has in the new graph. */
function renamedKeys<T>(
  table: ReadonlyMap<string, T>,
  oldNames: ReadonlyMap<string, string>,
): Map<string, T> {
  return new Map(
    [...oldNames].flatMap(([name, old]) => (table.has(old) ? [[name, table.get(old)!] as const] : [])),
  )
}

export interface Themes {
  readonly before: Theme | undefined
  readonly after: Theme | undefined
}

export interface CellUpdate extends Corrections {
  readonly base: Graph
  readonly merged: Merged
  readonly placed: PlacedGraph
  readonly cells: PageCells
  readonly carry: Drawing['carry']
  /** What the page is coloured with; left out where that is left to draw.io. */
  readonly themes?: Themes
  /** What the page is to say of what was written last; left out where that stays as it is. */
  readonly written?: string
  /** For nodes and groups of the new graph that stand on the page, what they are called there; left out where that is the same. */
  readonly oldNames?: OldNames
  /** Of a page that stays laid out by us: the mark of its new geometry. */
  readonly fingerprint?: string
  /** Of a page that we did not write: what its layer has to say, since the page does not show it. */
  readonly onLayer?: ReadonlyMap<string, string>
  /** Whether nodes that are new carry their ids in Mermaid. */
  readonly mermaid?: boolean
  /** Of a page that we wrote: cells that have to say what they are, since they do not look like it. */
  readonly kinds?: ReadonlySet<string>
  /** Of a page that we did not write: what its layer has to say of cells. */
  readonly stated?: Stated
}

/** The edits to a page's text, none where nothing changed. The places count in that text. */
export function updateCells(update: CellUpdate, text: string): TextEdit[] {
  const { base, merged, placed, cells, themes } = update
  const layer = cells.layers[0]
  if (!layer) return []
  const raws = allCells(cells)
  const taken = [...raws.keys()]
  const ids = {
    nodes: idsOf(cells.nodes),
    groups: idsOf(cells.groups),
    taken,
    parts: partIds(base, cells),
    ...(cells.pool && { pool: cells.pool.id }),
  }
  const { oldNames } = update
  const newIds = oldNames
    ? {
        ...ids,
        nodes: renamedKeys(ids.nodes, oldNames.nodes),
        groups: renamedKeys(ids.groups, oldNames.groups),
        parts: renamedKeys(ids.parts, oldNames.nodes),
      }
    : ids
  const given = (
    own: typeof ids,
    edges: readonly (number | undefined)[],
    loops: readonly (number | undefined)[],
    loopOrders: readonly (string | undefined)[],
  ): GivenIds => ({
    ...own,
    edges: edges.map(i => (i === undefined ? undefined : cells.edges[i]?.id)),
    loops: loops.map(i => (i === undefined ? undefined : cells.loops[i]?.id)),
    loopParents: loops.map(i => (i === undefined ? undefined : cells.loops[i]?.parent)),
    loopOrders,
  })
  const [allEdges, allLoops] = [base.edges.map((_, i) => i), base.loops.map((_, i) => i)]
  const { mermaid = false } = update
  const plan = (graph: Graph, loops: readonly Box[], ids: GivenIds, theme: Theme | undefined): Page => ({
    ...planPage(graph, layoutOf(loops), ids, theme),
    mermaid,
    foreign: !isOurs(cells),
  })
  const drawnLoops = cells.loops.map(({ box }) => box)
  const before = plan(
    base,
    drawnLoops,
    given(ids, allEdges, allLoops, cells.loops.map(orderSaid)),
    themes?.before,
  )
  const labelled = correctedIn(withLabelsOfPage(placed.graph, before, oldNames), update)
  const planned = (): Page =>
    plan(
      labelled,
      placed.loops,
      given(newIds, merged.edgeFrom, merged.loopFrom, loopOrders(cells, merged)),
      themes?.after,
    )
  const after = planned()
  const numbersBefore = numbersOf(cells)
  const old = written(before, numbersBefore, allEdges, cells)
  const plain = written(after, numbersBefore, merged.edgeFrom, cells)
  const relocated = oldNames ? relocatedIn(raws, old, plain) : new Set<string>()
  const order = orderOf(raws, plain, relocated)
  const met = edgesAsMet(order, raws, old, plain, cells.layers)
  const numbers =
    typeof numbersBefore === 'boolean' ? numbersBefore || !inOrder(met, raws, plain) : misplaced(met, plain)
  const now = numbers === numbersBefore ? plain : written(planned(), numbers, merged.edgeFrom, cells)
  const edits = cellEdits(raws, old, now, order, { text, layer, update, relocated })
  const layerChange = layerEdit(update, text, [before, after], edits.length > 0)
  return layerChange ? [layerChange, ...edits] : edits
}

/** What the edges of a page say of their order: on one of ours all or none, on one of somebody else some. */
function numbersOf(cells: PageCells): Numbers {
  const numbers = new Map(
    cells.edges.flatMap(({ id, attributes }) => {
      const order = attributes.get('diaglot-order')
      return order === undefined ? [] : [[id, order] as const]
    }),
  )
  return isOurs(cells) ? numbers.size > 0 : numbers
}

const orderSaid = ({ attributes }: RawCell): string | undefined => attributes.get('diaglot-order')

/** Frames say their place among all where they said it before, are new, or have another place now. */
function loopOrders({ loops }: PageCells, { loopFrom }: Merged): (string | undefined)[] {
  return loopFrom.map((from, i) => {
    const raw = from === undefined ? undefined : loops[from]
    const isClear = raw ? from === i && orderSaid(raw) === undefined : loopFrom.length === 1
    return isClear ? undefined : String(i + 1)
  })
}

/** Every cell of a page by its id, in the order of the file. */
function allCells({ layers }: PageCells): Map<string, RawCell> {
  const found: RawCell[] = []
  const waiting = [...layers]
  for (let cell = waiting.pop(); cell; cell = waiting.pop()) {
    found.push(cell)
    for (const child of cell.children) waiting.push(child)
  }
  found.sort((a, b) => a.element.start - b.element.start)
  return new Map(found.map(cell => [cell.id, cell]))
}

/** Cells that stand in another one now: they go where a writer would have them, for readers meet nodes in the order of the cells. */
function relocatedIn(raws: ReadonlyMap<string, RawCell>, old: Side, now: Side): Set<string> {
  const found = new Set<string>()
  for (const [id, { parent }] of now.cells) {
    const before = old.cells.get(id)
    if (raws.has(id) && before && before.parent !== parent && !now.page.parts.has(id)) found.add(id)
  }
  return found
}

interface Where {
  readonly relocated: ReadonlySet<string>
  readonly text: string
  readonly layer: RawCell
  readonly update: CellUpdate
}

function cellEdits(
  raws: ReadonlyMap<string, RawCell>,
  old: Side,
  now: Side,
  order: readonly string[],
  { text, layer, update, relocated }: Where,
): TextEdit[] {
  const edits: TextEdit[] = []
  const gone = goneWith(raws, old, now, update)
  const moved = displaced(order, now.page)
  const retitled = newTitles(old.page, now.page)
  const along = movedAlong(raws, old, now, update)
  const parts = new Set([...moved.values()].flatMap(cells => cells.map(({ id }) => id)))
  let end = layer.element.end
  const indent = indentOf(text, layer.element.start)
  const onLine = (lines: readonly string[]): string =>
    indent === undefined
      ? lines.map(line => line.trim()).join('')
      : lines.map(line => `\n${indent}${line}`).join('')
  const patched = (raw: RawCell): string | undefined => {
    const [before, cell] = [old.cells.get(raw.id), now.cells.get(raw.id)]
    const lost = gone.has(raw.parent)
    const kind = update.kinds?.has(raw.id)
    if (before && cell) return patchCell(raw, before, cell, { fresh: lost, indent, kind })
    const title = retitled.get(raw.id)
    if (title !== undefined && !lost) return patchLabel(raw, title, indent)
    const place = along.get(raw.id) ?? (lost ? { ...raw.box, parent: layer.id } : undefined)
    return place && rehang(raw, place, indent)
  }
  const anew = (cell: Cell): string => {
    const raw = raws.get(cell.id)
    return onLine(
      raw ? [patched(raw) ?? text.slice(raw.element.start, raw.element.end)] : [...cellLines(cell)],
    )
  }
  for (const id of order) {
    const raw = raws.get(id)
    const cell = now.cells.get(id)
    if (!raw) {
      if (cell && !parts.has(id)) edits.push({ start: end, end, text: anew(cell) })
      continue
    }
    const { start, end: own } = raw.element
    if (cell && relocated.has(id)) {
      edits.push({ start: startOfLine(text, start), end: own, text: '' })
      edits.push({ start: end, end, text: anew(cell) })
      continue
    }
    if (gone.has(id) || parts.has(id)) edits.push({ start: startOfLine(text, start), end: own, text: '' })
    else {
      const change = patched(raw)
      if (change !== undefined) edits.push({ start, end: own, text: change })
      for (const part of moved.get(id) ?? []) edits.push({ start: own, end: own, text: anew(part) })
    }
    end = Math.max(end, own)
  }
  return edits
}

/** What the layer says of the page, where it is otherwise now. */
function layerEdit(
  { base, placed, carry, written, cells, fingerprint, onLayer, stated, themes }: CellUpdate,
  text: string,
  [before, after]: readonly [Page, Page],
  moved: boolean,
): TextEdit | undefined {
  const layer = cells.layers[0]!
  const changed = new Map<string, string | undefined>()
  if (layer.attributes.get('diaglot-kind') === 'graph') {
    const cellData = layerData(placed.graph, after)
    if (cellData !== layerData(base, before)) changed.set('diaglot', cellData)
  } else if (onLayer?.size || saysMore(stated)) {
    const said = new Map([...cellDataOf(layer), ...(onLayer ?? [])])
    changed.set('diaglot', formatCellData(stated ? withStated(said, stated) : said))
  }
  if (themes && themes.before !== themes.after) changed.set('diaglot-theme', themes.after?.name)
  if (layer.attributes.get('diaglot-carry') !== carry) changed.set('diaglot-carry', carry)
  const known = layer.attributes.get('diaglot-base')
  if (written !== undefined && written !== known && (known !== undefined || moved || changed.size > 0))
    changed.set('diaglot-base', written)
  if (changed.size === 0 && !moved) return undefined
  if (layer.attributes.has('diaglot-layout') && layer.attributes.get('diaglot-layout') !== fingerprint)
    changed.set('diaglot-layout', fingerprint)
  if (changed.size === 0) return undefined
  const { start, end } = layer.element
  return { start, end, text: patchAttributes(layer.element, changed, indentOf(text, start)) }
}
