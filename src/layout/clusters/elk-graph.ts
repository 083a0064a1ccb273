/** What ELK is given: the nodes, groups and edges of one part of a graph. */

import type { ElkExtendedEdge, ElkNode, ElkPort } from 'elkjs/lib/elk-api.js'
import type { Direction, Edge, Graph, Group } from '../../ir/model.js'
import { labelSize } from '../lanes/banded.js'
import type { StraightSide } from '../lanes/field-ends.js'
import { flowsAcross } from '../lanes/lanes.js'
import type { Size } from '../measure/size.js'
import { measure } from '../measure/text.js'
import { groupsAlone, type Part, type Parts } from './directed-parts.js'
import { count, elkId, endOf, type Given, indexesOf } from './elk-ends.js'
import { elkNode } from './elk-node.js'
import { fixedPorts } from './fixed-ports.js'
import { inOrderOfMention } from './mentions.js'
import { isAlong, partitionOptions, partitionsIn, RANKED, tiesIn } from './partitions.js'
import { sideRooms } from './side-rooms.js'
import { decisionsIn, FLOW_SIDES, isDecision, lineSides } from './sides.js'
import { LARGE, MIDDLE, SMALL } from './sizes.js'

export const GROUP_TITLE = 30
export const GROUP_FONT = 12
/** Where titles are wrapped in a group that is not wider than this, and where one is that stands beside lines. */
const TITLE_WRAP = 240
const INDENT_WRAP = 400

const DIRECTIONS: { readonly [D in Direction]: string } = { TB: 'DOWN', BT: 'UP', LR: 'RIGHT', RL: 'LEFT' }

/** Where a flow starts, as ELK calls that side of a layer. */
const STARTS: { readonly [D in Direction]: string } = { TB: 'TOP', BT: 'BOTTOM', LR: 'LEFT', RL: 'RIGHT' }

const OPTIONS = {
  'elk.algorithm': 'layered',
  'elk.hierarchyHandling': 'INCLUDE_CHILDREN',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.json.edgeCoords': 'ROOT',
  'elk.json.shapeCoords': 'ROOT',
  'elk.randomSeed': '1',
  'elk.spacing.componentComponent': '50',
  'elk.layered.nodePlacement.strategy': 'BRANDES_KOEPF',
} as const

/** What leads to several others stands over their middle. */
const BALANCED = { 'elk.layered.nodePlacement.bk.fixedAlignment': 'BALANCED' } as const

/** In groups, ELK fails where the order of nodes is to count for more than that of lines. */
const INNER_ORDER = { 'elk.layered.considerModelOrder.strategy': 'PREFER_EDGES' } as const

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
  /** Whether it counts within groups, too, which do not take that over from what they stand in. */
  readonly inner: boolean
  /** Whether what leads to several others stands over their middle in groups, too. */
  readonly balanced: boolean
  /** Groups whose inside starts to the right of their title. */
  readonly indented: ReadonlySet<string>
  /** Whether lines that lead far back run beside the flow. */
  readonly aside: boolean
  /** By edge, the tips that lines leave their decisions at. */
  readonly tips: ReadonlyMap<number, StraightSide>
  /** Whether what it makes is turned round across the flow. */
  readonly turned: boolean
}

/** How often lines are put in order: groups take several times as long. */
function thoroughness(size: number, nested: boolean): string {
  if (size > LARGE) return '7'
  if (size > MIDDLE) return '16'
  return nested ? (size > SMALL ? '7' : '15') : '20'
}

/** A label stands in a layer of its own between those of the nodes, so that there are two gaps and not one. */
const shared = (labelled: boolean, size: number, nested: boolean) => ({
  ...SHARED,
  'elk.layered.thoroughness': thoroughness(size, nested),
  'elk.layered.spacing.nodeNodeBetweenLayers': labelled ? '30' : '50',
})

/** A line that only holds what is side by side together. */
const TIE = { 'elk.layered.priority.shortness': '20' }

/** @param done sizes of the groups that are parts of their own, by id */
export function elkGraph(
  graph: Graph,
  part: Part,
  { partOf }: Parts,
  done: ReadonlyMap<string, Size>,
  attempt: Attempt,
): ElkNode {
  const { ordered, aside, tips } = attempt
  const indexes = indexesOf(graph)
  const across = part.direction === 'LR' || part.direction === 'RL'
  const ports = new Map<string, ElkPort[]>()
  const edges: ElkExtendedEdge[] = []
  const own = graph.edges.map(({ from, to }) => partOf(from) === part && partOf(to) === part)
  const fixed = fixedPorts(graph, part.direction, own)
  const decisions: ReadonlySet<string> = aside ? decisionsIn(graph, fixed) : new Set()
  const groups = [...graph.groups.values()].filter(({ id }) => partOf({ kind: 'group', id }) === part)
  const nodes = [...graph.nodes.values()].filter(({ id }) => partOf({ kind: 'node', id }) === part)
  const items = inOrderOfMention(graph, groups, nodes)
  const { direction } = part
  const alone = groupsAlone(graph)
  const partitions = partitionsIn(graph, part.group, items, own)
  const sides = !aside
    ? graph.edges.map(() => ({ back: false }))
    : lineSides(graph, { direction, own, items, decisions, fixed, aside, tips })
  const given: Given = {
    indexes,
    ports,
    fixed,
    decisions,
    across: flowsAcross(graph),
    flow: FLOW_SIDES[part.direction],
  }
  const rooms = sideRooms(graph, across)
  const [leaving, coming] = [new Map<string, number>(), new Map<string, number>()]
  graph.edges.forEach((edge, i) => {
    if (!own[i] || isAlong(edge, partitions)) return
    const line = sides[i]!
    const ends = (['from', 'to'] as const).map(name => endOf(graph, edge, name, i, line, given))
    const [first, last] = line.back ? [ends[1]!, ends[0]!] : [ends[0]!, ends[1]!]
    const room = rooms[i]!
    count(leaving, first, room)
    count(coming, last, room)
    edges.push({
      id: `${line.back ? 'r' : 'e'}${i}`,
      sources: [first],
      targets: [last],
      labels: labelsOf(edge, i, line.back, isDecision(graph, edge.from)),
    })
  })
  for (const [i, { before, behind }] of tiesIn(graph, part.group, items, own).entries()) {
    const [source, target] = [elkId(before, indexes), elkId(behind, indexes)]
    const there = edges.find(({ sources, targets }) => sources[0] === source && targets[0] === target)
    if (there) there.layoutOptions = TIE
    else if (![before, behind].some(({ id }) => fixed.has(id) || decisions.has(id)))
      edges.push({ id: `d${i}`, sources: [source], targets: [target], layoutOptions: TIE })
  }
  const labelled = edges.some(({ labels }) => labels?.some(({ id }) => id?.startsWith('l')))
  const gaps = shared(labelled, graph.nodes.size + graph.edges.length, graph.groups.size > 0)
  const children: ElkNode[] = []
  const boxes = new Map<string, ElkNode>()
  const put = (group: string | undefined, box: ElkNode): void => {
    const outer = group === undefined || group === part.group ? undefined : boxes.get(group)
    ;(outer?.children ?? children).push(box)
  }
  for (const group of groups) {
    const id = elkId({ kind: 'group', id: group.id }, indexes)
    const size = done.get(group.id)
    boxes.set(group.id, size ? { id, ...size } : elkGroup(group, id, gaps, across, attempt))
  }
  for (const item of items) {
    const ranked = partitionOptions(item, partitions)
    if ('kind' in item) {
      const box = boxes.get(item.id)!
      box.layoutOptions = {
        ...box.layoutOptions,
        ...ranked,
        ...(alone.has(item.id) && { 'elk.alignment': STARTS[direction] }),
      }
      put(item.parent, box)
    } else {
      const id = elkId({ kind: 'node', id: item.id }, indexes)
      const turned = item.fields?.length ? flowsAcross(graph) : across
      const box = elkNode(item, id, turned, {
        own: ports.get(id),
        fixed: fixed.has(item.id) || decisions.has(item.id),
        room: Math.max(leaving.get(id) ?? 0, coming.get(id) ?? 0),
      })
      put(item.group, { ...box, layoutOptions: { ...box.layoutOptions, ...ranked } })
    }
  }
  // ELK takes a group that holds nothing for a node, whose size is what it is.
  for (const box of boxes.values()) if (box.children?.length === 0) delete box.layoutOptions
  const around = part.group === undefined ? undefined : graph.groups.get(part.group)
  return {
    id: 'root',
    layoutOptions: {
      ...OPTIONS,
      ...BALANCED,
      ...gaps,
      ...(partitions.size > 0 && RANKED),
      ...(ordered && { 'elk.layered.considerModelOrder.strategy': 'PREFER_NODES' }),
      ...(around && { 'elk.padding': frameOf(around, attempt).padding }),
      'elk.direction': DIRECTIONS[part.direction],
    },
    children,
    edges,
  }
}

/** @param near whether its label is to stand near the start of the edge: behind a decision it is an answer to what stands there */
function labelsOf(edge: Edge, i: number, back: boolean, near: boolean) {
  const layer = back ? 'HEAD_LAYER' : 'TAIL_LAYER'
  return [
    label(edge.label.text, `l${i}`, 'CENTER', near ? layer : undefined),
    label(edge.from.label?.text ?? '', `t${i}`, back ? 'HEAD' : 'TAIL'),
    label(edge.to.label?.text ?? '', `h${i}`, back ? 'TAIL' : 'HEAD'),
  ].filter(entry => entry !== undefined)
}

function label(text: string, id: string, placement: string, layer?: string) {
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
      ...(layer && { 'elk.layered.edgeLabels.centerLabelPlacementStrategy': layer }),
    },
  }
}

/** Which groups have room beside their titles, and whether that is at the other side until what ELK makes is turned round. */
type Indents = Pick<Attempt, 'indented' | 'turned'>

/** The padding and the least size of a group: room for its title above what stands in it. */
export function frameOf(group: Group, { indented, turned }: Indents): Size & { readonly padding: string } {
  const title = measure(group.label.text, TITLE_WRAP, GROUP_FONT)
  const top = Math.max(GROUP_TITLE, title.height + 14)
  const beside = indented.has(group.id)
    ? Math.ceil(measure(group.label.text, INDENT_WRAP, GROUP_FONT).width) + 24
    : 20
  const [left, right] = turned ? [20, beside] : [beside, 20]
  return {
    width: Math.max(100, Math.ceil(title.width) + 30),
    height: top + 40,
    padding: `[top=${top + 10},left=${left},bottom=20,right=${right}]`,
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
  attempt: Attempt,
): ElkNode {
  const { width, height, padding } = frameOf(group, attempt)
  return {
    id,
    width,
    height,
    children: [],
    layoutOptions: {
      ...gaps,
      ...(attempt.balanced && BALANCED),
      ...(attempt.ordered && attempt.inner && INNER_ORDER),
      'elk.padding': padding,
      'elk.nodeSize.constraints': 'MINIMUM_SIZE',
      // ELK turns a graph that flows down to lay it out, and forgets to turn this with it.
      'elk.nodeSize.minimum': across ? `(${width},${height})` : `(${height},${width})`,
    },
  }
}
