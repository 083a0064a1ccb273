/** Parallel edges of which some went: what was carried for one never comes to another. */
import { expect, test } from 'vitest'
import { flowzap } from '../../converters/flowzap/index.js'
import { writeWith } from '../../src/convert.js'
import { byId, makeEdge, makeGraph, makeGroup, makeNode, nodeEnd, plain } from '../../src/ir/build.js'
import type { Edge } from '../../src/ir/model.js'
import { readWith } from '../../src/read.js'

const between = (line: Edge['line'], label = '') =>
  makeEdge({
    from: nodeEnd('n1', 'none', { side: 'right' }),
    to: nodeEnd('n2', 'normal', { side: 'left' }),
    line,
    label: plain(label),
  })

const twin = 'n1.handle(right) -> n2.handle(left)\n'

/** The lines of the edges that are read where some lines of the text went. */
async function without(edges: readonly Edge[], ...gone: readonly string[]): Promise<string[]> {
  const graph = makeGraph({
    groups: byId([makeGroup({ id: 'L', kind: 'lane', label: plain('L') })]),
    nodes: byId(['n1', 'n2'].map(id => makeNode({ id, shape: 'rectangle', group: 'L' }))),
    edges,
  })
  let { text } = await writeWith(flowzap, [graph], { carry: true, from: 'flowzap' })
  for (const line of gone) {
    expect(text).toContain(line)
    text = text.replace(line, '')
  }
  return readWith(flowzap, text).graphs[0]!.edges.map(({ line }) => line)
}

test('of two that look alike one is carried: where one of them is left, it may be either', async () => {
  const edges = [between('solid'), between('dashed')]
  expect(await without(edges)).toEqual(['solid', 'dashed'])
  expect(await without(edges, twin)).toEqual(['solid'])
})

test('where one of two alike is left, it is not the third with a label, which went as well', async () => {
  const edges = [between('dashed'), between('thick'), between('dotted', 'x')]
  expect(await without(edges)).toEqual(['dashed', 'thick', 'dotted'])
  expect(await without(edges, twin, twin.replace('\n', ' [label="x"]\n'))).toEqual(['solid'])
})
