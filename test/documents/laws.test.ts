/**
 * What holds for every kind of document: its own text changes nothing, another text is what is read there afterwards, in its language, and
 * all that is outside of the block keeps its bytes.
 */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { runs } from '../setup/runs.js'
import { applied, finder, formatCalled, outside } from './finding.js'

/** Lines that mean something to some document. */
const line = fc.constantFrom(
  'a --> b',
  '  c & d',
  '\tx',
  '',
  '"q" \\n \\',
  '<b>&lt;i&amp;</b>',
  '```',
  '  ````',
  '~~~~ ',
  '----',
  '....',
  '--',
  ':::',
  `\`t\` \${x}`,
  'é😀',
  '> q',
  '- l',
  '# h',
  '.. x::',
  '[mermaid]',
  '{{',
)

/** What no kind of document changes by itself: neither blank at its ends, nor indented as a whole. */
const source = fc
  .array(line, { maxLength: 8 })
  .map(lines => ['graph LR', ...lines, 'end'].map(own => `${own}\n`).join(''))

/** Documents with one diagram in Mermaid, `a` to begin with; what stands around it. */
const documents: readonly (readonly [name: string, lines: readonly string[]])[] = [
  ['a.md', ['# T', '', '```mermaid title="x"', 'a', '```', 'end']],
  ['a.md', ['> 1. x', '>', '>    ~~~ {.mermaid}', '>    a', '>', '>      b', '>    ~~~']],
  ['a.md', ['- x', '', '\t```mermaid', '\ta', '\t```', '- y']],
  ['a.md', ['   ```mermaid', ' a', '   b', '   ```']],
  ['a.md', ['```mermaid', 'a']],
  ['a.md', ['````{note}', '```{mermaid}', ':alt: x', '', 'a', '```', '````']],
  ['a.md', ['x', '', '::: mermaid', 'a', ':::', '']],
  ['a.md', ['- <pre class="mermaid">', '    a', '  </pre>']],
  ['a.mdx', ['<A>', '    ```mermaid', '    a', '    ```', '</A>']],
  ['a.html', ['<p><pre class="x mermaid" id=y>', '  a &amp; b', '  c</pre>', '']],
  ['a.html', ['<div class=mermaid>', '\ta', '</div>']],
  ['a.adoc', ['x', '', '[mermaid,target,svg]', '.T', '----', 'a', '----', '', 'y']],
  ['a.adoc', ['[mermaid]', '--', 'a', '--']],
  ['a.adoc', ['[source,mermaid]', '....', 'a', '....']],
  ['a.adoc', ['[mermaid]', 'a', 'b', '', 'c']],
  ['a.rst', ['.. mermaid::', '   :alt: x', '', '   a', '', '     b', '', 'x']],
  ['a.rst', ['* .. mermaid::', '', '\ta', '* y', '']],
  ['a.rst', ['.. note::', '', '  .. code-block:: mermaid', '', '     a', '  x']],
  [
    'a.ipynb',
    ['{"cells": [{"cell_type": "markdown", "source": ["```mermaid\\n",', '  "a \\"b\\"\\n", "```"]}]}'],
  ],
  ['a.ipynb', ['{"cells": [{"source": "- ```mermaid\\n  a\\n  ```\\n", "cell_type": "markdown"}]}']],
]

describe.each(documents)('%s %j', (name, lines) => {
  test.each(['\n', '\r\n'])('with line ends %j', async end => {
    const find = await finder(name)
    const document = lines.join(end)
    const [block, ...others] = find(document).blocks
    expect(others).toEqual([])
    expect(block!.exchanged(block!.text).edits).toEqual([])
    expect(applied(document, block!.exchanged(block!.text, formatCalled('mermaid')))).toBe(document)
    fc.assert(
      fc.property(source, fc.constantFrom('mermaid', 'dot', 'flowzap'), (text, to) => {
        const format = formatCalled(to)
        const now = applied(document, block!.exchanged(text, format))
        const [again] = find(now).blocks
        expect(again?.text).toBe(text)
        expect([to, format.inDocuments?.directive]).toContain(again?.language)
        // A fence around the fence may have to be longer.
        const around = (parts: readonly string[]) => parts.map(part => part.replace(/`{4,}/, '````'))
        expect(around(outside(now, again!))).toEqual(outside(document, block!))
        const places = [...text].map((_, offset) => again!.offsetOf(offset))
        expect(places).toEqual([...places].sort((a, b) => a - b))
        const back = applied(now, again!.exchanged(block!.text, formatCalled('mermaid')))
        expect(find(back).blocks[0]!.text).toBe(block!.text)
      }),
      { numRuns: runs(100) },
    )
  })
})
