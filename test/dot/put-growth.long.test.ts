/** A graph comes into a DOT text at a cost in proportion to both, whatever the text is like and however much of it changes. */
import { expect, test } from 'vitest'
import { dot } from '../../converters/dot/index.js'
import { editedDot } from '../../converters/dot/put/put.js'
import { matchGraphs } from '../../src/diff/match.js'
import type { PutChange } from '../../src/format.js'
import { makeEdge, makeNode, nodeEnd, plain } from '../../src/ir/build.js'
import type { Graph } from '../../src/ir/model.js'
import { loweredToPut } from '../../src/put/put.js'
import { readWith } from '../../src/read.js'
import { disproportionate } from '../setup/work.js'

const SIZE = 80

const list = (size: number, line: (place: number) => string): string =>
  Array.from({ length: size }, (_, place) => line(place)).join('')

const texts: Readonly<Record<string, (size: number) => string>> = {
  statements: size =>
    `digraph {\n${list(size, i => `  n${i} [label=x];\n`)}${list(size, i => `  n${i} -> n${(i * 7) % size};\n`)}}\n`,
  'one chain': size => `digraph { ${Array.from({ length: size + 1 }, (_, i) => `n${i}`).join(' -> ')} }\n`,
  clusters: size =>
    `digraph {\n${list(size, i => `  subgraph cluster_${i} { label=x; a${i} -> b${i} }\n`)}${list(size, i => `  a${i} -> b${(i * 3) % size};\n`)}}\n`,
  ranks: size => `digraph {\n${list(size, i => `  n${i} -> n${i + 1}; { rank=same; n${i}; m${i} }\n`)}}\n`,
  'a group of ends': size => `digraph { { ${list(size, i => `n${i} `)} } -> z }\n`,
}

const edits: Readonly<Record<string, (graph: Graph) => Graph>> = {
  'labels of every fourth node': graph => ({
    ...graph,
    nodes: new Map(
      [...graph.nodes].map(([id, node], i) => [id, i % 4 ? node : { ...node, label: plain('new') }]),
    ),
  }),
  'every fourth node goes': graph => {
    const nodes = new Map([...graph.nodes].filter((_, i) => i % 4))
    return {
      ...graph,
      nodes,
      edges: graph.edges.filter(({ from, to }) => nodes.has(from.id) && nodes.has(to.id)),
    }
  },
  'a node and an edge come to every fourth node': graph => {
    const ids = [...graph.nodes.keys()].filter((_, i) => i % 4 === 0)
    const fresh = ids.map(id => makeNode({ id: `${id}_new`, label: plain('new'), shape: 'ellipse' }))
    return {
      ...graph,
      nodes: new Map([...graph.nodes, ...fresh.map(node => [node.id, node] as const)]),
      edges: [
        ...graph.edges,
        ...ids.map(id => makeEdge({ from: nodeEnd(id), to: nodeEnd(`${id}_new`, 'normal') })),
      ],
    }
  },
  'every fourth edge goes': graph => ({ ...graph, edges: graph.edges.filter((_, i) => i % 4) }),
  'an edge comes in behind every fourth one': graph => ({
    ...graph,
    edges: graph.edges.flatMap((edge, i) =>
      i % 4 ? [edge] : [edge, makeEdge({ from: nodeEnd(edge.to.id), to: nodeEnd(edge.from.id, 'normal') })],
    ),
  }),
  'edges in the other order': graph => ({ ...graph, edges: [...graph.edges].reverse() }),
  'nodes in the other order': graph => ({ ...graph, nodes: new Map([...graph.nodes].reverse()) }),
  'groups go': graph => ({
    ...graph,
    groups: new Map(),
    nodes: new Map(Array.from(graph.nodes, ([id, { group: _, ...node }]) => [id, node])),
  }),
}

function changeOf(text: string, edit: (graph: Graph) => Graph): PutChange {
  const before = readWith(dot, text, {}, [], { carry: false }).graphs[0]!
  const after = loweredToPut(dot, edit(before), {}, before)
  return { before, after, matched: matchGraphs(before, after) }
}

test('every edit of every kind of text', async () => {
  const works = Object.entries(texts).flatMap(([name, make]) =>
    Object.entries(edits).map(([what, edit]) => {
      const prepared = new Map(
        [1, SIZE, 4 * SIZE].map(size => [size, [make(size), changeOf(make(size), edit)] as const]),
      )
      return [`${name}: ${what}`, (size: number) => editedDot(...prepared.get(size)!)] as const
    }),
  )
  expect(await disproportionate(SIZE, works)).toEqual([])
})
