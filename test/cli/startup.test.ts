/** A command loads the formats in use, and nothing of the others: it has to start at once. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { build, diaglot } from './built.js'

beforeAll(build)

/** The modules that Node ran, by its own account of coverage. */
function modulesOf(words: readonly string[], input: string): string[] {
  const place = mkdtempSync(join(tmpdir(), 'diaglot-'))
  try {
    expect(diaglot(words, { input, env: { NODE_V8_COVERAGE: place } }).status).toBe(0)
    const report = JSON.parse(readFileSync(join(place, readdirSync(place)[0]!), 'utf8'))
    const urls = (report.result as { url: string }[]).map(({ url }) => url)
    return urls.filter(url => url.startsWith('file:'))
  } finally {
    rmSync(place, { recursive: true })
  }
}

test('Mermaid to DOT loads neither draw.io, pictures, their layout, FlowZap nor JSON', () => {
  const modules = modulesOf(['convert', '-', '--from', 'mermaid', '--to', 'dot'], 'graph LR; a-->b')
  const names = modules.map(url => url.split('/').at(-1) ?? '')
  expect(names.filter(name => /^(mermaid|dot)-/.test(name))).toHaveLength(2)
  expect(
    names.filter(name => /^(drawio|flowzap|json|svg|picture|layout|clusters|formats)-/.test(name)),
  ).toEqual([])
  const packages = modules.flatMap(url => /node_modules\/(?!\.cache)([^/]+)/.exec(url)?.[1] ?? [])
  expect([...new Set(packages)].sort()).toEqual(['commander', 'js-yaml'])
  // What only some of the formats share makes small files of its own.
  expect(modules.length).toBeLessThan(50)
})

test('help loads no format at all', () => {
  const names = modulesOf(['--help'], '').map(url => url.split('/').at(-1) ?? '')
  expect(names.filter(name => /^(mermaid|dot|drawio|flowzap|json|svg|convert)-/.test(name))).toEqual([])
})
