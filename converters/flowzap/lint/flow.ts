/** Checks of the flow: nodes without edges, requests without an answer. */
import { addToSet } from '../../../src/ir/lists.js'
import type { Diagram } from '../document/diagram.js'
import type { Finding } from '../document/finding.js'
import { placeOfId } from '../document/places.js'
import * as say from './edge-messages.js'

export function checkOrphans({ nodes, edges }: Diagram): Finding[] {
  const joined = new Set<unknown>()
  for (const { from, to } of edges) if (from && to) joined.add(from).add(to)
  return [...nodes.values()]
    .filter(entry => !joined.has(entry))
    .map(({ statement }) => say.orphan(statement, placeOfId(statement)))
}

/** In the sequence view an edge to another lane is a request, and one that comes back later is its answer. */
export function checkReturns({ edges }: Diagram): Finding[] {
  const answered = new Map<unknown, Set<unknown>>()
  const found: Finding[] = []
  for (const { from, to, statement } of [...edges].reverse()) {
    const [source, target] = [from?.lane, to?.lane]
    if (source === undefined || target === undefined || source === target) continue
    if (!answered.get(target)?.has(source))
      found.push(say.noReturn({ from: target.id, to: source.id }, statement.at))
    addToSet(answered, source, target)
  }
  return found.reverse()
}
