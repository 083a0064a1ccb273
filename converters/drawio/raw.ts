/** The cells of a page as they stand in the file, before anything is made of them. */
import { type Message, message } from '../../src/messages/message.js'
import { type DrawnBox, rounded } from './geometry.js'
import { cellElement, geometryElement } from './kept.js'
import { isSafeUrl } from './links.js'
import { numberOf, parseStyle, type StyleMap } from './style.js'
import type { XmlElement } from './xml.js'

export interface RawCell {
  readonly id: string
  /** The whole element, with its wrapper. */
  readonly element: XmlElement
  /** Attributes of the wrapper; empty without one. */
  readonly attributes: ReadonlyMap<string, string>
  /** With the `#` keys for what attributes of the cell and wrapper show. */
  readonly style: StyleMap
  readonly label: string
  readonly kind: 'vertex' | 'edge' | 'other'
  readonly source: string | undefined
  readonly target: string | undefined
  readonly geometry: XmlElement | undefined
  /** True where the place is said relative to the parent's size: labels and ports. */
  readonly relative: boolean
  readonly parent: string
  readonly children: RawCell[]
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
  readonly messages: readonly Message[]
}

const NO_ATTRIBUTES: ReadonlyMap<string, string> = new Map()

/** Reads the cells under a `root` element. `placed` says whether the element's offsets are those of the author's text. */
export function readCells(root: XmlElement | undefined, placed: boolean): RawPage {
  const messages: Message[] = []
  const cells = new Map<string, RawCell>()
  let nameless = 0
  for (const element of root?.children ?? []) {
    const cell = cellElement(element)
    if (!cell) continue
    const wanted = element.attributes.get('id') ?? cell.attributes.get('id') ?? ''
    let id = wanted
    while (id === '' || cells.has(id)) id = `cell-${++nameless}`
    const at = placed ? ([element.start, element.tagEnd] as const) : undefined
    if (id !== wanted) {
      const text =
        wanted === ''
          ? `A cell has no id; it is read as “${id}”.`
          : `A second cell has the id “${wanted}”; it is read as “${id}”.`
      messages.push(message('repair/cell-id', text, at && { at }))
    }
    const raw = rawCell(id, element, cell, cells.size, at)
    const url = raw.style.get('#link')
    if (typeof url === 'string' && !isSafeUrl(url)) {
      const style = new Map(raw.style)
      style.delete('#link')
      cells.set(id, { ...raw, style })
      messages.push(
        message(
          'repair/unsafe-link',
          `The link of the cell “${id}” would run a script; it is left out.`,
          at && { at },
        ),
      )
    } else cells.set(id, raw)
  }
  const layers = hang(cells, messages)
  return { cells, layers, messages }
}

/** A cell by itself, in nothing and at no place of the page. */
export function rawCell(
  id: string,
  element: XmlElement,
  cell: XmlElement,
  order: number,
  at: RawCell['at'],
): RawCell {
  const attributes = element === cell ? NO_ATTRIBUTES : element.attributes
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
    order,
    box: { x: 0, y: 0, width: 0, height: 0 },
    ...(at && { at }),
  }
}

/** Builds the tree of cells, and places them on the page from the root down. */
function hang(cells: ReadonlyMap<string, RawCell>, messages: Message[]): RawCell[] {
  const root = [...cells.values()].find(cell => cell.parent === '')
  const rootId = root?.id ?? '0'
  const layers: RawCell[] = []
  const loose: RawCell[] = []
  for (const cell of cells.values()) {
    if (cell === root) continue
    if (cell.parent === rootId) layers.push(cell)
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
  reach(loose)
  for (const cell of cells.values()) {
    if (cell === root || reached.has(cell)) continue
    const up = cells.get(cell.parent)
    up?.children.splice(up.children.indexOf(cell), 1)
    loose.push(cell)
    reach([cell])
  }
  for (const cell of loose) {
    const text = `The parent “${cell.parent}” of the cell “${cell.id}” is not there; the cell is read as if it stood on the page.`
    messages.push(message('repair/cell-parent', text, cell.at && { at: cell.at }))
    const layer = layers[0]
    if (layer && layer !== cell) layer.children.push(cell)
    else layers.push(cell)
  }
  place(layers)
  return layers
}

/** Places cells, and all that stands in them, on the page. */
export function place(cells: readonly RawCell[], { x: left, y: top } = { x: 0, y: 0 }): void {
  const waiting = cells.map(cell => ({ cell, x: left, y: top }))
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { cell, x, y } = next
    const value = (name: string): number => rounded(numberOf(cell.geometry?.attributes.get(name)) ?? 0)
    const local = cell.kind === 'edge' || cell.relative
    const [ownX, ownY] = local ? [x, y] : [rounded(x + value('x')), rounded(y + value('y'))]
    cell.box = { x: ownX, y: ownY, width: value('width'), height: value('height') }
    for (const child of cell.children) waiting.push({ cell: child, x: ownX, y: ownY })
  }
}
