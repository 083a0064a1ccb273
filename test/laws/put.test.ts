import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Format } from '../../src/format.js'
import { hasErrors } from '../../src/messages/message.js'
import { readWith } from '../../src/read.js'
import { edited, graphEdits } from '../generate/edits.js'
import { graphs } from '../generate/graphs.js'
import { corpusFolder, formats, isToy } from '../setup/formats.js'
import { runs, sample } from '../setup/runs.js'
import { lowerFor, textOf } from './laws.js'
import { putsEdit, putsNothing } from './put.js'

const putting = formats.filter(({ put }) => put)

/** The corpus's sound texts of one diagram each. */
function corpusOf(format: Format): string[] {
  return ['corpus', ...(isToy(format) ? [corpusFolder(format)!] : [])].flatMap(folder =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter(
        file => !file.startsWith('broken') && format.extensions.some(extension => file.endsWith(extension)),
      )
      .map(file => readFileSync(`${folder}/${file}`, 'utf8')),
  )
}

/** What draw.io cannot say on a page: lanes show which way a diagram flows, and a cell stands in one place. */
const isRefusal = ({ name }: Format, breach: string | undefined): boolean =>
  name === 'drawio' && /^The (?:changes cannot|diagram is to flow)/.test(breach ?? '')

/**
 * Lines that went although nothing of theirs was edited, where the text reads as wanted: in a hundred edits one may say more anew than it
 * had to (an edge of a strict graph that is merged with another, a chain that is taken apart to keep the order of nodes).
 */
function counting(most: number) {
  const lost: string[] = []
  return {
    add(breach: string | undefined): void {
      if (breach?.startsWith('“')) lost.push(breach)
      else expect(breach).toBeUndefined()
    },
    check: () => expect(lost.slice(0, lost.length > most ? 3 : 0)).toEqual([]),
  }
}

/** Where things have places, a case costs a layout. */
const casesOf = (format: Format): number => runs(isToy(format) ? 100 : 1000)

describe.each(putting.map(format => [format.name, format] as const))('law 6 for %s', (_, format) => {
  const texts = corpusOf(format).filter(text => {
    const { graphs: read, messages } = readWith(format, text, {}, [], { carry: false })
    // Pages inside of pictures and of other pages are only read.
    const isInside = format.layOut !== undefined && !/^\s*(?:<\?xml[^>]*>\s*)?<mx/.test(text)
    return read.length === 1 && !hasErrors(messages) && !isInside
  })

  test('there are texts', () => expect(texts.length).toBeGreaterThan(isToy(format) ? 2 : 10))

  test('what did not change changes nothing', () => {
    const breaches = sample(texts, 3).map(text => putsNothing(format, text))
    expect(breaches.filter(breach => breach !== undefined)).toEqual([])
  })

  test('generated edits of the corpus', () => {
    const numRuns = casesOf(format)
    const lost = counting(Math.ceil(numRuns / 100))
    let refused = 0
    fc.assert(
      fc.property(fc.constantFrom(...texts), graphEdits(), (text, edits) => {
        const [graph] = readWith(format, text, {}, [], { carry: false }).graphs
        const breach = putsEdit(format, text, edited(lowerFor(format, graph!, {}, true).graph, edits))
        if (!isRefusal(format, breach)) lost.add(breach)
        else refused++
      }),
      { numRuns, seed: 6 },
    )
    lost.check()
    // Lanes that a person drew cannot be turned, and the order of nodes on a page that a person went on with cannot always be had.
    expect(refused).toBeLessThanOrEqual(Math.ceil(numRuns / 100))
  })

  test('generated edits of generated graphs', async () => {
    const numRuns = casesOf(format)
    const lost = counting(Math.ceil(numRuns / 100))
    await fc.assert(
      fc.asyncProperty(graphs, graphEdits(), async (graph, edits) => {
        const lowered = lowerFor(format, graph).graph
        const text = await textOf(format, lowered)
        expect(putsNothing(format, text)).toBeUndefined()
        lost.add(putsEdit(format, text, edited(lowered, edits)))
      }),
      { numRuns, seed: 6 },
    )
    lost.check()
  })
})
