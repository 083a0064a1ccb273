/** What only the whole page tells of its cells: where their order, their parents and their frames are not the usual. */
import type { Edge, Graph, Group, Value } from '../../../src/ir/model.js'
import type { RawCell } from '../document/raw.js'
import { lanesAreRows, NO_LAYOUT, type Page, planPage } from '../write/page.js'
import { ordersOf, ownParent } from '../write/siblings.js'
import { lookOfGroup } from './elements.js'
import type { PartCells } from './parts.js'

interface StackedCells extends PartCells {
  readonly kept: readonly RawCell[]
  /** The cells of fields. */
  readonly parts: readonly RawCell[]
}

const withOwn = <T extends Edge | Group | Graph>(element: T, name: string, value: Value): T => {
  const own = new Map(element.extras.get('drawio')).set(name, value)
  return { ...element, extras: new Map(element.extras).set('drawio', own) }
}

/** The graph with `order` and its edges with `parent` in their extras, where a person put every box in its place. */
export function withStacking(read: Graph, cells: StackedCells): Graph {
  const graph = withFrames(read, cells)
  const page = planPage(graph, NO_LAYOUT)
  if (!page.drawn) return graph
  const edges = withParents(graph, page, cells)
  const stacked = edges.some((edge, i) => edge !== graph.edges[i]) ? { ...graph, edges } : graph
  const orders = ordersOf({ ...page, graph: { ...page.graph, edges } }, inFile(page, cells))
  return orders.size === 0 ? stacked : withOwn(stacked, 'order', orders)
}

/** A row among columns, or a lane in something else, keeps its style: without one it would be drawn as the others are. */
function withFrames(graph: Graph, { groups: cells }: StackedCells): Graph {
  const rows = lanesAreRows(graph)
  const groups = new Map(graph.groups)
  for (const group of graph.groups.values()) {
    const style = cells.get(group.id)?.style
    if (group.kind !== 'lane' || !style || group.extras.get('drawio')?.has('style')) continue
    if ((style.get('horizontal') === '0') !== rows)
      groups.set(group.id, withOwn(group, 'style', lookOfGroup(style)))
  }
  return { ...graph, groups }
}

function withParents(graph: Graph, page: Page, { edges }: StackedCells): readonly Edge[] {
  return graph.edges.map((edge, i) => {
    const around = edges[i]?.around
    if (!around) return edge
    const moved = withOwn(edge, 'parent', around.id)
    return ownParent(page, moved) === undefined ? edge : moved
  })
}

/** Sorts ids by where their cells stand in the file. */
function inFile(page: Page, { nodes, groups, edges, kept, parts }: StackedCells) {
  const places = new Map<string, number>([...kept, ...parts].map(({ id, order }) => [id, order]))
  for (const [id, { order }] of nodes) places.set(page.nodeIds.get(id)!, order)
  for (const [id, { order }] of groups) places.set(page.groupIds.get(id)!, order)
  edges.forEach(({ order }, i) => {
    places.set(page.edgeIds[i]!, order)
  })
  const placeOf = (id: string): number => places.get(id) ?? -1
  return (_parent: string, ids: readonly string[]): readonly string[] =>
    [...ids].sort((a, b) => placeOf(a) - placeOf(b))
}
