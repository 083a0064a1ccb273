/**
 * The layout of a graph in lanes: rows from top to bottom where the diagram flows across the page,
 * columns from left to right where it flows down. The columns of the flow run through all lanes.
 */
import type { Edge, Graph, Group, Node } from '../../ir/model.js'
import type { Box, GroupBox, Layout, Point } from '../boxes.js'
import { boxesOfOutsideLabels, clearOfLabels } from '../clusters/outside-labels.js'
import type { Size } from '../measure/size.js'
import { measure } from '../measure/text.js'
import {
  bordersOf,
  directPath,
  labelBoxes,
  layBands,
  nodeBoxes,
  PAGE_MARGIN,
  routesOf,
  type Turning,
  toPage,
  turningOf,
} from './banded.js'
import { foldStarts } from './folds.js'
import { framesAround, loopRoom, titlesOf } from './frames.js'
import type { Placed } from './place.js'
import { wrapped } from './wrapped.js'

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

/**
 * The layout of a graph for which `inLanes` holds.
 * @param wrap how long the drawing may get along its flow: then that goes on in the next row of each lane
 */
export function layOutLanes(graph: Graph, wrap?: number): Layout {
  return wrapped(wrap, flowsAcross(graph), most => arrange(graph, most))
}

/** @param most how many steps of the flow may stand in one row of a lane */
function arrange(graph: Graph, most: number | undefined): { layout: Layout; steps: number } {
  const turning = turningOf(graph.direction ?? 'LR')
  const lanes = [...graph.groups.values()]
  const nodes = [...graph.nodes.values()]
  const index = new Map(nodes.map((node, i) => [node.id, i]))
  const laneIndex = new Map(lanes.map((lane, i) => [lane.id, i]))
  const loose = nodes.some(node => node.group === undefined || !laneIndex.has(node.group))
  const bandOf = nodes.map(node => laneIndex.get(node.group ?? '') ?? lanes.length)
  const ends = laneEnds(graph, nodes, index)
  const titles = lanes.map(lane => titleRoom(lane, turning.across))
  let loops: ReadonlyMap<number, number> | undefined
  const framed = (at: number, columnOf: readonly number[]): number => {
    loops ??= loopRoom(graph, index, bandOf, columnOf, turning.across)
    return loops.get(at) ?? 0
  }
  const inLoops = graph.loops.map(loop => loop.nodes.map(id => index.get(id)).filter(i => i !== undefined))
  const { placed, sizes, columns } = layBands(
    nodes,
    ends.edges,
    {
      bandOf,
      loops: inLoops,
      narrow: true,
      folds: most === undefined ? undefined : steps => foldStarts(steps, most, ends.edges, inLoops),
      count: lanes.length + (loose ? 1 : 0),
      minimum: band => titles[band]?.length ?? 0,
      gapMinimum: (gap, columnOf) =>
        (gap === 0 ? 30 : 50) +
        (turning.across ? 0 : Math.max(framed(gap - 1, columnOf), framed(gap, columnOf))),
      levelMinimum: (kind, band, columnOf) =>
        (kind === 'between' ? 34 : 24) + (turning.across ? framed(band, columnOf) : 0),
    },
    turning,
  )
  const layout = drawLanes(graph, { lanes, nodes, sizes, placed, turning, titles, ends: ends.positions })
  return { layout, steps: columns }
}

interface TitleRoom {
  /** How thick the strip is. */
  readonly strip: number
  /** How long the lane must be at least, across the flow. */
  readonly length: number
}

/** Beside each end of a title: draw.io's icon that folds the lane stands in the corner, and ends 14 px from its edges. */
const TITLE_GAP = 18

/** A lane's title is turned where lanes are rows; a long one is wrapped and makes the strip thicker. */
function titleRoom(lane: Group, across: boolean): TitleRoom {
  const limit = across ? 180 : 240
  const { width, lines } = measure(lane.label.text, limit, TITLE_FONT)
  const length = Math.max(across ? 80 : 160, Math.ceil(width * 1.08) + 2 * TITLE_GAP)
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

/** Room between a label and the far end of the lanes. */
const FAR_ROOM = 12
/** Further than anything reaches. */
const FAR = 1e5

/**
 * The lanes, as long as their nodes and lines take. Where a label or a frame reaches further than that, they are drawn
 * again with `more` room at their far end.
 */
function drawLanes(graph: Graph, drawn: Drawn, more?: number): Layout {
  const { lanes, nodes, sizes, placed, turning, titles, ends } = drawn
  const { across } = turning
  const poolTitle = graph.title ? POOL_TITLE : 0
  const strip = Math.max(LANE_TITLE, ...titles.map(title => title.strip))
  const before = PAGE_MARGIN + poolTitle + strip
  const origin = across ? { x: before, y: PAGE_MARGIN } : { x: PAGE_MARGIN, y: before }
  const length = placed.length + (more ?? 0)
  const page = toPage(turning, length, origin)
  const boxes = nodeBoxes(nodes, sizes, placed.middles, page)
  const extent = Math.max(LEAST_LENGTH, length) + strip
  const groups = laneBoxes(lanes, placed, across, { at: PAGE_MARGIN + poolTitle, extent, strip })
  const outside = boxesOfOutsideLabels(graph, boxes)
  const whole = graph.edges.map((edge, i) => {
    const position = ends[i]
    if (position !== undefined) return placed.paths[position]!.map(page)
    return directPath(edge, boxes, groups)
  })
  const paths = clearOfLabels(graph, whole, outside)
  const alone = graph.edges.map((_, i) => ends[i] === undefined || placed.alone[ends[i]!]!)
  const loops = framesAround(graph, boxes, paths, bordersOf(groups.values()))
  const open = more === undefined
  const strips = open && turning.mirrored ? [] : stripsOf(groups.values(), across)
  const outlines = open ? [...groups.values()].map(box => opened(box, turning)) : groups.values()
  const routes = routesOf(
    graph.edges,
    paths,
    alone,
    [...boxes.values(), ...outside.values(), ...strips, ...titlesOf(loops)],
    bordersOf([...outlines, ...loops]),
  )
  if (open) {
    const over = overflow([...loops, ...labelBoxes(graph.edges, routes)], length, origin, turning)
    if (over > 0 || turning.mirrored) return drawLanes(graph, drawn, Math.max(0, over))
  }
  const last = placed.bands[lanes.length - 1]![1]
  const pool: GroupBox = {
    x: PAGE_MARGIN,
    y: PAGE_MARGIN,
    width: across ? extent + poolTitle : last,
    height: across ? last : extent + poolTitle,
    title: poolTitle,
  }
  const all = [pool, ...boxes.values(), ...loops]
  return {
    width: all.reduce((most, box) => Math.max(most, box.x + box.width), 0) + PAGE_MARGIN,
    height: all.reduce((most, box) => Math.max(most, box.y + box.height), 0) + PAGE_MARGIN,
    nodes: boxes,
    groups,
    pool,
    routes,
    loops,
  }
}

/** The lanes: as long as the flow, as wide as their bands. */
function laneBoxes(
  lanes: readonly Group[],
  { bands }: Placed,
  across: boolean,
  { at, extent, strip }: { readonly at: number; readonly extent: number; readonly strip: number },
): Map<string, GroupBox> {
  const boxes = new Map<string, GroupBox>()
  lanes.forEach((lane, i) => {
    const [start, end] = bands[i]!
    const box = across
      ? { x: at, y: PAGE_MARGIN + start, width: extent, height: end - start }
      : { x: PAGE_MARGIN + start, y: at, width: end - start, height: extent }
    boxes.set(lane.id, { ...box, title: strip })
  })
  return boxes
}

/** A lane without an end to its far side, or before its near side where the flow is mirrored. */
function opened({ x, y, width, height }: Box, { across, mirrored }: Turning): Box {
  const back = mirrored ? FAR : 0
  return across
    ? { x: x - back, y, width: width + FAR, height }
    : { x, y: y - back, width, height: height + FAR }
}

/** How much further than the end of the flow boxes reach. */
function overflow(
  boxes: Iterable<Box>,
  length: number,
  origin: Point,
  { across, mirrored }: Turning,
): number {
  let most = Number.NEGATIVE_INFINITY
  for (const { x, y, width, height } of boxes) {
    const start = across ? x - origin.x : y - origin.y
    const end = start + (across ? width : height)
    most = Math.max(most, mirrored ? -start : end - length)
  }
  return most + FAR_ROOM > 0 ? Math.ceil((most + FAR_ROOM) / 2) * 2 : 0
}

/** The strips that hold the lanes' titles. */
function* stripsOf(lanes: Iterable<GroupBox>, across: boolean): Generator<Box> {
  for (const { x, y, width, height, title } of lanes) {
    yield across ? { x, y, width: title, height } : { x, y, width, height: title }
  }
}
