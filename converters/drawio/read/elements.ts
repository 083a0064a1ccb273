/** What a cell means: the node, group, edge or loop that it shows together with the attributes beside it. */
import { makeEdge, makeGroup, makeLoop, makeNode, NO_EXTRAS } from '../../../src/ir/build.js'
import {
  type Direction,
  directions,
  type Edge,
  type End,
  type Extras,
  type Group,
  type Loop,
  type Node,
  type Side,
  type Text,
  type Value,
} from '../../../src/ir/model.js'
import { type Pair, rounded } from '../document/box.js'
import { decodeLabel } from '../document/html.js'
import type { RawCell } from '../document/raw.js'
import { formatStyle, numberOf, type StyleMap, sameStyle } from '../document/style.js'
import type { Kind, Values } from '../words/aspect.js'
import { edgeKind, groupKind, nodeKind } from '../words/aspects.js'
import {
  type CellKind,
  cellAttributesOf,
  cellAttributeValues,
  fillingOf,
  wrapperOf,
} from '../words/cell-attributes.js'
import { type CellData, numberDatum, parseCellData, readTextDatum, stringDatum } from '../words/cell-data.js'
import { isHtml } from '../words/cell-parts.js'
import { isEdgeLabel, labelOf } from '../words/edge-labels.js'
import { exactSource, moreOf } from '../words/exact.js'
import { labelsFingerprint } from '../words/fingerprints.js'
import { boxGeometry, type DrawnLine, lineGeometry, pinsOf, sideOfPins } from '../words/geometry.js'
import { withInFile } from '../words/in-file.js'
import { decodeLoopLabel, decodeTaskLabel, encodeNodeLabel } from '../words/labels.js'
import { propertyName } from '../words/names.js'
import { withCellData, writeAspects } from '../words/style-aspects.js'
import { titleWithout } from '../words/title-strip.js'
import { arrowIn, lineIn, linkOf, shapeIn, styleOf } from '../words/values.js'
import { rawPart } from './fingerprinted.js'
import { lineOf } from './line.js'
import { edgeLabels, labelsDrawn } from './line-labels.js'
import { type NodeRecord, partsInFile, withTitle } from './records/node.js'
import { verbatim } from './verbatim.js'

/** What the page says about the cell at hand. */
export interface Place {
  /** Whether a person put the cell where it stands. */
  readonly drawn: boolean
  /** Whether the page was written by something else than us. */
  readonly foreign?: boolean
  /** Whether fixed points of lines are not to be read as sides. */
  readonly sideless?: boolean
  /** The id of the cell that it stands in, where that is neither its group nor the first layer. */
  readonly parent?: string
  /** The group that it lies on without standing in it. */
  readonly on?: string
  /** What the file says where placeholders are shown as something else: of `label`, `link` and `tooltip`. */
  readonly raw?: ReadonlyMap<string, string>
  /** Of a line: the cells inside of its nodes that its ends are fastened to, as `source` and `target`. */
  readonly ends?: ReadonlyMap<string, string>
  /** Of a group: the cell of a text that is its title. */
  readonly title?: RawCell
  /** The fields that the cells in a node show. */
  readonly record?: NodeRecord | undefined
}

export const cellDataOf = (cell: RawCell): Map<string, unknown> =>
  new Map(parseCellData(cell.attributes.get('diaglot')))

/** Keys of a style that are geometry. */
const isPin = (key: string, kind: Kind): boolean =>
  /^(exit|entry)(X|Y|Dx|Dy|Perimeter)$/.test(key) || (key === 'startSize' && kind === groupKind)

/** How a file has an element: its cell's own id, its texts, how these are made, its wrapper, and what it stands in. */
function* inFileOf(cell: RawCell, id: string, { raw, parent, on }: Place): Own {
  if (id !== cell.id) yield ['id', cell.id]
  yield* raw ?? []
  yield ['placeholders', fillingOf(cell)]
  yield ['wrapper', wrapperOf(cell)]
  yield ['parent', parent]
  yield ['on', on]
}

type Own = Generator<readonly [string, Value | undefined]>

/** The box that a cell was given, with what its file says of it. */
function boxOf(cell: RawCell, title?: number): Map<string, Value> {
  const share = (name: string): number => rounded(numberOf(cell.geometry?.attributes.get(name)) ?? 0)
  const relative: Pair | undefined = cell.relative ? [share('x'), share('y')] : undefined
  return boxGeometry({
    ...cell.box,
    ...(title !== undefined && { title }),
    ...(relative && { relative }),
    ...(title !== undefined && !cell.style.has('startSize') && { untold: true }),
    ...moreOf(cell.geometry, 'box'),
    ...exactSource(cell.geometry, 'box'),
  })
}

const lookOf = (style: StyleMap, kind: Kind): Map<string, string | null> =>
  new Map([...style].filter(([key]) => !key.startsWith('#') && !isPin(key, kind)))

/** The style of a group as its file has it. */
export const lookOfGroup = (style: StyleMap): string => formatStyle(lookOf(style, groupKind))

/** The style of a cell, where it says more than ours would. */
function styleAsDrawn(kind: Kind, { style }: RawCell, values: Values): string | undefined {
  const look = lookOf(style, kind)
  return sameStyle(look, lookOf(writeAspects(kind, values), kind)) ? undefined : formatStyle(look)
}

/** What a cell says that the model has no word for. */
function extrasFor(kind: CellKind, cell: RawCell, cellData: CellData, style: string | undefined): Extras {
  const own = new Map<string, Value>()
  if (style !== undefined) own.set('style', style)
  for (const [key, value] of cellAttributeValues(cellAttributesOf(cell, kind, cellData))) own.set(key, value)
  return own.size === 0 ? NO_EXTRAS : new Map([['drawio', own]])
}

const at = (cell: RawCell) => cell.at && { at: cell.at }

/** What a node's cell and the hints beside it say. */
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
  const isRecord = record !== undefined && record.fields.length > 0
  const bare = makeNode({
    id,
    shape: shapeIn(values),
    style: styleOf(values, cellData),
    properties,
    ...(group !== undefined && { group }),
    ...(link && { link }),
    ...(typeof image === 'string' && { image }),
    ...(values.get('hidden') === true && { hidden: true }),
    extras: extrasFor('node', cell, cellData, isRecord ? undefined : style),
    ...at(cell),
  })
  const node = withInFile(bare, [...inFileOf(cell, id, place), ['geometry', drawn ? boxOf(cell) : undefined]])
  if (!isRecord) return withLabel(node, cell, cellData)
  const whole = withTitle({ ...node, fields: record.fields }, cell, cellData)
  return withInFile(whole, [['style', style], ...(drawn ? partsInFile(whole, cell, record) : [])])
}

/** Adds the label, and the owner where a task's label shows another one. */
function withLabel(node: Node, cell: RawCell, cellData: CellData): Node {
  const html = isHtml(cell.style)
  const datum = readTextDatum(cellData.get('label'))
  const shown = decodeLabel(cell.label, html)
  const task = node.shape === 'task' && html ? decodeTaskLabel(cell.label) : undefined
  for (const label of [datum, task?.label, shown]) {
    if (!label) continue
    const whole: Node = { ...node, label }
    if (encodeNodeLabel(whole, html) === cell.label) return whole
  }
  if (!task) return { ...node, label: shown }
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
  const titled = place.title ?? cell
  const group = makeGroup({
    id,
    kind: values.get('frame') === 'cluster' ? 'cluster' : 'lane',
    label: labelOf(titled.label, isHtml(titled.style), readTextDatum(cellData.get('label'))),
    style: styleOf(values, cellData),
    ...(parent !== undefined && { parent }),
    ...(link && { link }),
    ...(isDirection(direction) && { direction }),
    ...(values.get('hidden') === true && { hidden: true }),
    extras: extrasFor('group', cell, cellData, styleAsDrawn(groupKind, cell, values)),
    ...at(cell),
  })
  const strip = title === undefined ? undefined : rounded(title)
  return withInFile(group, [
    ...inFileOf(cell, id, place),
    ['geometry', drawn ? boxOf(cell, strip) : undefined],
    ['title', place.title && verbatim([place.title])[0]],
  ])
}

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

export function readEdge(cell: RawCell, from: EndId, to: EndId, place: Place): Edge {
  const cellData = cellDataOf(cell)
  const values = withCellData(edgeKind, cell.style, cellData)
  const link = linkOf(values, cellData)
  const { label, tail, head } = edgeLabels(cell, cellData)
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
  const [id, length] = [stringDatum(cellData, 'id'), numberDatum(cellData, 'length')]
  const edge = makeEdge({
    from: end('from', from, tail?.text),
    to: end('to', to, head?.text),
    label,
    line: lineIn(values),
    style: styleOf(values, cellData),
    ...(id !== undefined && { id }),
    ...(length !== undefined && { length }),
    ...(link && { link }),
    extras: extrasFor('edge', cell, cellData, styleAsDrawn(edgeKind, cell, values)),
    ...at(cell),
  })
  return withInFile(edge, [
    ...inFileOf(cell, cell.id, place),
    ['geometry', geometry.size > 0 ? geometry : undefined],
    ['labels', areDrawn(cell, drawn, cellData) ? labelsDrawn(cell, cellData) : undefined],
    ['id', cell.id],
    ['parent', drawn ? cell.around?.id : undefined],
    ...(place.ends ?? []),
  ])
}

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
