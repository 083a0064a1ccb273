/**
 * The layout of a graph in lanes: rows from top to bottom where the diagram flows across the page,
 * columns from left to right where it flows down. The columns of the flow run through all lanes.
 */
import type { Edge, Graph, Group, Node } from '../ir/model.js'
import {
  bordersOf,
  directPath,
  layBands,
  PAGE_MARGIN,
  routesOf,
  type Turning,
  toPage,
  turningOf,
} from './banded.js'
import type { Box, GroupBox, Layout } from './boxes.js'
import { framesAround, loopRoom } from './frames.js'
import type { Placed } from './place.js'
import type { Size } from './sizes.js'
import { measure } from './text.js'

const LANE_TITLE = 30
const POOL_TITLE = 30
const TITLE_FONT = 12
/** The least length of a lane along the flow, so that an empty one can take something in. */
const LEAST_LENGTH = 160

/** Whether a graph is laid out in lanes: all its groups are lanes that stand in no group, and there is one. */
export function inLanes(graph: Graph): boolean {
  if (graph.groups.size === 0) return false
  for (const group of graph.groups.values())
    if (group.kind !== 'lane' || group.parent !== undefined) return false
  return true
}

/** Whether a graph is drawn so that it flows across the page: in lanes also where it does not say so. */
export function flowsAcross(graph: Graph): boolean {
  const direction = graph.direction ?? (inLanes(graph) ? 'LR' : 'TB')
  return direction === 'LR' || direction === 'RL'
}

/** The layout of a graph for which `inLanes` holds. */
export function layOutLanes(graph: Graph): Layout {
  const turning = turningOf(graph.direction ?? 'LR')
  const lanes = [...graph.groups.values()]
  const nodes = [...graph.nodes.values()]
  const index = new Map(nodes.map((node, i) => [node.id, i]))
  const laneIndex = new Map(lanes.map((lane, i) => [lane.id, i]))
  const loose = nodes.some(node => node.group === undefined || !laneIndex.has(node.group))
  const bandOf = nodes.map(node => laneIndex.get(node.group ?? '') ?? lanes.length)
  const ends = laneEnds(graph, nodes, index)
  const titles = lanes.map(lane => titleRoom(lane, turning.across))
  const loops = loopRoom(graph)
  const framed = new Set(bandOf.filter((_, i) => loops.has(nodes[i]!.id)))
  const { placed, sizes } = layBands(
    nodes,
    ends.edges,
    {
      bandOf,
      count: lanes.length + (loose ? 1 : 0),
      minimum: band => titles[band]?.length ?? 0,
      gapMinimum: gap => (gap === 0 ? 30 : 50),
      levelMinimum: (kind, band) => (kind === 'between' ? 34 : 24) + (framed.has(band) ? 20 : 0),
    },
    turning,
  )
  return drawLanes(graph, { lanes, nodes, sizes, placed, turning, titles, ends: ends.positions })
}

interface TitleRoom {
  /** How thick the strip is. */
  readonly strip: number
  /** How long the lane must be at least, across the flow. */
  readonly length: number
}

/** A lane's title is turned where lanes are rows; a long one is wrapped and makes the strip thicker. */
function titleRoom(lane: Group, across: boolean): TitleRoom {
  const limit = across ? 180 : 240
  const { width, lines } = measure(lane.label.text, limit, TITLE_FONT)
  const length = Math.max(across ? 80 : 160, Math.ceil(width * 1.08) + 24)
  return { strip: LANE_TITLE + Math.max(0, Math.min(lines, 8) - 1) * 15, length }
}

/** Edges by number of their nodes. An edge to a lane is planned to the lane's first node, and left out where it has none. */
function laneEnds(graph: Graph, nodes: readonly Node[], index: ReadonlyMap<string, number>) {
  const first = new Map<string, number>()
  nodes.forEach((node, i) => {
    if (node.group !== undefined && !first.has(node.group)) first.set(node.group, i)
  })
  const edges: { edge: Edge; from: number; to: number }[] = []
  const positions = graph.edges.map(edge => {
    const [from, to] = [edge.from, edge.to].map(end =>
      end.kind === 'node' ? index.get(end.id) : first.get(end.id),
    )
    if (from === undefined || to === undefined || edge.from.kind === 'group' || edge.to.kind === 'group') {
      return undefined
    }
    edges.push({ edge, from, to })
    return edges.length - 1
  })
  return { edges, positions }
}

interface Drawn {
  readonly lanes: readonly Group[]
  readonly nodes: readonly Node[]
  readonly sizes: readonly Size[]
  readonly placed: Placed
  readonly turning: Turning
  readonly titles: readonly TitleRoom[]
  readonly ends: readonly (number | undefined)[]
}

function drawLanes(graph: Graph, { lanes, nodes, sizes, placed, turning, titles, ends }: Drawn): Layout {
  const { across } = turning
  const poolTitle = graph.title ? POOL_TITLE : 0
  const strip = Math.max(LANE_TITLE, ...titles.map(title => title.strip))
  const before = PAGE_MARGIN + poolTitle + strip
  const origin = across ? { x: before, y: PAGE_MARGIN } : { x: PAGE_MARGIN, y: before }
  const page = toPage(turning, placed.length, origin)
  const boxes = new Map<string, Box>()
  nodes.forEach((node, i) => {
    const { x, y } = page(placed.middles[i]!)
    const { width, height } = sizes[i]!
    boxes.set(node.id, { x: Math.round(x - width / 2), y: Math.round(y - height / 2), width, height })
  })
  const extent = Math.max(LEAST_LENGTH, placed.length) + strip
  const groups = new Map<string, GroupBox>()
  lanes.forEach((lane, i) => {
    const [start, end] = placed.bands[i]!
    const at = PAGE_MARGIN + poolTitle
    const box = across
      ? { x: at, y: PAGE_MARGIN + start, width: extent, height: end - start }
      : { x: PAGE_MARGIN + start, y: at, width: end - start, height: extent }
    groups.set(lane.id, { ...box, title: strip })
  })
  const last = placed.bands[lanes.length - 1]![1]
  const pool: GroupBox = {
    x: PAGE_MARGIN,
    y: PAGE_MARGIN,
    width: across ? extent + poolTitle : last,
    height: across ? last : extent + poolTitle,
    title: poolTitle,
  }
  const paths = graph.edges.map((edge, i) => {
    const position = ends[i]
    if (position !== undefined) return placed.paths[position]!.map(page)
    return directPath(edge, boxes, groups)
  })
  const alone = graph.edges.map((_, i) => ends[i] === undefined || placed.alone[ends[i]!]!)
  const loops = framesAround(graph, boxes)
  const all = [pool, ...boxes.values(), ...loops]
  return {
    width: all.reduce((most, box) => Math.max(most, box.x + box.width), 0) + PAGE_MARGIN,
    height: all.reduce((most, box) => Math.max(most, box.y + box.height), 0) + PAGE_MARGIN,
    nodes: boxes,
    groups,
    pool,
    routes: routesOf(
      graph.edges,
      paths,
      alone,
      [...boxes.values(), ...stripsOf(groups.values(), across)],
      bordersOf(groups.values()),
    ),
    loops,
  }
}

/** The strips that hold the lanes' titles. */
function* stripsOf(lanes: Iterable<GroupBox>, across: boolean): Generator<Box> {
  for (const { x, y, width, height, title } of lanes) {
    yield across ? { x, y, width: title, height } : { x, y, width, height: title }
  }
}
