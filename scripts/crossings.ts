/**
 * How often lines cross in our layout, beside Graphviz's `dot` on the same graph:
 *
 *     npx tsx scripts/crossings.ts [FILE.gv FILE.mmd …]
 *
 * Without files: the corpora of DOT and Mermaid, and generated graphs. Only graphs without lanes are counted.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { formats as entries } from '../converters/index.js'
import type { Graph } from '../src/ir/model.js'
import { inLanes } from '../src/layout/lanes.js'
import { readWith } from '../src/read.js'
import { crossingsOf, dotCrossings, flow } from './bench/crossings.js'
import { generated } from './bench/graphs.js'

const formats = await Promise.all(entries.map(({ load }) => load()))

function graphsIn(path: string): readonly Graph[] {
  const name = path.endsWith('.mmd') ? 'mermaid' : 'dot'
  const format = formats.find(found => found.name === name)
  return format ? readWith(format, readFileSync(path, 'utf8')).graphs : []
}

const filesOf = (folder: string, extension: string): string[] =>
  readdirSync(folder)
    .filter(name => name.endsWith(extension))
    .map(name => `${folder}/${name}`)

async function main(): Promise<void> {
  const named = process.argv.slice(2)
  const paths =
    named.length > 0
      ? named
      : [
          ...['corpus/mermaid', 'corpus/nested'].flatMap(folder => filesOf(folder, '.mmd')),
          ...['corpus/dot', 'corpus/nested'].flatMap(folder => filesOf(folder, '.gv')),
        ]
  const graphs = paths.flatMap(path =>
    graphsIn(path).map((graph, i) => ({ name: i === 0 ? path : `${path} ${i + 1}`, graph })),
  )
  if (named.length === 0) {
    for (const [nodes, more] of [
      [10, 4],
      [20, 8],
      [30, 12],
      [50, 15],
      [80, 20],
      [120, 30],
    ] as const) {
      graphs.push({ name: `flow of ${nodes} nodes`, graph: flow(nodes, more) })
    }
    for (const edges of [10, 30, 60]) {
      const dot = formats.find(({ name }) => name === 'dot')!
      for (const graph of readWith(dot, generated('dot', edges)).graphs)
        graphs.push({ name: `random, ${edges} edges`, graph })
    }
  }
  const sums = { ours: 0, dots: 0 }
  for (const { name, graph } of graphs) {
    if (inLanes(graph)) continue
    const ours = await crossingsOf(graph)
    const dots = await dotCrossings(graph)
    sums.ours += ours
    sums.dots += dots
    if (ours + dots > 0) console.log(`${name}: ${ours}, dot ${dots}`)
  }
  console.log(
    `all ${graphs.length} graphs: ${sums.ours}, dot ${sums.dots}, ratio ${(sums.ours / Math.max(1, sums.dots)).toFixed(2)}`,
  )
}

await main()
