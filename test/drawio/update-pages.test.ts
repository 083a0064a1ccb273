/** Which page and which layer of a file is brought up to date, and what pages are called that have their names from files. */
import { expect, test } from 'vitest'
import { drawio } from '../../converters/drawio/index.js'
import { mermaid } from '../../converters/mermaid/index.js'
import { convertWith } from '../../src/convert.js'
import { readWith } from '../../src/read.js'
import { lowerFor } from '../laws/laws.js'

const source = 'flowchart LR\n  a[Cart] --> b[Pay]\n  b --> c[Mail]\n'

const box = (id: string, value: string, x: number, parent: string) =>
  `        <mxCell id="${id}" value="${value}" style="html=1;" vertex="1" parent="${parent}"><mxGeometry x="${x}" y="40" width="120" height="60" as="geometry" /></mxCell>`
const page = (name: string, b: string) => `  <diagram id="${name}" name="${name}">
    <mxGraphModel>
      <root>
        <mxCell id="0"/>
        <mxCell id="1" parent="0"/>
        <mxCell id="notes" value="Notes" parent="0"/>
${box('a', 'Cart', 40, '1')}
${box('b', b, 240, '1')}
        <mxCell id="e" edge="1" source="a" target="b" parent="1"><mxGeometry relative="1" as="geometry" /></mxCell>
      </root>
    </mxGraphModel>
  </diagram>
`
const file = `<mxfile host="app.diagrams.net">\n${page('Old', 'Pays')}${page('New', 'Paying')}</mxfile>\n`
const update = async (options: Readonly<Record<string, string>>) => {
  const { text, messages } = await convertWith(mermaid, drawio, source, { existing: file, options })
  return {
    text,
    said: messages.filter(({ severity }) => severity === 'error').map(({ text: words }) => words),
  }
}
const labels = (text: string) =>
  readWith(drawio, text).graphs.map(({ nodes }) => [...nodes.values()].map(({ label }) => label.text))

test.each(['New', '2'])('the page %s', async wanted => {
  const { text, said } = await update({ page: wanted })
  expect(said).toEqual([])
  expect(labels(text)).toEqual([
    ['Cart', 'Pays'],
    ['Cart', 'Pay', 'Mail'],
  ])
  expect(text.startsWith(file.slice(0, file.indexOf('  <diagram id="New"')))).toBe(true)
})

test.each([
  [{ page: 'Newest' }, 'The file has no page “Newest” to bring up to date. Its pages: “Old”, “New”.'],
  [{ page: '3' }, 'The file has no page “3” to bring up to date. Its pages: “Old”, “New”.'],
  [
    { page: 'New', layer: 'Note' },
    'The page has no layer “Note” for what is new. Its layers: “Background”, “Notes”.',
  ],
])('%o is not there', async (options, words) =>
  expect(await update(options)).toEqual({ text: file, said: [words] }),
)

test.each(['Notes', '2'])(
  'what is new goes on the layer %s, and everything else stays where it is',
  async layer => {
    const { text, said } = await update({ page: 'New', layer })
    expect(said).toEqual([])
    const parents = [
      ...text.slice(text.indexOf('name="New"')).matchAll(/<mxCell [^>]*(?:vertex|edge)="1"[^>]*>/g),
    ]
    // What comes new stands right behind its layer in the file, which is before the cells of the other one.
    expect(parents.map(([cell]) => /parent="([^"]*)"/.exec(cell)![1])).toEqual([
      'notes',
      'notes',
      '1',
      '1',
      '1',
    ])
    expect(labels(text)[1]).toEqual(['Cart', 'Pay', 'Mail'])
  },
)

test('only the page that is asked for is read', () => {
  const read = (wanted: string) => readWith(drawio, file, { page: wanted })
  expect(read('New').graphs.map(({ title }) => title)).toEqual(['New'])
  expect(read('9').messages.map(({ text }) => text)).toEqual([
    'The file has no page “9”. Its pages: “Old”, “New”.',
  ])
})

test('the name of a file on a page’s tab is no title that somebody gave the page', async () => {
  const [graph] = readWith(mermaid, source).graphs
  const { graph: lowered } = lowerFor(drawio, graph!)
  const written = drawio.write!([{ graph: lowered, from: 'mermaid', name: 'shop' }], {})
  expect(written).toContain('name="shop"')
  const edited = written.replace('label="Pay"', 'label="Paid"')
  const { messages, text } = await convertWith(mermaid, drawio, source.replace('Mail', 'Post'), {
    existing: edited,
  })
  expect(messages.map(({ text: words }) => words)).toEqual([
    'The node “b” (Paid) keeps the label of the drawing; the source says otherwise.',
    'The node “c” (Post) was called “Mail” in the drawing; it is “Post” in the source.',
  ])
  expect(text).toContain('name="shop"')
})
