/** The cells of a node's fields, as they are written where nobody drew them otherwise. */
import type { Field, Node } from '../../../../src/ir/model.js'
import { titleOf } from '../../../../src/ir/records.js'
import type { Box } from '../../../../src/layout/boxes.js'
import { shownText } from '../../../../src/layout/measure/field-items.js'
import {
  type FieldBox,
  type FieldsPlan,
  formOfFields,
  isWhole,
  planFields,
} from '../../../../src/layout/measure/fields.js'
import { labelOutside } from '../../../../src/layout/measure/sizes.js'
import { looksOfTable } from '../../../../src/layout/measure/table-looks.js'
import type { TableCell } from '../../../../src/text/rich/table.js'
import { cleanXml } from '../../../../src/text/xml-characters.js'
import { type Cell, numberText } from '../../document/cell.js'
import { decodeLabel, encodeLabel, htmlOfFormatted } from '../../document/html.js'
import { parseStyle, type StyleMap } from '../../document/style.js'
import type { Attributes } from '../../document/xml-text.js'
import type { Aspect } from '../../words/aspect.js'
import { nodeKind } from '../../words/aspects.js'
import { fieldsDatum, formatCellData } from '../../words/cell-data.js'
import { type ChildLayout, styleOfChildLayout } from '../../words/records/child-layout.js'
import type { PlannedCell } from '../../words/records/planned.js'
import { nodeValues } from '../../words/values.js'

/** Of draw.io's own tables. Lines between rows and columns are the table's. */
const ROW = parseStyle(
  'shape=tableRow;horizontal=0;startSize=0;swimlaneHead=0;swimlaneBody=0;strokeColor=inherit;top=0;left=0;bottom=0;right=0;collapsible=0;dropTarget=0;fillColor=none;points=[[0,0.5],[1,0.5]];portConstraint=eastwest;',
)
const CELL = parseStyle(
  'shape=partialRectangle;whiteSpace=wrap;html=1;strokeColor=inherit;fillColor=none;top=0;left=0;bottom=0;right=0;pointerEvents=1;',
)

/**
 * The first click selects the node and not its field, and who drags moves the node, as draw.io has it for rows and cells of its own tables
 * without a word: it takes a `tableRow` for one only in a table.
 */
const PART = parseStyle('part=1;')

/** What fields take over from their node: how its texts look. */
const TEXTS: ReadonlySet<string> = new Set([
  'opacity',
  'color',
  'fontFamily',
  'fontSize',
  'fontWeight',
  'fontStyle',
])
const texts: readonly Aspect[] = nodeKind.aspects.filter(({ name }) => TEXTS.has(name))
/** What the lines between them take over, where no table draws them. */
const LINES: ReadonlySet<string> = new Set(['strokeWidth', 'dash'])
const lines: readonly Aspect[] = nodeKind.aspects.filter(({ name }) => LINES.has(name))

/** The cells of a node's fields, each before what stands in it. @param across whether the diagram flows across the page */
export function planCells(
  node: Node,
  size: { readonly width: number; readonly height: number },
  across: boolean,
): readonly PlannedCell[] {
  const plan = planFields(node, size, across)
  const shared = sharedStyle(node)
  const looks = looksOfTable(node)?.cellOf
  const keys = keyGiver(plan.boxes)
  const frames: PlannedCell[] = plan.whole ? [] : [frameCell(plan)]
  const cells = plan.boxes.map((box, i): PlannedCell => {
    const { field } = box
    const look = field && looks?.get(field)
    return {
      key: keys(i),
      parent: box.parent + frames.length,
      ...(field && { field }),
      label: field && !box.holds ? labelOf(field, look) : '',
      style: styleOf(plan, box, shared, look),
      attributes: field ? [...rowKind(box), ...fieldAttributes(field, box.holds !== undefined)] : [],
      box: box.box,
    }
  })
  const placed = cells.map(cell => (plan.whole && cell.parent < 0 ? { ...cell, parent: -1 } : cell))
  return [...frames, ...placed]
}

/** The text of a field, formatted as in the label of its node where that shows the same. */
function labelOf(field: Field, look: TableCell | undefined): string {
  const text = shownText(field)
  return (look && htmlOfFormatted(look.runs, text)) ?? encodeLabel({ text }, true)
}

/** How a node says in its own style that it holds fields. */
export function plannedChildLayout(node: Node, across: boolean): ChildLayout {
  const { form, title } = formOfFields(node, across)
  if (isWhole(node)) return { form, title }
  return { form: 'frame', title: title > 0 && !labelOutside(node.shape) ? 1 : 0 }
}

/** Rows that are fields say so: other rows only hold what stands beside or above other fields. */
const rowKind = ({ holds }: FieldBox): Attributes => (holds === 'row' ? [['diaglot-kind', 'field']] : [])

function frameCell({ form, frame }: FieldsPlan): PlannedCell {
  const style = new Map<string, string | null>([
    ['rounded', '0'],
    ['strokeColor', 'inherit'],
    ['fillColor', 'none'],
    ...PART,
    ...styleOfChildLayout({ form, title: 0 }, 'none'),
  ])
  return { key: 'fields', parent: -1, label: '', style, attributes: [['diaglot-kind', 'fields']], box: frame }
}

/** What all fields of a node have in common: how their texts look, and the lines between them. */
interface Shared {
  readonly text: StyleMap
  readonly line: StyleMap
}

function sharedStyle(node: Node): Shared {
  const [text, line] = [new Map<string, string | null>(), new Map<string, string | null>()]
  const values = nodeValues(node)
  const titled = titleOf(node) !== undefined
  const write = ({ name, write: put }: Aspect, into: Map<string, string | null>): void => {
    const value = values.get(name)
    if (value !== undefined) put(value, into)
  }
  // Bold or slanted is the title, then.
  for (const aspect of texts) if (!titled || !/^font(Weight|Style)$/.test(aspect.name)) write(aspect, text)
  for (const aspect of lines) write(aspect, line)
  if (titled) for (const [key, value] of parseStyle('align=left;spacingLeft=6;')) text.set(key, value)
  return { text, line }
}

/** A box in a stack has a line before it, but the first; in a table the lines are the table's, or each cell's own. */
function styleOf(
  { form, boxes, spanned }: FieldsPlan,
  { parent, place, holds }: FieldBox,
  { text, line }: Shared,
  look: TableCell | undefined,
): StyleMap {
  const holderOf = (place: number) => (place < 0 ? form : boxes[place]!.holds)
  const around = holderOf(parent)
  const isOfTable = around === 'table' || (around === 'row' && holderOf(boxes[parent]!.parent) === 'table')
  const style = new Map([...(holds === 'row' ? ROW : CELL), ...(isOfTable ? [] : PART)])
  if (holds === 'row') return style
  const hasOwnLines = look?.fill !== undefined || look?.stroke !== undefined
  if (spanned || (hasOwnLines && around === 'row')) {
    for (const edge of EDGES) style.set(edge, '1')
    for (const [key, value] of line) style.set(key, value)
  } else if (place > 0 && around !== 'row' && around !== 'table') {
    style.set(around === 'across' ? 'left' : 'top', '1')
    for (const [key, value] of line) style.set(key, value)
  }
  const more = holds ? styleOfChildLayout({ form: holds, title: 0 }, 'none') : text
  for (const [key, value] of more) style.set(key, value)
  if (look?.fill) style.set('fillColor', look.fill)
  if (look?.stroke) style.set('strokeColor', look.stroke)
  if (look?.align) {
    style.set('align', look.align)
    style.set(look.align === 'left' ? 'spacingLeft' : 'spacingRight', '6')
  }
  return style
}

const EDGES = ['top', 'left', 'bottom', 'right'] as const

/** Keys by place: the port, where it is the first of its name, else the number among the fields; `row-` for rows. */
function keyGiver(boxes: readonly FieldBox[]): (place: number) => string {
  const ports = new Set(boxes.map(({ field }) => cleanXml(field?.port ?? '')).filter(port => port !== ''))
  const taken = new Set<string>()
  const give = (own: string, otherwise: string): string => {
    let key = own !== '' && !taken.has(own) ? own : otherwise
    for (let n = 2; taken.has(key) || (key !== own && ports.has(key)); n++) key = `${otherwise}_${n}`
    taken.add(key)
    return key
  }
  let number = 0
  const fields = boxes.map(({ field }) => field && give(cleanXml(field.port ?? ''), String(++number)))
  // The row around one field, or around all of them.
  const keys = fields.map(
    (key, i) => key ?? give('', boxes[i + 2]?.parent === i ? 'row' : `row-${fields[i + 1]}`),
  )
  return place => keys[place]!
}

/** What the cell of a field does not show: its port, and a text or fields inside of it that it shows otherwise. */
export function fieldAttributes(field: Field, holds: boolean): Attributes {
  const { text, port, children } = field
  const cellData = new Map<string, unknown>()
  const label = holds ? '' : decodeLabel(encodeLabel({ text: shownText(field) }, true), true).text
  if (label !== text) cellData.set('text', text)
  if (!holds && children?.length) cellData.set('fields', fieldsDatum(children))
  const plain = port === undefined || cleanXml(port) === port
  if (!plain) cellData.set('port', port)
  return [
    ...(port !== undefined && plain ? [['diaglot-port', port] as const] : []),
    ...(cellData.size > 0 ? [['diaglot', formatCellData(cellData)] as const] : []),
  ]
}

/** A planned cell as a cell of the page. */
export function cellOf(
  planned: PlannedCell,
  id: string,
  parent: { readonly id: string; readonly box: Pick<Box, 'x' | 'y'> },
): Cell {
  const { label, style, attributes, box } = planned
  return {
    id,
    label,
    style,
    parent: parent.id,
    attributes,
    cellAttributes: [['vertex', '1']],
    geometry: {
      attributes: [
        ['x', numberText(box.x - parent.box.x)],
        ['y', numberText(box.y - parent.box.y)],
        ['width', numberText(box.width)],
        ['height', numberText(box.height)],
      ],
      points: [],
    },
  }
}
