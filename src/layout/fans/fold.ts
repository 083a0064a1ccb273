/** A graph with its fans folded: each is one box for the layout around it, and is unfolded in the place that this got. */
import { makeEdge, makeNode, nodeEnd } from '../../ir/build.js'
import type { Direction, Edge, Graph, Node } from '../../ir/model.js'
import type { Box, Layout, Point, Route } from '../boxes.js'
import { placeLabels } from '../clusters/edge-labels.js'
import { bendsOf, edgeLabelSize, labelBoxes, labelSize } from '../lanes/banded.js'
import { withEndLabels } from '../lanes/end-labels.js'
import { ofSize } from '../measure/picture-sizes.js'
import { type Block, blockOf, IN, straightened } from './blocks.js'
import { type Fan, fansIn, idsIn } from './find.js'

export interface Folding {
  /** The graph with a node for each fan. */
  readonly graph: Graph
  /** The layout of the whole graph, given that of the folded one. */
  readonly unfold: (layout: Layout) => Layout
}

interface Folded {
  readonly fan: Fan
  readonly block: Block
  /** The node that stands for it. */
  readonly node: Node
}

/** @param directionOf the flow around a node */
export function foldFans(graph: Graph, directionOf: (node: string) => Direction): Folding | undefined {
  const direction = graph.direction ?? 'TB'
  const across = direction === 'LR' || direction === 'RL'
  const folded = fansIn(graph, directionOf).map((fan, i): Folded => {
    const block = blockOf(graph, fan.branches, { across, upwards: isUpwards(direction, fan.into) })
    const { group } = fan.branches[0]!.node
    const node = makeNode({
      id: freeId(graph, `fan ${i}`),
      shape: 'image',
      ...(group !== undefined && { group }),
    })
    return { fan, block, node: ofSize(node, block) }
  })
  if (folded.length === 0) return undefined
  const { nodes, edges, origins } = reduced(graph, folded)
  const unfold = (layout: Layout): Layout => unfolded(graph, folded, origins, direction, layout)
  return { graph: { ...graph, nodes, edges }, unfold }
}

/** An id that no node of a graph has. */
export function freeId({ nodes }: Graph, wanted: string): string {
  let id = wanted
  while (nodes.has(id)) id += ' '
  return id
}

/** An edge of the folded graph: one of the graph's, or that of a fan. */
type Origin = number | Folded

function reduced(graph: Graph, folded: readonly Folded[]) {
  const ofNode = new Map<string, Folded>()
  for (const each of folded)
    for (const branch of each.fan.branches) for (const id of idsIn(branch)) ofNode.set(id, each)
  const nodes = new Map<string, Node>()
  for (const [id, node] of graph.nodes) {
    const own = ofNode.get(id)
    if (!own) nodes.set(id, node)
    else if (!nodes.has(own.node.id)) nodes.set(own.node.id, own.node)
  }
  const edges: Edge[] = []
  const origins: Origin[] = []
  const done = new Set<Folded>()
  graph.edges.forEach((edge, i) => {
    const own = ofNode.get(edge.from.id) ?? ofNode.get(edge.to.id)
    if (own && done.has(own)) return
    if (!own) edges.push(edge)
    else {
      done.add(own)
      const [hub, fan] = [nodeEnd(own.fan.hub), nodeEnd(own.node.id)]
      edges.push(own.fan.into ? makeEdge({ from: fan, to: hub }) : makeEdge({ from: hub, to: fan }))
    }
    origins.push(own ?? i)
  })
  return { nodes, edges, origins }
}

/** Whether a block is turned round on the page along its flow. */
const isMirrored = (direction: Direction, into: boolean): boolean =>
  (direction === 'RL' || direction === 'BT') !== into
const isUpwards = (direction: Direction, into: boolean): boolean =>
  (direction === 'TB' || direction === 'BT') && isMirrored(direction, into)

/** Where a point of a block lies on the page. */
function placing(box: Box, direction: Direction, into: boolean): (point: Point) => Point {
  const mirrored = isMirrored(direction, into)
  const across = direction === 'LR' || direction === 'RL'
  return ({ x, y }) => ({
    x: mirrored && across ? box.x + box.width - x : box.x + x,
    y: mirrored && !across ? box.y + box.height - y : box.y + y,
  })
}

function unfolded(
  graph: Graph,
  folded: readonly Folded[],
  origins: readonly Origin[],
  direction: Direction,
  layout: Layout,
): Layout {
  const boxes = new Map<string, Box>()
  const paths = new Map<number, readonly Point[]>()
  const routes = new Map<number, Route>()
  origins.forEach((origin, i) => {
    const route = layout.routes[i]!
    if (typeof origin === 'number') routes.set(origin, route)
    else unfoldOne(origin, layout.nodes.get(origin.node.id)!, route.path ?? [], direction, boxes, paths)
  })
  const own = [...paths.keys()].sort((a, b) => a - b)
  fanRoutes(graph, own, paths, boxes).forEach((route, k) => {
    routes.set(own[k]!, route)
  })
  const fans = new Set(folded.map(({ node }) => node.id))
  const nodes = new Map(
    [...graph.nodes.keys()].map((id): [string, Box] => [id, boxes.get(id) ?? layout.nodes.get(id)!]),
  )
  const labels = layout.labels && new Map([...layout.labels].filter(([id]) => !fans.has(id)))
  return { ...layout, nodes, ...(labels && { labels }), routes: graph.edges.map((_, i) => routes.get(i)!) }
}

function unfoldOne(
  { fan, block }: Folded,
  box: Box,
  path: readonly Point[],
  direction: Direction,
  boxes: Map<string, Box>,
  paths: Map<number, readonly Point[]>,
): void {
  const place = placing(box, direction, fan.into)
  for (const [id, { x, y, width, height }] of block.boxes) {
    const [a, b] = [place({ x, y }), place({ x: x + width, y: y + height })]
    boxes.set(id, { x: Math.min(a.x, b.x), y: Math.min(a.y, b.y), width, height })
  }
  const lead = fan.into ? [...path].reverse() : path
  const [last, common] = [lead[lead.length - 1]!, place(IN)]
  const turn =
    direction === 'LR' || direction === 'RL' ? { x: common.x, y: last.y } : { x: last.x, y: common.y }
  const direct = new Set(fan.branches.map(({ edge }) => edge))
  for (const [edge, inner] of block.paths) {
    const whole = straightened([...(direct.has(edge) ? [...lead, turn] : []), ...inner.map(place)])
    paths.set(edge, fan.into ? whole.reverse() : whole)
  }
}

/** The routes of a fan's edges. A label stands on the last part of a way, which no other line has. */
function fanRoutes(
  graph: Graph,
  own: readonly number[],
  paths: ReadonlyMap<number, readonly Point[]>,
  boxes: ReadonlyMap<string, Box>,
): Route[] {
  const edges = own.map(i => graph.edges[i]!)
  const outer = own.map(i => {
    const path = paths.get(i)!
    const isOuter = ({ from }: Edge): boolean => boxes.has(from.id) && !boxes.has(graph.edges[i]!.to.id)
    return isOuter(graph.edges[i]!) ? path.slice(0, 2) : path.slice(-2)
  })
  const labels = placeLabels(outer, edges.map(edgeLabelSize), boxes.values(), [])
  const routes = edges.map((edge, k): Route => {
    const path = paths.get(own[k]!)!
    const label = labels[k]
    return {
      bends: bendsOf(path, edge),
      path,
      start: path[0]!,
      end: path[path.length - 1]!,
      ...(label && { label }),
    }
  })
  return withEndLabels(edges, routes, labelSize, boxes.values(), labelBoxes(edges, routes))
}
