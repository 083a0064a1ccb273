import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lintMermaidVersion } from '../../converters/mermaid/index.js'
import type { Format } from '../../src/format.js'
import { readWith } from '../../src/read.js'
import { graphs } from '../generate/graphs.js'
import { chosen as formats, isToy } from '../setup/formats.js'
import { runs, sample } from '../setup/runs.js'
import { claims } from './claims.js'
import { exactAccounting, lowerFor, roundTrip, sameFormat, textOf } from './laws.js'

const both = formats.filter(format => format.read && format.write)
const seed = 42

/** Toys are small: a few graphs show what there is to see. */
const graphsFor = (format: Format): number => runs(isToy(format) ? 60 : format.layOut ? 150 : 400)

describe.each(formats.filter(format => format.write).map(format => [format.name, format] as const))(
  'the laws of writing over generated graphs: %s',
  (_, format) => {
    const numRuns = graphsFor(format)

    test('4: every change is written down', () => {
      fc.assert(
        fc.property(graphs, graph => {
          expect(exactAccounting(graph, lowerFor(format, graph))).toBeUndefined()
        }),
        { seed, numRuns },
      )
    })

    test('7: what is counted as kept reaches the text', async () => {
      const claimed = isToy(format) ? numRuns : runs(240)
      let sum = 0
      await fc.assert(
        fc.asyncProperty(graphs, fc.nat(), async (graph, pick) => {
          const { checked, breach } = await claims(format, graph, pick, 3)
          sum += checked
          expect(breach).toBeUndefined()
        }),
        { seed, numRuns: claimed },
      )
      expect(sum).toBeGreaterThan(claimed / 2)
    })
  },
)

describe.each(both.map(format => [format.name, format] as const))(
  'the laws of reading what is written over generated graphs: %s',
  (_, format) => {
    const numRuns = graphsFor(format)

    test('1 and 2: read back the same, written again the same', async () => {
      await fc.assert(
        fc.asyncProperty(graphs, async graph => {
          expect(await roundTrip(format, graph)).toBeUndefined()
        }),
        { seed, numRuns },
      )
    })

    test('3: what was read in the format fits the format', async () => {
      await fc.assert(
        fc.asyncProperty(graphs, async graph => {
          const text = await textOf(format, lowerFor(format, graph).graph)
          expect(await sameFormat(format, text)).toBeUndefined()
        }),
        { seed, numRuns: Math.ceil(numRuns / 2) },
      )
    })
  },
)

/** Formats whose lanes can be asked for otherwise than groups stand. */
const LANES = both.flatMap(format => {
  const words = format.options?.find(({ name }) => name === 'lanes-from')?.values ?? []
  return words.map(word => [format.name, { 'lanes-from': word }, format] as const)
})

test.each(LANES)('the laws of %s with %o', async (_, options, format) => {
  await fc.assert(
    fc.asyncProperty(graphs, async graph => {
      expect(await roundTrip(format, graph, options)).toBeUndefined()
      expect(exactAccounting(graph, lowerFor(format, graph, options))).toBeUndefined()
    }),
    { seed, numRuns: runs(160) },
  )
})

/** Releases of mermaid that have less and less: before node names, edge ids, words in labels, long arrows, other headers. */
const RENDERERS = ['11.14', '11.4', '11.2', '10.2', '9.2', '8.13', '8.5', '8.2.6'].map(version => ({
  mermaid: version,
}))

describe.each(RENDERERS)('the laws of writing for an older renderer: %o', options => {
  const mermaid = both.find(({ name }) => name === 'mermaid')
  const numRuns = runs(160)

  test.runIf(mermaid)(
    '1, 2 and 4: read back and written again the same, and every change is written down',
    async () => {
      await fc.assert(
        fc.asyncProperty(graphs, async graph => {
          if (!mermaid) return
          expect(await roundTrip(mermaid, graph, options)).toBeUndefined()
          expect(exactAccounting(graph, lowerFor(mermaid, graph, options))).toBeUndefined()
        }),
        { seed, numRuns },
      )
    },
  )

  test.runIf(mermaid)('7: what is counted as kept reaches the text', async () => {
    await fc.assert(
      fc.asyncProperty(graphs, fc.nat(), async (graph, pick) => {
        if (!mermaid) return
        expect((await claims(mermaid, graph, pick, 3, undefined, undefined, options)).breach).toBeUndefined()
      }),
      { seed, numRuns: runs(80) },
    )
  })

  test.runIf(mermaid)('what is written has nothing that the renderer does not have', async () => {
    await fc.assert(
      fc.asyncProperty(graphs, async graph => {
        if (!mermaid) return
        const text = await textOf(mermaid, lowerFor(mermaid, graph, options).graph, options)
        const found = lintMermaidVersion(text, options)
        expect(
          found.map(message => message.text),
          text,
        ).toEqual([])
      }),
      { seed, numRuns },
    )
  })
})

const templates = readdirSync('corpus/templates').map(slug => `corpus/templates/${slug}`)

describe('the laws over the templates', () => {
  const flowzap = both.find(({ name }) => name === 'flowzap')
  if (!flowzap) throw new Error('no FlowZap')

  test.each(sample(templates, 3))('%s', async folder => {
    const text = readFileSync(`${folder}/diagram.fz`, 'utf8')
    expect(await sameFormat(flowzap, text)).toBeUndefined()
    const [graph] = readWith(flowzap, text).graphs
    if (!graph) throw new Error('no graph')
    for (const format of both) {
      expect(await roundTrip(format, graph), format.name).toBeUndefined()
      expect(exactAccounting(graph, lowerFor(format, graph)), format.name).toBeUndefined()
    }
  })
})
