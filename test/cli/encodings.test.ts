/**
 * Every kind of document in every encoding, with both line ends and with tabs: what a migration writes has the bytes of the old one outside of its
 * diagram, and undoing gives all of them. What is put into a diagram leaves it in its encoding.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { decodeText } from '../../src/text/utf16.js'
import { bundleIn, run, stateOf, treeOf } from './trees.js'

/** What stands before a diagram, its lines with what each begins with, and what stands behind. `\t` is a tab that has to stay. */
interface Kind {
  readonly file: string
  readonly before: string
  readonly prefix?: string
  readonly behind: string
  /** The letters of a line as the document has them. */
  readonly encode?: (line: string) => string
}

const html = (line: string) => line.replace(/>/g, '&gt;')
const kinds: readonly Kind[] = [
  { file: 'a.md', before: '# Grüße\n\n-\tx\n\n\t```mermaid\n', prefix: '\t', behind: '\t```\n\t😀\ty  \n' },
  { file: 'b.mdx', before: 'import a\tfrom "é"\n\n```mermaid\n', behind: '```\n\n<A b="é\t" />\n' },
  { file: 'c.qmd', before: 'é\n\n```{mermaid}\n', behind: '```\n\té\n' },
  {
    file: 'd.html',
    before: '<p>é\t</p>\n<pre class="mermaid">\n',
    prefix: '\t',
    behind: '</pre>\n<p>é',
    encode: html,
  },
  { file: 'e.adoc', before: '= É\n\n.T\té\n[mermaid]\n----\n', behind: '----\n\né\t\n' },
  { file: 'f.rst', before: 'É\n=\n\n.. mermaid::\n\n', prefix: '\t', behind: '\né\t\n' },
  {
    file: 'g.ipynb',
    before: '{"cells": [{"cell_type":\t"markdown", "source": [\n"```mermaid\\n",\n',
    prefix: '\t',
    behind: '\t"```\\n"\n]}],\t"é": 1}\n',
    encode: line => `${JSON.stringify(`${line}\n`)},`,
  },
  { file: 'h.markdown', before: '::: mermaid\n', behind: ':::\n\té\n' },
]

const old = ['graph LR', '  a[Grüße 😀] --> b']
const bytesIn: readonly (readonly [name: string, bytes: (text: string) => Uint8Array])[] = [
  ['UTF-8', text => Buffer.from(text)],
  ['UTF-8 with a mark', text => Buffer.from(`\ufeff${text}`)],
  ['UTF-16 LE', text => Buffer.from(`\ufeff${text}`, 'utf16le')],
  ['UTF-16 BE', text => Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
]

const documentOf = ({ before, prefix = '', behind, encode = own => own }: Kind, lines: readonly string[]) =>
  before + lines.map(line => `${prefix}${encode(line)}\n`).join('') + behind

describe.each(kinds)('$file', kind => {
  const ends = [
    ['line feeds', '\n'],
    ['both', '\r\n'],
  ] as const
  test.each(bytesIn.flatMap(([name, bytes]) => ends.map(([end, sign]) => [name, end, bytes, sign] as const)))(
    '%s, lines that end in %s',
    async (_, __, bytes, sign) => {
      const encoded = (text: string) => bytes(text.replaceAll('\n', sign))
      const root = treeOf({ [kind.file]: encoded(documentOf(kind, old)) })
      const state = stateOf(root)
      const words = ['migrate', '.', '--to', 'dot', '--fences', 'inline', '--write']
      const done = await run(root, ...words)
      expect([done.status, done.stderr]).toEqual([0, ''])
      const after = readFileSync(join(root, kind.file))
      // The bytes before the word that names the language, and those behind the text, are the same.
      const before = kind.before.slice(0, Math.max(kind.before.search(/mermaid|::: mermaid/), 0))
      const head = encoded(before)
      expect(after.subarray(0, head.length).equals(head)).toBe(true)
      const mark = bytes('').length
      const closing = kind.file === 'h.markdown' ? kind.behind.replace(':::', '```') : kind.behind
      const tail = encoded(closing).subarray(mark)
      expect(after.subarray(after.length - tail.length).equals(tail)).toBe(true)
      const text = decodeText(after)!
      expect(text).toContain('Grüße 😀')
      expect(text).toContain('digraph')
      expect([/(?<!\r)\n/.test(text), text.includes('\r')]).toEqual(
        sign === '\n' ? [true, false] : [false, true],
      )
      expect((await run(root, 'check', '.')).stdout).toContain('1 diagram in 1 file checked; no findings')
      expect((await run(root, ...words)).stdout).toContain('Nothing to write')
      await run(root, 'apply', '--undo', bundleIn(done))
      expect(stateOf(root)).toEqual(state)
    },
  )
})

describe.each(bytesIn)('a diagram in %s', (_, bytes) => {
  const drawn = (end: string, title: string) => bytes(['flowchart LR', `  a["${title}"] --> b`, ''].join(end))

  test.each(['\n', '\r\n'])(
    'stays in it when another file is put into it: lines that end in %j',
    async end => {
      const before = drawn(end, 'Grüße')
      const root = treeOf({ 'a.mmd': before, 'b.mmd': drawn(end, 'Grüße 😀') })
      const there = () => readFileSync(join(root, 'a.mmd'))
      const done = async (...words: string[]) => {
        const { status, stderr } = await run(root, ...words)
        expect([words, status, stderr.match(/error|diaglot:/)]).toEqual([words, 0, null])
      }
      await done('convert', 'a.mmd', '--to', 'drawio', '-o', 'a.drawio')
      await done('convert', 'a.drawio', '--update', 'a.mmd')
      expect(there().equals(Buffer.from(before))).toBe(true)
      await done('convert', 'b.mmd', '-o', 'b.gv')
      await done('convert', 'b.gv', '--update', 'a.mmd')
      expect(there().toString('hex')).toBe(Buffer.from(drawn(end, 'Grüße 😀')).toString('hex'))
      writeFileSync(join(root, 'c.mmd'), 'flowchart LR\n  a["Ñ"] --> b\n')
      await done('sync', 'c.mmd', 'a.mmd')
      expect(there().toString('hex')).toBe(Buffer.from(drawn(end, 'Ñ')).toString('hex'))
      await done('merge', 'c.mmd', 'a.mmd', 'b.mmd', '-o', 'a.mmd')
      expect(there().toString('hex')).toBe(Buffer.from(drawn(end, 'Grüße 😀')).toString('hex'))
    },
  )
})

describe('a DOT file', () => {
  const LATIN1 = Buffer.from('digraph { charset="latin1"\n  a [label="Gr\u00fc\u00dfe"]\n}\n', 'latin1')
  const there = (root: string) => readFileSync(join(root, 'a.gv'))

  test('in UTF-8 with a mark is formatted, and keeps it', async () => {
    const root = treeOf({ 'a.gv': Buffer.from('\ufeffdigraph{a->b}\n') })
    expect((await run(root, 'fmt', '--write', 'a.gv')).status).toBe(0)
    expect(there(root).toString()).toBe('\ufeffdigraph {\n  a -> b;\n}\n')
  })

  test('in Latin-1 stays in it: formatted, and when another file is put into it', async () => {
    const root = treeOf({ 'a.gv': LATIN1, 'b.mmd': 'flowchart\n  a["Äpfel"]\n' })
    expect((await run(root, 'fmt', '--write', 'a.gv')).status).toBe(0)
    expect(there(root).toString('latin1')).toBe('digraph {\n  charset="latin1";\n  a [label="Grüße"];\n}\n')
    expect((await run(root, 'convert', 'b.mmd', '--update', 'a.gv')).status).toBe(0)
    expect(there(root).toString('latin1')).toContain('a [label="Äpfel"')
  })

  test('in Latin-1 stays as it is where that has no such letter', async () => {
    const root = treeOf({ 'a.gv': LATIN1, 'b.mmd': 'flowchart\n  a["苹果"]\n' })
    const { status, stderr } = await run(root, 'convert', 'b.mmd', '--update', 'a.gv')
    expect(status).toBe(3)
    expect(stderr).toContain(
      'a.gv stays as it is: its encoding cannot hold the new text; save it as UTF-8 first',
    )
    expect(there(root).equals(LATIN1)).toBe(true)
  })

  test('that only says latin1 gets its first letter in that', async () => {
    const root = treeOf({
      'a.gv': 'digraph {\n  charset=latin1\n  a [label="x"]\n}\n',
      'b.mmd': 'flowchart\n  a["Äpfel"]\n',
    })
    expect((await run(root, 'convert', 'b.mmd', '--update', 'a.gv')).status).toBe(0)
    expect(there(root).toString('latin1')).toContain('a [label="Äpfel"')
  })
})
