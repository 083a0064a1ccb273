/** Results of which some are known from an earlier run: who finds the others is told when no more are wanted. */
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Cache, cachedOr } from '../../src/cli/files/cache.js'
import type { FileResult } from '../../src/cli/files/result.js'
import { fileInput, type Input } from '../../src/cli/inputs.js'

const location = join(tmpdir(), 'diaglot-there-is-no-such-cache.json')

test.each([1, 3])('%i are taken, and the search is ended', async count => {
  const cache = await Cache.open({ strategy: 'content', location }, { task: 'check', write: false })
  let ended = false
  async function* found(rest: readonly Input[]): AsyncGenerator<FileResult> {
    try {
      for (const { name } of rest) yield { name, messages: [], diagrams: 1, passedOver: [], changed: false }
    } finally {
      ended = true
    }
  }
  const inputs = ['a.mmd', 'b.mmd', 'c.mmd'].map(name => fileInput(name, name))
  const taken: string[] = []
  for await (const { name } of cachedOr(inputs, cache, found)) {
    taken.push(name)
    if (count === 1) break
  }
  expect(taken).toEqual(['a.mmd', 'b.mmd', 'c.mmd'].slice(0, count))
  expect(ended).toBe(true)
})
