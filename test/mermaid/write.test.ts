import { describe, expect, test } from 'vitest'
import { mermaid, readMermaid } from '../../converters/mermaid/index.js'
import { writeMermaid } from '../../converters/mermaid/write/write.js'
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
import type { Graph, Node } from '../../src/ir/model.js'
import { lower } from '../../src/lower/lower.js'

function written(graph: Graph, options = {}, same = false): string {
  const capabilities = mermaid.capabilities!(graph, options)
  const { graph: lowered } = lower(graph, { name: 'mermaid', title: 'Mermaid', capabilities, same })
  return writeMermaid([{ graph: lowered }], options)
}

function withNode(node: Partial<Node>): Graph {
  return makeGraph({ nodes: byId([makeNode({ id: 'a', shape: 'rectangle', label: plain('a'), ...node })]) })
}

test('a diagram in full', () => {
  const graph = makeGraph({
    title: 'Orders',
    direction: 'LR',
    description: 'How an order is paid',
    groups: byId([
      makeGroup({ id: 'shop', kind: 'cluster', label: plain('The shop'), direction: 'TB', classes: ['big'] }),
    ]),
    nodes: byId([
      makeNode({ id: 'start', shape: 'circle', label: plain('Start') }),
      makeNode({
        id: 'pay',
        shape: 'diamond',
        label: plain('Paid (in full)?'),
        group: 'shop',
        classes: ['hot', 'big'],
      }),
      makeNode({
        id: 'doc',
        shape: 'document',
        label: plain('doc'),
        group: 'shop',
        style: { fill: '#eee', strokeWidth: 2 },
      }),
      makeNode({
        id: 'db',
        shape: 'cylinder',
        label: plain('Two\nlines'),
        link: { url: 'https://a.b/', tooltip: 'Tip' },
      }),
    ]),
    edges: [
      makeEdge({ from: nodeEnd('start'), to: nodeEnd('pay', 'normal') }),
      makeEdge({
        id: 'e1',
        from: nodeEnd('pay'),
        to: nodeEnd('doc', 'normal'),
        label: plain('yes'),
        line: 'thick',
        length: 2,
      }),
      makeEdge({
        from: groupEnd('shop'),
        to: nodeEnd('db', 'cross'),
        line: 'dotted',
        style: { stroke: 'red' },
      }),
    ],
    classes: new Map([
      ['hot', { fill: '#f00' }],
      ['big', { fontSize: 20 }],
    ]),
    defaults: { node: { stroke: 'gray' } },
  })
  expect(written(graph)).toBe(`---
title: Orders
---
flowchart LR
    accDescr: How an order is paid
    start((Start))
    subgraph shop[The shop]
        direction TB
        pay{"Paid (in full)?"}:::hot
        doc@{ shape: doc }
    end
    db[("Two<br/>lines")]
    classDef default stroke:gray
    classDef hot fill:#f00
    classDef big font-size:20px
    shop:::big
    style doc fill:#eee,stroke-width:2px
    class pay big
    click db "https://a.b/" "Tip"
    start --> pay
    pay e1@===>|yes| doc
    shop -.-x db
    linkStyle 2 stroke:red
`)
})

describe('labels', () => {
  test.each([
    ['Plain words, 2', 'a[Plain words, 2]'],
    ['a', 'a'],
    ['', 'a[" "]'],
    ['end', 'a[end]'],
    ['f(x)', 'a["f(x)"]'],
    ['say "hi"', 'a["say #quot;hi#quot;"]'],
    ['#quot;', 'a["#35;quot;"]'],
    ['5 < 6 & <b>', 'a["5 < 6 & #lt;b>"]'],
    ['&amp;', 'a["#amp;amp;"]'],
    ['C:\\new', 'a["C:#92;new"]'],
    ['two\nlines', 'a["two<br/>lines"]'],
    ['direction LR', 'a["direction#32;LR"]'],
    ['%%{init: {}}%%', 'a["#37;%{init: {}}%%"]'],
    ['`code`', 'a["#96;code`"]'],
    ['🚀 launch', 'a["🚀 launch"]'],
    ['订单', 'a[订单]'],
  ])('%j', (label, line) => {
    const text = written(withNode({ label: plain(label) }))
    expect(text).toBe(`flowchart\n    ${line}\n`)
    expect(readMermaid(text).graphs[0]!.nodes.get('a')!.label.text).toBe(label)
  })

  test('blanks around a label stay where it was read as Mermaid, and are only room where it was not', () => {
    const graph = withNode({ label: plain(' blanks ') })
    const own = written(graph, {}, true)
    expect(own).toBe('flowchart\n    a["#32;blanks#32;"]\n')
    expect(readMermaid(own).graphs[0]!.nodes.get('a')!.label.text).toBe(' blanks ')
    expect(written(graph)).toBe('flowchart\n    a[blanks]\n')
  })
})

test('a line that mermaid takes for a style gets a semicolon to lose', () => {
  const text = written(withNode({ label: plain('style:"x"') }))
  expect(text).toBe('flowchart\n    a["style:#quot;x#quot;"];\n')
  expect(readMermaid(text).graphs[0]!.nodes.get('a')!.label.text).toBe('style:"x"')
})

describe('ids', () => {
  test.each([
    ['A-B.c/1', 'A-B.c/1'],
    ['été', 'été'],
    ['end', 'end_'],
    ['two words', 'two_words'],
    ['1end', 'n1end'],
    ['', 'n'],
    ['🚀', '_'],
    ['a,b', 'a,b'],
    ['a=b', 'a_b'],
  ])('%j is written as %s', (id, written) => {
    expect(mermaid.capabilities!(makeGraph(), {}).ids.node).toBeTypeOf('function')
    const { node } = mermaid.capabilities!(makeGraph(), {}).ids
    expect(typeof node === 'function' && node(id)).toBe(written)
  })
})

describe('links', () => {
  test.each([
    'javascript:alert(1)',
    'JavaScript:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    'javascript&colon;alert(1)',
    'java&Tab;script:x',
    'javascript&#58;x',
    'vbscript:x',
    'data:text/html,<script>x</script>',
    'DATA:text/html;base64,eA==',
    '\u0001javascript:x',
  ])('%j is never written', url => {
    const text = written(withNode({ link: { url } }))
    expect(text).toBe('flowchart\n    a\n')
  })

  test('quotes and blanks become percent codes', () => {
    expect(written(withNode({ link: { url: 'https://a.b/x y?q="1"#s' } }))).toContain(
      'click a "https://a.b/x%20y?q=%221%22#s"\n',
    )
  })
})

test('colours with brackets become hexadecimal', () => {
  expect(
    written(withNode({ style: { fill: 'rgb(255, 0, 16)', stroke: 'rgba(0,0,0,0.5)', color: 'url(x)' } })),
  ).toContain('style a fill:#ff0010,stroke:#00000080\n')
})

describe('lanes', () => {
  const graph = makeGraph({
    groups: byId([makeGroup({ id: 'user', kind: 'lane', label: plain('User') })]),
    nodes: byId([makeNode({ id: 'a', shape: 'rectangle', label: plain('a'), group: 'user' })]),
  })

  test('are subgraphs', () => {
    expect(written(graph)).toBe('flowchart\n    subgraph user[User]\n        a\n    end\n')
  })

  test('are lanes of swimlane-beta by option', () => {
    const text = written(graph, { lanes: 'swimlane' })
    expect(text).toBe('swimlane-beta\n    subgraph user[User]\n        a\n    end\n')
    expect(readMermaid(text).graphs[0]!.groups.get('user')!.kind).toBe('lane')
  })

  test('stay lanes where the diagram was a swimlane diagram', () => {
    const text = 'swimlane-beta\n    subgraph user[User]\n        a\n    end\n'
    expect(written(readMermaid(text).graphs[0]!)).toBe(text)
  })
})

test('carried data comes back as it was, whatever is in it', () => {
  const carry = '{"a":"%%{init: {}}%% <b x=\\"y\\"> \u2028 style:#x; direction LR"}'
  const text = writeMermaid([{ graph: makeGraph({ direction: 'TB' }), carry }])
  const { carried, messages } = readMermaid(text)
  expect(text.split('\n').filter(line => line.startsWith('%% diaglot: ')).length).toBe(1)
  expect(messages).toEqual([])
  expect(carried).toEqual([carry])
})

test('settings come back', () => {
  const text =
    '---\ntitle: "A: b"\nconfig:\n  theme: dark\n---\n%%{init: {"look":"handDrawn"}}%%\nflowchart\n    a\n'
  expect(written(readMermaid(text).graphs[0]!)).toBe(text)
})

test.each([
  ['flowchart LR\nA', true],
  ['graph TD;A-->B', true],
  ['graph\nA', true],
  ['---\ntitle: x\n---\n%% c\n%%{init: {}}%%\nflowchart\n', true],
  ['  swimlane-beta\n', true],
  ['%%{init: {\n}\n}%%\ngraph LR\n', true],
  ['graph G { a -- b }', false],
  ['graph {}', false],
  ['graph\n{ a }', false],
  ['graph TD { a }', false],
  ['digraph { a }', false],
  ['sequenceDiagram\nA->>B: x', false],
])('%j is Mermaid: %j', (text, is) => {
  expect(mermaid.sniff!(text)).toBe(is)
})

test('an ellipse that Mermaid did not say itself is a stadium, which its renderer can draw', () => {
  const { graphs } = readMermaid('flowchart LR\n  a(-said-)\n')
  const said = graphs[0]!
  const capabilities = mermaid.capabilities!(said, {})
  const ellipse = makeNode({ id: 'b', shape: 'ellipse', label: plain('b') })
  expect(capabilities.node.shape('ellipse', said.nodes.get('a')!)).toBe('ellipse')
  expect(capabilities.node.shape('ellipse', ellipse)).toBe('stadium')
  expect(capabilities.node.shape('egg', { ...ellipse, shape: 'egg' })).toBe('stadium')
})

test('aliases in frontmatter that stand for more than a machine holds do not exhaust it', () => {
  const lists = [...'bcdefghijkl'].map(
    (name, i) => `  ${name}: &${name} [${Array(9).fill(`*${'abcdefghijk'[i]}`)}]`,
  )
  const text = `---\nconfig:\n  a: &a [1, 2, 3]\n${lists.join('\n')}\n---\nflowchart LR\n  x --> y\n`
  expect(readMermaid(text).graphs[0]?.edges).toHaveLength(1)
})
