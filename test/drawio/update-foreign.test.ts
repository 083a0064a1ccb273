/** `--update` of a page that somebody else drew: what its reading found, is found on it again. */
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { drawio } from '../../converters/drawio/index.js'
import { mermaid } from '../../converters/mermaid/index.js'
import { convertWith } from '../../src/convert.js'
import type { Format } from '../../src/format.js'
import { sample } from '../setup/runs.js'
import { BLOCKS } from './blocks.js'
import { differences } from './same-cells.js'

const page = (...cells: string[]): string =>
  `<mxfile><diagram id="d" name="P"><mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>${cells.join('')}</root></mxGraphModel></diagram></mxfile>`
const shape = (id: string, value: string, place: string, style = 'html=1;'): string =>
  `<mxCell id="${id}" value="${value}" style="${style}" vertex="1" parent="1"><mxGeometry ${place} as="geometry"/></mxCell>`
const line = (id: string, from: string, to: string): string =>
  `<mxCell id="${id}" style="html=1;" edge="1" parent="1" source="${from}" target="${to}"><mxGeometry relative="1" as="geometry"/></mxCell>`

const BOX = shape('box', 'Zone', 'x="20" y="20" width="400" height="200"', 'rounded=1;html=1;')
const A = shape('a', 'A', 'x="40" y="60" width="80" height="40"')
const B = shape('b', 'B', 'x="240" y="60" width="80" height="40"')
const ZONE = page(BOX, A, B, line('e', 'a', 'b'))

/** The page as `--update` with a text of another file leaves it, and what is said of that. */
async function updated(existing: string, from: Format, text: string, infer = 'true') {
  const options = from === drawio ? { infer } : {}
  const { text: after, messages } = await convertWith(from, drawio, text, { existing, options })
  return {
    text: after,
    said: messages.filter(({ code }) => /update/.test(code)).map(({ text }) => text),
  }
}

const foreign = [
  ...readdirSync('corpus/drawio')
    .filter(file => file.endsWith('.drawio'))
    .map((file): [string, string] => [file, readFileSync(`corpus/drawio/${file}`, 'utf8')]),
  ...BLOCKS.map((block, i): [string, string] => [`thing ${i} of the sidebar`, page(block('k', '1'))]),
]

test.each(sample(foreign, 3))('%s is as it was, updated with itself', async (_, text) => {
  for (const infer of ['true', 'false'])
    expect(await updated(text, drawio, text, infer)).toEqual({ text, said: [] })
})

test('a box that others lie on is not drawn a second time', async () => {
  const source = 'flowchart\n  subgraph box[Zone]\n    a[A]\n    b[B]\n  end\n  a --> b\n'
  expect(await updated(ZONE, mermaid, source)).toEqual({ text: ZONE, said: [] })
  const more = await updated(ZONE, mermaid, source.replace('b[B]', 'b[Bee]\n    c[C]'))
  expect(more.said).toEqual([
    'The node “b” (Bee) was called “B” in the drawing; it is “Bee” in the source.',
    'The node “c” (C) was not in the drawing; it is added.',
  ])
  const changes = differences(ZONE, more.text)
  expect(changes).toHaveLength(2)
  expect(changes[0]).toContain('"label":"Bee"')
  expect(changes[1]).toBe('c is new')
  expect(more.text).toMatch(/<object label="C"[^>]*><mxCell [^>]*parent="box"/)
})

test('a box stays the group that it is in the source, whatever a person moved off it or onto it', async () => {
  const source = 'flowchart\n  subgraph box[Zone]\n    a[A]\n  end\n  a --> b[B]\n'
  const alone = page(BOX, A, shape('b', 'B', 'x="540" y="60" width="80" height="40"'), line('e', 'a', 'b'))
  expect(await updated(alone, mermaid, source)).toEqual({ text: alone, said: [] })
  // b lies on the box, and the source has it in no group.
  expect(await updated(ZONE, mermaid, source)).toEqual({ text: ZONE, said: [] })
  // What a person drew on it is none of the source's.
  const own = ZONE.replace(A, A + shape('mine', 'Mine', 'x="40" y="140" width="80" height="40"'))
  const both = source.replace('a[A]', 'a[A]\n    b[B]')
  expect(await updated(own, mermaid, both)).toEqual({ text: own, said: [] })
})

test('a box that is a node in the source stays a node', async () => {
  const source = 'flowchart\n  box(Zone)\n  a[A] --> b[B]\n'
  expect(await updated(ZONE, mermaid, source)).toEqual({ text: ZONE, said: [] })
})

test('a title that stands in a cell of its own is renamed there', async () => {
  const nameless = BOX.replace('Zone', '')
  const title = shape('t', 'Hub VNet', 'x="30" y="25" width="120" height="20"', 'text;html=1;')
  const hub = page(nameless, title, A)
  const source = 'flowchart\n  subgraph box[Hub VNet]\n    a[A]\n  end\n'
  expect(await updated(hub, mermaid, source)).toEqual({ text: hub, said: [] })
  const { text } = await updated(hub, mermaid, source.replace('Hub VNet', 'Spoke'))
  expect(differences(hub.replace('value="Hub VNet"', 'value="Spoke"'), text)).toEqual([])
  // Nothing is a title where the source has none.
  const none = source
    .replace('[Hub VNet]', '[" "]')
    .replace('a[A]', 'a[A]\n    t@{ shape: text, label: "Hub VNet" }')
  expect(await updated(hub, mermaid, none)).toEqual({ text: hub, said: [] })
})

test('a lane and what is hidden stay so where the source cannot say it', async () => {
  const lane = BOX.replace('rounded=1;', 'swimlane;startSize=30;').replace('id="box"', 'id="box" visible="0"')
  const hidden = page(lane, A.replace('vertex', 'visible="0" vertex'), B)
  const source = 'flowchart\n  subgraph box[Zone]\n    a[A]\n    b[B]\n  end\n'
  expect(await updated(hidden, mermaid, source)).toEqual({ text: hidden, said: [] })
})
