/** What nobody sees is no loss, what is drawn without a word is none either, and what is lost is named as people call it. */
import { expect, test } from 'vitest'
import { dot } from '../../converters/dot/index.js'
import { drawio } from '../../converters/drawio/index.js'
import { flowzap } from '../../converters/flowzap/index.js'
import { mermaid } from '../../converters/mermaid/index.js'
import type { Format } from '../../src/format.js'
import { targetOf } from '../../src/lower/editor.js'
import { lower } from '../../src/lower/lower.js'
import { readWith } from '../../src/read.js'

function lowered(from: Format, text: string, to: Format, carries = false) {
  const [graph] = readWith(from, text).graphs
  return lower(graph!, { ...targetOf(to, graph!, {}, from === to), carries })
}

const shaped = 'a [shape=box] b [shape=box]'

test('the arrowhead of an invisible edge is neither kept nor lost', () => {
  const seen = lowered(dot, `digraph { ${shaped} a -> b }`, mermaid).tally
  const unseen = lowered(dot, `digraph { ${shaped} a -> b [style=invis] }`, mermaid)
  expect(unseen.messages.map(({ code }) => code)).toEqual(['loss/spelling'])
  expect(unseen.tally).toEqual({ ...seen, total: seen.total - 2, kept: seen.kept - 2 })
  const own = lowered(dot, `digraph { ${shaped} a -> b [style=invis, arrowhead=diamond] }`, dot).tally
  expect([own.total, own.kept]).toEqual([unseen.tally.total, unseen.tally.total])
})

test('an invisible edge that is left out takes no arrowheads with it', () => {
  const { tally } = lowered(dot, `digraph { ${shaped} a -> b [style=invis] }`, flowzap)
  const { total, kept, approximated, dropped } = tally
  expect(kept + approximated + dropped).toBe(total)
  // Its two ends, each a kind and an id, and its line.
  expect(dropped).toBe(5)
})

test('the size of a picture is kept where the picture is drawn in that size', () => {
  const picture = 'digraph { a [image="https://example.org/a.png", shape=none, width=2, height=1] }'
  const { tally, messages } = lowered(dot, picture, drawio)
  expect(messages.map(({ code }) => code)).toEqual(['loss/spelling'])
  expect(tally.kept).toBe(tally.total)
  expect(lowered(dot, picture, mermaid).tally.dropped).toBe(2)
})

const extras = (from: Format, text: string, to: Format) =>
  lowered(from, text, to)
    .messages.filter(({ code }) => /^loss\/(?:extras|comments)$/.test(code))
    .map(({ text }) => text)

test.each([
  [
    'ranks',
    dot,
    'digraph { {rank=same; a; b} }',
    flowzap,
    'FlowZap Code has nothing like these settings of the graph, so what they say is left out: ranks and subgraphs without a box.',
  ],
  [
    'an attribute that is called as what is no attribute',
    dot,
    'digraph { subgraphs=yes }',
    mermaid,
    'Mermaid has nothing like these settings of the graph, so what they say is left out: subgraphs.',
  ],
  [
    'properties by their own names',
    mermaid,
    'flowchart LR\na[|tea:green|x]\n',
    dot,
    'Graphviz DOT has nothing like these settings of node “a”, so what they say is left out: tea.',
  ],
  [
    'the directive',
    mermaid,
    '%%{init: {"flowchart": {"nodeSpacing": 70}}}%%\nflowchart LR\na\n',
    dot,
    'Graphviz DOT has nothing like these settings of the graph, so what they say is left out: the init directive.',
  ],
  [
    'comments of an element',
    flowzap,
    'User { # User\n// why\nn1: circle label:"Start"\n}\n',
    mermaid,
    'The comments at node “n1” are left out: they belong to the text that they stand in.',
  ],
  [
    'comments of the whole diagram',
    mermaid,
    'flowchart LR\na\n%% the end\n',
    dot,
    'The comments around the diagram are left out: they belong to the text that they stand in.',
  ],
])('%s are named in words', (_, from, text, to, sentence) => {
  expect(extras(from, text, to)).toEqual([sentence])
})

test('comments ride along nowhere', () => {
  const text = 'User { # User\n// why\nn1: circle label:"Start"\n}\n'
  const { carriedMessages } = lowered(flowzap, text, mermaid, true)
  expect(carriedMessages.map(({ text }) => text)).toContain(
    'The comments at node “n1” are left out: they belong to the text that they stand in.',
  )
})

test('defaults of nodes and edges go where each element has their look', () => {
  const text =
    'flowchart LR\n  linkStyle default stroke:#ff0000\n  classDef default fill:#ff0000\n  a --> b\n'
  const { graph, messages } = lowered(mermaid, text, dot)
  expect(graph.defaults).toEqual({})
  expect([graph.nodes.get('a')!.style.fill, graph.edges[0]!.style.stroke]).toEqual(['#ff0000', '#ff0000'])
  expect(messages.map(({ text }) => text).filter(sentence => sentence.includes('no default style'))).toEqual([
    'Graphviz DOT has no default style for nodes.',
    'Graphviz DOT has no default style for edges.',
  ])
})

test('a formatted label at an end that becomes the label of its edge stays formatted', () => {
  const { graph } = lowered(dot, 'digraph { a -> b [headlabel=<<b>x</b> y>] }', mermaid)
  expect(graph.edges[0]!.label).toEqual({
    text: 'x y',
    rich: { syntax: 'mermaid-html', source: '<b>x</b> y' },
  })
  expect(graph.edges[0]!.to.label).toBeUndefined()
})
