/** The title of a graph as a text on its page: where it stands, what a person makes of it, and what is read. */
import { expect, test } from 'vitest'
import { dot } from '../../converters/dot/index.js'
import { drawio, readDrawio } from '../../converters/drawio/index.js'
import { flowzap } from '../../converters/flowzap/index.js'
import { mermaid } from '../../converters/mermaid/index.js'
import { convertWith } from '../../src/convert.js'
import type { Graph } from '../../src/ir/model.js'

const SOURCE = '---\ntitle: Paying at the till\n---\nflowchart LR\n  a --> b\n'
const page = async (source = SOURCE): Promise<string> => (await convertWith(mermaid, drawio, source)).text
const graphOf = (text: string): Graph => readDrawio(text).graphs[0]!
/** Without what says that a page came from Mermaid. */
const bare = (text: string): string => text.replace(/ (mermaidId|diaglot-digest)="[^"]*"/g, '')
const LABEL = 'label="Paying at the till" id="title"'

test('stands above the drawing, is the title again, and no node', async () => {
  const text = await page()
  expect(text).toMatch(
    /<object label="Paying at the till" id="title">\s*<mxCell style="text;[^"]*fontSize=16;fontStyle=1;" vertex="1" parent="1">/,
  )
  const [title, node] = ['title', 'a'].map(id => {
    const [, y, height] = new RegExp(`id="${id}">[\\s\\S]*? y="(\\d+)"[^>]*height="(\\d+)"`).exec(text) ?? []
    return { top: Number(y), bottom: Number(y) + Number(height) }
  })
  expect(title!.top).toBeGreaterThanOrEqual(20)
  expect(title!.bottom).toBeLessThan(node!.top)
  const graph = graphOf(text)
  expect(graph.title).toBe('Paying at the till')
  expect([...graph.nodes.keys()]).toEqual(['a', 'b'])
  // Read again and written again it is the same file: nobody moved anything.
  expect(bare((await convertWith(drawio, drawio, text)).text)).toBe(bare(text))
})

test.each([
  ['DOT', dot, 'digraph { label="Till" a -> b }', 'Till'],
  ['Mermaid', mermaid, SOURCE, 'Paying at the till'],
] as const)('%s has it as a text', async (_, format, source, title) => {
  const { text } = await convertWith(format, drawio, source)
  expect(text).toContain(`label="${title}" id="title"`)
  expect(graphOf(text).title).toBe(title)
})

test('is written once where a pool shows it already, and not where there is none', async () => {
  const lanes = '# title: Shop\nShop { # Shop\n  n1: rectangle label:"Pay"\n}\n'
  const { text } = await convertWith(flowzap, drawio, lanes)
  expect(text).not.toContain('kind="title"')
  expect(await page('flowchart LR\n  a --> b\n')).not.toContain('kind="title"')
})

test('as a person edits it, it is the title: in the graph, in the source, and on the page', async () => {
  const edited = (await page()).replace(LABEL, 'label="Paying &amp;lt;online&amp;gt;" id="title"')
  expect(graphOf(edited).title).toBe('Paying <online>')
  expect((await convertWith(drawio, mermaid, edited)).text).toContain('title: "Paying \\u003conline>"')
  const again = (await convertWith(drawio, drawio, edited)).text
  expect(again).toContain('name="Paying &lt;online&gt;"')
  expect(graphOf(again).title).toBe('Paying <online>')
})

test('a page that a person named otherwise is called that, and so is the text when it is written again', async () => {
  const named = (await page()).replace('name="Paying at the till"', 'name="Till"')
  expect(graphOf(named).title).toBe('Till')
  expect((await convertWith(drawio, drawio, named)).text).toContain('label="Till" id="title"')
})

test('an emptied text is no title, a deleted one leaves the name of the page', async () => {
  const text = await page()
  expect(graphOf(text.replace(LABEL, 'label="" id="title"')).title).toBeUndefined()
  const deleted = text.replace(/ *<object label="Paying at the till" id="title">[\s\S]*?<\/object>\n/, '')
  expect(graphOf(deleted).title).toBe('Paying at the till')
  expect((await convertWith(drawio, drawio, deleted)).text).not.toContain('kind="title"')
})

test('its colour and place are a person’s, on the way through draw.io and in an update', async () => {
  const text = await page()
  const red = text.replace(/(id="title">\s*<mxCell style="[^"]*)/, '$1fontColor=#ff0000;')
  expect((await convertWith(drawio, drawio, red)).text).toMatch(
    /id="title">\s*<mxCell style="text;[^"]*fontColor=#ff0000;/,
  )
  const moved = red.replace(/(id="title">[\s\S]*?<mxGeometry x=")\d+/, '$1333')
  const again = (await convertWith(drawio, drawio, moved)).text
  expect(again).toMatch(/id="title">\s*<mxCell style="[^"]*fontColor=#ff0000;[^>]*>\s*<mxGeometry x="333"/)
  expect(graphOf(again.replace(LABEL, 'label="Till" id="title"')).title).toBe('Till')
  const source = SOURCE.replace('Paying at the till', 'Paying')
  const { text: updated } = await convertWith(mermaid, drawio, source, { existing: moved })
  expect(updated).toMatch(
    /label="Paying" id="title">\s*<mxCell style="[^"]*fontColor=#ff0000;[^>]*>\s*<mxGeometry x="333"/,
  )
  expect(graphOf(updated).title).toBe('Paying')
})

test('an update takes it away where the source has none any more, and leaves a page alone that never had it', async () => {
  const moved = (await page()).replace(/(id="a">[\s\S]*?<mxGeometry x=")\d+/, '$1333')
  const { text } = await convertWith(mermaid, drawio, 'flowchart LR\n  a --> b\n', { existing: moved })
  expect(graphOf(text).title).toBeUndefined()
  expect(text).not.toContain('kind="title"')
  const earlier = moved.replace(/ *<object label="Paying at the till" id="title">[\s\S]*?<\/object>\n/, '')
  expect((await convertWith(mermaid, drawio, SOURCE, { existing: earlier })).text).toBe(earlier)
})

test('a node that is called so keeps its id, and a line that somebody drew to the text makes a node of it', async () => {
  const text = await page('---\ntitle: T\n---\nflowchart LR\n  title --> b\n')
  expect([...graphOf(text).nodes.keys()]).toEqual(['title', 'b'])
  expect(graphOf(text).title).toBe('T')
  const tied = (await page()).replace(
    '</root>',
    '<mxCell id="e" edge="1" parent="1" source="title" target="b"><mxGeometry relative="1" as="geometry"/></mxCell></root>',
  )
  expect(graphOf(tied).nodes.get('title')?.label.text).toBe('Paying at the till')
})

test('is in the colours of the page’s theme, which are none of its own', async () => {
  const { text } = await convertWith(mermaid, drawio, SOURCE, { options: { theme: 'soft' } })
  expect(text).toMatch(/id="title">\s*<mxCell style="text;[^"]*fontColor=#1f2a37;/)
  const plain = await convertWith(drawio, drawio, text, { options: { theme: 'plain' } })
  expect(bare(plain.text)).toBe(bare(await page()))
})
