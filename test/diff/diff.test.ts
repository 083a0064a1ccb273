import { readdirSync, readFileSync } from 'node:fs'
import { Validator } from '@cfworker/json-schema'
import { describe, expect, test } from 'vitest'
import { comparedTexts } from '../../src/diff/diagrams.js'
import { isNumbered, matchGraphs } from '../../src/diff/match.js'
import { outlineOf } from '../../src/diff/outline.js'
import { diffSchema, jsonDifferences } from '../../src/diff/report/json.js'
import { markdownDifferences } from '../../src/diff/report/markdown.js'
import { prettyDifferences } from '../../src/diff/report/pretty.js'
import { type Difference, diff, type FormatName, graph, read, write } from '../../src/index.js'
import { formatOfFile } from '../../src/registry.js'
import { formats, isToy } from '../setup/formats.js'
import { extent, sample } from '../setup/runs.js'

const graphOf = (text: string, format: FormatName) => read(text, { format, carry: false }).graphs[0]!
const said = (found: readonly Difference[]) => found.map(({ text }) => text)
const between = (before: string, after: string, format: FormatName = 'mermaid') =>
  said(diff(graphOf(before, format), graphOf(after, format)))

const fz = (lines: string) => `Main { # Main\n${lines}\n}\n`
const chain = (...labels: string[]) =>
  fz(
    [
      ...labels.map((label, i) => `n${i + 1}: rectangle label:"${label}"`),
      ...labels.slice(1).map((_, i) => `n${i + 1}.handle(right) -> n${i + 2}.handle(left)`),
    ].join('\n'),
  )

describe('the words of the model', () => {
  test.each([
    ['flowchart\n a[Check]', 'flowchart\n a[Verify]', ['node a renamed from “Check” to “Verify”']],
    ['flowchart\n a-->x', 'flowchart\n b-->x', ['node b renamed from “a” to “b”']],
    [
      'flowchart\n a[Ask]-->x',
      'flowchart\n b[Go]-->x',
      ['node a “Ask” removed', 'node b “Go” added', 'edge a → x removed', 'edge b → x added'],
    ],
    ['flowchart\n a[Check]', 'flowchart\n b[Check]', ['node “a” has the id “b”']],
    ['flowchart\n a-->b', 'flowchart\n a-->b\n b-->a', ['edge b → a added']],
    ['flowchart\n a-->|x|b', 'flowchart\n a-->b', ['edge a → b without its label “x”']],
    ['flowchart\n a-->b', 'flowchart\n a-.->b', ['edge a → b: line changed from solid to dotted']],
    ['flowchart\n a(("x"))', 'flowchart\n a["x"]', ['node a “x”: shape changed from circle to rectangle']],
    [
      'flowchart\n subgraph A\n x\n end\n subgraph B\n y\n end',
      'flowchart\n subgraph A\n end\n subgraph B\n y\n x\n end',
      ['node x moved from group A to group B'],
    ],
    [
      'flowchart\n subgraph A\n x\n end\n y',
      'flowchart\n subgraph A\n x\n y\n end',
      ['node y moved into group A'],
    ],
    [
      'flowchart\n subgraph Pay\n x\n y\n end',
      'flowchart\n subgraph Bill\n x\n y\n end',
      ['group Bill renamed from “Pay” to “Bill”'],
    ],
    ['flowchart\n a\n style a fill:#f00', 'flowchart\n a\n', ['node a: fill colour #f00 removed']],
    ['flowchart LR\n a', 'flowchart TB\n a', ['direction changed from LR to TB']],
  ])('%j and %j', (before, after, expected) => expect(between(before, after)).toEqual(expected))

  test('lanes that change places', () => {
    const lanes = (...ids: string[]) =>
      ids.map((id, i) => `${id} { # ${id}\nn${i + 1}: circle label:"${id} x"\n}\n`).join('')
    expect(between(lanes('A', 'B', 'C'), lanes('C', 'A', 'B'), 'flowzap')).toEqual([
      'lane C moved before all others',
    ])
    expect(between(lanes('A', 'B'), lanes('B'), 'flowzap')).toEqual([
      'lane A removed',
      'node n1 “A x” removed',
    ])
  })

  test('spelling, comments and order say nothing', () => {
    expect(between('flowchart LR\n a-->b\n c-->d', 'graph LR\n%% anew\n  c[c] --> d\n\n  a -->b;')).toEqual(
      [],
    )
  })
})

describe('ids that are only numbers', () => {
  test('are known', () => {
    expect(isNumbered(graphOf(chain('a', 'b'), 'flowzap'))).toBe(true)
    expect(isNumbered(graphOf('flowchart\n a1-->b2', 'mermaid'))).toBe(false)
  })

  test('move on behind a new node', () => {
    const [before, after] = [chain('Ask', 'Buy', 'Pay', 'Go'), chain('Ask', 'New', 'Buy', 'Pay', 'Go')]
    expect(between(before, after, 'flowzap')).toEqual([
      'node n2 “New” added in lane Main',
      'edge n1 → n2 removed',
      'edge n1 → n2 added',
      'edge n2 → n3 added',
    ])
    const matched = matchGraphs(graphOf(before, 'flowzap'), graphOf(after, 'flowzap'), { texts: true })
    expect([...matched.nodes]).toEqual([
      ['n1', 'n1'],
      ['n2', 'n3'],
      ['n3', 'n4'],
      ['n4', 'n5'],
    ])
  })

  test('and a new label behind it is one', () => {
    expect(
      between(chain('Ask', 'Buy', 'Pay', 'Go'), chain('New', 'Ask', 'Buy', 'Pay now', 'Go'), 'flowzap'),
    ).toContain('node n4 renamed from “Pay” to “Pay now”')
  })
})

/** Whichever of two files was converted, the other says the same, but for what the format could not hold. */
describe.runIf(extent === 'long')('a conversion is no change', () => {
  const files = readdirSync('corpus', { recursive: true, encoding: 'utf8' }).filter(
    file => !file.startsWith('broken') && /\.(gv|mmd|drawio|fz)$/.test(file),
  )
  test.each(sample(files, 60))('corpus/%s', async file => {
    const from = formatOfFile(formats, file)!
    const { graphs } = read(readFileSync(`corpus/${file}`, 'utf8'), { file, carry: false })
    if (graphs.length !== 1) return
    for (const to of formats) {
      if (isToy(to) || !to.read || !to.write || to.name === from.name) continue
      const { text } = await write(graphs, { format: to.name as FormatName, from: from.name as FormatName })
      const back = read(text, { format: to.name as FormatName }).graphs[0]!
      const [a, b] = [from.name, to.name] as FormatName[]
      expect(said(diff(graphs[0]!, back, { before: a!, after: b! }))).toEqual([])
      expect(said(diff(back, graphs[0]!, { before: b!, after: a! }))).toEqual([])
    }
  })

  test('and an edit of it is one, as it was and as it is', () => {
    const before = graphOf('flowchart LR\n a{{Ask}} --> b[Buy]', 'mermaid')
    const after = graphOf(chain('Ask', 'Pay'), 'flowzap')
    expect(diff(before, after, { before: 'mermaid', after: 'flowzap' })).toEqual([
      expect.objectContaining({
        field: 'label',
        before: 'Buy',
        after: 'Pay',
        old: { id: 'b', label: 'Buy' },
      }),
    ])
  })
})

describe('several diagrams', () => {
  const textsOf = (text: string) => read(text, { format: 'dot' }).graphs.map(graph => ({ graph }))
  test('are the same by name, and else by what is in them', () => {
    const found = comparedTexts(
      textsOf('digraph a { x->y }\ndigraph b { p->q }'),
      textsOf('digraph b { p->q }\ndigraph c { n }\ndigraph a { x->z }'),
    )
    expect(found.map(({ differences }) => said(differences))).toEqual([
      [],
      ['diagram c added'],
      ['node z renamed from “y” to “z”'],
    ])
  })
})

describe('reports', () => {
  const hostile = graph()
    .node('a', {
      label: '<img src=x onerror=alert(1)> `tick` @someone #12 [l](javascript:x) *b* | \u202e \u001b[31m',
    })
    .node('b')
    .done()
  const files = [
    {
      before: 'a|b.mmd',
      after: 'c.mmd',
      diagrams: comparedTexts([{ graph: graphOf('flowchart\n c', 'mermaid') }], [{ graph: hostile }]),
    },
  ]

  test('JSON fits its schema', () => {
    const parsed = JSON.parse(jsonDifferences(files)) as unknown
    expect(new Validator(diffSchema as never, '2020-12').validate(parsed).errors).toEqual([])
    expect(new Validator(diffSchema as never, '2020-12').validate({ diaglotDiff: 2 }).valid).toBe(false)
  })

  test('Markdown holds what strangers wrote in code spans', () => {
    const text = markdownDifferences(files)
    const outside = text.replace(/(`+) ?.*?[^`]\1(?!`)/g, '')
    expect(text).toContain('onerror')
    expect(outside).not.toMatch(/[<@#[\]]|onerror|javascript/)
    expect(text).not.toMatch(/[\u001b\u202e]/)
  })

  test('a long list is folded, and a longer one counted', () => {
    const nodes = (count: number) =>
      `flowchart\n${Array.from({ length: count }, (_, i) => ` x${i}y`).join('\n')}`
    const of = (count: number) => [
      {
        before: 'a',
        after: 'b',
        diagrams: comparedTexts(
          [{ graph: graphOf('flowchart\n c', 'mermaid') }],
          [{ graph: graphOf(nodes(count), 'mermaid') }],
        ),
      },
    ]
    expect(markdownDifferences(of(3))).not.toContain('<details>')
    expect(markdownDifferences(of(20))).toContain('<details>')
    expect(markdownDifferences(of(400))).toContain('- … and 101 more')
    expect(markdownDifferences([])).toBe('No diagram changed.\n')
  })

  test('a terminal obeys nothing', () =>
    expect(prettyDifferences(files, false)).not.toMatch(/[\u001b\u202e]/))
})

describe('the outline', () => {
  test('says nothing of ids that are only numbers', () => {
    const lines = (text: string) => outlineOf(graphOf(text, 'flowzap')).split('\n')
    const before = lines(chain('Ask', 'Buy', 'Go'))
    const after = lines(chain('Ask', 'New', 'Buy', 'Go'))
    expect(before.filter(line => !after.includes(line))).toEqual(['  edge “Ask” → “Buy”'])
  })

  test('has a line for each thing', () => {
    expect(
      outlineOf(
        graphOf(
          'flowchart LR\n subgraph s[Shop]\n a[Ask]\n end\n a-.->|x|b\n style a fill:#f00\n b2[b]\n b3[b]',
          'mermaid',
        ),
      ),
    ).toBe(`diagram LR
  node b rectangle
  node b2 “b” rectangle
  node b3 “b” rectangle
  group s “Shop”
    node a “Ask” rectangle
      fill colour: #f00
  edge a “Ask” → b dotted “x”
`)
  })
})
