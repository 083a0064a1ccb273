// @vitest-environment jsdom
import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mermaid, readMermaid, writeMermaid } from '../../converters/mermaid/index.js'
import { compareGraph } from '../../scripts/conformance-mermaid.js'
import type { Graph } from '../../src/ir/model.js'
import { lower } from '../../src/lower/lower.js'
import { hasErrors } from '../../src/messages/message.js'
import { graphs } from '../generate/graphs.js'
import { askMermaid } from './oracle.js'

const corpus = readdirSync('corpus/mermaid').filter(name => name.endsWith('.mmd'))

/** What mermaid and we understand differently, or that mermaid rejects the text. */
async function disagreements(graph: Graph, text: string): Promise<string[]> {
  const answer = await askMermaid(text)
  if ('error' in answer) return [`mermaid rejects it: ${answer.error}\n${text}`]
  return compareGraph(graph, answer.expected)
    .filter(({ field, difference }) => difference !== undefined && field !== 'title')
    .map(({ field, difference }) => `${field}: ${difference}\n${text}`)
}

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
  expect(await disagreements(lowered(graph), written)).toEqual([])
})

function lowered(graph: Graph): Graph {
  return lower(graph, { name: 'mermaid', title: 'Mermaid', capabilities: mermaid.capabilities!(graph, {}) })
    .graph
}

/** What must come back of what was written; that all of it does is what the laws are about. */
function firstNames({ nodes, groups, edges }: Graph) {
  return {
    nodes: [...nodes.values()].map(({ id, label, group }) => `${group}/${id}: ${label.text}`).sort(),
    groups: [...groups.values()].map(({ id, label, parent }) => `${parent}/${id}: ${label.text}`).sort(),
    edges: edges.map(({ from, to, label }) => `${from.id} ${label.text} ${to.id}`),
  }
}

test('mermaid understands what is written of generated graphs', async () => {
  await fc.assert(
    fc.asyncProperty(graphs, async graph => {
      const text = writeMermaid([{ graph: lowered(graph) }])
      const back = readMermaid(text).graphs[0]!
      expect(firstNames(back)).toEqual(firstNames(lowered(graph)))
      expect(await disagreements(back, text)).toEqual([])
    }),
    { seed: Number(process.env.SEED ?? 7), numRuns: Number(process.env.RUNS ?? 300) },
  )
})
