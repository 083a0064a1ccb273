/** Everything that is said of the corpus and of its broken texts, in Chinese: the same findings, and no English but the author's own words. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { beforeAll, expect, test } from 'vitest'
import { inChinese } from '../../scripts/site/chinese.js'
import type * as Library from '../../src/core.js'
import { type Format, hasErrors, lint, type Message, read, write } from '../../src/core.js'
import { isToy, formats as withToys } from '../setup/formats.js'
import { sample } from '../setup/runs.js'

type Chinese = typeof Library & { readonly formats: readonly Format[] }

const formats = withToys.filter(format => !isToy(format))
const FILE = 'node_modules/.cache/diaglot-chinese.mjs'
let chinese: Chinese
beforeAll(async () => {
  const contents = `export * from './src/core.js'\nexport { formats } from './converters/all.js'\n`
  await build({
    stdin: { contents, resolveDir: process.cwd(), loader: 'ts' },
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    outfile: FILE,
    logLevel: 'error',
    plugins: [inChinese],
  })
  chinese = (await import(join(process.cwd(), FILE))) as Chinese
})

const files = readdirSync('corpus', { recursive: true, withFileTypes: true })
  .filter(entry => entry.isFile())
  .map(({ parentPath, name }) => join(parentPath, name))
  .flatMap((file): [file: string, format: string][] => {
    const format = formats.find(
      ({ read, extensions }) => read && extensions.some(ending => file.endsWith(ending)),
    )
    return format ? [[file, format.name]] : []
  })
const targets = ['flowzap', 'mermaid', 'dot', 'drawio', 'svg']

/** What a library says of a text, and of writing it in each format, with and without carrying. */
async function saidOf(
  library: Pick<Chinese, 'read' | 'lint' | 'write' | 'formats'>,
  source: Buffer,
  name: string,
): Promise<readonly Message[]> {
  const format = library.formats.find(each => each.name === name)!
  const { graphs, messages } = library.read(source, { format, formats: library.formats })
  const found = name === 'json' ? [] : library.lint(source.toString('utf8'), { format }).messages
  const all = [...messages, ...found]
  for (const [place, to] of graphs.length === 0 || hasErrors(messages) ? [] : targets.entries()) {
    const target = library.formats.find(each => each.name === to)!
    const done = await library.write(graphs.slice(0, 1), {
      format: target,
      from: format,
      carry: place % 2 === 0 && target.read !== undefined,
    })
    all.push(...done.messages)
  }
  return all
}

const withoutWords = ({ text: _, fix, ...rest }: Message) => ({ ...rest, edits: fix?.edits })
/** What an author wrote stands in quotes, as code, or behind a colon. */
const QUOTED = /“[^“”]*”|`[^`]*`|"[^"]*"|（[^（）]*）|[：:][^：]*$/g

test('there are files of every format', () => {
  expect(new Set(files.map(([, format]) => format)).size).toBeGreaterThan(4)
})

const isBroken = (file: string): boolean => file.startsWith(join('corpus', 'broken'))
/** Of what is in order, a fifth says the same as all. */
const some = files.filter(([file], place) => isBroken(file) || place % 5 === 0)

test.each(sample(some, 4))('%s', async (file, format) => {
  const source = readFileSync(file)
  const said = await saidOf({ read, lint, write, formats }, source, format)
  const inOther = await saidOf(chinese, source, format)
  expect(inOther.map(withoutWords)).toEqual(said.map(withoutWords))
  for (const { code, text, fix } of inOther)
    for (const words of [text, ...(fix ? [fix.title] : [])]) {
      expect(words, code).toMatch(/[\u4e00-\u9fff]/)
      expect(words.replace(QUOTED, ''), code).not.toMatch(/[a-z]+ [a-z]+ [a-z]+|\bundefined\b/)
    }
})
