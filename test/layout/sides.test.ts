/** Where lines leave and come in, on flows small enough to say it by hand. */
import { expect, test } from 'vitest'
import { drawings } from '../../scripts/count/samples.js'
import { read } from '../../src/index.js'
import type { Graph } from '../../src/ir/model.js'
import type { Box, Layout } from '../../src/layout/boxes.js'
import { crossingsIn } from '../../src/layout/clusters/crossings.js'
import { isAtTip } from '../../src/layout/clusters/tips.js'
import { layOut } from '../../src/layout/layout.js'

const graphOf = (text: string): Graph => read(text, { format: 'mermaid' }).graphs[0]!

const middle = ({ x, width }: Box): number => x + width / 2

async function drawn(text: string): Promise<{ graph: Graph; layout: Layout }> {
  const graph = graphOf(text)
  return { graph, layout: (await layOut(graph)).layout }
}

/** The sides of their boxes that an edge’s ends lie on. */
function sidesOf({ graph, layout }: { graph: Graph; layout: Layout }, edge: number): string[] {
  const { from, to } = graph.edges[edge]!
  const { path = [] } = layout.routes[edge]!
  return [from, to].map(({ id }, i) => {
    const { x, y, width, height } = layout.nodes.get(id)!
    const point = path.at(i === 0 ? 0 : -1)!
    if (Math.abs(point.x - x) < 1) return 'left'
    if (Math.abs(point.x - x - width) < 1) return 'right'
    if (Math.abs(point.y - y) < 1) return 'top'
    return Math.abs(point.y - y - height) < 1 ? 'bottom' : 'inside'
  })
}

test('what leads far back runs beside the flow, from side to side, with two bends', async () => {
  const flow = await drawn('flowchart TD\n a --> b --> c --> d\n d --> a')
  expect(sidesOf(flow, 3)).toEqual(['right', 'right'])
  expect(flow.layout.routes[3]!.path).toHaveLength(4)
  const { nodes } = flow.layout
  expect(new Set([...nodes.values()].map(middle)).size).toBe(1)
})

test('it stays beside the flow where it leaves a group', async () => {
  const flow = await drawn('flowchart TD\n subgraph g\n a --> b\n end\n b --> c --> d\n d --> a')
  expect(sidesOf(flow, 3)).toEqual(['right', 'right'])
  const above = flow.layout.groups.get('g')!.y
  for (const { y } of flow.layout.routes[3]!.path!) expect(y).toBeGreaterThan(above)
})

test('a decision has its lines at its tips', async () => {
  const flow = await drawn('flowchart TD\n a --> q{?}\n q -->|yes| b\n q -->|no| c\n b --> d\n c --> d')
  const box = flow.layout.nodes.get('q')!
  const ends = [
    flow.layout.routes[0]!.path!.at(-1)!,
    flow.layout.routes[1]!.path![0]!,
    flow.layout.routes[2]!.path![0]!,
  ]
  for (const { x, y } of ends)
    expect(Math.min(Math.abs(x - middle(box)), Math.abs(y - box.y - box.height / 2))).toBeLessThan(1)
  expect(new Set(ends.map(({ x, y }) => `${x} ${y}`)).size).toBe(3)
})

test('three lines leave a decision side by side, in the order of the source', async () => {
  const answers = 'q -->|one| a\n q -->|two| b\n q -->|three| c'
  const down = await drawn(`flowchart TD\n q{?}\n ${answers}`)
  expect([0, 1, 2].map(edge => sidesOf(down, edge)[0])).toEqual(['left', 'bottom', 'right'])
  const places = ['a', 'b', 'c'].map(id => middle(down.layout.nodes.get(id)!))
  expect(places).toEqual(places.toSorted((a, b) => a - b))
  const across = await drawn(`flowchart LR\n q{?}\n ${answers}`)
  expect([0, 1, 2].map(edge => sidesOf(across, edge)[0])).toEqual(['top', 'right', 'bottom'])
})

test('the tips are those that the targets lie at, so that no line crosses another', async () => {
  const { text } = drawings().find(({ name }) => name === 'chinese-approval')!
  expect(crossingsIn((await drawn(text)).layout)).toBe(0)
})

test('a side that the author wrote stays', async () => {
  const graph = read('digraph { a -> b -> c; c -> a [tailport=s, headport=n] }', { format: 'dot' }).graphs[0]!
  const layout = (await layOut(graph)).layout
  expect(sidesOf({ graph, layout }, 2)).toEqual(['bottom', 'top'])
})

test('a node is as wide as its lines need, so that no two arrowheads touch', async () => {
  const sources = Array.from({ length: 14 }, (_, i) => `s${i}`)
  const flow = await drawn(`flowchart TD\n ${sources.join(' & ')} --> hub`)
  const ends = flow.layout.routes.map(({ path }) => path!.at(-1)!.x).sort((a, b) => a - b)
  for (const [i, x] of ends.slice(1).entries()) expect(x - ends[i]!).toBeGreaterThanOrEqual(12)
})

test('an end at the tip of a decision is not moved from it to make its line straight', async () => {
  const { text } = drawings().find(({ name }) => name === 'ci-cd')!
  const graph = read(text, { format: 'mermaid' }).graphs[0]!
  const { layout } = await layOut(graph)
  const beside = graph.edges.flatMap(({ from, to }, i) =>
    [
      { id: from.id, at: layout.routes[i]!.start! },
      { id: to.id, at: layout.routes[i]!.end! },
    ].filter(({ id, at }) => graph.nodes.get(id)?.shape === 'diamond' && !isAtTip(layout.nodes.get(id)!, at)),
  )
  expect(beside).toEqual([])
})
