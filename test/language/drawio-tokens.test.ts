/** Tokens of files of draw.io: the elements and attributes that a parser of XML finds in the corpus, and what is sensible in broken ones. */
import { Parser } from 'htmlparser2'
import { expect, test } from 'vitest'
import { drawio } from '../../converters/drawio/index.js'
import { tokenizeXml } from '../../converters/drawio/language/tokens.js'
import { openText } from '../../src/language/index.js'
import { tokensOf } from '../../src/language/lines.js'
import { corpusTexts } from './corpus-files.js'
import { shown } from './shown.js'

/** Elements that open and close, and attributes, in their order. */
function parsed(text: string): string[] {
  const found: string[] = []
  const parser = new Parser(
    {
      onopentagname: name => void found.push(`<${name}`),
      onattribute: name => void found.push(name),
      onclosetag: (name, isImplied) => void (isImplied || found.push(`</${name}`)),
    },
    { xmlMode: true, decodeEntities: false },
  )
  parser.end(text)
  return found
}

function told(text: string): string[] {
  const tokens = tokensOf(text, tokenizeXml).between(0, text.length)
  return tokens.flatMap(({ kind, start, end }, place) => {
    const words = text.slice(start, end)
    if (kind === 'attribute') return [words]
    const before = tokens[place - 1]
    return kind === 'keyword' && before ? [text.slice(before.start, end)] : []
  })
}

test('of the corpus are those of a parser', () => {
  const files = corpusTexts(['.drawio']).filter(({ file }) => !file.startsWith('broken'))
  expect(files.length).toBeGreaterThan(10)
  for (const { file, text } of files) {
    expect([file, told(text)]).toEqual([file, parsed(text)])
    const tokens = tokensOf(text, tokenizeXml).between(0, text.length)
    expect([file, tokens.filter(({ kind }) => kind === 'unknown')]).toEqual([file, []])
    const nested = tokens.reduce((sum, { nest = 0 }) => sum + nest, 0)
    expect([file, nested]).toEqual([file, 0])
  }
})

test.each([
  [
    '<a b="c">x y</a>',
    'bracket:< keyword:a attribute:b punctuation:= string:"c" bracket:> label:x_y bracket:</ keyword:a bracket:>',
  ],
  ["<a\n b='1\n2'/>", "bracket:< keyword:a | attribute:b punctuation:= string:'1 | string:2' bracket:/>"],
  ['<!-- a\n<b> -->c', 'comment:<!--_a | comment:<b>_--> label:c'],
  ['<![CDATA[<a>]]>', 'label:<![CDATA[<a>]]>'],
  ['<?xml version="1.0"?>\n<!DOCTYPE x>', 'setting:<?xml_version="1.0"?> | setting:<!DOCTYPE_x>'],
  ['<a <b>', 'bracket:< keyword:a bracket:< keyword:b bracket:>'],
  ['<', 'bracket:<'],
  ['<a b=>', 'bracket:< keyword:a attribute:b punctuation:= bracket:>'],
])('%j', (text, tokens) => expect(shown(text, tokenizeXml)).toBe(tokens))

test('elements fold, and what opens one is paired with what closes it', () => {
  const text = '<mxfile>\n  <diagram id="1">\n    <x/>\n  </diagram>\n</mxfile>\n'
  const open = openText(text, drawio)
  expect(open.folds().map(({ start, end }) => text.slice(start, end))).toEqual([
    '\n  <diagram id="1">\n    <x/>\n  </diagram>',
    '\n    <x/>',
  ])
  const pair = open.bracketsAt(text.indexOf('</diagram'))!
  expect(text.slice(pair.open.start, pair.close.end)).toBe('>\n    <x/>\n  </')
})
