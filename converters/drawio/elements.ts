/** What a cell means: the node, group, edge or loop that it shows together with the attributes beside it. */

import { makeEdge, makeGroup, makeLoop, makeNode, NO_EXTRAS } from '../../src/ir/build.js'
import type { Edge, End, Extras, Group, Loop, Node, Side, Text, Value } from '../../src/ir/model.js'
import { type Direction, directions } from '../../src/ir/model.js'
import { edgeKind, groupKind, isLane, type Kind, nodeKind, type Values } from './aspects.js'
import { isHtml } from './cell-parts.js'
import {
  boxGeometry,
  type DrawnLine,
  lineGeometry,
  type Pair,
  pinsOf,
  rounded,
  sideOfPins,
} from './geometry.js'
import { type Hints, numberHint, parseHints, readTextHint, stringHint } from './hints.js'
import { decodeLabel, encodeLabel } from './html.js'
import { decodeLoopLabel, decodeTaskLabel, encodeNodeLabel } from './labels.js'
import { withHints, writeAspects } from './looks.js'
import { propertyName } from './names.js'
import type { RawCell } from './raw.js'
import { type NodeRecord, withDrawnParts, withTitle } from './records/node.js'
import { formatStyle, numberOf, type StyleMap, sameStyle } from './style.js'
import { arrowIn, lineIn, linkOf, shapeIn, styleOf } from './values.js'

/** What the page says about the cell at hand. */
export interface Place {
  /** Whether a person put the cell where it stands. */
  readonly drawn: boolean
  /** Whether the page was written by something else than us. */
  readonly foreign?: boolean
  /** Whether fixed points of lines are not to be read as sides. */
  readonly sideless?: boolean
  /** The id of the kept cell that it stands in. */
  readonly parent?: string
  /** The fields that the cells in a node show. */
  readonly record?: NodeRecord | undefined
}

export const hintsOf = (cell: RawCell): Map<string, unknown> =>
  new Map(parseHints(cell.attributes.get('diaglot')))

/** Keys of a style that are geometry. */
const isPin = (key: string, kind: Kind): boolean =>
  /^(exit|entry)(X|Y|Dx|Dy|Perimeter)$/.test(key) || (key === 'startSize' && kind === groupKind)

const lookOf = (style: StyleMap, kind: Kind): Map<string, string | null> =>
  new Map([...style].filter(([key]) => !key.startsWith('#') && !isPin(key, kind)))

function extrasFor(
  kind: Kind,
  cell: RawCell,
  values: Values,
  more: ReadonlyMap<string, Value>,
  place: Place,
): Extras {
  const own = new Map<string, Value>()
  const look = lookOf(cell.style, kind)
  if (!sameStyle(look, lookOf(writeAspects(kind, values), kind))) own.set('style', formatStyle(look))
  if (place.parent !== undefined) own.set('parent', place.parent)
  for (const [key, value] of more) own.set(key, value)
  return own.size === 0 ? NO_EXTRAS : new Map([['drawio', own]])
}

const at = (cell: RawCell) => cell.at && { at: cell.at }

/** The label that a cell shows; a hint counts while it would be shown the same way. */
function labelOf(shown: string, html: boolean, hint: Text | undefined): Text {
  return hint && encodeLabel(hint, html) === shown ? hint : decodeLabel(shown, html)
}

/** What a node's cell and the hints beside it say. */
export function shownByNode(cell: RawCell): {
  readonly hints: Map<string, unknown>
  readonly values: Values
} {
  const hints = hintsOf(cell)
  const shape = cell.attributes.get('diaglot-shape')
  hints.delete('fields')
  if (shape !== undefined) hints.set('shape', shape)
  return { hints, values: withHints(nodeKind, cell.style, hints) }
}

export function readNode(cell: RawCell, id: string, group: string | undefined, place: Place): Node {
  const { hints, values } = shownByNode(cell)
  const properties = new Map<string, string>()
  for (const [name, value] of cell.attributes) {
    const property = propertyName(name)
    if (property !== undefined) properties.set(property, value)
  }
  const link = linkOf(values, hints)
  const image = values.get('image')
  const more = new Map<string, Value>()
  const drawn = place.drawn || hints.get('placed') === true
  if (drawn) more.set('geometry', boxGeometry(cell.box))
  const bare = makeNode({
    id,
    shape: shapeIn(values),
    style: styleOf(values, hints),
    properties,
    ...(group !== undefined && { group }),
    ...(link && { link }),
    ...(typeof image === 'string' && { image }),
    ...(values.get('hidden') === true && { hidden: true }),
    extras: extrasFor(nodeKind, cell, values, more, place),
    ...at(cell),
  })
  const { record } = place
  if (!record?.fields.length) return withLabel(bare, cell, hints)
  const whole = withTitle({ ...bare, fields: record.fields }, cell, hints)
  return drawn ? withDrawnParts(whole, cell, record) : whole
}

/** Adds the label, and the owner where a task's label shows another one. */
function withLabel(node: Node, cell: RawCell, hints: Hints): Node {
  const html = isHtml(cell.style)
  const hint = readTextHint(hints.get('label'))
  const shown = decodeLabel(cell.label, html)
  const task = node.shape === 'task' && html ? decodeTaskLabel(cell.label) : undefined
  for (const label of [hint, task?.label, shown]) {
    if (!label) continue
    const whole: Node = { ...node, label }
    if (encodeNodeLabel(whole, html) === cell.label) return whole
  }
  if (!task) return { ...node, label: shown }
  return { ...node, label: task.label, properties: new Map([...node.properties, ['owner', task.owner]]) }
}

export function readGroup(drawnCell: RawCell, id: string, parent: string | undefined, place: Place): Group {
  const hints = hintsOf(drawnCell)
  const cell = withTitleBack(drawnCell, numberHint(hints, 'titleAt'))
  const values = withHints(groupKind, cell.style, hints)
  const link = linkOf(values, hints)
  const direction = stringHint(hints, 'direction')
  const drawn = place.drawn || hints.get('placed') === true
  const title = numberOf(cell.style.get('startSize')) ?? titleWithout(cell.style)
  const geometry = new Map<string, Value>()
  if (drawn)
    geometry.set(
      'geometry',
      boxGeometry({ ...cell.box, ...(title !== undefined && { title: rounded(title) }) }),
    )
  return makeGroup({
    id,
    kind: values.get('frame') === 'cluster' ? 'cluster' : 'lane',
    label: labelOf(cell.label, isHtml(cell.style), readTextHint(hints.get('label'))),
    style: styleOf(values, hints),
    ...(parent !== undefined && { parent }),
    ...(link && { link }),
    ...(isDirection(direction) && { direction }),
    ...(values.get('hidden') === true && { hidden: true }),
    extras: extrasFor(groupKind, cell, values, geometry, place),
    ...at(cell),
  })
}

/** A title that the layout moved aside, at its usual place again, so that its style says nothing of its own. */
function withTitleBack(cell: RawCell, moved: number | undefined): RawCell {
  const indent = numberOf(cell.style.get('spacingLeft'))
  if (moved === undefined || indent === undefined) return cell
  return { ...cell, style: new Map([...cell.style, ['spacingLeft', String(indent - moved)]]) }
}

/** The strip of a title whose size is not said: draw.io's style sheet has 23 for swimlanes, its shapes 40. */
function titleWithout(style: StyleMap): number | undefined {
  if (style.get('swimlane') === null) return 23
  return isLane(style) ? 40 : undefined
}

export const isDirection = (value: unknown): value is Direction => directions.includes(value as Direction)

export type EndId = Pick<End, 'kind' | 'id' | 'port'>

export function readEdge(cell: RawCell, from: EndId, to: EndId, place: Place): Edge {
  const hints = hintsOf(cell)
  const values = withHints(edgeKind, cell.style, hints)
  const link = linkOf(values, hints)
  const { label, tail, head } = edgeLabels(cell, hints)
  const drawn = place.drawn || hints.get('placed') === true
  const own = new Map<string, Value>()
  if (drawn) {
    const geometry = lineGeometry(lineOf(cell, tail?.cell, head?.cell))
    if (geometry.size > 0) own.set('geometry', geometry)
  }
  if (place.foreign || hints.get('cell') === true) own.set('id', cell.id)
  const end = (name: 'from' | 'to', id: EndId, text: Text | undefined): End => {
    const pinned = name === 'from' ? 'exit' : 'entry'
    const side: Side | undefined = place.sideless ? undefined : sideOfPins(pinsOf(cell.style, pinned), pinned)
    const port = id.port ?? stringHint(hints, `${name}Port`)
    return {
      ...id,
      arrow: arrowIn(values, `${name}Arrow`),
      ...(side && { side }),
      ...(port !== undefined && { port }),
      ...(text && { label: text }),
    }
  }
  const [id, length] = [stringHint(hints, 'id'), numberHint(hints, 'length')]
  return makeEdge({
    from: end('from', from, tail?.text),
    to: end('to', to, head?.text),
    label,
    line: lineIn(values),
    style: styleOf(values, hints),
    ...(id !== undefined && { id }),
    ...(length !== undefined && { length }),
    ...(link && { link }),
    extras: extrasFor(edgeKind, cell, values, own, { drawn }),
    ...at(cell),
  })
}

const TAIL = -0.5
const HEAD = 0.5

export const isEdgeLabel = (cell: RawCell): boolean =>
  cell.kind === 'vertex' && (cell.style.has('edgeLabel') || cell.relative)

interface EndLabel {
  readonly cell: RawCell
  readonly text: Text
}

/** An edge's own label, and the label cells on it: near its ends they belong to the ends. */
export function edgeLabels(cell: RawCell, hints: Hints): { label: Text; tail?: EndLabel; head?: EndLabel } {
  let label = labelOf(cell.label, isHtml(cell.style), readTextHint(hints.get('label')))
  let tail: EndLabel | undefined
  let head: EndLabel | undefined
  for (const child of cell.children) {
    if (!isEdgeLabel(child)) continue
    const along = numberOf(child.geometry?.attributes.get('x')) ?? 0
    const html = isHtml(child.style)
    if (along <= TAIL && !tail)
      tail = { cell: child, text: labelOf(child.label, html, readTextHint(hints.get('fromLabel'))) }
    else if (along >= HEAD && !head)
      head = { cell: child, text: labelOf(child.label, html, readTextHint(hints.get('toLabel'))) }
    else {
      const { text } = decodeLabel(child.label, html)
      label = label.text === '' ? decodeLabel(child.label, html) : { text: `${label.text}\n${text}` }
    }
  }
  return { label, ...(tail && { tail }), ...(head && { head }) }
}

/** The line as it was drawn, in page coordinates. */
function lineOf(cell: RawCell, tail: RawCell | undefined, head: RawCell | undefined): DrawnLine {
  const points: Pair[] = []
  let offset: Pair | undefined
  const coordinate = (
    element: { attributes: ReadonlyMap<string, string> } | undefined,
    name: string,
  ): number => rounded(numberOf(element?.attributes.get(name)) ?? 0)
  for (const child of cell.geometry?.children ?? []) {
    if (child.name === 'Array' && child.attributes.get('as') === 'points') {
      for (const point of child.children) {
        if (point.name !== 'mxPoint') continue
        points.push([
          rounded(coordinate(point, 'x') + cell.box.x),
          rounded(coordinate(point, 'y') + cell.box.y),
        ])
      }
    } else if (child.name === 'mxPoint' && child.attributes.get('as') === 'offset') {
      offset = [coordinate(child, 'x'), coordinate(child, 'y')]
    }
  }
  const place = (from: RawCell | undefined): Pair | undefined =>
    from && [coordinate(from.geometry, 'x'), coordinate(from.geometry, 'y')]
  const label: Pair = [coordinate(cell.geometry, 'x'), coordinate(cell.geometry, 'y')]
  const [fromLabel, toLabel] = [place(tail), place(head)]
  return {
    points,
    ...((label[0] !== 0 || label[1] !== 0) && { label }),
    ...(offset && (offset[0] !== 0 || offset[1] !== 0) && { offset }),
    exit: pinsOf(cell.style, 'exit'),
    entry: pinsOf(cell.style, 'entry'),
    ...(fromLabel && { fromLabel }),
    ...(toLabel && { toLabel }),
  }
}

/** A loop's frame. Nodes and lanes that are no longer there are left out. */
export function readLoop(
  cell: RawCell,
  hasNode: (id: string) => boolean,
  hasGroup: (id: string) => boolean,
): Loop {
  const hints = hintsOf(cell)
  const list = hints.get('nodes')
  const nodes = Array.isArray(list)
    ? list.filter((id): id is string => typeof id === 'string' && hasNode(id))
    : []
  const group = stringHint(hints, 'group')
  return makeLoop({
    condition: decodeLoopLabel(cell.label),
    nodes,
    ...(group !== undefined && hasGroup(group) && { group }),
    ...at(cell),
  })
}
