/** The reader of HTML in labels, and what formats make of character references. Expected pieces and characters are written by hand. */
import { describe, expect, test } from 'vitest'
import {
  decodeEntities as decodeDot,
  escapeEntities as escapeDot,
} from '../../converters/dot/words/entities.js'
import { decodeEntities as decodeMermaid } from '../../converters/mermaid/words/entities.js'
import { attributesOf, isPlainTag, isWord, type Tag, tokensOf, valuesOf } from '../../src/text/html.js'
import { codeOfHtml4Name, codeOfName } from '../../src/text/html-characters.js'
import {
  decodeReferences,
  decodeWithBlanks,
  escapeHtml,
  replaceReferences,
} from '../../src/text/html-references.js'
import { sanitizeHtml, withoutScripts } from '../../src/text/sanitize.js'
import { counted, extent } from '../setup/runs.js'
import { growth, PROPORTION } from '../setup/work.js'

/** Each piece with the first letter of its kind; of a tag also its name, and `/` where it closes or closes itself. */
const pieces = (html: string, isElement?: (name: string) => boolean) =>
  tokensOf(html, isElement).map(token =>
    token.kind === 'tag'
      ? `${token.closing ? '/' : ''}${token.name}${token.selfClosing ? '/' : ''} ${token.source}`
      : `${token.kind[0]!.toUpperCase()} ${token.source}`,
  )

const tag = (html: string): Tag => {
  const [token] = tokensOf(html)
  if (token?.kind !== 'tag') throw new Error(`${html} is no tag`)
  return token
}

describe('pieces of HTML', () => {
  test.each([
    ['a <B>b</B> c', ['T a ', 'b <B>', 'T b', '/b </B>', 'T  c']],
    ['<br/><BR />', ['br/ <br/>', 'br/ <BR />']],
    ['<a title="x>y" b>z', ['a <a title="x>y" b>', 'T z']],
    ["<a title='>'>", ["a <a title='>'>"]],
    ['<a title="<!--x-->">y', ['a <a title="<!--x-->">', 'T y']],
    ["<a title='<!--x' b='<!--'>y", ["a <a title='<!--x' b='<!--'>", 'T y']],
    ['<a title="x<b>y', ['T <a title="x', 'b <b>', 'T y']],
    ['<b', ['T <b']],
    ['a < b > c', ['T a ', 'T < b > c']],
    ['<', ['T <']],
    ['', []],
    ['<b\0>', ['b <b\0>']],
    ['<!-- <b> --><i>', ['C <!-- <b> -->', 'i <i>']],
    ['<!--><i>-->', ['C <!-->', 'i <i>', 'T -->']],
    ['<!---><i>', ['C <!--->', 'i <i>']],
    ['<!-- a --!><i>-->', ['C <!-- a --!>', 'i <i>', 'T -->']],
    ['<!--!>a-->', ['C <!--!>a-->']],
    ['<!-- a <b>', ['T <!-- a ', 'b <b>']],
    ['<![CDATA[<b>]]>', ['T <![CDATA[', 'b <b>', 'T ]]>']],
    ['List<String> a', ['T List', 'T <String> a']],
    ['<b.x><i:y>', ['T <b.x>', 'T <i:y>']],
    ['<svg:script x="1">', ['svg:script <svg:script x="1">']],
  ])('%j', (html, expected) => {
    expect(pieces(html)).toEqual(expected)
    expect(
      tokensOf(html)
        .map(({ source }) => source)
        .join(''),
    ).toBe(html)
  })

  test('a format says which names are elements', () => {
    expect(pieces('<String><b>', () => true)).toEqual(['string <String>', 'b <b>'])
    expect(pieces('<String><b>', name => name === 'string')).toEqual(['string <String>', 'T <b>'])
  })

  test.each([
    ['<String>', true],
    ['</String>', true],
    ['<my-tag a, b>', true],
    ['<b>', false],
    ['<String x="1">', false],
    ['<String', false],
    ['< a>', false],
  ])('%j is a word between angle brackets: %j', (piece, expected) => expect(isWord(piece)).toBe(expected))
})

test.each([
  ['br', 'a<br\t>b'],
  ['br', 'a<br/>b'],
  ['br\ufeff', 'a<br\ufeff>b'],
  ['br\u00a0', 'a<BR\u00a0 clear="all">b'],
])('a browser sees the element %j in %j', (name, html) => {
  const tags = tokensOf(html).filter(token => token.kind === 'tag')
  expect(tags.map(tag => tag.name)).toEqual([name])
})

describe('attributes', () => {
  test('quoted in both ways, bare, and without a value', () => {
    expect(attributesOf(tag(`<a Href="x y" b='"' c=d e>`))).toEqual([
      { source: 'Href="x y"', name: 'href', value: 'x y' },
      { source: `b='"'`, name: 'b', value: '"' },
      { source: 'c=d', name: 'c', value: 'd' },
      { source: 'e', name: 'e', value: '' },
    ])
  })

  test('keys come from strangers', () => {
    const values = valuesOf(tag('<a __proto__="1" constructor=2>'))
    expect([...values]).toEqual([
      ['__proto__', '1'],
      ['constructor', '2'],
    ])
    expect(valuesOf(tag('<a b>')).get('toString')).toBeUndefined()
  })

  test('references are read, or as a format reads them', () => {
    expect(valuesOf(tag('<a b="&lt;&apos;">')).get('b')).toBe("<'")
    expect(valuesOf(tag('<a b="&lt;&apos;">'), decodeDot).get('b')).toBe('<&apos;')
  })

  test.each([
    ['<a b="c" d/>', true],
    ['<a "b">', false],
    ['<a b=c"d>', false],
  ])('%j holds nothing else: %j', (html, expected) => {
    const [token] = tokensOf(html, () => true)
    expect(token?.kind === 'tag' && isPlainTag(token)).toBe(expected)
  })
})

describe('character references', () => {
  const readers = {
    browser: decodeReferences,
    blanks: decodeWithBlanks,
    dot: decodeDot,
    mermaid: decodeMermaid,
  }
  test.each<[string, Record<keyof typeof readers, string>]>([
    ['a&lt;b', { browser: 'a<b', blanks: 'a<b', dot: 'a<b', mermaid: 'a<b' }],
    ['&#65;&#x42;&#X43;', { browser: 'ABC', blanks: 'ABC', dot: 'ABC', mermaid: 'ABC' }],
    [
      'a&nbsp;b&shy;c',
      { browser: 'a\u00a0b\u00adc', blanks: 'a bc', dot: 'a\u00a0b\u00adc', mermaid: 'a\u00a0b\u00adc' },
    ],
    // HTML 5 has names for ASCII, which Graphviz does not know.
    ['&apos;&num;', { browser: "'#", blanks: "'#", dot: '&apos;&num;', mermaid: "'#" }],
    ['&lang;', { browser: '\u27e8', blanks: '\u27e8', dot: '\u2329', mermaid: '\u27e8' }],
    [
      '&#0;&#xD800;&#1114112;',
      {
        browser: '\ufffd\ufffd\ufffd',
        blanks: '&#0;&#xD800;&#1114112;',
        dot: '&#0;&#xD800;&#1114112;',
        mermaid: '\ufffd\ufffd\ufffd',
      },
    ],
    // Graphviz reads seven digits, browsers any.
    ['&#0000065;&#00000065;', { browser: 'AA', blanks: 'AA', dot: 'A&#00000065;', mermaid: 'AA' }],
    [
      '&x0000041;&#x0000041;',
      { browser: '&x0000041;A', blanks: '&x0000041;A', dot: '&x0000041;A', mermaid: '&x0000041;A' },
    ],
    [
      '& &; &#; &#x; &amp &&amp;amp;',
      {
        browser: '& &; &#; &#x; &amp &&amp;',
        blanks: '& &; &#; &#x; &amp &&amp;',
        dot: '& &; &#; &#x; &amp &&amp;',
        mermaid: '& &; &#; &#x; &amp &&amp;',
      },
    ],
    [
      '&__proto__;&constructor;',
      {
        browser: '&__proto__;&constructor;',
        blanks: '&__proto__;&constructor;',
        dot: '&__proto__;&constructor;',
        mermaid: '&__proto__;&constructor;',
      },
    ],
    // An entity that a document type would define is none, so nothing multiplies.
    [
      '&lol9;&lol9;',
      { browser: '&lol9;&lol9;', blanks: '&lol9;&lol9;', dot: '&lol9;&lol9;', mermaid: '&lol9;&lol9;' },
    ],
    [
      'ﬂ°quot¶ßﬂ°°35¶ß',
      { browser: 'ﬂ°quot¶ßﬂ°°35¶ß', blanks: 'ﬂ°quot¶ßﬂ°°35¶ß', dot: 'ﬂ°quot¶ßﬂ°°35¶ß', mermaid: '"#' },
    ],
  ])('%j', (text, expected) => {
    for (const [name, decode] of Object.entries(readers))
      expect(decode(text), name).toBe(expected[name as keyof typeof readers])
  })

  test('Graphviz sees a text again that was written for it', () => {
    expect(escapeDot('a & &lt; &apos; &#65; &#00000065;')).toBe('a & &amp;lt; &apos; &amp;#65; &#00000065;')
    expect(escapeHtml(`<"&">'`)).toBe(`&lt;&quot;&amp;&quot;&gt;'`)
  })

  test('a format is told what stands there', () => {
    const found: unknown[] = []
    replaceReferences('a&b;&#1;&#x1F &', reference => void found.push(reference))
    expect(found).toEqual([
      { source: '&b;', name: 'b', closed: true, offset: 1 },
      { source: '&#1;', digits: '1', number: 1, closed: true, offset: 4 },
      { source: '&#x1F', digits: '1F', number: 31, closed: false, offset: 8 },
      { source: '&', closed: false, offset: 14 },
    ])
  })

  test('HTML 4 has 252 names', () => {
    expect([codeOfHtml4Name('yuml'), codeOfHtml4Name('omega'), codeOfHtml4Name('rho')]).toEqual([
      255, 969, 961,
    ])
    expect([codeOfHtml4Name('Sigma'), codeOfHtml4Name('diams'), codeOfHtml4Name('_')]).toEqual([
      931,
      9830,
      undefined,
    ])
    expect([codeOfName('rang'), codeOfHtml4Name('rang'), codeOfName('toString')]).toEqual([
      10217,
      9002,
      undefined,
    ])
  })
})

describe('what runs in a comment that is none to a browser', () => {
  test.each([
    ['<!--><img src=x onerror=alert(1)>-->', '<!--><img src=x>-->'],
    ['<!-- a --!><img src=x onerror=alert(1)>-->', '<!-- a --!><img src=x>-->'],
    ['<style><!--</style><img src=x onerror=alert(1)>--></style>', '<style></style>'],
    ['<b><!-- why --></b>', '<b><!-- why --></b>'],
    ['<b onclick=f()><!-- why --></b>', '<b><!-- why --></b>'],
  ])('%j', (source, expected) => {
    expect(withoutScripts(source)).toBe(expected)
    expect(sanitizeHtml(source)).not.toMatch(/onerror|onclick/)
  })
})

describe.runIf(extent === 'long')('large labels take steps in proportion to their length', () => {
  const size = counted(2000)
  test.each<[string, (size: number) => string]>([
    ['brackets', size => '<'.repeat(size)],
    ['tags that are never closed', size => '<b '.repeat(size)],
    ['quotes that are never closed', size => '<b a="'.repeat(size)],
    ['comments that are never closed', size => '<!--'.repeat(size)],
    ['comments in values that are never closed', size => '<b a="<!--'.repeat(size)],
    ['a value with the beginnings of many comments', size => `<b a="${'<!--'.repeat(size)}`],
    ['one comment with the beginnings of many', size => `${'<!--'.repeat(size)}-->`],
    ['nested elements', size => '<b>'.repeat(size) + '</b>'.repeat(size)],
    ['one tag with many attributes', size => `<b ${'a=1 '.repeat(size)}>`],
    ['one tag with many blanks', size => `<b a${' '.repeat(size)}>`],
    ['references that are never closed', size => '&#1'.repeat(size)],
    ['digits', size => `&#${'1'.repeat(size)}`],
    ['ampersands', size => '&'.repeat(size)],
  ])('%s', async (_, text) => {
    const work = (size: number) => {
      const html = text(size)
      for (const token of tokensOf(html)) if (token.kind === 'tag') attributesOf(token)
      decodeReferences(html)
      sanitizeHtml(html)
      withoutScripts(html)
    }
    expect(await growth(size, work)).toBeLessThan(PROPORTION)
  })
})
