/** Fans: a hub with many leaves, and large trees, are columns and no strip of many screens. */
import { describe, expect, test } from 'vitest'
import { read } from '../../src/index.js'
import type { Graph } from '../../src/ir/model.js'
import { type Box, type Layout, overlaps, type Point } from '../../src/layout/boxes.js'
import { boxesOfOutsideLabels } from '../../src/layout/clusters/outside-labels.js'
import { layOut } from '../../src/layout/layout.js'
import { gridOfPaths, meeting } from '../../src/layout/measure/grid.js'

const graphOf = (text: string): Graph => read(text, { format: 'mermaid' }).graphs[0]!

const hub = (direction: string, line: (leaf: string) => string): string =>
  `flowchart ${direction}\n${Array.from({ length: 200 }, (_, i) => `  ${line(`l${i}[Leaf number ${i}]`)}\n`).join('')}`

const tree = (direction: string, branching: number): string =>
  `flowchart ${direction}\n${Array.from({ length: 299 }, (_, i) => `  t${Math.floor(i / branching)} --> t${i + 1}[Item ${i + 1}]\n`).join('')}`

function onBorder({ x, y }: Point, box: Box): boolean {
  const [dx, dy] = [Math.min(x - box.x, box.x + box.width - x), Math.min(y - box.y, box.y + box.height - y)]
  return Math.min(dx, dy) === 0 && dx >= 0 && dy >= 0
}

/** Boxes apart, lines along the axes from one border to the other and through no box. */
function expectSound(graph: Graph, { nodes, routes }: Layout): void {
  const boxes = [...nodes]
  for (const [i, [, box]] of boxes.entries())
    for (const [, other] of boxes.slice(i + 1)) expect(overlaps(box, other)).toBe(false)
  graph.edges.forEach(({ from, to }, i) => {
    const path = routes[i]!.path!
    expect(onBorder(path[0]!, nodes.get(from.id)!)).toBe(true)
    expect(onBorder(path.at(-1)!, nodes.get(to.id)!)).toBe(true)
    for (const [k, b] of path.slice(1).entries()) {
      const a = path[k]!
      expect(a.x === b.x || a.y === b.y).toBe(true)
      const line = {
        x: Math.min(a.x, b.x) + 0.25,
        y: Math.min(a.y, b.y) + 0.25,
        width: Math.abs(a.x - b.x) - 0.5,
        height: Math.abs(a.y - b.y) - 0.5,
      }
      const thick = { ...line, width: Math.max(0.1, line.width), height: Math.max(0.1, line.height) }
      expect(boxes.filter(([, box]) => overlaps(thick, box)).map(([id]) => id)).toEqual([])
    }
  })
}

describe.each(['TB', 'BT', 'LR', 'RL'])('a flow to %s', direction => {
  test('a hub with 200 leaves is a page, its lines one trunk', async () => {
    const graph = graphOf(hub(direction, leaf => `hub[Hub] --> ${leaf}`))
    const { layout } = await layOut(graph)
    expect(layout.width).toBeLessThan(2600)
    expect(layout.height).toBeLessThan(2000)
    expectSound(graph, layout)
    expect(new Set(layout.routes.map(({ start }) => JSON.stringify(start))).size).toBe(1)
    const [a, b] = [layout.nodes.get('hub')!, layout.nodes.get('l0')!]
    const ahead = { TB: b.y - a.y, BT: a.y - b.y, LR: b.x - a.x, RL: a.x - b.x }[direction]!
    expect(ahead).toBeGreaterThan(0)
  })

  test('lines from leaves into a hub come in at one arrowhead, with their labels beside the leaves', async () => {
    const graph = graphOf(hub(direction, leaf => `${leaf} -->|says so| hub[Hub]`))
    const { layout } = await layOut(graph)
    expect(layout.width).toBeLessThan(3000)
    expect(layout.height).toBeLessThan(2400)
    expectSound(graph, layout)
    expect(new Set(layout.routes.map(({ end }) => JSON.stringify(end))).size).toBe(1)
    graph.edges.forEach(({ from }, i) => {
      const [box, label] = [layout.nodes.get(from.id)!, layout.routes[i]!.label!]
      expect(Math.abs(label.y - box.y - box.height / 2)).toBeLessThan(2)
    })
  })

  test.each([2, 3, 7])('a tree of 300 nodes with %i branches at each', async branching => {
    const graph = graphOf(tree(direction, branching))
    const { layout } = await layOut(graph)
    expect(layout.width).toBeLessThan(6000)
    expect(layout.height).toBeLessThan(6000)
    expectSound(graph, layout)
  })
})

test.each([
  ['TB', '-->'],
  ['BT', '-->'],
  ['LR', '-->'],
  ['RL', '-->'],
  ['TB', '---'],
])('labels below pictures have room in a fan to %s', async (direction, line) => {
  const leaf = (i: number): string =>
    `l${i}@{ img: "https://x.org/a.png", label: "A leaf with a long label ${i}", w: 60, h: 40 }`
  const lines = Array.from({ length: 60 }, (_, i) =>
    line === '-->' ? `hub --> ${leaf(i)}` : `${leaf(i)} --> hub`,
  )
  const graph = graphOf(`flowchart ${direction}\n${lines.join('\n')}`)
  const { layout } = await layOut(graph)
  expectSound(graph, layout)
  const labels = [...boxesOfOutsideLabels(graph, layout.nodes).values()]
  expect(labels).toHaveLength(60)
  const paths = gridOfPaths(layout.routes.map(({ path }) => path!))
  for (const [i, label] of labels.entries()) {
    expect(labels.filter(other => overlaps(other, label))).toEqual([labels[i]])
    expect([...layout.nodes.values()].filter(box => overlaps(box, label))).toEqual([])
    expect(meeting(paths, label).size).toBe(0)
  }
})

test('a small fan stays side by side', async () => {
  const text = `flowchart TB\n${Array.from({ length: 9 }, (_, i) => `  hub --> l${i}\n`).join('')}`
  const { layout } = await layOut(graphOf(text))
  expect(new Set([...layout.nodes.values()].map(({ y }) => y)).size).toBe(2)
})

test('leaves stay in their group, and what else the hub is joined to is where it was', async () => {
  const leaves = Array.from({ length: 60 }, (_, i) => `    l${i}[Leaf number ${i}]\n`).join('')
  const lines = Array.from({ length: 60 }, (_, i) => `  hub --> l${i}\n`).join('')
  const graph = graphOf(
    `flowchart TB\n  start --> hub\n  subgraph many\n${leaves}  end\n${lines}  hub --> x --> hub\n`,
  )
  const { layout } = await layOut(graph)
  expect(layout.width).toBeLessThan(2400)
  expectSound(graph, layout)
  const group = layout.groups.get('many')!
  for (let i = 0; i < 60; i++) {
    const box = layout.nodes.get(`l${i}`)!
    expect(overlaps(box, group) && box.x >= group.x && box.y >= group.y).toBe(true)
  }
  expect(layout.nodes.size).toBe(63)
})

test('many leaves in one lane are columns of it', async () => {
  const leaves = Array.from({ length: 200 }, (_, i) => `    l${i}[Leaf number ${i}]\n`).join('')
  const lines = Array.from({ length: 200 }, (_, i) => `  hub --> l${i}\n`).join('')
  const graph = graphOf(
    `swimlane-beta LR\n  subgraph A\n    hub\n  end\n  subgraph B\n${leaves}  end\n${lines}`,
  )
  const { layout } = await layOut(graph)
  expect(layout.width).toBeLessThan(2600)
  expect(layout.height).toBeLessThan(2000)
  expectSound(graph, layout)
})

const company = (direction: string): string =>
  `flowchart ${direction}
  root --> a & b & c
  a --> a1 & a2 & a3 & a4 & a5 & a6 & a7 & a8 & a9
  b --> b1 & b2 & b3 & b4 & b5 & b6 & b7 & b8 & b9
  c --> c1 & c2 & c3 & c4 & c5 & c6 & c7 & c8 & c9`

test.each([
  ['TB', 0],
  ['BT', 1],
])('to %s, a branch that has a column to itself is entered where the flow comes from', async (way, side) => {
  const graph = graphOf(company(way))
  const { layout } = await layOut(graph)
  expectSound(graph, layout)
  for (const id of ['a', 'b', 'c']) {
    const { x, y, width, height } = layout.nodes.get(id)!
    const i = graph.edges.findIndex(({ to }) => to.id === id)
    expect(layout.routes[i]!.end).toEqual({ x: x + width / 2, y: y + side * height })
  }
})
