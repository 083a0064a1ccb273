/** What the command line and the library do with a format that is only written, and with one that no folder is searched for. */
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { convertWith, writeWith } from '../../src/convert.js'
import type { Format } from '../../src/format.js'
import { convert, read } from '../../src/index.js'
import { formatOfInput } from '../../src/input/sniff.js'
import { makeGraph } from '../../src/ir/build.js'
import { putWith } from '../../src/put/put.js'
import { readWith } from '../../src/read.js'
import { inProcess } from '../cli/in-process.js'
import { entries, formats } from '../setup/formats.js'

const named = (name: string): Format => formats.find(format => format.name === name)!
const [boxes, steps, flowzapJson] = ['boxes', 'steps', 'flowzap-json'].map(named) as [Format, Format, Format]

let place = ''
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'diaglot-'))
})
afterEach(() => rmSync(place, { recursive: true, force: true }))

const file = (name: string, text: string) => writeFileSync(join(place, name), text)
const tea = 'steps\nstep a "Boil"\nstep b "Pour"\ngo a b ""\n'

async function run(...words: string[]): Promise<[status: number | null, stdout: string, stderr: string]> {
  const { status, stdout, stderr } = await inProcess(words, { cwd: place, input: '' }, entries)
  return [status, stdout, stderr]
}

describe('the command line', () => {
  test('takes no file of a folder that can only be written', async () => {
    file('a.steps', tea)
    file('b.boxes', 'anything')
    const [status, , said] = await run('convert', '.', '--to', 'mermaid', '-o', 'out/')
    expect([status, said]).toEqual([0, '1 diagram in 1 file converted; 1 file written.\n'])
    expect(readdirSync(join(place, 'out'))).toEqual(['a.mmd'])
  })

  test('finds no diagram where there is nothing else', async () => {
    file('b.boxes', 'anything')
    expect(await run('convert', '.', '--to', 'mermaid', '-o', 'out/')).toEqual([
      3,
      '',
      'diaglot: no diagram in .\n',
    ])
  })

  test.each([['b.boxes'], ['.', '--from', 'boxes', '-o', 'out/']])('reads none: %s', async (...words) => {
    file('b.boxes', 'anything')
    const [status, stdout, stderr] = await run('convert', ...words, '--to', 'mermaid')
    expect([status, stdout, stderr]).toEqual([2, '', 'diaglot: Boxes can only be written, not read\n'])
  })

  test('writes it from what is read', async () => {
    file('a.steps', tea)
    const [status, stdout, stderr] = await run('convert', 'a.steps', '--to', 'boxes')
    expect([status, stderr]).toEqual([0, ''])
    expect(stdout.split('\n')[1]).toMatch(
      /^\["node","a","rectangle",null,\d+,\d+,\d+,\d+,null,null,null,"Boil"\]$/,
    )
  })

  test('says in the list what is read and what is written', async () => {
    const [, stdout] = await run('formats')
    expect(stdout).toMatch(/^boxes +Boxes +writes +\.boxes$/m)
    expect(stdout).toMatch(/^steps +Steps +reads, writes +\.steps$/m)
  })

  test('does not bring it up to date', async () => {
    file('a.steps', tea)
    file('a.boxes', 'anything')
    expect(await run('convert', 'a.steps', '--update', '-o', 'a.boxes')).toEqual([
      2,
      '',
      'diaglot: --update is not for Boxes: it is written anew\n',
    ])
  })

  test('takes no JSON of a folder, where nobody says that it is a diagram', async () => {
    file('package.json', '{}')
    file('a.steps', tea)
    const [status, , said] = await run('convert', '.', '--to', 'mermaid', '-o', 'out/')
    expect([status, said]).toEqual([0, '1 diagram in 1 file converted; 1 file written.\n'])
    const [asJson] = await run('convert', '.', '--from', 'json', '--to', 'mermaid', '-o', 'out/')
    expect(asJson).toBe(1)
  })
})

describe('a wrong call is a TypeError', () => {
  const written = new TypeError('Boxes can only be written')
  const onlyRead = new TypeError('FlowZap’s JSON graph can only be read')

  test('of reading what can only be written', async () => {
    expect(() => readWith(boxes, 'x')).toThrow(written)
    expect(() => read('x', { format: boxes })).toThrow(written)
    await expect(convert('x', { from: boxes, to: 'dot' })).rejects.toThrow(written)
    await expect(convertWith(boxes, steps, 'x')).rejects.toThrow(written)
    expect(() => putWith(boxes, 'x', [makeGraph()])).toThrow(TypeError)
  })

  test('of writing what can only be read', async () => {
    await expect(writeWith(flowzapJson, [makeGraph()])).rejects.toThrow(onlyRead)
    await expect(convertWith(steps, flowzapJson, tea)).rejects.toThrow(onlyRead)
  })
})

test('a fence around a text that can only be written is none of a diagram', () => {
  expect(formatOfInput(formats, '```rectangles\nx\n```\n')).toBeUndefined()
  expect(formatOfInput(formats, '```steps\nstep\n```\n')).toBe(steps)
})
