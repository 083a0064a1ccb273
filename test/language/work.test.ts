/** What an editor asks of a large text costs in proportion to it, also of texts that are hostile. Steps are counted, no clock is looked at. */
import { describe, expect, test } from 'vitest'
import { dot } from '../../converters/dot/index.js'
import { flowzap } from '../../converters/flowzap/index.js'
import { mermaid } from '../../converters/mermaid/index.js'
import type { Format } from '../../src/format.js'
import { openText } from '../../src/language/index.js'
import { counted, sample } from '../setup/runs.js'
import { growth, PROPORTION } from '../setup/work.js'

const list = (count: number, line: (place: number) => string): string =>
  Array.from({ length: count }, (_, place) => line(place)).join('')

const texts: readonly (readonly [name: string, format: Format, text: (size: number) => string])[] = [
  [
    'FlowZap Code',
    flowzap,
    size =>
      `A { # A\n${list(size, n => `n${n + 1}: rectangle label:"x"\n`)}${list(size - 1, n => `n${n + 1}.handle(right) -> n${n + 2}.handle(left)\n`)}}\n`,
  ],
  ['Mermaid', mermaid, size => `flowchart LR\n${list(size, n => `a${n}[x] -->|y| b${n}\n`)}`],
  ['DOT', dot, size => `digraph {\n${list(size, n => `a${n} [label="x"]; a${n} -> a${n + 1}\n`)}}\n`],
]

/** What an editor asks while somebody writes; reading and linting have tests of their own. */
function ask(format: Format, text: string): void {
  const open = openText(text, format)
  open.tokens()
  open.folds()
  open.bracketsAt(text.length - 2)
  open.references(text.lastIndexOf('a') + 1)
  open.definition(text.length >> 1)
}

describe.each(texts)('%s', (_, format, text) => {
  test('a large diagram', async () => {
    expect(await growth(counted(400), size => ask(format, text(size)))).toBeLessThan(PROPORTION)
  })
  const hostileTexts: readonly (readonly [name: string, text: (size: number) => string])[] = [
    ['on one line', (size: number) => text(size).replaceAll('\n', ' ; ')],
    ['quotes', (size: number) => `${text(2)}${'"a\n'.repeat(size)}`],
    ['brackets', (size: number) => `${text(2)}${'a[({'.repeat(size)}`],
    ['brackets that nothing opens', (size: number) => `${text(2)}${'a[ } ) \n'.repeat(size)}`],
    ['words of the language', (size: number) => `${'graph strict end subgraph '.repeat(size)}`],
    ['dashes', (size: number) => `${text(2)}a ${'-- - '.repeat(size)}`],
    ['slashes and signs', (size: number) => `${text(2)}${'/* %%{ @{ <'.repeat(size)}`],
    ['one long label', (size: number) => `${text(2)}a["${'x'.repeat(size * 20)}`],
    ['blanks', (size: number) => `${text(2)}a${' '.repeat(size * 20)}b`],
  ]
  test.each(sample(hostileTexts, 3))('%s', async (_, hostile) => {
    expect(await growth(counted(400), size => ask(format, hostile(size)))).toBeLessThan(PROPORTION)
  })
})
