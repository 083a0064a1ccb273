import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mermaid, readMermaid } from '../../converters/mermaid/index.js'
import { writeMermaid } from '../../converters/mermaid/write/write.js'
import { compareGraph, type Expected } from '../../scripts/conformance-mermaid.js'
import type { Graph } from '../../src/ir/model.js'
import { lower } from '../../src/lower/lower.js'
import { hasErrors } from '../../src/messages/message.js'
import { graphs } from '../generate/graphs.js'
import { runs, sample } from '../setup/runs.js'
import { flowcharts } from './flowcharts.js'
import { askMermaid } from './oracle.js'

const seed = Number(process.env.SEED ?? 7)
const numRuns = Number(process.env.RUNS ?? runs(200))
const corpus = sample(
  readdirSync('corpus/mermaid').filter(name => name.endsWith('.mmd')),
  3,
)

/** What mermaid and we understand differently, or that mermaid rejects the text. */
async function disagreements(graph: Graph, text: string): Promise<string[]> {
  const answer = await askMermaid(text)
  if ('error' in answer) return [`mermaid rejects it: ${answer.error}\n${text}`]
  return differences(graph, answer.expected, text)
}

/** A title is given to the drawing and not to the parser, so it is not compared. */
function differences(graph: Graph, expected: Expected, text: string): string[] {
  return compareGraph(graph, expected)
    .filter(({ field, difference }) => difference !== undefined && field !== 'title')
    .map(({ field, difference }) => `${field}: ${difference}\n${text}`)
}

test.each([
  'accDescr {};direction LR\nA',
  'accDescr {x}direction LR\nA',
  'accDescr {\n};direction LR\nB',
  'accDescr {a}accDescr {b} direction LR\nB',
  'accDescr {};A;direction LR\nB',
  'A["accDescr {} direction LR"]\nB',
])('behind the end of a block mermaid looks for a direction again: %j', async statement => {
  const text = `flowchart TD\n${statement}`
  const { graphs, messages } = readMermaid(text)
  expect(hasErrors(messages)).toBe(false)
  expect(await disagreements(graphs[0]!, text)).toEqual([])
})

/** Blanks and line breaks behind `end` belong to it, so what follows stands at the beginning of its line. */
test.each([
  ['subgraph a\nx\nend\n x direction LR', true],
  ['subgraph a\nsubgraph b\ny\n end\n\n  end direction LR', true],
  ['subgraph a\nx\nend\n accTitle: direction LR', true],
  ['subgraph a\nx\nend\n subgraph direction LR', false],
  ['subgraph a\nx\nend\n\n  \n  subgraph#direction LR', false],
  ['subgraph a\nx\n ;end \n class direction LR', false],
  ['subgraph a\nx\nend\n default direction LR', false],
  ['subgraph a\ny\n subgraph#direction LR\nend', true],
  ['click direction LR', true],
  ['subgraph a\nx\nend\n click xdirection LR', true],
  ['A\nclick A direction LR', false],
])(
  'where a line begins with a word and has a direction, mermaid decides: %j',
  async (statement, accepted) => {
    const text = `flowchart TD\n${statement}`
    const { graphs, messages } = readMermaid(text)
    expect(hasErrors(messages)).toBe(!accepted)
    if (accepted) expect(await disagreements(graphs[0]!, text)).toEqual([])
    else expect(await askMermaid(text)).toHaveProperty('error')
  },
)

/** Letters beyond the Basic Multilingual Plane, and newer ones, stand in no word without quotes. */
test.each([
  ['subgraph 𒀀x[T]\nA\nend', false],
  ['subgraph x 𒀀\nA\nend', false],
  ['subgraph "𒀀x"\nA\nend', true],
  ['subgraph x[𒀀]\nA\nend', true],
  ['subgraph Überblick 漢字\nA\nend', true],
  ['A\nclick A 𒀀', false],
  ['A\nclick B 𒀀', false],
])('letters that mermaid knows: %j', async (statement, accepted) => {
  const text = `flowchart TD\n${statement}`
  const { graphs, messages } = readMermaid(text)
  expect(messages.filter(({ severity }) => severity === 'error').map(({ code }) => code)).toEqual(
    accepted ? [] : ['syntax/letter'],
  )
  if (accepted) expect(await disagreements(graphs[0]!, text)).toEqual([])
  else expect(await askMermaid(text)).toHaveProperty('error')
})

test.each(corpus)('%s: the reader agrees with mermaid', async name => {
  const text = readFileSync(`corpus/mermaid/${name}`, 'utf8')
  const { graphs, messages } = readMermaid(text)
  expect(hasErrors(messages)).toBe(false)
  expect(await disagreements(graphs[0]!, text)).toEqual([])
})

test.each(corpus)('%s: mermaid understands what the writer makes of it', async name => {
  const text = readFileSync(`corpus/mermaid/${name}`, 'utf8')
  const graph = readMermaid(text).graphs[0]!
  const written = writeMermaid([{ graph: lowered(graph) }])
  // Nodes of different groups may change places, so what is read back is compared, which the laws hold to this graph.
  expect(await disagreements(readMermaid(written).graphs[0]!, written)).toEqual([])
})

function lowered(graph: Graph): Graph {
  return lower(graph, { name: 'mermaid', title: 'Mermaid', capabilities: mermaid.capabilities!(graph, {}) })
    .graph
}

test.each([
  ['first', {}],
  ['inline', { nodes: 'inline' }],
])('mermaid understands what is written of generated graphs, nodes %s', async (_, options) => {
  await fc.assert(
    fc.asyncProperty(graphs, async graph => {
      // That what is read back is what was written, the laws say.
      const text = writeMermaid([{ graph: lowered(graph) }], options)
      expect(await disagreements(readMermaid(text).graphs[0]!, text)).toEqual([])
    }),
    { seed, numRuns },
  )
})

test('the reader accepts and understands generated flowcharts as mermaid does', async () => {
  await fc.assert(
    fc.asyncProperty(flowcharts, async text => {
      const answer = await askMermaid(text)
      const { graphs, messages } = readMermaid(text)
      const error = messages.find(({ severity }) => severity === 'error')?.text
      if ('error' in answer) expect(error, `mermaid says: ${answer.error}\n${text}`).toBeDefined()
      else {
        expect(error, text).toBeUndefined()
        expect(differences(graphs[0]!, answer.expected, text)).toEqual([])
      }
    }),
    { seed, numRuns: 3 * numRuns },
  )
})
