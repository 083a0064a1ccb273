/** What the fuzzer found once: the smallest text or graph that showed it. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { dot } from '../../converters/dot/index.js'
import { drawio } from '../../converters/drawio/index.js'
import { flowzap, flowzapJson } from '../../converters/flowzap/index.js'
import { json } from '../../converters/json/index.js'
import { mermaid } from '../../converters/mermaid/index.js'
import { byId, makeEdge, makeGraph, makeGroup, makeNode, nodeEnd } from '../../src/ir/build.js'
import type { Edge, ElementDocument, End, Graph, Link, Node, Value } from '../../src/ir/model.js'
import { flawsOf } from '../../src/ir/validate.js'
import { hasErrors } from '../../src/messages/message.js'
import { readWith } from '../../src/read.js'
import { extent } from '../setup/runs.js'
import { carriedRoundTrip, exactAccounting, lowerFor, roundTrip, sameFormat, textOf } from './laws.js'

describe('ids that mermaid takes stay as they are', () => {
  test.each([
    'a- --> b',
    'a-[x] --> b',
    'a->x] --> b',
    '`b --> c',
    '`b[x]:::k --> c',
    'subgraph `b[x]\ny\nend',
    '%b --> c',
    '&b --> c',
    'b"c --> d',
    'b,c --> d',
    ':b --> c',
    'b: --> c',
    '- --> c',
  ])('%s', async statement => {
    const source = `flowchart\n${statement}\n`
    expect(readWith(mermaid, source).graphs[0]?.edges.length ?? 0).toBe(statement.includes('-->') ? 1 : 0)
    expect(await sameFormat(mermaid, source)).toBeUndefined()
  })
})

test.each(['&Channels', '\0Channels', 'Ch\0an', '1a', 'a-b', '订'])(
  'a lane called %j is put right, and that is a repair',
  async id => {
    const source = `${id} { # Lane\n  n1: circle label: "a"\n}\n`
    const [graph] = readWith(flowzap, source).graphs
    const { messages } = lowerFor(flowzap, graph!, {}, true)
    expect(messages.map(({ code }) => code)).toEqual(['repair/lane-id'])
    expect(await sameFormat(flowzap, source)).toBeUndefined()
  },
)

test.each(['owner:sales', 'o#wner:sales', 'o1:s-1', 'a_b:c', 'a%b:c', 'o:a+b', 'o:a#b', 'a.b:c'])(
  'a property of a node in Mermaid, |%s|, stays in Mermaid',
  async property => {
    const source = `flowchart\n    a[|${property}|Order]\n`
    const { graphs, messages } = readWith(mermaid, source)
    expect(hasErrors(messages)).toBe(false)
    expect(lowerFor(mermaid, graphs[0]!, {}, true).graph).toEqual(graphs[0])
    expect(await sameFormat(mermaid, source)).toBeUndefined()
  },
)

test('an edge between nodes with commas in their ids has no name in a list of Mermaid: its class becomes its style', async () => {
  const text = JSON.stringify({
    diaglot: 1,
    classes: { big: { fill: '#ff0000' } },
    nodes: [{ id: ',', label: 'x' }],
    edges: [{ from: { node: ',' }, to: { node: ',' }, label: '', classes: ['big'] }],
  })
  const [graph] = readWith(json, text).graphs
  expect(graph!.edges[0]!.classes).toEqual(['big'])
  expect(await roundTrip(mermaid, graph!)).toBeUndefined()
})

test('a table without a label, whose cells no HTML holds, is a record with their text', async () => {
  const fields = [{ text: 'two  blanks', port: 'p' }, { text: 'end ' }]
  const text = JSON.stringify({ diaglot: 1, nodes: [{ id: 'n', label: '', shape: 'table', fields }] })
  const [graph] = readWith(json, text).graphs
  const node = lowerFor(dot, graph!).graph.nodes.get('n')
  expect([node?.shape, node?.label.text]).toEqual(['record', 'two  blanks\nend '])
  expect(await roundTrip(dot, graph!)).toBeUndefined()
  expect(await carriedRoundTrip(dot, graph!)).toBeUndefined()
})

test.each([
  'digraph { a [shpe=box]\n a -> g [',
  'digraph {\v a [shpe=box]; a -> g [lab',
  'digraph { a\v',
  'digraph { a\fb }',
])('Graphviz refuses %j, and so do we', text => {
  expect(hasErrors(readWith(dot, text).messages)).toBe(true)
})

describe.runIf(extent === 'long')(
  'texts of millions of blanks, comments and escapes are read without deep recursion',
  () => {
    const escapes = '\\x'.repeat(5_000_000)
    test.each([
      ['blanks', `${' '.repeat(9_000_000)}x`, 'syntax/unexpected'],
      ['comments', `${'#\n'.repeat(5_000_000)}x`, 'syntax/unexpected'],
      ['escapes and a doubt', `digraph { a [label="${escapes}"]\n a <-> b }`, 'lint/edge-operator'],
      ['escapes and an error', `digraph { a [label="${escapes}"]\n a -> }`, 'syntax/unexpected'],
      ['escapes and no end', `digraph { a [label="${escapes}`, 'syntax/cut-off'],
      [
        'escapes and a comment',
        `digraph { a [label="${escapes}${escapes}"] # x\n a <-> b }`,
        'lint/edge-operator',
      ],
    ])('%s', (_, text, code) => {
      expect(readWith(dot, text).messages.map(said => said.code)).toContain(code)
    })
  },
)

test('an edge that is turned round takes with it a label that has a rich form alone', () => {
  const rich = { syntax: 'markdown' as const, source: '**bold**' }
  const from = { ...nodeEnd('a'), arrow: 'normal' as const }
  const to = { ...nodeEnd('b'), label: { text: '', rich } }
  const graph = {
    ...makeGraph(),
    nodes: byId(['a', 'b'].map(id => makeNode({ id, shape: 'rectangle' }))),
    edges: [makeEdge({ from, to })],
  }
  const lowered = lowerFor(flowzap, graph)
  expect(lowered.graph.edges.map(edge => [edge.from.id, edge.to.id, edge.from.label?.rich])).toEqual([
    ['n2', 'n1', undefined],
  ])
  expect(exactAccounting(graph, lowered)).toBeUndefined()
})

describe('what a label of DOT shows', () => {
  const rich = (source: string) => ({ syntax: 'dot-html' as const, source })
  const graphOfNode = (node: Partial<Node>) => {
    const only = makeNode({ id: 'a', shape: 'rectangle', ...node })
    return makeGraph({ nodes: byId([only]) })
  }

  test('a table in it has fields, whether the graph names them or not', async () => {
    const label = { text: 'x', rich: rich('<table><tr><td port="p">x</td></tr></table>') }
    const lowered = lowerFor(dot, graphOfNode({ label }))
    expect(lowered.graph.nodes.get('a')?.fields).toEqual([{ text: 'x', port: 'p' }])
    expect(lowered.messages.map(({ code, loss }) => [code, loss])).toContainEqual(['loss/fields', 'added'])
    expect(await roundTrip(dot, graphOfNode({ label }))).toBeUndefined()
  })

  test.each([
    ['a label', { label: { text: '\ufffdx', rich: rich('\ud800x') } }],
    ['a port', { shape: 'table' as const, fields: [{ text: 'a' }, { text: 'b', port: '\ud800x' }] }],
  ])('half of a surrogate pair in %s is no text that a file holds', async (_, node) => {
    const { graph } = lowerFor(dot, graphOfNode(node))
    expect(await textOf(dot, graph)).not.toMatch(/\ud800/)
    expect(await roundTrip(dot, graphOfNode(node))).toBeUndefined()
  })
})

test.each([
  ['flowzap', '\0Sales { # Sales\nn1: rectangle label:"a\u0007b"\n}\n'],
  ['dot', 'digraph {\n  label="\rA"\n  a [label="\rB \ud800"]\n  b [label=<x\ud800>]\n}\n'],
])('what no text of %s can hold is put right, and that is a repair', async (name, source) => {
  const format = name === 'dot' ? dot : flowzap
  const { messages } = lowerFor(format, format.read!(source, {}).graphs[0]!, {}, true)
  expect(messages.map(({ code }) => code)).toContain('repair/character')
  expect(await sameFormat(format, source)).toBeUndefined()
})

test.each(['', '/*', '{"a":/*', '{"edges":[{"from":"n1","to"/*'])(
  'what is wrong with the JSON %j lies in it',
  text => {
    const { messages } = readWith(flowzapJson, text)
    expect(messages).not.toEqual([])
    for (const { at } of messages) {
      expect(at).toBeDefined()
      expect(at![1]).toBeLessThanOrEqual(text.length)
    }
  },
)

test('a group of whose id nothing can be written has one all the same', async () => {
  for (const format of [dot, drawio, mermaid, flowzap]) {
    const ids = ['\0', '\u0001']
    const groups = byId(ids.map(id => makeGroup({ id, kind: 'cluster', label: { text: 'A' } })))
    const graph = makeGraph({ groups })
    expect([...lowerFor(format, graph).graph.groups.keys()]).not.toContain('')
    expect(await roundTrip(format, graph)).toBeUndefined()
  }
})

test('a lane of FlowZap’s JSON with an empty id is none', () => {
  const { graphs, messages } = readWith(flowzapJson, '{"lanes":[{"id":"","label":"A"}],"nodes":[]}')
  expect(graphs).toHaveLength(1)
  expect(graphs[0]!.groups.size).toBe(0)
  expect(messages.map(({ text }) => text)).toEqual(['The lane has no id.'])
})

test('half of a character is read as the sign for one, in any format, and that is said', async () => {
  const source = 'digraph { a [color="/svg/green\ud800\u0001\udc00"] }'
  const { graphs, messages } = readWith(dot, source)
  expect(graphs[0]?.nodes.get('a')?.extras.get('dot')?.get('color')).toBe('/svg/green\ufffd\u0001\ufffd')
  expect(messages.filter(({ code }) => code === 'repair/character').map(({ at }) => at)).toEqual([[30, 31]])
  expect(await sameFormat(dot, source)).toBeUndefined()
})

test.each(['\0dx', '{dx', '|dx', '!dx', '2dx', 'd$x', 'dx="1"dy'])('an attribute %j is none in XML', name => {
  const text = `<mxGraphModel ${name}="100"><root><mxCell id="0"/><mxCell id="1" parent="0"/></root></mxGraphModel>`
  expect(readWith(drawio, text).messages.map(({ code }) => code)).toEqual(['syntax/xml'])
})

test.each(['classDef ,b fill:red\na:::b', 'a --> z:::b,c'])(
  'names of classes in %j are put right',
  async statement => {
    const source = `flowchart\n${statement}\n`
    const { messages } = lowerFor(mermaid, readWith(mermaid, source).graphs[0]!, {}, true)
    expect(new Set(messages.map(({ code }) => code))).toEqual(new Set(['repair/id']))
    expect(await sameFormat(mermaid, source)).toBeUndefined()
  },
)

describe('what stands beside the shapes of a draw.io page', () => {
  const shape =
    '<mxCell id="a" value="A" vertex="1" parent="1"><mxGeometry width="9" height="9" as="geometry"/></mxCell>'
  const layer = '<mxCell id="1" parent="0"/>'

  test('a layer stands in the root of a page, also where the file has none', async () => {
    const source = `<mxGraphModel><root>${layer}${shape}</root></mxGraphModel>`
    expect(readWith(drawio, source).graphs[0]?.nodes.get('a')?.extras.get('drawio')?.has('parent')).toBe(
      false,
    )
    expect(await sameFormat(drawio, source)).toBeUndefined()
  })

  test.each(['cluster_grid', 'é', '_x', 'a.b-c'])('a setting %j of a page is kept', async name => {
    const source = `<mxGraphModel ${name}="2"><root><mxCell id="0"/>${layer}${shape}</root></mxGraphModel>`
    expect(readWith(drawio, source).graphs[0]?.extras.get('drawio')?.get('page')).toEqual(
      new Map([[name, '2']]),
    )
    expect(await sameFormat(drawio, source)).toBeUndefined()
  })

  test.each(['xmlns', 'xml:space', 'xlink:href'])(
    'a setting %j, which is one of XML, is none',
    async name => {
      const source = `<mxGraphModel ${name}="2"><root><mxCell id="0"/>${layer}${shape}</root></mxGraphModel>`
      expect(readWith(drawio, source).graphs[0]?.extras.get('drawio')?.has('page')).toBeFalsy()
      expect(await sameFormat(drawio, source)).toBeUndefined()
    },
  )

  test('a line may end at a cell that is no shape, in a field of a table', async () => {
    const row = `<mxCell id="r" style="shape=tableRow;" vertex="1" parent="a">${'<mxGeometry width="9" height="9" as="geometry"/>'}</mxCell>`
    const field = '<mxCell id="f" value="F" style="shape=partialRectangle;" parent="r"/>'
    const line =
      '<mxCell id="e" edge="1" source="f" target="b" parent="1"><mxGeometry relative="1" as="geometry"/></mxCell>'
    const table = shape.replace('value="A"', 'style="shape=table;childLayout=tableLayout;"')
    const source = `<mxGraphModel><root><mxCell id="0"/>${layer}${table}${row}${field}${shape.replace('"a"', '"b"')}${line}</root></mxGraphModel>`
    const [edge] = readWith(drawio, source).graphs[0]!.edges
    expect([edge?.from.id, edge?.to.id, edge?.document?.get('drawio')?.get('source')]).toEqual([
      'a',
      'b',
      'f',
    ])
    expect(await sameFormat(drawio, source)).toBeUndefined()
  })
})

describe('what mermaid takes and does not draw', () => {
  test.each([
    ['a e1@--> b\nc --> e1', 'e1'],
    ['a e1@--> b\nsubgraph s\nc --> d & e1[Frontend]\nend', 'e1'],
    ['a --> b\nL_a_b_0 --> c', 'L_a_b_0'],
    ['a e1@--> b\n{ x[\nc --> e1', 'e1'],
  ])('in %j an edge leads to the name of an edge, which is read as a node', async (statements, id) => {
    const source = `flowchart\n${statements}\n`
    const { graphs, messages } = readWith(mermaid, source)
    expect(graphs[0]?.nodes.has(id)).toBe(true)
    expect(flawsOf(graphs[0]!)).toEqual([])
    expect(messages.filter(({ code }) => code === 'lint/edge-id')).toHaveLength(1)
    expect(await sameFormat(mermaid, source)).toBeUndefined()
  })

  test('a name of an edge that is a subgraph, too, is no node', () => {
    const { graphs, messages } = readWith(mermaid, 'flowchart\na s@--> b\nc --> s\nsubgraph s\nd\nend\n')
    expect([...graphs[0]!.nodes.keys()]).toEqual(['a', 'b', 'c', 'd'])
    expect(messages).toEqual([])
  })

  test('several properties of a node stay', async () => {
    const source = 'flowchart\na[|owner:sales|Order] --> b\na[|cost:low|Order]\n'
    const [graph] = readWith(mermaid, source).graphs
    expect(await textOf(mermaid, graph!)).toBe(
      'flowchart\n    a[|owner:sales|Order]\n    a[|cost:low|Order]\n    b\n    a --> b\n',
    )
    expect(await sameFormat(mermaid, source)).toBeUndefined()
    expect(await sameFormat(mermaid, source, { nodes: 'inline' })).toBeUndefined()
  })

  test.each(['b`sis', 'b-spline', '1', 'a:b', 'bas#is'])('a curve %j stays', async curve => {
    for (const rest of ['', ' stroke:red']) {
      const source = `flowchart\na --> b\nlinkStyle 0 interpolate ${curve}${rest}\n`
      const { graphs, messages } = readWith(mermaid, source)
      expect(messages).toEqual([])
      expect(graphs[0]?.edges[0]?.extras.get('mermaid')?.get('curve')).toBe(curve)
      expect(await sameFormat(mermaid, source)).toBeUndefined()
    }
  })

  test.each(['<mxCell https://c.example', '\0https://c.example/'])(
    'a link %j is written as one, and that is a repair',
    async url => {
      const source = `flowchart\na\nclick a "${url}"\n`
      const { messages } = lowerFor(mermaid, readWith(mermaid, source).graphs[0]!, {}, true)
      expect(messages.map(({ code }) => code)).toEqual(['repair/character'])
      expect(await sameFormat(mermaid, source)).toBeUndefined()
    },
  )
})

test('a side that an edge of FlowZap Code lacks is added, and that is a repair', async () => {
  const source = 'sales { # Sales\nn1: circle label:"A"\nn2: circle label:"B"\nn1 -> n2.handle(left)\n}\n'
  const { messages } = lowerFor(flowzap, readWith(flowzap, source).graphs[0]!, {}, true)
  expect(messages.map(({ code, severity }) => [code, severity])).toEqual([['repair/handle-missing', 'info']])
  expect(await sameFormat(flowzap, source)).toBeUndefined()
})

test.each([
  '{ prom --> alert{{Alertmanager}}\n}\n',
  'graph { c -- d\n prom --> alert{{Alertmanager}} }',
  'digraph  a [shape=box]\n  b [shape=diamond]\n',
])('what is read of %j, which is mended first, has its places in it', text => {
  const { graphs, messages } = readWith(dot, text)
  const elements = graphs.flatMap(({ nodes, edges }) => [...nodes.values(), ...edges])
  expect(elements.length).toBeGreaterThan(0)
  for (const { at } of [...elements, ...messages]) {
    expect(at).toBeDefined()
    expect(at![1]).toBeLessThanOrEqual(text.length)
    expect(at![0]).toBeLessThanOrEqual(at![1])
  }
})

test.each(['6 60', '[1, 2]', '1e999', 'x'])('a height %j of a node is none', async height => {
  const source = `flowchart\na@{ icon: "fa:user", h: ${height} }\n`
  const [graph] = readWith(mermaid, source).graphs
  expect(graph?.nodes.get('a')?.extras.get('mermaid')?.has('h')).toBe(false)
  expect(flawsOf(graph!)).toEqual([])
  expect(await sameFormat(mermaid, source)).toBeUndefined()
})

test.each([{ color: '' }, { color: '', opacity: 0.25 }, { other: new Map([['x', '']]) }])(
  'a class without a name and with empty values, %j, is written so that it can be read',
  async style => {
    for (const name of ['', 'a b', 'c']) {
      const graph = { ...makeGraph(), classes: new Map([[name, style]]) }
      expect(await roundTrip(mermaid, graph)).toBeUndefined()
    }
  },
)

describe('on a draw.io page that a person laid out', () => {
  const drawn = (...geometry: [string, Value][]) =>
    new Map([['drawio', new Map([['geometry', new Map(geometry)]])]])
  const box = (x: number) => drawn(['x', x], ['y', 0], ['width', 80], ['height', 40])
  const text = { text: 'x' }
  const lines: [string, ElementDocument][] = [
    ['nobody drew', new Map()],
    ['a person bent', drawn(['points', [[3, 4]]])],
    ['a person fastened elsewhere', drawn(['exit', 'exitX=0;exitY=0.5;'], ['entry', 'entryX=0;entryY=0.5;'])],
  ]

  test.each(lines)('an edge that %s has its sides and labels, and is read so', async (_, document) => {
    for (const [from, to] of [
      [{ side: 'right' }, {}],
      [{}, { side: 'bottom' }],
      [
        { side: 'top-left', port: 'p' },
        { side: 'right', label: text },
      ],
      [{ label: text }, {}],
      [{}, {}],
    ] satisfies Partial<End>[][]) {
      const edge = makeEdge({
        from: { ...nodeEnd('a'), ...from },
        to: { ...nodeEnd('b', 'normal'), ...to },
        document,
      })
      const nodes = byId(
        ['a', 'b'].map((id, i) => makeNode({ id, shape: 'rectangle', document: box(i * 200) })),
      )
      const placed = makeGraph({ nodes, edges: [edge] })
      expect(await roundTrip(drawio, placed)).toBeUndefined()
      const without = byId([...nodes.values()].map(({ document: _, ...node }) => node))
      expect(await roundTrip(drawio, { ...placed, nodes: without })).toBeUndefined()
    }
  })

  test('what a person moves of ours is the person’s', async () => {
    const edge = makeEdge({
      from: { ...nodeEnd('a'), side: 'right' },
      to: { ...nodeEnd('b'), label: text },
    })
    const nodes = byId(
      ['a', 'b'].map((id, i) => makeNode({ id, shape: 'rectangle', document: box(i * 200) })),
    )
    const written = await textOf(drawio, makeGraph({ nodes, edges: [edge] }))
    const moved = written.replace(/(style="[^"]*exitY=)0.5/, '$10.75').replace('x="0.8"', 'x="0.9"')
    const own = readWith(drawio, moved).graphs[0]?.edges[0]?.document?.get('drawio')
    expect(own?.get('geometry')).toEqual(new Map([['exit', 'exitX=1;exitY=0.75;exitDx=0;exitDy=0;']]))
    expect(own?.has('labels')).toBe(true)
    expect(await sameFormat(drawio, moved)).toBeUndefined()
  })
})

describe('characters that XML cannot hold', () => {
  const file = (label: string, more = '') =>
    `<mxfile${more}><diagram id="p" name="P"><mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>
      <object id="a" placeholders="1" label="${label}"><mxCell style="html=1;" vertex="1" parent="1">
        <mxGeometry width="80" height="40" as="geometry"/></mxCell></object>
    </root></mxGraphModel></diagram></mxfile>`

  test.each([
    ['a label', file('Check the\0 order'), 'Check the order'],
    ['a formatted label', file('Check&lt;div&gt;the &lt;b&gt;\0order'), 'Check\nthe order'],
    ['a reference', file('Check the&#1; order'), 'Check the order'],
    ['a style', file('A').replace('html=1', 'ht\u0001ml=1'), 'A'],
    ['a geometry', file('A').replace('width="80', 'width="\u000b80'), 'A'],
    ['an id', file('A').replace('id="p"', 'id="\ufffep"'), 'A'],
    ['the way in which a page names its geometry', file('A').replace('as="g', 'as="g\uffff'), 'A'],
  ])('are left out of %s of a draw.io file, and that is said', async (_, source, label) => {
    const { graphs, messages } = readWith(drawio, source)
    expect(messages.map(({ code }) => code)).toEqual(['repair/character'])
    expect(graphs[0]?.nodes.get('a')?.label.text).toBe(label)
    expect(graphs[0]?.nodes.get('a')?.document?.get('drawio')?.get('geometry')).toEqual(
      new Map(Object.entries({ x: 0, y: 0, width: 80, height: 40 })),
    )
    expect(await sameFormat(drawio, source)).toBeUndefined()
  })

  test.each([
    ['HTML', file('Check&amp;#1; it'), 'Check it'],
    ['the variables of a file', file('Check %what%', ` vars='{"what":"\\u0001it"}'`), 'Check it'],
  ])('are none of a label because of an escape in %s', async (_, source, label) => {
    expect(readWith(drawio, source).graphs[0]?.nodes.get('a')?.label.text).toBe(label)
    expect(await sameFormat(drawio, source)).toBeUndefined()
  })

  test('stay in what stands beside a cell as JSON, which has escapes for them', async () => {
    const source = file('A').replace(
      '<object',
      `<object diaglot='{"label":["A\\u0001"],"callback":"b\\u0001"}'`,
    )
    const [graph] = readWith(drawio, source).graphs
    expect(graph?.nodes.get('a')?.link).toEqual({ callback: 'b\u0001' })
    expect(await sameFormat(drawio, source)).toBeUndefined()
    const node = makeNode({ id: 'a', shape: 'rectangle', link: { tooltip: '\0nul\u0007bell' } })
    expect(await roundTrip(drawio, makeGraph({ nodes: byId([node]) }))).toBeUndefined()
  })
})

describe('a port of DOT that is called like a compass point', () => {
  test.each([
    ['b:s:se', 's', 'bottom-right'],
    ['b:s:_', 's', undefined],
    ['b:c:_', 'c', undefined],
    ['b:"x:n":e', 'x:n', 'right'],
    ['b:s', undefined, 'bottom'],
    ['b:p', 'p', undefined],
  ])('%s is read and written as it stands', async (head, port, side) => {
    const source = `digraph { a -> ${head} }`
    const { to } = readWith(dot, source).graphs[0]!.edges[0]!
    expect([to.port, to.side]).toEqual([port, side])
    expect(await sameFormat(dot, source)).toBeUndefined()
  })

  test('is written as one, whether its node has such a field or not', async () => {
    for (const fields of [[{ text: 'north', port: 'n' }], undefined])
      for (const name of ['n', '_', 'a:n', 'a']) {
        const b = makeNode({ id: 'b', shape: 'record', label: { text: 'north' }, ...(fields && { fields }) })
        const edge = makeEdge({ from: nodeEnd('a'), to: { ...nodeEnd('b', 'normal'), port: name } })
        const nodes = byId([makeNode({ id: 'a', shape: 'ellipse' }), b])
        const { graph, messages } = lowerFor(dot, makeGraph({ nodes, edges: [edge] }))
        expect(messages.filter(({ code }) => code === 'loss/port')).toEqual([])
        expect(await textOf(dot, graph)).toContain(
          `-> b:${{ n: 'n:_', _: '_:_', 'a:n': '"a:n:_"', a: 'a' }[name]}`,
        )
        expect(await roundTrip(dot, graph)).toBeUndefined()
      }
  })
})

describe('Mermaid as its own parser takes it', () => {
  test.each([
    ['f[F]:::e1@-->g', ':::e1'],
    ['f(F):::a,b@x-->g', ':::a,b'],
    ['f@{ shape: rect }:::e1@-->g', ':::e1'],
    ['f:::hot :::e1@-->g', ':::e1'],
    ['f[F]e1@-->g', 'e1'],
  ])('an arrow has its id in %s', async (statement, id) => {
    const source = `flowchart\n${statement}\n`
    const { graphs, messages } = readWith(mermaid, source)
    expect(messages).toEqual([])
    expect(graphs[0]?.edges.map(edge => [edge.from.id, edge.id, edge.to.id])).toEqual([['f', id, 'g']])
    expect(graphs[0]?.nodes.get('f')?.classes).toEqual(statement.includes('hot') ? ['hot'] : [])
    expect(await sameFormat(mermaid, source)).toBeUndefined()
  })

  test.each(['f:::e1@-->g', 'f & h:::e1@-->g'])(
    'an arrow has no id behind a node without a shape: %s',
    statement => {
      expect(hasErrors(readWith(mermaid, `flowchart\n${statement}\n`).messages)).toBe(true)
    },
  )

  test.each([
    ['\ud7fcstepAfter', '\ud7fcstepAfter'],
    ['"two words"', 'two words'],
    ['"a; [b]"', 'a; [b]'],
    ['1.50', '1.5'],
    ['""', ''],
    ['stepAfter', 'stepAfter'],
  ])('an arrow has a curve of any name, %s', async (text, curve) => {
    for (const id of ['e1', 'L_a_b_0']) {
      const source = `flowchart\na ${id === 'e1' ? 'e1@' : ''}--> b\n${id}@{ curve: ${text} }\n`
      const { graphs, messages } = readWith(mermaid, source)
      expect(messages).toEqual([])
      expect(graphs[0]?.edges[0]?.extras.get('mermaid')?.get('curve')).toBe(curve)
      expect(await sameFormat(mermaid, source)).toBeUndefined()
    }
  })

  test.each(['"https://example.org" "tip"', 'call f() "tip"', 'f "tip"'])(
    'a click %s before its node has a tooltip and no more, which is put right',
    async action => {
      const source = `flowchart\nclick a ${action}\na --> b\n`
      const [graph] = readWith(mermaid, source).graphs
      expect(graph?.nodes.get('a')?.link).toEqual({ tooltip: 'tip' })
      const { messages } = lowerFor(mermaid, graph!, {}, true)
      expect(messages.map(({ code }) => code)).toEqual(['repair/link'])
      expect(await sameFormat(mermaid, source)).toBeUndefined()
    },
  )
})

test.each([
  ['no fields', [], undefined],
  ['no parts in a field', [{ text: 'x', children: [] }], [{ text: 'x' }]],
  [
    'no parts in a part',
    [{ text: 'x', children: [{ text: 'y', port: 'p', children: [] }] }],
    [{ text: 'x', children: [{ text: 'y', port: 'p' }] }],
  ],
])('%s of a node in JSON are as if they were not said', async (_, fields, read) => {
  const source = JSON.stringify({ diaglot: 1, nodes: [{ id: 'a', label: 'A', shape: 'table', fields }] })
  const [graph] = readWith(json, source).graphs
  expect(graph?.nodes.get('a')?.fields).toEqual(read)
  expect('fields' in graph!.nodes.get('a')!).toBe(read !== undefined)
  for (const format of [json, dot, drawio, mermaid, flowzap]) {
    expect(await roundTrip(format, graph!)).toBeUndefined()
    if (format.carries) expect(await carriedRoundTrip(format, graph!)).toBeUndefined()
  }
})

describe('edits of a graph that was read', () => {
  const dotGraph = (source: string): Graph => readWith(dot, source).graphs[0]!
  const withOwn = <T extends Node | Edge | Graph>(
    element: T,
    format: string,
    ...own: [string, Value][]
  ): T => ({
    ...element,
    extras: new Map([...element.extras, [format, new Map([...(element.extras.get(format) ?? []), ...own])]]),
  })

  test('an attribute that was emptied says nothing, and is not written', async () => {
    const graph = dotGraph('digraph { a -> b }')
    const edited = { ...graph, edges: graph.edges.map(edge => withOwn(edge, 'dot', ['b', '']) as Edge) }
    expect(await roundTrip(dot, edited)).toBeUndefined()
    expect(await textOf(dot, lowerFor(dot, edited).graph)).not.toContain('""')
  })

  test.each([json, drawio, dot, mermaid, flowzap])(
    'lists of fields that a program left empty say nothing in $name',
    async format => {
      const graph = dotGraph('digraph { a [shape=record, label="{x|y}|z"]; b }')
      const [a, b] = [...graph.nodes.values()]
      const fields = a!.fields!.map(field => ({
        ...field,
        children: field.children?.map(part => ({ ...part, children: [] })) ?? [],
      }))
      const edited = {
        ...graph,
        nodes: byId([
          { ...a!, fields },
          { ...b!, fields: [] },
        ]),
      }
      const lowered = (one: Graph) => textOf(format, lowerFor(format, one).graph)
      expect(await lowered(edited)).toBe(await lowered(graph))
      expect(await roundTrip(format, edited)).toBeUndefined()
      expect(exactAccounting(edited, lowerFor(format, edited))).toBeUndefined()
    },
  )

  test('a list of Mermaid metadata that was emptied is not written', async () => {
    const source = 'flowchart\nsubgraph one\na\nend\none@{ view: collapsed }\n'
    const graph = readWith(mermaid, source).graphs[0]!
    const groups = new Map(
      [...graph.groups].map(([id, group]) => [id, withOwn(group as never, 'mermaid', ['metadata', []])]),
    )
    const edited = { ...graph, groups } as unknown as Graph
    expect(await roundTrip(mermaid, edited)).toBeUndefined()
    expect(await textOf(mermaid, lowerFor(mermaid, edited).graph)).not.toContain('@{')
  })

  test('a node that moved into another cluster is not named by a subgraph of its former one', async () => {
    const graph = dotGraph(
      'digraph { subgraph cluster_a { a; b; {rank=same; a b} } subgraph cluster_c { c } }',
    )
    const edited = {
      ...graph,
      nodes: new Map([...graph.nodes].map(([id, node]) => [id, id === 'b' ? { ...node, group: 'c' } : node])),
    }
    expect(await roundTrip(dot, edited)).toBeUndefined()
    const { graph: lowered } = lowerFor(dot, edited)
    expect(lowered.nodes.get('b')?.group).toBe('c')
    expect(
      JSON.stringify(lowered.extras.get('dot')?.get('subgraphs'), (_, value) =>
        value instanceof Map ? [...value] : value,
      ),
    ).toContain('same')
  })

  test('the order of nodes that DOT makes of a graph is one that it makes again', async () => {
    const graph = dotGraph(`digraph {
      a
      subgraph cluster_p { b; e; b -> e; subgraph cluster_q { d; f; d -> f }; e -> d }
      subgraph cluster_r { g; c; g -> c }
    }`)
    const [first, second, ...others] = graph.edges
    const edges = [
      { ...first!, to: nodeEnd('c', 'normal') },
      { ...second!, to: nodeEnd('b', 'normal') },
      ...others,
    ]
    expect(await roundTrip(dot, { ...graph, edges })).toBeUndefined()
  })

  test.each(['one', 'two'])(
    'lhead=cluster_%s at an invisible node that stands for a cluster says nothing more',
    async name => {
      const anchor = 'cluster_one [diaglot=anchor, label="", shape=point, style=invis]'
      const source = `digraph { subgraph cluster_two { b } subgraph cluster_one { label=one; ${anchor} } a -> cluster_one [lhead=cluster_${name}] }`
      expect(await sameFormat(dot, source)).toBeUndefined()
      expect(dotGraph(source).edges[0]?.to).toMatchObject({ kind: 'group', id: 'one' })
    },
  )
})

describe('a table of draw.io whose document a stranger edited', () => {
  const cell = (id: string, rest: string) =>
    `<mxCell id="${id}" ${rest} vertex="1"><mxGeometry width="90" height="40" as="geometry"/></mxCell>`
  const page = `<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>${cell('t', 'style="shape=table;childLayout=tableLayout;startSize=0;" parent="1"')}${cell('r', 'style="shape=tableRow;" parent="t"')}${cell('f', 'value="F" style="shape=partialRectangle;" parent="r"')}</root></mxGraphModel>`

  test.each([['look'], ['look', 'style'], ['style'], ['geometry'], ['parts']])(
    'without %s %s',
    async (...gone) => {
      const graph = readWith(drawio, page).graphs[0]!
      const table = graph.nodes.get('t')!
      const own = new Map(table.document?.get('drawio'))
      for (const key of gone) expect(own.delete(key)).toBe(true)
      const nodes = byId([{ ...table, document: new Map([['drawio', own]]) }])
      expect(await roundTrip(drawio, { ...graph, nodes })).toBeUndefined()
    },
  )

  test('or that an earlier version wrote, with the port at the wrapper, keeps its cells', async () => {
    const graph = readWith(drawio, page).graphs[0]!
    const table = graph.nodes.get('t')!
    const own = new Map(table.document?.get('drawio'))
    const parts = (own.get('parts') as string[]).map(text =>
      text.replace(
        /<mxCell id="f" value="F"(.*)<\/mxCell>/,
        '<object label="F" diaglot-port="p" id="f"><mxCell$1</mxCell></object>',
      ),
    )
    own.set('parts', parts)
    const fields = table.fields!.map(field => ({ ...field, port: 'p' }))
    const edited = {
      ...graph,
      nodes: byId([{ ...table, fields, document: new Map([['drawio', own]]) } as Node]),
    }
    expect(await roundTrip(drawio, edited)).toBeUndefined()
    expect(await textOf(drawio, lowerFor(drawio, edited).graph)).toContain('<diaglot port="p"/>')
  })
})

describe('documents of draw.io that a program edited', () => {
  const readFile = (file: string): Graph =>
    readWith(drawio, readFileSync(`corpus/drawio/${file}`, 'utf8')).graphs[0]!
  const edited = <T extends { readonly document?: ElementDocument }>(
    element: T,
    key: string,
    value?: Value,
  ): T => {
    const own = new Map(element.document?.get('drawio'))
    if (value === undefined) own.delete(key)
    else own.set(key, value)
    return { ...element, document: new Map([['drawio', own]]) }
  }
  const withNode = (graph: Graph, id: string, key: string, value?: Value): Graph => ({
    ...graph,
    nodes: new Map([...graph.nodes, [id, edited(graph.nodes.get(id)!, key, value)]]),
  })

  test.each([
    '<mxPoint x="-8" y="-8" as="offset"/>',
    '<Array as="points"><mxPoint x="5" y="6"/></Array>',
    '<mxPoint x="1" y="2" as="sourcePoint"/>',
  ])('a line says its bends and its offset by itself: %s beside it', async element => {
    const graph = readFile('labels-on-lines.drawio')
    const geometry = new Map<string, Value>([['more', [element]]])
    const edges = graph.edges.map(edge => edited(edge, 'geometry', geometry))
    expect(await roundTrip(drawio, { ...graph, edges })).toBeUndefined()
  })

  test('a lane that left its frame comes behind those that stand in it, and that is said', async () => {
    const read = readFile('cross-functional.drawio')
    const graph = {
      ...read,
      groups: new Map([...read.groups, ['r1', edited(read.groups.get('r1')!, 'parent')]]),
    }
    expect(await roundTrip(drawio, graph)).toBeUndefined()
    const lowered = lowerFor(drawio, graph, {}, true)
    expect([...lowered.graph.groups.keys()]).toEqual(['r2', 'r1'])
    expect(lowered.messages.map(({ code }) => code)).toContain('repair/group-order')
    expect(exactAccounting(graph, lowered)).toBeUndefined()
  })

  test.each(['0', '1', 'a', 'e1'])('an edge whose id %j another cell has gets another one', async id => {
    const graph = readFile('labels-on-lines.drawio')
    const [first, second, ...others] = graph.edges
    const edges = [first!, edited(second!, 'id', id), ...others]
    expect(await roundTrip(drawio, { ...graph, edges })).toBeUndefined()
  })

  test('a node without a place is laid out, on a page where a port stands beside its node by an offset', async () => {
    const graph = readFile('ports.drawio')
    expect(await roundTrip(drawio, withNode(graph, 'core', 'geometry'))).toBeUndefined()
  })

  test('what lay on a lane that moved away stands in it', async () => {
    const graph = readFile('lying-on-lanes.drawio')
    const lane = graph.groups.get('l2')!
    const box = new Map(lane.document!.get('drawio')!.get('geometry') as ReadonlyMap<string, Value>)
    const groups = new Map([...graph.groups, ['l2', edited(lane, 'geometry', box.set('y', 2000))]])
    expect(await roundTrip(drawio, { ...graph, groups })).toBeUndefined()
    const text = await textOf(drawio, lowerFor(drawio, { ...graph, groups }).graph)
    expect(text).toMatch(/id="quote">\s*<mxCell [^>]* parent="l2"/)
  })

  test.each(['xtable', 'frame', 'down 30', 'table 40', ''])(
    'a table with the look %j and another label',
    async look => {
      const graph = withNode(readFile('table-of-texts.drawio'), 't', 'look', look)
      const table = { ...graph.nodes.get('t')!, label: { text: 'Hours' } }
      expect(await roundTrip(drawio, graph)).toBeUndefined()
      expect(
        await roundTrip(drawio, { ...graph, nodes: new Map([...graph.nodes, ['t', table]]) }),
      ).toBeUndefined()
    },
  )

  test.each(['nowhere', 'lost', ''])(
    'a cell that is kept and whose parent is %j is on no page',
    async parent => {
      const cell = `<mxCell id="lost" value="?" vertex="1" parent="${parent}"><mxGeometry width="9" height="9" as="geometry"/></mxCell>`
      const own = new Map([['drawio', new Map<string, Value>([['cells', [cell]]])]])
      const graph = { ...readFile('bare-model.drawio'), extras: own }
      expect(await roundTrip(drawio, graph)).toBeUndefined()
      expect(lowerFor(drawio, graph).messages.map(({ code }) => code)).toContain('loss/extras')
    },
  )
})

test('a name of a cluster that another id would be read from is not written', async () => {
  const [graph] = readWith(dot, 'digraph { subgraph marked { cluster=true; d } }').graphs
  const [group] = [...graph!.groups.values()]
  // As an earlier release kept it.
  const name = new Map([
    ['text', '{marked'],
    ['was', group!.id],
  ])
  const groups = byId([{ ...group!, extras: new Map([['dot', new Map([['name', name]])]]) }])
  const edited = { ...graph!, groups }
  expect(await roundTrip(dot, edited)).toBeUndefined()
  expect(await textOf(dot, lowerFor(dot, edited).graph)).not.toContain('{marked')
})

test('what lies on a lane of draw.io comes behind what stands in it, wherever the lane is in the file', async () => {
  const box = (x: number, y: number, width: number, height: number) =>
    `vertex="1"><mxGeometry x="${x}" y="${y}" width="${width}" height="${height}" as="geometry"/></mxCell>`
  const lane = (id: string, parent: string) =>
    `<mxCell id="${id}" value="L" style="swimlane;" parent="${parent}" ${box(0, 0, 300, 200)}`
  const inside = `<mxCell id="in" value="In" parent="l" ${box(9, 40, 80, 40)}`
  const on = `<mxCell id="on" value="On" parent="1" ${box(150, 40, 80, 40)}`
  const other = `<mxCell id="m" value="M" style="swimlane;" parent="1" ${box(0, 400, 300, 200)}`
  const cells = ['<mxCell id="0"/><mxCell id="1" parent="0"/>']
  for (const order of [
    [lane('l', 'gone'), other, inside, on],
    [on, lane('l', '1'), inside, other],
    [lane('l', '1'), inside, on, other],
  ]) {
    const source = `<mxGraphModel><root>${[...cells, ...order].join('')}</root></mxGraphModel>`
    const [graph] = readWith(drawio, source).graphs
    expect([...graph!.nodes].map(([id, { group }]) => [id, group])).toEqual([
      ['in', 'l'],
      ['on', 'l'],
    ])
    expect(await sameFormat(drawio, source)).toBeUndefined()
  }
})

test('groups get their names in the order of the tree, so that the same graph has the same names however its groups are listed', async () => {
  const groups = [
    makeGroup({ id: 'outer', kind: 'lane' }),
    makeGroup({ id: '   ', kind: 'cluster', label: { text: 'second' } }),
    makeGroup({ id: '\0\0\0', kind: 'cluster', label: { text: 'first' }, parent: 'outer' }),
  ]
  const graph = makeGraph({
    groups: byId(groups),
    nodes: byId([makeNode({ id: 'a', shape: 'rectangle', group: 'outer' })]),
  })
  const listed = makeGraph({ ...graph, groups: byId([groups[0]!, groups[2]!, groups[1]!]) })
  for (const format of [mermaid, dot]) {
    expect(await carriedRoundTrip(format, graph)).toBeUndefined()
    expect(await textOf(format, lowerFor(format, graph).graph)).toBe(
      await textOf(format, lowerFor(format, listed).graph),
    )
  }
})

test('behind one slash stands a colour of X11, behind two one of the scheme at hand', async () => {
  const source =
    'digraph { node [colorscheme=spectral11, style=filled]; a [color="//11"]; b [color="/red"]; c [color=11]; d [color="/x11/red"] }'
  const colors = [...readWith(dot, source).graphs[0]!.nodes.values()].map(({ style }) => style.fill)
  expect(colors).toEqual(['#5e4fa2', 'red', '#5e4fa2', 'red'])
  expect(await sameFormat(dot, source)).toBeUndefined()
})

test.each(['a([a])', 'a@{ shape: circle }', 'a@{ icon: "fa:bell" }', 'a@{ w: 30 }'])(
  'a property of Mermaid goes with the brackets that a later statement takes away: %s',
  async later => {
    const source = `flowchart\na[|owner:sales|Order]\n${later}\n`
    const [graph] = readWith(mermaid, source).graphs
    expect(graph!.nodes.get('a')?.extras.get('mermaid')?.has('props') ?? false).toBe(false)
    expect(lowerFor(mermaid, graph!).messages).toEqual([])
    expect(await sameFormat(mermaid, source)).toBeUndefined()
  },
)

test.each([
  { type: 'init', argument: { theme: 'dark' }, direction: 'TB' },
  { type: 'init' },
  { type: 7, argument: null },
])('a directive that Mermaid cannot say is left out, and that is said: %j', async directive => {
  const directives = [new Map(Object.entries(directive))] as unknown as Value
  const graph = makeGraph({
    nodes: byId([makeNode({ id: 'a', shape: 'rectangle' })]),
    extras: new Map([['mermaid', new Map([['directives', directives]])]]),
  })
  const { graph: lowered, messages } = lowerFor(mermaid, graph, {}, true)
  expect(messages.map(({ text }) => text).join()).toContain('the init directive')
  expect(lowered.extras.get('mermaid')?.has('directives') ?? false).toBe(false)
  expect(await roundTrip(mermaid, lowered)).toBeUndefined()
})

test('a cluster of DOT whose name is nothing but the prefix has an id', async () => {
  const source =
    'digraph {\n  subgraph cluster_ { a }\n  subgraph cluster { b }\n  a -> b [lhead=cluster]\n}\n'
  const [graph] = readWith(dot, source).graphs
  expect([...graph!.groups.keys()]).toEqual(['cluster', 'cluster_2'])
  expect(flawsOf(graph!)).toEqual([])
  expect(await sameFormat(dot, source)).toBeUndefined()
})

test('a cell of draw.io that says no parent is none that was read, and is left out', async () => {
  const cell =
    '<mxCell id="e" edge="1" source="a" target="z"><mxGeometry relative="1" as="geometry"/></mxCell>'
  const graph = makeGraph({
    nodes: byId([makeNode({ id: 'a', shape: 'rectangle' })]),
    extras: new Map([['drawio', new Map<string, Value>([['cells', [cell]]])]]),
  })
  const { graph: lowered, messages } = lowerFor(drawio, graph, {}, true)
  expect(messages.flatMap(({ changes }) => changes ?? []).map(({ path }) => path.at(-1))).toContain('cells')
  expect(await roundTrip(drawio, lowered)).toBeUndefined()
})

test('a box of draw.io that is laid out as a table is one, as in its editor, whatever its shape', async () => {
  const cell = (id: string, parent: string, style: string, value = '', y = 0) =>
    `<mxCell id="${id}" value="${value}" style="${style}" vertex="1" parent="${parent}"><mxGeometry y="${y}" width="90" height="40" as="geometry"/></mxCell>`
  const source = `<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>${[
    cell('t', '1', 'startSize=0;container=1;childLayout=tableLayout;html=1;'),
    cell('r', 't', 'shape=tableRow;horizontal=0;startSize=0;fillColor=none;'),
    cell('c', 'r', 'shape=partialRectangle;html=1;fillColor=none;', 'Day'),
  ].join('')}</root></mxGraphModel>`
  const [graph] = readWith(drawio, source).graphs
  expect([...graph!.nodes.values()].map(({ shape, label }) => [shape, label.text])).toEqual([
    ['table', 'Day'],
  ])
  expect(await sameFormat(drawio, source)).toBeUndefined()
})

test('the style in the document of a record of draw.io that says what ours says has our order', async () => {
  const source = readFileSync('corpus/drawio/uml-classes.drawio', 'utf8')
  const [graph] = readWith(drawio, source).graphs
  const [id, node] = [...graph!.nodes].find(([, { fields }]) => fields !== undefined)!
  const document: ElementDocument = new Map([
    ['drawio', new Map([...node.document!.get('drawio')!, ['style', 'html=1;whiteSpace=wrap;fontStyle=1;']])],
  ])
  const edited = { ...graph!, nodes: new Map([...graph!.nodes, [id, { ...node, document }]]) }
  const once = await textOf(drawio, edited)
  expect(await textOf(drawio, readWith(drawio, once).graphs[0]!)).toBe(once)
})

test('a node of draw.io that has the look of a lane and holds nothing is a node', async () => {
  const style = 'swimlane;whiteSpace=wrap;html=1;'
  const graph = makeGraph({
    nodes: byId([
      makeNode({
        id: 'a',
        shape: 'rectangle',
        label: { text: 'A' },
        extras: new Map([['drawio', new Map([['style', style]])]]),
      }),
    ]),
  })
  expect(await roundTrip(drawio, lowerFor(drawio, graph).graph)).toBeUndefined()
})

test('a comma in the id of a node that is clicked or has a class: mermaid takes it for a list, and so another id is written', () => {
  const node = (id: string, link?: Link, classes: readonly string[] = []) =>
    makeNode({ id, label: { text: id }, shape: 'rectangle', classes, ...(link && { link }) })
  const nodes = [
    node('a,b', { url: 'https://flowzap.xyz' }),
    node(',', { callback: 'show' }),
    node('c,d'),
    node('e,f', undefined, ['urgent']),
  ]
  const graph = makeGraph({ nodes: byId(nodes) })
  expect([...lowerFor(mermaid, graph).graph.nodes.keys()]).toEqual(['a_b', '_', 'c,d', 'e_f'])
})

test('brackets in brackets behind an arrow of Mermaid are read in no time, as what they are: a mistake', () => {
  const source = `flowchart LR\n  a -->|Repaired event| ${'[["n1","n3",0],[[["from"],{"x":true},"right"],'.repeat(40)}\n`
  expect(readWith(mermaid, source).messages.map(({ severity }) => severity)).toContain('error')
})

test('a lane of draw.io that only lies on another comes behind the lanes that stand in it', async () => {
  const lane = (id: string, parent: string, x: number, y: number, width: number) =>
    `<mxCell id="${id}" value="${id}" style="swimlane;html=1;startSize=24;" vertex="1" parent="${parent}"><mxGeometry x="${x}" y="${y}" width="${width}" height="${width}" as="geometry"/></mxCell>`
  const node = (id: string, parent: string) =>
    `<mxCell id="${id}" value="${id}" style="rounded=1;html=1;" vertex="1" parent="${parent}"><mxGeometry x="30" y="50" width="100" height="50" as="geometry"/></mxCell>`
  const cells = [
    lane('firm', '1', 0, 0, 480),
    lane('lab', '1', 160, 24, 160),
    node('test', 'lab'),
    lane('west', 'firm', 320, 24, 150),
    node('ship', 'west'),
  ]
  const source = `<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>${cells.join('')}</root></mxGraphModel>`
  const [graph] = readWith(drawio, source).graphs
  expect([...graph!.groups.values()].map(({ id, parent }) => [id, parent])).toEqual([
    ['firm', undefined],
    ['west', 'firm'],
    ['lab', 'firm'],
  ])
  expect([...graph!.nodes.keys()]).toEqual(['ship', 'test'])
  expect(await sameFormat(drawio, source)).toBeUndefined()
})
