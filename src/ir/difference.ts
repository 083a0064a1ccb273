/**
 * How two graphs differ. The same graph means: every field the same, the same order of edges over
 * the whole graph, of nodes within their group, of groups among their siblings. Left out are only `at`, and
 * keys of `extras` that the caller names (a geometry that our own layout computed).
 */
import type { Change } from './change.js'
import {
  differentLeaves,
  edgeFields,
  type FieldKind,
  graphFields,
  groupFields,
  loopFields,
  nodeFields,
} from './fields.js'
import type { Graph } from './model.js'

/** The differences from `a` to `b`, each at a leaf path, without end until asked for. */
export function* differences(a: Graph, b: Graph): Generator<Change> {
  yield* differentLeaves(graphFields, a, b)
  yield* inMaps('nodes', nodeFields, a.nodes, b.nodes)
  yield* inMaps('groups', groupFields, a.groups, b.groups)
  yield* inOrders('nodes', childrenOf(a.nodes.values(), 'group'), childrenOf(b.nodes.values(), 'group'))
  yield* inOrders('groups', childrenOf(a.groups.values(), 'parent'), childrenOf(b.groups.values(), 'parent'))
  yield* inLists('edges', edgeFields, a.edges, b.edges)
  yield* inLists('loops', loopFields, a.loops, b.loops)
}

/** The first difference, as a sentence with the path to it: `nodes/A/shape: "circle" ≠ "diamond"`. */
export function firstDifference(a: Graph, b: Graph): string | undefined {
  const first = differences(a, b).next()
  if (first.done) return undefined
  const { path, before, after } = first.value
  return `${path.join('/')}: ${show(before)} ≠ ${show(after)}`
}

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
  kind: FieldKind,
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

function* inLists<T>(name: string, kind: FieldKind, a: readonly T[], b: readonly T[]): Generator<Change> {
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    const before = a[i]
    const after = b[i]
    if (before === undefined || after === undefined) yield { path: [name, i], before, after }
    else for (const at of differentLeaves(kind, before, after)) yield { ...at, path: [name, i, ...at.path] }
  }
}

/** The ids of the elements under each parent, in order; `''` for those of no parent. */
function childrenOf<K extends string>(
  elements: Iterable<{ readonly id: string } & { readonly [P in K]?: string }>,
  parent: K,
): Map<string, string[]> {
  const children = new Map<string, string[]>()
  for (const element of elements) {
    const key = element[parent] ?? ''
    const list = children.get(key)
    if (list) list.push(element.id)
    else children.set(key, [element.id])
  }
  return children
}

/** Differences of order among the elements that stand under the same parent in both. */
function* inOrders(name: string, a: Map<string, string[]>, b: Map<string, string[]>): Generator<Change> {
  for (const [parent, list] of a) {
    const other = b.get(parent)
    if (!other) continue
    const inBoth = new Set(other)
    const inList = new Set(list)
    const before = list.filter(id => inBoth.has(id))
    const after = other.filter(id => inList.has(id))
    if (before.some((id, i) => id !== after[i])) yield { path: ['order', name, parent], before, after }
  }
}
