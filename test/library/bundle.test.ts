/** The library in a bundle: only what two formats need, and as a plain script, too. */
import { existsSync, readFileSync } from 'node:fs'
import { createContext, runInContext } from 'node:vm'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { bundleForPage, pairProgram } from '../../scripts/bundle.js'
import { type ConvertOutcome, convert } from '../../src/index.js'
import { build } from '../cli/built.js'
import { extent } from '../setup/runs.js'

const flow = 'flowchart LR\n  a[Start] -->|go| b{"Ready?"}\n'

/** Runs a plain script where there is nothing but JavaScript and what every page has. */
function run(script: string): Record<string, unknown> {
  const global = createContext({ TextDecoder, TextEncoder, URL, setTimeout, clearTimeout })
  runInContext(script, global)
  return global as Record<string, unknown>
}

/** The sources that a file of the package was made of. */
function sourcesOf(file: string): string[] {
  // A file that only hands on what another has was made of nothing.
  if (!existsSync(`${file}.map`)) return []
  return (JSON.parse(readFileSync(`${file}.map`, 'utf8')) as { sources: string[] }).sources
}

test('Mermaid to FlowZap Code takes neither a layout engine nor another format along, and is small', async () => {
  const program = pairProgram('mermaid', 'flowzap')
  const { text, inputs } = await bundleForPage(program, 'iife', { folder: await build() })
  const sources = inputs.filter(file => /\/dist\/.*\.js$/.test(file)).flatMap(sourcesOf)
  expect(sources.length).toBeGreaterThan(100)
  const needless = /src\/layout\/|converters\/(dot|drawio|json)\//
  expect([...inputs, ...sources].filter(file => /\/elkjs\//.test(file) || needless.test(file))).toEqual([])
  expect(gzipSync(text).length).toBeLessThan(150_000)
  const made = run(text).convert as (text: string) => Promise<ConvertOutcome>
  expect((await made(flow)).text).toBe((await convert(flow, { from: 'mermaid', to: 'flowzap' })).text)
})

test.each(['flowzap', 'mermaid', 'dot', 'drawio'])(
  'a page that loads a half of %s gets no more of it',
  async name => {
    const folder = await build()
    const sources = async (half: string) => {
      const program = `globalThis.load = () => import('diaglot/${name}/${half}')`
      const { text, inputs } = await bundleForPage(program, 'iife', { folder })
      expect(gzipSync(text).length).toBeGreaterThan(10_000)
      return inputs.filter(file => /\/dist\/.*\.js$/.test(file)).flatMap(sourcesOf)
    }
    const [reader, writer] = await Promise.all([sources('reader'), sources('writer')])
    const of = (files: readonly string[], rooms: string) =>
      files.filter(file => new RegExp(`converters/${name}/(?:${rooms})/`).test(file))
    expect(of(reader, 'read').length).toBeGreaterThan(0)
    expect(of(reader, 'write|fmt')).toEqual([])
    expect(of(writer, 'write').length).toBeGreaterThan(0)
    // draw.io's knows by what it reads of a page what stays in it.
    expect(of(writer, name === 'drawio' ? 'lint|fmt' : 'read|lint|fmt')).toEqual([])
  },
)

test.runIf(extent === 'long')('all of it is a plain script as well', async () => {
  const program = "import * as diaglot from './src/index.ts'\nglobalThis.diaglot = diaglot"
  const { text } = await bundleForPage(program, 'iife')
  const { formats, read } = run(text).diaglot as typeof import('../../src/index.js')
  // It is there as soon as the script has run: nothing is waited for.
  expect(formats.map(({ name }) => name)).toEqual([
    'flowzap',
    'mermaid',
    'dot',
    'drawio',
    'flowzap-json',
    'json',
    'svg',
    'png',
  ])
  expect([...read(flow).graphs[0]!.nodes.keys()]).toEqual(['a', 'b'])
})
