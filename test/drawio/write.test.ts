import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { describe, expect, test } from 'vitest'
import { parseXml, type XmlElement } from '../../converters/drawio/document/xml.js'
import { drawio, readDrawio } from '../../converters/drawio/index.js'
import { MARKERS } from '../../converters/drawio/words/markers.js'
import { writeDrawio } from '../../converters/drawio/write/write.js'
import { readFlowzap } from '../../converters/flowzap/index.js'
import { writeWith } from '../../src/convert.js'
import type { Arrow } from '../../src/ir/arrows.js'
import {
  byId,
  makeEdge,
  makeGraph,
  makeGroup,
  makeLoop,
  makeNode,
  nodeEnd,
  plain,
} from '../../src/ir/build.js'
import { firstDifference } from '../../src/ir/difference.js'
import { type Graph, lines, sides } from '../../src/ir/model.js'
import { shapeNames } from '../../src/ir/shapes.js'
import { layOut } from '../../src/layout/layout.js'
import { codePoint } from '../generate/code-points.js'
import { counted, runs, sample } from '../setup/runs.js'

async function written(graph: Graph, carry?: string): Promise<string> {
  const { layout } = await layOut(graph)
  return writeDrawio([{ graph, layout, ...(carry !== undefined && { carry }) }])
}

function back(text: string): Graph {
  const { graphs, messages } = readDrawio(text)
  expect(messages.filter(({ severity }) => severity !== 'info')).toEqual([])
  return graphs[0]!
}

interface PlainCell {
  readonly id: string
  readonly cell: XmlElement
}

function cellsOf(text: string): PlainCell[] {
  const parsed = parseXml(text)
  if (!parsed.ok) throw new Error(parsed.mistake.text)
  const root = parsed.root.children[0]!.children[0]!.children[0]!
  return root.children.map(element => ({
    id: element.attributes.get('id')!,
    cell: element.name === 'object' ? element.children[0]! : element,
  }))
}

/** What draw.io punishes without a word: see the traps of its format. */
function* faults(text: string): Generator<string> {
  if (XMLValidator.validate(text) !== true) yield 'no well-formed XML'
  const cells = cellsOf(text)
  const ids = new Set<string>()
  for (const { id } of cells) {
    if (ids.has(id)) yield `the id ${id} twice`
    ids.add(id)
  }
  const seen = new Set<string>()
  for (const { id, cell } of cells) {
    const { attributes } = cell
    const parent = attributes.get('parent')
    if (id !== '0' && !seen.has(parent ?? '')) yield `${id} stands before its parent ${parent}`
    seen.add(id)
    const geometry = cell.children.find(({ name }) => name === 'mxGeometry')
    if (attributes.get('edge') !== '1') continue
    if (geometry?.attributes.get('relative') !== '1') yield `${id} has no relative geometry`
    for (const end of ['source', 'target'])
      if (!ids.has(attributes.get(end) ?? '')) yield `${id} has no ${end}`
  }
}

test('the file that a small graph gives', async () => {
  const graph = makeGraph({
    title: 'Shop',
    direction: 'LR',
    groups: byId([makeGroup({ id: 'Web', kind: 'lane', label: plain('Web & <App>') })]),
    nodes: byId([
      makeNode({ id: 'n1', shape: 'circle', label: plain('Start'), group: 'Web' }),
      makeNode({
        id: '1',
        shape: 'task',
        label: plain('Pay\n"now"'),
        group: 'Web',
        properties: new Map([['owner', 'Ann']]),
      }),
    ]),
    edges: [
      makeEdge({
        from: nodeEnd('n1', 'none', { side: 'right' }),
        to: nodeEnd('1', 'normal', { side: 'left' }),
        label: plain('a < b'),
      }),
    ],
    loops: [makeLoop({ condition: 'retry', nodes: ['1'], group: 'Web' })],
  })
  const text = await written(graph)
  expect(text).toContain('<diagram id="page-1" name="Shop">')
  expect(text).toContain('label="Web &amp;amp; &amp;lt;App&amp;gt;" id="Web"')
  expect(text).toContain(
    'label="&lt;b&gt;Pay&lt;br&gt;&quot;now&quot;&lt;/b&gt;&lt;br&gt;Ann" owner="Ann" id="node-1"',
  )
  expect(text).toContain('<diaglot kind="lane"/>')
  expect(text).toContain('<diaglot kind="node" key="1" shape="task"/>')
  expect(text).toMatch(/value="a &amp;lt; b" style="[^"]*exitX=1;exitY=0.5;[^"]*entryX=0;entryY=0.5;/)
  expect(text).toContain('source="n1" target="node-1" parent="Web"')
  expect(text).toMatch(
    /swimlane;childLayout=stackLayout;resizeParent=1;resizeParentMax=0;startSize=30;[^"]*horizontal=0;horizontalStack=0;/,
  )
  expect(text.indexOf('Loop: retry')).toBeLessThan(text.indexOf('id="n1"'))
  expect(text).toMatch(/id="loop-1">\s*<mxCell [^>]*parent="Web"/)
  expect([...faults(text)]).toEqual([])
  expect(firstDifference(graph, back(text))).toBeUndefined()
})

test('a plain reader finds labels, ids and shapes where they stand', async () => {
  const graph = makeGraph({
    nodes: byId([makeNode({ id: 'ä', shape: 'cylinder', label: plain('a\n<b> & "c"') })]),
  })
  const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '', trimValues: false })
  const { object } = parser.parse(await written(graph)).mxfile.diagram.mxGraphModel.root
  expect(object[1]).toMatchObject({
    id: 'ä',
    label: 'a<br>&lt;b&gt; &amp; "c"',
    diaglot: { shape: 'cylinder' },
  })
})

describe('every member of the closed lists comes back', () => {
  test('shapes', async () => {
    const nodes = shapeNames.map(shape => makeNode({ id: shape, shape, label: plain(shape) }))
    const graph = makeGraph({ nodes: byId(nodes) })
    expect(firstDifference(graph, back(await written(graph)))).toBeUndefined()
  })

  test('lines, arrowheads and sides', async () => {
    const arrows = Object.keys(MARKERS) as Arrow[]
    const graph = makeGraph({
      nodes: byId(['a', 'b'].map(id => makeNode({ id, shape: 'diamond' }))),
      edges: [
        ...lines.map(line => makeEdge({ line, from: nodeEnd('a'), to: nodeEnd('b', 'normal') })),
        ...arrows.map(arrow => makeEdge({ from: nodeEnd('a', arrow), to: nodeEnd('b', arrow) })),
        ...sides.map(side =>
          makeEdge({ from: nodeEnd('a', 'none', { side }), to: nodeEnd('b', 'normal', { side }) }),
        ),
      ],
    })
    const text = await written(graph)
    expect([...faults(text)]).toEqual([])
    expect(firstDifference(graph, back(text))).toBeUndefined()
  })
})

describe('what a person changed where they could see it, wins', () => {
  const graph = makeGraph({
    title: 'Old',
    direction: 'LR',
    groups: byId(['One', 'Two'].map(id => makeGroup({ id, kind: 'lane', label: plain(id) }))),
    nodes: byId([
      makeNode({ id: 'a', shape: 'task', label: plain('A'), group: 'One', style: { fontWeight: '600' } }),
      makeNode({ id: 'b', shape: 'start-dot', group: 'Two' }),
    ]),
    edges: [makeEdge({ from: nodeEnd('a'), to: nodeEnd('b', 'inverted'), id: 'e1' })],
  })

  test.each<[string, (text: string) => string, (graph: Graph) => unknown, unknown]>([
    [
      'a shape',
      t => t.replace('rounded=1;absoluteArcSize=1;arcSize=12;', 'rhombus;'),
      g => g.nodes.get('a')!.shape,
      'diamond',
    ],
    [
      'another key of the style',
      t => t.replace('arcSize=12;', 'arcSize=12;shadow=1;'),
      g => g.nodes.get('a')!.shape,
      'task',
    ],
    [
      'a fill',
      t => t.replace('fillColor=#000000', 'fillColor=#ff0000'),
      g => g.nodes.get('b')!.style.fill,
      '#ff0000',
    ],
    [
      'a weight',
      t => t.replace('fontStyle=1', 'fontStyle=2'),
      g => g.nodes.get('a')!.style,
      { fontStyle: 'italic' },
    ],
    ['a label', t => t.replace('label="A"', 'label="Z"'), g => g.nodes.get('a')!.label, { text: 'Z' }],
    [
      'a lane',
      t => t.replace(/(id="a">\s*<mxCell [^>]*parent=)"One"/, '$1"Two"'),
      g => g.nodes.get('a')!.group,
      'Two',
    ],
    ['an arrowhead', t => t.replace('endArrow=block', 'endArrow=open'), g => g.edges[0]!.to.arrow, 'open'],
    ['an end', t => t.replace('target="b"', 'target="a"'), g => g.edges[0]!.to.id, 'a'],
    [
      'the title of the pool',
      t => t.replace('<object label="Old"', '<object label="New"'),
      g => g.title,
      'New',
    ],
    ['the name of the page', t => t.replace('name="Old"', 'name="New"'), g => g.title, 'New'],
  ])('%s', async (_, change, value, expected) => {
    const text = await written(graph)
    const changed = change(text)
    expect(changed).not.toBe(text)
    expect(value(back(changed))).toEqual(expected)
  })

  test('a moved node keeps the whole page where it is, and the file is written again as it was drawn', async () => {
    const text = (await written(graph)).replace(/(id="a">[\s\S]*?<mxGeometry x=)"\d+"/, '$1"333"')
    const moved = back(text)
    expect(moved.nodes.get('a')!.document!.get('drawio')!.has('geometry')).toBe(true)
    const again = await writeWith(drawio, [moved], { from: 'drawio' })
    expect(again.messages).toEqual([])
    expect(again.text).toContain('x="333"')
    expect(firstDifference(moved, back(again.text))).toBeUndefined()
    const boxes = (file: string) =>
      cellsOf(file).map(({ id, cell }) => [id, cell.attributes.get('parent'), cell.children[0]?.attributes])
    expect(boxes(again.text).filter(([id]) => id !== 'edge-a-b')).toEqual(
      boxes(text).filter(([id]) => id !== 'edge-a-b'),
    )
  })

  test('a laid out page has no geometry of its own', async () => {
    const read = back(await written(graph))
    for (const element of [...read.nodes.values(), ...read.groups.values()])
      expect(element.extras.size).toBe(0)
  })
})

test('what a person drew is written again as it was drawn', async () => {
  const drawn = `<mxfile><diagram id="q" name="Mine"><mxGraphModel pageWidth="500"><root><mxCell id="0"/><mxCell id="1" parent="0"/><mxCell id="L" value="Notes" style="locked=1" parent="0"/>
    <mxCell id="s" value="Cloud" style="shape=mxgraph.aws4.ec2;html=1;shadow=1;" vertex="1" parent="L"><mxGeometry x="5.5" y="-7" width="40" height="40" as="geometry"/></mxCell>
    <mxCell id="g" value="Box" style="swimlane;startSize=26;rounded=1;" vertex="1" parent="1"><mxGeometry x="100" y="100" width="200" height="100" as="geometry"/></mxCell>
    <mxCell id="t" value="T" style="rounded=1;html=1;" vertex="1" parent="g"><mxGeometry x="20" y="40" width="80" height="30" as="geometry"/></mxCell>
    <mxCell id="dot" style="ellipse;" vertex="1" connectable="0" parent="t"><mxGeometry x="1" y="0.5" width="6" height="6" relative="1" as="geometry"/></mxCell>
    <mxCell id="k" value="x" style="curved=1;exitX=0.75;exitY=0;" edge="1" parent="1" source="t" target="s"><mxGeometry x="0.2" y="6" relative="1" as="geometry"><Array as="points"><mxPoint x="150" y="10"/></Array></mxGeometry></mxCell>
  </root></mxGraphModel></diagram></mxfile>`
  const graph = back(drawn)
  const { text, messages } = await writeWith(drawio, [graph], { from: 'drawio' })
  expect(messages).toEqual([])
  expect([...faults(text)]).toEqual([])
  expect(firstDifference(graph, back(text))).toBeUndefined()
  expect(text).toContain('style="shape=mxgraph.aws4.ec2;html=1;shadow=1;"')
  expect(text).toContain('<mxGeometry x="5.5" y="-7" width="40" height="40" as="geometry" />')
  expect(text).toContain('<mxPoint x="150" y="10" />')
  expect(text).toContain('id="k"')
  expect(text).toContain('exitX=0.75;exitY=0;')
  expect(text).toContain('<mxCell id="dot"')
  expect(text).toContain('<mxCell id="L"')
})

test('links that run scripts and HTML that does are not written', async () => {
  const graph = makeGraph({
    nodes: byId([
      makeNode({ id: 'a', shape: 'rectangle', link: { url: ' JavaScript:alert(1)' } }),
      makeNode({
        id: 'b',
        shape: 'rectangle',
        label: {
          text: 'x',
          rich: {
            syntax: 'drawio-html',
            source: '<b onclick="x()">x</b><script>y()</script><a href="javascript:z()">z</a>',
          },
        },
      }),
    ]),
  })
  const { text, messages } = await writeWith(drawio, [graph])
  expect(messages.map(({ code }) => code)).toEqual(['loss/link', 'loss/link'])
  expect(text).not.toMatch(/link="/)
  expect(text).toContain('label="&lt;b&gt;x&lt;/b&gt;&lt;a&gt;z&lt;/a&gt;"')
})

test('carried data come back, whatever they hold', async () => {
  const carry = 'base64 "<&>\t中'
  expect(readDrawio(await written(makeGraph(), carry)).carried).toEqual([carry])
})

test('deep groups and long labels are written and read back', async () => {
  const depth = counted(3000)
  const groups = Array.from({ length: depth }, (_, i) =>
    makeGroup({ id: `g${i}`, kind: 'cluster', ...(i > 0 && { parent: `g${i - 1}` }) }),
  )
  const graph = makeGraph({
    groups: byId(groups),
    nodes: byId([
      makeNode({
        id: 'n',
        shape: 'diamond',
        group: `g${depth - 1}`,
        label: plain('word '.repeat(counted(200_000))),
      }),
    ]),
  })
  expect(firstDifference(graph, back(await written(graph)))).toBeUndefined()
})

test.each(sample(readdirSync('corpus/templates'), 3))('%s: no fault, read back exactly', async slug => {
  const [graph] = readFlowzap(readFileSync(`corpus/templates/${slug}/diagram.fz`, 'utf8')).graphs
  const text = await written(graph!)
  expect([...faults(text)]).toEqual([])
  expect(firstDifference(graph!, back(text))).toBeUndefined()
})

/** Texts that break XML, HTML, styles and our own attributes. */
const hostile = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    '0',
    '1',
    'a;b=c',
    '&lt;',
    '<br>',
    '&amp;#10;',
    '\n',
    '\r\n\t',
    '%n%',
    '"\'',
    '__proto__',
    'id',
    'Loop: x',
    '_x0041_',
    '中文',
  ),
  fc
    .string({ unit: codePoint, maxLength: 8 })
    .map(text => text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')),
)

test('hostile texts and ids come back', async () => {
  const graphs = fc
    .record({
      ids: fc.uniqueArray(hostile, { minLength: 2, maxLength: 5 }),
      texts: fc.array(hostile, { minLength: 8, maxLength: 8 }),
    })
    .map(({ ids, texts: [label, title, name, value, text, fill, tooltip, condition] }) =>
      makeGraph({
        title: title!,
        description: text!,
        groups: byId(
          [makeGroup({ id: ids[0]!, kind: 'cluster', label: plain(label!) })].filter(({ id }) => id !== ''),
        ),
        nodes: byId(
          ids.map((id, i) =>
            makeNode({
              id,
              shape: i % 2 ? 'task' : 'start-dot',
              label: plain(label!),
              properties: new Map([
                [name!, value!],
                ['owner', text!],
              ]),
              style: { fill: fill!, fontFamily: value! },
              link: { tooltip: tooltip!, callback: text! },
            }),
          ),
        ),
        edges: [
          makeEdge({
            from: nodeEnd(ids[0]!, 'none', { label: plain(title!) }),
            to: nodeEnd(ids[1]!, 'empty', { port: label! }),
            label: plain(text!),
          }),
        ],
        loops: [makeLoop({ condition: condition!, nodes: ids })],
      }),
    )
  await fc.assert(
    fc.asyncProperty(graphs, async graph => {
      const text = await written(graph)
      expect([...faults(text)]).toEqual([])
      expect(firstDifference(graph, back(text))).toBeUndefined()
    }),
    { seed: 11, numRuns: runs(300) },
  )
})

test('no cell has an id that every object or list of JavaScript has: draw.io refuses such a page', async () => {
  const names = ['toString', 'hasOwnProperty', '__proto__', 'constructor', 'push', 'filter', 'sort', 'length']
  const graph = makeGraph({ nodes: byId(names.map(id => makeNode({ id, shape: 'rectangle' }))) })
  const text = await written(graph)
  for (const name of names) expect(text).not.toContain(` id="${name}"`)
  expect(firstDifference(graph, back(text))).toBeUndefined()
})
