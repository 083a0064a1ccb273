/** The diagrams of two texts: which is which, and what changed in each. */
import type { Format } from '../format.js'
import type { Graph } from '../ir/model.js'
import { comparedGraphs } from './diff.js'
import type { Difference } from './difference.js'
import { type Matched, matchGraphs, pairInOrder } from './match.js'
import { sentenceOf } from './sentences.js'

/** What a text holds. */
export interface Text {
  readonly graphs: readonly Graph[]
  /** The format of the text; left out, everything that the graphs say is compared. */
  readonly format?: Format | undefined
}

/** What became of one diagram. */
export interface DiagramDifference {
  /** The diagram as it was; left out of one that was added. */
  readonly before?: Graph
  /** The diagram as it is now; left out of one that was removed. */
  readonly after?: Graph
  readonly differences: readonly Difference[]
  /** Which element is which; everything is in no pair where a diagram came or went. */
  readonly matched: Matched
}

const NOTHING: Matched = { nodes: new Map(), groups: new Map(), edges: new Map(), loops: new Map() }

/** Where less than this share of the nodes is found again, two diagrams without a common title are two. */
const LEAST = 1 / 3

/** Pairs of diagrams, in the order of the second text, and what went behind. Each is the same by title or id, else by what is in it. */
export function comparedTexts(before: Text, after: Text): DiagramDifference[] {
  const pairs = pairsOf(before.graphs, after.graphs)
  const old = new Map([...pairs].map(([a, b]) => [b, a]))
  const found = after.graphs.map((graph, place): DiagramDifference => {
    const was = before.graphs[old.get(place) ?? -1]
    if (!was) return wholly('added', graph)
    const side = ({ format }: Text, of: Graph) => ({ graph: of, format })
    return { before: was, after: graph, ...comparedGraphs(side(before, was), side(after, graph)) }
  })
  const gone = before.graphs.filter((_, place) => !pairs.has(place))
  return [...found, ...gone.map(graph => wholly('removed', graph))]
}

function pairsOf(before: readonly Graph[], after: readonly Graph[]): Map<number, number> {
  if (before.length === 1 && after.length === 1) return new Map([[0, 0]])
  const keys = [({ title }: Graph) => title || undefined, ({ id }: Graph) => id || undefined]
  const pairs = pairInOrder(before, after, keys, keys)
  const taken = new Set(pairs.values())
  const left = [...before.keys()].filter(place => !pairs.has(place))
  const right = [...after.keys()].filter(place => !taken.has(place))
  for (const [i, place] of left.entries()) {
    const other = right[i]
    if (other !== undefined && isLike(before[place]!, after[other]!)) pairs.set(place, other)
  }
  return pairs
}

function isLike(before: Graph, after: Graph): boolean {
  const { nodes } = matchGraphs(before, after, { texts: true })
  return nodes.size >= LEAST * Math.min(before.nodes.size, after.nodes.size)
}

function wholly(kind: 'added' | 'removed', graph: Graph): DiagramDifference {
  const element = { ...(graph.id !== undefined && { id: graph.id }), label: graph.title ?? '' }
  const said = { kind, element: 'diagram', [kind === 'added' ? 'now' : 'old']: element } as const
  const difference: Difference = { ...said, text: sentenceOf(said, graph, graph) }
  const side = kind === 'added' ? { after: graph } : { before: graph }
  return { ...side, differences: [difference], matched: NOTHING }
}
