/** Nodes that take turns with those of other groups: lowered to the order of the target, said once, and brought back. */
import { describe, expect, test } from 'vitest'
import { convertWith, writeWith } from '../../src/convert.js'
import type { Format } from '../../src/format.js'
import { firstDifference } from '../../src/ir/difference.js'
import type { Graph } from '../../src/ir/model.js'
import { countLeaves } from '../../src/lower/tally.js'
import { readWith } from '../../src/read.js'
import { lowerFor } from '../laws/laws.js'
import { formats as list } from '../setup/formats.js'

const formats: ReadonlyMap<string, Format> = new Map(list.map(format => [format.name, format]))
const format = (name: string) => formats.get(name)!

const read = (text: string, name = 'dot'): Graph => readWith(format(name), text).graphs[0]!
const namesOf = (graph: Graph) => [...graph.nodes.values()].map(({ id, label }) => label.text || id)

/** The text of a graph in DOT read in the target again, and then in DOT again. */
async function throughAndBack(source: string, through: string, carry: boolean) {
  const there = await convertWith(format('dot'), format(through), source, { carry })
  const back = await convertWith(format(through), format('dot'), there.text, { carry })
  return { there, graph: read(there.text, through), back: read(back.text) }
}

const examples = [
  'digraph { subgraph cluster_a { x } y }',
  'digraph { z; subgraph cluster_a { x } y; x -> y }',
  'digraph { x; y; subgraph cluster_b { y } subgraph cluster_a { x } z; y -> z }',
  'digraph { a -> z; subgraph cluster_a { a; subgraph cluster_in { b } c } w; c -> z }',
]

describe.each(['mermaid', 'drawio', 'flowzap', 'json'])('through %s', name => {
  test.each(examples)('%s comes back when it is carried', async source => {
    const { back } = await throughAndBack(source, name, true)
    expect(firstDifference(read(source), back)).toBeUndefined()
  })
})

test.each([
  ['mermaid', ['z', 'x', 'y']],
  ['json', ['z', 'x', 'y']],
  ['drawio', ['x', 'z', 'y']],
  // The lane Main stands where z does.
  ['flowzap', ['z', 'y', 'x']],
])('%s holds the nodes of a mixed graph in the order %j', async (name, order) => {
  const { graph, there } = await throughAndBack(examples[1]!, name, false)
  expect(namesOf(graph)).toEqual(order)
  const kept = order.join() === 'z,x,y'
  expect(there.messages.filter(({ code }) => code === 'loss/node-order').length).toBe(kept ? 0 : 1)
  expect(there.tally.reordered).toBe(kept ? 0 : 1)
})

const turns = 'digraph { n1; n2; n3; n4; subgraph cluster_a { n1; n3 } subgraph cluster_b { n2; n4 } }'

test('one change is recorded, as info, with its place, apart from what is lost', () => {
  const source =
    '{"diaglot":1,"directed":true,"nodes":[{"id":"x"},{"id":"y","group":"A"},{"id":"z"}],"groups":[{"id":"A","label":"A","kind":"cluster","parent":null}]}'
  const graph = read(source, 'json')
  const { messages, tally } = lowerFor(format('drawio'), graph)
  expect(messages).toEqual([
    {
      code: 'loss/node-order',
      severity: 'info',
      text: 'draw.io writes nodes group by group, so they stand in another order than in the source.',
      at: graph.nodes.get('x')!.at,
      loss: 'reordered',
      changes: [{ path: ['order', 'nodes'], before: ['x', 'y', 'z'], after: ['y', 'x', 'z'] }],
    },
  ])
  expect(tally).toMatchObject({ kept: tally.total, added: 0, reordered: 1 })
})

test('in its own format it is a repair', () => {
  const graph = read(
    'A {\nn1: rectangle label:"1"\n}\nB {\nn2: rectangle label:"2"\n}\nA {\nn3: rectangle label:"3"\n}\n',
    'flowzap',
  )
  expect(namesOf(graph)).toEqual(['1', '2', '3'])
  const { graph: lowered, messages } = lowerFor(format('flowzap'), graph, {}, true)
  expect(messages.map(({ code, severity, loss }) => [code, severity, loss])).toEqual([
    ['repair/node-order', 'info', 'reordered'],
  ])
  expect(namesOf(lowered)).toEqual(['1', '3', '2'])
})

test('a node that was only added among others is no other order of the source', () => {
  const graph = read('digraph { subgraph cluster_a { } subgraph cluster_b { x; w } x -> w }')
  const ends = {
    ...graph,
    edges: graph.edges.map(edge => ({ ...edge, to: { ...edge.to, kind: 'group' as const, id: 'a' } })),
  }
  const { messages, tally } = lowerFor(format('flowzap'), ends)
  const said = messages.find(({ code }) => code === 'loss/node-order')
  expect(said).toMatchObject({ severity: 'info', loss: 'added' })
  expect(tally.reordered).toBe(0)
})

test('a carried order is carried, and no loss without', async () => {
  for (const [carry, loss] of [
    [true, 'carried'],
    [false, 'reordered'],
  ] as const) {
    const { messages, tally } = await convertWith(format('dot'), format('drawio'), turns, { carry })
    expect(messages.filter(({ code }) => code === 'loss/node-order').map(said => said.loss)).toEqual([loss])
    expect(tally.reordered).toBe(1)
  }
})

describe('DOT', () => {
  /** Without the text that it was read from, which keeps every order. */
  const rewritten = async (text: string) => writeWith(format('dot'), [read(text)], { from: 'dot' })

  test('keeps every order in its own text', async () => {
    const text = 'digraph { a -> b -> c; subgraph cluster_x { a; c } }'
    expect(await convertWith(format('dot'), format('dot'), text)).toMatchObject({ text, messages: [] })
  })

  test('names no node only to keep the order, and says that it is another one', async () => {
    const { text, messages } = await rewritten('digraph { a -> b -> c; subgraph cluster_x { a; c } }')
    expect(text).toBe(
      'digraph {\n  subgraph cluster_x {\n    a;\n    c;\n  }\n  b;\n  a -> b;\n  b -> c;\n}\n',
    )
    expect(messages.map(({ code }) => code)).toEqual(['repair/node-order'])
  })

  test('lets a subgraph that is no cluster only name nodes that have to come before it', async () => {
    const source =
      'digraph {\n  a;\n  b;\n  c;\n  d;\n  {\n    rank=same;\n    b;\n    d;\n  }\n  a -> b;\n  b -> c;\n}\n'
    const { text, messages } = await rewritten('digraph { a -> b -> c; { rank=same; b; d } }')
    expect([messages, text]).toEqual([[], source])
  })
})

describe('orders that are counted', () => {
  const leaves = (text: string) => countLeaves(read(text))

  test.each([
    ['edges', 'digraph { a -> b; b -> a }', 'digraph { a -> b }', 'digraph { b -> a }'],
    [
      'groups',
      'digraph { subgraph cluster_a {} subgraph cluster_b {} }',
      'digraph { subgraph cluster_a {} }',
      'digraph { subgraph cluster_b {} }',
    ],
  ])('one of two %s', (_, both, one, other) => {
    const none = leaves(_ === 'edges' ? 'digraph { a; b }' : 'digraph { }')
    expect(leaves(both)).toBe(leaves(one) + leaves(other) - none + 1)
  })

  test('none of one edge, and that of nodes apart', () => {
    const none = leaves('digraph { }')
    expect(leaves('digraph { a; b }') - none).toBe(2 * (leaves('digraph { a }') - none))
  })
})
