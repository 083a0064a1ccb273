import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { arrowNames } from '../../src/ir/arrows.js'
import { applyChanges } from '../../src/ir/change.js'
import { firstDifference } from '../../src/ir/difference.js'
import { elementsOf } from '../../src/ir/elements.js'
import type { Kind } from '../../src/ir/kinds.js'
import { leaves } from '../../src/ir/leaves.js'
import {
  directions,
  elementFields,
  type Graph,
  graphFields,
  groupKinds,
  lines,
  richSyntaxes,
  sides,
} from '../../src/ir/model.js'
import { shapeNames } from '../../src/ir/shapes.js'
import { flawsOf } from '../../src/ir/validate.js'
import { graphs } from './graphs.js'

const sample = fc.sample(graphs, { seed: 20, numRuns: 1500 })

/** The leaf paths that a kind of value can have, with `*` for the names of strangers. */
function leafNames(kind: Kind, path: readonly string[] = []): string[] {
  if (kind.kind === 'leaf') return [path.join('.')]
  if (kind.kind === 'map') return leafNames(kind.values, [...path, '*'])
  return Object.entries(kind.fields).flatMap(([name, inner]) => leafNames(inner, [...path, name]))
}

function named(kind: Kind, path: readonly string[]): string {
  let at = kind
  return path
    .map(step => {
      const stranger = at.kind === 'map'
      at = at.kind === 'map' ? at.values : at.kind === 'record' ? (at.fields[step] ?? at) : at
      return stranger ? '*' : step
    })
    .join('.')
}

/** Whether a group's nodes stand on both sides of a node that is not in it. */
function takesTurns({ nodes }: Graph): boolean {
  const left = new Set<string | undefined>()
  let before: string | undefined
  for (const { group } of nodes.values()) {
    if (group !== before) left.add(before)
    if (group !== before && group !== undefined && left.has(group)) return true
    before = group
  }
  return false
}

describe('the generator of graphs', () => {
  test('has nodes of different groups take turns', () => {
    expect(sample.filter(takesTurns).length).toBeGreaterThan(100)
  })

  test('reaches every field of the model', () => {
    const reached = new Set<string>()
    for (const graph of sample) {
      for (const { of, kind, value } of elementsOf(graph))
        for (const [path] of leaves(kind, value)) reached.add(`${of}.${named(kind, path)}`)
    }
    const kinds = Object.entries({ graph: graphFields, ...elementFields })
    const all = kinds.flatMap(([name, kind]) => leafNames(kind).map(path => `${name}.${path}`))
    expect(all.filter(path => !reached.has(path))).toEqual([])
  })

  test('reaches every member of the closed lists', () => {
    const nodeShapes = new Set(sample.flatMap(({ nodes }) => [...nodes.values()].map(({ shape }) => shape)))
    const ends = sample.flatMap(({ edges }) => edges.flatMap(({ from, to }) => [from, to]))
    const kinds = new Set(sample.flatMap(({ groups }) => [...groups.values()].map(({ kind }) => kind)))
    const syntaxes = new Set(
      sample.flatMap(({ nodes }) => [...nodes.values()].map(({ label }) => label.rich?.syntax)),
    )
    expect(shapeNames.filter(name => !nodeShapes.has(name))).toEqual([])
    expect(arrowNames.filter(name => !ends.some(({ arrow }) => arrow === name))).toEqual([])
    expect(sides.filter(name => !ends.some(({ side }) => side === name))).toEqual([])
    expect(
      lines.filter(name => !sample.some(({ edges }) => edges.some(({ line }) => line === name))),
    ).toEqual([])
    expect(directions.filter(name => !sample.some(({ direction }) => direction === name))).toEqual([])
    expect(groupKinds.filter(name => !kinds.has(name))).toEqual([])
    expect(richSyntaxes.filter(name => !syntaxes.has(name))).toEqual([])
    expect(ends.some(({ kind }) => kind === 'group')).toBe(true)
    expect(sample.some(({ groups }) => [...groups.values()].some(({ parent }) => parent !== undefined))).toBe(
      true,
    )
  })

  test('makes sound graphs only', () => {
    for (const graph of sample) expect(flawsOf(graph)).toEqual([])
  })
})

describe('the comparison of graphs', () => {
  test('notices a change of any leaf', () => {
    for (const graph of sample.slice(0, 200)) {
      for (const { of, path: at, kind, value } of elementsOf(graph)) {
        for (const [path, before] of leaves(kind, value)) {
          if (path.join() === 'id' && (of === 'nodes' || of === 'groups')) continue
          const change = { path: [...at, ...path], before, after: 'something else' }
          const changed = applyChanges(graph, [change])
          expect(firstDifference(graph, changed), change.path.join('/')).toBeDefined()
        }
      }
    }
  })

  test('notices an edge, a node or a group that is missing or elsewhere', () => {
    for (const graph of sample) {
      const [first] = graph.nodes.keys()
      if (graph.edges.length > 1) {
        const edges = [...graph.edges].reverse()
        const same = firstDifference({ ...graph, edges: [...edges].reverse() }, graph)
        expect(same).toBeUndefined()
        expect(firstDifference(graph, { ...graph, edges: graph.edges.slice(1) })).toBeDefined()
      }
      if (first === undefined) continue
      const nodes = new Map(graph.nodes)
      nodes.delete(first)
      expect(firstDifference(graph, { ...graph, nodes })).toContain(`nodes/${first}`)
    }
  })

  test('notices another order of nodes within a group, and only there', () => {
    const graph = sample.find(
      ({ nodes }) => [...nodes.values()].filter(({ group }) => group === undefined).length > 1,
    )
    if (!graph) throw new Error('no graph with two nodes of no group')
    const nodes = new Map([...graph.nodes].reverse())
    expect(firstDifference(graph, { ...graph, nodes })).toContain('order/nodes')
  })
})
