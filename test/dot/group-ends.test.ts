/** Edges between a group and what stands in it: no self-loop, and nothing that Graphviz warns of. */
import { describe, expect, test } from 'vitest'
import { dot, readDot } from '../../converters/dot/index.js'
import { convert, read, write } from '../../src/index.js'
import {
  byId,
  groupEnd,
  makeEdge,
  makeGraph,
  makeGroup,
  makeNode,
  nodeEnd,
  plain,
} from '../../src/ir/build.js'
import type { End, Graph, Node } from '../../src/ir/model.js'
import { roundTrip } from '../laws/laws.js'
import { drawnWith } from './graphviz.js'

const conf = `flowchart TB
  subgraph conf
    front
    back
  end
  front -->|dives in| conf
  back --> conf
`

const ends = ({ edges }: Graph) =>
  edges.map(({ from, to }) => `${from.kind} ${from.id} > ${to.kind} ${to.id}`)

describe('Mermaid’s edge from a node to the subgraph around it', () => {
  test('is no self-loop in DOT, and Graphviz draws it without a word', async () => {
    const { text } = await convert(conf, { from: 'mermaid', to: 'dot' })
    const { complaints, lines } = await drawnWith(text)
    expect(complaints).toEqual([])
    const drawn = lines.filter(line => line.startsWith('edge')).map(line => line.split(' ').slice(1, 3))
    expect(drawn).toEqual([
      ['front', 'cluster_conf'],
      ['back', 'cluster_conf'],
    ])
    expect(ends(readDot(text).graphs[0]!)).toEqual(['node front > group conf', 'node back > group conf'])
    expect([...readDot(text).graphs[0]!.nodes.keys()]).toEqual(['front', 'back'])
  })

  test('goes to the other node in FlowZap Code, with a message', async () => {
    const { text, messages } = await convert(conf, { from: 'mermaid', to: 'flowzap' })
    expect(ends(read(text, { format: 'flowzap' }).graphs[0]!)).toEqual([
      'node n1 > node n2',
      'node n2 > node n1',
    ])
    const said = messages.filter(({ code }) => code === 'loss/group-end')
    expect(said.map(({ text: words }) => words)).toEqual([
      'FlowZap Code has no edges to a group: the edge “front” → “conf” ends at node “back” of “conf”.',
      'FlowZap Code has no edges to a group: the edge “back” → “conf” ends at node “front” of “conf”.',
    ])
  })
})

/** Groups that hold a node, a group with a node, only a group, and nothing. */
const groups = byId(
  (
    [
      ['A', undefined],
      ['B', 'A'],
      ['C', undefined],
      ['D', 'C'],
      ['E', 'D'],
      ['F', undefined],
    ] as const
  ).map(([id, parent]) => makeGroup({ id, kind: 'cluster', label: plain(id), ...(parent && { parent }) })),
)
const nodes = byId(
  (
    [
      ['x', 'B'],
      ['y', 'A'],
      ['z', 'D'],
      ['o', undefined],
    ] as const
  ).map(([id, group]) => makeNode({ id, shape: 'rectangle', label: plain(id), ...(group && { group }) })),
)
const everyEnd: End[] = [
  ...[...nodes.keys()].map(id => nodeEnd(id)),
  ...[...groups.keys()].map(id => groupEnd(id)),
]
const between = (from: End, to: End, more: Partial<Graph> = {}) =>
  makeGraph({
    direction: 'TB',
    nodes,
    groups,
    edges: [makeEdge({ from, to: { ...to, arrow: 'normal' } })],
    ...more,
  })
const pairs = everyEnd.flatMap(from => everyEnd.map((to): [End, End] => [from, to]))
const isSelfLoop = (from: End, to: End) => from.kind === to.kind && from.id === to.id

describe('every pair of ends', () => {
  test('is read back from DOT as it was, and Graphviz does not complain', async () => {
    for (const [from, to] of pairs) {
      const graph = between(from, to)
      expect(await roundTrip(dot, graph)).toBeUndefined()
    }
    const all = makeGraph({
      direction: 'TB',
      nodes,
      groups,
      edges: pairs.map(([from, to]) => makeEdge({ from, to: { ...to, arrow: 'normal' } })),
    })
    const text = dot.write!([{ graph: all }], {})
    expect((await drawnWith(text)).complaints).toEqual([])
    expect(ends(readDot(text).graphs[0]!)).toEqual(ends(all))
    const loops = readDot(text).graphs[0]!.edges.filter(({ from, to }) => isSelfLoop(from, to))
    expect(loops).toHaveLength(everyEnd.length)
  })

  test('is a self-loop in FlowZap Code only where a node leads to itself', async () => {
    for (const [from, to] of pairs) {
      const graph = between(from, to)

      const { text } = await write([graph], { format: 'flowzap' })
      const [edge] = read(text, { format: 'flowzap' }).graphs[0]!.edges
      const same = from.kind === 'node' && isSelfLoop(from, to)
      expect([from.id, to.id, edge!.from.id === edge!.to.id]).toEqual([from.id, to.id, same])
    }
  })

  test('is there again when FlowZap Code carries', async () => {
    for (const [from, to] of pairs) {
      const graph = between(from, to)

      const { text } = await write([graph], { format: 'flowzap', carry: true })
      expect(ends(read(text, { format: 'flowzap' }).graphs[0]!)).toEqual(ends(graph))
    }
  })
})

test('a group of one node that it leads to gets another one in FlowZap Code', async () => {
  const text = 'flowchart TB\n subgraph S [Shop]\n  a\n end\n S --> a\n'
  const { text: written, messages } = await convert(text, { from: 'mermaid', to: 'flowzap' })
  expect(written).toContain('label:"Shop"')
  expect(ends(read(written, { format: 'flowzap' }).graphs[0]!)).toEqual(['node n2 > node n1'])
  expect(messages.find(({ loss, code }) => code === 'loss/group-end' && loss === 'added')?.text).toBe(
    'An edge ends at the group “S”, which has no other node: a node with its name stands in it now.',
  )
})

test('a DOT edge out of a cluster stays at its node where Graphviz draws it to the node', async () => {
  const text =
    'digraph { compound=true; subgraph cluster_c { a; b } a -> b [lhead=cluster_c]; x -> b [lhead=cluster_c] }'
  const [graph] = readDot(text).graphs
  expect(ends(graph!)).toEqual(['node a > node b', 'node x > group c'])
  expect(graph!.edges[0]!.extras.size).toBe(0)
  expect((await convert(text, { from: 'dot', to: 'dot' })).text).toBe(text)
})

test('a node that calls itself an anchor outside of clusters is a node', () => {
  const [graph] = readDot('digraph { a -> x; x [diaglot=anchor] }').graphs
  expect(ends(graph!)).toEqual(['node a > node x'])
  expect([...graph!.nodes.keys()]).toEqual(['a', 'x'])
})

test('an lhead that says nothing is left out where it would begin to say something', async () => {
  const said = makeEdge({
    from: nodeEnd('o'),
    to: nodeEnd('x', 'normal'),
    extras: new Map([['dot', new Map([['lhead', 'cluster_A']])]]),
  })
  const other = makeEdge({ from: nodeEnd('o'), to: groupEnd('A', 'normal') })
  const graph = makeGraph({ direction: 'TB', nodes, groups, edges: [said, other] })
  expect(await roundTrip(dot, graph)).toBeUndefined()
})

describe('a strict graph', () => {
  const strictOf = (first: Partial<Node>) => {
    const node = (id: string, more: Partial<Node> = {}) =>
      makeNode({ id, shape: 'rectangle', label: plain(id), ...more })
    const graph = makeGraph({
      nodes: byId([node('x'), node('o', { group: 'g', ...first }), node('m', { group: 'g' })]),
      groups: byId([makeGroup({ id: 'g', kind: 'cluster', label: plain('g') })]),
      edges: [
        makeEdge({ from: nodeEnd('x'), to: groupEnd('g') }),
        makeEdge({ from: nodeEnd('x'), to: nodeEnd('m') }),
      ],
      strict: true,
    })
    return write(graph, { format: 'dot' })
  }

  test('stays one where another node stands for the group', async () => {
    const { text, messages } = await strictOf({})
    expect(text).toContain('strict digraph')
    expect(messages.filter(({ code }) => code === 'loss/strict')).toEqual([])
  })

  test('is one no more where a note goes, so that both edges end at one node', async () => {
    const { text, messages } = await strictOf({ note: true })
    expect(text).not.toContain('strict')
    expect(messages.filter(({ code }) => code === 'loss/strict')).toHaveLength(1)
    expect(ends(readDot(text).graphs[0]!)).toEqual(['node x > group g', 'node x > node m'])
  })
})
