/** What the frames of loops stand in. */
import type { Graph, Loop } from '../../../src/ir/model.js'

interface Tree {
  readonly graph: Graph
  readonly layer: string
  readonly nodeIds: ReadonlyMap<string, string>
  readonly groupIds: ReadonlyMap<string, string>
  readonly pool: string | undefined
  /** The parent of each cell, by id. */
  readonly parents: ReadonlyMap<string, string>
}

/**
 * What the frames of loops stand in: the innermost lane, group or pool that holds all nodes of the loop, so that a frame moves, folds
 * and goes with that; else the layer.
 * @param given what frames that are on the page already stand in: they stay there, as long as it is there
 */
export function loopParentsOf(tree: Tree, given: readonly (string | undefined)[] = []): string[] {
  const { graph, layer, groupIds, pool, parents } = tree
  const holders = new Set([...groupIds.values(), ...(pool === undefined ? [] : [pool]), layer])
  const isThere = (id: string): boolean => holders.has(id) || parents.has(id)
  return graph.loops.map((loop, i) => {
    const own = given[i]
    if (own !== undefined && isThere(own)) return own
    return around(loop, tree).find(id => holders.has(id)) ?? layer
  })
}

/** What a loop's nodes all stand in, from the inside to the outside. */
function around({ nodes, group }: Loop, { graph, nodeIds, groupIds, parents }: Tree): string[] {
  const cells = nodes.filter(id => graph.nodes.has(id)).map(id => nodeIds.get(id)!)
  const lane = group === undefined ? undefined : groupIds.get(group)
  if (cells.length === 0) return lane === undefined ? [] : [lane, ...above(lane, parents)]
  const [first = [], ...others] = cells.map(id => above(id, parents))
  return others.reduce((common, path) => {
    const there = new Set(path)
    return common.filter(id => there.has(id))
  }, first)
}

function above(id: string, parents: ReadonlyMap<string, string>): string[] {
  const path = new Set<string>()
  for (let up = parents.get(id); up !== undefined && !path.has(up); up = parents.get(up)) path.add(up)
  return [...path]
}
