/** `lint --fix` and `fmt --write` of what comes from a pipe: the text goes to standard output, and what is said of it to standard error. */
import { rmSync } from 'node:fs'
import { afterAll, expect, test } from 'vitest'
import { inProcess } from './in-process.js'
import { treeOf } from './trees.js'

const root = treeOf({ 'a.mmd': 'flowchart LR\n a[x (y)] --> b\n' })
afterAll(() => rmSync(root, { recursive: true, force: true }))

const piped = (input: string, ...words: string[]) => inProcess(words, { cwd: root, input })

test.each([[[]], [['-']]])('lint --fix %j prints the text that is mended', async words => {
  const { stdout, stderr, status } = await piped('flowchart LR\n a[x (y)] --> b\n', 'lint', '--fix', ...words)
  expect(stdout).toBe('flowchart LR\n a["x (y)"] --> b\n')
  expect(stderr).toContain('1 fix')
  expect(status).toBe(0)
})

test('what is in order goes on as it came, with its mark and its line ends', async () => {
  const text = '\ufeffflowchart LR\r\n  a --> b\r\n'
  expect((await piped(text, 'lint', '--fix')).stdout).toBe(text)
})

test('another kind of diagram goes on as it came', async () => {
  const text = 'sequenceDiagram\n  a->>b: hi\n'
  for (const words of [
    ['lint', '--fix'],
    ['fmt', '--write'],
  ])
    expect((await piped(text, ...words, '--from', 'mermaid')).stdout).toBe(text)
})

test('fmt --write prints what fmt prints', async () => {
  const text = 'flowchart LR\na-->b\n'
  const written = await piped(text, 'fmt', '--write')
  expect(written.stdout).toBe((await piped(text, 'fmt')).stdout)
  expect(written.stdout).not.toBe(text)
})

test('a report for programs stands beside the text, not in it', async () => {
  const { stdout, stderr } = await piped('flowchart LR\n  a --> b\n', 'lint', '--fix', '--reporter', 'json')
  expect(stdout).toBe('flowchart LR\n  a --> b\n')
  expect(JSON.parse(stderr).sum.files).toBe(1)
})

test('without --fix, what is found is the result', async () => {
  const { stdout, stderr } = await piped('flowchart LR\n  a --> b\n', 'lint')
  expect(stdout).toBe('1 diagram in 1 file linted; no findings.\n')
  expect(stderr).toBe('')
})

test.each([
  ['fmt', '--write'],
  ['lint', '--fix'],
])('%s %s --staged is refused: it would write what was not looked at', async (command, option) => {
  const { stderr, status, stdout } = await piped('', command, option, '--staged')
  expect(stderr).toContain(`${option} writes the files of the folder, and --staged reads what is staged`)
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
})
