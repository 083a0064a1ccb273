/** Every diagram of `corpus/dot` is read as the graph beside it, which was checked by hand. */
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readDot } from '../../converters/dot/index.js'
import { writeDot } from '../../converters/dot/write/write.js'
import { json } from '../../converters/json/index.js'
import { firstDifference } from '../../src/ir/difference.js'
import { readWith } from '../../src/read.js'

const names = readdirSync('corpus/dot')
  .filter(name => name.endsWith('.gv'))
  .map(name => name.slice(0, -'.gv'.length))

/** What Graphviz warns of as well. */
const warned = new Map([
  ['record', ['lint/record-label']],
  ['shapes', ['lint/unknown-value']],
])

test('there are at least forty of them', () => {
  expect(names.length).toBeGreaterThanOrEqual(40)
})

test.each(names)('%s', name => {
  const { graphs, messages } = readDot(readFileSync(`corpus/dot/${name}.gv`, 'utf8'))
  expect(messages.map(({ code }) => code)).toEqual(warned.get(name) ?? [])
  const expected = readWith(json, readFileSync(`corpus/dot/${name}.json`, 'utf8')).graphs
  expect(graphs.length).toBe(expected.length)
  for (const [index, graph] of graphs.entries()) {
    expect(firstDifference(expected[index]!, graph)).toBeUndefined()
  }
})

test.each(names)('%s is written so that it is read again as the same graph', name => {
  const { graphs } = readDot(readFileSync(`corpus/dot/${name}.gv`, 'utf8'))
  const text = writeDot(graphs.map(graph => ({ graph })))
  const again = readDot(text)
  expect(again.messages.map(({ code }) => code)).toEqual(warned.get(name) ?? [])
  for (const [index, graph] of graphs.entries()) {
    expect(firstDifference(graph, again.graphs[index]!)).toBeUndefined()
  }
  expect(writeDot(again.graphs.map(graph => ({ graph })))).toBe(text)
})
