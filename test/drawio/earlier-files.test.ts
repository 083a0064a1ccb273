/** Files that earlier versions wrote have what stands beside a cell as attributes of its wrapper. They are read, brought up to date and written as ever. */
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { dot } from '../../converters/dot/index.js'
import { drawio, readDrawio } from '../../converters/drawio/index.js'
import { updateDrawio } from '../../converters/drawio/put/update.js'
import { flowzap } from '../../converters/flowzap/index.js'
import { convertWith } from '../../src/convert.js'
import { firstDifference } from '../../src/ir/difference.js'
import { sample } from '../setup/runs.js'
import { differences } from './same-cells.js'

const BEFORE = new Map([
  ['key', 'diaglot-id'],
  ['data', 'diaglot'],
  ['mermaidId', 'mermaidId'],
])

/** A file of ours as an earlier version wrote it. */
const earlier = (text: string): string =>
  text.replace(
    /<object ([^>]*) id="([^"]*)">((?:(?!<\/object>)[\s\S])*?)\s*<diaglot ([^>]*)\/><\/object>/g,
    (_, shown: string, id: string, cell: string, data: string) => {
      const indent = /\n( *)<mxCell/.exec(cell)?.[1]?.slice(2) ?? ''
      const moved = data.replace(
        /(^| )([A-Za-z]+)="/g,
        (__, blank, name) => `${blank}${BEFORE.get(name) ?? `diaglot-${name}`}="`,
      )
      return `<object ${shown} ${moved} id="${id}">${cell}\n${indent}</object>`
    },
  )

const SAVED = `<mxfile host="diaglot" pages="1">
  <diagram id="page-1" name="Shop">
    <mxGraphModel dx="1200" dy="800" grid="1" gridSize="10" guides="1" tooltips="1" connect="1" arrows="1" fold="1" page="1" pageScale="1" pageWidth="850" pageHeight="1100" math="0" shadow="0">
      <root>
        <mxCell id="0"/>
        <object label="" diaglot-kind="graph" diaglot="{&quot;title&quot;:&quot;Shop&quot;,&quot;direction&quot;:&quot;LR&quot;}" id="1">
          <mxCell parent="0"/>
        </object>
        <object label="Pay" owner="Ann" diaglot-kind="node" diaglot-id="1" diaglot-shape="rectangle" mermaidId="1" diaglot="{&quot;other&quot;:[[&quot;cursor&quot;,&quot;help&quot;]]}" id="node-1">
          <mxCell style="rounded=0;whiteSpace=wrap;html=1;" vertex="1" parent="1">
            <mxGeometry x="40" y="40" width="100" height="40" as="geometry" />
          </mxCell>
        </object>
      </root>
    </mxGraphModel>
  </diagram>
</mxfile>
`

test('data at the wrapper are read, and written inside of it', async () => {
  const [graph] = readDrawio(SAVED).graphs
  expect(graph).toMatchObject({ title: 'Shop', direction: 'LR' })
  const node = graph!.nodes.get('1')!
  expect(node).toMatchObject({ shape: 'rectangle', label: { text: 'Pay' } })
  expect([...node.properties]).toEqual([['owner', 'Ann']])
  expect([...node.style.other!]).toEqual([['cursor', 'help']])
  const { text } = await convertWith(drawio, drawio, SAVED)
  expect(text).toContain('<object label="Pay" owner="Ann" id="node-1">')
  expect(text).toMatch(/<diaglot kind="node" key="1" shape="rectangle" data="[^"]*"\/><\/object>/)
  expect(text).not.toMatch(/diaglot-kind|mermaidId/)
  expect(differences(SAVED.replace(' mermaidId="1"', ''), text)).toEqual([])
})

test('of a file that earlier versions wrote, an update changes what changed, and moves the data of that cell', async () => {
  const source =
    'Shop { # Shop\n  n1: rectangle label:"Pay"\n  n2: rectangle label:"Send"\n  n1.handle(right) -> n2.handle(left)\n}\n'
  const now = await convertWith(flowzap, drawio, source)
  const existing = earlier(now.text).replace(/(id="n1">\s*<mxCell [^>]*>\s*<mxGeometry x=")(\d+)/, '$1555')
  expect(existing).not.toContain('<diaglot')
  const same = await convertWith(flowzap, drawio, source, { existing })
  expect(same.text).toBe(existing)
  const { text } = await convertWith(flowzap, drawio, source.replace('Send', 'Ship'), { existing })
  const lines = existing.split('\n')
  const changed = text.split('\n').filter(line => !lines.includes(line))
  // From now on the page holds what was written there last.
  expect(changed.map(line => line.trim().replace(/ base="[^"]+"/, ' base="…"'))).toEqual([
    '<object label="" id="1">',
    '<diaglot kind="graph" data="{&quot;direction&quot;:&quot;LR&quot;}" base="…"/></object>',
    '<object label="Ship" id="n2">',
    '<diaglot kind="node" shape="rectangle"/></object>',
  ])
  expect(readDrawio(text).graphs[0]!.nodes.get('n2')!.label.text).toBe('Ship')
})

const templates = readdirSync('corpus/templates').map(slug => `corpus/templates/${slug}/diagram.drawio`)

test.each(sample(templates, 4))('%s reads the same either way, and stays as it is', path => {
  const text = readFileSync(path, 'utf8')
  const before = earlier(text)
  expect(before).not.toContain('<diaglot')
  const [graph] = readDrawio(text).graphs
  const [old] = readDrawio(before).graphs
  expect(firstDifference(old!, graph!)).toBeUndefined()
  expect(updateDrawio(before, [{ graph: graph! }]).text).toBe(before)
})

test('cells of fields that were not yet parts of their node are drawn anew as ours', async () => {
  const source = (fields: string) => `digraph { a [shape=record, label="${fields}"]; a -> b }`
  const now = await convertWith(dot, drawio, source('one|{two|<t> three}'))
  const moved = now.text.replace(/(id="b">\s*<mxCell [^>]*>\s*<mxGeometry x=")\d+/, '$1555')
  const existing = moved.replaceAll('part=1;', '')
  expect(existing).not.toBe(moved)
  expect((await convertWith(dot, drawio, source('one|{two|<t> three}'), { existing })).text).toBe(existing)
  const { text } = await convertWith(dot, drawio, source('one|{two|<t> three|and a long one}'), { existing })
  const { fields } = readDrawio(text).graphs[0]!.nodes.get('a')!
  expect(fields![1]!.children!.map(field => field.text)).toEqual(['two', 'three', 'and a long one'])
  // The cell of the inner fields, and each field.
  expect(text.match(/part=1;/g)).toHaveLength(5)
})
