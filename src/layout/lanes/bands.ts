/**
 * A simple layout for very large graphs, and for what ELK cannot arrange: every group gets a band of
 * its own across the flow, the groups inside it the bands after that, and its box is drawn around them.
 */

import { outwards } from '../../ir/group-tree.js'
import type { Edge, End, Graph, Node } from '../../ir/model.js'
import type { Box, GroupBox, Layout, Point } from '../boxes.js'
import { boxesOfOutsideLabels, clearOfLabels } from '../clusters/outside-labels.js'
import {
  bordersOf,
  directPath,
  layBands,
  nodeBoxes,
  PAGE_MARGIN,
  routesOf,
  toPage,
  turningOf,
} from './banded.js'
import { foldStarts } from './folds.js'
import { framesAround, titlesOf } from './frames.js'
import { wrapped } from './wrapped.js'

const TITLE = 30
const PADDING = 14
/** Boxes nested deeper than this share their outlines. */
const DRAWN_DEPTH = 30

interface Tree {
  /** For each group its first and last band; bands are in the order of a walk over the tree. */
  readonly spans: readonly { first: number; last: number }[]
  /** The group of each band but the first. */
  readonly owner: readonly (number | undefined)[]
  /** How many groups end at each band. */
  readonly ends: readonly number[]
  /** How many levels of groups stand inside each group. */
  readonly heights: readonly number[]
  readonly bands: number
}

/** The bands: 0 for the nodes of no group, then one for each group, parents before what they hold. */
function treeOf(graph: Graph): Tree {
  const groups = [...graph.groups.values()]
  const index = new Map(groups.map((group, i) => [group.id, i]))
  const children: number[][] = groups.map(() => [])
  const roots: number[] = []
  groups.forEach((group, i) => {
    const parent = group.parent === undefined ? undefined : index.get(group.parent)
    ;(parent === undefined ? roots : children[parent]!).push(i)
  })
  const spans = groups.map(() => ({ first: 0, last: 0 }))
  const order: number[] = []
  const waiting = [...roots].reverse()
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    order.push(next)
    spans[next]!.first = spans[next]!.last = order.length
    for (const child of [...children[next]!].reverse()) waiting.push(child)
  }
  const heights = groups.map(() => 0)
  for (const group of [...order].reverse()) {
    for (const child of children[group]!) {
      spans[group]!.last = Math.max(spans[group]!.last, spans[child]!.last)
      heights[group] = Math.min(DRAWN_DEPTH, Math.max(heights[group]!, heights[child]! + 1))
    }
  }
  const bands = groups.length + 1
  const ends = new Array<number>(bands).fill(0)
  for (const { last } of spans) ends[last]!++
  return { spans, owner: [undefined, ...order], ends, heights, bands }
}

/** A node that stands for each end of an edge: a group's is its first node, or that of a group inside it. */
function representatives(graph: Graph, nodes: readonly Node[]): (end: End) => number | undefined {
  const index = new Map(nodes.map((node, i) => [node.id, i]))
  const first = new Map<string, number>()
  nodes.forEach((node, i) => {
    for (const id of outwards(graph.groups, node.group)) {
      if (first.has(id)) break
      first.set(id, i)
    }
  })
  return ({ kind, id }) => (kind === 'node' ? index.get(id) : first.get(id))
}

/** A graph without groups, no longer along its flow than `wrap`: that goes on in the next row. */
export function layOutInRows(graph: Graph, wrap: number): Layout {
  return wrapped(wrap, turningOf(graph.direction ?? 'TB').across, most => arrange(graph, most))
}

export function layOutSimply(graph: Graph): Layout {
  return arrange(graph, undefined).layout
}

/** @param most how many steps of the flow may stand in one row, where there are no groups */
function arrange(graph: Graph, most: number | undefined): { layout: Layout; steps: number } {
  const turning = turningOf(graph.direction ?? 'TB')
  const nodes = [...graph.nodes.values()]
  const groups = [...graph.groups.values()]
  const tree = treeOf(graph)
  const index = new Map(groups.map((group, i) => [group.id, i]))
  const bandOf = nodes.map(({ group }) => {
    const i = group === undefined ? undefined : index.get(group)
    return i === undefined ? 0 : tree.spans[i]!.first
  })
  const nodeOf = representatives(graph, nodes)
  const edges: { edge: Edge; from: number; to: number }[] = []
  const positions = graph.edges.map(edge => {
    const [from, to] = [nodeOf(edge.from), nodeOf(edge.to)]
    if (from === undefined || to === undefined || edge.from.kind === 'group' || edge.to.kind === 'group')
      return undefined
    return edges.push({ edge, from, to }) - 1
  })
  const depth = tree.heights.reduce((most, height) => Math.max(most, height + 1), 0)
  // Titles stand beside the bands where the flow runs across the page, and before the columns where it runs down.
  const titles = turning.across ? PADDING : TITLE
  const room = (PADDING + titles) * depth
  const { placed, sizes, column, columns } = layBands(
    nodes,
    edges,
    {
      bandOf,
      folds: most === undefined ? undefined : steps => foldStarts(steps, most, edges, []),
      count: tree.bands,
      minimum: () => 0,
      gapMinimum: () => 50 + room,
      levelMinimum: (kind, band) => {
        if (kind === 'between') return 30
        return (
          20 +
          (kind === 'first'
            ? band > 0
              ? turning.across
                ? TITLE
                : PADDING
              : 0
            : Math.min(DRAWN_DEPTH, tree.ends[band]!) * PADDING)
        )
      },
    },
    turning,
  )
  const page = toPage(turning, placed.length, { x: PAGE_MARGIN, y: PAGE_MARGIN })
  const boxes = nodeBoxes(nodes, sizes, placed.middles, page)
  const frames = groupFrames(
    tree,
    bandOf,
    column,
    placed,
    turning.mirrored ? [PADDING, titles] : [titles, PADDING],
  )
  const groupBoxes = new Map<string, GroupBox>()
  groups.forEach((group, i) => {
    groupBoxes.set(group.id, { ...boxBetween(frames[i]!.map(page) as [Point, Point]), title: TITLE })
  })
  const outside = boxesOfOutsideLabels(graph, boxes)
  const whole = graph.edges.map((edge, i) => {
    const at = positions[i]
    return at === undefined ? directPath(edge, boxes, groupBoxes) : placed.paths[at]!.map(page)
  })
  const alone = graph.edges.map((_, i) => positions[i] === undefined || placed.alone[positions[i]!]!)
  const paths = clearOfLabels(graph, whole, outside)
  const loops = framesAround(graph, boxes, paths)
  const all = [...boxes.values(), ...groupBoxes.values(), ...loops]
  const layout: Layout = {
    width: all.reduce((most, box) => Math.max(most, box.x + box.width), 0) + PAGE_MARGIN,
    height: all.reduce((most, box) => Math.max(most, box.y + box.height), 0) + PAGE_MARGIN,
    nodes: boxes,
    groups: groupBoxes,
    routes: routesOf(
      graph.edges,
      paths,
      alone,
      [...boxes.values(), ...outside.values(), ...titlesOf(loops)],
      bordersOf(loops),
    ),
    loops,
  }
  return { layout, steps: columns }
}

/**
 * Two opposite corners of each group's box on the plan: its bands, and the columns that its nodes stand in.
 * @param steps how much further a box starts and ends along the flow than those that stand in it
 */
function groupFrames(
  tree: Tree,
  bandOf: readonly number[],
  column: readonly number[],
  { columns, bands }: ReturnType<typeof layBands>['placed'],
  [before, after]: readonly [before: number, after: number],
) {
  const reach = Array.from({ length: tree.bands }, () => ({ from: Infinity, to: -Infinity }))
  bandOf.forEach((band, node) => {
    const own = reach[band]!
    own.from = Math.min(own.from, column[node]!)
    own.to = Math.max(own.to, column[node]!)
  })
  // From the innermost groups outwards: a group's bands come after its own, so later bands first.
  const frames: { u: number; v: number }[][] = []
  const closed = new Array<number>(tree.bands).fill(0)
  for (let own = tree.bands - 1; own > 0; own--) {
    const group = tree.owner[own]!
    const { first, last } = tree.spans[group]!
    const range = reach[first]!
    for (let band = first + 1; band <= last; band = tree.spans[tree.owner[band]!]!.last + 1) {
      range.from = Math.min(range.from, reach[band]!.from)
      range.to = Math.max(range.to, reach[band]!.to)
    }
    const levels = tree.heights[group]! + 1
    const outside = Math.min(DRAWN_DEPTH, tree.ends[last]! - 1 - closed[last]!++)
    const [from, to] =
      range.from <= range.to
        ? [columns[range.from]![0], columns[range.to]![1]]
        : [before * levels, before * levels + 120]
    frames[group] = [
      { u: from - before * levels, v: bands[first]![0] + 6 },
      { u: to + after * levels, v: bands[last]![1] - 6 - outside * PADDING },
    ]
  }
  return frames
}

function boxBetween([a, b]: readonly [Point, Point]): Box {
  return {
    x: Math.round(Math.min(a.x, b.x)),
    y: Math.round(Math.min(a.y, b.y)),
    width: Math.round(Math.abs(a.x - b.x)),
    height: Math.round(Math.abs(a.y - b.y)),
  }
}
