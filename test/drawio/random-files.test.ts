/**
 * Files that a person could have drawn, at random: every one obeys the laws, and every cell of it is there after a
 * round, in its parent and at its place, compared by a reader of other make; also where the round goes through JSON.
 */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { drawio } from '../../converters/drawio/index.js'
import { json } from '../../converters/json/index.js'
import { convertWith } from '../../src/convert.js'
import { sameFormat } from '../laws/laws.js'
import { runs } from '../setup/runs.js'
import { fileOf, files } from './drawn-files.js'
import { differences } from './same-cells.js'

test.each([
  ['as the file says', { infer: 'false' }, 7, 200],
  ['with what is inferred', {}, 8, 100],
] as const)('the laws, and every cell as it was: %s', async (_, options, seed, numRuns) => {
  await fc.assert(
    fc.asyncProperty(files, async drawn => {
      const file = fileOf(drawn)
      expect(await sameFormat(drawio, file, options), file).toBeUndefined()
      const { text } = await convertWith(drawio, drawio, file, { options })
      expect(differences(file, text), file).toEqual([])
      const { text: data } = await convertWith(drawio, json, file, { options })
      const { text: back } = await convertWith(json, drawio, data)
      expect(differences(file, back), file).toEqual([])
    }),
    { seed, numRuns: runs(numRuns) },
  )
})
