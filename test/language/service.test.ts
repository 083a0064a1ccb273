/** What else an editor is told of a text: findings with fixes, what a word means, folds, brackets, the outline, the style. */
import { describe, expect, test } from 'vitest'
import { dot } from '../../converters/dot/index.js'
import { drawio } from '../../converters/drawio/index.js'
import { flowzap } from '../../converters/flowzap/index.js'
import { json } from '../../converters/json/index.js'
import { mermaid } from '../../converters/mermaid/index.js'
import { svg } from '../../converters/svg/index.js'
import type { Format } from '../../src/format.js'
import { read, write } from '../../src/index.js'
import { languageOf, openText } from '../../src/language/index.js'
import { atMark, edited, outline } from './marked.js'

const ORDERS = `Orders { # Order Desk
n1: circle label:"Start"
n2: rectangle label:"Check" owner:"Ann"
n1.handle(right) -> n2.handle(left)
}
Store { # Store
n3: rectangle
}
`
const FLOW = `---
title: x
---
%% one
%% two
flowchart LR
subgraph s1[Title]
  a[x] --> b
  subgraph s2
    c
  end
end
classDef hot fill:#f00
b:::hot --> s1
`
const GRAPH = `digraph G {
  subgraph cluster_0 {
    label=L
    a; b
  }
  /* one
     two */
  a -> b [
    label="x"
  ]
}
`

describe('findings', () => {
  test('have a place, what their code means, and a fix', () => {
    const open = openText('Orders { # Orders\nn1: rect\n}\n', flowzap)
    const found = open.diagnostics().find(({ code }) => code === 'lint/shape')!
    expect(found.severity).toBe('error')
    expect(open.text.slice(...found.at)).toBe('rect')
    expect(found.about).toContain('FlowZap’s shapes are')
    expect(edited(open.text, found.fix!.edits)).toBe('Orders { # Orders\nn1: rectangle\n}\n')
  })
  test('behind a mark of the encoding stand at their places all the same', () => {
    const open = openText('\ufeffOrders { # Orders\nn1: rect\n}\n', flowzap)
    const found = open.diagnostics().find(({ code }) => code === 'lint/shape')!
    expect(open.text.slice(...found.at)).toBe('rect')
    expect(edited(open.text, found.fix!.edits)).toBe('\ufeffOrders { # Orders\nn1: rectangle\n}\n')
  })
  test('are as grave as rules say', () => {
    const codes = (rules: Record<string, 'off' | 'error'>) =>
      openText('flowchart LR\na --> b\na --> b\n', mermaid, { rules })
        .diagnostics()
        .map(({ code }) => code)
    expect(codes({})).toEqual(['lint/duplicate-edge'])
    expect(codes({ 'lint/duplicate-edge': 'off' })).toEqual([])
  })
  test('of another format are said of the first line', () => {
    const [found] = openText('digraph { a -> b }\n', mermaid, { formats: [mermaid, dot] }).diagnostics()
    expect(found?.code).toBe('syntax/other-format')
    expect(found?.at[0]).toBe(0)
  })
})

describe('what stands at the mark', () => {
  const lines = (format: Format, text: string) =>
    atMark(format, text, (open, offset) => open.hover(offset)?.lines)
  test('an id', () => {
    expect(lines(flowzap, ORDERS.replace('n2:', 'n‸2:'))).toEqual([
      'Node “n2”: Check, in lane “Order Desk”.',
      'Shape rectangle: A box with square corners: a step.',
      '1 edge in, 0 out.',
      'owner: Ann',
    ])
    expect(lines(flowzap, ORDERS.replace('Store {', '‸Store {'))?.slice(-3)).toEqual([
      'Lane “Store”.',
      'It holds 1 node.',
      'No edge begins or ends here.',
    ])
    expect(lines(mermaid, FLOW.replace('hot f', 'ho‸t f'))).toEqual([
      'Class “hot”.',
      'Its nodes have fill #f00.',
      'It is the class of 1 node.',
    ])
    expect(lines(mermaid, FLOW.replace('--> s1', '--> s‸1'))?.[0]).toBe('Group “s1”: Title.')
  })
  test('a word', () => {
    expect(lines(flowzap, ORDERS.replace('circle', 'cir‸cle'))).toEqual([
      'circle: A circle: where a flow starts or ends.',
    ])
    expect(lines(dot, GRAPH.replace('subgraph', 'SUB‸GRAPH'))?.[0]).toMatch(/^subgraph: Some nodes together/)
    expect(lines(dot, 'digraph { a [shape=dia‸mond] }')).toEqual([
      'diamond: A square on its corner: a decision.',
    ])
    expect(lines(dot, 'digraph { a [shape="dia‸mond"] }')?.length).toBe(1)
    expect(lines(dot, 'digraph { a [pen‸width=2] }')).toEqual(['penwidth: The width of lines, in points.'])
    expect(lines(mermaid, FLOW.replace('subgraph s2', 'sub‸graph s2'))).toEqual([
      'subgraph: Some nodes in a box, up to `end`.',
    ])
  })
  test('a finding, before the word', () => {
    const found = lines(flowzap, 'Orders { # Orders\nn1: re‸ct\n}\n')!
    expect(found[0]).toBe('lint/shape: “rect” is no shape; FlowZap’s word is rectangle.')
  })
  test('nothing', () => {
    expect(lines(flowzap, ORDERS.replace('{ #', '{‸ #'))).toBeUndefined()
    expect(lines(mermaid, FLOW.replace('%% one', '%% o‸ne'))).toBeUndefined()
  })
})

describe('folds', () => {
  const folded = (format: Format, text: string) =>
    openText(text, format)
      .folds()
      .map(({ start, end, kind }) => `${kind}:${text.slice(start, end).replaceAll('\n', '|')}`)
  test('lanes', () => {
    expect(folded(flowzap, ORDERS)).toEqual([
      'block:|n1: circle label:"Start"|n2: rectangle label:"Check" owner:"Ann"|n1.handle(right) -> n2.handle(left)',
      'block:|n3: rectangle',
    ])
  })
  test('subgraphs, comments and frontmatter', () => {
    expect(folded(mermaid, FLOW)).toEqual([
      'setting:|title: x|---',
      'comment:|%% two',
      'block:|  a[x] --> b|  subgraph s2|    c|  end',
      'block:|    c',
    ])
  })
  test('braces, lists and comments', () => {
    expect(folded(dot, GRAPH)).toEqual([
      'block:|  subgraph cluster_0 {|    label=L|    a; b|  }|  /* one|     two */|  a -> b [|    label="x"|  ]',
      'block:|    label=L|    a; b',
      'comment:|     two */',
      'block:|    label="x"',
    ])
  })
  test('nothing that is not closed', () => expect(folded(flowzap, 'A {\nn1: circle\n')).toEqual([]))
})

describe('brackets', () => {
  const pair = (format: Format, text: string) =>
    atMark(format, text, (open, offset) => {
      const found = open.bracketsAt(offset)
      const shown = (at: { readonly start: number; readonly end: number }) =>
        `${open.text.slice(at.start, at.end)}@${at.start}`
      return found && `${shown(found.open)} ${shown(found.close)}`
    })
  test('belong to each other over what is never closed', () => {
    expect(pair(flowzap, 'A ‸{\nn1.handle(right -> n2\n}\n')).toBe('{@2 }@26')
    expect(pair(dot, 'digraph ‸{ a [x=1; b }')).toBe('{@8 }@20')
    expect(pair(dot, 'digraph { a ‸[x=1; b }')).toBeUndefined()
  })
  test('are words, too', () => {
    expect(pair(mermaid, 'flowchart LR\nsubgraph‸ a\nb\nend\n')).toBe('subgraph@13 end@26')
    expect(pair(mermaid, 'flowchart LR\na‸([x]) --> b\n')).toBe('([@14 ])@17')
    expect(pair(mermaid, 'flowchart LR\na -->|x|‸ b\n')).toBe('|@18 |@20')
  })
})

describe('the outline', () => {
  test('of lanes, subgraphs and clusters', () => {
    expect(outline(openText(ORDERS, flowzap))).toEqual([
      'lane Orders: Order Desk',
      '  node n1: Start',
      '  node n2: Check',
      'lane Store',
      '  node n3',
    ])
    expect(outline(openText(FLOW, mermaid))).toEqual([
      'group s1: Title',
      '  node a: x',
      '  node b',
      '  group s2',
      '    node c',
    ])
    expect(outline(openText(GRAPH, dot))).toEqual(['group 0: L', '  node a', '  node b'])
  })
  test('of several graphs', () => {
    expect(outline(openText('digraph one { a }\ndigraph { b }\n', dot))).toEqual([
      'diagram one',
      '  node a',
      'diagram 2',
      '  node b',
    ])
  })
  test('has the place of each id, and of all that belongs to it', () => {
    const [group] = openText(FLOW, mermaid).symbols()
    expect(FLOW.slice(...group!.nameAt)).toBe('s1')
    expect(FLOW.slice(...group!.at)).toMatch(/^subgraph s1[\s\S]*end\nend$/)
  })
  test('of what can be read of a text with errors', () => {
    expect(outline(openText('A { # A\nn1: circle\nn2: \n}\n', flowzap))).toContain('  node n1')
  })
})

describe('the style', () => {
  test('comes as edits', async () => {
    const text = '\ufeffflowchart LR\na-->b\n'
    const { edits, messages } = await openText(text, mermaid).formatting()
    expect(messages).toEqual([])
    expect(edited(text, edits)).toBe('\ufeffflowchart LR\n    a --> b\n')
    expect(edits.length).toBeGreaterThan(1)
  })
  test('of a text with errors is no style', async () => {
    const { edits, messages } = await openText('flowchart LR\na[x (y)]\n', mermaid).formatting()
    expect(edits).toEqual([])
    expect(messages.at(-1)?.code).toBe('syntax/fmt')
  })
  test('of JSON and of draw.io, which have findings, too', async () => {
    const { graphs } = read('flowchart LR\na --> b\n', { format: 'mermaid' })
    const pretty = (await write(graphs, { format: 'json' })).text
    const text = pretty.replace(/^ +/gm, '')
    expect(edited(text, (await openText(text, json).formatting()).edits)).toBe(pretty)
    expect(openText('{"graphs": 1}', json).diagnostics().length).toBeGreaterThan(0)
    expect(openText('<mxfile><diagram>', drawio).diagnostics()[0]?.severity).toBe('error')
  })
})

test('a format that is only written cannot be opened', () => {
  expect(() => openText('<svg/>', svg)).toThrow('can only be written')
  expect(languageOf(svg)).toBeUndefined()
  expect(languageOf(mermaid)?.lineComment).toBe('%%')
})
