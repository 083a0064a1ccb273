/** Patches of `--dry-run` in a repository of git: `git apply` takes them, from whichever folder they were made. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { inProcess } from './in-process.js'
import { run, treeOf } from './trees.js'

const broken = 'flowchart LR\n a[x (y)] --> b\n'
const mended = 'flowchart LR\n a["x (y)"] --> b\n'
const hasGit = spawnSync('git', ['--version']).status === 0
const places: string[] = []
afterAll(() => {
  for (const place of places) rmSync(place, { recursive: true, force: true })
})

function repository(): string {
  const root = treeOf({
    'src/g.mmd': broken,
    'docs/a b.mmd': broken,
    'docs/pair.fz': 'Shop { # Shop\nn1: circle label:"Order"\n}\n',
  })
  places.push(root)
  mkdirSync(join(root, 'elsewhere'))
  spawnSync('git', ['init', '-q'], { cwd: root })
  return root
}
const applied = (cwd: string, input: string) => {
  const { status, stderr } = spawnSync('git', ['apply'], { cwd, input, encoding: 'utf8' })
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
}
const at = (root: string, file: string): string => readFileSync(join(root, file), 'utf8')

describe.runIf(hasGit)('a patch', () => {
  test.each([
    ['', 'src/g.mmd'],
    ['docs', '../src/g.mmd'],
    ['elsewhere', 'WHOLE/src/g.mmd'],
  ])('made in “%s” of %s is taken at the top', async (folder, word) => {
    const root = repository()
    const file = word.replace('WHOLE', root)
    const { stdout } = await run(join(root, folder), 'lint', file, '--fix', '--dry-run')
    expect(stdout).toMatch(/^diff --git a\/src\/g\.mmd b\/src\/g\.mmd\n--- a\/src\/g\.mmd\n/)
    applied(root, stdout)
    expect(at(root, 'src/g.mmd')).toBe(mended)
  })

  test('of a file in the folder is taken there, with a blank in its name', async () => {
    const root = repository()
    const docs = join(root, 'docs')
    const { stdout } = await run(docs, 'lint', 'a b.mmd', '--fix', '--dry-run')
    applied(docs, stdout)
    expect(at(root, 'docs/a b.mmd')).toBe(mended)
  })

  test('that makes a file is taken', async () => {
    const root = repository()
    const docs = join(root, 'docs')
    const words = ['convert', 'pair.fz', '-o', '../src/pair.mmd']
    const { stdout } = await run(docs, ...words, '--dry-run')
    applied(root, stdout)
    const made = at(root, 'src/pair.mmd')
    rmSync(join(root, 'src/pair.mmd'))
    await run(docs, ...words)
    expect(made).toBe(at(root, 'src/pair.mmd'))
  })
})

test('outside of a repository a file is called as it was named', async () => {
  const root = treeOf({ 'docs/a.mmd': broken })
  places.push(root)
  const words = ['lint', 'docs/a.mmd', '--fix', '--dry-run']
  const { stdout } = await inProcess(words, { cwd: root, input: '' })
  expect(stdout).toMatch(/^--- a\/docs\/a\.mmd\n\+\+\+ b\/docs\/a\.mmd\n/)
})
