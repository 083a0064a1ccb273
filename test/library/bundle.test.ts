/** The library in a bundle: only what two formats need, and as a plain script, too. */
import { createContext, runInContext } from 'node:vm'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { bundleForPage, pairProgram } from '../../scripts/bundle.js'
import { type ConvertOutcome, convert } from '../../src/index.js'

const flow = 'flowchart LR\n  a[Start] -->|go| b{"Ready?"}\n'

/** Runs a plain script where there is nothing but JavaScript and what every page has. */
function run(script: string): Record<string, unknown> {
  const global = createContext({ TextDecoder, TextEncoder, URL, setTimeout, clearTimeout })
  runInContext(script, global)
  return global as Record<string, unknown>
}

test('Mermaid to FlowZap Code takes neither a layout engine nor another format along, and is small', async () => {
  const { text, inputs } = await bundleForPage(pairProgram('mermaid', 'flowzap'), 'iife')
  expect(inputs.length).toBeGreaterThan(100)
  expect(inputs.filter(file => /elkjs|src\/layout\/|converters\/(dot|drawio|json)\//.test(file))).toEqual([])
  expect(gzipSync(text).length).toBeLessThan(150_000)
  const made = run(text).convert as (text: string) => Promise<ConvertOutcome>
  expect((await made(flow)).text).toBe((await convert(flow, { from: 'mermaid', to: 'flowzap' })).text)
})

test('all of it is a plain script as well', async () => {
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
