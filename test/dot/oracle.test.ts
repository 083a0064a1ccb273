/** Graphviz’s own library agrees: with what the reader resolves, and with what the writer writes. */
import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dot, readDot } from '../../converters/dot/index.js'
import { resolveDot } from '../../converters/dot/read/resolve.js'
import { brewerNames } from '../../converters/dot/words/brewer.js'
import { cssOfDot } from '../../converters/dot/words/colors.js'
import { writeDot } from '../../converters/dot/write/write.js'
import { lower } from '../../src/lower/lower.js'
import { cssColors } from '../../src/text/css-colors.js'
import { graphs } from '../generate/graphs.js'
import { runs } from '../setup/runs.js'
import { askGraphviz, drawn, drawnColors, ourForm } from './graphviz.js'

/** Graphviz reads one graph of a text. Of values that it does not know it warns too, and goes on. */
async function agrees(text: string): Promise<void> {
  const { graphs: resolved, messages } = resolveDot(text)
  expect(messages.filter(({ code }) => code !== 'lint/unknown-value')).toEqual([])
  expect(await askGraphviz(text)).toEqual(ourForm(resolved[0]!))
}

const files = readdirSync('corpus/dot').filter(name => name.endsWith('.gv'))

describe('over the corpus', () => {
  test.each(files)('the reader agrees on %s', async name => {
    await agrees(readFileSync(`corpus/dot/${name}`, 'utf8'))
  })

  test.each(files)('what is written for %s is drawn as the source was', async name => {
    const source = readFileSync(`corpus/dot/${name}`, 'utf8')
    const text = writeDot(readDot(source).graphs.map(graph => ({ graph })))
    // Graphviz draws a box for `Cluster_no` too, against its documentation.
    const drawable = name === 'cluster-names.gv' ? source.replace('Cluster_no', 'no') : source
    expect(await drawn(text)).toBe(await drawn(drawable))
  })

  test.each(files)('what is written for %s has the nodes and edges of the source', async name => {
    const [source, text] = [readFileSync(`corpus/dot/${name}`, 'utf8')].flatMap(own => [
      own,
      writeDot(readDot(own).graphs.map(graph => ({ graph }))),
    ])
    expect(structureOf(await askGraphviz(text!))).toEqual(structureOf(await askGraphviz(source!)))
  })
})

/** What a graph consists of, without how that is said. */
function structureOf(graph: Awaited<ReturnType<typeof askGraphviz>>) {
  if (typeof graph === 'string') return graph
  const { id, strict, directed, nodes, edges } = graph
  return { id, strict, directed, nodes: nodes.map(node => node.id), edges: edges.map(edge => edge.ends) }
}

test('what is written for generated graphs is read by Graphviz as by diaglot', async () => {
  await fc.assert(
    fc.asyncProperty(graphs, async graph => {
      const capabilities = dot.capabilities!(graph, {})
      const lowered = lower(graph, { name: dot.name, title: dot.title, capabilities, same: false })
      await agrees(writeDot([{ graph: lowered.graph }]))
    }),
    { seed: 7, numRuns: runs(200) },
  )
})

const hostile = [
  'back\\',
  'two\\\\',
  'quote\\"d',
  'line\\\nbreak',
  '"',
  '',
  'node',
  'Digraph',
  '1a',
  '-',
  '.5',
  '<b>',
  'a b',
  '#c',
  '//',
  'é',
  '🚀',
  '\u00a0',
  '\\N',
  '{|}',
  'x'.repeat(20_000),
  '\\'.repeat(20_001),
  '\\x'.repeat(9_000),
  'x\\'.repeat(9_001),
]

test.each(hostile.map(id => [id.length > 20 ? `${id.slice(0, 5)}…` : JSON.stringify(id), id]))(
  'a node called %s',
  async (_, id) => {
    const { graphs: read } = readDot('digraph { a }')
    const node = { ...read[0]!.nodes.get('a')!, id, label: { text: id } }
    const text = writeDot([{ graph: { ...read[0]!, nodes: new Map([[id, node]]) } }])
    expect(readDot(text).graphs[0]!.nodes.get(id)?.label.text).toBe(id)
    expect(Math.max(...text.split('\n').map(line => Buffer.byteLength(line)))).toBeLessThan(16_384)
    await agrees(text)
  },
)

test('colours are the ones that Graphviz draws', async () => {
  const values = [
    'red',
    'Red',
    'green',
    'gray',
    'maroon',
    'purple',
    'antiquewhite3',
    'red4',
    'gray0',
    'gray37',
    'grey50',
    'gray100',
    'lightgoldenrod',
    'violetred2',
    'deepskyblue',
    '/svg/green',
    '/x11/green',
    '//blue',
    '#abc',
    '#ABCDEF',
    '#12345678',
    '0.5 1 1',
    '.7 .3 1.0',
    '0.482,0.714,0.878',
    '0 0 0',
    '1.0 1.0 1.0',
    '0.999 0.5 0.5',
    'red:blue',
  ]
  const css = values.map(value => {
    const color = cssOfDot(value)!
    return cssColors.get(color) ?? color
  })
  const drawn = await drawnColors(values)
  expect(css).toEqual(drawn)
})

test('every colour of Brewer’s schemes is the one that Graphviz draws', async () => {
  const names = brewerNames()
  expect(names.length).toBe(1689)
  expect(names.map(name => cssOfDot(name))).toEqual(await drawnColors(names))
  const { graphs: read } = readDot(
    'digraph { node [colorscheme=blues9]; a [color=3, fontcolor="/x11/red", fillcolor="1:/x11/red", style=filled] }',
  )
  expect(read[0]!.nodes.get('a')!.style).toEqual({
    fill: '#f7fbff',
    stroke: '#c6dbef',
    color: 'red',
  })
  expect(writeDot([{ graph: read[0]! }])).toBe(
    'digraph {\n  a [style=filled, fillcolor="/blues9/1:/x11/red", color="#c6dbef", fontcolor=red];\n}\n',
  )
})
