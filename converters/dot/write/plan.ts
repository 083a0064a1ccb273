/**
 * In which order a graph is written. Edges have to be made in the order in which they stand in the model, subgraphs
 * among their siblings too; within that, nodes stand in their subgraph, and edges behind the nodes. Nodes come in the order of
 * the model where they can without being named only for that.
 */
import type { Graph } from '../../../src/ir/model.js'
import { sameAtom } from '../words/attributes.js'
import { isDrawn } from '../words/group.js'
import { clusterName } from '../words/names.js'
import { anchoredGroups, representatives } from '../words/representatives.js'
import type { Attributes } from '../words/resolved.js'
import type { Atom } from '../words/statement.js'
import { type Level, levelsOf } from './levels.js'

export type Line =
  | { readonly kind: 'attributes'; readonly attributes: Attributes }
  | { readonly kind: 'node'; readonly id: string; readonly declared: boolean }
  | { readonly kind: 'anchor'; readonly id: string }
  | { readonly kind: 'edge'; readonly place: number }
  | {
      readonly kind: 'subgraph'
      readonly name: Atom | undefined
      readonly lines: readonly Line[]
      /** The group that it is, where it is not only opened again. */
      readonly group?: string | undefined
    }

export interface Plan {
  readonly lines: readonly Line[]
  /** The nodes at the ends of each edge, which stand for the group where the edge ends at one. */
  readonly endsOf: ReturnType<typeof representatives>
}

export function planOf(graph: Graph): Plan {
  const plan = planWith(graph, false)
  if (!isSplit(graph) || keepsOrder(plan, graph)) return plan
  const other = planWith(graph, true)
  return keepsOrder(other, graph) ? other : plan
}

/** @param apart whether nodes stand outside of subgraphs that are no clusters, which then only name them */
function planWith(graph: Graph, apart: boolean): Plan {
  const root = levelsOf(graph, apart)
  const endsOf = representatives(graph, anchors(graph, root))
  const inPlace = linesOf(root, graph, { apart })
  return { lines: isSorted(edgesIn(inPlace)) ? inPlace : withReopened(root, graph, apart), endsOf }
}

/** Whether there are subgraphs besides the groups. */
function isSplit({ extras }: Graph): boolean {
  return extras.get('dot')?.has('subgraphs') === true
}

function keepsOrder(plan: Plan, graph: Graph): boolean {
  const created = createdBy(plan, graph)
  let place = 0
  for (const id of graph.nodes.keys()) if (created[place++] !== id) return false
  return true
}

/** Changes of order after which a graph stays as it is: each makes a plan, and hardly a graph needs two. */
const MOST_TURNS = 8

/**
 * The ids of a graph's nodes in an order in which the writer makes them. Where they stand decides where subgraphs open, so
 * the order is asked for again until it stays.
 */
export function createdOrder(graph: Graph): readonly string[] {
  let sorted = graph
  for (let turn = 1; ; turn++) {
    const plan = planOf(sorted)
    const created = createdBy(plan, sorted)
    if (turn === MOST_TURNS || keepsOrder(plan, sorted)) return created
    sorted = { ...graph, nodes: inOrder(graph.nodes, created) }
  }
}

function inOrder(nodes: Graph['nodes'], ids: readonly string[]): Graph['nodes'] {
  return new Map(ids.flatMap(id => (nodes.has(id) ? [[id, nodes.get(id)!] as const] : [])))
}

/** Gives an anchor to every cluster that only an anchor can stand for at the end of an edge. */
function anchors(graph: Graph, root: Level): ReadonlyMap<string, string> {
  const wanted = anchoredGroups(graph)
  const found = new Map<string, string>()
  if (wanted.size === 0) return found
  const taken = new Set(graph.nodes.keys())
  const visit = (level: Level): void => {
    for (const child of level.children) visit(child)
    if (level.group === undefined || !wanted.has(level.group)) return
    let id = clusterName(level.group)
    while (taken.has(id)) id += '_'
    taken.add(id)
    level.anchor = id
    found.set(level.group, id)
  }
  visit(root)
  return found
}

function order(graph: Graph): ReadonlyMap<string, number> {
  let place = 0
  return new Map([...graph.nodes.keys()].map(id => [id, place++]))
}

interface Extent {
  /** The place before which the nodes around a level are declared ahead of it. */
  firstNode: number
  readonly firstEdge: number
}

/** A level's lines: attributes, then nodes and subgraphs as they come, edges only where they have to be early. */
function linesOf(
  root: Level,
  graph: Graph,
  { apart, withEdges = true }: { readonly apart: boolean; readonly withEdges?: boolean },
): Line[] {
  const places = order(graph)
  const extents = new Map<Level, Extent>()
  measure(root, places, extents)
  if (apart) delay(root, places, extents)
  return levelLines(root, { order: places, extents, withEdges }, new Map())
}

interface Layout {
  readonly order: ReadonlyMap<string, number>
  readonly extents: ReadonlyMap<Level, Extent>
  readonly withEdges: boolean
}

function measure(level: Level, order: ReadonlyMap<string, number>, extents: Map<Level, Extent>): Extent {
  let firstNode = level.nodes.length > 0 ? (order.get(level.nodes[0]!) ?? 0) : Number.POSITIVE_INFINITY
  let firstEdge = level.edges.reduce((least, place) => Math.min(least, place), Number.POSITIVE_INFINITY)
  for (const child of level.children) {
    const inner = measure(child, order, extents)
    firstNode = Math.min(firstNode, inner.firstNode)
    firstEdge = Math.min(firstEdge, inner.firstEdge)
  }
  const extent = { firstNode, firstEdge }
  extents.set(level, extent)
  return extent
}

/** A subgraph that only names nodes comes behind their declarations, so that it does not make them. */
function delay(root: Level, order: ReadonlyMap<string, number>, extents: ReadonlyMap<Level, Extent>): void {
  const homes = new Map<string, Level>()
  const levels = [root]
  for (const level of levels) {
    for (const id of level.nodes) homes.set(id, level)
    for (const child of level.children) levels.push(child)
  }
  for (const start of levels) {
    if (start.nodes.length > 0) continue
    for (const id of start.mentions) {
      const bound = (order.get(id) ?? 0) + 1
      for (let level = start; level !== homes.get(id) && level.parent; level = level.parent) {
        const extent = extents.get(level)!
        const { firstNode } = extent
        if (Number.isFinite(firstNode) && firstNode >= bound) break
        extent.firstNode = bound
      }
    }
  }
}

function levelLines(level: Level, layout: Layout, inherited: Attributes): Line[] {
  const { first, last } = splitAttributes(level, inherited)
  const lines: Line[] = attributeLines(first)
  const effective = first.size === 0 ? inherited : new Map([...inherited, ...first])
  const nodes = level.nodes[Symbol.iterator]()
  let node = nodes.next()
  let edge = 0
  const edges = layout.withEdges ? [...level.edges].sort((a, b) => a - b) : []
  for (const child of level.children) {
    const { firstNode, firstEdge } = layout.extents.get(child)!
    for (
      ;
      !node.done && Number.isFinite(firstNode) && layout.order.get(node.value)! < firstNode;
      node = nodes.next()
    ) {
      lines.push({ kind: 'node', id: node.value, declared: true })
    }
    if (layout.withEdges && Number.isFinite(firstEdge)) {
      for (; edge < edges.length && edges[edge]! < firstEdge; edge++)
        lines.push({ kind: 'edge', place: edges[edge]! })
    }
    const inner = levelLines(child, layout, effective)
    lines.push({ kind: 'subgraph', name: child.name, lines: inner, group: child.group })
  }
  for (; !node.done; node = nodes.next()) lines.push({ kind: 'node', id: node.value, declared: true })
  for (const id of level.mentions) lines.push({ kind: 'node', id, declared: false })
  if (level.anchor !== undefined) lines.push({ kind: 'anchor', id: level.anchor })
  for (; edge < edges.length; edge++) lines.push({ kind: 'edge', place: edges[edge]! })
  return [...lines, ...attributeLines(last)]
}

function attributeLines(attributes: Attributes): Line[] {
  return attributes.size > 0 ? [{ kind: 'attributes', attributes }] : []
}

/**
 * A subgraph is born with the attributes that stand before it. So what would change how a cluster is drawn
 * stands behind the subgraphs, unless each of them says it itself; and what is born need not be said again.
 */
function splitAttributes(level: Level, inherited: Attributes): { first: Attributes; last: Attributes } {
  const first = new Map<string, Atom>()
  const last = new Map<string, Atom>()
  for (const [name, value] of level.attributes) {
    const isFirst =
      level.children.length === 0 ||
      (name === 'label' && level.passes) ||
      (!level.after.has(name) && (!isDrawn(name) || level.children.every(child => says(child, name))))
    if (!isFirst) last.set(name, value)
    else if (name === 'label' || !sameAtom(inherited.get(name), value)) first.set(name, value)
  }
  return { first, last }
}

/** Whether every cluster from here on inwards has the attribute. */
function says(level: Level, attribute: string): boolean {
  const saysItself = level.attributes.has(attribute) || level.group === undefined
  return saysItself && level.children.every(child => says(child, attribute))
}

/** Where edges of subgraphs would come out of order: first everything else, then the edges, each in its subgraph opened again. */
function withReopened(root: Level, graph: Graph, apart: boolean): Line[] {
  const lines: Line[] = linesOf(root, graph, { apart, withEdges: false })
  const owners = new Map<number, Level>()
  const visit = (level: Level) => {
    for (const place of level.edges) owners.set(place, level)
    for (const child of level.children) visit(child)
  }
  visit(root)
  for (const place of graph.edges.keys()) {
    lines.push(reopened(owners.get(place) ?? root, { kind: 'edge', place }))
  }
  return lines
}

/** Nobody can open an anonymous subgraph again: the edge goes to the one around it. */
function reopened(owner: Level, line: Line): Line {
  const path: Level[] = []
  for (let level: Level | undefined = owner; level?.parent; level = level.parent) path.unshift(level)
  const anonymous = path.findIndex(({ name }) => name === undefined)
  const open = anonymous < 0 ? path : path.slice(0, anonymous)
  return open.reduceRight<Line>((inner, { name }) => ({ kind: 'subgraph', name, lines: [inner] }), line)
}

function edgesIn(lines: readonly Line[]): number[] {
  const places: number[] = []
  const visit = (list: readonly Line[]) => {
    for (const line of list) {
      if (line.kind === 'edge') places.push(line.place)
      else if (line.kind === 'subgraph') visit(line.lines)
    }
  }
  visit(lines)
  return places
}

function isSorted(places: readonly number[]): boolean {
  return places.every((place, index) => index === 0 || places[index - 1]! < place)
}

function createdBy({ lines, endsOf }: Plan, graph: Graph): readonly string[] {
  const created = new Set<string>()
  const visit = (list: readonly Line[]) => {
    for (const line of list) {
      if (line.kind === 'node') created.add(line.id)
      else if (line.kind === 'subgraph') visit(line.lines)
      else if (line.kind === 'edge') {
        const { tail, head } = endsOf(graph.edges[line.place]!)
        for (const id of [tail, head]) if (graph.nodes.has(id)) created.add(id)
      }
    }
  }
  visit(lines)
  return [...created]
}
