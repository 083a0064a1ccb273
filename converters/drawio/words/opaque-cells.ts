/** Cells that are no node, group or edge between those: they stay as they are, in `extras.drawio.cells`, one string
 * of XML for each, in the order of their file. A cell that is the title of a group stands in the document of that, as `title`,
 * and one that shows a label of an edge in the document of that, as `beside`. */
import { entryOf } from '../../../src/ir/lists.js'
import type { Edge, Graph, Group, Node, Text, Value } from '../../../src/ir/model.js'
import { type DrawnBox, rounded } from '../document/box.js'
import { canonicalCell, cellElement, geometryElement, isHtmlStyle } from '../document/cell-element.js'
import { decodeLabel, encodeLabel } from '../document/html.js'
import { numberOf } from '../document/style.js'
import { parseXml, type XmlElement } from '../document/xml.js'
import { elementText } from '../document/xml-text.js'
import { type LabelName, textsInFile } from './beside.js'
import { sameText } from './cell-parts.js'
import { isDrawn } from './geometry.js'
import { idInFile, inFile } from './in-file.js'
import { layerIds } from './layers.js'

export interface OpaqueCell {
  readonly id: string
  /** Ids of everything inside the element. */
  readonly ids: readonly string[]
  readonly parent: string
  /** Where it stands in its parent, or with `relative` as shares of the parent's size and an offset. */
  readonly local: DrawnBox
  readonly box: DrawnBox
  readonly text: string
  /** What it is the title of, and what it shows as such. */
  readonly titles?: OpaqueTitle
}

export interface OpaqueTitle {
  readonly of: Node | Group | Graph | Edge
  /** Of an edge: which of its labels. */
  readonly name?: LabelName
  readonly label: string
  readonly html: boolean
}

interface OwnCell {
  readonly id: string
  readonly text: string
  readonly root: XmlElement
  readonly cell: XmlElement
}

/** @param seen ids that are given away, to which those of the cells are added */
function cellsOf(list: Value | undefined, seen: Set<string>): OwnCell[] {
  const found: OwnCell[] = []
  for (const text of Array.isArray(list) ? (list as readonly Value[]) : []) {
    const canonical = typeof text === 'string' ? canonicalCell(text) : undefined
    if (!canonical || seen.has(canonical.id)) continue
    seen.add(canonical.id)
    const parsed = parseXml(canonical.text)
    const cell = parsed.ok ? cellElement(parsed.root) : undefined
    if (parsed.ok && cell) found.push({ ...canonical, root: parsed.root, cell })
  }
  return found
}

/** The ids of cells by those of their nodes and groups, where a page has others than the graph. */
export interface CellIds {
  readonly nodes: ReadonlyMap<string, string>
  readonly groups: ReadonlyMap<string, string>
}

/** The cells of a graph's page that are none of its elements, and titles. draw.io drops what has no place there. */
export function opaqueCells(graph: Graph, given?: CellIds): OpaqueCell[] {
  const { top, layer } = layerIds(graph)
  const seen = new Set([top, layer])
  // Every cell that was read says in which it stands; what says nothing was made by somebody else.
  const opaque = ({ id, text, cell }: OwnCell): OpaqueCell[] => {
    const parent = cell.attributes.get('parent')
    const local = localBox(cell)
    return parent === undefined ? [] : [{ id, ids: [id], parent, box: local, local, text }]
  }
  const cells = cellsOf(graph.extras.get('drawio')?.get('cells'), seen).flatMap(opaque)
  const { title: shown } = graph
  if (shown) {
    for (const own of cellsOf([inFile(graph)?.get('title') ?? null], seen)) {
      const { element: now, html, label } = titleIn(own.root, { text: shown }, 'text')
      const text = now === own.root ? own.text : elementText(now)
      cells.push(...opaque({ ...own, text }).map(cell => ({ ...cell, titles: { of: graph, html, label } })))
    }
  }
  for (const element of [...graph.groups.values(), ...graph.nodes.values()]) {
    const title = inFile(element)?.get('title')
    for (const own of title === undefined ? [] : cellsOf([title], seen)) {
      if (!isTitle(own.cell, own.root)) continue
      const { element: now, html, label } = titleIn(own.root, element.label)
      const text = now === own.root ? own.text : elementText(now)
      const titles = { of: element, html, label }
      cells.push(...opaque({ ...own, text }).map(cell => ({ ...cell, titles })))
    }
  }
  // Where lines are led anew, a text beside one would explain something else.
  if (isDrawn(graph))
    for (const edge of graph.edges)
      for (const { name, cell, says } of textsInFile(edge))
        for (const own of cellsOf([cell], seen)) {
          if (!isTitle(own.cell, own.root)) continue
          const { element: now, html, label } = titleIn(own.root, says)
          const text = now === own.root ? own.text : elementText(now)
          const titles = { of: edge, name, html, label }
          cells.push(...opaque({ ...own, text }).map(cell => ({ ...cell, titles })))
        }
  return placed(standing(graph, cells, given))
}

/** Those that stand on the page, however deep in others. */
function standing(graph: Graph, cells: readonly OpaqueCell[], given?: CellIds): readonly OpaqueCell[] {
  if (cells.length === 0) return cells
  const { top, layer } = layerIds(graph)
  const places = new Set<string | undefined>([top, layer])
  for (const table of ['nodes', 'groups'] as const)
    for (const element of graph[table].values())
      places.add(given?.[table].get(element.id) ?? idInFile(element) ?? element.id)
  for (const edge of graph.edges) places.add(idInFile(edge))
  const above = aboveOpaque(cells)
  const stands = ({ id }: OpaqueCell): boolean => places.has(above.get(id))
  // Some stand in a field of a node.
  if (!cells.every(stands))
    for (const node of graph.nodes.values()) for (const id of partIds(node)) places.add(id)
  return cells.filter(stands)
}

/** The ids of the cells in a node with fields, as its document has them. */
function partIds(node: Node): string[] {
  const parts = inFile(node)?.get('parts')
  return Array.isArray(parts) ? cellsOf(parts as readonly Value[], new Set()).map(({ id }) => id) : []
}

export interface TitleCell extends OpaqueTitle {
  readonly id: string
}

/** By what they are the titles of: the opaque cells that are some, but for labels of edges. */
export const titlesOf = (opaque: readonly OpaqueCell[]): Map<Node | Group | Graph, TitleCell> =>
  new Map(
    opaque.flatMap(({ id, titles }) =>
      titles && !isEdge(titles.of) ? [[titles.of, { ...titles, id }] as const] : [],
    ),
  )

const isEdge = (of: OpaqueTitle['of']): of is Edge => 'from' in of

export type Besides = ReadonlyMap<LabelName, TitleCell>

/** By edge: the opaque cells that are its labels. */
export function besidesOf(opaque: readonly OpaqueCell[]): Map<Edge, Besides> {
  const found = new Map<Edge, Map<LabelName, TitleCell>>()
  for (const { id, titles } of opaque)
    if (titles?.name && isEdge(titles.of))
      entryOf(found, titles.of, () => new Map<LabelName, TitleCell>()).set(titles.name, { ...titles, id })
  return found
}

const isTitle = (cell: XmlElement, { attributes }: XmlElement): boolean =>
  cell.attributes.get('vertex') === '1' && attributes.get('placeholders') !== '1'

/**
 * A title's cell with the label that its group has: the same where it shows that already.
 * @param what whether its formatting counts, or the text alone: a graph's title has none
 */
function titleIn(
  root: XmlElement,
  text: Text,
  what: 'all' | 'text' = 'all',
): { element: XmlElement; label: string; html: boolean } {
  const cell = cellElement(root)!
  const html = isHtmlStyle(cell.attributes.get('style') ?? '')
  const name = cell === root ? 'value' : 'label'
  const old = root.attributes.get(name) ?? ''
  const label = encodeLabel(text, html)
  const read = decodeLabel(old, html)
  const says = what === 'all' ? sameText(read, text) : read.text === text.text
  if (old === label || says) return { element: root, label: old, html }
  return { element: { ...root, attributes: new Map(root.attributes).set(name, label) }, label, html }
}

/** For each opaque cell, the first cell above it that is not kept: a group, or the layer or root of the page. */
export function aboveOpaque(cells: readonly OpaqueCell[]): Map<string, string> {
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

/** Boxes on the page, where opaque cells stand in opaque cells. */
function placed(cells: readonly OpaqueCell[]): OpaqueCell[] {
  const boxes = placedIn(cells, new Map())
  return cells.map(cell => ({ ...cell, box: boxes.get(cell.id)! }))
}

const NOWHERE: DrawnBox = { x: 0, y: 0, width: 0, height: 0 }

/** The boxes of opaque cells by their ids, among others that they may stand in. */
export function placedIn(
  cells: readonly OpaqueCell[],
  others: ReadonlyMap<string, DrawnBox>,
): Map<string, DrawnBox> {
  const byId = new Map(cells.map(cell => [cell.id, cell]))
  const boxes = new Map<string, DrawnBox>()
  for (const cell of cells) {
    const path: OpaqueCell[] = []
    const passed = new Set<string>()
    for (
      let up: OpaqueCell | undefined = cell;
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
