/** What a person does first with a drawing of ours in draw.io's editor: click, drag, fold, resize, take it back; and what the saved page then says. */
import { readFileSync } from 'node:fs'
import { afterAll, describe, expect, test } from 'vitest'
import { readDrawio } from '../../converters/drawio/index.js'
import { chromiumMissing, closeChromium } from '../../scripts/browser/chromium.js'
import type { Box, DrawnEdge, DrawnVertex, Point } from '../../scripts/browser/drawio.js'
import { type EditorSession, inEditor } from '../../scripts/browser/editor.js'
import { convert } from '../../src/index.js'
import { firstDifference } from '../../src/ir/difference.js'
import { sample } from '../setup/runs.js'

const missing = chromiumMissing('tests in draw.io’s editor')
afterAll(closeChromium)

const LANES = `Shop { # Shop
  n1: circle label:"Start"
  n2: taskbox owner:"Ann" description:"Takes cash" label:"Pay"
  n3: diamond label:"Paid?"
  n1.handle(right) -> n2.handle(left)
  n2.handle(right) -> n3.handle(left)
  n3.handle(bottom) -> Bank.n4.handle(top) [label="no"]
  loop [until paid] n2 n3
}
Bank { # Bank
  n4: rectangle label:"Remind"
  n5: rectangle label:"Note"
  n4.handle(right) -> n5.handle(left)
  n4.handle(left) -> Shop.n2.handle(bottom)
}
`

const GROUPS = `flowchart LR
  start(["Start"]) --> a
  subgraph outer [Outer]
    a["One"] --> b{"Two?"}
    subgraph inner [Inner]
      c[("Three")] --> d["Four"]
    end
    b -->|yes| c
  end
  d --> stop(("Stop"))
  b -->|no| stop
`

const TABLES = `digraph { rankdir=LR
  a [shape=record, label="<x> one|{two|<y> three}"]
  b [shape=plain, label=<<TABLE><TR><TD>head</TD></TR><TR><TD PORT="x">k</TD><TD PORT="y">a value</TD></TR></TABLE>>]
  c [shape=box, label="End"]
  a:x -> b:x; a:y -> b:y; b:y -> c
}`

const PICTURES = `flowchart TD
  p@{ img: "data:image/svg+xml;base64,PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHdpZHRoPSI4IiBoZWlnaHQ9IjgiPjxyZWN0IHdpZHRoPSI4IiBoZWlnaHQ9IjgiLz48L3N2Zz4=", label: "A picture", w: 60, h: 60 }
  a --> p --> b
`

const own = [
  ['lanes', 'flowzap', LANES],
  ['groups', 'mermaid', GROUPS],
  ['tables', 'dot', TABLES],
  ['pictures', 'mermaid', PICTURES],
] as const
const corpus = [
  ['flowzap', 'flowzap/loop-with-lanes.fz'],
  ['mermaid', 'mermaid/subgraph-title-words.mmd'],
  ['dot', 'dot/nested-clusters.gv'],
  ['flowzap', 'templates/microservices-bff-architecture/diagram.fz'],
  ['mermaid', 'templates/event-driven-dead-letter-queue-architecture/diagram.mmd'],
  ['dot', 'dot/html-table.gv'],
] as const
const cases = [
  ...own.map(([name, from, text]) => ({ name, from, text })),
  ...sample(corpus, 2).map(([from, name]) => ({ name, from, text: readFileSync(`corpus/${name}`, 'utf8') })),
]

const middle = ({ x, y, width, height }: Box): Point => ({ x: x + width / 2, y: y + height / 2 })

/** Whether a place is on the border of a box, or inside of it where the outline of a shape may be; not beyond. */
const within = ({ x, y, width, height }: Box, point: Point, more = 1) =>
  point.x >= x - more && point.x <= x + width + more && point.y >= y - more && point.y <= y + height + more

/** What the cells of a page are, by the graph that is read from it: the cells of these samples have the ids of what they show. */
interface Cells {
  readonly nodes: readonly DrawnVertex[]
  readonly lanes: readonly DrawnVertex[]
  readonly clusters: readonly DrawnVertex[]
  readonly frames: readonly DrawnVertex[]
  /** What stands in the cell of that id, however deep. */
  readonly within: (id: string) => readonly DrawnVertex[]
}

function cellsOf(xml: string, vertices: readonly DrawnVertex[]): Cells {
  const graph = graphOf(xml)
  const parents = new Map(vertices.map(({ id, parent }) => [id, parent]))
  const isIn = (id: string, holder: string) => {
    for (let at = parents.get(id); at !== undefined; at = parents.get(at)) if (at === holder) return true
    return false
  }
  const cells = {
    nodes: vertices.filter(({ id }) => graph.nodes.has(id)),
    lanes: vertices.filter(({ id }) => graph.groups.get(id)?.kind === 'lane'),
    clusters: vertices.filter(({ id }) => graph.groups.get(id)?.kind === 'cluster'),
    frames: vertices.filter(
      ({ id, frame }) => frame && ![...graph.nodes.keys()].some(node => isIn(id, node)),
    ),
    within: (holder: string) => vertices.filter(({ id }) => isIn(id, holder)),
  }
  expect(cells.nodes).toHaveLength(graph.nodes.size)
  expect(cells.lanes.length + cells.clusters.length).toBe(graph.groups.size)
  expect(cells.frames).toHaveLength(graph.loops.length)
  return cells
}

/** A place on a line that is far from its ends, and whether it is on the way of another one. */
function placeOn({ points }: DrawnEdge): Point {
  const pieces = points.slice(1).map((to, i) => ({ from: points[i]!, to }))
  const length = ({ from, to }: (typeof pieces)[number]) => Math.hypot(to.x - from.x, to.y - from.y)
  const { from, to } = pieces.reduce((a, b) => (length(b) > length(a) ? b : a))
  return { x: from.x + (to.x - from.x) * 0.4, y: from.y + (to.y - from.y) * 0.4 }
}

/** draw.io takes a click for one on a line so near to it. */
const NEAR = 5

const isOn = ({ points }: DrawnEdge, { x, y }: Point): boolean =>
  points.some((from, i) => {
    const to = points[i + 1]
    if (!to) return false
    const [left, right] = [Math.min(from.x, to.x) - NEAR, Math.max(from.x, to.x) + NEAR]
    const [top, bottom] = [Math.min(from.y, to.y) - NEAR, Math.max(from.y, to.y) + NEAR]
    return x >= left && x <= right && y >= top && y <= bottom
  })

/** Where a person clicks who means a node: at its text, and of one with fields not between them, where draw.io begins a new line. */
function placeOfNode({ id, box, label }: DrawnVertex, { within: inside }: Cells): Point {
  return middle((label ?? inside(id).find(part => part.label)?.label)?.box ?? box)
}

const placeOfHolder = ({ box, label }: DrawnVertex): Point =>
  label ? middle(label.box) : { x: box.x, y: box.y + box.height / 2 }

/** At the lower border: a frame has nothing between its borders. */
const placeOfFrame = ({ box }: DrawnVertex): Point => ({ x: box.x + box.width / 2, y: box.y + box.height })

type Shown = Awaited<ReturnType<EditorSession['shown']>>

/** The first, the last and one between them. */
const few = <T>(all: readonly T[]): readonly T[] =>
  [...new Set([all[0]!, all[all.length >> 1]!, all.at(-1)!])].slice(0, all.length)

const graphOf = (xml: string) => readDrawio(xml).graphs[0]!

/** The pages say the same, but for the places of things, and for what is folded. */
function expectSame(saved: string, before: string): void {
  expect(firstDifference(graphOf(before), graphOf(saved.replace(' collapsed="1"', '')))).toBeUndefined()
}

/** The box of a cell and of a label below it, where lines may end, too. */
function withLabel({ box, label, labelInside }: DrawnVertex): Box {
  if (!label || labelInside) return box
  return { ...box, height: Math.max(box.height, label.box.y + label.box.height + 8 - box.y) }
}

/** Every line that is drawn to a cell, or to what stands in it, ends at it. */
function expectFastened(edges: readonly DrawnEdge[], vertices: readonly DrawnVertex[]): void {
  const boxes = new Map(vertices.map(vertex => [vertex.id, withLabel(vertex)]))
  for (const { id, source, target, points } of edges)
    for (const [end, point] of [
      [source, points[0]],
      [target, points.at(-1)],
    ] as const) {
      const box = boxes.get(end!)
      if (box) expect(within(box, point!), `${id} at ${end}: ${JSON.stringify({ box, point })}`).toBe(true)
    }
}

const boxesOf = (vertices: readonly DrawnVertex[]) => new Map(vertices.map(({ id, box }) => [id, box]))

/** What holds others stands elsewhere now, and all that stands in it went the same way. */
function expectMoved({ id, box }: DrawnVertex, cells: Cells, { vertices, edges }: Shown): void {
  const boxes = boxesOf(vertices)
  const now = boxes.get(id)!
  const [right, down] = [now.x - box.x, now.y - box.y]
  expect(down).toBeGreaterThan(0)
  for (const { id: inside, box: was } of cells.within(id))
    expect(boxes.get(inside)).toEqual({ ...was, x: was.x + right, y: was.y + down })
  expectFastened(edges, vertices)
}

/** Does something, looks at it, reads what would be saved, and takes it back. */
async function trial(
  session: EditorSession,
  before: string,
  act: () => Promise<void>,
  look: (shown: Shown) => void,
): Promise<void> {
  await act()
  const saved = await session.save()
  expect(saved).not.toBe(before)
  expectSame(saved, before)
  look(await session.shown())
  await session.undo()
  expect(await session.save()).toBe(before)
}

/** Opens a sample, does something with it, and finds nothing changed and nothing said against it in the end. */
async function inSession(
  { from, text }: (typeof cases)[number],
  work: (session: EditorSession, before: string, cells: Cells, edges: readonly DrawnEdge[]) => Promise<void>,
): Promise<void> {
  const { text: xml } = await convert(text, { from, to: 'drawio' })
  await inEditor(xml, async session => {
    const { vertices, edges } = await session.shown()
    const before = await session.save()
    await work(session, before, cellsOf(before, vertices), edges)
    expect(await session.save()).toBe(before)
    expect(session.errors()).toEqual([])
  })
}

describe.skipIf(missing)('in draw.io’s editor', () => {
  test.for(cases)('the first click selects what a person sees: $name', given =>
    inSession(given, async (session, _, cells, edges) => {
      for (const node of cells.nodes) expect(await session.click(placeOfNode(node, cells))).toEqual([node.id])
      for (const holder of [...cells.lanes, ...cells.clusters])
        expect(await session.click(placeOfHolder(holder))).toEqual([holder.id])
      for (const frame of cells.frames) expect(await session.click(placeOfFrame(frame))).toEqual([frame.id])
      for (const edge of edges) {
        const at = placeOn(edge)
        const [id] = await session.click(at)
        // Where lines run as one, or as near to another as a hand can aim, it is one of them.
        expect(edges.filter(other => isOn(other, at)).map(other => other.id)).toContain(id)
      }
    }),
  )

  test.for(cases)('a node that is dragged or resized keeps its lines: $name', given =>
    inSession(given, async (session, before, cells) => {
      for (const node of few(cells.nodes)) {
        const at = placeOfNode(node, cells)
        await trial(
          session,
          before,
          () => session.drag(at, { x: 10, y: 10 }),
          ({ vertices, edges }) => {
            const boxes = boxesOf(vertices)
            const { x, y, width, height } = boxes.get(node.id)!
            expect([x !== node.box.x || y !== node.box.y, width, height]).toEqual([
              true,
              node.box.width,
              node.box.height,
            ])
            expectFastened(edges, vertices)
          },
        )
        await trial(
          session,
          before,
          () => session.resize(at, { x: 30, y: 20 }),
          ({ vertices, edges }) => {
            const boxes = boxesOf(vertices)
            expect(boxes.get(node.id)!.width).toBeGreaterThan(node.box.width)
            expectFastened(edges, vertices)
          },
        )
      }
    }),
  )

  test.for(cases)('a group takes along what stands in it: $name', given =>
    inSession(given, async (session, before, cells) => {
      for (const group of few(cells.clusters))
        await trial(
          session,
          before,
          () => session.drag(placeOfHolder(group), { x: 0, y: 20 }),
          shown => expectMoved(group, cells, shown),
        )
    }),
  )

  const inLanes = cases.filter(({ from }) => from === 'flowzap')

  test.for(inLanes)('a lane that is folded hides what stands in it, and takes its lines: $name', given =>
    inSession(given, async (session, before, cells, drawn) => {
      for (const { id: lane } of cells.lanes) {
        const inside = new Set(cells.within(lane).map(({ id }) => id))
        await trial(
          session,
          before,
          () => session.fold(lane),
          ({ vertices, edges, hidden }) => {
            expect(hidden).toEqual(expect.arrayContaining([...inside]))
            const at = (end: string | undefined) => (inside.has(end!) ? lane : end!)
            const shown = drawn
              .map(edge => ({ ...edge, source: at(edge.source), target: at(edge.target) }))
              .filter(({ source, target }) => source !== target)
            expect(edges.map(({ id }) => id).sort()).toEqual(shown.map(({ id }) => id).sort())
            expectFastened(
              edges.map(edge => ({ ...edge, source: at(edge.source), target: at(edge.target) })),
              vertices,
            )
          },
        )
      }
    }),
  )
})
