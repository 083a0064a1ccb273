/** The fields that the cells of a table, class or record show: rows and cells of draw.io's tables, stacks, and ours. */
import { levelsOfFields } from '../../../../src/ir/field-levels.js'
import { type Field, MAX_FIELD_LEVELS } from '../../../../src/ir/model.js'
import { plainFields } from '../../../../src/ir/records.js'
import { decodeLabel, encodeLabel } from '../../document/html.js'
import type { RawCell } from '../../document/raw.js'
import { parseCellData, readFieldsDatum, stringDatum } from '../cell-data.js'
import { isHtml } from '../cell-parts.js'
import type { ChildLayout } from './child-layout.js'

/** What stands in a node with fields. */
export interface Inner {
  readonly cell: RawCell
  readonly children: readonly Inner[]
}

export interface ReadFields {
  readonly fields: readonly Field[]
  /** By the id of any cell inside that shows a field: the field's port. */
  readonly portOf: ReadonlyMap<string, string>
  /** By port: the cell that an edge to the field ends at. */
  readonly cellOf: ReadonlyMap<string, RawCell>
  /** By field: the cell that shows it. */
  readonly shownBy: ReadonlyMap<Field, RawCell>
  /** Ports that the cells do not say themselves: those of fields that only an edge makes one of. */
  readonly given: ReadonlyMap<RawCell, string>
}

const shapeOf = ({ style }: RawCell): string | null | undefined => style.get('shape')
const isRow = (cell: RawCell): boolean => shapeOf(cell) === 'tableRow'

/** Rules between fields, and labels and pictures at the edge of them, are no fields. */
const isField = ({ style, relative, kind }: RawCell): boolean =>
  kind === 'vertex' && !relative && !style.has('line') && style.get('shape') !== 'line'

/** Whether what stands in a cell are fields; in others it is decoration. */
function isHolder({ cell, children }: Inner): boolean {
  const fields = children.filter(child => isField(child.cell))
  if (fields.length === 0) return false
  // The rows of entities are of older kinds too: they have no layout.
  const isPlain = (part: RawCell): boolean => shapeOf(part) === 'partialRectangle'
  return (
    isRow(cell) ||
    cell.style.has('childLayout') ||
    (isPlain(cell) && fields.some(field => isPlain(field.cell)))
  )
}

const isConnectable = ({ element, style }: RawCell): boolean => {
  const cell = element.children.find(({ name }) => name === 'mxCell') ?? element
  return cell.attributes.get('connectable') !== '0' && style.get('connectable') !== '0'
}

interface Building {
  text: string
  port?: string
  children?: readonly Field[]
}

/** The field of a cell that stands for one, as far as the cell itself says it. @param room for levels of fields in it */
function ownField({ attributes, label, style }: RawCell, holds: boolean, room: number): Building {
  const cellData = parseCellData(attributes.get('diaglot'))
  const html = isHtml(style)
  const port = stringDatum(cellData, 'port') ?? attributes.get('diaglot-port')
  const named = port === undefined ? {} : { port }
  const text = stringDatum(cellData, 'text')
  if (holds)
    return { text: text !== undefined && label === '' ? text : decodeLabel(label, html).text, ...named }
  const plain = decodeLabel(label, html).text
  const children = readFieldsDatum(cellData.get('fields'))
  if (children?.length && levelsOfFields(children) <= room) {
    const whole: Field = { text: text ?? plain, children }
    if (encodeLabel({ text: plainFields([whole]) }, html) === label) return { ...whole, ...named }
  }
  const same = text !== undefined && !children?.length && encodeLabel({ text }, html) === label
  return { text: same ? text : plain, ...named }
}

interface Found {
  readonly field: Building
  /** The cell that says its port. */
  readonly cell: RawCell
  /** The cell that an edge to it ends at. */
  readonly end: RawCell
  /** Every cell that shows it. */
  readonly ids: readonly string[]
}

/**
 * Whether rows hold fields that stand side by side, as in a record, and are none themselves. Where there are several,
 * a person put more rows below the first one.
 */
function isAcross(roots: readonly Inner[], { form }: ChildLayout): boolean {
  if (form !== 'table') return false
  const cellsOf = (row: Inner): number => row.children.filter(({ cell }) => isField(cell)).length
  return roots.some(
    row => isRow(row.cell) && !saysField(row.cell) && cellsOf(row) > 1 && row.cell.label === '',
  )
}

/** Whether a row says of itself that it is a field. */
const saysField = ({ attributes }: RawCell): boolean =>
  attributes.get('diaglot-kind') === 'field' || attributes.has('diaglot-port') || attributes.has('diaglot')

/** One level is left for what stands around fields that stand side by side. */
const DEEPEST = MAX_FIELD_LEVELS - 1

/**
 * The fields in a node, and what shows each, in the order of a walk over them. Depth takes no recursion; cells that
 * stand deeper than fields nest are lines of the text of the field that they stand in.
 */
function walk(roots: readonly Inner[]): { readonly top: readonly Field[]; readonly found: readonly Found[] } {
  const found: Found[] = []
  const top: Field[] = []
  const waiting: { readonly inner: Inner; readonly into: Field[]; readonly level: number }[] = []
  const push = (inners: readonly Inner[], into: Field[], level: number): void => {
    const fields = inners.filter(({ cell }) => isField(cell))
    for (const inner of fields.reverse()) waiting.push({ inner, into, level })
  }
  push(roots, top, 1)
  for (let step = waiting.pop(); step; step = waiting.pop()) {
    const { inner, into, level } = step
    const single = cellOfRow(inner)
    const { cell, children } = single ?? inner
    const fits = level < DEEPEST
    const holds = fits && isHolder(single ?? inner)
    const field = ownField(cell, holds, MAX_FIELD_LEVELS - level)
    if (!fits && field.text === '') field.text = textsIn(children)
    into.push(field)
    const end = single && !isConnectable(cell) ? inner.cell : cell
    found.push({ field, cell, end, ids: [inner.cell.id, cell.id, ...(holds ? [] : idsIn(children))] })
    if (!holds) continue
    const inside: Field[] = []
    field.children = inside
    push(children, inside, level + 1)
  }
  return { top, found }
}

/** What cells say and those in them, a line for each that says something. */
function textsIn(inners: readonly Inner[]): string {
  const texts: string[] = []
  const waiting = [...inners].reverse()
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { cell, children } = next
    if (isField(cell)) texts.push(decodeLabel(cell.label, isHtml(cell.style)).text)
    for (const child of [...children].reverse()) waiting.push(child)
  }
  return texts.filter(text => text !== '').join('\n')
}

/** Ids as draw.io's editor gives them to copies, which have the attributes of what they were copied from. */
const isCopy = (id: string, node: string): boolean => /^[\w-]{20}-\d+$/.test(id) && !id.startsWith(`${node}-`)

/**
 * The fields in a node's cells. A row with one cell is that cell. A field that an edge ends at has a port: where
 * nobody named it, by its cell's id.
 * @param node its id, how it holds its fields, and whether it is a record, whose fields may stand side by side
 * @param ends the ids that edges end at
 */
export function fieldsIn(
  node: { readonly id: string; readonly childLayout: ChildLayout; readonly record: boolean },
  roots: readonly Inner[],
  ends: ReadonlySet<string>,
): ReadFields {
  const across = node.record && isAcross(roots, node.childLayout)
  const lone = across && roots.length === 1
  const { top, found } = walk(lone ? roots[0]!.children : roots)
  const originals = new Set(
    found.flatMap(({ field, cell }) => (isCopy(cell.id, node.id) ? [] : (field.port ?? []))),
  )
  const taken = new Set(originals)
  for (const { field, cell } of found) {
    if (field.port === undefined || !isCopy(cell.id, node.id)) continue
    if (taken.has(field.port)) delete field.port
    else taken.add(field.port)
  }
  const given = new Map<RawCell, string>()
  const portOf = new Map<string, string>()
  const cellOf = new Map<string, RawCell>()
  for (const { field, cell, end, ids } of found) {
    if (field.port === undefined && ids.some(id => ends.has(id))) {
      const own = end.id.startsWith(`${node.id}-`) ? end.id.slice(node.id.length + 1) : end.id
      let port = own || end.id
      for (let n = 2; taken.has(port); n++) port = `${own}_${n}`
      taken.add(port)
      given.set(cell, port)
      field.port = port
    }
    if (field.port === undefined) continue
    for (const id of ids) portOf.set(id, field.port)
    if (!cellOf.has(field.port)) cellOf.set(field.port, end)
  }
  const wrapped = across && !lone
  const shownBy = new Map(found.map(({ field, cell }) => [field, cell]))
  return { fields: wrapped ? [{ text: '', children: top }] : top, portOf, cellOf, shownBy, given }
}

/** The only cell of a row that says nothing itself. */
function cellOfRow({ cell, children }: Inner): Inner | undefined {
  if (!isRow(cell) || cell.label !== '' || saysField(cell)) return undefined
  const cells = children.filter(child => isField(child.cell))
  return cells.length === 1 ? cells[0] : undefined
}

function idsIn(inners: readonly Inner[]): string[] {
  const ids: string[] = []
  const waiting = [...inners]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    ids.push(next.cell.id)
    for (const child of next.children) waiting.push(child)
  }
  return ids
}
