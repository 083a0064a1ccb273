import { describe, expect, test } from 'vitest'
import { flowzap } from '../../converters/flowzap/index.js'
import { put } from '../../src/index.js'
import { makeEdge, makeNode, nodeEnd, plain } from '../../src/ir/build.js'
import type { Graph, Node } from '../../src/ir/model.js'
import { putWith } from '../../src/put/put.js'

const text = `// Orders, as they come in
Sales { # Sales desk

    n1: circle label:"Order"   owner:"Ann"
    // the long way
    n2: diamond label:"In stock?"

    n1.handle(right) -> n2.handle(left)
    n2.handle(right) -> Store.n3.handle(left) [label="yes"]   
}
Store { # Store
\tn3: taskbox label:"Send"
\tn4: circle label:"Done"
\tn3.handle(right) -> n4.handle(left)
}
`
const [read] = flowzap.read!(text, {}).graphs
const graph = read!

const node = (id: string, change: Partial<Node>): Graph => {
  const nodes = new Map(graph.nodes)
  nodes.set(id, { ...nodes.get(id)!, ...change })
  return { ...graph, nodes }
}

/** The lines that went and came, as a patch shows them. */
function patch(after: Graph, from = text): string[] {
  const put = putWith(flowzap, from, [after])
  expect(put.messages).toEqual([])
  const [old, now] = [from.split('\n'), put.text.split('\n')]
  return [
    ...old.filter(line => !now.includes(line)).map(line => `- ${line}`),
    ...now.filter(line => !old.includes(line)).map(line => `+ ${line}`),
  ]
}

describe('a graph put into FlowZap Code', () => {
  test('a label changes alone', () => {
    expect(patch(node('n1', { label: plain('New order') }))).toEqual([
      '-     n1: circle label:"Order"   owner:"Ann"',
      '+     n1: circle label:"New order"   owner:"Ann"',
    ])
  })

  test('a property comes, another goes', () => {
    expect(patch(node('n1', { properties: new Map([['system', 'shop']]) }))).toEqual([
      '-     n1: circle label:"Order"   owner:"Ann"',
      '+     n1: circle label:"Order" system:"shop"',
    ])
  })

  test('an edge loses its label', () => {
    const edges = graph.edges.map(edge => ({ ...edge, label: plain('') }))
    expect(patch({ ...graph, edges })).toEqual([
      '-     n2.handle(right) -> Store.n3.handle(left) [label="yes"]   ',
      '+     n2.handle(right) -> Store.n3.handle(left)   ',
    ])
  })

  test('a lane gets another id: edges that name it follow', () => {
    const store = graph.groups.get('Store')!
    const groups = new Map([['Sales', graph.groups.get('Sales')!]]).set('Depot', { ...store, id: 'Depot' })
    const nodes = new Map(
      [...graph.nodes].map(([id, of]) => [id, of.group === 'Store' ? { ...of, group: 'Depot' } : of]),
    )
    expect(patch({ ...graph, groups, nodes })).toEqual([
      '-     n2.handle(right) -> Store.n3.handle(left) [label="yes"]   ',
      '- Store { # Store',
      '+     n2.handle(right) -> Depot.n3.handle(left) [label="yes"]   ',
      '+ Depot { # Store',
    ])
  })

  test('new things stand near their neighbours, indented as they are', () => {
    const nodes = new Map(
      [...graph.nodes].flatMap(([id, of]): [string, Node][] =>
        id === 'n4'
          ? [
              ['n5', makeNode({ id: 'n5', shape: 'rectangle', label: plain('Pack'), group: 'Store' })],
              [id, of],
            ]
          : [[id, of]],
      ),
    )
    const from = { ...nodeEnd('n3'), side: 'bottom' as const }
    const to = { ...nodeEnd('n5', 'normal'), side: 'top' as const }
    const after = { ...graph, nodes, edges: [...graph.edges, makeEdge({ from, to })] }
    expect(putWith(flowzap, text, [after]).text).toContain(
      [
        '\tn3: taskbox label:"Send"',
        '\tn5: rectangle label:"Pack"',
        '\tn4: circle label:"Done"',
        '\tn3.handle(right) -> n4.handle(left)',
        '\tn3.handle(bottom) -> n5.handle(top)',
        '}',
      ].join('\n'),
    )
  })

  test('what goes takes its comments with it, and the lane of its last node stays', () => {
    const nodes = new Map([...graph.nodes].filter(([id]) => id !== 'n2'))
    const edges = graph.edges.filter(({ from, to }) => from.id !== 'n2' && to.id !== 'n2')
    expect(patch({ ...graph, nodes, edges })).toEqual([
      '-     // the long way',
      '-     n2: diamond label:"In stock?"',
      '-     n1.handle(right) -> n2.handle(left)',
      '-     n2.handle(right) -> Store.n3.handle(left) [label="yes"]   ',
    ])
  })

  test('comments are of the text, and stay whatever the graph has of them', () => {
    const bare = (element: Node): Node => ({ ...element, document: new Map([['flowzap', new Map()]]) })
    const nodes = new Map(Array.from(graph.nodes, ([id, element]) => [id, bare(element)]))
    expect(putWith(flowzap, text, [{ ...graph, nodes }]).text).toBe(text)
    nodes.set('n2', { ...nodes.get('n2')!, shape: 'rectangle' })
    expect(putWith(flowzap, text, [{ ...graph, nodes }]).text).toBe(
      text.replace('n2: diamond', 'n2: rectangle'),
    )
  })

  test('line ends and what stands on the last line stay', () => {
    const other = text.replaceAll('\n', '\r\n').trimEnd()
    const put = putWith(flowzap, other, [node('n4', { shape: 'rectangle' })])
    expect(put.text).toBe(other.replace('n4: circle', 'n4: rectangle'))
  })

  test('a text with errors is left alone', () => {
    const broken = text.replace('n1: circle', 'n1 circle')
    const put = putWith(flowzap, broken, [graph])
    expect(put.text).toBe(broken)
    expect(put.messages.map(({ code }) => code)).toEqual(['syntax/update'])
  })

  test('the library puts a graph as somebody edited it, and refuses one that is not whole', () => {
    const after = node('n3', { label: plain('Send it\nnow') })
    expect(put(text, after, { format: 'flowzap' }).text).toBe(text.replace('Send"', 'Send it now"'))
    const dangling = { ...graph, edges: [makeEdge({ from: nodeEnd('n1'), to: nodeEnd('gone', 'normal') })] }
    const refused = put(text, dangling, { file: 'order.fz' })
    expect(refused.text).toBe(text)
    expect(refused.messages.map(({ code }) => code)).toEqual(['graph/reference'])
    // @ts-expect-error There is no such format.
    expect(() => put('{}', graph, { format: 'mermeid' })).toThrow(TypeError)
  })
})
