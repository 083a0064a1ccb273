/** The cells of a page in their order, in the colours of its theme. */
import { addTo } from '../../../src/ir/lists.js'
import type { Group, Node } from '../../../src/ir/model.js'
import type { Theme } from '../../../src/theme/theme.js'
import { type Cell, cellLines } from '../document/cell.js'
import { parseXml } from '../document/xml.js'
import { elementText } from '../document/xml-text.js'
import { geometryLine } from '../words/cell-parts.js'
import { childLayoutLine, partLine } from '../words/fingerprints.js'
import type { OpaqueCell } from '../words/opaque-cells.js'
import {
  painted,
  paintedEdge,
  paintedField,
  paintedFrame,
  paintedTitle,
  placesOfGroups,
} from '../words/theme.js'
import { edgeCells } from './edge-cells.js'
import { groupCell, nodeCell, poolCell } from './element-cells.js'
import { liesBehind, loopCell } from './frame-cells.js'
import type { Page } from './page.js'
import { type DocumentCell, inStyle } from './records/node-cells.js'
import { childrenOf, type Sibling } from './siblings.js'
import { titleCell } from './title-cell.js'

/** The lines of all cells of a page, in tree order, and what its mark counts. */
export function pageCells(page: Page): { readonly lines: string[]; readonly geometry: string[] } {
  const lines: string[] = []
  const geometry: string[] = []
  for (const item of cellsInOrder(page)) {
    lines.push(...('cell' in item ? documentLines(item) : 'text' in item ? [item.text] : cellLines(item)))
    const part = page.parts.get(item.id)
    // The theme's colours are in no mark.
    if (part) geometry.push(partLine('cell' in part ? part.cell : part))
    else if (!('text' in item)) geometry.push(geometryLine(item.id, item.style, item.geometry))
  }
  for (const node of page.graph.nodes.values()) {
    const id = page.nodeIds.get(node.id)!
    if (node.fields?.length) geometry.push(childLayoutLine(id, page.childLayouts.childLayoutOfNode(node)))
  }
  return { lines, geometry }
}

/** A cell that a person drew, in the form of ours where it is one. */
function documentLines({ cell, text }: DocumentCell): string[] {
  const lines = [...cellLines(cell)]
  const parsed = parseXml(lines.join(''))
  return parsed.ok && elementText(parsed.root) === text ? lines : [text]
}

/** Gives the cells in nodes with fields the colours of a theme. */
function partPainter(page: Page, theme: Theme): (part: Cell | DocumentCell) => Cell | DocumentCell {
  const nodes = new Map<string, readonly [Node, Cell]>()
  for (const node of page.graph.nodes.values()) {
    const record = page.records.get(node.id)
    if (!record) continue
    const around = [node, nodeCell(page, node)] as const
    for (const { id } of record.cells) nodes.set(id, around)
  }
  return part => {
    const [node, cell] = nodes.get(part.id)!
    const painted = (own: Cell): Cell => paintedField(own, cell, theme, node.shape)
    return 'cell' in part ? inStyle(part, painted(part.cell).style) : painted(part)
  }
}

/** The cells of a page in tree order, those that stay as they are as their text. Depth takes no recursion. */
export function cellsInOrder(page: Page, numbered = false): (Cell | OpaqueCell | DocumentCell)[] {
  const children = childrenOf(page)
  const { theme, graph } = page
  const places: ReadonlyMap<string, number> = theme ? placesOfGroups(graph) : new Map()
  const inTheme = (cell: Cell, element: Node | Group): Cell =>
    theme ? painted(cell, element, theme, places.get(element.id)) : cell
  const paintParts = theme ? partPainter(page, theme) : undefined
  const frame = (cell: Cell, kind: 'pool' | 'loop'): Cell => (theme ? paintedFrame(cell, theme, kind) : cell)
  const titled = (cell: Cell): Cell => (theme ? paintedTitle(cell, theme) : cell)
  const inFile: number[] = []
  const order: (Cell | OpaqueCell | DocumentCell | { readonly edge: number })[] = []
  const frames = (behind: boolean): Cell[] =>
    [...page.loopIds.keys()]
      .filter(i => liesBehind(page, i) === behind)
      .map(i => frame(loopCell(page, i), 'loop'))
  const behind = new Map<string, Cell[]>()
  for (const cell of frames(true)) addTo(behind, cell.parent, cell)
  const waiting: Sibling[] = []
  const enter = (sibling: Sibling): void => {
    switch (sibling.role) {
      case 'part':
        order.push(paintParts?.(sibling.cell) ?? sibling.cell)
        break
      case 'kept':
      case 'title':
        order.push(sibling.cell)
        break
      case 'pool':
        order.push(frame(poolCell(page, page.pool!), 'pool'))
        break
      case 'group':
        order.push(inTheme(groupCell(page, sibling.group), sibling.group))
        break
      case 'node':
        order.push(inTheme(nodeCell(page, sibling.node), sibling.node))
        break
      case 'edge':
        inFile.push(sibling.edge)
        order.push(sibling)
    }
    visit(sibling.id)
  }
  if (page.title) order.push(titled(titleCell(graph, page.title, page.layer)))
  const visit = (id: string): void => {
    order.push(...(behind.get(id) ?? []))
    const siblings = children(id)
    for (let i = siblings.length - 1; i >= 0; i--) waiting.push(siblings[i]!)
  }
  const run = (id: string): void => {
    visit(id)
    for (let next = waiting.pop(); next; next = waiting.pop()) enter(next)
  }
  run(page.layer)
  run(page.top)
  order.push(...frames(false))
  const withOrder = numbered || !inFile.every((edge, i) => edge === i)
  const lines = (edge: number): Cell[] => {
    const [line, ...labels] = edgeCells(page, edge, withOrder)
    return line ? [theme ? paintedEdge(line, theme) : line, ...labels] : labels
  }
  return order.flatMap(item => ('edge' in item ? lines(item.edge) : [item]))
}
