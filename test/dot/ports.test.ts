/** Fields and their ports: Graphviz accepts what is written of them, and its edges end there. */
import { describe, expect, test } from 'vitest'
import { dot, readDot } from '../../converters/dot/index.js'
import { byId, makeEdge, makeGraph, makeNode, nodeEnd } from '../../src/ir/build.js'
import type { Field, Graph, Node } from '../../src/ir/model.js'
import { plainFields } from '../../src/ir/records.js'
import { lowerFor, roundTrip } from '../laws/laws.js'
import { sample } from '../setup/runs.js'
import { drawnWith } from './graphviz.js'

const shapes = ['record', 'rounded-record', 'table'] as const

function withFields(fields: readonly Field[], shape: Node['shape'], ports: readonly string[]): Graph {
  const label = { text: plainFields(fields) }
  const nodes = byId([
    makeNode({ id: 'r', shape, label, fields }),
    makeNode({ id: 'o', shape: 'ellipse', label: { text: 'o' } }),
  ])
  const edges = ports.flatMap(port => [
    makeEdge({ from: nodeEnd('o'), to: nodeEnd('r', 'normal', { port }) }),
    makeEdge({ from: nodeEnd('r', 'none', { port, side: 'right' }), to: nodeEnd('o', 'normal') }),
  ])
  return makeGraph({ direction: 'TB', nodes, edges })
}

const leaf = (text: string, port?: string): Field => ({ text, ...(port !== undefined && { port }) })

/** Fields, the ports that edges name, and the ports and fields that are written. */
const cases: [
  name: string,
  fields: readonly Field[],
  ports: readonly string[],
  written: readonly string[],
][] = [
  ['flat', [leaf('x'), leaf('y', 'p')], ['p'], ['p']],
  [
    'a port of a row',
    [leaf('T'), { text: '', port: 'r1', children: [leaf('PK'), leaf('id')] }],
    ['r1'],
    ['r1'],
  ],
  [
    'a row and its first cell',
    [{ text: '', port: 'r1', children: [leaf('PK', 'c1'), leaf('id')] }, leaf('z')],
    ['r1', 'c1'],
    ['c1', 'c1'],
  ],
  [
    'a row and its second cell',
    [{ text: '', port: 'r1', children: [leaf('PK'), leaf('id', 'c2')] }, leaf('z')],
    ['r1', 'c2'],
    ['r1', 'c2'],
  ],
  [
    'rows in rows',
    [
      {
        text: '',
        port: 'a',
        children: [{ text: '', port: 'b', children: [leaf('x'), leaf('y')] }, leaf('w', 'c')],
      },
    ],
    ['a', 'b', 'c'],
    ['a', 'a', 'c'],
  ],
  ['an empty cell', [{ text: '', port: 'r', children: [leaf(''), leaf('name')] }, leaf('e')], ['r'], ['r']],
  [
    'compass points',
    [leaf('north', 'n'), leaf('south', 's'), leaf('all', '_')],
    ['n', 's', '_'],
    ['n', 's', '_'],
  ],
  [
    'special characters',
    [leaf('x', 'a<b|c>{d}'), leaf('y', 'a b'), leaf('z', 'e"&')],
    ['a<b|c>{d}', 'a b', 'e"&'],
    ['a<b|c>{d}', 'a b', 'e"&'],
  ],
  ['backslashes and blanks', [leaf('x', 'a\\b'), leaf('y', ' c  d ')], ['a\\b', ' c  d '], ['a b', 'c d']],
  ['special texts', [leaf('a|b', 'p'), leaf('{c}', 'q'), leaf('<d>', 'r')], ['p', 'q', 'r'], ['p', 'q', 'r']],
]

describe.each(shapes)('fields of a %s', shape => {
  test.each(sample(cases, 2))('%s', async (_, fields, ports, written) => {
    const graph = withFields(fields, shape, ports)
    expect(await roundTrip(dot, graph)).toBeUndefined()
    const { graph: lowered } = lowerFor(dot, graph)
    expect(plainFields(lowered.nodes.get('r')!.fields!)).toBe(plainFields(fields))
    expect(lowered.edges.map(({ from, to }) => from.port ?? to.port)).toEqual(
      written.flatMap(port => [port, port]),
    )
    const { complaints } = await drawnWith(dot.write!([{ graph: lowered }], {}))
    expect(complaints).toEqual([])
  })
})

test('an edge to a row ends at its first cell, where Graphviz draws it', async () => {
  const fields = [
    { text: '', port: 'r1', children: [leaf('PK'), leaf('id')] },
    leaf('a long name of a column'),
  ]
  const { graph } = lowerFor(dot, withFields(fields, 'record', ['r1']))
  const { lines } = await drawnWith(dot.write!([{ graph }], {}))
  const [, , x = '', , width = ''] = lines.find(line => line.startsWith('node r'))!.split(' ')
  const [, , , points = '', ...numbers] = lines.find(line => line.startsWith('edge o r'))!.split(' ')
  const endX = Number(numbers[2 * Number(points) - 2])
  expect(endX).toBeLessThan(Number(x) - Number(width) / 4)
})

describe('Graphviz’s own reading', () => {
  test('a field of the name of a compass point comes before the point', () => {
    const text =
      'digraph { r [shape=record label="<n> north|<s> south|plain"] a -> r:n; a -> r:s:e; a -> r:w; a:n -> b }'
    const ends = readDot(text).graphs[0]!.edges.map(({ from, to }) => [from.side, to.port, to.side])
    expect(ends).toEqual([
      [undefined, 'n', undefined],
      [undefined, 's', 'right'],
      [undefined, undefined, 'left'],
      ['top', undefined, undefined],
    ])
  })

  test.each([
    ['x|<p>{b|c}', undefined],
    ['{b|c}<p>', undefined],
    ['<p><q>a', undefined],
    ['<p|q>a', undefined],
    ['a|{b', undefined],
    ['{a}b', undefined],
    ['a{b}', undefined],
    ['a>b', undefined],
    ['a}b|c', ['a']],
    ['{a|b}} rest', ['a', 'b']],
    ['<a\\|b> x|y', ['x', 'y']],
    ['{a}  |b', ['a', 'b']],
  ])('%j', async (label, texts) => {
    const text = `digraph { a [shape=record, label="${label}"] }`
    const { complaints } = await drawnWith(text)
    const isBad = complaints.some(line => line.includes('bad label format'))
    expect(isBad).toBe(texts === undefined)
    const { label: read } = readDot(text).graphs[0]!.nodes.get('a')!
    expect(read.text).toBe(texts?.join('\n') ?? 'a')
  })
})
