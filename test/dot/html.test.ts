/** HTML-like labels: what Graphviz has its XML parser make of `&`, as dot 2.43 draws it. */
import { describe, expect, test } from 'vitest'
import { dot, readDot } from '../../converters/dot/index.js'
import { plainHtml, tableOf } from '../../converters/dot/words/html.js'
import { byId, makeGraph, makeNode, plain } from '../../src/ir/build.js'
import { textOf } from '../laws/laws.js'
import { drawn } from './graphviz.js'

const labelOf = (source: string) =>
  readDot(`digraph { a [label=${source}] }`).graphs[0]!.nodes.get('a')!.label.text

describe('references', () => {
  // XML knows `&apos;`, and Graphviz does not: between quotes it stays as it is.
  test.each([
    ['<a &apos;b&apos; <B>&apos;</B>>', "a 'b' '"],
    ['<&amp;apos; &eacute;>', '&apos; é'],
    ['"&apos; &eacute;"', '&apos; é'],
    ['<<TABLE><TR><TD>&apos;</TD></TR></TABLE>>', "'"],
  ])('%s is %s', (source, text) => expect(labelOf(source)).toBe(text))

  test('a port may have one in its name', () => {
    const { fields } = readDot(
      'digraph { a [label=<<TABLE><TR><TD PORT="&apos;">x</TD></TR></TABLE>>] }',
    ).graphs[0]!.nodes.get('a')!
    expect(fields).toEqual([{ text: 'x', port: "'" }])
  })
})

describe('what is written', () => {
  const text = 'a & b &apos; &amp; <x> &; AT&T'
  const source = 'a &amp; b &amp;apos; &amp;amp; &lt;x&gt; &amp;; AT&amp;T'

  test('every & of a cell is a reference', () => {
    expect(tableOf([{ text }])).toContain(`<TD>${source}</TD>`)
    expect(plainHtml(source)).toBe(text)
  })

  test('Graphviz draws it', async () => {
    const node = makeNode({ id: 'n', shape: 'table', label: plain(''), fields: [{ text }, { text: 'c' }] })
    const written = await textOf(dot, makeGraph({ nodes: byId([node]) }))
    expect(written).toContain(source)
    expect(await drawn(written)).toContain('>c</text>')
  })
})
