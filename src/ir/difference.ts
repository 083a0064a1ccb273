/**
 * How two graphs differ. The same graph means: every field the same, the same order of edges and of nodes over
 * the whole graph, of groups among their siblings. Left out are only `at` and `document`: where an element stands in its
 * source, and how its file has it.
 */

import type { Change, Path } from './change.js'
import type { Kind } from './kinds.js'
import { differentLeaves } from './leaves.js'
import { addTo } from './lists.js'
import {
  edgeFields,
  type Graph,
  type Group,
  graphFields,
  groupFields,
  loopFields,
  nodeFields,
} from './model.js'

/**
 * The differences from one graph to another, each at a leaf path, without end until asked for. No messages.
 * @param a the graph as it was
 * @param b the graph as it is now
 * @returns changes with the value before and after; `undefined` stands for absent. None where `sameGraph` is true.
 * @see src/ir/change.ts for what each path means
 * @example
 * const [first] = differences(before, edit(before).relabel('a', 'Start').done())
 * first // { path: ['nodes', 'a', 'label', 'text'], before: 'a', after: 'Start' }
 */
export function* differences(a: Graph, b: Graph): Generator<Change> {
  yield* differentLeaves(graphFields, a, b)
  yield* inMaps('nodes', nodeFields, a.nodes, b.nodes)
  yield* inMaps('groups', groupFields, a.groups, b.groups)
  yield* inOrder(['order', 'nodes'], [...a.nodes.keys()], [...b.nodes.keys()])
  yield* amongSiblings(a.groups.values(), b.groups.values())
  yield* inLists('edges', edgeFields, a.edges, b.edges)
  yield* inLists('loops', loopFields, a.loops, b.loops)
}

/**
 * The first difference between two graphs, for a report or a test. No messages.
 * @param a the graph as it was
 * @param b the graph as it is now
 * @returns a sentence with the path to it, as `nodes/A/shape: "circle" ≠ "diamond"`; `undefined` where there is none
 * @see src/ir/change.ts for what each path means
 * @example
 * const found = firstDifference(graph, readAgain) // 'order/edges: [0,1] ≠ [1,0]'
 * if (found !== undefined) throw new Error(found)
 */
export function firstDifference(a: Graph, b: Graph): string | undefined {
  const first = differences(a, b).next()
  if (first.done) return undefined
  const { path, before, after } = first.value
  return `${path.join('/')}: ${show(before)} ≠ ${show(after)}`
}

/**
 * Whether two graphs say the same, in the same order; places in the source do not count. No messages.
 * @param a a graph
 * @param b another
 * @returns true where `differences` finds nothing
 * @see src/ir/model.ts for what a graph says
 * @example
 * sameGraph(graph, edit(graph).done()) // true
 */
export function sameGraph(a: Graph, b: Graph): boolean {
  return differences(a, b).next().done === true
}

/** A value as a person can read it in an error message. */
export function show(value: unknown): string {
  if (value === undefined) return 'nothing'
  return JSON.stringify(value, (_, part: unknown) =>
    part instanceof Map ? Object.fromEntries(part as Map<string, unknown>) : part,
  )
}

function* inMaps<T>(
  name: string,
  kind: Kind,
  a: ReadonlyMap<string, T>,
  b: ReadonlyMap<string, T>,
): Generator<Change> {
  for (const [id, before] of a) {
    const after = b.get(id)
    if (after === undefined) yield { path: [name, id], before, after }
    else for (const at of differentLeaves(kind, before, after)) yield { ...at, path: [name, id, ...at.path] }
  }
  for (const [id, after] of b) if (!a.has(id)) yield { path: [name, id], before: undefined, after }
}

function* inLists<T>(name: string, kind: Kind, a: readonly T[], b: readonly T[]): Generator<Change> {
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    const before = a[i]
    const after = b[i]
    if (before === undefined || after === undefined) yield { path: [name, i], before, after }
    else for (const at of differentLeaves(kind, before, after)) yield { ...at, path: [name, i, ...at.path] }
  }
}

/** The ids of the groups under each parent, in order; `''` for those of no parent. */
function childrenOf(groups: Iterable<Group>): Map<string, string[]> {
  const children = new Map<string, string[]>()
  for (const { id, parent = '' } of groups) {
    addTo(children, parent, id)
  }
  return children
}

/** Differences of order among the groups that stand under the same parent in both. */
function* amongSiblings(a: Iterable<Group>, b: Iterable<Group>): Generator<Change> {
  const others = childrenOf(b)
  for (const [parent, ids] of childrenOf(a)) {
    yield* inOrder(['order', 'groups', parent], ids, others.get(parent) ?? [])
  }
}

/** The difference of order among what is in both lists. */
function* inOrder(path: Path, a: readonly string[], b: readonly string[]): Generator<Change> {
  const inA = new Set(a)
  const inB = new Set(b)
  const before = a.filter(id => inB.has(id))
  const after = b.filter(id => inA.has(id))
  if (before.some((id, place) => id !== after[place])) yield { path, before, after }
}
