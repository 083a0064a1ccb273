import { deflateRawSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { readDrawio } from '../../converters/drawio/index.js'
import { byId, makeEdge, makeGraph, makeGroup, makeNode, nodeEnd } from '../../src/ir/build.js'
import { firstDifference } from '../../src/ir/difference.js'
import type { Graph, Value } from '../../src/ir/model.js'
import { counted, extent, runs } from '../setup/runs.js'
import { growth, PROPORTION } from '../setup/work.js'

const page = (cells: string, name = 'Page-1'): string =>
  `<mxfile><diagram id="x1" name="${name}"><mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>${cells}</root></mxGraphModel></diagram></mxfile>`

const vertex = (
  id: string,
  value: string,
  style: string,
  parent = '1',
  box = 'x="0" y="0" width="80" height="40"',
): string =>
  `<mxCell id="${id}" value="${value}" style="${style}" vertex="1" parent="${parent}"><mxGeometry ${box} as="geometry"/></mxCell>`

const edge = (id: string, source: string, target: string, more = '', style = 'html=1;'): string =>
  `<mxCell id="${id}" style="${style}" edge="1" parent="1" source="${source}" target="${target}"><mxGeometry relative="1" as="geometry">${more}</mxGeometry></mxCell>`

const only = (text: string): Graph => {
  const { graphs, messages } = readDrawio(text)
  expect(messages.filter(({ severity }) => severity !== 'info')).toEqual([])
  expect(graphs).toHaveLength(1)
  return graphs[0]!
}

/** The graph without what only draw.io says. */
const bare = (graph: Graph): Graph => ({
  ...graph,
  extras: new Map(),
  nodes: new Map([...graph.nodes].map(([id, node]) => [id, { ...node, extras: new Map() }])),
  groups: new Map([...graph.groups].map(([id, group]) => [id, { ...group, extras: new Map() }])),
  edges: graph.edges.map(item => ({ ...item, extras: new Map() })),
})

const own = ({ extras }: Pick<Graph, 'extras'>, key: string): Value | undefined =>
  extras.get('drawio')?.get(key)

/** How the file has it. */
const inFile = ({ document }: Pick<Graph, 'document'>, key: string): Value | undefined =>
  document?.get('drawio')?.get(key)

test('a pool of two lanes that a person drew', () => {
  const graph = only(
    page(
      vertex(
        'p',
        'Shop',
        'swimlane;childLayout=stackLayout;horizontal=0;startSize=20;',
        '1',
        'x="100" y="50" width="500" height="240"',
      ) +
        vertex(
          'l1',
          'Customer',
          'swimlane;startSize=20;horizontal=0;',
          'p',
          'x="20" y="0" width="480" height="120"',
        ) +
        vertex(
          'l2',
          'Support &amp;amp; &lt;b&gt;Sales&lt;/b&gt;',
          'swimlane;html=1;startSize=20;horizontal=0;',
          'p',
          'x="20" y="120" width="480" height="120"',
        ) +
        vertex('a', 'Ask', 'ellipse;html=1;aspect=fixed;', 'l1', 'x="40" y="40" width="60" height="60"') +
        vertex(
          'b',
          'Answer&lt;div&gt;kindly&lt;/div&gt;',
          'rhombus;whiteSpace=wrap;html=1;fillColor=#FFE6CC;',
          'l2',
        ) +
        '<mxCell id="e" value="please" style="edgeStyle=orthogonalEdgeStyle;html=1;exitX=1;exitY=0.25;entryX=0.5;entryY=0;dashed=1;" edge="1" parent="p" source="a" target="b"><mxGeometry relative="1" as="geometry"><Array as="points"><mxPoint x="200" y="90"/></Array></mxGeometry></mxCell>',
      'Help desk',
    ),
  )
  const expected = makeGraph({
    title: 'Help desk',
    direction: 'LR',
    groups: byId([
      makeGroup({ id: 'l1', kind: 'lane', label: { text: 'Customer' } }),
      makeGroup({
        id: 'l2',
        kind: 'lane',
        label: {
          text: 'Support & Sales',
          rich: { syntax: 'drawio-html', source: 'Support &amp; <b>Sales</b>' },
        },
      }),
    ]),
    nodes: byId([
      makeNode({ id: 'a', shape: 'circle', label: { text: 'Ask' }, group: 'l1' }),
      makeNode({
        id: 'b',
        shape: 'diamond',
        label: { text: 'Answer\nkindly' },
        group: 'l2',
        style: { fill: '#FFE6CC' },
      }),
    ]),
    edges: [
      makeEdge({
        from: nodeEnd('a', 'none', { side: 'right' }),
        to: nodeEnd('b', 'normal', { side: 'top' }),
        label: { text: 'please' },
        line: 'dashed',
      }),
    ],
  })
  expect(firstDifference(expected, bare(graph))).toBeUndefined()
  const box = inFile(graph.nodes.get('a')!, 'geometry') as ReadonlyMap<string, Value>
  expect([...box]).toEqual([
    ['x', 160],
    ['y', 90],
    ['width', 60],
    ['height', 60],
  ])
  expect((inFile(graph.edges[0]!, 'geometry') as ReadonlyMap<string, Value>).get('points')).toEqual([
    [300, 140],
  ])
  expect(inFile(graph.groups.get('l1')!, 'parent')).toBe('p')
  expect(own(graph, 'cells')).toHaveLength(1)
})

test('containers nest, loose swimlanes are lanes, columns flow down', () => {
  const graph = only(
    page(
      vertex('lane', 'Team', 'swimlane;') +
        vertex('box', 'Cluster', 'rounded=1;container=1;html=1;', 'lane') +
        vertex('inner', 'Rectangle as parent', 'rounded=0;html=1;', 'box') +
        vertex('n', 'Step', 'shape=process;html=1;', 'inner'),
    ),
  )
  expect(graph.direction).toBe('TB')
  expect([...graph.groups.values()].map(({ id, kind, parent }) => [id, kind, parent])).toEqual([
    ['lane', 'lane', undefined],
    ['box', 'cluster', 'lane'],
    ['inner', 'cluster', 'box'],
  ])
  expect(graph.nodes.get('n')).toMatchObject({ group: 'inner', shape: 'subroutine', label: { text: 'Step' } })
})

test.each([
  ['rounded=1;whiteSpace=wrap;html=1;', 'rounded'],
  ['rounded=1;arcSize=50;', 'stadium'],
  ['shape=cylinder3;whiteSpace=wrap;html=1;boundedLbl=1;backgroundOutline=1;size=15;', 'cylinder'],
  ['shape=mxgraph.flowchart.terminator;', 'stadium'],
  ['shape=mxgraph.flowchart.decision;', 'diamond'],
  ['ellipse;shape=doubleEllipse;', 'double-circle'],
  ['shape=parallelogram;perimeter=parallelogramPerimeter;flipH=1;', 'parallelogram-left'],
  ['text;html=1;strokeColor=none;fillColor=none;', 'text'],
  ['shape=umlActor;', 'person'],
  ['shape=mxgraph.aws4.resourceIcon;resIcon=mxgraph.aws4.cloudwatch;', 'rectangle'],
  ['shape=mxgraph.aws4.resourceIcon;resIcon=mxgraph.aws4.ec2;', 'box3d'],
  ['', 'rectangle'],
])('the style %s is the shape %s, and stays as it was drawn', (style, shape) => {
  const node = only(page(vertex('n', 'x', style))).nodes.get('n')!
  expect(node.shape).toBe(shape)
  expect(node.style).toEqual({})
  if (style !== '') expect(own(node, 'style')).toBe(style)
})

test('labels at the ends of a line belong to its ends', () => {
  const label = (id: string, x: number, text: string): string =>
    `<mxCell id="${id}" value="${text}" style="edgeLabel;html=1;" vertex="1" connectable="0" parent="e"><mxGeometry x="${x}" relative="1" as="geometry"/></mxCell>`
  const graph = only(
    page(
      vertex('a', 'A', '') +
        vertex('b', 'B', '') +
        edge('e', 'a', 'b') +
        label('t', -0.8, '1') +
        label('h', 0.7, 'n') +
        label('m', 0.1, 'has'),
    ),
  )
  expect(graph.edges[0]).toMatchObject({
    label: { text: 'has' },
    from: { label: { text: '1' } },
    to: { label: { text: 'n' } },
  })
})

test('attributes of an object are properties; links that run scripts are refused', () => {
  const cells =
    '<UserObject id="n" label="Pay" owner="Ann" cost_x0020_center="42" __proto__="p" link="https://example.org/" tooltip="why"><mxCell style="html=1;" vertex="1" parent="1"><mxGeometry width="10" height="10" as="geometry"/></mxCell></UserObject>' +
    '<object id="m" label="Bad" link="java&#10;script:alert(1)"><mxCell style="" vertex="1" parent="1"><mxGeometry width="10" height="10" as="geometry"/></mxCell></object>'
  const { graphs, messages } = readDrawio(page(cells))
  const node = graphs[0]!.nodes.get('n')!
  expect([...node.properties]).toEqual([
    ['owner', 'Ann'],
    ['cost center', '42'],
    ['__proto__', 'p'],
  ])
  expect(node.link).toEqual({ url: 'https://example.org/', tooltip: 'why' })
  expect(graphs[0]!.nodes.get('m')!.link).toBeUndefined()
  expect(messages.map(({ code }) => code)).toEqual(['repair/unsafe-link'])
})

test('what stands on a hidden layer is read, with a word about it', () => {
  const cells =
    vertex('a', 'A', '') +
    '<mxCell id="l" value="Notes" parent="0" visible="0"/><mxCell id="m" value="Empty" parent="0" visible="0"/>' +
    vertex('b', 'B', '', 'l')
  const { graphs, messages } = readDrawio(page(cells))
  expect([...graphs[0]!.nodes.values()].map(({ id, hidden }) => [id, hidden])).toEqual([
    ['a', undefined],
    ['b', undefined],
  ])
  expect(messages.map(({ code, text }) => [code, text])).toEqual([
    [
      'repair/hidden-layer',
      'The layer “Notes” is hidden. What stands on it is read like the rest of the page; in draw.io it stays hidden.',
    ],
  ])
})

describe('what is broken is put right or reported, and the rest is read', () => {
  test('duplicate ids, missing parents, parents in circles, loose lines', () => {
    const text = page(
      vertex('a', 'A', '') +
        vertex('a', 'Again', '') +
        vertex('b', 'B', '', 'nowhere') +
        vertex('c', 'C', '', 'd') +
        vertex('d', 'D', '', 'c') +
        edge('e', 'a', 'gone') +
        edge('f', 'a', 'b'),
    )
    const { graphs, messages } = readDrawio(text)
    expect(messages.map(({ code }) => code)).toEqual([
      'repair/cell-id',
      'repair/cell-parent',
      'repair/cell-parent',
      'repair/loose-edge',
    ])
    const first = messages[0]!.at!
    expect(text.slice(first[0], first[1])).toContain('value="Again"')
    expect([...graphs[0]!.nodes.values()].map(({ label }) => label.text)).toEqual(['D', 'A', 'Again', 'B'])
    expect(graphs[0]!.edges).toHaveLength(1)
    expect(own(graphs[0]!, 'cells')).toEqual([expect.stringContaining('target="gone"')])
  })

  test.each([
    ['', 'syntax/xml'],
    ['<mxfile><diagram></mxfile>', 'syntax/xml'],
    ['<mxfile a="1" a="2"/>', 'syntax/xml'],
    ['<mxfile><diagram name="&nope;"/></mxfile>', 'syntax/xml'],
    ['<!DOCTYPE x [<!ENTITY a "b">]><mxfile/>', 'syntax/xml'],
    ['<svg/>', 'syntax/drawio'],
    ['<mxfile><diagram>not base64 !</diagram></mxfile>', 'syntax/drawio'],
    ['<mxfile><diagram/></mxfile>', 'syntax/drawio'],
  ])('%s: %s', (text, code) => {
    const { graphs, messages } = readDrawio(text)
    expect([graphs.length, messages.map(message => message.code)]).toEqual([0, [code]])
    expect(messages[0]!.at).toBeDefined()
  })

  test('strange names do no harm', () => {
    const { graphs } = readDrawio(
      page(
        '<__proto__/><constructor a="1"/>' +
          vertex('__proto__', 'x', '__proto__=1;constructor;') +
          vertex('toString', 'y', ''),
      ),
    )
    expect([...graphs[0]!.nodes.keys()]).toEqual(['__proto__', 'toString'])
  })

  test('thousands of levels', () => {
    const depth = counted(10_000)
    const deep = Array.from({ length: depth }, (_, i) =>
      vertex(`g${i}`, '', 'container=1;', i === 0 ? '1' : `g${i - 1}`),
    ).join('')
    // In the innermost stands nothing: it is a node.
    const { groups, nodes } = readDrawio(page(deep)).graphs[0]!
    expect([groups.size, nodes.size]).toEqual([depth - 1, 1])
    const nested = `${'<a>'.repeat(depth)}${'</a>'.repeat(depth)}`
    expect(readDrawio(page(nested)).messages).toEqual([])
  })

  test.each(['x', '&lt;a &quot;', '&lt;!--', '&lt;a   ', '&amp;#', '&lt;'])(
    'a label of many “%s” is read in proportion',
    async piece => {
      const label = (size: number) => page(vertex('n', piece.repeat(size), 'html=1;'))
      expect(await growth(counted(2_000), size => readDrawio(label(size)))).toBeLessThan(PROPORTION)
      readDrawio(label(runs(1_000_000 / piece.length)))
    },
  )
})

describe('envelopes', () => {
  const model = `<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>${vertex('n', 'Ünï 中&#10;x', '')}</root></mxGraphModel>`
  const packed = deflateRawSync(Buffer.from(encodeURIComponent(model))).toString('base64')

  test.each([
    ['a model alone', model],
    ['a compressed page', `<mxfile><diagram name="Page-1">\n  ${packed}\n</diagram></mxfile>`],
    ['a diagram alone', `<?xml version="1.0"?>\n<!-- c -->\n<diagram name="Page-1">${model}</diagram>`],
  ])('%s', (_, text) => {
    expect(only(text).nodes.get('n')!.label.text).toBe('Ünï 中\nx')
  })

  test('several pages are several graphs', () => {
    const { graphs } = readDrawio(
      `<mxfile><diagram name="One">${model}</diagram><diagram name="Two">${packed}</diagram></mxfile>`,
    )
    expect(graphs.map(({ title, nodes }) => [title, nodes.size])).toEqual([
      ['One', 1],
      ['Two', 1],
    ])
  })

  test.skipIf(extent === 'quick')('a page that inflates without end is refused', () => {
    const bomb = deflateRawSync(Buffer.alloc(80 * 1024 * 1024, 'a'), { level: 1 }).toString('base64')
    const { graphs, messages } = readDrawio(`<mxfile><diagram name="B">${bomb}</diagram></mxfile>`)
    expect([graphs.length, messages.map(({ code }) => code)]).toEqual([0, ['limit/size']])
  })
})
