/** A graph without what its authors say to each other. */
import { mapElements } from './elements.js'
import type { Extras, Graph, Value } from './model.js'

/** The keys under which the formats that keep comments in a graph keep them. */
const COMMENTS: ReadonlySet<string> = new Set(['comments', 'commentsAfter'])

const isOfComments = (key: string): boolean => COMMENTS.has(key)

/** Whether the path to a leaf of an element leads to its comments, which nobody sees who looks at the diagram. */
export const leadsToComments = ([first, , key = '']: readonly string[]): boolean =>
  first === 'extras' && isOfComments(key)

/** The same graph, its elements without the comments that stand before them. */
export function withoutComments(graph: Graph): Graph {
  return mapElements(graph, element => {
    const { extras } = element
    const isSilent = ![...extras.values()].some(own => [...own.keys()].some(isOfComments))
    return isSilent ? element : { ...element, extras: without(extras) }
  })
}

function without(extras: Extras): Extras {
  const left = [...extras].map(([format, own]): [string, ReadonlyMap<string, Value>] => [
    format,
    new Map([...own].filter(([key]) => !isOfComments(key))),
  ])
  return new Map(left.filter(([, own]) => own.size > 0))
}
