/** Which cells of a page are nodes, groups, pools, loops and edges, and which stay as they are. */
import { isSwimlane } from './aspects.js'
import { isEdgeLabel } from './elements.js'
import type { RawCell } from './raw.js'

export interface Sorted {
  readonly nodes: readonly RawCell[]
  readonly groups: readonly RawCell[]
  readonly edges: readonly RawCell[]
  readonly loops: readonly RawCell[]
  /** Cells that stay verbatim. */
  readonly kept: readonly RawCell[]
  /** The pool that we wrote, if it is still there. */
  readonly pool?: RawCell
  /** By cell id: the group that a node or group stands in, and the kept cell. */
  readonly inside: ReadonlyMap<string, { readonly group?: RawCell; readonly kept?: RawCell }>
  /** By the id of any cell in a node: that node's or group's cell. */
  readonly owner: ReadonlyMap<string, RawCell>
}

const isTable = (cell: RawCell): boolean => /^table/.test(cell.style.get('shape') ?? '')

/** Children that are boxes of their own, not labels, ports or decoration. */
const boxes = (cell: RawCell): RawCell[] =>
  cell.children.filter(child => child.kind === 'vertex' && !child.relative && !child.style.has('edgeLabel'))

/** A pool: a swimlane of swimlanes and nothing else. */
function isPool(cell: RawCell): boolean {
  const inside = boxes(cell)
  return isSwimlane(cell.style) && inside.length > 0 && inside.every(child => isSwimlane(child.style))
}

/** Whether other shapes stand in a cell as in a container. */
function isGroup(cell: RawCell): boolean {
  if (isTable(cell)) return false
  const kind = cell.attributes.get('diaglot-kind')
  const container = cell.style.get('container')
  if (isSwimlane(cell.style)) return container !== '0'
  if (container === '1' || cell.style.has('group')) return true
  if (kind === 'node') return boxes(cell).some(child => child.attributes.has('diaglot-kind'))
  return container !== '0' && boxes(cell).some(isSubstantial)
}

/** A child that is more than decoration of its parent: it has a text of its own or may be connected. */
function isSubstantial(child: RawCell): boolean {
  const { attributes } = child.element.children.find(({ name }) => name === 'mxCell') ?? child.element
  return attributes.get('connectable') !== '0' && (child.label !== '' || boxes(child).length > 0)
}

interface Context {
  readonly group?: RawCell
  readonly kept?: RawCell
  readonly owner?: RawCell
}

/** @param keptIds ids that the page itself says are to stay as they are */
export function sortCells(layers: readonly RawCell[], keptIds: ReadonlySet<string>): Sorted {
  const nodes: RawCell[] = []
  const groups: RawCell[] = []
  const edges: RawCell[] = []
  const loops: RawCell[] = []
  const kept: RawCell[] = []
  const inside = new Map<string, { group?: RawCell; kept?: RawCell }>()
  const owner = new Map<string, RawCell>()
  let pool: RawCell | undefined
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
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { cell, context } = next
    const kind = cell.attributes.get('diaglot-kind')
    const place = {
      ...(context.group && { group: context.group }),
      ...(context.kept && { kept: context.kept }),
    }
    inside.set(cell.id, place)
    if (keptIds.has(cell.id) || layerSet.has(cell) || cell.kind === 'other') {
      kept.push(cell)
      enter(cell, { ...context, kept: cell })
    } else if (cell.kind === 'edge') {
      edges.push(cell)
      enter(cell, { ...context, owner: cell })
    } else if (context.owner) {
      if (context.owner.kind === 'edge' && isEdgeLabel(cell)) continue
      kept.push(cell)
      owner.set(cell.id, context.owner)
      enter(cell, context)
    } else if (kind === 'loop' && cell.attributes.has('diaglot')) loops.push(cell)
    else if (kind === 'pool' && !pool && isSwimlane(cell.style)) {
      pool = cell
      enter(cell, context)
    } else if (!context.group && kind !== 'lane' && isPool(cell)) {
      kept.push(cell)
      enter(cell, { kept: cell })
    } else if (isGroup(cell)) {
      groups.push(cell)
      owner.set(cell.id, cell)
      enter(cell, { group: cell })
    } else {
      nodes.push(cell)
      owner.set(cell.id, cell)
      enter(cell, { owner: cell })
    }
  }
  return { nodes, groups, edges, loops, kept, ...(pool && { pool }), inside, owner }
}
