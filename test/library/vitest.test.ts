/** The matchers for Vitest, in Vitest. */
import { expect, test } from 'vitest'
import '../../src/vitest.js'

const FLOW = 'flowchart LR\n  a[Order] --> b[Ship]\n'

/** What a matcher says where it fails. */
function failure(run: () => void): string {
  try {
    run()
  } catch (error) {
    return (error as Error).message
  }
  return 'nothing failed'
}

test('a diagram of a format, or of any', () => {
  expect(FLOW).toBeDiagram('mermaid')
  expect(FLOW).toBeDiagram()
  expect('digraph { a -> b }').toBeDiagram()
  expect(FLOW).not.toBeDiagram('dot')
  expect('no diagram at all').not.toBeDiagram()
  expect(1).not.toBeDiagram()
  expect({ text: FLOW }).toEqual({ text: expect.toBeDiagram('mermaid') })
})

test('what is wrong stands in the failure, with its place', () => {
  const said = failure(() => expect('flowchart LR\n  a[Order --> b\n').toBeDiagram('mermaid'))
  expect(said).toMatch(/^expected a diagram of mermaid, but the text has errors\n\n2:\d+: error: /)
  expect(said).toContain('[syntax/unclosed]')
  expect(failure(() => expect('a').toBeDiagram())).toMatch(
    /^expected a diagram of any format, but the text: /,
  )
  expect(failure(() => expect(1).toBeDiagram())).toBe(
    'expected a diagram of any format, but the text is no text',
  )
  expect(failure(() => expect(FLOW).not.toBeDiagram())).toBe(
    'expected the text to be no diagram of any format',
  )
})

test('the same diagram in other words, and in another format', () => {
  expect(FLOW).toHoldTheSameDiagramAs('flowchart LR\n\n%% a note\nb[Ship]\na["Order"]-->b\n')
  expect(
    'digraph { rankdir=LR; node [shape=box]; a [label=Order]; b [label=Ship]; a -> b }',
  ).toHoldTheSameDiagramAs(FLOW)
  expect(FLOW).not.toHoldTheSameDiagramAs('flowchart LR\n  a[Order] --> c[Send]\n')
  expect(FLOW).toHoldTheSameDiagramAs(FLOW, { received: 'mermaid', expected: 'mermaid' })
})

test('what differs stands in the failure', () => {
  const other = 'flowchart LR\n  a[Order] --> b[Send]\n'
  expect(failure(() => expect(other).toHoldTheSameDiagramAs(FLOW))).toBe(
    'expected the same diagram, but\n\n  node b renamed from “Ship” to “Send”\n',
  )
  expect(failure(() => expect(FLOW).not.toHoldTheSameDiagramAs(FLOW))).toBe('expected another diagram')
})

test('a text with an error holds no other diagram', () => {
  const broken = 'flowchart LR\n  a[Order --> b\n'
  expect(failure(() => expect(broken).not.toHoldTheSameDiagramAs(FLOW))).toMatch(
    /^expected the same diagram, but the text has errors/,
  )
  expect(failure(() => expect(FLOW).not.toHoldTheSameDiagramAs(broken))).toMatch(
    /but the text that is expected has errors/,
  )
})

test('what is no call is refused by the compiler', () => {
  // @ts-expect-error there is no such format
  expect('x').not.toBeDiagram('visio')
})
