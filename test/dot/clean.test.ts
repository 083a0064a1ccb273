/** Read statement by statement, a file is resolved as from the tree of the whole file; one with mistakes is not read so. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readClean } from '../../converters/dot/read/clean.js'
import { readWhole } from '../../converters/dot/read/resolve.js'
import { sourceOf } from '../../converters/dot/read/source.js'
import type { DotCase } from '../../scripts/conformance-dot.js'
import { extent } from '../setup/runs.js'

const shared = '../shared/conformance/dot/dot.jsonl'

const texts = [
  ...readdirSync('corpus/dot')
    .filter(name => name.endsWith('.gv'))
    .map(name => readFileSync(`corpus/dot/${name}`, 'utf8')),
  ...(extent === 'long' && existsSync(shared)
    ? readFileSync(shared, 'utf8').split('\n').filter(Boolean)
    : []
  ).flatMap(line => (JSON.parse(line) as DotCase).text ?? []),
]

test('every file', () => {
  let compared = 0
  for (const text of texts) {
    const clean = readClean(sourceOf(text))
    if (!clean) continue
    const { graphs, messages } = readWhole(sourceOf(text))
    expect(messages).toEqual([])
    expect(clean).toEqual(graphs)
    compared++
  }
  expect(compared).toBeGreaterThan(30)
})

const unclean = [
  ['', 'no graph'],
  ['digraph { a -> }', 'a broken statement'],
  ['digraph { subgraph s { a -> } b }', 'a broken statement in a subgraph'],
  ['graph { a -> b }', 'an arrow of the other kind'],
  ['digraph { subgraph s { a -- b } }', 'an arrow of the other kind in a subgraph'],
  ['digraph { a', 'a brace that is missing'],
  ['digraph { a } digraph { b }', 'a graph on the line of a brace'],
  ['digraph my-graph { a }', 'a name without its quotes'],
  ['strict { a }', 'no kind of graph'],
  ['words\ndigraph { a }', 'words before the graph'],
  [`digraph { ${'{'.repeat(2000)}${'}'.repeat(2000)} }`, 'too many levels'],
] as const

test.each(unclean)('not %j: %s', text => {
  expect(readClean(sourceOf(text))).toBeUndefined()
})

test('comments are no mistakes, wherever they stand', () => {
  const text = '# a\ndigraph /* b */ { a -> /* c */ b // d\n # e\n } // f\n/* g */ graph { x } /* h */'
  const bare = 'digraph { a -> b } \n graph { x }'
  const kept = (own: string) =>
    readClean(sourceOf(own))?.map(({ nodes, edges }) => [nodes.length, edges.length])
  expect(kept(text)).toEqual([
    [2, 1],
    [1, 0],
  ])
  expect(kept(text)).toEqual(kept(bare))
})

test('a brace or arrow in a text is no mistake, and neither is a NUL', () => {
  const source = sourceOf('strict digraph "a { b" { "-- }" -> b; subgraph x { c } }\n\0\ngraph { d -- e }\n')
  const clean = readClean(source)!
  expect(clean.map(({ strict, directed, nodes }) => [strict, directed, nodes.length])).toEqual([
    [true, true, 3],
    [false, false, 2],
  ])
  expect(clean).toEqual(readWhole(source).graphs)
})
