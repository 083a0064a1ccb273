/** Which edge of a page is which edge of the source. */
import { type Keys, pairInOrder } from '../../../src/diff/match.js'
import type { Edge, Graph, Loop } from '../../../src/ir/model.js'
import type { PageCells } from '../read/read.js'

/** What an edge joins, without the fields and sides of its ends. */
export const endsOf = ({ from, to }: Edge): string => JSON.stringify([from.kind, from.id, to.kind, to.id])

/**
 * For each edge of the source the place of its equal among the page's edges. Edges are equal by their id,
 * else by ends, fields and label, else by ends and label, else by ends, else by the cell that the edge was first written as (a person
 * fastened it elsewhere since). Each is taken once, in order.
 */
export function matchEdges(base: Graph, source: Graph, cells: PageCells): (number | undefined)[] {
  const byId = ({ id }: Edge): string | undefined => id
  const byLabel = (edge: Edge): string => JSON.stringify([endsOf(edge), edge.label.text])
  const byFields = (edge: Edge): string => JSON.stringify([byLabel(edge), edge.from.port, edge.to.port])
  const same = [byId, byFields, byLabel, endsOf]
  const inFile = [...same, (_: Edge, place: number) => cells.edges[place]?.id]
  const pairs = pairInOrder(source.edges, base.edges, [...same, cellIdOf(source, cells)], inFile)
  return source.edges.map((_, place) => pairs.get(place))
}

/** The ids that a writer would first give the edges of a source. */
export function cellIdOf(source: Graph, cells: PageCells): (edge: Edge, i: number) => string {
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
  const keys: Keys<Loop> = [({ condition }) => condition, ({ nodes }) => JSON.stringify(nodes)]
  const pairs = pairInOrder(source.loops, base.loops, keys, keys)
  return source.loops.map((_, place) => pairs.get(place))
}
