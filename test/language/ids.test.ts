/** Where an id is declared and where it stands, and another one in its place (the mark is where somebody points). */
import { describe, expect, test } from 'vitest'
import { dot } from '../../converters/dot/index.js'
import { flowzap } from '../../converters/flowzap/index.js'
import { mermaid } from '../../converters/mermaid/index.js'
import type { Format } from '../../src/format.js'
import { atMark, placed, renamed } from './marked.js'

const references = (format: Format, text: string): string =>
  atMark(format, text, (open, offset) => placed(open.text, open.references(offset)))
const definition = (format: Format, text: string): string =>
  atMark(format, text, (open, offset) => {
    const found = open.definition(offset)
    return found ? placed(open.text, [found]) : 'none'
  })

describe('FlowZap Code', () => {
  const text = 'A { # Desk\nn1: circle label:"n2"\nn2: rectangle\nn1 -> A.n2\nloop [n1] n1 A.n2\n// n1\n}\n'
  test('a node stands where it is declared, at edges and in loops', () => {
    expect(references(flowzap, text.replace('n1:', 'n‸1:'))).toBe('n1@11 n1@47 n1@68')
    expect(references(flowzap, text.replace('A.n2\n', 'A.n2‸\n'))).toBe('n2@33 n2@55 n2@73')
    expect(definition(flowzap, text.replace('A.n2\n', 'A.n2‸\n'))).toBe('n2@33')
  })
  test('a lane stands where it opens, and before nodes', () => {
    expect(references(flowzap, text.replace('A.n2', '‸A.n2'))).toBe('A@0 A@53 A@71')
    expect(definition(flowzap, text.replace('A.n2', '‸A.n2'))).toBe('A@0')
  })
  test('where no id stands, there is nothing', () => {
    expect(references(flowzap, text.replace('circle', 'cir‸cle'))).toBe('')
    expect(definition(flowzap, text.replace('circle', 'cir‸cle'))).toBe('none')
  })
  test('another id stands everywhere, and nothing else changes', () => {
    expect(renamed(flowzap, text.replace('n1:', 'n‸1:'), 'n9')).toBe(
      'A { # Desk\nn9: circle label:"n2"\nn2: rectangle\nn9 -> A.n2\nloop [n1] n9 A.n2\n// n1\n}\n',
    )
    expect(renamed(flowzap, text.replace('A {', '‸A {'), 'Desk')).toBe(
      'Desk { # Desk\nn1: circle label:"n2"\nn2: rectangle\nn1 -> Desk.n2\nloop [n1] n1 Desk.n2\n// n1\n}\n',
    )
  })
  test('what FlowZap refuses is refused', () => {
    expect(renamed(flowzap, text.replace('n1:', 'n‸1:'), 'start')).toBe(
      'It cannot be renamed: the id of a node is an n and a number.',
    )
    expect(renamed(flowzap, text.replace('n1:', 'n‸1:'), 'n2')).toBe(
      'It cannot be renamed: there is a node “n2” already.',
    )
    expect(renamed(flowzap, text.replace('A {', '‸A {'), 'Order Desk')).toBe(
      'It cannot be renamed: the id of a lane is letters, digits and underscores.',
    )
  })
})

describe('Mermaid', () => {
  const text =
    'flowchart LR\nsubgraph s[s]\n  a[a] --> b\nend\nb:::a & s --> a@{ shape: doc }\nstyle a fill:red\nclass b,a a\nclick a "/a"\n'
  test('nodes and subgraphs have ids of one kind, classes of another', () => {
    expect(references(mermaid, text.replace('a[a]', '‸a[a]'))).toBe('a@29 a@58 a@81 a@100 a@110')
    expect(references(mermaid, text.replace(':::a', ':::‸a'))).toBe('a@48 a@102')
    expect(references(mermaid, text.replace('& s', '& ‸s'))).toBe('s@22 s@52')
    expect(definition(mermaid, text.replace('& s', '& s‸'))).toBe('s@22')
    expect(definition(mermaid, text.replace('a@{', '‸a@{'))).toBe('a@29')
  })
  test('another id', () => {
    expect(renamed(mermaid, text.replace('a[a]', '‸a[a]'), 'start')).toBe(
      'flowchart LR\nsubgraph s[s]\n  start[a] --> b\nend\nb:::a & s --> start@{ shape: doc }\nstyle start fill:red\nclass b,start a\nclick start "/a"\n',
    )
    expect(renamed(mermaid, text.replace('b:::', '‸b:::'), 'stock')).toContain(
      '--> stock\nend\nstock:::a & s',
    )
    expect(renamed(mermaid, text.replace('& s', '& ‸s'), 'box')).toContain('subgraph box[s]')
  })
  test('what Mermaid cannot write, and what is there', () => {
    const point = text.replace('a[a]', '‸a[a]')
    expect(renamed(mermaid, point, 'end')).toBe('Mermaid cannot write the id “end”; the nearest is “end_”.')
    expect(renamed(mermaid, point, 'a b')).toBe('Mermaid cannot write the id “a b”; the nearest is “a_b”.')
    expect(renamed(mermaid, point, 'b')).toBe('It cannot be renamed: there is a node “b” already.')
    expect(renamed(mermaid, point, 's')).toBe('It cannot be renamed: there is a group “s” already.')
    expect(renamed(mermaid, point, 'a')).toBe(text)
    expect(renamed(mermaid, text.replace('-->', '-‸->'), 'c')).toBe(
      'Here stands no id of a node or a group and no name of a class, and only those can be renamed.',
    )
  })
  describe('a class', () => {
    const styled =
      'flowchart LR\n%% hot\nhot[hot]:::hot --> b\nclassDef cold,hot fill:#f00\nclass b hot\nclass b cold\n'
    const point = styled.replace(':::hot', ':::‸hot')
    test('has another name where it is defined and where it is used, and nothing else has', () => {
      const wanted =
        'flowchart LR\n%% hot\nhot[hot]:::warm --> b\nclassDef cold,warm fill:#f00\nclass b warm\nclass b cold\n'
      expect(renamed(mermaid, point, 'warm')).toBe(wanted)
      expect(renamed(mermaid, styled.replace('cold,hot', 'cold,‸hot'), 'warm')).toBe(wanted)
      expect(renamed(mermaid, styled.replace('b hot', 'b hot‸'), 'warm')).toBe(wanted)
    })
    test('of a subgraph and of an edge', () => {
      const around = 'flowchart LR\nsubgraph s\n  a e1@--> b\nend\nclass s,e1 hot\nclassDef ‸hot fill:red\n'
      expect(renamed(mermaid, around, 'warm')).toBe(around.replace('‸', '').replaceAll('hot', 'warm'))
    })
    test('that only its use names', () => {
      expect(renamed(mermaid, text.replace(':::a', ':::‸a'), 'hot')).toBe(
        text.replace(':::a', ':::hot').replace('class b,a a', 'class b,a hot'),
      )
    })
    test('is not joined with another, and gets no name that means something else', () => {
      expect(renamed(mermaid, point, 'cold')).toBe('It cannot be renamed: there is a class “cold” already.')
      expect(renamed(mermaid, point, 'default')).toMatch(/^It cannot be renamed: “default” would not name /)
      expect(renamed(mermaid, point, 'a b')).toMatch(/^It cannot be renamed: “a b” would not name /)
      expect(renamed(mermaid, point, '__proto__')).toContain('cold,__proto__')
    })
    test('of all nodes keeps its name', () => {
      const all = 'flowchart LR\na --> b\nclassDef ‸default fill:#f00\n'
      expect(renamed(mermaid, all, 'warm')).toMatch(/^It cannot be renamed: /)
    })
  })
  test('nothing in a text with errors', () => {
    expect(renamed(mermaid, 'flowchart LR\n‸a --> b\na[x (y)]\n', 'c')).toMatch(
      /^Nothing is renamed in a text that has errors: .*\.$/,
    )
  })
})

describe('DOT', () => {
  const text =
    'digraph {\n  subgraph cluster_a { a:p -> "b"; }\n  a -> b [lhead=cluster_a, label=a]; // a\n}\ndigraph { a }\n'
  test('quotes do not count, and each graph has its own', () => {
    expect(references(dot, text.replace('a:p', '‸a:p'))).toBe('a@33 a@49')
    expect(references(dot, text.replace('a -> b', 'a -> b‸'))).toBe('"b"@40 b@54')
    expect(references(dot, text.replace('cluster_a {', 'cluster‸_a {'))).toBe('cluster_a@21 cluster_a@63')
    expect(references(dot, text.replace('{ a }', '{ a‸ }'))).toBe('a@101')
  })
  test('another id, in quotes where it needs them', () => {
    expect(renamed(dot, text.replace('a:p', '‸a:p'), 'start here')).toBe(
      'digraph {\n  subgraph cluster_a { "start here":p -> "b"; }\n  "start here" -> b [lhead=cluster_a, label=a]; // a\n}\ndigraph { a }\n',
    )
    expect(renamed(dot, text.replace('cluster_a {', 'cluster‸_a {'), 'top')).toBe(
      text.replaceAll('cluster_a', 'cluster_top'),
    )
    expect(renamed(dot, text.replace('{ a }', '{ a‸ }'), 'b')).toBe(text.replace('{ a }', '{ b }'))
  })
})

test('a mark of the encoding moves no place', () => {
  const text = '\ufeffflowchart LR\na --> b\n'
  expect(references(mermaid, text.replace('b', '‸b'))).toBe('b@20')
  expect(renamed(mermaid, text.replace('b', '‸b'), 'c')).toBe('\ufeffflowchart LR\na --> c\n')
})
