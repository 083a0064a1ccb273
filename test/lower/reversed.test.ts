/** Edges that lead from their end to their start, in formats that have no arrowhead at the start alone. */
import { describe, expect, test } from 'vitest'
import { convert, type FormatName, type Graph, read } from '../../src/index.js'

const doxygen = `digraph Inherit { rankdir=LR
  Base -> Derived [dir=back color=midnightblue]
  Derived -> Other [dir=back, label="ack"]
}
`

const said = (messages: readonly { readonly code: string }[], ...codes: string[]) =>
  messages.filter(({ code }) => codes.includes(code)).map(({ code }) => code)

/** The edges of a text, an arrowhead at each end. */
function ends({ edges }: Graph): string[] {
  return edges.map(({ from, to }) => `${from.id} ${from.arrow} ${to.id} ${to.arrow}`)
}

async function through(text: string, to: FormatName) {
  const { text: written, messages } = await convert(text, { from: 'dot', to })
  return { edges: ends(read(written, { format: to }).graphs[0]!), written, messages }
}

describe('an arrowhead at the start alone', () => {
  test('points the same way in Mermaid, and the message says what was done', async () => {
    const { written, messages } = await through(doxygen, 'mermaid')
    expect(written).toContain(
      '    Derived --> Base\n    Other -->|ack| Derived\n    linkStyle 0 stroke:midnightblue',
    )
    const turned = messages.filter(({ code }) => code === 'loss/reversed')
    expect(turned.map(({ at }) => doxygen.slice(...at!))).toEqual([
      'Base -> Derived [dir=back color=midnightblue]',
      'Derived -> Other [dir=back, label="ack"]',
    ])
    expect(said(messages, 'loss/arrow')).toEqual([])
  })

  test('points the same way in FlowZap Code', async () => {
    const { edges, messages } = await through(doxygen, 'flowzap')
    expect(edges).toEqual(['n2 none n1 normal', 'n3 none n2 normal'])
    expect(said(messages, 'loss/reversed')).toHaveLength(2)
  })

  test.each<FormatName>(['dot', 'drawio', 'json'])('stays where it is in %s', async to => {
    const { edges, messages } = await through(doxygen, to)
    expect(edges).toEqual(['Base normal Derived none', 'Derived normal Other none'])
    expect(said(messages, 'loss/reversed', 'loss/arrow')).toEqual([])
  })

  test('takes the sides, ports and end labels of both ends along', async () => {
    const text = 'digraph { a:e -> b:n [dir=back taillabel=T headlabel=H label=L] }'
    const { written } = await through(text, 'flowzap')
    expect(written).toContain('n2.handle(top) -> n1.handle(right) [label="H : L : T"]')
    const { messages } = await convert(text, { from: 'dot', to: 'mermaid' })
    const [turned] = messages.filter(({ code }) => code === 'loss/reversed')
    expect(turned?.changes?.map(({ path, before, after }) => [path.join('/'), before, after])).toEqual([
      ['edges/0/from/id', 'a', 'b'],
      ['edges/0/from/side', 'right', 'top'],
      ['edges/0/from/label/text', 'T', 'H'],
      ['edges/0/from/arrow', 'normal', 'none'],
      ['edges/0/to/id', 'b', 'a'],
      ['edges/0/to/side', 'top', 'right'],
      ['edges/0/to/label/text', 'H', 'T'],
      ['edges/0/to/arrow', 'none', 'normal'],
    ])
  })

  test('takes the group at an end along', async () => {
    const text =
      'digraph { compound=true; subgraph cluster_g { x } a -> x [dir=back lhead=cluster_g] x -> a [ltail=cluster_g dir=back] }'
    const { written } = await through(text, 'mermaid')
    expect(written).toContain('    g --> a\n    a --> g\n')
  })

  test.each([
    ['digraph { a -> b [dir=back arrowtail=dot] }', 'b --o a'],
    ['digraph { a -> b [dir=back arrowtail=odot] }', 'b --o a'],
    ['digraph { a -> b [dir=back arrowtail=tee] }', 'b --x a'],
    ['digraph { a -> b [dir=back arrowtail=diamond style=dashed] }', 'b -.-> a'],
    ['graph { a -- b [dir=back] }', 'b --> a'],
    ['graph { a -- b [dir=forward] }', 'a --> b'],
    ['digraph { a -> a [dir=back] }', 'a --> a'],
    ['digraph { a -> b [dir=both arrowhead=none] }', 'b --> a'],
  ])('%s is %s in Mermaid', async (text, edge) => {
    expect((await through(text, 'mermaid')).written).toContain(`\n    ${edge}\n`)
  })

  test('of an edge that nobody sees is no reason to turn it', async () => {
    const { written, messages } = await through('digraph { a -> b [dir=back style=invis] }', 'mermaid')
    expect(written).toContain('a ~~~ b')
    expect(said(messages, 'loss/reversed')).toEqual([])
  })

  test('is there again, where it was, when the text carries', async () => {
    for (const to of ['mermaid', 'flowzap'] as const) {
      const { text } = await convert(doxygen, { from: 'dot', to, carry: true })
      expect(ends(read(text, { format: to }).graphs[0]!)).toEqual([
        'Base normal Derived none',
        'Derived normal Other none',
      ])
    }
  })
})

describe('two arrowheads', () => {
  test.each([
    ['dir=both', 'a <--> b', []],
    ['dir=both arrowhead=vee', 'a <--> b', ['loss/arrow']],
    ['dir=both arrowhead=dot arrowtail=dot', 'a o--o b', []],
    ['dir=both arrowhead=tee arrowtail=tee', 'a x--x b', ['loss/arrow']],
    // UML's composition: the diamond says what a is, not that one gets there from b.
    ['dir=both arrowtail=diamond arrowhead=vee', 'a --> b', ['loss/arrow']],
    ['dir=both arrowtail=dot', 'a --> b', ['loss/arrow']],
    ['dir=both arrowhead=odiamond', 'b --> a', ['loss/reversed', 'loss/arrow']],
  ])('%s is %s in Mermaid', async (attributes, edge, codes) => {
    const { written, messages } = await through(`digraph { a -> b [${attributes}] }`, 'mermaid')
    expect(written).toContain(`\n    ${edge}\n`)
    expect(said(messages, 'loss/reversed', 'loss/arrow')).toEqual(codes)
  })

  test('are no reason to turn an edge round in FlowZap Code, unless only the start’s points', async () => {
    const { edges, messages } = await through(
      'digraph { a -> b [dir=both]; c -> d [dir=both arrowhead=diamond] }',
      'flowzap',
    )
    expect(edges).toEqual(['n1 none n2 normal', 'n4 none n3 normal'])
    expect(said(messages, 'loss/reversed')).toHaveLength(1)
  })
})
