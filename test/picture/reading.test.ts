/** What a diagram says when it is read aloud. */
import { expect, test } from 'vitest'
import { read, readingOf, sentenceOf } from '../../src/index.js'

const of = (text: string, format: 'mermaid' | 'dot' | 'flowzap') => read(text, { format }).graphs[0]!

test('steps, lanes, where it starts and where it ends', () => {
  const graph = of(
    `Sales { # Sales desk
n1: circle label:"Order"
n2: diamond label:"In
stock?"
n1.handle(right) -> n2.handle(left)
n2.handle(bottom) -> Store.n3.handle(top) [label="yes"]
}
Store { # Store
n3: rectangle label:"Send"
}
`.replace('In\nstock', 'In stock'),
    'flowzap',
  )
  expect(sentenceOf(graph)).toBe('3 steps in 2 lanes; starts at “Order”; ends at “Send”.')
  expect(readingOf(graph).steps[1]).toEqual({
    id: 'n2',
    name: 'In stock?',
    group: 'Sales desk',
    next: [{ id: 'n3', name: 'Send', label: 'yes' }],
  })
})

test.each([
  ['flowchart LR\n', '0 steps.'],
  ['flowchart LR\n  a\n', '1 step.'],
  ['flowchart LR\n  a --> b\n  b --> a\n', '2 steps.'],
  ['flowchart LR\n  a --> a\n', '1 step.'],
  ['flowchart LR\n  a ~~~ b\n', '2 steps.'],
  ['flowchart LR\n  subgraph s\n    a --> b\n  end\n', '2 steps in 1 group; starts at “a”; ends at “b”.'],
  ['flowchart LR\n  a & b & c --> d\n', '4 steps; starts at “a”, “b” and “c”; ends at “d”.'],
  ['flowchart LR\n  a & b & c & e & f --> d\n', '6 steps; starts at “a”, “b”, “c” and 2 more; ends at “d”.'],
  [
    '---\ntitle: Tea\n---\nflowchart LR\n  a["x<br>y"] --> b\n',
    'Tea: 2 steps; starts at “x y”; ends at “b”.',
  ],
])('%j', (text, sentence) => expect(sentenceOf(of(text, 'mermaid'))).toBe(sentence))

test('what is hidden is not read', () => {
  expect(sentenceOf(of('digraph { a -> b; c [style=invis]; b -> c }', 'dot'))).toBe(
    '2 steps; starts at “a”; ends at “b”.',
  )
})
