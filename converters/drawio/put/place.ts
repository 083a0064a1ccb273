/** Places for what is new on a page that a person laid out. What is there stays where it is, as far as there is room. */
import { childrenOf, outwards } from '../../../src/ir/group-tree.js'
import { addTo } from '../../../src/ir/lists.js'
import type { Graph, Group, Node } from '../../../src/ir/model.js'
import type { Layout } from '../../../src/layout/boxes.js'
import { inTreeOrder } from '../../../src/layout/tree-order.js'
import type { PageCells } from '../read/read.js'
import { boxIn, drawnBox, drawnLine } from '../words/geometry.js'
import { inFile } from '../words/in-file.js'
import { opaqueCells } from '../words/opaque-cells.js'
import { growNodes } from './grow.js'
import type { Merged } from './merge.js'
import { type PlacedGraph, withPlaces } from './placed-graph.js'
import {
  type Axis,
  contains,
  endOf,
  freeSpot,
  GAP,
  insertSpace,
  type Placed,
  type Room,
  SMALL,
  type Spot,
  settle,
} from './room.js'

const INSET = 10
const TITLE = 30

interface Work {
  readonly graph: Graph
  readonly room: Room
  readonly layout: Layout
  /** The axis along which the diagram flows; in lanes, the one along each lane. */
  readonly flow: Axis
  readonly neighbours: ReadonlyMap<string, readonly string[]>
  /** The lanes of the pool, in their order. */
  readonly lanes: readonly string[]
}

/** @param layout of the source by itself: sizes, and where things stand in relation to each other */
export function placeNew(merged: Merged, base: Graph, cells: PageCells, layout: Layout): PlacedGraph {
  const graph = inTreeOrder(merged.graph)
  const room = roomOf(merged, base, cells)
  const across = room.pool
    ? graph.direction !== 'TB' && graph.direction !== 'BT'
    : graph.direction === 'LR' || graph.direction === 'RL'
  const lanes = room.pool
    ? [...graph.groups.values()].filter(({ parent }) => parent === undefined).map(({ id }) => id)
    : []
  const neighbours = neighboursOf(graph)
  const work: Work = { graph, room, layout, flow: across ? 'x' : 'y', neighbours, lanes }
  if (room.pool) closeLanes(work, base, cells)
  growNodes(room, base, graph, group => around(work, group))
  for (const group of graph.groups.values()) if (!room.groups.has(group.id)) placeGroup(work, group)
  for (const node of graph.nodes.values()) if (!room.nodes.has(node.id)) placeNode(work, node)
  return withPlaces(merged.graph, room)
}

/**
 * What stands where already. What comes to another group keeps its place only if that is inside of it, and of none in it; what comes to
 * none, if it is inside of none, as when its group goes. In a pool everything is in a lane.
 */
function roomOf({ graph, edgeFrom, loopFrom, moved }: Merged, base: Graph, cells: PageCells): Room {
  const groups = new Map<string, Placed>()
  const nodes = new Map<string, Placed>()
  const inner = childrenOf(graph.groups)
  const poolBox = boxIn(inFile(base)?.get('pool'))
  const stays = (element: Node | Group, up: string | undefined, box: Spot): boolean => {
    if (!moved.has(element)) return true
    if (up === undefined && poolBox) return false
    const around = up === undefined ? undefined : drawnBox(graph.groups.get(up) ?? element)
    if (up !== undefined && !(around && base.groups.has(up) && contains(around, box))) return false
    return !(inner.get(up) ?? []).some(other => {
      const below = other === element ? undefined : drawnBox(other)
      return below !== undefined && contains(below, box)
    })
  }
  for (const group of graph.groups.values()) {
    const box = drawnBox(group)
    if (box && stays(group, group.parent, box)) groups.set(group.id, { ...box })
  }
  for (const node of graph.nodes.values()) {
    const box = drawnBox(node)
    if (box && stays(node, node.group, box)) nodes.set(node.id, { ...box })
  }
  return {
    nodes,
    groups,
    loops: loopFrom.map(i => (i === undefined ? undefined : cells.loops[i] && { ...cells.loops[i].box })),
    fixed: opaqueCells(base)
      .map(({ box }) => box)
      .filter(({ width, height }) => width > 0 && height > 0),
    ...(poolBox && { pool: { ...poolBox } }),
    bends: edgeFrom.map((_, i) => (drawnLine(graph.edges[i]!)?.points ?? []).map(([x, y]) => [x, y])),
  }
}

function neighboursOf({ edges }: Graph): Map<string, string[]> {
  const all = new Map<string, string[]>()
  for (const { from, to } of edges) {
    if (from.kind !== 'node' || to.kind !== 'node' || from.id === to.id) continue
    for (const [a, b] of [
      [from.id, to.id],
      [to.id, from.id],
    ] as const) {
      addTo(all, a, b)
    }
  }
  return all
}

/** Lanes stand in their pool without gaps: draw.io would close one at the first click. */
function closeLanes({ graph, room, flow }: Work, base: Graph, cells: PageCells): void {
  const axis: Axis = flow === 'x' ? 'y' : 'x'
  const gone = [...base.groups.values()]
    .filter(({ id }) => cells.groups.get(id)?.parent === cells.pool?.id && !room.groups.has(id))
    .map(group => drawnBox(group)!)
    .sort((a, b) => b[axis] - a[axis])
  if (gone.length === 0 || graph.groups.size === 0) return
  for (const box of gone) {
    const end = endOf(box, axis)
    insertSpace(room, axis, end, box[axis] - end, new Set(room.pool ? [room.pool] : []))
  }
}

/** The group and all around it. */
function around({ graph, room }: Work, group: string | undefined): Set<Placed> {
  const boxes = new Set<Placed>()
  for (const id of outwards(graph.groups, group)) {
    const box = room.groups.get(id)
    if (box) boxes.add(box)
  }
  if (group !== undefined && room.pool && boxes.size > 0) boxes.add(room.pool)
  return boxes
}

/** Where things may stand in a group: below or beside its title. */
function areaOf({ lanes, flow }: Work, group: Group, box: Placed): Spot {
  const title = box.title ?? TITLE
  const beside = flow === 'x' && lanes.includes(group.id)
  const [left, top] = beside ? [title, 0] : [0, title]
  return {
    x: box.x + left + INSET,
    y: box.y + top + INSET,
    width: box.width - left - 2 * INSET,
    height: box.height - top - 2 * INSET,
  }
}

/** Where a box would stand if the page were like the layout around its neighbours. */
function wantedFor(
  work: Work,
  ids: readonly string[],
  box: Spot,
  group: string | undefined,
): Spot | undefined {
  const { room, layout, graph } = work
  const anchors = ids.filter(id => room.nodes.has(id) && layout.nodes.has(id))
  const near = anchors.filter(id => graph.nodes.get(id)?.group === group)
  const chosen = (near.length > 0 ? near : anchors).slice(0, 4)
  if (chosen.length === 0) return undefined
  let [x, y] = [0, 0]
  for (const id of chosen) {
    const [drawn, laid] = [room.nodes.get(id)!, layout.nodes.get(id)!]
    x += drawn.x + drawn.width / 2 + box.x + box.width / 2 - laid.x - laid.width / 2
    y += drawn.y + drawn.height / 2 + box.y + box.height / 2 - laid.y - laid.height / 2
  }
  return {
    x: x / chosen.length - box.width / 2,
    y: y / chosen.length - box.height / 2,
    width: box.width,
    height: box.height,
  }
}

function placeNode(work: Work, node: Node): void {
  const { graph, room, layout, neighbours } = work
  const laid = layout.nodes.get(node.id) ?? SMALL
  const own = drawnBox(node)
  const box = own ? { ...laid, width: own.width, height: own.height } : laid
  const siblings = (): string[] =>
    [...graph.nodes.values()]
      .filter(({ group, id }) => group === node.group && room.nodes.has(id))
      .map(({ id }) => id)
  const wanted =
    wantedFor(work, neighbours.get(node.id) ?? [], box, node.group) ??
    wantedFor(work, siblings().slice(-1), box, node.group)
  settle(room, 'nodes', node.id, put(work, box, wanted, node.group))
}

/** Finds room in a group, or makes it. */
function put(work: Work, size: Spot, wanted: Spot | undefined, id: string | undefined): Placed {
  const { graph, room } = work
  const group = id === undefined ? undefined : graph.groups.get(id)
  const box = group && room.groups.get(group.id)
  if (!group || !box) {
    const found = wanted && freeSpot(room, wanted, undefined, new Set())
    return { ...(found ?? below(room, size)) }
  }
  const area = areaOf(work, group, box)
  const inside = around(work, group.id)
  const enclosing = room.fixed.filter(fixed => contains(fixed, box))
  const best = wanted ?? { ...size, x: area.x, y: area.y }
  const found = freeSpot(room, best, area, new Set<Spot>([...inside, ...enclosing]))
  return { ...(found ?? makeRoom(work, group, box, size, inside)) }
}

function below({ nodes, groups, pool, fixed }: Room, { width, height }: Spot): Spot {
  let [left, bottom] = [Number.POSITIVE_INFINITY, 0]
  for (const box of [...nodes.values(), ...groups.values(), ...fixed, ...(pool ? [pool] : [])]) {
    left = Math.min(left, box.x)
    bottom = Math.max(bottom, endOf(box, 'y'))
  }
  return { x: Number.isFinite(left) ? left : GAP, y: bottom + GAP, width, height }
}

/** Behind everything in the group, which grows. */
function makeRoom(work: Work, group: Group, box: Placed, size: Spot, inside: ReadonlySet<Placed>): Spot {
  const { room, flow, graph, lanes } = work
  const reaching = new Set(inside)
  if (lanes.includes(group.id))
    for (const lane of lanes) if (room.groups.has(lane)) reaching.add(room.groups.get(lane)!)
  const before = areaOf(work, group, box)
  const across: Axis = flow === 'x' ? 'y' : 'x'
  const lengths = { x: 'width', y: 'height' } as const
  const short = size[lengths[across]] - before[lengths[across]]
  if (short > 0) insertSpace(room, across, endOf(box, across), Math.ceil(short), inside)
  let last = before[flow] - GAP
  for (const node of graph.nodes.values()) {
    const there = node.group === group.id ? room.nodes.get(node.id) : undefined
    if (there) last = Math.max(last, endOf(there, flow))
  }
  for (const child of graph.groups.values()) {
    const there = child.parent === group.id ? room.groups.get(child.id) : undefined
    if (there) last = Math.max(last, endOf(there, flow))
  }
  const start = Math.round(last + GAP)
  const lacking = start + size[lengths[flow]] + INSET - endOf(box, flow)
  if (lacking > 0) insertSpace(room, flow, endOf(box, flow), Math.ceil(lacking), reaching)
  const area = areaOf(work, group, box)
  const middle = Math.round(area[across] + (area[lengths[across]] - size[lengths[across]]) / 2)
  const [x, y] = flow === 'x' ? [start, middle] : [middle, start]
  return { x, y, width: size.width, height: size.height }
}

/** A new lane stands behind the one before it; another group goes to a free spot near what it is connected with. */
function placeGroup(work: Work, group: Group): void {
  const { graph, room, layout, lanes, neighbours } = work
  const laid = layout.groups.get(group.id) ?? { ...SMALL, title: TITLE }
  if (room.pool && lanes.includes(group.id)) {
    placeLane(work, group, laid)
    return
  }
  const connected = [...graph.nodes.values()]
    .filter(node => node.group === group.id)
    .flatMap(({ id }) => [id, ...(neighbours.get(id) ?? [])])
  const box = put(work, laid, wantedFor(work, connected, laid, group.parent), group.parent)
  settle(room, 'groups', group.id, { ...box, title: laid.title })
}

function placeLane({ room, flow, lanes }: Work, group: Group, laid: Spot & { title: number }): void {
  const pool = room.pool!
  const axis: Axis = flow === 'x' ? 'y' : 'x'
  const length = axis === 'y' ? laid.height : laid.width
  const earlier = lanes
    .slice(0, lanes.indexOf(group.id))
    .reverse()
    .find(id => room.groups.has(id))
  const other = room.groups.get(earlier ?? lanes.find(id => room.groups.has(id)) ?? '')
  const title = axis === 'x' ? 'y' : 'x'
  const at = earlier === undefined ? (other?.[axis] ?? pool[axis]) : endOf(other!, axis)
  insertSpace(room, axis, at, length, new Set([pool]))
  if (pool[axis] > at) pool[axis] = at
  const along = other ?? { ...pool, [title]: pool[title] + (pool.title ?? 0) }
  const size = flow === 'x' ? { width: along.width, height: length } : { width: length, height: along.height }
  const place = axis === 'y' ? { x: along.x, y: at } : { x: at, y: along.y }
  settle(room, 'groups', group.id, { ...place, ...size, title: other?.title ?? laid.title })
}
