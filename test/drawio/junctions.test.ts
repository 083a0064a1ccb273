/** Lines that end on other lines: which edges a person sees who follows them, and that the file keeps their ends. */
import { describe, expect, test } from 'vitest'
import { drawio, readDrawio } from '../../converters/drawio/index.js'
import { convert, put } from '../../src/index.js'
import type { Graph } from '../../src/ir/model.js'
import { sameFormat } from '../laws/laws.js'
import { counted } from '../setup/runs.js'
import { growth } from '../setup/work.js'

type At = readonly [x: number, y: number]

const page = (...cells: readonly string[]): string =>
  `<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>${cells.join('')}</root></mxGraphModel>`
const box = (id: string, [x, y]: At, style = 'html=1;'): string =>
  `<mxCell id="${id}" value="${id}" style="${style}" vertex="1" parent="1"><mxGeometry x="${x}" y="${y}" width="80" height="40" as="geometry"/></mxCell>`
/** Each end a shape's id or a place. */
function line(id: string, from: string | At, to: string | At, style = '', bends: readonly At[] = []): string {
  const fastened = (name: string, end: string | At) => (typeof end === 'string' ? ` ${name}="${end}"` : '')
  const free = (name: string, end: string | At) =>
    typeof end === 'string' ? '' : `<mxPoint x="${end[0]}" y="${end[1]}" as="${name}"/>`
  const points = bends.map(([x, y]) => `<mxPoint x="${x}" y="${y}"/>`).join('')
  return `<mxCell id="${id}" value="" style="html=1;${style}" edge="1" parent="1"${fastened('source', from)}${fastened('target', to)}><mxGeometry relative="1" as="geometry">${free('sourcePoint', from)}${free('targetPoint', to)}${points && `<Array as="points">${points}</Array>`}</mxGeometry></mxCell>`
}

const PLAIN = 'endArrow=none;'
const EXTENDS = 'endArrow=block;endFill=0;'
const ORTHOGONAL = 'edgeStyle=orthogonalEdgeStyle;'
const TEXT = 'text;html=1;strokeColor=none;fillColor=none;'

const edgesOf = ({ edges }: Graph): string[] =>
  edges.map(({ from, to }) =>
    [from.id, from.arrow, to.arrow, to.id].filter(word => word !== 'none' && word !== 'normal').join(' '),
  )

/** A parent above two children whose lines meet at y = 100. */
const family = [box('p', [200, 0]), box('a', [0, 200]), box('b', [400, 200])]
/** Two shapes side by side, and one below. */
const three = [box('a', [0, 0]), box('b', [400, 0]), box('c', [200, 200])]

describe('a person sees the edges', () => {
  const cases: Readonly<Record<string, readonly [cells: readonly string[], edges: readonly string[]]>> = {
    'of a branch off the middle of a line whose corners draw.io makes': [
      [
        box('a', [0, 0]),
        box('b', [400, 200]),
        box('c', [400, 0]),
        line('t', 'a', 'b', `${ORTHOGONAL}exitX=1;exitY=0.5;entryX=0;entryY=0.5;`),
        line('x', [240, 60], 'c', ORTHOGONAL, [[340, 20]]),
      ],
      ['a b', 'a c'],
    ],
    'of lines that meet beside the shape that all are meant for': [
      [
        box('a', [0, 100]),
        box('b', [400, 0]),
        box('c', [400, 100]),
        box('d', [400, 200]),
        line('x', [100, 120], 'b', PLAIN),
        line('y', [100, 120], 'c', PLAIN),
        line('z', [100, 120], 'd', PLAIN),
      ],
      ['a b', 'a c', 'a d'],
    ],
    'of children that run together below their parent': [
      [
        ...family,
        line('t', [240, 100], 'p', EXTENDS),
        line('x', 'a', [240, 100], PLAIN + ORTHOGONAL, [[40, 100]]),
        line('y', 'b', [240, 100], PLAIN + ORTHOGONAL, [[440, 100]]),
      ],
      ['a empty p', 'b empty p'],
    ],
    'of a child whose line ends on that of another': [
      [
        ...family,
        line('t', 'a', 'p', EXTENDS + ORTHOGONAL, [
          [40, 100],
          [240, 100],
        ]),
        line('y', 'b', [240, 101], PLAIN + ORTHOGONAL, [[440, 101]]),
      ],
      ['a empty p', 'b empty p'],
    ],
    'of a parent whose line parts': [
      [
        ...family,
        line('t', 'p', [240, 100], PLAIN),
        line('x', [240, 100], 'a', ORTHOGONAL, [[40, 100]]),
        line('y', [240, 100], 'b', ORTHOGONAL, [[440, 100]]),
      ],
      ['p a', 'p b'],
    ],
    'of a line that joins an edge on its way': [
      [...three, line('e', 'a', 'b'), line('x', 'c', [240, 21], PLAIN)],
      ['a b', 'c b'],
    ],
    'of a line that joins an edge, with an arrowhead there': [
      [...three, line('e', 'a', 'b'), line('x', 'c', [240, 21])],
      ['a b', 'c b'],
    ],
    'of a line that leaves an edge on its way': [
      [...three, line('e', 'a', 'b'), line('x', [240, 19], 'c')],
      ['a b', 'a c'],
    ],
    'of a line that goes on in one with a corner that draw.io finds': [
      [
        ...three,
        line('t', 'c', [240, 100], PLAIN),
        line('x', [140, 100], 'b', `${ORTHOGONAL}entryX=0;entryY=0.5;`),
      ],
      ['c b'],
    ],
    'of messages between lines that hang down from shapes': [
      [
        box('a', [0, 0]),
        box('b', [400, 0]),
        line('la', 'a', [40, 400], `${PLAIN}dashed=1;`),
        line('lb', 'b', [440, 400], `${PLAIN}dashed=1;`),
        line('m', [40, 150], [440, 150]),
        line('n', [439, 220], [41, 220]),
      ],
      ['a b', 'b a'],
    ],
    'of bones on a spine': [
      [
        box('effect', [600, 100]),
        box('x', [200, 0]),
        box('y', [400, 200]),
        line('spine', [40, 120], 'effect'),
        line('bx', 'x', [300, 120], PLAIN),
        line('by', 'y', [480, 120], PLAIN),
      ],
      ['x effect', 'y effect'],
    ],
    'of a line that ends on another, and not of the text beside its end': [
      [...three, line('e', 'a', 'b'), box('no', [250, 30], TEXT), line('x', 'c', [240, 20])],
      ['a b', 'c b'],
    ],
  }
  test.each(Object.entries(cases))('%s', async (_, [cells, wanted]) => {
    const text = page(...cells)
    expect(edgesOf(readDrawio(text).graphs[0]!).sort()).toEqual([...wanted].sort())
    expect(edgesOf(readDrawio(text, { attach: false }).graphs[0]!).length).toBeLessThan(wanted.length)
    expect(await sameFormat(drawio, text)).toBeUndefined()
  })
})

describe('a person sees no more', () => {
  const cases: Readonly<Record<string, readonly [cells: readonly string[], edges: readonly string[]]>> = {
    'of three shapes on one bus': [
      [
        ...three,
        line('bus', [0, 100], [480, 100], PLAIN),
        line('x', 'a', [40, 100], PLAIN),
        line('y', 'b', [440, 100], PLAIN),
        line('z', 'c', [240, 100], PLAIN),
      ],
      [],
    ],
    'of a text that points at an edge': [
      [...three, box('t', [200, 100], TEXT), line('e', 'a', 'b'), line('x', 't', [240, 20], PLAIN)],
      ['a b'],
    ],
    'of a line that crosses another': [
      [...three, line('e', 'a', 'b'), line('x', 'c', [240, -200], PLAIN)],
      ['a b'],
    ],
    'of lines without arrowheads that meet at a fork, not right beside a shape': [
      [
        box('a', [0, 0]),
        box('b', [400, 0]),
        box('c', [200, 200]),
        box('d', [600, 200]),
        line('x', 'a', [240, 173], PLAIN),
        line('y', 'b', [240, 173], PLAIN),
        line('z', 'd', [240, 173], PLAIN),
      ],
      [],
    ],
    'of two that run together and part again': [
      [
        box('a', [0, 0]),
        box('b', [0, 200]),
        box('c', [400, 0]),
        box('d', [400, 200]),
        line('t', [200, 120], [300, 120], PLAIN),
        line('x', 'a', [200, 120], PLAIN),
        line('y', 'b', [200, 120], PLAIN),
        line('v', [300, 120], 'c'),
        line('w', [300, 120], 'd'),
      ],
      [],
    ],
    'of a line that ends on one of its own shape': [
      [...three, line('e', 'a', 'b'), line('x', 'b', [240, 20], PLAIN)],
      ['a b'],
    ],
  }
  test.each(Object.entries(cases))('%s', async (_, [cells, wanted]) => {
    expect(edgesOf(readDrawio(page(...cells)).graphs[0]!)).toEqual(wanted)
    expect(await sameFormat(drawio, page(...cells))).toBeUndefined()
  })
})

describe('the file', () => {
  const text = page(
    ...three,
    box('d', [600, 200]),
    line('e', 'a', 'b', EXTENDS),
    line('x', 'c', [240, 20], PLAIN),
  )
  const [graph] = readDrawio(text).graphs

  test('has the arrowhead where the other line has it, and at the shape where it is laid out anew', async () => {
    const { text: again } = await convert(text, { from: 'drawio', to: 'drawio' })
    expect(again).toMatch(/<mxCell id="x"[^>]*style="html=1;endArrow=none;"/)
    expect(again).not.toMatch(/<mxCell id="x"[^>]*target=/)
    const { text: source } = await convert(text, { from: 'drawio', to: 'mermaid' })
    const { text: back } = await convert(source, { from: 'mermaid', to: 'drawio' })
    expect(back).toMatch(/style="[^"]*endArrow=(?!none)[^"]*" edge="1" source="c" target="b"/)
  })

  test('says once that such lines are edges', () => {
    const said = readDrawio(text).messages.map(({ code, text: words }) => [code, words])
    expect(said.filter(([code]) => code === 'repair/attached-edge')).toHaveLength(1)
    expect(said.filter(([code]) => code === 'repair/loose-edge')).toHaveLength(0)
  })

  test.each([
    ['goes', (edges: Graph['edges']) => edges.filter(({ from }) => from.id !== 'a'), ['c empty b']],
    [
      'leads elsewhere',
      (edges: Graph['edges']) =>
        edges.map(edge => (edge.from.id === 'a' ? { ...edge, to: { ...edge.to, id: 'd' } } : edge)),
      ['a empty d', 'c empty b'],
    ],
  ] as const)('fastens the end that lay on a line which %s', async (_, change, wanted) => {
    const { text: now, messages } = await put(
      text,
      { ...graph!, edges: change(graph!.edges) },
      { format: 'drawio' },
    )
    expect(messages).toEqual([])
    expect(edgesOf(readDrawio(now).graphs[0]!)).toEqual(wanted)
    expect(now).toMatch(/<mxCell id="x"[^>]*target="b"/)
  })
})

test('many lines that end on others cost far less than their square', async () => {
  const work = (size: number): void => {
    const cells = Array.from({ length: size }, (_, i) => [
      box(`a${i}`, [i * 600, 0]),
      box(`b${i}`, [i * 600 + 400, 0]),
      box(`c${i}`, [i * 600 + 200, 200]),
      line(`e${i}`, `a${i}`, `b${i}`),
      line(`x${i}`, `c${i}`, [i * 600 + 240, 20], PLAIN),
    ]).flat()
    const text = page(...cells)
    expect(readDrawio(text).graphs[0]!.edges).toHaveLength(2 * size)
  }
  expect(await growth(counted(200), work)).toBeLessThan(9)
})
