/** Which edge of a page is which edge of the source. */
import type { Edge, Graph } from '../../../src/ir/model.js'
import type { PageCells } from '../read.js'

/** What an edge joins, without the fields and sides of its ends. */
export const endsOf = ({ from, to }: Edge): string => JSON.stringify([from.kind, from.id, to.kind, to.id])

/**
 * For each edge of the source the place of its equal among the page's edges. Edges are equal by their id,
 * else by ends, fields and label, else by ends and label, else by ends, else by the cell that the edge was first written as (a person
 * fastened it elsewhere since). Each is taken once, in order.
 */
export function matchEdges(base: Graph, source: Graph, cells: PageCells): (number | undefined)[] {
  const matches: (number | undefined)[] = source.edges.map(() => undefined)
  const taken = new Set<number>()
  const round = (keyOfBase: (edge: Edge, i: number) => string | undefined, keyOf: typeof keyOfBase): void => {
    const waiting = new Map<string, number[]>()
    base.edges.forEach((edge, i) => {
      const key = taken.has(i) ? undefined : keyOfBase(edge, i)
      if (key === undefined) return
      const list = waiting.get(key)
      if (list) list.push(i)
      else waiting.set(key, [i])
    })
    for (const list of waiting.values()) list.reverse()
    source.edges.forEach((edge, i) => {
      const key = matches[i] === undefined ? keyOf(edge, i) : undefined
      const found = key === undefined ? undefined : waiting.get(key)?.pop()
      if (found === undefined) return
      matches[i] = found
      taken.add(found)
    })
  }
  const byId = ({ id }: Edge): string | undefined => id
  const byLabel = (edge: Edge): string => JSON.stringify([endsOf(edge), edge.label.text])
  const byFields = (edge: Edge): string => JSON.stringify([byLabel(edge), edge.from.port, edge.to.port])
  round(byId, byId)
  round(byFields, byFields)
  round(byLabel, byLabel)
  round(endsOf, endsOf)
  round((_, i) => cells.edges[i]?.id, cellIdOf(source, cells))
  return matches
}

/** The ids that a writer would first give the edges of a source. */
function cellIdOf(source: Graph, cells: PageCells): (edge: Edge, i: number) => string {
  const numbers = new Map<string, number>()
  const ids = source.edges.map(({ from, to }) => {
    const [start, end] = [from, to].map(
      ({ kind, id }) => (kind === 'node' ? cells.nodes : cells.groups).get(id)?.id ?? id,
    )
    const stem = `edge-${start}-${end}`
    const number = (numbers.get(stem) ?? 0) + 1
    numbers.set(stem, number)
    return number === 1 ? stem : `${stem}_${number}`
  })
  return (_, i) => ids[i]!
}

/** For each loop of the source its equal on the page: by condition, else by nodes. */
export function matchLoops(base: Graph, source: Graph): (number | undefined)[] {
  const taken = new Set<number>()
  const places = (keyOf: (loop: Graph['loops'][number]) => string): ((key: string) => number | undefined) => {
    const lists = new Map<string, number[]>()
    base.loops.forEach((loop, i) => {
      const key = keyOf(loop)
      const list = lists.get(key)
      if (list) list.push(i)
      else lists.set(key, [i])
    })
    return key => {
      const list = lists.get(key) ?? []
      let found = list.shift()
      while (found !== undefined && taken.has(found)) found = list.shift()
      if (found !== undefined) taken.add(found)
      return found
    }
  }
  const [condition, nodes] = [places(loop => loop.condition), places(loop => JSON.stringify(loop.nodes))]
  const first = source.loops.map(loop => condition(loop.condition))
  return first.map((found, i) => found ?? nodes(JSON.stringify(source.loops[i]!.nodes)))
}
