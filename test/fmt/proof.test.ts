/** What `fmt` would not let through: a text that reads otherwise than the one that was given, in each way that there is. */
import { describe, expect, test } from 'vitest'
import { drawio } from '../../converters/drawio/index.js'
import { mermaid } from '../../converters/mermaid/index.js'
import { faultBetween } from '../../src/fmt/proof.js'
import type { Format } from '../../src/format.js'
import { readWith } from '../../src/read.js'

const read = (format: Format, text: string) => readWith(format, text, {}, [], { carry: false })

const page = (more: { x?: number; note?: string } = {}) =>
  `<mxfile><diagram id="d" name="Page-1"><mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/><mxCell id="a" value="A" style="rounded=0;html=1;" vertex="1" parent="1"><mxGeometry x="${more.x ?? 10}" y="10" width="80" height="40" as="geometry"/></mxCell>${more.note ?? ''}</root></mxGraphModel></diagram></mxfile>`

describe('a text that reads otherwise', () => {
  test('as itself, not at all', () => {
    expect(faultBetween(read(drawio, page()), read(drawio, page()))).toBeUndefined()
  })

  test.each([
    ['in another place', page({ x: 11 }), /^something stands in another place$|^document: /],
    [
      'with another cell of the file alone',
      page({
        note: '<mxCell id="n" value="" style="endArrow=none;" edge="1" parent="1"><mxGeometry relative="1" as="geometry"><mxPoint x="1" y="2" as="sourcePoint"/><mxPoint x="9" y="2" as="targetPoint"/></mxGeometry></mxCell>',
      }),
      /./,
    ],
  ])('%s', (_, now, said) => expect(faultBetween(read(drawio, page()), read(drawio, now))).toMatch(said))

  // The graph is the same: what its file says of an element beside that is not.
  const before = read(mermaid, 'flowchart LR\n  subgraph s\n    a --> b\n  end\n')
  const graph = before.graphs[0]!
  const document = { spelled: 'otherwise' }
  test.each([
    ['the graph', { ...graph, document }],
    [
      'a node',
      { ...graph, nodes: new Map([...graph.nodes].map(([id, node]) => [id, { ...node, document }])) },
    ],
    [
      'a group',
      { ...graph, groups: new Map([...graph.groups].map(([id, group]) => [id, { ...group, document }])) },
    ],
    ['an edge', { ...graph, edges: graph.edges.map(edge => ({ ...edge, document })) }],
  ])('with another document of %s', (_, now) =>
    expect(faultBetween(before, { ...before, graphs: [now as unknown as typeof graph] })).toMatch(
      /^document: nothing ≠ .*otherwise/,
    ),
  )

  test.each([
    ['with another graph', 'flowchart LR\n  a --> c\n'],
    ['with a message that was not given', 'flowchart LR\n  a --> b\n  a --> [\n'],
    ['with no graph', ''],
  ])('%s', (_, now) =>
    expect(faultBetween(read(mermaid, 'flowchart LR\n  a --> b\n'), read(mermaid, now))).toMatch(/./),
  )
})
