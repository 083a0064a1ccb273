/** The groups of a page that somebody else drew: those of the graph that it is to show. */
import { addTo } from '../../../src/ir/lists.js'
import type { Edge, End, Graph } from '../../../src/ir/model.js'
import type { Known } from '../read/lying.js'
import { groupIdOf, nodeIdOf } from '../read/page-elements.js'
import { type LabelName, labelNamed, labelNames } from '../words/beside.js'

/**
 * What a source says of a page's cells, by their ids. The page itself may say otherwise than when the source was made of it: what lay on a
 * box has been moved since, or only its reading found that things lie on a box.
 */
export function knownFrom({ nodes, groups, edges }: Graph): Known {
  const keyOf = ({ kind, id }: Pick<End, 'kind' | 'id'>): string => JSON.stringify([kind, id])
  const linkOf = (from: Pick<End, 'kind' | 'id'>, to: Pick<End, 'kind' | 'id'>): string =>
    `${keyOf(from)} ${keyOf(to)}`
  const links = new Map<string, Edge[]>()
  for (const edge of edges) addTo(links, linkOf(edge.from, edge.to), edge)
  return {
    isGroup: cell => groups.has(groupIdOf(cell)),
    isLinked: (from, to) => links.has(linkOf(from, to)),
    isLabelled: (from, to, name) => (links.get(linkOf(from, to)) ?? []).some(edge => saysLabel(edge, name)),
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

/** Whether an edge has a label there. Where it has a single one, most formats have no other place for it than the middle. */
function saysLabel(edge: Edge, name: LabelName): boolean {
  const said = labelNames.filter(name => (labelNamed(edge, name)?.text ?? '') !== '')
  return said.includes(name) || (said.length === 1 && said[0] === 'middle')
}
