/** What ELK is given: the nodes, groups and edges of one part of a graph. */

import type { ElkExtendedEdge, ElkNode, ElkPort } from 'elkjs/lib/elk-api.js'
import { addTo } from '../../ir/lists.js'
import type { Direction, Edge, End, Graph, Group, Node, Side } from '../../ir/model.js'
import { labelSize } from '../lanes/banded.js'
import { flowsAcross } from '../lanes/lanes.js'
import type { Size } from '../measure/size.js'
import { outsideLabel, sizeOf } from '../measure/sizes.js'
import { measure } from '../measure/text.js'
import type { Part, Parts } from './directed-parts.js'
import { type FixedPorts, fixedPorts } from './fixed-ports.js'
import { inOrderOfMention } from './mentions.js'

export const GROUP_TITLE = 30
export const GROUP_FONT = 12
/** Where titles are wrapped in a group that is not wider than this, and where one is that stands beside lines. */
const TITLE_WRAP = 240
const INDENT_WRAP = 400

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
  'elk.spacing.componentComponent': '50',
  'elk.layered.nodePlacement.strategy': 'BRANDES_KOEPF',
  'elk.layered.nodePlacement.bk.fixedAlignment': 'BALANCED',
} as const

/** Groups do not take these over from what they stand in. */
const SHARED = {
  'elk.spacing.nodeNode': '40',
  'elk.spacing.edgeNode': '20',
  'elk.spacing.edgeEdge': '14',
  'elk.spacing.edgeLabel': '4',
  'elk.spacing.nodeSelfLoop': '16',
  'elk.layered.spacing.edgeNodeBetweenLayers': '20',
  'elk.layered.spacing.edgeEdgeBetweenLayers': '14',
  // From the first node on: lines lead back where a reader of the source would say that they do.
  'elk.layered.cycleBreaking.strategy': 'DEPTH_FIRST',
} as const

/** How ELK is to go about it this time. */
export interface Attempt {
  /** Whether the order of the source counts, where it costs no line its straight way. */
  readonly ordered: boolean
  /** Groups whose inside starts to the right of their title. */
  readonly indented: ReadonlySet<string>
}

/** A label stands in a layer of its own between those of the nodes, so that there are two gaps and not one. */
const shared = (labelled: boolean, size: number) => ({
  ...SHARED,
  'elk.layered.thoroughness': size > 400 ? '7' : size > 150 ? '15' : '40',
  'elk.layered.spacing.nodeNodeBetweenLayers': labelled ? '30' : '50',
})

/** ELK reads plain objects with string ids, so ids of the graph are replaced by numbers. */
export interface Indexes {
  readonly nodes: ReadonlyMap<string, number>
  readonly groups: ReadonlyMap<string, number>
}

export function indexesOf(graph: Graph): Indexes {
  return {
    nodes: new Map([...graph.nodes.keys()].map((id, i) => [id, i])),
    groups: new Map([...graph.groups.keys()].map((id, i) => [id, i])),
  }
}

const elkId = ({ kind, id }: Pick<End, 'kind' | 'id'>, { nodes, groups }: Indexes): string =>
  kind === 'node' ? `n${nodes.get(id)}` : `g${groups.get(id)}`

/** @param done sizes of the groups that are parts of their own, by id */
export function elkGraph(
  graph: Graph,
  part: Part,
  { partOf }: Parts,
  done: ReadonlyMap<string, Size>,
  { ordered, indented }: Attempt,
): ElkNode {
  const indexes = indexesOf(graph)
  const across = part.direction === 'LR' || part.direction === 'RL'
  const ports = new Map<string, ElkPort[]>()
  const edges: ElkExtendedEdge[] = []
  const own = graph.edges.map(({ from, to }) => partOf(from) === part && partOf(to) === part)
  const fixed = fixedPorts(graph, part.direction, own)
  graph.edges.forEach((edge, i) => {
    if (!own[i]) return
    const ends = (['from', 'to'] as const).map(name => endOf(edge, name, i, indexes, ports, fixed))
    edges.push({ id: `e${i}`, sources: [ends[0]!], targets: [ends[1]!], labels: labelsOf(edge, i) })
  })
  const labelled = edges.some(({ labels }) => labels?.some(({ id }) => id?.startsWith('l')))
  const gaps = shared(labelled, graph.nodes.size + graph.edges.length)
  const children: ElkNode[] = []
  const boxes = new Map<string, ElkNode>()
  const put = (group: string | undefined, box: ElkNode): void => {
    const outer = group === undefined || group === part.group ? undefined : boxes.get(group)
    ;(outer?.children ?? children).push(box)
  }
  const groups = [...graph.groups.values()].filter(({ id }) => partOf({ kind: 'group', id }) === part)
  for (const group of groups) {
    const id = elkId({ kind: 'group', id: group.id }, indexes)
    const size = done.get(group.id)
    boxes.set(group.id, size ? { id, ...size } : elkGroup(group, id, gaps, across, indented.has(group.id)))
  }
  const nodes = [...graph.nodes.values()].filter(({ id }) => partOf({ kind: 'node', id }) === part)
  for (const item of inOrderOfMention(graph, groups, nodes)) {
    if ('kind' in item) put(item.parent, boxes.get(item.id)!)
    else {
      const id = elkId({ kind: 'node', id: item.id }, indexes)
      const turned = item.fields?.length ? flowsAcross(graph) : across
      put(item.group, elkNode(item, id, turned, ports, fixed.has(item.id)))
    }
  }
  // ELK takes a group that holds nothing for a node, whose size is what it is.
  for (const box of boxes.values()) if (box.children?.length === 0) delete box.layoutOptions
  const around = part.group === undefined ? undefined : graph.groups.get(part.group)
  return {
    id: 'root',
    layoutOptions: {
      ...OPTIONS,
      ...gaps,
      ...(ordered && { 'elk.layered.considerModelOrder.strategy': 'PREFER_NODES' }),
      ...(around && { 'elk.padding': frameOf(around, indented.has(around.id)).padding }),
      'elk.direction': DIRECTIONS[part.direction],
    },
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
  fixed: FixedPorts,
): string {
  const end = edge[name]
  const owner = elkId(end, indexes)
  const place = end.kind === 'node' ? fixed.get(end.id)?.(i, name) : undefined
  if (!place && (!end.side || end.kind === 'group')) return owner
  const port: ElkPort = {
    id: `p${i}${name}`,
    width: 0,
    height: 0,
    ...(place && { x: place.x, y: place.y }),
    layoutOptions: { 'elk.port.side': PORT_SIDES[place?.side ?? end.side!] },
  }
  addTo(ports, owner, port)
  return port.id
}

function labelsOf(edge: Edge, i: number) {
  return [
    label(edge.label.text, `l${i}`, 'CENTER'),
    label(edge.from.label?.text ?? '', `t${i}`, 'TAIL'),
    label(edge.to.label?.text ?? '', `h${i}`, 'HEAD'),
  ].filter(entry => entry !== undefined)
}

function label(text: string, id: string, placement: string) {
  if (text === '') return undefined
  const { width, height } = labelSize(text)
  return {
    id,
    // Without a text ELK makes no room.
    text: 'label',
    width,
    height,
    layoutOptions: {
      'elk.edgeLabels.placement': placement,
      'elk.edgeLabels.inline': placement === 'CENTER' ? 'true' : 'false',
    },
  }
}

/** The padding and the least size of a group: room for its title above what stands in it. */
export function frameOf(group: Group, indented = false): Size & { readonly padding: string } {
  const title = measure(group.label.text, TITLE_WRAP, GROUP_FONT)
  const top = Math.max(GROUP_TITLE, title.height + 14)
  const left = indented ? Math.ceil(measure(group.label.text, INDENT_WRAP, GROUP_FONT).width) + 24 : 20
  return {
    width: Math.max(100, Math.ceil(title.width) + 30),
    height: top + 40,
    padding: `[top=${top + 10},left=${left},bottom=20,right=20]`,
  }
}

/** The room that a title takes in a group of this width. Where it is nearly as wide, a renderer may wrap it or not. */
export function titleIn(group: Group, width: number): Size {
  const wraps = [8, 24].map(less => measure(group.label.text, Math.max(TITLE_WRAP, width - less), GROUP_FONT))
  return {
    width: Math.ceil(Math.max(...wraps.map(title => title.width))),
    height: Math.max(...wraps.map(title => title.height)),
  }
}

function elkGroup(
  group: Group,
  id: string,
  gaps: Record<string, string>,
  across: boolean,
  indented: boolean,
): ElkNode {
  const { width, height, padding } = frameOf(group, indented)
  return {
    id,
    width,
    height,
    children: [],
    layoutOptions: {
      ...gaps,
      'elk.padding': padding,
      'elk.nodeSize.constraints': 'MINIMUM_SIZE',
      // ELK turns a graph that flows down to lay it out, and forgets to turn this with it.
      'elk.nodeSize.minimum': across ? `(${width},${height})` : `(${height},${width})`,
    },
  }
}

function elkNode(
  node: Node,
  id: string,
  across: boolean,
  ports: ReadonlyMap<string, ElkPort[]>,
  fixed: boolean,
): ElkNode {
  const { width, height } = sizeOf(node, across)
  const below = outsideLabel(node)
  const own = ports.get(id)
  return {
    id,
    width,
    height,
    ...(own && { ports: own }),
    layoutOptions: {
      ...(own && { 'elk.portConstraints': fixed ? 'FIXED_POS' : 'FIXED_SIDE' }),
      ...(below.height > 0 && { 'elk.margins': `[top=0,left=0,bottom=${below.height + 4},right=0]` }),
    },
  }
}
