import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Format } from '../../src/format.js'
import { formats } from '../../src/index.js'
import { hasErrors } from '../../src/messages/message.js'
import { readWith } from '../../src/read.js'
import { edited, graphEdits } from '../generate/edits.js'
import { graphs } from '../generate/graphs.js'
import { runs } from '../setup/runs.js'
import { lowerFor, textOf } from './laws.js'
import { putsEdit, putsNothing } from './put.js'

const putting = formats.filter(({ put }) => put)

/** The corpus's sound texts of one diagram each. */
function corpusOf({ extensions }: Format): string[] {
  return readdirSync('corpus', { recursive: true, encoding: 'utf8' })
    .filter(file => !file.startsWith('broken') && extensions.some(extension => file.endsWith(extension)))
    .map(file => readFileSync(`corpus/${file}`, 'utf8'))
}

describe.each(putting.map(format => [format.name, format] as const))('law 6 for %s', (_, format) => {
  const texts = corpusOf(format).filter(text => {
    const { graphs: read, messages } = readWith(format, text, {}, [], { carry: false })
    return read.length === 1 && !hasErrors(messages)
  })

  test('there are texts', () => expect(texts.length).toBeGreaterThan(10))

  test('what did not change changes nothing', () => {
    expect(texts.map(text => putsNothing(format, text)).filter(breach => breach !== undefined)).toEqual([])
  })

  test('generated edits of the corpus', () => {
    fc.assert(
      fc.property(fc.constantFrom(...texts), graphEdits(), (text, edits) => {
        const [graph] = readWith(format, text, {}, [], { carry: false }).graphs
        expect(
          putsEdit(format, text, edited(lowerFor(format, graph!, {}, true).graph, edits)),
        ).toBeUndefined()
      }),
      { numRuns: runs(1000), seed: 6 },
    )
  })

  test('generated edits of generated graphs', async () => {
    await fc.assert(
      fc.asyncProperty(graphs, graphEdits(), async (graph, edits) => {
        const lowered = lowerFor(format, graph).graph
        const text = await textOf(format, lowered)
        expect(putsNothing(format, text)).toBeUndefined()
        expect(putsEdit(format, text, edited(lowered, edits))).toBeUndefined()
      }),
      { numRuns: runs(1000), seed: 6 },
    )
  })
})
