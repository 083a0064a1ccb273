/** Texts that stand beside a line and are fastened to nothing: which labels a person reads, and that the file keeps their cells. */
import { describe, expect, test } from 'vitest'
import { drawio, readDrawio } from '../../converters/drawio/index.js'
import { convert, put } from '../../src/index.js'
import type { Edge, Graph } from '../../src/ir/model.js'
import { sameFormat } from '../laws/laws.js'
import { runs } from '../setup/runs.js'
import { cell, type Place, page } from './page-of-cells.js'
import { differences } from './same-cells.js'

type At = readonly [x: number, y: number]

const TEXT = 'text;html=1;align=center;verticalAlign=middle;strokeColor=none;fillColor=none;'
const BOX = 'rounded=0;whiteSpace=wrap;html=1;'

const box = (id: string, place: Place, style = BOX, label = id.toUpperCase()): string =>
  cell(id, label, style, place)
/** A text with its letters around a point. */
const text = (id: string, label: string, [x, y]: At, style = TEXT): string =>
  cell(id, label, style, [x - 20, y - 10, 40, 20])

interface Line {
  readonly style?: string
  readonly label?: string
  readonly bends?: readonly At[]
  readonly ends?: readonly [from: At, to: At]
}

function line(id: string, from: string, to: string, drawn: Line = {}): string {
  const { style = '', label = '', bends = [], ends } = drawn
  const points = bends.map(([x, y]) => `<mxPoint x="${x}" y="${y}"/>`).join('')
  const fastened = ends ? '' : ` source="${from}" target="${to}"`
  const free = ends
    ? ['source', 'target'].map(
        (name, i) => `<mxPoint x="${ends[i]![0]}" y="${ends[i]![1]}" as="${name}Point"/>`,
      )
    : []
  return `<mxCell id="${id}" value="${label}" style="html=1;${style}" edge="1" parent="1"${fastened}><mxGeometry relative="1" as="geometry">${free.join('')}${points && `<Array as="points">${points}</Array>`}</mxGeometry></mxCell>`
}

/** `a` and `b` with 240 px between them, and a line from the one to the other. */
const two = box('a', [0, 0, 80, 40]) + box('b', [320, 0, 80, 40])
const pair = two + line('e', 'a', 'b')

const ORTHOGONAL = 'edgeStyle=orthogonalEdgeStyle;rounded=0;'

const labelsOf = ({ from, to, label }: Edge): string =>
  `${from.id} ${from.label?.text ?? ''}|${label.text}|${to.label?.text ?? ''} ${to.id}`
const notesOf = ({ nodes }: Graph): string[] =>
  [...nodes.values()].flatMap(({ id, note }) => (note ? [id] : []))
const read = (cells: string, options = {}): Graph => readDrawio(page(cells), options).graphs[0]!

describe('a person sees the label', () => {
  const cases: Readonly<Record<string, readonly [cells: string, edges: readonly string[]]>> = {
    'of both ends, above the line': [
      pair + text('s', '1', [95, 10]) + text('t', 'N', [305, 10]),
      ['a 1||N b'],
    ],
    'of an end below the line': [pair + text('t', '0..*', [300, 34]), ['a ||0..* b']],
    'on the way': [pair + text('m', 'pays', [200, 8]), ['a |pays| b']],
    'on the way, across the line': [pair + text('m', 'pays', [200, 20]), ['a |pays| b']],
    'at both ends and on the way': [
      pair + text('s', '1', [95, 10]) + text('m', 'has', [200, 10]) + text('t', '*', [305, 10]),
      ['a 1|has|* b'],
    ],
    'of an end that is no number': [pair + text('s', 'owner', [110, 8]), ['a owner|| b']],
    'how many, nearer to an end than the middle': [pair + text('s', '1..n', [170, 8]), ['a 1..n|| b']],
    'in brackets': [pair + text('t', '(0, n)', [300, 8]), ['a ||(0, n) b']],
    'beside a line that leads down': [
      box('a', [0, 0, 80, 40]) +
        box('b', [0, 240, 80, 40]) +
        line('e', 'a', 'b') +
        text('s', '1', [55, 60]) +
        text('t', 'N', [55, 220]),
      ['a 1||N b'],
    ],
    'beside a line with a bend': [
      box('a', [0, 0, 80, 40]) +
        box('b', [300, 200, 80, 40]) +
        line('e', 'a', 'b', { bends: [[340, 20]], style: ORTHOGONAL }) +
        text('m', 'calls', [220, 10]) +
        text('t', '8080', [365, 180]),
      ['a |calls|8080 b'],
    ],
    'beside a slanting line': [
      box('a', [0, 0, 80, 40]) +
        box('b', [300, 300, 80, 40]) +
        line('e', 'a', 'b') +
        text('m', 'uses', [210, 160]),
      ['a |uses| b'],
    ],
    'of a short line out of a decision': [
      box('a', [0, 0, 100, 80], 'rhombus;html=1;', 'ok?') +
        box('b', [180, 20, 80, 40]) +
        line('e', 'a', 'b') +
        text('m', 'yes', [140, 30]),
      ['a |yes| b'],
    ],
    'in the corner of the box around a diamond': [
      box('a', [0, 0, 100, 100], 'rhombus;html=1;', 'ok?') +
        box('b', [0, 400, 100, 40]) +
        line('e', 'a', 'b') +
        text('s', 'no', [68, 99]),
      ['a no|| b'],
    ],
    'each of its line, of two side by side': [
      two +
        box('c', [0, 100, 80, 40]) +
        box('d', [320, 100, 80, 40]) +
        line('e', 'a', 'b') +
        line('f', 'c', 'd') +
        text('m', 'first', [200, 10]) +
        text('n', 'second', [200, 110]),
      ['a |first| b', 'c |second| d'],
    ],
    'of the nearer line by far': [
      two +
        box('c', [0, 50, 80, 40]) +
        box('d', [320, 50, 80, 40]) +
        line('e', 'a', 'b') +
        line('f', 'c', 'd') +
        text('m', 'near', [200, 31]),
      ['a |near| b', 'c || d'],
    ],
    'of a line that is not fastened, but ends at its shapes': [
      two +
        line('e', '', '', {
          ends: [
            [82, 20],
            [316, 20],
          ],
        }) +
        text('t', 'N', [300, 10]),
      ['a ||N b'],
    ],
    'in a box that is much larger than its letters': [
      pair + cell('m', 'pays', TEXT, [140, -30, 120, 80]),
      ['a |pays| b'],
    ],
    'whose letters stand in the corner of their box': [
      pair + cell('m', 'pays', 'text;html=1;strokeColor=none;fillColor=none;', [190, 22, 200, 12]),
      ['a |pays| b'],
    ],
    'of an end, where the line has a label of its own': [
      two + line('e', 'a', 'b', { label: 'has' }) + text('t', 'N', [305, 10]),
      ['a |has|N b'],
    ],
    'at a row of a table': [
      cell(
        't',
        'users',
        'shape=table;startSize=30;container=1;childLayout=tableLayout;html=1;',
        [0, 0, 180, 60],
      ) +
        cell('r', '', 'shape=tableRow;horizontal=0;startSize=0;fillColor=none;', [0, 30, 180, 30], 't') +
        cell('k', 'id', 'shape=partialRectangle;fillColor=none;', [0, 0, 180, 30], 'r') +
        box('b', [400, 20, 80, 50]) +
        line('e', 'r', 'b') +
        text('s', '1', [195, 36]),
      ['t 1|| b'],
    ],
    'in a group, of a line in it': [
      cell('g', 'Zone', 'container=1;html=1;verticalAlign=top;', [-40, -60, 500, 160]) +
        pair +
        text('t', 'N', [305, 10]),
      ['a ||N b'],
    ],
    'with no word of a text, and nothing drawn around it': [
      pair + text('m', 'pays', [200, 8], 'rounded=0;html=1;strokeColor=none;fillColor=none;'),
      ['a |pays| b'],
    ],
    'that was taken off its line': [
      pair + text('m', 'pays', [200, 8], 'edgeLabel;html=1;align=center;'),
      ['a |pays| b'],
    ],
  }
  test('there are fifteen', () => expect(Object.keys(cases).length).toBeGreaterThanOrEqual(15))

  test.each(Object.entries(cases))('%s', async (_, [cells, edges]) => {
    const graph = read(cells)
    expect(graph.edges.map(labelsOf)).toEqual(edges)
    expect(notesOf(graph)).toEqual([])
    expect(await sameFormat(drawio, page(cells))).toBeUndefined()
    const { text: again } = await convert(page(cells), { from: 'drawio', to: 'drawio' })
    expect(differences(page(cells), again)).toEqual([])
    expect(readDrawio(again).graphs[0]!.edges.map(labelsOf)).toEqual(edges)
  })
})

describe('nobody knows which label it is', () => {
  const cases: Readonly<Record<string, string>> = {
    'between two lines':
      two +
      box('c', [0, 40, 80, 40]) +
      box('d', [320, 40, 80, 40]) +
      line('e', 'a', 'b') +
      line('f', 'c', 'd') +
      text('t', 'which', [200, 40]),
    'where two lines leave one shape':
      two +
      box('c', [320, 90, 80, 40]) +
      line('e', 'a', 'b', { style: `${ORTHOGONAL}exitX=1;exitY=0.5;` }) +
      line('f', 'a', 'c', { style: `${ORTHOGONAL}exitX=1;exitY=0.5;` }) +
      text('t', '1', [95, 10]),
    'too far from the line': pair + text('t', 'Draft', [200, -20]),
    'in a shape':
      pair + box('c', [160, -60, 80, 60], BOX, '') + text('u', 'C', [200, -40]) + text('t', 'x', [170, -10]),
    'a long sentence':
      pair +
      cell(
        't',
        'Everything that is paid here is written into the book of the day, and into no other',
        TEXT,
        [-50, 22, 500, 20],
      ),
    'a paragraph': pair + cell('t', 'One&lt;br&gt;Two&lt;br&gt;Three&lt;br&gt;Four', TEXT, [180, 24, 40, 60]),
    'two for one place': pair + text('t', 'in', [180, 8]) + text('u', 'out', [230, 34]),
    'a title with a text below it':
      pair +
      cell('t', 'Heading', 'text;html=1;align=left;', [180, 22, 60, 18]) +
      cell('u', 'what it is about', 'text;html=1;align=left;', [180, 40, 120, 18]),
    'the name of a picture':
      two +
      line('e', 'a', 'b') +
      box('c', [240, 28, 30, 30], 'ellipse;html=1;', '') +
      text('t', 'Meter', [220, 34]),
    'beside a line that is no edge':
      two +
      line('e', '', '', {
        ends: [
          [120, 100],
          [280, 100],
        ],
      }) +
      text('t', 'legend', [200, 90]),
    'where the line has that label itself':
      two + line('e', 'a', 'b', { label: 'has' }) + text('t', 'owns', [200, 36]),
    'how many, in the very middle': pair + text('t', '2', [200, 10]),
    'in a group that the line ends at':
      box('a', [0, 0, 80, 40]) +
      cell('g', '', 'container=1;html=1;', [200, -60, 240, 160]) +
      cell('c', 'C', BOX, [140, 100, 80, 40], 'g') +
      cell('u', 'one', TEXT, [100, 4, 60, 14], 'g') +
      line('e', 'a', 'g') +
      cell('t', 'Gateway', TEXT, [4, 70, 60, 20], 'g'),
    'beside a rule between texts':
      text('u', 'One', [40, 20]) +
      text('v', 'Two', [340, 20]) +
      box('c', [500, 0, 80, 40]) +
      line('e', '', '', {
        ends: [
          [62, 20],
          [318, 20],
        ],
        style: 'endArrow=none;',
      }) +
      text('t', 'and', [200, 10]),
    'with a link':
      pair +
      `<object label="pays" link="https://e.org" id="t"><mxCell style="${TEXT}" vertex="1" parent="1"><mxGeometry x="180" y="-2" width="40" height="20" as="geometry"/></mxCell></object>`,
    'at which another line ends':
      pair + text('t', 'pays', [200, 0]) + box('c', [180, -90, 40, 30]) + line('f', 'c', 't'),
  }
  test('there are ten', () => expect(Object.keys(cases).length).toBeGreaterThanOrEqual(10))

  test.each(Object.entries(cases))('%s', async (_, cells) => {
    const graph = read(cells)
    const words = graph.edges.flatMap(({ from, to, label }) => [from.label?.text, label.text, to.label?.text])
    expect(words.filter(word => word !== undefined && word !== '' && word !== 'has')).toEqual([])
    expect([...graph.nodes.keys()]).toContain('t')
    expect(await sameFormat(drawio, page(cells))).toBeUndefined()
  })

  test('with infer=false', () => {
    const graph = read(pair + text('t', 'N', [305, 10]), { infer: false })
    expect(graph.edges.map(labelsOf)).toEqual(['a || b'])
    expect(graph.nodes.has('t')).toBe(true)
  })
})

describe('the file', () => {
  const cells = pair + text('s', '1', [95, 10]) + text('m', 'has', [200, 10]) + box('c', [320, 200, 80, 40])
  const graph = read(cells)
  const [edge] = graph.edges
  const inFile = async (changed: Graph): Promise<string> =>
    (await put(page(cells), changed, { format: 'drawio' })).text
  const withEdge = (changes: Partial<Edge>): Graph => ({ ...graph, edges: [{ ...edge!, ...changes }] })

  test('is told once what is read, and where', () => {
    const { messages } = readDrawio(page(cells))
    const said = messages.filter(({ code }) => code === 'repair/inferred-label')
    expect(said.map(({ text }) => text)).toEqual([
      '“1”, “has” are the labels of the lines that they stand beside, and no node; `-O infer=false` switches this off.',
    ])
    expect(said[0]!.at).toEqual([page(cells).indexOf('<mxCell id="s"'), expect.any(Number)])
  })

  test('stays byte for byte where nothing changed', async () => {
    expect(await inFile(graph)).toBe(page(cells))
  })

  test('has another text in the cell of a label that changed', async () => {
    const end = { ...edge!.from, label: { text: '0..1' } }
    const renamed = page(cells).replace('value="1"', 'value="0..1"')
    expect(differences(renamed, await inFile(withEdge({ from: end })))).toEqual([])
    const other = page(cells).replace('value="has"', 'value="owns"')
    expect(differences(other, await inFile(withEdge({ label: { text: 'owns' } })))).toEqual([])
  })

  test('has no cell of a label that is gone, nor of an edge that is', async () => {
    const one = text('s', '1', [95, 10])
    const { label: _, ...bare } = edge!.from
    expect(await inFile(withEdge({ from: bare }))).toBe(page(cells).replace(one, ''))
    const none = await inFile({ ...graph, edges: [] })
    expect(none).toBe(page(two + box('c', [320, 200, 80, 40])))
  })

  test('has the labels at the line where this leads elsewhere, or its shapes have moved', async () => {
    const elsewhere = await inFile(withEdge({ to: { ...edge!.to, id: 'c' } }))
    expect(elsewhere).not.toMatch(/id="[sm]"/)
    expect(readDrawio(elsewhere).graphs[0]!.edges.map(labelsOf)).toEqual(['a 1|has| c'])
  })

  test('has a label at the line that nobody would read in the text beside it', async () => {
    const long = 'everything that was paid for, and all that was not, on this day and on the day before'
    const after = await inFile(withEdge({ label: { text: long } }))
    expect(after).not.toContain('id="m"')
    expect(readDrawio(after).graphs[0]!.edges.map(labelsOf)).toEqual([`a 1|${long}| b`])
  })

  test('keeps a text that an edit leaves beside one line alone', async () => {
    const both =
      two +
      box('c', [0, 40, 80, 40]) +
      box('d', [320, 40, 80, 40]) +
      line('e', 'a', 'b') +
      line('f', 'c', 'd') +
      text('t', 'which', [200, 40])
    const between = read(both)
    const { text: after } = await put(
      page(both),
      { ...between, edges: between.edges.slice(0, 1) },
      { format: 'drawio' },
    )
    const [now] = readDrawio(after).graphs
    expect(now!.edges.map(labelsOf)).toEqual(['a || b'])
    expect(notesOf(now!)).toEqual(['t'])
  })

  test('says of a text that it is none, where it would be the label of the only line that is left beside it', async () => {
    const both =
      two +
      box('c', [0, 42, 80, 24]) +
      box('d', [320, 42, 80, 24]) +
      line('e', 'a', 'b') +
      line('f', 'c', 'd') +
      text('s', '1', [95, 66]) +
      text('t', 'which', [200, 37])
    const between = read(both)
    expect(between.edges.map(labelsOf)).toEqual(['a || b', 'c 1|| d'])
    const { text: after, messages } = await put(
      page(both),
      { ...between, edges: between.edges.slice(0, 1) },
      { format: 'drawio' },
    )
    expect(messages).toEqual([])
    const [now] = readDrawio(after).graphs
    expect([now!.edges.map(labelsOf), notesOf(now!)]).toEqual([['a || b'], ['t']])
  })

  test('is the same by way of JSON', async () => {
    const { text: json } = await convert(page(cells), { from: 'drawio', to: 'json' })
    const { text: back } = await convert(json, { from: 'json', to: 'drawio' })
    expect(differences(page(cells), back)).toEqual([])
  })
})

describe('elsewhere', () => {
  const cells = pair + text('s', '1', [95, 10]) + text('t', '*', [305, 10])
  const one = pair + text('m', 'yes', [200, 8])
  const owning = two + line('e', 'a', 'b', { label: 'owns' })
  const half = owning + text('t', '*', [305, 10])
  const all = half + text('s', '1', [95, 10])

  test('the labels of ends are those of DOT, and no comment', async () => {
    const { text: dot } = await convert(page(cells), { from: 'drawio', to: 'dot' })
    expect(dot).toContain('taillabel=1')
    expect(dot).toContain('headlabel="*"')
    expect(dot).not.toContain('comment')
  })

  test('the one label of a line is its label in Mermaid and FlowZap Code', async () => {
    expect((await convert(page(one), { from: 'drawio', to: 'mermaid' })).text).toMatch(/a -->\|yes\| b/)
    expect((await convert(page(one), { from: 'drawio', to: 'flowzap' })).text).toContain('label="yes"')
  })

  test('the labels of both ends are one in Mermaid and FlowZap Code, where the line has no other', async () => {
    expect((await convert(page(cells), { from: 'drawio', to: 'mermaid' })).text).toMatch(/a -->\|1 : \*\| b/)
    expect((await convert(page(cells), { from: 'drawio', to: 'flowzap' })).text).toContain('label="1 : *"')
  })

  test('the label of the line stands between those of its ends in Mermaid and FlowZap Code', async () => {
    expect((await convert(page(all), { from: 'drawio', to: 'mermaid' })).text).toMatch(
      /a -->\|1 : owns : \*\| b/,
    )
    expect((await convert(page(half), { from: 'drawio', to: 'mermaid' })).text).toMatch(
      /a -->\|owns : \*\| b/,
    )
    expect((await convert(page(all), { from: 'drawio', to: 'flowzap' })).text).toContain(
      'label="1 : owns : *"',
    )
  })

  test('labels that changed in the source are written to their places', async () => {
    const changed = async (file: string, label: string): Promise<string> => {
      const { text: source } = await convert(page(file), { from: 'drawio', to: 'mermaid' })
      const { text: after } = await convert(source.replace(/\|.*\|/, `|${label}|`), {
        from: 'mermaid',
        to: 'drawio',
        existing: page(file),
      })
      return readDrawio(after).graphs[0]!.edges.map(labelsOf).join()
    }
    expect(await changed(all, '0..1 : has : N')).toBe('a 0..1|has|N b')
    expect(await changed(all, '1 : owns : at most : *')).toBe('a 1|owns : at most|* b')
    expect(await changed(half, 'has : *')).toBe('a |has|* b')
    expect(await changed(cells, '1 : N')).toBe('a 1||N b')
    // Nobody knows which of three places one word is meant for.
    expect(await changed(all, 'has')).toBe('a |has| b')
  })

  test('a page that is brought up to date with what it says, stays as it is', async () => {
    for (const [file, format] of [
      [cells, 'dot'],
      [one, 'dot'],
      [one, 'mermaid'],
      [pair + text('t', 'N', [305, 10]), 'mermaid'],
      [cells, 'mermaid'],
      [cells, 'flowzap'],
      [all, 'mermaid'],
      [all, 'flowzap'],
      [half, 'mermaid'],
    ] as const) {
      const source = await convert(page(file), { from: 'drawio', to: format })
      const { text: after } = await convert(source.text, { from: format, to: 'drawio', existing: page(file) })
      expect([format, after]).toEqual([format, page(file)])
    }
  })

  test('a label that changed in the source is written into the text beside the line', async () => {
    const dot = (await convert(page(cells), { from: 'drawio', to: 'dot' })).text
    const after = await convert(dot.replace('taillabel=1', 'taillabel="0..1"'), {
      from: 'dot',
      to: 'drawio',
      existing: page(cells),
    })
    expect(differences(page(cells).replace('value="1"', 'value="0..1"'), after.text)).toEqual([])
    const mermaid = (await convert(page(one), { from: 'drawio', to: 'mermaid' })).text
    const other = await convert(mermaid.replace('|yes|', '|no|'), {
      from: 'mermaid',
      to: 'drawio',
      existing: page(one),
    })
    expect(differences(page(one).replace('value="yes"', 'value="no"'), other.text)).toEqual([])
  })

  test('an edge that is gone in the source takes its texts along', async () => {
    const dot = (await convert(page(cells), { from: 'drawio', to: 'dot' })).text
    const ours = (await convert(page(cells), { from: 'drawio', to: 'drawio' })).text
    const without = dot.replace(/^ *a -> b.*\n/m, '')
    expect(without).not.toBe(dot)
    const after = await convert(without, { from: 'dot', to: 'drawio', existing: ours })
    expect(after.text).not.toMatch(/id="[ste]"/)
  })

  test('a picture has the labels where they stand on the page', async () => {
    const { text: svg } = await convert(page(pair + text('m', 'pays', [130, 34])), {
      from: 'drawio',
      to: 'svg',
    })
    const at = /<text[^>]*?x="([\d.]+)"[^>]*?y="([\d.]+)"[^>]*>(?:<tspan[^>]*>)?pays/.exec(svg)
    const a = /<text[^>]*?x="([\d.]+)"[^>]*?y="([\d.]+)"[^>]*>(?:<tspan[^>]*>)?A</.exec(svg)
    expect(at && a && Number(at[1]) - Number(a[1])).toBeCloseTo(90, 0)
  })
})

test('many texts beside many lines cost no more than others', () => {
  const count = runs(20_000)
  const many = (cell: (i: number) => string) => Array.from({ length: count }, (_, i) => cell(i)).join('')
  const rows = many(
    i =>
      box(`a${i}`, [0, i * 100, 80, 40]) +
      box(`b${i}`, [320, i * 100, 80, 40]) +
      line(`e${i}`, `a${i}`, `b${i}`) +
      text(`t${i}`, '1', [95, i * 100 + 10]),
  )
  expect(readDrawio(page(rows)).graphs[0]!.edges).toHaveLength(count)
  const heap = pair + many(i => text(`t${i}`, '1', [95, 10]))
  expect(read(heap).edges.map(labelsOf)).toEqual(['a || b'])
})

test('a text of a million letters is measured once, and is no label', () => {
  const long = cell('t', 'word '.repeat(runs(200_000)), TEXT, [90, 25, 220, 40])
  const loose = Array.from({ length: 200 }, (_, i) =>
    line(`f${i}`, '', '', {
      ends: [
        [100 + i, 70],
        [100 + i, 90],
      ],
    }),
  )
  expect(read(pair + long + loose.join('')).edges.map(labelsOf)).toEqual(['a || b'])
})

test('texts and lines that are farther away than any page are read', () => {
  for (const far of ['1e18', '1e300', '-1e308', 'NaN'])
    expect([...read(pair + text('t', '1', [95, 10]).replace('x="75"', `x="${far}"`)).nodes.keys()]).toEqual([
      'a',
      'b',
      't',
    ])
})
