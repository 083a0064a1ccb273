/** draw.io to draw.io is safe on what people and tools really write: small files, each with what must come of it. */
import { expect, test } from 'vitest'
import { isAsWritten } from '../../converters/drawio/document/digest.js'
import { textOfHtml } from '../../converters/drawio/document/html.js'
import { drawio } from '../../converters/drawio/index.js'
import { readDrawio } from '../../converters/drawio/read/read.js'
import { convertWith } from '../../src/convert.js'
import { BLOCKS } from './blocks.js'
import { differences } from './same-cells.js'

const page = (cells: string): string =>
  `<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>${cells}</root></mxGraphModel>`
const shape = (id: string, value: string, style = 'html=1;', parent = '1', place = 'x="20" y="20"'): string =>
  `<mxCell id="${id}" value="${value}" style="${style}" vertex="1" parent="${parent}"><mxGeometry ${place} width="100" height="40" as="geometry"/></mxCell>`
const graphOf = (text: string) => readDrawio(text).graphs[0]!

async function same(text: string): Promise<void> {
  for (const options of [{}, { infer: 'false' }]) {
    const { text: written, messages } = await convertWith(drawio, drawio, text, { options })
    expect(messages.filter(({ code }) => code.startsWith('loss/'))).toEqual([])
    expect(differences(text, written)).toEqual([])
  }
}

test('layers, whatever they are called and in whatever order', async () => {
  const layers =
    '<mxCell id="0"/><mxCell id="bg" value="Back" style="locked=1;" parent="0"/><mxCell id="1" value="Main" parent="0"/>'
  await same(
    `<mxGraphModel><root>${layers}${shape('2', 'A')}${shape('3', 'B', 'html=1;', 'bg')}</root></mxGraphModel>`,
  )
  const renamed = '<UserObject label="" id="r"><mxCell/></UserObject><mxCell id="l" parent="r"/>'
  await same(
    `<mxGraphModel><root>${renamed}${shape('0', 'A', 'html=1;', 'l')}${shape('1', 'B', 'html=1;', 'l')}</root></mxGraphModel>`,
  )
})

test('shapes beside the layers', async () => {
  await same(page(shape('a', 'A', 'html=1;', '0') + shape('b', 'B')))
  const { graphs } = readDrawio(
    `<mxGraphModel><root><mxCell id="0"/>${shape('a', 'A', 'html=1;', '0')}</root></mxGraphModel>`,
  )
  expect([...graphs[0]!.nodes.keys()]).toEqual(['a'])
})

test('geometry as the file says it', async () => {
  const edge = '<mxCell id="e" style="html=1;" edge="1" parent="1" source="a" target="b">'
  const ends = shape('a', 'A') + shape('b', 'B', 'html=1;', '1', 'x="300.33333333" y="-0.00000001"')
  await same(page(`${ends}${edge}<mxGeometry x="710" y="-110" as="geometry"/></mxCell>`))
  await same(
    page(
      `${ends}${edge}<mxGeometry relative="1" as="geometry"><Array as="points"><mxPoint x="1.23456789" y="2"/></Array></mxGeometry></mxCell>`,
    ),
  )
  await same(page(shape('s', 'S', '', '1', 'x="2147483648" y="1e300"')))
})

test('a strip whose size draw.io knows by itself', async () => {
  await same(page(shape('s', 'Lane', 'swimlane;html=1;')))
})

test('what lies on a box is read in it, and stays where it stands', async () => {
  const lying = page(BLOCKS.at(-1)!('k', '1'))
  const { graphs } = readDrawio(lying)
  expect([...graphs[0]!.nodes.values()].map(({ id, group }) => [id, group])).toEqual([
    ['ka', 'k'],
    ['kb', 'k'],
  ])
  await same(lying)
  const { text } = await convertWith(drawio, drawio, lying)
  expect(graphOf(text).nodes.get('ka')!.group).toBe('k')
  // Moved off the box by a person, it no longer belongs there.
  expect(graphOf(text.replace('x="1120"', 'x="2000"')).nodes.get('ka')!.group).toBeUndefined()
})

test.each(BLOCKS.map((block, i) => [i, block] as const))('thing %i of the sidebar', async (_, block) => {
  await same(`<mxfile><diagram name="P">${page(block('k', '1'))}</diagram></mxfile>`)
})

test('rows of both kinds are lanes, cards stand in them, column titles are named', () => {
  for (const block of [BLOCKS[4]!, BLOCKS[5]!]) {
    const { graphs, messages } = readDrawio(page(block('k', '1')))
    const { nodes, groups, edges } = graphs[0]!
    expect([...groups.values()].map(({ label, kind }) => [label.text, kind])).toEqual([['Candidate', 'lane']])
    expect([...nodes.values()].map(({ id, group }) => [id, group])).toEqual([
      ['ka', 'kr'],
      ['kb', 'kr'],
    ])
    expect(edges.map(({ from, to }) => [from.id, to.id])).toEqual([['ka', 'kb']])
    expect(messages.find(({ code }) => code === 'repair/column-titles')?.text).toContain(
      '“Phase 1”, “Phase 2”',
    )
  }
})

test('a title that is empty stays empty, and one that says what the fields say stays', async () => {
  const stack = 'swimlane;childLayout=stackLayout;horizontal=1;startSize=26;horizontalStack=0;html=1;'
  for (const title of ['', 'A'])
    await same(page(shape('s', title, stack) + shape('a', 'A', 'text;html=1;', 's', 'y="26"')))
})

test('a task of BPMN is a shape while nothing stands in it', () => {
  const task = 'shape=mxgraph.bpmn.task2;html=1;container=1;expand=0;collapsible=0;taskMarker=user;'
  expect(graphOf(page(shape('t', 'Ask', task))).nodes.get('t')!.shape).toBe('bpmn-activity')
  const around = graphOf(page(shape('t', 'Ask', task) + shape('in', 'In', 'html=1;', 't')))
  expect([...around.groups.keys()]).toEqual(['t'])
})

test('a picture of a Mermaid diagram is named, with its text', () => {
  const { messages } = readDrawio(page(BLOCKS[6]!('k', '1')))
  const said = messages.find(({ code }) => code === 'repair/mermaid-picture')
  expect(said?.severity).toBe('warning')
  expect(said?.text).toContain('graph TD\nA --> B')
})

test.each([
  ['Login<br>', 'Login'],
  ['Two<div><br></div>', 'Two'],
  ['<div>Four</div><div><br></div><div>Five</div>', 'Four\n\nFive'],
  ['<div>A<br></div><div>B</div>', 'A\nB'],
  ['A<br><br>', 'A\n'],
  ['<<abstract>>\nShape', '<<abstract>>\nShape'],
  ['List<T>', 'List<T>'],
  // The picture that somebody pasted has no text.
  ['<svg viewBox="0 0 8 8"><path d="M0 0h8"></path></svg>', ''],
  ['<path d="M0 0"></path>and </path>', 'and '],
  ['<svg viewBox="0 0 8 8"><defs></defs><g><path d="M0 0"/></g></svg>x List<T>', 'x List<T>'],
  ['<svg/>x List<T>', 'x List<T>'],
  ['<T></T>', '<T></T>'],
  ['<b>x</b>', 'x'],
] as const)('the text of %s', (html, text) => {
  expect(textOfHtml(html)).toBe(text)
})

test('words between angle brackets stay, and what runs goes', async () => {
  await same(
    page(shape('a', '&lt;&lt;abstract&gt;&gt;&#10;Shape') + shape('b', 'x &lt; 3 &lt;b&gt;y&lt;/b&gt;')),
  )
  const { text } = await convertWith(
    drawio,
    drawio,
    page(shape('a', '&lt;&lt;T&gt;&lt;img src=x onerror=run()&gt;')),
  )
  expect(text).not.toMatch(/ label="[^"]*onerror/)
})

test('a < in an attribute has its place and its fix', () => {
  const text = page(shape('a', '<b>A</b>'))
  const [said] = readDrawio(text).messages
  expect([said!.text, text.slice(...said!.at!)]).toEqual(['A < in an attribute is written &lt;.', '<'])
  expect(said!.fix?.edits).toEqual([{ start: said!.at![0], end: said!.at![1], text: '&lt;' }])
})

test('cells from the clipboard', () => {
  const text = encodeURIComponent(page(shape('a', 'Hi')))
  expect(drawio.sniff!(text)).toBe(true)
  expect(graphOf(text).nodes.get('a')!.label.text).toBe('Hi')
})

test.each(['<m', '<mxfile', '<mxGraphModel a', '<'])('the place of a mistake in %s lies in it', text => {
  for (const { at } of readDrawio(text).messages) {
    expect(at![0]).toBeLessThanOrEqual(at![1])
    expect(at![1]).toBeLessThanOrEqual(text.length)
  }
})

test('a file holds the digest of what was written', async () => {
  const text = page(shape('a', 'A'))
  for (const compress of [false, true]) {
    const { text: written } = await convertWith(drawio, drawio, text, { options: { compress } })
    expect(isAsWritten(written)).toBe(true)
    expect(isAsWritten(written.replaceAll('\n', '\r\n'))).toBe(true)
    expect(isAsWritten(written.replace('</diagram>', ' </diagram>'))).toBe(false)
    expect(isAsWritten(written.replace(/ diaglot-digest="[^"]*"/, ''))).toBe(false)
  }
})
