/** What the fuzzer found once: the smallest text or graph that showed it. */
import { describe, expect, test } from 'vitest'
import { dot } from '../../converters/dot/index.js'
import { flowzap } from '../../converters/flowzap/index.js'
import { json } from '../../converters/json/index.js'
import { mermaid } from '../../converters/mermaid/index.js'
import { readWith } from '../../src/convert.js'
import { hasErrors } from '../../src/messages/message.js'
import { extent } from '../setup/runs.js'
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

test.each([
  'digraph { a [shpe=box]\n a -> g [',
  'digraph {\v a [shpe=box]; a -> g [lab',
  'digraph { a\v',
  'digraph { a\fb }',
])('Graphviz refuses %j, and so do we', text => {
  expect(hasErrors(readWith(dot, text).messages)).toBe(true)
})

describe.runIf(extent === 'long')(
  'texts of millions of blanks, comments and escapes are read without deep recursion',
  () => {
    const escapes = '\\x'.repeat(5_000_000)
    test.each([
      ['blanks', `${' '.repeat(9_000_000)}x`, 'syntax/unexpected'],
      ['comments', `${'#\n'.repeat(5_000_000)}x`, 'syntax/unexpected'],
      ['escapes and a doubt', `digraph { a [label="${escapes}"]\n a <-> b }`, 'lint/edge-operator'],
      ['escapes and an error', `digraph { a [label="${escapes}"]\n a -> }`, 'syntax/unexpected'],
      ['escapes and no end', `digraph { a [label="${escapes}`, 'syntax/cut-off'],
      [
        'escapes and a comment',
        `digraph { a [label="${escapes}${escapes}"] # x\n a <-> b }`,
        'lint/edge-operator',
      ],
    ])('%s', (_, text, code) => {
      expect(readWith(dot, text).messages.map(said => said.code)).toContain(code)
    })
  },
)
