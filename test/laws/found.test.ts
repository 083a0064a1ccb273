/** What the fuzzer found once: the smallest text or graph that showed it. */
import { describe, expect, test } from 'vitest'
import { dot } from '../../converters/dot/index.js'
import { flowzap } from '../../converters/flowzap/index.js'
import { json } from '../../converters/json/index.js'
import { mermaid } from '../../converters/mermaid/index.js'
import { readWith } from '../../src/convert.js'
import { carriedRoundTrip, lowerFor, roundTrip, sameFormat } from './laws.js'

describe('ids that mermaid takes stay as they are', () => {
  test.each([
    'a- --> b',
    'a-[x] --> b',
    'a->x] --> b',
    '`b --> c',
    '`b[x]:::k --> c',
    'subgraph `b[x]\ny\nend',
    '%b --> c',
    '&b --> c',
    'b"c --> d',
    'b,c --> d',
    ':b --> c',
    'b: --> c',
    '- --> c',
  ])('%s', async statement => {
    const source = `flowchart\n${statement}\n`
    expect(readWith(mermaid, source).graphs[0]?.edges.length ?? 0).toBe(statement.includes('-->') ? 1 : 0)
    expect(await sameFormat(mermaid, source)).toBeUndefined()
  })
})

test.each(['&Channels', '\0Channels', 'Ch\0an', '1a', 'a-b', '订'])(
  'a lane called %j is put right, and that is a repair',
  async id => {
    const source = `${id} { # Lane\n  n1: circle label: "a"\n}\n`
    const [graph] = readWith(flowzap, source).graphs
    const { messages } = lowerFor(flowzap, graph!, {}, true)
    expect(messages.map(({ code }) => code)).toEqual(['repair/lane-id'])
    expect(await sameFormat(flowzap, source)).toBeUndefined()
  },
)

test('a table without a label, whose cells no HTML holds, is a record with their text', async () => {
  const fields = [{ text: 'two  blanks', port: 'p' }, { text: 'end ' }]
  const text = JSON.stringify({ diaglot: 1, nodes: [{ id: 'n', label: '', shape: 'table', fields }] })
  const [graph] = readWith(json, text).graphs
  const node = lowerFor(dot, graph!).graph.nodes.get('n')
  expect([node?.shape, node?.label.text]).toEqual(['record', 'two  blanks\nend '])
  expect(await roundTrip(dot, graph!)).toBeUndefined()
  expect(await carriedRoundTrip(dot, graph!)).toBeUndefined()
})
