import { describe, expect, it } from 'vitest'
import type { DrawnEdge, DrawnVertex } from '../../scripts/browser/drawio.js'
import type { FaultKind } from '../../scripts/browser/fault.js'
import { countKinds, findFaults } from '../../scripts/browser/faults.js'

type Numbers = readonly [x: number, y: number, width: number, height: number]

const box = ([x, y, width, height]: Numbers) => ({ x, y, width, height })
const label = (text: string, at: Numbers, lines = [at]) => ({ text, box: box(at), lines: lines.map(box) })

function vertex(id: string, at: Numbers, more: Partial<DrawnVertex> = {}): DrawnVertex {
  const plain = {
    shape: 'rectangle',
    lane: false,
    part: false,
    container: false,
    frame: false,
    labelInside: true,
  }
  return { id, parent: '1', box: box(at), ...plain, ...more }
}

function edge(
  id: string,
  source: string | undefined,
  target: string | undefined,
  points: readonly (readonly [number, number])[],
  labels: DrawnEdge['labels'] = [],
): DrawnEdge {
  const ends = { ...(source === undefined ? {} : { source }), ...(target === undefined ? {} : { target }) }
  return { id, parent: '1', ...ends, points: points.map(([x, y]) => ({ x, y })), labels }
}

function look(vertices: DrawnVertex[], edges: DrawnEdge[] = [], undrawn: string[] = []) {
  const { faults, crossings } = findFaults({ vertices, edges, undrawn })
  return { faults: faults.map(({ kind, cells }): [FaultKind, ...string[]] => [kind, ...cells]), crossings }
}

// Two boxes side by side, with room between them.
const a = vertex('a', [0, 0, 100, 40])
const b = vertex('b', [200, 0, 100, 40])

describe('vertices', () => {
  it('are without fault side by side', () => {
    expect(look([a, b])).toEqual({ faults: [], crossings: 0 })
    expect(look([a, vertex('next', [100, 0, 50, 40])]).faults).toEqual([])
  })

  it('must not overlap their siblings', () => {
    expect(look([a, vertex('c', [90, 30, 100, 40])]).faults).toEqual([['siblings-overlap', 'a', 'c']])
  })

  it('may be framed', () => {
    expect(look([a, vertex('f', [-10, -10, 120, 60], { frame: true })]).faults).toEqual([])
  })

  it('lie inside of their parents', () => {
    const group = vertex('g', [0, 0, 200, 100], { container: true })
    expect(look([group, vertex('in', [10, 10, 50, 50], { parent: 'g' })]).faults).toEqual([])
    expect(look([group, vertex('out', [180, 10, 50, 50], { parent: 'g' })]).faults).toEqual([
      ['outside-parent', 'out', 'g'],
    ])
  })

  it('stand clear of the title, strip or letters', () => {
    const lane = vertex('l', [0, 0, 300, 100], { lane: true, container: true, title: box([0, 0, 30, 100]) })
    expect(look([lane, vertex('n', [20, 10, 50, 50], { parent: 'l' })]).faults).toEqual([
      ['over-title', 'n', 'l'],
    ])
    expect(look([lane, vertex('n', [30, 10, 50, 50], { parent: 'l' })]).faults).toEqual([])
    const cluster = vertex('k', [0, 0, 300, 100], { container: true, label: label('K', [140, 2, 20, 14]) })
    expect(look([cluster, vertex('n', [100, 10, 90, 50], { parent: 'k' })]).faults).toEqual([
      ['over-title', 'n', 'k'],
    ])
    expect(look([cluster, vertex('n', [10, 10, 90, 50], { parent: 'k' })]).faults).toEqual([])
  })

  it('hold their labels', () => {
    expect(look([vertex('v', [0, 0, 60, 20], { label: label('long', [-8, 3, 76, 14]) })]).faults).toEqual([
      ['label-over-box', 'v'],
    ])
    expect(look([vertex('v', [0, 0, 60, 20], { label: label('fits', [2, 3, 56, 14]) })]).faults).toEqual([])
  })

  it('hold their labels within diamonds and ellipses', () => {
    const shaped = (shape: string, at: Numbers, lines?: Numbers[]) =>
      look([vertex('v', [0, 0, 100, 60], { shape, label: label('text', at, lines) })]).faults
    expect(shaped('rhombus', [30, 23, 40, 14])).toEqual([])
    expect(shaped('rhombus', [2, 23, 96, 14])).toEqual([['label-over-outline', 'v']])
    expect(shaped('ellipse', [5, 23, 90, 14])).toEqual([])
    const block: Numbers[] = [
      [5, 9, 90, 14],
      [5, 23, 90, 14],
      [5, 37, 90, 14],
    ]
    expect(shaped('ellipse', [5, 9, 90, 42], block)).toEqual([['label-over-outline', 'v']])
    // A short line above a long one stays within.
    const lines: Numbers[] = [
      [40, 11, 20, 12],
      [10, 24, 80, 12],
      [40, 37, 20, 12],
    ]
    expect(shaped('ellipse', [10, 11, 80, 38], lines)).toEqual([])
    expect(shaped('rectangle', [2, 3, 96, 54])).toEqual([])
  })

  it('hold the titles of lanes in their strips', () => {
    const title = box([0, 0, 30, 100])
    const lane = (at: Numbers) =>
      vertex('l', [0, 0, 300, 100], { lane: true, title, label: label('Lane', at) })
    expect(look([lane([8, 20, 14, 60])]).faults).toEqual([])
    expect(look([lane([8, -20, 14, 140])]).faults).toEqual([['label-over-box', 'l']])
  })

  it('may have a label beside them, but not over another', () => {
    const beside = { labelInside: false, label: label('below', [0, 22, 60, 14]) }
    expect(look([vertex('v', [20, 0, 20, 20], beside)]).faults).toEqual([])
    expect(look([vertex('v', [20, 0, 20, 20], beside), vertex('w', [50, 30, 40, 40])]).faults).toEqual([
      ['label-over-vertex', 'v', 'w'],
    ])
  })

  it('may have a frame around them, but not its label over them', () => {
    const frame = (at: Numbers) =>
      vertex('f', [-10, -20, 120, 80], { frame: true, label: label('retry', at) })
    expect(look([a, frame([20, -18, 40, 14])]).faults).toEqual([])
    expect(look([a, frame([20, 10, 40, 14])]).faults).toEqual([['label-over-vertex', 'f', 'a']])
  })

  it('are drawn', () => {
    expect(look([], [], ['x']).faults).toEqual([['undrawn', 'x']])
  })
})

describe('edges', () => {
  const straight = edge('e', 'a', 'b', [
    [100, 20],
    [200, 20],
  ])

  it('are without fault between two vertices', () => {
    expect(look([a, b], [straight])).toEqual({ faults: [], crossings: 0 })
  })

  it('have two ends', () => {
    const dangling = edge('e', 'a', undefined, [
      [100, 20],
      [200, 20],
    ])
    expect(look([a, b], [dangling]).faults).toEqual([['dangling-edge', 'e']])
  })

  it('do not run through others, once for each', () => {
    const between = vertex('m', [120, 0, 60, 40])
    expect(look([a, between, b], [straight]).faults).toEqual([['edge-through-vertex', 'e', 'm']])
    const zigzag = edge('e', 'a', 'b', [
      [100, 20],
      [150, 20],
      [150, 30],
      [200, 30],
    ])
    expect(look([a, between, b], [zigzag]).faults).toEqual([['edge-through-vertex', 'e', 'm']])
  })

  it('may graze an outline', () => {
    expect(look([a, vertex('m', [120, 19, 60, 40]), b], [straight]).faults).toEqual([])
  })

  it('do not run through the vertices that they connect', () => {
    const backwards = edge('e', 'a', 'b', [
      [0, 20],
      [200, 20],
    ])
    expect(look([a, b], [backwards]).faults).toEqual([['edge-through-own-end', 'e', 'a']])
  })

  it('may reach the outline of a diamond inside of its box', () => {
    const slanted = edge('e', 'd', 'b', [
      [75, 10],
      [200, 10],
    ])
    expect(look([vertex('d', [0, 0, 100, 40], { shape: 'rhombus' }), b], [slanted]).faults).toEqual([])
  })

  it('run through groups that hold an end, and through lanes', () => {
    const group = vertex('g', [-10, -10, 130, 60], { container: true })
    const inner = vertex('a', [0, 0, 100, 40], { parent: 'g' })
    expect(look([group, inner, b], [straight]).faults).toEqual([])
    const other = (more: Partial<DrawnVertex>) =>
      vertex('o', [130, -10, 40, 60], { container: true, ...more })
    expect(look([group, inner, other({}), b], [straight]).faults).toEqual([['edge-through-group', 'e', 'o']])
    expect(look([group, inner, other({ lane: true }), b], [straight]).faults).toEqual([])
  })

  it('keep off the letters of titles', () => {
    const lane = vertex('l', [-50, -20, 400, 80], {
      lane: true,
      container: true,
      title: box([-50, -20, 400, 80]),
      label: label('Lane', [130, 12, 40, 14]),
    })
    expect(look([lane, a, b], [straight]).faults).toEqual(
      expect.arrayContaining([['edge-through-title', 'e', 'l']]),
    )
  })

  it('keep off the letters of frames, and so do their labels', () => {
    const frame = vertex('f', [-50, -20, 400, 80], { frame: true, label: label('retry', [130, 12, 40, 14]) })
    expect(look([frame, a, b], [straight]).faults).toEqual([['edge-through-title', 'e', 'f']])
    const beside = edge(
      'e',
      'a',
      'b',
      straight.points.map(({ x, y }) => [x, y + 12] as const),
      [{ id: 'e', ...label('e', [130, 20, 40, 14]) }],
    )
    expect(look([frame, a, b], [beside]).faults).toEqual([['edge-label-over-title', 'e', 'f']])
  })

  it('may cross the other cells of a table that they end in', () => {
    const part = { part: true }
    const table = vertex('t', [200, 0, 120, 40], part)
    const row = vertex('r', [200, 0, 120, 40], { ...part, parent: 't' })
    const cells = [0, 1, 2].map(i => vertex(`c${i}`, [200 + 40 * i, 0, 40, 40], { ...part, parent: 'r' }))
    const toLast = edge('e', 'a', 'c2', [
      [100, 20],
      [280, 20],
    ])
    expect(look([a, table, row, ...cells], [toLast]).faults).toEqual([])
  })

  it('are counted where they cross', () => {
    const down = edge('f', 'c', 'd', [
      [150, -50],
      [150, 100],
    ])
    expect(look([a, b], [straight, down])).toEqual({ faults: [], crossings: 1 })
  })

  it('do not cross where they start', () => {
    const other = edge('f', 'a', 'd', [
      [100, 20],
      [150, 100],
    ])
    expect(look([a, b], [straight, other])).toEqual({ faults: [], crossings: 0 })
  })

  it('may come in at one point, but not run together from afar', () => {
    const near = edge('f', 'c', 'b', [
      [180, 60],
      [180, 20],
      [200, 20],
    ])
    const far = edge('f', 'c', 'b', [
      [130, 60],
      [130, 20],
      [200, 20],
    ])
    expect(look([a, b], [straight, near]).faults).toEqual([])
    expect(look([a, b], [straight, far]).faults).toEqual([['edges-share-way', 'e', 'f']])
  })

  it('do not hide each other', () => {
    const line = [
      [110, 20],
      [190, 20],
    ] as const
    expect(look([a, b], [straight, edge('f', 'c', 'd', line)]).faults).toEqual([['edges-overlap', 'e', 'f']])
    expect(look([a, b], [straight, edge('f', 'a', 'd', line)]).faults).toEqual([
      ['edges-share-way', 'e', 'f'],
    ])
  })
})

describe('labels of edges', () => {
  const points = [
    [100, 20],
    [200, 20],
  ] as const
  const labelled = (id: string, at: Numbers) => edge(id, 'a', 'b', points, [{ id, ...label(id, at) }])

  it('stand on their own line', () => {
    expect(look([a, b], [labelled('e', [130, 13, 40, 14])]).faults).toEqual([])
  })

  it('do not cover vertices, their own ends included', () => {
    expect(look([a, b], [labelled('e', [170, 13, 40, 14])]).faults).toEqual([
      ['edge-label-over-vertex', 'e', 'b'],
    ])
  })

  it('do not cover each other, nor other lines, nor titles', () => {
    const below = edge('f', 'c', 'd', [
      [100, 25],
      [200, 25],
    ])
    const onBelow = { ...below, labels: [{ id: 'f', ...label('f', [140, 18, 40, 14]) }] }
    const kinds = (edges: DrawnEdge[], more: DrawnVertex[] = []) =>
      [...countKinds(findFaults({ vertices: [a, b, ...more], edges, undrawn: [] }).faults).keys()].sort()
    const e = labelled('e', [130, 13, 40, 14])
    expect(kinds([e, below])).toEqual(['edge-label-over-edge'])
    expect(kinds([e, onBelow])).toEqual(['edge-label-over-edge', 'edge-labels-overlap'])
    const group = vertex('g', [-10, -90, 400, 200], { container: true, label: label('G', [140, 21, 40, 14]) })
    expect(kinds([e], [{ ...group, lane: true, parent: '2' }])).toEqual(['edge-label-over-title'])
  })
})

it('measures thousands of cells', () => {
  const grid = Array.from({ length: 5000 }, (_, i) =>
    vertex(`v${i}`, [(i % 70) * 100, Math.floor(i / 70) * 60, 60, 30]),
  )
  const edges = grid.slice(1).map((to, i) => {
    const from = grid[i]!
    return edge(`e${i}`, from.id, to.id, [
      [from.box.x + 60, from.box.y + 15],
      [to.box.x, to.box.y + 15],
    ])
  })
  const { faults } = findFaults({ vertices: grid, edges, undrawn: [] })
  // Only the lines from the end of a row back to the start of the next one meet anything.
  expect(faults.every(({ kind }) => kind.startsWith('edge'))).toBe(true)
})
