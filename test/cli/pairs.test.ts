/** Pairs of files that hold the same diagram: as they are staged, and shared out among the parts of a run. */
import { spawnSync } from 'node:child_process'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { run, treeOf } from './trees.js'

const places: string[] = []
afterAll(() => {
  for (const place of places) rmSync(place, { recursive: true, force: true })
})

function placeOf(files: Readonly<Record<string, string>>): string {
  const place = treeOf(files)
  places.push(place)
  return place
}

const flow = (...nodes: string[]): string => `flowchart LR\n  ${nodes.join(' --> ')}\n`
const hasGit = spawnSync('git', ['--version']).status === 0

describe.runIf(hasGit)('as they are staged', () => {
  /** A repository with a pair that is in step, as a commit has it. */
  function repository(): { readonly root: string; readonly git: (...words: string[]) => void } {
    const root = placeOf({
      'diaglot.config.json': JSON.stringify({ pairs: [['docs/a.mmd', 'docs/b.mmd']] }),
      'docs/a.mmd': flow('a', 'b'),
      'docs/b.mmd': flow('a', 'b'),
    })
    const git = (...words: string[]): void => {
      const who = ['-c', 'user.name=a', '-c', 'user.email=a@example.org']
      const { status, stderr } = spawnSync('git', [...who, ...words], { cwd: root, encoding: 'utf8' })
      if (status !== 0) throw new Error(stderr)
    }
    git('init', '-q')
    git('add', '.')
    git('commit', '-qm', 'base')
    return { root, git }
  }

  test.each([[''], ['docs']])('the second file was left out, seen from “%s”', async folder => {
    const { root, git } = repository()
    for (const name of ['a', 'b']) writeFileSync(join(root, `docs/${name}.mmd`), flow('a', 'b', 'c'))
    git('add', 'docs/a.mmd')
    const here = join(root, folder)
    expect((await run(here, 'check', '.')).status).toBe(0)
    const { stdout, status } = await run(here, 'check', '--staged')
    expect(stdout).toContain('[check/out-of-step]')
    expect(status).toBe(1)
    git('add', 'docs/b.mmd')
    expect((await run(here, 'check', '--staged')).status).toBe(0)
  })

  test('what is in step there is, whatever stands in the folder', async () => {
    const { root } = repository()
    writeFileSync(join(root, 'docs/a.mmd'), flow('x', 'y'))
    expect((await run(root, 'check', '--staged')).status).toBe(0)
    expect((await run(root, 'check', '.')).status).toBe(1)
  })

  test('a second file that nobody added is no part of what is staged', async () => {
    const { root, git } = repository()
    git('rm', '-q', '--cached', 'docs/b.mmd')
    const { stdout, status } = await run(root, 'check', '--staged')
    expect(stdout).toContain('docs/b.mmd is not staged, and git has no other version of it')
    expect(status).toBe(3)
  })

  test('a second file that git is told to ignore counts as it stands', async () => {
    const { root, git } = repository()
    git('rm', '-q', '--cached', 'docs/b.mmd')
    writeFileSync(join(root, '.gitignore'), 'b.mmd\n')
    expect((await run(root, 'check', '--staged')).status).toBe(0)
  })

  test('a pair of which git has nothing is none of the matter, unless it is named', async () => {
    const { root, git } = repository()
    git('rm', '-q', '-r', '--cached', 'docs')
    expect((await run(root, 'check', '--staged')).status).toBe(0)
    const named = await run(root, 'check', '--staged', '--same', 'docs/a.mmd', 'docs/b.mmd')
    expect(named.status).toBe(3)
  })
})

describe('in parts', () => {
  /** Three pairs: one in step, and two out of step, the last with a file that is looked at in the pair only; and a file of its own. */
  const root = placeOf({
    'diaglot.config.json': JSON.stringify({
      pairs: [
        ['a.mmd', 'b.mmd'],
        ['c.mmd', 'd.mmd'],
        ['e.mmd', 'out/f.mmd'],
      ],
      ignore: ['out/'],
    }),
    'a.mmd': flow('a', 'b'),
    'b.mmd': flow('a', 'b'),
    'c.mmd': flow('a', 'b', 'c'),
    'd.mmd': flow('a', 'b'),
    'e.mmd': flow('a', 'b', 'c'),
    'out/f.mmd': flow('a', 'b'),
    'g.mmd': flow('a', 'b'),
  })
  const report = async (...words: string[]) =>
    JSON.parse((await run(root, ...words, '--reporter', 'json')).stdout)

  test('a file of a pair stands in a report once, with all that is found', async () => {
    const { sum, files } = await report('check', '.')
    expect(files.map(({ name }: { name: string }) => name)).toEqual([
      ...['a', 'b', 'c', 'd', 'e', 'g'].map(name => `${name}.mmd`),
      'out/f.mmd',
    ])
    expect(sum).toMatchObject({ files: 7, diagrams: 7, errors: 2, skipped: { ignored: 1 } })
    const found = files.filter(({ findings }: { findings: unknown[] }) => findings.length > 0)
    expect(found.map(({ name }: { name: string }) => name)).toEqual(['d.mmd', 'out/f.mmd'])
  })

  test.each([2, 3, 9])('%i parts together are the whole', async count => {
    const parts: string[] = []
    for (let part = 1; part <= count; part++) {
      const name = `${count}-${part}.json`
      await run(root, 'check', '.', '--shard', `${part}/${count}`, '--reporter', `json=${name}`)
      parts.push(name)
    }
    const merged = await report('merge-reports', ...parts)
    const whole = await report('check', '.')
    expect(merged.sum).toEqual(whole.sum)
    expect(merged.files).toEqual(whole.files)
  })

  test('a pair alone is in one part', async () => {
    const sums = []
    for (const part of ['1/2', '2/2']) {
      const words = ['check', '--no-config', '--same', 'c.mmd', 'd.mmd', '--shard', part]
      sums.push((await report(...words)).sum.errors)
    }
    expect(sums).toEqual([1, 0])
  })
})
