/** Read statement by statement, a file says what it says as one tree, whether there are comments and mistakes in it or not. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parser } from '../../converters/dot/grammar.gen.js'
import { readOnce } from '../../converters/dot/read/file.js'
import { sourceOf } from '../../converters/dot/read/source.js'
import type { DotCase } from '../../scripts/conformance-dot.js'
import { extent } from '../setup/runs.js'
import { wholePieces } from '../setup/whole.js'

const shared = '../shared/conformance/dot/dot.jsonl'

const filesIn = (folder: string) =>
  readdirSync(folder)
    .filter(name => /\.(gv|dot)$/.test(name))
    .map(name => readFileSync(`${folder}/${name}`, 'utf8'))

const texts = [
  ...filesIn('corpus/dot'),
  ...filesIn('corpus/broken/dot'),
  ...(extent === 'long' && existsSync(shared)
    ? readFileSync(shared, 'utf8').split('\n').filter(Boolean)
    : []
  ).flatMap(line => (JSON.parse(line) as DotCase).text ?? []),
]

function compare(text: string): boolean {
  const source = sourceOf(text)
  const whole = wholePieces(parser, source.text)
  if (whole) expect(readOnce(source), text).toEqual(readOnce(source, whole))
  return whole !== undefined
}

test('every file', () => {
  expect(texts.filter(compare).length).toBeGreaterThan(60)
})

test.each([
  ['', 'no graph'],
  ['digraph { a -> }', 'a broken statement'],
  ['digraph { a\n[x] b }', 'a broken statement that belongs to the one before'],
  ['digraph { a [x=1\n b [x] c\n [y=1] ; ; d }', 'many broken statements'],
  ['digraph { subgraph s { a -> } b }', 'a broken statement in a subgraph'],
  ['graph { a -> b }', 'an arrow of the other kind'],
  ['digraph { subgraph s { a -- b } }', 'an arrow of the other kind in a subgraph'],
  ['digraph { a', 'a brace that is missing'],
  ['digraph { a // b\n // c', 'a brace that is missing behind comments'],
  ['digraph { a } digraph { b }', 'a graph on the line of a brace'],
  ['digraph my-graph { a }', 'a name without its quotes'],
  ['strict { a }', 'no kind of graph'],
  ['words\ndigraph { a }\n } words // c\n digraph { b }', 'words around graphs'],
  [
    '// 1\ndigraph /* 2 */ g /* 3 */ { // 4\n a // 5\n // 6\n subgraph s { // 7\n b } // 8\n } // 9\n // 10',
    'comments',
  ],
  ['digraph { a [href="http://b"] // c\n b [label=<#>] # d\n }', 'signs of comments in texts'],
])('%j: %s', text => {
  expect(compare(text)).toBe(true)
})

describe('is read once, whatever is in it', () => {
  test('a graph with a comment, and one with a broken statement', () => {
    const { graphs, messages } = readOnce(sourceOf('digraph { a -> b // why\n b -> ; c }'))
    expect(graphs[0]!.nodes.map(({ id }) => id.text)).toEqual(['a', 'b', 'c'])
    expect(graphs[0]!.edges.map(({ tail, head }) => [tail.id.text, head.id.text])).toEqual([['a', 'b']])
    expect(messages.map(({ code, at }) => [code, at])).toEqual([['syntax/unexpected', [30, 30]]])
  })

  test('a brace or arrow in a text is no mistake, and neither is a NUL', () => {
    const source = sourceOf(
      'strict digraph "a { b" { "-- }" -> b; subgraph x { c } }\n\0\ngraph { d -- e }\n',
    )
    const { graphs, messages } = readOnce(source)
    expect(graphs.map(({ strict, directed, nodes }) => [strict, directed, nodes.length])).toEqual([
      [true, true, 3],
      [false, false, 2],
    ])
    expect(messages).toEqual([])
  })

  test('the brace that is open in a statement that is read only once it is mended', () => {
    const { messages } = readOnce(sourceOf('digraph { a\n g [a=b "c=d" {] h\n i [a=b } ]\n}'))
    expect(messages.find(({ code }) => code === 'syntax/brace')?.at).toEqual([26, 27])
  })

  test('what nests too deep is said, and nothing is read', () => {
    const { graphs, messages } = readOnce(
      sourceOf(`digraph { a -> b ${'{'.repeat(2000)}${'}'.repeat(2000)} }`),
    )
    expect(graphs).toEqual([])
    expect(messages.map(({ code }) => code)).toEqual(['limit/nesting'])
  })

  test('the limit of what a graph holds is said at the graph, where no statement says more', () => {
    const many = Array.from({ length: 250 }, (_, index) => `label="${'\\G'.repeat(500)}${index}"`)
    const text = `/* c */ digraph ${'g'.repeat(1000)} { ${many.join('\n')}\n}`
    const { graphs } = readOnce(sourceOf(text))
    expect(graphs[0]!.tooMuch).toEqual([8, text.length])
  })
})
