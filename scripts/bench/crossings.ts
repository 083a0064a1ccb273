/** Crossings of lines: of our own layout, and of Graphviz's for the same nodes, groups and edges. */
import { Graphviz } from '@hpcc-js/wasm-graphviz'
import { byId, makeEdge, makeGraph, makeGroup, makeNode, nodeEnd } from '../../src/ir/build.js'
import type { Graph } from '../../src/ir/model.js'
import type { Point } from '../../src/layout/boxes.js'
import { countCrossings, crossingsIn } from '../../src/layout/clusters/crossings.js'
import { layOut } from '../../src/layout/layout.js'
import { sizeOf } from '../../src/layout/measure/sizes.js'
import { seeded } from '../../test/grammar/random.js'

export async function crossingsOf(graph: Graph): Promise<number> {
  const { layout } = await layOut(graph)
  return crossingsIn(layout)
}

/** The graph for Graphviz: nodes as boxes of the size that we give them, nested clusters, edges between nodes. */
function dotText(graph: Graph): string {
  const direction = graph.direction ?? 'TB'
  const across = direction === 'LR' || direction === 'RL'
  const numbers = new Map([...graph.nodes.keys()].map((id, i) => [id, i]))
  const lines: string[] = ['digraph {', `rankdir=${direction}; node [shape=box, fixedsize=true, label=""];`]
  const write = (group: string | undefined, depth: number): void => {
    for (const { id, parent } of graph.groups.values()) {
      if (parent !== group || depth > 40) continue
      lines.push(`subgraph cluster_${[...graph.groups.keys()].indexOf(id)} {`)
      write(id, depth + 1)
      lines.push('}')
    }
    for (const node of graph.nodes.values()) {
      if (node.group !== group) continue
      const { width, height } = sizeOf(node, across)
      lines.push(`n${numbers.get(node.id)} [width=${width / 72}, height=${height / 72}];`)
    }
  }
  write(undefined, 0)
  for (const { from, to, length } of graph.edges) {
    const [a, b] = [numbers.get(from.id), numbers.get(to.id)]
    if (from.kind === 'group' || to.kind === 'group' || a === undefined || b === undefined) continue
    lines.push(`n${a} -> n${b}${length === undefined ? '' : ` [minlen=${length}]`};`)
  }
  return `${lines.join('\n')}\n}`
}

const STEPS = 12

/** Points on a chain of Bézier curves, as Graphviz writes its edges. */
function flatten(points: readonly Point[]): Point[] {
  const path = points.slice(0, 1)
  for (let i = 0; i + 3 < points.length; i += 3) {
    const [a, b, c, d] = [points[i]!, points[i + 1]!, points[i + 2]!, points[i + 3]!]
    for (let step = 1; step <= STEPS; step++) {
      const t = step / STEPS
      const at = (axis: 'x' | 'y'): number =>
        (1 - t) ** 3 * a[axis] +
        3 * (1 - t) ** 2 * t * b[axis] +
        3 * (1 - t) * t ** 2 * c[axis] +
        t ** 3 * d[axis]
      path.push({ x: at('x'), y: at('y') })
    }
  }
  return path
}

let graphviz: Promise<Graphviz> | undefined

export async function dotCrossings(graph: Graph): Promise<number> {
  graphviz ??= Graphviz.load()
  const json = JSON.parse((await graphviz).layout(dotText(graph), 'json', 'dot')) as {
    edges?: { _draw_?: { op: string; points?: [number, number][] }[] }[]
  }
  const paths = (json.edges ?? []).flatMap(({ _draw_: drawn = [] }) =>
    drawn
      .filter(({ op }) => op === 'b')
      .map(({ points = [] }) => flatten(points.map(([x, y]) => ({ x, y })))),
  )
  return countCrossings(paths)
}

/** A tree of `nodes` nodes with some more edges between near ones, as flowcharts have. */
export function flow(nodes: number, more: number, lanes = 0): Graph {
  const random = seeded(nodes * 31 + more)
  const pairs: [number, number][] = []
  for (let i = 1; i < nodes; i++) pairs.push([Math.max(0, i - 1 - random(4)), i])
  for (let i = 0; i < more; i++) {
    const from = random(nodes)
    pairs.push([from, Math.min(nodes - 1, Math.max(0, from + random(9) - 3))])
  }
  return makeGraph({
    groups: byId(Array.from({ length: lanes }, (_, i) => makeGroup({ id: `lane${i}`, kind: 'lane' }))),
    nodes: byId(
      Array.from({ length: nodes }, (_, i) =>
        makeNode({ id: `n${i}`, shape: 'rectangle', ...(lanes > 0 && { group: `lane${(i * 7) % lanes}` }) }),
      ),
    ),
    edges: pairs
      .filter(([from, to]) => from !== to)
      .map(([from, to]) => makeEdge({ from: nodeEnd(`n${from}`), to: nodeEnd(`n${to}`, 'normal') })),
  })
}
