/**
 * The way back: a graph that was read from a text, and what the text carries. A carried value counts only
 * where the text still says what was written then; what a person changed in the text wins.
 */
import { applyChange, type Draft, draftOf, graphOf, type Path, valueAt } from '../ir/change.js'
import { isEmpty, sameValue } from '../ir/fields.js'
import type { Edge, End, Graph, Loop } from '../ir/model.js'
import { flawsOf } from '../ir/validate.js'
import { edgeKeys } from './carry.js'
import { fitsLeaf } from './leaf.js'
import { type CarriedLeaf, type Payload, payloadOf } from './payload.js'

/** The graph with what the line carries, or nothing where the line cannot be understood. */
export function restore(graph: Graph, line: string): Graph | undefined {
  const payload = payloadOf(line)
  if (!payload) return undefined
  try {
    const restored = withCarried(graph, payload)
    return flawsOf(restored).length === 0 ? restored : undefined
  } catch {
    // A line that a stranger edited can speak of an id twice; the graph without it is still a graph.
    return undefined
  }
}

function withCarried(graph: Graph, payload: Payload): Graph {
  const draft = draftOf(graph)
  restoreEdges(draft, payload)
  restoreLoops(draft, payload)
  setLeaves(draft, [], payload.graph)
  for (const [id, leaves] of payload.groups)
    if (draft.groups.slotOf.has(id)) setLeaves(draft, ['groups', id], leaves)
  for (const [id, leaves] of payload.nodes)
    if (draft.nodes.slotOf.has(id)) setLeaves(draft, ['nodes', id], leaves)
  restoreOrder(draft, 'groups', payload.groupOrder)
  restoreOrder(draft, 'nodes', payload.nodeOrder)
  removeAdded(draft, payload)
  return renamed(graphOf(draft), payload)
}

/** Ids are restored last: until then everything is called what the text calls it. */
function setLeaves(draft: Draft, path: Path, leaves: readonly CarriedLeaf[]): void {
  for (const [leaf, written, original] of leaves) {
    if (leaf.length === 1 && leaf[0] === 'id' && (path[0] === 'nodes' || path[0] === 'groups')) continue
    if (!fitsLeaf(String(path[0] ?? 'graph'), leaf, original)) continue
    const place = [...path, ...leaf]
    if (sameValue(valueAt(draft, place), written))
      applyChange(draft, place, isEmpty(original) ? emptyAt(leaf) : original)
  }
}

/** A label's text and a list of classes are there even when they are empty; everything else is absent then. */
function emptyAt(leaf: readonly string[]): unknown {
  if (leaf.at(-1) === 'text' && leaf.length === 2) return ''
  if (leaf.at(-1) === 'classes' && leaf.length === 1) return []
  return undefined
}

function restoreEdges(draft: Draft, payload: Payload): void {
  const places = placesOf(draft.edges, payload)
  const order = payload.edgeOrder.flatMap(key => places.get(JSON.stringify(key)) ?? [])
  for (const [key, leaves] of payload.edges) {
    const place = places.get(JSON.stringify(key))
    if (place !== undefined) setLeaves(draft, ['edges', place], leaves)
  }
  draft.edges = reordered(draft.edges, order)
  for (const [place, edge] of payload.lostEdges) {
    if (!isEdge(edge) || !hasEnd(draft, edge.from) || !hasEnd(draft, edge.to)) continue
    draft.edges.splice(Math.min(place, draft.edges.length), 0, edge)
  }
}

/**
 * Where each key of the line stands in the text. An edge whose label was edited is found by its ends, where the line and
 * the text have just one edge left between the two that nothing else explains.
 */
function placesOf(edges: readonly Edge[], payload: Payload): Map<string, number> {
  const exact = new Map(edgeKeys(edges).map((key, place) => [JSON.stringify(key), place]))
  const known = [...payload.edges.map(([key]) => key), ...payload.edgeOrder]
  const found = new Map<string, number>()
  const missing = new Map<string, string[]>()
  for (const key of known) {
    const text = JSON.stringify(key)
    const place = exact.get(text)
    if (place !== undefined) found.set(text, place)
    else if (!missing.has(text)) missing.set(text, [key[0], key[1]])
  }
  const used = new Set(found.values())
  const free = new Map<string, number[]>()
  for (const [place, { from, to }] of edges.entries()) {
    if (used.has(place)) continue
    const ends = JSON.stringify([from.id, to.id])
    free.set(ends, [...(free.get(ends) ?? []), place])
  }
  const wanted = new Map<string, string[]>()
  for (const [text, ends] of missing) {
    const between = JSON.stringify(ends)
    wanted.set(between, [...(wanted.get(between) ?? []), text])
  }
  for (const [between, texts] of wanted) {
    const [place, another] = free.get(between) ?? []
    if (texts.length === 1 && place !== undefined && another === undefined)
      found.set(texts[0] as string, place)
  }
  return found
}

/** What the line knows takes each other's places in the graph's order; the rest stays where it is. */
function reordered<T>(list: readonly T[], order: readonly number[]): T[] {
  const slots = [...order].sort((a, b) => a - b)
  const result = [...list]
  for (const [i, slot] of slots.entries()) {
    const item = list[order[i] ?? -1]
    if (item !== undefined && slot < list.length) result[slot] = item
  }
  return result
}

function hasEnd(draft: Draft, { kind, id }: End): boolean {
  return kind === 'group' ? draft.groups.slotOf.has(id) : draft.nodes.slotOf.has(id)
}

function isEdge(value: unknown): value is Edge {
  const { from, to, label, line, classes, style, extras } = value as Partial<Edge>
  const isEnd = (end: unknown) => typeof (end as End | undefined)?.id === 'string'
  const isObject = (part: unknown) => typeof part === 'object' && part !== null
  return (
    isEnd(from) &&
    isEnd(to) &&
    typeof label?.text === 'string' &&
    typeof line === 'string' &&
    Array.isArray(classes) &&
    isObject(style) &&
    extras instanceof Map
  )
}

function isLoop(value: unknown): value is Loop {
  const { condition, nodes, extras } = value as Partial<Loop>
  return (
    typeof condition === 'string' &&
    Array.isArray(nodes) &&
    nodes.every(id => typeof id === 'string') &&
    extras instanceof Map
  )
}

function restoreLoops(draft: Draft, payload: Payload): void {
  for (const [place, leaves] of payload.loops)
    if (draft.loops[place]) setLeaves(draft, ['loops', place], leaves)
  draft.loops = reordered(draft.loops, payload.loopOrder)
  for (const [place, loop] of payload.lostLoops) {
    if (!isLoop(loop)) continue
    const nodes = loop.nodes.filter(id => draft.nodes.slotOf.has(id))
    const { group, ...rest } = loop
    const home = group !== undefined && draft.groups.slotOf.has(group) ? { group } : {}
    if (nodes.length === 0 && loop.nodes.length > 0) continue
    draft.loops.splice(Math.min(place, draft.loops.length), 0, { ...rest, nodes, ...home })
  }
}

/** What the line knows takes each other's places, so that a node or group that a person added stays where it is. */
function restoreOrder(draft: Draft, collection: 'nodes' | 'groups', order: readonly string[]): void {
  const { slots, slotOf } = draft[collection]
  const known = [...new Set(order)].filter(id => slotOf.has(id))
  if (known.length === 0) return
  const isKnown = new Set(known)
  let next = 0
  const ids = slots.flatMap(element => element?.id ?? [])
  const restored = ids.map(id => (isKnown.has(id) ? (known[next++] as string) : id))
  applyChange(draft, ['order', collection], restored)
}

/** What lowering added goes again, unless a person put something into it or tied something to it. */
function removeAdded(draft: Draft, { addedNodes, addedGroups }: Payload): void {
  const tied = new Set(
    draft.edges.flatMap(({ from, to }) => [from, to]).flatMap(end => (end.kind === 'node' ? end.id : [])),
  )
  for (const id of addedNodes)
    if (draft.nodes.slotOf.has(id) && !tied.has(id)) applyChange(draft, ['nodes', id], undefined)
  const used = new Set<string | undefined>([
    ...draft.nodes.slots.map(node => node?.group),
    ...draft.groups.slots.map(group => group?.parent),
    ...draft.loops.map(({ group }) => group),
    ...draft.edges
      .flatMap(({ from, to }) => [from, to])
      .map(end => (end.kind === 'group' ? end.id : undefined)),
  ])
  for (const id of addedGroups)
    if (draft.groups.slotOf.has(id) && !used.has(id)) applyChange(draft, ['groups', id], undefined)
}

/** Every element under its own id again, all at once, and everything that refers to it. */
function renamed(graph: Graph, payload: Payload): Graph {
  const nodeNames = namesIn(payload.nodes, graph.nodes)
  const groupNames = namesIn(payload.groups, graph.groups)
  if (nodeNames.size === 0 && groupNames.size === 0) return graph
  const node = (id: string) => nodeNames.get(id) ?? id
  const group = (id: string) => groupNames.get(id) ?? id
  const end = (value: End): End => ({
    ...value,
    id: value.kind === 'group' ? group(value.id) : node(value.id),
  })
  return {
    ...graph,
    nodes: new Map(
      [...graph.nodes.values()].map(item => {
        const home = item.group === undefined ? {} : { group: group(item.group) }
        return [node(item.id), { ...item, id: node(item.id), ...home }]
      }),
    ),
    groups: new Map(
      [...graph.groups.values()].map(item => {
        const parent = item.parent === undefined ? {} : { parent: group(item.parent) }
        return [group(item.id), { ...item, id: group(item.id), ...parent }]
      }),
    ),
    edges: graph.edges.map(edge => ({ ...edge, from: end(edge.from), to: end(edge.to) })),
    loops: graph.loops.map(loop => ({
      ...loop,
      nodes: loop.nodes.map(node),
      ...(loop.group !== undefined && { group: group(loop.group) }),
    })),
  }
}

/** New names that no other element has: an id that a person has since given to something else stays theirs. */
function namesIn(entries: Payload['nodes'], elements: ReadonlyMap<string, unknown>): Map<string, string> {
  const names = new Map<string, string>()
  for (const [id, leaves] of entries) {
    const original = leaves.find(([leaf]) => leaf.length === 1 && leaf[0] === 'id')?.[2]
    if (elements.has(id) && typeof original === 'string') names.set(id, original)
  }
  const staying = new Set([...elements.keys()].filter(id => !names.has(id)))
  for (const [id, name] of names) if (staying.has(name)) names.delete(id)
  return names
}
