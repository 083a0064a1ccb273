/** What a cell means: the node, group, edge or loop that it shows together with the attributes beside it. */
import { makeEdge, makeGroup, makeLoop, makeNode } from '../../../src/ir/build.js'
import {
  type Direction,
  directions,
  type Edge,
  type End,
  type Group,
  type Loop,
  type Node,
  type Side,
  type Text,
  type Value,
} from '../../../src/ir/model.js'
import { ICONS_OF } from '../../../src/layout/measure/icons.js'
import { shownText } from '../../../src/layout/measure/shown-text.js'
import { rounded } from '../document/box.js'
import { decodeLabel } from '../document/html.js'
import type { RawCell } from '../document/raw.js'
import { formatStyle, numberOf, type StyleMap } from '../document/style.js'
import type { Values } from '../words/aspect.js'
import { edgeKind, groupKind, nodeKind, withDotsOfToday } from '../words/aspects.js'
import type { LabelName } from '../words/beside.js'
import { type CellData, numberDatum, readTextDatum, stringDatum } from '../words/cell-data.js'
import { isHtml } from '../words/cell-parts.js'
import { isEdgeLabel, labelOf } from '../words/edge-labels.js'
import { labelsFingerprint } from '../words/fingerprints.js'
import { type DrawnLine, lineGeometry, pinsOf, sideOfPins } from '../words/geometry.js'
import { iconExtrasIn } from '../words/icon-aspects.js'
import { withInFile } from '../words/in-file.js'
import { decodeLoopLabel, decodeTaskLabel, encodeNodeLabel } from '../words/labels.js'
import { looseTerminals } from '../words/loose-terminals.js'
import { markerKeys, withArrowAt } from '../words/markers.js'
import { propertyName } from '../words/names.js'
import { nameWithoutText } from '../words/shape-names.js'
import { withCellData } from '../words/style-aspects.js'
import { titleWithout } from '../words/title-strip.js'
import { arrowIn, lineIn, linkOf, shapeIn, styleOf } from '../words/values.js'
import type { Attached } from './attach.js'
import {
  at,
  boxOf,
  cellDataOf,
  extrasFor,
  inFileOf,
  keysOf,
  type Place,
  styleAsDrawn,
} from './element-parts.js'
import { rawPart } from './fingerprinted.js'
import { lineOf } from './line.js'
import { edgeLabels, labelsDrawn, textOf } from './line-labels.js'
import { partsInFile, withTitle } from './records/node.js'
import { verbatim } from './verbatim.js'

/** What a node's cell and the data beside it say. */
export function displayedByNode(cell: RawCell): {
  readonly cellData: Map<string, unknown>
  readonly values: Values
} {
  const cellData = cellDataOf(cell)
  const shape = cell.attributes.get('diaglot-shape')
  if (shape !== undefined) cellData.set('shape', shape)
  return { cellData, values: withCellData(nodeKind, cell.style, cellData) }
}

export function readNode(cell: RawCell, id: string, group: string | undefined, place: Place): Node {
  const { cellData, values } = displayedByNode(cell)
  const properties = new Map<string, string>()
  for (const [name, value] of cell.attributes) {
    const property = propertyName(name)
    if (property !== undefined) properties.set(property, value)
  }
  const link = linkOf(values, cellData)
  const image = values.get('image')
  const drawn = place.drawn || cellData.get('placed') === true
  const { record } = place
  const style = styleAsDrawn(nodeKind, cell, values)
  const shown = iconExtrasIn(values)
  const isRecord = record !== undefined && record.fields.length > 0
  const bare = makeNode({
    id,
    shape: shapeIn(values),
    style: styleOf(values, cellData),
    properties,
    ...(group !== undefined && { group }),
    ...(link && { link }),
    ...(typeof image === 'string' && { image }),
    ...(values.has('hidden') && { hidden: true }),
    ...(cellData.get('note') === true && { note: true }),
    extras: new Map([
      ...extrasFor('node', cell, cellData, isRecord ? undefined : style),
      ...(shown.size > 0 ? [[ICONS_OF, shown] as const] : []),
    ]),
    ...at(cell),
  })
  const node = withInFile(bare, [
    ...inFileOf(cell, id, place),
    ['geometry', drawn ? boxOf(cell) : undefined],
    ['keys', keysOf(nodeKind, cell, values, style)],
    ['title', titleInFile(place)],
    ['unseen', values.get('hidden') === 'lines' || undefined],
  ])
  if (!isRecord && place.title) return { ...node, label: titleOf(place.title, cellData) }
  if (!isRecord) {
    const labelled = withLabel(node, cell, cellData)
    return place.isNamed ? withNameOfPicture(labelled, cell, cellData) : labelled
  }
  const whole = withTitle({ ...node, fields: record.fields }, cell, cellData)
  return withInFile(whole, [['style', style], ...(drawn ? partsInFile(whole, cell, record) : [])])
}

/** Nobody sees the id of a shape without a text: it has another name where there is one. */
function withNameOfPicture(node: Node, cell: RawCell, cellData: CellData): Node {
  const name = node.label.text === '' && !cellData.has('label') ? nameWithoutText(cell.style) : undefined
  return name === undefined ? node : withInFile({ ...node, label: { text: name } }, [['icon', true]])
}

/** Adds the label, and the owner where a task's label shows another one. */
function withLabel(node: Node, cell: RawCell, cellData: CellData): Node {
  const html = isHtml(cell.style)
  const datum = readTextDatum(cellData.get('label'))
  const fromCell = decodeLabel(cell.label, html)
  const task = node.shape === 'task' && html ? decodeTaskLabel(cell.label) : undefined
  for (const label of [datum, task?.label, fromCell]) {
    if (!label) continue
    const whole: Node = { ...node, label }
    if (encodeNodeLabel(whole, html) === cell.label) return whole
  }
  if (!task) {
    const whole = { ...node, label: fromCell }
    return shownText(whole) === fromCell ? whole : withInFile(whole, [['named', true]])
  }
  return { ...node, label: task.label, properties: new Map([...node.properties, ['owner', task.owner]]) }
}

export function readGroup(drawnCell: RawCell, id: string, parent: string | undefined, place: Place): Group {
  const cellData = cellDataOf(drawnCell)
  const cell = withTitleBack(drawnCell, numberDatum(cellData, 'titleAt'))
  const values = withCellData(groupKind, cell.style, cellData)
  const link = linkOf(values, cellData)
  const direction = stringDatum(cellData, 'direction')
  const drawn = place.drawn || cellData.get('placed') === true
  const title = numberOf(cell.style.get('startSize')) ?? titleWithout(cell.style)
  const style = styleAsDrawn(groupKind, cell, values)
  const group = makeGroup({
    id,
    kind: values.get('frame') === 'cluster' ? 'cluster' : 'lane',
    label: titleOf(place.title ?? cell, cellData),
    style: styleOf(values, cellData),
    ...(parent !== undefined && { parent }),
    ...(link && { link }),
    ...(isDirection(direction) && { direction }),
    ...(values.has('hidden') && { hidden: true }),
    extras: extrasFor('group', cell, cellData, style),
    ...at(cell),
  })
  const strip = title === undefined ? undefined : rounded(title)
  return withInFile(group, [
    ...inFileOf(cell, id, place),
    ['geometry', drawn ? boxOf(cell, strip) : undefined],
    ['keys', keysOf(groupKind, cell, values, style)],
    ['title', titleInFile(place)],
    ['unseen', values.get('hidden') === 'lines' || undefined],
  ])
}

/** What a cell says that shows the label of a group, or of a node in a cell of its own. */
const titleOf = ({ label, style }: RawCell, cellData: CellData): Text =>
  labelOf(label, isHtml(style), readTextDatum(cellData.get('label')))

const titleInFile = ({ title }: Place): string | undefined => title && verbatim([title])[0]

/** A title that the layout moved aside, at its usual place again, so that its style says nothing of its own. */
function withTitleBack(cell: RawCell, moved: number | undefined): RawCell {
  const indent = numberOf(cell.style.get('spacingLeft'))
  if (moved === undefined || indent === undefined) return cell
  return { ...cell, style: new Map([...cell.style, ['spacingLeft', String(indent - moved)]]) }
}

export const isDirection = (value: unknown): value is Direction => directions.includes(value as Direction)

export type EndId = Pick<End, 'kind' | 'id' | 'port'>

/** A line without fixed points of ours, which say no more than the sides of its ends. */
function drawnBy(line: DrawnLine, cellData: CellData): DrawnLine {
  const { exit, entry, ...rest } = line
  const isOurs = (pins: StyleMap | undefined, datum: string) =>
    pins && cellData.get(datum) === formatStyle(pins)
  return {
    ...rest,
    ...(exit && !isOurs(exit, 'exitSide') && { exit }),
    ...(entry && !isOurs(entry, 'entrySide') && { entry }),
  }
}

/** Whether a person put the labels on a line where they stand: on one that a person drew, ours have a mark. */
function areDrawn(cell: RawCell, drawn: boolean, cellData: CellData): boolean {
  const fingerprint = cellData.get('labels')
  if (typeof fingerprint !== 'string') return drawn || fingerprint === true
  return drawn && fingerprint !== labelsFingerprint(cell.children.filter(isEdgeLabel).map(rawPart))
}

export function readEdge(drawnCell: RawCell, from: EndId, to: EndId, place: Place): Edge {
  const cell = withArrowsLent(drawnCell, place.attached)
  const cellData = cellDataOf(cell)
  const values = withCellData(edgeKind, cell.style, cellData)
  const asToday = place.foreign ? cell : { ...cell, style: withDotsOfToday(cell.style) }
  const link = linkOf(values, cellData)
  const { label, tail, head } = edgeLabels(cell, cellData)
  const beside = (name: LabelName): Text | undefined => {
    const text = place.beside?.get(name)
    return text && textOf(text, name, cellData)
  }
  const drawn = place.drawn || cellData.get('placed') === true
  const geometry = drawn ? lineGeometry(drawnBy(lineOf(cell), cellData)) : new Map()
  const end = (name: 'from' | 'to', id: EndId, text: Text | undefined): End => {
    const pinned = name === 'from' ? 'exit' : 'entry'
    const pins = pinsOf(cell.style, pinned)
    // Points that someone has not read as sides stay points.
    const sideless = place.sideless || cellData.get(`${pinned}Point`) === formatStyle(pins)
    const side: Side | undefined = sideless ? undefined : sideOfPins(pins, pinned)
    const port = id.port ?? stringDatum(cellData, `${name}Port`)
    return {
      ...id,
      arrow: arrowIn(values, `${name}Arrow`),
      ...(side && { side }),
      ...(port !== undefined && { port }),
      ...(text && { label: text }),
    }
  }
  const style = styleAsDrawn(edgeKind, asToday, values)
  const [id, length] = [stringDatum(cellData, 'id'), numberDatum(cellData, 'length')]
  const edge = makeEdge({
    from: end('from', from, tail?.text ?? beside('tail')),
    to: end('to', to, head?.text ?? beside('head')),
    label: beside('middle') ?? label,
    line: lineIn(values),
    style: styleOf(values, cellData),
    ...(id !== undefined && { id }),
    ...(length !== undefined && { length }),
    ...(link && { link }),
    extras: extrasFor('edge', cell, cellData, style),
    ...at(cell),
  })
  return withInFile(edge, [
    ...inFileOf(cell, cell.id, place),
    ['geometry', geometry.size > 0 ? geometry : undefined],
    ['keys', keysOf(edgeKind, drawnCell, values, style)],
    ['labels', areDrawn(cell, drawn, cellData) ? labelsDrawn(cell, cellData) : undefined],
    ['id', cell.id],
    ['parent', drawn ? cell.around?.id : undefined],
    ...(place.ends ?? []),
    ['beside', place.beside && besideInFile(place.beside)],
    ['loose', place.attached && drawn ? looseOf(drawnCell, place.attached) : undefined],
  ])
}

const besideInFile = (texts: ReadonlyMap<LabelName, RawCell>): Value =>
  new Map([...texts].flatMap(([name, cell]) => verbatim([cell]).map(text => [name, text] as const)))

/** A line with the arrowheads of the lines that go on from its ends. */
function withArrowsLent(cell: RawCell, attached: Attached | undefined): RawCell {
  let { style } = cell
  for (const [end, { arrow }] of attached ?? []) if (arrow) style = withArrowAt(style, end, arrow)
  return style === cell.style ? cell : { ...cell, style }
}

/** How the file has the ends that are fastened to nothing. */
const looseOf = (cell: RawCell, attached: Attached) =>
  looseTerminals(
    [...attached].map(([end, { cell: shape, arrow }]) => {
      const keys = markerKeys(end)
      const marker = arrow && formatStyle(new Map([...cell.style].filter(([key]) => keys.includes(key))))
      return [end, { cell: shape.id, box: shape.box, id: cell[end], arrow, marker }] as const
    }),
  )

/** A loop's frame. Nodes and lanes that are no longer there are left out. */
export function readLoop(
  cell: RawCell,
  hasNode: (id: string) => boolean,
  hasGroup: (id: string) => boolean,
): Loop {
  const cellData = cellDataOf(cell)
  const list = cellData.get('nodes')
  const nodes = Array.isArray(list)
    ? list.filter((id): id is string => typeof id === 'string' && hasNode(id))
    : []
  const group = stringDatum(cellData, 'group')
  return makeLoop({
    condition: decodeLoopLabel(cell.label),
    nodes,
    ...(group !== undefined && hasGroup(group) && { group }),
    ...at(cell),
  })
}
