/** The fields of a node as a person drew them, for formats with geometry: where their cells stand, what these look like, and the lines between. */
import type { Field, Style } from '../../../../src/ir/model.js'
import type { Box, DrawnField, DrawnFields, Point } from '../../../../src/layout/boxes.js'
import { shownText } from '../../../../src/layout/measure/field-items.js'
import { decodeLabel } from '../../document/html.js'
import type { RawCell } from '../../document/raw.js'
import { numberOf, type StyleMap } from '../../document/style.js'
import { isHtml } from '../../words/cell-parts.js'
import { isEdgeLabel } from '../../words/edge-labels.js'
import { labelPlace } from '../../words/label-place.js'
import { childLayoutOf } from '../../words/records/child-layout.js'
import type { ReadFields } from '../../words/records/fields-in-cells.js'
import { styleOf } from '../../words/values.js'
import { displayedByNode } from '../elements.js'

/** The bit of `fontStyle` that says underlined. */
const UNDERLINED = 4

/** Nothing where some field has no cell of its own, or the fields stand in a frame inside of another shape. */
export function drawnFields(node: RawCell, { fields, shownBy, cellOf }: ReadFields): DrawnFields | undefined {
  const childLayout = childLayoutOf(node.style)
  if (!childLayout || childLayout.form === 'frame' || node.style.get('horizontal') === '0') return undefined
  const leaves: DrawnField[] = []
  const waiting = [...fields].reverse()
  for (let field = waiting.pop(); field; field = waiting.pop()) {
    const inner = field.children ?? []
    const cell = shownBy.get(field)
    if (inner.some(child => shownBy.has(child))) waiting.push(...[...inner].reverse())
    // What stands beside each other in a row has no cell around it.
    else if (!cell) return undefined
    else leaves.push(drawnField(field, cell))
  }
  const strip = Math.min(childLayout.title, node.box.height)
  const below = strip > 0 ? [sideOf({ ...node.box, height: strip }, 'bottom')] : []
  return {
    title: node.label === '' ? 0 : strip,
    leaves,
    lines: [...below, ...linesIn(node)],
    ports: new Map([...cellOf].map(([port, { box }]) => [port, plainBox(box)])),
  }
}

const plainBox = ({ x, y, width, height }: Box): Box => ({ x, y, width, height })

function drawnField(field: Field, cell: RawCell): DrawnField {
  const { style, label } = cell
  const { values, cellData } = displayedByNode(cell)
  const text = shownText(field)
  const own = decodeLabel(label, isHtml(style))
  return {
    text,
    label: own.text === text ? own : { text },
    box: plainBox(cell.box),
    ...labelPlace(cell.box, style),
    ...(((numberOf(style.get('fontStyle')) ?? 0) & UNDERLINED) !== 0 && { underlined: true }),
    style: looksOf(styleOf(values, cellData)),
  }
}

const looksOf = ({ fill, color, fontWeight, fontStyle, fontSize, fontFamily }: Style): Style => ({
  ...(fill !== undefined && fill !== 'none' && { fill }),
  ...(color !== undefined && { color }),
  ...(fontWeight !== undefined && { fontWeight }),
  ...(fontStyle !== undefined && { fontStyle }),
  ...(fontSize !== undefined && { fontSize }),
  ...(fontFamily !== undefined && { fontFamily }),
})

type Side = 'top' | 'left' | 'bottom' | 'right'
const SIDES: readonly Side[] = ['top', 'left', 'bottom', 'right']

/** The sides of a cell that have a line of their own. */
function linedSides(style: StyleMap): readonly Side[] {
  const shape = style.get('shape')
  if (style.get('strokeColor') === 'none' || (style.has('text') && !style.has('strokeColor'))) return []
  const isPartial = shape === 'partialRectangle' || shape === 'tableRow'
  return isPartial ? SIDES.filter(side => style.get(side) !== '0') : SIDES
}

function sideOf({ x, y, width, height }: Box, side: Side): readonly [Point, Point] {
  const [right, bottom] = [x + width, y + height]
  const [left, top] = [side === 'right' ? right : x, side === 'bottom' ? bottom : y]
  return [
    { x: left, y: top },
    { x: side === 'left' ? left : right, y: side === 'top' ? top : bottom },
  ]
}

/** The lines in a node: sides of cells, rules between them, and the rows and columns of a table. */
function linesIn(node: RawCell): (readonly [Point, Point])[] {
  const lines: (readonly [Point, Point])[] = []
  const waiting = [...node.children]
  const isTable = node.style.get('shape') === 'table'
  const has = (name: string): boolean => isTable && node.style.get(name) !== '0'
  for (let cell = waiting.pop(); cell; cell = waiting.pop()) {
    if (cell.kind !== 'vertex' || isEdgeLabel(cell)) continue
    const { box, style, around } = cell
    if (style.has('line') || style.get('shape') === 'line') {
      const middle = { ...box, y: box.y + box.height / 2, height: 0 }
      lines.push(sideOf(middle, 'top'))
      continue
    }
    for (const side of linedSides(style)) lines.push(sideOf(box, side))
    const isRow = around === node
    if (isRow && has('rowLines') && box.y > node.box.y) lines.push(sideOf(box, 'top'))
    if (!isRow && around?.around === node && has('columnLines') && box.x > node.box.x)
      lines.push(sideOf(box, 'left'))
    for (const child of cell.children) waiting.push(child)
  }
  return lines
}
