/** Pictures whose every part was worked out by hand, and what holds for all of them. */
import { readdirSync, readFileSync } from 'node:fs'
import { XMLValidator } from 'fast-xml-parser'
import { describe, expect, test } from 'vitest'
import { convert } from '../../src/index.js'
import { type Arrow, arrowNames } from '../../src/ir/arrows.js'
import { makeEdge, makeGraph, makeGroup, makeNode } from '../../src/ir/build.js'
import type { Graph, Node } from '../../src/ir/model.js'
import { shapeNames } from '../../src/ir/shapes.js'
import type { Layout } from '../../src/layout/boxes.js'
import { type PictureOptions, picture } from '../../src/picture/picture.js'
import { themeNamed } from '../../src/theme/theme.js'

const plain = themeNamed('plain')
const boxOf = (x: number, y: number, width = 100, height = 40) => ({ x, y, width, height })
const from = (id: string, arrow: Arrow = 'none') => ({ kind: 'node', id, arrow }) as const

const NOTHING: Layout = { width: 0, height: 0, nodes: new Map(), groups: new Map(), routes: [], loops: [] }
const boxed = (node: Pick<Node, 'id'> & Partial<Node>) => makeNode({ shape: 'rectangle', ...node })
const nodes = (...ids: readonly string[]) => new Map(ids.map(id => [id, boxed({ id, label: { text: id } })]))
const draw = (graph: Graph, layout: Partial<Layout>, options: Partial<PictureOptions> = {}): string =>
  picture(graph, { ...NOTHING, ...layout }, { theme: plain, scheme: 'light', idPrefix: 'p', ...options })

/** The lines of a picture between its description and its end. */
const body = (svg: string): string[] => svg.split('\n').slice(3, -2)

describe('by hand', () => {
  test('two boxes and an arrow from the one to the other', () => {
    const graph = makeGraph({
      direction: 'LR',
      nodes: nodes('a', 'b'),
      edges: [makeEdge({ from: from('a'), to: from('b', 'normal'), label: { text: 'go' } })],
    })
    const layout = {
      nodes: new Map([
        ['a', boxOf(40, 40)],
        ['b', boxOf(240, 40)],
      ]),
      routes: [
        {
          bends: [],
          path: [
            { x: 140, y: 60 },
            { x: 240, y: 60 },
          ],
          label: { x: 190, y: 60 },
        },
      ],
    }
    // 20 around everything. The head is 10 long and takes 8 of the line. The base of a text lies 0.35 of its size below its middle.
    expect(draw(graph, layout).split('\n')).toEqual([
      `<svg xmlns="http://www.w3.org/2000/svg" id="p" width="340" height="80" viewBox="20 20 340 80" role="img" aria-labelledby="p-title" aria-describedby="p-desc" font-family="Helvetica, Arial, 'Liberation Sans', sans-serif" font-size="12">`,
      '<title id="p-title">Diagram</title>',
      '<desc id="p-desc">A diagram, from left to right: 2 nodes, 1 arrow.</desc>',
      '<rect x="20" y="20" width="340" height="80" class="dg-page" fill="#ffffff" color="#000000"/>',
      '<g class="dg-edge" fill="#000000" stroke="#000000" color="#000000" stroke-width="1.3">',
      '<g data-from="a" data-to="b"><path d="M140 60L232 60" fill="none"/><path d="M240 60L230 55.5L230 64.5Z"/></g>',
      '</g>',
      '<g class="dg-node" fill="#ffffff" stroke="#000000" color="#000000" stroke-width="1.2">',
      '<g data-id="a" transform="translate(40 40)"><rect width="100" height="40" rx="2"/><text x="50" y="24.2" text-anchor="middle" fill="currentColor" stroke="none">a</text></g>',
      '<g data-id="b" transform="translate(240 40)"><rect width="100" height="40" rx="2"/><text x="50" y="24.2" text-anchor="middle" fill="currentColor" stroke="none">b</text></g>',
      '</g>',
      '<g class="dg-label" fill="#ffffff" color="#000000" font-size="11">',
      '<rect x="178.88" y="52" width="22.23" height="16" rx="3" fill-opacity="0.88"/><text x="190" y="63.85" text-anchor="middle" fill="currentColor" stroke="none">go</text>',
      '</g>',
      '</svg>',
      '',
    ])
  })

  test('lines are broken where the box ends, and a blank stays between their words', () => {
    const graph = makeGraph({
      nodes: new Map([['a', boxed({ id: 'a', label: { text: 'one two three' } })]]),
    })
    const [, , node] = body(draw(graph, { nodes: new Map([['a', boxOf(0, 0, 60, 60)]]) }))
    // Two lines of 14.4 in the middle of 60; half a blank, 0.278 of 12, beside the middle.
    expect(node).toContain(
      '<text fill="currentColor" stroke="none"><tspan x="31.67" y="27" text-anchor="middle">one two </tspan><tspan x="30" y="41.4" text-anchor="middle">three</tspan></text>',
    )
  })

  test('formatting, links and icons in a label', async () => {
    const source = 'flowchart LR\n  a["<b>x</b> and <i>y</i> H<sub>2</sub> fa:fa-car fab:fa-gitlab"]\n'
    const { text, messages } = await convert(source, { from: 'mermaid', to: 'svg' })
    expect(text).toContain(
      '<tspan font-weight="bold">x</tspan> and <tspan font-style="italic">y</tspan> H<tspan dy="2.4" font-size="9">2</tspan>',
    )
    expect(messages.map(({ code }) => code)).toEqual(['loss/icon'])
  })

  test('lists have their signs, code its font', async () => {
    const source =
      'flowchart LR\n  a["<ol><li>one</li><li>two</li></ol>"]\n  b["<ul><li>x</li></ul>run <code>npm ci</code>"]\n'
    const { text } = await convert(source, { from: 'mermaid', to: 'svg' })
    for (const part of ['>1. one', '>2. two', '>• x', '<tspan font-family="monospace">npm ci</tspan>'])
      expect(text).toContain(part)
  })

  test.each([
    ['solid', ''],
    ['dashed', ' stroke-dasharray="6 4"'],
    ['dotted', ' stroke-dasharray="2 3"'],
    ['thick', ''],
    ['invisible', ''],
  ] as const)('a %s line', (line, dashes) => {
    const graph = makeGraph({
      nodes: nodes('a', 'b'),
      edges: [makeEdge({ from: from('a'), to: from('b'), line })],
    })
    const layout = {
      nodes: new Map([
        ['a', boxOf(0, 0)],
        ['b', boxOf(0, 100)],
      ]),
    }
    const kind = line === 'solid' ? '' : ` data-line="${line}"`
    const more =
      { thick: ' stroke-width="2.8"', invisible: ' visibility="hidden"' }[line as 'thick' | 'invisible'] ?? ''
    // Without a path in the layout, from middle to middle, as far as the boxes.
    expect(draw(graph, layout)).toContain(
      `<g data-from="a" data-to="b"${kind}${more}><path d="M50 40L50 100" fill="none"${dashes}/></g>`,
    )
  })

  test('a line ends at the outline of a shape, and not at its box', () => {
    const graph = makeGraph({
      nodes: new Map([
        ['a', makeNode({ id: 'a', shape: 'parallelogram' })],
        ['b', makeNode({ id: 'b', shape: 'circle' })],
      ]),
      edges: [makeEdge({ from: from('a'), to: from('b') })],
    })
    const layout = {
      nodes: new Map([
        ['a', boxOf(0, 0)],
        ['b', boxOf(200, 0, 40, 40)],
      ]),
      routes: [
        {
          bends: [],
          path: [
            { x: 100, y: 20 },
            { x: 200, y: 20 },
          ],
        },
      ],
    }
    // Half way down, the right side of a parallelogram that leans by 20 lies 10 before its box.
    expect(draw(graph, layout)).toContain('d="M90 20L200 20"')
  })

  test('a point in the middle of a straight way is no bend, and one where it turns back is', () => {
    const graph = makeGraph({ nodes: nodes('a', 'b'), edges: [makeEdge({ from: from('a'), to: from('b') })] })
    const lineOf = (middle: number) => {
      const layout = {
        nodes: new Map([
          ['a', boxOf(0, 0)],
          ['b', boxOf(300, 0)],
        ]),
        routes: [{ bends: [], path: [100, middle, 300].map(x => ({ x, y: 20 })) }],
      }
      return /<g data-from[^>]*><path d="([^"]*)"/.exec(draw(graph, layout))![1]
    }
    expect(lineOf(200)).toBe('M100 20L300 20')
    expect(lineOf(400)).toBe('M100 20L393 20Q400 20 393 20L300 20')
  })

  test('what an author painted stays as it is, with text that can be read on it', () => {
    const style = { fill: '#222222', stroke: 'red' }
    const graph = makeGraph({ nodes: new Map([['a', boxed({ id: 'a', label: { text: 'a' }, style })]]) })
    const svg = draw(
      graph,
      { nodes: new Map([['a', boxOf(0, 0)]]) },
      { scheme: 'auto', theme: themeNamed('soft') },
    )
    expect(svg).toContain(
      '<g data-id="a" transform="translate(0 0)" fill="#222222" stroke="red" color="#ffffff">',
    )
  })

  test('what shines through are shapes and lines, and no texts', () => {
    const style = { opacity: 0.3 }
    const graph = makeGraph({
      groups: new Map([['g', makeGroup({ id: 'g', kind: 'lane', label: { text: 'L' }, style })]]),
      nodes: new Map([['a', boxed({ id: 'a', label: { text: 'a' }, style })]]),
      edges: [makeEdge({ from: from('a'), to: from('a'), label: { text: 'e' }, style })],
    })
    const svg = draw(graph, {
      nodes: new Map([['a', boxOf(0, 40)]]),
      groups: new Map([['g', { ...boxOf(0, 0, 200, 100), title: 30 }]]),
    })
    const faded = svg.match(/<g opacity="0.3">.*?<\/g>/g)!
    // The lane, its strip, the node, the line.
    expect(faded).toHaveLength(4)
    expect(faded.join('')).not.toContain('<text')
    expect(svg.match(/opacity="0.3"/g)).toHaveLength(4)
  })

  test('a lane has its title on a strip, a cluster in its corner', () => {
    const group = (id: string, kind: 'lane' | 'cluster') => makeGroup({ id, kind, label: { text: id } })
    const lane = makeGraph({ direction: 'LR', groups: new Map([['L', group('L', 'lane')]]) })
    const layout = { groups: new Map([['L', { ...boxOf(0, 0, 200, 100), title: 30 }]]) }
    expect(draw(lane, layout)).toContain(
      '<g data-id="L"><rect width="200" height="100"/><rect width="30" height="100" class="dg-lane0-title" fill="#ffffff" stroke="#000000" color="#000000"/><text x="15" y="54.2" text-anchor="middle" fill="currentColor" stroke="none" font-weight="bold" transform="rotate(-90 15 50)">L</text></g>',
    )
    const cluster = makeGraph({ groups: new Map([['C', group('C', 'cluster')]]) })
    expect(draw(cluster, { groups: new Map([['C', { ...boxOf(0, 0, 200, 100), title: 30 }]]) })).toContain(
      '<g data-id="C"><rect width="200" height="100" rx="8"/><text x="8" y="18.4" fill="currentColor" stroke="none" font-weight="bold">C</text></g>',
    )
  })
})

describe('in a page', () => {
  const graph = makeGraph({ nodes: nodes('a') })
  const layout = { nodes: new Map([['a', boxOf(0, 0)]]) }
  const idsOf = (svg: string): string[] => [...svg.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id!)

  test('ids begin with the prefix, or with one of the picture’s own', () => {
    expect(idsOf(draw(graph, layout, { idPrefix: 'one' }))).toEqual(['one', 'one-title', 'one-desc'])
    const own = (id: string) =>
      picture(
        makeGraph({ nodes: nodes(id) }),
        { ...NOTHING, nodes: new Map([[id, boxOf(0, 0)]]) },
        { theme: plain },
      )
    expect(own('a')).toBe(own('a'))
    expect(new Set([...idsOf(own('a')), ...idsOf(own('b'))]).size).toBe(6)
  })

  test('the rules for the dark speak of this picture alone, and only of what is in it', () => {
    const svg = draw(graph, layout, { scheme: 'auto' })
    const [, css = ''] = /<style>(.*)<\/style>/.exec(svg) ?? []
    const light = '#p:not([data-theme=light],[data-theme=light] *)'
    const dark = '#p:is([data-theme=dark],[data-theme=dark] *)'
    const rules = [
      '.dg-page{fill:#121212;color:#ffffff}',
      '.dg-node{fill:#121212;stroke:#ffffff;color:#ffffff}',
    ]
    const under = (root: string) => rules.map(rule => `${root} ${rule}`).join('')
    expect(css).toBe(`@media (prefers-color-scheme:dark){${under(light)}}${under(dark)}`)
  })

  test.each(['light', 'dark'] as const)('%s alone needs no rules', scheme => {
    const svg = draw(graph, layout, { scheme })
    expect(svg).not.toContain('<style')
    expect(svg).toContain(`class="dg-page" fill="${plain[scheme].page}"`)
  })
})

describe('the colours of the author in the dark', () => {
  const svgOf = async (source: string, from: 'dot' | 'mermaid', scheme = 'auto') =>
    (await convert(source, { from, to: 'svg', options: { scheme } })).text

  test.each([
    ['black lines', 'digraph { a -> b [color=black] }', true],
    ['light groups', 'digraph { subgraph cluster_x { style=filled; color=lightgrey; a -> b } }', true],
    ['a light page', 'digraph { bgcolor=ivory; a -> b }', true],
    [
      'red lines, black nodes, a dark group',
      'digraph { subgraph cluster_x { style=filled; color=midnightblue; a [style=filled, fillcolor=black] } a -> b [color=red] }',
      false,
    ],
  ])('of a picture with %s', async (_, source, stays) => {
    expect((await svgOf(source, 'dot')).includes('<style>')).toBe(!stays)
  })

  const structs =
    'digraph { bgcolor="#222222"; label="Title"; node [shape=box, fontcolor=white]; a -> b -> c }'
  test.each(['auto', 'light', 'dark'])(
    'a dark page is drawn as in the dark, whatever is asked for: %s',
    async scheme => {
      const svg = await svgOf(structs, 'dot', scheme)
      const { dark } = themeNamed('soft')
      expect(svg).not.toContain('<style>')
      expect(svg).toContain(`class="dg-edge" fill="${dark.edge.stroke}"`)
      expect(svg).toContain(`class="dg-title" color="${dark.text}"`)
      expect(svg).toMatch(/<g data-id="a"[^>]* color="white">/)
    },
  )

  test('and a light one as in the light', async () => {
    const svg = await svgOf('digraph { bgcolor=ivory; a -> b }', 'dot', 'dark')
    expect(svg).toContain(`class="dg-edge" fill="${themeNamed('soft').light.edge.stroke}"`)
  })

  test('a label that is too bright for the light ground brings the dark one along, or shows what lies behind', async () => {
    const bright = (more: string) => svgOf(`digraph { ${more} a [fontcolor=white] }`, 'dot', 'light')
    expect(await bright('')).toMatch(/<g data-id="a"[^>]* fill="#253349" color="white">/)
    expect(
      await svgOf(
        'digraph { subgraph cluster_x { style=filled; color="#112233"; a [fontcolor=white] } }',
        'dot',
        'light',
      ),
    ).toMatch(/<g data-id="a"[^>]* fill="none" color="white">/)
  })

  test('a label that is too dark for the dark ground brings the light one along', async () => {
    expect(await svgOf('flowchart LR\n  a --> b\n  style a color:#000080\n', 'mermaid')).toMatch(
      /<g data-id="a"[^>]* fill="#edf3fb" color="#000080">/,
    )
  })

  test('text on a painted cell, and in a shape without a fill on a painted group, can be read', async () => {
    const table = 'digraph { h [shape=plain, label=<<table><tr><td bgcolor="#000000">x</td></tr></table>>] }'
    expect(await svgOf(table, 'dot')).toMatch(/<text [^>]*color="#ffffff">x</)
    const group = 'digraph { subgraph cluster_x { style=filled; color=black; a } }'
    expect(await svgOf(group, 'dot', 'light')).toMatch(/<g data-id="a"[^>]* fill="none" color="#ffffff">/)
  })
})

describe('of everything that the model has', () => {
  test('no two shapes that look different are told apart by their names alone', () => {
    const looks = new Map<string, string[]>()
    for (const shape of shapeNames) {
      const graph = makeGraph({ nodes: new Map([['a', makeNode({ id: 'a', shape })]]) })
      const svg = draw(graph, { nodes: new Map([['a', boxOf(0, 0, 100, 80)]]) })
      expect(XMLValidator.validate(svg), shape).toBe(true)
      expect(svg, shape).not.toMatch(/NaN|undefined|Infinity/)
      const look = svg.replace(` data-shape="${shape}"`, '')
      looks.set(look, [...(looks.get(look) ?? []), shape])
    }
    const same = [...looks.values()].filter(names => names.length > 1).map(names => names.join(' '))
    expect(same).toEqual([
      'rectangle square record table',
      'rounded rounded-record bpmn-activity state composite',
      'ellipse circle bpmn-start',
      'diamond choice bpmn-gateway',
      'text anchor',
      'start-dot junction point',
      'disk bpmn-data-store',
      'off-page house-inverted',
      'pentagon polygon',
      'bpmn-intermediate bpmn-boundary',
    ])
  })

  test('every arrowhead is drawn at both ends, each its own way', () => {
    const looks = arrowNames.map(arrow => {
      const edge = makeEdge({ from: from('a', arrow), to: from('b', arrow) })
      const graph = makeGraph({ nodes: nodes('a', 'b'), edges: [edge] })
      const layout = {
        nodes: new Map([
          ['a', boxOf(0, 0)],
          ['b', boxOf(200, 0)],
        ]),
      }
      const svg = draw(graph, layout)
      const heads = (/<g data-from.*?<\/g>/.exec(svg)?.[0].match(/<(path|circle)/g)?.length ?? 0) - 1
      expect(heads % 2, arrow).toBe(0)
      expect(heads > 0, arrow).toBe(arrow !== 'none')
      return svg
    })
    expect(new Set(looks).size).toBe(arrowNames.length)
  })
})

describe('any text', () => {
  const wild = 'a\u0000b\u0008\ud800c]]>&<script>"\'\u202e\ufffe'

  test('is text in valid XML', async () => {
    const style = {
      fill: wild,
      stroke: wild,
      color: wild,
      dash: wild,
      fontFamily: wild,
      fontWeight: wild,
      fontStyle: wild,
    }
    const link = { url: `https://x/${wild}`, tooltip: wild, target: wild }
    const label = {
      text: wild,
      rich: { syntax: 'drawio-html', source: `<b>${wild}</b><font color="${wild}">x</font>` },
    } as const
    const graph = makeGraph({
      title: wild,
      description: wild,
      nodes: new Map([
        [
          wild,
          boxed({
            id: wild,
            label,
            style,
            link,
            properties: new Map([[wild, wild]]),
            image: wild,
            fields: [{ text: wild, port: wild }],
          }),
        ],
      ]),
      groups: new Map([['g', makeGroup({ id: 'g', kind: 'lane', label, style, link })]]),
      edges: [
        makeEdge({
          id: wild,
          from: { ...from(wild), label, port: wild },
          to: from(wild),
          label,
          style,
          link,
        }),
      ],
    })
    const layout = {
      nodes: new Map([[wild, boxOf(0, 0)]]),
      groups: new Map([['g', { ...boxOf(0, 0), title: 30 }]]),
    }
    const svg = draw(graph, layout, { scheme: 'auto' })
    expect(XMLValidator.validate(svg)).toBe(true)
    expect(svg).not.toMatch(/[\u0000-\u0008\ufffe]|\p{Surrogate}|<script/u)
  })
})

test('every golden picture is valid XML without anything that runs, loads, or is refused', () => {
  const templates = readdirSync('corpus/templates').map(slug => `corpus/templates/${slug}/diagram.svg`)
  const files = [...templates, ...readdirSync('corpus/svg').map(name => `corpus/svg/${name}`)]
  expect(files.length).toBeGreaterThan(35)
  for (const file of files) {
    const svg = readFileSync(file, 'utf8')
    expect(XMLValidator.validate(svg), file).toBe(true)
    expect(svg, file).not.toMatch(
      /<(script|foreignObject|image|use|iframe|animate)| style=| on\w+=|url\(|@import/i,
    )
    // What is in a page counts; the name of the namespace is none that is loaded.
    expect(svg.replace('xmlns="http://www.w3.org/2000/svg"', ''), file).not.toMatch(/https?:/)
    if (file.endsWith('diagram.svg')) expect(svg.length, file).toBeLessThan(30_000)
  }
})

test('the picture in the README is what is drawn today', async () => {
  expect(readFileSync('README.md', 'utf8')).toContain('](docs/order.svg)')
  const { text } = await convert(readFileSync('docs/order.fz', 'utf8'), { from: 'flowzap', to: 'svg' })
  expect(readFileSync('docs/order.svg', 'utf8')).toBe(text)
})
