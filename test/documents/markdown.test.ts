/** Fences of Markdown, and documents with other texts in them. */
import { describe, expect, test } from 'vitest'
import { editOfBlock, offsetsOf, textOfBlock } from '../../src/documents/block.js'
import { fencedBlocks } from '../../src/documents/markdown.js'
import { withEdits } from '../../src/messages/edits.js'

const languages = (text: string) => fencedBlocks(text).map(({ language }) => language)
const texts = (text: string) => fencedBlocks(text).map(block => textOfBlock(text, block))

describe('what is a block', () => {
  // By CommonMark 0.31, sections 4.5, 5.1 and 5.2.
  test.each([
    ['```mermaid\na\n```\n', ['a\n']],
    ['~~~ mermaid {theme=dark}\na\n~~~\n', ['a\n']],
    ['````mermaid\n```\na\n````\n', ['```\na\n']],
    ['   ```mermaid\n   a\n     b\n   ```\n', ['a\n  b\n']],
    ['    ```mermaid\n    a\n    ```\n', []],
    ['- x\n\n  ```mermaid\n  a\n  ```\n', ['a\n']],
    ['1. x\n   - y\n     ```mermaid\n     a\n\n     b\n     ```\n', ['a\n\nb\n']],
    ['> ```mermaid\n> a\n> ```\n', ['a\n']],
    ['> - ~~~mermaid\n>   a\n>   ~~~\n', ['a\n']],
    ['```mermaid\na', ['a\n']],
    ['```mermaid\n```\n', ['']],
    ['```mermaid\r\na\r\nb\r\n```\r\n', ['a\nb\n']],
    ['`` ```mermaid `` is no fence\n', []],
    ['```\na\n```\n', []],
    ['<!--\n```mermaid\na\n```\n-->\n', []],
    ['text\n```mermaid\na\n```\ntext\n```dot\nb\n```\n', ['a\n', 'b\n']],
    ['-\t```mermaid\n\ta\n\t```\n', ['a\n']],
  ])('%j', (text, expected) => expect(texts(text)).toEqual(expected))

  test('the first word behind the fence is the language', () => {
    expect(languages('```mermaid {a=b}\n```\n~~~dot\n~~~\n')).toEqual(['mermaid', 'dot'])
  })
})

test('places of a block are places of its document', () => {
  const text = '- x\n\n  ```mermaid\n  a\n\n    b\n  ```\n'
  const [block] = fencedBlocks(text)
  const own = textOfBlock(text, block!)
  const offset = offsetsOf(block!)
  expect(own).toBe('a\n\n  b\n')
  expect(text[offset(own.indexOf('b'))]).toBe('b')
  expect(text[offset(own.indexOf('a'))]).toBe('a')
  expect(offset(own.length)).toBe(text.indexOf('b') + 1)
})

describe('another text', () => {
  const put = (text: string, own: string) => {
    const edit = editOfBlock(text, fencedBlocks(text)[0]!, own)
    return edit && withEdits(text, [edit])
  }

  test.each([
    ['> ```dot\n> a\n> ```\n', 'b\nc\n', '> ```dot\n> b\n> c\n> ```\n'],
    ['1. ```dot\r\n   a\r\n   ```\r\n', 'b\n\nc\n', '1. ```dot\r\n   b\r\n\r\n   c\r\n   ```\r\n'],
    ['- x\n\n  ~~~dot\n  a\n  ~~~\n', '  b\n', '- x\n\n  ~~~dot\n    b\n  ~~~\n'],
  ])('%j', (text, own, expected) => expect(put(text, own)).toBe(expected))

  test.each(['```\n', 'a\n   ````  \nb\n'])('%j would close the block, so that there is no edit', own =>
    expect(put('```dot\na\n```\n', own)).toBeUndefined(),
  )
})

test('quotes and lists that nest deeper than anybody writes are no place for a diagram, and cost nothing', () => {
  const deep = (sign: string) => `${sign.repeat(100_000)}\`\`\`mermaid\n`
  expect(languages(`${deep('> ')}${deep('- ')}${deep('1. ')}\n\`\`\`dot\na\n\`\`\`\n`)).toEqual(['dot'])
  expect(languages(`${'> '.repeat(50)}\`\`\`dot\n${'> '.repeat(50)}a\n`)).toEqual(['dot'])
})
