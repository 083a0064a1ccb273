/** Links among the inputs and in the output: what a search follows once, and what is not written through. */
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { inProcess } from './in-process.js'

let place = ''
const run = (...words: string[]) => inProcess(words, { cwd: place, input: '' })

beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'diaglot-links-'))
  mkdirSync(join(place, 'in/deep'), { recursive: true })
  writeFileSync(join(place, 'in/deep/a.fz'), 'A { # A\nn1: circle label:"a"\n}\n')
})
afterEach(() => rmSync(place, { recursive: true, force: true }))

it('follows links in a circle once', async () => {
  symlinkSync('..', join(place, 'in/deep/up'))
  symlinkSync('deep', join(place, 'in/again'))
  expect(await run('convert', 'in', '--to', 'json', '-o', 'out')).toMatchObject({ status: 0 })
  expect(readdirSync(join(place, 'out'), { recursive: true }).sort()).toEqual(['deep', 'deep/a.json'])
})

it('does not write through a dangling link', async () => {
  mkdirSync(join(place, 'out'))
  symlinkSync(join(place, 'elsewhere.json'), join(place, 'out/a.json'))
  const { status, stderr } = await run('convert', 'in/deep/a.fz', '--to', 'json', '-o', 'out')
  expect([status, stderr]).toEqual([
    3,
    'diaglot: cannot write out/a.json: it is a link to a file that is not there\n0 diagrams in 1 file converted; 1 file failed.\n',
  ])
  expect(existsSync(join(place, 'elsewhere.json'))).toBe(false)
})

it('leaves a file that is read-only as it is', async () => {
  const file = join(place, 'page.md')
  writeFileSync(file, '```dot\ndigraph { a -> b }\n```\n')
  chmodSync(file, 0o444)
  const { status, stderr } = await run('convert', 'page.md', '--to', 'mermaid', '--in-place', '-q')
  expect([status, stderr]).toEqual([
    3,
    'diaglot: cannot write page.md: it is read-only, and is left as it is\n',
  ])
  expect(readFileSync(file, 'utf8')).toContain('digraph')
  // What has nothing to be written is no trouble.
  expect(await run('convert', 'page.md', '--to', 'dot', '--in-place')).toMatchObject({ status: 0 })
})

it('keeps what a glob finds inside of the output folder', async () => {
  mkdirSync(join(place, 'work/sub'), { recursive: true })
  const words = ['convert', '*/../../in/deep/*.fz', '--to', 'json', '-o', 'out/']
  const { status } = await inProcess(words, { cwd: join(place, 'work'), input: '' })
  expect(status).toBe(0)
  expect(readdirSync(join(place, 'work/out'))).toEqual(['a.json'])
  expect(existsSync(join(place, 'work/in'))).toBe(false)
})
