/**
 * The specifications: what lowering, carrying, inference and update do, as pages that a person can read.
 * `UPDATE_SPECS=1 npx vitest run test/specs` writes what is expected anew; read the difference before you commit it.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { casesOf, type Fence, withBodies } from './parse.js'
import { run } from './run.js'

const folder = 'test/specs'
const pages = readdirSync(folder).filter(name => name.endsWith('.md'))

describe.each(pages)('%s', name => {
  const path = `${folder}/${name}`
  const page = readFileSync(path, 'utf8')
  const cases = casesOf(page)

  if (process.env.UPDATE_SPECS) {
    test('is written anew', async () => {
      const bodies = new Map<Fence, string>()
      for (const one of cases) for (const [fence, body] of await run(one)) bodies.set(fence, body)
      writeFileSync(path, withBodies(page, bodies))
    })
    return
  }
  test.each(cases.map(one => [one.title, one] as const))('%s', async (_, one) => {
    const found = await run(one)
    expect(found.size, 'fences that expect something').toBeGreaterThan(0)
    for (const [fence, body] of found) expect(body, fence.words.join(' ')).toBe(fence.body)
  })
})
