/** Whether a formatted text says what it said before. */
import { firstDifference, show } from '../ir/difference.js'
import type { Message } from '../messages/message.js'
import type { ReadOutcome } from '../read.js'

/**
 * How a formatted text reads otherwise than it did; `undefined` where it does not: the same graphs, as the model compares them, told in
 * the same documents and places, and the same messages about them.
 */
export function faultBetween(before: ReadOutcome, after: ReadOutcome): string | undefined {
  const [had, has] = [said(before.messages), said(after.messages)]
  const other = [...has.keys()].find(place => has[place] !== had[place])
  if (other !== undefined) return after.messages[other]!.text
  if (has.length < had.length) return before.messages[has.length]!.text
  if (after.graphs.length !== before.graphs.length) return `${after.graphs.length} diagrams are read`
  for (const [place, graph] of after.graphs.entries()) {
    const difference = firstDifference(before.graphs[place]!, graph)
    if (difference !== undefined) return difference
  }
  if (show(before.layouts) !== show(after.layouts)) return 'something stands in another place'
  return undefined
}

const said = (messages: readonly Message[]): string[] =>
  messages.map(({ code, severity, text }) => `${severity} ${code} ${text}`)
