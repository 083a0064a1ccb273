/** Pages with a theme: what it colours says nothing, and what anybody else coloured stays. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dot as dotFormat } from '../../converters/dot/index.js'
import { drawio } from '../../converters/drawio/index.js'
import { mermaid } from '../../converters/mermaid/index.js'
import { convertWith, writeWith } from '../../src/convert.js'
import { byId, makeGraph, makeGroup, makeNode } from '../../src/ir/build.js'
import { firstDifference } from '../../src/ir/difference.js'
import type { Graph } from '../../src/ir/model.js'
import { themeNamed, themeNames } from '../../src/theme/theme.js'
import { graphs } from '../generate/graphs.js'
import { runs } from '../setup/runs.js'

const coloured = themeNames.filter(name => name !== 'plain')
const { light } = themeNamed('soft')

const source = `flowchart LR
    subgraph outer
        subgraph inner
            a[Start]
        end
        b["Own colours"]
    end
    n@{ shape: notch-rect, label: "x" }
    a --> b
    b --> n
    style b fill:#000080,stroke:#ff0000
`

const read = (text: string): Graph => drawio.read!(text, {}).graphs[0]!
const written = async (text: string, theme: string): Promise<string> =>
  (await convertWith(mermaid, drawio, text, { options: { theme } })).text

/** The style of the cell that a file has under an id. */
function styleOf(text: string, id: string): ReadonlyMap<string, string> {
  const element = new RegExp(`<(object)[^>]* id="${id}"[^>]*>\\s*<mxCell style="([^"]*)"`).exec(text)
  const style = element?.[2] ?? new RegExp(`<mxCell id="${id}"[^>]* style="([^"]*)"`).exec(text)?.[1] ?? ''
  return new Map(style.split(';').map(entry => entry.split('=') as [string, string]))
}

describe('a page with a theme', () => {
  test('has its colours in the cells', async () => {
    const text = await written(source, 'soft')
    const look = (id: string) =>
      ['fillColor', 'strokeColor', 'fontColor'].map(key => styleOf(text, id).get(key))
    expect(look('a')).toEqual(['#edf3fb', '#4f6a93', '#1b2736'])
    expect(look('outer')).toEqual(['#f7f9fb', '#a9b8ca', '#33445c'])
    expect(look('inner')).toEqual(['#eef2f7', '#9aabc0', '#2f4057'])
    // Its own colours win, and text on them can be read.
    expect(look('b')).toEqual(['#000080', '#ff0000', '#ffffff'])
    expect(look('edge-a-b')).toEqual([undefined, '#4a5b73', '#1f2a37'])
  })

  test.each([
    ['with a theme, in front of the lanes that it fills', 'soft', undefined],
    ['with a colour of its author’s, too', 'plain', 'red'],
    ['else behind everything', 'plain', undefined],
  ])('shows the frame of a loop in several lanes: %s', async (_, theme, fill) => {
    const lanes = ['L', 'M'].map(id => makeGroup({ id, kind: 'lane', ...(fill && { style: { fill } }) }))
    const graph = makeGraph({
      groups: byId(lanes),
      nodes: byId([
        makeNode({ id: 'a', shape: 'rectangle', group: 'L' }),
        makeNode({ id: 'b', shape: 'rectangle', group: 'M' }),
      ]),
      loops: [
        { condition: 'in both', nodes: ['a', 'b'], extras: new Map() },
        { condition: 'in one', nodes: ['b'], extras: new Map() },
      ],
    })
    const { text } = await writeWith(drawio, [graph], { options: { theme } })
    const at = (words: string): number => text.indexOf(words)
    expect(at('Loop: in both') > at('id="b"')).toBe(theme !== 'plain' || Boolean(fill))
    expect([at('id="L"'), at('id="M"'), at('Loop: in one'), at('id="b"')]).toEqual(
      [at('id="L"'), at('id="M"'), at('Loop: in one'), at('id="b"')].sort((a, b) => a - b),
    )
  })

  test('gives a text without a box none', async () => {
    const cell =
      '<mxCell id="t" value="Checks" style="text;html=1;" vertex="1" parent="1"><mxGeometry width="80" height="40" as="geometry"/></mxCell>'
    const page = `<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>${cell}</root></mxGraphModel>`
    const { text } = await convertWith(drawio, drawio, page, { options: { theme: 'soft' } })
    const style = styleOf(text, 't')
    expect([...style.keys()].filter(key => /Color$/.test(key))).toEqual(['fontColor'])
    expect(style.get('fontColor')).toBe(light.node.text)
    const again = await convertWith(drawio, drawio, text, { options: { theme: 'plain' } })
    expect(styleOf(again.text, 't').has('fontColor')).toBe(false)
  })

  test('says its name where nobody sees it', async () => {
    const text = await written(source, 'soft')
    expect(text).toMatch(/<diaglot kind="graph" [^>]* theme="soft"[^>]*\/><\/object>/)
    expect(text.match(/soft/g)).toHaveLength(1)
  })

  test.each(coloured)('reads as the same page without one: %s', async theme => {
    const [themed, plain] = [await written(source, theme), await written(source, 'plain')]
    expect(themed).not.toBe(plain)
    expect(firstDifference(read(plain), read(themed))).toBeUndefined()
  })

  test('is neither lost nor changed: the tally and the messages are those of a plain one', async () => {
    const [themed, plain] = await Promise.all(
      ['soft', 'plain'].map(theme => convertWith(mermaid, drawio, source, { options: { theme } })),
    )
    expect(themed!.tally).toEqual(plain!.tally)
    expect(themed!.messages).toEqual(plain!.messages)
  })

  test('a record in colours of its own that are the theme’s is the same page again', async () => {
    const { fill, text: color } = light.node
    const node = makeNode({ id: 'n', shape: 'rectangle', style: { fill, color }, fields: [{ text: 'x' }] })
    const { text } = await writeWith(drawio, [makeGraph({ nodes: byId([node]) })], {
      options: { theme: 'soft' },
    })
    expect(read(text).nodes.get('n')!.style).toMatchObject({ fill, color })
    expect((await writeWith(drawio, [read(text)], { options: { theme: 'soft' } })).text).toBe(text)
  })

  describe('gives its text to the fields of a record', () => {
    const dot = `digraph {
      a [shape=record, label="{one|two}"]
      b [shape=record, label="x|y", style=filled, fillcolor=navy]
      c [shape=plain, label=<<table><tr><td bgcolor="#222222">dark</td><td>plain</td></tr></table>>]
      d [shape=record, label="own|colour", fontcolor=red]
    }`
    const pageOf = async (theme: string) =>
      (await convertWith(dotFormat, drawio, dot, { options: { theme } })).text
    const textOf = (text: string, label: string): string | null | undefined =>
      styleOf(
        text,
        new RegExp(`"${label}" id="([^"]*)"|id="([^"]*)" value="${label}"`)
          .exec(text)!
          .slice(1)
          .find(Boolean)!,
      ).get('fontColor')

    test('as it can be read on the field, on its node, or on the theme’s fill', async () => {
      const text = await pageOf('soft')
      const labels = ['one', 'x', 'dark', 'plain', 'own']
      expect(labels.map(label => textOf(text, label))).toEqual([
        light.node.text,
        '#ffffff',
        '#ffffff',
        light.node.text,
        'red',
      ])
    })

    test.each(coloured)('and reads as a page without a theme: %s', async theme => {
      const [themed, plain] = [await pageOf(theme), await pageOf('plain')]
      expect(textOf(plain, 'one')).toBeUndefined()
      expect(firstDifference(read(plain), read(themed))).toBeUndefined()
      expect((await writeWith(drawio, [read(themed)])).text).toBe(plain)
    })

    test('also where a person moved the node: with another theme, and with none', async () => {
      const moved = (await pageOf('soft')).replace(/(id="a"[\s\S]*?<mxGeometry )x="[\d.]+/, '$1x="777')
      const inTheme = async (theme: string) =>
        (await writeWith(drawio, [read(moved)], { options: { theme } })).text
      expect(textOf(await inTheme('flowzap'), 'one')).toBe(themeNamed('flowzap').light.node.text)
      expect(textOf(await inTheme('plain'), 'one')).toBeUndefined()
      expect(textOf(await inTheme('plain'), 'own')).toBe('red')
    })

    test('another colour is a person’s', async () => {
      const text = (await pageOf('soft')).replace(/(value="one"[^>]*fontColor=)[^;]*/, '$1#ff00ff')
      const { text: again } = await writeWith(drawio, [read(text)], { options: { theme: 'contrast' } })
      expect(again).toMatch(/value="one"[^>]*fontColor=#ff00ff/)
      expect(textOf(again, 'two')).toBe('#000000')
    })

    test('another theme paints them anew on a page that is brought up to date', async () => {
      const existing = await pageOf('soft')
      const { text } = await convertWith(dotFormat, drawio, dot, {
        existing,
        options: { theme: 'flowzap' },
      })
      expect(textOf(text, 'one')).toBe(themeNamed('flowzap').light.node.text)
      expect((await convertWith(dotFormat, drawio, dot, { existing })).text).toBe(existing)
    })
  })

  test('plain is what is written where nothing is said', async () => {
    expect((await convertWith(mermaid, drawio, source)).text).toBe(await written(source, 'plain'))
  })

  test('random graphs come back, colours of their own included', async () => {
    const own = fc.constantFrom(...coloured)
    await fc.assert(
      fc.asyncProperty(graphs, own, fc.boolean(), async (graph, theme, touch) => {
        const palette = themeNamed(theme).light
        // Colours of its own that are also the theme's.
        const first = [...graph.nodes.values()][0]
        const style = { fill: palette.node.fill, color: palette.node.text, stroke: palette.edge.stroke }
        const given =
          touch && first
            ? { ...graph, nodes: new Map(graph.nodes).set(first.id, { ...first, style }) }
            : graph
        const plain = (await writeWith(drawio, [given])).text
        const { text } = await writeWith(drawio, [given], { options: { theme } })
        expect(firstDifference(read(plain), read(text))).toBeUndefined()
        expect((await writeWith(drawio, [read(text)], { options: { theme } })).text).toBe(text)
      }),
      { numRuns: runs(300), seed: 31 },
    )
  })
})

describe('what a person does on a page with a theme', () => {
  const edited = async (from: string, to: string): Promise<Graph> => {
    const text = await written(source, 'soft')
    expect(text).toContain(from)
    return read(text.replace(from, to))
  }

  test('another colour is theirs', async () => {
    const graph = await edited('fillColor=#edf3fb', 'fillColor=#ffcc00')
    expect(graph.nodes.get('a')!.style).toEqual({ fill: '#ffcc00' })
  })

  test('a colour that the theme gives to other things is theirs, too', async () => {
    const graph = await edited('fillColor=#edf3fb', `fillColor=${light.note.fill}`)
    expect(graph.nodes.get('a')!.style).toEqual({ fill: light.note.fill })
  })

  test('a colour taken away is none', async () => {
    const graph = await edited('strokeColor=#4f6a93;', '')
    expect(graph.nodes.get('a')!.style).toEqual({})
  })

  test('a group that comes to another depth is not painted', async () => {
    const graph = await edited('fillColor=#eef2f7', 'fillColor=#f7f9fb')
    expect(graph.groups.get('inner')!.style).toEqual({})
  })

  test('on a page without a theme the same colours are theirs', async () => {
    const text = (await written(source, 'soft')).replace(' theme="soft"', '')
    expect(read(text).nodes.get('a')!.style).toMatchObject({ fill: '#edf3fb' })
  })
})

describe('--update of a page with a theme', () => {
  const update = async (existing: string, text: string, theme?: string) =>
    (await convertWith(mermaid, drawio, text, { existing, options: { ...(theme && { theme }) } })).text
  const changed = source.replace('a --> b', 'a --> b\n    b --> new1[New]')
  const moved = (text: string) => text.replace(/(id="n"[\s\S]*?<mxGeometry )x="\d+/, '$1x="777')

  test('changes nothing where nothing changed', async () => {
    const text = await written(source, 'soft')
    expect(await update(text, source)).toBe(text)
    expect(await update(moved(text), source)).toBe(moved(text))
  })

  test.each([true, false])('new cells have its colours; moved by a person: %s', async isMoved => {
    const text = await written(source, 'soft')
    const found = await update(isMoved ? moved(text) : text, changed)
    expect(styleOf(found, 'new1').get('fillColor')).toBe('#edf3fb')
    expect(styleOf(found, 'a').get('fillColor')).toBe('#edf3fb')
    expect(found).toContain('theme="soft"')
    expect(read(found).nodes.get('new1')!.style).toEqual({})
  })

  test.each([true, false])(
    'another theme paints it anew, but not what is coloured by a person; moved: %s',
    async isMoved => {
      const text = (await written(source, 'soft')).replace('fillColor=#edf3fb', 'fillColor=#ffcc00')
      const found = await update(isMoved ? moved(text) : text, source, 'contrast')
      expect(found).toContain('theme="contrast"')
      expect(styleOf(found, 'a').get('fillColor')).toBe('#ffcc00')
      expect(styleOf(found, 'a').get('strokeColor')).toBe('#000000')
      expect(styleOf(found, 'outer').get('fillColor')).toBe('#ffffff')
      expect(firstDifference(read(text), { ...read(found) })).toBeUndefined()
    },
  )

  test('none is taken away by `plain`', async () => {
    const found = await update(moved(await written(source, 'soft')), source, 'plain')
    expect(found).not.toContain('theme=')
    expect(found).not.toContain('#edf3fb')
    expect(styleOf(found, 'outer').get('fillColor')).toBe('none')
  })

  test('a page of somebody else is not painted', async () => {
    const foreign =
      '<mxfile><diagram name="Page-1"><mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/><mxCell id="a" value="Start" style="rounded=0;html=1;" vertex="1" parent="1"><mxGeometry x="10" y="10" width="80" height="40" as="geometry"/></mxCell></root></mxGraphModel></diagram></mxfile>'
    const found = await update(foreign, 'flowchart LR\n    a[Start]\n    b[Other]\n', 'soft')
    expect(found).not.toContain('#edf3fb')
  })
})
