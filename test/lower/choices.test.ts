/** Where lowering has to choose: of two the last, the nearer, the one that is in use. */
import { describe, expect, test } from 'vitest'
import { dot } from '../../converters/dot/index.js'
import { flowzap } from '../../converters/flowzap/index.js'
import { mermaid } from '../../converters/mermaid/index.js'
import type { Capabilities } from '../../src/capabilities.js'
import type { Format } from '../../src/format.js'
import { read } from '../../src/index.js'
import {
  byId,
  groupEnd,
  makeEdge,
  makeGraph,
  makeGroup,
  makeLoop,
  makeNode,
  nodeEnd,
  plain,
} from '../../src/ir/build.js'
import type { Graph } from '../../src/ir/model.js'
import { lower } from '../../src/lower/lower.js'

const node = (id: string, group?: string, more: Partial<Parameters<typeof makeNode>[0]> = {}) =>
  makeNode({ id, shape: 'rectangle', label: plain(id), ...(group !== undefined && { group }), ...more })
const lane = (id: string, more = {}) => makeGroup({ id, kind: 'lane', label: plain(id), ...more })
const cluster = (id: string, more = {}) => makeGroup({ id, kind: 'cluster', label: plain(id), ...more })
const edge = (from: string, to: string, more = {}) =>
  makeEdge({ from: nodeEnd(from), to: nodeEnd(to, 'normal'), ...more })

const capabilitiesOf = (format: Format, graph: Graph) => format.capabilities?.(graph, {}) as Capabilities

function lowered(format: Format, graph: Graph, same = false): Graph {
  const { name, title } = format
  return lower(graph, { name, title, capabilities: capabilitiesOf(format, graph), same }).graph
}

const labelsOf = ({ nodes }: Graph) => [...nodes.values()].map(({ label }) => label.text)

describe('styles', () => {
  /** DOT as it is, but that it holds properties of any name. */
  function withOthers(graph: Graph): Graph {
    const { node: rules, ...rest } = capabilitiesOf(dot, graph)
    const capabilities = { ...rest, node: { ...rules, style: { ...rules.style, other: () => true } } }
    return lower(graph, { name: 'dot', title: 'DOT', capabilities }).graph
  }

  test('of two classes that set a property without a name of ours, the last holds', () => {
    const graph = makeGraph({
      nodes: byId([node('a', undefined, { classes: ['one', 'two'] })]),
      classes: new Map([
        ['one', { other: new Map([['filter', 'first']]) }],
        ['two', { other: new Map([['filter', 'last']]) }],
      ]),
    })
    expect(withOthers(graph).nodes.get('a')?.style.other).toEqual(new Map([['filter', 'last']]))
  })

  test('a property that the target does not have is left out', () => {
    const { graphs } = read('flowchart\n a\n style a fill:#f00,filter:x', { format: 'mermaid' })
    expect(graphs[0]?.nodes.get('a')?.style.other?.get('filter')).toBe('x')
    expect(lowered(dot, graphs[0]!).nodes.get('a')?.style).toEqual({ fill: '#ff0000' })
  })
})

describe('a graph that stands as FlowZap writes it', () => {
  test('keeps a blank node that no edge touches, for its author put it there', () => {
    const graph = makeGraph({
      groups: byId([lane('Sales')]),
      nodes: byId([node('n1', 'Sales', { label: plain('A') }), node('n2', 'Sales', { label: plain('') })]),
    })
    expect([...lowered(flowzap, graph).nodes.keys()]).toEqual(['n1', 'n2'])
  })

  test('keeps a made-up id of a lane, unless something in it comes from elsewhere', () => {
    const withShape = (shape: 'rectangle' | 'hexagon') =>
      makeGraph({
        groups: byId([lane('cluster1', { label: plain('Order desk') })]),
        nodes: byId([node('n1', 'cluster1', { shape })]),
      })
    expect([...lowered(flowzap, withShape('rectangle')).groups.keys()]).toEqual(['cluster1'])
    expect([...lowered(flowzap, withShape('hexagon')).groups.keys()]).toEqual(['OrderDesk'])
  })

  test('the first branch of a decision goes on to the right, the next leaves at the bottom', () => {
    const graph = makeGraph({
      groups: byId([lane('Sales')]),
      nodes: byId([node('n1', 'Sales', { shape: 'diamond' }), node('n2', 'Sales'), node('n3', 'Sales')]),
      edges: [edge('n1', 'n2'), edge('n1', 'n3')],
    })
    const sides = lowered(flowzap, graph, true).edges.map(({ from, to }) => [from.side, to.side])
    expect(sides).toEqual([
      ['right', 'left'],
      ['bottom', 'top'],
    ])
  })
})

describe('groups', () => {
  test.each([
    [['a', 'b', 'c'], 'b'],
    [['a', 'c', 'b'], 'c'],
  ])(
    'an edge from a node deep inside to the group around it, of %j: ends at the next one, %s',
    (ids, end) => {
      const homes: Record<string, string> = { a: 'inner', b: 'outer', c: 'inner' }
      const graph = makeGraph({
        groups: byId([cluster('outer'), cluster('inner', { parent: 'outer' })]),
        nodes: byId(ids.map(id => node(id, homes[id]))),
        edges: [makeEdge({ from: nodeEnd('a'), to: groupEnd('outer', 'normal') })],
      })
      const { nodes, edges } = lowered(flowzap, graph)
      expect(nodes.get(edges[0]!.to.id)?.label.text).toBe(end)
      expect(labelsOf({ nodes } as Graph).sort()).toEqual(['a', 'b', 'c'])
    },
  )

  test('two groups without a title in the same one are told apart by their ids', () => {
    const graph = makeGraph({
      groups: byId([
        cluster('outer', { label: plain('Shop') }),
        cluster('east', { parent: 'outer', label: plain('') }),
        cluster('west', { parent: 'outer', label: plain('') }),
      ]),
      nodes: byId([node('a', 'east'), node('b', 'west')]),
    })
    const titles = [...lowered(flowzap, graph).groups.values()].map(({ label }) => label.text)
    expect(titles).toEqual(['Shop / east', 'Shop / west'])
  })

  test('a group of groups stays where a target cannot nest and an edge ends at it', () => {
    const graph = makeGraph({
      groups: byId([cluster('outer'), cluster('inner', { parent: 'outer' })]),
      nodes: byId([node('a', 'inner'), node('b')]),
      edges: [makeEdge({ from: nodeEnd('b'), to: groupEnd('outer', 'normal') })],
    })
    const { group, ...rest } = capabilitiesOf(dot, graph)
    const flat = { ...rest, group: { ...group, nested: false } }
    const { groups } = lower(graph, { name: 'dot', title: 'DOT', capabilities: flat }).graph
    expect([...groups.keys()]).toEqual(['outer', 'inner'])
  })
})

test('Mermaid’s edges have ids of their own: the second of two alike gets another', () => {
  const graph = makeGraph({
    nodes: byId([node('a'), node('b')]),
    edges: [edge('a', 'b', { id: 'e' }), edge('a', 'b', { id: 'e' }), edge('b', 'a', { id: 'a' })],
  })
  expect(lowered(mermaid, graph).edges.map(({ id }) => id)).toEqual(['e', 'e_2', 'a_2'])
})

test('a loop that stands nowhere goes to the lane of its first node', () => {
  const graph = makeGraph({
    groups: byId([lane('Sales'), lane('Stock')]),
    nodes: byId([node('n1', 'Sales'), node('n2', 'Stock')]),
    loops: [makeLoop({ condition: 'again', nodes: ['n1', 'n2'] })],
  })
  expect(lowered(flowzap, graph, true).loops.map(({ group }) => group)).toEqual(['Sales'])
})

test('labels at the ends of an edge become its label, with its own between them, with colons', () => {
  const both = makeEdge({
    from: nodeEnd('a', 'none', { label: plain('one') }),
    to: nodeEnd('b', 'normal', { label: plain('many') }),
  })
  const graph = makeGraph({ nodes: byId([node('a'), node('b')]), edges: [both] })
  const single = { ...both, to: nodeEnd('b', 'normal') }
  const labelled = { ...both, label: plain('has') }
  const labelsIn = (edges: Graph['edges']) =>
    lowered(mermaid, { ...graph, edges }).edges.map(({ label }) => label.text)
  expect(labelsIn([both, single, labelled])).toEqual(['one : many', 'one', 'one : has : many'])
})

test('of two fields with the same name, an edge ends at the first', () => {
  const fields = [
    { text: 'first', port: 'p' },
    { text: 'second', port: 'p' },
  ]
  const graph = makeGraph({
    nodes: byId([node('a', undefined, { fields }), node('b')]),
    edges: [makeEdge({ from: nodeEnd('a', 'none', { port: 'p' }), to: nodeEnd('b', 'normal') })],
  })
  expect(lowered(flowzap, graph).edges[0]?.label.text).toBe('first')
})
