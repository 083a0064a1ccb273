/** A graph without what only comments in its extras: a text keeps its own comments, whatever another one says. */
import type { Format } from '../format.js'
import { mapElements } from '../ir/elements.js'
import type { Extras, Graph } from '../ir/model.js'

export function withoutRemarks(graph: Graph, { name, remarks = [] }: Format): Graph {
  if (remarks.length === 0) return graph
  return mapElements(graph, element => {
    const own = element.extras.get(name)
    if (!own || !remarks.some(key => own.has(key))) return element
    return { ...element, extras: withoutKeys(element.extras, name, remarks) }
  })
}

function withoutKeys(extras: Extras, name: string, keys: readonly string[]): Extras {
  const own = [...extras.get(name)!].filter(([key]) => !keys.includes(key))
  const rest = [...extras].filter(([format]) => format !== name)
  return new Map(own.length === 0 ? rest : [...rest, [name, new Map(own)]])
}
