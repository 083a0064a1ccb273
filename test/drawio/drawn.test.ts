import { describe, expect, test } from 'vitest'
import { drawio, readDrawio } from '../../converters/drawio/index.js'
import type { FormatOptions } from '../../src/format.js'
import { sameFormat } from '../laws/laws.js'
import { counted } from '../setup/runs.js'
import { growth } from '../setup/work.js'

const page = (cells: string): string =>
  `<mxGraphModel><root><mxCell id="r-0"/><mxCell id="r-1" parent="r-0"/>${cells}</root></mxGraphModel>`
const box = (id: string, value: string, style: string, at: readonly number[], parent = 'r-1'): string =>
  `<mxCell id="${id}" value="${value}" style="${style}" vertex="1" parent="${parent}"><mxGeometry x="${at[0]}" y="${at[1]}" width="${at[2]}" height="${at[3]}" as="geometry"/></mxCell>`
const line = (id: string, ends: string, more = '', value = ''): string =>
  `<mxCell id="${id}" value="${value}" style="html=1;" edge="1" parent="r-1" ${ends}><mxGeometry relative="1" as="geometry">${more}</mxGeometry></mxCell>`
const BOX = 'rounded=0;whiteSpace=wrap;html=1;'

/** What a page says, shortly, after the check that draw.io to draw.io keeps it. */
async function shown(text: string, options: FormatOptions = {}) {
  expect(await sameFormat(drawio, text, options)).toBeUndefined()
  const { graphs, messages } = readDrawio(text, options)
  const graph = graphs[0]!
  return {
    title: graph.title,
    direction: graph.direction,
    groups: [...graph.groups.values()].map(({ id, kind, parent, label }) => [id, kind, parent, label.text]),
    nodes: [...graph.nodes.values()].map(({ id, group }) => [id, group]),
    edges: graph.edges.map(({ from, to }) => [from.id, to.id]),
    codes: messages.map(({ code }) => code),
    texts: messages.map(said => said.text),
  }
}

describe('what shapes lie on, when no container says so', () => {
  const cells =
    box('big', 'Backend', BOX, [0, 0, 400, 300]) +
    box('lane', 'Sales', 'swimlane;startSize=30;html=1;', [500, 0, 300, 300]) +
    box('a', 'A', BOX, [20, 40, 80, 40]) +
    box('b', 'B', BOX, [20, 140, 80, 40]) +
    box('c', 'C', BOX, [540, 60, 80, 40]) +
    box('d', 'D', BOX, [380, 60, 80, 40]) +
    line('e1', 'source="a" target="b"') +
    line('e2', 'source="c" target="d"')

  test('a swimlane and a large box take in what lies wholly on them', async () => {
    expect(await shown(page(cells))).toMatchObject({
      groups: [
        ['big', 'cluster', undefined, 'Backend'],
        ['lane', 'lane', undefined, 'Sales'],
      ],
      nodes: [
        ['a', 'big'],
        ['b', 'big'],
        ['c', 'lane'],
        ['d', undefined],
      ],
      edges: [
        ['a', 'b'],
        ['c', 'd'],
      ],
      codes: ['repair/inferred-group', 'repair/inferred-group'],
      texts: [
        '“A”, “B” lie on “Backend” without standing in it. They are read as if so; `-O infer=false` switches this off.',
        '“C” lies on “Sales” without standing in it. It is read as if so; `-O infer=false` switches this off.',
      ],
    })
  })

  test('with infer=false only what the file says', async () => {
    expect(await shown(page(cells), { infer: 'false' })).toMatchObject({
      groups: [['lane', 'lane', undefined, 'Sales']],
      nodes: [
        ['big', undefined],
        ['a', undefined],
        ['b', undefined],
        ['c', undefined],
        ['d', undefined],
      ],
      codes: [],
    })
  })

  test('boxes in boxes; an icon on a box makes no group; a box drawn over others is none', async () => {
    const text = page(
      box('outer', 'Outer', BOX, [0, 0, 500, 500]) +
        box('inner', 'Inner', BOX, [50, 50, 200, 200]) +
        box('a', 'A', BOX, [60, 60, 50, 50]) +
        box('b', 'B', BOX, [160, 160, 50, 50]) +
        box('c', 'C', BOX, [300, 300, 100, 100]) +
        box('icon', '', 'ellipse;', [310, 310, 20, 20]) +
        box('x', 'X', BOX, [600, 0, 40, 40]) +
        box('y', 'Y', BOX, [650, 0, 40, 40]) +
        box('cover', 'Cover', BOX, [590, -10, 200, 100]),
    )
    expect(await shown(text)).toMatchObject({
      groups: [
        ['outer', 'cluster', undefined, 'Outer'],
        ['inner', 'cluster', 'outer', 'Inner'],
      ],
      nodes: [
        ['a', 'inner'],
        ['b', 'inner'],
        ['c', 'outer'],
        ['icon', 'outer'],
        ['x', undefined],
        ['y', undefined],
        ['cover', undefined],
      ],
    })
  })
})

test.each([
  ['LR', [0, 0], [200, 10], [400, 0]],
  ['RL', [400, 0], [200, 10], [0, 0]],
  ['TB', [0, 0], [10, 200], [0, 400]],
  ['BT', [0, 400], [10, 200], [0, 0]],
])('most lines lead %s', async (direction, a, b, c) => {
  const text = page(
    box('a', 'A', BOX, [...a, 80, 40]) +
      box('b', 'B', BOX, [...b, 80, 40]) +
      box('c', 'C', BOX, [...c, 80, 40]) +
      line('e1', 'source="a" target="b"') +
      line('e2', 'source="b" target="c"'),
  )
  expect(await shown(text)).toMatchObject({ direction, codes: ['repair/inferred-direction'] })
  expect(await shown(text, { infer: false })).toMatchObject({ direction: undefined, codes: [] })
})

describe('lines that are fastened to no shape', () => {
  const point = (as: string, x: number, y: number): string => `<mxPoint x="${x}" y="${y}" as="${as}"/>`
  const cells =
    box('a', 'A', BOX, [0, 0, 80, 40]) +
    box('b', 'B', BOX, [200, 0, 80, 40]) +
    line('e', 'source="a"', point('targetPoint', 196, 20), 'pays') +
    line('far', '', point('sourcePoint', 0, 300) + point('targetPoint', 50, 300)) +
    line('both', '', point('sourcePoint', 84, 20) + point('targetPoint', 210, 30)) +
    line('f', 'source="a" target="b"') +
    line('onto', 'source="a" target="f"') +
    line('gone', 'source="a" target="nowhere"')

  test('are left as they are where that is asked for, and it is said what they would be', async () => {
    const { edges, texts, codes } = await shown(page(cells), { attach: false })
    expect(edges).toEqual([['a', 'b']])
    expect(codes.slice(0, 5)).toEqual(Array(5).fill('repair/loose-edge'))
    expect(texts.slice(0, 5)).toEqual([
      'The line “pays” connects nothing, because its end is fastened to no shape. It is no edge, and stays as it was drawn. Without `-O attach=false` it is read as an edge: its end to “B” (id “b”, 4 px away).',
      'The line “far” connects nothing, because its start is fastened to no shape and its end is fastened to no shape. It is no edge, and stays as it was drawn.',
      'The line “both” connects nothing, because its start is fastened to no shape and its end is fastened to no shape. It is no edge, and stays as it was drawn. Without `-O attach=false` it is read as an edge: its start to “A” (id “a”, 4 px away) and its end to “B” (id “b”, where it lies).',
      'The line “onto” connects nothing, because its end is fastened to another line, “f”. It is no edge, and stays as it was drawn.',
      'The line “gone” connects nothing, because its end is fastened to “nowhere”, which is not there. It is no edge, and stays as it was drawn.',
    ])
  })

  test('are edges else, and the others are named', async () => {
    const { edges, codes } = await shown(page(cells))
    expect(edges).toEqual([
      ['a', 'b'],
      ['a', 'b'],
      ['a', 'b'],
    ])
    expect(codes.filter(code => code === 'repair/attached-edge')).toHaveLength(1)
    expect(codes.filter(code => code === 'repair/loose-edge')).toHaveLength(3)
  })
})

test('a fixed point is a side, said once and switched off', async () => {
  const text = page(
    box('a', 'A', BOX, [0, 0, 80, 40]) +
      box('b', 'B', BOX, [200, 0, 80, 40]) +
      '<mxCell id="e" style="exitX=1;exitY=0.5;entryX=0.25;entryY=0;" edge="1" parent="r-1" source="a" target="b"><mxGeometry relative="1" as="geometry"/></mxCell>',
  )
  const sides = (options?: FormatOptions) => {
    const { graphs, messages } = readDrawio(text, options)
    const { from, to } = graphs[0]!.edges[0]!
    return [from.side, to.side, messages.map(({ code }) => code)]
  }
  expect(sides()).toEqual(['right', 'top', ['repair/inferred-side']])
  expect(sides({ infer: false })).toEqual([undefined, undefined, []])
  expect(await sameFormat(drawio, text)).toBeUndefined()
})

describe('lanes', () => {
  const lane = 'swimlane;startSize=20;html=1;horizontal=0;'
  test('a pool that holds only lanes is the title; rows flow to the right', async () => {
    const text = page(
      box('p', 'Shop', 'swimlane;childLayout=stackLayout;horizontal=0;startSize=20;', [0, 0, 400, 200]) +
        box('l1', 'Customer', lane, [20, 0, 380, 100], 'p') +
        box('l2', 'Support', lane, [20, 100, 380, 100], 'p') +
        box('a', 'A', BOX, [40, 30, 80, 40], 'l1') +
        box('over', 'Over', BOX, [160, 130, 80, 40]),
    )
    expect(await shown(text)).toMatchObject({
      title: 'Shop',
      direction: 'LR',
      groups: [
        ['l1', 'lane', undefined, 'Customer'],
        ['l2', 'lane', undefined, 'Support'],
      ],
      nodes: [
        ['a', 'l1'],
        ['over', 'l2'],
      ],
      codes: ['repair/inferred-group'],
    })
  })

  test('two pools are lanes with lanes in them; columns flow down', async () => {
    const column = 'swimlane;startSize=20;html=1;'
    const text = page(
      box('p', 'Shop', column, [0, 0, 400, 200]) +
        box('l1', 'Customer', column, [0, 20, 200, 180], 'p') +
        box('l2', 'Support', column, [200, 20, 200, 180], 'p') +
        box('q', 'Bank', column, [500, 0, 400, 200]) +
        box('m1', 'Loans', column, [0, 20, 400, 180], 'q') +
        box('a', 'A', BOX, [40, 30, 80, 40], 'm1'),
    )
    expect(await shown(text)).toMatchObject({
      title: undefined,
      direction: 'TB',
      groups: [
        ['p', 'lane', undefined, 'Shop'],
        ['l1', 'lane', 'p', 'Customer'],
        ['l2', 'lane', 'p', 'Support'],
        ['q', 'lane', undefined, 'Bank'],
        ['m1', 'lane', 'q', 'Loans'],
      ],
      nodes: [['a', 'm1']],
    })
  })

  test('rows of a table whose cells hold shapes are lanes, and the shapes stay in their cells', async () => {
    const row =
      'shape=tableRow;horizontal=0;swimlaneHead=0;swimlaneBody=0;startSize=40;fillColor=none;collapsible=0;html=1;'
    const cell = 'swimlane;startSize=0;connectable=0;fillColor=none;html=1;'
    const text = page(
      box(
        't',
        'Orders',
        'shape=table;childLayout=tableLayout;startSize=40;collapsible=0;html=1;',
        [10, 10, 600, 240],
      ) +
        box('r1', 'Customer', row, [0, 40, 600, 100], 't') +
        box('c11', '', cell, [40, 0, 280, 100], 'r1') +
        box('c12', '', cell, [320, 0, 280, 100], 'r1') +
        box('r2', 'Shop', row, [0, 140, 600, 100], 't') +
        box('c21', '', cell, [40, 0, 280, 100], 'r2') +
        box('a', 'Order', BOX, [20, 30, 80, 40], 'c11') +
        box('b', 'Pay', BOX, [20, 30, 80, 40], 'c12') +
        box('c', 'Send', BOX, [20, 30, 80, 40], 'c21') +
        line('e', 'source="a" target="c"'),
    )
    expect(await shown(text)).toMatchObject({
      title: 'Orders',
      direction: 'LR',
      groups: [
        ['r1', 'lane', undefined, 'Customer'],
        ['r2', 'lane', undefined, 'Shop'],
      ],
      nodes: [
        ['a', 'r1'],
        ['b', 'r1'],
        ['c', 'r2'],
      ],
      codes: [],
    })
    const { graphs } = readDrawio(text)
    const written = drawio.write!([{ graph: graphs[0]! }], {})
    expect(written).toMatch(
      /<object label="Pay"[^>]*>\s*<mxCell [^>]*parent="c12">\s*<mxGeometry x="20" y="30"/,
    )
  })
})

test('groups, collapsed containers, classes and tables of texts', async () => {
  const text = page(
    box('g', '', 'group', [0, 0, 300, 100]) +
      box('a', 'A', BOX, [0, 0, 80, 40], 'g') +
      box('b', 'B', BOX, [200, 0, 80, 40], 'g') +
      '<mxCell id="k" value="Closed" style="rounded=1;container=1;html=1;" vertex="1" collapsed="1" parent="r-1"><mxGeometry x="0" y="200" width="90" height="30" as="geometry"><mxRectangle x="0" y="200" width="200" height="100" as="alternateBounds"/></mxGeometry></mxCell>' +
      box('c', 'C', BOX, [10, 40, 80, 40], 'k') +
      box(
        'cls',
        'Order',
        'swimlane;fontStyle=1;childLayout=stackLayout;horizontal=1;startSize=26;',
        [400, 0, 160, 86],
      ) +
      box('f', '+ id: int', 'text;strokeColor=none;', [0, 26, 160, 26], 'cls') +
      box('rule', '', 'line;strokeWidth=1;', [0, 52, 160, 8], 'cls') +
      box('m', '+ pay()', 'text;strokeColor=none;', [0, 60, 160, 26], 'cls') +
      line('e', 'source="f" target="a"'),
  )
  expect(await shown(text)).toMatchObject({
    groups: [['k', 'cluster', undefined, 'Closed']],
    nodes: [
      ['a', undefined],
      ['b', undefined],
      ['c', 'k'],
      ['cls', undefined],
    ],
    edges: [['cls', 'a']],
    codes: [],
  })
  const { style } = readDrawio(text, { infer: false }).graphs[0]!.groups.get('g')!
  expect(style).toEqual({ fill: 'none', stroke: 'none' })
})

test('what is kept stands where it stood, whatever the file calls its root and layers', async () => {
  const text = page(
    '<mxCell id="r-2" value="Notes" parent="r-0"/>' +
      box('n', 'N', BOX, [5, 5, 50, 50], 'r-2') +
      line('loose', 'source="n"'),
  )
  await shown(text)
  const written = drawio.write!([{ graph: readDrawio(text).graphs[0]! }], {})
  expect(written).toContain('<mxCell id="r-2" value="Notes" parent="r-0"/>')
  expect(written).toMatch(/<mxCell id="loose"[^>]* parent="r-1" source="n">/)
})

test('boxes on each other and loose lines cost far less than their square', async () => {
  const readMany = (count: number) => {
    const many = Array.from({ length: count }, (_, i) =>
      box(`n${i}`, 'x', BOX, [i, i, 9000 - 2 * i, 9000 - 2 * i]),
    )
    const loose = Array.from({ length: count }, (_, i) => line(`e${i}`, `source="e${(i + 1) % count}"`))
    expect(readDrawio(page(many.join('') + loose.join(''))).graphs[0]!.edges).toEqual([])
  }
  // Boxes on each other are looked for in a grid: the size times its root, and not its square.
  expect(await growth(counted(300), readMany)).toBeLessThan(9)
})
