/** Lanes as somebody asked for them: what stands in which lane is written down by hand, and every change is told. */
import { expect, test } from 'vitest'
import { flowzap } from '../../converters/flowzap/index.js'
import { mermaid } from '../../converters/mermaid/index.js'
import { convert, read } from '../../src/core.js'
import { firstDifference } from '../../src/ir/difference.js'
import { targetOf } from '../../src/lower/editor.js'
import { lower } from '../../src/lower/lower.js'
import { exactAccounting } from '../laws/laws.js'

const text = `flowchart LR
  subgraph Web
    subgraph Cart
      add:::ui --> total:::db
    end
    subgraph Empty
    end
    total --> pay:::ui
  end
  pay --> done
  Cart --> done
  classDef ui fill:#fff
  classDef db fill:#ccf
`

const cases: readonly (readonly [string, readonly string[]])[] = [
  ['leaf', ['Web: pay', 'Cart: add total', 'Empty: ', 'Main: done']],
  ['top', ['Web: add total pay', 'Main: done']],
  ['class', ['ui: add pay', 'db: total', 'Main: done']],
  ['none', ['Main: add total pay done']],
]

test.each(cases)('%s', async (from, lanes) => {
  const [graph] = read(text, { format: mermaid }).graphs
  const target = targetOf(flowzap, graph!, { 'lanes-from': from }, false)
  const result = lower(graph!, target)
  const { graph: lowered } = result
  const found = [...lowered.groups.values()].map(({ id }) => {
    const nodes = [...lowered.nodes.values()].filter(({ group }) => group === id)
    return `${id}: ${nodes.map(({ label }) => label.text).join(' ')}`
  })
  expect(found).toEqual(lanes)
  expect(exactAccounting(graph!, result)).toBeUndefined()
  const written = await convert(text, { from: mermaid, to: flowzap, options: { 'lanes-from': from } })
  const again = read(written.text, { format: flowzap })
  expect(again.messages).toEqual([])
  expect(firstDifference(again.graphs[0]!, lowered)).toBeUndefined()
})

test('a loop stands in the lane that takes the place of its group', async () => {
  const source =
    'Web { # Web\nn1: rectangle label:"a"\nn2: rectangle label:"b"\nn1.handle(right) -> n2.handle(left)\nloop [again] n1 n2\n}\n'
  const [graph] = read(source, { format: flowzap }).graphs
  const { graph: lowered } = lower(graph!, targetOf(flowzap, graph!, { 'lanes-from': 'none' }, false))
  expect(lowered.loops[0]!.group).toBe('Main')
})

test('FlowZap Code keeps its own lanes', () => {
  const [graph] = read('A { # A\nn1: circle label:"a"\n}\n', { format: flowzap }).graphs
  const { messages } = lower(graph!, targetOf(flowzap, graph!, { 'lanes-from': 'none' }, true))
  expect(messages).toEqual([])
})
