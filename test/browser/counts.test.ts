/** What a designer counts in a drawing, by hand on drawings of a few boxes. */
import { expect, test } from 'vitest'
import type { Drawing, DrawnEdge, DrawnVertex } from '../../scripts/browser/drawio.js'
import { addUp, countsOf, distanceTo, stretchOf, touchingHeads } from '../../scripts/count/counts.js'
import { drawings } from '../../scripts/count/samples.js'

const box = (id: string, x: number, y: number, shape = 'rectangle'): DrawnVertex => ({
  id,
  box: { x, y, width: 100, height: 40 },
  shape,
  lane: false,
  part: false,
  container: false,
  frame: false,
  labelInside: true,
})

const line = (id: string, source: string, target: string, ...points: [number, number][]): DrawnEdge => ({
  id,
  source,
  target,
  points: points.map(([x, y]) => ({ x, y })),
  labels: [],
})

const page = (vertices: DrawnVertex[], edges: DrawnEdge[]): Drawing => ({
  pages: 1,
  cells: { vertices: vertices.length, edges: edges.length },
  vertices,
  edges,
  tooltips: [],
  hidden: [],
  undrawn: [],
  jumps: [],
  bounds: { x: 0, y: 0, width: 300, height: 200 },
  errors: [],
  refused: [],
})

test('a line is measured against the way between the middles of its ends', () => {
  const [a, b] = [box('a', 0, 0).box, box('b', 0, 160).box]
  expect(stretchOf(line('e', 'a', 'b', [50, 40], [50, 160]), a, b)).toBe(1)
  // Out at the right, 100 further, down, and back: 50 + 100 + 160 + 100 + 50 for 160.
  expect(stretchOf(line('e', 'a', 'b', [100, 20], [200, 20], [200, 180], [100, 180]), a, b)).toBe(460 / 160)
  expect(stretchOf(line('e', 'a', 'a', [100, 20], [50, 40]), a, a)).toBeUndefined()
})

test('a label on its line is at no distance from it, one beside it at that of its border', () => {
  const edge = line('e', 'a', 'b', [0, 0], [0, 100])
  expect(distanceTo(edge, { x: -10, y: 40, width: 20, height: 10 })).toBe(0)
  expect(distanceTo(edge, { x: 15, y: 40, width: 20, height: 10 })).toBe(15)
  expect(distanceTo(edge, { x: 3, y: 104, width: 20, height: 10 })).toBe(5)
})

test('two arrowheads touch where they are near and not one', () => {
  const to = (x: number) => line(`e${x}`, 'a', 'b', [x, 0], [x, 100])
  expect(touchingHeads([to(0), to(8), to(20), to(40)])).toBe(1)
  expect(touchingHeads([to(0), to(0)])).toBe(0)
  expect(touchingHeads([to(0), to(12)])).toBe(0)
})

test('bends, detours, ends beside the tips of diamonds and the shape of the page are counted', () => {
  const [a, d] = [box('a', 0, 0), box('d', 0, 160, 'rhombus')]
  const straight = line('one', 'a', 'd', [50, 40], [50, 160])
  const around = line('two', 'd', 'a', [75, 170], [75, 100], [280, 100], [280, 20], [100, 20])
  const counts = countsOf(page([a, d], [straight, around]))
  expect(counts).toMatchObject({
    drawings: 1,
    nodes: 2,
    edges: 2,
    bends: 3,
    detours: 1,
    besideTips: 1,
    shape: 1.5,
  })
  expect(addUp([counts, counts])).toMatchObject({ drawings: 2, edges: 4, bends: 6, area: 120 })
})

test('there are forty drawings, each with a name of its own', () => {
  const names = drawings().map(({ name }) => name)
  expect(names).toHaveLength(40)
  expect(new Set(names).size).toBe(40)
})
