/** Fields as boxes in boxes, with how large the text of each is. */
import type { Field, Node } from '../../ir/model.js'
import { plainFields } from '../../ir/records.js'
import { measureBlock } from './text.js'

/** Below this depth, fields are written as their text alone; so nothing here depends on how deep a stranger nests. */
const SHOWN_DEPTH = 6
const STEP = 10
export const LEAST = 30
export const snap = (length: number): number => Math.ceil(length / STEP) * STEP

/** What a field shows that is no box around others. */
export const shownText = (field: Field): string =>
  field.children?.length ? plainFields([field]) : field.text

export interface Item {
  readonly field?: Field
  readonly parent: number
  readonly place: number
  readonly depth: number
  readonly across: boolean
  readonly kids: number[]
  width: number
  height: number
  /** The least widths of what stands side by side in it, where that is in line with the rows beside it. */
  columns?: readonly number[]
}

/** Fields as a list, each before what is inside of it; the first item is the frame. */
export function itemsOf(node: Node, across: boolean): Item[] {
  const frame: Item = { parent: -1, place: 0, depth: 0, across, kids: [], width: 0, height: 0 }
  const items = [frame]
  const waiting: { field: Field; parent: number }[] = []
  const push = (fields: readonly Field[], parent: number): void => {
    for (let i = fields.length - 1; i >= 0; i--) waiting.push({ field: fields[i]!, parent })
  }
  push(node.fields ?? [], 0)
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { field, parent } = next
    const outer = items[parent]!
    const depth = outer.depth + 1
    const place = outer.kids.length
    outer.kids.push(items.length)
    const item: Item = { field, parent, place, depth, across: !outer.across, kids: [], width: 0, height: 0 }
    items.push(item)
    if (field.children?.length && depth <= SHOWN_DEPTH) push(field.children, items.length - 1)
  }
  return items
}

export function measureItems(items: readonly Item[], { style }: Node): void {
  const bold = style.fontWeight === undefined ? 1 : 1.08
  for (let i = items.length - 1; i >= 0; i--) {
    const item = items[i]!
    if (item.kids.length > 0) measureHolder(item, items)
    else if (item.field) {
      const text = measureBlock(shownText(item.field), 150, style.fontSize)
      item.width = snap(text.width * bold + 16)
      item.height = Math.max(LEAST, snap(text.height + 12))
    }
  }
}

function measureHolder(item: Item, items: readonly Item[]): void {
  const kids = item.kids.map(kid => items[kid]!)
  if (!item.across) alignColumns(kids, items)
  const [widths, heights] = [kids.map(({ width }) => width), kids.map(({ height }) => height)]
  item.width = item.across ? sum(widths) : largest(widths)
  item.height = item.across ? largest(heights) : sum(heights)
}

export const sum = (lengths: readonly number[]): number => lengths.reduce((all, length) => all + length, 0)
const largest = (lengths: readonly number[]): number =>
  lengths.reduce((most, length) => Math.max(most, length), 0)

export const isFlat = ({ kids }: Item, items: readonly Item[]): boolean =>
  kids.length > 1 && kids.every(kid => items[kid]!.kids.length === 0)

/** Rows below each other that have the same number of cells have their cells in line. */
function alignColumns(rows: readonly Item[], items: readonly Item[]): void {
  const columns = new Map<number, number[]>()
  const flat = rows.filter(row => isFlat(row, items))
  for (const { kids } of flat) {
    const widths = columns.get(kids.length) ?? kids.map(() => 0)
    columns.set(
      kids.length,
      widths.map((width, i) => Math.max(width, items[kids[i]!]!.width)),
    )
  }
  for (const row of flat) {
    row.columns = columns.get(row.kids.length)!
    row.width = sum(row.columns)
  }
}
