/**
 * Which sides lines take, where nobody said so. With the flow they leave at the front and come in at the back. A
 * decision has one line at each tip: the first at the front, the others aside. What leads back over several steps runs
 * beside them, from side to side, and not around the drawing.
 */
import { addTo } from '../../ir/lists.js'
import type { Direction, Edge, End, Graph, Group, Node } from '../../ir/model.js'
import type { StraightSide } from '../lanes/field-ends.js'
import { type Link, leadingBack, rankNodes } from '../lanes/ranks.js'
import { outlineOf } from '../measure/outlines.js'
import { siblingsOf } from './mentions.js'

export interface LineSides {
  /** Whether the line leads back: for a layered layout its ends change places. */
  readonly back: boolean
  readonly from?: StraightSide
  readonly to?: StraightSide
}

/** The sides of the page that a flow leaves at, comes in at, and has beside it. */
export interface FlowSides {
  readonly front: StraightSide
  readonly back: StraightSide
  readonly aside: readonly [StraightSide, StraightSide]
}

export const FLOW_SIDES: { readonly [D in Direction]: FlowSides } = {
  TB: { front: 'bottom', back: 'top', aside: ['right', 'left'] },
  BT: { front: 'top', back: 'bottom', aside: ['right', 'left'] },
  LR: { front: 'right', back: 'left', aside: ['bottom', 'top'] },
  RL: { front: 'left', back: 'right', aside: ['bottom', 'top'] },
}

/** So many steps back are far: nearer ones run beside the line that they answer. */
const FAR = 2

/** Whether an end of a line is at a decision. */
export const isDecision = ({ nodes }: Graph, { kind, id }: End): boolean =>
  kind === 'node' && outlineOf(nodes.get(id)!.shape) === 'rhombus'

/** Which nodes are decisions: their tips are where lines end. One with a line to itself is left to the layout. */
export function decisionsIn(
  graph: Graph,
  fixed: { readonly has: (node: string) => boolean },
): ReadonlySet<string> {
  const looped = new Set(graph.edges.flatMap(({ from, to }) => (from.id === to.id ? [from.id] : [])))
  const found = new Set<string>()
  for (const { id, shape } of graph.nodes.values())
    if (outlineOf(shape) === 'rhombus' && !fixed.has(id) && !looped.has(id)) found.add(id)
  return found
}

export interface Lines {
  readonly direction: Direction
  /** For each edge, whether it counts. */
  readonly own: readonly boolean[]
  /** Nodes and groups in the order in which a flow is followed. */
  readonly items: readonly (Group | Node)[]
  readonly decisions: ReadonlySet<string>
  /** Nodes whose ends have places already. */
  readonly fixed: { readonly has: (node: string) => boolean }
  /** Whether lines that lead far back run beside the flow. */
  readonly aside: boolean
  /** By edge, the tips that lines leave their decisions at; none before it is known where they lead. */
  readonly tips: ReadonlyMap<number, StraightSide>
}

/** A line that counts, and whether and how far it leads back among those that stand beside each other. */
interface Counted {
  readonly edge: number
  readonly back: boolean
  readonly far: boolean
}

function countedLines(graph: Graph, { own, items }: Lines): Counted[] {
  const index = new Map(items.map((item, i) => [`${'kind' in item ? 'group' : 'node'} ${item.id}`, i]))
  const found: { edge: number; link: Link; flat: boolean }[] = []
  graph.edges.forEach((edge, i) => {
    const pair = own[i] ? siblingsOf(graph, edge) : undefined
    const [from, to] = pair?.map(key => index.get(key)) ?? []
    if (!pair || from === undefined || to === undefined) return
    const min = Math.max(1, Math.min(20, edge.length ?? 1))
    const flat = pair[0] === `node ${edge.from.id}` && pair[1] === `node ${edge.to.id}`
    found.push({ edge: i, link: { from, to, min }, flat })
  })
  const links = found.map(({ link }) => link)
  const turned = leadingBack(items.length, links)
  const rank = rankNodes(items.length, links)
  return found.map(({ edge, link, flat }, k) => ({
    edge,
    back: turned[k] === 1,
    far: !flat || rank[link.from]! - rank[link.to]! >= FAR,
  }))
}

/** The sides of all edges, in the graph's order. */
export function lineSides(graph: Graph, lines: Lines): LineSides[] {
  const { decisions, fixed, tips } = lines
  const flow = FLOW_SIDES[lines.direction]
  const counted = countedLines(graph, lines)
  const looped = new Set(graph.edges.flatMap(({ from, to }) => (from.id === to.id ? [from.id] : [])))
  const sides: LineSides[] = graph.edges.map(() => ({ back: false }))
  const leaving = new Map<string, number[]>()
  for (const { edge, back } of counted) {
    sides[edge] = { back }
    const { kind, id } = graph.edges[edge]!.from
    if (kind === 'node' && decisions.has(id)) addTo(leaving, id, edge)
  }
  const taken = new Map<string, ReadonlySet<StraightSide>>()
  for (const [id, list] of leaving) taken.set(id, leaveByTips(list, sides, flow, tips))
  for (const { edge, back, far } of counted) {
    const { kind, id } = graph.edges[edge]!.to
    const line = sides[edge]!
    const decides = kind === 'node' && decisions.has(id)
    // Beside a node with a line to itself is that line.
    const room = lines.aside && !looped.has(id) && !looped.has(graph.edges[edge]!.from.id)
    if (back && (line.from !== undefined || decides || (far && room))) {
      const aside = line.from ?? flow.aside.find(side => !taken.get(id)?.has(side)) ?? flow.aside[0]
      sides[edge] = { back, from: aside, to: aside }
    } else if (decides) sides[edge] = { ...line, to: flow.back }
  }
  return sides.map((line, i) => asWritten(line, graph.edges[i]!, fixed))
}

/**
 * The lines that leave a decision: the first with the flow at the front, what leads back aside, the others where there is room. Three that lead on
 * leave side by side, in their order.
 */
function leaveByTips(
  list: readonly number[],
  sides: LineSides[],
  { front, aside }: FlowSides,
  tips: ReadonlyMap<number, StraightSide>,
): ReadonlySet<StraightSide> {
  const give = (i: number, side: StraightSide): void => {
    sides[i] = { ...sides[i]!, from: tips.get(i) ?? side }
  }
  const back = list.filter(i => sides[i]!.back)
  const [first, ...others] = list.filter(i => !sides[i]!.back)
  if (back.length === 0 && others.length === 2) {
    const inOrder = [aside[1], front, aside[0]]
    list.forEach((i, k) => {
      give(i, inOrder[k]!)
    })
  } else {
    if (first !== undefined) give(first, front)
    for (const [k, i] of [...back, ...others].entries()) give(i, aside[k] ?? front)
  }
  return new Set(list.map(i => sides[i]!.from!))
}

/** A side that the author wrote counts, and a field’s place does. */
function asWritten(
  { back, ...sides }: LineSides,
  { from, to }: Edge,
  fixed: { readonly has: (node: string) => boolean },
): LineSides {
  const isOpen = ({ side, id }: End): boolean => side === undefined && !fixed.has(id)
  return {
    back,
    ...(sides.from && isOpen(from) && { from: sides.from }),
    ...(sides.to && isOpen(to) && { to: sides.to }),
  }
}
