/** A migration of texts: the plan and the texts that the command makes of the same files, without any. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { planFault } from '../../src/migrate/plan-form.js'
import { sha256 } from '../../src/migrate/sha256.js'
import { planMigration } from '../../src/migration.js'
import { run, stateOf, treeOf } from '../cli/trees.js'

const flow = 'flowchart LR\n  a[Start] --> b\n'
const fence = (text: string) => `\`\`\`mermaid\n${text}\`\`\`\n`
const tree = {
  'a.mmd': flow,
  'A.dot': 'digraph { x -> y }\n',
  'docs/b.md': `---\ntitle: B\n---\n${fence(flow)}\n${fence('pie\n')}\n[a](../a.mmd)\n`,
  'docs/c.rst': '.. graphviz:: ../A.dot\n\n.. mermaid::\n\n   graph LR\n     a[\n',
  'docs/d.html': '<pre class="mermaid">\n  graph LR\n    a --&gt; b\n</pre>\n',
  'docs/e.json': '{}',
  'docs/e.png': 'no picture',
  'docs/d-1.fz': 'taken',
}
const files = Object.entries(tree).map(([path, text]) => ({ path, text }))

describe('the digest', () => {
  test.each(['', 'a', 'Grüße 😀', 'x'.repeat(55), 'x'.repeat(56), 'x'.repeat(64), 'x'.repeat(100_000)])(
    'is SHA-256',
    text => expect(sha256(text)).toBe(createHash('sha256').update(text).digest('hex')),
  )
})

test.each([
  [{ to: 'flowzap', remove: true }, ['--to', 'flowzap', '--remove']],
  [{ to: 'mermaid', fences: 'inline' }, ['--to', 'mermaid', '--fences', 'inline']],
  [
    { to: 'flowzap', fences: 'extract', options: { 'lanes-from': 'none' } },
    ['--to', 'flowzap', '--fences', 'extract', '--lanes-from', 'none'],
  ],
] as const)('%j is what the command does', async (settings, words) => {
  const root = treeOf(tree)
  await run(root, 'migrate', '.', ...words, '-q', '--plan-out', `${root}.json`)
  const { plan, files: made, removed, failed } = await planMigration(files, settings)
  expect(planFault(plan)).toBeUndefined()
  const planned = JSON.parse(readFileSync(`${root}.json`, 'utf8'))
  const inOrder = [...plan.files].sort((a, b) => (a.path < b.path ? -1 : 1))
  // A search passes over what is neither a diagram nor a document.
  expect(inOrder.filter(({ path }) => !/e\.(?:json|png)$/.test(path))).toEqual(
    planned.files.sort((a: { path: string }, b: { path: string }) => (a.path < b.path ? -1 : 1)),
  )

  await run(root, 'migrate', '.', ...words, '-q', '--write')
  const after = new Map<string, string>(Object.entries(tree))
  for (const path of removed) after.delete(path)
  for (const { path, text } of made) after.set(path, text)
  expect([...after.keys()].sort()).toEqual(Object.keys(stateOf(root)).sort())
  for (const [path, text] of after)
    expect([path, readFileSync(join(root, path), 'utf8')]).toEqual([path, text])
  expect(failed).toEqual([])
})

test('a second migration has nothing to do', async () => {
  const first = await planMigration(files, { to: 'flowzap' })
  const texts = new Map<string, string>(Object.entries(tree))
  for (const { path, text } of first.files) texts.set(path, text)
  const second = await planMigration(
    [...texts].map(([path, text]) => ({ path, text })),
    { to: 'flowzap' },
  )
  expect([second.files, second.removed]).toEqual([[], []])
})

test.each([
  [[{ path: '../a.mmd', text: flow }], 'it leads out of the folder'],
  [[{ path: '/a.mmd', text: flow }], 'it does not start from the folder'],
  [
    [
      { path: 'a.mmd', text: flow },
      { path: 'a.mmd', text: '' },
    ],
    'it is there twice',
  ],
])('a wrong call throws: %j', async (some, said) => {
  await expect(planMigration(some, { to: 'flowzap' })).rejects.toThrow(TypeError)
  await expect(planMigration(some, { to: 'flowzap' })).rejects.toThrow(said)
})

test('a format that is only written is a wrong call', async () => {
  await expect(planMigration([], { to: 'svg' })).rejects.toThrow(
    '“svg” is no format that is read and written',
  )
})

test('keys that every object has are names like others', async () => {
  const { files: made } = await planMigration(
    [
      { path: '__proto__/constructor.mmd', text: flow },
      { path: '__proto__.md', text: fence(flow) },
    ],
    { to: 'flowzap' },
  )
  expect(made.map(({ path }) => path)).toEqual([
    '__proto__/constructor.fz',
    '__proto__-1.fz',
    '__proto__-1.svg',
    '__proto__.md',
  ])
})
