/** What draw.io shows while the pointer rests on a cell, and what is left of our data when somebody has edited and saved there. */

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { afterAll, describe, expect, it } from 'vitest'
import { dot } from '../../converters/dot/index.js'
import { drawio, readDrawio } from '../../converters/drawio/index.js'
import { flowzap } from '../../converters/flowzap/index.js'
import { mermaid } from '../../converters/mermaid/index.js'
import { chromiumMissing, closeChromium } from '../../scripts/browser/chromium.js'
import { drawDrawio, savedByDrawio } from '../../scripts/browser/drawio.js'
import { convertWith } from '../../src/convert.js'
import type { Format } from '../../src/format.js'
import { firstDifference } from '../../src/ir/difference.js'
import { sample } from '../setup/runs.js'

const missing = chromiumMissing('tooltips in draw.io')
afterAll(closeChromium)

const FLOW = `Shop { # Shop
  n1: circle label:"Start"
  n2: taskbox owner:"Ann" description:"Takes <b>cash</b>" label:"Pay"
  n3: rectangle label:"Send"
  n1.handle(right) -> n2.handle(left)
  n2.handle(right) -> n3.handle(left) [label="paid"]
  loop [retry] n2 n3
}
`

const CHART = `flowchart LR
  subgraph g [Group]
    a["Pay <b>now</b><br>or #35;later"]:::hot --> b{{x}}
  end
  b -.-o c
  click c "https://example.org" "A tip"
  classDef hot fill:#f96,stroke-width:3px
`

const RECORDS = `digraph { rankdir=LR; node [shape=record]
  a [label="<id> id | {<w> where | {<zip> zip | city}}", comment="kept"]
  b [label="title", shape=octagon, xlabel="x"]
  a:zip -> b [headlabel="h", weight=3]
}
`

/** Names of ours, and JSON. */
const OURS = /diaglot|mermaidId|&quot;:|\{&quot;|\[&quot;/

/** What shows on each cell where something does, as its lines. */
async function tooltips(text: string): Promise<Record<string, string>> {
  const { tooltips: shown, errors } = await drawDrawio(text)
  expect(errors).toEqual([])
  return Object.fromEntries(
    shown.map(({ id, html }) => [id, html.replace(/<div style="max-width:360px[^>]*>|<\/div>/g, '')]),
  )
}

describe.skipIf(missing)('while the pointer rests on a cell', () => {
  it('a node shows its properties, and no other cell shows anything', async () => {
    const { text } = await convertWith(flowzap, drawio, FLOW)
    expect(await tooltips(text)).toEqual({
      n2: '<b>description:</b> Takes &lt;b&gt;cash&lt;/b&gt;\n<b>owner:</b> Ann',
    })
  })

  it('a tooltip that an author wrote is shown alone', async () => {
    const { text } = await convertWith(mermaid, drawio, CHART)
    expect(await tooltips(text)).toEqual({ c: 'A tip' })
  })

  it('cells of records, lines and frames show nothing', async () => {
    const { text } = await convertWith(dot, drawio, RECORDS)
    const shown = await tooltips(text)
    expect(Object.keys(shown).filter(id => id !== 'a' && id !== 'b')).toEqual([])
  })

  it('a file that earlier versions wrote showed what stands beside the cells', async () => {
    const cell = '<mxCell vertex="1" parent="1"><mxGeometry width="80" height="40" as="geometry"/></mxCell>'
    const earlier = `<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/><object label="" diaglot-kind="node" id="a">${cell}</object></root></mxGraphModel>`
    expect(await tooltips(earlier)).toEqual({ a: '<b>diaglot-kind:</b> node' })
    const { text } = await convertWith(drawio, drawio, earlier)
    expect(await tooltips(text)).toEqual({})
  })

  const templates = existsSync('corpus/templates')
    ? readdirSync('corpus/templates').map(slug => `corpus/templates/${slug}/diagram.drawio`)
    : []
  it.for(sample(templates, 9))('%s shows none of our data', async path => {
    expect(Object.values(await tooltips(readFileSync(path, 'utf8'))).join('\n')).not.toMatch(OURS)
  })

  const small = (
    [
      [mermaid, 'corpus/mermaid', '.mmd'],
      [dot, 'corpus/dot', '.gv'],
      [flowzap, 'corpus/flowzap', '.fz'],
    ] as const
  ).flatMap(([format, folder, ending]) =>
    readdirSync(folder)
      .filter(file => file.endsWith(ending))
      .map((file): [string, Format] => [`${folder}/${file}`, format]),
  )
  it('none of the small diagrams of the corpus shows any', async () => {
    for (const [path, format] of sample(small, 16)) {
      const { text } = await convertWith(format, drawio, readFileSync(path, 'utf8'))
      expect(Object.values(await tooltips(text)).join('\n'), path).not.toMatch(OURS)
    }
  })
})

describe.skipIf(missing)('saved by draw.io', () => {
  it.for([
    ['FlowZap Code', flowzap, FLOW],
    ['Mermaid', mermaid, CHART],
    ['DOT', dot, RECORDS],
  ] as const)('a page that came from %s reads as the same graph', async ([, format, source]) => {
    const { text } = await convertWith(format, drawio, source)
    const saved = await savedByDrawio(text)
    // draw.io puts the data before the cell, and does not take them for a cell of their own.
    expect(saved).toMatch(/<diaglot kind="node"[^>]*\/>\s*<mxCell/)
    expect(saved).not.toContain('&#xa;')
    const [before, after] = [text, saved].map(file => readDrawio(file).graphs[0]!)
    const { title: _, ...untitled } = before!
    expect(firstDifference(untitled, { ...after!, title: undefined } as typeof untitled)).toBeUndefined()
  })

  it('what a person edited is theirs, and the rest is known as before', async () => {
    const { text } = await convertWith(flowzap, drawio, FLOW)
    const saved = await savedByDrawio(text, {
      labels: { n3: 'Ship' },
      attributes: { n2: { owner: 'Bo' }, n3: { cost: '5' } },
      copies: ['n3'],
    })
    const [graph] = readDrawio(saved).graphs
    expect(graph!.nodes.get('n3')!.label.text).toBe('Ship')
    expect([...graph!.nodes.get('n3')!.properties]).toEqual([['cost', '5']])
    expect(Object.fromEntries(graph!.nodes.get('n2')!.properties)).toEqual({
      owner: 'Bo',
      description: 'Takes <b>cash</b>',
    })
    expect(graph!.nodes.get('n2')!.shape).toBe('task')
    expect(graph!.loops).toMatchObject([{ condition: 'retry', nodes: ['n2', 'n3'] }])
    const copy = [...graph!.nodes.values()].at(-1)!
    expect(copy).toMatchObject({ label: { text: 'Ship' }, shape: 'rectangle' })
  })
})
