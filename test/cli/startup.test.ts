/** A command loads the formats in use, and nothing of the others: it has to start at once. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { build, diaglot } from './built.js'

beforeAll(build)

/** The modules that Node ran, by its own account of coverage. */
function modulesOf(words: readonly string[], input: string, folder?: string): string[] {
  const place = mkdtempSync(join(tmpdir(), 'diaglot-'))
  try {
    // A folder without a config; what overrides need is loaded only where there are some.
    expect(diaglot(words, { input, cwd: folder ?? place, env: { NODE_V8_COVERAGE: place } }).status).toBe(0)
    const report = JSON.parse(readFileSync(join(place, readdirSync(place)[0]!), 'utf8'))
    const urls = (report.result as { url: string }[]).map(({ url }) => url)
    return urls.filter(url => url.startsWith('file:'))
  } finally {
    rmSync(place, { recursive: true })
  }
}

/** The sources that files of the package were made of. */
function sourcesOf(urls: readonly string[]): string[] {
  const maps = urls
    .filter(url => /\/dist\/(?:src|converters|chunks)\//.test(url))
    // A file that only hands on what another has was made of nothing.
    .filter(url => existsSync(new URL(`${url}.map`)))
    .map(url => readFileSync(new URL(`${url}.map`), 'utf8'))
  return maps.flatMap(map => (JSON.parse(map) as { sources: string[] }).sources)
}

test('Mermaid to DOT loads neither draw.io, pictures, their layout, FlowZap nor JSON', () => {
  const modules = modulesOf(['convert', '-', '--from', 'mermaid', '--to', 'dot'], 'graph LR; a-->b')
  const sources = sourcesOf(modules)
  expect(sources.filter(name => /converters\/(?:mermaid\/reader|dot\/writer)\./.test(name))).toHaveLength(2)
  const otherHalves = /converters\/(?:\w+\/index|mermaid\/write|mermaid\/put|dot\/read)/
  expect(sources.filter(name => otherHalves.test(name))).toEqual([])
  const others =
    /converters\/(drawio|flowzap|json|svg|png)\/|src\/(?:picture|theme)\/|src\/layout\/(?!boxes)|src\/cli\/formats|src\/put\/bring-back/
  expect(sources.filter(name => others.test(name))).toEqual([])
  const packages = modules.flatMap(url => /node_modules\/(?!\.cache)([^/]+)/.exec(url)?.[1] ?? [])
  expect(packages).toEqual(['js-yaml'])
  // Finding, reading and linking a file takes as long as compiling ten times its code.
  expect(modules.length).toBeLessThan(15)
})

test('a diagram in its own format, which is put into its document, has all of that format', () => {
  const sources = sourcesOf(
    modulesOf(['convert', '-', '--from', 'dot', '--to', 'dot'], '// kept\ndigraph { a }\n'),
  )
  expect(sources.filter(name => /converters\/dot\/index\./.test(name))).toHaveLength(1)
})

test.each([
  ['--version', 2],
  ['--help', 3],
  ['-h', 3],
])('%s is told without anything else', (word, files) => {
  expect(modulesOf([word], '')).toHaveLength(files)
})

test('only help and what is not plain asks commander', () => {
  const packagesOf = (words: readonly string[]) =>
    modulesOf(words, 'graph LR; a-->b').flatMap(url => /node_modules\/(commander)\//.exec(url)?.[1] ?? [])
  expect(packagesOf(['convert', '--help'])).not.toEqual([])
  expect(packagesOf(['convert', '-fmermaid', '--to', 'dot', '-'])).not.toEqual([])
  expect(packagesOf(['check', '-q', '--from=mermaid', '-'])).toEqual([])
})

test('a draw.io page is written without anything that draws pictures', () => {
  const words = ['convert', '-', '--from', 'mermaid', '--to', 'drawio', '-O', 'theme=soft']
  const sources = sourcesOf(modulesOf(words, 'graph LR; a-->b'))
  expect(
    sources.filter(name => /converters\/drawio\/write\/write\.|src\/theme\/table\./.test(name)),
  ).toHaveLength(2)
  expect(sources.filter(name => /src\/picture\/|converters\/svg\//.test(name))).toEqual([])
})

test('help of a command loads no format at all', () => {
  const sources = sourcesOf(modulesOf(['convert', '--help'], ''))
  expect(sources.filter(name => /src\/cli\/run/.test(name))).toHaveLength(1)
  expect(sources.filter(name => /converters\/\w+\/|src\/(cli\/convert|lower|read|put)/.test(name))).toEqual(
    [],
  )
})

test('what was clean at the last run, and is as it was, is passed over without any format', () => {
  const folder = mkdtempSync(join(tmpdir(), 'diaglot-'))
  try {
    for (const name of ['a', 'b']) writeFileSync(join(folder, `${name}.mmd`), 'flowchart LR\n  a --> b\n')
    const words = ['check', '.', '--no-config', '--cache', '--cache-location', 'cache.json']
    const first = sourcesOf(modulesOf(words, '', folder))
    expect(first.filter(name => /converters\/mermaid\/index/.test(name))).toHaveLength(1)
    const written = statSync(join(folder, 'cache.json')).mtimeMs
    const again = sourcesOf(modulesOf(words, '', folder))
    expect(again.filter(name => /converters\/\w+\/|src\/(?:lower|read|put)\b/.test(name))).toEqual([])
    expect(statSync(join(folder, 'cache.json')).mtimeMs).toBe(written)
  } finally {
    rmSync(folder, { recursive: true })
  }
})
