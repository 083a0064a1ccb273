/** What is said of a graph that cannot be lowered, because it does not hang together. */
import type { Graph, Range } from '../ir/model.js'
import { type Flaw, flawsOf } from '../ir/validate.js'
import type { Message } from '../messages/message.js'
import { unsound } from './messages.js'

/** So many flaws of a graph are named one by one: a program that makes one of a kind makes it everywhere. */
const MOST_NAMED = 50

/** An error for each flaw of a graph, by its code (`graph/…`) and with its place, where the graph was read. Nothing for a sound graph. */
export function refusalsOf(graph: Graph): Message[] {
  const flaws = flawsOf(graph)
  const named = flaws.slice(0, MOST_NAMED)
  return named.map((flaw, i) => {
    const more = i === named.length - 1 ? flaws.length - named.length : 0
    return unsound({ ...flaw, more }, rangeIn(graph, flaw))
  })
}

/** The place of the element that a flaw is in. The graph may be anything at all. */
function rangeIn(graph: Graph, { path: [collection, key] }: Flaw): Range | undefined {
  const elements: unknown = (graph as unknown as Record<string, unknown> | null)?.[String(collection)]
  const element: unknown =
    elements instanceof Map ? elements.get(key) : Array.isArray(elements) && elements[Number(key)]
  const at: unknown = (element as { readonly at?: unknown } | null | undefined | false)
    ? (element as { readonly at?: unknown }).at
    : undefined
  const isPlace =
    Array.isArray(at) && at.length === 2 && at.every(offset => Number.isInteger(offset) && offset >= 0)
  return isPlace ? (at as unknown as Range) : undefined
}
