/** A half of a format reads, or writes, what the whole does: the command uses halves where it can. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readingPart, writingPart } from '../src/cli/halves.js'
import { convertWith } from '../src/convert.js'
import type { Format, FormatEntry } from '../src/format.js'
import { read } from '../src/index.js'
import { corpusFolder, entries } from './setup/formats.js'
import { sample } from './setup/runs.js'

const halved = entries.filter(({ reader, writer }) => reader && writer)

/** Every small diagram of a format. */
function textsOf(entry: FormatEntry): string[] {
  const folder = corpusFolder(entry as Pick<Format, 'name'>)!
  const files = readdirSync(folder).filter(file => entry.extensions.some(end => file.endsWith(end)))
  return sample(files, 2).map(file => readFileSync(join(folder, file), 'utf8'))
}

test('the four formats that people convert most have halves', () => {
  expect(halved.map(({ name }) => name)).toEqual(['flowzap', 'mermaid', 'dot', 'drawio'])
})

describe.each(halved.map(({ name }) => name))('from %s', name => {
  const from = halved.find(entry => entry.name === name)!
  // Pages are laid out, which takes long.
  const targets = halved.filter(to => to !== from && to.name !== 'drawio')

  test.each(targets.map(to => to.name))('to %s, carrying and not', async other => {
    const to = halved.find(entry => entry.name === other)!
    const texts = textsOf(from)
    expect(texts.length).toBeGreaterThan(0)
    for (const carry of [false, true])
      for (const text of texts) {
        const whole = await convertWith(await from.load(), await to.load(), text, { carry })
        const halves = await convertWith(await from.reader!(), await to.writer!(), text, { carry })
        expect(halves).toEqual(whole)
        // And what rides along comes back.
        const back = await convertWith(await to.load(), await from.load(), whole.text)
        expect(await convertWith(await to.reader!(), await from.writer!(), whole.text)).toEqual(back)
      }
  })
})

describe('which part', () => {
  const dot = halved.find(({ name }) => name === 'dot')!
  const settings = { task: 'convert', write: false, rules: {} } as const
  const convert = {
    to: 'mermaid',
    options: {},
    exchanges: false,
    recover: false,
    maxLosses: 0,
    scale: 1,
    fonts: [],
  }

  test('reading needs the whole for its own format, for options, and for other tasks', async () => {
    const [whole, half] = [await dot.load(), await dot.reader!()]
    expect(await readingPart(dot, { ...settings, convert })).toBe(half)
    expect(await readingPart(dot, { ...settings, convert: { ...convert, to: 'dot' } })).toBe(whole)
    expect(await readingPart(dot, { ...settings, convert, options: { notes: 'node' } })).toBe(whole)
    expect(await readingPart(dot, { ...settings, convert: { ...convert, options: { notes: 'node' } } })).toBe(
      whole,
    )
    expect(await readingPart(dot, { ...settings, task: 'check' })).toBe(whole)
  })

  test('writing needs it for its own documents, and for a text of another format than it seemed', async () => {
    const [whole, half] = [await dot.load(), await dot.writer!()]
    const { documents } = read('digraph { a }', { format: 'dot' })
    expect(await writingPart(dot)).toBe(half)
    expect(await writingPart(dot, { documents: [undefined] })).toBe(half)
    expect(await writingPart(dot, { documents: documents! })).toBe(whole)
    expect(await writingPart(dot, { format: 'json' })).toBe(whole)
  })

  test('a format without halves is loaded whole', async () => {
    const json = entries.find(({ name }) => name === 'json')!
    expect(await readingPart(json, { ...settings, convert })).toBe(await json.load())
    expect(await writingPart(json)).toBe(await json.load())
  })
})
