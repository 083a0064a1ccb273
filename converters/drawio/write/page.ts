/** The cells of one page: what stands in what, and under which ids. */
import { outwards } from '../../../src/ir/group-tree.js'
import type { Edge, End, Graph, Group, Node } from '../../../src/ir/model.js'
import type { GroupBox, Layout, Route } from '../../../src/layout/boxes.js'
import { flowsAcross, inLanes } from '../../../src/layout/lanes/lanes.js'
import { inTreeOrder } from '../../../src/layout/tree-order.js'
import type { Theme } from '../../../src/theme/theme.js'
import type { DrawnBox } from '../document/box.js'
import type { Cell } from '../document/cell.js'
import type { LayerIds } from '../document/layer-ids.js'
import { boxIn, drawnBox, isDrawn } from '../words/geometry.js'
import { idInFile, inFile } from '../words/in-file.js'
import { layerIds } from '../words/layers.js'
import { idGiver } from '../words/names.js'
import {
  aboveOpaque,
  type Besides,
  besidesOf,
  type OpaqueCell,
  opaqueCells,
  placedIn,
  type TitleCell,
  titlesOf,
} from '../words/opaque-cells.js'
import { lookupsOf } from '../words/source-texts.js'
import { type Around, liesOn, ownParentOf } from '../words/standing.js'
import { drawnOnLines } from './line-labels.js'
import { loopParentsOf } from './loop-parents.js'
import {
  type ChildLayouts,
  childLayoutsOf,
  type DocumentCell,
  type GivenParts,
  type PageRecord,
  recordOnPage,
} from './records/node-cells.js'
import { type TitlePlace, withTitleRoom } from './title-cell.js'

export interface Page extends LayerIds {
  readonly graph: Graph
  readonly layout: Layout
  /** Nodes at which a line ends that is seen. */
  readonly seenEnds: ReadonlySet<string>
  /** The groups with something in them that is seen. */
  readonly seenGroups: ReadonlySet<string>
  readonly opaque: readonly OpaqueCell[]
  /** For each opaque cell, the first cell above it that is not kept. */
  readonly above: ReadonlyMap<string, string>
  /** By node, group or graph: the opaque cell that is its title. */
  readonly titles: ReadonlyMap<Node | Group | Graph, TitleCell>
  /** By edge: the opaque cells that are its labels. */
  readonly besides: ReadonlyMap<Edge, Besides>
  readonly nodeIds: ReadonlyMap<string, string>
  readonly groupIds: ReadonlyMap<string, string>
  readonly edgeIds: readonly string[]
  readonly loopIds: readonly string[]
  /** By loop: the id of what its frame stands in. */
  readonly loopParents: readonly string[]
  /** By loop: the place among all that its frame says, where that is given. */
  readonly loopOrders?: readonly (string | undefined)[]
  readonly pool?: { readonly id: string; readonly box: DrawnBox }
  /** The text that shows the title, where it is written anew. */
  readonly title?: TitlePlace
  /** Whether lanes are rows; nothing where lanes are not drawn in a pool of ours. */
  readonly rows?: boolean
  /** Boxes on the page, by cell id. */
  readonly boxes: ReadonlyMap<string, DrawnBox>
  /** The parent of each cell, by id. */
  readonly parents: ReadonlyMap<string, string>
  /** True where every node and group stands where a person put it: no line is routed then. */
  readonly drawn: boolean
  readonly newId: (wanted: string, kind: string) => string
  /** What placeholders stand for in a cell, by its id and its parent's. */
  readonly lookup: ReturnType<typeof lookupsOf>
  /** The edges whose labels stand on them as a person put them there. */
  readonly labelled: ReadonlySet<Edge>
  readonly childLayouts: ChildLayouts
  /** By node id, for nodes with fields: the cells in the node. */
  readonly records: ReadonlyMap<string, PageRecord>
  /** By id: the cells in nodes with fields. */
  readonly parts: ReadonlyMap<string, Cell | DocumentCell>
  /** What its cells are coloured with, where they have no colours of their own; nothing where that is left to draw.io. */
  readonly theme?: Theme
  /** Whether somebody else drew it: texts beside lines are found there by themselves. */
  readonly foreign?: boolean
  /** Whether it came from Mermaid: then nodes carry their ids there, as those of draw.io's own import do. */
  readonly mermaid?: boolean
}

export const NO_LAYOUT: Layout = {
  width: 0,
  height: 0,
  nodes: new Map(),
  groups: new Map(),
  routes: [],
  loops: [],
}
const NOWHERE: GroupBox = { x: 0, y: 0, width: 120, height: 60, title: 30 }
const NO_ROUTE: Route = { bends: [] }

export const routeOf = (layout: Layout, edge: number): Route => layout.routes[edge] ?? NO_ROUTE

/** Whether an element is written where it stands, and not in its group. */
export const isApart = (page: Page, element: Node | Group, group: string): boolean =>
  liesOn(element) === group && ownParentOf(element, group, page) !== undefined

/** Ids of cells that are there already. */
export interface GivenIds {
  readonly nodes: ReadonlyMap<string, string>
  readonly groups: ReadonlyMap<string, string>
  readonly edges: readonly (string | undefined)[]
  readonly loops: readonly (string | undefined)[]
  /** What the frames of loops stand in. */
  readonly loopParents: readonly (string | undefined)[]
  /** What these say of their places among all. */
  readonly loopOrders: readonly (string | undefined)[]
  readonly pool?: string
  /** By node id: the ids of the cells in it, by their keys. */
  readonly parts: ReadonlyMap<string, GivenParts>
  /** Every id of the page, so that no new cell takes it. */
  readonly taken: readonly string[]
}

const seenEndsOf = ({ edges }: Graph): ReadonlySet<string> =>
  new Set(edges.flatMap(({ line, from, to }) => (line === 'invisible' ? [] : [from.id, to.id])))

/** The groups with something in them that is seen: draw.io hides what stands in a cell that is not visible. */
function seenGroupsOf({ nodes, groups }: Graph, ends: ReadonlySet<string>): ReadonlySet<string> {
  const seen = new Set<string>()
  const take = (inner: string | undefined): void => {
    for (const id of outwards(groups, inner)) seen.add(id)
  }
  for (const { id, hidden, group } of nodes.values()) if (!hidden || ends.has(id)) take(group)
  for (const { id, hidden, parent } of groups.values()) if (!hidden || ends.has(id)) take(parent)
  return seen
}

export function planPage(unordered: Graph, laidOut: Layout, given?: GivenIds, theme?: Theme): Page {
  const graph = inTreeOrder(unordered)
  const drawn = isDrawn(graph)
  const opaque = opaqueCells(graph, given)
  const above = aboveOpaque(opaque)
  const { top, layer } = layerIds(graph)
  const seenEnds = seenEndsOf(graph)
  const childLayouts = childLayoutsOf(graph)
  const reserved = [top, layer, ...opaque.flatMap(({ ids }) => ids), ...childLayouts.documentIds]
  const onLines = drawnOnLines(graph, reserved)
  const isTitled =
    drawn ||
    given !== undefined ||
    inFile(graph)?.get('untitled') === true ||
    opaque.some(({ titles }) => titles?.of === graph)
  const { layout, box: titleBox } = isTitled
    ? { layout: laidOut, box: undefined }
    : withTitleRoom(graph, laidOut)
  const newId = idGiver([...reserved, ...onLines.ids, ...(given?.taken ?? [])])
  const nodeIds = new Map<string, string>()
  const groupIds = new Map<string, string>()
  for (const node of graph.nodes.values())
    nodeIds.set(node.id, given?.nodes.get(node.id) ?? newId(node.id, 'node', idInFile(node)))
  for (const group of graph.groups.values())
    groupIds.set(group.id, given?.groups.get(group.id) ?? newId(group.id, group.kind, idInFile(group)))
  const around: Around = { above, top, layer, graph, groupIds }
  const drawnPool = boxIn(inFile(graph)?.get('pool'))
  const lanes = inLanes(graph)
  const poolBox = drawn ? drawnPool : (drawnPool ?? layout.pool)
  const pool = lanes && poolBox ? { id: given?.pool ?? newId('pool', 'pool'), box: poolBox } : undefined
  const boxes = new Map<string, DrawnBox>()
  const parents = new Map<string, string>(opaque.map(({ id, parent }) => [id, parent]))
  if (pool) {
    boxes.set(pool.id, pool.box)
    parents.set(pool.id, layer)
  }
  for (const group of graph.groups.values()) {
    const id = groupIds.get(group.id)!
    boxes.set(id, drawnBox(group) ?? layout.groups.get(group.id) ?? NOWHERE)
    const own = group.parent === undefined ? undefined : groupIds.get(group.parent)
    parents.set(id, ownParentOf(group, group.parent, around) ?? own ?? pool?.id ?? layer)
  }
  for (const node of graph.nodes.values()) {
    const id = nodeIds.get(node.id)!
    boxes.set(id, drawnBox(node) ?? layout.nodes.get(node.id) ?? NOWHERE)
    const own = node.group === undefined ? undefined : groupIds.get(node.group)
    parents.set(id, ownParentOf(node, node.group, around) ?? own ?? layer)
  }
  const records = new Map<string, PageRecord>()
  const parts = new Map<string, Cell | DocumentCell>()
  const across = flowsAcross(graph)
  for (const node of graph.nodes.values()) {
    if (!node.fields?.length) continue
    const id = nodeIds.get(node.id)!
    const place = { id, box: boxes.get(id)!, newId, given: given?.parts.get(node.id) }
    const record = recordOnPage(node, childLayouts.documentPartsIn(node), across, place)
    records.set(node.id, record)
    for (const cell of record.cells) {
      parts.set(cell.id, cell)
      parents.set(cell.id, cell.parent)
      boxes.set(cell.id, record.boxes.get(cell.id)!)
    }
  }
  for (const [id, box] of placedIn(opaque, boxes)) boxes.set(id, box)
  const edgeIds = graph.edges.map(
    (edge, i) => given?.edges[i] ?? newId(edgeId(edge, nodeIds, groupIds), 'edge', idInFile(edge)),
  )
  const loopIds = graph.loops.map((_, i) => given?.loops[i] ?? newId(`loop-${i + 1}`, 'loop'))
  const title = titleBox && { id: newId('title', 'title'), box: titleBox }
  const loopParents = loopParentsOf(
    { graph, layer, nodeIds, groupIds, pool: pool?.id, parents },
    given?.loopParents,
  )
  const rows = lanes ? across : undefined
  return {
    graph,
    layout,
    seenEnds,
    seenGroups: seenGroupsOf(graph, seenEnds),
    opaque,
    above,
    titles: titlesOf(opaque),
    besides: besidesOf(opaque),
    top,
    layer,
    nodeIds,
    groupIds,
    edgeIds,
    loopIds,
    loopParents,
    ...(given && { loopOrders: given.loopOrders }),
    ...(pool && { pool }),
    ...(title && { title }),
    ...(rows !== undefined && { rows }),
    ...(theme && { theme }),
    boxes,
    parents,
    drawn,
    newId,
    lookup: lookupsOf({ graph, top, layer, opaque, parents, nodeIds, groupIds }),
    labelled: onLines.edges,
    childLayouts,
    records,
    parts,
  }
}

function edgeId(
  edge: Edge,
  nodeIds: ReadonlyMap<string, string>,
  groupIds: ReadonlyMap<string, string>,
): string {
  const name = ({ kind, id }: End): string => (kind === 'node' ? nodeIds : groupIds).get(id) ?? ''
  return `edge-${name(edge.from)}-${name(edge.to)}`
}

/** The cell that an edge ends at: that of the field that its port names, where there is one. */
export const cellOfEnd = (page: Page, end: End): string =>
  fieldOfEnd(page, end) ?? (end.kind === 'node' ? page.nodeIds : page.groupIds).get(end.id)!

export function fieldOfEnd({ records }: Page, { kind, id, port }: End): string | undefined {
  return kind === 'node' && port !== undefined ? records.get(id)?.ends.get(port) : undefined
}

/** Where a cell's own coordinates start on the page. */
export function originOf(
  { boxes }: Pick<Page, 'boxes'>,
  id: string,
): { readonly x: number; readonly y: number } {
  return boxes.get(id) ?? { x: 0, y: 0 }
}
