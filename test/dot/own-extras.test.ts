/** What DOT alone says of an element may not say anything else than the model does. */
import { expect, test } from 'vitest'
import { dot, readDot } from '../../converters/dot/index.js'
import { convert } from '../../src/index.js'
import { byId, makeEdge, makeGraph, makeNode, nodeEnd } from '../../src/ir/build.js'
import { lowerFor, roundTrip } from '../laws/laws.js'

const nodes = byId(['a', 'b'].map(id => makeNode({ id, shape: 'ellipse', label: { text: id } })))
const edge = (id: string | undefined, own: readonly (readonly [string, string])[]) =>
  makeGraph({
    direction: 'TB',
    nodes,
    edges: [
      makeEdge({
        from: nodeEnd('a'),
        to: nodeEnd('b', 'normal'),
        ...(id !== undefined && { id }),
        extras: new Map([['dot', new Map(own)]]),
      }),
    ],
  })

test('an id in the extras of an edge without one is dropped, and said to be', async () => {
  const graph = edge(undefined, [['id', 'x']])
  const { graph: lowered, messages } = lowerFor(dot, graph)
  expect(lowered.edges[0]!.extras.get('dot')).toBeUndefined()
  expect(messages.map(({ code }) => code)).toContain('loss/extras')
  expect(await roundTrip(dot, graph)).toBeUndefined()
})

test('an id of an edge is read as one', () => {
  expect(readDot('digraph { a -> b [id=x] }').graphs[0]!.edges[0]!.id).toBe('x')
})

/** What an earlier release kept of `digraph { subgraph pair { a -> b } subgraph cluster_x { c { rank=same; a; c } } { rank=max; { b } } }`. */
const earlier = {
  diaglot: 1,
  directed: true,
  direction: 'TB',
  nodes: [
    { id: 'a', shape: 'ellipse' },
    { id: 'b', shape: 'ellipse' },
    { id: 'c', group: 'x', shape: 'ellipse' },
  ],
  groups: [{ id: 'x', label: '', extras: { dot: { name: { text: 'clusterX', was: 'x' } } } }],
  edges: [{ from: { node: 'a' }, to: { node: 'b' } }],
  extras: {
    dot: {
      after: ['nodesep'],
      nodesep: '1',
      subgraphs: [
        { name: 'pair', nodes: ['a', 'b'], edges: [0] },
        { group: 'x', subgraphs: [{ attributes: { rank: 'same', color: 'red' }, nodes: ['a', 'c'] }] },
        { attributes: { rank: 'max' }, subgraphs: [{ nodes: ['b'] }] },
      ],
    },
  },
}

test('the subgraphs that an earlier release kept are read as far as they show', async () => {
  const { text, messages } = await convert(JSON.stringify(earlier), { from: 'json', to: 'dot' })
  expect(text).toBe(`digraph {
  nodesep=1;
  a;
  b;
  subgraph cluster_x {
    c;
    {
      rank=same;
      c;
    }
  }
  {
    rank=max;
    b;
  }
  a -> b;
}
`)
  expect(messages.filter(({ severity }) => severity !== 'info')).toEqual([])
})
