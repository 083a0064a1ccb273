/**
 * A change of one value of a graph, and how a list of them is applied. Paths mean:
 *
 * | path | before → after |
 * |---|---|
 * | `title`, `style/fill`, `extras/dot/rankdir` … | a leaf of the graph itself |
 * | `nodes/A/shape`, `edges/3/from/side`, `loops/0/condition` … | a leaf of an element |
 * | `nodes/A/id`, `groups/B/id` | the element is renamed in place; what refers to it has changes of its own |
 * | `nodes/A`, `groups/B` | the element is removed (after: absent) or added at the end (before: absent) |
 * | `edges/3`, `loops/0` | the element is removed there, or inserted there |
 * | `order/edges`, `order/loops` | places: `after` lists, for each new place, the old one |
 * | `order/nodes`, `order/groups` | ids in their order over the whole graph |
 * | `order/groups/B` | ids in their order within one group: what `differences` yields |
 */

import { leafAt, withLeaf } from './leaves.js'
import {
  type Edge,
  elementFields,
  type Graph,
  type Group,
  graphFields,
  type Loop,
  type Node,
} from './model.js'

export type Path = readonly (string | number)[]

/** A path that goes on, in a list of its length: one that grows has room for sixteen more, and messages hold hundreds of thousands. */
export function pathTo(path: Path, ...more: Path): Path {
  const all = new Array<string | number>(path.length + more.length)
  for (let at = 0; at < path.length; at++) all[at] = path[at]!
  for (let at = 0; at < more.length; at++) all[path.length + at] = more[at]!
  return all
}

type Collection = keyof typeof elementFields

export interface Change {
  readonly path: Path
  readonly before: unknown
  readonly after: unknown
}

/** Elements by id in an order, where renaming and removing cost nothing that grows. */
interface Table<T> {
  slots: (T | undefined)[]
  slotOf: Map<string, number>
}

/** A graph in the making. Only `applyChange` touches it. */
export interface Draft {
  /** A graph of which only its own fields count. */
  fields: Omit<Graph, 'nodes' | 'groups' | 'edges' | 'loops'>
  nodes: Table<Node>
  groups: Table<Group>
  edges: Edge[]
  loops: Loop[]
  /** The Maps that were copied for this draft, which nobody else holds. */
  readonly own: Set<object>
  /** An element that was copied by the change at hand, and which nobody holds yet either. */
  fresh: object | undefined
}

function tableOf<T>(map: ReadonlyMap<string, T>): Table<T> {
  const slotOf = new Map<string, number>()
  for (const id of map.keys()) slotOf.set(id, slotOf.size)
  return { slots: [...map.values()], slotOf }
}

/** A draft that starts as the graph; the graph itself is never changed. */
export function draftOf(graph: Graph): Draft {
  const { nodes, groups, edges, loops } = graph
  return {
    fields: graph,
    nodes: tableOf(nodes),
    groups: tableOf(groups),
    edges: [...edges],
    loops: [...loops],
    own: new Set(),
    fresh: undefined,
  }
}

function mapOf<T extends { readonly id: string }>(table: Table<T>): Map<string, T> {
  const map = new Map<string, T>()
  for (const element of table.slots) if (element) map.set(element.id, element)
  return map
}

export function graphOf(draft: Draft): Graph {
  return {
    ...draft.fields,
    nodes: mapOf(draft.nodes),
    groups: mapOf(draft.groups),
    edges: [...draft.edges],
    loops: [...draft.loops],
  }
}

/** The graph that a list of changes, applied in order, makes of a graph. */
export function applyChanges(graph: Graph, changes: Iterable<Change>): Graph {
  const draft = draftOf(graph)
  for (const change of changes) applyChange(draft, change.path, change.after)
  return graphOf(draft)
}

/** Where the path within an element begins, behind its collection and its key. */
const IN_ELEMENT = 2

/** The value that stands at a path now. */
export function valueAt(draft: Draft, path: Path): unknown {
  const first = path[0]
  const second = path[1]
  switch (first) {
    case 'nodes':
      return leafAt(elementOf(draft.nodes, String(second)), path, IN_ELEMENT)
    case 'groups':
      return leafAt(elementOf(draft.groups, String(second)), path, IN_ELEMENT)
    case 'edges':
    case 'loops':
      return leafAt(draft[first][Number(second)], path, IN_ELEMENT)
    case 'order':
      return orderOf(draft, second as Collection)
    default:
      return leafAt(draft.fields, path)
  }
}

/** The elements as they are now, in their order: a list of its own, which no change touches. */
export function elementsIn<T>({ slots, slotOf }: Table<T>): T[] {
  // Most drafts lose nothing, and a copy costs the least.
  return slotOf.size === slots.length
    ? (slots.slice() as T[])
    : slots.filter(element => element !== undefined)
}

export function elementOf<T>(table: Table<T>, id: string): T | undefined {
  const slot = table.slotOf.get(id)
  return slot === undefined ? undefined : table.slots[slot]
}

function orderOf(draft: Draft, name: Collection): readonly (string | number)[] {
  if (name === 'edges' || name === 'loops') return draft[name].map((_, place) => place)
  const ids: string[] = []
  for (const element of draft[name].slots) if (element) ids.push(element.id)
  return ids
}

/**
 * Sets the value at a path. The path must fit the draft: an element that a path names must be there. Maps that the draft
 * copied before are changed in place.
 * @param more whether it is one more of the changes at hand, and nobody looked at the draft since: an element that the one before
 * copied is changed in place, too
 */
export function applyChange(draft: Draft, path: Path, after: unknown, more = false): void {
  const first = path[0]
  if (!more) draft.fresh = undefined
  if (first === 'order') reorder(draft, path[1] as Collection, after as readonly (string | number)[])
  else if (first === 'nodes' || first === 'groups') {
    inTable<Node | Group>(draft, draft[first], path, after)
  } else if (first === 'edges' || first === 'loops') {
    inList<Edge | Loop>(draft, draft[first], path, after)
  } else {
    draft.fields = withLeaf(graphFields, draft.fields, path, after, draft.own) as Draft['fields']
  }
}

/** The element with the leaf that a change names set. */
function withChange<T extends object>(draft: Draft, element: T | undefined, path: Path, after: unknown): T {
  const { own, fresh } = draft
  const kind = elementFields[path[0] as Collection]
  const changed = withLeaf(kind, element, path, after, own, IN_ELEMENT, fresh) as T
  draft.fresh = changed
  return changed
}

function inTable<T extends object>(draft: Draft, table: Table<T>, path: Path, after: unknown): void {
  const id = String(path[1])
  const isWhole = path.length === IN_ELEMENT
  const slot = table.slotOf.get(id)
  if (slot === undefined) {
    if (!isWhole) throw new Error(`no element “${id}” to change`)
    table.slotOf.set(id, table.slots.push(after as T) - 1)
    return
  }
  if (isWhole) {
    table.slots[slot] = undefined
    table.slotOf.delete(id)
    return
  }
  table.slots[slot] = withChange(draft, table.slots[slot], path, after)
  if (path.length === IN_ELEMENT + 1 && path[IN_ELEMENT] === 'id') {
    if (table.slotOf.has(String(after))) throw new Error(`the id “${String(after)}” is taken`)
    table.slotOf.delete(id)
    table.slotOf.set(String(after), slot)
  }
}

function inList<T extends object>(draft: Draft, list: T[], path: Path, after: unknown): void {
  const place = Number(path[1])
  if (path.length > IN_ELEMENT) list[place] = withChange(draft, list[place], path, after)
  else if (after === undefined) list.splice(place, 1)
  else list.splice(place, 0, after as T)
}

function reorder(draft: Draft, name: Collection, after: readonly (string | number)[]): void {
  if (name === 'edges') draft.edges = after.map(place => draft.edges[Number(place)] as Edge)
  else if (name === 'loops') draft.loops = after.map(place => draft.loops[Number(place)] as Loop)
  else if (name === 'nodes') draft.nodes = reorderTable(draft.nodes, after as readonly string[])
  else draft.groups = reorderTable(draft.groups, after as readonly string[])
}

function reorderTable<T>(table: Table<T>, ids: readonly string[]): Table<T> {
  return {
    slots: ids.map(id => elementOf(table, id)),
    slotOf: new Map(ids.map((id, slot) => [id, slot])),
  }
}
