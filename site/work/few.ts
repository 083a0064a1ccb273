/** Messages for a page: what thousands of nodes have in common is not said a thousand times. */
import type { Message } from '../../src/core.js'

/** So many of a kind go to the page. */
const MOST = 40

/** So many changes of a message do: the shapes that are marked. */
const MOST_CHANGES = 20

/** The first of each code, by what became of it. What target formats say in other words, and in another order, is no news. */
export function few(messages: readonly Message[]): { readonly messages: Message[]; readonly total: number } {
  const counts = new Map<string, number>()
  const kept: Message[] = []
  let total = 0
  for (const message of messages) {
    if (message.loss === 'spelling' || message.loss === 'reordered') continue
    total++
    const kind = `${message.code} ${message.loss}`
    const count = (counts.get(kind) ?? 0) + 1
    counts.set(kind, count)
    if (count <= MOST) kept.push(lighter(message))
  }
  return { messages: kept, total }
}

/** Values that were changed are not shown, only where they are. */
function lighter(message: Message): Message {
  const { changes } = message
  if (!changes) return message
  const places = changes
    .slice(0, MOST_CHANGES)
    .map(({ path }) => ({ path, before: undefined, after: undefined }))
  return { ...message, changes: places }
}
