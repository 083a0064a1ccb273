/** Which objects a change of a draft makes anew: what somebody holds already never changes. */
import { describe, expect, test } from 'vitest'
import { makeEdge, makeGraph, nodeEnd } from '../../src/ir/build.js'
import { applyChange, draftOf, pathTo } from '../../src/ir/change.js'

const edge = makeEdge({ from: nodeEnd('a'), to: nodeEnd('b') })
const graph = makeGraph({ edges: [edge] })

describe('an element of which two leaves change', () => {
  test('is copied by the first change, so that the graph stays as it was', () => {
    const draft = draftOf(graph)
    applyChange(draft, ['edges', 0, 'from', 'side'], 'right')
    expect(draft.edges[0]).toMatchObject({ from: { id: 'a', side: 'right' } })
    expect(graph.edges[0]).toBe(edge)
    expect(edge.from.side).toBeUndefined()
  })

  test('is copied again by a change of its own, for somebody may hold it', () => {
    const draft = draftOf(graph)
    applyChange(draft, ['edges', 0, 'from', 'side'], 'right')
    const held = draft.edges[0]!
    applyChange(draft, ['edges', 0, 'to', 'side'], 'left')
    expect(held.to.side).toBeUndefined()
    expect(draft.edges[0]).toMatchObject({ from: { side: 'right' }, to: { side: 'left' } })
  })

  test('is copied once where both are one change', () => {
    const draft = draftOf(graph)
    applyChange(draft, ['edges', 0, 'from', 'side'], 'right')
    const held = draft.edges[0]
    applyChange(draft, ['edges', 0, 'to', 'side'], 'left', true)
    expect(draft.edges[0]).toBe(held)
    expect(draft.edges[0]).toMatchObject({ from: { side: 'right' }, to: { side: 'left' } })
    expect(edge).toEqual(makeEdge({ from: nodeEnd('a'), to: nodeEnd('b') }))
  })

  test('is copied where it is another one than the last, also in one change', () => {
    const other = makeEdge({ from: nodeEnd('b'), to: nodeEnd('a') })
    const draft = draftOf(makeGraph({ edges: [edge, other] }))
    applyChange(draft, ['edges', 0, 'from', 'side'], 'right')
    applyChange(draft, ['edges', 1, 'from', 'side'], 'top', true)
    expect(other.from.side).toBeUndefined()
    expect(draft.edges.map(({ from }) => from.side)).toEqual(['right', 'top'])
  })
})

test('a path goes on in a list of its own', () => {
  const path = ['nodes', 'a']
  expect(pathTo(path, 'label', 'text')).toEqual(['nodes', 'a', 'label', 'text'])
  expect(pathTo(path)).toEqual(path)
  expect(path).toEqual(['nodes', 'a'])
})
