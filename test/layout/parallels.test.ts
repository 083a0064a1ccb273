/** Many lines between the same two nodes: a few run straight beside each other, more are a ladder that a page has room for. */
import { describe, expect, test } from 'vitest'
import { read } from '../../src/index.js'
import type { Graph } from '../../src/ir/model.js'
import { type Box, type Layout, overlaps, type Point } from '../../src/layout/boxes.js'
import { edgeLabelSize } from '../../src/layout/lanes/banded.js'
import { layOut } from '../../src/layout/layout.js'

const graphOf = (text: string, format: 'mermaid' | 'dot' | 'flowzap' = 'mermaid'): Graph =>
  read(text, { format }).graphs[0]!

const WORDS = ['open', 'charge', 'ship the order', 'refund', 'notify the customer']
const word = (i: number): string => `${WORDS[i % WORDS.length]} ${i + 1}`

const flow = (direction: string, count: number, line = (i: number) => `a -->|${word(i)}| b`): string =>
  `flowchart ${direction}\n  a[Shop]\n  b[Store]\n${Array.from({ length: count }, (_, i) => `  ${line(i)}\n`).join('')}`

const pathsOf = ({ routes }: Layout): (readonly Point[])[] => routes.map(({ path }) => path!)

const segmentsOf = (path: readonly Point[]): Box[] =>
  path.slice(1).map((b, i) => {
    const a = path[i]!
    const [x, y] = [Math.min(a.x, b.x), Math.min(a.y, b.y)]
    return { x, y, width: Math.abs(a.x - b.x) + 0.1, height: Math.abs(a.y - b.y) + 0.1 }
  })

const labelBoxesOf = (graph: Graph, { routes }: Layout): (Box | undefined)[] =>
  graph.edges.map((edge, i) => {
    const [size, at] = [edgeLabelSize(edge), routes[i]!.label]
    return size && at && { x: at.x - size.width / 2, y: at.y - size.height / 2, ...size }
  })

function onBorder({ x, y }: Point, box: Box): boolean {
  const [dx, dy] = [Math.min(x - box.x, box.x + box.width - x), Math.min(y - box.y, box.y + box.height - y)]
  return Math.min(dx, dy) === 0 && dx >= 0 && dy >= 0
}

/** Every label on its own line and on no other, on no other label and no node; every line from border to border, along the axes, through no node. */
function expectReadable(graph: Graph, layout: Layout): void {
  const labels = labelBoxesOf(graph, layout)
  const nodes = [...layout.nodes.values()]
  const segments = pathsOf(layout).map(segmentsOf)
  graph.edges.forEach(({ from, to }, i) => {
    const path = layout.routes[i]!.path!
    expect(onBorder(path[0]!, layout.nodes.get(from.id)!)).toBe(true)
    expect(onBorder(path.at(-1)!, layout.nodes.get(to.id)!)).toBe(true)
    for (const [k, b] of path.slice(1).entries()) expect(path[k]!.x === b.x || path[k]!.y === b.y).toBe(true)
    for (const { x, y, width, height } of segments[i]!) {
      const inner = {
        x: x + 0.5,
        y: y + 0.5,
        width: Math.max(0.1, width - 1),
        height: Math.max(0.1, height - 1),
      }
      expect(nodes.some(box => overlaps(inner, box))).toBe(false)
    }
    const label = labels[i]
    if (!label) return
    expect(segments.flatMap((own, k) => (own.some(line => overlaps(line, label)) ? [k] : []))).toEqual([i])
    expect(labels.filter(other => other && overlaps(other, label))).toEqual([label])
    expect(nodes.some(box => overlaps(box, label))).toBe(false)
  })
}

describe.each(['TB', 'BT', 'LR', 'RL'])('a flow to %s', direction => {
  test('eighty lines with labels are a page, and end at one arrowhead', async () => {
    const graph = graphOf(flow(direction, 80))
    const { layout } = await layOut(graph)
    expect(layout.width).toBeLessThan(1200)
    expect(layout.height).toBeLessThan(1000)
    expectReadable(graph, layout)
    expect([...layout.nodes.keys()]).toEqual(['a', 'b'])
    expect(new Set(layout.routes.map(({ end }) => JSON.stringify(end))).size).toBe(1)
    expect(new Set(layout.routes.map(({ start }) => JSON.stringify(start))).size).toBe(1)
  })

  test('labels are read downwards, column by column', async () => {
    const graph = graphOf(flow(direction, 80))
    const { layout } = await layOut(graph)
    const places = layout.routes.map(({ label }) => label!)
    for (const [i, { x, y }] of places.slice(1).entries())
      expect(y > places[i]!.y || x > places[i]!.x + 50).toBe(true)
  })

  test('lines both ways stand beside each other, with an arrowhead for each', async () => {
    const graph = graphOf(flow(direction, 40, i => (i % 2 ? `a -->|${word(i)}| b` : `b -->|${word(i)}| a`)))
    const { layout } = await layOut(graph)
    expect(Math.max(layout.width, layout.height)).toBeLessThan(1300)
    expectReadable(graph, layout)
    expect(new Set(layout.routes.map(({ end }) => JSON.stringify(end))).size).toBe(2)
  })

  test('five lines with labels run straight, as far apart as their labels take', async () => {
    const graph = graphOf(flow(direction, 5, i => `a -->|${word(i % 2)}| b`))
    const { layout } = await layOut(graph)
    expectReadable(graph, layout)
    expect(pathsOf(layout).map(path => path.length)).toEqual([2, 2, 2, 2, 2])
  })

  test('arrowheads of eighty lines without labels are at least 12 pixels apart', async () => {
    const graph = graphOf(flow(direction, 80, () => 'a --> b'))
    const { layout } = await layOut(graph)
    const ends = layout.routes.map(({ end }) => end!)
    const along = direction === 'LR' || direction === 'RL' ? 'y' : 'x'
    const places = ends.map(point => point[along]).sort((a, b) => a - b)
    for (const [i, place] of places.slice(1).entries()) expect(place - places[i]!).toBeGreaterThanOrEqual(12)
  })
})

test('lines between nodes of two groups have their ladder between the groups', async () => {
  const graph = graphOf(
    `flowchart TB\n subgraph one\n a --> c\n end\n subgraph two\n b --> d\n end\n${flow('TB', 20).replace('flowchart TB', '')}`,
  )
  const { layout } = await layOut(graph)
  const own = graph.edges.flatMap((edge, i) => (edge.label.text ? [i] : []))
  expect(own).toHaveLength(20)
  const [above, below] = [layout.groups.get('one')!, layout.groups.get('two')!]
  for (const i of own) {
    const label = labelBoxesOf(graph, layout)[i]!
    expect(label.y).toBeGreaterThan(above.y + above.height)
    expect(label.y + label.height).toBeLessThan(below.y)
  }
  expect(layout.width).toBeLessThan(500)
})

test('lines of two looks have a trunk for each look, and few of a look have none', async () => {
  const looks = ['-->', '-.->', '==>'] as const
  const line = (i: number) => `a ${looks[i < 2 ? 2 : i % 2]}|${word(i)}| b`
  const graph = graphOf(flow('TB', 32, line))
  const { layout } = await layOut(graph)
  const ends = new Map<string, Set<string>>()
  graph.edges.forEach((edge, i) => {
    const own = ends.get(edge.line) ?? new Set()
    ends.set(edge.line, own.add(JSON.stringify(layout.routes[i]!.end)))
  })
  expect([...ends].map(([look, own]) => [look, own.size])).toEqual([
    ['thick', 2],
    ['solid', 1],
    ['dotted', 1],
  ])
})

test('a line with a label at its end, or at a field, is in no ladder', async () => {
  const edges = Array.from({ length: 20 }, (_, i) => `a -> b [label="${word(i)}"]`).join('; ')
  const graph = graphOf(`digraph { ${edges}; a -> b [label="own", headlabel="1"] }`, 'dot')
  const { layout } = await layOut(graph)
  expect(new Set(layout.routes.map(({ end }) => JSON.stringify(end))).size).toBe(2)
})

describe('in lanes', () => {
  const lanes = (count: number, from: string, to: string): string =>
    `shop { # Shop
n1: circle label:"Start"
n2: rectangle label:"Order"
n1.handle(right) -> n2.handle(left)
${Array.from({ length: count }, (_, i) => `n2.handle(${from}) -> ${to} [label="${word(i)}"]\n`).join('')}n5: rectangle label:"Here"
}
store { # Store
n3: rectangle label:"Pack"
n4: circle label:"End"
n3.handle(right) -> n4.handle(left)
}
`

  test.each([
    [3, 'right', 'n5.handle(left)'],
    [4, 'right', 'n5.handle(left)'],
    [20, 'right', 'n5.handle(left)'],
    [80, 'right', 'n5.handle(left)'],
    [5, 'bottom', 'store.n3.handle(top)'],
    [80, 'bottom', 'store.n3.handle(top)'],
  ])('%i lines from the %s', async (count, from, to) => {
    const graph = graphOf(lanes(count, from, to), 'flowzap')
    const { layout } = await layOut(graph)
    expect(layout.width).toBeLessThan(1800)
    expect(layout.height).toBeLessThan(1300)
    expectReadable(graph, layout)
    for (const [i, { from: start, to: end }] of graph.edges.entries()) {
      const [a, b] = [layout.nodes.get(start.id)!, layout.nodes.get(end.id)!]
      const { path } = layout.routes[i]!
      if (start.side === 'bottom') expect(path![0]!.y).toBe(a.y + a.height)
      if (start.side === 'right') expect(path![0]!.x).toBe(a.x + a.width)
      if (end.side === 'top') expect(path!.at(-1)!.y).toBe(b.y)
      if (end.side === 'left') expect(path!.at(-1)!.x).toBe(b.x)
    }
  })
})
