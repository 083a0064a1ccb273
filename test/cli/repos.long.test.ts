/**
 * Two trees with the mess of real ones (`corpus/repos`), moved to FlowZap Code: the plan is what stands beside them, and so is what comes out;
 * `UPDATE_REPOS=1` writes both anew. Then nothing is left to do, what is new is clean, and all of it can be undone.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { packed, unpacked } from '../setup/tree-text.js'
import { bundleIn, run, stateOf, treeOf } from './trees.js'

const folder = 'corpus/repos'

function expectFile(path: string, text: string): void {
  if (process.env.UPDATE_REPOS) writeFileSync(path, text)
  else expect(text).toBe(readFileSync(path, 'utf8'))
}

function treeCalled(name: string): string {
  const root = treeOf({})
  unpacked(readFileSync(join(folder, `${name}.tree`), 'utf8'), root)
  return root
}

/** What `check` finds, by file, but for files that stay with what they have. */
async function errorsIn(root: string): Promise<string[]> {
  const { stdout } = await run(root, 'check', '.', '--reporter', 'ndjson', '--no-config')
  const lines = stdout
    .trim()
    .split('\n')
    .map(line => JSON.parse(line) as { file?: string; severity?: string; code?: string; text?: string })
  return lines.flatMap(({ file, severity, code }) => (severity === 'error' ? [`${file} ${code}`] : []))
}

describe.each(['shop', 'handbook'])('%s', name => {
  test.each([
    ['picture', ['--remove']],
    ['inline', ['--fences', 'inline']],
  ] as const)('%s', async (way, words) => {
    const root = treeCalled(name)
    const before = stateOf(root)
    const broken = await errorsIn(root)
    const call = ['migrate', '.', '--to', 'flowzap', ...words]
    const plan = await run(root, ...call, '-v')
    expectFile(join(folder, `${name}.${way}.plan.txt`), plan.stdout)
    expect(stateOf(root)).toEqual(before)

    const first = await run(root, ...call, '--write')
    expectFile(join(folder, `${name}.${way}.tree`), packed(root))
    const after = stateOf(root)
    expect((await errorsIn(root)).filter(error => !broken.includes(error))).toEqual([])

    const second = await run(root, ...call, '--write')
    expect(second.stdout).toContain('Nothing to write')
    expect(stateOf(root)).toEqual(after)

    const undone = await run(root, 'apply', '--undo', bundleIn(first))
    expect([undone.status, stateOf(root)]).toEqual([0, before])
  })

  test('only lines of diagrams, and names of files that went, are others', () => {
    const old = linesOf(join(folder, `${name}.tree`))
    for (const [path, lines] of linesOf(join(folder, `${name}.picture.tree`))) {
      const before = old.get(path)
      if (!before) continue
      const known = new Set(before)
      // A caption stands under its picture then.
      const isCaption = (line: string) => before.some(own => own.endsWith(`:caption: ${line.trim()}`))
      const fresh = lines.filter(line => line !== '' && !known.has(line) && !isCaption(line))
      expect([path, fresh.filter(line => !/\.fz|\.svg|,flowzap\]|^\s*:(?:alt|target):/.test(line))]).toEqual([
        path,
        [],
      ])
    }
  })
})

/** The lines of each file of a tree. */
function linesOf(path: string): Map<string, string[]> {
  const files = new Map<string, string[]>()
  let own: string[] = []
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    const name = /^-- (\S+).* --$/.exec(line)?.[1]
    if (name === undefined) own.push(line)
    else {
      own = []
      files.set(name, own)
    }
  }
  return files
}
