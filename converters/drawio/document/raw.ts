/** The cells of a page as they stand in the file, before anything is made of them. */

import type { Range } from '../../../src/ir/model.js'
import type { Message } from '../../../src/messages/message.js'
import { type DrawnBox, rounded } from './box.js'
import { cellElement, geometryElement } from './cell-element.js'
import { attributesOf } from './data-element.js'
import { isHarmless } from './html.js'
import { USUAL_IDS } from './layer-ids.js'
import { isSafeUrl } from './links.js'
import * as say from './messages.js'
import { numberOf, parseStyle, type StyleMap } from './style.js'
import type { XmlElement } from './xml.js'

export interface RawCell {
  readonly id: string
  /** The whole element, with its wrapper. */
  readonly element: XmlElement
  /** Attributes of the wrapper, and our data beside the cell; empty without a wrapper. */
  attributes: ReadonlyMap<string, string>
  /** With the `#` keys for what attributes of the cell and wrapper show. */
  style: StyleMap
  readonly label: string
  readonly kind: 'vertex' | 'edge' | 'other'
  readonly source: string | undefined
  readonly target: string | undefined
  readonly geometry: XmlElement | undefined
  /** True where the place is said relative to the parent's size: labels and ports. */
  readonly relative: boolean
  readonly parent: string
  readonly children: RawCell[]
  /** The cell that it stands in; nothing for the root. */
  around: RawCell | undefined
  /** Its place in the file: later cells are drawn over earlier ones. */
  readonly order: number
  /** Coordinates on the page. */
  box: DrawnBox
  readonly at?: readonly [number, number]
}

export interface RawPage {
  readonly cells: ReadonlyMap<string, RawCell>
  /** Layers, in order; the first is the one that new cells go to. */
  readonly layers: readonly RawCell[]
  /** What holds the layers: the cell `0`, also where the file has none. */
  readonly root: RawCell
  readonly messages: readonly Message[]
}

const NO_ATTRIBUTES: ReadonlyMap<string, string> = new Map()

/**
 * Reads the cells under a `root` element.
 * @param packed where in the author's text the page stands, if its own offsets are not those of that text
 */
export function readCells(root: XmlElement | undefined, packed?: Range): RawPage {
  const messages: Message[] = []
  const cells = new Map<string, RawCell>()
  let nameless = 0
  for (const element of root?.children ?? []) {
    const cell = cellElement(element)
    if (!cell) continue
    const wanted = element.attributes.get('id') ?? cell.attributes.get('id') ?? ''
    let id = wanted
    while (id === '' || cells.has(id)) id = `cell-${++nameless}`
    const at = packed ?? ([element.start, element.tagEnd] as const)
    if (id !== wanted)
      messages.push(wanted === '' ? say.noCellId({ id }, at) : say.cellIdTaken({ id, wanted }, at))
    const raw = rawCell(id, element, cell, cells.size, at)
    if (raw.style.get('html') === '1' && !isHarmless(raw.label)) messages.push(say.unsafeHtml({ id }, at))
    const url = raw.style.get('#link')
    if (typeof url === 'string' && !isSafeUrl(url)) {
      const style = new Map(raw.style)
      style.delete('#link')
      cells.set(id, { ...raw, style })
      messages.push(say.unsafeLink({ id }, at))
    } else cells.set(id, raw)
  }
  const { layers, root: top } = hang(cells, root?.tagEnd ?? 0, messages)
  return { cells, layers, root: top, messages }
}

/** A cell by itself, in nothing and at no place of the page. */
export function rawCell(
  id: string,
  element: XmlElement,
  cell: XmlElement,
  order: number,
  at: RawCell['at'],
): RawCell {
  const attributes = element === cell ? NO_ATTRIBUTES : attributesOf(element)
  const own = cell.attributes
  const geometry = geometryElement(cell)
  const style = new Map(parseStyle(own.get('style') ?? ''))
  if (own.get('visible') === '0') style.set('#visible', '0')
  for (const name of ['link', 'tooltip', 'linkTarget']) {
    const value = attributes.get(name)
    if (value !== undefined) style.set(`#${name}`, value)
  }
  return {
    id,
    element,
    attributes,
    style,
    label: (element === cell ? own.get('value') : element.attributes.get('label')) ?? '',
    kind: own.get('edge') === '1' ? 'edge' : own.get('vertex') === '1' ? 'vertex' : 'other',
    source: own.get('source'),
    target: own.get('target'),
    geometry,
    relative: geometry?.attributes.get('relative') === '1',
    parent: own.get('parent') ?? '',
    children: [],
    around: undefined,
    order,
    box: { x: 0, y: 0, width: 0, height: 0 },
    ...(at && { at }),
  }
}

/** Builds the tree of cells, and places them on the page from the root down. */
function hang(
  cells: ReadonlyMap<string, RawCell>,
  start: number,
  messages: Message[],
): { readonly layers: RawCell[]; readonly root: RawCell } {
  const found = [...cells.values()].find(cell => cell.parent === '' && cell.kind === 'other')
  const root = found ?? newCell(USUAL_IDS.top, '', cells.size, start)
  const layers: RawCell[] = []
  const loose: RawCell[] = []
  // Shapes and lines beside the layers stand on the page like those on the first one.
  const beside: RawCell[] = []
  for (const cell of cells.values()) {
    if (cell === root) continue
    if (cell.parent === root.id) (cell.kind === 'other' ? layers : beside).push(cell)
    else if (cells.has(cell.parent)) cells.get(cell.parent)!.children.push(cell)
    else loose.push(cell)
  }
  const reached = new Set<RawCell>()
  const reach = (from: readonly RawCell[]): void => {
    const waiting = [...from]
    for (let cell = waiting.pop(); cell; cell = waiting.pop()) {
      if (reached.has(cell)) continue
      reached.add(cell)
      for (const child of cell.children) waiting.push(child)
    }
  }
  reach(layers)
  reach(beside)
  reach(loose)
  for (const cell of cells.values()) {
    if (cell === root || reached.has(cell)) continue
    const up = cells.get(cell.parent)
    up?.children.splice(up.children.indexOf(cell), 1)
    loose.push(cell)
    reach([cell])
  }
  if (layers.length === 0 && cells.size > (found ? 1 : 0)) layers.push(newLayer(cells, root.id, start))
  const [layer] = layers
  for (const cell of loose) {
    const { id, parent, at } = cell
    messages.push(parent === '' ? say.noParent({ id }, at) : say.unknownParent({ id, parent }, at))
    layer?.children.push(cell)
  }
  for (const cell of beside) layer?.children.push(cell)
  place(layers)
  for (const cell of [...layers, ...beside]) cell.around = root
  return { layers, root }
}

/** A layer for a page that has none, where its file would have it. */
function newLayer(cells: ReadonlyMap<string, RawCell>, parent: string, start: number): RawCell {
  let id = USUAL_IDS.layer
  for (let n = 2; cells.has(id) || id === parent; n++) id = `layer-${n}`
  return newCell(id, parent, cells.size, start)
}

/** A cell that no file has. */
function newCell(id: string, parent: string, order: number, start: number): RawCell {
  const attributes = new Map([
    ['id', id],
    ['parent', parent],
  ])
  const element = { name: 'mxCell', attributes, children: [], text: '', start, tagEnd: start, end: start }
  return rawCell(id, element, element, order, undefined)
}

/** Whether a cell stands in the root itself, beside the layers. */
export const isBesideLayers = ({ around }: RawCell): boolean =>
  around !== undefined && around.around === undefined

/** Where a cell stands in its parent. A port says it as shares of the parent's size, and an offset in pixels. */
function localPlace({ kind, relative, geometry }: RawCell, around: DrawnBox): readonly [number, number] {
  const value = (name: string, of = geometry): number => numberOf(of?.attributes.get(name)) ?? 0
  if (kind === 'edge') return [0, 0]
  if (!relative) return [rounded(value('x')), rounded(value('y'))]
  const offset = geometry?.children.find(({ attributes }) => attributes.get('as') === 'offset')
  return [
    rounded(value('x') * around.width + value('x', offset)),
    rounded(value('y') * around.height + value('y', offset)),
  ]
}

const NOWHERE: DrawnBox = { x: 0, y: 0, width: 0, height: 0 }

/** Places cells, and all that stands in them, on the page. @param outer the box that they stand in */
export function place(cells: readonly RawCell[], outer: DrawnBox = NOWHERE): void {
  const waiting = cells.map(cell => ({ cell, around: outer }))
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { cell, around } = next
    const size = (name: string): number => rounded(numberOf(cell.geometry?.attributes.get(name)) ?? 0)
    const [x, y] = localPlace(cell, around)
    cell.box = {
      x: rounded(around.x + x),
      y: rounded(around.y + y),
      width: size('width'),
      height: size('height'),
    }
    for (const child of cell.children) {
      child.around = cell
      waiting.push({ cell: child, around: cell.box })
    }
  }
}
