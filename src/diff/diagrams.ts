/** The diagrams of two texts: which is which, and what changed in each. */
import { inverse } from '../ir/lists.js'
import type { Graph } from '../ir/model.js'
import type { Side } from './both-ways.js'
import { comparedGraphs } from './diff.js'
import type { Difference } from './difference.js'
import { type Matched, matchGraphs, pairInOrder } from './match.js'
import { sentenceOf } from './sentences.js'

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
/** Among so many of the next diagrams one without a title is looked for. */
const AHEAD = 8

/**
 * The diagrams of two texts in pairs, in the order of the second one, and behind them what went. Two are the same by title, then by id,
 * else by what is in them.
 */
export function comparedTexts(before: readonly Side[], after: readonly Side[]): DiagramDifference[] {
  const pairs = pairsOf(before, after)
  const old = inverse(pairs)
  const found = after.map((now, place): DiagramDifference => {
    const was = before[old.get(place) ?? -1]
    return was
      ? { before: was.graph, after: now.graph, ...comparedGraphs(was, now) }
      : wholly('added', now.graph)
  })
  const gone = before.filter((_, place) => !pairs.has(place))
  return [...found, ...gone.map(({ graph }) => wholly('removed', graph))]
}

function pairsOf(before: readonly Side[], after: readonly Side[]): Map<number, number> {
  if (before.length === 1 && after.length === 1) return new Map([[0, 0]])
  const keys = [({ graph }: Side) => graph.title || undefined, ({ graph }: Side) => graph.id || undefined]
  const pairs = pairInOrder(before, after, keys, keys)
  const taken = new Set(pairs.values())
  const left = [...before.keys()].filter(place => !pairs.has(place))
  const right = [...after.keys()].filter(place => !taken.has(place))
  for (const place of left) {
    const next = right.slice(0, AHEAD).findIndex(other => isLike(before[place]!.graph, after[other]!.graph))
    if (next >= 0) pairs.set(place, right.splice(next, 1)[0]!)
  }
  return pairs
}

function isLike(before: Graph, after: Graph): boolean {
  const { nodes } = matchGraphs(before, after, { texts: true })
  return nodes.size >= LEAST * Math.max(before.nodes.size, after.nodes.size)
}

function wholly(kind: 'added' | 'removed', graph: Graph): DiagramDifference {
  const element = { ...(graph.id !== undefined && { id: graph.id }), label: graph.title ?? '' }
  const said = { kind, element: 'diagram', [kind === 'added' ? 'now' : 'old']: element } as const
  const difference: Difference = { ...said, text: sentenceOf(said, graph, graph) }
  const side = kind === 'added' ? { after: graph } : { before: graph }
  return { ...side, differences: [difference], matched: NOTHING }
}
