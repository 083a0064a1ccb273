/**
 * Two old releases of mermaid themselves: what is said of them is so, and they read what is written for them. Each of them stands in
 * `devDependencies` under a name of its own.
 */
import '../setup/dom.js'
import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { lintMermaidVersion, mermaid, readMermaid } from '../../converters/mermaid/index.js'
import { graphs } from '../generate/graphs.js'
import { lowerFor, textOf } from '../laws/laws.js'
import { runs, sample } from '../setup/runs.js'
import { cases } from './version-cases.js'

interface Official {
  readonly initialize: (settings: Record<string, unknown>) => void
  /** 9 throws; 10 answers with a promise. */
  readonly parse: (text: string) => unknown
}

const OFFICIAL = [
  // @ts-expect-error 9 brings no types
  ['9.1.7', async (): Promise<{ default: Official }> => import('mermaid-9')],
  ['10.9.8', async (): Promise<{ default: Official }> => import('mermaid-10')],
] as const

const corpus = readdirSync('corpus/mermaid').filter(file => file.endsWith('.mmd'))

describe.each(OFFICIAL)('mermaid %s', (release, load) => {
  let official: Official
  beforeAll(async () => {
    official = (await load()).default
    official.initialize({ startOnLoad: false, logLevel: 'fatal', maxEdges: 10_000 })
  }, 60_000)

  async function reason(text: string): Promise<string | undefined> {
    try {
      await official.parse(text)
      return undefined
    } catch (error) {
      return String((error as { str?: string }).str ?? error)
    }
  }

  const refused = (text: string): boolean =>
    lintMermaidVersion(text, { mermaid: release }).some(({ code }) => code === 'lint/mermaid-version')

  test('rejects what is said to be rejected, and nothing else', async () => {
    for (const { text } of cases)
      expect([text, (await reason(text)) !== undefined]).toEqual([text, refused(text)])
  })

  test('reads the corpus as is said', async () => {
    const others: string[] = []
    for (const file of sample(corpus, 2)) {
      const text = readFileSync(`corpus/mermaid/${file}`, 'utf8')
      const said = await reason(text)
      if ((said !== undefined) !== refused(text)) others.push(`${file}: ${said}`)
    }
    expect(others).toEqual([])
  })

  test('reads what is written for it, of the corpus and of any graph', async () => {
    const options = { mermaid: release }
    for (const file of corpus) {
      const [graph] = readMermaid(readFileSync(`corpus/mermaid/${file}`, 'utf8')).graphs
      const text = await textOf(mermaid, lowerFor(mermaid, graph!, options).graph, options)
      expect([text, await reason(text)]).toEqual([text, undefined])
    }
    await fc.assert(
      fc.asyncProperty(graphs, async graph => {
        const text = await textOf(mermaid, lowerFor(mermaid, graph, options).graph, options)
        expect([text, await reason(text)]).toEqual([text, undefined])
      }),
      { seed: 42, numRuns: runs(160) },
    )
  })
})
