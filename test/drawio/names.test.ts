import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { drawio, readDrawio } from '../../converters/drawio/index.js'
import { mermaid } from '../../converters/mermaid/index.js'
import { convertWith } from '../../src/convert.js'
import { makeGraph, makeNode } from '../../src/ir/build.js'
import { roundTrip, sameFormat } from '../laws/laws.js'

const page = (cells: string): string =>
  `<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>${cells}</root></mxGraphModel>`
const vertex = (id: string, value: string, style: string): string =>
  `<mxCell id="${id}" value="${value}" style="${style}" vertex="1" parent="1"><mxGeometry width="80" height="40" as="geometry"/></mxCell>`

test.each([
  // General, flowchart
  ['shape=callout;size=30;position=0.5;', 'note'],
  ['shape=xor;', undefined],
  ['shape=or;', 'delay'],
  ['shape=waypoint;', 'junction'],
  ['line;strokeWidth=4;', 'fork'],
  ['shape=partialRectangle;right=0;top=0;bottom=0;fillColor=none;', 'bpmn-annotation'],
  ['shape=mxgraph.flowchart.extract_or_measurement;', 'triangle'],
  ['shape=mxgraph.flowchart.merge_or_storage;', 'triangle-inverted'],
  ['shape=mxgraph.flowchart.annotation_2;', 'brace-left'],
  // BPMN, both libraries
  ['shape=mxgraph.bpmn.shape;perimeter=ellipsePerimeter;outline=standard;symbol=general;', 'bpmn-start'],
  ['shape=mxgraph.bpmn.shape;perimeter=ellipsePerimeter;outline=end;symbol=message;', 'bpmn-end'],
  ['shape=mxgraph.bpmn.shape;perimeter=ellipsePerimeter;outline=catching;symbol=timer;', 'bpmn-intermediate'],
  ['shape=mxgraph.bpmn.event;perimeter=ellipsePerimeter;outline=boundInt;symbol=timer;', 'bpmn-boundary'],
  [
    'shape=mxgraph.bpmn.shape;perimeter=rhombusPerimeter;background=gateway;symbol=exclusiveGw;',
    'bpmn-gateway',
  ],
  ['shape=mxgraph.bpmn.gateway2;gwType=parallel;outline=none;symbol=none;', 'bpmn-gateway'],
  ['shape=mxgraph.bpmn.task2;taskMarker=user;', 'bpmn-activity'],
  ['shape=mxgraph.bpmn.data2;', 'bpmn-data'],
  // Networks and clouds
  ['image;aspect=fixed;image=img/lib/azure2/databases/SQL_Database.svg;', 'cylinder'],
  ['shape=mxgraph.aws4.resourceIcon;resIcon=mxgraph.aws4.rds;', 'cylinder'],
  ['shape=mxgraph.aws4.resourceIcon;resIcon=mxgraph.aws4.s3;', 'bucket'],
  ['shape=mxgraph.aws4.resourceIcon;resIcon=mxgraph.aws4.sqs;', 'horizontal-cylinder'],
  ['shape=mxgraph.aws4.users;', 'person'],
  ['shape=mxgraph.aws4.cloudfront;', 'rectangle'],
  ['shape=mxgraph.networks.server;', 'box3d'],
  ['shape=mxgraph.cisco.storage.cloud;', 'cloud'],
  ['shape=mxgraph.azure.azure_sql_database;', 'cylinder'],
  ['shape=mxgraph.gcp2.cloud_storage;', 'bucket'],
  // UML and ER
  ['shape=umlActor;verticalLabelPosition=bottom;', 'person'],
  ['shape=component;align=left;', 'component'],
  ['ellipse;shape=umlEntity;', 'circle'],
  ['shape=umlDestroy;', 'summary'],
  ['shape=umlLifeline;perimeter=lifelinePerimeter;', 'rectangle'],
  ['shape=associativeEntity;', 'diamond'],
  ['shape=ext;margin=3;double=1;', 'rectangle'],
  ['shape=mxgraph.floorplan.wall;', 'rectangle'],
  ['shape=mxgraph.basic.arc;', undefined],
])('%s is %s, and draw.io keeps it', async (style, shape) => {
  const text = page(vertex('n', 'x', style))
  const { graphs, messages } = readDrawio(text)
  const node = graphs[0]!.nodes.get('n')!
  expect(node.shape).toBe(shape ?? 'rectangle')
  expect(messages.map(({ code }) => code)).toEqual(shape ? [] : ['repair/unknown-shape'])
  expect(await sameFormat(drawio, text)).toBeUndefined()
  expect(drawio.write!([{ graph: graphs[0]! }], {})).toContain(`style="${style}"`)
})

test('a shape without an equal is named once for all nodes that have it', () => {
  const style = 'shape=mxgraph.basic.arc;'
  const { messages } = readDrawio(page(vertex('a', '', style) + vertex('b', '', style)))
  expect(messages.map(({ text }) => text)).toEqual([
    'draw.io’s shape “mxgraph.basic.arc” has no equal here: 2 nodes with it are read as a rectangle. draw.io shows it as before.',
  ])
})

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

test.each([
  ['A<div>B</div>C', 'A\nB\nC', false],
  ['A<div><br></div><div>B</div>', 'A\n\nB', false],
  ['<div>A</div> <div>B</div> ', 'A\nB', false],
  ['<p style="margin:0">A&nbsp;&lt;b&gt; &amp;amp;</p><p>B</p>', 'A <b> &amp;\nB', true],
  ['<ul><li>one</li><li>two</li></ul>', 'one\ntwo', true],
  ['<table><tbody><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></tbody></table>', 'a b\nc', true],
  // What is no formatting goes, and with it what there was to keep.
  ['<style>p{color:red}</style>A<script>alert(1)</script>', 'A', false],
  ['<span style="font-size: 14px">A</span><br/><font color="#f00">B</font>', 'A\nB', true],
  ['&#8594; &rarr; &hellip;<!-- no -->', '→ → …', false],
  ['1 < 2', '1 < 2', false],
])('the label %s reads as %j', async (html, text, rich) => {
  const file = page(vertex('n', escaped(html), 'html=1;'))
  const { label } = readDrawio(file).graphs[0]!.nodes.get('n')!
  expect(label.text).toBe(text)
  expect(label.rich).toEqual(rich ? { syntax: 'drawio-html', source: html } : undefined)
  expect(await sameFormat(drawio, file)).toBeUndefined()
})

test('several labels on a line: the first near each end is its end’s, the others are the line’s', async () => {
  const label = (id: string, x: number, text: string): string =>
    `<mxCell id="${id}" value="${text}" style="edgeLabel;html=1;" vertex="1" connectable="0" parent="e"><mxGeometry x="${x}" relative="1" as="geometry"/></mxCell>`
  const file = page(
    vertex('a', 'A', '') +
      vertex('b', 'B', '') +
      '<mxCell id="e" value="own" style="html=1;" edge="1" parent="1" source="a" target="b"><mxGeometry relative="1" as="geometry"/></mxCell>' +
      label('m', 0.1, 'middle') +
      label('h', 0.9, '1..n') +
      label('t', -0.9, '1'),
  )
  expect(readDrawio(file).graphs[0]!.edges[0]).toMatchObject({
    label: { text: 'own\nmiddle' },
    from: { label: { text: '1' } },
    to: { label: { text: '1..n' } },
  })
  expect(await sameFormat(drawio, file)).toBeUndefined()
})

test('colours of two modes, and those that stand for others', async () => {
  const file = page(
    vertex(
      'a',
      'A',
      'html=1;fillColor=light-dark(#FFE6CC, #36393D);strokeColor=light-dark(rgb(1, 2, 3),#fff);',
    ) + vertex('b', 'B', 'html=1;fillColor=default;strokeColor=inherit;fontColor=swimlane;'),
  )
  const { nodes } = readDrawio(file).graphs[0]!
  expect([...nodes.values()].map(({ style }) => style)).toEqual([
    { fill: '#FFE6CC', stroke: 'rgb(1, 2, 3)' },
    {},
  ])
  expect(await sameFormat(drawio, file)).toBeUndefined()
  // An expression that tries each of the blanks anew would never end.
  readDrawio(page(vertex('a', 'A', `fillColor=light-dark(${' '.repeat(1_000_000)};`)))
})

test('what draw.io made of a Mermaid diagram has its ids there again', async () => {
  const file = readFileSync('corpus/drawio/from-mermaid.drawio', 'utf8')
  const { text } = await convertWith(drawio, mermaid, file)
  expect(text).toBe('flowchart\n    A[Start]\n    B{OK?}\n    style A stroke-width:1px\n    A -->|yes| B\n')
  const back = await convertWith(drawio, drawio, file)
  expect(back.text).toContain('mermaidId="L_A_B_0"')
  expect((await convertWith(drawio, mermaid, back.text)).text).toBe(text)
})

test('names of properties that look like what stands for the empty one', async () => {
  const properties = new Map([
    ['', 'none'],
    ['_x_', 'one'],
    ['_x005f_x_', 'two'],
  ])
  const nodes = new Map([['a', makeNode({ id: 'a', shape: 'rectangle', properties })]])
  expect(await roundTrip(drawio, makeGraph({ nodes }))).toBeUndefined()
  const one = new Map([
    ['a', makeNode({ id: 'a', shape: 'rectangle', properties: new Map([['_x_', 'one']]) })],
  ])
  expect(await roundTrip(drawio, makeGraph({ nodes: one }))).toBeUndefined()
})
