/** Lanes that a diagram without groups could have, each kind with why: what nodes share. They are proposed, and never made unasked. */
import type { Graph, Node } from '../ir/model.js'
import { counted, joined } from './words.js'

/** Fewer nodes need no lanes. */
const LEAST_NODES = 6

/** Lanes of a diagram that a person still sees as such. */
const MOST_LANES = 12

/** So much of all nodes has to be in a lane of two nodes or more. */
const COVERED = 0.7

interface Sharing {
  /** As in a sentence: `classes`. */
  readonly what: string
  readonly of: (node: Node, graph: Graph) => string | undefined
  /** What makes such lanes. */
  readonly done: string
}

const BY_HAND = 'groups around them in the source make such lanes'

const sharings: readonly Sharing[] = [
  { what: 'classes', of: ({ classes }) => classes[0], done: '--lanes-from class makes them' },
  { what: 'colours', of: fillOf, done: BY_HAND },
  { what: 'beginnings of ids', of: ({ id }) => prefixOf(id), done: BY_HAND },
  {
    what: 'beginnings of labels',
    of: ({ label }) => /^([^:\n]{2,30}):\s/.exec(label.text)?.[1],
    done: BY_HAND,
  },
  {
    what: 'first words of labels',
    of: ({ label }) => /^\p{L}{3,}(?=\s)/u.exec(label.text)?.[0].toLowerCase(),
    done: BY_HAND,
  },
]

function fillOf({ style, classes }: Node, graph: Graph): string | undefined {
  if (style.fill !== undefined) return style.fill
  return classes.map(name => graph.classes.get(name)?.fill).find(fill => fill !== undefined)
}

/** What stands before the first sign that joins words, or before a capital letter. */
const prefixOf = (id: string): string | undefined =>
  /^([\p{L}]{2,})[-_.:/ ]./u.exec(id)?.[1]?.toLowerCase() ?? /^(\p{Ll}{2,})\p{Lu}/u.exec(id)?.[1]

/** What a graph without groups could have as lanes: a sentence for each way that nodes can be told apart by what they share. */
export function laneProposals(graph: Graph): string[] {
  if (graph.groups.size > 0 || graph.nodes.size < LEAST_NODES) return []
  const said: string[] = []
  const seen = new Set<string>()
  for (const { what, of, done } of sharings) {
    const lanes = lanesBy(graph, of)
    // Two ways that part the nodes alike are one.
    const parts = [...lanes.values()]
      .map(nodes => nodes.join('\u0000'))
      .sort()
      .join('\u0001')
    if (lanes.size < 2 || lanes.size > MOST_LANES || seen.has(parts)) continue
    const covered = [...lanes.values()].reduce((sum, { length }) => sum + length, 0)
    if (covered < COVERED * graph.nodes.size) continue
    seen.add(parts)
    const list = [...lanes].map(
      ([name, nodes]) => `“${name.slice(0, 40)}” (${counted(nodes.length, 'node')})`,
    )
    said.push(
      `Without groups there is one lane. By ${what} there could be ${lanes.size}: ${joined(list)}; ${done}.`,
    )
  }
  return said
}

/** The ids of nodes by what two of them or more share. */
function lanesBy(graph: Graph, of: Sharing['of']): Map<string, string[]> {
  const lanes = new Map<string, string[]>()
  for (const node of graph.nodes.values()) {
    const name = of(node, graph)
    if (name === undefined || name === '') continue
    const lane = lanes.get(name)
    if (lane) lane.push(node.id)
    else lanes.set(name, [node.id])
  }
  return new Map([...lanes].filter(([, { length }]) => length > 1))
}
