/** What the label of a node says of the looks of its fields: the cells of its table, and lines that stand left or right. */
import { type Field, type Node, type Rich, TABLE_SYNTAX } from '../../ir/model.js'
import { plainFields } from '../../ir/records.js'
import { runsOf, tableOf } from '../../text/rich/rich.js'
import { type CellPlace, placesOf, type TableCell } from '../../text/rich/table.js'

export interface TableLooks {
  readonly cellOf: ReadonlyMap<Field, TableCell>
  /** Where the cells stand, if some take several rows or columns. */
  readonly cellPlaces?: ReadonlyMap<Field, CellPlace>
}

const known = new WeakMap<
  readonly Field[],
  { readonly source: string; readonly looks: TableLooks | undefined }
>()

/** The looks, as long as the fields say what the label's table does. */
export function looksOfTable({ label, fields }: Node): TableLooks | undefined {
  const { text, rich } = label
  if (!fields || rich?.syntax !== TABLE_SYNTAX) return undefined
  const { source } = rich
  const last = known.get(fields)
  if (last?.source === source) return last.looks
  const looks = looksIn(rich, fields) ?? looksOfLines(rich, text, fields)
  known.set(fields, { source, looks })
  return looks
}

/** The fields of a record whose lines say where they stand: a field whose lines all stand at one side. */
function looksOfLines(rich: Rich, text: string, fields: readonly Field[]): TableLooks | undefined {
  const sides = runsOf(rich)?.sides
  if (!sides || text !== plainFields(fields)) return undefined
  const cellOf = new Map<Field, TableCell>()
  let line = 0
  for (const field of leavesOf(fields)) {
    if (field.text === '') continue
    const from = line
    line += field.text.split('\n').length
    const own = new Set(sides.slice(from, line))
    const [align] = own
    if (own.size === 1 && align) cellOf.set(field, { runs: [], text: field.text, align, rows: 1, columns: 1 })
  }
  return { cellOf }
}

/** The fields that show a text, in their order. Depth takes no recursion. */
function leavesOf(fields: readonly Field[]): Field[] {
  const leaves: Field[] = []
  const work = [...fields].reverse()
  for (let field = work.pop(); field; field = work.pop()) {
    if (field.children) for (const child of [...field.children].reverse()) work.push(child)
    else leaves.push(field)
  }
  return leaves
}

const words = (text: string): string => text.replace(/\s+/g, ' ').trim()

function looksIn(rich: Rich, fields: readonly Field[]): TableLooks | undefined {
  const rows = tableOf(rich)
  if (rows?.length !== fields.length) return undefined
  const places = placesOf(rows)
  const cellOf = new Map<Field, TableCell>()
  const cellPlaces = new Map<Field, CellPlace>()
  for (const [i, field] of fields.entries()) {
    const cells = rows[i]!
    const own = field.children ?? [field]
    if (own.length === 0 || own.length !== cells.length) return undefined
    for (const [k, leaf] of own.entries()) {
      if (leaf.children || words(leaf.text) !== words(cells[k]!.text)) return undefined
      cellOf.set(leaf, cells[k]!)
      cellPlaces.set(leaf, places[i]![k]!)
    }
  }
  const spans = [...cellPlaces.values()].some(place => place.rows > 1 || place.columns > 1)
  return { cellOf, ...(spans && { cellPlaces }) }
}
