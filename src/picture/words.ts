/** What a picture shows, in words, for whoever cannot see it. */
import type { Direction, Graph } from '../ir/model.js'

const WAYS: { readonly [D in Direction]: string } = {
  TB: 'top to bottom',
  BT: 'bottom to top',
  LR: 'left to right',
  RL: 'right to left',
}

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`

/** The graph's own description, then the kind of the diagram and how much there is in it. */
export function describe({ description, directed, direction, nodes, groups, edges }: Graph): string {
  const lanes = [...groups.values()].filter(({ kind }) => kind === 'lane').length
  const parts = [
    counted(nodes.size, 'node', 'nodes'),
    counted(edges.length, directed ? 'arrow' : 'line', directed ? 'arrows' : 'lines'),
    ...(lanes > 0 ? [counted(lanes, 'lane', 'lanes')] : []),
    ...(groups.size > lanes ? [counted(groups.size - lanes, 'group', 'groups')] : []),
  ]
  const way = direction ? `, from ${WAYS[direction]}` : ''
  return `${description ? `${description}\n` : ''}A diagram${way}: ${parts.join(', ')}.`
}
