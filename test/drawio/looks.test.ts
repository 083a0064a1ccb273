/** How pages look: the styles of their cells, held against values that were looked at in draw.io's viewer, and what is read from them. */
import { describe, expect, test } from 'vitest'
import { drawio, readDrawio } from '../../converters/drawio/index.js'
import { flowzap, readFlowzap } from '../../converters/flowzap/index.js'
import { json as jsonFormat } from '../../converters/json/index.js'
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

  test('a line of no width is not seen, as draw.io would draw it 1 px wide', async () => {
    const text = await page(
      `${SOURCE}  linkStyle 0 stroke-width:0;\n  style d stroke-width:0px,stroke:#f00,fill:#eee\n  style c stroke-width:0px\n`,
    )
    expect(styleOf(text, 'edge-a-b').get('strokeColor')).toBe('none')
    expect(styleOf(text, 'd').get('strokeColor')).toBe('none')
    // Without a fill nobody would see where it is.
    expect(styleOf(text, 'c').has('strokeColor')).toBe(false)
    expect(edgeIn(text).style).toEqual({ strokeWidth: 0 })
    expect(readDrawio(text).graphs[0]!.nodes.get('d')?.style).toMatchObject({
      strokeWidth: 0,
      stroke: '#f00',
    })
    const seen = text.replace('strokeColor=none;strokeWidth=0;', 'strokeColor=#0000ff;strokeWidth=2;')
    expect(readDrawio(seen).graphs[0]!.nodes.get('d')?.style).toMatchObject({
      strokeWidth: 2,
      stroke: '#0000ff',
    })
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

  test('dots are what draw.io’s import of Mermaid makes of them, and come back as that', async () => {
    const imported = (pattern: string) =>
      `<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>
<mxCell id="a" value="A" vertex="1" parent="1"><mxGeometry width="80" height="40" as="geometry"/></mxCell>
<mxCell id="b" value="B" vertex="1" parent="1"><mxGeometry x="200" width="80" height="40" as="geometry"/></mxCell>
<mxCell id="e" style="curved=1;dashed=1;${pattern}endArrow=block;" edge="1" parent="1" source="a" target="b"><mxGeometry relative="1" as="geometry"/></mxCell>
</root></mxGraphModel>`
    for (const dots of ['dashPattern=2 3;', 'dashPattern=2 3;fixDash=1;']) {
      expect(edgeIn(imported(dots))).toMatchObject({ line: 'dotted', style: {} })
      expect((await convertWith(drawio, mermaid, imported(dots))).text).not.toContain('linkStyle')
      const { text } = await convertWith(drawio, drawio, imported(dots))
      expect(styleOf(text, 'e').get('dashPattern')).toBe('2 3')
      expect(styleOf(text, 'e').has('fixDash')).toBe(dots.includes('fixDash'))
    }
    expect(edgeIn(imported(''))).toMatchObject({ line: 'dashed', style: {} })
    expect(edgeIn(imported('dashPattern=4 3;'))).toMatchObject({ line: 'dashed', style: { dash: '4 3' } })
  })

  test('the dotted line of draw.io’s sidebar stays as it was drawn, however often the page is written', async () => {
    const drawn = `<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>
<mxCell id="a" value="A" vertex="1" parent="1"><mxGeometry width="80" height="40" as="geometry"/></mxCell>
<mxCell id="b" value="B" vertex="1" parent="1"><mxGeometry x="200" width="80" height="40" as="geometry"/></mxCell>
<mxCell id="e" style="endArrow=none;dashed=1;html=1;dashPattern=1 3;strokeWidth=2;rounded=0;" edge="1" parent="1" source="a" target="b"><mxGeometry relative="1" as="geometry"/></mxCell>
</root></mxGraphModel>`
    const once = (await convertWith(drawio, drawio, drawn)).text
    const twice = (await convertWith(drawio, drawio, once)).text
    expect(styleOf(once, 'e').get('dashPattern')).toBe('1 3')
    expect(twice).toBe(once)
  })

  test('a pattern that somebody asked for stays that, also where it is that of the import', async () => {
    const text = await page('flowchart LR\n  a --> b\n  linkStyle 0 stroke-dasharray:2 3\n')
    expect(edgeIn(text)).toMatchObject({ line: 'solid', style: { dash: '2 3' } })
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

describe('the frame of a loop', () => {
  const SOURCE = `Shop { # Shop
  n1: circle label:"Start"
  n2: rectangle label:"Pay"
  n3: rectangle label:"Check"
  n1.handle(right) -> n2.handle(left)
  n2.handle(right) -> n3.handle(left)
  loop [again] n2 n3
}
Bank { # Bank
  n4: rectangle label:"Book"
  n3.handle(bottom) -> Bank.n4.handle(top)
}
`
  const parentOf = (text: string, id: string): string | undefined =>
    new RegExp(`id="${id}"[^>]*>(?:\\s*<mxCell)?[^>]*parent="([^"]*)"`).exec(text)?.[1]
  const geometryOf = (text: string, id: string): number[] => {
    const cell = text.slice(text.search(new RegExp(`id="${id}"`)))
    return ['x', 'y', 'width', 'height'].map(name => Number(new RegExp(` ${name}="([^"]*)"`).exec(cell)?.[1]))
  }

  test('stands in the lane that holds all of it, where the nodes stand, and before them', async () => {
    const { text } = await convertWith(flowzap, drawio, SOURCE)
    expect(parentOf(text, 'loop-1')).toBe('Shop')
    expect(parentOf(text, 'n2')).toBe('Shop')
    const [x = 0, y = 0, width = 0, height = 0] = geometryOf(text, 'loop-1')
    for (const id of ['n2', 'n3']) {
      const [left = 0, top = 0, wide = 0, high = 0] = geometryOf(text, id)
      expect(left > x && top > y && left + wide < x + width && top + high < y + height).toBe(true)
    }
    expect(text.indexOf('id="loop-1"')).toBeLessThan(text.indexOf('id="n1"'))
    expect(styleOf(text, 'loop-1').has('movable')).toBe(false)
    expect(readDrawio(text).graphs[0]!.loops).toMatchObject([{ condition: 'again', nodes: ['n2', 'n3'] }])
  })

  test('over several lanes stands in the pool, where it is none of the lanes that draw.io stacks there', async () => {
    const { text } = await convertWith(flowzap, drawio, SOURCE.replace('n2 n3\n', 'n3 n4\n'))
    expect(parentOf(text, 'loop-1')).toBe('pool')
    // draw.io leaves out of a stack what nobody can move (mxStackLayout.getLayoutCells).
    expect(styleOf(text, 'loop-1').get('movable')).toBe('0')
  })

  test('frames in several lanes keep the order of their loops', async () => {
    const two = SOURCE.replace('again', 'second').replace('  n4: rect', '  loop [first] n4\n  n4: rect')
    const graph = (text: string) => readDrawio(text).graphs[0]!.loops.map(({ condition }) => condition)
    const swapped = `${two.slice(two.indexOf('Bank'))}${two.slice(0, two.indexOf('Bank'))}`
    for (const source of [two, swapped]) {
      const { text } = await convertWith(flowzap, drawio, source)
      const { loops } = readFlowzap(source).graphs[0]!
      expect(graph(text)).toEqual(loops.map(({ condition }) => condition))
    }
  })

  test('without lanes around its nodes stands on the page', async () => {
    const json = '{"diaglot":1,"nodes":[{"id":"a"}],"edges":[],"loops":[{"condition":"again","nodes":["a"]}]}'
    const { text } = await convertWith(jsonFormat, drawio, json)
    expect(parentOf(text, 'loop-1')).toBe('1')
  })

  test('that an earlier version put on the page stays there, until its lane is drawn anew', async () => {
    const { text } = await convertWith(flowzap, drawio, SOURCE)
    const [x = 0, y = 0] = geometryOf(text, 'Shop').map((at, i) => at + geometryOf(text, 'pool')[i]!)
    const [left = 0, top = 0] = geometryOf(text, 'loop-1')
    const earlier = text
      .replace(/(id="loop-1">\s*<mxCell [^>]*)parent="Shop"/, '$1parent="1"')
      .replace(
        new RegExp(`(id="loop-1">\\s*<mxCell [^>]*>\\s*<mxGeometry) x="${left}" y="${top}"`),
        `$1 x="${left + x}" y="${top + y}"`,
      )
      .replace(/(id="n1">\s*<mxCell [^>]*>\s*<mxGeometry x=")/, '$11')
    expect(parentOf(earlier, 'loop-1')).toBe('1')
    const same = await convertWith(flowzap, drawio, SOURCE, { existing: earlier })
    expect(same.text).toBe(earlier)
    const renamed = await convertWith(flowzap, drawio, SOURCE.replace('again', 'once more'), {
      existing: earlier,
    })
    expect(parentOf(renamed.text, 'loop-1')).toBe('1')
    expect(geometryOf(renamed.text, 'loop-1')).toEqual(geometryOf(earlier, 'loop-1'))
    expect(renamed.text).toContain('Loop: once more')
  })
})
