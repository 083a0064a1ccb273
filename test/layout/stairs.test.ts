/** Stairs in lines: which pieces are moved, and what is in the way of that. */
import { expect, test } from 'vitest'
import { byId, makeEdge, makeGraph, makeGroup, makeNode, nodeEnd, plain } from '../../src/ir/build.js'
import type { Box } from '../../src/layout/boxes.js'
import { settled } from '../../src/layout/clusters/settled.js'
import { withoutStairs } from '../../src/layout/clusters/stairs.js'
import { nearestOn } from '../../src/layout/clusters/straight.js'
import { layOut } from '../../src/layout/layout.js'

const path = (...points: [number, number][]) => points.map(([x, y]) => ({ x, y }))
const free = { solids: [], groups: [], labels: [] }
/** Down, aside, down, aside, down. */
const stair = path([0, 0], [0, 40], [60, 40], [60, 100], [120, 100], [120, 160])
const lower = path([0, 0], [0, 100], [120, 100], [120, 160])
const upper = path([0, 0], [0, 40], [120, 40], [120, 160])

test('the middle of a stair is put in line with one of its ends', () => {
  expect(withoutStairs([stair], free)).toEqual([lower])
  const turned = stair.map(({ x, y }) => ({ x: y, y: x }))
  expect(withoutStairs([turned], free)).toEqual([lower.map(({ x, y }) => ({ x: y, y: x }))])
  expect(withoutStairs([path([0, 0], [0, 40], [60, 40], [60, 80], [90, 80])], free)).toEqual([
    path([0, 0], [0, 80], [90, 80]),
  ])
})

test('a line that steps aside and back is straight, and several stairs go one after the other', () => {
  const aside = path([0, 0], [0, 40], [60, 40], [60, 100], [0, 100], [0, 160])
  expect(withoutStairs([aside], free)).toEqual([path([0, 0], [0, 160])])
  const long = path([0, 0], [0, 40], [50, 40], [50, 80], [100, 80], [100, 120], [150, 120], [150, 160])
  expect(withoutStairs([long], free)).toEqual([path([0, 0], [0, 120], [150, 120], [150, 160])])
})

const box = (x: number, y: number, width: number, height: number): Box => ({ x, y, width, height })

test('what stands in the way of one step leaves the other, and of both leaves the stair', () => {
  const below = box(-30, 60, 60, 20)
  const above = box(90, 60, 60, 20)
  expect(withoutStairs([stair], { ...free, solids: [below] })).toEqual([upper])
  expect(withoutStairs([stair], { ...free, solids: [below, above] })).toEqual([stair])
})

test('a line is moved neither onto another one, nor near to one, nor across one that it did not cross', () => {
  const beside = path([-8, 50], [-8, 140])
  expect(withoutStairs([stair, beside], free)[0]).toEqual(upper)
  const near = path([112, 30], [112, 90])
  expect(withoutStairs([stair, beside, near], free)[0]).toEqual(stair)
  const crossed = path([-40, 70], [40, 70])
  expect(withoutStairs([stair, crossed], free)[0]).toEqual(upper)
  const crossing = path([-40, 70], [160, 70])
  expect(withoutStairs([stair, crossing], free)[0]).toEqual(lower)
})

test('a bend keeps its distance from other lines: they would seem to join', () => {
  const ending = path([-40, 70], [-3, 70], [-3, 75])
  expect(withoutStairs([stair, ending], free)[0]).toEqual(upper)
})

test('lines run neither along the border of a group nor through more groups than before', () => {
  const along = box(-200, 50, 205, 300)
  expect(withoutStairs([stair], { ...free, groups: [along] })).toEqual([upper])
  const through = box(-50, 55, 90, 30)
  expect(withoutStairs([stair], { ...free, groups: [through] })).toEqual([upper])
  const around = box(-300, -300, 900, 900)
  expect(withoutStairs([stair], { ...free, groups: [around] })).toEqual([lower])
})

test('a label has to have room on the new way, and nothing is moved over one', () => {
  const label = { at: { x: 60, y: 70 }, size: { width: 30, height: 16 } }
  expect(withoutStairs([stair], { ...free, labels: [label] })).toEqual([lower])
  expect(nearestOn(lower, label.at).at).toEqual({ x: 60, y: 100 })
  // There it would stand on a line that the stair has crossed before.
  const other = path([50, 60], [50, 160])
  expect(withoutStairs([stair, other], { ...free, labels: [label] })[0]).toEqual(upper)
  const foreign = [undefined, { at: { x: 0, y: 75 }, size: { width: 30, height: 16 } }]
  const elsewhere = path([-200, 0], [-200, 10])
  expect(withoutStairs([stair, elsewhere], { ...free, labels: foreign })[0]).toEqual(upper)
})

test('a line runs straight close below the label of the one beside it', () => {
  const around = path([0, 14], [20, 14], [20, 40], [80, 40], [80, 14], [100, 14])
  const labelled = path([0, 0], [100, 0])
  const label = (height: number) => [undefined, { at: { x: 50, y: 0 }, size: { width: 40, height } }]
  const straight = path([0, 14], [100, 14])
  expect(withoutStairs([around, labelled], { ...free, labels: label(20) })[0]).toEqual(straight)
  expect(withoutStairs([around, labelled], { ...free, labels: label(26) })[0]).toEqual(around)
})

test('a path does not get longer, turn back, or lose the room for its arrowhead', () => {
  const around = path([0, 0], [0, 40], [60, 40], [60, -60], [120, -60])
  expect(withoutStairs([around], free)).toEqual([around])
  const short = path([0, 0], [0, 50], [60, 50], [60, 100], [90, 100], [90, 150])
  const low = [box(-30, 65, 60, 20)]
  const high = path([0, 0], [0, 22], [60, 22], [60, 10], [90, 10])
  expect(withoutStairs([short], { ...free, solids: low })).toEqual([
    path([0, 0], [0, 50], [90, 50], [90, 150]),
  ])
  expect(withoutStairs([high], free)).toEqual([high])
})

test('where one line makes room, another one is looked at again', () => {
  const first = path([14, 0], [14, 26], [74, 26], [74, 86], [134, 86], [134, 160])
  const [a, b] = withoutStairs([stair, first], free)
  expect([a!.length, b!.length]).toEqual([4, 4])
})

test('small steps that stairs leave are taken out after them', () => {
  const from = box(-50, -40, 100, 40)
  const to = box(-46, 160, 100, 40)
  const out = path([0, 0], [0, 40], [60, 40], [60, 100], [4, 100], [4, 160])
  const found = settled({
    lines: [{ path: out, from, to }],
    sizes: [{ width: 20, height: 16 }],
    labels: [{ x: 60, y: 70 }],
    nodes: [from, to],
    texts: [],
    groups: [],
  })
  expect(found.paths).toEqual([path([4, 0], [4, 160])])
  expect(found.labels).toEqual([{ x: 4, y: 70 }])
})

test('a line that comes out of a group runs on to what it leads to, without a step in the gap', async () => {
  const graph = makeGraph({
    groups: byId([makeGroup({ id: 'g', kind: 'cluster' }), makeGroup({ id: 'h', kind: 'cluster' })]),
    nodes: byId(
      ['a', 'b', 'c', 'd', 'e'].map((id, i) =>
        makeNode({ id, shape: 'rectangle', label: plain(id), group: i < 3 ? 'g' : 'h' }),
      ),
    ),
    edges: ['ab', 'ac', 'bd', 'cd', 'ce'].map(([from, to], i) =>
      makeEdge({ from: nodeEnd(from!), to: nodeEnd(to!), label: plain(i === 2 || i === 3 ? 'a label' : '') }),
    ),
  })
  const { layout } = await layOut(graph)
  for (const { path: way = [] } of layout.routes) expect(way.length).toBeLessThanOrEqual(4)
})
