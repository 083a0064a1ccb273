/** What no line leads to starts where the drawing does, also beside a high group. */
import { describe, expect, test } from 'vitest'
import { read } from '../../src/index.js'
import type { Direction } from '../../src/ir/model.js'
import type { Box, Layout } from '../../src/layout/boxes.js'
import { layOut } from '../../src/layout/layout.js'

const drawn = async (text: string): Promise<Layout> =>
  (await layOut(read(text, { format: 'mermaid' }).graphs[0]!)).layout

const HIGH = 'subgraph high\n a --> b --> c --> d\n end\n subgraph low\n x\n end\n e --> f\n'

/** Where a flow begins, of a box. */
const starts: { readonly [D in Direction]: (box: Box) => number } = {
  TB: ({ y }) => y,
  BT: ({ y, height }) => y + height,
  LR: ({ x }) => x,
  RL: ({ x, width }) => x + width,
}

describe.each(Object.keys(starts) as Direction[])('in a flow %s', direction => {
  test('groups and nodes start together', async () => {
    const { nodes, groups } = await drawn(`flowchart ${direction}\n ${HIGH}`)
    const at = starts[direction]
    const start = at(groups.get('high')!)
    expect(at(groups.get('low')!)).toBe(start)
    expect(at(nodes.get('e')!)).toBe(start)
  })

  test('groups in a group do, too', async () => {
    const { groups } = await drawn(
      `flowchart ${direction}\n subgraph all\n subgraph high\n a --> b --> c --> d\n end\n subgraph low\n x\n end\n end`,
    )
    expect(starts[direction](groups.get('low')!)).toBe(starts[direction](groups.get('high')!))
  })
})

test('lines and labels go with their nodes, and the page is no larger than what is on it', async () => {
  const { nodes, groups, routes, height } = await drawn(`flowchart TB\n ${HIGH} f -->|yes| g\n`)
  const [e, f] = [nodes.get('e')!, nodes.get('f')!]
  const path = routes[3]!.path!
  expect(path[0]!.y).toBe(e.y + e.height)
  expect(path.at(-1)!.y).toBe(f.y)
  const label = routes[4]!.label!
  expect(label.y).toBeGreaterThan(f.y + f.height)
  expect(label.y).toBeLessThan(nodes.get('g')!.y)
  const ends = [...nodes.values(), ...groups.values()].map(box => box.y + box.height)
  expect(height - Math.max(...ends)).toBeLessThanOrEqual(80)
})

test('what has no room at the start stays: no box lies on another', async () => {
  const rows = Array.from(
    { length: 6 },
    (_, i) => `subgraph s${i}\n ${'pqrs'.slice(0, 1 + (i % 4))}${i} --> t${i}\n end`,
  )
  const { groups } = await drawn(`flowchart TB\n ${rows.join('\n ')}\n s0 --> s1\n s2 --> s3`)
  const boxes = [...groups.values()]
  for (const [i, a] of boxes.entries())
    for (const b of boxes.slice(i + 1))
      expect(
        a.x >= b.x + b.width || b.x >= a.x + a.width || a.y >= b.y + b.height || b.y >= a.y + a.height,
      ).toBe(true)
})
