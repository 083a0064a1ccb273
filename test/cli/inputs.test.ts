/** Files that a search finds, and what is read of them when their turn comes: which may be a while later. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, unlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { findInputs, fromDisk } from '../../src/cli/inputs.js'

function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'inputs-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  mkdirSync(join(folder, 'deep'))
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  return folder
}

const said = async (load: () => Promise<Uint8Array>) => new TextDecoder().decode(await load())

test.each(['the folder', 'a glob'])('files of %s are in order, each with its size', async how => {
  const folder = folderWith({ 'b.mmd': 'é', 'a.mmd': '', 'deep/c.mmd': 'flowchart', 'd.txt': 'no diagram' })
  const inputs = await findInputs([how === 'a glob' ? `${folder}/**/*.mmd` : folder], ['.mmd'])
  expect(inputs.map(({ inFolder, size }) => [inFolder, size])).toEqual([
    ['a.mmd', 0],
    ['b.mmd', 2],
    ['deep/c.mmd', 9],
  ])
  expect(inputs.map(({ path }) => resolve(path!))).toEqual(
    inputs.map(({ inFolder }) => join(folder, inFolder)),
  )
  expect(await Promise.all(inputs.map(({ load }) => said(load)))).toEqual(['', 'é', 'flowchart'])
})

test.each([
  ['is as it was', 'flowchart LR'],
  ['has grown', 'flowchart LR\n  a --> b\n'],
  ['has shrunk', 'flow'],
  ['is empty now', ''],
])('a file that %s is read whole', async (_, now) => {
  const folder = folderWith({ 'a.mmd': 'flowchart LR' })
  const [input] = await findInputs([folder], ['.mmd'])
  writeFileSync(join(folder, 'a.mmd'), now)
  expect(await said(input!.load)).toBe(now)
  // What another thread is handed has no function in it.
  const { load: _load, ...plain } = input!
  expect(await said(fromDisk(plain).load)).toBe(now)
})

test.runIf(process.platform !== 'win32')('a pipe in the place of a file is not waited for', async () => {
  const folder = folderWith({ 'a.mmd': '' })
  const [input] = await findInputs([folder], ['.mmd'])
  unlinkSync(join(folder, 'a.mmd'))
  execFileSync('mkfifo', [join(folder, 'a.mmd')])
  expect(await said(input!.load)).toBe('')
})

test('what is gone, and what is a folder now, is said', async () => {
  const folder = folderWith({ 'a.mmd': 'flowchart', 'b.mmd': 'flowchart' })
  const [gone, other] = await findInputs([folder], ['.mmd'])
  unlinkSync(join(folder, 'a.mmd'))
  unlinkSync(join(folder, 'b.mmd'))
  mkdirSync(join(folder, 'b.mmd'))
  await expect(gone!.load()).rejects.toThrow(`there is no file ${folder}/a.mmd`)
  await expect(other!.load()).rejects.toThrow(`${folder}/b.mmd`)
})
