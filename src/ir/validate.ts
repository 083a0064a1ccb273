/** Whether a graph hangs together: what the types of the model cannot say. */
import { arrows } from './arrows.js'
import { levelsOfFields } from './field-levels.js'
import type { End, Graph } from './model.js'
import { directions, groupKinds, lines, MAX_FIELD_LEVELS, sides } from './model.js'
import { shapes } from './shapes.js'

export interface Flaw {
  readonly path: readonly (string | number)[]
  readonly text: string
}

/**
 * Every flaw of a graph: keys that are not their element's id, references to what is not there,
 * groups that stand in themselves, fields that nest too deep, values outside the closed lists. An empty list for a sound graph.
 */
export function flawsOf(graph: Graph): Flaw[] {
  return [...nodeFlaws(graph), ...groupFlaws(graph), ...edgeFlaws(graph), ...loopFlaws(graph)]
}

function* nodeFlaws(graph: Graph): Generator<Flaw> {
  for (const [key, node] of graph.nodes) {
    const path = ['nodes', key]
    if (node.id !== key) yield { path, text: `the node “${node.id}” stands under the key “${key}”` }
    if (!Object.hasOwn(shapes, node.shape)) yield { path, text: `there is no shape “${node.shape}”` }
    if (node.group !== undefined && !graph.groups.has(node.group)) {
      yield { path, text: `the node stands in the group “${node.group}”, which is not there` }
    }
    if (node.fields && levelsOfFields(node.fields) > MAX_FIELD_LEVELS) {
      yield { path: [...path, 'fields'], text: `the fields nest deeper than ${MAX_FIELD_LEVELS} levels` }
    }
  }
}

function* groupFlaws(graph: Graph): Generator<Flaw> {
  for (const [key, group] of graph.groups) {
    const path = ['groups', key]
    if (key === '') yield { path, text: 'a group has an empty id' }
    if (group.id !== key) yield { path, text: `the group “${group.id}” stands under the key “${key}”` }
    if (!groupKinds.includes(group.kind)) yield { path, text: `there is no kind of group “${group.kind}”` }
    if (group.direction !== undefined && !directions.includes(group.direction)) {
      yield { path, text: `there is no direction “${group.direction}”` }
    }
    if (group.parent !== undefined && !graph.groups.has(group.parent)) {
      yield { path, text: `the group stands in the group “${group.parent}”, which is not there` }
    }
  }
  for (const id of groupsInCycles(graph)) {
    yield { path: ['groups', id, 'parent'], text: `the group “${id}” stands in itself` }
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
  for (const [place, edge] of graph.edges.entries()) {
    if (!lines.includes(edge.line)) yield { path: ['edges', place], text: `there is no line “${edge.line}”` }
    for (const name of ['from', 'to'] as const) yield* endFlaws(graph, edge[name], ['edges', place, name])
  }
}

function* endFlaws(graph: Graph, end: End, path: Flaw['path']): Generator<Flaw> {
  const there = end.kind === 'group' ? graph.groups.has(end.id) : graph.nodes.has(end.id)
  if (!there) yield { path, text: `the edge ends at the ${end.kind} “${end.id}”, which is not there` }
  if (!Object.hasOwn(arrows, end.arrow)) yield { path, text: `there is no arrowhead “${end.arrow}”` }
  if (end.side !== undefined && !sides.includes(end.side)) {
    yield { path, text: `there is no side “${end.side}”` }
  }
}

function* loopFlaws(graph: Graph): Generator<Flaw> {
  for (const [place, loop] of graph.loops.entries()) {
    const path = ['loops', place]
    for (const id of loop.nodes) {
      if (!graph.nodes.has(id)) yield { path, text: `the loop names the node “${id}”, which is not there` }
    }
    if (loop.group !== undefined && !graph.groups.has(loop.group)) {
      yield { path, text: `the loop stands in the group “${loop.group}”, which is not there` }
    }
  }
}
