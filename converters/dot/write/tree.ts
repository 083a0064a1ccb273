/** The tree of subgraphs that is kept in the extras of a graph, as far as it still fits. */
import type { Graph, Value } from '../../../src/ir/model.js'
import type { Atom } from '../words/statement.js'
import { type Entry, valueAtom } from '../words/tree.js'

/**
 * The tree kept in a graph's extras, as far as it still fits the graph: entries of groups that are gone or
 * stand elsewhere now, nodes and edges that are gone, are left out.
 */
export function keptTree(graph: Graph): readonly Entry[] {
  const used = { groups: new Set<string>(), edges: new Set<number>() }
  return entriesIn(graph.extras.get('dot')?.get('subgraphs'), graph, undefined, used)
}

interface Used {
  readonly groups: Set<string>
  readonly edges: Set<number>
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
    return [
      {
        ...(id !== undefined && { group: id }),
        ...(name && { name }),
        attributes: id === undefined ? attributesIn(entry.get('attributes')) : new Map(),
        nodes: nodesIn(entry.get('nodes'), graph),
        edges: edgesIn(entry.get('edges'), graph, used),
        subgraphs: entriesIn(entry.get('subgraphs'), graph, id ?? parent, used),
      },
    ]
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

function nodesIn(value: Value | undefined, graph: Graph): string[] {
  const ids = Array.isArray(value) ? (value as readonly Value[]) : []
  const known = ids.filter((id): id is string => typeof id === 'string' && graph.nodes.has(id))
  return [...new Set(known)]
}

function edgesIn(value: Value | undefined, graph: Graph, used: Used): number[] {
  const places = Array.isArray(value) ? (value as readonly Value[]) : []
  return places.filter((place): place is number => {
    if (typeof place !== 'number' || !graph.edges[place] || used.edges.has(place)) return false
    used.edges.add(place)
    return true
  })
}
