/** Graphviz fills a node only where its style says so: in a filled cluster the others show the cluster's colour. */
import { expect, test } from 'vitest'
import { dot, readDot } from '../../converters/dot/index.js'
import { convert } from '../../src/index.js'
import { byId, makeGraph, makeGroup, makeNode } from '../../src/ir/build.js'
import { lowerFor, roundTrip, sameFormat } from '../laws/laws.js'

const fillsOf = (text: string) => [...readDot(text).graphs[0]!.nodes.values()].map(({ style }) => style.fill)

test.each([
  ['bgcolor', 'digraph { subgraph cluster_a { bgcolor=lightblue; a } }', ['none']],
  ['style', 'digraph { subgraph cluster_a { style=filled; color=lightyellow; a } }', ['none']],
  ['a fillcolor', 'digraph { subgraph cluster_a { style="rounded,filled"; fillcolor=red; a } }', ['none']],
  [
    'the cluster around it',
    'graph { subgraph cluster_a { bgcolor=red; subgraph cluster_b { a } } }',
    ['none'],
  ],
  ['a fillcolor without a style', 'digraph { subgraph cluster_a { fillcolor=red; a } }', [undefined]],
  ['a clear cluster', 'digraph { subgraph cluster_a { bgcolor=transparent; a } }', [undefined]],
  [
    'the page',
    'digraph { bgcolor=red; a; b [style=filled]; c [shape=point] }',
    ['none', 'lightgrey', undefined],
  ],
  ['a page as white as paper', 'digraph { bgcolor="#FFFFFF"; a }', [undefined]],
  ['a clear page', 'digraph { bgcolor=transparent; a }', [undefined]],
  [
    'nodes that are filled, a point',
    'digraph { subgraph cluster_a { bgcolor=red; a [style=filled]; b [style=filled, fillcolor=blue]; c [shape=point] } }',
    ['lightgrey', 'blue', undefined],
  ],
])('the fill of nodes with %s', async (_, text, fills) => {
  expect(fillsOf(text)).toEqual(fills)
  expect(await sameFormat(dot, text)).toBeUndefined()
})

test('it is written as it was, without a fill', async () => {
  const text = 'digraph {\n  subgraph cluster_a {\n    bgcolor=lightblue;\n    a;\n  }\n}\n'
  expect((await convert(text, { from: 'dot', to: 'dot' })).text).toBe(text)
})

test('“filled with nothing” stays, and is no loss elsewhere', async () => {
  const text = 'digraph { subgraph cluster_a { bgcolor=red; a [style=filled, fillcolor=transparent] } }'
  expect((await convert(text, { from: 'dot', to: 'dot' })).text).toContain('fillcolor=transparent')
  const { messages } = await convert(text, { from: 'dot', to: 'mermaid' })
  expect(messages.map(({ code }) => code)).not.toContain('loss/extras')
})

test('draw.io and Mermaid show the colour of the cluster too', async () => {
  const text = 'digraph { subgraph cluster_c { bgcolor=lightblue; a [shape=box] } b [shape=box] }'
  const drawn = await convert(text, { from: 'dot', to: 'drawio' })
  expect(drawn.text.match(/style="rounded=0;whiteSpace=wrap;html=1;[^"]*"/g)).toEqual([
    'style="rounded=0;whiteSpace=wrap;html=1;fillColor=none;"',
    'style="rounded=0;whiteSpace=wrap;html=1;"',
  ])
  expect(drawn.messages.filter(({ severity }) => severity !== 'info')).toEqual([])
  const { text: mermaid } = await convert(text, { from: 'dot', to: 'mermaid' })
  expect(mermaid).toContain('style a fill:none')
  expect(mermaid).not.toContain('style b')
})

test('draw.io shows the colour of the page, and where there is none, nodes are as others', async () => {
  const text =
    'digraph { bgcolor=ivory; a [shape=box] subgraph cluster_c { style=filled; fillcolor=red; b [shape=box] } }'
  const drawn = await convert(text, { from: 'dot', to: 'drawio' })
  expect(drawn.text).toContain('background="ivory"')
  expect(drawn.text.match(/rounded=0;whiteSpace=wrap;html=1;fillColor=none;/g)).toHaveLength(2)
  const { text: mermaid, messages } = await convert(text, { from: 'dot', to: 'mermaid' })
  expect(mermaid).toContain('style b fill:none')
  expect(mermaid).not.toContain('style a')
  expect(messages.map(message => message.text)).toContain(
    'Mermaid has no colour of the page for nodes without a fill to show: they are drawn as others are.',
  )
  const back = makeGraph({
    direction: 'TB',
    style: { fill: 'ivory' },
    nodes: byId([makeNode({ id: 'a', shape: 'ellipse' })]),
  })
  expect(lowerFor(dot, back, {}).graph.nodes.get('a')!.style.fill).toBe('none')
})

test('a node of another format that is painted anyway is seen through in DOT, and a message says so', async () => {
  const graph = makeGraph({
    direction: 'TB',
    groups: byId([makeGroup({ id: 'g', kind: 'cluster', style: { fill: '#ff0000' } })]),
    nodes: byId([
      makeNode({ id: 'a', shape: 'ellipse', group: 'g' }),
      makeNode({ id: 'b', shape: 'ellipse' }),
    ]),
  })
  const { graph: lowered, messages } = lowerFor(dot, graph)
  expect([...lowered.nodes.values()].map(({ style }) => style.fill)).toEqual(['none', undefined])
  expect(messages.map(({ code, severity }) => [code, severity])).toContainEqual(['loss/style', 'info'])
  expect(await roundTrip(dot, graph)).toBeUndefined()
})
