/** From a draw.io file to graphs, one for each page. */

import type { FormatOptions, ReadResult } from '../../src/format.js'
import { byId, makeGraph } from '../../src/ir/build.js'
import type { Edge, Graph, Group, Node, Style, Value } from '../../src/ir/model.js'
import { type Message, message } from '../../src/messages/message.js'
import { isLane } from './aspects.js'
import { attachedText, looseText, nearestShapes, noShapes } from './attach.js'
import { isHtml } from './cell-parts.js'
import {
  type EndId,
  hintsOf,
  isDirection,
  type Place,
  readEdge,
  readGroup,
  readLoop,
  readNode,
} from './elements.js'
import { type PageSource, pagesOf } from './envelope.js'
import { boxGeometry, geometryMark, rounded } from './geometry.js'
import { type Hints, readPairsHint, stringHint } from './hints.js'
import { decodeLabel } from './html.js'
import { flowOf, inferGroups } from './infer.js'
import { isSafeUrl } from './links.js'
import { geometryLines } from './mark.js'
import { type RawCell, readCells } from './raw.js'
import { type RecordPage, readRecords } from './records/read.js'
import { boxPairs, directionSaid, sidesRead, unknownShapes } from './remarks.js'
import { inFileOrder, type Sorted, sortCells } from './sort.js'
import { fitsStyle, numberOf } from './style.js'
import { linkOf } from './values.js'
import { verbatim } from './verbatim.js'
import { PAGE_SETTINGS, pageName } from './write.js'
import { cleanXml, type XmlElement } from './xml.js'

/**
 * Reads every page of a draw.io file. Never throws. Gives `syntax/xml`, `syntax/drawio`, `limit/size`, and what it
 * put right: `repair/cell-id`, `repair/cell-parent`, `repair/loose-edge`, `repair/attached-edge` (with `-O attach=true`),
 * `repair/unsafe-link`, `repair/unknown-shape`; and, but for `-O infer=false`, `repair/inferred-group`,
 * `repair/inferred-side`, `repair/inferred-direction`.
 */
export function readDrawio(text: string, options: FormatOptions = {}): ReadResult {
  const { pages, messages } = pagesOf(text)
  const graphs: Graph[] = []
  const carried: (string | undefined)[] = []
  pages.forEach((page, i) => {
    const read = readPage(page, i + 1, { infer: !isOff(options.infer), attach: isOn(options.attach) })
    graphs.push(read.graph)
    carried.push(read.carried)
    messages.push(...read.messages)
  })
  return { graphs, messages, carried }
}

const isOn = (option: string | boolean | undefined): boolean => option === true || option === 'true'
const isOff = (option: string | boolean | undefined): boolean => option === false || option === 'false'

export interface PageOptions {
  /** Whether to take down where everything stands, also where nobody moved anything. */
  readonly whole?: boolean
  /** Whether to read what a person sees on a page that we did not write, and its file does not say. */
  readonly infer?: boolean
  /** Whether to fasten loose lines to the shapes that they end next to. */
  readonly attach?: boolean
}

/** The cells that a page's graph was made of. */
export interface PageCells {
  readonly layers: readonly RawCell[]
  readonly nodes: ReadonlyMap<string, RawCell>
  readonly groups: ReadonlyMap<string, RawCell>
  /** In the order of the graph's edges. */
  readonly edges: readonly RawCell[]
  readonly loops: readonly RawCell[]
  readonly pool?: RawCell
  /** By node: the cells that show its fields. */
  readonly parts: ReadonlyMap<RawCell, readonly RawCell[]>
  /** Whether a person moved something, or laid the whole page out. */
  readonly drawn: boolean
}

interface PageResult {
  readonly graph: Graph
  readonly cells: PageCells
  readonly carried: string | undefined
  readonly messages: readonly Message[]
}

export function readPage(
  page: PageSource,
  place: number,
  { whole = false, infer = false, attach = false }: PageOptions = {},
): PageResult {
  const root = page.model.children.find(({ name }) => name === 'root')
  const { layers, messages: said } = readCells(root, page.placed)
  const messages = [...said]
  const layer = layers[0]
  const ours = layer?.attributes.get('diaglot-kind') === 'graph'
  const hints: Hints = layer ? hintsOf(layer) : new Map()
  const keptHint = hints.get('kept')
  const keptIds = new Set<string>(
    Array.isArray(keptHint) ? keptHint.filter(id => typeof id === 'string') : [],
  )
  const found = sortCells(layers, keptIds)
  const guess = infer && !ours
  const sorted = inFileOrder(guess ? inferGroups(found, messages) : found, layers)
  const mark = layer?.attributes.get('diaglot-layout')
  const moved = mark === undefined || mark !== geometryMark(geometryLines(sorted))
  const drawn = whole || moved
  const fields = graphFields(page, place, hints, ours, sorted)
  const how = { drawn, foreign: !ours, sideless: !ours && !infer, direction: fields.direction }
  const parts = readParts(sorted, how, attach, messages)
  if (!ours) messages.push(...unknownShapes(sorted))
  if (guess) messages.push(...sidesRead(parts))
  const own = new Map<string, Value>()
  if (parts.kept.length > 0) {
    own.set('cells', verbatim(parts.kept, layers))
  }
  const { pool } = sorted
  if (pool && drawn) {
    own.set('pool', boxGeometry({ ...pool.box, title: rounded(numberOf(pool.style.get('startSize')) ?? 23) }))
  }
  const settings = settingsOf(page.model)
  if (settings.size > 0) own.set('page', settings)
  if (page.id !== undefined && !/^page-\d+$/.test(page.id)) own.set('id', page.id)
  const flow = guess && !fields.direction ? flowOf(boxPairs(parts)) : undefined
  if (flow) messages.push(directionSaid(flow, page))
  const graph = makeGraph({
    ...fields,
    ...(flow && { direction: flow }),
    nodes: byId(parts.nodes),
    groups: byId(parts.groups),
    edges: parts.edges,
    loops: sorted.loops.map(cell =>
      readLoop(
        cell,
        id => parts.nodeIds.has(id),
        id => parts.groupIds.has(id),
      ),
    ),
    ...(own.size > 0 && { extras: new Map([['drawio', own]]) }),
    ...(page.placed && { at: [page.model.start, page.model.end] as const }),
  })
  const { loops } = sorted
  const cells = { ...parts.cells, parts: sorted.parts, layers, loops, drawn: moved, ...(pool && { pool }) }
  return { graph, cells, carried: layer?.attributes.get('diaglot-carry'), messages }
}

interface Parts {
  readonly nodes: readonly Node[]
  readonly groups: readonly Group[]
  readonly edges: readonly Edge[]
  readonly kept: readonly RawCell[]
  readonly nodeIds: ReadonlySet<string>
  readonly groupIds: ReadonlySet<string>
  readonly cells: Pick<PageCells, 'nodes' | 'groups' | 'edges'>
}

const cellsById = (ids: ReadonlyMap<RawCell, string>): Map<string, RawCell> =>
  new Map([...ids].map(([cell, id]) => [id, cell]))

/** Ids for cells: the one that stands beside the cell where it is still free, else the cell's own. */
function giveIds(
  cells: readonly RawCell[],
  kinds: ReadonlySet<string>,
): { ids: Map<RawCell, string>; taken: Set<string> } {
  const taken = new Set<string>()
  const ids = new Map<RawCell, string>()
  for (const cell of cells) {
    const kind = cell.attributes.get('diaglot-kind') ?? ''
    const own = kinds.has(kind) ? cell.attributes.get('diaglot-id') : undefined
    const mermaid = cell.attributes.get('mermaidId')
    let id = [own, kind === '' ? mermaid : undefined, cell.id].find(
      wanted => wanted !== undefined && !taken.has(wanted),
    )
    for (let n = 2; id === undefined || taken.has(id); n++) id = `${cell.id}_${n}`
    taken.add(id)
    ids.set(cell, id)
  }
  return { ids, taken }
}

function readParts(sorted: Sorted, page: RecordPage, attach: boolean, messages: Message[]): Parts {
  const nodeIds = giveIds(sorted.nodes, new Set(['node']))
  const groupIds = giveIds(sorted.groups, new Set(['lane', 'cluster']))
  const placeOf = (cell: RawCell): Place => {
    const { kept } = sorted.inside.get(cell.id) ?? {}
    return { ...page, ...(kept && { parent: kept.id }) }
  }
  const groupOf = (cell: RawCell): string | undefined => {
    const group = sorted.inside.get(cell.id)?.group
    return group && groupIds.ids.get(group)
  }
  const groups = sorted.groups.map(cell =>
    readGroup(cell, groupIds.ids.get(cell)!, groupOf(cell), placeOf(cell)),
  )
  const records = readRecords(sorted, page, groups)
  const nodes = sorted.nodes.map(cell =>
    readNode(cell, nodeIds.ids.get(cell)!, groupOf(cell), { ...placeOf(cell), record: records.get(cell) }),
  )
  const endOf = (id: string | undefined): EndId | undefined => {
    const cell = id === undefined ? undefined : sorted.owner.get(id)
    if (!cell) return undefined
    const node = nodeIds.ids.get(cell)
    const port = records.get(cell)?.portOf.get(id!)
    if (node !== undefined) return { kind: 'node', id: node, ...(port !== undefined && { port }) }
    const group = groupIds.ids.get(cell)
    return group === undefined ? undefined : { kind: 'group', id: group }
  }
  const found: { edge: Edge; cell: RawCell; order: number }[] = []
  const loose: RawCell[] = []
  const nearestTo = nearestShapes(sorted)
  const others = noShapes(sorted)
  let last = 0
  for (const cell of sorted.edges) {
    let [from, to] = [endOf(cell.source), endOf(cell.target)]
    if (!from || !to) {
      const missing = (['source', 'target'] as const)
        .filter(end => !(end === 'source' ? from : to))
        .map(end => ({ end, near: nearestTo(cell, end) }))
      if (attach && missing.every(({ near }) => near)) {
        for (const { end, near } of missing) {
          if (end === 'source') from = endOf(near?.cell.id)
          else to = endOf(near?.cell.id)
        }
      }
      const fastened = from && to
      const text = fastened ? attachedText(cell, missing) : looseText(cell, missing, others)
      const code = fastened ? 'repair/attached-edge' : 'repair/loose-edge'
      messages.push(message(code, text, cell.at && { at: cell.at }))
    }
    if (!from || !to) {
      loose.push(cell)
      continue
    }
    const order = numberOf(cell.attributes.get('diaglot-order'))
    if (order !== undefined) last = order
    found.push({ edge: readEdge(cell, from, to, page), cell, order: last })
  }
  found.sort((a, b) => a.order - b.order)
  return {
    nodes,
    groups,
    edges: found.map(({ edge }) => edge),
    kept: [...sorted.kept, ...loose],
    nodeIds: nodeIds.taken,
    groupIds: groupIds.taken,
    cells: {
      nodes: cellsById(nodeIds.ids),
      groups: cellsById(groupIds.ids),
      edges: found.map(({ cell }) => cell),
    },
  }
}

/** Settings of the page that are not draw.io's defaults; what only says where the window was scrolled is left out. */
function settingsOf(model: XmlElement): Map<string, Value> {
  const settings = new Map<string, Value>()
  for (const [name, value] of model.attributes) {
    if (name === 'dx' || name === 'dy' || name === 'background' || PAGE_SETTINGS.get(name) === value) continue
    settings.set(name, value)
  }
  return settings
}

/** What is said of the whole graph. Titles and directions that a person can see, win over the data beside them. */
function graphFields(
  page: PageSource,
  place: number,
  hints: Hints,
  ours: boolean,
  sorted: Sorted,
): Partial<Graph> {
  const title = titleOf(page, place, hints, ours, sorted)
  const description = stringHint(hints, 'description')
  const id = stringHint(hints, 'id')
  const direction = directionOf(hints, ours, sorted)
  const texts = [...hints].filter((pair): pair is [string, string] => typeof pair[1] === 'string')
  const link = linkOf(new Map(texts.filter(([name, value]) => name !== 'url' || isSafeUrl(value))), hints)
  return {
    directed: hints.get('directed') !== false,
    ...(hints.has('strict') && { strict: hints.get('strict') === true }),
    ...(id !== undefined && { id }),
    ...(title !== undefined && { title }),
    ...(description !== undefined && { description }),
    ...(direction && { direction }),
    ...(link && { link }),
    style: graphStyle(page.model, hints),
  }
}

function titleOf(
  page: PageSource,
  place: number,
  hints: Hints,
  ours: boolean,
  { pool, titled }: Sorted,
): string | undefined {
  const hint = stringHint(hints, 'title')
  const name = page.name ?? ''
  const named = /^Page-\d+$/.test(name) || name === '' ? undefined : name
  if (!ours) return named ?? ((titled && decodeLabel(titled.label, isHtml(titled.style)).text) || undefined)
  const shown = pool ? decodeLabel(pool.label, true).text : undefined
  if (shown !== undefined && shown !== cleanXml(hint ?? '')) return shown === '' ? undefined : shown
  const unchanged = hint === undefined ? named === undefined : name === pageName(hint, place)
  return unchanged ? hint : named
}

/** Lanes that are rows flow across the page, lanes that are columns down; without lanes nothing is shown. */
function directionOf(hints: Hints, ours: boolean, sorted: Sorted): Graph['direction'] {
  const { pool } = sorted
  const hint = hints.get('direction')
  const direction = isDirection(hint) ? hint : undefined
  if (ours && !pool) return direction
  const rows = pool ? pool.style.get('horizontal') === '0' : rowsOf(sorted)
  if (rows === undefined) return direction
  if (ours && direction === undefined && rows) return undefined
  const across = direction === 'LR' || direction === 'RL'
  return direction !== undefined && across === rows ? direction : rows ? 'LR' : 'TB'
}

/** Whether the lanes of a page are rows, by the first of them that stands in no group. */
function rowsOf({ groups, inside }: Sorted): boolean | undefined {
  const lane = groups.find(cell => isLane(cell.style) && !inside.get(cell.id)?.group)
  return lane && lane.style.get('horizontal') === '0'
}

function graphStyle(model: XmlElement, hints: Hints): Style {
  const style: Record<string, unknown> = {}
  for (const [name, value] of hints) {
    if (name.startsWith('style.') && typeof value !== 'object') style[name.slice(6)] = value
  }
  const other = readPairsHint(hints.get('other'))
  if (other?.size) style.other = other
  const background = model.attributes.get('background')
  const hint = stringHint(hints, 'style.fill')
  const shown = hint !== undefined && hint !== '' && fitsStyle(hint) ? hint : undefined
  const { fill: _, ...rest } = style
  if (background === shown) return (hint === undefined ? rest : { ...rest, fill: hint }) as Style
  return (background === undefined ? rest : { ...rest, fill: background }) as Style
}
