import { describe, expect, test } from 'vitest'
import { flowzap } from '../../converters/flowzap/index.js'
import { json } from '../../converters/json/index.js'
import type { Capabilities } from '../../src/capabilities.js'
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

function forFlowzap(graph: Graph) {
  const capabilities = flowzap.capabilities?.(graph, {}) as Capabilities
  return lower(graph, { name: 'flowzap', title: 'FlowZap Code', capabilities })
}

const node = (id: string, more: Partial<Parameters<typeof makeNode>[0]> = {}) =>
  makeNode({ id, shape: 'rectangle', label: plain(id), ...more })
const lane = (id: string, more = {}) => makeGroup({ id, kind: 'lane', label: plain(id), ...more })
const cluster = (id: string, more = {}) => makeGroup({ id, kind: 'cluster', label: plain(id), ...more })
const edge = (from: string, to: string, more = {}) =>
  makeEdge({ from: nodeEnd(from), to: nodeEnd(to, 'normal'), ...more })

describe('lowering', () => {
  test('leaves a graph alone that fits', () => {
    const graph = makeGraph({ nodes: byId([node('a')]) })
    const capabilities = json.capabilities?.(graph, {}) as Capabilities
    const lowered = lower(graph, { name: 'json', title: 'JSON', capabilities })
    expect(lowered.messages).toEqual([])
    expect(lowered.graph).toEqual(graph)
    expect(lowered.tally).toEqual({
      total: 4,
      kept: 4,
      approximated: 0,
      carried: 0,
      dropped: 0,
      added: 0,
      reordered: 0,
    })
  })

  test('never changes the graph that it is given', () => {
    const graph = makeGraph({
      nodes: byId([node('a', { shape: 'hexagon' }), node('b')]),
      edges: [edge('a', 'b', { line: 'dashed' })],
    })
    const before = structuredClone(graph)
    forFlowzap(graph)
    expect(graph).toEqual(before)
  })

  test('keeps the texts of fields where there are no records, below a title that is not one of them', () => {
    const fields = [{ text: 'id' }, { text: '', children: [{ text: 'sum', port: 's' }] }]
    const graph = makeGraph({
      nodes: byId([
        node('titled', { label: plain('Order'), fields }),
        node('plain', { label: plain('id\nsum'), fields }),
      ]),
    })
    const { graph: lowered, messages } = forFlowzap(graph)
    expect([...lowered.nodes.values()].map(({ label, fields: left }) => [label.text, left])).toEqual([
      ['Order id sum', undefined],
      ['id sum', undefined],
    ])
    const said = messages.filter(({ code }) => code === 'loss/fields')
    expect(said.map(({ changes }) => changes?.map(({ path }) => path.join('/')))).toEqual([
      ['nodes/titled/fields', 'nodes/titled/label/text'],
      ['nodes/plain/fields'],
    ])
  })

  test('puts nodes of no lane into Main, which stands where the first of them stands', () => {
    const graph = makeGraph({
      groups: byId([lane('A'), lane('B')]),
      nodes: byId([node('n1', { group: 'A' }), node('n2'), node('n3', { group: 'B' }), node('n4')]),
    })
    const { graph: lowered, messages } = forFlowzap(graph)
    expect([...lowered.groups.keys()]).toEqual(['A', 'Main', 'B'])
    expect([...lowered.nodes.values()].map(({ group }) => group)).toEqual(['A', 'Main', 'Main', 'B'])
    expect(messages.find(({ code }) => code === 'loss/default-lane')?.loss).toBe('added')
  })

  test('takes another name for the default lane where Main is taken', () => {
    const graph = makeGraph({ groups: byId([lane('Main')]), nodes: byId([node('n1')]) })
    expect([...forFlowzap(graph).graph.groups.keys()]).toEqual(['Main', 'Main_2'])
  })

  test('flattens nested groups: deepest group, labelled by its path; what holds only groups goes, empty groups stay', () => {
    const graph = makeGraph({
      groups: byId([
        cluster('outer', { label: plain('Outer') }),
        cluster('side'),
        cluster('inner', { parent: 'outer', label: plain('Inner') }),
        cluster('deep', { parent: 'inner', label: plain('Deep') }),
      ]),
      nodes: byId([node('n1', { group: 'deep' })]),
    })
    const { graph: lowered } = forFlowzap(graph)
    expect([...lowered.groups.values()].map(({ id, label, kind }) => [id, label.text, kind])).toEqual([
      ['deep', 'Outer / Inner / Deep', 'lane'],
      ['side', 'side', 'lane'],
    ])
    expect(lowered.nodes.get('n1')?.group).toBe('deep')
  })

  test('an edge to a group goes to its first node, also where that stands in a group inside it', () => {
    const graph = makeGraph({
      groups: byId([cluster('outer'), cluster('inner', { parent: 'outer' })]),
      nodes: byId([node('n1'), node('n2', { group: 'inner' })]),
      edges: [makeEdge({ from: nodeEnd('n1'), to: groupEnd('outer', 'normal') })],
    })
    expect(forFlowzap(graph).graph.edges[0]?.to).toMatchObject({ kind: 'node', id: 'n2' })
  })

  test('an edge to an empty group gets a node there', () => {
    const graph = makeGraph({
      groups: byId([cluster('empty', { label: plain('Nothing here') })]),
      nodes: byId([node('n1')]),
      edges: [makeEdge({ from: nodeEnd('n1'), to: groupEnd('empty', 'normal') })],
    })
    const { graph: lowered } = forFlowzap(graph)
    const added = [...lowered.nodes.values()].find(({ group }) => group === 'empty')
    expect(added?.label.text).toBe('Nothing here')
    expect(lowered.edges[0]?.to.id).toBe(added?.id)
  })

  test('turns an edge round whose only arrowhead is at its start', () => {
    const graph = makeGraph({
      groups: byId([lane('L')]),
      nodes: byId([node('n1', { group: 'L' }), node('n2', { group: 'L' })]),
      edges: [makeEdge({ from: nodeEnd('n1', 'normal', { side: 'left' }), to: nodeEnd('n2') })],
    })
    const { graph: lowered, messages } = forFlowzap(graph)
    expect(lowered.edges[0]).toMatchObject({
      from: { id: 'n2', arrow: 'none' },
      to: { id: 'n1', side: 'left', arrow: 'normal' },
    })
    expect(messages.map(({ code }) => code)).toContain('loss/reversed')
  })

  test('leaves invisible edges out', () => {
    const graph = makeGraph({
      groups: byId([lane('L')]),
      nodes: byId([node('n1', { group: 'L' }), node('n2', { group: 'L' })]),
      edges: [
        edge('n1', 'n2', { line: 'invisible' }),
        edge('n2', 'n1'),
        edge('n1', 'n1', { line: 'invisible' }),
      ],
    })
    const { graph: lowered } = forFlowzap(graph)
    expect(lowered.edges.map(({ from, to }) => [from.id, to.id])).toEqual([['n2', 'n1']])
  })

  test('closes gaps between FlowZap ids and keeps their order', () => {
    const graph = makeGraph({
      groups: byId([lane('L')]),
      nodes: byId([node('n9', { group: 'L' }), node('n2', { group: 'L' }), node('n4', { group: 'L' })]),
      edges: [edge('n9', 'n2')],
      loops: [makeLoop({ condition: 'again', nodes: ['n4', 'n9'], group: 'L' })],
    })
    const { graph: lowered } = forFlowzap(graph)
    expect([...lowered.nodes.keys()]).toEqual(['n3', 'n1', 'n2'])
    expect(lowered.edges[0]).toMatchObject({ from: { id: 'n3' }, to: { id: 'n1' } })
    expect(lowered.loops[0]?.nodes).toEqual(['n2', 'n3'])
  })

  test('numbers other ids lane by lane', () => {
    const graph = makeGraph({
      groups: byId([lane('A'), lane('B')]),
      nodes: byId([node('z', { group: 'A' }), node('x', { group: 'B' }), node('y', { group: 'A' })]),
      edges: [edge('z', 'y'), edge('x', 'z')],
    })
    const { graph: lowered } = forFlowzap(graph)
    expect([...lowered.nodes.values()].map(({ id, label }) => [id, label.text])).toEqual([
      ['n1', 'z'],
      ['n2', 'y'],
      ['n3', 'x'],
    ])
    expect(lowered.edges.map(({ from, to }) => [from.id, to.id])).toEqual([
      ['n1', 'n2'],
      ['n3', 'n1'],
    ])
  })

  test('ids that FlowZap would give stay beside others, which take the numbers that are free; then gaps are closed', () => {
    const graph = makeGraph({
      groups: byId([lane('A')]),
      nodes: byId(['n2', 'x', 'n1', 'n9', 'y'].map(id => node(id, { group: 'A' }))),
      edges: [edge('n9', 'n2')],
    })
    const { graph: lowered } = forFlowzap(graph)
    expect([...lowered.nodes.values()].map(({ id, label }) => [id, label.text])).toEqual([
      ['n2', 'n2'],
      ['n3', 'x'],
      ['n1', 'n1'],
      ['n5', 'n9'],
      ['n4', 'y'],
    ])
    expect(lowered.edges.map(({ from, to }) => [from.id, to.id])).toEqual([['n5', 'n2']])
  })

  test('new names may go round in a circle', () => {
    const graph = makeGraph({
      groups: byId([
        cluster('Cluster0', { label: plain('cluster1') }),
        cluster('Cluster1', { label: plain('cluster0') }),
      ]),
      nodes: byId([node('a', { group: 'Cluster0' }), node('b', { group: 'Cluster1' })]),
    })
    const { graph: lowered } = forFlowzap(graph)
    expect([...lowered.groups.values()].map(({ id, label }) => [id, label.text])).toEqual([
      ['Cluster1', 'cluster1'],
      ['Cluster0', 'cluster0'],
    ])
    expect([...lowered.nodes.values()].map(({ group }) => group)).toEqual(['Cluster1', 'Cluster0'])
  })

  test('groups edges by the lane of their source and says so', () => {
    const graph = makeGraph({
      groups: byId([lane('A'), lane('B')]),
      nodes: byId([node('n1', { group: 'A' }), node('n2', { group: 'B' })]),
      edges: [edge('n2', 'n1'), edge('n1', 'n2')],
    })
    const { graph: lowered, messages } = forFlowzap(graph)
    expect(lowered.edges.map(({ from }) => from.id)).toEqual(['n1', 'n2'])
    expect(messages.find(({ code }) => code === 'loss/edge-order')?.changes).toEqual([
      { path: ['order', 'edges'], before: [0, 1], after: [1, 0] },
    ])
  })

  test('adds handles by the rules of FlowZap’s own diagrams and keeps the ones that are there', () => {
    const graph = makeGraph({
      groups: byId([lane('A'), lane('B')]),
      nodes: byId([
        node('n1', { group: 'A', shape: 'diamond' }),
        node('n2', { group: 'A' }),
        node('n3', { group: 'B' }),
      ]),
      edges: [
        edge('n1', 'n2'),
        edge('n1', 'n2'),
        edge('n1', 'n3'),
        edge('n2', 'n1'),
        makeEdge({ from: nodeEnd('n2', 'none', { side: 'left' }), to: nodeEnd('n3', 'normal') }),
        edge('n3', 'n1'),
      ],
    })
    expect(forFlowzap(graph).graph.edges.map(({ from, to }) => `${from.side} ${to.side}`)).toEqual([
      'right left',
      'bottom top',
      'left top',
      'top top',
      'left top',
      'top bottom',
    ])
  })

  test('every message has its place in the source', () => {
    const graph = makeGraph({
      groups: byId([lane('L', { at: [0, 5] })]),
      nodes: byId([node('n1', { group: 'L', shape: 'hexagon', at: [10, 20] })]),
    })
    const message = forFlowzap(graph).messages.find(({ code }) => code === 'loss/shape')
    expect(message?.at).toEqual([10, 20])
    expect(message?.changes).toEqual([
      { path: ['nodes', 'n1', 'shape'], before: 'hexagon', after: 'rectangle' },
    ])
  })

  test('a label that only loses its line breaks is not said to be written as itself', () => {
    const graph = makeGraph({ nodes: byId([node('n1', { label: plain('id\nname') })]) })
    const message = forFlowzap(graph).messages.find(({ code }) => code === 'loss/label')
    expect(message?.text).toBe(
      'The label of node “n1”, “id name”, is written with other line breaks or spaces.',
    )
  })
})
