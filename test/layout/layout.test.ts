import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readFlowzap } from '../../converters/flowzap/index.js'
import { landscape } from '../../scripts/bench/layouts.js'
import { read } from '../../src/index.js'
import {
  byId,
  makeEdge,
  makeGraph,
  makeGroup,
  makeLoop,
  makeNode,
  nodeEnd,
  plain,
} from '../../src/ir/build.js'
import { directions, type Graph } from '../../src/ir/model.js'
import type { Box, Layout, Point } from '../../src/layout/boxes.js'
import { rankNodes } from '../../src/layout/lanes/ranks.js'
import { layOut } from '../../src/layout/layout.js'
import { measure } from '../../src/layout/measure/text.js'
import { diagrams } from '../generate/diagrams.js'
import { extent, runs, sample } from '../setup/runs.js'

const overlap = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height

const inside = (inner: Box, outer: Box): boolean =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height

/** Whether the segment between two points runs through the inside of a box. */
const cuts = (a: Point, b: Point, box: Box): boolean =>
  overlap(
    { x: Math.min(a.x, b.x), y: Math.min(a.y, b.y), width: Math.abs(a.x - b.x), height: Math.abs(a.y - b.y) },
    { x: box.x + 1, y: box.y + 1, width: box.width - 2, height: box.height - 2 },
  )

function* faults(graph: Graph, layout: Layout): Generator<string> {
  const boxes = [...layout.nodes]
  for (const [i, [id, box]] of boxes.entries()) {
    for (const [other, otherBox] of boxes.slice(i + 1)) if (overlap(box, otherBox)) yield `${id} on ${other}`
    const group = graph.nodes.get(id)?.group
    const around = group === undefined ? undefined : layout.groups.get(group)
    if (around && !inside(box, around)) yield `${id} outside of ${group}`
  }
  const lanes = [...layout.groups].filter(([id]) => graph.groups.get(id)?.parent === undefined)
  for (const [i, [id, box]] of lanes.entries()) {
    for (const [other, otherBox] of lanes.slice(i + 1)) if (overlap(box, otherBox)) yield `${id} on ${other}`
  }
  for (const [id, { parent }] of graph.groups) {
    const outer = parent === undefined ? undefined : layout.groups.get(parent)
    if (outer && !inside(layout.groups.get(id)!, outer)) yield `${id} outside of ${parent}`
  }
}

function* linesThroughNodes(graph: Graph, layout: Layout): Generator<string> {
  for (const [i, edge] of graph.edges.entries()) {
    const path = layout.routes[i]?.path ?? []
    for (const [id, box] of layout.nodes) {
      if (id === edge.from.id || id === edge.to.id) continue
      for (let k = 0; k + 1 < path.length; k++) {
        if (cuts(path[k]!, path[k + 1]!, box)) yield `${edge.from.id} -> ${edge.to.id} through ${id}`
      }
    }
  }
}

test('ranks follow the flow, and a cycle is cut where it leads back', () => {
  const link = (from: number, to: number) => ({ from, to, min: 1 })
  expect(rankNodes(4, [link(0, 1), link(1, 2), link(2, 0), link(2, 3)])).toEqual([0, 1, 2, 3])
  expect(rankNodes(3, [link(0, 2), link(1, 2), link(2, 2)])).toEqual([0, 0, 1])
  // A source that only feeds a late node stands right before it, not at the very left.
  expect(rankNodes(5, [link(0, 1), link(1, 2), link(2, 3), link(4, 3)])).toEqual([0, 1, 2, 3, 2])
})

test('text is measured as Helvetica 12 and squares for Chinese', () => {
  expect(measure('iii', 100).width).toBeCloseTo(3 * 0.222 * 12)
  expect(measure('订单', 100).width).toBe(24)
  expect(measure('one two three', 50).lines).toBe(2)
  expect(measure('订单服务处理', 36).lines).toBe(2)
})

describe('lanes', () => {
  const lane = (id: string) => makeGroup({ id, kind: 'lane', label: plain(id) })
  const node = (id: string, group: string) => makeNode({ id, group, shape: 'rectangle', label: plain(id) })

  test('rows for LR, columns for TB, titles in a strip of their own', async () => {
    const parts = {
      groups: byId([lane('One'), lane('Two')]),
      nodes: byId([node('a', 'One'), node('b', 'Two')]),
      edges: [makeEdge({ from: nodeEnd('a'), to: nodeEnd('b', 'normal') })],
    }
    const { layout: rows } = await layOut(makeGraph({ ...parts, direction: 'LR' }))
    const [one, two] = [rows.groups.get('One')!, rows.groups.get('Two')!]
    expect(two.y).toBe(one.y + one.height)
    expect([two.x, two.width]).toEqual([one.x, one.width])
    expect(rows.nodes.get('a')!.x).toBeGreaterThanOrEqual(one.x + one.title)
    expect(rows.nodes.get('b')!.x).toBeGreaterThan(rows.nodes.get('a')!.x)
    const { layout: columns } = await layOut(makeGraph({ ...parts, direction: 'TB' }))
    const [left, right] = [columns.groups.get('One')!, columns.groups.get('Two')!]
    expect(right.x).toBe(left.x + left.width)
    expect(columns.nodes.get('b')!.y).toBeGreaterThan(columns.nodes.get('a')!.y)
    const { layout: back } = await layOut(makeGraph({ ...parts, direction: 'RL' }))
    expect(back.nodes.get('b')!.x).toBeLessThan(back.nodes.get('a')!.x)
  })

  test('a title has 18 px beside each of its ends, where draw.io draws what folds the lane', async () => {
    const title = 'State Machine of Orders'
    const graph = makeGraph({
      direction: 'LR',
      groups: byId([makeGroup({ id: 'One', kind: 'lane', label: plain(title) })]),
      nodes: byId([node('a', 'One')]),
    })
    const { layout } = await layOut(graph)
    // Bold letters are some 8 % wider than those that are measured.
    expect(layout.groups.get('One')!.height).toBeGreaterThanOrEqual(measure(title, 180).width * 1.08 + 36)
  })

  test('edges of one pair of nodes run apart, and a line over a node between them goes round it', async () => {
    const edge = (from: string, to: string) => makeEdge({ from: nodeEnd(from), to: nodeEnd(to, 'normal') })
    const graph = makeGraph({
      direction: 'LR',
      groups: byId([lane('One')]),
      nodes: byId([node('a', 'One'), node('b', 'One'), node('c', 'One')]),
      edges: [edge('a', 'b'), edge('a', 'b'), edge('b', 'c'), edge('a', 'c')],
    })
    const { layout } = await layOut(graph)
    const [first, second] = layout.routes
    expect(first!.path![0]!.y).not.toBe(second!.path![0]!.y)
    expect([...linesThroughNodes(graph, layout)]).toEqual([])
    expect(layout.routes[3]!.bends.length).toBeGreaterThan(1)
  })

  test('an empty lane and an empty graph have room', async () => {
    const { layout } = await layOut(makeGraph({ groups: byId([lane('One')]) }))
    expect(layout.groups.get('One')!.height).toBeGreaterThanOrEqual(60)
    expect((await layOut(makeGraph())).layout.nodes.size).toBe(0)
  })

  test.each(readdirSync('corpus/templates'))(
    '%s: no overlap, nothing outside, no line through a node',
    async slug => {
      const [graph] = readFlowzap(readFileSync(`corpus/templates/${slug}/diagram.fz`, 'utf8')).graphs
      const { layout } = await layOut(graph!)
      expect([...faults(graph!, layout)]).toEqual([])
      expect([...linesThroughNodes(graph!, layout)]).toEqual([])
    },
  )
})

/** Nodes that stand on a title, or hold less than their text takes. */
function* tightness(graph: Graph, layout: Layout): Generator<string> {
  const across = graph.direction === 'LR' || graph.direction === 'RL'
  for (const [id, box] of [...layout.nodes, ...layout.groups]) {
    const node = graph.nodes.get(id)
    const own = node ? node.group : graph.groups.get(id)?.parent
    const group = own === undefined ? undefined : layout.groups.get(own)
    if (!group || !own) continue
    // The strip of a lane lies across the flow, that of a nested group above what it holds.
    const left = graph.groups.get(own)?.kind === 'lane' && across
    if (left ? box.x < group.x + group.title : box.y < group.y + group.title)
      yield `${id} on the title of ${own}`
  }
  for (const { id, label, shape } of graph.nodes.values()) {
    if (shape !== 'rectangle') continue
    const box = layout.nodes.get(id)!
    const text = measure(label.text, box.width - 4)
    if (text.width > box.width - 4 || text.height > box.height) yield `${id} is too small`
  }
}

test('generated diagrams: no overlap, nothing outside or on a title, texts fit, the same layout twice', async () => {
  await fc.assert(
    fc.asyncProperty(diagrams, async graph => {
      const { layout } = await layOut(graph)
      expect([...faults(graph, layout), ...tightness(graph, layout)]).toEqual([])
      expect(layout).toEqual((await layOut(graph)).layout)
      expect([...linesThroughNodes(graph, layout)]).toEqual([])
    }),
    { seed: 7, numRuns: runs(80) },
  )
})

test('labels of any text and length: no overlap, nothing outside its group', async () => {
  await fc.assert(
    fc.asyncProperty(
      diagrams,
      fc.array(fc.string({ maxLength: 60, unit: 'grapheme' }), { minLength: 14, maxLength: 14 }),
      async (graph, labels) => {
        const nodes = [...graph.nodes.values()].map((node, i) => ({ ...node, label: plain(labels[i]!) }))
        const { layout } = await layOut({ ...graph, nodes: byId(nodes) })
        expect([...faults(graph, layout)]).toEqual([])
      },
    ),
    { seed: 8, numRuns: runs(60) },
  )
})

test('the layout of thousands of nodes in nested groups: nothing on a title, whatever the direction', async () => {
  for (const direction of sample(directions, 2)) {
    const graph = { ...landscape(1200, 40), direction }
    const { layout, messages } = await layOut(graph)
    expect(messages.map(({ code }) => code)).toEqual(['limit/layout'])
    expect([...tightness(graph, layout)]).toEqual([])
    for (const [id, box] of layout.nodes)
      expect(inside(box, layout.groups.get(graph.nodes.get(id)!.group!)!)).toBe(true)
  }
})

test.runIf(extent === 'long')(
  'five thousand nodes: lanes hold them, and without lanes a simpler layout says that it stepped in',
  async () => {
    const nodes = Array.from({ length: 5000 }, (_, i) => ({ id: `n${i}`, group: `g${(i * 7) % 10}` }))
    const edges = nodes
      .slice(1)
      .map((_, i) => makeEdge({ from: nodeEnd(`n${i - (i % 5)}`), to: nodeEnd(`n${i + 1}`, 'normal') }))
    const laned = makeGraph({
      groups: byId(Array.from({ length: 10 }, (_, i) => makeGroup({ id: `g${i}`, kind: 'lane' }))),
      nodes: byId(nodes.map(node => makeNode({ ...node, shape: 'rectangle' }))),
      edges,
    })
    const { layout, messages } = await layOut(laned)
    expect([layout.nodes.size, messages.length]).toEqual([5000, 0])
    const loose = makeGraph({
      nodes: byId(nodes.map(({ id }) => makeNode({ id, shape: 'rectangle' }))),
      edges,
    })
    const simple = await layOut(loose)
    expect(simple.messages.map(({ code }) => code)).toEqual(['limit/layout'])
    expect(simple.layout.nodes.size).toBe(5000)
  },
)

test('what is in no loop stands in none of the rows and columns of one', async () => {
  const strangers = (graph: Graph, { nodes, loops }: Layout): string[] =>
    graph.loops.flatMap((loop, i) =>
      [...nodes].filter(([id, box]) => !loop.nodes.includes(id) && overlap(box, loops[i]!)).map(([id]) => id),
    )
  for (const slug of readdirSync('corpus/templates')) {
    const [graph] = readFlowzap(readFileSync(`corpus/templates/${slug}/diagram.fz`, 'utf8')).graphs
    expect(strangers(graph!, (await layOut(graph!)).layout)).toEqual([])
  }
})

test.each([300, 3000])('%i loops over the whole drawing are framed', async count => {
  const ids = Array.from({ length: count }, (_, i) => `n${i}`)
  const graph = makeGraph({
    groups: byId([makeGroup({ id: 'g', kind: 'lane' })]),
    nodes: byId(ids.map(id => makeNode({ id, shape: 'rectangle', group: 'g' }))),
    edges: ids.slice(1).map((id, i) => makeEdge({ from: nodeEnd(ids[i]!), to: nodeEnd(id, 'normal') })),
    loops: ids.map((id, i) => makeLoop({ condition: 'again', nodes: [id, ids[ids.length - 1 - i]!] })),
  })
  expect((await layOut(graph)).layout.loops).toHaveLength(count)
})

test('what a line says that leaves a decision stands near it, also on a long line and on one that leads back', async () => {
  const graph = read(
    'flowchart TB\n  a{Cached?} -->|hit| z[Respond]\n  a -->|miss| b --> c --> d --> e --> z\n  z2{Fine?} -->|no| p\n  p[Start] --> q --> r --> z2\n',
    { format: 'mermaid' },
  ).graphs[0]!
  const { layout } = await layOut(graph)
  for (const [i, id] of [
    [0, 'a'],
    [1, 'a'],
    [6, 'z2'],
  ] as const) {
    const [box, label] = [layout.nodes.get(id)!, layout.routes[i]!.label!]
    const far = Math.max(box.y - label.y, label.y - box.y - box.height)
    expect(far, graph.edges[i]!.label.text).toBeLessThan(90)
  }
})
