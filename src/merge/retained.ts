/** What one side removed: whether it goes, or the other side changed it or fastened something to it. */
import { outwards } from '../ir/group-tree.js'
import type { Kind } from '../ir/kinds.js'
import { addTo } from '../ir/lists.js'
import {
  type Edge,
  type End,
  edgeFields,
  type Graph,
  groupFields,
  type Loop,
  loopFields,
  nodeFields,
} from '../ir/model.js'
import { type FieldChange, fieldChanges } from './fields.js'

/** Three versions of a graph in which every element is called the same. Edges and loops stand at the same places. */
export interface Versions {
  readonly base: Version
  readonly ours: Version
  readonly theirs: Version
}

export interface Version {
  readonly graph: Graph
  readonly edges: ReadonlyMap<number, Edge>
  readonly loops: ReadonlyMap<number, Loop>
}

/** Removed by a side, although the other one changed or needs it. */
export interface Contested {
  readonly of: 'nodes' | 'groups' | 'edges' | 'loops'
  readonly key: string | number
  readonly by: 'ours' | 'theirs'
  readonly other: 'changed' | 'attached'
  /** What the other side changed. */
  readonly fields: readonly FieldChange[]
}

const sideOf = { ours: 'theirs', theirs: 'ours' } as const

/** What one side took out of the base and the other changed, or hung something new on. */
export function contestedIn(versions: Versions): Contested[] {
  const { base } = versions
  const found: Contested[] = []
  for (const by of ['ours', 'theirs'] as const) {
    const [gone, other] = [versions[by], versions[sideOf[by]]]
    const hung = hungOn(base, other)
    const look = (of: Contested['of'], key: string | number, kind: Kind, was: unknown, now: unknown) => {
      const fields = now === undefined ? [] : fieldChanges(kind, was, withoutWeak(base, other, was, now))
      if (fields.length > 0) found.push({ of, key, by, other: 'changed', fields })
      else if (now !== undefined && (of === 'nodes' || of === 'groups') && hung[of].has(String(key)))
        found.push({ of, key, by, other: 'attached', fields: [] })
    }
    for (const [id, was] of base.graph.groups)
      if (!gone.graph.groups.has(id)) look('groups', id, groupFields, was, other.graph.groups.get(id))
    for (const [id, was] of base.graph.nodes)
      if (!gone.graph.nodes.has(id)) look('nodes', id, nodeFields, was, other.graph.nodes.get(id))
    for (const [place, was] of base.edges)
      if (!gone.edges.has(place)) look('edges', place, edgeFields, was, other.edges.get(place))
    for (const [place, was] of base.loops)
      if (!gone.loops.has(place)) look('loops', place, loopFields, was, other.loops.get(place))
  }
  return found
}

/** An element that stands elsewhere only because its group was taken away was not changed by that, nor a loop that lost a node. */
export function withoutWeak<T>(base: Version, side: Version, was: unknown, now: T): T {
  let element = now
  for (const field of ['group', 'parent'] as const) {
    const old = (was as Record<string, unknown> | undefined)?.[field] as string | undefined
    const is = (now as Record<string, unknown>)[field] as string | undefined
    if (isWeak(base, side, old, is)) element = { ...element, [field]: old }
  }
  const nodes = (was as Partial<Loop> | undefined)?.nodes
  if (Array.isArray(nodes)) {
    const left = nodes.filter(id => side.graph.nodes.has(id))
    const own = (now as unknown as Loop).nodes
    if (left.length === own.length && left.every((id, i) => id === own[i])) element = { ...element, nodes }
  }
  return element
}

interface Hung {
  readonly nodes: ReadonlySet<string>
  readonly groups: ReadonlySet<string>
}

/** What new or changed references of a side lead to. */
function hungOn(base: Version, side: Version): Hung {
  const hung = { nodes: new Set<string>(), groups: new Set<string>() }
  const end = ({ kind, id }: End) => (kind === 'node' ? hung.nodes : hung.groups).add(id)
  const isSameEnd = (a: End | undefined, b: End) => a?.kind === b.kind && a.id === b.id
  for (const [place, edge] of side.edges) {
    const was = base.edges.get(place)
    if (!isSameEnd(was?.from, edge.from)) end(edge.from)
    if (!isSameEnd(was?.to, edge.to)) end(edge.to)
  }
  for (const { id, group } of side.graph.nodes.values()) {
    const was = base.graph.nodes.get(id)
    if (group !== undefined && (!was || (was.group !== group && !isWeak(base, side, was.group, group))))
      hung.groups.add(group)
  }
  for (const { id, parent } of side.graph.groups.values()) {
    const was = base.graph.groups.get(id)
    if (parent !== undefined && (!was || (was.parent !== parent && !isWeak(base, side, was.parent, parent))))
      hung.groups.add(parent)
  }
  for (const [place, loop] of side.loops) {
    const known = new Set(base.loops.get(place)?.nodes)
    for (const id of loop.nodes) if (!known.has(id)) hung.nodes.add(id)
  }
  return hung
}

/** Whether something stands in another group, or in none, only because a side took away the one that it was in. */
function isWeak(base: Version, side: Version, old: string | undefined, now: string | undefined): boolean {
  if (old === undefined || side.graph.groups.has(old)) return false
  for (const id of outwards(base.graph.groups, old)) if (side.graph.groups.has(id)) return id === now
  return now === undefined
}

/** Elements that stay although theirs removed them. */
export interface Retained {
  readonly nodes: Set<string>
  readonly groups: Set<string>
  readonly edges: Set<number>
  readonly loops: Set<number>
}

/** What stays as ours has it: what is contested, what that refers to, and the edges that went with a node. */
export function retainedIn({ ours, theirs }: Versions, contested: readonly Contested[]): Retained {
  const kept: Retained = { nodes: new Set(), groups: new Set(), edges: new Set(), loops: new Set() }
  const incident = new Map<string, number[]>()
  for (const [place, { from, to }] of ours.edges) {
    for (const key of new Set([`${from.kind} ${from.id}`, `${to.kind} ${to.id}`])) addTo(incident, key, place)
  }
  const waiting: (() => void)[] = []
  const group = (id: string | undefined): void => {
    if (id === undefined || theirs.graph.groups.has(id) || kept.groups.has(id)) return
    kept.groups.add(id)
    waiting.push(() => group(ours.graph.groups.get(id)?.parent))
    for (const place of incident.get(`group ${id}`) ?? []) waiting.push(() => edge(place))
  }
  const node = (id: string): void => {
    if (theirs.graph.nodes.has(id) || kept.nodes.has(id)) return
    kept.nodes.add(id)
    group(ours.graph.nodes.get(id)?.group)
    for (const place of incident.get(`node ${id}`) ?? []) waiting.push(() => edge(place))
  }
  const edge = (place: number): void => {
    if (theirs.edges.has(place) || kept.edges.has(place)) return
    kept.edges.add(place)
    const { from, to } = ours.edges.get(place)!
    for (const { kind, id } of [from, to]) kind === 'node' ? node(id) : group(id)
  }
  for (const { of, key, by } of contested) {
    if (by === 'ours') continue
    if (of === 'nodes') node(String(key))
    else if (of === 'groups') group(String(key))
    else if (of === 'edges') edge(Number(key))
    else kept.loops.add(Number(key))
  }
  for (let next = waiting.pop(); next; next = waiting.pop()) next()
  return kept
}
