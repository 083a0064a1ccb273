/** Marks show no id, and circles without a text are small. */
import { expect, test } from 'vitest'
import { dot, readDot } from '../../converters/dot/index.js'
import { drawio, readDrawio } from '../../converters/drawio/index.js'
import { mermaid, readMermaid } from '../../converters/mermaid/index.js'
import { svg } from '../../converters/svg/index.js'
import { convertWith } from '../../src/convert.js'
import { layOut } from '../../src/layout/layout.js'

const points = 'digraph { s [shape=point]; t [shape=point, label="Begin"]; s -> a; t -> a }'
const marks =
  'flowchart TD\n a@{ shape: fork }\n b@{ shape: f-circ }\n c@{ shape: cross-circ }\n d@{ shape: fork, label: "Join" }\n a --> b --> c --> d'

/** What the cells of nodes show, by their ids. */
const labels = (page: string) =>
  new Map(
    [...page.matchAll(/<object label="([^"]*)" id="([^"]*)">\s*<mxCell [^>]*vertex/g)].map(
      ([, label, id]) => [id, label] as const,
    ),
  )

const texts = (picture: string) => [...picture.matchAll(/<text[^>]*>([^<]*)</g)].map(([, text]) => text)

test('a point of DOT shows its label only if somebody gave it one', async () => {
  const { text } = await convertWith(dot, drawio, points)
  expect(Object.fromEntries(labels(text))).toEqual({ s: '', t: 'Begin', a: 'a' })
  const { files } = await convertWith(dot, svg, points)
  expect(texts(files[0]!.text).sort()).toEqual(['Begin', 'a'])
})

test('so do the marks of Mermaid', async () => {
  const { text } = await convertWith(mermaid, drawio, marks)
  expect(Object.fromEntries(labels(text))).toEqual({ a: '', b: '', c: '', d: 'Join' })
  const { files } = await convertWith(mermaid, svg, marks)
  expect(texts(files[0]!.text)).toEqual(['Join'])
})

test('the id is still the label of the node for other formats, and on the way back', async () => {
  const page = (await convertWith(dot, drawio, points)).text
  const [graph] = readDrawio(page).graphs
  expect([...graph!.nodes.values()].map(({ id, label }) => [id, label.text])).toEqual([
    ['s', 's'],
    ['t', 'Begin'],
    ['a', 'a'],
  ])
  const back = (await convertWith(drawio, dot, page)).text
  const [again] = readDot(back).graphs
  expect(again!.nodes.get('s')!.label.text).toBe('s')
  expect(again!.nodes.get('t')!.label.text).toBe('Begin')
})

test('a person who names a mark by its id in draw.io keeps the name', async () => {
  const cell = (id: string, value: string, x: number) =>
    `<mxCell id="${id}" value="${value}" style="ellipse;aspect=fixed;fillColor=#000000;verticalLabelPosition=bottom;verticalAlign=top;html=1;" vertex="1" parent="1"><mxGeometry x="${x}" y="40" width="14" height="14" as="geometry"/></mxCell>`
  const page = `<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>${cell('in', 'in', 40)}${cell('x', '', 140)}<mxCell id="e" style="html=1;" edge="1" parent="1" source="in" target="x"><mxGeometry relative="1" as="geometry"/></mxCell></root></mxGraphModel>`
  const { text } = await convertWith(drawio, drawio, page)
  expect(text).toContain('label="in"')
  const written = (await convertWith(dot, drawio, points)).text
  const named = written.replace('<object label="" id="s">', '<object label="s" id="s">')
  expect((await convertWith(drawio, drawio, named)).text).toContain('label="s" id="s"')
})

test('a circle without a text is a mark: smaller than any with one', async () => {
  const { graphs } = readMermaid('flowchart LR\n a(( )) --> b((A))\n b --> c((( )))')
  const { layout } = await layOut(graphs[0]!)
  const widths = ['a', 'b', 'c'].map(id => layout.nodes.get(id)!.width)
  expect(widths).toEqual([30, 60, 30])
})
