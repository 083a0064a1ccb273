/** A graph without what its authors say to each other. */
import type { Extras, Graph, Value } from '../ir/model.js'

/** The keys under which the formats that keep comments in a graph keep them. */
const COMMENTS: ReadonlySet<string> = new Set(['comments', 'commentsAfter'])

export const isOfComments = (key: string): boolean => COMMENTS.has(key)

interface Commented {
  readonly extras: Extras
}

/** The same graph, its elements without the comments that stand before them. */
export function withoutComments(graph: Graph): Graph {
  const each = <T extends Commented>(elements: ReadonlyMap<string, T>) =>
    new Map([...elements].map(([id, element]) => [id, silent(element)]))
  return {
    ...silent(graph),
    nodes: each(graph.nodes),
    groups: each(graph.groups),
    edges: graph.edges.map(silent),
    loops: graph.loops.map(silent),
  }
}

function silent<T extends Commented>(element: T): T {
  const { extras } = element
  const isSilent = ![...extras.values()].some(own => [...own.keys()].some(isOfComments))
  return isSilent ? element : { ...element, extras: without(extras) }
}

function without(extras: Extras): Extras {
  const left = [...extras].map(([format, own]): [string, ReadonlyMap<string, Value>] => [
    format,
    new Map([...own].filter(([key]) => !isOfComments(key))),
  ])
  return new Map(left.filter(([, own]) => own.size > 0))
}
