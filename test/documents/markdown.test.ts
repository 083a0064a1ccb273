/** Fences of Markdown, and documents with other texts in them. */
import { describe, expect, test } from 'vitest'
import { applied, finder, formatCalled } from './finding.js'

const find = await finder('a.md')
const languages = (text: string) => find(text).blocks.map(({ language }) => language)
const texts = (text: string) => find(text).blocks.map(block => block.text)

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
    ['```mermaid\na\n', ['a\n']],
    ['- ```mermaid\n- a\n', ['']],
    ['> ```mermaid\n> a\nb\n', ['a\n']],
    ['- ```mermaid\n  a\n\n- b\n', ['a\n\n']],
    [
      '```mermaid\n\n> ```mermaid\n> a\n> ```\n\n::: mermaid\na\n:::\n',
      ['\n> ```mermaid\n> a\n> ```\n\n::: mermaid\na\n:::\n'],
    ],
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
  const [block] = find(text).blocks
  const { text: own, offsetOf: offset } = block!
  expect(own).toBe('a\n\n  b\n')
  expect(text[offset(own.indexOf('b'))]).toBe('b')
  expect(text[offset(own.indexOf('a'))]).toBe('a')
  expect(offset(own.length)).toBe(text.indexOf('b') + 1)
})

describe('another text', () => {
  const put = (text: string, own: string, to?: string) =>
    applied(text, find(text).blocks[0]!.exchanged(own, to === undefined ? undefined : formatCalled(to)))

  test.each([
    ['> ```dot\n> a\n> ```\n', 'b\nc\n', '> ```dot\n> b\n> c\n> ```\n'],
    ['1. ```dot\r\n   a\r\n   ```\r\n', 'b\n\nc\n', '1. ```dot\r\n   b\r\n\r\n   c\r\n   ```\r\n'],
    ['- x\n\n  ~~~dot\n  a\n  ~~~\n', '  b\n', '- x\n\n  ~~~dot\n    b\n  ~~~\n'],
    ['> ```dot\n>\n> a\n> ```\n', 'b\na\n', '> ```dot\n> b\n> a\n> ```\n'],
    ['   ```dot\n a\n   ```\n', '  b\n', '   ```dot\n     b\n   ```\n'],
    ['```dot\n```\n', 'a\n', '```dot\na\n```\n'],
    ['> ```dot\n> ```', 'a\nb\n', '> ```dot\n> a\n> b\n> ```'],
    ['```dot\na\nb\n```\n', '', '```dot\n```\n'],
    ['```dot\na', 'a\nb\n', '```dot\na\nb'],
    ['```dot\na\r\nb\nc\n```\n', 'a\nx\nc\n', '```dot\na\r\nx\nc\n```\n'],
  ])('%j', (text, own, expected) => expect(put(text, own)).toBe(expected))

  test.each([
    ['```dot\na\n```\n', '```\n', '````dot\n```\n````\n'],
    ['```dot\na\n```\n', 'a\n   ````  \nb\n', '`````dot\na\n   ````  \nb\n`````\n'],
    ['~~~dot\na\n~~~~~\n', '~~~~\n', '~~~~~dot\n~~~~\n~~~~~\n'],
    ['~~~dot\na\n~~~\n', '```\n', '~~~dot\n```\n~~~\n'],
  ])('%j gets longer fences for %j', (text, own, expected) => expect(put(text, own)).toBe(expected))

  test.each([
    ['```mermaid title="x" {.a}\na\n```\n', 'flowzap', '```flowzap title="x" {.a}\nb\n```\n'],
    ['```{.mermaid width=3}\na\n```\n', 'dot', '```{.dot width=3}\nb\n```\n'],
    ['~~~ {#f .wide .mermaid}\na\n~~~\n', 'dot', '~~~ {#f .wide .dot}\nb\n~~~\n'],
    ['``` {#f .Mermaid}\na\n```\n', 'dot', '``` {#f .dot}\nb\n```\n'],
    ['```{mermaid}\na\n```\n', 'dot', '```{graphviz}\nb\n```\n'],
    ['```gv{engine=neato}\na\n```\n', 'mermaid', '```mermaid{engine=neato}\nb\n```\n'],
  ])('the word of %j becomes that of %s', (text, to, expected) => expect(put(text, 'b\n', to)).toBe(expected))

  test('its own text changes nothing', () => {
    const text = '- x\n\n  ~~~dot\r\n  a\n\n   b\r\n  ~~~\n'
    expect(find(text).blocks[0]!.exchanged('a\n\n b\n').edits).toEqual([])
  })
})

describe('a link in its place', () => {
  const link = (text: string, picture?: string) =>
    applied(
      text,
      find(text).blocks[0]!.replaced({ title: 'A [b]', source: 'd/a b.fz', ...(picture && { picture }) }),
    )

  test.each([
    ['```dot\na\n```\n', '[A \\[b\\]](d/a%20b.fz)\n'],
    ['x\n```dot\na\n```\ny\n', 'x\n\n[A \\[b\\]](d/a%20b.fz)\n\ny\n'],
    ['> x\n> ```dot\n> a\n> ```\n> ===\n', '> x\n>\n> [A \\[b\\]](d/a%20b.fz)\n>\n> ===\n'],
    ['- ```dot\n  a\n  ```\n- y\n', '- [A \\[b\\]](d/a%20b.fz)\n- y\n'],
    ['1. x\n\n   ```dot\n   a\n   ```\n\n2. y\n', '1. x\n\n   [A \\[b\\]](d/a%20b.fz)\n\n2. y\n'],
    ['x\r\n```dot\r\na\r\n```\r\ny', 'x\r\n\r\n[A \\[b\\]](d/a%20b.fz)\r\n\r\ny'],
  ])('%j', (text, expected) => expect(link(text)).toBe(expected))

  test('or a picture that is one', () => {
    expect(link('```dot\na\n```\n', 'a.svg')).toBe('[![A \\[b\\]](a.svg)](d/a%20b.fz)\n')
  })
})

test('a title of its own counts more than the heading above', () => {
  const text = '# The *first*\n\n```dot\n```\n\nNext\n---\n```dot\n```\n```dot title="Own"\n```\n'
  expect(find(text).blocks.map(({ title }) => title)).toEqual(['The first', 'Next', 'Own'])
})

test('quotes and lists that nest deeper than anybody writes are no place for a diagram, and cost nothing', () => {
  const deep = (sign: string) => `${sign.repeat(100_000)}\`\`\`mermaid\n`
  expect(languages(`${deep('> ')}${deep('- ')}${deep('1. ')}\n\`\`\`dot\na\n\`\`\`\n`)).toEqual(['dot'])
  expect(languages(`${'> '.repeat(50)}\`\`\`dot\n${'> '.repeat(50)}a\n`)).toEqual(['dot'])
})

describe('what a block is called', () => {
  const titles = (text: string) => find(text).blocks.map(({ title }) => title)
  const fence = '```mermaid\na\n```\n'

  // What stands between two lines of `---` at the beginning is no heading of the page, but has its title.
  test.each([
    [`---\ntitle: "A: b"\nslug: x\n---\n${fence}`, ['A: b']],
    [`---\r\ntitle: A *b*\r\n---\r\n${fence}# C\n${fence}`, ['A b', 'C']],
    [`+++\ntitle = 'A'\n+++\n${fence}`, ['A']],
    [`---\nslug: x\n---\n${fence}`, [undefined]],
    [`---\ntitle: |\n  long\n---\n${fence}`, [undefined]],
    [`---\n\n${fence}\n---\n${fence}`, [undefined, undefined]],
    [`A\nb\n===\n${fence}`, ['A b']],
    [`### A [<a href="x">b</a> - <b>c</b>]\n${fence}`, ['A [b - c]']],
    [`# a < b\n${fence}`, ['a < b']],
  ])('%j', (text, expected) => expect(titles(text)).toEqual(expected))
})

test.each(['- ```mermaid\n- a\n', '> ```mermaid\n> a\nb\n', '- ````{note}\n  ```mermaid\n  a\n- b\n'])(
  'all places are in the block, also where its list or quote ends before it does: %j',
  text => {
    const [block] = find(text).blocks
    const places = [0, block!.text.length, 100].map(block!.offsetOf)
    expect(Math.max(...places)).toBeLessThanOrEqual(block!.at[1])
    expect(Math.min(...places)).toBeGreaterThanOrEqual(block!.at[0])
  },
)
