/** What a person calls a shape whose cell has no text, and which box a line means that ends at the text on it. */
import { describe, expect, test } from 'vitest'
import { drawio, readDrawio } from '../../converters/drawio/index.js'
import { mermaid } from '../../converters/mermaid/index.js'
import { convertWith } from '../../src/convert.js'
import { put } from '../../src/index.js'
import { sameFormat } from '../laws/laws.js'
import { line, page } from './page-of-cells.js'
import { differences } from './same-cells.js'

const vertex = (style: string, geometry: string, more = ''): string =>
  `<mxCell ${more}style="${style}" vertex="1" parent="1"><mxGeometry ${geometry} as="geometry"/></mxCell>`
const cell = (id: string, label: string, style: string, geometry: string): string =>
  vertex(style, geometry, `id="${id}" value="${label}" `)

const labelsOf = (text: string, options = {}): string[] =>
  [...readDrawio(text, options).graphs[0]!.nodes.values()].map(({ label }) => label.text)
const edgesOf = (text: string): string[] =>
  readDrawio(text).graphs[0]!.edges.map(({ from, to }) => `${from.id} ${to.id}`)

/** Cell for cell, and the same graph again. */
async function kept(text: string): Promise<void> {
  expect(await sameFormat(drawio, text)).toBeUndefined()
  const { text: again } = await convertWith(drawio, drawio, text)
  expect(differences(text, again)).toEqual([])
  expect(labelsOf(again)).toEqual(labelsOf(text))
  expect(edgesOf(again)).toEqual(edgesOf(text))
}

const BOX = 'rounded=1;html=1;'
const TEXT = 'text;html=1;strokeColor=none;fillColor=none;align=center;'
const api = cell('api', 'API', BOX, 'x="300" width="80" height="40"')
const image = (address: string): string =>
  page(
    cell('i', '', `shape=image;html=1;image=${address};`, 'width="48" height="48"'),
    api,
    line('e', 'i', 'api'),
  )

describe('what draw.io pastes into a label as letters of no size', () => {
  const pasted = (style: string, inner = '%3CmxGraphModel%3E') =>
    page(
      cell(
        'a',
        `Pay&lt;br&gt;&lt;span style=&quot;${style}&quot;&gt;${inner}&lt;/span&gt;`,
        BOX,
        'width="80" height="40"',
      ),
      api,
    )

  test.each([
    'font-size: 0px',
    'color: rgba(0, 0, 0, 0); font-family: monospace; font-size: 0px; text-align: start;',
    'font-size:0',
  ])('is no text: %s', async style => {
    expect(labelsOf(pasted(style))).toEqual(['Pay', 'API'])
    await kept(pasted(style))
  })

  test('also with elements of its name in it, and not what stands behind it', () => {
    const inner = '%3C&lt;span&gt;x&lt;/span&gt;%3E&lt;/span&gt;&lt;b&gt;now&lt;/b&gt;&lt;span&gt;'
    expect(labelsOf(pasted('font-size: 0px', inner))[0]).toBe('Pay\nnow')
  })

  test.each(['font-size: 0.8em', 'font-size: 10px', ''])('but not what is seen: %s', style => {
    expect(labelsOf(pasted(style, 'today'))[0]).toBe('Pay\ntoday')
  })
})

describe('a shape without a text is called', () => {
  test('by its tooltip', async () => {
    const text = page(
      `<UserObject label="" tooltip="Order store" id="d">${vertex('shape=cylinder3;html=1;', 'width="60" height="80"')}</UserObject>`,
      api,
      line('e', 'd', 'api'),
    )
    expect(labelsOf(text)).toEqual(['Order store', 'API'])
    expect(labelsOf(text, { infer: false })).toEqual(['', 'API'])
    const { text: source } = await convertWith(drawio, mermaid, text)
    expect(source).toContain('[(Order store)]')
    await kept(text)
  })

  test.each([
    ['https://example.com/icons/redis.svg', 'Redis'],
    ['/assets/load-balancer.png?size=48', 'Load balancer'],
    ['https://example.com/Mail%20Server.webp', 'Mail Server'],
  ])('by the file of its picture: %s', async (address, name) => {
    expect(labelsOf(image(address))).toEqual([name, 'API'])
    await kept(image(address))
  })

  test.each([
    'https://example.com/0f8fad5bd9cb469fa16570867728950e.png',
    'https://example.com/12345.png',
    'https://example.com/picture',
    'data:image/png,iVBORw0KGgo',
  ])('nothing where the file has no name that says anything: %s', async address => {
    expect(labelsOf(image(address))).toEqual(['', 'API'])
    await kept(image(address))
  })

  test('nothing by a tooltip that explains', () => {
    const text = page(
      `<UserObject label="" tooltip="${'It keeps what was ordered. '.repeat(4)}" id="d">${vertex(BOX, 'width="60" height="80"')}</UserObject>`,
      api,
    )
    expect(labelsOf(text)).toEqual(['', 'API'])
  })

  test('and shows a text once somebody gives it another name', async () => {
    const text = image('https://example.com/icons/redis.svg')
    const [graph] = readDrawio(text).graphs
    const nodes = new Map(graph!.nodes)
    nodes.set('i', { ...nodes.get('i')!, label: { text: 'Cache' } })
    const changed = await put(text, { ...graph!, nodes }, { format: 'drawio' })
    expect(changed.messages).toEqual([])
    expect(changed.text).toContain('id="i" value="Cache"')
    expect((await put(text, graph!, { format: 'drawio' })).text).toBe(text)
  })
})

describe('a box with a text on it', () => {
  const text = page(
    cell('box', '', BOX, 'width="160" height="300"'),
    cell('t', 'Sender', TEXT, 'x="5" y="120" width="150" height="40"'),
    api,
    line('e', 't', 'api'),
    line('f', 'api', 'box'),
  )

  test('is called by it, and what ends at the text ends at the box', async () => {
    expect(labelsOf(text)).toEqual(['Sender', 'API'])
    expect(edgesOf(text)).toEqual(['box api', 'api box'])
    await kept(text)
  })

  test('keeps the line at the text while the label changes', async () => {
    const [graph] = readDrawio(text).graphs
    const nodes = new Map(graph!.nodes)
    nodes.set('box', { ...nodes.get('box')!, label: { text: 'Payer' } })
    const changed = await put(text, { ...graph!, nodes }, { format: 'drawio' })
    expect(changed.messages).toEqual([])
    expect(changed.text.replaceAll(' />', '/>')).toBe(text.replace('value="Sender"', 'value="Payer"'))
  })

  test('is called by it where a line only comes near the text', () => {
    const loose = text
      .replace(/<mxCell id="e".*?<\/mxCell>/, '')
      .replace(
        '</root>',
        `<mxCell id="g" style="html=1;" edge="1" parent="1" target="api"><mxGeometry relative="1" as="geometry"><mxPoint x="158" y="130" as="sourcePoint"/></mxGeometry></mxCell></root>`,
      )
    expect(labelsOf(loose)).toEqual(['Sender', 'API'])
    expect(edgesOf(loose)).toEqual(['api box', 'box api'])
  })
})

test('a mark in a task is a part of it, and one that lines end at is a node that nobody is told of', () => {
  const text = page(
    cell('task', 'Send', BOX, 'width="120" height="60"'),
    cell('mark', '', 'shape=message;html=1;', 'x="5" y="5" width="20" height="14"'),
    cell('mail', 'Mail', 'shape=message;html=1;', 'x="300" width="60" height="40"'),
    line('e', 'task', 'mail'),
  )
  const { graphs, messages } = readDrawio(text)
  expect([...graphs[0]!.nodes.keys()]).toEqual(['task', 'mail'])
  expect(messages.map(({ code }) => code)).not.toContain('repair/unknown-shape')
})

test('the frames of IBM’s library are groups of what lies on them', () => {
  const text = page(
    cell('vpc', 'VPC', 'shape=mxgraph.ibm.box;prType=vpc;html=1;fillColor=none;', 'width="400" height="300"'),
    cell('a', 'A', BOX, 'x="40" y="80" width="80" height="40"'),
    cell('b', 'B', BOX, 'x="240" y="80" width="80" height="40"'),
  )
  const [graph] = readDrawio(text).graphs
  expect([...graph!.groups.values()].map(({ label }) => label.text)).toEqual(['VPC'])
  expect([...graph!.nodes.values()].map(({ group }) => group)).toEqual(['vpc', 'vpc'])
})

describe('C4', () => {
  const element = (id: string, name: string, type: string, geometry: string, style = BOX): string =>
    `<object placeholders="1" c4Name="${name}" c4Type="${type}" c4Technology="Go" c4Description="Does it" label="&lt;b&gt;%c4Name%&lt;/b&gt;&lt;div&gt;[%c4Type%: %c4Technology%]&lt;/div&gt;&lt;br&gt;&lt;div&gt;%c4Description%&lt;/div&gt;" id="${id}">${vertex(style, geometry)}</object>`
  const relation = (id: string, ends: string, points = ''): string =>
    `<object placeholders="1" c4Type="Relationship" c4Technology="HTTPS" c4Description="asks" label="&lt;div&gt;%c4Description%&lt;/div&gt;&lt;div&gt;[%c4Technology%]&lt;/div&gt;" id="${id}"><mxCell style="html=1;" edge="1" parent="1"${ends}><mxGeometry relative="1" as="geometry">${points}</mxGeometry></mxCell></object>`
  const boundary = `<object placeholders="1" c4Name="Shop" c4Type="SystemScopeBoundary" c4Application="Software System" label="&lt;div&gt;&lt;b&gt;%c4Name%&lt;/b&gt;&lt;/div&gt;&lt;div&gt;[%c4Application%]&lt;/div&gt;" id="shop">${vertex('rounded=1;html=1;dashed=1;fillColor=none;verticalAlign=bottom;align=left;container=1;', 'width="600" height="300"')}</object>`
  const text = page(
    boundary,
    element('web', 'Web', 'Container', 'x="40" y="40" width="200" height="100"'),
    element('api', 'API', 'Container', 'x="360" y="40" width="200" height="100"'),
    relation('e', ' source="web" target="api"'),
    relation('f', ' source="api"', '<mxPoint x="245" y="120" as="targetPoint"/>'),
  )

  test('shows its names, its boundary is a group, and its relations say what and by which technology', async () => {
    const [graph] = readDrawio(text).graphs
    expect([...graph!.groups.values()].map(({ label }) => label.text)).toEqual(['Shop\n[Software System]'])
    expect([...graph!.nodes.values()].map(({ label, group }) => [label.text, group])).toEqual([
      ['Web\n[Container: Go]\n\nDoes it', 'shop'],
      ['API\n[Container: Go]\n\nDoes it', 'shop'],
    ])
    expect(graph!.edges.map(({ from, to, label }) => [from.id, to.id, label.text])).toEqual([
      ['web', 'api', 'asks\n[HTTPS]'],
      ['api', 'web', 'asks\n[HTTPS]'],
    ])
    await kept(text)
  })

  test('is named in messages as it is seen', () => {
    const said = readDrawio(text)
      .messages.map(({ text: words }) => words)
      .join('\n')
    expect(said).toContain('“Web [Container: Go] Does it”')
    expect(said).not.toContain('%c4')
  })
})
