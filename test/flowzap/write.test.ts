import { existsSync, readFileSync } from 'node:fs'
import { globSync } from 'tinyglobby'
import { describe, expect, it } from 'vitest'
import { flowzap, lintFlowzap, readFlowzap } from '../../converters/flowzap/index.js'
import { writeFlowzap } from '../../converters/flowzap/write/write.js'
import type { Drawing } from '../../src/format.js'
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

const graph = makeGraph({
  direction: 'LR',
  groups: byId([
    makeGroup({ id: 'Sales', kind: 'lane', label: plain('Sales Team') }),
    makeGroup({ id: 'Idle', kind: 'lane', label: plain('Idle') }),
    makeGroup({ id: 'Desk', kind: 'lane', label: plain('Order Desk') }),
  ]),
  nodes: byId([
    makeNode({ id: 'n3', shape: 'diamond', group: 'Desk', label: plain('In stock?') }),
    makeNode({ id: 'n1', shape: 'circle', group: 'Sales' }),
    makeNode({
      id: 'n2',
      shape: 'rectangle',
      group: 'Sales',
      label: plain('Quote'),
      properties: new Map([
        ['system', 'CRM'],
        ['owner', 'Ann'],
        ['description', 'Two days'],
      ]),
    }),
    makeNode({ id: 'n4', shape: 'task', group: 'Desk' }),
  ]),
  edges: [
    makeEdge({
      from: nodeEnd('n1', 'none', { side: 'right' }),
      to: nodeEnd('n2', 'normal', { side: 'left' }),
    }),
    makeEdge({
      from: nodeEnd('n2', 'none', { side: 'bottom' }),
      to: nodeEnd('n3', 'normal', { side: 'top' }),
      label: plain('Order'),
    }),
    makeEdge({ from: nodeEnd('n3', 'none', { side: 'top' }), to: nodeEnd('n3', 'normal', { side: 'top' }) }),
  ],
  loops: [
    makeLoop({ condition: 'until signed', nodes: ['n1', 'n4'], group: 'Sales' }),
    makeLoop({ condition: '', nodes: [], group: 'Desk' }),
  ],
})

const code = `Sales { # Sales Team
n1: circle label:""
n2: rectangle label:"Quote" owner:"Ann" description:"Two days" system:"CRM"
n1.handle(right) -> n2.handle(left)
n2.handle(bottom) -> Desk.n3.handle(top) [label="Order"]
loop [until signed] n1 n4
}
Idle { # Idle
}
Desk { # Order Desk
n3: diamond label:"In stock?"
n4: taskbox
n3.handle(top) -> n3.handle(top)
loop []
}
`

describe('the canonical form', () => {
  it('is one statement to a line, lane by lane', () => {
    expect(writeFlowzap({ graph })).toBe(code)
    const { graphs, messages } = readFlowzap(code)
    expect(messages).toEqual([])
    const nodes = byId(['n1', 'n2', 'n3', 'n4'].map(id => graph.nodes.get(id)!))
    expect(firstDifference({ ...graph, nodes }, graphs[0]!)).toBeUndefined()
  })

  it('of an empty graph is empty', () => {
    expect(writeFlowzap({ graph: makeGraph() })).toBe('')
  })

  it('is what every tolerated form becomes', () => {
    const loose = `
  // the order desk
  Sales{
    # Sales Team
    n1.handle(right) -> n2.handle(left)
    n1 : circle label=""
    n2: rect system="CRM" description:"Two days" owner:"Ann" label:"Quote"
    Sales.n2 . handle(bottom)->Desk.n3.handle(top) [label:"Order"]
  }
  Idle {}
  Desk {# Order Desk
    n3: diamond label:"In stock?"
    n4: taskbox label:""
    loop []
  }
  Sales {
    loop [ until signed ]   Sales.n1 Desk.n4
    n3.handle(top) -> Desk.n3.handle(top)
  }
`
    expect(writeFlowzap({ graph: readFlowzap(loose).graphs[0]! })).toBe(`// the order desk\n${code}`)
  })
})

describe('carried data', () => {
  it('stand in a comment at the end and come back', () => {
    const text = writeFlowzap({ graph, carry: ' {"a":"//@ #"} ' })
    expect(text).toBe(`${code}//@  {"a":"//@ #"} \n`)
    expect(readFlowzap(text).carried).toEqual([' {"a":"//@ #"} '])
    expect(lintFlowzap(text).filter(({ code }) => code === 'lint/comment')).toEqual([])
  })
})

describe('the format', () => {
  it('writes what its writer writes', () => {
    const drawings: Drawing[] = [{ graph }]
    expect(flowzap.write?.(drawings, {})).toBe(code)
  })

  it('warns of code that FlowZap refuses', () => {
    expect(flowzap.check?.('x'.repeat(50_000))).toEqual([])
    expect(flowzap.check?.('x'.repeat(50_001)).map(({ code, at }) => [code, at])).toEqual([
      ['limit/flowzap-size', [50_000, 50_001]],
    ])
  })

  it('knows its own texts', () => {
    for (const text of [code, 'n1: rect', '// a\r\nA{# B\r\n}', 'A {\n X Y.n1.handle(top) -> n2']) {
      expect(flowzap.sniff?.(text), text).toBe(true)
    }
    const others = [
      'digraph G { # x\na -> b\n}',
      'graph { # x\na -- b }',
      'digraph{circle:n -> b}',
      'flowchart LR\nA-->B',
      '{"lanes": []}',
      '<mxfile></mxfile>',
      '',
    ]
    for (const text of others) expect(flowzap.sniff?.(text), text).toBe(false)
  })
})

const templates = globSync(['corpus/templates/*/diagram.fz', '../shared/corpus/*.fz']).sort()

describe('published diagrams', () => {
  it('are there', () => {
    expect(templates.length).toBeGreaterThanOrEqual(existsSync('../shared/corpus') ? 10 : 5)
  })

  it.each(templates)('%s is read and written as it stands', file => {
    const text = readFileSync(file, 'utf8')
    const { graphs, messages } = readFlowzap(text)
    expect(messages).toEqual([])
    expect(writeFlowzap({ graph: graphs[0]! })).toBe(text.endsWith('\n') ? text : `${text}\n`)
    expect(graphs[0]?.nodes.size).toBe(text.match(/^n\d+:/gm)?.length)
    expect(graphs[0]?.edges.length).toBe(text.match(/ -> /g)?.length)
    expect(lintFlowzap(text)).toEqual([])
  })
})
