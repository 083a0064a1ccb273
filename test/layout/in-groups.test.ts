/** What stands in groups is laid out as what stands in none: in the order of the source, and what leads to several others over their middle. */
import { expect, test } from 'vitest'
import { readMermaid } from '../../converters/mermaid/index.js'
import { layOut } from '../../src/layout/layout.js'

async function middles(source: string): Promise<Record<string, number>> {
  const { layout, messages } = await layOut(readMermaid(source).graphs[0]!)
  expect(messages).toEqual([])
  return Object.fromEntries(Array.from(layout.nodes, ([id, { x, width }]) => [id, x + width / 2]))
}

const FAN = 'a --> b\n a --> c\n a --> d'

test.each([
  ['alone', `flowchart TB\n subgraph g\n ${FAN}\n end`],
  ['with a line from outside', `flowchart TB\n s --> a\n subgraph g\n ${FAN}\n end`],
  [
    'beside others',
    `flowchart TB\n s --> a\n s --> e\n subgraph g\n ${FAN}\n end\n subgraph h\n e --> f\n e --> k\n end`,
  ],
])('a fan in a group, %s', async (_, source) => {
  const { a, b, c, d } = await middles(source)
  expect(b).toBeLessThan(c!)
  expect(c).toBeLessThan(d!)
  expect(a).toBe(c)
})

test('where no order of ELK’s is to be had, what leads to several others still stands over their middle', async () => {
  const push = ['b', 'c', 'd'].map(id => `a -->|push| ${id}`).join('\n')
  const at = await middles(`flowchart TB\n subgraph g\n s -->|publish| a\n ${push}\n n[note]\n end`)
  const [left, middle, right] = [at.b!, at.c!, at.d!].sort((one, two) => one - two)
  expect(Math.abs(at.a! - middle!)).toBeLessThan(Math.min(middle! - left!, right! - middle!) / 2)
})
