/** Lines that a person sees arrive at a shape, and that are fastened to none: which edges they are, and that the file keeps them. */
import { describe, expect, test } from 'vitest'
import { drawio, readDrawio } from '../../converters/drawio/index.js'
import { convert, put, write } from '../../src/index.js'
import type { Graph } from '../../src/ir/model.js'
import { sameFormat } from '../laws/laws.js'
import { runs } from '../setup/runs.js'

type At = readonly [x: number, y: number]
type Place = readonly [x: number, y: number, width: number, height: number]

const page = (cells: string): string =>
  `<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>${cells}</root></mxGraphModel>`
const box = (id: string, [x, y, width, height]: Place, style = 'html=1;', parent = '1', label = id): string =>
  `<mxCell id="${id}" value="${label}" style="${style}" vertex="1" parent="${parent}"><mxGeometry x="${x}" y="${y}" width="${width}" height="${height}" as="geometry"/></mxCell>`
const point = (name: string, [x, y]: At): string => `<mxPoint x="${x}" y="${y}" as="${name}"/>`

interface Line {
  /** The shape that it is fastened to, or where it begins. */
  readonly from: string | At
  readonly to: string | At
  readonly style?: string
  readonly label?: string
  readonly bends?: readonly At[]
}

function line(id: string, { from, to, style = '', label = '', bends = [] }: Line): string {
  const fastened = (name: string, end: string | At) => (typeof end === 'string' ? ` ${name}="${end}"` : '')
  const free = (name: string, end: string | At) => (typeof end === 'string' ? '' : point(name, end))
  const ways = bends.map(([x, y]) => `<mxPoint x="${x}" y="${y}"/>`).join('')
  const points = ways === '' ? '' : `<Array as="points">${ways}</Array>`
  return `<mxCell id="${id}" value="${label}" style="html=1;${style}" edge="1" parent="1"${fastened('source', from)}${fastened('target', to)}><mxGeometry relative="1" as="geometry">${free('sourcePoint', from)}${free('targetPoint', to)}${points}</mxGeometry></mxCell>`
}

const edgesOf = ({ edges }: Graph): string[] => edges.map(({ from, to }) => `${from.id} ${to.id}`)

/** The edges of a page, after the check that draw.io to draw.io keeps every cell of it. */
async function edges(cells: string): Promise<string[]> {
  expect(await sameFormat(drawio, page(cells))).toBeUndefined()
  return edgesOf(readDrawio(page(cells)).graphs[0]!)
}

const A: Place = [0, 0, 80, 40]
const B: Place = [200, 0, 80, 40]
const two = box('a', A) + box('b', B)
const PLAIN = 'endArrow=none;'
const TEXT = 'text;html=1;strokeColor=none;fillColor=none;'
const CENTRED = `${TEXT}align=center;verticalAlign=middle;`
const LIFELINE = 'shape=umlLifeline;perimeter=lifelinePerimeter;container=1;collapsible=0;html=1;'
const BELOW = 'shape=mxgraph.aws4.s3;verticalLabelPosition=bottom;verticalAlign=top;html=1;'

describe('a person sees an edge', () => {
  const cases: Record<string, readonly [cells: string, edges: readonly string[]]> = {
    'that ends at the border': [two + line('e', { from: 'a', to: [200, 20] }), ['a b']],
    'that ends a little short of it': [two + line('e', { from: 'a', to: [196, 20] }), ['a b']],
    'that ends well short of it, and leads there': [two + line('e', { from: 'a', to: [172, 20] }), ['a b']],
    'that ends inside of the shape': [two + line('e', { from: 'a', to: [230, 20] }), ['a b']],
    'that begins beside a shape': [two + line('e', { from: [84, 20], to: 'b' }), ['a b']],
    'that is fastened to neither': [two + line('e', { from: [85, 20], to: [190, 22] }), ['a b']],
    'with its arrowhead at the start': [
      two + line('e', { from: [85, 20], to: [190, 20], style: 'startArrow=classic;endArrow=none;' }),
      ['a b'],
    ],
    'without arrowheads that touches both': [
      two + line('e', { from: [80, 20], to: [200, 20], style: PLAIN }),
      ['a b'],
    ],
    'without arrowheads a few pixels short': [
      two + line('e', { from: [86, 20], to: [192, 20], style: PLAIN }),
      ['a b'],
    ],
    'without arrowheads well short of it, where its other end is fastened': [
      two + line('e', { from: 'a', to: [173, 20], style: PLAIN }),
      ['a b'],
    ],
    'that is fastened to an id that is not there': [
      two + line('e', { from: 'a', to: [198, 20] }).replace('edge="1"', 'edge="1" target="gone"'),
      ['a b'],
    ],
    'with a bend, and the way behind it': [
      two + box('c', [100, 60, 80, 40]) + line('e', { from: 'a', to: [240, 55], bends: [[240, 120]] }),
      ['a b'],
    ],
    'from above': [
      two + line('e', { from: [240, -80], to: [240, -8] }) + box('c', [200, -130, 80, 40]),
      ['c b'],
    ],
    'across, at a corner': [
      two + line('e', { from: [40, 52], to: [40, 140] }) + box('c', [0, 145, 80, 40]),
      ['a c'],
    ],
    'to the inner of two shapes on each other': [
      two + box('c', [190, -40, 200, 120]) + line('e', { from: 'a', to: [210, 20] }),
      ['a b'],
    ],
    'to the one that it leads to, where another is as near': [
      two + box('c', [150, 30, 40, 40]) + line('e', { from: 'a', to: [188, 20] }),
      ['a b'],
    ],
    'to the nearer of two by far': [
      two + box('c', [200, 60, 80, 40]) + line('e', { from: [85, 20], to: [196, 30] }),
      ['a b'],
    ],
    'to a group at its border': [
      box('a', A) +
        box('g', [200, -40, 200, 160], 'container=1;html=1;') +
        box('x', [100, 60, 60, 40], 'html=1;', 'g') +
        line('e', { from: 'a', to: [196, 10] }),
      ['a g'],
    ],
    'to a group a little inside of its border': [
      box('a', A) +
        box('g', [200, -40, 200, 160], 'container=1;html=1;') +
        box('x', [100, 60, 60, 40], 'html=1;', 'g') +
        line('e', { from: 'a', to: [204, 10] }),
      ['a g'],
    ],
    'into a group, to what stands in it': [
      box('a', A) +
        box('g', [200, -40, 200, 160], 'container=1;html=1;') +
        box('x', [60, 30, 60, 60], 'html=1;', 'g') +
        line('e', { from: 'a', to: [255, 20] }),
      ['a x'],
    ],
    'to a lane of a swimlane': [
      box('a', A) +
        box('l', [200, -40, 200, 160], 'swimlane;startSize=20;html=1;') +
        line('e', { from: 'a', to: [192, 60] }),
      ['a l'],
    ],
    'to an icon by its label below': [
      box('a', [0, 0, 80, 40]) +
        box('s', [200, 0, 60, 60], BELOW, '1', 'Bucket') +
        line('e', { from: [230, 200], to: [230, 80] }) +
        box('c', [190, 205, 80, 40]),
      ['c s'],
    ],
    'to a text': [
      box('a', A) + box('t', [200, 5, 80, 30], TEXT) + line('e', { from: 'a', to: [195, 20] }),
      ['a t'],
    ],
    'to an ellipse whose corner is free': [
      box('a', A) + box('o', [200, 0, 80, 80], 'ellipse;html=1;') + line('e', { from: 'a', to: [204, 24] }),
      ['a o'],
    ],
    'of two lines that meet': [
      two + line('w', { from: 'a', to: [140, 20], style: PLAIN }) + line('e', { from: [140, 20], to: 'b' }),
      ['a b'],
    ],
    'of two lines that meet, the second without arrowheads': [
      two +
        line('e', { from: [140, 21], to: 'a', label: 'back' }) +
        line('w', { from: [140, 20], to: [199, 20], style: PLAIN }),
      ['b a'],
    ],
    'of three lines in a row': [
      two +
        line('v', { from: 'a', to: [100, 100], style: PLAIN }) +
        line('w', { from: [180, 101], to: [101, 100], style: PLAIN }) +
        line('e', { from: [180, 100], to: [210, 42] }),
      ['a b'],
    ],
    'of two lines without arrowheads that meet': [
      two +
        line('v', { from: 'a', to: [140, 20], style: PLAIN }) +
        line('w', { from: [140, 20], to: 'b', style: PLAIN }),
      ['a b'],
    ],
    'beside others that are fastened': [
      two +
        line('e', { from: 'a', to: 'b' }) +
        line('f', { from: [205, 44], to: [60, 44], bends: [[130, 80]] }),
      ['a b', 'b a'],
    ],
    'in a layer of its own': [
      `${two}<mxCell id="2" parent="0"/>${line('e', { from: 'a', to: [196, 20] }).replace('parent="1"', 'parent="2"')}`,
      ['a b'],
    ],
    'in a group that is moved': [
      box('g', [1000, 1000, 400, 100], 'group;container=1;html=1;') +
        box('a', A, 'html=1;', 'g') +
        box('b', B, 'html=1;', 'g') +
        line('e', { from: [82, 20], to: [196, 20] }).replace('parent="1"', 'parent="g"'),
      ['a b'],
    ],
    'between fields of other shapes': [
      two +
        box('c', [200, 80, 80, 40]) +
        line('e', { from: 'a', to: [196, 20] }) +
        line('f', { from: [240, 42], to: 'c' }),
      ['a b', 'b c'],
    ],
  }
  const more: typeof cases = {
    'whose last bend lies inside of the shape': [
      two + line('e', { from: 'a', to: [250, 20], bends: [[220, 20]] }),
      ['a b'],
    ],
    'with a bend where it ends': [two + line('e', { from: [80, 20], to: 'b', bends: [[80, 20]] }), ['a b']],
    'to the line that hangs down from a lifeline': [
      box('a', [0, 0, 100, 300], LIFELINE) +
        box('b', [200, 0, 100, 300], LIFELINE) +
        line('e', { from: [50, 120], to: [250, 120] }),
      ['a b'],
    ],
    'to a lifeline with something in it': [
      box('a', [0, 0, 100, 300], LIFELINE) +
        box('b', [200, 0, 100, 300], LIFELINE) +
        box('x', [45, 200, 10, 60], 'html=1;', 'a', '') +
        line('e', { from: [250, 120], to: [50, 120] }),
      ['b a'],
    ],
    'between the lifelines of two others': [
      box('a', [0, 0, 100, 300], LIFELINE) +
        box('b', [200, 0, 100, 300], LIFELINE) +
        box('c', [400, 0, 100, 300], LIFELINE) +
        line('e', { from: [50, 120], to: [450, 120] }),
      ['a c'],
    ],
    'away from a shape and back to it': [
      two +
        line('e', {
          from: [80, 10],
          to: [80, 30],
          bends: [
            [120, 10],
            [120, 30],
          ],
        }),
      ['a a'],
    ],
    'from a shape and back to it, of which one end is fastened': [
      two +
        line('e', {
          from: 'a',
          to: [81, 30],
          bends: [
            [120, 10],
            [120, 30],
          ],
        }),
      ['a a'],
    ],
    'to a pile, at its near edge': [
      box('a', A) +
        box('b', [200, 0, 80, 60]) +
        box('c', [202, 2, 80, 60]) +
        box('d', [204, 4, 80, 60]) +
        line('e', { from: 'a', to: [198, 20] }),
      ['a b'],
    ],
    'without arrowheads to a pile, at its near edge': [
      box('a', A) +
        box('b', [200, 0, 80, 60]) +
        box('c', [202, 2, 80, 60]) +
        line('e', { from: [80, 20], to: [200, 20], style: PLAIN }),
      ['a b'],
    ],
    'between shapes, under a text that is its label': [
      two +
        box('t', [92, 2, 100, 20], TEXT, '1', 'sends the signals') +
        line('e', { from: [88, 25], to: [192, 25] }),
      ['a b'],
    ],
    'from the text at its start, and not from the shape that it leads to': [
      box('b', B) +
        box('t', [170, 0, 40, 40], TEXT, '1', 'in') +
        line('e', { from: [185, 20], to: 'b', bends: [[185, 20]] }),
      ['t b'],
    ],
    'to a shape, beside a text': [
      box('a', [200, -100, 80, 40]) +
        box('b', [200, 100, 80, 40]) +
        box('t', [237, 84, 60, 14], `${TEXT}align=left;verticalAlign=bottom;spacing=0;`, '1', 'reads') +
        line('e', { from: [240, -60], to: [240, 98] }),
      ['a b'],
    ],
    'to a text that stands over the border of a group': [
      box('a', [165, -40, 40, 40]) +
        box('g', [110, 45, 400, 120], 'container=1;html=1;') +
        box('x', [40, 60, 60, 40], 'html=1;', 'g') +
        box('t', [105, 40, 160, 20], CENTRED, '1', 'Quantize') +
        box('u', [305, 40, 160, 20], CENTRED, '1', 'Store') +
        line('e', { from: [185, 0], to: [185, 40] }),
      ['a t'],
    ],
    'to another shape, however near it still is to the one that it leaves': [
      box('b', B) + box('c', [140, 0, 30, 40]) + line('e', { from: 'b', to: [190, 20] }),
      ['b c'],
    ],
    'down from a text to another, well short of its letters': [
      box('s', [0, 0, 120, 30], CENTRED, '1', 'Code') +
        box('t', [0, 70, 120, 40], CENTRED, '1', 'x = 7') +
        box('b', [300, 0, 80, 40]) +
        line('e', { from: [60, 32], to: [60, 62] }),
      ['s t'],
    ],
    'out of a group, from well behind its border': [
      box('g', [0, 0, 200, 160], 'container=1;html=1;') +
        box('x', [20, 20, 60, 40], 'html=1;', 'g') +
        box('b', [300, 60, 80, 40]) +
        line('e', { from: [178, 80], to: [296, 80] }),
      ['g b'],
    ],
    'from the frame of a text, far from its letters': [
      box('t', [0, 0, 120, 80], TEXT.replace('strokeColor=none', 'strokeColor=#000000'), '1', 'I1') +
        box('c', [126, 40, 40, 20]) +
        box('b', [300, 0, 80, 40]) +
        line('e', { from: [120, 70], to: 'b', bends: [[340, 70]] }),
      ['t b'],
    ],
    'on to another that begins where it was drawn, and not at the middle of what it is meant for': [
      box('s', [0, 0, 120, 20], CENTRED, '1', 'Read') +
        box('t', [0, 56, 120, 20], CENTRED, '1', 'Write') +
        box('g', [-10, -40, 140, 140], 'container=1;html=1;') +
        box('x', [0, 4, 60, 20], 'html=1;', 'g') +
        box('q', [0, 140, 120, 40]) +
        line('e', { from: [60, 22], to: [60, 54] }) +
        line('f', { from: [60, 106], to: [60, 138] }),
      ['s t', 'g q'],
    ],
  }
  Object.assign(cases, more)
  test('there are thirty', () => expect(Object.keys(cases).length).toBeGreaterThanOrEqual(30))
  test.each(Object.entries(cases))('%s', async (_, [cells, wanted]) => {
    expect(await edges(cells)).toEqual(wanted)
    expect(edgesOf(readDrawio(page(cells), { attach: false }).graphs[0]!).length).toBeLessThan(wanted.length)
  })
})

describe('a person sees none', () => {
  const cases: Readonly<Record<string, string>> = {
    'far from every shape': two + line('e', { from: 'a', to: [150, 120] }),
    'between two shapes that are as near':
      box('a', [0, 25, 80, 40]) +
      box('b', B) +
      box('c', [200, 50, 80, 40]) +
      line('e', { from: 'a', to: [196, 45] }),
    'that passes by': two + line('e', { from: [120, -60], to: [182, 200] }),
    'without arrowheads well short of a shape, and fastened to none':
      two + line('e', { from: [82, 20], to: [180, 20], style: PLAIN }),
    'without arrowheads from a text well short of a shape':
      box('t', A, TEXT) + box('b', B) + line('e', { from: 't', to: [180, 20], style: PLAIN }),
    'without arrowheads farther from a shape': two + line('e', { from: 'a', to: [165, 20], style: PLAIN }),
    'that comes back to the shape that it leaves': two + line('e', { from: 'a', to: [84, 20] }),
    'inside of a shape': two + line('e', { from: [210, 20], to: [270, 20], style: PLAIN }),
    'under a title': two + line('e', { from: [0, 46], to: [80, 46], style: PLAIN }),
    'the bones of a fish':
      box('a', [0, 0, 60, 20], TEXT) +
      box('b', [0, 70, 60, 20], TEXT) +
      line('spine', { from: [-100, 60], to: [400, 60], style: PLAIN }) +
      line('e', { from: [62, 20], to: [40, 60], style: PLAIN }),
    'a line of a legend':
      box('s', [0, 0, 80, 20], `${TEXT}align=left;`, '1', 'solid') +
      box('t', [140, 0, 80, 20], `${TEXT}align=left;`, '1', 'dashed') +
      two.replaceAll('y="0"', 'y="100"') +
      line('e', { from: [90, 10], to: [132, 10], style: PLAIN }),
    'the sample of an arrow in a legend':
      box('s', [0, 0, 80, 20], `${TEXT}align=left;`, '1', 'Service') +
      box('t', [140, 0, 80, 20], TEXT, '1', 'Trust') +
      two.replaceAll('y="0"', 'y="100"') +
      line('e', { from: [85, 10], to: [132, 10] }),
    'without arrowheads across a pile, to an edge of it':
      box('a', [400, 0, 80, 40]) +
      box('b', [200, 0, 80, 60]) +
      box('c', [240, 30, 80, 60]) +
      line('e', { from: [400, 20], to: [239, 62], bends: [[260, 45]], style: PLAIN }),
    'far from the letters of a text, in its box':
      box('t', [0, 0, 300, 300], `${TEXT}align=left;verticalAlign=top;`, '1', 'Note') +
      box('b', [400, 200, 80, 40]) +
      line('e', { from: [290, 220], to: 'b' }),
    'along a border that it does not leave': two + line('e', { from: [10, -3], to: [70, -3] }),
    'a rule in a table':
      box('t', [0, 0, 200, 200], 'shape=table;childLayout=tableLayout;startSize=30;') +
      box('r', [0, 30, 200, 40], 'shape=tableRow;horizontal=0;', 't', '') +
      box('k', [0, 0, 200, 40], 'shape=partialRectangle;', 'r') +
      box('x', [0, 80, 200, 40], 'shape=partialRectangle;html=1;') +
      box('y', [0, 150, 200, 40], 'shape=partialRectangle;html=1;') +
      line('e', { from: [40, 121], to: [40, 149], style: PLAIN }),
    'a rule across the page': two + line('e', { from: [-50, 60], to: [400, 60], style: PLAIN }),
    'at another line':
      two + line('f', { from: 'a', to: 'b' }) + line('e', { from: [120, 90], to: [140, 22] }),
    'an axis': line('x', { from: [0, 0], to: [300, 0] }) + line('y', { from: [0, 0], to: [0, -300] }),
    'in the middle of a lane':
      box('a', [0, 400, 80, 40]) +
      box('l', [200, -40, 400, 400], 'swimlane;startSize=20;html=1;') +
      line('e', { from: 'a', to: [400, 200] }),
    'where three lines meet':
      two +
      box('c', [100, 100, 80, 40]) +
      line('u', { from: 'a', to: [140, 60], style: PLAIN }) +
      line('v', { from: 'b', to: [140, 60], style: PLAIN }) +
      line('w', { from: 'c', to: [140, 60], style: PLAIN }),
  }
  test('there are ten', () => expect(Object.keys(cases).length).toBeGreaterThanOrEqual(10))
  test.each(Object.entries(cases))('%s', async (_, cells) => {
    const fastened = cells.includes('source="a" target="b"') ? ['a b'] : []
    expect(await edges(cells)).toEqual(fastened)
  })
})

describe('the file', () => {
  const cells = two + line('e', { from: 'a', to: [196, 20] }) + box('c', [0, 100, 80, 40])
  const graph = readDrawio(page(cells)).graphs[0]!

  test('is told once what is read, and where', () => {
    const { messages } = readDrawio(page(cells + line('f', { from: [85, 20], to: [199, 30], label: 'pays' })))
    const said = messages.filter(({ code }) => code === 'repair/attached-edge')
    expect(said.map(({ text }) => text)).toEqual([
      '2 lines end at shapes without being fastened: “e”, its end to “b” (id “b”, 4 px away); “pays”, its start to “a” (id “a”, 5 px away) and its end to “b” (id “b”, 1 px away). They are read as edges, and stay in draw.io as drawn; `-O attach=false` leaves such lines alone.',
    ])
    expect(said[0]!.at).toEqual([page(cells).indexOf('<mxCell id="e"'), expect.any(Number)])
  })

  test('names every line that is no edge where none is to be one', () => {
    const chain =
      two + line('w', { from: 'a', to: [140, 20], style: PLAIN }) + line('e', { from: [140, 20], to: 'b' })
    const codes = (options = {}) =>
      readDrawio(page(chain), options)
        .messages.map(({ code }) => code)
        .filter(code => code.includes('edge'))
    expect(codes({ attach: false })).toEqual(['repair/loose-edge', 'repair/loose-edge'])
    expect(codes()).toEqual(['repair/attached-edge'])
  })

  test('stays as it is when it is brought up to date with what it says', async () => {
    const source = await convert(page(cells), { from: 'drawio', to: 'mermaid' })
    const { text } = await convert(source.text, { from: 'mermaid', to: 'drawio', existing: page(cells) })
    expect(edgesOf(readDrawio(text).graphs[0]!)).toEqual(['a b'])
    expect(text.match(/edge="1"/g)).toHaveLength(1)
  })

  test('stays byte for byte where nothing changed', async () => {
    expect((await put(page(cells), graph, { format: 'drawio' })).text).toBe(page(cells))
  })

  test('keeps the loose end of an edge whose label changed', async () => {
    const { text } = await put(
      page(cells),
      { ...graph, edges: [{ ...graph.edges[0]!, label: { text: 'pays' } }] },
      { format: 'drawio' },
    )
    expect(text).toContain('<mxPoint x="196" y="20" as="targetPoint"')
    expect(text).not.toContain('target="b"')
    expect(text).toContain('value="pays"')
  })

  test('fastens the end of an edge that leads elsewhere now', async () => {
    const [edge] = graph.edges
    const moved: Graph = { ...graph, edges: [{ ...edge!, to: { ...edge!.to, id: 'c' } }] }
    const { text } = await put(page(cells), moved, { format: 'drawio' })
    expect(text).toMatch(
      /<mxCell id="e"[^>]* source="a"[^>]* target="c"|<mxCell id="e"[^>]* target="c"[^>]* source="a"/,
    )
    expect(edgesOf(readDrawio(text).graphs[0]!)).toEqual(['a c'])
  })

  test('has a real terminal where it is laid out anew', async () => {
    const { text } = await convert(page(cells), { from: 'drawio', to: 'mermaid' })
    const back = await convert(text, { from: 'mermaid', to: 'drawio' })
    expect(back.text).toMatch(/<mxCell [^>]*source="a" target="b"/)
  })
})

test('an end on a line, at a text that is the label of that line, leads there on a page of ours as well', async () => {
  const cells =
    box('a', A) +
    box('b', [300, 0, 80, 40]) +
    box('c', [192, 28, 40, 30]) +
    box('d', [160, 200, 80, 40]) +
    box('t', [100, 22, 84, 20], `${TEXT}align=left;verticalAlign=middle;`, '1', 'pays bills') +
    line('e', { from: 'a', to: 'b' }) +
    line('f', { from: 'd', to: [180, 22] })
  expect(await edges(cells)).toEqual(['a b', 'd b'])
  expect(readDrawio(page(cells)).graphs[0]!.nodes.has('t')).toBe(false)
})

test('an end without a point is fastened: a line that leads nowhere would be no edge', async () => {
  const graph = readDrawio(page(two + line('e', { from: [85, 20], to: [190, 22] }))).graphs[0]!
  const [edge] = graph.edges
  const own = edge!.document!.get('drawio')!
  const without = new Map([...own].filter(([key]) => key !== 'geometry'))
  const edges = [{ ...edge!, document: new Map([['drawio', without]]) }]
  const { text } = await write({ ...graph, edges }, { format: 'drawio', from: 'drawio' })
  expect(text).toMatch(/id="e"[^>]* source="a" target="b"/)
  expect(edgesOf(readDrawio(text).graphs[0]!)).toEqual(['a b'])
})

test('shapes that are larger and farther away than any page are shapes all the same', async () => {
  const near = box('b', [-300, 0, 80, 40])
  expect(await edges(box('a', [-5, -5, 1e9, 1e9]) + near + line('e', { from: 'b', to: [-12, 20] }))).toEqual([
    'b a',
  ])
  for (const far of [1e18, 1e300]) {
    const text = page(box('a', [far, far, 80, 40]) + near + line('e', { from: 'b', to: [far, far] }))
    expect([...readDrawio(text).graphs[0]!.nodes.keys()]).toEqual(['a', 'b'])
  }
})

test('many lines that end at one place, or at many shapes, cost no more than others', () => {
  const many = (count: number, cell: (i: number) => string) =>
    Array.from({ length: count }, (_, i) => cell(i)).join('')
  const count = runs(20_000)
  const star = many(count, i => line(`e${i}`, { from: [1000, 1000], to: [i * 5, 5000] }))
  expect(readDrawio(page(star)).graphs[0]!.edges).toEqual([])
  const chain = many(count, i => line(`e${i}`, { from: [i * 10, 0], to: [i * 10 + 10, 0], style: PLAIN }))
  expect(readDrawio(page(chain)).graphs[0]!.edges).toEqual([])
})
