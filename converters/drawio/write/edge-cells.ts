/** Edges as cells: their ends, their ways, and the labels on them. */
import type { Edge, End } from '../../../src/ir/model.js'
import type { Point, Route } from '../../../src/layout/boxes.js'
import { endsBeyondLabel } from '../../../src/layout/clusters/outside-labels.js'
import { labelSize } from '../../../src/layout/lanes/banded.js'
import { type Pair, rounded } from '../document/box.js'
import { type Cell, type GeometryXml, numberText } from '../document/cell.js'
import { decodeLabel, encodeLabel } from '../document/html.js'
import { formatStyle, parseStyle, type StyleMap } from '../document/style.js'
import { edgeKind } from '../words/aspects.js'
import { labelNamed, textDatumNames, withoutLabels } from '../words/beside.js'
import { cellAttributesBy } from '../words/cell-attributes.js'
import { formatCellData, textDatum } from '../words/cell-data.js'
import { displayedAttributes, isHtml, sameText, styleFor, visibility } from '../words/cell-parts.js'
import { asInFile } from '../words/exact.js'
import { labelsFingerprint } from '../words/fingerprints.js'
import { type DrawnLine, drawnLine, lineGeometry, pinsForSide, sideOfPins } from '../words/geometry.js'
import { withArrowInFile } from '../words/loose-terminals.js'
import { type Displayed, sourceTextsOf } from '../words/source-texts.js'
import { cellDataFor } from '../words/style-aspects.js'
import { inOrderOfFile } from '../words/style-order.js'
import { edgeValues, unseenData } from '../words/values.js'
import { endsAtGroupAround, pinsAt } from './group-around.js'
import { type DrawnLabels, drawnLabels } from './line-labels.js'
import { cellOfEnd, fieldOfEnd, originOf, type Page, routeOf } from './page.js'
import { edgeParent, isLooseOn, terminalOf } from './siblings.js'

/** Whether a fixed point is where the side of its end has it; where an edge has no side, any is. */
const fitsSide = ({ side }: End, name: 'exit' | 'entry', pins: StyleMap): boolean =>
  !side || sideOfPins(pins, name) === side

/** The line of an edge as a person drew it, as far as its fixed points are where the edge has its sides. */
function lineAsDrawn(edge: Edge): DrawnLine | undefined {
  const drawn = drawnLine(edge)
  if (!drawn) return undefined
  const { exit, entry, ...rest } = drawn
  const line = {
    ...rest,
    ...(exit && fitsSide(edge.from, 'exit', exit) && { exit }),
    ...(entry && fitsSide(edge.to, 'entry', entry) && { entry }),
  }
  return lineGeometry(line).size > 0 ? line : undefined
}

/** The style keys that fasten an edge's end: as a person drew them, or on the side that an author wrote. */
function endPins(
  page: Page,
  end: End,
  name: 'exit' | 'entry',
  drawn: StyleMap | undefined,
  port?: Point,
): StyleMap {
  if (drawn && drawn.size > 0) return drawn
  if (!end.side) return new Map()
  const box = page.boxes.get(cellOfEnd(page, end))
  if (!box || !port || end.side.includes('-')) return pinsForSide(end.side, name)
  return pinsForSide(end.side, name, { x: (port.x - box.x) / box.width, y: (port.y - box.y) / box.height })
}

interface Along {
  /** From -1 at the path's start to 1 at its end. */
  readonly part: number
  /** From the nearest point of the path to the point itself. */
  readonly aside: Pair
}

/** How far along a path a point lies, and how far beside it. */
function placeAlong(path: readonly Point[], at: Point): Along {
  let total = 0
  let best = { distance: Infinity, along: 0, aside: [0, 0] as Pair }
  for (let i = 0; i + 1 < path.length; i++) {
    const [a, b] = [path[i]!, path[i + 1]!]
    const [dx, dy] = [b.x - a.x, b.y - a.y]
    const length = Math.hypot(dx, dy)
    const part =
      length === 0 ? 0 : Math.min(1, Math.max(0, ((at.x - a.x) * dx + (at.y - a.y) * dy) / length ** 2))
    const aside: Pair = [rounded(at.x - a.x - dx * part), rounded(at.y - a.y - dy * part)]
    const distance = Math.hypot(...aside)
    if (distance < best.distance - 0.01) best = { distance, along: total + part * length, aside }
    total += length
  }
  const part = total === 0 ? 0 : Math.round(((2 * best.along) / total - 1) * 1000) / 1000
  return { part, aside: best.distance < 1 ? [0, 0] : best.aside }
}

/** An edge, and the labels at its ends. `order` says that its place among the edges has to be written. */
export function edgeCells(page: Page, i: number, order: boolean): Cell[] {
  const edge = page.graph.edges[i]!
  const id = page.edgeIds[i]!
  const values = edgeValues(edge)
  const drawn = lineAsDrawn(edge)
  const route = page.drawn || drawn ? { bends: [] } : routeOf(page.layout, i)
  const path = route.path ?? []
  const fixed = path.length > 1 && endsAtGroupAround(page.graph, edge)
  const style = new Map(styleFor(edgeKind, edge, values))
  const cellData = new Map<string, unknown>([...cellDataFor(edgeKind, style, values), ...unseenData(edge)])
  for (const [name, end, point] of [
    ['exit', edge.from, route.start],
    ['entry', edge.to, route.end],
  ] as const) {
    const box = page.boxes.get(cellOfEnd(page, end))
    const at = name === 'exit' ? path[0] : path.at(-1)
    const pins =
      box && at && !end.side && (fixed || endsBeyondLabel(page.graph, end, box, at))
        ? pinsAt(box, at, name)
        : endPins(page, end, name, drawn?.[name], point)
    for (const [key, value] of pins) style.set(key, value)
    if (!end.side && sideOfPins(pins, name)) cellData.set(`${name}Point`, formatStyle(pins))
    if (end.side && (drawn || page.drawn) && pins !== drawn?.[name])
      cellData.set(`${name}Side`, formatStyle(pins))
  }
  const html = isHtml(style)
  const parent = edgeParent(page, edge)
  const origin = originOf(page, parent)
  const beside = page.besides.get(edge)
  const bare = beside ? withoutLabels(edge, beside.keys()) : edge
  const onLine = page.labelled.has(edge) ? drawnLabels(bare, html) : undefined
  const shown = edgeShown(bare, html, onLine)
  const own = cellAttributesBy(edge, 'edge')
  const sourceTexts = sourceTextsOf(edge, 'edge', shown, name => page.lookup(id, parent, own)(name))
  const { cellAttributes } = sourceTexts
  if (!shown.alone) cellData.set('label', textDatum(bare.label))
  const labels = onLine ? labelsOnLine(bare, onLine, id, cellData) : endLabels(page, i, bare, cellData, route)
  for (const [name, { id, label, html }] of beside ?? []) {
    if (!page.foreign) cellData.set(textDatumNames[name].cell, id)
    const says = labelNamed(edge, name)
    if (says && !sameText(decodeLabel(label, html), says))
      cellData.set(textDatumNames[name].text, textDatum(says))
  }
  for (const [name, value] of [
    ['id', edge.id],
    ['length', edge.length],
    ['fromPort', fieldOfEnd(page, edge.from) === undefined ? edge.from.port : undefined],
    ['toPort', fieldOfEnd(page, edge.to) === undefined ? edge.to.port : undefined],
  ] as const) {
    if (value !== undefined) cellData.set(name, value)
  }
  if (drawn && !page.drawn) cellData.set('placed', true)
  if (!onLine && labels.length > 0 && (drawn || page.drawn)) cellData.set('labels', labelsFingerprint(labels))
  const along = route.label && placeAlong(path, route.label)
  const place = drawn?.label ?? (along ? ([along.part, 0] as const) : undefined)
  const offset = drawn ? drawn.offset : along?.aside.some(length => length !== 0) ? along.aside : undefined
  const points = drawn?.points ?? route.bends.map(({ x, y }) => [rounded(x), rounded(y)] as const)
  const cell: Cell = {
    id,
    label: sourceTexts.raw.get('label') ?? shown.label,
    style: inOrderOfFile(edge, styleInFile(page, edge, style)),
    parent,
    ...(cellAttributes.wrapper !== undefined && { wrapper: cellAttributes.wrapper }),
    attributes: [
      ...displayedAttributes(style, sourceTexts.raw),
      ...cellAttributes.attributes,
      ...(order ? [['diaglot-order', String(i + 1)] as const] : []),
      ...(cellData.size > 0 ? [['diaglot', formatCellData(cellData)] as const] : []),
    ],
    cellAttributes: [
      ...visibility(style),
      ...cellAttributes.cell,
      ['edge', '1'],
      ...terminalOf(page, edge, 'source'),
      ...terminalOf(page, edge, 'target'),
    ],
    geometry: lineXml(drawn, { place, offset, points, origin }),
  }
  return [cell, ...labels]
}

/** The style of a line, with the arrowheads that its file has at ends that are fastened to nothing. */
const styleInFile = (page: Page, edge: Edge, style: StyleMap): StyleMap =>
  (['source', 'target'] as const).reduce(
    (found, name) => (isLooseOn(page, edge, name) ? withArrowInFile(edge, name, found) : found),
    style,
  )

interface Way {
  readonly place: Pair | undefined
  readonly offset: Pair | undefined
  readonly points: readonly Pair[]
  readonly origin: Point
}

/** The geometry of a line in its parent: as its file has it, while that says the same. */
function lineXml(drawn: DrawnLine | undefined, { place, offset, points, origin }: Way): GeometryXml {
  const pair = (names: readonly [string, string], numbers: Pair | undefined) =>
    numbers ? names.map((name, i) => [name, numberText(numbers[i]!)] as const) : []
  const ours: GeometryXml = {
    attributes: [...pair(['x', 'y'], place), ...pair(['width', 'height'], drawn?.size), ['relative', '1']],
    ...(drawn?.more && { more: drawn.more }),
    points: points.map(([x, y]) => [x - origin.x, y - origin.y]),
    ...(offset && { offset }),
  }
  return asInFile(ours, drawn?.source, 'line')
}

/** What the line's own cell shows. With cells on the line, its label is only a part of what the edge says. */
function edgeShown(edge: Edge, html: boolean, onLine: DrawnLabels | undefined): Displayed {
  if (onLine && onLine.cells.length > 0 && onLine.value !== encodeLabel(edge.label, html))
    return { label: onLine.value, html, alone: true }
  const label = encodeLabel(edge.label, html)
  return { label, html, alone: sameText(decodeLabel(label, html), edge.label) }
}

/** The cells on a line as they were drawn. */
function labelsOnLine(
  edge: Edge,
  { cells, tail, head }: DrawnLabels,
  parent: string,
  cellData: Map<string, unknown>,
): Cell[] {
  cellData.set('labels', true)
  for (const [name, cell, text] of [
    ['fromLabel', tail, edge.from.label],
    ['toLabel', head, edge.to.label],
  ] as const) {
    if (cell && text && !sameText(decodeLabel(cell.label, isHtml(cell.style)), text))
      cellData.set(name, textDatum(text))
  }
  return cells.map(cell => ({ ...cell, parent }))
}

const END_LABEL_STYLE = parseStyle(
  'edgeLabel;html=1;align=center;verticalAlign=middle;resizable=0;points=[];',
)

/** How far a label at an end stays from the node, and from its line. */
const FROM_NODE = 8
const FROM_LINE = 3

/** Nearer to the middle than this a label would be read as the edge's own. */
const LEAST_PART = 0.52

/** Where a label stands that the layout has given a place, by its share of the way to its end; none too near to the middle. */
function atEnd(path: readonly Point[], place: Point | undefined, sign: number): Along | undefined {
  if (!place) return undefined
  const { part, aside } = placeAlong(path, place)
  return sign * part >= LEAST_PART ? { part: sign * part, aside } : undefined
}

/** Where a label stands beside the first line of a path: by its share of the way (1 at the very end), and how far aside. */
function besideEnd(path: readonly Point[], text: string): Along {
  const [a, b] = path
  if (!a || !b) return { part: 0.8, aside: [0, 0] }
  const { width, height } = labelSize(text)
  let total = 0
  for (let i = 1; i < path.length; i++)
    total += Math.hypot(path[i]!.x - path[i - 1]!.x, path[i]!.y - path[i - 1]!.y)
  const flat = Math.abs(b.x - a.x) > Math.abs(b.y - a.y)
  const along = FROM_NODE + (flat ? width : height) / 2
  const part = Math.max(LEAST_PART, Math.round((1 - (2 * along) / Math.max(1, total)) * 1000) / 1000)
  return { part, aside: flat ? [0, rounded(-height / 2 - FROM_LINE)] : [rounded(width / 2 + FROM_LINE), 0] }
}

/** Labels at the ends of an edge are cells of their own. */
function endLabels(page: Page, i: number, edge: Edge, cellData: Map<string, unknown>, route: Route): Cell[] {
  const { path = [] } = route
  const cells: Cell[] = []
  for (const [name, end, way, sign] of [
    ['fromLabel', edge.from, path, -1],
    ['toLabel', edge.to, [...path].reverse(), 1],
  ] as const) {
    if (!end.label) continue
    const label = encodeLabel(end.label, true)
    if (!sameText(decodeLabel(label, true), end.label)) cellData.set(name, textDatum(end.label))
    const beside = atEnd(path, route[name], sign) ?? besideEnd(way, end.label.text)
    cells.push({
      id: page.newId(`${page.edgeIds[i]}-${name === 'fromLabel' ? 'tail' : 'head'}`, 'label'),
      label,
      style: END_LABEL_STYLE,
      parent: page.edgeIds[i]!,
      attributes: [],
      cellAttributes: [
        ['vertex', '1'],
        ['connectable', '0'],
      ],
      geometry: {
        attributes: [
          ['x', numberText(sign * beside.part)],
          ['y', '0'],
          ['relative', '1'],
        ],
        points: [],
        offset: beside.aside,
      },
    })
  }
  return cells
}
