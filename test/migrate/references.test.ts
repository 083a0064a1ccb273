/** Where documents name files, and what the names become: each expectation is written by hand after the language's own description. */
import { describe, expect, test } from 'vitest'
import { namesFor } from '../../src/migrate/references/kinds.js'
import { fileNamed, filesNamed, renamed, wayTo } from '../../src/migrate/references/reference.js'

const formats = [{ extensions: ['.mmd', '.dot'] }, { extensions: ['.drawio', '.drawio.svg'] }]

async function namesIn(kind: string, text: string): Promise<string[]> {
  const names = await namesFor(kind, text, formats)
  return names.map(({ at: [start, end], use }) => `${use} ${text.slice(start, end)}`)
}

const cases: readonly (readonly [kind: string, text: string, names: readonly string[]])[] = [
  ['markdown', 'a [b](x.mmd) c', ['link x.mmd']],
  ['markdown', '[b](<x y.mmd> "title") [c](z.mmd#part \'t\')', ['link x y.mmd', 'link z.mmd#part']],
  ['markdown', '![b](x.drawio.svg)', ['shown x.drawio.svg']],
  ['markdown', '[![b](x.drawio.svg)](x.drawio)', ['shown x.drawio.svg', 'link x.drawio']],
  ['markdown', '[b]\n\n[b]: ./x.dot', ['link ./x.dot']],
  ['markdown', '<img alt="d" src=\'x.drawio.svg\'> <a href="x.mmd">', ['shown x.drawio.svg', 'link x.mmd']],
  ['markdown', '```\n[b](x.mmd)\n```\n\n`[b](y.mmd)`', []],
  [
    'markdown',
    '```{mermaid} x.mmd\n```\n\n:::{figure} y.drawio.svg\n:::\n\n```{literalinclude} z.dot\n```',
    ['drawn x.mmd', 'shown y.drawio.svg', 'link z.dot'],
  ],
  ['mdx', 'import flow from \'./x.mmd?raw\'\n\n<Flow src="y.mmd" />', ['shown y.mmd', 'link ./x.mmd?raw']],
  ['html', '<p title="a.mmd"><a class=b\nhref = "x.mmd">', ['link x.mmd']],
  ['html', '&lt;a href="x.mmd"&gt;', []],
  [
    'asciidoc',
    'include::x.dot[]\nlink:y.mmd[here] image::z.drawio.svg[] graphviz::w.dot[svg]',
    ['link x.dot', 'link y.mmd', 'shown z.drawio.svg', 'drawn w.dot'],
  ],
  [
    'rst',
    '.. graphviz:: x.dot\n   :alt: a\n\n.. include:: y.mmd\n\n  .. figure:: z.drawio.svg\n\n.. |a| image:: w.drawio.svg\n',
    ['drawn x.dot', 'link y.mmd', 'shown z.drawio.svg', 'shown w.drawio.svg'],
  ],
  [
    'rst',
    'see :download:`the file <x.mmd>` and `y <y.mmd>`_\n\n.. _z: z.mmd\n',
    ['link x.mmd', 'link y.mmd', 'link z.mmd'],
  ],
  [
    'notebook',
    '{"source": ["see [b](x.mmd)\\n", "![c](y.drawio.svg)"]}',
    ['link x.mmd', 'shown y.drawio.svg'],
  ],
]
test.each(cases)('%s: %j', async (kind, text, names) => expect(await namesIn(kind, text)).toEqual(names))

describe('the file that a name means', () => {
  test.each([
    ['x.mmd', 'docs/x.mmd'],
    ['./a/../x.mmd?raw#part', 'docs/x.mmd'],
    ['../x%20y.mmd', 'x y.mmd'],
    ['/x.mmd', 'x.mmd'],
    ['../../x.mmd', undefined],
    ['https://example.org/x.mmd', undefined],
    ['//example.org/x.mmd', undefined],
    ['#x.mmd', undefined],
    ['%zz.mmd', undefined],
  ])('%s', (raw, path) => expect(fileNamed('docs/a.md', raw, true)).toBe(path))

  test('a path is no address', () => expect(fileNamed('a.rst', 'x%20y.dot', false)).toBe('x%20y.dot'))
})

test('only the last part of a name becomes another, and what is behind it stays', () => {
  expect(renamed('../a%20b/x.mmd#p', 'a b/x-mmd.fz', true)).toBe('../a%20b/x-mmd.fz#p')
  expect(renamed('x.mmd', 'x (1) é.fz', true)).toBe('x%20%281%29%20é.fz')
  expect(renamed('x.dot', 'x (1).fz', false)).toBe('x (1).fz')
})

describe('a name that may start from any folder above', () => {
  const loose = { isAddress: false, isLoose: true } as const
  test.each([
    ['docs/guide/a.md', 'docs/x.mmd', ['docs/guide/docs/x.mmd', 'docs/docs/x.mmd', 'docs/x.mmd']],
    ['a.md', 'x.mmd', ['x.mmd']],
  ])('%s: %s', (document, raw, files) => expect(filesNamed(document, raw, loose)).toEqual(files))

  test.each([
    ['docs/guide/a.md', 'docs/x.fz', '../x.fz'],
    ['docs/a.md', 'docs/x/y.fz', 'x/y.fz'],
    ['a.md', 'x.fz', 'x.fz'],
    ['a/b.md', 'a.fz', '../a.fz'],
  ])('the way from %s to %s', (document, path, way) => expect(wayTo(document, path)).toBe(way))
})
