/** What documents of each kind are made of, as the fuzzer puts them together. */

/** Lines of a diagram that mean something to some document. */
export const markings = [
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
  '</pre>',
  '*/',
  '"""',
  ']]>',
  '-->',
]

/** What opens, closes or names a diagram in some document. */
export const shells = [
  ...[
    '```mermaid\n',
    '~~~\n',
    '````{note}\n',
    ':::',
    '::: mermaid\n',
    '{.mermaid}',
    '{eval-rst}',
    '```{mermaid}\n',
  ],
  ...['> ', '- ', '1. ', '\t', '    ', '\n\n', '\n> ', '\r', '<!-- ', ' -->', '[^1]: '],
  ...[
    '<pre class="mermaid">',
    '</pre>',
    '<div class=mermaid>',
    '</div>',
    '<Mermaid chart={`',
    '`} />',
    '<details>\n',
  ],
  ...['[mermaid]\n----\n', '----\n', '....\n', '--\n', '====\n', '.T\n', 'include::x[]\n', '|===\n'],
  ...['.. mermaid::\n\n   ', '.. graphviz:: a.dot\n', '   :alt: x\n', '::\n\n', '..\n   '],
  ...['{"cells": [', '"cell_type": "markdown"', '"source": [', '\\n', '\\u0041', '",\n"'],
  ...['/**\n * ', ' */', '/// ', '"""', '# ', '=begin\n', '{-'],
  ...['---\n', '+++\n', '<script>', '</script>', '<style>', '<![CDATA[', '&lt;', '&#96;', '$$\n'],
]

interface Parts {
  readonly parts: readonly (readonly string[])[]
  /** What may stand before each line of a part: twice, one within the other. */
  readonly around?: readonly string[]
  /** What makes a document of lines. */
  readonly join?: (lines: string[]) => string[]
}

const fence = ['```mermaid', 'graph LR', '  a --> b', '```']

const markdown: readonly (readonly string[])[] = [
  ['# A heading', '', 'Some words, `code` and *more*.'],
  fence,
  ['~~~~ {.mermaid title="x"}', 'a', '', '  b', '~~~~'],
  ['```dot', 'digraph { a -> b }', '```'],
  ['   ```mermaid', ' a', '   b', '   ```'],
  ['```mermaid', 'not closed'],
  ['````{note}', '```{mermaid}', ':alt: x', '', 'a', '```', '````'],
  ['::: mermaid', 'a', ':::'],
  [':::{mermaid}', 'a', '', 'b', ':::'],
  ['<pre class="mermaid">', '  a &amp; b', '</pre>'],
  ['<details><summary>x</summary>', '', ...fence, '', '</details>'],
  ['- item', '', '  ```mermaid', '  a', '  ```', '- another'],
  ['1. x', '   > ~~~mermaid', '   > a', '   > ~~~'],
  ['![a](a.mmd) and [b](docs/b.dot "t")'],
  ['    ```mermaid', '    a', '    ```'],
  ['```{eval-rst}', '.. mermaid::', '', '   a', '```'],
  ['| a | b |', '|---|---|', '| `x` | y |'],
  ['$$', 'x', '$$'],
]

const comments: readonly (readonly string[])[] = [
  ['/**', ' * Words.', ' *', ' * ```mermaid', ' * graph LR', ' *   a --> b', ' * ```', ' */'],
  ['/// ```dot', '/// digraph { a -> b }', '/// ```', 'fn main() {}'],
  ['# ```mermaid', '# a', '# ```', 'x = 1'],
  ['def f():', '    """', '    ```mermaid', '    a', '    ```', '    """'],
  ['// ```mermaid', '// a', 'const s = `', '```mermaid', 'b', '```', '`'],
  ["const a = '/*'", '/* ```mermaid', '   a', '   ``` */'],
]

export const constructs: Readonly<Record<string, Parts>> = {
  markdown: { parts: markdown, around: ['', '', '> ', '  ', '- ', '   ', '\t'] },
  mdx: {
    parts: [
      ...markdown,
      ['<A>', '    ```mermaid', '    a', '    ```', '</A>'],
      ['<Mermaid chart={`', 'graph LR', '  a --> b', '`} />'],
      ['<Mermaid value="a" b={1} />'],
      ["import X from './a.mmd'", '', 'export const a = { b: `c` }'],
      ['{/* a comment */}'],
    ],
    around: ['', '', '> ', '  '],
  },
  quarto: {
    parts: [
      ...markdown,
      ['```{mermaid}', '%%| label: x', 'a', '```'],
      ['```{dot}', '//| file: a.dot', '```'],
    ],
    around: ['', '', '> ', '  '],
  },
  html: {
    parts: [
      ['<p><pre class="x mermaid" id=y>', '  a &amp; b', '  c</pre>'],
      ['<div class=mermaid>', '\ta', '</div>'],
      ['<h1>T &lt;</h1>', '<!-- <pre class="mermaid">a</pre> -->'],
      ['<script type="text/plain" class="mermaid">a --> b</script>'],
      ['<textarea><div class="mermaid">a</div></textarea>'],
      ['<pre><code class="language-mermaid">a --&gt; b', '</code></pre>'],
      ['<img src="a.svg"><a href="b.mmd">b</a>'],
      ['<div class="mermaid">a<br>b<i>c</i></div>'],
    ],
  },
  asciidoc: {
    parts: [
      ['= T', '', 'x'],
      ['[mermaid,target,svg]', '.T', '----', 'a', '----'],
      ['[mermaid]', '--', 'a', '--'],
      ['[source,mermaid]', '....', 'a', '....'],
      ['[mermaid]', 'a', 'b'],
      ['----', '[mermaid]', '----'],
      ['mermaid::a.mmd[]', '', 'image::b.svg[x]'],
      ['* item', '+', '[graphviz]', '----', 'digraph {}', '----'],
      ['////', '[mermaid]', '----', 'a', '----', '////'],
      ['====', '[mermaid]', '----', 'a', '----', '===='],
      ['|===', 'a|', '[mermaid]', '----', 'a', '----', '|==='],
    ],
  },
  rst: {
    parts: [
      ['T', '=', '', 'words'],
      ['.. mermaid::', '   :alt: x', '', '   a', '', '     b'],
      ['* .. mermaid::', '', '\ta', '* y'],
      ['.. note::', '', '  .. code-block:: mermaid', '', '     a'],
      ['.. graphviz:: a.dot', '   :caption: x'],
      ['::', '', '   .. mermaid::', '', '      a'],
      ['.. digraph:: x', '', '   a -> b'],
      ['.. comment', '', '   .. mermaid::'],
    ],
    around: ['', '', '   ', '\t'],
  },
  notebook: {
    parts: [
      ['{"cell_type": "markdown", "source": ["```mermaid\\n",', '  "a \\"b\\"\\n", "```"]},'],
      ['{"source": "- ```mermaid\\n  a\\n  ```\\n", "cell_type": "markdown"},'],
      ['{"cell_type": "code", "source": ["x = 1\\n"], "outputs": []},'],
      ['{"cell_type": "markdown", "metadata": {}, "source": "\\u0060``dot\\ndigraph {}\\n```"},'],
      ['{"cell_type": "markdown", "source": ["```mermaid\\r\\n", "a\\r\\n", "```"]},'],
    ],
    join: lines => ['{"cells": [', ...lines, '{}], "nbformat": 4}'],
  },
  source: { parts: comments, around: ['', '', '  '] },
}
