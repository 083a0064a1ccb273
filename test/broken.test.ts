/**
 * Broken texts, and what is said of them: beside each file of `corpus/broken` stand its messages, each with place, code and
 * sentence, and the graph that is recovered. `UPDATE_BROKEN=1 npx vitest run test/broken.test.ts` writes that anew; read the
 * difference before you commit it.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readWith } from '../src/read.js'
import { formats } from './setup/formats.js'
import { graphText, messagesText } from './specs/show.js'

/** What stands beside a broken text: its messages, a line with dashes, and each graph that was recovered. */
function told(format: (typeof formats)[number], text: string): string {
  const { graphs, messages, source } = readWith(format, text)
  return [messagesText(messages, source), ...graphs.map(graphText)].join('---\n')
}

const files = formats.flatMap(format =>
  [`corpus/broken/${format.name}`, `test/toys/${format.name}/broken`]
    .filter(folder => existsSync(folder))
    .flatMap(folder => readdirSync(folder).map(file => `${folder}/${file}`))
    .filter(path => format.extensions.some(extension => path.endsWith(extension)))
    .map(path => [path, format] as const),
)

test('there are some for every format that is read', () => {
  const known = new Set(files.map(([, { name }]) => name))
  expect(formats.filter(({ name, read }) => read && !known.has(name))).toEqual([])
})

describe.each(files)('%s', (path, format) => {
  const beside = path.replace(/\.\w+$/, '.txt')
  const text = readFileSync(path, 'utf8')

  test.runIf(process.env.UPDATE_BROKEN)('is written anew', () => writeFileSync(beside, told(format, text)))

  test('gives its messages, and what can be recovered', () => {
    expect(told(format, text)).toBe(readFileSync(beside, 'utf8'))
  })
})
