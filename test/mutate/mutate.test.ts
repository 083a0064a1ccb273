/** The mistakes that `npm run mutate` makes: one at a time does what it says, and none changes nothing. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { transformSync } from 'esbuild'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Mutant, mutantsIn } from '../../scripts/mutate/mutants.js'
import { withMutants } from '../../scripts/mutate/switch.js'
import { sourceFiles } from '../setup/imports.js'
import { sample } from '../setup/runs.js'

const folder = mkdtempSync(join(tmpdir(), 'diaglot-mutants-'))
afterAll(() => rmSync(folder, { recursive: true }))

const file = join(folder, 'sum.ts')
const source = `const most: number = 3
export function sum(numbers: readonly number[]): string {
  const seen: string[] = []
  for (const each of numbers) seen.push(String(each))
  if (numbers.some(each => !each) && most > 1) return 'none'
  return seen.length < 2 ? 'few' : seen.join('+')
}
`
let mutants: Mutant[] = []
beforeAll(() => {
  writeFileSync(file, source)
  mutants = mutantsIn(file).map((mutant, id) => ({ ...mutant, id }))
})

/** What the function answers with one mutant awake. */
function answer(awake: number, numbers: readonly number[]): unknown {
  const { code } = transformSync(withMutants(source, mutants), { loader: 'ts', format: 'cjs' })
  const module = { exports: {} as { sum(numbers: readonly number[]): string } }
  new Function('module', 'globalThis', code)(module, { __isMutant: (id: number) => id === awake })
  return module.exports.sum(numbers)
}

const idOf = (before: string, after: string): number =>
  mutants.find(({ start, end, after: other }) => source.slice(start, end) === before && other === after)!.id

describe('a mutant', () => {
  test('that sleeps changes nothing', () => {
    expect([answer(-1, [1, 2]), answer(-1, [1]), answer(-1, [0, 1])]).toEqual(['1+2', 'few', 'none'])
  })

  test('turns a comparison, a method, a condition or a text', () => {
    expect(answer(idOf('most > 1', '(most) >= (1)'), [0])).toBe('none')
    expect(answer(idOf('seen.length < 2', '(seen.length) <= (2)'), [1, 2])).toBe('few')
    expect(answer(idOf('.some', 'every'), [0, 1])).toBe('0+1')
    expect(answer(idOf('!each', 'each'), [1])).toBe('none')
    expect(answer(idOf("'few'", "''"), [1])).toBe('')
  })

  test('leaves a statement out', () => {
    expect(answer(idOf('seen.push(String(each))', ''), [1, 2])).toBe('few')
  })
})

test('types, keys and tables that are built on loading have none', () => {
  expect(mutants.filter(({ start }) => start < source.indexOf('{'))).toEqual([])
})

test('every source file can hold all of its mutants', () => {
  const own = sourceFiles.filter(name => !name.endsWith('.gen.ts'))
  for (const path of sample(own, 6)) {
    const all = mutantsIn(path).map((mutant, id) => ({ ...mutant, id }))
    expect(
      () => transformSync(withMutants(readFileSync(path, 'utf8'), all), { loader: 'ts' }),
      path,
    ).not.toThrow()
  }
})
