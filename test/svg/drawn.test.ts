/** Pages of draw.io in pictures: cells and labels stand where a person put them, and look as they look there. */
import { describe, expect, test } from 'vitest'
import { convert } from '../../src/index.js'

const box = (x: number, y: number, width: number, height: number) =>
  `<mxGeometry x="${x}" y="${y}" width="${width}" height="${height}" as="geometry"/>`
const cell = (id: string, value: string, style: string, geometry: string, parent = '1') =>
  `<mxCell id="${id}" value="${value}" style="${style}" vertex="1" parent="${parent}">${geometry}</mxCell>`
const page = (...cells: readonly string[]) =>
  `<mxfile><diagram name="P"><mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>${cells.join('')}</root></mxGraphModel></diagram></mxfile>`

const svgOf = async (source: string, theme = 'plain'): Promise<string> =>
  (await convert(source, { from: 'drawio', to: 'svg', options: { theme, scheme: 'light' } })).text
const nodeIn = (svg: string, id: string): string =>
  svg.split('\n').find(line => line.includes(`<g data-id="${id}"`)) ?? ''

describe('a table that a person drew', () => {
  const row = (id: string, y: number) =>
    cell(
      id,
      '',
      'shape=tableRow;horizontal=0;startSize=0;top=0;left=0;bottom=0;right=0;fillColor=none;',
      box(0, y, 320, 40),
      't',
    )
  const part = 'shape=partialRectangle;html=1;whiteSpace=wrap;top=0;left=0;bottom=0;right=0;'
  const table = (style = '') =>
    page(
      cell(
        't',
        'Orders',
        `shape=table;startSize=30;container=1;childLayout=tableLayout;fontStyle=1;html=1;${style}`,
        box(100, 50, 320, 110),
      ),
      row('r1', 30),
      cell('c1', 'PK', `${part}fillColor=none;fontStyle=1;`, box(0, 0, 40, 40), 'r1'),
      cell(
        'c2',
        '&lt;b&gt;order&lt;/b&gt; id',
        `${part}fillColor=none;align=left;spacingLeft=6;`,
        box(40, 0, 200, 40),
        'r1',
      ),
      cell('c3', 'int', `${part}fillColor=#000080;fontStyle=6;`, box(240, 0, 80, 40), 'r1'),
      row('r2', 70),
      cell('c4', 'FK', `${part}fillColor=none;fontColor=#990000;`, box(0, 0, 40, 40), 'r2'),
      cell(
        'c5',
        'customer',
        `${part}fillColor=none;align=right;verticalAlign=top;`,
        box(40, 0, 200, 40),
        'r2',
      ),
      cell('c6', 'text', `${part}fillColor=none;`, box(240, 0, 80, 40), 'r2'),
      cell('x', 'x', 'html=1;', box(600, 130, 80, 20)),
      '<mxCell id="e" style="html=1;" edge="1" parent="1" source="r2" target="x"><mxGeometry relative="1" as="geometry"/></mxCell>',
    )

  test('has its columns, and the looks of its cells', async () => {
    const node = nodeIn(await svgOf(table()), 't')
    // The title stands in its strip, and the texts in the middle of cells of 40, 200 and 80.
    expect(node).toContain(
      '<text x="160" y="19.2" text-anchor="middle" fill="currentColor" stroke="none" font-weight="bold">Orders</text>',
    )
    expect(node).toMatch(/<text x="20" y="54.2"[^>]* font-weight="bold"[^>]*>PK</)
    expect(node).toMatch(
      /<text x="50" y="54.2" [^>]*font-weight="normal"[^>]*><tspan font-weight="bold">order<\/tspan> id</,
    )
    expect(node).toContain('<rect x="240" y="30" width="80" height="40" fill="#000080" stroke="none"/>')
    expect(node).toMatch(
      /<text x="280" y="54.2"[^>]* color="#ffffff" text-decoration="underline"[^>]* font-style="italic">int</,
    )
    expect(node).toMatch(/<text x="20" y="94.2"[^>]* color="#990000"[^>]*>FK</)
    expect(node).toMatch(/<text x="236" y="85.4" text-anchor="end"[^>]*>customer</)
  })

  test('has the lines that draw.io draws, and no others', async () => {
    const linesOf = async (style: string) =>
      / d="([^"]*)" fill="none"\/>/.exec(nodeIn(await svgOf(table(style)), 't'))![1]!.split(/(?=M)/)
    const strip = 'M0 30L320 30'
    expect((await linesOf('')).sort()).toEqual(
      [strip, 'M0 70L320 70', 'M40 30L40 70', 'M240 30L240 70', 'M40 70L40 110', 'M240 70L240 110'].sort(),
    )
    expect(await linesOf('rowLines=0;columnLines=0;')).toEqual([strip])
  })

  test('has its lines end at their rows', async () => {
    expect(await svgOf(table())).toContain('<path d="M420 140L592 140"')
  })

  test('has the colour of its title in the title alone', async () => {
    const node = nodeIn(await svgOf(table('fontColor=#aa0000;')), 't')
    expect(node).toMatch(/<g data-id="t"[^>]* color="#aa0000"/)
    expect(node).toMatch(/<g class="dg-node"[^>]* color="#000000"><text [^>]*>PK<\/text><\/g>/)
    expect(node).toMatch(/<text [^>]*color="#990000"[^>]*>FK</)
    expect(node).toMatch(/\/><text [^>]*>Orders</)
  })

  test('is drawn from its fields where these were changed', async () => {
    const { graphs, layouts } = (await import('../../src/index.js')).read(table(), { format: 'drawio' })
    expect(layouts![0]!.fields!.get('t')!.leaves.map(({ text }) => text)).toEqual([
      'PK',
      'order id',
      'int',
      'FK',
      'customer',
      'text',
    ])
    const graph = graphs[0]!
    const node = graph.nodes.get('t')!
    const [first, ...others] = node.fields!
    const changed = {
      ...node,
      fields: [{ ...first!, children: [{ text: 'new' }, ...first!.children!.slice(1)] }, ...others],
    }
    const { write } = await import('../../src/index.js')
    const { text } = await write(
      { ...graph, nodes: new Map(graph.nodes).set('t', changed) },
      { format: 'svg', layouts },
    )
    expect(nodeIn(text, 't')).toContain('>new<')
    expect(nodeIn(text, 't')).not.toContain('#000080')
  })
})

describe('lanes that a person drew', () => {
  const lane = (style: string) =>
    page(
      cell('L', 'Lane', `swimlane;startSize=30;html=1;container=1;${style}`, box(0, 0, 200, 100)),
      cell('a', 'a', 'html=1;', box(20, 50, 60, 30), 'L'),
    )
  const laneIn = async (style: string) => /<g data-id="L".*?<text/.exec(await svgOf(lane(style)))![0]

  test.each([
    ['fillColor=#ffcc00;', 'fill="none"', ' fill="#ffcc00"'],
    ['fillColor=#ffcc00;swimlaneFillColor=#ddeeff;', 'fill="#ddeeff"', ' fill="#ffcc00"'],
    ['swimlaneFillColor=#ddeeff;', 'fill="#ddeeff"', ''],
  ])('%s', async (style, body, own) => {
    const drawn = await laneIn(style)
    expect(drawn).toContain(`<g data-id="L"${own}`)
    expect(drawn).toContain(`<rect width="200" height="100" ${body}/><rect width="200" height="30"`)
  })
})

describe('labels that a person put somewhere', () => {
  const shapes = page(
    cell(
      'a',
      'left top',
      'whiteSpace=wrap;html=1;align=left;verticalAlign=top;spacingLeft=10;spacingTop=5;',
      box(0, 0, 160, 60),
    ),
    cell(
      'b',
      'below',
      'ellipse;html=1;verticalLabelPosition=bottom;verticalAlign=top;fillColor=#000000;',
      box(200, 0, 50, 50),
    ),
    cell('c', 'right of it', 'rhombus;html=1;labelPosition=right;align=left;', box(300, 0, 40, 40)),
    cell(
      'd',
      'right bottom',
      'whiteSpace=wrap;html=1;align=right;verticalAlign=bottom;',
      box(0, 100, 160, 60),
    ),
    cell(
      'e',
      'a text that is longer than its cell',
      'text;html=1;verticalAlign=middle;',
      box(200, 100, 40, 30),
    ),
    cell('f', 'in the middle', 'whiteSpace=wrap;html=1;align=center;', box(300, 100, 160, 60)),
  )

  test.each([
    ['a', 14, 20.4, ''],
    ['b', 25, 65.4, ' text-anchor="middle"'],
    ['c', 44, 24.2, ''],
    ['d', 156, 53, ' text-anchor="end"'],
    ['e', 4, 19.2, ''],
    ['f', 80, 34.2, ' text-anchor="middle"'],
  ])('%s', async (id, x, y, anchor) => {
    expect(nodeIn(await svgOf(shapes), id)).toContain(`<text x="${x}" y="${y}"${anchor} fill="currentColor"`)
  })

  test('are black on the page beside what is black', async () => {
    expect(nodeIn(await svgOf(shapes), 'b')).not.toContain('color="#ffffff"')
  })

  test('have room in the picture', async () => {
    const alone = page(
      cell('c', 'right of it', 'rhombus;html=1;labelPosition=right;align=left;', box(0, 0, 40, 40)),
    )
    const [, width] = /viewBox="-20 -?\d+ (\d+)/.exec((await svgOf(alone)).replace('P</title>', ''))!
    expect(Number(width)).toBeGreaterThan(20 + 44 + 45 + 20)
  })
})

describe('HTML in labels', () => {
  const labelled = (html: string, style = '') =>
    page(
      cell(
        'a',
        html
          .replaceAll('&', '&amp;')
          .replaceAll('<', '&lt;')
          .replaceAll('>', '&gt;')
          .replaceAll('"', '&quot;'),
        `whiteSpace=wrap;html=1;${style}`,
        box(0, 0, 200, 80),
      ),
    )

  test('what leads elsewhere is underlined', async () => {
    const svg = await svgOf(labelled('see <a href="https://example.com">the docs</a>'))
    expect(svg).toContain(
      'see <a href="https://example.com" text-decoration="underline"><tspan>the docs</tspan></a>',
    )
    expect(await svgOf(labelled('see <a href="javascript:x()">the docs</a>'))).not.toContain(
      'text-decoration',
    )
  })

  test('preformatted text keeps its blanks and its font', async () => {
    const svg = await svgOf(labelled('<b>Code</b> <pre>if (a) {<br>  go()<br>}</pre>', 'align=left;'))
    expect(svg).toContain('<tspan font-weight="bold">Code</tspan>')
    expect(svg).toMatch(/<tspan x="4" y="[\d.]+"><tspan font-family="monospace">\u00a0\u00a0go\(\)/)
  })
})
