/** Two texts of one diagram in two formats follow each other by `put`, and each keeps what is its own. */
import { expect, test } from 'vitest'
import { put, read } from '../../src/index.js'

const mermaid = `flowchart LR
  %% Orders come in here.
  order[Order] --> check{{"In stock?"}}
  check -->|yes| ship[Ship it]
`
const flowzap = `Main { # Main
# the first step
n1: rectangle label:"Order"
n2: rectangle label:"In stock?"
n3: rectangle label:"Send it"
n1.handle(right) -> n2.handle(left)
n2.handle(right) -> n3.handle(left) [label="yes"]
}
`

test('an edit of the other file is put, and what that format cannot hold stays', () => {
  const { graphs } = read(flowzap, { format: 'flowzap', carry: false })
  const { text, messages } = put(mermaid, graphs, { format: 'mermaid', from: 'flowzap' })
  expect(text).toBe(mermaid.replace('Ship it', 'Send it'))
  expect(messages.map(({ code }) => code)).toEqual(['repair/updated'])
})

test('the way back keeps the other file’s comments and ids', () => {
  const edited = mermaid.replace('Order]', 'Order in]')
  const { graphs } = read(edited, { format: 'mermaid', carry: false })
  const { text } = put(flowzap, graphs, { format: 'flowzap', from: 'mermaid' })
  expect(text).toBe(flowzap.replace('"Order"', '"Order in"').replace('Send it', 'Ship it'))
})

test('a graph with flaws is refused, and so is a format that nobody knows', () => {
  const { graphs } = read(flowzap, { format: 'flowzap' })
  const [edge] = graphs[0]!.edges
  const flawed = { ...graphs[0]!, edges: [{ ...edge!, to: { ...edge!.to, id: 'gone' } }] }
  const { text, messages } = put(mermaid, flawed, { format: 'mermaid', from: 'flowzap' })
  expect([text, messages.map(({ severity }) => severity)]).toEqual([mermaid, ['error']])
  expect(() => put(mermaid, graphs, { format: 'mermaid', from: 'tea' as 'dot' })).toThrow(/no format “tea”/)
})
