/** Markdown cells of Jupyter notebooks, and other texts in them. */
import { describe, expect, test } from 'vitest'
import { applied, finder, formatCalled, summary } from './finding.js'

const find = await finder('a.ipynb')

/** As Jupyter writes it, with a code cell that only looks like one. */
const listed = `{
 "cells": [
  {
   "cell_type": "code",
   "source": [
    "\`\`\`mermaid\\n",
    "x\\n",
    "\`\`\`"
   ]
  },
  {
   "cell_type": "markdown",
   "metadata": {"source": ["\`\`\`dot"], "cells": [{"cell_type": "markdown", "source": "\`\`\`dot\\n\`\`\`"}]},
   "source": [
    "# A \\"title\\" \\u00e9\\n",
    "\`\`\`mermaid\\n",
    "  a[\\"x\\"]\\n",
    "\\n",
    "\\tb\\n",
    "\`\`\`\\n",
    "end"
   ]
  }
 ],
 "nbformat": 4
}
`

const one = '{"cells":[{"source":"- ```mermaid\\n  a\\n  ```","cell_type":"markdown"}]}'

describe('what is a diagram', () => {
  // https://nbformat.readthedocs.io/en/latest/format_description.html
  test.each([
    [listed, ['mermaid   a["x"]\n\n\tb\n']],
    [one, ['mermaid a\n']],
    ['{"worksheets":[{"cells":[{"cell_type":"markdown","source":["```dot\\n","a"]}]}]}', ['dot a\n']],
    ['{"cells":[{"cell_type":"raw","source":["```dot\\n","a"]}]}', []],
    [
      '{"cells":[{"cell_type":"markdown","source":"```dot\\na"}',
      ['dot a\n', '! This notebook is not JSON as a whole; only what could be read of it is looked at.'],
    ],
    ['', []],
  ])('%j', (text, expected) => expect(summary(find(text))).toEqual(expected))

  test('places are those of the file, behind escapes too', () => {
    const [block] = find(listed).blocks
    expect(listed.slice(...block!.at)).toMatch(/^```mermaid[\s\S]*```$/)
    expect(block!.title).toBe('A "title" é')
    const own = block!.text
    expect(listed.slice(block!.offsetOf(own.indexOf('x"')), block!.offsetOf(own.indexOf(']')))).toBe('x\\"')
    expect(listed.startsWith('b\\n', block!.offsetOf(own.indexOf('b')))).toBe(true)
  })
})

describe('another text', () => {
  test('an element for each line, where the cell is a list', () => {
    const text = applied(listed, find(listed).blocks[0]!.exchanged('c "d"\n\ne\\\n', formatCalled('dot')))
    expect(text).toBe(
      listed
        .replace('"```mermaid\\n",\n    "  a', '"```dot\\n",\n    "  a')
        .replace(
          '"  a[\\"x\\"]\\n",\n    "\\n",\n    "\\tb\\n"',
          '"c \\"d\\"\\n",\n    "\\n",\n    "e\\\\\\n"',
        ),
    )
    expect(summary(find(text))).toEqual(['dot c "d"\n\ne\\\n'])
  })

  test('one string, where it is one', () => {
    const [block] = find(one).blocks
    const text = applied(one, block!.exchanged('b\n\nc\n', formatCalled('flowzap')))
    expect(text).toBe('{"cells":[{"source":"- ```flowzap\\n  b\\n\\n  c\\n  ```","cell_type":"markdown"}]}')
  })

  test('more lines, and none', () => {
    const more = applied(listed, find(listed).blocks[0]!.exchanged('  a["x"]\n\n\tb\nc\nd\n'))
    expect(more).toBe(listed.replace('"\\tb\\n",', '"\\tb\\n",\n    "c\\n",\n    "d\\n",'))
    const none = applied(listed, find(listed).blocks[0]!.exchanged(''))
    expect(JSON.parse(none).cells[1].source.join('')).toBe('# A "title" é\n```mermaid\n```\nend')
  })

  test('a link', () => {
    const text = applied(
      listed,
      find(listed).blocks[0]!.replaced({ title: 'T', source: 'a.fz', picture: 'a.svg' }),
    )
    expect(JSON.parse(text).cells[1].source.join('')).toBe('# A "title" é\n\n[![T](a.svg)](a.fz)\n\nend')
    expect(JSON.parse(text).cells[0]).toEqual(JSON.parse(listed).cells[0])
  })
})
