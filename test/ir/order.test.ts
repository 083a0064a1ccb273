/** What counts as another order, and the order of a text that holds each group's nodes in a block. */
import { describe, expect, test } from 'vitest'
import { blockOrder, blocksOf } from '../../src/ir/blocks.js'
import { byId, makeEdge, makeGraph, makeGroup, makeNode, nodeEnd } from '../../src/ir/build.js'
import { differences } from '../../src/ir/difference.js'
import type { Graph } from '../../src/ir/model.js'

/** `a:x` is a node in the group x; `y>x` a group in the group x. */
function graphOf(nodes: string, groups = '', edges = ''): Graph {
  const words = (list: string) => list.split(' ').filter(Boolean)
  return makeGraph({
    nodes: byId(
      words(nodes).map(word => {
        const [id = '', group] = word.split(':')
        return makeNode({ id, shape: 'rectangle', ...(group && { group }) })
      }),
    ),
    groups: byId(
      words(groups).map(word => {
        const [id = '', parent] = word.split('>')
        return makeGroup({ id, kind: 'cluster', ...(parent && { parent }) })
      }),
    ),
    edges: words(edges).map(word => {
      const [from = '', to = ''] = word.split('-')
      return makeEdge({ from: nodeEnd(from), to: nodeEnd(to) })
    }),
  })
}

const pathsOf = (a: Graph, b: Graph) => [...differences(a, b)].map(({ path }) => path.join('/'))

describe('the order of', () => {
  test('nodes counts over the whole graph, also of two in different groups', () => {
    const [a, b] = [graphOf('x:A y', 'A'), graphOf('y x:A', 'A')]
    expect([...differences(a, b)]).toEqual([
      { path: ['order', 'nodes'], before: ['x', 'y'], after: ['y', 'x'] },
    ])
  })

  test('nodes is no matter of those that only one graph has', () => {
    expect(pathsOf(graphOf('x y z'), graphOf('w x z'))).toEqual(['nodes/y', 'nodes/w'])
  })

  test('groups counts among siblings only', () => {
    expect(pathsOf(graphOf('', 'A B C>A'), graphOf('', 'A C>A B'))).toEqual([])
    expect(pathsOf(graphOf('', 'A B C>A D>A'), graphOf('', 'A D>A B C>A'))).toEqual(['order/groups/A'])
  })

  test('edges counts over the whole graph', () => {
    expect(pathsOf(graphOf('x y', '', 'x-y y-x'), graphOf('x y', '', 'y-x x-y'))).toEqual([
      'edges/0/from/id',
      'edges/0/to/id',
      'edges/1/from/id',
      'edges/1/to/id',
    ])
  })
})

test.each([
  ['nodes around a group', 'z x:A y', 'A', 'z x y'],
  ['a group that begins before the nodes around it', 'x:A z', 'A', 'x z'],
  ['nodes that take turns with a group’s', 'a:A z b:A y', 'A', 'a b z y'],
  ['groups that begin in another order than they stand in', 'b:B a:A z', 'A B', 'a b z'],
  ['a node of the outer group behind the inner one', 'x:B y:A z', 'A B>A', 'x y z'],
  ['nodes of the outer group around the inner one', 'w:A x:B y:A z:B', 'A B>A', 'w x z y'],
  ['an empty group', 'z x:A', 'E A', 'z x'],
])('block by block: %s', (_, nodes, groups, order) => {
  const graph = graphOf(nodes, groups)
  expect(blockOrder(graph)).toEqual(order.split(' '))
  const sorted = { ...graph, nodes: byId(blockOrder(graph).map(id => graph.nodes.get(id)!)) }
  expect(blockOrder(sorted)).toEqual(order.split(' '))
})

test('a block opens and closes around what is in it', () => {
  const steps = [...blocksOf(graphOf('z x:B y:A', 'E A B>A'))].map(step =>
    step.kind === 'node' ? step.node.id : `${step.kind} ${step.group.id}`,
  )
  expect(steps).toEqual(['open E', 'close E', 'z', 'open A', 'open B', 'x', 'close B', 'y', 'close A'])
})

test('groups may nest as deep as a file says', () => {
  const depth = 20_000
  const groups = Array.from({ length: depth }, (_, n) => (n === 0 ? 'g0' : `g${n}>g${n - 1}`)).join(' ')
  expect(blockOrder(graphOf(`a:g${depth - 1} b`, groups))).toEqual(['a', 'b'])
})
