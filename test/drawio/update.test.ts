import { describe, expect, test } from 'vitest'
import { dot } from '../../converters/dot/index.js'
import { drawio, readDrawio } from '../../converters/drawio/index.js'
import { flowzap } from '../../converters/flowzap/index.js'
import { mermaid } from '../../converters/mermaid/index.js'
import { convertWith } from '../../src/convert.js'
import type { Format, FormatOptions } from '../../src/format.js'
import type { Graph, Value } from '../../src/ir/model.js'

const SHOP = `Shop { # Shop
n1: circle label:"Start"
n2: rectangle label:"Check"
n3: rectangle label:"Pay"
n1.handle(right) -> n2.handle(left)
n2.handle(right) -> n3.handle(left) [label="ok"]
n3.handle(bottom) -> Bank.n4.handle(top)
}
Bank { # Bank
n4: rectangle label:"Book"
}
`

const drawn = async (
  source: string,
  format: Format = flowzap,
  options: FormatOptions = {},
): Promise<string> => (await convertWith(format, drawio, source, { options })).text

interface Updated {
  readonly text: string
  readonly said: readonly string[]
  readonly graph: Graph
}

async function update(existing: string, source: string, format: Format = flowzap): Promise<Updated> {
  const { text, messages } = await convertWith(format, drawio, source, { existing })
  const again = await convertWith(format, drawio, source, { existing: text })
  expect(again.text).toBe(text)
  const read = readDrawio(text)
  expect(read.messages.filter(({ severity }) => severity === 'error')).toEqual([])
  const said = messages
    .filter(({ code }) => /update/.test(code))
    .map(({ code, text: words }) => `${code}: ${words}`)
  return { text, said, graph: read.graphs[0]! }
}

/** A page without what was written there last, which files of earlier versions do not say. */
const withoutBase = (text: string): string => text.replace(/ base="[^"]*"/, '')

/** The element of a cell, from its id to the end of its geometry's tag. */
const cellText = (text: string, id: string): string =>
  new RegExp(`<(?:object|mxCell)[^>]* id="${id}"[\\s\\S]*?<mxGeometry[^>]*>`).exec(text)?.[0] ?? ''

const geometryOf = (text: string, id: string): string =>
  /<mxGeometry ([^>]*?) as="geometry"/.exec(cellText(text, id))?.[1] ?? ''

/** The text with one cell's geometry or style written by hand. */
function byHand(text: string, id: string, change: { geometry?: string; style?: string }): string {
  const old = cellText(text, id)
  expect(old).not.toBe('')
  let cell = old
  if (change.geometry) cell = cell.replace(/<mxGeometry [^>]*? as=/, `<mxGeometry ${change.geometry} as=`)
  if (change.style) cell = cell.replace(/style="[^"]*"/, `style="${change.style}"`)
  expect(cell).not.toBe(old)
  return text.replace(old, cell)
}

const added = (text: string, xml: string): string => text.replace(/ *<\/root>/, `${xml}\n$&`)

const NOTE =
  '<mxCell id="aBcDeFgHiJkLmNoPqRsT-1" value="Ask Ann" style="shape=note;html=1;fillColor=#FFF2CC;" vertex="1" parent="1"><mxGeometry x="40" y="700" width="90" height="70" as="geometry"/></mxCell>'

async function edited(): Promise<string> {
  let text = await drawn(SHOP)
  text = byHand(text, 'n2', {
    geometry: 'x="171" y="33" width="111" height="44"',
    style: 'rounded=0;whiteSpace=wrap;html=1;fillColor=#FFE6CC;strokeColor=#D79B00;',
  })
  return added(text, NOTE)
}

interface Box {
  readonly id: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

function boxesOf(elements: Iterable<{ readonly id: string; readonly document?: Graph['document'] }>): Box[] {
  return [...elements].map(({ id, document }) => {
    const geometry = document?.get('drawio')?.get('geometry') as ReadonlyMap<string, Value>
    const [x, y, width, height] = ['x', 'y', 'width', 'height'].map(key => geometry.get(key) as number)
    return { id, x: x!, y: y!, width: width!, height: height! }
  })
}

function expectNoOverlap(boxes: readonly Box[]): void {
  boxes.forEach((a, i) => {
    for (const b of boxes.slice(i + 1)) {
      const apart =
        a.x >= b.x + b.width || b.x >= a.x + a.width || a.y >= b.y + b.height || b.y >= a.y + a.height
      expect(apart, `${a.id} and ${b.id} overlap`).toBe(true)
    }
  })
}

function expectSound({ graph }: Updated): void {
  const groups = boxesOf(graph.groups.values())
  const nodes = boxesOf(graph.nodes.values())
  expectNoOverlap(nodes)
  expectNoOverlap(groups)
  for (const box of nodes) {
    const group = groups.find(({ id }) => id === graph.nodes.get(box.id)?.group)
    if (!group) continue
    expect(box.x).toBeGreaterThanOrEqual(group.x)
    expect(box.y).toBeGreaterThanOrEqual(group.y)
    expect(box.x + box.width).toBeLessThanOrEqual(group.x + group.width)
    expect(box.y + box.height).toBeLessThanOrEqual(group.y + group.height)
  }
}

describe('an unchanged source', () => {
  test('changes nothing in a file that nobody touched', async () => {
    const text = await drawn(SHOP)
    expect(await update(text, SHOP)).toMatchObject({ text, said: [] })
  })

  test('changes no byte of what a person made of it', async () => {
    const text = await edited()
    expect(await update(text, SHOP)).toMatchObject({ text, said: [] })
  })

  test('changes no byte of a packed file', async () => {
    const text = await drawn(SHOP, flowzap, { compress: true })
    expect((await update(text, SHOP)).text).toBe(text)
  })

  test('changes no byte of a file that draw.io wrote itself, with settings, layers and a page of its own', async () => {
    const text = (await edited())
      .replace('host="diaglot"', 'host="app.diagrams.net" agent="Mozilla/5.0" version="25.0.2"')
      .replace('<mxGraphModel ', '<mxGraphModel dx="1422" dy="762" ')
      .replace('<mxCell id="0"/>', '<mxCell id="0" />')
      .replace(/ *<\/root>/, '<mxCell id="L2" value="Notes" parent="0"/>$&')
      .replace(
        '</mxfile>',
        '<diagram id="zz" name="Mine"><mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/></root></mxGraphModel></diagram></mxfile>',
      )
    expect(await update(text, SHOP)).toMatchObject({ text, said: [] })
  })
})

describe('a changed source', () => {
  test('a new label is the only thing that changes', async () => {
    const text = await edited()
    const renamed = await update(text, SHOP.replace('"Check"', '"Check stock"'))
    expect(withoutBase(renamed.text)).toBe(
      withoutBase(text.replace('label="Check"', 'label="Check stock"').replace(/ layout="[0-9a-f]+"/, '')),
    )
    expect(renamed.said).toEqual([
      'repair/update-label: The node “n2” (Check stock) was called “Check” in the drawing; it is “Check stock” in the source.',
    ])
  })

  test('a node and an edge are added, and everything else stays', async () => {
    const text = await edited()
    const source = SHOP.replace('n4: rectangle', 'n5: diamond label:"Fraud?"\nn4: rectangle').replace(
      'n3.handle(bottom)',
      'n2.handle(bottom) -> Bank.n5.handle(top) [label="ask"]\nn3.handle(bottom)',
    )
    const result = await update(text, source)
    expect(result.said).toEqual([
      'repair/update-added: The node “n5” (Fraud?) was not in the drawing; it is added.',
      'repair/update-added: The edge from “n2” to “n5” (ask) was not in the drawing; it is added.',
    ])
    for (const id of ['n1', 'n2', 'n3', 'Shop', 'pool'])
      expect(cellText(result.text, id)).toBe(cellText(text, id))
    expect(geometryOf(result.text, 'n4')).toBe(geometryOf(text, 'n4'))
    expect(result.text).toContain(NOTE)
    expect(result.graph.nodes.get('n5')).toMatchObject({
      shape: 'diamond',
      group: 'Bank',
      label: { text: 'Fraud?' },
    })
    expect(result.graph.edges.map(({ from, to }) => [from.id, to.id])).toEqual([
      ['n1', 'n2'],
      ['n2', 'n3'],
      ['n2', 'n5'],
      ['n3', 'n4'],
    ])
    expectSound(result)
  })

  test('a removed node goes with its edges, and what a person fastened to it', async () => {
    const line = (id: string, target: string): string =>
      `<mxCell id="aBcDeFgHiJkLmNoPqRsT-${id}" style="dashed=1;html=1;" edge="1" source="aBcDeFgHiJkLmNoPqRsT-1" target="${target}" parent="1"><mxGeometry relative="1" as="geometry"/></mxCell>`
    const text = added(added(await edited(), line('2', 'n3')), line('3', 'n2'))
    const source = SHOP.replace('n3: rectangle label:"Pay"\n', '')
      .replace('n2.handle(right) -> n3.handle(left) [label="ok"]\n', '')
      .replace('n3.handle(bottom) ->', 'n2.handle(bottom) ->')
    const result = await update(text, source)
    expect([...result.graph.nodes.keys()]).toEqual(['n1', 'n2', 'n4', 'aBcDeFgHiJkLmNoPqRsT-1'])
    expect(result.graph.edges.map(({ from, to }) => [from.id, to.id])).toEqual([
      ['n1', 'n2'],
      ['n2', 'n4'],
      ['aBcDeFgHiJkLmNoPqRsT-1', 'n2'],
    ])
    expect(cellText(result.text, 'n2')).toBe(cellText(text, 'n2'))
    // A person's own edge keeps its bytes: it has no number among those of the source.
    expect(cellText(result.text, 'aBcDeFgHiJkLmNoPqRsT-3')).toBe(cellText(text, 'aBcDeFgHiJkLmNoPqRsT-3'))
    expect(result.text).not.toContain('"n3"')
    expect(result.said.map(words => words.split(':')[0]).sort()).toEqual([
      'repair/update-added',
      'repair/update-removed',
      'repair/update-removed',
      'repair/update-removed',
      'repair/update-removed',
    ])
  })

  test('a node that changes its lane is moved there', async () => {
    const source = SHOP.replace('n3: rectangle label:"Pay"\n', '').replace(
      'n4: rectangle',
      'n3: rectangle label:"Pay"\nn4: rectangle',
    )
    const text = await edited()
    const result = await update(text, source)
    expect(result.said).toContain(
      'repair/update-place: The node “n3” (Pay) stood in “Shop”; in the source it stands in “Bank”.',
    )
    expect(result.graph.nodes.get('n3')?.group).toBe('Bank')
    expect(cellText(result.text, 'n3')).toContain('parent="Bank"')
    expect(cellText(result.text, 'n2')).toBe(cellText(text, 'n2'))
    expectSound(result)
  })

  test('a new lane goes into the pool, an old one leaves no gap', async () => {
    const text = await edited()
    const source = `${SHOP.replace('Bank { # Bank', 'Audit { # Audit\nn6: rectangle label:"Log"\n}\nBank { # Bank')}`
    const result = await update(text, source)
    expectSound(result)
    const lanes = boxesOf(result.graph.groups.values()).sort((a, b) => a.y - b.y)
    expect(lanes.map(({ id }) => id)).toEqual(['Shop', 'Audit', 'Bank'])
    lanes.slice(1).forEach((lane, i) => {
      expect(lane.y).toBe(lanes[i]!.y + lanes[i]!.height)
      expect(lane.width).toBe(lanes[0]!.width)
    })
    const back = await update(result.text, SHOP)
    for (const id of ['Shop', 'Bank', 'n1', 'n2', 'n3', 'n4', 'pool'])
      expect(geometryOf(back.text, id)).toBe(geometryOf(text, id))
  })

  test('many new nodes make their lane longer', async () => {
    const ids = Array.from({ length: 30 }, (_, i) => `n${i + 10}`)
    const source = SHOP.replace(
      'n3: rectangle',
      `${ids.map(id => `${id}: rectangle label:"${id}"`).join('\n')}\nn3: rectangle`,
    )
    const result = await update(await edited(), source)
    expect(result.graph.nodes.size).toBe(35)
    expectSound(result)
    const [shop, bank] = boxesOf(result.graph.groups.values())
    expect(bank!.width).toBe(shop!.width)
  })

  test('a packed page is packed again', async () => {
    const text = await drawn(SHOP, flowzap, { compress: true })
    const result = await update(text, SHOP.replace('"Pay"', '"Pay now"'))
    expect(result.text).not.toContain('<mxGraphModel')
    expect(result.graph.nodes.get('n3')?.label.text).toBe('Pay now')
  })
})

describe('what a person did against the source, on a page that does not say what was written there last', () => {
  test('a deleted node comes back, a changed label is set right, a line fastened elsewhere is fastened again', async () => {
    let text = withoutBase(await edited())
    text = text.replace(/ *<object label="Book"[\s\S]*?<\/object>\n/, '')
    text = text.replace(/ *<mxCell id="edge-n3-n4"[\s\S]*?<\/mxCell>\n/, '')
    text = text.replace('label="Pay"', 'label="Pay by card"')
    text = text.replace('source="n1" target="n2"', 'source="n1" target="n3"')
    const result = await update(text, SHOP)
    expect(result.said).toEqual(
      [
        'repair/update-added: The node “n4” (Book) was not in the drawing; it is added.',
        'repair/update-label: The node “n3” (Pay) was called “Pay by card” in the drawing; it is “Pay” in the source.',
        'repair/update-edge: The edge from “n1” to “n2” was fastened elsewhere in the drawing; the source wins.',
        'repair/update-added: The edge from “n3” to “n4” was not in the drawing; it is added.',
      ].sort((a, b) => result.said.indexOf(a) - result.said.indexOf(b)),
    )
    expect(result.graph.edges.map(({ from, to }) => `${from.id} ${to.id}`).sort()).toEqual([
      'n1 n2',
      'n2 n3',
      'n3 n4',
    ])
    expect(result.graph.nodes.get('n4')?.group).toBe('Bank')
    expectSound(result)
  })

  test('a colour that the source sets otherwise stays, with a message', async () => {
    const source = 'flowchart LR\n  a[A] --> b[B]\n  style a fill:#ff0000\n'
    const text = withoutBase(await drawn(source, mermaid)).replace('fillColor=#ff0000', 'fillColor=#00FF00')
    const result = await update(text, `${source}  b --> c[C]\n`, mermaid)
    expect(result.graph.nodes.get('a')?.style.fill).toBe('#00FF00')
    expect(result.said).toContain(
      'repair/update-style: The node “a” (A) keeps its own fill; the source has another.',
    )
  })
})

describe('clusters', () => {
  const CLUSTERS =
    'digraph { subgraph cluster_a { label="A"; x; y } subgraph cluster_b { label="B"; z } x -> y; y -> z }'

  test('bends and places stay when a node joins a cluster', async () => {
    const whole = await drawn(CLUSTERS, dot)
    const moved = byHand(whole, 'z', { geometry: 'x="33" y="55" width="77" height="41"' }).replace(
      /(<mxCell id="edge-y-z"[^>]*>\s*)<mxGeometry[^>]*\/>/,
      '$1<mxGeometry relative="1" as="geometry"><Array as="points"><mxPoint x="300" y="210"/></Array></mxGeometry>',
    )
    const result = await update(
      moved,
      CLUSTERS.replace('x; y', 'x; y; w').replace('x -> y;', 'x -> y; x -> w;'),
      dot,
    )
    expect(geometryOf(result.text, 'z')).toBe('x="33" y="55" width="77" height="41"')
    for (const id of ['x', 'y']) expect(cellText(result.text, id)).toBe(cellText(moved, id))
    expect(result.text.includes('<mxPoint x="300" y="210"')).toBe(moved.includes('<mxPoint x="300" y="210"'))
    expect(result.graph.nodes.get('w')?.group).toBe('a')
    expectSound(result)
  })

  test('a new node that no line leads to stands beside the last one of its group', async () => {
    const source = 'digraph { x; subgraph cluster_a { label=A; a -> b } }'
    const moved = byHand(await drawn(source, dot), 'x', {
      geometry: 'x="1000" y="700" width="80" height="40"',
    })
    const { text } = await update(moved, source.replace('x;', 'x; w;'), dot)
    expect(geometryOf(text, 'w')).toBe('x="1120" y="700" width="80" height="40"')
  })

  test('a new cluster with its nodes', async () => {
    const text = byHand(await drawn(CLUSTERS, dot), 'z', { geometry: 'x="33" y="55" width="77" height="41"' })
    const source = CLUSTERS.replace('x -> y;', 'x -> y; subgraph cluster_c { label="C"; p -> q } y -> p;')
    const result = await update(text, source, dot)
    expect([...result.graph.groups.keys()].sort()).toEqual(['a', 'b', 'c'])
    expect(result.graph.nodes.get('q')?.group).toBe('c')
    expectSound(result)
  })
})

describe('pages', () => {
  test('each drawing finds its page by name, and a page that a person added stays', async () => {
    const [one, two] = ['digraph One { label="One"; a -> b }', 'digraph Two { label="Two"; c -> d }']
    const mine =
      '<diagram id="m" name="Mine"><mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/></root></mxGraphModel></diagram>'
    const text = (await drawn(`${one}\n${two}`, dot)).replace(
      / *<diagram id="[^"]*" name="Two/,
      ` ${mine}\n$&`,
    )
    const result = await update(text, `${two.replace('c -> d', 'c -> d -> e')}\n${one}`, dot)
    const { graphs } = readDrawio(result.text)
    expect(graphs.map(({ title, nodes }) => [title, ...nodes.keys()])).toEqual([
      ['One', 'a', 'b'],
      ['Mine'],
      ['Two', 'c', 'd', 'e'],
    ])
    expect(result.text).toContain(mine)
  })

  test('those that come stand behind the others, are counted, and have ids of their own', async () => {
    const one = 'digraph One { label="One"; a -> b }'
    const more = 'digraph Two { label="Two"; c -> d }\ndigraph Three { label="Three"; e -> f }'
    const mine = '<diagram id="page-3" name="Mine"><mxGraphModel><root/></mxGraphModel></diagram>'
    const text = (await drawn(one, dot))
      .replace('</mxfile>', `  ${mine}\n</mxfile>`)
      .replace('pages="1"', 'pages="2"')
    const result = await update(text, `${one}\n${more}`, dot)
    const pages = [...result.text.matchAll(/<diagram id="([^"]*)" name="([^"]*)"/g)]
    expect(pages.map(([, id, name]) => [id, name])).toEqual([
      ['page-1', 'One'],
      ['page-3', 'Mine'],
      ['page-3_2', 'Two'],
      ['page-4', 'Three'],
    ])
    expect(/<mxfile [^>]*pages="(\d+)"/.exec(result.text)?.[1]).toBe('4')
  })
})

describe('what cannot be brought up to date', () => {
  test.each([
    ['<mxfile><diagram></mxfile>', 'syntax/update'],
    ['<svg xmlns="http://www.w3.org/2000/svg" content="x"/>', 'syntax/update'],
    ['', 'syntax/update'],
  ])('%s stays, with an error', async (existing, code) => {
    const { text, messages } = await convertWith(flowzap, drawio, SHOP, { existing })
    expect(text).toBe(existing)
    expect(messages.map(said => said.code)).toEqual([code])
  })
})

test('the labels that a person put on a line stay where they are, with the words of the source', async () => {
  const source = (label: string, tail: string): string =>
    `digraph { a -> b [label="${label}", taillabel="${tail}", headlabel="n"] }`
  const existing = await drawn(source('has', '1'), dot)
  // The label of the tail dragged and coloured, one more label added on the middle, another label on no end.
  const tail = cellText(existing, 'edge-a-b-tail')
  const dragged = tail
    .replace('style="edgeLabel;', 'style="edgeLabel;fontColor=#CC0000;')
    .replace(/<mxGeometry x="[^"]*"/, '<mxGeometry x="-0.7"')
  const more =
    '<mxCell id="more" value="why" style="edgeLabel;html=1;" vertex="1" connectable="0" parent="edge-a-b"><mxGeometry x="0.2" y="9" relative="1" as="geometry"><mxPoint x="3" y="4" as="offset"/></mxGeometry></mxCell>'
  const file = existing.replace(tail, dragged).replace('</root>', `${more}</root>`)
  const same = await update(file, source('has', '1'), dot)
  expect(cellText(same.text, 'edge-a-b-tail')).toBe(dragged)
  const renamed = await update(file, source('has', 'one'), dot)
  expect(cellText(renamed.text, 'edge-a-b-tail')).toBe(dragged.replace('value="1"', 'value="one"'))
  expect(renamed.graph.edges[0]!.from.label?.text).toBe('one')
  const other = await update(file, source('owns', '1'), dot)
  expect(other.graph.edges[0]!.label.text).toBe('owns')
  expect(other.text).not.toContain('id="more"')
  expect(cellText(other.text, 'edge-a-b-tail')).toBe(dragged)
})
