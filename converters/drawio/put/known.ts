/** The groups of a page that somebody else drew: those of the graph that it is to show. */
import type { End, Graph } from '../../../src/ir/model.js'
import type { Known } from '../read/lying.js'
import { groupIdOf, nodeIdOf } from '../read/page-elements.js'

/**
 * What a source says of a page's cells, by their ids. The page itself may say otherwise than when the source was made of it: what lay on a
 * box has been moved since, or only its reading found that things lie on a box.
 */
export function knownFrom({ nodes, groups, edges }: Graph): Known {
  const keyOf = ({ kind, id }: Pick<End, 'kind' | 'id'>): string => JSON.stringify([kind, id])
  const links = new Set(edges.map(({ from, to }) => `${keyOf(from)} ${keyOf(to)}`))
  return {
    isGroup: cell => groups.has(groupIdOf(cell)),
    isLinked: (from, to) => links.has(`${keyOf(from)} ${keyOf(to)}`),
    isNote: cell => nodes.get(nodeIdOf(cell))?.note === true,
    isNode: cell => nodes.has(nodeIdOf(cell)),
    isTitled: cell => ((groups.get(groupIdOf(cell)) ?? nodes.get(nodeIdOf(cell)))?.label.text ?? '') !== '',
    isAround: (group, cell) => {
      const id = groupIdOf(group)
      const [asNode, asGroup] = [nodes.get(nodeIdOf(cell)), groups.get(groupIdOf(cell))]
      if (asNode) return asNode.group === id
      return asGroup ? asGroup.parent === id : true
    },
  }
}
