/**
 * The order of a text that holds each group's nodes in a block: blocks stand among the nodes around them where their first
 * node stands, as far as groups keep their order among their siblings.
 */
import { entryOf } from './lists.js'
import type { Graph, Group, Node } from './model.js'

export type BlockStep =
  | { readonly kind: 'open'; readonly group: Group }
  | { readonly kind: 'node'; readonly node: Node }
  | { readonly kind: 'close'; readonly group: Group }

interface Contents {
  readonly nodes: Node[]
  readonly groups: Group[]
}

/** Where a walk stands in a block: the next node and the next group of it. */
interface Visit {
  readonly group: Group | undefined
  readonly contents: Contents
  node: number
  child: number
}

const NOTHING: Contents = { nodes: [], groups: [] }

/** Every group and node of a graph, block by block. Groups nest as deep as a file says, so the stack is its own. */
export function* blocksOf({ nodes, groups }: Pick<Graph, 'nodes' | 'groups'>): Generator<BlockStep> {
  const contents = contentsOf({ nodes, groups })
  const places = new Map<string, number>()
  for (const id of nodes.keys()) places.set(id, places.size)
  const firsts = firstPlaces({ nodes, groups })
  const enter = (group: Group | undefined): Visit => {
    return { group, contents: contents.get(group?.id) ?? NOTHING, node: 0, child: 0 }
  }
  const open = [enter(undefined)]
  for (let visit = open.at(-1); visit; visit = open.at(-1)) {
    const child = visit.contents.groups[visit.child]
    const node = visit.contents.nodes[visit.node]
    if (node && (!child || (places.get(node.id) ?? 0) < (firsts.get(child.id) ?? -1))) {
      visit.node++
      yield { kind: 'node', node }
    } else if (child) {
      visit.child++
      yield { kind: 'open', group: child }
      open.push(enter(child))
    } else {
      open.pop()
      if (visit.group) yield { kind: 'close', group: visit.group }
    }
  }
}

/** The ids of the nodes, block by block. */
export function blockOrder(graph: Pick<Graph, 'nodes' | 'groups'>): string[] {
  const order: string[] = []
  for (const step of blocksOf(graph)) if (step.kind === 'node') order.push(step.node.id)
  return order
}

function contentsOf({ nodes, groups }: Pick<Graph, 'nodes' | 'groups'>): Map<string | undefined, Contents> {
  const contents = new Map<string | undefined, Contents>()
  const of = (id: string | undefined) => entryOf(contents, id, () => ({ nodes: [], groups: [] }))
  for (const node of nodes.values()) of(node.group).nodes.push(node)
  for (const group of groups.values()) of(group.parent).groups.push(group)
  return contents
}

/** By group: the place of the first node in it, or in a group inside it. Empty groups have none. */
function firstPlaces({ nodes, groups }: Pick<Graph, 'nodes' | 'groups'>): Map<string, number> {
  const firsts = new Map<string, number>()
  let place = 0
  for (const node of nodes.values()) {
    let around = node.group
    while (around !== undefined && !firsts.has(around)) {
      firsts.set(around, place)
      around = groups.get(around)?.parent
    }
    place++
  }
  return firsts
}
