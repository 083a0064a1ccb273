import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { dot } from '../../converters/dot/index.js'
import { drawio, readDrawio } from '../../converters/drawio/index.js'
import { flowzap } from '../../converters/flowzap/index.js'
import { mermaid } from '../../converters/mermaid/index.js'
import { convertWith, writeWith } from '../../src/convert.js'
import type { Format } from '../../src/format.js'
import { byId, makeEdge, makeGraph, makeNode, nodeEnd } from '../../src/ir/build.js'
import type { Graph, Node, Value } from '../../src/ir/model.js'
import { readWith } from '../../src/read.js'
import { sample } from '../setup/runs.js'

const sources: [string, Format][] = [
  ...readdirSync('corpus/templates').map((slug): [string, Format] => [
    `corpus/templates/${slug}/diagram.fz`,
    flowzap,
  ]),
  ...readdirSync('corpus/mermaid')
    .filter(file => file.endsWith('.mmd'))
    .map((file): [string, Format] => [`corpus/mermaid/${file}`, mermaid]),
  ...readdirSync('corpus/dot')
    .filter(file => file.endsWith('.gv'))
    .map((file): [string, Format] => [`corpus/dot/${file}`, dot]),
]

/** The first node with a geometry of its own, moved by hand. */
const moved = (text: string): string =>
  text.replace(
    /(<mxGeometry x=")(-?[\d.]+)("[^>]*>\s*<\/mxCell>\s*<diaglot kind="node")/,
    (_, before: string, x: string, after: string) => `${before}${Number(x) + 1}${after}`,
  )

/** A graph with its first node gone, another renamed, and one more behind the last. An only node is renamed: with it gone, it is another diagram. */
function changed(graph: Graph): Graph {
  const [first, second] = graph.nodes.size === 1 ? [undefined, ...graph.nodes.keys()] : graph.nodes.keys()
  const last = [...graph.nodes.values()].at(-1)!
  const nodes = new Map(graph.nodes)
  if (first !== undefined) nodes.delete(first)
  if (second !== undefined) nodes.set(second, { ...nodes.get(second)!, label: { text: 'Renamed' } })
  const { group } = last
  nodes.set('fresh', makeNode({ id: 'fresh', shape: 'rectangle', ...(group !== undefined && { group }) }))
  const whole = graph.edges.filter(({ from, to }) => from.id !== first && to.id !== first)
  const edges = nodes.has(last.id)
    ? [...whole, makeEdge({ from: nodeEnd(last.id), to: nodeEnd('fresh', 'normal') })]
    : whole
  const loops = graph.loops.map(loop => ({ ...loop, nodes: loop.nodes.filter(id => id !== first) }))
  return { ...graph, nodes, edges, loops }
}

const boxOf = ({ document }: Pick<Node, 'document'>): number[] => {
  const geometry = document?.get('drawio')?.get('geometry') as ReadonlyMap<string, Value>
  return ['x', 'y', 'width', 'height'].map(key => geometry.get(key) as number)
}

/** A node overlaps no other, and lies inside of its group. */
function expectRoom(graph: Graph, id: string): void {
  const node = graph.nodes.get(id)!
  const [x, y, width, height] = boxOf(node) as [number, number, number, number]
  for (const other of graph.nodes.values()) {
    if (other === node || other.hidden) continue
    const [left, top, wide, high] = boxOf(other) as [number, number, number, number]
    const apart = x >= left + wide || left >= x + width || y >= top + high || top >= y + height
    expect(apart, `${id} and ${other.id}`).toBe(true)
  }
  const group = node.group === undefined ? undefined : graph.groups.get(node.group)
  if (!group) return
  const [left, top, wide, high] = boxOf(group) as [number, number, number, number]
  expect([x >= left, y >= top, x + width <= left + wide, y + height <= top + high]).toEqual([
    true,
    true,
    true,
    true,
  ])
}

describe('every diagram of the corpus', () => {
  test.each(sample(sources, 12))('%s, unchanged, changes no byte of its file', async (path, format) => {
    const source = readFileSync(path, 'utf8')
    const { text } = await convertWith(format, drawio, source)
    expect((await convertWith(format, drawio, source, { existing: text })).text).toBe(text)
    const hand = moved(text)
    expect((await convertWith(format, drawio, source, { existing: hand })).text).toBe(hand)
  })

  test.each(sample(sources, 12))(
    '%s, changed, becomes what it would be anew, but for places',
    async (path, format) => {
      const { graphs } = readWith(format, readFileSync(path, 'utf8'))
      const [graph] = graphs
      if (graphs.length !== 1 || !graph || graph.nodes.size === 0) return
      const hand = moved((await writeWith(drawio, [graph])).text)
      const wanted = changed(graph)
      const { text } = await writeWith(drawio, [wanted], { existing: hand })
      const again = await writeWith(drawio, [wanted], { existing: text })
      expect(again.text).toBe(text)
      const [updated, anew] = [text, (await writeWith(drawio, [wanted])).text].map(
        xml => readDrawio(xml).graphs[0]!,
      )
      const shown = ({ nodes, groups, edges, loops }: Graph) => ({
        nodes: [...nodes.values()]
          .map(({ id, label, shape, group, style }) => ({ id, label, shape, group, style }))
          .sort((a, b) => (a.id < b.id ? -1 : 1)),
        groups: [...groups.values()].map(({ id, label, parent }) => ({ id, label, parent })),
        edges: edges.map(({ from, to, label, line }) => ({ from, to, label, line })),
        loops: loops.map(({ condition, nodes: around }) => ({ condition, around })),
      })
      expect(shown(updated!)).toEqual(shown(anew!))
      expectRoom(updated!, 'fresh')
    },
  )
})

/** As a person draws it: a group with a decorated box in it, a table, a line to nowhere, a second layer. */
const BY_HAND = `<mxfile host="Electron"><diagram id="q" name="Plan"><mxGraphModel dx="10" dy="20" grid="0"><root>
<mxCell id="0"/><mxCell id="base" value="Background" parent="0"/><mxCell id="top" value="Notes" parent="0"/>
<mxCell id="5" value="Team" style="swimlane;startSize=26;fillColor=#dae8fc;" vertex="1" parent="base"><mxGeometry x="40" y="40" width="300" height="160" as="geometry"/></mxCell>
<UserObject label="&lt;b&gt;Do&lt;/b&gt;" link="https://example.org" tags="a b" id="6"><mxCell style="rounded=1;html=1;" vertex="1" parent="5"><mxGeometry x="20" y="50" width="120" height="60" as="geometry"/></mxCell></UserObject>
<mxCell id="7" style="shape=image;image=x.png;" vertex="1" connectable="0" parent="6"><mxGeometry x="1" width="16" height="16" relative="1" as="geometry"><mxPoint x="-20" y="4" as="offset"/></mxGeometry></mxCell>
<mxCell id="8" value="Note" style="shape=note;" vertex="1" parent="top"><mxGeometry x="400" y="60" width="80" height="60" as="geometry"/></mxCell>
<mxCell id="9" style="endArrow=none;dashed=1;" edge="1" source="8" target="6" parent="top"><mxGeometry relative="1" as="geometry"><Array as="points"><mxPoint x="360" y="90"/></Array></mxGeometry></mxCell>
<mxCell id="10" value="why" style="edgeLabel;" vertex="1" connectable="0" parent="9"><mxGeometry relative="1" as="geometry"/></mxCell>
<mxCell id="11" edge="1" source="8" parent="1"><mxGeometry relative="1" as="geometry"><mxPoint x="500" y="300" as="targetPoint"/></mxGeometry></mxCell>
</root></mxGraphModel></diagram></mxfile>`

describe('files that a person drew', () => {
  const corpus = existsSync('corpus/drawio') ? readdirSync('corpus/drawio') : []
  const files: [string, string][] = [
    ['by hand', BY_HAND],
    ...corpus
      .filter(file => file.endsWith('.drawio'))
      .map((file): [string, string] => [file, readFileSync(`corpus/drawio/${file}`, 'utf8')])
      // What draw.io made from Mermaid is no person's: it goes when the source no longer has it.
      .filter(([, text]) => !text.includes('mermaidId=')),
  ]

  const idsOf = (graphs: readonly Graph[]) => graphs.flatMap(({ nodes }) => [...nodes.keys()])
  /** A source of two nodes that no file has, and of others. */
  const foreign = (...known: readonly Node[]): Graph => {
    const ours = ['new1', 'new2'].map(id => makeNode({ id, shape: 'rectangle' }))
    const others = known.map(({ id, shape }) => makeNode({ id, shape }))
    const edges = [makeEdge({ from: nodeEnd('new1'), to: nodeEnd('new2', 'normal') })]
    return makeGraph({ nodes: byId([...others, ...ours]), edges })
  }

  test.each(sample(files, 3))('%s takes no source that has nothing to do with it', async (_, existing) => {
    const [page] = readDrawio(existing).graphs
    const { text, messages } = await writeWith(drawio, [foreign()], { existing })
    const refused = messages.filter(({ code }) => code === 'syntax/update')
    if (page!.nodes.size + page!.groups.size === 0) {
      expect(refused).toEqual([])
      expect(readDrawio(text).graphs[0]!.nodes.size).toBe(2)
      return
    }
    expect(refused.map(said => said.text)).toEqual([
      expect.stringMatching(/has none of the 2 nodes and groups of the source.* Nothing is changed;/),
    ])
    expect(text).toBe(existing)
  })

  test.each(sample(files, 3))(
    '%s takes a source of which one node is there and the rest is new, and loses nothing',
    async (_, existing) => {
      const before = readDrawio(existing)
      const [known] = before.graphs[0]!.nodes.values()
      const source = foreign(...(known ? [known] : []))
      const { text, messages } = await writeWith(drawio, [source], { existing })
      expect(messages.filter(({ severity }) => severity === 'error')).toEqual([])
      const after = readDrawio(text)
      expect(after.graphs.length).toBeGreaterThanOrEqual(before.graphs.length)
      const expected = [...idsOf(before.graphs), 'new1', 'new2']
      expect(idsOf(after.graphs)).toEqual(expect.arrayContaining(expected))
      expect((await writeWith(drawio, [source], { existing: text })).text).toBe(text)
    },
  )
})
