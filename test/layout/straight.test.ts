/** Small steps in lines, labels on straightened lines, places of labels at ends, and where a diagram starts. */
import { expect, test } from 'vitest'
import { byId, makeEdge, makeGraph, makeGroup, makeNode, nodeEnd, plain } from '../../src/ir/build.js'
import type { Route } from '../../src/layout/boxes.js'
import { placeLabels } from '../../src/layout/clusters/edge-labels.js'
import { onPath, straightened } from '../../src/layout/clusters/straight.js'
import { withEndLabels } from '../../src/layout/lanes/end-labels.js'
import { layOut } from '../../src/layout/layout.js'

const path = (...points: [number, number][]) => points.map(([x, y]) => ({ x, y }))
const from = { x: 0, y: 0, width: 100, height: 40 }
const to = { x: 200, y: 4, width: 100, height: 40 }
const stepped = path([100, 20], [150, 20], [150, 24], [200, 24])

test('a step of a few pixels is taken out where an end may slide along its side', () => {
  expect(straightened([{ path: stepped, from, to }], [from, to])).toEqual([path([100, 24], [200, 24])])
  expect(straightened([{ path: stepped, to }], [from, to])).toEqual([path([100, 20], [200, 20])])
  expect(straightened([{ path: stepped }], [from, to])).toEqual([stepped])
})

test('both steps of one line are taken out: where it was before is in nobody’s way', () => {
  const wide = { x: 0, y: 0, width: 100, height: 80 }
  const next = { x: 300, y: 0, width: 100, height: 80 }
  const out = path([100, 36], [140, 36], [140, 28], [260, 28], [260, 36], [300, 36])
  const straight = path([100, 36], [300, 36])
  expect(straightened([{ path: out, from: wide, to: next }], [wide, next])).toEqual([straight])
})

test('an end is moved no nearer than an arrowhead is wide to the end of another line', () => {
  const next = { x: 200, y: 0, width: 100, height: 60 }
  const other = path([100, 70], [180, 70], [180, 32], [200, 32])
  const fixed = { path: stepped, to: next }
  expect(straightened([fixed, { path: other }], [next])[0]).toEqual(path([100, 20], [200, 20]))
  const near = path([100, 70], [180, 70], [180, 30], [200, 30])
  expect(straightened([fixed, { path: near }], [next])[0]).toEqual(stepped)
})

test('an end slides farther along the side of a box, where it passes no other line', () => {
  const [tall, next] = [
    { x: 0, y: 0, width: 100, height: 80 },
    { x: 200, y: 0, width: 100, height: 80 },
  ]
  const far = path([100, 20], [150, 20], [150, 46], [200, 46])
  const boxes = { path: far, from: tall, to: next, isFar: { from: true, to: true } }
  expect(straightened([boxes], [tall, next])).toEqual([path([100, 46], [200, 46])])
  expect(straightened([{ ...boxes, isFar: { from: false, to: true } }], [tall, next])).toEqual([
    path([100, 20], [200, 20]),
  ])
  const tips = { ...boxes, isFar: { from: false, to: false } }
  expect(straightened([tips], [tall, next])).toEqual([far])
  const others = [path([100, 33], [130, 33], [130, 90]), path([200, 33], [170, 33], [170, 90])]
  const lines = [boxes, ...others.map(points => ({ path: points }))]
  expect(straightened(lines, [tall, next])[0]).toEqual(far)
  const farther = path([100, 20], [150, 20], [150, 52], [200, 52])
  expect(straightened([{ ...boxes, path: farther }], [tall, next])).toEqual([farther])
})

test('a step stays where another line or a box is in the way, and where it is large', () => {
  const beside = [path([110, 28], [190, 28]), path([110, 16], [190, 16])]
  const lines = [{ path: stepped, from, to }, ...beside.map(points => ({ path: points }))]
  expect(straightened(lines, [from, to])[0]).toEqual(stepped)
  const between = [
    { x: 120, y: 26, width: 20, height: 20 },
    { x: 160, y: 0, width: 20, height: 18 },
  ]
  expect(straightened([{ path: stepped, from, to }], [from, to, ...between])[0]).toEqual(stepped)
  const large = path([100, 10], [150, 10], [150, 30], [200, 30])
  expect(straightened([{ path: large, from, to }], [from, to])).toEqual([large])
})

test('a line that rounding has put a pixel aslant is levelled, and a label follows its line', () => {
  expect(straightened([{ path: path([100, 20], [200, 21]) }], [])).toEqual([path([100, 20], [200, 20])])
  const level = path([100, 24], [200, 24])
  expect(onPath({ x: 130, y: 20 }, stepped, level)).toEqual({ x: 130, y: 24 })
  expect(onPath({ x: 130, y: 0 }, level, level)).toEqual({ x: 130, y: 0 })
})

test('a label that has to leave the middle of its line stands no nearer to the arrowhead than it must', () => {
  const size = { width: 40, height: 18 }
  const line = path([100, 0], [100, 240])
  const atStart = { x: 60, y: 0, width: 80, height: 60 }
  const border = { x: 0, y: 120, width: 300, height: 1 }
  expect(placeLabels([line], [size], [], [border])).toEqual([{ x: 100, y: 17 }])
  const [place] = placeLabels([line], [size], [atStart], [border])
  // Halfway between the middle and the last place before the arrowhead, which is 23 px from the end.
  expect(place).toEqual({ x: 100, y: (120 + 240 - 23) / 2 })
})

test('labels of two lines close together stand beside them, each on its own side', () => {
  const size = { width: 80, height: 18 }
  const lines = [path([100, 0], [100, 200]), path([112, 0], [112, 200])]
  const [left, right] = placeLabels(lines, [size, size], [], [])
  expect(left!.x + size.width / 2).toBeLessThan(100)
  expect(right!.x - size.width / 2).toBeGreaterThan(112)
})

test('a label at an end stands on the side of its line where nothing else is', () => {
  const edge = makeEdge({
    from: { ...nodeEnd('a'), label: plain('tail') },
    to: nodeEnd('b', 'normal'),
  })
  const route = (points: ReturnType<typeof path>): Route => ({ bends: [], path: points })
  const size = () => ({ width: 30, height: 18 })
  const alone = withEndLabels([edge], [route(path([100, 0], [100, 200]))], size, [], [])
  expect(alone[0]!.fromLabel!.x).toBeGreaterThan(100)
  const other = makeEdge({ from: nodeEnd('a'), to: nodeEnd('b', 'normal') })
  const two = [route(path([100, 0], [100, 200])), route(path([110, 0], [110, 200]))]
  expect(withEndLabels([edge, other], two, size, [], [])[0]!.fromLabel!.x).toBeLessThan(100)
})

test('a node that first leads into a group stands before it, though a line leads back', async () => {
  const edge = (a: string, b: string) => makeEdge({ from: nodeEnd(a), to: nodeEnd(b, 'normal') })
  const node = (id: string, group?: string) =>
    makeNode({ id, shape: 'rectangle', label: plain(id), ...(group && { group }) })
  const parts = {
    groups: byId([makeGroup({ id: 'g', kind: 'cluster', label: plain('Group') })]),
    nodes: byId([node('a', 'g'), node('b', 'g'), node('start')]),
  }
  const heights = async (...edges: ReturnType<typeof edge>[]) => {
    const { layout } = await layOut(makeGraph({ ...parts, direction: 'TB', edges }))
    return { start: layout.nodes.get('start')!.y, group: layout.groups.get('g')!.y }
  }
  const into = await heights(edge('a', 'b'), edge('start', 'a'), edge('b', 'start'))
  expect(into.start).toBeLessThan(into.group)
  const outOf = await heights(edge('a', 'b'), edge('b', 'start'), edge('start', 'a'))
  expect(outOf.start).toBeGreaterThan(outOf.group)
})

test('a group that holds little is no larger than its title and content need, whichever way it flows', async () => {
  const group = makeGroup({ id: 'g', kind: 'cluster', label: plain('A title of some length here') })
  const inner = makeNode({ id: 'a', shape: 'rectangle', label: plain('a'), group: 'g' })
  for (const direction of ['TB', 'LR'] as const) {
    const empty = await layOut(makeGraph({ direction, groups: byId([group]) }))
    expect(empty.layout.groups.get('g')!.height).toBeLessThan(90)
    const full = await layOut(makeGraph({ direction, groups: byId([group]), nodes: byId([inner]) }))
    expect(full.layout.groups.get('g')!.height).toBeLessThan(120)
  }
})
