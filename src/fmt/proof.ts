/** Whether a formatted text says what it said before. */
import { firstDifference, show } from '../ir/difference.js'
import type { Graph } from '../ir/model.js'
import type { Message } from '../messages/message.js'
import type { ReadOutcome } from '../read.js'

/**
 * How a formatted text reads otherwise than it did; `undefined` where it does not: the same graphs, as the model compares them, in the
 * same places, and no message that was not given before. What was said of how the text was laid out may go.
 */
export function faultBetween(before: ReadOutcome, after: ReadOutcome): string | undefined {
  const fresh = firstNew(before.messages, after.messages)
  if (fresh) return fresh.text
  if (after.graphs.length !== before.graphs.length) return `${after.graphs.length} diagrams are read`
  for (const [place, graph] of after.graphs.entries()) {
    const difference = firstDifference(before.graphs[place]!, graph)
    if (difference !== undefined) return difference
    const other = firstOtherDocument(before.graphs[place]!, graph)
    if (other !== undefined) return other
  }
  return show(before.layouts) === show(after.layouts) ? undefined : 'something stands in another place'
}

/** What the file of a graph says of its elements beside the graph: order, spelling, a person's geometry. */
function firstOtherDocument(before: Graph, after: Graph): string | undefined {
  const [had, has] = [elementsIn(before), elementsIn(after)]
  const place = has.findIndex(({ document }, place) => show(document) !== show(had[place]?.document))
  return place < 0 ? undefined : `document: ${show(had[place]?.document)} ≠ ${show(has[place]!.document)}`
}

const elementsIn = (graph: Graph) => [
  graph,
  ...graph.nodes.values(),
  ...graph.groups.values(),
  ...graph.edges,
]

/** A message that is given more often than before. */
function firstNew(before: readonly Message[], after: readonly Message[]): Message | undefined {
  const left = new Map<string, number>()
  for (const message of before) left.set(keyOf(message), (left.get(keyOf(message)) ?? 0) + 1)
  return after.find(message => {
    const count = left.get(keyOf(message)) ?? 0
    left.set(keyOf(message), count - 1)
    return count <= 0
  })
}

const keyOf = ({ code, severity, text }: Message): string => `${severity} ${code} ${text}`
