import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { graphs } from '../generate/graphs.js'
import { chosen as formats, isToy } from '../setup/formats.js'
import { runs } from '../setup/runs.js'
import { carriedRoundTrip } from './laws.js'

const carrying = formats.filter(({ carries }) => carries)

describe.each(carrying.map(format => [format.name, format] as const))(
  'law 5, unedited, through %s',
  (_, format) => {
    test('the way back gives the whole graph, so it gives the same in every format', async () => {
      await fc.assert(
        fc.asyncProperty(graphs, async graph => {
          expect(await carriedRoundTrip(format, graph)).toBeUndefined()
        }),
        { seed: 5, numRuns: runs(isToy(format) ? 60 : format.layOut ? 100 : 300) },
      )
    })
  },
)
