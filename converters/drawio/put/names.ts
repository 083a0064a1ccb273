/** The names that the nodes and groups of a page have in the graph that is put into it. */
import type { Matched } from '../../../src/diff/match.js'
import type { PutChange } from '../../../src/format.js'
import { inverse } from '../../../src/ir/lists.js'
import type { Edge, Graph } from '../../../src/ir/model.js'
import { named } from '../../../src/put/names.js'
import type { PageCells } from '../read/read.js'
import { inFile } from '../words/in-file.js'

/** What nodes and groups of a graph are called on the page that it is put into. */
export interface OldNames {
  readonly nodes: ReadonlyMap<string, string>
  readonly groups: ReadonlyMap<string, string>
}

/** For what is in both graphs, what it was called. */
export function oldNamesOf({ nodes, groups }: Matched): OldNames {
  return { nodes: inverse(nodes), groups: inverse(groups) }
}

/** A page in the names of the new graph, to see in it what stands where. What goes keeps its name. */
export function withNewNames(
  base: Graph,
  cells: PageCells,
  matched: Matched,
): { readonly graph: Graph; readonly cells: PageCells } {
  const all = (table: ReadonlyMap<string, unknown>, pairs: ReadonlyMap<string, string>) =>
    new Map([...table.keys()].map(id => [id, pairs.get(id) ?? id]))
  const [nodes, groups] = [all(base.nodes, matched.nodes), all(base.groups, matched.groups)]
  const { graph, edges, loops } = named(base, { nodes, groups })
  const rekeyed = <T>(table: ReadonlyMap<string, T>, names: ReadonlyMap<string, string>) =>
    new Map([...table].map(([id, cell]) => [names.get(id) ?? id, cell]))
  return {
    graph: { ...graph, edges: edges.filter(edge => edge !== undefined), loops },
    cells: { ...cells, nodes: rekeyed(cells.nodes, nodes), groups: rekeyed(cells.groups, groups) },
  }
}

/** The pairs, with lines that have the same cell and end elsewhere now. */
export function withSameLines({ before, after, matched }: PutChange): Matched {
  const cellOf = (edge: Edge) => inFile(edge)?.get('id')
  const known = new Set(matched.edges.values())
  const left = new Map(
    after.edges.flatMap((edge, place) => {
      const cell = known.has(place) ? undefined : cellOf(edge)
      return cell === undefined ? [] : [[cell, place] as const]
    }),
  )
  const edges = new Map(matched.edges)
  for (const [place, edge] of before.edges.entries()) {
    const found = edges.has(place) ? undefined : left.get(cellOf(edge) ?? null)
    if (found === undefined) continue
    edges.set(place, found)
    left.delete(cellOf(edge)!)
  }
  return { ...matched, edges }
}
