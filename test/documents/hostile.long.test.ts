/** Documents that nobody writes: everything unclosed, nested, repeated, or on one line. Four times the size costs about four times the steps. */
import { describe, expect, test } from 'vitest'
import { disproportionate, type Work } from '../setup/work.js'
import { finder } from './finding.js'

/** What is repeated, and what stands before and behind all of it. */
const repeated: readonly (readonly [kind: string, part: string, before?: string, behind?: string])[] = [
  ['md', '```mermaid\n'],
  ['md', '```{note}\n'],
  ['md', ':::mermaid\n'],
  ['md', ':::{note}\n'],
  ['md', '<Mermaid '],
  ['md', '<Mermaid a={'],
  ['md', '<Mermaid>'],
  ['md', '<Mermaid a={`'],
  ['md', '<Mermaid a={}, '],
  ['md', '<Mermaid a="'],
  ['md', '`'],
  ['md', '` <Mermaid a={x}/> '],
  ['md', '<div class="mermaid">'],
  ['md', '```dot a="', '', '\n'],
  ['md', '{.a', '``` ', '\na\n```\n'],
  ['md', '\0', '```mermaid\n', '\n```\n'],
  ['md', 'a', '```mermaid\n', '\n```\n'],
  ['md', '    ', '```mermaid\n', '\n```\n'],
  ['md', '> ', '', '```mermaid\n'],
  ['md', '# a\n```dot\n```\n'],
  ['mdx', '<A>\n'],
  ['html', '<div class="mermaid">'],
  ['html', '<pre class=mermaid>&amp;</pre>'],
  ['html', '<pre class="'],
  ['html', '<!--'],
  ['html', '<'],
  ['html', '&amp', '<pre class="mermaid">', '</pre>'],
  ['html', ' mermaid', '<pre class="', '">'],
  ['html', '</h1><h1>'],
  ['adoc', '[mermaid]\n----\n'],
  ['adoc', '[mermaid]\n-----\n----\n'],
  ['adoc', '[mermaid]\na\n'],
  ['adoc', '[mermaid,'],
  ['adoc', '.a\n'],
  ['adoc', '=', '', '\n'],
  ['adoc', 'a::b['],
  ['rst', '.. mermaid::\n'],
  ['rst', '.. a'],
  ['rst', '- ', '', '.. mermaid::\n\n'],
  ['rst', '.. note::\n\n'],
  ['rst', 'a::\n\n'],
  ['rst', '..\n'],
  ['rst', '\t', '', '.. mermaid::\n'],
  ['rst', '  :a: b\n', '.. mermaid::\n'],
  ['rst', '=\n'],
  ['ipynb', '['],
  ['ipynb', '{"cells":['],
  ['ipynb', '"\\', '{"cells":['],
  ['ipynb', '{"cell_type":"markdown","source":["```dot\\n","a"]},', '{"cells":[', '{}]}'],
  ['ipynb', '\\u0061', '{"cells":[{"cell_type":"markdown","source":"```dot\\n', '"}]}'],
]

/** Levels, each deeper than the one before. */
const nested: readonly (readonly [kind: string, level: (depth: number) => string])[] = [
  ['md', depth => `${'  '.repeat(depth % 40)}- a\n`],
  ['md', depth => `${'`'.repeat(3 + (depth % 60))}{note}\n`],
  ['rst', depth => `${' '.repeat(depth % 100)}.. note::\n\n`],
]

const find = new Map(
  await Promise.all(
    ['md', 'mdx', 'html', 'adoc', 'rst', 'ipynb'].map(
      async kind => [kind, await finder(`a.${kind}`)] as const,
    ),
  ),
)

const works: (readonly [string, Work])[] = [
  ...repeated.map(([kind, part, before = '', behind = '']) => {
    const work: Work = size => find.get(kind)!(before + part.repeat(size) + behind)
    return [`${kind} ${JSON.stringify(before + part)}`, work] as const
  }),
  ...nested.map(([kind, level]) => {
    const work: Work = size =>
      find.get(kind)!(Array.from({ length: size }, (_, depth) => level(depth)).join(''))
    return [`${kind} ${JSON.stringify(level(1))}, nested`, work] as const
  }),
]

describe('what is repeated', () => {
  test('costs in proportion', async () => {
    // micromark's own work on Markdown (it cuts lists into each other) counts as more than it takes.
    const own = works.filter(([name]) => !/^mdx? /.test(name))
    expect(own.length).toBeGreaterThan(20)
    expect(await disproportionate(200, own)).toEqual([])
  })

  test('thousands of levels, and a line of a megabyte, end', () => {
    for (const [kind, part, before = '', behind = ''] of repeated) {
      const document = before + part.repeat(3_000) + behind
      expect(find.get(kind)!(document).blocks.every(({ at }) => at[1] <= document.length)).toBe(true)
    }
    const line = 'a'.repeat(1 << 20)
    for (const [kind, search] of find) {
      expect([kind, search(line).blocks]).toEqual([kind, []])
      expect([kind, search(`${line}\n${line}`).blocks]).toEqual([kind, []])
    }
  })
})
