/** What of a draw.io page does not stand in the text of another format: ids that its editor makes up, and pictures of thousands of signs. */
import { expect, test } from 'vitest'
import { convert, put, read } from '../../src/index.js'

const page = (...cells: string[]): string =>
  `<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>${cells.join('')}</root></mxGraphModel>`
const cell = (id: string, value: string, style: string, parent = '1'): string =>
  `<mxCell id="${id}" value="${value}" style="html=1;${style}" vertex="1" parent="${parent}"><mxGeometry x="20" y="20" width="300" height="200" as="geometry"/></mxCell>`

test.each([
  ['7PZRSBBPVUtVCt-MlJ0d-3', 'a8098c1a-f86e-11da-bd1a-00112444be1e', ['Lane', 'Lane_2']],
  ['Team', 'Ops', ['Team', 'Ops']],
])('the lane of a group without a title has no made-up id: %s', async (one, two, lanes) => {
  const file = page(
    cell(one, '', 'container=1;'),
    cell('a', 'A', '', one),
    cell(two, '', 'container=1;'),
    cell('b', 'B', '', two),
  )
  const { text } = await convert(file, { to: 'flowzap' })
  expect([...text.matchAll(/^(\w+) \{ # (.*)$/gm)].map(([, id, label]) => [id, label])).toEqual(
    lanes.map(lane => [lane, lane]),
  )
})

test('a lane with a title has an id that is made of it', async () => {
  const id = 'a8098c1a-f86e-11da-bd1a-00112444be1e'
  const { text } = await convert(page(cell(id, 'Order desk', 'container=1;'), cell('a', 'A', '', id)), {
    to: 'flowzap',
  })
  expect(text).toContain('OrderDesk { # Order desk')
})

const picture = (size: number): string => `data:image/png;base64,${'A'.repeat(size)}`

test.each(['mermaid', 'dot'] as const)(
  'a picture of 20 KB stands in no %s, and a small one does',
  async to => {
    const file = page(
      cell('a', 'A', `shape=image;image=${picture(20_000).replace(';base64', '')};`),
      cell('b', 'B', `shape=image;image=${picture(200).replace(';base64', '')};`),
    )
    const { text, messages } = await convert(file, { to })
    expect(text.length).toBeLessThan(1000)
    expect(text).toContain(picture(200))
    expect(messages.filter(({ code }) => code === 'loss/image').map(({ text }) => text)).toEqual([
      `The picture of node “a” is a text of 20022 characters, too long for ${to === 'dot' ? 'Graphviz DOT' : 'Mermaid'}: it is left out.`,
    ])
  },
)

test('a text that has such a picture itself keeps it', async () => {
  const text = `flowchart\n    a@{ img: "${picture(20_000)}", label: "A" }\n`
  expect((await convert(text, { from: 'mermaid', to: 'mermaid' })).text).toBe(text)
  const [graph] = read(text, { format: 'mermaid' }).graphs
  const node = graph!.nodes.get('a')!
  const named = { ...graph!, nodes: new Map([['a', { ...node, label: { text: 'B' } }]]) }
  expect(put(text, named, { format: 'mermaid' }).text).toBe(text.replace('"A"', '"B"'))
})
