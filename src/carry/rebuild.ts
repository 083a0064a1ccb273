/** The graph of a text with some items of a line put in place, and from where each of its elements comes. */

import { byId } from '../ir/build.js'
import type { Collection } from '../ir/elements.js'
import { withLeaf } from '../ir/leaves.js'
import { addTo, addToSet, entryOf } from '../ir/lists.js'
import type { Edge, End, Graph, Group, Loop, Node } from '../ir/model.js'
import { renamed } from '../ir/references.js'
import { fieldsOf, type Item, type Key, type LeafItem, type LostItem } from './items.js'
import { inPlaces, interleaved } from './places.js'

/** An element of the text, by its key there, or one that is put back. */
export type Source = Key | LostItem

export interface Rebuilt {
  readonly graph: Graph
  /** In the order of the graph's elements. */
  readonly sources: Readonly<Record<Collection, readonly Source[]>>
  /** Items whose names others have: the graph is no graph then. */
  readonly clashing: readonly Item[]
}

interface Placed<T> {
  element: T
  readonly source: Source
}

/** Items by what they do. */
interface Sorted {
  readonly leaves: ReadonlyMap<LeafItem['of'], ReadonlyMap<Key | undefined, readonly LeafItem[]>>
  readonly lost: ReadonlyMap<Collection, readonly LostItem[]>
  readonly added: ReadonlyMap<Collection, ReadonlySet<Key>>
  readonly orders: ReadonlyMap<Collection, readonly Key[]>
}

/** Puts items into the graph of a text. All of them speak of what the text calls things; own names come back last. */
export function rebuild(text: Graph, items: Iterable<Item>): Rebuilt {
  const sorted = sort(items)
  const clashing: Item[] = []
  const own = new Set<object>()
  const set = <T>(of: LeafItem['of'], key: Key | undefined, element: T): T => {
    const leaves = sorted.leaves.get(of)?.get(key) ?? []
    let changed: unknown = element
    for (const { leaf, value } of leaves) {
      if (!isName(of, leaf)) changed = withLeaf(fieldsOf[of], changed, leaf, value, own)
    }
    return (of === 'edges' && changed !== element ? withTexts(changed as Edge) : changed) as T
  }
  const blocks = new Map([...text.nodes.values()].map(({ id, group }) => [id, group]))
  const blockOfEdge = (place: number) => blocks.get(text.edges[place]!.from.id)
  const { orders } = sorted
  const order = <K extends Key>(of: Collection): readonly K[] => (orders.get(of) ?? []) as readonly K[]
  const nodeIds = interleaved([...text.nodes.keys()], id => blocks.get(id), order<string>('nodes'))
  const groupIds = inPlaces([...text.groups.keys()], order<string>('groups'))
  const edgePlaces = interleaved([...text.edges.keys()], blockOfEdge, order<number>('edges'))
  const loopPlaces = interleaved(
    [...text.loops.keys()],
    place => text.loops[place]!.group,
    order<number>('loops'),
  )
  const placed = <T>(of: Collection, keys: readonly Key[], elementOf: (key: never) => T): Placed<T>[] =>
    withLost(
      keys.map(key => ({ element: set(of, key, elementOf(key as never)), source: key })),
      sorted.lost.get(of) ?? [],
      key => sorted.added.get(of)?.has(key) === true,
    )
  const nodes = placed('nodes', nodeIds, (id: string) => text.nodes.get(id)!)
  const groups = placed('groups', groupIds, (id: string) => text.groups.get(id)!)
  const edges = placed('edges', edgePlaces, (place: number) => text.edges[place]!)
  const loops = placed('loops', loopPlaces, (place: number) => text.loops[place]!)
  const kept = withoutAdded({ nodes, groups, edges, loops }, sorted)
  const names = {
    nodes: namesOf('nodes', kept.nodes, sorted, clashing),
    groups: namesOf('groups', kept.groups, sorted, clashing),
  }
  const fields = set('graph', undefined, text)
  return { ...assembled(fields, { ...kept, edges, loops }, names), clashing }
}

/** A label at an end that got only a formatting back says nothing. */
function withTexts(edge: Edge): Edge {
  const whole = ({ label, ...end }: End): End =>
    label ? { ...end, label: { ...label, text: label.text ?? '' } } : end
  return { ...edge, from: whole(edge.from), to: whole(edge.to) }
}

const isName = (of: LeafItem['of'], leaf: readonly string[]): boolean =>
  (of === 'nodes' || of === 'groups') && leaf.length === 1 && leaf[0] === 'id'

function sort(items: Iterable<Item>): Sorted {
  const leaves = new Map<LeafItem['of'], Map<Key | undefined, LeafItem[]>>()
  const lost = new Map<Collection, LostItem[]>()
  const added = new Map<Collection, Set<Key>>()
  const orders = new Map<Collection, readonly Key[]>()
  for (const item of items) {
    if (item.what === 'leaf')
      addTo(
        entryOf(leaves, item.of, () => new Map()),
        item.key,
        item,
      )
    else if (item.what === 'lost') addTo(lost, item.of, item)
    else if (item.what === 'order') orders.set(item.of, item.order)
    else {
      addToSet(added, item.of, item.key)
    }
  }
  return { leaves, lost, added, orders }
}

/** Elements that are put back, each at its place in the graph, where what lowering added does not count. */
function withLost<T>(
  placed: readonly Placed<T>[],
  lost: readonly LostItem[],
  isAdded: (key: Key) => boolean,
): Placed<T>[] {
  if (lost.length === 0) return [...placed]
  const waiting = [...lost].sort((a, b) => a.place - b.place)
  const result: Placed<T>[] = []
  let next = 0
  let place = 0
  const put = (item: LostItem) => {
    result.push({ element: item.element as T, source: item })
    place++
  }
  for (const item of placed) {
    for (; next < waiting.length && waiting[next]!.place <= place; next++) put(waiting[next]!)
    result.push(item)
    if (typeof item.source === 'object' || !isAdded(item.source)) place++
  }
  for (; next < waiting.length; next++) put(waiting[next]!)
  return result
}

interface Elements {
  readonly nodes: Placed<Node>[]
  readonly groups: Placed<Group>[]
  readonly edges: Placed<Edge>[]
  readonly loops: Placed<Loop>[]
}

/** What lowering added goes again, unless a person put something into it or tied something to it. */
function withoutAdded(
  { nodes, groups, edges, loops }: Elements,
  { added }: Sorted,
): Pick<Elements, 'nodes' | 'groups'> {
  const ends = edges.flatMap(({ element: { from, to } }) => [from, to])
  const ids = (kind: End['kind']) => ends.flatMap(end => (end.kind === kind ? end.id : []))
  const tied = new Set([...ids('node'), ...loops.flatMap(({ element }) => element.nodes)])
  const stays = (of: Collection, used: ReadonlySet<string | undefined>) => (item: Placed<{ id: string }>) =>
    typeof item.source === 'object' || !added.get(of)?.has(item.source) || used.has(item.element.id)
  const left = nodes.filter(stays('nodes', tied))
  const used = new Set<string | undefined>([
    ...left.map(({ element }) => element.group),
    ...groups.map(({ element }) => element.parent),
    ...loops.map(({ element }) => element.group),
    ...ids('group'),
  ])
  return { nodes: left, groups: groups.filter(stays('groups', used)) }
}

/** Elements' own names again. An id that a person has since given to something else stays theirs. */
function namesOf(
  of: 'nodes' | 'groups',
  placed: readonly Placed<{ readonly id: string }>[],
  { leaves }: Sorted,
  clashing: Item[],
): Map<string, string> {
  const names = new Map<string, string>()
  const taken = new Set<string>()
  const waiting: { readonly id: string; readonly name: string; readonly item: Item }[] = []
  for (const { element, source } of placed) {
    const { id } = element
    if (typeof source === 'object') {
      waiting.push({ id, name: source.id ?? id, item: source })
      continue
    }
    const item = leaves
      .get(of)
      ?.get(source)
      ?.find(({ leaf }) => isName(of, leaf))
    if (item) waiting.push({ id, name: String(item.value), item })
    else taken.add(id)
  }
  const ids = new Set(taken)
  for (const { id, name, item } of waiting) {
    if (ids.has(id) || taken.has(name)) clashing.push(item)
    ids.add(id)
    taken.add(name)
    if (name !== id) names.set(id, name)
  }
  return names
}

type Names = Readonly<Record<'nodes' | 'groups', ReadonlyMap<string, string>>>

/** Every element under its own id, and everything that refers to it. */
function assembled(fields: Graph, placed: Elements, names: Names): Pick<Rebuilt, 'graph' | 'sources'> {
  const nameOf = (of: 'nodes' | 'groups', id: string) => names[of].get(id) ?? id
  const own = <T extends { readonly id: string }>(of: 'nodes' | 'groups', element: T): T => ({
    ...element,
    id: nameOf(of, element.id),
  })
  const graph: Graph = {
    ...fields,
    nodes: byId(placed.nodes.map(({ element }) => own('nodes', renamed.nodes(element, nameOf)))),
    groups: byId(placed.groups.map(({ element }) => own('groups', renamed.groups(element, nameOf)))),
    edges: placed.edges.map(({ element }) => renamed.edges(element, nameOf)!),
    loops: placed.loops.map(({ element }) => renamed.loops(element, nameOf)),
  }
  const sourcesOf = (list: readonly Placed<unknown>[]) => list.map(({ source }) => source)
  return {
    graph,
    sources: {
      nodes: sourcesOf(placed.nodes),
      groups: sourcesOf(placed.groups),
      edges: sourcesOf(placed.edges),
      loops: sourcesOf(placed.loops),
    },
  }
}
