/** Names of formats, options and codes mean the same, and are asked for the same, wherever they stand: on the command line, in a config, or in its overrides. */
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { run, treeOf } from './trees.js'

const root = treeOf({
  'a.mmd': 'flowchart LR\n  a((Start)) -- yes --> b[(Data)]\n  style a fill:#f00\n',
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

/** A check under a config that says something of all files, and one that says it of this file. */
async function under(rules: object, ...words: string[]) {
  const runs = []
  for (const config of [rules, { overrides: [{ files: ['*.mmd'], ...rules }] }]) {
    writeFileSync(join(root, 'config.json'), JSON.stringify(config))
    runs.push(await run(root, ...words, 'a.mmd', '--config', 'config.json'))
  }
  return runs
}

test.each([
  ['fz', 'flowzap'],
  ['gv', 'dot'],
  ['.Drawio', 'drawio'],
])('via %s is via %s', async (word, name) => {
  const [expected] = await under({ via: [name] }, 'check')
  const asked = await run(root, 'check', 'a.mmd', '--via', word)
  for (const found of [...(await under({ via: [word] }, 'check')), asked]) expect(found).toEqual(expected)
  expect(expected!.status).toBeLessThan(2)
})

describe.each([
  ['flowzap-json', 'is only read, and never written'],
  ['svg', 'is only written, and never read back'],
  ['PNG', 'is only written, and never read back'],
])('via %s', (word, why) => {
  const expected = `“${word.toLowerCase()}” ${why}; there and back lead flowzap, mermaid, dot, drawio, json`
  test('in a config', async () => {
    for (const { stderr, status } of await under({ via: [word] }, 'check')) {
      expect(stderr).toContain(expected)
      expect(status).toBe(2)
    }
  })
  test('on the command line', async () => {
    const { stderr, status } = await run(root, 'check', 'a.mmd', '--via', word)
    expect(stderr).toBe(`diaglot: --via: ${expected}\n`)
    expect(status).toBe(2)
  })
})

test.each([
  [{ renderer: 'gitlab-81' }, 'gitlab-81'],
  [{ mermaid: 'abc' }, 'abc'],
  [{ nope: 'x' }, 'nope'],
])('the options %j are refused', async (options, word) => {
  const runs = [
    ...(await under({ options }, 'check')),
    ...(await under({ options }, 'convert', '--to', 'dot')),
  ]
  for (const { stderr, status } of runs) {
    expect(stderr).toContain(`“${word}”`)
    expect(status).toBe(2)
  }
  expect(runs[1]!.stderr).toContain('overrides[0].options: ')
})

test.each(['loss/nope', 'losss/*'])('%s may not be lost', async code => {
  const runs = [
    ...(await under({ allow: [code] }, 'check')),
    await run(root, 'check', 'a.mmd', '--allow', code),
  ]
  for (const { stderr, status } of runs) {
    expect(stderr).toContain(code)
    expect(status).toBe(2)
  }
})

test('what there is may be lost', async () => {
  for (const { status } of await under({ allow: ['loss/*', 'loss/style'], via: ['dot'] }, 'check'))
    expect(status).toBeLessThan(2)
})

test.each([
  [['--fix', '--only', 'nope'], '--only: there is no code “nope”'],
  [['--fix', '--only', 'lint/*'], '--only: there is no code “lint/*”'],
  [['--only', 'lint/orphan'], '--only says what is mended: it needs --fix, or --dry-run'],
  [['--rule', 'lnt/*=off'], 'no code begins as “lnt/*” does'],
])('lint %j is refused', async (words, fault) => {
  const { stderr, status } = await run(root, 'lint', 'a.mmd', ...words)
  expect(stderr).toContain(fault)
  expect(status).toBe(2)
})
