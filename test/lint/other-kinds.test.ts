/** Diagrams of kinds that are not read: their signs are their own, so no fix makes anything of them. */
import { expect, test } from 'vitest'
import { fix, lint } from '../../src/index.js'

test.each([
  'mindmap\n  root((m))\n    A[A]\n    :::urgent large\n',
  'mindmap\n  root((m))\n    A[A]\n    :::urgent large\n    B(B)\n',
  'mindmap\n  a["`one\n  ~~~text\n  two`"]\n',
  'kanban\n  todo[To do]\n    a[Write]\n    :::note later\n',
  'stateDiagram-v2\n  a --> b\n  note right of a\n    ```code\n  end note\n',
  'timeline\n  title T\n  2020 : one\n  ::: wide\n',
  'sequenceDiagram\n  A->>B: Hello, dear reader of these words.\n  Note over A: This is a sentence of several words.\n',
])('%j stays as it is', text => {
  expect(fix(text, { format: 'mermaid' }).text).toBe(text)
  expect(lint(text, { format: 'mermaid' }).messages.map(({ code }) => code)).toEqual(['syntax/other-diagram'])
})

test('a class on a line of its own opens no fence in a flowchart with a mistake either', () => {
  const text = 'flowchart LR\n  a[x (y)] --> b\n  :::urgent large\n  c --> d\n'
  const { text: fixed, messages } = fix(text, { format: 'mermaid' })
  expect(fixed).toBe(text.replace('x (y)', '"x (y)"'))
  expect(messages.map(({ code }) => code)).toContain('syntax/unexpected')
})

test.each(['::: mermaid', ':::{mermaid}', ':::mermaid'])('%s opens one', fence => {
  const text = 'flowchart LR\n  a --> b\n'
  expect(fix(`${fence}\n${text}:::\n`, { format: 'mermaid' }).text).toBe(text)
})
