/** What `check` says of a writer that damages a diagram: `check/round-trip`, for each way in which one can. */
import { expect, test } from 'vitest'
import { mermaid } from '../../converters/mermaid/index.js'
import { areAlike } from '../../src/check/alike.js'
import { roundTrip } from '../../src/check/round-trip.js'
import type { Format } from '../../src/format.js'

const { graphs } = mermaid.read!('flowchart LR\n  a[Order] --> b[Ship]\n', {})

/** What is said of Mermaid whose writer changes what it would have written. */
async function said(change: (text: string) => string): Promise<(readonly [code: string, text: string])[]> {
  const write: Format['write'] = (drawings, options) => change(mermaid.write!(drawings, options))
  const format = { ...mermaid, write } as Format
  const found = await roundTrip(format, { graphs, from: format.name })
  return found.map(({ code, text }) => [code, text] as const)
}

test('a sound writer: nothing', async () => {
  expect(await said(text => text)).toEqual([])
})

test('one whose text cannot be read', async () => {
  expect(await said(text => text.replace('[Ship]', '[Ship'))).toEqual([
    ['check/round-trip', expect.stringMatching(/^Written as Mermaid, the diagram cannot be read again: “/)],
  ])
})

test('one whose text is another diagram', async () => {
  expect(await said(text => text.replace('Ship', 'Send'))).toEqual([
    [
      'check/round-trip',
      expect.stringMatching(/^Written as Mermaid and read again, the diagram is another one: /),
    ],
  ])
})

test('one that writes the same diagram otherwise the second time', async () => {
  // The comment that it adds is read as a comment of the diagram, and then there are two.
  expect(await said(text => `${text}%% written by hand\n`)).toEqual([
    ['check/round-trip', 'Written as Mermaid, read, and written again, the text is another one.'],
  ])
})

test('one whose graph is another each time that it is lowered', async () => {
  const capabilities: Format['capabilities'] = (graph, options) => {
    const held = mermaid.capabilities!(graph, options)
    return { ...held, graph: { ...held.graph, direction: now => (now === 'LR' ? 'RL' : 'LR') } }
  }
  const found = await roundTrip({ ...mermaid, capabilities } as Format, { graphs, from: 'mermaid' })
  expect(found.map(({ text }) => text)).toEqual([
    'Written as Mermaid, read, and written again, the text is another one.',
  ])
})

test('what had to be changed nowhere and comes back as it was is not written twice', async () => {
  let times = 0
  const counted = (text: string) => {
    times++
    return text
  }
  expect(await said(counted)).toEqual([])
  expect(times).toBe(1)
})

test('alike is what a writer cannot tell apart', () => {
  const [graph] = graphs
  const withMore = (more: object) => ({ ...graph, ...more })
  expect(areAlike(graph, mermaid.read!('flowchart LR\n\n  a[Order] --> b[Ship]', {}).graphs[0])).toBe(true)
  expect(areAlike(graph, withMore({ at: [7, 9] }))).toBe(true)
  expect(areAlike(graph, withMore({ direction: 'TB' }))).toBe(false)
  expect(areAlike(graph, withMore({ document: new Map() }))).toBe(false)
  expect(areAlike(graph, withMore({ nodes: new Map([...graph!.nodes].reverse()) }))).toBe(false)
  expect(areAlike(graph, withMore({ edges: [...graph!.edges, ...graph!.edges] }))).toBe(false)
  expect(areAlike({ fill: 'red', color: 'blue' }, { color: 'blue', fill: 'red' })).toBe(false)
  // As deep as that is only not known to be alike.
  const deep = (levels: number): unknown => (levels === 0 ? [] : [deep(levels - 1)])
  expect([areAlike(deep(9), deep(9)), areAlike(deep(9_000), deep(9_000))]).toEqual([true, false])
})
