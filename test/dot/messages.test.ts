/** What is said about broken files, where, with which repair, and what is still read of them. */
import { describe, expect, test } from 'vitest'
import { readDot } from '../../converters/dot/index.js'
import type { Message } from '../../src/messages/message.js'

const shown = (text: string, { code, at = [0, 0] }: Message) => `${code} ${JSON.stringify(text.slice(...at))}`

function fixed(text: string): string {
  const edits = readDot(text).messages.flatMap(({ fix }) => fix?.edits ?? [])
  return edits
    .sort((a, b) => b.start - a.start)
    .reduce((now, edit) => now.slice(0, edit.start) + edit.text + now.slice(edit.end), text)
}

function edgesOf(text: string): string[] {
  return readDot(text).graphs.flatMap(({ edges }) => edges.map(({ from, to }) => `${from.id} ${to.id}`))
}

describe('the five most frequent mistakes', () => {
  const mistakes: [name: string, text: string, said: string[], edges: string[]][] = [
    [
      'an unquoted value with a unit, a dot or a hash',
      'digraph {\n  a [width=12px, color=#ff0000, label=foo.bar]\n  b -> c\n}\n',
      ['syntax/unquoted "12px"', 'syntax/unquoted "#ff0000"', 'syntax/unquoted "foo.bar"'],
      ['b c'],
    ],
    ['an unquoted name', 'digraph {\n  my-node -> b\n}\n', ['syntax/unquoted "my-node"'], ['my-node b']],
    ['a missing brace', 'digraph {\n  subgraph s {\n  a -> b\n}\n', ['syntax/brace "{"'], ['a b']],
    [
      'the edge of a digraph in a graph',
      'graph {\n  a -> b\n  c -- d\n}\n',
      ['syntax/edge-operator "->"'],
      ['a b', 'c d'],
    ],
    ['the edge of a graph in a digraph', 'digraph {\n  a -- b\n}\n', ['syntax/edge-operator "--"'], ['a b']],
    [
      'an unclosed quote',
      'digraph {\n  a [label="abc];\n  b [label="x"];\n  c -> d\n}\n',
      ['syntax/quote "\\"abc"'],
      ['c d'],
    ],
    [
      'words before the graph',
      'Here is the diagram:\n\ndigraph {\n  a -> b\n}\n',
      ['syntax/prose "Here is the diagram:"'],
      ['a b'],
    ],
  ]

  test.each(mistakes)('%s', (_, text, said, edges) => {
    expect(readDot(text).messages.map(message => shown(text, message))).toEqual(said)
    expect(edgesOf(text)).toEqual(edges)
    expect(readDot(fixed(text)).messages).toEqual([])
    expect(edgesOf(fixed(text))).toEqual(edges)
  })
})

const others: [text: string, said: string[]][] = [
  ['digraph { a -> node }', ['syntax/unquoted "node"']],
  ['digraph my-flow { a }', ['syntax/unquoted "my-flow"']],
  ['digraph { a;; b }', ['syntax/unexpected ";"']],
  ['digraph { a [,x=1]; b }', ['syntax/unexpected ","']],
  ['digraph { a [bold]; b }', ['syntax/unexpected "]"']],
  ['digraph { a /* never', ['syntax/unexpected "/*"']],
  ['digraph { a }\n}\n', ['syntax/brace "}"']],
  ['digraph { node; }', ['syntax/unexpected ""']],
  ['{ a }', ['syntax/unexpected ""']],
  ['', ['syntax/unexpected ""']],
  ['  // nothing\n', ['syntax/unexpected ""']],
]

test.each(others)('%j', (text, said) => {
  expect(readDot(text).messages.map(message => shown(text, message))).toEqual(said)
})

test('a file with five mistakes shows five messages, and the rest of the graph is there', () => {
  const text = `Sure! Here you go:
digraph G {
  a [width=12px];
  b -- c;
  d [label="open];
  e -> f;
  g -> h;
`
  const { messages, graphs } = readDot(text)
  expect(messages.map(message => shown(text, message))).toEqual([
    'syntax/prose "Sure! Here you go:"',
    'syntax/brace "{"',
    'syntax/unquoted "12px"',
    'syntax/edge-operator "--"',
    'syntax/quote "\\"open"',
  ])
  expect([...graphs[0]!.nodes.keys()]).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'])
  expect(edgesOf(text)).toEqual(['b c', 'e f', 'g h'])
  expect(graphs[0]!.nodes.get('a')?.extras.get('dot')?.get('width')).toBe('12px')
})

test('a syntax error says what was expected in words', () => {
  const text = 'digraph {\n  a [label]\n}\n'
  const [message] = readDot(text).messages
  expect(message?.text).toBe('Found `]`, expected `=` and a value.')
})

test('every place lies in the text, whatever is cut from it', () => {
  for (let length = 0; length < 120; length++) {
    const text =
      'digraph G { a [label="x", w=1px] -> b; subgraph s { c } /* d */ "e f" -> <g>; label=x; n.m }'.slice(
        0,
        length,
      )
    for (const { at } of readDot(text).messages) {
      expect(at![0]).toBeGreaterThanOrEqual(0)
      expect(at![0]).toBeLessThanOrEqual(at![1])
      expect(at![1]).toBeLessThanOrEqual(text.length)
    }
  }
})

test.each([['digraph { a } digraph { b }'], ['digraph { a } }']])(
  '%s: what Graphviz ignores is named',
  text => {
    const { graphs, messages } = readDot(text)
    expect(graphs).toHaveLength(1)
    expect(messages.map(({ code, at }) => [code, text.slice(...(at ?? [0, 0])).trim()])).toEqual([
      ['lint/ignored-text', text.slice(13).trim()],
    ])
  },
)

test('a comment behind the brace is no ignored text', () => {
  expect(readDot('digraph { a } // done\n').messages).toEqual([])
  expect(readDot('digraph { a } /* done */\ndigraph { b }\n').messages).toEqual([])
})

test('semicolons that end nothing are one mistake in each place', () => {
  const text = 'digraph { ;; ;\n a;; b; ; c /* why */ ;; }'
  const { messages } = readDot(text)
  expect(messages.map(({ at, text: said, fix }) => [text.slice(...at!), said, fix?.title])).toEqual([
    [';; ;', 'These `;` end no statement.', 'Remove the semicolons'],
    [';', 'This `;` ends no statement.', 'Remove the semicolon'],
    [';', 'This `;` ends no statement.', 'Remove the semicolon'],
    [';', 'This `;` ends no statement.', 'Remove the semicolon'],
  ])
  expect(messages[0]!.fix!.edits).toEqual([{ start: 10, end: 14, text: '' }])
  expect(readDot(`digraph { a${';'.repeat(5_000)} }`).messages).toHaveLength(1)
})

test('a record label that Graphviz calls bad is quoted, and the node shows its name', () => {
  const text =
    'digraph { node [shape=record]; a [label="x|<p>{b|c}"]; b [label="a|{b"]; c [label="{x|y}"]; a:p -> b }'
  const { graphs, messages } = readDot(text)
  expect(messages.map(({ code, severity, at }) => [code, severity, text.slice(...at!)])).toEqual([
    ['lint/record-label', 'warning', 'a'],
    ['lint/record-label', 'warning', 'b'],
  ])
  expect(messages.map(message => /“[^”]*[|][^”]*”/.exec(message.text)?.[0])).toEqual([
    '“x|<p>{b|c}”',
    '“a|{b”',
  ])
  expect([...graphs[0]!.nodes.values()].map(({ label }) => label.text)).toEqual(['a', 'b', 'x\ny'])
})
