import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readMermaid, writeMermaid } from '../../converters/mermaid/index.js'

function many(count: number, line: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => line(index)).join('')
}

/** Texts that make a careless reader slow, each about a megabyte at most. */
const heavy: Record<string, string> = {
  'a label of a megabyte': `flowchart\nA["${'x'.repeat(1e6)}"]\n`,
  'ten thousand subgraphs in each other': `flowchart\n${many(10_000, i => `subgraph s${i}\n`)}A\n${'end\n'.repeat(10_000)}`,
  'a chain without blanks': `flowchart\nA${many(50_000, i => `-->A${i}`)}\n`,
  'statements on one line': `flowchart TD;${many(100_000, i => `A${i};`)}\n`,
  'directions on one line': `flowchart\n${'direction LR '.repeat(50_000)}\n`,
  'lines of blanks': `flowchart\n${' \n'.repeat(200_000)}A\n`,
  'blanks in an arrow': `flowchart\nA -- ${' '.repeat(300_000)}x --> B\n`,
  'quotes that never close': `flowchart\n${'A["\n'.repeat(20_000)}`,
  'lines that cannot be read': `flowchart\n${'A[(x) -> (((\n'.repeat(20_000)}`,
  'one line that cannot be read': `flowchart\n${'A[(x) -> ((( '.repeat(50_000)}`,
  'tags that never close': `flowchart\n${'<a ="'.repeat(100_000)}`,
  'directives that never close': '%%{init: '.repeat(100_000),
  'fences of frontmatter': '---\n'.repeat(100_000),
  'styles of a node': `flowchart\nstyle A ${'a:b,'.repeat(200_000)}c:d\n`,
  'at signs': `flowchart\nA ${'a@'.repeat(200_000)}--> B\n`,
}

test.each(Object.entries(heavy))('%s', (_, text) => {
  const start = performance.now()
  const { graphs } = readMermaid(text)
  writeMermaid([{ graph: graphs[0]! }])
  // A quadratic reader takes minutes.
  expect(performance.now() - start).toBeLessThan(10_000)
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
  const text = fc.array(fc.oneof(pieces, fc.string({ unit: 'binary', maxLength: 3 })), { maxLength: 40 })
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
    { seed: 5, numRuns: 3000 },
  )
})
