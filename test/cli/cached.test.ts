/** Results of which some are known from an earlier run: what was found then is said again, and who finds the others is told when no more are wanted. */
import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
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

describe('a second run', () => {
  const folder = mkdtempSync(join(tmpdir(), 'diaglot-cached-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  const file = join(folder, 'a.mmd')
  const source = 'flowchart LR\n  a-->b\n'
  const clean: FileResult = { name: file, messages: [], diagrams: 1, passedOver: [], changed: false }
  const warned: FileResult = {
    ...clean,
    source,
    messages: [
      {
        code: 'lint/orphan',
        severity: 'warning',
        text: 'There is nobody.',
        at: [15, 16],
        fix: { title: 'leave it out', edits: [{ start: 15, end: 20, text: '' }] },
      },
    ],
  }

  /** What a second run says of the file where the first one found this, and whether it looked at it. */
  async function twice(first: FileResult, between: () => void = () => {}) {
    writeFileSync(file, source)
    const runs: { readonly results: FileResult[]; readonly looked: number }[] = []
    for (const _ of [1, 2]) {
      const options = { strategy: 'metadata', location: join(folder, 'cache.json') } as const
      const cache = await Cache.open(options, { task: 'check', write: false })
      let looked = 0
      const results: FileResult[] = []
      const found = async function* (rest: readonly Input[]) {
        for (const _ of rest) {
          looked++
          yield first
        }
      }
      for await (const result of cachedOr([fileInput(file, 'a.mmd')], cache, found)) results.push(result)
      await cache.save()
      runs.push({ results, looked })
      if (runs.length === 1) between()
    }
    rmSync(join(folder, 'cache.json'), { force: true })
    expect(runs[0]).toEqual({ results: [first], looked: 1 })
    return { looked: runs[1]!.looked, result: runs[1]!.results[0] }
  }

  test.each([
    ['that is clean', clean],
    ['with a finding, its place and its fix', warned],
    ['that would change', { ...clean, changed: true }],
    ['with other kinds of diagrams', { ...clean, diagrams: 0, passedOver: ['pie'] }],
  ])('says the same of a file %s, without a look at it', async (_, first) => {
    expect(await twice(first)).toEqual({ looked: 0, result: { ...first, cached: true } })
  })

  test.each<[string, FileResult]>([
    ['that could not be looked at', { ...clean, failure: { text: 'x', exitCode: 2 } }],
    ['whose findings count in another text', { ...warned, source: 'a -- b' }],
    ['with more findings than a cache holds', { ...warned, messages: Array(300).fill(warned.messages[0]) }],
  ])('looks again at a file %s', async (_, first) => {
    expect(await twice(first)).toEqual({ looked: 1, result: first })
  })

  test('looks again at a file that has another time', async () => {
    expect((await twice(warned, () => utimesSync(file, 1, 1))).looked).toBe(1)
  })
})
