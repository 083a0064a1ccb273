/** In which order the clusters and nodes of a graph stand in a text that holds each cluster in one block. */
import { blocksOf } from '../../../src/ir/blocks.js'
import { childrenOf, isAround } from '../../../src/ir/group-tree.js'
import type { Graph, Group } from '../../../src/ir/model.js'

type Elements = Pick<Graph, 'nodes' | 'groups'>

/** The graph or a cluster: its nodes and clusters in the order in which they are made. */
export interface Block {
  /** Left out for the graph. */
  readonly group?: string
  readonly items: readonly (string | Block)[]
  readonly children: readonly Block[]
}

/** The blocks of a graph as one tree: see `src/ir/blocks.ts` for where each stands. */
export function blockTree(graph: Elements): Block {
  const root = { items: [], children: [] }
  const open: OpenBlock[] = [root]
  for (const step of blocksOf(graph)) {
    const around = open.at(-1)!
    if (step.kind === 'close') open.pop()
    else if (step.kind === 'node') around.items.push(step.node.id)
    else {
      const block = { group: step.group.id, items: [], children: [] }
      around.items.push(block)
      around.children.push(block)
      open.push(block)
    }
  }
  return root
}

interface OpenBlock extends Block {
  readonly items: (string | Block)[]
  readonly children: Block[]
}

export interface Places {
  /** Every group, an outer one before those in it. */
  readonly order: readonly string[]
  /** Whether a node stands in a group, or in one of those in it. The graph holds all. */
  readonly holds: (group: string | undefined, node: string) => boolean
  /** Whether a node may stand in a cluster: one that does not take it from the group that it is in. */
  readonly mayHold: (group: string, node: string) => boolean
}

/** A node is in the deepest cluster that names it, and of equally deep ones in the first. */
export function placesOf({ nodes, groups }: Elements): Places {
  const places = new Map<string, { readonly depth: number; readonly place: number }>()
  const children = childrenOf(groups)
  const visit = (list: readonly Group[], depth: number): void => {
    for (const { id } of list) {
      places.set(id, { depth, place: places.size })
      visit(children.get(id) ?? [], depth + 1)
    }
  }
  visit(children.get(undefined) ?? [], 1)
  const holds = (group: string | undefined, node: string): boolean => {
    return group === undefined || isAround(groups, group, nodes.get(node)?.group)
  }
  const mayHold = (group: string, node: string): boolean => {
    if (holds(group, node)) return true
    const home = places.get(nodes.get(node)?.group ?? '')
    const here = places.get(group)
    if (!home || !here) return false
    return here.depth < home.depth || (here.depth === home.depth && here.place > home.place)
  }
  return { order: [...places.keys()], holds, mayHold }
}
