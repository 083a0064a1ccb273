/** Diagrams of AsciiDoc, and other texts in their place. */
import { describe, expect, test } from 'vitest'
import { applied, finder, formatCalled, summary } from './finding.js'

const find = await finder('a.adoc')

describe('what is a diagram', () => {
  // https://docs.asciidoctor.org/diagram-extension/latest/blocks/, https://docs.asciidoctor.org/kroki-extension/latest/syntax/
  test.each([
    ['[mermaid]\n----\ngraph LR\n\na --> b\n----\n', ['mermaid graph LR\n\na --> b\n']],
    ['[mermaid,target,svg]\n....\na\n----\n....\n', ['mermaid a\n----\n']],
    ['["graphviz", target="x", format=svg]\n--\na\n--\n', ['graphviz a\n']],
    ['[graphviz#id.role%opt]\n.A title\n-----\na\n-----\n', ['graphviz a\n']],
    ['[#id]\n[mermaid]\n[.role]\n----\na\n----\n', ['mermaid a\n']],
    ['[mermaid]\na\nb\n\nc\n', ['mermaid a\nb\n']],
    ['[source,mermaid]\n----\na\n----\n', ['mermaid a\n']],
    ['[,dot]\n----\na\n----\n', ['dot a\n']],
    ['```mermaid\na\n```\n', ['mermaid a\n']],
    ['* x\n+\n[mermaid]\n----\na\n----\n', ['mermaid a\n']],
    ['====\n[mermaid]\n----\na\n----\n====\n', ['mermaid a\n']],
    ['[plantuml]\n----\na\n----\n', ['plantuml a\n']],
    ['----\n[mermaid]\n....\na\n....\n----\n', []],
    ['////\n[mermaid]\n----\na\n----\n////\n', []],
    ['[source,ruby]\n----\na\n----\n', []],
    ['[mermaid]\r\n----\r\na\r\n----\r\n', ['mermaid a\n']],
    ['mermaid::d/a b.mmd[format=svg]\n', ['mermaid: d/a b.mmd']],
    ['image::x.svg[]\n', []],
    ['[mermaid]\n----\ninclude::d/a.mmd[]\n----\n', ['mermaid: d/a.mmd']],
    [
      '[mermaid]\n----\na',
      ['! The block “mermaid” that begins with ---- is never closed, so it is not read.'],
    ],
    [
      '[mermaid]\n----\ninclude::d/a.mmd[]\nb\n----\n',
      [
        '! The text of this diagram (mermaid) does not stand in the document: a program of the page gives it, so it is not read.',
      ],
    ],
  ])('%j', (text, expected) => expect(summary(find(text))).toEqual(expected))

  test('titles of blocks, headings, and the places of paths', () => {
    const text = '= Book\n\n== Part\n\n[mermaid]\n----\n----\n\n.Own\n[mermaid]\n----\n----\n'
    expect(find(text).blocks.map(({ title }) => title)).toEqual(['Part', 'Own'])
    const macro = 'x\n\nmermaid::a.mmd[]\n'
    expect(macro.slice(...find(macro).files[0]!.fileAt)).toBe('a.mmd')
    const include = '[mermaid]\n----\n\ninclude::a.mmd[]\n----\n'
    expect(include.slice(...find(include).files[0]!.fileAt)).toBe('a.mmd')
  })
})

describe('another text', () => {
  test.each([
    ['[mermaid,target,svg]\n----\na\n----\n', 'dot', 'b\n', '[graphviz,target,svg]\n----\nb\n----\n'],
    [
      '[source,mermaid]\r\n----\r\na\r\n----\r\n',
      'dot',
      'b\nc\n',
      '[source,dot]\r\n----\r\nb\r\nc\r\n----\r\n',
    ],
    ['[mermaid]\n----\na\n----\n', 'flowzap', '----\n', '[flowzap]\n-----\n----\n-----\n'],
    ['[mermaid]\n--\na\n--\n', 'flowzap', '--\n----\n', '[flowzap]\n-----\n--\n----\n-----\n'],
    ['[mermaid]\n....\na\n....\n', 'flowzap', '----\n', '[flowzap]\n....\n----\n....\n'],
    ['[mermaid]\na\n\nx\n', 'flowzap', 'b\nc\n', '[flowzap]\nb\nc\n\nx\n'],
    ['[mermaid]\na\n\nx\n', 'flowzap', 'b\n\nc\n', '[flowzap]\n----\nb\n\nc\n----\n\nx\n'],
    ['[mermaid]\n----\n----\n', 'flowzap', 'b\n', '[flowzap]\n----\nb\n----\n'],
  ])('%j', (text, to, own, expected) =>
    expect(applied(text, find(text).blocks[0]!.exchanged(own, formatCalled(to)))).toBe(expected),
  )

  test.each([
    [
      '[mermaid]\n----\na\n----\n',
      'link:d/a%20b.fz["A, b [c\\]"]\n',
      'image::a.svg["A, b [c\\]",link=d/a%20b.fz]\n',
    ],
    [
      'x\n[mermaid]\n.T\n----\na\n----\ny\n',
      'x\n\n.T\nlink:d/a%20b.fz["A, b [c\\]"]\n\ny\n',
      'x\n\n.T\nimage::a.svg["A, b [c\\]",link=d/a%20b.fz]\n\ny\n',
    ],
    [
      '* x\n+\n[mermaid]\n----\na\n----\n+\ny\n',
      '* x\n+\nlink:d/a%20b.fz["A, b [c\\]"]\n+\ny\n',
      '* x\n+\nimage::a.svg["A, b [c\\]",link=d/a%20b.fz]\n+\ny\n',
    ],
    [
      ':imagesdir: img/all\n\n[mermaid]\n----\na\n----\n',
      ':imagesdir: img/all\n\nlink:d/a%20b.fz["A, b [c\\]"]\n',
      ':imagesdir: img/all\n\nimage::../../a.svg["A, b [c\\]",link=d/a%20b.fz]\n',
    ],
  ])('a link and a picture in the place of %j', (text, link, picture) => {
    const markup = { title: 'A, b [c]', source: 'd/a b.fz' }
    expect(applied(text, find(text).blocks[0]!.replaced(markup))).toBe(link)
    expect(applied(text, find(text).blocks[0]!.replaced({ ...markup, picture: 'a.svg' }))).toBe(picture)
  })
})

describe('a macro or a block that draws a file', () => {
  const picture = { title: 'T', source: 'd/a.fz', picture: 'd/a.svg' }
  const nothingDraws = (word: string) =>
    `Nothing draws a file of FlowZap Code here, as “${word}” draws this one.`

  test.each([
    [
      ':imagesdir: img\n\n.T\ngraphviz::d/a.dot[svg]\n',
      ':imagesdir: img\n\n.T\nmermaid::d/a.mmd[svg]\n',
      ':imagesdir: img\n\n.T\nimage::../d/a.svg[T,link=d/a.fz]\n',
    ],
    [
      '.T\n[graphviz,width=3]\n----\ninclude::d/a.dot[]\n----\n',
      '.T\n[mermaid,width=3]\n----\ninclude::d/a.mmd[]\n----\n',
      '.T\nimage::d/a.svg[T,link=d/a.fz]\n',
    ],
  ])('%j', (text, exchanged, replaced) => {
    const [file] = find(text).files
    expect(file!.title).toBe('T')
    expect(applied(text, file!.exchanged('d/a.mmd', formatCalled('mermaid')))).toBe(exchanged)
    expect(applied(text, file!.exchanged('d/a.fz', formatCalled('flowzap')))).toBe(nothingDraws('graphviz'))
    expect(applied(text, file!.replaced(picture))).toBe(replaced)
  })

  test('a listing shows the text of a file in any language', () => {
    const text = '[source,dot]\n----\ninclude::a.dot[]\n----\n'
    expect(applied(text, find(text).files[0]!.exchanged('a.fz', formatCalled('flowzap')))).toBe(
      '[source,flowzap]\n----\ninclude::a.fz[]\n----\n',
    )
  })
})
