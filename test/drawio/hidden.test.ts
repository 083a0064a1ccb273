/** Nodes that nobody sees: their lines are seen where the source shows them, and draw.io hides every line at a cell with `visible="0"`. */
import { describe, expect, test } from 'vitest'
import { dot } from '../../converters/dot/index.js'
import { drawio, readDrawio } from '../../converters/drawio/index.js'
import { convertWith } from '../../src/convert.js'

const SOURCE = `digraph {
  start [shape=point, style=invis];
  a [shape=box];
  gone [shape=box, style=invis];
  start -> a;
  a -> gone [style=invis];
}
`
const page = async () => (await convertWith(dot, drawio, SOURCE)).text
const cellOf = (text: string, id: string): string =>
  new RegExp(`id="${id}"[^>]*>\\s*(<mxCell[^>]*>)`).exec(text)?.[1] ?? ''

describe('a hidden node', () => {
  test('with a line that is seen is there without opacity; one without is not visible', async () => {
    const text = await page()
    expect(cellOf(text, 'start')).toContain('opacity=0;textOpacity=0;')
    expect(cellOf(text, 'start')).not.toContain('visible="0"')
    expect(cellOf(text, 'gone')).toContain('visible="0"')
    expect(cellOf(text, 'gone')).not.toContain('opacity')
  })

  test('comes back as hidden, with no opacity of its own', async () => {
    const { nodes } = readDrawio(await page()).graphs[0]!
    expect([...nodes.values()].map(({ id, hidden = false }) => [id, hidden])).toEqual([
      ['start', true],
      ['a', false],
      ['gone', true],
    ])
    expect(nodes.get('start')?.style.opacity).toBeUndefined()
    expect((await convertWith(drawio, dot, await page())).text).toContain('start [shape=point, style=invis];')
  })

  test('is written as it was, also where a person moved it', async () => {
    const text = await page()
    expect((await convertWith(drawio, drawio, text)).text).toBe(text)
    const moved = text.replace(/(id="start"[\s\S]*?<mxGeometry x=")\d+/, '$1400')
    expect(cellOf((await convertWith(drawio, drawio, moved)).text, 'start')).toBe(cellOf(text, 'start'))
  })

  test('is seen by who gives it opacity', async () => {
    const text = (await page()).replace('opacity=0;textOpacity=0;', '')
    expect(readDrawio(text).graphs[0]!.nodes.get('start')?.hidden).toBeUndefined()
  })

  test('of a page of somebody else stays as it is, and so do its lines', async () => {
    const foreign = `<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>
<mxCell id="a" value="A" vertex="1" parent="1"><mxGeometry width="80" height="40" as="geometry"/></mxCell>
<mxCell id="b" value="B" visible="0" vertex="1" parent="1"><mxGeometry x="200" width="80" height="40" as="geometry"/></mxCell>
<mxCell id="e" edge="1" source="a" target="b" parent="1"><mxGeometry relative="1" as="geometry"/></mxCell>
</root></mxGraphModel>`
    expect(readDrawio(foreign).graphs[0]!.nodes.get('b')?.hidden).toBe(true)
    const { text } = await convertWith(drawio, drawio, foreign)
    expect(cellOf(text, 'b') || text).toContain('visible="0"')
    expect(text).not.toContain('opacity')
  })
})

describe('a hidden group', () => {
  const IN_GROUPS = `digraph {
  a -> b
  subgraph cluster_h { style=invis; b; subgraph cluster_i { label=I; style=solid; c } }
  subgraph cluster_k { style=invis; d [style=invis] }
}
`
  test('is there without opacity where something in it is seen, as in Graphviz', async () => {
    const { text } = await convertWith(dot, drawio, IN_GROUPS)
    expect(cellOf(text, 'h')).toContain('opacity=0;textOpacity=0;')
    expect(cellOf(text, 'h')).not.toContain('visible="0"')
    expect(cellOf(text, 'i')).not.toContain('opacity')
    expect(cellOf(text, 'k')).toContain('visible="0"')
  })

  test('comes back as hidden, and is written as it was', async () => {
    const { text } = await convertWith(dot, drawio, IN_GROUPS)
    const { groups } = readDrawio(text).graphs[0]!
    expect([...groups.values()].map(({ id, hidden = false }) => [id, hidden])).toEqual([
      ['h', true],
      ['i', false],
      ['k', true],
    ])
    expect(groups.get('h')?.style.opacity).toBeUndefined()
    expect((await convertWith(drawio, drawio, text)).text).toBe(text)
  })
})
