/**
 * A text that somebody went on editing, brought up to date with its source: what the source changed since the text was written last is
 * taken over, and everything else stays as somebody made it of the text.
 *
 * `src/merge` has three graphs as well, and does another thing: there both sides are equal, and each contradiction is a conflict that
 * somebody has to settle. Here one side is the source and the other what was made of it, so every contradiction has its answer.
 */
import { type Matched, matchGraphs } from '../diff/match.js'
import type { Kind } from '../ir/kinds.js'
import { differentLeaves } from '../ir/leaves.js'
import { inverse } from '../ir/lists.js'
import { type Edge, type End, edgeFields, type Graph, groupFields, nodeFields } from '../ir/model.js'
import { type NameOf, renamed } from '../ir/references.js'
import { withBothAdded } from './both-added.js'
import { type Taken, takeOver } from './take-over.js'

export interface UpdatedSince extends Taken {
  /** What was written last, and what came on both sides since. */
  readonly base: Graph
  /** What was written last is which element of the text. */
  readonly onPage: Matched
  /** What was written last is which element of the source. */
  readonly sources: Matched
  /** Of what was written last and is gone from the text: what is there again, since the source changed it or needs it. */
  readonly revived: Gone
}

/** Elements of what was written last. */
export interface Gone {
  readonly nodes: ReadonlySet<string>
  readonly groups: ReadonlySet<string>
  readonly edges: ReadonlySet<number>
}

/**
 * What both sides changed, is as the source has it; of how something looks, as the text shows it. What somebody deleted stays
 * deleted, unless the source changed it too, or says something new that hangs on it.
 * @param page what the text shows
 * @param written what was there last
 * @param found which element of it is which of `page`
 */
export function updateSince(page: Graph, written: Graph, source: Graph, found: Matched): UpdatedSince {
  const { base, onPage } = withBothAdded(page, written, source, found)
  const sources = matchGraphs(base, source)
  const revived = revivedOf(base, source, onPage, sources)
  const left = base.edges.flatMap((_, place) => (revived.edges.has(place) ? [] : [place]))
  const places = new Map(left.map((place, now) => [place, now]))
  const without = <T>(table: ReadonlyMap<string, T>, gone: ReadonlySet<string>) =>
    new Map([...table].filter(([id]) => !gone.has(id)))
  const known: Graph = {
    ...base,
    nodes: without(base.nodes, revived.nodes),
    groups: without(base.groups, revived.groups),
    edges: left.map(place => base.edges[place]!),
  }
  const matched: Matched = {
    ...sources,
    nodes: without(sources.nodes, revived.nodes),
    groups: without(sources.groups, revived.groups),
    edges: new Map(
      [...sources.edges].flatMap(([place, pair]) => (places.has(place) ? [[places.get(place)!, pair]] : [])),
    ),
  }
  const origins = {
    nodes: placesOf(known.nodes, onPage.nodes, page.nodes),
    groups: placesOf(known.groups, onPage.groups, page.groups),
    edges: left.map(place => onPage.edges.get(place) ?? page.edges.length),
    loops: base.loops.map((_, place) => onPage.loops.get(place) ?? page.loops.length),
  }
  const taken = takeOver(page, { graph: known, origins, sidesRequired: false }, source, matched, isLook)
  return { ...inSourceOrder(taken, onPage, sources), base, onPage, sources, revived }
}

/** With the edges of the source in its order, where that is another one now; others keep their places. */
function inSourceOrder(taken: Taken, shown: Matched, sources: Matched): Taken {
  const order = [...sources.edges].sort(([a], [b]) => a - b).map(([, place]) => place)
  if (order.every((place, i) => i === 0 || order[i - 1]! < place)) return taken
  const { graph, matched } = taken
  const known = [...sources.edges].flatMap(([place, source]) => {
    const now = matched.edges.get(shown.edges.get(place) ?? -1)
    return now === undefined ? [] : [{ now, source }]
  })
  const slots = known.map(({ now }) => now).sort((a, b) => a - b)
  known.sort((a, b) => a.source - b.source)
  const places = new Map(known.map(({ now }, i) => [now, slots[i]!]))
  const edges = [...graph.edges]
  for (const [now, place] of places) edges[place] = graph.edges[now]!
  const pairs = new Map([...matched.edges].map(([old, now]) => [old, places.get(now) ?? now]))
  return { ...taken, graph: { ...graph, edges }, matched: { ...matched, edges: pairs } }
}

/** Colours and fonts, and the sides at which lines are fastened. */
const isLook = ([first, second]: readonly string[]): boolean => first === 'style' || second === 'side'

/** Where elements stand in the text; a number beyond for those that are gone from it. */
function placesOf(
  known: ReadonlyMap<string, unknown>,
  pairs: ReadonlyMap<string, string>,
  page: ReadonlyMap<string, unknown>,
): Map<string, number> {
  const places = new Map([...page.keys()].map((id, place) => [id, place]))
  return new Map([...known.keys()].map(id => [id, places.get(pairs.get(id) ?? '') ?? page.size]))
}

const has = (kind: Kind, before: unknown, after: unknown, but = 'id'): boolean => {
  for (const { path } of differentLeaves(kind, before, after)) if (path[0] !== but) return true
  return false
}

/** What is gone from the text and comes back: what the source changed, and what hangs together with something new in it. */
function revivedOf(base: Graph, source: Graph, shown: Matched, sources: Matched): Gone {
  const revived = { nodes: new Set<string>(), groups: new Set<string>(), edges: new Set<number>() }
  const nameOf: NameOf = (of, id) => sources[of].get(id)
  const [oldNodes, oldGroups] = [inverse(sources.nodes), inverse(sources.groups)]
  const waiting: (() => void)[] = []
  /** Something that a new or changed element of the source refers to. */
  const need = (of: 'nodes' | 'groups', id: string | undefined): void => {
    const old = id === undefined ? undefined : (of === 'nodes' ? oldNodes : oldGroups).get(id)
    if (old === undefined || shown[of].has(old) || revived[of].has(old)) return
    revived[of].add(old)
    if (of === 'groups') waiting.push(() => need('groups', source.groups.get(id!)?.parent))
    else waiting.push(() => need('groups', source.nodes.get(id!)?.group))
  }
  const needEnd = ({ kind, id }: End): void => need(kind === 'node' ? 'nodes' : 'groups', id)
  const paired = new Set(sources.edges.values())

  for (const node of source.nodes.values()) {
    const old = oldNodes.get(node.id)
    if (old === undefined) need('groups', node.group)
    else {
      const was = renamed.nodes(base.nodes.get(old)!, nameOf)
      if (was.group !== node.group) need('groups', node.group)
      if (!shown.nodes.has(old) && has(nodeFields, was, node)) need('nodes', node.id)
    }
  }
  for (const group of source.groups.values()) {
    const old = oldGroups.get(group.id)
    if (old === undefined) need('groups', group.parent)
    else {
      const was = renamed.groups(base.groups.get(old)!, nameOf)
      if (was.parent !== group.parent) need('groups', group.parent)
      if (!shown.groups.has(old) && has(groupFields, was, group)) need('groups', group.id)
    }
  }
  const ends = (edge: Edge): void => {
    needEnd(edge.from)
    needEnd(edge.to)
  }
  for (const [place, edge] of source.edges.entries()) if (!paired.has(place)) ends(edge)
  for (const [place, pair] of sources.edges) {
    const [was, now] = [renamed.edges(base.edges[place]!, nameOf), source.edges[pair]!]
    if (was && !has(edgeFields, was, now)) continue
    if (!shown.edges.has(place)) revived.edges.add(place)
    if (!shown.edges.has(place) || endsOf(was) !== endsOf(now)) ends(now)
  }
  for (let next = waiting.pop(); next; next = waiting.pop()) next()
  // Lines go with what they end at, so they come back with it.
  for (const [place, { from, to }] of base.edges.entries()) {
    const back = [from, to].some(({ kind, id }) => revived[kind === 'node' ? 'nodes' : 'groups'].has(id))
    if (back && !shown.edges.has(place)) revived.edges.add(place)
  }
  return revived
}

const endsOf = (edge: Edge | undefined): string =>
  JSON.stringify(edge && [edge.from.kind, edge.from.id, edge.to.kind, edge.to.id])
