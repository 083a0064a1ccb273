/**
 * What a line carries, item by item, held against the text: each is one value to set, one element to put back or to take
 * away, or one order. An item is only here if it is sound by itself; whether it fits the text as a whole is asked later.
 */

import { fits, leafKindAt } from '../ir/checks.js'
import type { Collection } from '../ir/elements.js'
import type { Kind, LeafType } from '../ir/kinds.js'
import { isEmpty, leafAt, leaves, sameValue } from '../ir/leaves.js'
import { entryOf } from '../ir/lists.js'
import { elementFields, type Graph, graphFields, type Rich, type Value } from '../ir/model.js'
import { holdsScript } from '../lower/passes/scripts.js'
import { withoutScripts } from '../text/sanitize.js'
import { mentionsScript, runsScript } from '../text/script-urls.js'
import type { CarriedLeaf, Payload } from './payload.js'
import { edgeFinder } from './places.js'

/** Of an element that stands in the text: its id there, or its place. */
export type Key = string | number

/** `key` is absent for a leaf of the graph itself. */
export interface LeafItem {
  readonly what: 'leaf'
  readonly of: Collection | 'graph'
  readonly key?: Key
  readonly leaf: readonly string[]
  readonly value: unknown
}

export interface LostItem {
  readonly what: 'lost'
  readonly of: Collection
  readonly place: number
  readonly element: unknown
  /** The id that it had, where it has to have another among the text's. */
  readonly id?: string
}

export interface AddedItem {
  readonly what: 'added'
  readonly of: 'nodes' | 'groups'
  readonly key: string
}

export interface OrderItem {
  readonly what: 'order'
  readonly of: Collection
  readonly order: readonly Key[]
}

export type Item = LeafItem | LostItem | AddedItem | OrderItem

/** Why something that a line carries is not taken. */
export type Reason = 'misfit' | 'script' | 'loose' | 'taken' | 'shown'

export interface Refusal {
  readonly item: Item
  readonly reason: Reason
}

export interface Items {
  readonly items: readonly Item[]
  readonly refused: readonly Refusal[]
  /** Values that the text says otherwise by now, and elements that went. */
  readonly edited: number
}

export const fieldsOf = { graph: graphFields, ...elementFields }

interface Found {
  readonly items: Item[]
  readonly refused: Refusal[]
  edited: number
}

/** The items of a payload for the graph that a text shows. */
export function itemsOf(payload: Payload, graph: Graph): Items {
  const found: Found = { items: [], refused: [], edited: 0 }
  const edgeAt = edgeFinder(graph.edges, payload)
  addLeaves(found, 'graph', [[undefined, payload.graph]], () => graph)
  addLeaves(found, 'nodes', payload.nodes, id => graph.nodes.get(String(id)))
  addLeaves(found, 'groups', payload.groups, id => graph.groups.get(String(id)))
  const edges = payload.edges.map(([key, list]) => [edgeAt(key), list] as const)
  addLeaves(found, 'edges', edges, place => graph.edges[Number(place ?? -1)])
  addLeaves(found, 'loops', payload.loops, place => graph.loops[Number(place)])
  addLost(found, 'nodes', payload.lostNodes)
  addLost(found, 'groups', payload.lostGroups)
  addLost(found, 'edges', payload.lostEdges)
  addLost(found, 'loops', payload.lostLoops)
  addAdded(found, 'nodes', payload.addedNodes, graph.nodes)
  addAdded(found, 'groups', payload.addedGroups, graph.groups)
  const edgeOrder = payload.edgeOrder.flatMap(key => edgeAt(key) ?? [])
  const orders = [
    ['nodes', payload.nodeOrder],
    ['groups', payload.groupOrder],
    ['edges', edgeOrder],
    ['loops', payload.loopOrder],
  ] as const
  for (const [of, order] of orders) if (order.length > 0) found.items.push({ what: 'order', of, order })
  return found
}

/** A leaf is spoken of once: what a line says of it again means nothing. */
function addLeaves(
  found: Found,
  of: LeafItem['of'],
  entries: readonly (readonly [key: Key | undefined, leaves: readonly CarriedLeaf[]])[],
  elementOf: (key: Key | undefined) => unknown,
): void {
  const seen = new Map<Key | undefined, Set<string>>()
  for (const [key, carried] of entries) {
    const element = elementOf(key)
    if (element === undefined) {
      found.edited += carried.length
      continue
    }
    const spoken = entryOf(seen, key, () => new Set())
    for (const [leaf, written, original] of carried) {
      const name = leaf.length === 1 ? leaf[0]! : JSON.stringify(leaf)
      if (spoken.has(name)) continue
      spoken.add(name)
      const value = isEmpty(original) ? emptyAt(of, leaf) : original
      const item: LeafItem = { what: 'leaf', of, ...(key !== undefined && { key }), leaf, value }
      const kind = leafKindAt(fieldsOf[of], leaf)
      if (!kind || !fits(kind, value) || isNameless(of, leaf, value))
        found.refused.push({ item, reason: 'misfit' })
      else if (isUnsafe(kind.holds, leaf, value)) found.refused.push({ item, reason: 'script' })
      else if (sameValue(leafAt(element, leaf), written)) found.items.push(item)
      else found.edited++
    }
  }
}

/** A group without an id would read as no group. */
const isNameless = (of: LeafItem['of'], leaf: readonly string[], value: unknown): boolean =>
  of === 'groups' && leaf.length === 1 && leaf[0] === 'id' && value === ''

/** A name, a label's text and a list are there even when they are empty; everything else is absent then. */
function emptyAt(of: LeafItem['of'], leaf: readonly string[]): unknown {
  const kind = leafKindAt(fieldsOf[of], leaf)
  return !kind || kind.optional ? undefined : (kind.empty ?? '')
}

function addLost(
  found: Found,
  of: Collection,
  entries: readonly (readonly [place: number, element: unknown, id?: string])[],
): void {
  for (const [place, element, id] of entries) {
    const item: LostItem = { what: 'lost', of, place, element, ...(id !== undefined && { id }) }
    const nameless = of === 'groups' && (id === '' || leafAt(element, ['id']) === '')
    const reason =
      nameless || !fits(fieldsOf[of], element)
        ? 'misfit'
        : hasUnsafe(fieldsOf[of], element)
          ? 'script'
          : undefined
    if (reason) found.refused.push({ item, reason })
    else found.items.push(item)
  }
}

function addAdded(
  found: Found,
  of: AddedItem['of'],
  ids: readonly string[],
  elements: ReadonlyMap<string, unknown>,
): void {
  for (const key of new Set(ids)) {
    if (elements.has(key)) found.items.push({ what: 'added', of, key })
    else found.edited++
  }
}

/** Whether a value would run a script where somebody follows it: what lowering writes in no format. */
function isUnsafe({ type }: LeafType, leaf: readonly string[], value: unknown): boolean {
  if (type === 'url') return typeof value === 'string' && runsScript(value)
  if (type === 'css') return typeof value === 'string' && (mentionsScript(value) || runsScript(value))
  if (type === 'rich') return isRich(value) && withoutScripts(value.source) !== value.source
  return type === 'value' && holdsScript(leaf.at(-1) ?? '', value as Value)
}

function isRich(value: unknown): value is Rich {
  return typeof (value as Rich | undefined)?.source === 'string'
}

function hasUnsafe(kind: Kind, element: unknown): boolean {
  for (const [leaf, value] of leaves(kind, element)) {
    const at = leafKindAt(kind, leaf)
    if (!at || isUnsafe(at.holds, leaf, value)) return true
  }
  return false
}
