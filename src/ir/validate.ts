/** Whether a graph is made as the model says and hangs together. Readers see to it; a person's program may not. */
import type { Flaw } from './flaw.js'
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
    if (id !== key) yield keyFlaw('node', ['nodes', key], id)
    if (group !== undefined && !graph.groups.has(group)) {
      const text = `the node “${key}” stands in the group “${group}”, which is not there`
      yield { code: 'graph/reference', path: ['nodes', key], text }
    }
  }
}

function keyFlaw(what: string, path: readonly [string, string], id: string): Flaw {
  return { code: 'graph/key', path, text: `the ${what} “${id}” stands under the key “${path[1]}”` }
}

function* groupFlaws(graph: Graph): Generator<Flaw> {
  for (const [key, { id, parent }] of graph.groups) {
    const path = ['groups', key] as const
    if (key === '') yield { code: 'graph/id', path, text: 'a group has an empty id' }
    if (id !== key) yield keyFlaw('group', path, id)
    if (parent !== undefined && !graph.groups.has(parent)) {
      const text = `the group “${key}” stands in the group “${parent}”, which is not there`
      yield { code: 'graph/reference', path, text }
    }
  }
  for (const id of groupsInCycles(graph)) {
    yield { code: 'graph/cycle', path: ['groups', id, 'parent'], text: `the group “${id}” stands in itself` }
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
    if (!isThere(graph, from)) yield endFlaw(from, ['edges', place, 'from'])
    if (!isThere(graph, to)) yield endFlaw(to, ['edges', place, 'to'])
  }
}

const isThere = ({ nodes, groups }: Graph, { kind, id }: End): boolean =>
  kind === 'group' ? groups.has(id) : nodes.has(id)

function endFlaw({ kind, id }: End, path: Flaw['path']): Flaw {
  return { code: 'graph/reference', path, text: `the edge ends at the ${kind} “${id}”, which is not there` }
}

function* loopFlaws(graph: Graph): Generator<Flaw> {
  for (const [place, loop] of graph.loops.entries()) {
    const path = ['loops', place]
    for (const id of loop.nodes) {
      if (graph.nodes.has(id)) continue
      yield { code: 'graph/reference', path, text: `the loop names the node “${id}”, which is not there` }
    }
    if (loop.group !== undefined && !graph.groups.has(loop.group)) {
      const text = `the loop stands in the group “${loop.group}”, which is not there`
      yield { code: 'graph/reference', path, text }
    }
  }
}
