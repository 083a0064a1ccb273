/**
 * Fans: what hangs at one node by single lines, leaves and whole trees of them, and would make a drawing many screens wide. They are
 * taken out of a graph, and a box stands in their place.
 */
import { addTo } from '../../ir/lists.js'
import type { Direction, Edge, Graph, Node } from '../../ir/model.js'
import { labelAbove } from '../measure/icons.js'
import type { Size } from '../measure/size.js'
import { outsideLabel, sizeOf } from '../measure/sizes.js'

/** A node of a fan, with the line that it hangs at. */
export interface Branch {
  readonly node: Node
  /** The number of the edge between it and what it hangs at. */
  readonly edge: number
  readonly size: Size
  readonly branches: readonly Branch[]
}

export interface Fan {
  readonly hub: string
  /** Whether its lines lead to the hub. */
  readonly into: boolean
  readonly branches: readonly Branch[]
}

/** Side by side, a fan would be longer than this. */
const LONGEST = 2000
/** Between two that stand side by side. */
const GAP = 40
/** Trees deeper than this are no fans: nobody calls a chain one. */
const DEEPEST = 40
/** In a graph with more nodes than this, nothing is looked for. */
const MOST_NODES = 20_000

interface Lines {
  readonly from: ReadonlyMap<string, readonly number[]>
  readonly to: ReadonlyMap<string, readonly number[]>
  /** Nodes that are no part of a fan: with places for their lines, in a loop, or with lines to groups or themselves. */
  readonly barred: ReadonlySet<string>
}

function linesOf({ nodes, edges, loops }: Graph): Lines {
  const [from, to] = [new Map<string, number[]>(), new Map<string, number[]>()]
  const barred = new Set(loops.flatMap(loop => loop.nodes))
  edges.forEach((edge, i) => {
    addTo(from, edge.from.id, i)
    addTo(to, edge.to.id, i)
    const isPlain = edge.from.kind === 'node' && edge.to.kind === 'node' && edge.from.id !== edge.to.id
    for (const { id, side, port } of [edge.from, edge.to])
      if (!isPlain || side !== undefined || port !== undefined) barred.add(id)
  })
  for (const { id, fields } of nodes.values()) if (fields?.length) barred.add(id)
  return { from, to, barred }
}

interface Found {
  readonly branch: Branch
  /** How long it is side by side, and how deep. */
  readonly breadth: number
  readonly depth: number
}

/**
 * What hangs by one line that leads to it (or from it, where lines lead `into` the hub), with all that hangs at that, in one group.
 * By node.
 */
function hanging(graph: Graph, lines: Lines, into: boolean, across: boolean): ReadonlyMap<string, Found> {
  const [near, far] = into ? [lines.from, lines.to] : [lines.to, lines.from]
  const innerOf = ({ from, to }: Edge): string => (into ? to.id : from.id)
  const outerOf = ({ from, to }: Edge): string => (into ? from.id : to.id)
  const found = new Map<string, Found>()
  const left = new Map<string, number>()
  const waiting: string[] = []
  const mayHang = (id: string): boolean => near.get(id)?.length === 1 && !lines.barred.has(id)
  for (const id of graph.nodes.keys()) {
    left.set(id, far.get(id)?.length ?? 0)
    if (left.get(id) === 0 && mayHang(id)) waiting.push(id)
  }
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const node = graph.nodes.get(id)!
    const parts = (far.get(id) ?? []).map(i => found.get(outerOf(graph.edges[i]!))!)
    const depth = parts.reduce((most, part) => Math.max(most, part.depth + 1), 0)
    const below = outsideLabel(node)
    if (depth > DEEPEST || (below.height > 0 && (depth > 0 || labelAbove(node)))) continue
    const own = sizeOf(node, across)
    const size = { width: own.width, height: own.height + (below.height > 0 ? below.height + 4 : 0) }
    const inside = parts.reduce((sum, part) => sum + part.breadth, 0)
    const edge = near.get(id)![0]!
    found.set(id, {
      branch: { node, edge, size: own, branches: parts.map(part => part.branch) },
      breadth: Math.max((across ? size.height : size.width) + GAP, inside),
      depth,
    })
    const inner = innerOf(graph.edges[edge]!)
    if (graph.nodes.get(inner)?.group !== node.group) continue
    left.set(inner, left.get(inner)! - 1)
    if (left.get(inner) === 0 && mayHang(inner)) waiting.push(inner)
  }
  return found
}

/** The fans of a graph that are too long to stand side by side. @param directionOf the flow around a node */
export function fansIn(graph: Graph, directionOf: (node: string) => Direction): Fan[] {
  if (graph.nodes.size > MOST_NODES) return []
  const lines = linesOf(graph)
  const fans: Fan[] = []
  const taken = new Set<string>()
  for (const into of [false, true]) {
    const direction = graph.direction ?? 'TB'
    const found = hanging(graph, lines, into, direction === 'LR' || direction === 'RL')
    for (const hub of graph.nodes.values()) {
      if (found.has(hub.id) || taken.has(hub.id)) continue
      const byGroup = new Map<string | undefined, Found[]>()
      for (const i of (into ? lines.to : lines.from).get(hub.id) ?? []) {
        const edge = graph.edges[i]!
        const own = found.get(into ? edge.from.id : edge.to.id)
        if (own && own.branch.edge === i && directionOf(own.branch.node.id) === direction)
          addTo(byGroup, own.branch.node.group, own)
      }
      for (const all of byGroup.values()) {
        const length = all.reduce((sum, { breadth }) => sum + breadth, 0)
        if (length <= LONGEST || all.some(({ branch }) => taken.has(branch.node.id))) continue
        fans.push({ hub: hub.id, into, branches: all.map(({ branch }) => branch) })
        for (const { branch } of all) for (const id of idsIn(branch)) taken.add(id)
      }
    }
  }
  return fans
}

/** The ids of all nodes of a branch. */
export function* idsIn({ node, branches }: Branch): Generator<string> {
  yield node.id
  for (const branch of branches) yield* idsIn(branch)
}
