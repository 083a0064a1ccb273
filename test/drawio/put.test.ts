/** A graph put into the draw.io file that it came from. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { drawio } from '../../converters/drawio/index.js'
import { mermaid } from '../../converters/mermaid/index.js'
import { convertWith, writeWith } from '../../src/convert.js'
import { byId, makeGraph, makeGroup, makeLoop, makeNode, nodeEnd, plain } from '../../src/ir/build.js'
import type { Graph } from '../../src/ir/model.js'
import { putGraphs } from '../../src/put/put.js'
import { readWith } from '../../src/read.js'
import { addedEdge, addedNode, all, edge, label, node, renamed, withoutNode } from '../mermaid/put-changes.js'

const made = async (text: string, options = {}) =>
  (await convertWith(mermaid, drawio, text, { options })).text
const put = (text: string, ...changes: ((graph: Graph) => Graph)[]) => {
  const { graphs } = readWith(drawio, text)
  return putGraphs(
    drawio,
    text,
    graphs.map((graph, place) => (changes[place] ?? (same => same))(graph)),
  )
}
/** The lines that are in one text and not in the other. */
const linesOnlyIn = (text: string, other: string) => {
  const lines = new Set(other.split('\n'))
  return text.split('\n').filter(line => !lines.has(line))
}

/** As a person draws it in draw.io: no word of ours in it. */
const drawn = `<mxfile host="app.diagrams.net">
  <diagram id="p" name="Shop">
    <mxGraphModel dx="100" dy="50">
      <root>
        <mxCell id="0"/>
        <mxCell id="1" parent="0"/>
        <mxCell id="a" value="Cart" style="rounded=0;whiteSpace=wrap;html=1;fillColor=#dae8fc;" vertex="1" parent="1">
          <mxGeometry x="40" y="40" width="120" height="60" as="geometry" />
        </mxCell>
        <mxCell id="b" value="Pay" style="rounded=0;whiteSpace=wrap;html=1;" vertex="1" parent="1">
          <mxGeometry x="240" y="40" width="120" height="60" as="geometry" />
        </mxCell>
        <mxCell id="e" value="then" style="html=1;" edge="1" source="a" target="b" parent="1">
          <mxGeometry relative="1" as="geometry" />
        </mxCell>
      </root>
    </mxGraphModel>
  </diagram>
</mxfile>
`

test('a label on a page that somebody drew', () => {
  expect(put(drawn, node('a', label('Basket')))).toEqual({
    messages: [],
    text: drawn.replace('value="Cart"', 'value="Basket"'),
  })
})

test('a graph without documents, as a program makes one, into a page with a group on its second layer', () => {
  const text = drawn.replace(
    '      </root>',
    `        <mxCell id="2" value="Above" parent="0"/>
        <mxCell id="g" value="Group" style="container=1;" vertex="1" parent="2">
          <mxGeometry x="40" y="200" width="200" height="120" as="geometry" />
        </mxCell>
        <mxCell id="m" value="Mail" style="html=1;" vertex="1" parent="g">
          <mxGeometry x="20" y="40" width="120" height="60" as="geometry" />
        </mxCell>
      </root>`,
  )
  const bare = <T extends { readonly document?: unknown }>({ document: _, ...element }: T) => element
  const withoutDocuments = (graph: Graph): Graph => ({
    ...(bare(graph) as Graph),
    nodes: new Map([...graph.nodes].map(([key, one]) => [key, bare(one)])),
    groups: new Map([...graph.groups].map(([key, one]) => [key, bare(one)])),
    edges: graph.edges.map(one => bare(one)),
  })
  expect(put(text, withoutDocuments)).toEqual({ messages: [], text })
  expect(put(text, all(node('m', label('Post')), withoutDocuments))).toEqual({
    messages: [],
    text: text.replace('value="Mail"', 'value="Post"'),
  })
})

test('the label and the end of a line', () => {
  const change = edge(0, at => ({ ...at, label: plain('no'), to: nodeEnd('a', 'normal') }))
  const { text, messages } = put(drawn, change)
  expect(messages).toEqual([])
  expect(text).toBe(drawn.replace('value="then"', 'value="no"').replace('target="b"', 'target="a"'))
})

test('a node that goes with its line', () => {
  const start = drawn.indexOf('\n        <mxCell id="b"')
  const end = drawn.indexOf('\n      </root>')
  expect(
    put(drawn, withoutNode('b')).text.replace(/<object.*>\n.*\n.*<\/object>/, '<mxCell id="1" parent="0"/>'),
  ).toBe(drawn.slice(0, start) + drawn.slice(end))
})

test('another id stands beside the cell, whose own id stays', () => {
  const { text, messages } = put(drawn, renamed('a', 'cart'))
  expect(messages).toEqual([])
  expect(text).toContain('<object label="Cart" id="a">')
  expect(text).toContain('<diaglot kind="node" key="cart"/></object>')
  expect(linesOnlyIn(drawn, text).every(line => !/id="[be]"/.test(line))).toBe(true)
})

test('a new node stands beside its neighbour, and everything else keeps its bytes', () => {
  const { text, messages } = put(drawn, all(addedNode('x', 'Mail', 'b'), addedEdge('b', 'x')))
  expect(messages).toEqual([])
  expect(linesOnlyIn(drawn, text)).toEqual([])
  expect(text).toMatch(/x="(3[7-9]|4)\d\d?" y="40"/)
})

test('a page that only we laid out stays ours', async () => {
  const text = await made('flowchart LR\n  a[Cart] --> b[Pay]')
  const { text: done, messages } = put(text, addedNode('c', 'Mail', 'b'))
  expect(messages).toEqual([])
  const [graph] = readWith(drawio, done).graphs
  expect(
    [...graph!.nodes.values()].map(({ document }) => document?.get('drawio')?.has('geometry') ?? false),
  ).toEqual([false, false, false])
})

test('packed pages stay packed, and those that did not change keep their bytes', async () => {
  const { graphs } = readWith(mermaid, 'flowchart LR\n  a[Cart] --> b[Pay]')
  const { text } = await writeWith(drawio, [graphs[0]!, { ...graphs[0]!, title: 'Second' }], {
    options: { compress: true },
  })
  const pages = (file: string) =>
    [...file.matchAll(/<diagram[^>]*>([^<]*)<\/diagram>/g)].map(([, page]) => page)
  const { text: done, messages } = put(text, same => same, node('b', label('Paid')))
  expect(messages).toEqual([])
  expect(pages(done)[0]).toBe(pages(text)[0])
  expect(pages(done)[1]).not.toBe(pages(text)[1])
  expect(readWith(drawio, done).graphs.map(({ nodes }) => nodes.get('b')!.label.text)).toEqual([
    'Pay',
    'Paid',
  ])
})

test('a picture with a diagram inside is left as it is, and says so', () => {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" content="${drawn.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;').replace(/\n/g, ' ')}"></svg>`
  expect(put(svg, node('a', label('Basket')))).toMatchObject({
    text: svg,
    messages: [{ code: 'syntax/update' }],
  })
})

/** The same page with more cells on it. */
const withCells = (cells: string) => drawn.replace('      </root>', `${cells}\n      </root>`)
const read = (text: string): Graph => readWith(drawio, text).graphs[0]!

test('a direction that only the places show is nothing that a new line has to keep from being seen', () => {
  expect(read(drawn).direction).toBeUndefined()
  const { text, messages } = put(drawn, addedEdge('a', 'b'))
  expect(messages).toEqual([])
  expect(read(text).direction).toBe('LR')
  expect(text).toContain('<mxCell id="1" parent="0"/>')
})

test('a direction that was seen stays where an edit would hide it', () => {
  const lines = withCells(
    '        <mxCell id="f" style="html=1;" edge="1" source="a" target="b" parent="1"><mxGeometry relative="1" as="geometry"/></mxCell>',
  )
  expect(read(lines).direction).toBe('LR')
  const { text, messages } = put(lines, graph => ({ ...graph, edges: graph.edges.slice(1) }))
  expect(messages).toEqual([])
  expect(read(text).direction).toBe('LR')
})

test('a line whose cell is met before those of others says its place among them, and no other does', () => {
  const boxed =
    withCells(`        <mxCell id="g" value="Group" style="swimlane;startSize=23;" vertex="1" parent="1">
          <mxGeometry x="40" y="200" width="400" height="120" as="geometry" />
        </mxCell>
        <mxCell id="m" value="Mail" vertex="1" parent="g"><mxGeometry x="20" y="40" width="80" height="40" as="geometry" /></mxCell>
        <mxCell id="n" value="Note" vertex="1" parent="g"><mxGeometry x="20" y="120" width="80" height="40" as="geometry" /></mxCell>
        <mxCell id="late" value="late" edge="1" source="a" target="m" parent="1"><mxGeometry relative="1" as="geometry" /></mxCell>`)
  const { text, messages } = put(boxed, addedEdge('m', 'n'))
  expect(messages).toEqual([])
  expect(read(text).edges.map(({ to }) => to.id)).toEqual(['b', 'm', 'n'])
  expect(text.match(/order="\d+"/g)).toEqual(['order="3"'])
  expect(linesOnlyIn(boxed, text)).toEqual([])
})

test('a page without a file around it says its title beside its first layer', () => {
  const bare = drawn.slice(drawn.indexOf('    <mxGraphModel'), drawn.indexOf('  </diagram>'))
  const { text, messages } = put(bare, graph => ({ ...graph, title: 'Shop' }))
  expect(messages).toEqual([])
  expect(read(text).title).toBe('Shop')
  expect(text).toContain('value="Cart"')
})

test('a box that loses what is in it stays a group', () => {
  const boxed = withCells(`        <mxCell id="g" value="Zone" style="container=1;" vertex="1" parent="1">
          <mxGeometry x="40" y="200" width="200" height="120" as="geometry" />
        </mxCell>
        <mxCell id="m" value="Mail" vertex="1" parent="g"><mxGeometry x="20" y="40" width="80" height="40" as="geometry" /></mxCell>`)
  const { text, messages } = put(boxed, withoutNode('m'))
  expect(messages).toEqual([])
  expect([...read(text).groups.keys()]).toEqual(['g'])
})

test('the name of a node in Mermaid follows its id', () => {
  const imported = drawn.replace(
    /<mxCell id="a" value="Cart"(.*?) vertex="1" parent="1">\n(.*)\n( *)<\/mxCell>/,
    '<object label="Cart" mermaidId="cart" id="a"><mxCell$1 vertex="1" parent="1">$2</mxCell></object>',
  )
  const { text, messages } = put(imported, renamed('cart', 'basket'))
  expect(messages).toEqual([])
  expect(text).toContain('mermaidId="basket"')
  expect(text).not.toContain('<diaglot')
})

test('the label in the middle of a line and the one at its end are two', () => {
  const label = (id: string, value: string, x: string) =>
    `        <mxCell id="${id}" value="${value}" style="edgeLabel;html=1;" vertex="1" connectable="0" parent="e"><mxGeometry${x} relative="1" as="geometry"><mxPoint as="offset" /></mxGeometry></mxCell>`
  const lines = withCells(`${label('h', 'n', ' x="0.8"')}\n${label('c', 'places', '')}`).replace(
    'value="then" ',
    '',
  )
  const { text, messages } = put(
    lines,
    edge(0, at => ({ ...at, label: plain('no') })),
  )
  expect(messages).toEqual([])
  expect(text).toContain('id="h" value="n"')
  expect(text).toContain('id="c" value="no"')
})

test('a line that hangs on what goes, goes with it', () => {
  const lines = withCells(
    '        <mxCell id="half" style="html=1;" edge="1" source="b" parent="1"><mxGeometry relative="1" as="geometry"><mxPoint x="9" y="9" as="targetPoint" /></mxGeometry></mxCell>',
  )
  const { text, messages } = put(lines, withoutNode('b'))
  expect(messages).toEqual([])
  expect(text).not.toContain('"half"')
})

test('what lanes show cannot be said otherwise, and the message says that', () => {
  const lanes = withCells(
    ['p', 'q']
      .map(
        (id, i) =>
          `        <mxCell id="${id}" value="Lane" style="swimlane;horizontal=0;" vertex="1" parent="1"><mxGeometry y="${200 + 120 * i}" width="400" height="120" as="geometry" /></mxCell>`,
      )
      .join('\n'),
  )
  const { text, messages } = put(lanes, graph => ({ ...graph, direction: 'TB' }))
  expect(text).toBe(lanes)
  expect(messages.map(said => said.text)).toEqual([
    'The diagram is to flow from top to bottom, and the lanes of the page stand so that it flows from left to right: turn them in draw.io first. Nothing is changed.',
  ])
})

test('what leaves a coloured lane stays before what was behind it, though the frame of a loop would be drawn first now', async () => {
  const made = makeGraph({
    groups: byId([makeGroup({ id: 'lane', kind: 'lane', label: plain('Lane'), style: { fill: '#ffeeee' } })]),
    nodes: byId([
      makeNode({ id: 'a', shape: 'rectangle', label: plain('A'), group: 'lane' }),
      makeNode({ id: 'b', shape: 'rectangle', label: plain('B') }),
    ]),
    loops: [makeLoop({ condition: 'again', nodes: ['a', 'b'] })],
  })
  const { text: lanes } = await writeWith(drawio, [made])
  expect(lanes.indexOf('kind="loop"')).toBeGreaterThan(lanes.indexOf('label="B"'))
  const { text, messages } = put(lanes, graph => {
    const nodes = new Map([...graph.nodes].map(([id, { group: _, ...node }]) => [id, node]))
    return { ...graph, groups: new Map(), nodes }
  })
  expect(messages).toEqual([])
  const [graph] = readWith(drawio, text).graphs
  expect([...graph!.nodes.keys()]).toEqual(['a', 'b'])
  expect(graph!.groups.size).toBe(0)
})

test('a lane that moves into another takes along what stands in it, and the lanes behind it stay in their order', () => {
  const lane = (id: string, y: number): string =>
    `        <mxCell id="${id}" value="${id}" style="swimlane;horizontal=0;html=1;" vertex="1" parent="1"><mxGeometry y="${y}" width="400" height="120" as="geometry" /></mxCell>
        <mxCell id="${id}1" value="${id}1" style="html=1;" vertex="1" parent="${id}"><mxGeometry x="40" y="40" width="80" height="40" as="geometry" /></mxCell>`
  const lanes = withCells([lane('p', 200), lane('q', 320), lane('r', 440), lane('s', 560)].join('\n'))
  const { text, messages } = put(lanes, graph => {
    const groups = new Map(graph.groups)
    groups.set('s', { ...groups.get('s')!, parent: 'p' })
    return { ...graph, groups }
  })
  expect(messages).toEqual([])
  const [graph] = readWith(drawio, text).graphs
  expect([...graph!.groups.values()].map(({ id, parent }) => [id, parent])).toEqual([
    ['p', undefined],
    ['s', 'p'],
    ['q', undefined],
    ['r', undefined],
  ])
  expect([...graph!.nodes.keys()].filter(id => /^[p-s]1$/.test(id))).toEqual(['s1', 'p1', 'q1', 'r1'])
})

test('a chart that loses the last shape in it keeps its lanes and its title', () => {
  const chart = readFileSync('corpus/drawio/cross-functional.drawio', 'utf8')
  const { text, messages } = put(chart, graph => ({ ...graph, nodes: new Map(), edges: [] }))
  expect(messages).toEqual([])
  const [graph] = readWith(drawio, text).graphs
  expect(graph!.title).toBe('Hiring')
  expect([...graph!.groups.keys()]).toEqual(['r1', 'r2'])
})
