/** What draw.io's own viewer makes of diagrams with nested groups, as people draw them in Mermaid and DOT, and of generated ones. */

import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { chromiumMissing, closeChromium } from '../../scripts/browser/chromium.js'
import { drawDrawio } from '../../scripts/browser/drawio.js'
import { tolerable } from '../../scripts/browser/fault.js'
import { findFaults } from '../../scripts/browser/faults.js'
import { convert, write } from '../../src/index.js'
import { diagrams } from '../generate/diagrams.js'
import { cellsIn } from './cells.js'

const missing = chromiumMissing('viewer tests of nested groups')
afterAll(closeChromium)

const folder = 'corpus/nested'
const files = readdirSync(folder)

test('there are ten for each language', () => {
  for (const extension of ['.mmd', '.gv'])
    expect(files.filter(name => name.endsWith(extension)).length).toBeGreaterThanOrEqual(10)
})

describe.skipIf(missing)('nested groups', () => {
  test.for(files)('are drawn whole and without fault: %s', async name => {
    const from = name.endsWith('.gv') ? 'dot' : 'mermaid'
    const { text, messages } = await convert(readFileSync(`${folder}/${name}`, 'utf8'), {
      from,
      to: 'drawio',
    })
    // Where ELK or what is made of its layout fails, a simpler one takes its place.
    expect(messages.filter(({ code }) => code === 'limit/layout')).toEqual([])
    const drawing = await drawDrawio(text)
    expect(drawing.errors).toEqual([])
    expect(drawing.cells).toEqual(cellsIn(text))
    expect(findFaults(drawing).faults.map(({ says }) => says)).toEqual([])
  })

  test('generated diagrams have no fault that a layout can avoid', async () => {
    await fc.assert(
      fc.asyncProperty(diagrams, async graph => {
        const { text, messages } = await write([graph], { format: 'drawio' })
        expect(messages.filter(({ code }) => code === 'limit/layout')).toEqual([])
        const drawing = await drawDrawio(text)
        expect(drawing.errors).toEqual([])
        const { faults } = findFaults(drawing)
        expect(faults.filter(({ kind }) => !tolerable.has(kind)).map(({ says }) => says)).toEqual([])
      }),
      { seed: 5, numRuns: 60 },
    )
  })

  test('an id that every list of JavaScript has does not keep a file from being opened', async () => {
    const { text } = await convert('flowchart LR\n push --> sort --> constructor --> length', {
      from: 'mermaid',
      to: 'drawio',
    })
    const { errors, edges } = await drawDrawio(text)
    expect(errors).toEqual([])
    expect(edges).toHaveLength(3)
  })
})
