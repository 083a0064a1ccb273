/** Where new nodes, and those that moved, come in the order of a graph that is put into a text. */
import { expect, test } from 'vitest'
import { matchGraphs } from '../../src/diff/match.js'
import { makeGraph, makeGroup, makeNode, plain } from '../../src/ir/build.js'
import type { Graph } from '../../src/ir/model.js'
import { withNodesSettled } from '../../src/put/settle.js'

/** Nodes with the group that each stands in: `a:x b`. */
function graphOf(nodes: string, groups: Readonly<Record<string, string | undefined>>): Graph {
  return {
    ...makeGraph(),
    groups: new Map(
      Object.entries(groups).map(([id, parent]) => [
        id,
        makeGroup({ id, kind: 'cluster', ...(parent !== undefined && { parent }) }),
      ]),
    ),
    nodes: new Map(
      nodes.split(' ').map(word => {
        const [id, group] = word.split(':') as [string, string | undefined]
        return [id, makeNode({ id, label: plain(id), shape: 'rectangle', ...(group && { group }) })]
      }),
    ),
  }
}

const groups = { x: undefined, y: undefined, inner: 'x' }

test.each([
  ['a new node stands behind the last of its group', 'a:x b:x c', 'a:x b:x c new:x', 'a b new c'],
  ['one that moves, too', 'a:x b c', 'a:x b c:x', 'a c b'],
  ['one that leaves a group does not stand among its nodes', 'a:x b:x c:x d', 'a:x b c:x d', 'a c b d'],
  ['nor does a new one', 'a:x b:inner c:x', 'a:x new b:inner c:x', 'a b c new'],
  ['the first of a group stays where it is', 'a:x b', 'a:x new:y b', 'a new b'],
  ['nodes that stay keep their order', 'a:x b c:x', 'c:x b a:x', 'c b a'],
])('%s', (_, before, after, expected) => {
  const [was, now] = [graphOf(before, groups), graphOf(after, groups)]
  const settled = withNodesSettled({ before: was, after: now, matched: matchGraphs(was, now) })
  expect([...settled.nodes.keys()].join(' ')).toBe(expected)
})
