/** Three graphs of which one is the source of another: how a contradiction is settled there, and how among equals (`src/merge`). */
import { expect, test } from 'vitest'
import { matchGraphs } from '../../src/diff/match.js'
import { edit, graph } from '../../src/edit/edit.js'
import type { Graph } from '../../src/ir/model.js'
import { mergeGraphs } from '../../src/merge/merge.js'
import { updateSince } from '../../src/put/since-written.js'

const written = graph().node('a', { label: 'Cart' }).node('b', { label: 'Pay' }).edge('a', 'b').done()

const updated = (page: Graph, source: Graph): Graph =>
  updateSince(page, written, source, matchGraphs(written, page)).graph
const conflicting = (page: Graph, source: Graph) =>
  mergeGraphs(written, page, source).conflicts.map(({ element, field }) => [element, field])

const labelOf = (of: Graph): string | undefined => of.nodes.get('b')?.label.text

test('what both sides say otherwise is as the source says it; among equals it is a conflict', () => {
  const page = edit(written).relabel('b', 'Pay now').done()
  const source = edit(written).relabel('b', 'Pay later').done()
  expect(labelOf(updated(page, source))).toBe('Pay later')
  expect(labelOf(mergeGraphs(written, page, source).graph)).toBe('Pay now')
  expect(conflicting(page, source)).toEqual([['node', 'label']])
})

test('how something looks is as the page has it; among equals it is a conflict', () => {
  const page = edit(written)
    .change('b', { style: { fill: '#ff0000' } })
    .done()
  const source = edit(written)
    .change('b', { style: { fill: '#00ff00' } })
    .done()
  expect(updated(page, source).nodes.get('b')?.style.fill).toBe('#ff0000')
  expect(conflicting(page, source)).toEqual([['node', 'style.fill']])
})

test('what is gone from the page stays away, unless the source changed it', () => {
  const page = edit(written).removeNode('b').done()
  expect([...updated(page, written).nodes.keys()]).toEqual(['a'])
  const source = edit(written).relabel('b', 'Pay later').done()
  const back = updated(page, source)
  expect([labelOf(back), back.edges.length]).toEqual(['Pay later', 1])
  expect(conflicting(page, source).length).toBe(1)
})

test('what is gone from the source goes, whatever the page made of it; among equals it is a conflict', () => {
  const page = edit(written).relabel('b', 'Pay now').done()
  const source = edit(written).removeNode('b').done()
  expect([...updated(page, source).nodes.keys()]).toEqual(['a'])
  expect(labelOf(mergeGraphs(written, page, source).graph)).toBe('Pay now')
  expect(conflicting(page, source).length).toBe(1)
})
