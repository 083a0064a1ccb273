import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formats as entries } from '../../converters/index.js'
import { readWith } from '../../src/read.js'
import { graphs } from '../generate/graphs.js'
import { runs, sample } from '../setup/runs.js'
import { claims } from './claims.js'
import { exactAccounting, lowerFor, roundTrip, sameFormat, textOf } from './laws.js'

const only = process.env.ONLY?.split(',')
const formats = await Promise.all(
  entries.filter(e => !only || only.includes(e.name)).map(({ load }) => load()),
)
const both = formats.filter(format => format.read && format.write)
const seed = 42

describe.each(formats.filter(format => format.write).map(format => [format.name, format] as const))(
  'the laws of writing over generated graphs: %s',
  (_, format) => {
    const numRuns = runs(format.layOut ? 150 : 400)

    test('4: every change is written down', () => {
      fc.assert(
        fc.property(graphs, graph => {
          expect(exactAccounting(graph, lowerFor(format, graph))).toBeUndefined()
        }),
        { seed, numRuns },
      )
    })

    test('7: what is counted as kept reaches the text', async () => {
      const claimed = runs(240)
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
    const numRuns = runs(format.layOut ? 150 : 400)

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
