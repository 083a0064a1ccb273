/** Lines cross at most one and a half times as often as Graphviz's do, over the corpus and over generated graphs. */
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readDot } from '../../converters/dot/index.js'
import { readMermaid } from '../../converters/mermaid/index.js'
import { crossingsOf, dotCrossings, flow } from '../../scripts/bench/crossings.js'
import { generated } from '../../scripts/bench/graphs.js'
import { countCrossings } from '../../src/layout/clusters/crossings.js'
import { inLanes } from '../../src/layout/lanes/lanes.js'

test('lines that cross are counted, lines that touch are not', () => {
  const line = (...points: [number, number][]) => points.map(([x, y]) => ({ x, y }))
  expect(countCrossings([line([0, 5], [10, 5]), line([5, 0], [5, 10])])).toBe(1)
  expect(countCrossings([line([0, 5], [10, 5]), line([5, 5], [5, 10])])).toBe(0)
  expect(countCrossings([line([0, 5], [10, 5]), line([2, 0], [2, 9], [8, 9], [8, 0])])).toBe(2)
})

const files = (folder: string, extension = '') =>
  readdirSync(folder)
    .filter(name => name.endsWith(extension) && !name.endsWith('.json'))
    .map(name => readFileSync(`${folder}/${name}`, 'utf8'))

const sets = [
  [
    'the corpus and generated graphs',
    () => [
      ...files('corpus/mermaid').flatMap(text => readMermaid(text).graphs),
      ...files('corpus/dot').flatMap(text => readDot(text).graphs),
      ...[10, 20, 30, 50, 80, 120].map(nodes => flow(nodes, Math.round(nodes / 3))),
      ...[10, 30, 60].flatMap(edges => readDot(generated('dot', edges)).graphs),
    ],
  ],
  [
    'nested groups',
    () => [
      ...files('corpus/nested', '.mmd').flatMap(text => readMermaid(text).graphs),
      ...files('corpus/nested', '.gv').flatMap(text => readDot(text).graphs),
    ],
  ],
] as const

test.each(sets)('at most one and a half times as many as Graphviz: %s', async (_, graphs) => {
  const sums = { ours: 0, dots: 0 }
  for (const graph of graphs()) {
    if (inLanes(graph)) continue
    sums.ours += await crossingsOf(graph)
    sums.dots += await dotCrossings(graph)
  }
  expect(sums.dots).toBeGreaterThan(0)
  expect(sums.ours).toBeLessThanOrEqual(1.5 * sums.dots)
})
