/** Pages that show something else than a graph: one message, and no nodes that say nothing. */
import { expect, test } from 'vitest'
import { drawio, readDrawio } from '../../converters/drawio/index.js'
import { sameFormat } from '../laws/laws.js'

const page = (cells: readonly string[]): string =>
  `<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>${cells.join('')}</root></mxGraphModel>`
const cell = (id: string, value: string, style: string, i: number): string =>
  `<mxCell id="${id}" value="${value}" style="html=1;${style}" vertex="1" parent="1"><mxGeometry x="${(i % 10) * 100}" y="${Math.floor(i / 10) * 60}" width="80" height="40" as="geometry"/></mxCell>`
const line = (id: string, source: string, target: string): string =>
  `<mxCell id="${id}" style="html=1;" edge="1" parent="1" source="${source}" target="${target}"><mxGeometry relative="1" as="geometry"/></mxCell>`
const many = (count: number, style: string, from = 0): string[] =>
  Array.from({ length: count }, (_, i) => cell(`n${from + i}`, '', style, from + i))

test.each([
  ['floor plan', [...many(3, 'shape=mxgraph.floorplan.wall;'), cell('k', 'Kitchen', '', 3)], 3],
  ['mock-up', [...many(3, 'shape=mxgraph.mockup.forms.searchBox;'), cell('k', 'Search', '', 3)], 3],
  ['drawing', [...many(20, ''), cell('k', 'January', '', 20)], 20],
] as const)('a %s', async (drawing, cells, count) => {
  const file = page(cells)
  const { graphs, messages } = readDrawio(file)
  expect([...graphs[0]!.nodes.keys()]).toEqual(['k'])
  expect(messages.map(({ code, text }) => [code, text])).toEqual([
    [
      'repair/no-graph',
      `The page shows a ${drawing}, and no graph: ${count} shapes without a text are no nodes, and stay in draw.io as drawn; \`-O infer=false\` switches this off.`,
    ],
  ])
  expect(await sameFormat(drawio, file)).toBeUndefined()
  expect(readDrawio(file, { infer: false }).graphs[0]!.nodes.size).toBe(count + 1)
})

test.each([
  [
    'a graph with boxes that say nothing',
    [...many(20, ''), ...many(4, '', 20), line('e', 'n0', 'n1'), line('f', 'n1', 'n2')],
  ],
  ['a few boxes', many(19, '')],
  [
    'boxes with texts',
    [...many(6, ''), ...Array.from({ length: 20 }, (_, i) => cell(`t${i}`, `T${i}`, '', 10 + i))],
  ],
] as const)('not %s', (_, cells) => {
  const { graphs, messages } = readDrawio(page(cells))
  expect(messages.filter(({ code }) => code === 'repair/no-graph')).toEqual([])
  expect(graphs[0]!.nodes.size).toBe(cells.filter(text => text.includes('vertex')).length)
})

test('what a line ends at is a node on any page', () => {
  const walls = [...many(3, 'shape=mxgraph.floorplan.wall;'), line('e', 'n0', 'n1')]
  expect([...readDrawio(page(walls)).graphs[0]!.nodes.keys()]).toEqual(['n0', 'n1'])
})

test('a sequence is read as who speaks to whom, with a message', () => {
  const life = 'shape=umlLifeline;perimeter=lifelinePerimeter;container=1;'
  const { graphs, messages } = readDrawio(
    page([cell('u', 'User', life, 0), cell('s', 'Shop', life, 1), line('e', 'u', 's')]),
  )
  expect(graphs[0]!.edges.map(({ from, to }) => [from.id, to.id])).toEqual([['u', 's']])
  expect(messages.map(({ code, text }) => [code, text])).toEqual([
    [
      'repair/no-graph',
      'The page shows a sequence, with 2 lifelines. They are read as nodes and messages as edges: who speaks to whom, and not when.',
    ],
  ])
})
