/** From a draw.io file to graphs, one for each page. */

import type { FormatOptions, ReadResult } from '../../../src/format.js'
import { byId, makeGraph } from '../../../src/ir/build.js'
import type { Graph, Value } from '../../../src/ir/model.js'
import type { DrawnFields, Layout } from '../../../src/layout/boxes.js'
import type { Message } from '../../../src/messages/message.js'
import { rounded } from '../document/box.js'
import { type PageSource, pagesOf } from '../document/envelope.js'
import { htmlOfText } from '../document/html.js'
import { USUAL_IDS } from '../document/layer-ids.js'
import { type RawCell, readCells } from '../document/raw.js'
import { numberOf, sameStyle } from '../document/style.js'
import type { LabelPlaces } from '../words/beside.js'
import { layerValue } from '../words/cell-attributes.js'
import type { CellData } from '../words/cell-data.js'
import { cellOfElement, textOfCell } from '../words/cell-of.js'
import { namesInWords, placeNamed } from '../words/choice.js'
import { drawnLayout } from '../words/drawn-layout.js'
import { boxGeometry, geometryFingerprint } from '../words/geometry.js'
import { withInFile } from '../words/in-file.js'
import { pageSizeOfLayer, wrapOfLayer } from '../words/page-size.js'
import { titleStyle } from '../words/page-title.js'
import { graphVariables } from '../words/source-texts.js'
import { statedIn, stateKinds } from '../words/stated.js'
import { themeOfLayer } from '../words/theme.js'
import { inFreePlaces } from './edge-order.js'
import { cellDataOf } from './element-parts.js'
import { readLoop } from './elements.js'
import { geometryLines } from './fingerprinted.js'
import { graphFields, settingsOf, showsDirection, tabName } from './graph-fields.js'
import { flowOf, inferGroups } from './infer.js'
import { type Known, knownGroups, statedGroups } from './lying.js'
import { noPage } from './messages.js'
import { type PartCells, readElements } from './page-elements.js'
import {
  boxPairs,
  columnTitles,
  hiddenLayers,
  inferredDirection,
  mermaidPictures,
  sequences,
  sidesRead,
  unknownShapes,
} from './remarks.js'
import { inFileOrder, type Sorted, sortCells } from './sort.js'
import { withFrames } from './stacking.js'
import { inferTitles, statedTitles } from './titles.js'
import { unpaint } from './unpaint.js'
import { withoutUnseen } from './unseen-groups.js'
import { verbatim } from './verbatim.js'
import { inferWholes } from './wholes.js'

/**
 * Reads every page of a draw.io file. Never throws for what is in the text.
 * @param text XML, packed or not, also inside of SVG or HTML
 * @param options `infer`, `attach` and `page`, as `diaglot formats` lists them
 * @returns a graph for each page, and messages: `syntax/xml`, `syntax/drawio`, `limit/size`, and what it
 * put right: `repair/cell-id`, `repair/cell-parent`, `repair/loose-edge`, `repair/attached-edge`,
 * `repair/unsafe-link`, `repair/unsafe-html`, `repair/unknown-shape`, `repair/hidden-layer`, `repair/column-titles`,
 * `repair/mermaid-picture`; and, unless `infer` is false, `repair/inferred-group`,
 * `repair/inferred-title`, `repair/inferred-label`, `repair/inferred-note`, `repair/no-graph`, `repair/inferred-picture`, `repair/inferred-side`, `repair/inferred-direction`
 * @see docs/drawio.md for what becomes of each part of the format
 * @example
 * const { graphs, messages } = readDrawio(xml, { infer: false })
 */
export function readDrawio(text: string, options: FormatOptions = {}): ReadResult {
  const { pages, messages } = pagesOf(text)
  const graphs: Graph[] = []
  const carried: (string | undefined)[] = []
  const layouts: (Layout | undefined)[] = []
  const names = pages.map(({ name }) => name)
  const only = typeof options.page === 'string' ? placeNamed(names, options.page) : undefined
  if (options.page !== undefined && only === undefined && pages.length > 0)
    messages.push(noPage({ wanted: String(options.page), names: namesInWords(names) }))
  pages.forEach((page, i) => {
    if (options.page !== undefined && i !== only) return
    const read = readPage(page, i + 1, pageOptions(options))
    graphs.push(read.graph)
    carried.push(read.carried)
    layouts.push(drawnLayout(read.graph, read.fields, read.besides))
    for (const said of read.messages) messages.push(said)
  })
  return { graphs, messages, carried, layouts }
}

/** What the options of the format ask of a page. */
export const pageOptions = ({ infer, attach }: FormatOptions): PageOptions => ({
  infer: !isOff(infer),
  attach: !isOff(attach),
})

const isOff = (option: string | boolean | undefined): boolean => option === false || option === 'false'

export interface PageOptions {
  /** Whether to take down where everything stands, also where nobody moved anything. */
  readonly whole?: boolean
  /** Whether to read what a person sees on a page that we did not write, and its file does not say. */
  readonly infer?: boolean
  /** What is known of a page that we did not write, instead of what `infer` would find: the graph that it is to show. */
  readonly known?: Known
  /** Whether lines that end at shapes without being fastened to them are edges. */
  readonly attach?: boolean
}

/** The cells of a page in the groups and with the titles that are seen on it, or known, or that our own page states. */
function withGroups(
  found: Sorted,
  ours: boolean,
  { infer, known }: PageOptions,
  messages: Message[],
): Sorted {
  if (ours) return statedTitles(statedGroups(found))
  if (known) {
    const whole = withoutUnseen(inferWholes(found, [], known), 1, known.isGroup)
    const titled = inferTitles(knownGroups(whole, known), whole.inside, [], known.isTitled)
    return withoutUnseen(titled, Number.POSITIVE_INFINITY, known.isGroup)
  }
  if (!infer) return found
  const whole = withoutUnseen(inferWholes(found, messages), 1)
  const titled = inferTitles(inferGroups(whole, messages), whole.inside, messages)
  return withoutUnseen(titled, Number.POSITIVE_INFINITY)
}

/** The cells that a page's graph was made of. */
export interface PageCells extends PartCells {
  readonly layers: readonly RawCell[]
  readonly loops: readonly RawCell[]
  readonly pool?: RawCell
  /** By node: the cells that show its fields. */
  readonly parts: ReadonlyMap<RawCell, readonly RawCell[]>
  /** Whether a person moved something, or laid the whole page out. */
  readonly drawn: boolean
}

interface PageResult {
  readonly graph: Graph
  /** By node id: how fields were drawn. */
  readonly fields: ReadonlyMap<string, DrawnFields>
  /** By edge: where its labels stand that are texts beside its line. */
  readonly besides: readonly (LabelPlaces | undefined)[]
  readonly cells: PageCells
  readonly carried: string | undefined
  readonly messages: readonly Message[]
  /** The mark of where everything stands, on a page that has one: of what it is now. */
  readonly fingerprint: string | undefined
}

/** The strip of a pool's title. */
const stripOf = ({ style }: RawCell): number => rounded(numberOf(style.get('startSize')) ?? 23)

/** The cell of a title that somebody gave another look than ours, or formatted. */
function titleLook(cell: RawCell, graph: Graph): string | undefined {
  const isOurs = sameStyle(cell.style, titleStyle(graph)) && cell.label === htmlOfText(graph.title ?? '')
  const own = isOurs ? undefined : cellOfElement(cell.element, '')
  return own && textOfCell({ ...own, id: cell.id })
}

/** Whether a page shows no title though it has one, and a writer would show it. */
const isUntitled = ({ title, nodes, groups }: Graph, shown: RawCell | undefined, drawn: boolean): boolean =>
  title !== undefined && !shown && !(drawn && nodes.size + groups.size > 0)

/** The ids of cells in the order of the file: later ones are drawn over earlier ones. */
const idsInOrder = (cells: readonly RawCell[]): string[] =>
  [...cells].sort((a, b) => a.order - b.order).map(({ id }) => id)

export function readPage(page: PageSource, place: number, options: PageOptions = {}): PageResult {
  const { whole = false, infer = false, attach = true, known } = options
  const root = page.model.children.find(({ name }) => name === 'root')
  const raw = readCells(root, page.placed ? undefined : (page.at ?? [0, 0]))
  const { layers, root: top } = raw
  const messages = [...raw.messages]
  const layer = layers[0]
  const theme = themeOfLayer(layer)
  if (theme) unpaint(layers, theme)
  const ours = layer?.attributes.get('diaglot-kind') === 'graph'
  const cellData: CellData = layer ? cellDataOf(layer) : new Map()
  const stated = statedIn(cellData)
  stateKinds(raw.cells, stated)
  const found = sortCells(layers, stated.kept)
  const guess = infer && !ours
  const sorted = inFileOrder(withGroups(found, ours, options, messages), layers)
  const fingerprint = layer?.attributes.get('diaglot-layout')
  const fingerprintNow = fingerprint === undefined ? undefined : geometryFingerprint(geometryLines(sorted))
  const moved = fingerprint === undefined || fingerprint !== fingerprintNow
  const drawn = whole || moved
  const fields = graphFields(page, place, cellData, ours, sorted)
  const name = tabName(page, place, cellData, ours, fields.title)
  const own = new Map<string, Value>()
  for (const [key, value] of [
    ['root', layerValue(top, USUAL_IDS.top)],
    ['layer', layerValue(layer, USUAL_IDS.layer)],
  ] as const) {
    if (value !== undefined) own.set(key, value)
  }
  const named = withInFile(makeGraph(fields), [
    ['name', name],
    ['vars', page.vars],
    ['base', layer?.attributes.get('diaglot-base')],
    ['id', page.id !== undefined && !/^page-\d+$/.test(page.id) ? page.id : undefined],
  ])
  const variables = graphVariables(named)
  const ofPage = { drawn, foreign: !ours, sideless: !ours && !infer && !known }
  const isNamed = known && !ours ? known.isTitled : () => ours || infer
  const isEdge = known && !ours ? known.isLinked : () => attach
  const isNote = ours ? undefined : (known?.isNote ?? (infer ? 'found' : undefined))
  const besideTexts = ours ? 'stated' : (known ?? (infer ? 'seen' : 'none'))
  const parts = readElements(
    sorted,
    { page: ofPage, attach: isEdge, stays: stated.loose, variables, isNamed, isNote, besideTexts },
    messages,
  )
  const remarks = [
    ...(ours ? [] : [...unknownShapes(sorted), ...hiddenLayers(layers), ...columnTitles(sorted)]),
    ...mermaidPictures(sorted),
    ...(guess ? [...sequences(sorted), ...sidesRead(parts)] : []),
  ]
  for (const remark of remarks) messages.push(remark)
  const titles = new Set([...(sorted.titles?.values() ?? []), ...parts.texts])
  const opaque = parts.opaque.filter(cell => !titles.has(cell))
  if (opaque.length > 0) own.set('cells', verbatim(opaque))
  const { pool, title } = sorted
  const size = pageSizeOfLayer(layer, page.model.attributes)
  const settings = settingsOf(page.model, size !== undefined)
  if (settings.size > 0) own.set('page', settings)
  // One titled box is no row or column yet: there the lines say more, unless the page says its direction.
  const open = !cellData.has('direction') && (!fields.direction || !showsDirection(sorted))
  const flow = guess && open ? flowOf(boxPairs(parts)) : undefined
  if (flow && flow !== fields.direction) messages.push(inferredDirection(flow, page))
  const loops = inFreePlaces(
    sorted.loops.map(cell => ({ cell, order: numberOf(cell.attributes.get('diaglot-order')) })),
  ).map(({ cell }) => cell)
  const bare: Graph = {
    ...named,
    ...(flow && { direction: flow }),
    nodes: byId(parts.nodes),
    groups: byId(parts.groups),
    edges: parts.edges,
    loops: loops.map(cell =>
      readLoop(
        cell,
        id => parts.nodeIds.has(id),
        id => parts.groupIds.has(id),
      ),
    ),
    ...(own.size > 0 && { extras: new Map([['drawio', own]]) }),
    ...(page.placed ? { at: [page.model.start, page.model.end] as const } : page.at && { at: page.at }),
  }
  const all = [
    ...sorted.nodes,
    ...sorted.groups,
    ...parts.cells.edges,
    ...parts.opaque,
    ...[...sorted.parts.values()].flat(),
    ...(title ? [title] : []),
  ]
  const graph = withInFile(withFrames(bare, parts.cells), [
    ['pool', pool && drawn ? boxGeometry({ ...pool.box, title: stripOf(pool) }) : undefined],
    ['size', drawn ? size : undefined],
    ['wrap', wrapOfLayer(layer)],
    ['title', title && drawn ? verbatim([title])[0] : undefined],
    ['titleLook', title && !drawn ? titleLook(title, bare) : undefined],
    ['untitled', isUntitled(bare, title, drawn) ? true : undefined],
    ['order', drawn ? idsInOrder(pool ? [pool, ...all] : all) : undefined],
  ])
  const cells = {
    ...parts.cells,
    parts: sorted.parts,
    layers,
    loops,
    drawn: moved,
    ...(pool && { pool }),
  }
  return {
    graph,
    fields: parts.fields,
    besides: parts.besides,
    cells,
    carried: layer?.attributes.get('diaglot-carry'),
    messages,
    fingerprint: fingerprintNow,
  }
}
