/** Nodes that a DOT source puts on one rank stand side by side. */
import { expect, test } from 'vitest'
import { convert, read } from '../../src/index.js'
import type { Graph } from '../../src/ir/model.js'
import { layOut } from '../../src/layout/layout.js'
import { rankSetsOf, withRankSets } from '../../src/layout/rank-sets.js'

const graphOf = (text: string): Graph => {
  const graph = read(text, { format: 'dot' }).graphs[0]!
  return withRankSets(graph, graph)
}

/** The middles of nodes along the flow, by id. */
async function heights(text: string, axis: 'x' | 'y' = 'y'): Promise<Record<string, number>> {
  const graph = graphOf(text)
  const { layout } = await layOut(graph)
  const length = axis === 'y' ? 'height' : 'width'
  return Object.fromEntries(Array.from(layout.nodes, ([id, box]) => [id, box[axis] + box[length] / 2]))
}

test('the sets of a source are found, in sets and clusters, too', () => {
  const graph = graphOf(
    'digraph { {rank=same; a b} {rank=source; c {rank=same; d}} subgraph cluster_k { e; f; {rank=max; e f} } }',
  )
  expect(rankSetsOf(graph)).toEqual([
    { place: 'any', nodes: ['a', 'b'] },
    { place: 'first', nodes: ['c', 'd'] },
    { place: 'last', nodes: ['e', 'f'] },
  ])
})

test('what has one rank stands side by side, however far the lines to it are', async () => {
  const flow = 'a -> b -> c -> d; a -> e'
  const free = await heights(`digraph { ${flow} }`)
  expect(free.e).toBe(free.b)
  const ranked = await heights(`digraph { ${flow}; {rank=same; d e} }`)
  expect(ranked.e).toBe(ranked.d)
  expect(ranked.d).toBeGreaterThan(ranked.c!)
  const across = await heights(`digraph { rankdir=LR; ${flow}; {rank=same; d e} }`, 'x')
  expect(across.e).toBe(across.d)
})

test('the first and the last rank are those of the whole graph', async () => {
  const { a, c, first, last } = await heights(
    'digraph { a -> b -> c; first -> c; a -> last; {rank=min; first} {rank=sink; last} }',
  )
  expect(first).toBe(a)
  expect(last).toBe(c)
})

test('a time line beside what happened, which has no lines to it', async () => {
  const at = await heights(
    'digraph { 1972 -> 1976 -> 1978; {rank=same; 1972 Thompson} {rank=same; 1976 Mashey Bourne} {rank=same; 1978 csh} Thompson -> csh }',
  )
  expect(at).toMatchObject({ Thompson: at['1972'], Mashey: at['1976'], Bourne: at['1976'], csh: at['1978'] })
})

test('lines that nobody sees order a rank, and end it no more than others in it begin another', async () => {
  const at = await heights('digraph { {rank=same; a -> b -> c [style=invis]} a -> x; b -> y; c -> z }')
  expect(new Set([at.a, at.b, at.c]).size).toBe(1)
  const seen = await heights('digraph { {rank=same; a b} a -> b; a -> x }')
  expect(seen.b).toBeGreaterThan(seen.a!)
})

test('sets that contradict the lines leave no line out', async () => {
  const graph = graphOf('digraph { a -> b; c -> d; {rank=same; a d} {rank=same; b c} b -> e; {rank=min; e} }')
  const { layout } = await layOut(graph)
  expect(layout.routes.every(({ path }) => (path?.length ?? 0) >= 2)).toBe(true)
})

test('pages and pictures have them', async () => {
  const source = 'digraph { node [shape=box]; a -> b -> c; a -> d; {rank=same; c d} }'
  const { text } = await convert(source, { from: 'dot', to: 'drawio' })
  const top = (id: string) => new RegExp(`id="${id}"[^]*?<mxGeometry[^>]* y="(\\d+)"`).exec(text)?.[1]
  expect(top('d')).toBe(top('c'))
  expect(top('d')).not.toBe(top('b'))
})

test('in a cluster, too, before and behind what the others of the rank have there', async () => {
  const at = await heights(
    'digraph { subgraph cluster_k { in -> a -> b -> c; in -> d; {rank=same; c d} } subgraph cluster_m { e -> g; f; {rank=same; e f} } c -> e; g -> x; x -> f }',
  )
  expect(at.d).toBe(at.c)
  expect(at.c).toBeGreaterThan(at.b!)
  expect(at.f).toBe(at.e)
  const across = await heights(
    'digraph { rankdir=LR; subgraph cluster_k { in -> a -> b -> c; in -> d; {rank=same; c d} } }',
    'x',
  )
  expect(across.d).toBe(across.c)
})

test('what lines lead to in a circle has no rank in a cluster', async () => {
  const flow = 'subgraph cluster_k { a -> b -> c -> x -> z; a -> y -> z; z -> x; z -> y }'
  const free = await heights(`digraph { ${flow} }`)
  expect(await heights(`digraph { ${flow}; {rank=same; x y} }`)).toEqual(free)
})

test('a rank that reaches over the borders of clusters is left to the lines', async () => {
  const flow = 'subgraph cluster_k { in -> a -> b; in -> d } subgraph cluster_m { x -> y } b -> x'
  const free = await heights(`digraph { ${flow} }`)
  expect(await heights(`digraph { ${flow}; {rank=same; d b y} }`)).toEqual(free)
})
