/** The layout of a graph with nested groups, or with none: ELK's layered method, orthogonal lines. */

import type { ElkExtendedEdge, ElkNode } from 'elkjs/lib/elk-api.js'
import type { Edge, End, Graph, Group } from '../../ir/model.js'
import { once } from '../../ir/once.js'
import type { Message } from '../../messages/message.js'
import type { Box, GroupBox, Layout, Point, Route } from '../boxes.js'
import { foldFans } from '../fans/fold.js'
import {
  bendsOf,
  bordersOf,
  directPath,
  edgeLabelSize,
  isLongEnough,
  labelBoxes,
  labelSize,
  PAGE_MARGIN,
} from '../lanes/banded.js'
import { layOutSimply } from '../lanes/bands.js'
import { withEndLabels } from '../lanes/end-labels.js'
import { fieldPlans } from '../lanes/field-ends.js'
import { framesAround, titlesOf } from '../lanes/frames.js'
import { flowsAcross } from '../lanes/lanes.js'
import { gridOfPaths } from '../measure/grid.js'
import { outlineOf } from '../measure/outlines.js'
import type { Size } from '../measure/size.js'
import { titleOffset } from '../measure/titles.js'
import { type Arranged, bestOf } from './attempts.js'
import { type Parts, partsOf } from './directed-parts.js'
import { placeLabels } from './edge-labels.js'
import { type AskElk, loadElk, remembering } from './elk.js'
import { indexesOf } from './elk-ends.js'
import { type Attempt, elkGraph, frameOf, GROUP_TITLE, titleIn } from './elk-graph.js'
import { withIslandsAtStart } from './islands.js'
import { crossed, notArranged, tooDeep, tooLarge } from './messages.js'
import { boxesOfOutsideLabels, clearOfLabels } from './outside-labels.js'
import { settled } from './settled.js'
import { decisionsIn, isDecision } from './sides.js'
import type { Sliding } from './straight.js'
import { isAtTip, tipsIn } from './tips.js'
import { turned, turningAxis } from './turned.js'

/** Above these counts, or below this depth of groups, the simple layout takes over. */
const MOST_BOXES = 600
const MOST_EDGES = 1000
const DEEPEST = 40
const NONE: ReadonlySet<string> = new Set()

/**
 * Gives `limit/layout` where the graph is too large, or ELK cannot arrange it, and `limit/direction` for groups that
 * cannot keep their direction.
 */
export async function layOutClusters(whole: Graph): Promise<{ layout: Layout; messages: Message[] }> {
  const partsOfWhole = once(() => partsOf(whole))
  const folding = foldFans(whole, id => partsOfWhole().partOf({ kind: 'node', id }).direction)
  const graph = folding?.graph ?? whole
  const simple = (why: Message) => ({ layout: layOutSimply(whole), messages: [why] })
  const [nodes, groups, edges] = [graph.nodes.size, graph.groups.size, graph.edges.length]
  // A group is a box to ELK as a node is: its time grows with the square of both together.
  if (nodes + groups > MOST_BOXES || edges > MOST_EDGES) return simple(tooLarge({ nodes, groups, edges }))
  if (deepest(graph) > DEEPEST) return simple(tooDeep({ levels: DEEPEST }))
  const parts = folding ? partsOf(graph) : partsOfWhole()
  try {
    const layout = await layOutBest(graph, parts)
    return {
      layout: folding?.unfold(layout) ?? layout,
      messages: parts.crossed.map(({ id, label, at }) => crossed({ group: label.text || id }, at)),
    }
  } catch {
    return simple(notArranged())
  }
}

/** Several ways are tried, each in regard to what the one before it shows. */
async function layOutBest(graph: Graph, parts: Parts): Promise<Layout> {
  const decisions = decisionsIn(graph, NONE)
  const tipsFor = (layout: Layout) =>
    tipsIn(graph, layout, decisions, id => parts.partOf({ kind: 'node', id }).direction)
  // Another way to go about a small graph is often the same question to ELK, which takes most of the time.
  const ask = remembering(await loadElk())
  const before: { outputs: readonly ElkNode[]; turned: boolean; arranged: Arranged }[] = []
  const axis = parts.parts.length === 1 ? turningAxis(graph, flowsAcross(graph)) : undefined
  const run = async (attempt: Attempt): Promise<Arranged> => {
    const outputs = await outputsOf(graph, parts, attempt, ask)
    const isSame = (output: ElkNode, i: number): boolean => output === outputs[i]
    const same = before.find(known => known.turned === attempt.turned && known.outputs.every(isSame))
    if (same) return same.arranged
    const drawn = withIslandsAtStart(graph, placeParts(graph, parts, outputs), parts.parts[0]!.direction)
    const arranged = layoutFrom(graph, attempt.turned && axis ? turned(drawn, axis, PAGE_MARGIN) : drawn)
    before.push({ outputs, turned: attempt.turned, arranged })
    return arranged
  }
  return bestOf(graph, run, tipsFor, axis)
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

/** What ELK made of all parts, in coordinates of the page. */
interface LaidOut extends Size {
  /** By ELK's ids. */
  readonly boxes: ReadonlyMap<string, Box>
  readonly edges: ReadonlyMap<string, { readonly path: readonly Point[]; readonly label?: Point }>
}

/** What ELK makes of each part: inner ones first, since their sizes have to be known. */
async function outputsOf(graph: Graph, parts: Parts, attempt: Attempt, ask: AskElk): Promise<ElkNode[]> {
  const done = new Map<string, Size>()
  const outputs: ElkNode[] = []
  for (const part of [...parts.parts].reverse()) {
    const output = await ask(elkGraph(graph, part, parts, done, attempt))
    outputs.unshift(output)
    if (part.group === undefined) continue
    const least = frameOf(graph.groups.get(part.group)!, attempt)
    const { width = 0, height = 0 } = output
    done.set(part.group, { width: Math.max(width, least.width), height: Math.max(height, least.height) })
  }
  return outputs
}

/** All parts moved to where they stand. */
function placeParts(graph: Graph, parts: Parts, outputs: readonly ElkNode[]): LaidOut {
  const { groups } = indexesOf(graph)
  const boxes = new Map<string, Box>()
  const edges = new Map<string, { path: readonly Point[]; label?: Point }>()
  parts.parts.forEach(({ group }, i) => {
    const place = group === undefined ? undefined : boxes.get(`g${groups.get(group)}`)
    const origin = place ?? { x: PAGE_MARGIN, y: PAGE_MARGIN }
    takeOver(outputs[i]!, origin, boxes, edges)
  })
  return { width: outputs[0]!.width ?? 0, height: outputs[0]!.height ?? 0, boxes, edges }
}

function takeOver(
  output: ElkNode,
  origin: Point,
  boxes: Map<string, Box>,
  edges: Map<string, { path: readonly Point[]; label?: Point }>,
): void {
  const waiting: ElkNode[] = [...(output.children ?? [])]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    boxes.set(next.id, {
      x: Math.round(next.x ?? 0) + origin.x,
      y: Math.round(next.y ?? 0) + origin.y,
      width: Math.round(next.width ?? 0),
      height: Math.round(next.height ?? 0),
    })
    for (const child of next.children ?? []) waiting.push(child)
  }
  for (const edge of output.edges ?? []) {
    // What only holds a rank together is no line.
    if (edge.id.startsWith('d')) continue
    const path = pathFrom(edge, origin)
    const own = edge.labels?.find(({ id }) => id?.startsWith('l'))
    const label = own && {
      x: Math.round((own.x ?? 0) + (own.width ?? 0) / 2 + origin.x),
      y: Math.round((own.y ?? 0) + (own.height ?? 0) / 2 + origin.y),
    }
    // Lines that lead back were laid out the other way round.
    if (edge.id.startsWith('r')) path?.reverse()
    if (path) edges.set(`e${edge.id.slice(1)}`, { path, ...(label && { label }) })
  }
}

function pathFrom(drawn: ElkExtendedEdge, origin: Point): Point[] | undefined {
  const section = drawn.sections?.[0]
  if (!section) return undefined
  return [section.startPoint, ...(section.bendPoints ?? []), section.endPoint].map(({ x, y }) => ({
    x: Math.round(x + origin.x),
    y: Math.round(y + origin.y),
  }))
}

function layoutFrom(graph: Graph, { boxes, edges, width, height }: LaidOut): Arranged {
  const indexes = indexesOf(graph)
  const nodes = new Map([...graph.nodes.keys()].map(id => [id, boxes.get(`n${indexes.nodes.get(id)}`)!]))
  const groupBoxes = new Map(
    [...graph.groups.keys()].map(id => [id, boxes.get(`g${indexes.groups.get(id)}`)!]),
  )
  const boxOf = ({ kind, id }: End): Box | undefined => (kind === 'node' ? nodes : groupBoxes).get(id)
  const planOf = fieldPlans(graph.nodes, false)
  const atField = (end: End): boolean => planOf(end) !== undefined
  const isAtBox = ({ kind, id }: End): boolean =>
    kind === 'group' || outlineOf(graph.nodes.get(id)!.shape) === 'box'
  const sliding = graph.edges.map((edge, i): Sliding => {
    const path = edges.get(`e${i}`)?.path ?? directPath(edge, nodes, groupBoxes)
    const [from, to] = [boxOf(edge.from), boxOf(edge.to)]
    // What ends at the tip of a decision stays there.
    const mayMove = (end: End, box: Box, at: Point): boolean =>
      !end.side && !atField(end) && !(isDecision(graph, end) && isAtTip(box, at))
    return {
      path,
      ...(from && mayMove(edge.from, from, path[0]!) && { from }),
      ...(to && mayMove(edge.to, to, path.at(-1)!) && { to }),
      isFar: { from: isAtBox(edge.from), to: isAtBox(edge.to) },
    }
  })
  const outside = boxesOfOutsideLabels(graph, nodes)
  const sizes = graph.edges.map(edgeLabelSize)
  const lines = settled({
    lines: sliding,
    sizes,
    labels: graph.edges.map((_, i) => edges.get(`e${i}`)?.label),
    nodes: [...nodes.values()],
    texts: [...outside.values(), ...titleStrips(graph, groupBoxes)],
    groups: [...groupBoxes.values()],
  })
  const wanted = lines.labels
  const paths = clearOfLabels(graph, lines.paths, outside)
  const grid = gridOfPaths(paths)
  const covered = new Set<string>()
  const groups = new Map<string, GroupBox>()
  for (const group of graph.groups.values()) {
    const box = groupBoxes.get(group.id)!
    const titleAt = titleOffset(box, titleIn(group, box.width), grid)
    if (titleAt === undefined) covered.add(group.id)
    groups.set(group.id, { ...box, title: GROUP_TITLE, ...(titleAt && { titleAt }) })
  }
  const loops = framesAround(graph, nodes, paths)
  const labels = placeLabels(
    paths,
    sizes,
    [...nodes.values(), ...outside.values(), ...titlesOf(loops)],
    bordersOf([...groups.values(), ...loops]),
    wanted,
  )
  const bare = graph.edges.map((edge, i): Route => {
    const path = paths[i]!
    // Beside a loop at a node there is no room on the line itself.
    const loop = edge.from.kind === edge.to.kind && edge.from.id === edge.to.id
    const label = loop && labels[i] ? (wanted[i] ?? labels[i]) : labels[i]
    const straight = path.length === 2 && !atField(edge.from) && !atField(edge.to)
    const free = !edges.has(`e${i}`) || (straight && runsFreely(edge, path, nodes, groups))
    const [start, end] = [path[0]!, path[path.length - 1]!]
    return { bends: free ? [] : bendsOf(path, edge), path, start, end, ...(label && { label }) }
  })
  const routes = withEndLabels(
    graph.edges,
    bare,
    labelSize,
    [...nodes.values(), ...titlesOf(loops)],
    labelBoxes(graph.edges, bare),
  )
  const layout: Layout = {
    width: Math.round(width) + 2 * PAGE_MARGIN,
    height: Math.round(height) + 2 * PAGE_MARGIN,
    nodes,
    groups,
    routes,
    loops,
  }
  return { layout, covered }
}

/** Where the titles of groups stand, if no line runs there. */
function* titleStrips({ groups }: Graph, boxes: ReadonlyMap<string, Box>): Generator<Box> {
  for (const group of groups.values()) {
    const { x, y, width } = boxes.get(group.id)!
    if (group.label.text !== '') yield { x, y, width: titleIn(group, width).width + 16, height: GROUP_TITLE }
  }
}

/**
 * Whether both ends of a straight line lie in the middle of their sides, where any renderer would put them, and it is
 * long enough to be led by itself.
 */
function runsFreely(
  { from, to }: Edge,
  path: readonly Point[],
  nodes: ReadonlyMap<string, Box>,
  groups: ReadonlyMap<string, Box>,
): boolean {
  const centred = ({ kind, id }: End, point: Point): boolean => {
    const box = (kind === 'node' ? nodes : groups).get(id)
    if (!box) return false
    const [dx, dy] = [point.x - box.x - box.width / 2, point.y - box.y - box.height / 2]
    return Math.abs(dx) < 0.5 || Math.abs(dy) < 0.5
  }
  return isLongEnough(path) && centred(from, path[0]!) && centred(to, path[1]!)
}
