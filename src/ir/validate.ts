/** Whether a graph is made as the model says and hangs together. Readers see to it; a person's program may not. */
import {
  emptyId,
  endMissing,
  type Flaw,
  groupInItself,
  groupMissing,
  keyFlaw,
  loopNodeMissing,
} from './flaw.js'
import type { End, Graph } from './model.js'
import { typeFlaws } from './typing.js'

export type { Flaw } from './flaw.js'

/**
 * Every flaw of a graph: values of the wrong type or outside the closed lists, fields that nest too deep, keys that are not their
 * element's id, references to what is not there, groups that stand in themselves. Classes
 * that nothing defines and ports that no field has are no flaws: Mermaid and Graphviz take them. Where values are of the
 * wrong type, only those are named, because nothing else can be asked of such a graph.
 * @param graph anything that a program takes for a graph
 * @returns the flaws, each with its code, the path to it and a sentence; an empty list for a sound graph. `write`, `put` and `lower` say
 * them as `graph/…` messages.
 * @see src/ir/model.ts for what a graph is made of
 * @example
 * flawsOf({ ...graph, nodes: new Map() }).map(({ text }) => text) // 'the edge ends at the node “a”, which is not there' …
 */
export function flawsOf(graph: Graph): Flaw[] {
  const types = [...typeFlaws(graph)]
  if (types.length > 0) return types
  return [...nodeFlaws(graph), ...groupFlaws(graph), ...edgeFlaws(graph), ...loopFlaws(graph)]
}

function* nodeFlaws(graph: Graph): Generator<Flaw> {
  for (const [key, { id, group }] of graph.nodes) {
    if (id !== key) yield keyFlaw({ what: 'node', id, key }, ['nodes', key])
    if (group !== undefined && !graph.groups.has(group))
      yield groupMissing({ what: `the node “${key}”`, group }, ['nodes', key])
  }
}

function* groupFlaws(graph: Graph): Generator<Flaw> {
  for (const [key, { id, parent }] of graph.groups) {
    const path = ['groups', key] as const
    if (key === '') yield emptyId(path)
    if (id !== key) yield keyFlaw({ what: 'group', id, key }, path)
    if (parent !== undefined && !graph.groups.has(parent))
      yield groupMissing({ what: `the group “${key}”`, group: parent }, path)
  }
  for (const id of groupsInCycles(graph)) {
    yield groupInItself({ id }, ['groups', id, 'parent'])
  }
}

/** The groups whose chain of parents comes back to them. Each chain is walked once. */
function* groupsInCycles(graph: Graph): Generator<string> {
  const settled = new Set<string>()
  for (const start of graph.groups.keys()) {
    const chain = new Set<string>()
    let id: string | undefined = start
    while (id !== undefined && !settled.has(id) && !chain.has(id)) {
      chain.add(id)
      id = graph.groups.get(id)?.parent
    }
    if (id !== undefined && chain.has(id)) yield id
    for (const passed of chain) settled.add(passed)
  }
}

function* edgeFlaws(graph: Graph): Generator<Flaw> {
  for (let place = 0; place < graph.edges.length; place++) {
    const { from, to } = graph.edges[place]!
    if (!isThere(graph, from)) yield endMissing(from, ['edges', place, 'from'])
    if (!isThere(graph, to)) yield endMissing(to, ['edges', place, 'to'])
  }
}

const isThere = ({ nodes, groups }: Graph, { kind, id }: End): boolean =>
  kind === 'group' ? groups.has(id) : nodes.has(id)

function* loopFlaws(graph: Graph): Generator<Flaw> {
  for (const [place, loop] of graph.loops.entries()) {
    const path = ['loops', place]
    for (const id of loop.nodes) {
      if (!graph.nodes.has(id)) yield loopNodeMissing({ id }, path)
    }
    if (loop.group !== undefined && !graph.groups.has(loop.group))
      yield groupMissing({ what: 'the loop', group: loop.group }, path)
  }
}
