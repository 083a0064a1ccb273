/** Diagrams in comments of source code, and other texts in their place. */
import { describe, expect, test } from 'vitest'
import { applied, finder, formatCalled, summary } from './finding.js'

const find = await finder('a.ts')

const files: readonly (readonly [name: string, before: string, after: string])[] = [
  [
    'TSDoc',
    '/**\n * Pays.\n *\n * ```mermaid\n * a\n *\n *   b\n * ```\n */\nexport function pay() {}\n',
    '/**\n * Pays.\n *\n * ```dot\n * c\n *\n *   d\n *   e\n * ```\n */\nexport function pay() {}\n',
  ],
  [
    'indented, CRLF',
    'class A {\r\n\t/**\r\n\t * ```mermaid\r\n\t * a\r\n\t *\r\n\t *   b\r\n\t * ```\r\n\t */\r\n}\r\n',
    'class A {\r\n\t/**\r\n\t * ```dot\r\n\t * c\r\n\t *\r\n\t *   d\r\n\t *   e\r\n\t * ```\r\n\t */\r\n}\r\n',
  ],
  [
    'Rust',
    'x();\n    /// # Flow\n    /// ```mermaid\n    /// a\n    ///\n    ///   b\n    /// ```\n    fn f() {}\n',
    'x();\n    /// # Flow\n    /// ```dot\n    /// c\n    ///\n    ///   d\n    ///   e\n    /// ```\n    fn f() {}\n',
  ],
  [
    'a hash',
    '#!/bin/sh\n# ```mermaid\n# a\n#\n#   b\n# ```\nrun\n',
    '#!/bin/sh\n# ```dot\n# c\n#\n#   d\n#   e\n# ```\nrun\n',
  ],
]

describe.each(files)('%s', (_, before, after) => {
  const [block] = find(before).blocks
  test('is found, with its places', () => {
    expect(summary(find(before))).toEqual(['mermaid a\n\n  b\n'])
    expect(before[block!.offsetOf(5)]).toBe('b')
    expect(block!.exchanged(block!.text).edits).toEqual([])
  })

  test('keeps what stands before each line', () => {
    expect(applied(before, block!.exchanged('c\n\n  d\n  e\n', formatCalled('dot')))).toBe(after)
    expect(summary(find(after))).toEqual(['dot c\n\n  d\n  e\n'])
  })
})

test('a text that would end the comment is refused', () => {
  const [, before] = files[0]!
  expect(applied(before, find(before).blocks[0]!.exchanged('a */\n'))).toBe(
    'The new text holds what would end the comment or the page around it.',
  )
})

test.each([
  ['const a = `\n```mermaid\na\n```\n`\n'],
  ['/* ```mermaid\n a\n ``` */\n'],
  ['// ```mermaid\n// a\n// ```\n'],
  ['/**\n * ```mermaid\n * a'],
])('%j is no diagram', text => expect(find(text).blocks.filter(({ text: own }) => own === 'x')).toEqual([]))
