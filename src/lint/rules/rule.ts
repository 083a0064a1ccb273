/** What a rule over the model is: a function of a graph, whatever format it was read from. */
import type { Edge, Graph, Node } from '../../ir/model.js'
import type { Message } from '../../messages/message.js'

export interface GraphFinding {
  readonly message: Message
  /** The edge without which there is nothing to find. */
  readonly edge?: number
}

export type GraphRule = (graph: Graph) => readonly GraphFinding[]

/** What a person sees of a node, or its id where that is nothing. */
export function nameOf({ id, label }: Node): string {
  return label.text.trim() || id
}

/** Whether an edge is drawn; others only place their ends. */
export function isSeen({ line }: Edge): boolean {
  return line !== 'invisible'
}

/** The ways that an edge can be walked: from its start, from its end, both where it has two heads, none where it has no head. */
export function waysOf(
  { from, to }: Edge,
  directed: boolean,
): readonly (readonly [start: string, end: string])[] {
  if (!directed || (from.arrow === 'none' && to.arrow === 'none')) return []
  const ways: (readonly [string, string])[] = []
  if (to.arrow !== 'none') ways.push([from.id, to.id])
  if (from.arrow !== 'none') ways.push([to.id, from.id])
  return ways
}
