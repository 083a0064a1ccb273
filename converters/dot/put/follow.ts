/** Extras that speak of other elements: the tree of subgraphs, and the nodes at which edges of clusters end. */

import type { PutChange } from '../../../src/format.js'
import { isAround } from '../../../src/ir/group-tree.js'
import { sameValue } from '../../../src/ir/leaves.js'
import type { Edge, Extras, Graph, Value } from '../../../src/ir/model.js'
import { treeInExtras, treeValue } from '../words/tree.js'

/** The edited graph whose subgraphs hold what they held before, under the names and at the places that this has now. */
export function followDot(change: PutChange): Graph {
  const { before, after, matched } = change
  const edges = after.edges.map(edge => withEnds(edge, matched.nodes))
  const tree = after.extras.get('dot')?.get('subgraphs')
  if (!Array.isArray(tree) || !sameValue(tree, before.extras.get('dot')?.get('subgraphs')))
    return { ...after, edges }
  const entries = entriesNow(tree as readonly Value[], undefined, change)
  const moved = { ...after, extras: withDotExtras(after.extras, new Map([['subgraphs', entries]])) }
  const value = treeValue(treeInExtras(moved))
  return { ...after, edges, extras: withDotExtras(after.extras, new Map([['subgraphs', value]])) }
}

function withEnds(edge: Edge, nodes: ReadonlyMap<string, string>): Edge {
  const own = edge.extras.get('dot')
  const now = new Map<string, Value>()
  for (const name of ['from', 'to']) {
    const id = own?.get(name)
    const renamed = typeof id === 'string' ? nodes.get(id) : undefined
    if (renamed !== undefined && renamed !== id) now.set(name, renamed)
  }
  return now.size > 0 ? { ...edge, extras: withDotExtras(edge.extras, now) } : edge
}

function withDotExtras(extras: Extras, entries: ReadonlyMap<string, Value | undefined>): Extras {
  const own = new Map<string, Value>(extras.get('dot') ?? [])
  for (const [name, value] of entries) {
    if (value === undefined) own.delete(name)
    else own.set(name, value)
  }
  const others = [...extras].filter(([format]) => format !== 'dot')
  return new Map(own.size > 0 ? [...others, ['dot', own]] : others)
}

/** @param cluster the innermost group around the entries, under its name now */
function entriesNow(entries: readonly Value[], cluster: string | undefined, change: PutChange): Value[] {
  const { groups } = change.matched
  return entries.flatMap((value): Value[] => {
    if (!(value instanceof Map)) return [value]
    const entry = new Map<string, Value>(value)
    const old = entry.get('group')
    const group = typeof old === 'string' ? groups.get(old) : undefined
    const around = group ?? cluster
    const inner = entry.get('subgraphs')
    const subgraphs = Array.isArray(inner) ? entriesNow(inner as readonly Value[], around, change) : []
    if (old !== undefined && group === undefined) return subgraphs
    if (group !== undefined) entry.set('group', group)
    entry.set(
      'nodes',
      listIn(entry, 'nodes').flatMap(id => nodeNow(id, around, change)),
    )
    entry.set('subgraphs', subgraphs)
    return [entry]
  })
}

function listIn(entry: ReadonlyMap<string, Value>, name: string): readonly Value[] {
  const list = entry.get(name)
  return Array.isArray(list) ? list : []
}

/** A node that came into another group leaves the subgraphs of the one in which it was. */
function nodeNow(id: Value, cluster: string | undefined, { before, after, matched }: PutChange): string[] {
  const now = typeof id === 'string' ? matched.nodes.get(id) : undefined
  const node = now === undefined ? undefined : after.nodes.get(now)
  if (node === undefined) return []
  const was = before.nodes.get(id as string)!.group
  if ((was === undefined ? undefined : matched.groups.get(was)) === node.group || cluster === undefined)
    return [node.id]
  return isAround(after.groups, cluster, node.group) ? [node.id] : []
}
