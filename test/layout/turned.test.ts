/** Drawings turned round across their flow, so that what stands side by side is in the order of the source. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { read } from '../../src/index.js'
import type { Graph } from '../../src/ir/model.js'
import { inOrder, turned, turningAxis } from '../../src/layout/clusters/turned.js'
import { layOut } from '../../src/layout/layout.js'
import { gridOfPaths, meeting } from '../../src/layout/measure/grid.js'

const graphOf = (text: string): Graph => read(text, { format: 'mermaid' }).graphs[0]!

test('boxes, lines and labels change sides, and nothing else', () => {
  const drawn = {
    width: 300,
    height: 100,
    boxes: new Map([['n0', { x: 40, y: 50, width: 80, height: 30 }]]),
    edges: new Map([
      [
        'e0',
        {
          path: [
            { x: 40, y: 60 },
            { x: 20, y: 60 },
          ],
          label: { x: 30, y: 60 },
        },
      ],
      ['e1', { path: [] }],
    ]),
  }
  expect(turned(drawn, 'x', 20)).toEqual({
    width: 300,
    height: 100,
    boxes: new Map([['n0', { x: 220, y: 50, width: 80, height: 30 }]]),
    edges: new Map([
      [
        'e0',
        {
          path: [
            { x: 300, y: 60 },
            { x: 320, y: 60 },
          ],
          label: { x: 310, y: 60 },
        },
      ],
      ['e1', { path: [] }],
    ]),
  })
  expect(turned(drawn, 'y', 20).boxes.get('n0')).toEqual({ x: 40, y: 60, width: 80, height: 30 })
})

test('what has a right way round is not turned', () => {
  const axisOf = (text: string, across = false) => turningAxis(graphOf(text), across)
  expect(axisOf('flowchart TD\n a --> b')).toBe('x')
  expect(axisOf('flowchart LR\n a --> b', true)).toBe('y')
  expect(axisOf('flowchart TD\n subgraph g\n a --> b\n end')).toBe('x')
  expect(axisOf('flowchart LR\n subgraph g\n a --> b\n end', true)).toBe(undefined)
  expect(axisOf('flowchart LR\n a --> b@{ img: "x.png", label: "Below" }', true)).toBe(undefined)
  const dot = (text: string) => turningAxis(read(text, { format: 'dot' }).graphs[0]!, false)
  expect(dot('digraph { a -> b }')).toBe('x')
  expect(dot('digraph { a:e -> b }')).toBe(undefined)
  expect(dot('digraph { a [shape=record, label="x|y"]; a -> b }')).toBe(undefined)
})

// Turned the other way, f, c and e beside each other would be as good, and in no order that anyone wrote.
test('of an order and its opposite the one is taken that is the source’s', async () => {
  const graph = graphOf('flowchart TD\n a-->b; a-->c; b-->d; a-->e; b-->f; b-->c; c-->f; c-->e')
  const { layout } = await layOut(graph)
  expect(inOrder(graph, layout, 'x')).toBe(2)
})

test('what is turned has the room beside its titles where they stand', async () => {
  const [graph] = read(readFileSync('corpus/nested/modules.gv', 'utf8'), { format: 'dot' }).graphs
  const { layout } = await layOut(graph!)
  expect(inOrder(graph!, layout, 'x')).toBeGreaterThan(0)
  const group = [...graph!.groups.values()].find(({ label }) => label.text.startsWith('third party'))!
  const { x, title, y } = layout.groups.get(group.id)!
  const titleArea = { x: x + 8, y, width: 300, height: title! }
  expect(meeting(gridOfPaths(layout.routes.map(({ path = [] }) => path)), titleArea).size).toBe(0)
})
