/** How long the layout of large graphs takes, and drawing them, beside the times that it may take on two cores. */
import { readdirSync, readFileSync } from 'node:fs'
import { convert } from '../../src/index.js'
import { byId, makeEdge, makeGraph, makeGroup, makeNode, nodeEnd, plain } from '../../src/ir/build.js'
import type { Graph } from '../../src/ir/model.js'
import { layOut } from '../../src/layout/layout.js'
import { picture } from '../../src/picture/picture.js'
import { themeNamed } from '../../src/theme/theme.js'
import { seeded } from '../../test/grammar/random.js'
import { flow } from './crossings.js'

export interface LayoutTime {
  readonly what: 'layout' | 'picture'
  readonly graph: string
  readonly nodes: number
  readonly edges: number
  readonly milliseconds: number
  /** What the project demands. */
  readonly most: number
}

const RUNS = 5
/** A small graph is laid out so often before: what the engine's code costs while it is interpreted is no matter of the graph. */
const WARMING_RUNS = 10
const SMALL = 100

/** A flow with labels on every node and on some edges. */
function labelled(nodes: number, lanes = 0, more = nodes / 4): Graph {
  const graph = flow(nodes, more, lanes)
  return {
    ...graph,
    nodes: byId(
      [...graph.nodes.values()].map((node, i) => ({
        ...node,
        label: plain(`Step ${i}${i % 3 ? '' : ' of a process'}`),
      })),
    ),
    edges: graph.edges.map((edge, i) => (i % 6 ? edge : { ...edge, label: plain(`case ${i}`) })),
  }
}

/** The nodes of a flow in groups, a third of them in others. */
function grouped(graph: Graph, groups: number): Graph {
  const size = Math.ceil(graph.nodes.size / groups)
  return {
    ...graph,
    groups: byId(
      Array.from({ length: groups }, (_, i) =>
        makeGroup({
          id: `g${i}`,
          kind: 'cluster',
          label: plain(`Part ${i}`),
          ...(i % 3 === 2 && { parent: `g${i - 1}` }),
        }),
      ),
    ),
    nodes: byId([...graph.nodes.values()].map((node, i) => ({ ...node, group: `g${Math.floor(i / size)}` }))),
  }
}

/** A tree in which as many lines leave each node that has any. */
function tree(nodes: number, branches: number): Graph {
  return makeGraph({
    direction: 'TB',
    nodes: byId(
      Array.from({ length: nodes }, (_, i) =>
        makeNode({ id: `n${i}`, shape: 'rectangle', label: plain(`Item ${i}`) }),
      ),
    ),
    edges: Array.from({ length: nodes - 1 }, (_, i) =>
      makeEdge({ from: nodeEnd(`n${Math.floor(i / branches)}`), to: nodeEnd(`n${i + 1}`, 'normal') }),
    ),
  })
}

/** Teams in departments of five, each with its services; most lines stay in a team, the others come from the one before. */
export function landscape(nodes: number, groups: number): Graph {
  const random = seeded(nodes + groups)
  const size = Math.ceil(nodes / groups)
  const pairs: [number, number][] = []
  for (let i = 1; i < nodes; i++) {
    const [group, place] = [Math.floor(i / size), i % size]
    if (place > 0 && random(10) < 7) pairs.push([group * size + random(place), i])
    else if (group > 0) pairs.push([(group - 1) * size + random(size), i])
  }
  return makeGraph({
    direction: 'TB',
    groups: byId(
      Array.from({ length: groups }, (_, i) =>
        makeGroup({
          id: `g${i}`,
          kind: 'cluster',
          label: plain(`Team ${i}`),
          ...(i % 5 > 0 && { parent: `g${i - (i % 5)}` }),
        }),
      ),
    ),
    nodes: byId(
      Array.from({ length: nodes }, (_, i) =>
        makeNode({
          id: `n${i}`,
          shape: i % 7 === 0 ? 'cylinder' : 'rectangle',
          label: plain(`Service ${i}`),
          group: `g${Math.floor(i / size)}`,
        }),
      ),
    ),
    edges: pairs.map(([from, to]) =>
      makeEdge({
        from: nodeEnd(`n${from}`),
        to: nodeEnd(`n${to}`, 'normal'),
        label: plain(to % 9 ? '' : 'calls'),
      }),
    ),
  })
}

const cases: readonly (readonly [name: string, graph: () => Graph, most: number])[] = [
  ['elkjs, a small flow', () => labelled(24, 0, 10), 300],
  ['elkjs, six groups', () => grouped(labelled(24, 0, 10), 6), 300],
  ['elkjs, a dense flow', () => flow(39, 61), 500],
  ['elkjs, eight groups', () => grouped(flow(39, 61), 8), 500],
  ['a hub with 200 leaves', () => tree(201, 200), 500],
  ['a tree', () => tree(300, 3), 500],
  ['elkjs, a flow', () => labelled(500), 2000],
  ['elkjs, 40 nested groups', () => landscape(500, 40), 2000],
  ['fast layout, a flow', () => labelled(5000), 5000],
  ['fast layout, 100 nested groups', () => landscape(5000, 100), 5000],
  ['10 lanes', () => labelled(5000, 10), 3000],
  ['10 lanes', () => labelled(20_000, 10), 2000],
]

/** The median of a few runs, in milliseconds of the processor: how long one waits depends on who else is at work. */
async function medianOf(work: () => unknown): Promise<number> {
  const times: number[] = []
  for (let run = 0; run < RUNS; run++) {
    const start = process.cpuUsage()
    await work()
    const { user, system } = process.cpuUsage(start)
    times.push((user + system) / 1000)
  }
  return times.sort((a, b) => a - b)[RUNS >> 1]!
}

/** A picture of lanes, with its layout and without. */
async function pictureTimes(): Promise<LayoutTime[]> {
  const graph = labelled(1000, 10)
  const size = { what: 'picture' as const, nodes: graph.nodes.size, edges: graph.edges.length }
  const theme = themeNamed('soft')
  const { layout } = await layOut(graph)
  const whole = await medianOf(async () => picture(graph, (await layOut(graph)).layout, { theme }))
  const drawing = await medianOf(() => picture(graph, layout, { theme }))
  return [
    { ...size, graph: '10 lanes, laid out and drawn', milliseconds: whole, most: 1000 },
    { ...size, graph: '10 lanes, drawn', milliseconds: drawing, most: 100 },
  ]
}

/** How large the pictures of the architecture diagrams are, in bytes; the largest last. */
export async function pictureSizes(): Promise<number[]> {
  const sizes = readdirSync('corpus/templates').map(async slug => {
    const source = readFileSync(`corpus/templates/${slug}/diagram.fz`, 'utf8')
    const { text } = await convert(source, { from: 'flowzap', to: 'svg' })
    return Buffer.byteLength(text)
  })
  return (await Promise.all(sizes)).sort((a, b) => a - b)
}

/** What a template may take. */
export const MOST_BYTES = 30_000

/** The median time of each case, without what it takes to load ELK. */
export async function layoutTimes(): Promise<LayoutTime[]> {
  await layOut(flow(10, 4))
  const rows: LayoutTime[] = []
  for (const [name, make, most] of cases) {
    const graph = make()
    for (let run = 0; run < WARMING_RUNS && graph.nodes.size < SMALL; run++) await layOut(graph)
    const milliseconds = await medianOf(() => layOut(graph))
    rows.push({
      what: 'layout',
      graph: name,
      nodes: graph.nodes.size,
      edges: graph.edges.length,
      milliseconds,
      most,
    })
  }
  return [...rows, ...(await pictureTimes())]
}

export function layoutLine({ what, graph, nodes, edges, milliseconds, most }: LayoutTime): string {
  const cells = [
    what.padEnd(8),
    `${nodes} nodes`.padStart(10),
    `${edges} edges`.padStart(11),
    graph.padEnd(32),
    `${milliseconds.toFixed(0)} ms`.padStart(9),
    `(may take ${most} ms)`,
  ]
  return `${cells.join(' ')}${milliseconds > most ? ' TOO SLOW' : ''}`
}
