/** What draw.io's own viewer makes of the forty drawings: flows, fans, lanes and groups as people write them. */
import { afterAll, describe, expect, test } from 'vitest'
import { chromiumMissing, closeChromium } from '../../scripts/browser/chromium.js'
import { drawDrawio } from '../../scripts/browser/drawio.js'
import { tolerable } from '../../scripts/browser/fault.js'
import { findFaults } from '../../scripts/browser/faults.js'
import { addUp, countsOf } from '../../scripts/count/counts.js'
import { drawings, type Sample } from '../../scripts/count/samples.js'
import { convert } from '../../src/index.js'

const missing = chromiumMissing('viewer tests of drawings')
afterAll(closeChromium)

const drawn = async ({ text, from }: Sample) => drawDrawio((await convert(text, { from, to: 'drawio' })).text)

describe.skipIf(missing)('drawings', () => {
  test.for(drawings())('have no fault that a layout can avoid: $name', async sample => {
    const drawing = await drawn(sample)
    expect(drawing.errors).toEqual([])
    const { faults } = findFaults(drawing)
    expect(faults.filter(({ kind }) => !tolerable.has(kind)).map(({ says }) => says)).toEqual([])
  })

  test('lead few lines around anything', async () => {
    const counts = []
    for (const sample of drawings()) counts.push(countsOf(await drawn(sample)))
    const { detours, farLabels, edges, besideTips } = addUp(counts)
    expect(farLabels).toBe(0)
    expect(detours).toBeLessThanOrEqual(edges / 100)
    expect(besideTips).toBeLessThanOrEqual(edges / 40)
  })
})
