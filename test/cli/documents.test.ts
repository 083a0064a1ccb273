/** Documents keep every byte outside of their diagrams, in whatever encoding they are. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { inProcess } from './in-process.js'

let place = ''
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'diaglot-documents-'))
})
afterEach(() => rmSync(place, { recursive: true, force: true }))

const run = (...words: string[]) => inProcess(['convert', ...words], { cwd: place, input: '' })
const bytes = (name: string) => readFileSync(join(place, name))

const page = (fence: string, lines: readonly string[]): string =>
  [
    '\tTabs, trailing blanks  ',
    '',
    ...[`- ~~~~ ${fence} {#x}`, ...lines.map(line => `  ${line}`), '  ~~~~'],
    'the end',
    '',
  ].join('\r\n')
const before = page('mermaid', ['flowchart LR', 'a --> b'])
const after = page('dot', [
  'digraph {',
  '  rankdir=LR;',
  '  node [shape=box];',
  '  a;',
  '  b;',
  '  a -> b;',
  '}',
])

test.each([
  ['UTF-8', (text: string) => Buffer.from(text)],
  ['UTF-8 with a mark', (text: string) => Buffer.from(`\ufeff${text}`)],
  ['UTF-16, little end first', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')],
  ['UTF-16, big end first', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
])('%s: only the diagram is another', async (_, encoded) => {
  writeFileSync(join(place, 'page.md'), encoded(before))
  expect(await run('page.md', '--to', 'dot', '-o', 'copy.md', '-q')).toMatchObject({ status: 0, stderr: '' })
  expect(bytes('copy.md')).toEqual(encoded(after))
  expect(bytes('page.md')).toEqual(encoded(before))
  expect(await run('page.md', '--to', 'dot', '--in-place', '-q')).toMatchObject({ status: 0, stderr: '' })
  expect(bytes('page.md')).toEqual(encoded(after))
})

test('a page in an old encoding without a diagram is none of our business', async () => {
  const old = Buffer.from('café\r\n', 'latin1')
  writeFileSync(join(place, 'old.md'), old)
  writeFileSync(join(place, 'page.md'), before)
  const { status, stderr } = await run('.', '--to', 'dot', '--in-place')
  expect([status, stderr]).toEqual([
    0,
    '1 diagram in 2 files converted; 1 file written; 1 without a diagram: old.md.\n',
  ])
  expect(bytes('old.md')).toEqual(old)
})

test('what a document would not hold stays, and is said', async () => {
  // Somebody lost a sign of this notebook: another text would not be found in it again.
  const cell = '{"cell_type": "markdown", "source": ["```mermaid\\n"<![CDATA[, "graph LR\\n", "```"]}'
  const source = `{"cells": [\n${cell},\n{}]}`
  writeFileSync(join(place, 'a.ipynb'), source)
  const { stderr } = await run('a.ipynb', '--to', 'dot', '--in-place')
  expect(bytes('a.ipynb').toString()).toBe(source)
  expect(stderr).toContain('The document does not hold the new text here')
})
