import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readMermaid } from '../../converters/mermaid/index.js'
import { writeMermaid } from '../../converters/mermaid/write/write.js'
import { codePoint } from '../generate/code-points.js'
import { runs, sample } from '../setup/runs.js'
import { disproportionate } from '../setup/work.js'

function many(count: number, line: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => line(index)).join('')
}

/** Texts that make a careless reader slow, and a size that makes about a megabyte of each. */
const heavy: Readonly<Record<string, readonly [text: (size: number) => string, large: number]>> = {
  'a long label': [size => `flowchart\nA["${'x'.repeat(size)}"]\n`, 1e6],
  'subgraphs in each other': [
    size => `flowchart\n${many(size, i => `subgraph s${i}\n`)}A\n${'end\n'.repeat(size)}`,
    10_000,
  ],
  'a chain without blanks': [size => `flowchart\nA${many(size, i => `-->A${i}`)}\n`, 50_000],
  'statements on one line': [size => `flowchart TD;${many(size, i => `A${i};`)}\n`, 100_000],
  'directions on one line': [size => `flowchart\n${'direction LR '.repeat(size)}\n`, 50_000],
  'lines of blanks': [size => `flowchart\n${' \n'.repeat(size)}A\n`, 200_000],
  'blanks in an arrow': [size => `flowchart\nA -- ${' '.repeat(size)}x --> B\n`, 300_000],
  'quotes that never close': [size => `flowchart\n${'A["\n'.repeat(size)}`, 20_000],
  'lines that cannot be read': [size => `flowchart\n${'A[(x) -> (((\n'.repeat(size)}`, 20_000],
  'one line that cannot be read': [size => `flowchart\n${'A[(x) -> ((( '.repeat(size)}`, 50_000],
  'tags that never close': [size => `flowchart\n${'<a ="'.repeat(size)}`, 100_000],
  'directives that never close': [size => '%%{init: '.repeat(size), 100_000],
  'fences of frontmatter': [size => '---\n'.repeat(size), 100_000],
  'styles of a node': [size => `flowchart\nstyle A ${'a:b,'.repeat(size)}c:d\n`, 200_000],
  'a style for each node': [size => `flowchart\n${many(size, i => `style a${i} fill:red\n`)}`, 20_000],
  'a class for each node': [size => `flowchart\n${many(size, i => `classDef c${i} fill:red\n`)}`, 20_000],
  'properties that never close': [size => `flowchart\n${'a@{\n'.repeat(size)}`, 20_000],
  'at signs': [size => `flowchart\nA ${'a@'.repeat(size)}--> B\n`, 200_000],
}

const again = (text: string) => writeMermaid([{ graph: readMermaid(text).graphs[0]! }])

test('heavy texts are read and written at a cost in proportion', async () => {
  const works = sample(Object.entries(heavy), 6).map(
    ([name, [text]]) => [name, (size: number) => again(text(size))] as const,
  )
  // Beyond 500 levels of subgraphs there is an error.
  expect(await disproportionate(110, works)).toEqual([])
})

test.each(Object.entries(heavy))('much of %s', (_, [text, large]) => {
  again(text(runs(large)))
})

test('a product of more edges than are held is said to be too much; what stands around it stays', () => {
  const side = (name: string, count: number) => many(count, i => `${i === 0 ? '' : ' & '}${name}${i}`)
  const text = `flowchart\nx --> y\n${side('a', 1500)} --> ${side('b', 1500)} --> c\n`
  const { graphs, messages } = readMermaid(text)
  const found = messages.filter(({ code }) => code === 'limit/size')
  expect(found.map(({ at }) => text.slice(...at!).slice(0, 8))).toEqual(['a0 & a1 '])
  // The second arrow joins 1,500 nodes to one.
  expect(graphs[0]!.edges).toHaveLength(1501)
  expect(graphs[0]!.nodes.size).toBe(3003)
  const fits = readMermaid(`flowchart\n${side('a', 400)} --> ${side('b', 400)}\n`)
  expect(fits.messages.map(({ code }) => code)).toEqual(['limit/mermaid-edges'])
  expect(fits.graphs[0]!.edges).toHaveLength(160_000)
})

test('names that objects have are names like others', () => {
  const { graphs } = readMermaid(
    'flowchart\n__proto__ --> constructor\nclass __proto__ toString\nclassDef valueOf fill:red\n',
  )
  const graph = graphs[0]!
  expect([...graph.nodes.keys()]).toEqual(['__proto__', 'constructor'])
  expect(graph.nodes.get('__proto__')!.classes).toEqual(['toString'])
  expect([...graph.classes.keys()]).toEqual(['valueOf'])
})

test('any text at all is read without throwing', () => {
  const pieces = fc.constantFrom(
    'flowchart TD',
    'subgraph',
    'end',
    '-->',
    '--',
    '|',
    '[',
    ']',
    '(',
    ')',
    '{',
    '}',
    '"',
    '`',
    '@{',
    '%%',
    '%%{',
    '}%%',
    'style',
    'class',
    'click',
    'direction LR',
    'A',
    'x',
    'o',
    ';',
    '\n',
    ' ',
    ':::',
    '&',
    '#quot;',
    '---',
    'linkStyle 0',
    '\uFFFF',
    '\0',
    '\ud800',
    '🚀',
    ',',
    ':',
    '~~~',
    '==',
    '-.',
    '.-',
    '<',
    '>',
  )
  const text = fc.array(fc.oneof(pieces, fc.string({ unit: codePoint, maxLength: 3 })), { maxLength: 40 })
  fc.assert(
    fc.property(text, parts => {
      const source = `flowchart\n${parts.join('')}`
      const { graphs, messages } = readMermaid(source)
      expect(graphs.length).toBe(1)
      for (const { at } of messages) {
        if (at)
          expect(0 <= at[0] && at[0] <= at[1] && at[1] <= source.length, JSON.stringify([at, source])).toBe(
            true,
          )
      }
    }),
    { seed: 5, numRuns: runs(3000) },
  )
})
