/**
 * Cells that are no node, group or edge between those: they stay as they are, in
 * `extras.drawio.cells`, one string of XML for each, in the order of their file.
 */
import type { Graph, Group, Text } from '../../src/ir/model.js'
import { sameText } from './cell-parts.js'
import { type DrawnBox, rounded } from './geometry.js'
import { decodeLabel, encodeLabel, htmlOfText, isHarmless, sanitizeHtml } from './html.js'
import { layerIds } from './layers.js'
import { isSafeUrl } from './links.js'
import { numberOf, parseStyle } from './style.js'
import { parseXml, type XmlElement } from './xml.js'
import { elementText } from './xml-text.js'

export interface KeptCell {
  readonly id: string
  /** Ids of everything inside the element. */
  readonly ids: readonly string[]
  readonly parent: string
  /** Where it stands in its parent, or with `relative` as shares of the parent's size and an offset. */
  readonly local: DrawnBox
  readonly box: DrawnBox
  readonly text: string
  /** The group that it is the title of, and what it shows as such. */
  readonly titles?: KeptTitle
}

export interface KeptTitle {
  readonly group: string
  readonly label: string
  readonly html: boolean
}

/** The `mxCell` of an element, which may be wrapped. */
export function cellElement(element: XmlElement): XmlElement | undefined {
  if (element.name === 'mxCell') return element
  return element.children.find(child => child.name === 'mxCell')
}

export function geometryElement(cell: XmlElement): XmlElement | undefined {
  return cell.children.find(child => child.name === 'mxGeometry')
}

/** A cell whose label and link run nothing. It is the same where there is nothing to mend. */
export function harmless(root: XmlElement): XmlElement {
  const cell = cellElement(root)
  if (!cell) return root
  const html = isHtmlStyle(cell.attributes.get('style') ?? '')
  const inner = withSafe(cell, 'value', html)
  if (cell === root) return inner
  const outer = withSafe(root, 'label', html)
  if (inner === cell) return outer
  return { ...outer, children: outer.children.map(child => (child === cell ? inner : child)) }
}

const isHtmlStyle = (style: string): boolean => parseStyle(style).get('html') === '1'

function withSafe(element: XmlElement, label: string, html: boolean): XmlElement {
  const attributes = new Map(element.attributes)
  const text = attributes.get(label)
  const clean = html && text !== undefined ? sanitizeHtml(text) : text
  const [link, tooltip] = [attributes.get('link'), attributes.get('tooltip')]
  const unsafe = link !== undefined && !isSafeUrl(link)
  const active = tooltip !== undefined && !isHarmless(tooltip)
  if (clean === text && !unsafe && !active) return element
  if (clean !== undefined) attributes.set(label, clean)
  if (unsafe) attributes.delete('link')
  if (active) attributes.set('tooltip', htmlOfText(tooltip))
  return { ...element, attributes }
}

/** A cell's text as one canonical element, or nothing where it is none that can stand in a page. */
export function canonicalCell(text: string): { readonly id: string; readonly text: string } | undefined {
  const parsed = parseXml(text)
  if (!parsed.ok) return undefined
  const cell = cellElement(parsed.root)
  const id = parsed.root.attributes.get('id')
  if (!cell || id === undefined || id === '') return undefined
  if (cell !== parsed.root && cell.attributes.has('id')) return undefined
  return { id, text: elementText(harmless(parsed.root)) }
}

/** The cells that a graph's extras hold, without such as are no cells or have the id of an earlier one. */
export function keptCells(graph: Graph): KeptCell[] {
  const list = graph.extras.get('drawio')?.get('cells')
  if (!Array.isArray(list)) return []
  const cells: KeptCell[] = []
  const { top, layer } = layerIds(graph)
  const seen = new Set([top, layer])
  const titled = titledGroups(graph)
  for (const text of list as unknown[]) {
    const canonical = typeof text === 'string' ? canonicalCell(text) : undefined
    if (!canonical || seen.has(canonical.id)) continue
    seen.add(canonical.id)
    const parsed = parseXml(canonical.text)
    const cell = parsed.ok ? cellElement(parsed.root) : undefined
    if (!parsed.ok || !cell) continue
    const group = titled.get(canonical.id)
    const title = group && isTitle(cell, parsed.root) ? titleIn(parsed.root, group.label) : undefined
    const whole = title?.element === parsed.root ? canonical.text : title && elementText(title.element)
    const local = localBox(cell)
    const parent = cell.attributes.get('parent') ?? layer
    const { id, text: written } = canonical
    const titles = group && title && { group: group.id, html: title.html, label: title.label }
    cells.push({
      id,
      ids: [id],
      parent,
      box: local,
      local,
      text: whole ?? written,
      ...(titles && { titles }),
    })
  }
  return placed(cells)
}

/** By the id of its title's cell: each group that has such a title; the first one that names it. */
function titledGroups({ groups }: Graph): Map<string, Group> {
  const found = new Map<string, Group>()
  for (const group of groups.values()) {
    const id = group.extras.get('drawio')?.get('titleCell')
    if (typeof id === 'string' && !found.has(id)) found.set(id, group)
  }
  return found
}

export interface TitleCell extends KeptTitle {
  readonly id: string
}

/** By group id: the kept cell that is its title. */
export const titlesOf = (kept: readonly KeptCell[]): Map<string, TitleCell> =>
  new Map(kept.flatMap(({ id, titles }) => (titles ? [[titles.group, { ...titles, id }] as const] : [])))

const isTitle = (cell: XmlElement, { attributes }: XmlElement): boolean =>
  cell.attributes.get('vertex') === '1' && attributes.get('placeholders') !== '1'

/** A title's cell with the label that its group has: the same where it shows that already. */
function titleIn(root: XmlElement, text: Text): { element: XmlElement; label: string; html: boolean } {
  const cell = cellElement(root)!
  const html = isHtmlStyle(cell.attributes.get('style') ?? '')
  const name = cell === root ? 'value' : 'label'
  const old = root.attributes.get(name) ?? ''
  const label = encodeLabel(text, html)
  if (old === label || sameText(decodeLabel(old, html), text)) return { element: root, label: old, html }
  return { element: { ...root, attributes: new Map(root.attributes).set(name, label) }, label, html }
}

/** For each kept cell, the first cell above it that is not kept: a group, or the layer or root of the page. */
export function aboveKept(cells: readonly KeptCell[]): Map<string, string> {
  const parents = new Map(cells.map(({ id, parent }) => [id, parent]))
  const above = new Map<string, string>()
  for (const { id } of cells) {
    const path = new Set<string>()
    let up = id
    while (parents.has(up) && !above.has(up) && !path.has(up)) {
      path.add(up)
      up = parents.get(up)!
    }
    const end = above.get(up) ?? up
    for (const passed of path) above.set(passed, end)
  }
  return above
}

function localBox(cell: XmlElement): DrawnBox {
  const geometry = geometryElement(cell)
  const value = (name: string, of = geometry): number => rounded(numberOf(of?.attributes.get(name)) ?? 0)
  const size = { width: value('width'), height: value('height') }
  if (!geometry || cell.attributes.get('edge') === '1') return { x: 0, y: 0, width: 0, height: 0 }
  if (geometry.attributes.get('relative') !== '1') return { x: value('x'), y: value('y'), ...size }
  const offset = geometry.children.find(({ attributes }) => attributes.get('as') === 'offset')
  return { x: value('x', offset), y: value('y', offset), ...size, relative: [value('x'), value('y')] }
}

/** Where a box stands on the page that stands so in another. */
function boxInside({ relative, ...local }: DrawnBox, around: DrawnBox): DrawnBox {
  const [right, down] = relative ?? [0, 0]
  return {
    ...local,
    x: rounded(around.x + local.x + right * around.width),
    y: rounded(around.y + local.y + down * around.height),
  }
}

/** Boxes on the page, where kept cells stand in kept cells. */
function placed(cells: readonly KeptCell[]): KeptCell[] {
  const boxes = placedIn(cells, new Map())
  return cells.map(cell => ({ ...cell, box: boxes.get(cell.id)! }))
}

const NOWHERE: DrawnBox = { x: 0, y: 0, width: 0, height: 0 }

/** The boxes of kept cells by their ids, among others that they may stand in. */
export function placedIn(
  cells: readonly KeptCell[],
  others: ReadonlyMap<string, DrawnBox>,
): Map<string, DrawnBox> {
  const byId = new Map(cells.map(cell => [cell.id, cell]))
  const boxes = new Map<string, DrawnBox>()
  for (const cell of cells) {
    const path: KeptCell[] = []
    const passed = new Set<string>()
    for (
      let up: KeptCell | undefined = cell;
      up && !boxes.has(up.id) && !passed.has(up.id);
      up = byId.get(up.parent)
    ) {
      passed.add(up.id)
      path.push(up)
    }
    for (const { id, parent, local } of path.reverse())
      boxes.set(id, boxInside(local, boxes.get(parent) ?? others.get(parent) ?? NOWHERE))
  }
  return boxes
}
