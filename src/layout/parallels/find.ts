/**
 * Bundles: many lines with labels between the same two nodes. Side by side they would make a drawing of many screens, with nothing on it
 * but bends. They are taken out of a graph, and a box stands in their place.
 */
import { addTo } from '../../ir/lists.js'
import type { Edge, Graph } from '../../ir/model.js'
import { LONGEST, lengthBeside } from '../clusters/side-rooms.js'
import { edgeLabelSize } from '../lanes/banded.js'
import { inLanes } from '../lanes/lanes.js'
import { leadingBack } from '../lanes/ranks.js'
import { LEAST_IN_BUNDLE } from './many.js'

export interface Bundle {
  /** The numbers of its edges, in their order. */
  readonly edges: readonly number[]
  /** Whether they lead back, against the flow. */
  readonly back: boolean
}

/** More labels than this beside each other are a bundle, and so are those for which no side of a node is long enough. */
const MOST_BESIDE = 12
/** So many are one in lanes, which are no wider than their nodes. */
const MOST_IN_LANES = 3

/** Whether a line is one among others: between two nodes, to no field, with nothing at its ends. */
function isPlain({ nodes }: Graph, { from, to }: Edge): boolean {
  const isFree = ({ kind, id, port, label }: Edge['from']): boolean =>
    kind === 'node' && port === undefined && !label?.text && !nodes.get(id)!.fields?.length
  return from.id !== to.id && isFree(from) && isFree(to)
}

/** Lines of different looks are no one line where they run together. */
const lookOf = ({ line, style, from, to }: Edge): string =>
  JSON.stringify([line, from.arrow, to.arrow, style.stroke, style.strokeWidth])

/** The bundles of a graph. @param across whether the flow around an edge runs across the page */
export function bundlesIn(graph: Graph, across: (edge: Edge) => boolean): Bundle[] {
  const { edges } = graph
  const pairs = new Map<string, number[]>()
  edges.forEach((edge, i) => {
    const { from, to } = edge
    if (isPlain(graph, edge)) addTo(pairs, JSON.stringify([from.id, to.id, from.side, to.side]), i)
  })
  const most = inLanes(graph) ? MOST_IN_LANES : MOST_BESIDE
  const isTooMuch = (own: readonly number[]): boolean => {
    const labelled = own.flatMap(i => (edgeLabelSize(edges[i]!) ? [edges[i]!] : []))
    if (labelled.length < LEAST_IN_BUNDLE) return false
    if (labelled.length > most) return true
    return most === MOST_BESIDE && !across(labelled[0]!) && lengthBeside(labelled) > LONGEST
  }
  const found: (readonly number[])[] = []
  for (const own of pairs.values()) if (isTooMuch(own)) found.push(...byLook(graph, own, most))
  if (found.length === 0) return []
  const back = leadingBackIn(graph)
  return found.map(own => ({ edges: own, back: back.has(own[0]!) }))
}

/** The edges of one pair by how they look. Those of rare looks are no bundle, unless they are too many by themselves. */
function byLook(graph: Graph, own: readonly number[], most: number): (readonly number[])[] {
  const looks = new Map<string, number[]>()
  for (const i of own) addTo(looks, lookOf(graph.edges[i]!), i)
  const lists = [...looks.values()]
  const rare = lists.filter(({ length }) => length < LEAST_IN_BUNDLE).flat()
  const common = lists.filter(({ length }) => length >= LEAST_IN_BUNDLE)
  return rare.length > most ? [...common, rare.sort((a, b) => a - b)] : common
}

/** Which edges lead back, were all nodes beside each other. */
function leadingBackIn({ nodes, edges }: Graph): ReadonlySet<number> {
  const index = new Map([...nodes.keys()].map((id, i) => [id, i]))
  const numbers: number[] = []
  const links = edges.flatMap(({ from, to }, i) => {
    if (from.kind !== 'node' || to.kind !== 'node') return []
    numbers.push(i)
    return { from: index.get(from.id)!, to: index.get(to.id)!, min: 1 }
  })
  const turned = leadingBack(nodes.size, links)
  return new Set(numbers.filter((_, k) => turned[k] === 1))
}
