/**
 * Which items make a rebuilt graph look otherwise than the text it was rebuilt for. Both are lowered to the text's format;
 * where those two differ, what stands at the difference is blamed, and what is next to it where nothing does.
 */
import type { Path } from '../ir/change.js'
import { differences } from '../ir/difference.js'
import type { Collection } from '../ir/elements.js'
import type { Edge, Graph } from '../ir/model.js'
import type { Lowered } from '../lower/lower.js'
import type { Item, Key } from './items.js'
import type { Rebuilt, Source } from './rebuild.js'
import { isName, type Suspects } from './suspects.js'

/** A graph, where its elements come from, and what the format makes of it. */
export interface Showing {
  readonly graph: Graph
  readonly sources: Rebuilt['sources']
  readonly lowered: Pick<Lowered, 'graph' | 'origins'>
}

/** The text itself as a graph of which every element comes from the text. */
export function showingOf(graph: Graph, lowered: Showing['lowered']): Showing {
  const { nodes, groups, edges, loops } = graph
  const sources = {
    nodes: [...nodes.keys()],
    groups: [...groups.keys()],
    edges: [...edges.keys()],
    loops: [...loops.keys()],
  }
  return { graph, sources, lowered }
}

interface Case {
  readonly text: Showing
  readonly rebuilt: Showing
  readonly suspects: Suspects
  /** For each id or place after lowering, the element that stands there; nothing for what lowering added. */
  readonly standing: Standing
  readonly wanted: Standing
}

/** The items to blame, none where the text is shown just as it is. */
export function blamed(text: Showing, rebuilt: Showing, suspects: Suspects): ReadonlySet<Item> {
  const [standing, wanted] = [standingOf(rebuilt), standingOf(text)]
  const it: Case = { text, rebuilt, suspects, standing, wanted }
  // One that has another name or place makes everything around it look different, so those come first.
  for (const judge of [byNames, byPresence, byOrder, byValues]) {
    const verdict = judge(it)
    if (verdict === undefined) continue
    return verdict.size > 0 ? verdict : nextOf(suspects)
  }
  return new Set()
}

/** What is left aside, kind by kind, where something differs and nothing stands there to blame. */
function nextOf(suspects: Suspects): ReadonlySet<Item> {
  const kinds: readonly ((item: Item) => boolean)[] = [
    item => item.of === 'graph',
    item => item.what === 'order',
    item => item.what === 'lost' || item.what === 'added',
    item => item.what === 'leaf' && isName(item),
    item => item.of === 'groups',
    () => true,
  ]
  for (const kind of kinds) {
    const items = suspects.find(kind)
    if (items.length > 0) return new Set(items)
  }
  return new Set()
}

interface Standing {
  readonly nodes: ReadonlyMap<string, Source | undefined>
  readonly groups: ReadonlyMap<string, Source | undefined>
  readonly edges: readonly (Source | undefined)[]
  readonly loops: readonly (Source | undefined)[]
}

function standingOf({ sources, lowered: { origins } }: Showing): Standing {
  const named = (of: 'nodes' | 'groups') =>
    new Map([...origins[of]].map(([id, number]) => [id, sources[of][number]]))
  return {
    nodes: named('nodes'),
    groups: named('groups'),
    edges: origins.edges.map(number => sources.edges[number]),
    loops: origins.loops.map(number => sources.loops[number]),
  }
}

/** What is to blame; `undefined` where nothing differs. */
type Verdict = Set<Item> | undefined

/** Elements of the text that would be called otherwise. */
function byNames({ standing, wanted, suspects }: Case): Verdict {
  const found = new Set<Item>()
  let differs = false
  for (const of of ['nodes', 'groups'] as const) {
    const called = new Map([...standing[of]].map(([id, source]) => [source, id]))
    const others: Key[] = []
    for (const [id, source] of wanted[of]) {
      const name = source === undefined ? undefined : called.get(source)
      if (name !== undefined && name !== id) others.push(source as Key)
    }
    if (others.length === 0) continue
    differs = true
    const own = others.flatMap(key => suspects.values(of, key).filter(isName))
    const names =
      own.length > 0 ? own : suspects.find(item => item.what === 'leaf' && item.of === of && isName(item))
    const all = names.length > 0 ? names : suspects.find(item => item.of === of && item.what !== 'leaf')
    for (const item of all) found.add(item)
  }
  return differs ? found : undefined
}

/** Elements that would not be there, or that would be there besides. */
function byPresence(it: Case): Verdict {
  const { standing, wanted, suspects } = it
  const found = new Set<Item>()
  let differs = false
  const missing = (of: Collection, key: Source | undefined) => {
    differs = true
    if (key === undefined) return
    if (typeof key === 'object') found.add(key)
    else for (const item of [...suspects.added(of, key), ...suspects.values(of, key)]) found.add(item)
  }
  for (const of of ['nodes', 'groups'] as const) {
    const besides = new Set<string>()
    for (const [id, source] of standing[of]) {
      if (wanted[of].has(id)) continue
      missing(of, source)
      if (source === undefined) besides.add(id)
    }
    for (const [id, source] of wanted[of]) if (!standing[of].has(id)) missing(of, source)
    if (besides.size > 0) for (const item of neededBy(of, besides, it)) found.add(item)
  }
  for (const of of ['edges', 'loops'] as const) {
    const there = new Set(standing[of])
    for (const source of standing[of]) if (typeof source === 'object') missing(of, source)
    for (const source of wanted[of]) if (source !== undefined && !there.has(source)) missing(of, source)
  }
  return differs ? found : undefined
}

/** Why lowering adds groups or nodes: what stands in the groups, what ends at the nodes. */
function* neededBy(of: 'nodes' | 'groups', ids: ReadonlySet<string>, it: Case): Generator<Item> {
  const { rebuilt, standing, suspects } = it
  const { nodes, edges } = rebuilt.lowered.graph
  if (of === 'groups') {
    for (const [id, { group }] of nodes) {
      const key = standing.nodes.get(id)
      if (group !== undefined && ids.has(group) && key !== undefined && typeof key !== 'object')
        yield* suspects.value('nodes', key, ['group'])
    }
    return
  }
  const isAt = ({ from, to }: Edge) => ids.has(from.id) || ids.has(to.id)
  for (const [place, edge] of edges.entries()) {
    const key = standing.edges[place]
    if (!isAt(edge) || key === undefined) continue
    if (typeof key === 'object') yield key
    else yield* suspects.values('edges', key)
  }
}

/** Edges and loops that would stand in another order. */
function byOrder({ standing, wanted, suspects }: Case): Verdict {
  const found = new Set<Item>()
  let differs = false
  for (const of of ['edges', 'loops'] as const) {
    const [now, then] = [standing[of], wanted[of]]
    if (now.length === then.length && now.every((source, i) => source === then[i])) continue
    differs = true
    for (const item of suspects.order(of)) found.add(item)
  }
  return differs ? found : undefined
}

/** Values that would be others, and nodes and groups that would stand in another order. */
function byValues(it: Case): Verdict {
  const { rebuilt, text, suspects } = it
  const found = new Set<Item>()
  const neighbours = new Set<string>()
  let differs = false
  let nesting = false
  for (const { path } of differences(rebuilt.lowered.graph, text.lowered.graph)) {
    differs = true
    const items = atDifference(path, it)
    for (const item of items) found.add(item)
    if (items.length > 0) continue
    if (path[0] === 'order' && path[1] === 'groups') nesting = true
    for (const [of, id] of around(path, text.lowered.graph)) neighbours.add(JSON.stringify([of, id]))
  }
  if (found.size === 0) {
    for (const name of neighbours) {
      const [of, id] = JSON.parse(name) as ['nodes' | 'groups', string]
      const key = it.wanted[of].get(id)
      if (typeof key === 'string') for (const item of suspects.values(of, key)) found.add(item)
    }
    if (nesting) {
      for (const item of suspects.find(
        item => item.of === 'groups' && (item.what !== 'leaf' || item.leaf[0] === 'parent'),
      ))
        found.add(item)
    }
  }
  return differs ? found : undefined
}

function atDifference(path: Path, { standing, wanted, suspects }: Case): readonly Item[] {
  const [of, second, ...leaf] = path
  if (of === 'order') return suspects.order(second as Collection)
  if (of !== 'nodes' && of !== 'groups' && of !== 'edges' && of !== 'loops')
    return suspects.value('graph', undefined, path)
  const at = (all: Standing): Source | undefined =>
    of === 'nodes' || of === 'groups' ? all[of].get(String(second)) : all[of][Number(second)]
  const source = at(standing) ?? at(wanted)
  if (source === undefined) return []
  if (typeof source === 'object') return [source]
  // Where lowering makes an element anew that the text has, a person may have changed that one.
  if (at(standing) === undefined) return [...suspects.added(of, source), ...suspects.values(of, source)]
  return suspects.value(of, source, leaf)
}

/** What may change the look of an element that nothing is carried for: its group, the nodes at its ends. */
function around(
  [of, second]: Path,
  { nodes, groups, edges, loops }: Graph,
): (readonly [Collection, string])[] {
  if (of === 'edges') {
    const edge = edges[Number(second)]
    const ends = edge ? [edge.from, edge.to] : []
    return ends.map(({ kind, id }) => [kind === 'group' ? 'groups' : 'nodes', id] as const)
  }
  const home =
    of === 'nodes'
      ? nodes.get(String(second))?.group
      : of === 'groups'
        ? groups.get(String(second))?.parent
        : of === 'loops'
          ? loops[Number(second)]?.group
          : undefined
  return home === undefined ? [] : [['groups', home]]
}
