/**
 * The boxes of a record or table: where each field stands in its node. A record's fields stand side by side where the
 * diagram flows down, below each other where it flows across, and inside a field the other way round, as in Graphviz;
 * all other nodes with fields are tables: a field is a row, and what is inside of it are the row's cells.
 */
import type { Field, Node } from '../../ir/model.js'
import { titleOf } from '../../ir/records.js'
import type { Shape } from '../../ir/shapes.js'
import type { Box } from '../boxes.js'
import { type Item, isFlat, itemsOf, LEAST, measureItems, snap, sum } from './field-items.js'
import { framedSize, frameIn } from './frame-of-fields.js'
import { looksOfTable } from './table-looks.js'
import { spannedBoxes, spannedTracks, type Tracks } from './table-spans.js'
import { measureBlock } from './text.js'

/** A grid of rows and cells, or boxes side by side (`across`) or below each other (`down`), with more in them. */
export type Form = 'table' | 'across' | 'down'

export interface FieldBox {
  /** None for the row of a table that only holds what stands beside or above other fields. */
  readonly field?: Field
  /** The place, in the list, of the box that it stands in; -1 for the frame. */
  readonly parent: number
  /** Its place among those that stand in the same box. */
  readonly place: number
  /** How what stands in it is arranged; nothing for a field that shows its text. */
  readonly holds?: 'row' | 'across' | 'down'
  /** In the node. */
  readonly box: Box
}

export interface FieldsPlan {
  readonly form: Form
  /** The height of the strip with the node's label; 0 without one. */
  readonly title: number
  /** What the fields fill, in the node, without the title. */
  readonly frame: Box
  /** Whether the frame and the title are the node, or stand inside of another shape. */
  readonly whole: boolean
  /** Boxes before what stands in them. */
  readonly boxes: readonly FieldBox[]
  /** Whether cells take several rows or columns, so that each has lines of its own. */
  readonly spanned: boolean
  /** By port, the first box that has it. */
  readonly ports: ReadonlyMap<string, number>
}

const WHOLE: ReadonlySet<Shape> = new Set(['record', 'rounded-record', 'table', 'rectangle', 'rounded'])
const ROUNDED: ReadonlySet<Shape> = new Set(['rounded-record', 'rounded'])

/** Whether fields stand side by side or below each other by the direction of the diagram. */
export const isTurning = ({ shape }: Node): boolean => shape === 'record' || shape === 'rounded-record'

/** A table of draw.io's where the fields are one row, one column, or rows of the same number of cells. */
function formOf(items: readonly Item[], { shape }: Node): Form {
  const { across, kids } = items[0]!
  const fields = kids.map(kid => items[kid]!)
  const leaves = fields.every(field => field.kids.length === 0)
  const cells = fields[0]?.kids.length ?? 0
  const grid = !across && fields.every(field => field.kids.length === cells && isFlat(field, items))
  if ((leaves || grid) && !ROUNDED.has(shape)) return 'table'
  return across ? 'across' : 'down'
}

/** Lengths in the same proportions, in whole pixels, that are `total` together. */
function share(lengths: readonly number[], total: number): number[] {
  const all = sum(lengths)
  let [passed, start] = [0, 0]
  return lengths.map((length, i) => {
    passed += length
    const end = i === lengths.length - 1 ? total : Math.round((total * passed) / all)
    const own = end - start
    start = end
    return own
  })
}

/** A box for every item, from the frame's inwards. */
function boxesOf(items: readonly Item[], frame: Box): Box[] {
  const boxes: Box[] = [frame]
  items.forEach(({ kids, across, columns }, i) => {
    const outer = boxes[i]!
    const least = across
      ? (columns ?? kids.map(kid => items[kid]!.width))
      : kids.map(kid => items[kid]!.height)
    let at = 0
    share(least, across ? outer.width : outer.height).forEach((length, k) => {
      boxes[kids[k]!] = across
        ? { x: outer.x + at, y: outer.y, width: length, height: outer.height }
        : { x: outer.x, y: outer.y + at, width: outer.width, height: length }
      at += length
    })
  })
  return boxes
}

/** A table's rows that are no fields, put in between. */
function withRows(items: readonly Item[], boxes: readonly Box[], form: Form): FieldBox[] {
  const found: FieldBox[] = []
  const places = new Map<number, number>([[0, -1]])
  const { across } = items[0]!
  if (form === 'table' && across) found.push({ parent: -1, place: 0, holds: 'row', box: boxes[0]! })
  items.forEach((item, i) => {
    if (i === 0) return
    const { field, kids, place } = item
    const box = boxes[i]!
    const column = form === 'table' && !across && item.parent === 0 && kids.length === 0
    if (column) found.push({ parent: -1, place, holds: 'row', box })
    const holds = kids.length === 0 ? undefined : form === 'table' ? 'row' : item.across ? 'across' : 'down'
    const parent = column ? found.length - 1 : form === 'table' && across ? 0 : places.get(item.parent)!
    places.set(i, found.length)
    found.push({ ...(field && { field }), parent, place: column ? 0 : place, ...(holds && { holds }), box })
  })
  return found
}

/** The rows of a table, and the cells in them, which may reach below their row. */
function withSpans(items: readonly Item[], frame: Box, tracks: Tracks, node: Node): FieldBox[] {
  const cellPlaces = looksOfTable(node)!.cellPlaces!
  const { cellBox, rowBox } = spannedBoxes(frame, {
    widths: share(tracks.widths, frame.width),
    heights: share(tracks.heights, frame.height),
  })
  const found: FieldBox[] = []
  let [row, rowAt] = [-1, -1]
  for (const { field, parent, place, kids } of items.slice(1)) {
    if (parent === 0) {
      rowAt = found.length
      found.push({
        parent: -1,
        place,
        holds: 'row',
        box: rowBox(++row),
        ...(kids.length > 0 && field && { field }),
      })
    }
    const at = field && cellPlaces.get(field)
    if (!at) continue
    found.push({ field, parent: rowAt, place: parent === 0 ? 0 : place, box: cellBox(at) })
  }
  return found
}

const TITLE_WRAP = 240

const strip = (title: string | undefined, { style }: Node): number =>
  title === undefined ? 0 : Math.max(LEAST, snap(measureBlock(title, TITLE_WRAP, style.fontSize).height + 12))

interface Measured {
  readonly items: readonly Item[]
  /** Of a table with cells that take several rows or columns. */
  readonly tracks: Tracks | undefined
  readonly title: string | undefined
  readonly whole: boolean
  readonly width: number
  readonly height: number
}

function measured(node: Node, across: boolean): Measured {
  const items = itemsOf(node, isTurning(node) && !across)
  measureItems(items, node)
  const tracks = tracksOf(items, node)
  if (tracks) {
    items[0]!.width = sum(tracks.widths)
    items[0]!.height = sum(tracks.heights)
  }
  const title = titleOf(node)
  const room = title === undefined ? 0 : snap(measureBlock(title, TITLE_WRAP, node.style.fontSize).width + 24)
  const width = Math.max(40, items[0]!.width, room)
  return { items, tracks, title, whole: isWhole(node), width, height: Math.max(LEAST, items[0]!.height) }
}

function tracksOf(items: readonly Item[], node: Node): Tracks | undefined {
  const cellPlaces = looksOfTable(node)?.cellPlaces
  if (!cellPlaces) return undefined
  const cells = items.flatMap(({ field, width, height }) => {
    const place = field && cellPlaces.get(field)
    return place ? [{ place, width, height }] : []
  })
  return spannedTracks(cells)
}

/** How large a node with fields has to be. */
export function fieldsSize(node: Node, across: boolean): { readonly width: number; readonly height: number } {
  const { title, whole, width, height } = measured(node, across)
  const size = { width, height: height + strip(title, node) }
  return whole ? size : framedSize(node.shape, size)
}

/** How a node's fields are arranged, and how high the strip with its label is. */
export function formOfFields(node: Node, across: boolean): { readonly form: Form; readonly title: number } {
  const { items, tracks, title } = measured(node, across)
  return { form: tracks ? 'down' : formOf(items, node), title: strip(title, node) }
}

export const isWhole = ({ shape }: Node): boolean => WHOLE.has(shape)

/** Where the fields of a node stand in it. @param size of the node */
export function planFields(
  node: Node,
  size: { readonly width: number; readonly height: number },
  across: boolean,
): FieldsPlan {
  const { items, tracks, title, whole } = measured(node, across)
  const outer = whole ? { x: 0, y: 0, width: size.width, height: size.height } : frameIn(node.shape, size)
  const top = Math.min(strip(title, node), outer.height)
  const frame = { ...outer, y: outer.y + top, height: outer.height - top }
  const form = tracks ? 'down' : formOf(items, node)
  const boxes = tracks ? withSpans(items, frame, tracks, node) : withRows(items, boxesOf(items, frame), form)
  const ports = new Map<string, number>()
  boxes.forEach(({ field }, i) => {
    if (field?.port !== undefined && !ports.has(field.port)) ports.set(field.port, i)
  })
  return { form, title: top, frame, whole, boxes, spanned: tracks !== undefined, ports }
}
