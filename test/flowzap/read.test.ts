import { describe, expect, it } from 'vitest'
import { readFlowzap } from '../../converters/flowzap/index.js'
import type { Graph } from '../../src/ir/model.js'
import { said, shown } from './shown.js'

function read(text: string): Graph {
  const { graphs, messages } = readFlowzap(text)
  expect(said(text, messages)).toEqual([])
  return graphs[0]!
}

/** What the reader puts right it says in one message; the tests below name its code. */
function readWith(text: string, ...codes: string[]): Graph {
  const { graphs, messages } = readFlowzap(text)
  expect(messages.map(({ code }) => code)).toEqual(codes)
  return graphs[0]!
}

describe('statements', () => {
  it('reads lanes, nodes, edges and loops', () => {
    const graph = read(`Sales { # Sales Team
n1: circle label:"Start"
n2: rectangle label:"Quote" owner:"Ann" description:"Two days" system:"CRM"
n1.handle(right) -> n2.handle(left)
n2.handle(bottom) -> Desk.n3.handle(top) [label="Order"]
loop [until signed] n1 n2 n3
}
Desk { # Order Desk
n3: diamond label:"In stock?"
n4: taskbox owner:"Bob" label:"Pack | Weigh | Ship"
n3.handle(right) -> n4.handle(left) [label="Yes"]
n4.handle(top) -> Sales.n2.handle(bottom)
}
`)
    expect(shown(graph)).toEqual({
      lanes: ['Sales: Sales Team', 'Desk: Order Desk'],
      nodes: [
        'Sales/n1 circle Start',
        'Sales/n2 rectangle Quote {owner: Ann} {description: Two days} {system: CRM}',
        'Desk/n3 diamond In stock?',
        'Desk/n4 task Pack | Weigh | Ship {owner: Bob}',
      ],
      edges: [
        'n1.right -> n2.left',
        'n2.bottom -> n3.top Order',
        'n3.right -> n4.left Yes',
        'n4.top -> n2.bottom',
      ],
      loops: ['Sales/[until signed] n1 n2 n3'],
    })
    expect(graph.direction).toBe('LR')
    expect(graph.directed).toBe(true)
    expect([...graph.groups.values()].every(({ kind, parent }) => kind === 'lane' && !parent)).toBe(true)
  })

  it('says where every element stands', () => {
    const text = 'A { # Lane\n  n1: circle label:"x"\nn1.handle(top) -> n1.handle(left)\nloop [y] n1\n}\n'
    const graph = read(text)
    const at = (element: { at?: readonly [number, number] }) => text.slice(...element.at!)
    expect(at(graph.groups.get('A')!)).toBe(text.slice(0, -1))
    expect(at(graph.nodes.get('n1')!)).toBe('n1: circle label:"x"')
    expect(at(graph.edges[0]!)).toBe('n1.handle(top) -> n1.handle(left)')
    expect(at(graph.loops[0]!)).toBe('loop [y] n1')
  })

  it('keeps attributes in any order, blanks where they mean nothing, and no blanks at all', () => {
    const graph = read(
      '  A{ # L \n\tn1 : rectangle system : "S"   label : "T"\nn1 . handle ( right )->n1.handle(left)[label="a"]\n }',
    )
    expect(shown(graph)).toEqual({
      lanes: ['A: L'],
      nodes: ['A/n1 rectangle T {system: S}'],
      edges: ['n1.right -> n1.left a'],
      loops: [],
    })
  })

  it.each([
    ['LF', '\n'],
    ['CRLF', '\r\n'],
    ['a lone CR', '\r'],
  ])('ends a line at %s', (_, end) => {
    const graph = read(['A { # L', 'n1: circle label:"x"', '', 'n2: circle', '}', ''].join(end))
    expect(shown(graph).nodes).toEqual(['A/n1 circle x', 'A/n2 circle'])
    expect(shown(graph).lanes).toEqual(['A: L'])
  })

  it('ends no line at other separators, and takes none for a blank', () => {
    const text = 'A { # L\u2028M\nn1: circle label:"a\u0085b\u2029c\u00a0"\n}'
    const graph = readWith(text, 'repair/character', 'repair/character')
    expect(graph.groups.get('A')?.label.text).toBe('L\u2028M')
    expect(graph.nodes.get('n1')?.label.text).toBe('a\u0085b\u2029c\u00a0')
  })

  it('reads a byte order mark and a text without a last line end', () => {
    expect(shown(read('\uFEFFA { # L\n}')).lanes).toEqual(['A: L'])
  })

  it('takes an empty label for no label', () => {
    const graph = read(
      'A { # L\nn1: taskbox\nn2: taskbox label:"" owner:""\nn1.handle(top) -> n2.handle(top) [label=""]\nn1.handle(top) -> n2.handle(top) []\n}',
    )
    expect(shown(graph).nodes).toEqual(['A/n1 task', 'A/n2 task'])
    expect(shown(graph).edges).toEqual(['n1.top -> n2.top', 'n1.top -> n2.top'])
  })

  it('reads an empty text as an empty graph', () => {
    for (const text of ['', '\n', '  \n\t']) {
      expect(shown(readFlowzap(text).graphs[0]!)).toEqual({ lanes: [], nodes: [], edges: [], loops: [] })
      const found = readFlowzap(text).messages.map(({ code, severity, at }) => [code, severity, at])
      expect(found).toEqual([['repair/empty', 'warning', [0, 0]]])
    }
  })

  it('takes ids as they are, and an object’s own names for ordinary ids', () => {
    const graph = read('__proto__ { # constructor\nn7: circle label:"toString"\nn3: circle\n}')
    expect(shown(graph).lanes).toEqual(['__proto__: constructor'])
    expect([...graph.nodes.keys()]).toEqual(['n7', 'n3'])
    expect(shown(read('loop { # handle\nn1: circle\n}')).nodes).toEqual(['loop/n1 circle'])
  })
})

describe('labels', () => {
  it.each([
    ['an arrow', 'a -> b'],
    ['a sharp', '# one #'],
    ['braces', '{ } {'],
    ['brackets', '[x] ]'],
    ['a slash comment', '// no'],
    ['a statement', 'n1: circle label:'],
    ['an apostrophe', "it's"],
    ['blanks around', '  x '],
    ['Chinese', '中文 é →'],
    ['single backslashes', 'C:\\dir\\x'],
  ])('holds %s', (_, label) => {
    const graph = read(`A { # ${label.trim()}
n1: rectangle label:"${label}" owner:"${label}"
n1.handle(top) -> n1.handle(left) [label="${label}"]
}`)
    expect(graph.groups.get('A')?.label.text).toBe(label.trim())
    expect(graph.nodes.get('n1')?.label.text).toBe(label)
    expect(graph.nodes.get('n1')?.properties.get('owner')).toBe(label)
    expect(graph.edges[0]?.label.text).toBe(label)
  })

  it.each([
    ['label:"say \\"hi\\""', 'say "hi"', ''],
    ['label:"a\\\\b"', 'a\\b', ''],
    ['label:"a\\\\\\"b"', 'a\\"b', ''],
    ['label:"a\\\\"', 'a\\', ''],
    ['label:"C:\\"', 'C:\\', ''],
    ['label:"\\"" owner:"b"', '"', 'b'],
  ])('reads the escapes of %s', (attributes, label, owner) => {
    const graph = readWith(`A { # L\nn1: rectangle ${attributes}\n}`, 'repair/escape')
    expect(graph.nodes.get('n1')?.label.text).toBe(label)
    expect(graph.nodes.get('n1')?.properties.get('owner') ?? '').toBe(owner)
  })

  it('reads a backslash before anything else as itself', () => {
    expect(read('A { # L\nn1: circle label:"a\\nb\\t"\n}').nodes.get('n1')?.label.text).toBe('a\\nb\\t')
  })

  it('keeps emoji and control characters, and says that FlowZap has none', () => {
    const graph = readWith('A { # L\nn1: circle label:"go 🚀\u0007"\n}', 'repair/character')
    expect(graph.nodes.get('n1')?.label.text).toBe('go 🚀\u0007')
  })

  it('trims blanks around a lane’s label and a condition, and only those', () => {
    const graph = read('A { #  \t\u00a0L } # {\t \nn1: circle\nloop [ \t\u00a0a [ b "c"\u00a0 ] n1\n}')
    expect(graph.groups.get('A')?.label.text).toBe('\u00a0L } # {')
    expect(graph.loops[0]?.condition).toBe('\u00a0a [ b "c"\u00a0')
  })
})

describe('tolerances', () => {
  it('reads either sign of an attribute', () => {
    const graph = readWith(
      'A { # L\nn1: circle label="x" owner="y"\nn1.handle(top) -> n1.handle(left) [label:"z"]\n}',
      'repair/separator',
      'repair/separator',
      'repair/separator',
    )
    expect(shown(graph).nodes).toEqual(['A/n1 circle x {owner: y}'])
    expect(shown(graph).edges).toEqual(['n1.top -> n1.left z'])
  })

  it('reads rect as rectangle', () => {
    expect(shown(readWith('A { # L\nn1: rect label:"x"\n}', 'repair/shape')).nodes).toEqual([
      'A/n1 rectangle x',
    ])
  })

  it('labels a lane by the line after its brace, or by its id', () => {
    const text =
      'A {\n\n// words\n# One\nn1: circle\n}\nB {\nn2: circle\n# no label\n}\nC {#Three\n}\nD { #\n}\nE {}'
    const graph = readWith(
      text,
      'repair/lane-label',
      'repair/lane-label',
      'repair/lane-label',
      'repair/lane-label',
    )
    expect(shown(graph).lanes).toEqual(['A: One', 'B: B', 'C: Three', 'D: D', 'E: E'])
  })

  it('goes on with a lane that is opened twice', () => {
    const text = 'A {\nn1: circle\n}\nB { # Two\nn2: circle\n}\nA { # One\nn3: circle\n}'
    const graph = readWith(text, 'repair/lane-label', 'repair/lane-reopened')
    expect(shown(graph).lanes).toEqual(['A: One', 'B: Two'])
    expect(shown(graph).nodes).toEqual(['A/n1 circle', 'B/n2 circle', 'A/n3 circle'])
  })

  it('reads lanes with free names', () => {
    const text = `Order Desk { # Orders
n1: circle
n1.handle(bottom) -> Phase 2 (EU).n2.handle(top)
}
Phase 2 (EU) {# Later
n2: circle
n2.handle(top) -> Order Desk.n1.handle(bottom)
}`
    const graph = readFlowzap(text).graphs[0]!
    expect(shown(graph).lanes).toEqual(['Order Desk: Orders', 'Phase 2 (EU): Later'])
    expect(shown(graph).edges).toEqual(['n2.top -> n1.bottom'])
  })

  it('lets the block decide a node’s lane, whatever prefixes and places say', () => {
    const text = `A { # L
n1: circle
A.n1.handle(right) -> n2.handle(left)
n2.handle(top) -> A.n1.handle(top)
}
B { # M
n2: circle
B.n2.handle(right) -> B.n2.handle(left)
X.n2.handle(right) -> B.n1.handle(left)
}`
    const graph = readWith(
      text,
      'repair/lane-prefix',
      'repair/edge-place',
      'repair/lane-prefix',
      'repair/lane-prefix',
    )
    expect(shown(graph).nodes).toEqual(['A/n1 circle', 'B/n2 circle'])
    expect(shown(graph).edges).toEqual([
      'n1.right -> n2.left',
      'n2.top -> n1.top',
      'n2.right -> n2.left',
      'n2.right -> n1.left',
    ])
  })

  it('reads an edge without handles', () => {
    const graph = readWith(
      'A { # L\nn1: circle\nn1->n1\nn1.handle(top) -> n1 [label="x"]\n}',
      'repair/handle-missing',
      'repair/handle-missing',
      'repair/handle-missing',
    )
    expect(shown(graph).edges).toEqual(['n1 -> n1', 'n1.top -> n1 x'])
  })

  it('keeps the order of edges, nodes and lanes, forward references and gaps', () => {
    const text = `B { # Two
n9.handle(right) -> n4.handle(left)
n4: circle
n9: circle
n4.handle(right) -> A.n2.handle(left)
}
A { # One
n2: circle
n2.handle(right) -> n2.handle(left)
}`
    const graph = read(text)
    expect([...graph.groups.keys()]).toEqual(['B', 'A'])
    expect([...graph.nodes.keys()]).toEqual(['n4', 'n9', 'n2'])
    expect(shown(graph).edges).toEqual(['n9.right -> n4.left', 'n4.right -> n2.left', 'n2.right -> n2.left'])
  })

  it('keeps parallel edges, and leaves out what only repeats an edge in another lane', () => {
    const text = `A { # L
n1: circle
n1.handle(right) -> B.n2.handle(left) [label="x"]
n1.handle(right) -> B.n2.handle(left) [label="x"]
n1.handle(right) -> B.n2.handle(left) [label="y"]
n1.handle(top) -> B.n2.handle(left) [label="x"]
}
B { # M
n2: circle
n1.handle(right) -> n2.handle(left) [label="x"]
}`
    const graph = readWith(text, 'repair/edge-repeated')
    expect(shown(graph).edges).toEqual([
      'n1.right -> n2.left x',
      'n1.right -> n2.left x',
      'n1.right -> n2.left y',
      'n1.top -> n2.left x',
    ])
  })

  it('keeps the first of repeats where none stands in the lane of its source', () => {
    const text = `A { # L
n1: circle
}
B { # M
n1.handle(right) -> n1.handle(left)
}
C { # N
n1.handle(right) -> n1.handle(left)
}`
    const graph = readWith(text, 'repair/edge-place', 'repair/edge-repeated')
    expect(shown(graph).edges).toEqual(['n1.right -> n1.left'])
    expect(text.slice(0, graph.edges[0]?.at?.[0]).split('\n')).toHaveLength(5)
  })

  it('reads loops anywhere, over nodes of any lane', () => {
    const text = `loop [first] n2
A { # L
n1: circle
loop [a] n1 n2
}
B { # M
n2: circle
loop [] B.n2
loop [none]
}
loop [retry] A.n1 B.n2`
    expect(shown(read(text)).loops).toEqual([
      '/[first] n2',
      'A/[a] n1 n2',
      'B/[] n2',
      'B/[none]',
      '/[retry] n1 n2',
    ])
  })

  it('ignores comments', () => {
    const text = '// a\nA { # L\n// n1: circle\n# second\nn1: circle\n//}\n}\n# third'
    expect(shown(read(text))).toEqual({ lanes: ['A: L'], nodes: ['A/n1 circle'], edges: [], loops: [] })
  })

  it('gives carried data back', () => {
    expect(readFlowzap('A { # L\n}\n//@ {"a": 1}  \n').carried).toEqual(['{"a": 1}  '])
    expect(readFlowzap('//@x\r\nA { # L\r\n}').carried).toEqual(['x'])
    expect(readFlowzap('// @ x\nA { # L\n}').carried).toEqual([undefined])
  })
})
