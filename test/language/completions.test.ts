/** What is offered where somebody writes (at the mark), for each language. */
import { describe, expect, test } from 'vitest'
import { dot } from '../../converters/dot/index.js'
import { flowzap } from '../../converters/flowzap/index.js'
import { json } from '../../converters/json/index.js'
import { mermaid } from '../../converters/mermaid/index.js'
import type { Format } from '../../src/format.js'
import { openText } from '../../src/language/index.js'
import { atMark, chosen, offered } from './marked.js'

/** The first of what is offered, in one line. */
const first = (labels: readonly string[], count: number): string => labels.slice(0, count).join(' ')

describe('FlowZap Code', () => {
  const orders = 'Orders { # Order Desk\nn1: circle label:"Start"\nn2: rectangle\nn1 -> n2\n'
  const cases: readonly (readonly [line: string, offered: string])[] = [
    ['‸', 'loop n1 n2'],
    ['n1: ‸', 'circle rectangle diamond taskbox'],
    ['n1: rec‸', 'circle rectangle diamond taskbox'],
    ['n1: circle ‸', 'label owner description system'],
    ['n1: circle label:"a" ow‸', 'owner description system'],
    ['n1: circle label:‸', ''],
    ['n1: circle owner:"An‸n"', ''],
    ['n1.‸', 'handle n1 n2'],
    ['n1.handle(‸', 'left right top bottom'],
    ['n1.handle(right) ‸', '->'],
    ['n1 -> ‸', 'n1 n2 Orders'],
    ['n1 -> n2 [‸', 'label'],
    ['n1 -> n2 [label="a" ‸', ''],
    ['loop [until paid] ‸', 'n1 n2'],
    ['loop [until paid] Orders.‸', 'n1 n2'],
    ['// ‸', ''],
    ['# ‸', ''],
  ]
  test.each(cases)('%s', (line, wanted) => expect(offered(flowzap, orders + line).join(' ')).toBe(wanted))

  test('what is chosen takes the place of the whole word', () => {
    expect(chosen(flowzap, 'n1: re‸c label:"a"', 'rectangle')).toBe('n1: rectangle label:"a"')
    expect(chosen(flowzap, 'n1: circle ‸', 'owner')).toBe('n1: circle owner:""')
    expect(chosen(flowzap, 'n1.han‸', 'handle')).toBe('n1.handle(')
  })

  test('an id is said to be what it is', () => {
    const details = atMark(flowzap, `${orders}n1 -> ‸`, (open, offset) =>
      open.completions(offset).map(({ detail }) => detail),
    )
    expect(details).toEqual([
      'Node “n1”: Start, in lane “Order Desk”.',
      'Node “n2”, in lane “Order Desk”.',
      'Lane “Orders”: Order Desk.',
    ])
  })
})

describe('Mermaid', () => {
  const flow = 'flowchart LR\nsubgraph s1[Title]\n a[x] --> b\nend\nb:::hot --> s1\nclassDef hot fill:#f00\n'
  const cases: readonly (readonly [line: string, offered: string])[] = [
    ['‸', 'subgraph direction style linkStyle classDef class click end accTitle accDescr a b'],
    ['a --> ‸', 'a b s1'],
    ['a --> b & ‸', 'a b s1'],
    ['a -->|yes| ‸', 'a b s1'],
    ['a -->\n‸', 'a b s1'],
    ['a --> b; b --> ‸', 'a b s1'],
    ['a ‸', '--> --- -.-> ==> --o --x <--> ~~~'],
    ['a:::‸', 'hot'],
    ['a@{ ‸', 'shape label icon form pos img w h constraint animate animation curve'],
    ['a@{ shape: doc, ‸', 'label icon form pos img w h constraint animate animation curve'],
    ['a@{\n shape: doc,\n animation: ‸', 'fast slow'],
    ['style ‸', 'a b s1'],
    ['class a ‸', 'hot'],
    ['class a,‸', 'a b'],
    ['click a ‸', 'href call'],
    ['click a "/x" ‸', '_blank _self _parent _top'],
    ['direction ‸', 'TB TD BT LR RL'],
    ['linkStyle ‸', 'default'],
    ['a[‸', ''],
    ['a["x ‸"]', ''],
    ['%% ‸', ''],
  ]
  test.each(cases)('%s', (line, wanted) => expect(offered(mermaid, flow + line).join(' ')).toBe(wanted))

  test('styles and shapes', () => {
    expect(first(offered(mermaid, `${flow}style a fi‸`), 3)).toBe('fill stroke stroke-width')
    expect(first(offered(mermaid, `${flow}classDef hot fill:red,‸`), 2)).toBe('fill stroke')
    expect(offered(mermaid, `${flow}a@{ shape: do‸`)).toContain('doc')
    expect(chosen(mermaid, 'flowchart LR\na@{ shape: do‸ }', 'docs')).toBe('flowchart LR\na@{ shape: docs }')
  })

  test('the header', () => {
    expect(offered(mermaid, '‸').join(' ')).toBe('flowchart graph flowchart-elk swimlane-beta')
    expect(offered(mermaid, '%% words\nflow‸').join(' ')).toBe('flowchart graph flowchart-elk swimlane-beta')
    expect(offered(mermaid, 'flowchart ‸').join(' ')).toBe('TB TD BT LR RL')
    expect(chosen(mermaid, 'flow‸', 'flowchart')).toBe('flowchart ')
  })
})

describe('DOT', () => {
  const graph =
    'digraph G {\n subgraph cluster_0 { label=L; a:p -> "b c" }\n subgraph cluster_1 { label=M; x }\n'
  const cases: readonly (readonly [line: string, offered: string])[] = [
    ['a -> ‸', 'a b c x'],
    ['a:‸', 'n ne e se s sw w nw c'],
    ['rankdir=‸', 'BT LR RL TB'],
    ['edge [dir=‸', 'back both forward none'],
    ['a -> x [lhead=‸', '0 1'],
    ['a [label="‸"]', ''],
    ['subgraph ‸', ''],
    ['// ‸', ''],
    ['}\n‸', 'digraph graph strict'],
  ]
  test.each(cases)('%s', (line, wanted) => expect(offered(dot, graph + line).join(' ')).toBe(wanted))

  test('attributes are those of what they stand at', () => {
    const node = offered(dot, `${graph}a [‸`)
    const edge = offered(dot, `${graph}a -> x [color=red, ‸`)
    const defaults = offered(dot, `${graph}edge [arr‸`)
    const own = offered(dot, `${graph}‸`)
    expect([node, edge, defaults, own].map(list => list.includes('shape'))).toEqual([
      true,
      false,
      false,
      false,
    ])
    expect([node, edge, defaults, own].map(list => list.includes('arrowhead'))).toEqual([
      false,
      true,
      true,
      false,
    ])
    expect([node, edge, defaults, own].map(list => list.includes('rankdir'))).toEqual([
      false,
      false,
      false,
      true,
    ])
    expect([node, edge, defaults, own].every(list => list.includes('label'))).toBe(true)
  })

  test('values are the words that Graphviz knows', () => {
    expect(first(offered(dot, `${graph}a [shape=‸`), 3)).toBe('ellipse box square')
    expect(offered(dot, `${graph}a -> x [arrowhead=‸`)).toContain('vee')
    expect(offered(dot, `${graph}a [fillcolor=li‸`)).toContain('lightblue')
    expect(offered(dot, `${graph}a [width=‸`)).toEqual([])
  })

  test('names get the quotes that they need', () => {
    expect(chosen(dot, `${graph}a -> ‸`, 'b c')).toBe(`${graph}a -> "b c"`)
    expect(chosen(dot, `${graph}a -> "b‸`, 'b c')).toBe(`${graph}a -> "b c"`)
    expect(chosen(dot, `${graph}a -> x [lhead=‸`, '1')).toBe(`${graph}a -> x [lhead=cluster_1`)
  })

  test('another graph of the file has other ids', () => {
    expect(offered(dot, 'digraph { a -> b }\ndigraph { c -> ‸ }').join(' ')).toBe('c')
    expect(offered(dot, 'digraph { a -> ‸ }\ndigraph { c -> d }').join(' ')).toBe('a')
    expect(offered(dot, '‸').join(' ')).toBe('digraph graph strict')
  })
})

test('a format without a language of its own offers nothing', () => {
  const { language: _, ...bare } = json
  expect(openText('{}', bare as Format).completions(1)).toEqual([])
  expect(openText('{}', bare as Format).tokens()).toEqual([])
})

test('a name that is only just being written is not offered', () => {
  expect(offered(mermaid, 'flowchart LR\nabc --> ab‸').join(' ')).toBe('abc')
})
