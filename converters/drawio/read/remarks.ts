/** What is said of a page as a whole: shapes without an equal, sides and a direction that were read off the drawing. */

import { addTo } from '../../../src/ir/lists.js'
import type { Direction, Edge, Group, Node } from '../../../src/ir/model.js'
import type { Message } from '../../../src/messages/message.js'
import { type DrawnBox, holdsBox } from '../document/box.js'
import type { PageSource } from '../document/envelope.js'
import type { RawCell } from '../document/raw.js'
import { drawnBox } from '../words/geometry.js'
import { iconName } from '../words/library-names.js'
import { outlineName, pictureName, shapeOfStyle } from '../words/shape-names.js'
import { isChartRow, isMermaidPicture } from './cell-kinds.js'
import { lifelinesOn } from './drawings.js'
import { nameOf } from './infer.js'
import * as say from './messages.js'
import type { Sorted } from './sort.js'

/** `repair/unknown-shape`, one for each name of a shape that says nothing to a person either. */
export function* unknownShapes({ nodes }: Sorted): Generator<Message> {
  const unknown = new Map<string, RawCell[]>()
  for (const cell of nodes) {
    if (shapeOfStyle(cell.style) !== undefined || pictureName(cell.style) !== undefined) continue
    const name = iconName(cell.style) ?? outlineName(cell.style).replace(/^stencil\(.*/, 'stencil(…)')
    addTo(unknown, name, cell)
  }
  for (const [name, cells] of unknown) {
    yield say.unknownShape({ name, count: cells.length }, cells[0]?.at)
  }
}

/** `repair/no-graph`, of a page that shows a sequence. */
export function* sequences(sorted: Sorted): Generator<Message> {
  const lifelines = lifelinesOn(sorted)
  if (lifelines[0]) yield say.sequenceRead({ count: lifelines.length }, lifelines[0].at)
}

/** `repair/mermaid-picture`, one for each. */
export function* mermaidPictures({ nodes, opaque }: Sorted): Generator<Message> {
  for (const cell of [...opaque, ...nodes]) {
    if (!isMermaidPicture(cell)) continue
    const source = sourceOf(cell.attributes.get('mermaidData') ?? '')
    yield say.mermaidPicture({ source }, cell.at)
  }
}

const LONGEST_SOURCE = 2000

/** The Mermaid text in `mermaidData`: JSON with `data` in it, or the text itself. */
function sourceOf(data: string): string {
  let text = data
  try {
    const value: unknown = JSON.parse(data)
    const inner = typeof value === 'object' && value !== null ? (value as { data?: unknown }).data : value
    if (typeof inner === 'string') text = inner
  } catch {
    // Older files hold the text as it is.
  }
  const short = text.length > LONGEST_SOURCE ? `${text.slice(0, LONGEST_SOURCE)}…` : text
  return short.trim()
}

/** `repair/column-titles`, one for each chart. */
export function* columnTitles({ opaque }: Sorted): Generator<Message> {
  const titles = new Map<RawCell, RawCell[]>()
  for (const cell of opaque) {
    const row = cell.around
    if (cell.kind !== 'vertex' || cell.label === '' || !row?.around || !isChartRow(row)) continue
    addTo(titles, row.around, cell)
  }
  for (const [chart, cells] of titles) {
    const titles = cells.map(nameOf).join(', ')
    yield say.columnTitles({ chart: nameOf(chart), titles, count: cells.length }, chart.at)
  }
}

/** `repair/hidden-layer`, one for each hidden layer with shapes on it. */
export function* hiddenLayers(layers: readonly RawCell[]): Generator<Message> {
  for (const layer of layers) {
    if (layer.style.get('#visible') !== '0' || !layer.children.some(({ kind }) => kind === 'vertex')) continue
    yield say.hiddenLayer({ name: nameOf(layer) }, layer.at)
  }
}

/** `repair/inferred-side`, one for the page. */
export function* sidesRead({ edges }: { readonly edges: readonly Edge[] }): Generator<Message> {
  const count = edges
    .flatMap(({ from, to }) => [from.side, to.side])
    .filter(side => side !== undefined).length
  if (count > 0) yield say.sidesRead({ count })
}

/** The boxes of the nodes and groups that each edge joins. */
export function boxPairs(parts: {
  readonly nodes: readonly Node[]
  readonly groups: readonly Group[]
  readonly edges: readonly Edge[]
}): (readonly [DrawnBox, DrawnBox])[] {
  const boxes = {
    node: new Map(parts.nodes.map(node => [node.id, drawnBox(node)])),
    group: new Map(parts.groups.map(group => [group.id, drawnBox(group)])),
  }
  return parts.edges.flatMap(({ from, to }) => {
    const [start, end] = [from, to].map(({ kind, id }) => boxes[kind].get(id))
    // Out of a group, or into it, leads nowhere on the page.
    if (!start || !end || holdsBox(start, end) || holdsBox(end, start)) return []
    return [[start, end] as const]
  })
}

/** `repair/inferred-direction`. */
export function inferredDirection(direction: Direction, { model, placed }: PageSource): Message {
  return say.directionRead({ direction }, placed ? [model.start, model.tagEnd] : undefined)
}
