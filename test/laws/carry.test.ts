import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formats as entries } from '../../converters/index.js'
import { graphs } from '../generate/graphs.js'
import { runs } from '../setup/runs.js'
import { carriedRoundTrip } from './laws.js'

const only = process.env.ONLY?.split(',')
const formats = await Promise.all(
  entries.filter(e => !only || only.includes(e.name)).map(({ load }) => load()),
)
const carrying = formats.filter(({ carries }) => carries)

describe.each(carrying.map(format => [format.name, format] as const))(
  'law 5, unedited, through %s',
  (_, format) => {
    test('the way back gives the whole graph, so it gives the same in every format', async () => {
      await fc.assert(
        fc.asyncProperty(graphs, async graph => {
          expect(await carriedRoundTrip(format, graph)).toBeUndefined()
        }),
        { seed: 5, numRuns: runs(format.layOut ? 100 : 300) },
      )
    })
  },
)
