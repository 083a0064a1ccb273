/** In which order the clusters and nodes of a graph stand in a text that holds each cluster in one block. */
import { addTo } from '../../../src/ir/lists.js'
import type { Graph } from '../../../src/ir/model.js'

type Elements = Pick<Graph, 'nodes' | 'groups'>

/** The graph or a cluster: its nodes and clusters in the order in which they are made. */
export interface Block {
  /** Left out for the graph. */
  readonly group?: string
  readonly items: readonly (string | Block)[]
  readonly children: readonly Block[]
}

/** Each cluster stands before those of the nodes around it that come behind its first one. */
export function blocksOf({ nodes, groups }: Elements): Block {
  const own = new Map<string | undefined, string[]>()
  for (const { id, group } of nodes.values()) addTo(own, group, id)
  const children = new Map<string | undefined, string[]>()
  for (const { id, parent } of groups.values()) addTo(children, parent, id)
  const places = new Map([...nodes.keys()].map((id, place) => [id, place]))
  const made = (group: string | undefined): { readonly block: Block; readonly first: number } => {
    const items: (string | Block)[] = []
    const inner: Block[] = []
    const list = own.get(group) ?? []
    let first = list.length > 0 ? places.get(list[0]!)! : Number.POSITIVE_INFINITY
    let next = 0
    for (const id of children.get(group) ?? []) {
      const child = made(id)
      first = Math.min(first, child.first)
      if (Number.isFinite(child.first))
        for (; next < list.length && places.get(list[next]!)! < child.first; next++) items.push(list[next]!)
      items.push(child.block)
      inner.push(child.block)
    }
    for (const id of list.slice(next)) items.push(id)
    return { block: { ...(group !== undefined && { group }), items, children: inner }, first }
  }
  return made(undefined).block
}

/** The ids of a graph's nodes in the order in which the writer makes them. */
export function createdOrder(graph: Elements): readonly string[] {
  const order: string[] = []
  const visit = ({ items }: Block): void => {
    for (const item of items) {
      if (typeof item === 'string') order.push(item)
      else visit(item)
    }
  }
  visit(blocksOf(graph))
  return order
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
  const children = new Map<string | undefined, string[]>()
  for (const { id, parent } of groups.values()) addTo(children, parent, id)
  const visit = (list: readonly string[], depth: number): void => {
    for (const id of list) {
      places.set(id, { depth, place: places.size })
      visit(children.get(id) ?? [], depth + 1)
    }
  }
  visit(children.get(undefined) ?? [], 1)
  const holds = (group: string | undefined, node: string): boolean => {
    let around = nodes.get(node)?.group
    while (around !== undefined && around !== group) around = groups.get(around)?.parent
    return around === group
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
