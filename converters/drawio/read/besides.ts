/** Which texts of a page are labels of its lines: those that are seen to be some, that a graph knows, or that our own page states. */
import { middleOf } from '../../../src/layout/boxes.js'
import type { Message } from '../../../src/messages/message.js'
import { type DrawnBox, holdsBox } from '../document/box.js'
import type { RawCell } from '../document/raw.js'
import { type LabelName, type LabelPlaces, labelNames, textDatumNames } from '../words/beside.js'
import { parseCellData, stringDatum } from '../words/cell-data.js'
import { hasArrow } from '../words/markers.js'
import type { Attached } from './attach.js'
import { cellDataOf } from './element-parts.js'
import type { EndId } from './elements.js'
import { nameOf } from './infer.js'
import { type EndName, endNames } from './line-ends.js'
import { edgeLabels } from './line-labels.js'
import { type DrawnWay, type LineTexts, mayBeLabel, textsBeside } from './line-texts.js'
import { wayOf } from './line-ways.js'
import { lineLabelsRead } from './messages.js'
import { distanceTo } from './nearness.js'
import type { Sorted } from './sort.js'
import { isText, lettersOf } from './texts.js'

/** What is known of the lines of a page. */
export interface Lines {
  /** The ends of a line that is an edge. */
  readonly linked: (edge: RawCell) => readonly [EndId, EndId] | undefined
  readonly attached: ReadonlyMap<RawCell, Attached>
}

/** Which texts may be labels: all that stand so, those that a graph knows, or those alone that the page states. */
export type FindTexts =
  | 'seen'
  | 'stated'
  | {
      readonly isNode: (cell: RawCell) => boolean
      readonly isLabelled: (from: EndId, to: EndId, name: LabelName) => boolean
    }

export function findTexts(sorted: Sorted, lines: Lines, find: FindTexts): LineTexts {
  if (find === 'stated') return statedTexts(sorted)
  const { nodes, edges, parts } = sorted
  const ends = new Set<string | undefined>(edges.flatMap(({ source, target }) => [source, target]))
  const meant = new Set(
    [...lines.attached.values()].flatMap(ends => [...ends.values()].map(({ cell }) => cell)),
  )
  const isFree = (cell: RawCell): boolean =>
    mayBeLabel(cell) && !parts.has(cell) && !ends.has(cell.id) && !meant.has(cell)
  const isKnown = (cell: RawCell): boolean => find === 'seen' || !find.isNode(cell)
  const texts = nodes.filter(cell => isFree(cell) && isKnown(cell))
  return texts.length === 0 ? new Map() : textsBeside(texts, drawnWays(sorted, lines, find), nodes)
}

/** All lines of a page as they are drawn, with the labels that each has still to get. */
function drawnWays(sorted: Sorted, { linked, attached }: Lines, find: FindTexts): DrawnWay[] {
  const cells = new Map<string, RawCell>()
  for (const list of [sorted.nodes, sorted.groups, sorted.opaque, ...sorted.parts.values()])
    for (const cell of list) if (cell.kind === 'vertex') cells.set(cell.id, cell)
  const shapeAt = (edge: RawCell, end: EndName): RawCell | undefined =>
    edge[end] === undefined ? undefined : cells.get(edge[end])
  const groups = new Set(sorted.groups)
  const all = [...sorted.edges, ...sorted.opaque.filter(({ kind }) => kind === 'edge')]
  return all.flatMap(cell => {
    const way = wayOf(cell, end => shapeAt(cell, end))
    if (!way || way.length < 2) return []
    const ends = linked(cell)
    const isOpen = (name: LabelName): boolean => {
      const end = name === 'tail' ? 'source' : name === 'head' ? 'target' : undefined
      const isThere = !end || endsThere(attached.get(cell), end, way)
      return ends !== undefined && isThere && (typeof find === 'string' || find.isLabelled(...ends, name))
    }
    const free = ends && !isRule(cell, attached.get(cell)) ? unlabelled(cell).filter(isOpen) : []
    return [
      { cell, way, free: new Set(free), groups: groupsOutside(cell, sorted, groups, attached.get(cell)) },
    ]
  })
}

/** Whether a line is more likely a rule between texts than one that needs a label: it has no arrowhead, and is fastened to nothing or leads to a text. */
const isRule = ({ style }: RawCell, attached: Attached | undefined): boolean =>
  !hasArrow(style) &&
  attached !== undefined &&
  (attached.size === 2 || [...attached.values()].some(({ cell }) => isText(cell)))

/** The groups that a line ends at, and does not begin in. */
function groupsOutside(
  edge: RawCell,
  { owner }: Sorted,
  groups: ReadonlySet<RawCell>,
  attached: Attached | undefined,
): DrawnBox[] {
  const [from, to] = endNames.map(end => owner.get(edge[end] ?? '') ?? attached?.get(end)?.cell)
  return [from, to].flatMap(cell => {
    const other = cell === from ? to : from
    const isOutside = cell && groups.has(cell) && !(other && holdsBox(cell.box, other.box))
    return isOutside ? [cell.box] : []
  })
}

/** Whether an end of a line lies at the shape that it is meant for, and does not lead there by the way of another. */
function endsThere(attached: Attached | undefined, end: EndName, way: DrawnWay['way']): boolean {
  const meant = attached?.get(end)
  const at = way[end === 'source' ? 0 : way.length - 1]!
  return !meant || distanceTo(meant.cell.box, [at.x, at.y]) <= AT_SHAPE
}

/** In pixels; labels below a shape are between. */
const AT_SHAPE = 40

/** The labels that a line has none of itself. */
function unlabelled(cell: RawCell): LabelName[] {
  const { label, tail, head } = edgeLabels(cell, cellDataOf(cell))
  const has = { tail: tail !== undefined, middle: label.text.trim() !== '', head: head !== undefined }
  return labelNames.filter(name => !has[name])
}

/** The texts that lines of a page of ours name, which count while a line has no such label itself. */
export function statedTexts({ edges, opaque }: Sorted): LineTexts {
  const cells = new Map(opaque.map(cell => [cell.id, cell]))
  const taken = new Set<RawCell>()
  const found = new Map<RawCell, Map<LabelName, RawCell>>()
  for (const edge of edges) {
    const cellData = parseCellData(edge.attributes.get('diaglot'))
    const own = new Map<LabelName, RawCell>()
    for (const name of unlabelled(edge)) {
      const id = stringDatum(cellData, textDatumNames[name].cell)
      const text = id === undefined ? undefined : cells.get(id)
      if (text?.kind !== 'vertex' || taken.has(text)) continue
      taken.add(text)
      own.set(name, text)
    }
    if (own.size > 0) found.set(edge, own)
  }
  return found
}

/** `repair/inferred-label`, one for the page. */
export function* textsSaid(texts: readonly RawCell[]): Generator<Message> {
  const [first, ...more] = [...texts].sort((a, b) => a.order - b.order)
  if (first)
    yield lineLabelsRead(
      { names: [first, ...more].slice(0, 3).map(nameOf).join(', '), count: more.length + 1 },
      first.at,
    )
}

/** Where such labels stand on the page. */
export const placesOf = (texts: ReadonlyMap<LabelName, RawCell> | undefined): LabelPlaces | undefined =>
  texts && new Map([...texts].map(([name, cell]) => [name, middleOf(lettersOf(cell))]))
