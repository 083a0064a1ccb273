/** What becomes of formatting, icons and line breaks in labels. The expected texts are written by hand. */
import { describe, expect, test } from 'vitest'
import { convertWith } from '../src/convert.js'
import { readWith } from '../src/read.js'
import { formats } from './setup/formats.js'

const format = (name: string) => formats.find(each => each.name === name)!

async function converted(from: string, to: string, source: string) {
  const { text, messages } = await convertWith(format(from), format(to), source)
  return { text, codes: messages.map(({ code, severity }) => `${severity} ${code}`), messages }
}

const nodeOf = (name: string, source: string, id = 'A') =>
  readWith(format(name), source).graphs[0]!.nodes.get(id)!
/** The label that draw.io shows, from the file that is written. */
const drawn = (xml: string): string =>
  /(?:label|value)="((?:&lt;|[^"<])*)"(?=[^>]* (?:id="A"|diaglot-id="A"))/
    .exec(xml)![1]!
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')

describe('block elements and line breaks in Mermaid', () => {
  test.each([
    ['<p>one</p><p>two</p>', 'one\ntwo'],
    ['<ul><li>one</li><li>two</li></ul>', 'one\ntwo'],
    ['one<hr/>two', 'one\ntwo'],
    ['<h3>Head</h3>body', 'Head\nbody'],
    ['<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>', 'a b\nc'],
    ['<center>one</center>two', 'one\ntwo'],
    ['<small>one</small><div>two</div>three', 'one\ntwo\nthree'],
    ['<b>one</b><i>two</i>', 'onetwo'],
    // What ends and never began; of a paragraph HTML makes an empty one.
    ['one</div>two</h1></b>three', 'onetwothree'],
    ['one</p>two', 'one\ntwo'],
    ['<h2>one</h3>two', 'one\ntwo'],
    ["<div style='x:y'>one</div>\n  <div>two</div>", 'one\ntwo'],
    ['<dl><dt>a</dt><dd>b</dd></dl><blockquote>c</blockquote>', 'a\nb\nc'],
    ['a<br>b<br/>c<br />d<BR>e', 'a\nb\nc\nd\ne'],
    ["a<br clear='all'>b</br>c", 'a\nb\nc'],
    ['a\\n<b>b</b>', 'a\nb'],
    ['List<String> a<b', 'List<String> a<b'],
    ['<b>List<String></b>', 'List<String>'],
  ])('%j', (label, text) => {
    expect(nodeOf('mermaid', `flowchart\nA["${label}"]`).label.text).toBe(text)
  })

  test.each([
    'flowchart\n    A["<b>x</b>\n  y <a href=\'https://example.org\'>z</a>"]\n',
    'flowchart\n    A["text\n<a href=\'https://example.org\'>z</a>"]\n',
    'flowchart\n    A["<p>one</p><p>two</p>"]\n',
    'flowchart\n    A["<b>the direction</b> of it, 100%%"]\n',
    'flowchart\n    A["`<b>x</b> y`"]\n',
    'flowchart\n    subgraph s["<b>x</b>\n  <div>y</div>"]\n        A\n    end\n',
    'flowchart\n    A -->|"<b>x</b>\n y"| B\n',
  ])('Mermaid keeps %j', async source => {
    const { text, codes } = await converted('mermaid', 'mermaid', source)
    const nodes = source.includes('-->') ? 'flowchart\n    A\n    B\n' : 'flowchart\n'
    expect(text).toBe(source.replace('flowchart\n', nodes))
    expect(codes).toEqual([])
  })
})

describe('formatting', () => {
  const cases: readonly [mermaid: string, drawio: string, dot: string][] = [
    [
      "<b>one</b> <i>two</i> <span style='color:red'>red</span>",
      "<b>one</b> <i>two</i> <span style='color:red'>red</span>",
      '<<B>one</B> <I>two</I> <FONT COLOR="red">red</FONT>>',
    ],
    [
      '`**bold** and *italic* text`',
      '<b>bold</b> and <i>italic</i> text',
      '<<B>bold</B> and <I>italic</I> text>',
    ],
    ['`**a *b* c**`', '<b>a </b><b><i>b</i></b><b> c</b>', '<<B>a </B><B><I>b</I></B><B> c</B>>'],
    ['<strong>x</strong><br>y', '<strong>x</strong><br>y', '<<B>x</B><BR/>y>'],
    [
      '<u>a</u> <s>b</s> H<sub>2</sub>O<sup>+</sup>',
      '<u>a</u> <s>b</s> H<sub>2</sub>O<sup>+</sup>',
      '<<U>a</U> <S>b</S> H<SUB>2</SUB>O<SUP>+</SUP>>',
    ],
    [
      "<font color='#f00'>x & y</font>",
      "<font color='#f00'>x & y</font>",
      '<<FONT COLOR="#f00">x &amp; y</FONT>>',
    ],
  ]

  test.each(cases)('%s', async (label, drawio, dot) => {
    const source = `flowchart\nA["${label}"]`
    const toDrawio = await converted('mermaid', 'drawio', source)
    expect(drawn(toDrawio.text)).toBe(drawio)
    expect(toDrawio.codes).toEqual([])
    const toDot = await converted('mermaid', 'dot', source)
    expect(toDot.text).toContain(`A [label=${dot}`)
    expect(toDot.codes).toContain('info loss/rich-text')
    const back = await converted('drawio', 'mermaid', toDrawio.text)
    expect(nodeOf('mermaid', back.text).label).toEqual(nodeOf('mermaid', source).label)
  })

  test('of links and lists, Graphviz has only the text, and a message says so', async () => {
    const { text, codes } = await converted(
      'mermaid',
      'dot',
      'flowchart\nA["<b>x</b> <a href=\'https://a.b\'>y</a>"]',
    )
    expect(text).toContain('A [label=<<B>x</B> y>')
    expect(codes).toContain('warning loss/rich-text')
  })

  test('draw.io shows links and lists', async () => {
    const { text, codes } = await converted(
      'mermaid',
      'drawio',
      'flowchart\nA["<ul><li>x <a href=\'https://a.b\'>y</a></li></ul>"]',
    )
    expect(drawn(text)).toBe(
      `<ul style="display: table; margin: 0px auto; padding-left: 20px; text-align: left;"><li>x <a href='https://a.b'>y</a></li></ul>`,
    )
    expect(codes).toEqual([])
  })

  test.each([
    ['<B>one</B> <I>two</I>', '<b>one</b> <i>two</i>'],
    [
      '<FONT COLOR="red" POINT-SIZE="9">a &lt; b</FONT>',
      "<font color='red' style='font-size: 12px'>a &lt; b</font>",
    ],
    ['<B>a<BR/>b</B>', '<b>a</b><br><b>b</b>'],
  ])('from Graphviz: %s', async (label, html) => {
    const source = `digraph { A [label=<${label}>] }`
    const toMermaid = await converted('dot', 'mermaid', source)
    expect(toMermaid.text).toContain(`["${html}"]`)
    const toDrawio = await converted('dot', 'drawio', source)
    expect(drawn(toDrawio.text)).toBe(html.replaceAll("'", '"'))
  })

  test('from draw.io to Mermaid and Graphviz', async () => {
    const source =
      '<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/><mxCell id="A" value="&lt;div&gt;&lt;b&gt;x&lt;/b&gt;&lt;/div&gt;&lt;div&gt;y&lt;/div&gt;" style="html=1;" vertex="1" parent="1"><mxGeometry width="80" height="40" as="geometry"/></mxCell></root></mxGraphModel>'
    expect((await converted('drawio', 'mermaid', source)).text).toContain('A["<b>x</b><br>y"]')
    expect((await converted('drawio', 'dot', source)).text).toContain('A [label=<<B>x</B><BR/>y>')
  })

  test('nothing that a stranger wrote runs in draw.io', async () => {
    const label =
      "<b onclick='x()'>a</b><img src='x' onerror='alert(1)'><svg><script>alert(1)</script></svg><a href='java&Tab;script:alert(1)'>b</a>"
    const { text } = await converted('mermaid', 'drawio', `flowchart\nA["${label}"]`)
    expect(drawn(text)).not.toMatch(/onclick|onerror|script|svg/)
    expect(text).not.toContain('alert(1)')
  })
})

describe('icons', () => {
  test.each([
    ['fa:fa-car Car', 'Car'],
    ['fab:fa-github Repo', 'Repo'],
    ['a fa:fa-bolt fast', 'a fast'],
    ['Car fas:fa-car', 'Car'],
    ['fa:fa-server<br>Server', 'Server'],
    ['<b>fa:fa-car</b> Car', 'Car'],
    ['fa:fa-car', ''],
    ['`fa:fa-car **Car**`', 'Car'],
    ['logos:aws Cloud', 'logos:aws Cloud'],
    ['mdi:car Car', 'mdi:car Car'],
    ['fa:car', 'fa:car'],
  ])('%j is read as %j', (label, text) => {
    expect(nodeOf('mermaid', `flowchart\nA["${label}"]`).label.text).toBe(text)
  })

  test.each(['dot', 'png', 'flowzap'])('%s has no icon, and a message for each', async to => {
    const source =
      'flowchart TD\n  B --> F[fa:fa-car Car]\n  B -->|fa:fa-bolt fast| G["`fab:fa-github Repo`"]\n  subgraph s["fa:fa-box Box"]\n B\n end\n'
    const { text, messages } = await converted('mermaid', to, source)
    expect(text).not.toContain('fa-')
    for (const word of ['Car', 'fast', 'Repo', 'Box']) expect(text).toContain(word)
    const icons = messages.filter(({ code }) => code === 'loss/icon')
    expect(icons.map(({ text }) => /“(fa\w*:[\w-]+)”/.exec(text)?.[1]).sort()).toEqual([
      'fa:fa-bolt',
      'fa:fa-box',
      'fa:fa-car',
      'fab:fa-github',
    ])
    expect(icons.every(({ at }) => at !== undefined)).toBe(true)
  })

  test('Mermaid keeps them', async () => {
    const source =
      'flowchart\n    A["fa:fa-car Car"]\n    B["`fa:fa-car **Car**`"]\n    A -->|"fa:fa-bolt"| B\n'
    const { text, codes } = await converted('mermaid', 'mermaid', source)
    expect(text).toBe(source)
    expect(codes).toEqual([])
  })

  test('formatting beside an icon stays where draw.io has it', async () => {
    const { text } = await converted('mermaid', 'drawio', 'flowchart\nA["fa:fa-user <b>Ann</b>"]')
    expect(drawn(text)).toBe('👤 <b>Ann</b>')
    const unknown = await converted('mermaid', 'drawio', 'flowchart\nA["fab:fa-gitlab <b>Ann</b>"]')
    expect(drawn(unknown.text)).toBe('<b>Ann</b>')
    expect(unknown.codes).toEqual(['warning loss/icon'])
  })

  test('a text that only looks like one is none in Mermaid either', async () => {
    const { text } = await converted('dot', 'mermaid', 'digraph { A [label="fa:fa-car"] }')
    const { label } = nodeOf('mermaid', text)
    expect(label.rich).toBeUndefined()
    expect(label.text.replace('\u2060', '')).toBe('fa:fa-car')
  })
})

test('blanks around a label are room, and go', async () => {
  const source = 'digraph { A [label="  x  "]; A -> B [label=" yes "] }'
  const mermaid = await converted('dot', 'mermaid', source)
  expect(mermaid.text).toContain('A([x])')
  expect(mermaid.text).toContain('-->|yes|')
  const flowzap = await converted('dot', 'flowzap', source)
  expect(flowzap.text).toContain('label:"x"')
  expect(flowzap.text).toContain('[label="yes"]')
  const dot = await converted('dot', 'dot', source)
  expect(dot.text).toContain('label="  x  "')
})
