/** Which cells of a page are nodes, groups, pools, loops and edges, and which stay as they are. */

import { entryOf } from '../../../src/ir/lists.js'
import type { RawCell } from '../document/raw.js'
import { isSwimlane } from '../words/aspects.js'
import { isEdgeLabel } from '../words/edge-labels.js'
import {
  boxes,
  isChart,
  isChartRow,
  isDiaglotCell,
  isGroup,
  isImport,
  isPool,
  isRecord,
  isStatedGroup,
  isStatedWhole,
} from './cell-kinds.js'

/** Where a node or group stands: the group, and the opaque cell inside of that group (or on the page). */
export interface Inside {
  readonly group?: RawCell
  readonly opaque?: RawCell
  /** Whether it only lies on its group, and stands in something else: `kept`, or the page. */
  readonly apart?: boolean
}

export interface Sorted {
  readonly nodes: readonly RawCell[]
  readonly groups: readonly RawCell[]
  readonly edges: readonly RawCell[]
  readonly loops: readonly RawCell[]
  /** By node: the cells in it that show its fields, in the order of the file. */
  readonly parts: ReadonlyMap<RawCell, readonly RawCell[]>
  /** Cells that stay verbatim. */
  readonly opaque: readonly RawCell[]
  /** The pool that we wrote, if it is still there. */
  readonly pool?: RawCell
  /** The text that shows the graph's title, on a page of ours. */
  readonly title?: RawCell
  /** The one pool that someone else drew, whose title is that of the page. */
  readonly titled?: RawCell
  /** By node or group: the opaque cell that is its title. */
  readonly titles?: ReadonlyMap<RawCell, RawCell>
  /** By node or group: what is a part of how it is drawn, and no cell in it: pictures and texts that lie on it or beside it. */
  readonly drawnWith?: ReadonlyMap<RawCell, readonly RawCell[]>
  /** By cell id. */
  readonly inside: ReadonlyMap<string, Inside>
  /** By the id of any cell in a node: that node's or group's cell. */
  readonly owner: ReadonlyMap<string, RawCell>
}

interface Context extends Inside {
  readonly owner?: RawCell
  /** Where the parts go of the node with fields that a cell stands in. */
  readonly parts?: RawCell[]
}

/** The ids that edges end at, and how many swimlanes stand on the page itself. */
function survey(layers: readonly RawCell[]): { ends: Set<string>; lanes: number } {
  const ends = new Set<string>()
  const waiting = [...layers]
  for (let cell = waiting.pop(); cell; cell = waiting.pop()) {
    if (cell.source !== undefined) ends.add(cell.source)
    if (cell.target !== undefined) ends.add(cell.target)
    for (const child of cell.children) waiting.push(child)
  }
  const lanes = layers.flatMap(boxes).filter(({ style }) => isSwimlane(style)).length
  return { ends, lanes }
}

/** @param opaqueIds ids that the page itself says are to stay as they are */
export function sortCells(layers: readonly RawCell[], opaqueIds: ReadonlySet<string>): Sorted {
  const nodes: RawCell[] = []
  const groups: RawCell[] = []
  const edges: RawCell[] = []
  const loops: RawCell[] = []
  const opaque: RawCell[] = []
  const parts = new Map<RawCell, RawCell[]>()
  const inside = new Map<string, Inside>()
  const owner = new Map<string, RawCell>()
  let pool: RawCell | undefined
  let titled: RawCell | undefined
  let title: RawCell | undefined
  const ours = layers[0]?.attributes.get('diaglot-kind') === 'graph'
  const { ends, lanes } = survey(layers)
  const waiting: { readonly cell: RawCell; readonly context: Context }[] = []
  const enter = (cell: RawCell, context: Context): void => {
    for (let i = cell.children.length - 1; i >= 0; i--) waiting.push({ cell: cell.children[i]!, context })
  }
  for (let i = layers.length - 1; i >= 0; i--) {
    const layer = layers[i]!
    if (i === 0) enter(layer, {})
    else waiting.push({ cell: layer, context: {} })
  }
  const layerSet = new Set(layers)
  // A pool that holds lanes only, or a chart's table or cell: what stands in it, stands in what is around it.
  const isFrame = (cell: RawCell, context: Context): boolean => {
    if (ends.has(cell.id) || isStatedGroup(cell)) return false
    if (cell.around !== undefined && cell.around === context.group && isChartRow(cell.around)) return true
    if (isChart(cell) || isImport(cell)) return true
    if (context.group || (context.opaque && !layerSet.has(context.opaque))) return false
    return lanes === 1 && isPool(cell)
  }
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { cell } = next
    const context = next.context.parts && isDiaglotCell(cell) ? aside(next.context) : next.context
    const kind = cell.attributes.get('diaglot-kind')
    const place = {
      ...(context.group && { group: context.group }),
      ...(context.opaque && { opaque: context.opaque }),
    }
    inside.set(cell.id, place)
    if (opaqueIds.has(cell.id) || layerSet.has(cell) || cell.kind === 'other') {
      opaque.push(cell)
      if (context.owner?.kind === 'vertex') owner.set(cell.id, context.owner)
      // What is drawn behind everything in a group: a line to it leads to the group.
      else if (cell.kind === 'vertex' && context.group && context.group === cell.around)
        owner.set(cell.id, cell.around!)
      enter(cell, { ...place, ...(context.owner && { owner: context.owner }), opaque: cell })
    } else if (cell.kind === 'edge') {
      edges.push(cell)
      enter(cell, { ...place, owner: cell })
    } else if (context.parts && context.owner) {
      context.parts.push(cell)
      owner.set(cell.id, context.owner)
      enter(cell, context)
    } else if (context.owner) {
      if (context.owner.kind === 'edge' && isEdgeLabel(cell)) continue
      opaque.push(cell)
      owner.set(cell.id, context.owner)
      enter(cell, context)
    } else if (kind === 'loop' && cell.attributes.has('diaglot')) loops.push(cell)
    else if (kind === 'title' && ours && cell.children.length === 0 && !ends.has(cell.id)) {
      // A copy of it is a person's.
      if (title) opaque.push(cell)
      title ??= cell
    } else if (kind === 'pool' && !pool && isSwimlane(cell.style)) {
      pool = cell
      enter(cell, context)
    } else if (isRecord(cell)) {
      const own: RawCell[] = []
      nodes.push(cell)
      parts.set(cell, own)
      owner.set(cell.id, cell)
      enter(cell, { ...place, owner: cell, parts: own })
    } else if (isFrame(cell, context)) {
      opaque.push(cell)
      if (!context.group && !isImport(cell)) titled = titled ? undefined : cell
      enter(cell, { ...place, opaque: cell })
    } else if (isGroup(cell) && !isStatedWhole(cell, opaqueIds)) {
      groups.push(cell)
      owner.set(cell.id, cell)
      enter(cell, { group: cell })
    } else {
      nodes.push(cell)
      owner.set(cell.id, cell)
      enter(cell, { owner: cell })
    }
  }
  const sorted = { nodes, groups, edges, loops, parts, opaque, inside, owner }
  return { ...sorted, ...(pool && { pool }), ...(titled && { titled }), ...(title && { title }) }
}

/** Around a node with fields, for what stands in it and is no field. */
const aside = ({ group, opaque }: Context): Context => ({
  ...(group && { group }),
  ...(opaque && { opaque }),
})

/**
 * Nodes and groups in the order in which a file holds them: a walk over the tree, what is kept first in each
 * cell, then groups, then nodes. So the order stays when they are written.
 */
export function inFileOrder(sorted: Sorted, layers: readonly RawCell[]): Sorted {
  type Lists = [opaque: RawCell[], groups: RawCell[], nodes: RawCell[]]
  const lists = new Map<RawCell | undefined, Lists>()
  // What only lies on its group comes behind what stands in it, wherever either is in the file.
  const isApart = (cell: RawCell): boolean => sorted.inside.get(cell.id)?.apart === true
  const apartLast = (cells: readonly RawCell[]): RawCell[] => [
    ...cells.filter(cell => !isApart(cell)),
    ...cells.filter(isApart),
  ]
  const roles = [sorted.opaque, apartLast(sorted.groups), apartLast(sorted.nodes)] as const
  roles.forEach((cells, role) => {
    for (const cell of cells) {
      const { group, opaque, apart } = sorted.inside.get(cell.id) ?? {}
      const around = apart ? group : (opaque ?? group)
      entryOf(lists, around, (): Lists => [[], [], []])[role]!.push(cell)
    }
  })
  const layerSet = new Set(layers)
  const order = new Map<RawCell, number>()
  const waiting: (RawCell | undefined)[] = [...layers.slice(1)].reverse()
  waiting.push(undefined)
  for (let first = true; waiting.length > 0; first = false) {
    const cell = waiting.pop()
    if (cell === undefined && !first) continue
    if (cell && order.has(cell)) continue
    if (cell) order.set(cell, order.size)
    const [opaque, groups, nodes] = lists.get(cell) ?? [[], [], []]
    const inner = opaque.filter(item => cell !== undefined || !layerSet.has(item))
    for (const list of [nodes, groups, inner])
      for (let i = list.length - 1; i >= 0; i--) waiting.push(list[i])
  }
  const orderOf = (cell: RawCell): number => order.get(cell) ?? order.size
  const sort = (cells: readonly RawCell[]): RawCell[] => [...cells].sort((a, b) => orderOf(a) - orderOf(b))
  return { ...sorted, nodes: sort(sorted.nodes), groups: sort(sorted.groups) }
}
