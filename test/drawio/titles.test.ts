/** Boxes whose title is a text of its own in a corner. */
import { describe, expect, test } from 'vitest'
import { drawio } from '../../converters/drawio/index.js'
import { updateDrawio } from '../../converters/drawio/put/update.js'
import { readDrawio } from '../../converters/drawio/read/read.js'
import { mermaid } from '../../converters/mermaid/index.js'
import { convertWith } from '../../src/convert.js'
import { differences } from './same-cells.js'

type Box = readonly [x: number, y: number, width: number, height: number]

const cell = (id: string, value: string, style: string, [x, y, width, height]: Box, parent = '1'): string =>
  `<mxCell id="${id}" value="${value}" style="${style}" vertex="1" parent="${parent}"><mxGeometry x="${x}" y="${y}" width="${width}" height="${height}" as="geometry"/></mxCell>`
const line = (source: string, target: string): string =>
  `<mxCell id="l" style="html=1;" edge="1" parent="1" source="${source}" target="${target}"><mxGeometry relative="1" as="geometry"/></mxCell>`
const page = (...cells: string[]): string =>
  `<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>${cells.join('')}</root></mxGraphModel>`

const FRAME = 'rounded=1;html=1;fillColor=#dae8fc;'
const frame = cell('box', '', FRAME, [0, 0, 300, 160])
const fire = cell('a', 'Firewall', 'rounded=1;html=1;', [40, 60, 100, 50])
const title = (box: Box, parent?: string, text = 'Hub VNet'): string =>
  cell('t', text, 'text;html=1;fontStyle=1;', box, parent)

function shown(file: string, options = {}) {
  const { graphs, messages } = readDrawio(file, options)
  return {
    groups: [...graphs[0]!.groups.values()].map(({ id, label }) => [id, label.text]),
    nodes: [...graphs[0]!.nodes.values()].map(({ id, group }) => [id, group]),
    titles: messages.filter(({ code }) => code === 'repair/inferred-title').map(({ text }) => text),
  }
}

const AT_TOP: Box = [10, 5, 120, 20]
const HUB = { groups: [['box', 'Hub VNet']], nodes: [['a', 'box']] }

describe('is the label of its box', () => {
  test.each<[string, string]>([
    ['at the upper left', page(frame, title(AT_TOP), fire)],
    ['at the upper right', page(frame, title([170, 5, 120, 20]), fire)],
    ['in the middle of the upper edge', page(frame, title([90, 0, 120, 30]), fire)],
    ['at the lower right', page(frame, title([170, 135, 120, 20]), fire)],
    [
      'in the box itself',
      page(frame, title(AT_TOP, 'box'), cell('a', 'F', 'html=1;', [40, 60, 100, 50], 'box')),
    ],
    [
      'without the word of a text',
      page(frame, cell('t', 'Hub VNet', 'html=1;strokeColor=none;fillColor=none;', AT_TOP), fire),
    ],
  ])('%s', (_, file) => {
    expect(shown(file)).toEqual({
      ...HUB,
      titles: [
        '“Hub VNet” stands at the edge of “box”, a box without a label. It is read as the box’s title; `-O infer=false` switches this off.',
      ],
    })
  })
})

describe('is the task between those who take part', () => {
  const band = (id: string, value: string, y: number, height: number): string =>
    cell(id, value, 'html=1;', [0, y, 120, height], 'box')
  const task = (bands: string): string =>
    page(
      cell('box', '', 'rounded=1;html=1;container=1;', [0, 0, 120, 100]),
      bands,
      cell('b', 'B', 'html=1;', [300, 20, 80, 40]),
    )
  const buys = task(
    band('x', 'Buyer', 0, 20) + band('m', 'Order', 20, 60) + band('y', 'Seller', 80, 20) + line('m', 'b'),
  )

  test('of a box of BPMN’s choreographies, and lines at it are lines at the box', async () => {
    expect(shown(buys)).toEqual({
      groups: [['box', 'Order']],
      nodes: [
        ['x', 'box'],
        ['y', 'box'],
        ['b', undefined],
      ],
      titles: [
        '“Order” stands between the bands of “box”, a box without a label. It is read as the box’s title; `-O infer=false` switches this off.',
      ],
    })
    const [graph] = readDrawio(
      buys.replace('</root>', `${line('box', 'b').replace('"l"', '"l2"')}</root>`),
    ).graphs
    expect(graph!.edges.map(({ from, to }) => `${from.kind} ${from.id} ${to.id}`)).toEqual([
      'group box b',
      'group box b',
    ])
    expect(graph!.direction).toBe('LR')
    const { text } = await convertWith(drawio, drawio, buys)
    expect(differences(buys, text)).toEqual([])
    expect(shown(text)).toEqual({ ...shown(buys), titles: [] })
  })

  test.each<[string, string]>([
    ['of two bands', task(band('x', 'Buyer', 0, 20) + band('m', 'Order', 20, 80))],
    [
      'where none is the highest',
      task(band('x', 'A', 0, 30) + band('m', 'M', 30, 40) + band('y', 'C', 70, 30)).replace(
        'height="40"',
        'height="30"',
      ),
    ],
    [
      'where the first is the highest',
      task(band('x', 'A', 0, 60) + band('m', 'M', 60, 20) + band('y', 'C', 80, 20)),
    ],
    [
      'where a band has no text',
      task(band('x', '', 0, 20) + band('m', 'M', 20, 60) + band('y', 'C', 80, 20)),
    ],
    ['where they leave room', task(band('x', 'A', 0, 20) + band('m', 'M', 25, 50) + band('y', 'C', 80, 20))],
  ])('and none %s', (_, file) => expect(shown(file).groups).toEqual([['box', '']]))
})

describe('is a node', () => {
  test.each<[string, string]>([
    ['in the middle of the box', page(frame, title([150, 70, 120, 20]), fire)],
    ['a line ends at it', page(frame, title(AT_TOP), fire, line('t', 'a'))],
    ['the box has a label', page(cell('box', 'Hub', FRAME, [0, 0, 300, 160]), title(AT_TOP), fire)],
    ['two of them', page(frame, title(AT_TOP), fire, cell('u', 'West', 'text;html=1;', [170, 5, 120, 20]))],
    ['it fills the box', page(frame, title([10, 5, 280, 140]), fire)],
    [
      'it has a link',
      page(
        frame,
        title(AT_TOP).replace(
          /<mxCell id="t" value="(.*?)"(.*)<\/mxCell>/,
          '<object label="$1" link="https://a.example" id="t"><mxCell$2</mxCell></object>',
        ),
        fire,
      ),
    ],
  ])('%s', (_, file) => {
    const { nodes, titles } = shown(file)
    expect(nodes.map(([id]) => id)).toContain('t')
    expect(titles).toEqual([])
  })

  test('with infer=false', () => {
    const file = page(frame, title(AT_TOP), fire)
    expect(shown(file, { infer: 'false' }).nodes.map(([id]) => id)).toEqual(['box', 't', 'a'])
  })
})

describe('its cell', () => {
  const files = [
    page(frame, title(AT_TOP), fire),
    page(frame, title(AT_TOP, 'box'), cell('a', 'F', 'html=1;', [40, 60, 100, 50], 'box')),
    page(frame, title(AT_TOP, '1', '&lt;b&gt;Hub&lt;/b&gt;&lt;div&gt;VNet&lt;/div&gt;'), fire),
    page(cell('box', '&lt;br&gt;', FRAME, [0, 0, 300, 160]), title(AT_TOP), fire),
  ]
  test.each(files)('stays, and is the title again: %#', async file => {
    const { text } = await convertWith(drawio, drawio, file)
    expect(differences(file, text)).toEqual([])
    const again = readDrawio(text).graphs[0]!
    const first = readDrawio(file).graphs[0]!
    expect(again.groups.get('box')!.label).toEqual(first.groups.get('box')!.label)
    expect([...again.nodes.keys()]).toEqual(['a'])
  })

  test('stays where it lies over the titles of other boxes', async () => {
    const boxAt = (id: string, x: number): string => cell(id, '', FRAME, [x, 0, 300, 160])
    const titleAt = (id: string, x: number): string =>
      cell(id, id, 'text;html=1;strokeColor=none;fillColor=none;', [x + 10, 5, 80, 20])
    const inside =
      cell('a', 'A', 'html=1;', [40, 60, 100, 50]) + cell('b', 'B', 'html=1;', [440, 60, 100, 50])
    const file = page(boxAt('first', 0), boxAt('second', 400), titleAt('Two', 400), titleAt('One', 0), inside)
    expect(shown(file).titles).toHaveLength(2)
    const { text } = await convertWith(drawio, drawio, file)
    expect(differences(file, text)).toEqual([])
  })

  test('says what the label says now', async () => {
    const { text } = await convertWith(drawio, drawio, files[0]!)
    const { text: source } = await convertWith(drawio, mermaid, text)
    const [graph] = mermaid.read!(source.replace('Hub VNet', 'Spoke'), {}).graphs
    const { text: updated } = updateDrawio(text, [{ graph: graph! }])
    expect(updated).toContain('id="t" value="Spoke"')
    expect(readDrawio(updated).graphs[0]!.groups.get('box')!.label.text).toBe('Spoke')
    expect(differences(text, updated).length).toBe(1)
  })

  test('gives way to a label that a person gave the box', async () => {
    const { text } = await convertWith(drawio, drawio, files[0]!)
    const named = text.replace('label="" id="box"', 'label="Own" id="box"')
    expect(readDrawio(named).graphs[0]!.groups.get('box')!.label.text).toBe('Own')
  })
})

test('an empty tooltip is none in Mermaid', async () => {
  const file = page(
    '<object label="A" link="https://a.example" tooltip="" id="a"><mxCell style="html=1;" vertex="1" parent="1"><mxGeometry width="80" height="40" as="geometry"/></mxCell></object>',
  )
  const { text } = await convertWith(drawio, mermaid, file)
  expect(text).toContain('click a "https://a.example"\n')
})
