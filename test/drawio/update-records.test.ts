/** `--update` of records and tables: fields of the source, in the places and colours of the drawing. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { dot } from '../../converters/dot/index.js'
import { drawio, readDrawio } from '../../converters/drawio/index.js'
import { json } from '../../converters/json/index.js'
import { convertWith } from '../../src/convert.js'
import type { Graph } from '../../src/ir/model.js'

const SOURCE = `digraph {
  rankdir=LR
  node [shape=record]
  a [label="<id> id | <name> name | age"]
  b [label="<key> key"]
  c [label="c", shape=box]
  a:name -> b:key
}
`

async function update(existing: string | undefined, source: string) {
  const { text, messages } = await convertWith(
    dot,
    drawio,
    source,
    existing === undefined ? {} : { existing },
  )
  const again = await convertWith(dot, drawio, source, { existing: text })
  expect(again.text).toBe(text)
  const read = readDrawio(text)
  expect(read.messages).toEqual([])
  const said = messages.filter(({ code }) => /update/.test(code)).map(({ text: words }) => words)
  return { text, said, graph: read.graphs[0]! }
}

/** A page without what was written there last. */
const withoutBase = (text: string): string =>
  text
    .replace(/ base="[^"]*"/, '')
    .replace(
      /<object label="" id="1"><mxCell parent="0"\/><diaglot\/><\/object>/,
      '<mxCell id="1" parent="0"/>',
    )

/** Every cell in a node: its id, what it shows, its box in what it stands in, and its fill. */
function cellsIn(text: string, node: string): string[][] {
  const cells = [
    ...text.matchAll(
      /<(?:object label="([^"]*)"[^>]* id="([^"]*)">\s*<mxCell|mxCell id="([^"]*)" value="([^"]*)") style="([^"]*)"[^>]* parent="([^"]*)"[^>]*>\s*<mxGeometry ([^>]*) as=/g,
    ),
  ].map(([, label, id, plainId, value, style, parent, geometry]) => ({
    id: id ?? plainId ?? '',
    label: label ?? value ?? '',
    fill: /fillColor=([^;]*)/.exec(style ?? '')?.[1] ?? '',
    parent: parent ?? '',
    box: (geometry ?? '').replace(/(x|y|width|height)="([^"]*)"/g, '$2'),
  }))
  const inside = new Set([node])
  return cells.flatMap(({ id, label, fill, parent, box }) => {
    if (!inside.has(parent)) return []
    inside.add(id)
    return id.includes('-row-') ? [] : [[id, label, box, fill]]
  })
}

const fieldsOf = (graph: Graph, id: string) => graph.nodes.get(id)!.fields
const repainted = (text: string, id: string): string => {
  const at = text.indexOf(`id="${id}"`)
  const fill = text.indexOf('fillColor=none', at)
  return `${text.slice(0, fill)}fillColor=#ffcc00${text.slice(fill + 'fillColor=none'.length)}`
}
/** As if the node had been dragged. */
const dragged = (text: string, node: string): string =>
  text.replace(
    new RegExp(`( id="${node}">\\s*<mxCell [^>]*>\\s*<mxGeometry )x="[^"]*" y="[^"]*"`),
    '$1x="500" y="300"',
  )

describe('a record that a person moved', () => {
  test('stays where it is when a field is renamed, and only that cell changes', async () => {
    const first = dragged((await update(undefined, SOURCE)).text, 'a')
    const next = await update(first, SOURCE.replace('| age', '| born'))
    const [before, after] = [first, next.text].map(text => withoutBase(text).split('\n'))
    const changed = after!.filter(line => !before!.includes(line))
    expect(changed.map(line => line.trim().replace(/style="[^"]*"/, ''))).toEqual([
      // The layout is the person's now: its mark is gone.
      '<diaglot kind="graph" data="{&quot;direction&quot;:&quot;LR&quot;}"/></object>',
      '<mxCell id="a-3" value="born"  vertex="1" parent="a-row-3">',
    ])
    expect(next.said).toEqual([
      'The node “a” (id name born) was called “id\nname\nage” in the drawing; it is “id\nname\nborn” in the source.',
    ])
    expect(fieldsOf(next.graph, 'a')).toEqual([
      { text: 'id', port: 'id' },
      { text: 'name', port: 'name' },
      { text: 'born' },
    ])
  })

  test('grows by a new field, and what stands below makes room', async () => {
    const first = dragged((await update(undefined, SOURCE)).text, 'a').replace(
      /( id="c">\s*<mxCell [^>]*>\s*<mxGeometry )x="[^"]*" y="[^"]*"/,
      '$1x="500" y="420"',
    )
    const next = await update(first, SOURCE.replace('| <name>', '| <mail> mail | <name>'))
    expect(cellsIn(next.text, 'a').map(([id, label]) => [id, label])).toEqual([
      ['a-id', 'id'],
      ['a-mail', 'mail'],
      ['a-name', 'name'],
      ['a-4', 'age'],
    ])
    const { geometry } = Object.fromEntries(next.graph.nodes.get('a')!.document!.get('drawio')!)
    expect(geometry).toEqual(new Map(Object.entries({ x: 500, y: 300, width: 50, height: 120 })))
    const below = next.graph.nodes.get('c')!.document!.get('drawio')!.get('geometry')
    expect((below as Map<string, number>).get('y')).toBe(450)
    expect(next.text).toMatch(/source="a-name" target="b-key"/)
  })
})

describe('a cell that a person coloured', () => {
  test('keeps its colour and id when its text changes', async () => {
    const first = repainted((await update(undefined, SOURCE)).text, 'a-name')
    const same = await update(first, SOURCE)
    expect(same.text).toBe(first)
    const next = await update(first, SOURCE.replace('> name', '> full name'))
    expect(cellsIn(next.text, 'a').map(([id, label, , fill]) => [id, label, fill])).toEqual([
      ['a-id', 'id', 'none'],
      ['a-name', 'full name', '#ffcc00'],
      ['a-3', 'age', 'none'],
    ])
  })

  test('keeps it when fields come and go around it', async () => {
    const first = repainted((await update(undefined, SOURCE)).text, 'a-name')
    const next = await update(first, SOURCE.replace('<id> id |', '<x> x | {y | z} |'))
    expect(cellsIn(next.text, 'a').map(([id, label, , fill]) => [id, label, fill])).toEqual([
      // Another text at the same place is the same cell, as with a label.
      ['a-id', 'x', 'none'],
      ['a-2', '', 'none'],
      ['a-3_2', 'y', 'none'],
      ['a-4', 'z', 'none'],
      ['a-name', 'name', '#ffcc00'],
      ['a-3', 'age', 'none'],
    ])
    const fewer = await update(first, SOURCE.replace('<id> id |', ''))
    expect(cellsIn(fewer.text, 'a').map(([id, label, , fill]) => [id, label, fill])).toEqual([
      ['a-name', 'name', '#ffcc00'],
      ['a-3', 'age', 'none'],
    ])
  })
})

test('what a person made of cells in cells stays, when a field comes before all of them', async () => {
  const source =
    'digraph { rankdir=LR; node [shape=record]; a [label="<id> id | {<w> where | {<zip> zip | city}}"] }'
  const { text } = await update(undefined, source)
  const edited = repainted(text, 'a-zip')
    .replace(
      '<object label="where" id="a-w"',
      '<object label="where" steward="Ann" link="https://example.org/" id="a-w"',
    )
    .replace('value="city"', 'value="&lt;b&gt;city&lt;/b&gt;"')
  const next = await update(edited, source.replace('<id> id', '<no> no | <id> id'))
  const cells = cellsIn(next.text, 'a').map(([id, label, , fill]) => [id, label, fill])
  expect(cells).toEqual([
    ['a-no', 'no', 'none'],
    ['a-id', 'id', 'none'],
    ['a-2', '', 'none'],
    ['a-w', 'where', 'none'],
    ['a-4', '', 'none'],
    ['a-zip', 'zip', '#ffcc00'],
    ['a-6', '&lt;b&gt;city&lt;/b&gt;', 'none'],
  ])
  expect(next.text).toMatch(/<object label="where" [^>]*steward="Ann"[^>]* id="a-w">/)
  expect(next.text).toMatch(/<object label="where" [^>]*link="https:\/\/example.org\/"[^>]* id="a-w">/)
})

test('what a person typed into a field, or fastened to another field, is the source’s to say where nobody knows what was written last', async () => {
  const first = withoutBase((await update(undefined, SOURCE)).text)
    .replace('value="age"', 'value="how old"')
    .replace('source="a-name"', 'source="a-id"')
  const next = await update(first, SOURCE)
  expect(next.said).toEqual([
    'The node “a” (id name age) was called “id\nname\nhow old” in the drawing; it is “id\nname\nage” in the source.',
    'The edge from “a” to “b” was fastened elsewhere in the drawing; the source wins.',
  ])
  expect(next.text).toMatch(/value="age"/)
  expect(next.text).toMatch(/source="a-name" target="b-key"/)
})

test('lines between the same two records keep to their fields, whatever their order', async () => {
  const lines = (...ends: string[]) =>
    `digraph { rankdir=LR; node [shape=record]; a [label="<x> x|<y> y"]; b [label="<x> x|<y> y"]; ${ends.join('; ')} }`
  const first = dragged((await update(undefined, lines('a:x -> b:x', 'a:y -> b:y'))).text, 'a')
  const next = await update(first, lines('a:y -> b:y', 'a:x -> b:x'))
  expect(next.said).toEqual([])
  expect(next.graph.edges.map(({ from, to }) => [from.port, to.port])).toEqual([
    ['y', 'y'],
    ['x', 'x'],
  ])
  expect(
    [...next.text.matchAll(/id="(edge-[^"]*)"[\s\S]*?source="([^"]*)"/g)].map(([, ...ids]) => ids),
  ).toEqual([
    ['edge-a-b', 'a-x'],
    ['edge-a-b_2', 'a-y'],
  ])
})

test('an entity that a person drew keeps every byte but the text that the source has otherwise', async () => {
  const drawn = readFileSync('corpus/drawio/er-tables.drawio', 'utf8')
  const { text: source } = await convertWith(drawio, json, drawn, {})
  const same = await convertWith(json, drawio, source, { existing: drawn })
  expect(same.text).toBe(drawn)
  const renamed = source.replace('"text": "e-mail"', '"text": "mail"')
  const { text } = await convertWith(json, drawio, renamed, { existing: drawn })
  expect(withoutBase(text)).toBe(drawn.replace('value="e-mail"', 'value="mail"'))
})

describe('a table that a person drew, where the source has a node without fields', () => {
  const row = (id: string, value: string, y: number): string =>
    `<mxCell id="${id}" value="${value}" style="text;html=1;" vertex="1" parent="Order"><mxGeometry y="${y}" width="160" height="26" as="geometry"/></mxCell>`
  const drawn = `<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>
<mxCell id="Order" value="Order" style="swimlane;childLayout=stackLayout;startSize=26;html=1;" vertex="1" parent="1"><mxGeometry x="40" y="40" width="160" height="78" as="geometry"/></mxCell>
${row('f1', 'id', 26)}
${row('f2', 'customer', 52)}
<mxCell id="Customer" value="Customer" style="html=1;" vertex="1" parent="1"><mxGeometry x="300" y="40" width="100" height="40" as="geometry"/></mxCell>
<mxCell id="line" value="places" style="html=1;" edge="1" parent="1" source="f2" target="Customer"><mxGeometry relative="1" as="geometry"/></mxCell>
</root></mxGraphModel>`
  const rows = [
    { text: 'id', port: 'f1' },
    { text: 'customer', port: 'f2' },
  ]

  test.each([
    ['Order', 'Order'],
    ['', 'Order'],
    ['Order\nid\ncustomer', 'Order'],
    ['Purchase', 'Purchase'],
  ])('its rows stay, and so does the line at one: a source that says %j', async (label, shown) => {
    const source = `digraph { Order [shape=box, label="${label.replaceAll('\n', '\\n')}"]; Customer [shape=box] }`
    const { text, graph, said } = await update(drawn, source)
    expect(graph.nodes.get('Order')).toMatchObject({ label: { text: shown } })
    expect(fieldsOf(graph, 'Order')?.map(({ text: words }) => words)).toEqual(
      rows.map(({ text: words }) => words),
    )
    expect(said).toContain('The node “Order” keeps its fields; the source has none.')
    for (const kept of [row('f2', 'customer', 52), '<mxCell id="line" value="places"'])
      expect(text).toContain(kept)
  })

  test('a line at a field that the source has no more is fastened to the node, and stays a person’s', async () => {
    const first = await update(undefined, 'digraph { a [shape=record, label="<x> x | <y> y"]; b }')
    const line =
      '<mxCell id="mine" value="mine" style="html=1;" edge="1" parent="1" source="a-x" target="b"><mxGeometry relative="1" as="geometry"/></mxCell></root>'
    const { text, graph } = await update(first.text.replace('</root>', line), 'digraph { a [label="a"]; b }')
    expect(fieldsOf(graph, 'a')).toBeUndefined()
    expect(graph.edges).toMatchObject([{ from: { id: 'a' }, to: { id: 'b' }, label: { text: 'mine' } }])
    expect(graph.edges[0]!.from.port).toBeUndefined()
    expect(text).toMatch(/<mxCell id="mine"[^>]* source="a"/)
  })
})
