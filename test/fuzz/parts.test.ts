/** Every part of the fuzzer runs, checks something, and finds nothing: a few inputs of each, from one seed. */
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { closeChromium, findChromium } from '../../scripts/browser/chromium.js'
import { allTargets } from '../../scripts/fuzz/all.js'
import type { Subject } from '../../scripts/fuzz/targets.js'
import { askGraphviz } from '../dot/graphviz.js'
import { extent } from '../setup/runs.js'

const SEED = 20_261_130

const targets = await allTargets()
afterAll(closeChromium)

/** What a target needs that not every machine has. */
async function isMissing(name: string): Promise<boolean> {
  if (!name.startsWith('Graphviz')) return false
  return askGraphviz('digraph {}').then(
    () => false,
    () => true,
  )
}

test('each part of what the project reads and writes has one', () => {
  const names = targets.map(({ name }) => name)
  expect(new Set(names).size).toBe(names.length)
  const parts = [
    'laws',
    'any text',
    'conversions',
    'mermaid',
    'Graphviz',
    'documents',
    'links',
    'plans',
    'configs',
  ]
  for (const part of [...parts, ...(findChromium() === undefined ? [] : ['labels'])])
    expect([part, names.some(name => name.startsWith(part))]).toEqual([part, true])
})

describe('a few inputs', () => {
  test.each(targets.map(each => [each.name, each] as const))('%s', async (name, { runs, input, check }) => {
    if (await isMissing(name)) return
    const subjects = new Set<Subject>()
    const property = fc.asyncProperty(input, async value => {
      await check(value as never, subject => subjects.add(subject))
    })
    const result = await fc.check(property, {
      seed: SEED,
      numRuns: Math.min(runs, extent === 'long' ? 20 : 4),
      endOnFailure: true,
    })
    expect(result.failed, String(result.errorInstance)).toBe(false)
    expect([...subjects]).not.toEqual([])
  })
})
