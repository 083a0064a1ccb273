/** Words in sentences that depend on what is said: each by hand. */
import { describe, expect, test } from 'vitest'
import type { LeafItem } from '../../src/carry/items.js'
import { refused } from '../../src/carry/messages.js'
import type { Arrow } from '../../src/ir/arrows.js'
import { makeEdge, nodeEnd } from '../../src/ir/build.js'
import { otherArrows } from '../../src/lower/passes/edge-messages.js'

describe('the arrowheads of an edge that cannot be drawn', () => {
  const said = (from: Arrow, to: Arrow, start: Arrow, end: Arrow) => {
    const edge = makeEdge({ from: nodeEnd('a', from), to: nodeEnd('b', to) })
    const { text } = otherArrows({ title: 'X', edge, start, end }, undefined)
    return typeof text === 'function' ? text('left out') : text
  }
  test.each([
    ['box', 'none', 'none', 'none', 'the arrowhead “box” at its start; it has no arrowheads now'],
    [
      'none',
      'box',
      'normal',
      'none',
      'the arrowhead “box” at its end; it has the arrowhead “normal” at its start now',
    ],
    [
      'box',
      'circle',
      'none',
      'normal',
      'the arrowheads “box” at its start and “circle” at its end; it has the arrowhead “normal” at its end now',
    ],
  ] as const)('%s and %s as %s and %s', (from, to, start, end, words) =>
    expect(said(from, to, start, end)).toBe(`X cannot draw the edge “a” → “b” with ${words}.`),
  )
})

describe('carried data that do not fit', () => {
  const said = (...items: readonly LeafItem[]) =>
    refused({ refusals: items.map(item => ({ item, reason: 'misfit' })), damaged: 0, title: 'X' }).text
  const leaf = (of: LeafItem['of'], key: LeafItem['key'] | undefined, ...path: string[]) =>
    ({
      what: 'leaf',
      of,
      ...(key !== undefined && { key }),
      leaf: path,
      base: undefined,
      value: 1,
    }) as LeafItem
  const told = (words: string) =>
    `Some of the data that the text carries do not fit what it shows, so they are ignored: ${words}.`
  const why = '(it cannot have such a value)'

  test('of the diagram, of a node, of an edge', () => {
    expect(said(leaf('graph', undefined, 'title'))).toBe(told(`the title of the diagram ${why}`))
    expect(said(leaf('nodes', 'a', 'label', 'rich'))).toBe(
      told(`the formatting of the label of node “a” ${why}`),
    )
    expect(said(leaf('edges', 0, 'label', 'text'))).toBe(told(`the label of edge 1 ${why}`))
    expect(said(leaf('nodes', 'a', 'extras', 'dot', 'peripheries'))).toBe(
      told(`“peripheries”, which only dot says, of node “a” ${why}`),
    )
  })

  test('several', () =>
    expect(said(leaf('nodes', 'a', 'shape'), leaf('nodes', 'b', 'shape'), leaf('nodes', 'c', 'shape'))).toBe(
      told(`the shape of node “a” ${why}; the shape of node “b” ${why}; and the shape of node “c” ${why}`),
    ))
})
