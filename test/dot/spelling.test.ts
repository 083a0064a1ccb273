/** What is counted and said as lost of DOT: only what the target does not say. */
import { describe, expect, test } from 'vitest'
import { readDot } from '../../converters/dot/index.js'
import { convert, type FormatName, read, write } from '../../src/index.js'

const lossesOf = async (text: string, to: FormatName) => {
  const { messages, tally, text: written } = await convert(text, { from: 'dot', to })
  const losses = messages.filter(({ loss }) => loss === 'approximated' || loss === 'dropped')
  return { losses, tally, written, messages }
}

describe('what only spells otherwise what Mermaid says too is no loss', () => {
  test.each([
    [
      'digraph { rankdir=TB; node [shape=box]; a [color="#FF0000" label="a"]; a -> b [dir=forward color="Blue" arrowhead=normal style=solid] }',
    ],
    [
      'digraph { node [shape=rect]; a [label="\\N"]; b [label=x fillcolor=red]; a -> b [minlen=1 arrowtail=dot] }',
    ],
    [
      'digraph { node [shape=rectangle style="solid"]; a [style=filled fillcolor="Red"]; b [style="filled" color=red] }',
    ],
    [
      'digraph { compound=true; charset="UTF-8"; node [shape=none]; a; b [shape=plaintext]; edge [style=""]; a -> b [dir=both arrowhead=none] }',
    ],
    ['digraph { rankdir="LR"; node [shape=box URL="x"]; a [fontsize="12.0" penwidth="2.00"] }'],
    ['digraph { node [shape=box]; subgraph cluster_c { label="C"; bgcolor="#EEEEEE"; pencolor=Black; a } }'],
  ])('%s', async text => {
    const { losses, tally } = await lossesOf(text, 'mermaid')
    expect(
      losses
        .map(({ code, text: words }) => `${code} ${words}`)
        .filter(said => !said.startsWith('loss/reversed')),
    ).toEqual([])
    expect(tally.dropped).toBe(0)
  })

  test('it is no part of the graph', () => {
    const text =
      'digraph { compound=true; node [shape=rect style="solid" href=x colorscheme=svg]; a [label=a color=green]; a -> b [dir=forward minlen="1.0"]; { c } }'
    const [graph] = readDot(text).graphs
    const elements = [graph!, ...graph!.nodes.values(), ...graph!.edges]
    expect(elements.map(({ extras }) => extras.size)).toEqual([0, 0, 0, 0, 0])
    expect(graph!.nodes.get('a')!.style.stroke).toBe('#008000')
  })

  test('one message stands for what only Graphviz draws a shade otherwise, and is not counted', async () => {
    const text = 'digraph { a [shape=plain]; b [shape=plain] }'
    const { messages, tally } = await lossesOf(text, 'mermaid')
    const spelling = messages.filter(({ code }) => code === 'loss/spelling')
    expect(spelling.map(({ severity, loss }) => [severity, loss])).toEqual([['info', 'spelling']])
    expect(tally.kept).toBe(tally.total)
  })

  test('DOT itself keeps how it was written', async () => {
    const text = 'digraph { rankdir=TB; a [shape=rect label=a]; a -> b [dir=forward color="#FF0000"] }'
    const { written } = await lossesOf(text, 'dot')
    expect(written).toBe(text)
  })
})

describe('what a value says beyond the model is a loss', () => {
  test.each([
    ['digraph { node [shape=box]; a [color="red:blue"] }', 'no equal for “red:blue”, the color of node “a”'],
    [
      'digraph { node [shape=box]; a [style="filled,diagonals" fillcolor=red] }',
      'no equal for “filled,diagonals”, the style of node “a”',
    ],
    ['digraph { label="x\\ly\\l"; a [shape=box] }', 'the label of the graph'],
    [
      'digraph { node [shape=box]; a -> b [arrowhead=crowdot] }',
      'no equal for “crowdot”, the arrowhead of edge “a” → “b”',
    ],
    ['digraph { node [shape=box]; a -> b [weight=3] }', 'left out: weight.'],
    ['digraph { node [shape=box]; a [peripheries=2] }', 'left out: peripheries.'],
  ])('%s', async (text, name) => {
    const { losses } = await lossesOf(text, 'mermaid')
    const said = losses.filter(({ code }) => code === 'loss/extras').map(({ text: words }) => words)
    expect(said).toEqual([expect.stringContaining(name)])
  })
})

test('\\G in a cluster is the name of the cluster, and a point is filled with black', () => {
  const [graph] = readDot(
    'digraph g { label="\\G" subgraph cluster_x { label="\\G" a [shape=point style=filled label="\\G"] } }',
  ).graphs
  expect([graph!.title, graph!.groups.get('x')!.label.text, graph!.nodes.get('a')!.label.text]).toEqual([
    'g',
    'cluster_x',
    'g',
  ])
  expect(graph!.nodes.get('a')!.style.fill).toBe('black')
})

describe('second texts', () => {
  test('an xlabel that is the only text of an edge is its label everywhere', async () => {
    const text = 'digraph { a -> b [xlabel="no\\ncircular"] }'
    expect(readDot(text).graphs[0]!.edges[0]!.label.text).toBe('no\ncircular')
    const { written, losses } = await lossesOf(text, 'mermaid')
    expect(written).toContain('a -->|"no<br/>circular"| b')
    expect(losses.filter(({ code }) => code !== 'loss/shape')).toEqual([])
    expect((await lossesOf(text, 'dot')).written).toBe(text)
    expect((await lossesOf(text, 'flowzap')).written).toContain('[label="no circular"]')
  })

  test('beside a label it is quoted in a warning', async () => {
    const text = 'digraph { p [label="" xlabel="side note"]; a -> p [label=L xlabel=X] }'
    for (const to of ['mermaid', 'flowzap', 'drawio'] as const) {
      const { messages } = await lossesOf(text, to)
      const said = messages.filter(({ code }) => code === 'loss/second-label')
      expect(said.map(({ severity }) => severity)).toEqual(['warning', 'warning'])
      expect(said.map(({ text: words }) => /“[^”]*”/.exec(words)![0])).toEqual(['“side note”', '“X”'])
    }
    expect((await lossesOf(text, 'dot')).written).toBe(text)
  })

  test('a new label takes the place of the old, not a place beside it', async () => {
    const [graph] = readDot('digraph { a -> b [xlabel=old] }').graphs
    const edges = graph!.edges.map(edge => ({ ...edge, label: { text: 'new' } }))
    const { text } = await write([{ ...graph!, edges }], { format: 'dot', from: 'dot' })
    expect(text).toContain('a -> b [xlabel=new]')
  })

  test.each<[string, FormatName, string]>([
    ['headlabel', 'mermaid', 'a -->|only| b'],
    ['taillabel', 'mermaid', 'a -->|only| b'],
    ['headlabel', 'flowzap', '[label="only"]'],
  ])('a %s that is the only text of an edge is its label in %s', async (name, to, expected) => {
    const { written, messages } = await lossesOf(`digraph { a -> b [${name}=only] }`, to)
    expect(written).toContain(expected)
    expect(messages.filter(({ code }) => code === 'loss/end-label').map(({ text }) => text)).toEqual([
      expect.stringContaining('“only” is the label of edge'),
    ])
  })

  test('labels at ends are one with the label beside them', async () => {
    const text = 'digraph { a -> b [headlabel=H label=L]; c -> d [headlabel=1 taillabel=n] }'
    const { written, messages } = await lossesOf(text, 'mermaid')
    expect(written).toContain('a -->|L : H| b')
    expect(written).toContain('c -->|n : 1| d')
    const said = messages
      .filter(({ code }) => code === 'loss/end-label')
      .map(({ text: words }) => /“[^”]*”/.exec(words)![0])
    expect(said).toEqual(['“L : H”', '“n : 1”'])
  })

  test('carried, everything stands where it stood', async () => {
    const text = 'digraph { a -> b [headlabel=only]; b -> c [xlabel=x]; c -> d [label=L xlabel=X] }'
    const { text: carried } = await convert(text, { from: 'dot', to: 'mermaid', carry: true })
    const [back] = read(carried, { format: 'mermaid' }).graphs
    const [first] = readDot(text).graphs
    expect(back!.edges.map(({ label, to, extras }) => [label, to.label, extras])).toEqual(
      first!.edges.map(({ label, to, extras }) => [label, to.label, extras]),
    )
  })
})
