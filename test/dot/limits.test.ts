/** What is more than diaglot holds is said, with its place, and takes neither long nor much memory. */
import { describe, expect, test } from 'vitest'
import { readDot } from '../../converters/dot/index.js'
import { readJson } from '../../converters/json/index.js'
import { writeJson } from '../../converters/json/write/write.js'
import { firstDifference } from '../../src/ir/difference.js'
import { levelsOfFields } from '../../src/ir/field-levels.js'
import { MAX_FIELD_LEVELS } from '../../src/ir/model.js'
import { sample } from '../setup/runs.js'

describe('records in records', () => {
  const record = (braces: number) =>
    `digraph { a [shape=record, label="${'{'.repeat(braces)}x${'}'.repeat(braces)}"] }`

  test('are read as deep as fields go, and written as JSON and back', () => {
    const { graphs, messages } = readDot(record(MAX_FIELD_LEVELS - 1))
    expect(messages).toEqual([])
    expect(levelsOfFields(graphs[0]!.nodes.get('a')!.fields!)).toBe(MAX_FIELD_LEVELS)
    const back = readJson(writeJson([{ graph: graphs[0]! }]))
    expect(back.messages).toEqual([])
    expect(firstDifference(graphs[0]!, back.graphs[0]!)).toBeUndefined()
  })

  test('one level more is too deep', () => {
    expect(readDot(record(MAX_FIELD_LEVELS)).messages.map(({ code }) => code)).toEqual(['limit/nesting'])
  })

  test('braces of other shapes are text', () => {
    const { graphs, messages } = readDot(`digraph { a [label="${'{'.repeat(100)}"] }`)
    expect(messages).toEqual([])
    expect(graphs[0]!.nodes.get('a')?.label.text).toBe('{'.repeat(100))
  })
})

test('the deepest subgraphs that are read come back from JSON', () => {
  const text = `digraph { ${'{'.repeat(499)} a -> b ${'}'.repeat(499)} }`
  const { graphs, messages } = readDot(text)
  expect(messages).toEqual([])
  const back = readJson(writeJson([{ graph: graphs[0]! }]))
  expect(back.messages).toEqual([])
  expect(firstDifference(graphs[0]!, back.graphs[0]!)).toBeUndefined()
})

/** Texts of a few hundred kilobytes that say as much as gigabytes. */
describe('small texts that mean very much', () => {
  const each = (count: number, line: (index: number) => string) =>
    Array.from({ length: count }, (_, index) => line(index)).join('')
  const nodes = (name: string) => `{${each(1500, index => `${name}${index};`)}}`
  const texts: Record<string, readonly [text: string, at: RegExp]> = {
    'products of subgraphs': [`digraph { x -> y; ${nodes('a')} -> ${nodes('b')}; y -> z }`, /^\{a0;a1;/],
    'a long default label': [
      `digraph { node [label="\\N${'x'.repeat(100_000)}"]; ${each(20_000, index => `n${index};`)} }`,
      /^n\d+;/,
    ],
    'many defaults': [
      `digraph { node [${each(3_000, index => `k${index}=${'v'.repeat(30)};`)}]; ${each(3_000, index => `n${index};`)} }`,
      /^n\d+;/,
    ],
    'subgraphs before attributes': [
      `digraph { ${'{}'.repeat(10_000)} ${each(10_000, index => `k${index}=v;`)} }`,
      /^digraph/,
    ],
    'a long name, many times in a default': [
      `digraph ${'g'.repeat(20_000)} { node [label="${'\\G'.repeat(2_000)}"]; ${each(2_000, index => `n${index};`)} }`,
      /^n\d+;/,
    ],
    'a long name, many times in a label': [
      `digraph ${'g'.repeat(100_000)} { a [label="${'\\G'.repeat(100_000)}"]; b }`,
      /^a \[/,
    ],
    'long names of nodes, many times in a label of edges': [
      `digraph { edge [label="${'\\E'.repeat(20_000)}"]; ${'a'.repeat(20_000)} -> b; c }`,
      /^a{9}/,
    ],
    'nodes in many subgraphs': [
      `digraph { ${'{'.repeat(400)} ${each(50_000, index => `n${index};`)} ${'}'.repeat(400)} }`,
      /^n\d+;/,
    ],
  }
  test.each(sample(Object.entries(texts), 4))('%s', (_, [text, at]) => {
    const { graphs, messages } = readDot(text)
    expect(graphs).toHaveLength(1)
    expect(messages.map(({ code }) => code)).toEqual(['limit/size'])
    expect(text.slice(messages[0]!.at![0])).toMatch(at)
  })

  test('what stands around a product stays', () => {
    const [text] = texts['products of subgraphs']!
    const { edges, nodes } = readDot(text).graphs[0]!
    expect(edges.map(({ from, to }) => [from.id, to.id])).toEqual([
      ['x', 'y'],
      ['y', 'z'],
    ])
    expect(nodes.size).toBe(3003)
  })

  test('160,000 edges of one statement are no matter', () => {
    const side = (name: string) => `{${each(400, index => `${name}${index};`)}}`
    const { graphs, messages } = readDot(`digraph { ${side('a')} -> ${side('b')} }`)
    expect(messages).toEqual([])
    expect(graphs[0]!.edges).toHaveLength(160_000)
  })
})
