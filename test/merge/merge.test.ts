import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readMermaid } from '../../converters/mermaid/index.js'
import { commentsOf } from '../../src/ir/comments.js'
import { firstDifference } from '../../src/ir/difference.js'
import type { Graph } from '../../src/ir/model.js'
import { flawsOf } from '../../src/ir/validate.js'
import type { Conflict } from '../../src/merge/conflict.js'
import { mergeGraphs } from '../../src/merge/merge.js'
import { edited, graphEdits } from '../generate/edits.js'
import { graphs } from '../generate/graphs.js'
import { runs } from '../setup/runs.js'
import { bases, done, edits, expectedConflicts, keyOf } from './edits.js'

const numRuns = runs(10_000)

/** A conflict under the name that the account of edits has for it. */
function keyOfConflict({ element, of, field }: Conflict): string {
  if (element === 'diagram') return field!
  const key = element === 'edge' ? `edges/${of.from}>${of.to}` : `${element}s/${of.id}`
  return field === undefined ? key : `${key}/${field.replace('style.', '')}`
}

/** In an order that says nothing. */
function sorted(graph: Graph): Graph {
  const by =
    <T>(nameOf: (value: T) => string) =>
    (a: T, b: T) =>
      nameOf(a) < nameOf(b) ? -1 : 1
  return {
    ...graph,
    nodes: new Map([...graph.nodes].sort(by(([id]) => id))),
    groups: new Map([...graph.groups].sort(by(([id]) => id))),
    edges: [...graph.edges].sort(by(edge => keyOf(edge) + edge.label.text)),
  }
}

const differs = (a: Graph, b: Graph) => firstDifference(a, b)

describe('any graph and any edits', () => {
  test('who did nothing changes nothing, and the same edit on both sides is that edit', () => {
    fc.assert(
      fc.property(graphs, graphEdits(), (base, list) => {
        const other = edited(base, list)
        for (const [ours, theirs] of [
          [other, base],
          [base, other],
          [other, other],
        ] as const) {
          const { graph, conflicts } = mergeGraphs(base, ours, theirs)
          expect(differs(graph, other)).toBeUndefined()
          expect(conflicts).toEqual([])
        }
      }),
      { numRuns, seed: 14 },
    )
  })

  test('two edits give a sound graph', () => {
    fc.assert(
      fc.property(graphs, graphEdits(), graphEdits(), (base, mine, other) => {
        expect(flawsOf(mergeGraphs(base, edited(base, mine), edited(base, other)).graph)).toEqual([])
      }),
      { numRuns, seed: 15 },
    )
  })
})

describe('two lists of edits of one graph', () => {
  test('conflicts are where both changed one field, or one took away what the other changed or needs', () => {
    fc.assert(
      fc.property(bases, edits, edits, (base, mine, other) => {
        const [ours, theirs] = [done(base, mine, 'o'), done(base, other, 't')]
        const expected = expectedConflicts(base, ours, theirs)
        const { graph, conflicts } = mergeGraphs(base, ours.graph, theirs.graph)
        expect(new Set(conflicts.map(keyOfConflict))).toEqual(expected)
        expect(flawsOf(graph)).toEqual([])
        const mirrored = mergeGraphs(base, theirs.graph, ours.graph)
        expect(new Set(mirrored.conflicts.map(keyOfConflict))).toEqual(expected)
        if (expected.size > 0) return
        // Made one after the other, both edits are there.
        const both = done(base, other, 't', ours.graph)
        if (expectedOrder(ours.graph, base))
          expect(differs(sorted(graph), sorted(both.graph))).toBeUndefined()
        expect(differs(sorted(graph), sorted(mirrored.graph))).toBeUndefined()
      }),
      { numRuns, seed: 16 },
    )
  })
})

/** Edits pick by place, so they are made again at the same elements only where nothing went. */
const expectedOrder = (ours: Graph, base: Graph): boolean =>
  [...base.nodes.keys()].every(id => ours.nodes.has(id)) &&
  [...base.groups.keys()].every(id => ours.groups.has(id)) &&
  base.edges.every(edge => ours.edges.some(each => keyOf(each) === keyOf(edge)))

test('comments on both sides are no conflict: those of ours stay', () => {
  const [base, ours, theirs] = ['one', 'two', 'three'].map(note => {
    const label = note === 'three' ? 'Paid' : 'Pay'
    return readMermaid(`flowchart LR\n  %% ${note}\n  a[${label}]\n`).graphs[0]!
  })
  const { graph, conflicts } = mergeGraphs(base!, ours!, theirs!)
  expect(conflicts).toEqual([])
  const node = graph.nodes.get('a')!
  expect([node.label.text, commentsOf(node, 'mermaid')]).toEqual(['Paid', [' two']])
})
