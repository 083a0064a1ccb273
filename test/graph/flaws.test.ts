/** Graphs that a program made or changed by hand: what is wrong is said, nothing is thrown, and nothing wrong is written. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { writeWith } from '../../src/convert.js'
import type { Format } from '../../src/format.js'
import { type Graph, read, write } from '../../src/index.js'
import { flawsOf } from '../../src/ir/validate.js'
import type { Code } from '../../src/messages/codes.js'
import { readWith } from '../../src/read.js'
import { harmed } from '../generate/harmed.js'
import { formats } from '../setup/formats.js'
import { extent, runs, sample } from '../setup/runs.js'

const targets = formats.filter(format => format.write)

/** What is wrong with a text that was written, where anybody reads it. */
const errorsIn = (format: Format, text: string) =>
  format.read ? readWith(format, text).messages.filter(({ severity }) => severity === 'error') : []

const source = JSON.stringify({
  diaglot: 1,
  classes: { hot: { fill: 'red' } },
  nodes: [
    { id: 'a', label: 'A', group: 'g', classes: ['hot'], fields: [{ text: 'x', port: 'p' }] },
    { id: 'b', label: 'B', group: 'h' },
  ],
  groups: [
    { id: 'g', label: 'G', kind: 'cluster', parent: null },
    { id: 'h', label: 'H', kind: 'cluster', parent: 'g' },
  ],
  edges: [{ from: { node: 'a', port: 'p' }, to: { node: 'b', side: 'left' }, label: 'go' }],
  loops: [{ condition: 'again', nodes: ['a', 'b'] }],
})

/** A graph of which anything can be changed, as a program that is not checked by TypeScript can. */
// biome-ignore lint/suspicious/noExplicitAny: that is the point
type Loose = any

function loose(): Loose {
  return structuredClone(read(source, { format: 'json' }).graphs[0]!)
}

const deep = (levels: number): unknown => (levels === 0 ? [] : [{ text: '', children: deep(levels - 1) }])
const endless = (): unknown => {
  const field: Loose = { text: '' }
  field.children = [field]
  return [field]
}
const woven = (): unknown => {
  let value: unknown[] = ['x']
  for (let level = 0; level < 60; level++) value = [value, value]
  return value
}

const damages: [what: string, code: Code, damage: (graph: Loose) => void][] = [
  ['an edge from a node that is gone', 'graph/reference', g => g.nodes.delete('a')],
  ['an edge to a node that never was', 'graph/reference', g => (g.edges[0].to.id = 'nobody')],
  [
    'an edge to a group that is not there',
    'graph/reference',
    g => (g.edges[0].to = { kind: 'group', id: 'x', arrow: 'none' }),
  ],
  ['a node in a group that is gone', 'graph/reference', g => g.groups.delete('h')],
  ['a group in a group that is not there', 'graph/reference', g => (g.groups.get('g').parent = 'x')],
  ['a loop around nobody', 'graph/reference', g => g.loops[0].nodes.push('nobody')],
  ['a loop in no lane', 'graph/reference', g => (g.loops[0].group = 'x')],
  ['groups in one another', 'graph/cycle', g => (g.groups.get('g').parent = 'h')],
  ['a group in itself', 'graph/cycle', g => (g.groups.get('h').parent = 'h')],
  ['another id than the key', 'graph/key', g => (g.nodes.get('b').id = 'c')],
  ['a group’s other id', 'graph/key', g => (g.groups.get('h').id = 'c')],
  ['a group without an id', 'graph/id', g => g.groups.set('', { ...g.groups.get('h'), id: '' })],
  ['an unknown shape', 'graph/value', g => (g.nodes.get('a').shape = 'blob')],
  ['a shape from the prototype', 'graph/value', g => (g.nodes.get('a').shape = 'constructor')],
  ['an unknown arrowhead', 'graph/value', g => (g.edges[0].to.arrow = 'harpoon')],
  ['an unknown line', 'graph/value', g => (g.edges[0].line = 'wavy')],
  ['an unknown side', 'graph/value', g => (g.edges[0].to.side = 'middle')],
  ['an unknown direction', 'graph/value', g => (g.direction = 'UP')],
  ['an unknown direction of a group', 'graph/value', g => (g.groups.get('g').direction = 'UP')],
  ['an unknown kind of group', 'graph/value', g => (g.groups.get('g').kind = 'box')],
  ['an unknown kind of end', 'graph/value', g => (g.edges[0].from.kind = 'port')],
  ['fields without end', 'graph/nesting', g => (g.nodes.get('a').fields = deep(51))],
  ['fields that hold themselves', 'graph/nesting', g => (g.nodes.get('a').fields = endless())],
  ['a number for a label', 'graph/type', g => (g.nodes.get('a').label = 7)],
  ['a number for a text', 'graph/type', g => (g.nodes.get('a').label.text = 7)],
  ['a text for a label', 'graph/type', g => (g.edges[0].label = 'go')],
  ['no label', 'graph/type', g => delete g.nodes.get('a').label],
  ['no arrowhead', 'graph/type', g => delete g.edges[0].to.arrow],
  ['no end', 'graph/type', g => delete g.edges[0].to],
  ['no classes', 'graph/type', g => delete g.nodes.get('a').classes],
  ['a class that is no text', 'graph/type', g => (g.nodes.get('a').classes = [7])],
  ['a width that is no number', 'graph/type', g => (g.nodes.get('a').style = { strokeWidth: Number.NaN })],
  ['a width without end', 'graph/type', g => (g.edges[0].style = { strokeWidth: Number.POSITIVE_INFINITY })],
  ['a length that is a text', 'graph/type', g => (g.edges[0].length = '3')],
  ['a field without a text', 'graph/type', g => (g.nodes.get('a').fields = [{ port: 'p' }])],
  ['a plain object of properties', 'graph/type', g => (g.nodes.get('a').properties = { owner: 'Ann' })],
  ['a plain object of extras', 'graph/type', g => (g.extras = { dot: {} })],
  [
    'extras that are a function',
    'graph/type',
    g => (g.extras = new Map([['dot', new Map([['x', () => 1]])]])),
  ],
  ['a plain object of nodes', 'graph/type', g => (g.nodes = { a: g.nodes.get('a') })],
  ['a list of nodes', 'graph/type', g => (g.nodes = [...g.nodes.values()])],
  ['a Map of edges', 'graph/type', g => (g.edges = new Map())],
  ['no edges', 'graph/type', g => delete g.edges],
  ['no direction either way', 'graph/type', g => (g.directed = 'yes')],
  ['a hole in the list of edges', 'graph/type', g => g.edges.push(undefined)],
  ['a node that is null', 'graph/type', g => g.nodes.set('c', null)],
  ['a key that is a number', 'graph/type', g => g.nodes.set(7, { ...g.nodes.get('a'), id: 7 })],
  ['a place that is none', 'graph/type', g => (g.nodes.get('a').at = ['x', {}])],
  ['defaults that are missing', 'graph/type', g => delete g.defaults],
]

/** Checking them takes seconds in each format. */
const dear: typeof damages = [
  [
    'extras woven into themselves',
    'graph/type',
    g => (g.extras = new Map([['dot', new Map([['x', woven()]])]])),
  ],
]

describe.each(extent === 'long' ? [...damages, ...dear] : damages)('%s', (_, code, damage) => {
  test(`is ${code} in every format`, async () => {
    const graph = loose()
    damage(graph)
    for (const format of targets) {
      const { files, text, messages } = await writeWith(format, [graph as Graph], { carry: true })
      expect(messages[0], format.name).toMatchObject({ code, severity: 'error' })
      expect(
        messages.every(said => said.code.startsWith('graph/')),
        format.name,
      ).toBe(true)
      expect(
        files.every(({ text }) => text.length < 200),
        format.name,
      ).toBe(true)
      const holds = format.read && text !== '' && readWith(format, text).graphs.length > 0
      expect([holds ?? false, format.name]).toEqual([false, format.name])
    }
  })
})

test.each([
  ['a class that nothing defines', (g: Loose) => (g.nodes.get('a').classes = ['cold'])],
  ['a port that no field has', (g: Loose) => (g.edges[0].from.port = 'q')],
  ['a port of a node without fields', (g: Loose) => (g.edges[0].to.port = 'q')],
  ['two fields with one port', (g: Loose) => g.nodes.get('a').fields.push({ text: 'y', port: 'p' })],
  ['a node with an empty id', (g: Loose) => g.nodes.set('', { ...g.nodes.get('a'), id: '' })],
  ['names that the model does not have', (g: Loose) => (g.nodes.get('a').mood = 'fine')],
])('%s is sound: each format writes a text that it reads', async (_, change) => {
  const graph = loose()
  change(graph)
  for (const format of targets) {
    const { text, messages } = await writeWith(format, [graph as Graph])
    const errors = messages.filter(({ severity }) => severity === 'error')
    expect([...errors, ...errorsIn(format, text)], format.name).toEqual([])
  }
})

test('a flaw has the place of its element, and the sentence names both ends of it', async () => {
  const text = source
  const graph: Loose = read(text, { format: 'json' }).graphs[0]
  graph.nodes = new Map([...graph.nodes].filter(([id]) => id !== 'b'))
  const { messages } = await write(graph, { format: 'drawio' })
  expect(messages.map(({ text }) => text)).toEqual([
    'The edge ends at the node “b”, which is not there.',
    'The loop names the node “b”, which is not there.',
  ])
  expect(text.slice(...messages[0]!.at!)).toMatch(/^\{"from".*\}$/)
})

test('of a mistake that is made everywhere, fifty are named and the rest is counted', async () => {
  const graph: Loose = loose()
  graph.edges = Array.from({ length: 120 }, () => ({ ...graph.edges[0], line: 'wavy' }))
  const { messages } = await write(graph, { format: 'dot' })
  expect(messages.length).toBe(50)
  expect(messages[49]!.text).toBe('There is no line “wavy” (and 70 more of such mistakes).')
})

test('of several graphs, those that are sound are written', async () => {
  const broken = loose()
  broken.nodes.delete('b')
  const { text, messages } = await write([loose(), broken, loose()], { format: 'json' })
  expect(messages.every(({ code }) => code === 'graph/reference')).toBe(true)
  expect(read(text, { format: 'json' }).graphs.length).toBe(2)
})

test.each([[null], [7], ['graph'], [{}], [new Map()], [[[]]], [[undefined]], [[null]]])(
  '%j is no graph',
  async value => {
    for (const format of targets) {
      const { messages } = await write(value as never, { format })
      expect(
        messages.map(({ code }) => code.split('/')[0]),
        format.name,
      ).toContain('graph')
    }
  },
)

test.each(sample(targets, 1).map(format => [format.name, format] as const))(
  'a graph that is damaged anywhere is refused, or a text that %s reads is written',
  async (_, format) => {
    const numRuns = runs(format.layOut ? 60 : 200)
    let refused = 0
    await fc.assert(
      fc.asyncProperty(harmed, async graph => {
        const { text, messages } = await writeWith(format, [graph])
        const errors = messages.filter(({ severity }) => severity === 'error')
        const flaws = errors.filter(({ code }) => code.startsWith('graph/'))
        if (flaws.length > 0) refused++
        expect(flaws.length > 0).toBe(flawsOf(graph).length > 0)
        if (errors.length > 0) return
        expect(errorsIn(format, text)).toEqual([])
      }),
      { seed: 7, numRuns },
    )
    expect(refused).toBeGreaterThan(numRuns / 10)
  },
)
