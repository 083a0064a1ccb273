/** What is said of a page as a whole: shapes without an equal, sides and a direction that were read off the drawing. */
import { addTo } from '../../../src/ir/lists.js'
import type { Direction, Edge, Node } from '../../../src/ir/model.js'
import { type Message, message } from '../../../src/messages/message.js'
import type { DrawnBox } from '../document/box.js'
import type { PageSource } from '../document/envelope.js'
import type { RawCell } from '../document/raw.js'
import { drawnBox } from '../words/geometry.js'
import { iconName, outlineName, shapeOfStyle } from '../words/shape-names.js'
import { nameOf, SWITCH } from './infer.js'
import { isChartRow, isMermaidPicture, type Sorted } from './sort.js'

/** `repair/unknown-shape`, one for each name. */
export function* unknownShapes({ nodes }: Sorted): Generator<Message> {
  const unknown = new Map<string, RawCell[]>()
  for (const cell of nodes) {
    if (shapeOfStyle(cell.style) !== undefined) continue
    const name = iconName(cell.style) ?? outlineName(cell.style)
    addTo(unknown, name, cell)
  }
  for (const [name, cells] of unknown) {
    const [first] = cells
    const nodesRead = cells.length === 1 ? 'a node with it is' : `${cells.length} nodes with it are`
    const text = `draw.io’s shape “${name}” has no equal here: ${nodesRead} read as a rectangle. draw.io shows it as before.`
    yield message('repair/unknown-shape', text, first?.at && { at: first.at })
  }
}

/** `repair/mermaid-picture`, one for each. */
export function* mermaidPictures({ nodes, opaque }: Sorted): Generator<Message> {
  for (const cell of [...opaque, ...nodes]) {
    if (!isMermaidPicture(cell)) continue
    const source = sourceOf(cell.attributes.get('mermaidData') ?? '')
    const text = `A Mermaid diagram stands here as a picture, which is not read. Its text is ${source}`
    yield message('repair/mermaid-picture', text, cell.at && { at: cell.at })
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
  const shown = text.length > LONGEST_SOURCE ? `${text.slice(0, LONGEST_SOURCE)}…` : text
  return `“${shown.trim()}”.`
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
    const names = cells.map(nameOf).join(', ')
    const titled = cells.length === 1 ? `column title ${names} is` : `column titles ${names} are`
    const text = `The ${titled} no part of the graph: the rows of the chart ${nameOf(chart)} are lanes, and its columns are only drawn. In draw.io every column stays as it is.`
    yield message('repair/column-titles', text, chart.at && { at: chart.at })
  }
}

/** `repair/hidden-layer`, one for each hidden layer with shapes on it. */
export function* hiddenLayers(layers: readonly RawCell[]): Generator<Message> {
  for (const layer of layers) {
    if (layer.style.get('#visible') !== '0' || !layer.children.some(({ kind }) => kind === 'vertex')) continue
    const text = `The layer ${nameOf(layer)} is hidden. What stands on it is read like the rest of the page; in draw.io it stays hidden.`
    yield message('repair/hidden-layer', text, layer.at && { at: layer.at })
  }
}

/** `repair/inferred-side`, one for the page. */
export function* sidesRead({ edges }: { readonly edges: readonly Edge[] }): Generator<Message> {
  const count = edges
    .flatMap(({ from, to }) => [from.side, to.side])
    .filter(side => side !== undefined).length
  if (count === 0) return
  const ends = count === 1 ? 'One end of a line is' : `${count} ends of lines are`
  yield message(
    'repair/inferred-side',
    `${ends} fastened to a point, and read as fastened to its side; ${SWITCH}.`,
  )
}

/** The boxes of the nodes that each edge joins. */
export function boxPairs(parts: {
  readonly nodes: readonly Node[]
  readonly edges: readonly Edge[]
}): (readonly [DrawnBox, DrawnBox])[] {
  const boxes = new Map(parts.nodes.map(node => [node.id, drawnBox(node)]))
  return parts.edges.flatMap(({ from, to }) => {
    const [start, end] = [from, to].map(({ kind, id }) => (kind === 'node' ? boxes.get(id) : undefined))
    return start && end ? [[start, end] as const] : []
  })
}

const WAYS: Readonly<Record<Direction, string>> = {
  TB: 'down',
  BT: 'up',
  LR: 'to the right',
  RL: 'to the left',
}

/** `repair/inferred-direction`. */
export function directionSaid(direction: Direction, { model, placed }: PageSource): Message {
  const text = `Most lines lead ${WAYS[direction]}, so that is read as the direction (${direction}); ${SWITCH}.`
  return message('repair/inferred-direction', text, placed ? { at: [model.start, model.tagEnd] } : {})
}
