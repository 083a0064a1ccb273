/** Plain statements, read without the grammar, say what the grammar says of them: held against it over texts made of what stands at their borders. */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parser } from '../../converters/dot/grammar.gen.js'
import { writtenIn } from '../../converters/dot/lint/attributes.js'
import { readOnce } from '../../converters/dot/read/file.js'
import { sourceOf } from '../../converters/dot/read/source.js'
import { mutated, randomText, seeded } from '../grammar/random.js'
import { runs } from '../setup/runs.js'
import { wholePieces } from '../setup/whole.js'
import { counting } from '../setup/work.js'

/** Whether the grammar takes the text as a whole; then it says of it what is read. */
function compare(text: string): boolean {
  const source = sourceOf(text)
  const whole = wholePieces(parser, source.text)
  if (whole) {
    expect(readOnce(source), JSON.stringify(text)).toEqual(readOnce(source, whole))
    const again = wholePieces(parser, source.text)!
    expect(writtenIn(source), JSON.stringify(text)).toEqual(writtenIn(source, again))
  }
  return whole !== undefined
}

const PIECES = [
  ...[
    'a',
    'b2',
    '_c',
    'node',
    'Edge',
    'graph',
    'strict',
    'subgraph',
    'digraphs',
    'nodes',
    'é',
    'aé',
    '\ufeff',
    '\u00a0',
    '\f',
  ],
  ...['1', '-2', '3.', '.5', '1.5', '2a', '1.2.3', '-', '.', 'n', 'se'],
  ...['"q"', '""', '"q\\"r"', '"q\\\\"', '"q\\\nr"', '"', '<h>', '<<b>h</b>>', '<', '>', '+'],
  ...[' ', ' ', ' ', '\n', '\n', '\t', '\r\n', '  ', ' // c\n', '# c\n', '/* c */', '/*', '//'],
  ...['->', '->', '--', ':', ':', ';', ';', ',', '=', '=', '[', '[', ']', ']', '{', '{', '}', '}'],
  ...[
    'rankdir=LR',
    'label="x"',
    'colour=red',
    'color=rde',
    '[color=red]',
    '[a=b, c=d]',
    'subgraph s {',
    'subgraph {',
  ],
  ...[
    'a -> b',
    'a:n -> b:p:s;',
    'node [shape=box]',
    'shape=boks',
    '"a b" -> c [label="x\\ny", color="#ff0000"];',
  ],
]

/** What most files have more of than of anything else. */
const STATEMENTS = [
  'a -> b;',
  'a -> b -> c [x=1]',
  'a -> {b c} -> d;',
  '{a; b} -> c [colour=red]',
  'a',
  'a;b;c',
  'rankdir = "LR"',
  'node [shape = box ; color=red]',
  'subgraph cluster_a { label=x; a -> b [style=dashed] }',
  'subgraph "b c" { node [shape=box]\n x y z\n }',
  '{ rank=same; a; b; }',
  'a:n -> b:p:s;',
  'a:"p" -> b',
  '1a',
  '1 -> 2',
  '{1}2',
  'a [label="x" + "y"]',
  'a [label=<x>]',
  'a [x=1][y=2]',
  'a // c',
  '# c',
  '/* c */ a -> /* d */ b',
  'a -> ;',
  'a -> b [x]',
  'b [color=rde]',
  'a -- b',
]

describe('what is read without the grammar is what it says', () => {
  test('of pieces in any order', () => {
    const random = seeded(11)
    let taken = 0
    for (let round = runs(20_000); round > 0; round--) {
      const text = `${['digraph', 'graph', 'strict digraph', 'digraph "g h"', 'digraph 1'][random(5)]} {${randomText(random, PIECES, 14)}${random(4) === 0 ? '' : '}'}${randomText(random, PIECES, 2)}`
      if (compare(text)) taken++
    }
    expect(taken).toBeGreaterThan(runs(20_000) / 2)
  })

  test('of statements in any order, with and without a mistake', () => {
    const random = seeded(12)
    for (let round = runs(8000); round > 0; round--) {
      const statements = Array.from({ length: random(8) }, () => STATEMENTS[random(STATEMENTS.length)]!)
      const text = `digraph g {\n${statements.join(['\n', ' ', ';\n', '\n{', '}'][random(5)]!)}\n}\n`
      compare(random(2) === 0 ? text : mutated(random, text, PIECES))
    }
  })

  test.each(readdirSync('corpus/dot').filter(name => name.endsWith('.gv')))('of %s, with a mistake', name => {
    const random = seeded(name.length)
    const text = readFileSync(`corpus/dot/${name}`, 'utf8')
    for (let round = runs(40); round > 0; round--) compare(mutated(random, text, PIECES))
  })

  test.each([
    'digraph { a b }',
    'digraph{a->b}',
    'digraph g{a}digraph h{b}',
    'DiGraph { Node [a=b] }',
    'digraph digraphs { nodes edges }',
    'digraph { subgraph a { b } -> subgraph { c } [x=y]; d }',
    'digraph { subgraph a { b -> { c } }',
    'digraph { a -> { b ',
    'digraph { {a} {b} }',
    'digraph { a:n:s -> b:1 }',
    'digraph { a=b; "c"="d" e=1.5 }',
    'digraph { a [b=c d=e] f }',
    'digraph { a [] }',
    'digraph { 1 -> 2; -.5 }',
    'digraph { a1.5 }',
    'digraph { 1.2.3; a [b=1.2.3 c=4.] }',
    'digraph { 1a -> 2.b; c [d=1e f=2] }',
    'digraph { a -> b [rankdir=LR;]; rankdir=TB }',
    'graph { a -- b -- c; d -> e }',
    'digraph { a -> {b} -- {c} -> d }',
    'digraph { // c\n a // d\n -> b\n # e\n; c }',
    '// c\n# d\n digraph { a }\n// e',
    'digraph { a } rest of it\ndigraph { b }\n',
    'digraph { subgraph }',
    'digraph { subgraph x y }',
    'digraph { a [label="é"]; é -> b }',
    'digraph { a\ufeff; b }',
  ])('of %j', text => {
    expect(compare(text)).toBe(true)
  })
})

test('as deep as the grammar goes, and no level deeper', () => {
  const nested = (open: string, levels: number) =>
    `digraph { ${open.repeat(levels)} a ${'}'.repeat(levels)} }`
  for (const open of ['{', 'subgraph { ', 'b -> {', '{} -> {', '/* c */ {', 'b -> /* c */ {']) {
    expect(readOnce(sourceOf(nested(open, 499))).messages, open).toEqual([])
    expect(readOnce(sourceOf(nested(open, 500))).messages, open).toMatchObject([{ code: 'limit/nesting' }])
  }
})

test('a plain text is read without the grammar, and one with comments nearly so', async () => {
  const lines = (more: string) =>
    Array.from(
      { length: 200 },
      (_, index) => `n${index}:e -> "n ${index}" [color=red, label="x\\n${index}"];${more}`,
    )
  const text = (more: string) =>
    `// c\ndigraph g {\n rankdir=LR\n subgraph s { ${lines(more).join('\n')} }\n a -> {b c}\n}\n`
  const pieces = parser.pieces
  let asked = 0
  try {
    parser.pieces = (...of) => {
      const own = pieces(...of)
      const next = own.next.bind(own)
      own.next = (...rule) => {
        asked++
        return next(...rule)
      }
      return own
    }
    readOnce(sourceOf(text('')))
    readOnce(sourceOf(text('\n // why\n')))
    expect(asked).toBe(0)
  } finally {
    parser.pieces = pieces
  }
  await counting(async steps => {
    const plain = await steps(() => readOnce(sourceOf(text(''))))
    expect(await steps(() => readOnce(sourceOf(text(' /* c */'))))).toBeLessThan(10 * plain)
  })
})
