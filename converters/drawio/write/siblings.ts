/**
 * What stands in what on a page, and in which order: later cells are drawn over earlier ones. Where a person has
 * chosen another order or another parent for a line than draw.io would, it stays: `extras.drawio.order` of the graph
 * (ids by parent) and `extras.drawio.parent` of the edge.
 */
import { addTo } from '../../../src/ir/lists.js'
import type { Edge, Graph, Group, Node, Value } from '../../../src/ir/model.js'
import type { Cell } from '../document/cell.js'
import type { KeptCell } from '../words/kept.js'
import { cellOfEnd, liesOn, type Page } from './page.js'
import type { HeldCell } from './records/page.js'

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

/** The parent that a person gave a line, where draw.io would have chosen another one. */
export function ownParent(page: Page, edge: Edge): string | undefined {
  const own = edge.extras.get('drawio')?.get('parent')
  if (!page.drawn || typeof own !== 'string' || !holdsLines(page, own)) return undefined
  return own === commonParent(page, edge) ? undefined : own
}

export const edgeParent = (page: Page, edge: Edge): string =>
  ownParent(page, edge) ?? commonParent(page, edge)

/** The cell that an end is fastened to: the node or group, or a cell inside of the node. */
export function terminalOf(page: Page, edge: Edge, name: 'source' | 'target'): string {
  const cell = cellOfEnd(page, name === 'source' ? edge.from : edge.to)
  return ownTerminal(page, edge, name) ?? cell
}

export function ownTerminal(page: Page, edge: Edge, name: 'source' | 'target'): string | undefined {
  const own = edge.extras.get('drawio')?.get(name)
  const end = name === 'source' ? edge.from : edge.to
  const cell = cellOfEnd(page, end)
  if (typeof own !== 'string' || own === cell) return undefined
  // A kept cell may stand in a field of the node, and a part in another one.
  const around = page.above.get(own) ?? own
  const inNode = end.kind === 'node' && nodeOfPart(page, around) === page.nodeIds.get(end.id)
  return (around !== own && around === cell) || inNode ? own : undefined
}

/** The cell of the node that a cell with fields of it, or something beside them, stands in. */
function nodeOfPart({ parts }: Page, id: string): string | undefined {
  let up = parts.get(id)?.parent
  for (let steps = parts.size; up !== undefined && parts.has(up) && steps > 0; steps--)
    up = parts.get(up)!.parent
  return up
}

export type Sibling = { readonly id: string } & (
  | { readonly role: 'part'; readonly cell: Cell | HeldCell }
  | { readonly role: 'kept'; readonly cell: KeptCell }
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
  for (const cell of page.kept) add(cell.parent, { role: 'kept', id: cell.id, cell })
  if (page.pool) add(page.layer, { role: 'pool', id: page.pool.id })
  for (const group of page.graph.groups.values()) {
    const id = page.groupIds.get(group.id)!
    add(parentOf(id), { role: 'group', id, group, on: liesOn(group.extras) })
  }
  for (const node of page.graph.nodes.values()) {
    const id = page.nodeIds.get(node.id)!
    add(parentOf(id), { role: 'node', id, node, on: liesOn(node.extras) })
  }
  page.graph.edges.forEach((edge, i) => {
    add(edgeParent(page, edge), { role: 'edge', id: page.edgeIds[i]!, edge: i })
  })
  return lists
}

/** Siblings with the same one keep their order among each other, which is the graph's. */
const strandOf = (sibling: Sibling): string => JSON.stringify([sibling.role, 'on' in sibling && sibling.on])

/**
 * Siblings in an order by their ids; those that it does not name come last. Those of one role and, where they only lie
 * on their groups, of one group stay as they are in the graph: only how these strands lie over each other is chosen.
 */
function interleaved(usual: readonly Sibling[], ids: readonly string[]): readonly Sibling[] {
  const places = new Map(ids.map((id, i) => [id, i]))
  const placeOf = ({ id }: Sibling): number => places.get(id) ?? ids.length
  const strands = [...usual].sort((a, b) => placeOf(a) - placeOf(b)).map(strandOf)
  const lists = new Map<string, Sibling[]>()
  for (const sibling of [...usual].reverse()) {
    addTo(lists, strandOf(sibling), sibling)
  }
  return strands.map(strand => lists.get(strand)!.pop()!)
}

/** Of each parent whose children lie over each other otherwise than usual, their ids in order. */
export function ordersOf(
  page: Page,
  wanted: (parent: string, ids: readonly string[]) => readonly string[],
): Map<string, Value> {
  const orders = new Map<string, Value>()
  for (const [parent, usual] of page.drawn ? usualOrder(page) : []) {
    const ids = usual.map(({ id }) => id)
    const chosen = interleaved(usual, wanted(parent, ids)).map(({ id }) => id)
    if (chosen.some((id, i) => id !== ids[i])) orders.set(parent, chosen)
  }
  return orders
}

/** The order of each parent's children that extras hold. */
export function ordersIn(graph: Graph): (parent: string) => readonly string[] {
  const orders = graph.extras.get('drawio')?.get('order')
  return parent => {
    const ids = orders instanceof Map ? (orders as ReadonlyMap<string, Value>).get(parent) : undefined
    return Array.isArray(ids) ? (ids as readonly Value[]).filter(id => typeof id === 'string') : []
  }
}

/** The children of each cell of a page, in the order in which they are written. */
export function childrenOf(page: Page): (id: string) => readonly Sibling[] {
  const usual = usualOrder(page)
  const orders = ordersIn(page.graph)
  return id => {
    const siblings = usual.get(id) ?? []
    const ids = page.drawn ? orders(id) : []
    return ids.length === 0 ? siblings : interleaved(siblings, ids)
  }
}
