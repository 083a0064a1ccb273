/** How pages look: the styles of their cells, held against values that were looked at in draw.io's viewer, and what is read from them. */
import { describe, expect, test } from 'vitest'
import { drawio, readDrawio } from '../../converters/drawio/index.js'
import { mermaid } from '../../converters/mermaid/index.js'
import { convertWith } from '../../src/convert.js'
import type { Edge } from '../../src/ir/model.js'

const page = async (source: string): Promise<string> => (await convertWith(mermaid, drawio, source)).text

/** The style of the cell with an id, as its keys and values. */
function styleOf(text: string, id: string): Map<string, string> {
  const cell = new RegExp(`id="${id}"[^>]*>(?:\\s*<mxCell)?[^>]*`).exec(text)?.[0] ?? ''
  const style = /style="([^"]*)"/.exec(cell)?.[1] ?? ''
  return new Map(style.split(';').map(part => part.split('=') as [string, string]))
}

const edgeIn = (text: string, at = 0): Edge => readDrawio(text).graphs[0]!.edges[at]!

describe('lines', () => {
  const SOURCE = 'flowchart LR\n  a --> b\n  b ==> c\n  c -.-> d\n'

  test('a thick line is twice as wide as others, and comes back as thick', async () => {
    const text = await page(SOURCE)
    expect(styleOf(text, 'edge-a-b').has('strokeWidth')).toBe(false)
    expect(styleOf(text, 'edge-b-c').get('strokeWidth')).toBe('2')
    expect(edgeIn(text, 1)).toMatchObject({ line: 'thick', to: { arrow: 'normal' } })
    expect(edgeIn(text, 1).style).toEqual({})
    expect((await convertWith(drawio, mermaid, text)).text).toMatch(/^ +b ==> c$/m)
  })

  test('the dots of a line are wide enough to be seen, and come back as dots', async () => {
    const text = await page(SOURCE)
    const style = styleOf(text, 'edge-c-d')
    expect([style.get('dashed'), style.get('dashPattern'), style.get('strokeWidth')]).toEqual([
      '1',
      '1 2',
      '1.5',
    ])
    expect(edgeIn(text, 2)).toMatchObject({ line: 'dotted', style: {} })
    expect((await convertWith(drawio, mermaid, text)).text).toMatch(/^ +c -\.-> d$/m)
  })

  test('a width that somebody gave stays, whatever the line', async () => {
    const text = await page(`${SOURCE}  linkStyle 0,1,2 stroke-width:5px\n`)
    for (const [i, line] of (['solid', 'thick', 'dotted'] as const).entries())
      expect(edgeIn(text, i)).toMatchObject({ line, style: { strokeWidth: 5 } })
  })

  test('who makes a thick line thin in draw.io makes it a line like others', async () => {
    const text = (await page(SOURCE)).replace('strokeWidth=2;', 'strokeWidth=1;')
    expect(edgeIn(text, 1)).toMatchObject({ line: 'solid', style: { strokeWidth: 1 } })
  })

  test('two pixels on a page of somebody else are two pixels, and three are thick', () => {
    const foreign = (width: number) =>
      `<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>
<mxCell id="a" value="A" vertex="1" parent="1"><mxGeometry width="80" height="40" as="geometry"/></mxCell>
<mxCell id="b" value="B" vertex="1" parent="1"><mxGeometry x="200" width="80" height="40" as="geometry"/></mxCell>
<mxCell id="e" style="strokeWidth=${width}" edge="1" parent="1" source="a" target="b"><mxGeometry relative="1" as="geometry"/></mxCell>
</root></mxGraphModel>`
    expect(edgeIn(foreign(2))).toMatchObject({ line: 'solid', style: { strokeWidth: 2 } })
    expect(edgeIn(foreign(3))).toMatchObject({ line: 'thick', style: {} })
  })

  test('lines of earlier versions are read as they were meant', async () => {
    const earlier = (await page(SOURCE))
      .replace('strokeWidth=2;', 'strokeWidth=3;')
      .replace('dashPattern=1 2;strokeWidth=1.5;', 'dashPattern=1 3;')
      .replace(
        /<object label="" id="edge-b-c">\s*(<mxCell) ([\s\S]*?<\/mxCell>)[\s\S]*?<\/object>/,
        '$1 id="edge-b-c" $2',
      )
    expect(earlier).toMatch(/<mxCell id="edge-b-c" style="[^"]*strokeWidth=3/)
    expect(edgeIn(earlier, 1)).toMatchObject({ line: 'thick', style: {} })
    expect(edgeIn(earlier, 2)).toMatchObject({ line: 'dotted', style: {}, extras: new Map() })
  })
})
