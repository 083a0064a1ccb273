/** The tree of subgraphs that is kept in the extras of a graph, as far as it still fits. */
import { addTo } from '../../../src/ir/lists.js'
import type { Edge, Graph, Value } from '../../../src/ir/model.js'
import type { Atom } from '../words/statement.js'
import { type Entry, valueAtom } from '../words/tree.js'

/**
 * The tree kept in a graph's extras, as far as it still fits the graph: entries of groups that are gone or
 * stand elsewhere now, nodes and edges that are gone, are left out.
 */
export function keptTree(graph: Graph): readonly Entry[] {
  const value = graph.extras.get('dot')?.get('subgraphs')
  if (!Array.isArray(value)) return []
  const used = { groups: new Set<string>(), edges: new Set<number>(), members: new Map<Entry, Set<string>>() }
  const inGroups = new Map<string, string[]>()
  for (const { id, group } of graph.nodes.values()) if (group !== undefined) addTo(inGroups, group, id)
  const places = new Map([...graph.nodes.keys()].map((id, place) => [id, place]))
  return entriesIn(value, graph, undefined, { ...used, inGroups, places })
}

interface Used {
  readonly groups: Set<string>
  readonly edges: Set<number>
  /** The nodes that each entry holds, those of the entries in it too. */
  readonly members: Map<Entry, Set<string>>
  readonly inGroups: ReadonlyMap<string, readonly string[]>
  /** The places of the graph's nodes. */
  readonly places: ReadonlyMap<string, number>
}

function entriesIn(value: Value | undefined, graph: Graph, parent: string | undefined, used: Used): Entry[] {
  if (!Array.isArray(value)) return []
  return (value as readonly Value[]).flatMap(item => {
    if (!(item instanceof Map)) return []
    const entry = item as ReadonlyMap<string, Value>
    const group = entry.get('group')
    if (group !== undefined) {
      const known = typeof group === 'string' ? graph.groups.get(group) : undefined
      if (!known || known.parent !== parent || used.groups.has(known.id)) return []
      used.groups.add(known.id)
    }
    const id = typeof group === 'string' ? group : undefined
    const name = id === undefined ? valueAtom(entry.get('name')) : undefined
    const nodes = nodesIn(entry.get('nodes'), used)
    const subgraphs = entriesIn(entry.get('subgraphs'), graph, id ?? parent, used)
    const members = new Set([...nodes, ...(used.inGroups.get(id ?? '') ?? [])])
    for (const inner of subgraphs) for (const node of used.members.get(inner) ?? []) members.add(node)
    const kept: Entry = {
      ...(id !== undefined && { group: id }),
      ...(name && { name }),
      attributes: id === undefined ? attributesIn(entry.get('attributes')) : new Map(),
      nodes,
      edges: edgesIn(entry.get('edges'), graph, used, members),
      subgraphs,
    }
    used.members.set(kept, members)
    return [kept]
  })
}

function attributesIn(value: Value | undefined): ReadonlyMap<string, Atom> {
  const attributes = new Map<string, Atom>()
  if (!(value instanceof Map)) return attributes
  for (const [name, text] of value as ReadonlyMap<string, Value>) {
    const atom = valueAtom(text)
    if (atom) attributes.set(name, atom)
  }
  return attributes
}

function nodesIn(value: Value | undefined, { places }: Used): string[] {
  const ids = Array.isArray(value) ? (value as readonly Value[]) : []
  const known = new Set(ids.filter((id): id is string => typeof id === 'string' && places.has(id)))
  return [...known].sort((a, b) => places.get(a)! - places.get(b)!)
}

/** An edge is written in a subgraph only as long as its ends are: it would bring them there. */
function edgesIn(value: Value | undefined, graph: Graph, used: Used, members: ReadonlySet<string>): number[] {
  const places = Array.isArray(value) ? (value as readonly Value[]) : []
  const isInside = ({ kind, id }: Edge['from']) => kind === 'group' || members.has(id)
  return places.filter((place): place is number => {
    const edge = typeof place === 'number' ? graph.edges[place] : undefined
    if (!edge || typeof place !== 'number' || used.edges.has(place)) return false
    if (!isInside(edge.from) || !isInside(edge.to)) return false
    used.edges.add(place)
    return true
  })
}
