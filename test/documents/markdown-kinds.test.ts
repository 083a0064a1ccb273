/** What else than fences holds diagrams in Markdown, and other texts there. */
import { describe, expect, test } from 'vitest'
import { applied, finder, formatCalled, summary } from './finding.js'

const md = await finder('a.md')
const mdx = await finder('a.mdx')

describe('Azure DevOps and colon fences of MyST', () => {
  // https://learn.microsoft.com/azure/devops/project/wiki/markdown-guidance, https://myst-parser.readthedocs.io/en/latest/syntax/optional.html
  test.each([
    ['::: mermaid\ngraph LR\n\n    a --> b\n:::\n', ['mermaid graph LR\n\n    a --> b\n']],
    [':::mermaid\r\na\r\n:::\r\n', ['mermaid a\n']],
    ['- x\n\n  ::: mermaid\n  a\n  :::\n', ['mermaid a\n']],
    ['> :::mermaid\n> a\n> :::\n', ['mermaid a\n']],
    [':::{mermaid}\n:align: center\n\na\n:::\n', ['mermaid a\n']],
    ['::::{note}\n:::{graphviz}\na\n:::\n::::\n', ['graphviz a\n']],
    ['::::{note}\n```{graphviz}\na\n```\n::::\n', ['graphviz a\n']],
    ['```text\n::: mermaid\na\n:::\n```\n', []],
    [':::note\na\n:::\n', []],
    ['- > ```js\n  > x\n  > ```\n\n::: mermaid\na\n:::\n', ['mermaid a\n']],
    ['1. > - ~~~js\n   >   x\n   >   ~~~\n\n::: mermaid\na\n:::\n', ['mermaid a\n']],
    ['- > ```js\n  > ::: mermaid\n  > a\n  > :::\n  > ```\n', []],
    [':::mermaid\na\n', ['! The block “mermaid” that begins with ::: is never closed, so it is not read.']],
    [':::mermaid\n# a\n```\n:::\n```dot\nb\n```\n', ['mermaid # a\n```\n', 'dot b\n']],
  ])('%j', (text, expected) => expect(summary(md(text))).toEqual(expected))

  test.each([
    '  ```{eval-rst}\n\t  .. mermaid::\n\t  \n\t     a\n\t  ```\n\n# Heading\n',
    '```{note}\n~~~mermaid\na\n~~~\n\t```\n',
  ])('its own text changes nothing of %j', text => {
    const [block] = md(text).blocks
    expect(block!.exchanged(block!.text).edits).toEqual([])
  })

  test.each([
    [':::mermaid\na\n:::\n', '```flowzap\nb\n```\n'],
    ['1. ::: mermaid\r\n   a\r\n   :::\r\n', '1. ``` flowzap\r\n   b\r\n   ```\r\n'],
    [':::{graphviz}\n:align: center\n\na\n:::\n', ':::{code-block} flowzap\n:align: center\n\nb\n:::\n'],
  ])('another language in %j', (text, expected) =>
    expect(applied(text, md(text).blocks[0]!.exchanged('b\n', formatCalled('flowzap')))).toBe(expected),
  )
})

describe('directives of MyST, cells of Quarto', () => {
  test.each([
    ['```{mermaid}\n---\ncaption: A b\n---\na\n```\n', ['mermaid a\n']],
    ['```{mermaid}\n---\ntitle: A b\n---\na\n```\n', ['mermaid ---\ntitle: A b\n---\na\n']],
    ['```{mermaid}\n:caption: A b\n:zoom:\na\n```\n', ['mermaid a\n']],
    ['````{note} Title\n```{mermaid}\na\n```\n````\n', ['mermaid a\n']],
    [
      '> `````{tab-set}\n> ````{tab-item} x\n> ```{dot}\n> a\n>\n> b\n> ```\n> ````\n> `````\n',
      ['dot a\n\nb\n'],
    ],
    ['```{code-block} dot\n:linenos:\n\na\n```\n', ['dot a\n']],
    ['````{code-block} markdown\n```{mermaid}\na\n```\n````\n', []],
    ['```{digraph} foo\n\na -> b\n```\n', ['digraph digraph foo {\na -> b\n}\n']],
    ['```{mermaid} ../d/x.mmd\n```\n', ['mermaid: ../d/x.mmd']],
  ])('%j', (text, expected) => expect(summary(md(text))).toEqual(expected))

  test('a caption is a title', () => {
    expect(md('```{mermaid}\n:caption: A b\n:alt: c\n\na\n```\n').blocks[0]!.title).toBe('A b')
  })

  test.each([
    ['````{note}\n```{mermaid}\na\n```\n````\n', 'dot', '````{note}\n```{graphviz}\nb\n\nc\n```\n````\n'],
    [
      '> ````{note}\n> ```{mermaid}\n> a\n> ```\n> ````\n',
      'dot',
      '> ````{note}\n> ```{graphviz}\n> b\n>\n> c\n> ```\n> ````\n',
    ],
    ['```{code-block} dot\na\n```\n', 'mermaid', '```{code-block} mermaid\nb\n\nc\n```\n'],
    ['```{digraph} foo\n:alt: x\n\na -> b\n```\n', 'mermaid', '```{mermaid}\n:alt: x\n\nb\n\nc\n```\n'],
  ])('another language in %j', (text, to, expected) =>
    expect(applied(text, md(text).blocks[0]!.exchanged('b\n\nc\n', formatCalled(to)))).toBe(expected),
  )

  test('a cell of Quarto stays one', async () => {
    const quarto = await finder('a.qmd')
    const text = '```{mermaid}\na\n```\n'
    expect(applied(text, quarto(text).blocks[0]!.exchanged('b\n', formatCalled('dot')))).toBe(
      '```{dot}\nb\n```\n',
    )
  })

  test('the header that Sphinx writes stays with it, and another one makes it an ordinary directive', () => {
    const text = '```{digraph} foo\n\na->b\n```\n'
    const [block] = md(text).blocks
    expect(applied(text, block!.exchanged('digraph foo {\n  a -> b\n}\n'))).toBe(
      '```{digraph} foo\n\na -> b\n```\n',
    )
    expect(applied(text, block!.exchanged('graph {\n  a\n}\n'))).toBe(
      '```{graphviz}\n\ngraph {\n  a\n}\n```\n',
    )
    expect(block!.exchanged(block!.text).edits).toEqual([])
    expect(text.slice(block!.offsetOf(block!.text.indexOf('->')))).toBe('->b\n```\n')
  })
})

const computed =
  '! The text of this diagram (mermaid) does not stand in the document: a program of the page gives it, so it is not read.'

describe('elements and components', () => {
  test.each([
    ['x\n\n<pre class="mermaid">\n  a --&gt; b\n</pre>\n', ['mermaid a --> b\n']],
    ['<div class="wide mermaid">\n\na\n\n</div>\n', ['mermaid \na\n\n']],
    ['```html\n<pre class="mermaid">a</pre>\n```\n', []],
    ['`<pre class="mermaid">`\n', []],
    ['    <pre class="mermaid">a</pre>\n', []],
    ['<div class="mermaid">\n\n```mermaid\na\n```\n\n</div>\n', ['mermaid a\n']],
    ['<Mermaid chart={`a\n  b`} />\n', ['mermaid a\n  b\n']],
    ['<Mermaid\n  title="x"\n  chart={`\n    a \\`b\\`\n      c\n  `}\n/>\n', ['mermaid a `b`\n  c\n']],
    ['<Mermaid>{`\na\n`}</Mermaid>\n', ['mermaid a\n']],
    [
      '<Mermaid chart={chart} />',
      [
        '! The text of this diagram (mermaid) does not stand in the document: a program of the page gives it, so it is not read.',
      ],
    ],
    [
      `<Mermaid chart={\`\${a}\`} />`,
      [
        '! The text of this diagram (mermaid) does not stand in the document: a program of the page gives it, so it is not read.',
      ],
    ],
    ['<Mermaid>\n\n```mermaid\na\n```\n\n</Mermaid>\n', ['mermaid a\n']],
    ['`<Mermaid chart={chart} />`', []],
    ['<!-- <Mermaid> -->\n\n```mermaid\na\n```\n', ['mermaid a\n']],
    ['{/* <Mermaid chart={`a`} /> */}\n', []],
    ['<Mermaid chart="a &amp;&amp; b&#10;  c" />\n', ['mermaid a && b\n  c\n']],
    ['<Mermaid chart="\n  a\n    b\n" />\n', ['mermaid a\n  b\n']],
    [`<Mermaid chart='a "x"' />\n`, ['mermaid a "x"\n']],
    [`<Mermaid chart={'a \\'x\\'\\n  b'} />\n`, [`mermaid a 'x'\n  b\n`]],
    ['<Mermaid>{"a"}</Mermaid>\n', ['mermaid a\n']],
    ['<Mermaid chart={"a" + b} />\n', [computed]],
    ['<Tabs>\n<TabItem>\n\n```mermaid\na\n```\n\n</TabItem>\n</Tabs>\n', ['mermaid a\n']],
  ])('%j', (text, expected) => expect(summary(md(text))).toEqual(expected))

  test.each([
    ['<Mermaid chart="a" />', `<Mermaid chart="b &amp;lt; &quot;c&quot;&#10;'" />`],
    ["<Mermaid chart='\n  a\n' />", `<Mermaid chart='\n  b &amp;lt; "c"\n  &#39;\n' />`],
    ['<Mermaid chart={"a"} />', `<Mermaid chart={"b &lt; \\"c\\"\\n'"} />`],
  ])('a text in the letters of %j', (text, expected) =>
    expect(applied(text, mdx(text).blocks[0]!.exchanged(`b &lt; "c"\n'\n`))).toBe(expected),
  )

  test('a component has a title of its own', () => {
    const text = '# H\n\n<Mermaid caption="The &quot;way&quot;" chart="a" />\n'
    expect(mdx(text).blocks[0]!.title).toBe('The "way"')
  })

  test('MDX has fences right in its elements, at any depth, and no indented code', () => {
    const text = '<Tabs>\n  <TabItem>\n      ```mermaid\n      a\n      ```\n  </TabItem>\n</Tabs>\n'
    expect(summary(mdx(text))).toEqual(['mermaid a\n'])
    expect(applied(text, mdx(text).blocks[0]!.exchanged('b\nc\n', formatCalled('dot')))).toBe(
      '<Tabs>\n  <TabItem>\n      ```dot\n      b\n      c\n      ```\n  </TabItem>\n</Tabs>\n',
    )
  })

  test('a component keeps its language, and a template its signs', () => {
    const text = '# H\n\n<Mermaid chart={`\n  a\n`} />\n'
    const [block] = mdx(text).blocks
    expect(applied(text, block!.exchanged(`a[\`b\`]\n\${c}\\d\n`))).toBe(
      `# H\n\n<Mermaid chart={\`\n  a[\\\`b\\\`]\n  \\\${c}\\\\d\n\`} />\n`,
    )
    expect(applied(text, block!.exchanged('b\n', formatCalled('dot')))).toBe(
      'The component <Mermaid> draws only diagrams of its own language.',
    )
    expect(applied(text, block!.replaced({ title: 'T', source: 'a.mmd' }))).toBe('# H\n\n[T](a.mmd)\n')
  })

  test.each([
    ['<pre class="mermaid">\n  a\n</pre>\n', '<pre class="flowzap">\n  b &amp; &lt;c>\n</pre>\n'],
    ['- <pre class="x mermaid">a</pre>\n', '- <pre class="x flowzap">b &amp; &lt;c></pre>\n'],
  ])('another language in %j', (text, expected) =>
    expect(applied(text, md(text).blocks[0]!.exchanged('b & <c>\n', formatCalled('flowzap')))).toBe(expected),
  )
})

describe('blocks between colons in another language', () => {
  // Azure DevOps draws `::: mermaid` and nothing else between colons; a directive of MyST stays one.
  test.each([
    ['::: mermaid\na\n:::\n', '``` dot\nb\n```\n'],
    [':::mermaid\na\n:::\n', '```dot\nb\n```\n'],
    ['- x\n\n  ::: {.mermaid}\n  a\n  :::\n', '- x\n\n  ``` {.dot}\n  b\n  ```\n'],
    [':::{mermaid}\na\n:::\n', ':::{graphviz}\nb\n:::\n'],
  ])('%j', (text, expected) =>
    expect(applied(text, md(text).blocks[0]!.exchanged('b\n', formatCalled('dot')))).toBe(expected),
  )

  test('the fence is longer than those in the text', () => {
    const text = ':::mermaid\na\n:::\n'
    expect(applied(text, md(text).blocks[0]!.exchanged('```\n', formatCalled('dot')))).toBe(
      '````dot\n```\n````\n',
    )
  })

  test('the same language keeps its colons', () => {
    const text = '::: mermaid\na\n:::\n'
    expect(applied(text, md(text).blocks[0]!.exchanged('b\n', formatCalled('mermaid')))).toBe(
      '::: mermaid\nb\n:::\n',
    )
  })
})

describe('a fence whose text stands in a file', () => {
  test.each([
    ['```mermaid\n--8<-- "d/a.mmd"\n```\n', '```mermaid\n--8<-- "d/b.mmd"\n```\n'],
    ['- ```mermaid\n\n  {{#include d/a.mmd}}\n  ```\n', '- ```mermaid\n\n  {{#include d/b.mmd}}\n  ```\n'],
    ['```mermaid\n{% include "d/a.mmd" %}\n```\n', '```mermaid\n{% include "d/b.mmd" %}\n```\n'],
    ['```{mermaid} d/a.mmd\n```\n', '```{mermaid} d/b.mmd\n```\n'],
  ])('%j', (text, expected) => {
    expect(summary(md(text))).toEqual(['mermaid: d/a.mmd'])
    expect(applied(text, md(text).files[0]!.exchanged('d/b.mmd', formatCalled('mermaid')))).toBe(expected)
  })

  test('in a language that nobody draws a picture stands there', () => {
    const text = 'a\n```mermaid\n--8<-- "d/a.mmd"\n```\n'
    const [file] = md(text).files
    expect(applied(text, file!.exchanged('d/a.dot', formatCalled('dot')))).toBe(
      'Nothing draws a file of Graphviz DOT here, as “mermaid” draws this one.',
    )
    expect(applied(text, file!.replaced({ title: 'T', source: 'a.dot', picture: 'a.svg' }))).toBe(
      'a\n\n[![T](a.svg)](a.dot)\n',
    )
  })

  test('a diagram with such a line in it is a diagram', () => {
    expect(summary(md('```mermaid\ngraph LR\n--8<-- "a.mmd"\n```\n'))).toEqual([
      'mermaid graph LR\n--8<-- "a.mmd"\n',
    ])
  })
})
