/**
 * What stands in what on a page, and in which order: later cells are drawn over earlier ones. Where a person has
 * chosen another order or another parent for a line than draw.io would, it stays: the document of the graph has the ids in
 * their order, that of the edge its parent.
 */
import { addTo } from '../../../src/ir/lists.js'
import type { Edge, Graph, Group, Node, Value } from '../../../src/ir/model.js'
import type { Cell } from '../document/cell.js'
import { inFile } from '../words/in-file.js'
import { asLoose } from '../words/loose-terminals.js'
import type { OpaqueCell } from '../words/opaque-cells.js'
import { liesOn } from '../words/standing.js'
import { cellOfEnd, type Page } from './page.js'
import type { DocumentCell } from './records/node-cells.js'

/**
 * The cell that draw.io itself would file an edge under: the nearest one that holds both ends, or the
 * one around a node whose edge comes back to it. An end that is itself a container may be that cell.
 */
function commonParent(page: Page, edge: Edge): string {
  const [from, to] = [cellOfEnd(page, edge.from), cellOfEnd(page, edge.to)]
  if (from === to) return page.parents.get(from) ?? page.layer
  const above = new Set<string>()
  for (let id: string | undefined = from; id !== undefined && !above.has(id); id = page.parents.get(id))
    above.add(id)
  const passed = new Set<string>()
  for (let id: string | undefined = to; id !== undefined && !passed.has(id); id = page.parents.get(id)) {
    if (above.has(id)) return id
    passed.add(id)
  }
  return page.layer
}

/** Whether a line can stand in a cell: one that is there, and not inside of a line itself. */
function holdsLines({ above, parents, top, layer }: Page, id: string): boolean {
  const end = above.get(id) ?? id
  if (end === layer || end === top) return true
  return parents.has(end) && !above.has(end)
}

/** The parent that a person gave a line. */
function ownParent(page: Page, edge: Edge): string | undefined {
  const own = inFile(edge)?.get('parent')
  return page.drawn && typeof own === 'string' && holdsLines(page, own) ? own : undefined
}

export const edgeParent = (page: Page, edge: Edge): string =>
  ownParent(page, edge) ?? commonParent(page, edge)

/**
 * The attribute of a line for the cell that an end is fastened to: the node or group, or a cell inside of the node; none where the
 * file fastens it to nothing, and it still lies at its shape.
 */
export function terminalOf(
  page: Page,
  edge: Edge,
  name: 'source' | 'target',
): readonly (readonly ['source' | 'target', string])[] {
  const cell = cellOfEnd(page, name === 'source' ? edge.from : edge.to)
  return looseOn(page, edge, name) ?? [[name, ownTerminal(page, edge, name) ?? cell]]
}

function looseOn(page: Page, edge: Edge, name: 'source' | 'target') {
  const cell = cellOfEnd(page, name === 'source' ? edge.from : edge.to)
  return page.drawn ? asLoose(edge, name, cell, page.boxes.get(cell)) : undefined
}

/** Whether an end is fastened to nothing in the file, and stays so. */
export const isLooseOn = (page: Page, edge: Edge, name: 'source' | 'target'): boolean =>
  looseOn(page, edge, name) !== undefined

function ownTerminal(page: Page, edge: Edge, name: 'source' | 'target'): string | undefined {
  const own = inFile(edge)?.get(name)
  const end = name === 'source' ? edge.from : edge.to
  const cell = cellOfEnd(page, end)
  if (typeof own !== 'string' || own === cell) return undefined
  // A opaque cell may stand in a field of the node, and a part in another one.
  const around = page.above.get(own) ?? own
  const inNode = end.kind === 'node' && nodeOfPart(page, around) === page.nodeIds.get(end.id)
  return (around !== own && around === cell) || inNode || isTitleOf(page, end, own) ? own : undefined
}

/** Whether a cell is the text that a node is called by. */
function isTitleOf({ graph, titles }: Page, { kind, id }: Edge['from'], own: string): boolean {
  const node = kind === 'node' ? graph.nodes.get(id) : undefined
  return node !== undefined && titles.get(node)?.id === own
}

/** The cell of the node that a cell with fields of it, or something beside them, stands in. */
function nodeOfPart({ parts }: Page, id: string): string | undefined {
  let up = parts.get(id)?.parent
  for (let steps = parts.size; up !== undefined && parts.has(up) && steps > 0; steps--)
    up = parts.get(up)!.parent
  return up
}

export type Sibling = { readonly id: string } & (
  | { readonly role: 'part'; readonly cell: Cell | DocumentCell }
  | { readonly role: 'kept' | 'title'; readonly cell: OpaqueCell }
  | { readonly role: 'pool' }
  | { readonly role: 'group'; readonly group: Group; readonly on: string | undefined }
  | { readonly role: 'node'; readonly node: Node; readonly on: string | undefined }
  | { readonly role: 'edge'; readonly edge: number }
)

/** In each cell the cells of fields, then what is kept, groups, nodes and lines: the order where nobody chose one. */
function usualOrder(page: Page): Map<string, Sibling[]> {
  const lists = new Map<string, Sibling[]>()
  const add = (parent: string, sibling: Sibling): void => {
    addTo(lists, parent, sibling)
  }
  const parentOf = (id: string): string => page.parents.get(id)!
  for (const cell of page.parts.values()) add(cell.parent, { role: 'part', id: cell.id, cell })
  for (const cell of page.opaque)
    add(cell.parent, { role: cell.titles ? 'title' : 'kept', id: cell.id, cell })
  if (page.pool) add(page.layer, { role: 'pool', id: page.pool.id })
  for (const group of page.graph.groups.values()) {
    const id = page.groupIds.get(group.id)!
    add(parentOf(id), { role: 'group', id, group, on: liesOn(group) })
  }
  for (const node of page.graph.nodes.values()) {
    const id = page.nodeIds.get(node.id)!
    add(parentOf(id), { role: 'node', id, node, on: liesOn(node) })
  }
  page.graph.edges.forEach((edge, i) => {
    add(edgeParent(page, edge), { role: 'edge', id: page.edgeIds[i]!, edge: i })
  })
  return lists
}

/** Siblings with the same one keep their order among each other, which is the graph's; a graph has none for the titles of groups. */
const strandOf = (sibling: Sibling): string =>
  JSON.stringify([sibling.role, sibling.role === 'title' ? sibling.id : 'on' in sibling && sibling.on])

/**
 * Siblings by their places in the file; one that has none stands behind what is usually before it. Those of one role and, where they
 * only lie on their groups, of one group stay as they are in the graph: only how these strands lie over each other is chosen.
 */
function interleaved(usual: readonly Sibling[], places: ReadonlyMap<string, number>): readonly Sibling[] {
  let last = -1
  const placed = usual.map(sibling => {
    last = places.get(sibling.id) ?? last
    return { sibling, place: last }
  })
  const strands = placed.sort((a, b) => a.place - b.place).map(({ sibling }) => strandOf(sibling))
  const lists = new Map<string, Sibling[]>()
  for (const sibling of [...usual].reverse()) {
    addTo(lists, strandOf(sibling), sibling)
  }
  return strands.map(strand => lists.get(strand)!.pop()!)
}

/** The places of cells in the file that a graph was read from. */
function placesOf(graph: Graph): ReadonlyMap<string, number> {
  const order = inFile(graph)?.get('order')
  const ids = Array.isArray(order) ? (order as readonly Value[]).filter(id => typeof id === 'string') : []
  return new Map(ids.map((id, i) => [id, i]))
}

/** The children of each cell of a page, in the order in which they are written. */
export function childrenOf(page: Page): (id: string) => readonly Sibling[] {
  const usual = usualOrder(page)
  const places = page.drawn ? placesOf(page.graph) : new Map<string, number>()
  return id => {
    const siblings = usual.get(id) ?? []
    return places.size === 0 ? siblings : interleaved(siblings, places)
  }
}
