/** The layout of a graph with nested groups, or with none: ELK's layered method, orthogonal lines. */
import type { ELK, ElkExtendedEdge, ElkNode, ElkPort } from 'elkjs/lib/elk-api.js'
import type { Direction, Edge, End, Graph, Group, Node, Side } from '../ir/model.js'
import { type Message, message } from '../messages/message.js'
import { bendsOf, bordersOf, directPath, edgeLabelSize, labelSize, PAGE_MARGIN } from './banded.js'
import { layOutSimply } from './bands.js'
import type { Box, GroupBox, Layout, Point, Route } from './boxes.js'
import { placeLabels } from './edge-labels.js'
import { framesAround } from './frames.js'
import { outsideLabel, sizeOf } from './sizes.js'
import { measure } from './text.js'

/** Above these counts, or below this depth of groups, the simple layout takes over. */
const MOST_NODES = 600
const MOST_EDGES = 1000
const DEEPEST = 40
/** Above so many nodes and edges together, ELK no longer weighs the source's order, which doubles its time. */
const LARGE = 400

const GROUP_TITLE = 30
const GROUP_FONT = 12

const DIRECTIONS: { readonly [D in Direction]: string } = { TB: 'DOWN', BT: 'UP', LR: 'RIGHT', RL: 'LEFT' }

const PORT_SIDES: { readonly [S in Side]: string } = {
  left: 'WEST',
  right: 'EAST',
  top: 'NORTH',
  bottom: 'SOUTH',
  'top-left': 'NORTH',
  'top-right': 'NORTH',
  'bottom-left': 'SOUTH',
  'bottom-right': 'SOUTH',
}

const OPTIONS = {
  'elk.algorithm': 'layered',
  'elk.hierarchyHandling': 'INCLUDE_CHILDREN',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.json.edgeCoords': 'ROOT',
  'elk.json.shapeCoords': 'ROOT',
  'elk.randomSeed': '1',
  'elk.spacing.nodeNode': '40',
  'elk.spacing.edgeNode': '20',
  'elk.spacing.edgeEdge': '14',
  'elk.spacing.edgeLabel': '4',
  'elk.spacing.componentComponent': '50',
  'elk.layered.spacing.nodeNodeBetweenLayers': '50',
  'elk.layered.spacing.edgeNodeBetweenLayers': '20',
  'elk.layered.spacing.edgeEdgeBetweenLayers': '14',
  'elk.layered.nodePlacement.strategy': 'BRANDES_KOEPF',
  'elk.layered.nodePlacement.bk.fixedAlignment': 'BALANCED',
} as const

/** Gives `limit/layout` where the graph is too large, or ELK cannot arrange it. */
export async function layOutClusters(graph: Graph): Promise<{ layout: Layout; messages: Message[] }> {
  const size = `${graph.nodes.size} nodes and ${graph.edges.length} edges`
  const simple = (why: string) => ({
    layout: layOutSimply(graph),
    messages: [message('limit/layout', `${why}, so a simpler layout takes its place.`)],
  })
  if (graph.nodes.size > MOST_NODES || graph.edges.length > MOST_EDGES)
    return simple(`The diagram has ${size}`)
  if (deepest(graph) > DEEPEST) return simple(`Groups stand more than ${DEEPEST} deep`)
  const input = elkGraph(graph)
  try {
    const elk = await loadElk()
    const output = await elk.layout(input)
    return { layout: layoutFrom(graph, output), messages: [] }
  } catch {
    return simple('The layout engine cannot arrange this diagram')
  }
}

let loaded: ELK | undefined

async function loadElk(): Promise<ELK> {
  if (!loaded) {
    const { default: Elk } = await import('elkjs/lib/elk.bundled.js')
    const Constructor = (Elk as unknown as { default?: typeof Elk }).default ?? Elk
    loaded = new (Constructor as unknown as new () => ELK)()
  }
  return loaded
}

function deepest(graph: Graph): number {
  const depth = new Map<string, number>()
  let most = 0
  for (const start of graph.groups.values()) {
    const chain: string[] = []
    let at: Group | undefined = start
    while (at && !depth.has(at.id) && chain.length <= graph.groups.size) {
      chain.push(at.id)
      at = at.parent === undefined ? undefined : graph.groups.get(at.parent)
    }
    let level = at ? depth.get(at.id)! : 0
    for (const id of chain.reverse()) depth.set(id, ++level)
    most = Math.max(most, level)
  }
  return most
}

interface Indexes {
  readonly nodes: ReadonlyMap<string, number>
  readonly groups: ReadonlyMap<string, number>
}

/** ELK reads plain objects with string ids, so ids of the graph are replaced by numbers. */
function indexesOf(graph: Graph): Indexes {
  return {
    nodes: new Map([...graph.nodes.keys()].map((id, i) => [id, i])),
    groups: new Map([...graph.groups.keys()].map((id, i) => [id, i])),
  }
}

const elkId = ({ kind, id }: End, { nodes, groups }: Indexes): string =>
  kind === 'node' ? `n${nodes.get(id)}` : `g${groups.get(id)}`

function elkGraph(graph: Graph): ElkNode {
  const indexes = indexesOf(graph)
  const direction = graph.direction ?? 'TB'
  const across = direction === 'LR' || direction === 'RL'
  const ports = new Map<string, ElkPort[]>()
  const edges: ElkExtendedEdge[] = []
  graph.edges.forEach((edge, i) => {
    const ends = (['from', 'to'] as const).map(name => endOf(edge, name, i, indexes, ports))
    const labels = [
      label(edge.label.text, `l${i}`, 'CENTER'),
      label(edge.from.label?.text ?? '', `t${i}`, 'TAIL'),
      label(edge.to.label?.text ?? '', `h${i}`, 'HEAD'),
    ].filter(entry => entry !== undefined)
    edges.push({ id: `e${i}`, sources: [ends[0]!], targets: [ends[1]!], labels })
  })
  const large = graph.nodes.size + graph.edges.length > LARGE
  const order = large ? {} : { 'elk.layered.considerModelOrder.strategy': 'PREFER_NODES' }
  const children: ElkNode[] = []
  const groups = [...graph.groups.values()].map((group, i) => elkGroup(group, i))
  ;[...graph.groups.values()].forEach((group, i) => {
    const parent = group.parent === undefined ? undefined : indexes.groups.get(group.parent)
    ;(parent === undefined ? children : groups[parent]!.children!).push(groups[i]!)
  })
  for (const node of graph.nodes.values()) {
    const own = elkNode(node, `n${indexes.nodes.get(node.id)}`, across, ports)
    const group = node.group === undefined ? undefined : indexes.groups.get(node.group)
    ;(group === undefined ? children : groups[group]!.children!).push(own)
  }
  return {
    id: 'root',
    layoutOptions: { ...OPTIONS, ...order, 'elk.direction': DIRECTIONS[direction] },
    children,
    edges,
  }
}

function endOf(
  edge: Edge,
  name: 'from' | 'to',
  i: number,
  indexes: Indexes,
  ports: Map<string, ElkPort[]>,
): string {
  const end = edge[name]
  const owner = elkId(end, indexes)
  if (!end.side || end.kind === 'group') return owner
  const port: ElkPort = {
    id: `p${i}${name}`,
    width: 0,
    height: 0,
    layoutOptions: { 'elk.port.side': PORT_SIDES[end.side] },
  }
  ports.set(owner, [...(ports.get(owner) ?? []), port])
  return port.id
}

function label(text: string, id: string, placement: string) {
  if (text === '') return undefined
  const { width, height } = labelSize(text)
  return {
    id,
    text: '',
    width,
    height,
    layoutOptions: {
      'elk.edgeLabels.placement': placement,
      'elk.edgeLabels.inline': placement === 'CENTER' ? 'true' : 'false',
    },
  }
}

function elkGroup(group: Group, i: number): ElkNode {
  const title = measure(group.label.text, 240, GROUP_FONT)
  const top = Math.max(GROUP_TITLE, title.height + 14)
  const width = Math.ceil(title.width) + 30
  return {
    id: `g${i}`,
    width: Math.max(100, width),
    height: top + 40,
    children: [],
    layoutOptions: {
      'elk.padding': `[top=${top + 10},left=20,bottom=20,right=20]`,
      'elk.nodeSize.constraints': 'MINIMUM_SIZE',
      'elk.nodeSize.minimum': `(${Math.max(100, width)},${top + 40})`,
    },
  }
}

function elkNode(node: Node, id: string, across: boolean, ports: ReadonlyMap<string, ElkPort[]>): ElkNode {
  const { width, height } = sizeOf(node, across)
  const below = outsideLabel(node)
  const own = ports.get(id)
  return {
    id,
    width,
    height,
    ...(own && { ports: own }),
    layoutOptions: {
      ...(own && { 'elk.portConstraints': 'FIXED_SIDE' }),
      ...(below.height > 0 && { 'elk.margins': `[top=0,left=0,bottom=${below.height + 4},right=0]` }),
    },
  }
}

function layoutFrom(graph: Graph, root: ElkNode): Layout {
  const boxes = new Map<string, Box>()
  const waiting: ElkNode[] = [...(root.children ?? [])]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    boxes.set(next.id, {
      x: Math.round(next.x ?? 0) + PAGE_MARGIN,
      y: Math.round(next.y ?? 0) + PAGE_MARGIN,
      width: Math.round(next.width ?? 0),
      height: Math.round(next.height ?? 0),
    })
    waiting.push(...(next.children ?? []))
  }
  const indexes = indexesOf(graph)
  const nodes = new Map([...graph.nodes.keys()].map(id => [id, boxes.get(`n${indexes.nodes.get(id)}`)!]))
  const groups = new Map(
    [...graph.groups.keys()].map((id): [string, GroupBox] => [
      id,
      { ...boxes.get(`g${indexes.groups.get(id)}`)!, title: GROUP_TITLE },
    ]),
  )
  const edges = new Map((root.edges ?? []).map(edge => [edge.id, edge]))
  const paths = graph.edges.map((edge, i) => pathFrom(edges.get(`e${i}`)) ?? directPath(edge, nodes, groups))
  const labels = placeLabels(
    paths,
    graph.edges.map(edgeLabelSize),
    nodes.values(),
    bordersOf(groups.values()),
  )
  const routes = graph.edges.map((edge, i): Route => {
    const path = paths[i]!
    const label = labels[i]
    const free =
      !edges.get(`e${i}`)?.sections?.length || (path.length === 2 && endsCentred(edge, path, nodes, groups))
    const [start, end] = [path[0]!, path[path.length - 1]!]
    return { bends: free ? [] : bendsOf(path), path, start, end, ...(label && { label }) }
  })
  const loops = framesAround(graph, nodes)
  return {
    width: Math.round(root.width ?? 0) + 2 * PAGE_MARGIN,
    height: Math.round(root.height ?? 0) + 2 * PAGE_MARGIN,
    nodes,
    groups,
    routes,
    loops,
  }
}

function pathFrom(drawn: ElkExtendedEdge | undefined): Point[] | undefined {
  const section = drawn?.sections?.[0]
  if (!section) return undefined
  return [section.startPoint, ...(section.bendPoints ?? []), section.endPoint].map(({ x, y }) => ({
    x: Math.round(x + PAGE_MARGIN),
    y: Math.round(y + PAGE_MARGIN),
  }))
}

/** Whether both ends of a straight line lie in the middle of their sides, where any renderer would put them. */
function endsCentred(
  { from, to }: Edge,
  path: readonly Point[],
  nodes: ReadonlyMap<string, Box>,
  groups: ReadonlyMap<string, Box>,
): boolean {
  const centred = ({ kind, id }: End, point: Point): boolean => {
    const box = (kind === 'node' ? nodes : groups).get(id)
    if (!box) return false
    const [dx, dy] = [point.x - box.x - box.width / 2, point.y - box.y - box.height / 2]
    return Math.abs(dx) <= 1 || Math.abs(dy) <= 1
  }
  return centred(from, path[0]!) && centred(to, path[1]!)
}
