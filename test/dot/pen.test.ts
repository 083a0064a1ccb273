/** The style `bold` of nodes and clusters is a pen twice as wide, as Graphviz draws it. */
import { expect, test } from 'vitest'
import { dot, readDot } from '../../converters/dot/index.js'
import { drawio } from '../../converters/drawio/index.js'
import { mermaid } from '../../converters/mermaid/index.js'
import { convertWith } from '../../src/convert.js'
import { put } from '../../src/index.js'

const read = (body: string) => {
  const { graphs, messages } = readDot(`digraph { ${body} }`)
  expect(messages).toEqual([])
  return graphs[0]!
}

test.each([
  ['style=bold', 2],
  ['style="filled, bold"', 2],
  ['style=bold, penwidth=5', 5],
  ['style="bold", penwidth=""', 2],
  ['style=filled', undefined],
  ['penwidth=3', 3],
])('%s', (attributes, width) => {
  const { nodes, groups } = read(`a [${attributes}] subgraph cluster_g { graph [${attributes}] b }`)
  expect(nodes.get('a')!.style.strokeWidth).toBe(width)
  expect(groups.get('g')!.style.strokeWidth).toBe(width)
  expect([nodes.get('a')!.extras, groups.get('g')!.extras].map(({ size }) => size)).toEqual([0, 0])
})

test('other words of a style stay', () => {
  const { nodes } = read('a [style="bold,wedged", fillcolor="red:blue"]')
  expect(nodes.get('a')!.style.strokeWidth).toBe(2)
  expect(nodes.get('a')!.extras.get('dot')!.get('style')).toBe('wedged')
})

test('edges are thick as ever, and defaults count', () => {
  const { nodes, edges } = read('node [style=bold] a -> b [style=bold]')
  expect(nodes.get('b')!.style.strokeWidth).toBe(2)
  expect(edges[0]).toMatchObject({ line: 'thick' })
  expect(edges[0]!.style.strokeWidth).toBeUndefined()
})

test('it is drawn, and stays in the text', async () => {
  const text = 'digraph {\n  a [style=bold, shape=box];\n}\n'
  const page = await convertWith(dot, drawio, text)
  expect(page.text).toContain('style="rounded=0;whiteSpace=wrap;html=1;strokeWidth=2;"')
  expect(page.messages).toEqual([])
  expect((await convertWith(dot, mermaid, text)).text).toContain('style a stroke-width:2px')
  expect((await convertWith(dot, dot, text)).text).toBe(text)
})

test.each([
  [5, 'digraph {\n  a [style="filled,bold", fillcolor=red, penwidth=5];\n  b [style=bold, penwidth=5]\n}\n'],
  [undefined, 'digraph {\n  a [style="filled", fillcolor=red];\n  b\n}\n'],
])('another width is put into the text: %s', async (strokeWidth, expected) => {
  const text = 'digraph {\n  a [style="filled,bold", fillcolor=red];\n  b [style=bold]\n}\n'
  const graph = readDot(text).graphs[0]!
  const nodes = Array.from(graph.nodes, ([id, node]) => {
    const { strokeWidth: _, ...style } = node.style
    return [id, { ...node, style: strokeWidth === undefined ? style : { ...style, strokeWidth } }] as const
  })
  expect((await put(text, [{ ...graph, nodes: new Map(nodes) }], { format: 'dot' })).text).toBe(expected)
})
