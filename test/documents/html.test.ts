/** Elements of HTML that hold diagrams, and other texts in them. */
import { describe, expect, test } from 'vitest'
import { applied, finder, formatCalled, summary } from './finding.js'

const find = await finder('a.html')

const notInThePage =
  '! The text of this diagram (mermaid) does not stand in the document: a program of the page gives it, so it is not read.'

describe('what is a diagram', () => {
  // What mermaid makes of an element: the text that its HTML stands for (mermaid.run), so `<br/>` is a part of it.
  test.each([
    ['<pre class="mermaid">\n  graph LR\n    a --&gt; b\n</pre>', ['mermaid graph LR\n  a --> b\n']],
    ['<DIV CLASS=mermaid>a</DIV>', ['mermaid a\n']],
    ["<div id='x' class='wide mermaid'>a[\"x<br/>y\"] &amp; b</div>", ['mermaid a["x<br/>y"] & b\n']],
    ['<div class="mermaid"><div>a</div></div><p>', ['mermaid <div>a</div>\n']],
    [
      '<pre class="mermaid">a &#45;&#x2d;&gt; b &unknown; &not &lt</pre>',
      ['mermaid a --> b &unknown; ¬ <\n'],
    ],
    ['<pre><code class="language-dot">digraph {}</code></pre>', ['dot digraph {}\n']],
    ['<div class="dot">digraph { a }</div>', ['dot digraph { a }\n']],
    ['<pre class="mermaid">\r\n\ta\r\n\t\tb\r\n</pre>', ['mermaid a\n\tb\n']],
    ['<!-- <pre class="mermaid">a</pre> -->', []],
    ['<script>"<pre class=mermaid>a</pre>"</script>', []],
    ['<textarea><pre class="mermaid">a</pre></textarea>', []],
    ['<script type="text/mermaid">\n  a --> b & c\n</script>', ['mermaid a --> b & c\n']],
    ["<SCRIPT id=x TYPE='text/vnd.graphviz'>digraph { a -> b }</SCRIPT>", ['graphviz digraph { a -> b }\n']],
    [
      '<script type="text/x-dot">a</script><script type="text/plantuml">b</script>',
      ['dot a\n', 'plantuml b\n'],
    ],
    ['<script type="application/json">{}</script><script type="module">mermaid</script>', []],
    ['<script type="text/mermaid"></script>', [notInThePage]],
    ['<div class="mermaid"></div>', [notInThePage]],
    ['<div class="mermaid">{{ chart }}</div>', [notInThePage]],
    ['<p class="msc">x</p><p class="note mermaids">x</p>', []],
    [
      '<pre class="mermaid">a',
      ['! The block “mermaid” that begins with <pre> is never closed, so it is not read.'],
    ],
  ])('%j', (text, expected) => expect(summary(find(text))).toEqual(expected))

  test('an element that is only called like a language has to hold such a text', () => {
    const [dot] = find('<div class="dot">•</div>').blocks
    expect(dot!.needsSign).toBe(true)
    expect(find('<div class="mermaid">x</div>').blocks[0]!.needsSign).toBeUndefined()
  })

  test('the heading above, or a title of its own', () => {
    const text =
      '<h2>The <em>flow</em>\n</h2><pre class="mermaid">a</pre><pre title="Own" class="mermaid">b</pre>'
    expect(find(text).blocks.map(({ title }) => title)).toEqual(['The flow', 'Own'])
  })

  test('places are those of the page, behind references too', () => {
    const text = '<pre class="mermaid">\n  a &amp;&amp; b\n</pre>'
    const [block] = find(text).blocks
    expect(block!.text).toBe('a && b\n')
    expect([0, 2, 3, 5, 6, 7].map(block!.offsetOf)).toEqual(
      ['a', '&amp;', '&amp; b', 'b', '\n</pre>', '\n</pre>'].map(sign => text.indexOf(sign, 22)),
    )
  })
})

describe('another text', () => {
  test.each([
    [
      '<pre class="mermaid">\n    a\n    b\n</pre>',
      '<pre class="flowzap">\n    b &amp; &lt;c>\n      d\n</pre>',
    ],
    [
      '<p>x<div data-a="1" class="a mermaid b">a</div>',
      '<p>x<div data-a="1" class="a flowzap b">b &amp; &lt;c>\n  d</div>',
    ],
    [
      '<pre class="mermaid">\r\n  a\r\n</pre>',
      '<pre class="flowzap">\r\n  b &amp; &lt;c>\r\n    d\r\n</pre>',
    ],
    [
      '<code class="language-mermaid">a\n</code>',
      '<code class="language-flowzap">b &amp; &lt;c>\n  d\n</code>',
    ],
  ])('%j', (text, expected) =>
    expect(applied(text, find(text).blocks[0]!.exchanged('b & <c>\n  d\n', formatCalled('flowzap')))).toBe(
      expected,
    ),
  )

  test('only lines that are other ones', () => {
    const text = '<pre class="mermaid">\n  a --&#62; b\n  c\n</pre>'
    expect(applied(text, find(text).blocks[0]!.exchanged('a --> b\nd\n'))).toBe(
      '<pre class="mermaid">\n  a --&#62; b\n  d\n</pre>',
    )
  })

  test('a link, or a picture', () => {
    const text = 'x <pre class="mermaid">a</pre> y'
    const [block] = find(text).blocks
    expect(applied(text, block!.replaced({ title: 'A & "B"', source: 'd/a b.fz' }))).toBe(
      'x <p><a href="d/a%20b.fz">A &amp; "B"</a></p> y',
    )
    const more = [{ title: 'Open', address: 'https://x/?a=1&b=2' }]
    expect(applied(text, block!.replaced({ title: 'A & "B"', source: 'a.fz', picture: 'a.svg', more }))).toBe(
      'x <p><a href="a.fz"><img src="a.svg" alt="A &amp; &quot;B&quot;"></a> <a href="https://x/?a=1&amp;b=2">Open</a></p> y',
    )
  })
})

describe('scripts that hold a diagram', () => {
  const text = '<h2>T</h2><script type="text/mermaid">\n  a\n</script>'
  const [block] = find(text).blocks

  test('their text has no references', () => {
    expect(block!.title).toBe('T')
    expect(applied(text, block!.exchanged('b --> c & d\n'))).toBe(
      '<h2>T</h2><script type="text/mermaid">\n  b --> c & d\n</script>',
    )
  })

  test('a text that would end them cannot stand there, and no other language', () => {
    expect(applied(text, block!.exchanged('a["</script>"]\n'))).toBe(
      'The new text holds what would end the comment or the page around it.',
    )
    expect(applied(text, block!.exchanged('b\n', formatCalled('dot')))).toBe(
      'A program of the page looks for <script> elements of this type, and would not find one of another language.',
    )
    expect(applied(text, block!.replaced({ title: 'T', source: 'a.fz' }))).toBe(
      '<h2>T</h2><p><a href="a.fz">T</a></p>',
    )
  })
})

describe('elements whose text is taken as it stands', () => {
  const [arrows] = find('<script type="text/plain" class="mermaid">a --> b</script>').blocks
  const [old] = find('<xmp class="mermaid">a</xmp>').blocks

  test('another text gets no references, which would stay there as they are', () => {
    const text = 'graph LR\n  a["<b>&lt;"] & b\n'
    const page = applied(
      '<script type="text/plain" class="mermaid">a --> b</script>',
      arrows!.exchanged(text),
    )
    expect(page).toBe(`<script type="text/plain" class="mermaid">${text.trimEnd()}</script>`)
    expect(find(page).blocks[0]!.text).toBe(text)
    expect(applied('<xmp class="mermaid">a</xmp>', old!.exchanged('a & b\n'))).toBe(
      '<xmp class="mermaid">a & b</xmp>',
    )
  })

  test.each([
    [arrows, 'a </SCRIPT b\n'],
    [arrows, 'a <!-- b\n'],
    [old, 'a</xmp>\n'],
  ])('what would end the element is refused: %#', (block, text) => {
    expect(block!.exchanged(text).refused?.code).toBe('document/refused')
  })

  test('what ends or begins only a script may stand in others', () => {
    expect(old!.exchanged('<!-- <script> </script>\n').edits).toHaveLength(1)
  })
})
