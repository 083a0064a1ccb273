import { describe, expect, test } from 'vitest'
import { readMermaid } from '../../converters/mermaid/index.js'
import type { Message } from '../../src/messages/message.js'

function errorsOf(text: string): Message[] {
  return readMermaid(text).messages.filter(({ severity }) => severity === 'error')
}

/** The text with a message's fix made. */
function fixed(text: string, { fix }: Message): string {
  let result = ''
  let copied = 0
  for (const edit of fix?.edits ?? []) {
    result += text.slice(copied, edit.start) + edit.text
    copied = edit.end
  }
  return result + text.slice(copied)
}

describe('a label that should be quoted', () => {
  const text = 'flowchart TD\n    %% first\n    A[Call f(x)] --> B\n    B --> C{Is it [open]?}\n    C --> D\n'

  test('costs one message a line, at the label, and no part of the graph', () => {
    const { graphs, messages } = readMermaid(text)
    expect(messages.map(({ code }) => code)).toEqual(['syntax/unexpected', 'syntax/unexpected'])
    expect(text.slice(messages[0]!.at![0]).startsWith('Call f(x)')).toBe(true)
    expect([...graphs[0]!.nodes.values()].map(({ label }) => label.text)).toEqual([
      'Call f(x)',
      'B',
      'Is it [open]?',
      'D',
    ])
    expect(graphs[0]!.edges.length).toBe(3)
  })

  test('is quoted by the fix, in the author’s text', () => {
    const once = fixed(text, errorsOf(text)[0]!)
    expect(once).toContain('A["Call f(x)"] --> B\n')
    const twice = fixed(once, errorsOf(once)[0]!)
    expect(twice).toContain('C{"Is it [open]?"}\n')
    expect(errorsOf(twice)).toEqual([])
  })

  test.each([
    ['flowchart\nA[say "hi" now] --> B', 'A["say #quot;hi#quot; now"] --> B'],
    ['flowchart\nA -->|f(x)| B', 'A -->|"f(x)"| B'],
    ['flowchart\nA --> B((a (b)))', 'A --> B(("a (b)"))'],
  ])('%j', (text, mended) => {
    const [error] = errorsOf(text)
    expect(fixed(text, error!)).toBe(`flowchart\n${mended}`)
    expect(errorsOf(fixed(text, error!))).toEqual([])
  })
})

test.each([
  ['a comment behind a statement', 'flowchart\nA --> B %% why', 'flowchart\n%% why\nA --> B'],
  ['an arrow with one dash', 'flowchart\nA -> B', 'flowchart\nA --> B'],
])('%s can be mended', (_, text, mended) => {
  const { graphs, messages } = readMermaid(text)
  expect(fixed(text, messages[0]!)).toBe(mended)
  expect(graphs[0]!.edges.length).toBe(1)
})

test.each([
  ['flowchart\nend --> A\nB --> C', 'end'],
  ['flowchart\nA B\nB --> C', 'B\n'],
  ['flowchart\nA --> B\nB --> C\nstyle\n', '\n'],
])('%j: the message points at the trouble, and the other lines are read', (text, at) => {
  const { graphs, messages } = readMermaid(text)
  const [error] = messages
  expect(error!.severity).toBe('error')
  expect(text.slice(error!.at![0]).startsWith(at), text.slice(error!.at![0])).toBe(true)
  expect(graphs[0]!.edges.some(({ to }) => to.id === 'C')).toBe(true)
})

test('messages count in the author’s offsets, whatever stood before', () => {
  const before = '---\r\ntitle: T\r\n---\r\n%%{init: {"theme": "dark"}}%%\r\n%% comment\r\nflowchart TD\r\n'
  const text = `${before}    A["#quot;x#quot; <a href="u">y</a>"] --> B\r\n    class C hot\r\n    D E\r\n`
  const { messages } = readMermaid(text)
  expect(messages.map(({ code, at }) => [code, text.slice(...at!)])).toEqual([
    ['lint/unknown-target', 'C'],
    ['syntax/unexpected', 'E'],
  ])
})

test('nodes and edges know where they stand in the author’s text', () => {
  const text = 'flowchart\r\n%% c\r\n  A["#amp;"] --> B(("b"))\r\n'
  const graph = readMermaid(text).graphs[0]!
  expect(text.slice(...graph.nodes.get('A')!.at!)).toBe('A["#amp;"]')
  expect(text.slice(...graph.nodes.get('B')!.at!)).toBe('B(("b"))')
  expect(text.slice(...graph.edges[0]!.at!)).toBe('A["#amp;"] --> B(("b"))')
})

describe('what the grammar cannot say', () => {
  test.each([
    ['flowchart\nA@{ shape: blob }', 'syntax/unknown-shape'],
    ['flowchart\nA@{ shape: Rect }', 'syntax/unknown-shape'],
    ['flowchart\nA@{ shape: [a }', 'syntax/yaml'],
    ['---\ntitle: [\n---\nflowchart\nA', 'syntax/yaml'],
    ['flowchart\nlinkStyle 0 stroke:red\nA --> B', 'syntax/link-number'],
    ['flowchart\nsubgraph one\nA', 'syntax/subgraph'],
    ['flowchart\nA\nend\n', 'syntax/subgraph'],
    ['flowchart\n\u{1D49C} --> B', 'syntax/letter'],
    ['flowchart\nA["a\nb"] --> B["direction LR"]', 'syntax/direction-line'],
    ['sequenceDiagram\nA->>B: hi', 'syntax/other-diagram'],
  ])('%j gives %s', (text, code) => {
    expect(errorsOf(text).map(error => error.code)).toEqual([code])
  })
})

test.each([
  'classDiagram',
  'stateDiagram-v2',
  'sequenceDiagram',
  'xychart-beta',
  'C4Context',
  'pie',
  'treeView-beta',
  'eventmodeling',
  'info',
])('a diagram of another kind is called by its name: %s', word => {
  const { graphs, messages } = readMermaid(`%% a comment\n${word} x\n  a --> b\n`)
  expect(messages.map(({ code, text }) => [code, text])).toEqual([
    [
      'syntax/other-diagram',
      `“${word}” begins a diagram of another kind: of Mermaid’s, only flowcharts are read.`,
    ],
  ])
  expect(graphs[0]!.nodes.size).toBe(0)
})

test('a header with a statement behind it is read all the same', () => {
  const { graphs, messages } = readMermaid('flowchart LR A --> B\nB --> C\n')
  expect(messages.length).toBe(1)
  expect(graphs[0]!.direction).toBe('LR')
  expect(graphs[0]!.edges.length).toBe(2)
})

test('a subgraph whose heading cannot be read still holds its nodes', () => {
  const { graphs } = readMermaid('flowchart\nsubgraph a(b)\nX --> Y\nend\nY --> Z\n')
  expect([...graphs[0]!.groups.keys()]).toEqual(['a'])
  expect(graphs[0]!.nodes.get('X')!.group).toBe('a')
})

test('more edges than mermaid draws are read, with a warning', () => {
  const edges = Array.from({ length: 501 }, (_, index) => `A --> B${index}`)
  const { graphs, messages } = readMermaid(`flowchart\n${edges.join('\n')}\n`)
  expect(graphs[0]!.edges.length).toBe(501)
  expect(messages.map(({ code }) => code)).toEqual(['limit/mermaid-edges'])
})

test('settings that never end are closed with a line break as the author has them', () => {
  for (const end of ['\n', '\r\n']) {
    const text = ['---', 'title: x', 'flowchart', 'a', ''].join(end)
    expect(fixed(text, errorsOf(text)[0]!)).toBe(['---', 'title: x', '---', 'flowchart', 'a', ''].join(end))
  }
})

test.each([
  ['2', [['step', 2]]],
  ['0', []],
  ['1.5', []],
  ['many', []],
])('a step of %s of an edge counts where it is a whole number above zero', (step, expected) => {
  const { graphs } = readMermaid(`flowchart\na e1@--> b\ne1@{ step: ${step} }\n`)
  expect([...(graphs[0]!.edges[0]!.extras.get('mermaid') ?? [])]).toEqual(expected)
})

test('two letters may be wrong in a long word, one in a short one', () => {
  const said = (word: string, rest: string) => errorsOf(`flowchart\na --> b\n${word} ${rest}\n`)[0]!.text
  expect(said('sbgrph', 'x\nend')).toBe('“sbgrph” is misspelt: write “subgraph”.')
  expect(said('lnkStle', '0 stroke:red')).toBe('“lnkStle” is misspelt: write “linkStyle”.')
  expect(said('stle', 'a fill:red')).toBe('“stle” is misspelt: write “style”.')
  expect(said('stl', 'a fill:red')).not.toContain('misspelt')
})

describe('a click that does nothing', () => {
  test.each([
    ['flowchart\nsubgraph g\na\nend\nclick g "u"', '“g” is a subgraph'],
    ['flowchart\na --> g\nclick g "u"\nsubgraph g\nb\nend', '“g” is a subgraph'],
    ['flowchart\na e1@--> b\nclick e1 f', '“e1” is an edge'],
    ['flowchart\nclick a "u"\na', 'no node “a” stands before this line'],
  ])('%j', (text, reason) => {
    const { messages } = readMermaid(text)
    expect(messages.map(({ code }) => code)).toEqual(['lint/unknown-target'])
    expect(messages[0]!.text).toContain(reason)
  })

  test('is none on a node', () => {
    expect(readMermaid('flowchart\na\nclick a "u"').messages).toEqual([])
  })
})

describe('the mistakes that people make most', () => {
  test.each([
    ['A->B', 'A-->B', 'Mermaid’s arrow is “-->”, with two dashes at least.'],
    ['A[x] -->> B', 'A[x] --> B', 'Mermaid’s arrow is “-->”.'],
    ['A → B', 'A --> B', 'Mermaid’s arrow is “-->”.'],
    ['A => B', 'A ==> B', 'A thick arrow is “==>”, with two signs at least.'],
    ['A <-> B', 'A <--> B', 'An arrow with two heads is “<-->”, with two dashes at least.'],
    [
      'A --|yes| B',
      'A ---|yes| B',
      'A line with its label between pipes is “---|label|”, an arrow “-->|label|”.',
    ],
    ['// note: A --> B', '%% note: A --> B', 'A comment begins with “%%”.'],
    ['A --> B %% why', '%% why\nA --> B', 'A comment must stand on a line of its own.'],
    [
      'A --> B[x (y)] // why',
      '%% why\nA --> B["x (y)"]',
      'Several things are wrong in this line; the fix mends them all.',
    ],
    [
      'A --> B[x %% why # 3',
      '%% why # 3\nA --> B[x]',
      'Several things are wrong in this line; the fix mends them all.',
    ],
    ['A[x # y] --> B %% why', '%% why\nA[x # y] --> B', 'A comment must stand on a line of its own.'],
    ['A [x] --> B (y)', 'A[x] --> B(y)', 'No space can stand between a node’s id and its brackets.'],
    ['A[] --> B(("")) ', 'A[" "] --> B((" ")) ', 'A label cannot be empty; a quoted blank can stand there.'],
    [
      'A[a (b)]; B["c"]',
      'A["a (b)"]; B["c"]',
      'A label with brackets, pipes or quotes in it must be quoted: ["…"].',
    ],
    ['A[a (b)] -> B', 'A["a (b)"] --> B', 'Several things are wrong in this line; the fix mends them all.'],
    ['A & B\nclass A, B hot', 'A & B\nclass A,B hot', 'No space can stand beside a comma here.'],
    ['A\nclass A hot ', 'A\nclass A hot', 'No space can stand at the end of this line.'],
    [
      'style A fill:rgb(255, 0, 16)',
      'style A fill:#ff0010',
      'A colour with brackets cannot stand in a style; the same colour as #rrggbb can.',
    ],
    [
      'subgraph Build (CI)\nA\nend',
      'subgraph "Build (CI)"\nA\nend',
      'A title with brackets, commas or other signs in it must be quoted: subgraph "…".',
    ],
  ])('%j', (body, mended, sentence) => {
    const [error] = errorsOf(`flowchart\n${body}`)
    expect(error!.text).toBe(sentence)
    const text = fixed(`flowchart\n${body}`, error!)
    expect(text).toBe(`flowchart\n${mended}`)
    expect(errorsOf(text)).toEqual([])
  })

  test.each([
    ['end --> A', '“end” closes a subgraph and cannot name a node; with a capital letter, “End”, it can.'],
    [
      'class.x --> A',
      '“class” is a word of Mermaid’s own, so no id and no title can begin with it; in quotes, or with a capital letter, it can stand in a label.',
    ],
    ['A@{ shape: Rect }', 'Mermaid has no shape “Rect”. Write “rect”.'],
    ['A B', 'Expected an arrow or the end of the line.'],
  ])('%j', (body, sentence) => {
    expect(errorsOf(`flowchart\n${body}`)[0]!.text).toBe(sentence)
  })
})

test.each([
  ['flowchart TD A --> B\n', 'flowchart TD\n A --> B\n'],
  ['flowchart-v2 TD\nA --> B\n', 'flowchart TD\nA --> B\n'],
])('the header of %j can be mended', (text, mended) => {
  const [error] = errorsOf(text)
  expect(error!.text).toBe('Expected a direction (TB, LR, BT, RL) and then the end of the line.')
  expect(fixed(text, error!)).toBe(mended)
  expect(errorsOf(mended)).toEqual([])
})

describe('a line that cannot be read, and an arrow at the beginning of the next', () => {
  test.each([
    // What is mended goes on there; what is not is lost as one statement, with one message.
    ['a -> b\n --> c\nd --> e', ['a>b', 'b>c', 'd>e'], 1],
    ['a ?? b\n\n --> c\n --> c2\nd --> e', ['d>e'], 1],
    // A title takes the rest of its line, and nothing goes on with it.
    ['accTitle: a\n --> c\nd --> e', ['d>e'], 1],
  ])('%j', (body, edges, count) => {
    const { graphs, messages } = readMermaid(`flowchart TD\n${body}\n`)
    expect(graphs[0]!.edges.map(({ from, to }) => `${from.id}>${to.id}`)).toEqual(edges)
    expect(messages.filter(({ severity }) => severity === 'error')).toHaveLength(count)
  })
})
