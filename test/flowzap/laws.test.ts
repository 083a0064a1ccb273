import fc from 'fast-check'
import { expect, it } from 'vitest'
import { flowzap, readFlowzap } from '../../converters/flowzap/index.js'
import { lowerFor, roundTrip } from '../laws/laws.js'
import { runs } from '../setup/runs.js'
import { sloppyTexts } from './sloppy.js'

/** What the reader has said where lowering changes a graph that was read from FlowZap Code. */
const saidBefore: Readonly<Record<string, readonly string[]>> = {
  'loss/default-lane': ['repair/node-place'],
  'loss/handle': ['repair/handle-missing', 'syntax/unknown-side'],
  'loss/id': ['repair/lane-id', 'repair/node-id'],
  'loss/label': ['repair/character', 'repair/escape'],
  'loss/property': ['repair/character', 'repair/escape'],
}

it('says of every sloppy text what writing it anew will change', () => {
  fc.assert(
    fc.property(sloppyTexts, text => {
      const { graphs, messages } = readFlowzap(text)
      const codes = new Set<string>(messages.map(({ code }) => code))
      for (const { code, text: words } of lowerFor(flowzap, graphs[0]!, {}, true).messages) {
        // A loop outside every lane that names no node has no lane to go to: that is a loss, not a repair.
        if (code.startsWith('repair/') || code === 'loss/loop') continue
        const expected = saidBefore[code] ?? []
        expect(
          expected.some(each => codes.has(each)),
          `${code} ${words}`,
        ).toBe(true)
      }
    }),
    { seed: 11, numRuns: runs(3000) },
  )
})

it('writes every sloppy text so that it is read back the same', async () => {
  await fc.assert(
    fc.asyncProperty(sloppyTexts, async text => {
      expect(await roundTrip(flowzap, readFlowzap(text).graphs[0]!)).toBeUndefined()
    }),
    { seed: 12, numRuns: runs(2000) },
  )
})

it('finds nothing to say of what it wrote', async () => {
  fc.assert(
    fc.property(sloppyTexts, text => {
      const { graph } = lowerFor(flowzap, readFlowzap(text).graphs[0]!, {}, true)
      const written = flowzap.write!([{ graph }], {})
      const codes = readFlowzap(written).messages.map(({ code }) => code)
      expect(codes).toEqual(written === '' ? ['repair/empty'] : [])
    }),
    { seed: 13, numRuns: runs(2000) },
  )
})
