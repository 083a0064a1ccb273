import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sameGraph } from '../../src/ir/difference.js'
import { flawsOf } from '../../src/ir/validate.js'
import { runs } from '../setup/runs.js'
import { edited, graphEdits } from './edits.js'
import { graphs } from './graphs.js'

test('a sound graph stays sound whatever edit is made, and most edits change it', () => {
  let changed = 0
  const numRuns = runs(1000)
  fc.assert(
    fc.property(graphs, graphEdits(), (graph, edits) => {
      const after = edited(graph, edits)
      expect(flawsOf(after)).toEqual([])
      if (!sameGraph(graph, after)) changed++
    }),
    { seed: 7, numRuns },
  )
  expect(changed / numRuns).toBeGreaterThan(0.7)
})
