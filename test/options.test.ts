/** The options of formats: refused where no format of the call takes them, and written down in the README. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { convert, formats, read, write } from '../src/index.js'
import { optionFault } from '../src/options.js'

const [mermaid, drawio, dot] = ['mermaid', 'drawio', 'dot'].map(name => formats.find(f => f.name === name)!)

describe('what is wrong with options', () => {
  const calls = [
    { format: mermaid!, use: 'read' as const },
    { format: drawio!, use: 'write' as const },
  ]
  test.each([
    [{}, undefined],
    [{ lanes: 'swimlane', compress: true }, undefined],
    [{ lanes: undefined, nothing: undefined }, undefined],
    [{ compress: 'false' }, undefined],
    [
      { compres: true },
      'there is no option “compres” here (did you mean “compress”?); reading Mermaid takes lanes, mermaid and renderer, writing draw.io takes compress, theme, wrap and as',
    ],
    // `nodes` is for writing Mermaid, `infer` for reading draw.io: neither would do anything here.
    [
      { nodes: 'inline' },
      'there is no option “nodes” here; reading Mermaid takes lanes, mermaid and renderer, writing draw.io takes compress, theme, wrap and as',
    ],
    [
      { infer: false },
      'there is no option “infer” here; reading Mermaid takes lanes, mermaid and renderer, writing draw.io takes compress, theme, wrap and as',
    ],
    [{ lanes: 'swim' }, 'the option “lanes” takes swimlane or subgraph, not “swim”'],
    [{ mermaid: '10.9' }, undefined],
    [{ renderer: 'GitHub' }, undefined],
    [{ mermaid: 'ten' }, '“ten” is no version of mermaid: write one such as 10.9 or 12.3.0'],
    [{ mermaid: '7.1' }, 'mermaid 8.2.6 is the oldest version that is known here, and not “7.1”'],
    [{ mermaid: true }, 'the option “mermaid” takes VERSION, not nothing'],
    [{ lanes: true }, 'the option “lanes” takes swimlane or subgraph, not nothing'],
    [{ compress: 'yes' }, 'the option “compress” takes true or false, not “yes”'],
    [
      JSON.parse('{"__proto__": "x"}'),
      'there is no option “__proto__” here; reading Mermaid takes lanes, mermaid and renderer, writing draw.io takes compress, theme, wrap and as',
    ],
    [
      { ['x'.repeat(100_000)]: '1' },
      `there is no option “${'x'.repeat(100_000)}” here; reading Mermaid takes lanes, mermaid and renderer, writing draw.io takes compress, theme, wrap and as`,
    ],
  ])('%o', (options, fault) => expect(optionFault(options, calls)).toBe(fault))

  test('a format without options says so', () => {
    expect(optionFault({ rankdir: 'LR' }, [{ format: dot!, use: 'read' }])).toBe(
      'there is no option “rankdir” here; reading Graphviz DOT takes none',
    )
  })
})

test('the library throws a TypeError for a wrong option, and takes the ones there are', async () => {
  const text = 'flowchart LR\n  a --> b\n'
  expect(() => read(text, { options: { lane: 'swimlane' } })).toThrow(TypeError)
  const { graphs } = read(text, { options: { lanes: 'swimlane' } })
  await expect(write(graphs, { format: 'dot', options: { compress: true } })).rejects.toThrow(TypeError)
  await expect(convert(text, { to: 'drawio', options: { compress: 'maybe' } })).rejects.toThrow(TypeError)
  const packed = await convert(text, { to: 'drawio', options: { compress: true, lanes: 'subgraph' } })
  expect(packed.text).not.toContain('mxGraphModel')
})

test('every option has its line in the README, and no other is there', () => {
  const uses = { read: 'reading', write: 'writing', update: 'updating' }
  const declared = formats.flatMap(({ title, options = [] }) =>
    options.map(({ name, values, takes, for: how, about }) => {
      const use = how.map(each => uses[each]).join(' and ')
      const words = [...values, ...(takes ? [takes] : [])].join('|').replaceAll('|', '\\|')
      return `| \`${name}=${words}\` | ${use} ${title} | ${about} |`
    }),
  )
  const lines = readFileSync('README.md', 'utf8').split('\n')
  const table = lines.slice(lines.indexOf('| `-O` | | |') + 2)
  expect(table.slice(0, table.indexOf(''))).toEqual(declared)
})
