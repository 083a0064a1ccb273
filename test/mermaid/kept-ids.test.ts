/** Ids, names and values that Mermaid takes stay as they are, and mermaid's own parser sees them in what is written. */
import { describe, expect, test } from 'vitest'
import { json } from '../../converters/json/index.js'
import { mermaid } from '../../converters/mermaid/index.js'
import { convertWith } from '../../src/convert.js'
import { roundTrip, sameFormat } from '../laws/laws.js'
import { askMermaid } from './oracle.js'

async function expectedOf(text: string) {
  const answer = await askMermaid(text)
  if ('error' in answer) throw new Error(`${answer.error}\n${text}`)
  return answer.expected
}

describe('Mermaid to Mermaid', () => {
  test.each([
    ['an id with a dash before it', 'flowchart\n    a\n    -b\n    a --> -b\n'],
    ['a subgraph called accDescr', 'flowchart\n    subgraph accDescr\n        a\n    end\n'],
    ['a node called accTitle', 'flowchart\n    accTitle\n    b\n    accTitle --> b\n'],
    ['an id of several words', 'flowchart\n    subgraph Exchange Core[Ring]\n        a\n    end\n'],
    [
      'an edge id like one that mermaid makes up',
      'flowchart\n    User\n    AppA\n    User L_User_AppA@--> AppA\n',
    ],
    ['such an edge id in full', 'flowchart\n    a\n    b\n    a L_a_b_0@--> b\n'],
    ['the class default', 'flowchart\n    A:::default\n'],
    ['a declaration without a value', 'flowchart\n    a\n    classDef c foo\n'],
  ])('%s stays', async (_, text) => {
    const { text: written, messages } = await convertWith(mermaid, mermaid, text)
    expect(messages).toEqual([])
    expect(written).toBe(text)
    expect(await sameFormat(mermaid, text)).toBeUndefined()
    expect(await expectedOf(written)).toEqual(await expectedOf(text))
  })

  test.each([
    ['accDescr as a diamond', 'flowchart\naccDescr --> b\naccDescr@{ shape: diam }\n'],
    ['accTitle with a class', 'flowchart\naccTitle\nclass accTitle c\n'],
    ['several words with a style', 'flowchart\nsubgraph one two[T]\na\nend\nclassDef default fill:#fff\n'],
    ['two edges with the id that mermaid makes up', 'flowchart\na L_a_b_0@--> b\na --> b\nclass L_a_b_0 c\n'],
    ['an id that draws an icon', 'flowchart\nfa:fa-car --> b\n'],
  ])('%s is written so that mermaid reads the same elements', async (_, text) => {
    const { text: written } = await convertWith(mermaid, mermaid, text)
    const [before, after] = [await expectedOf(text), await expectedOf(written)]
    for (const list of ['vertices', 'edges', 'subgraphs'] as const)
      expect(after[list]?.length).toBe(before[list]?.length)
  })
})

describe('what is written of a hostile value is accepted, and read back the same', () => {
  const node = (more: object) => ({ diaglot: 1, nodes: [{ id: 'a', ...more }] })
  test.each([
    [
      'a group id with a backslash',
      { diaglot: 1, groups: [{ id: 'x\\n', label: 'x\\n' }], nodes: [{ id: 'a', group: 'x\\n' }] },
    ],
    ['a width of 1e+21', node({ style: { strokeWidth: 1e21 } })],
    ['a width of 1e-7', node({ style: { strokeWidth: 1e-7 } })],
    ['a size below zero', node({ style: { fontSize: -3 } })],
    [
      'a property that has a name of its own',
      node({ style: { other: { fill: 'red', 'stroke-width': '2px' } } }),
    ],
    ['a backtick', node({ link: { url: '`' } })],
    ['a backtick before more', node({ link: { url: '`https://a.b`' } })],
    ["mermaid's own marks", node({ link: { url: 'ﬂ°x¶ß' } })],
    ['an entity code', node({ link: { url: 'https://a.b/#quot;#35;&amp;x;' } })],
    ['quotes and blanks', node({ link: { url: 'https://a.b/"x y"<z>' } })],
    ['a directive', node({ link: { url: 'https://a.b/%%{init}%%' } })],
    [
      'a class called default with a definition',
      { ...node({ classes: ['default'] }), classes: { default: { fill: '#fff' } } },
    ],
  ])('%s', async (_, form) => {
    const { graphs, text } = await convertWith(json, mermaid, JSON.stringify(form))
    expect(await roundTrip(mermaid, graphs[0]!)).toBeUndefined()
    expect((await expectedOf(text)).vertices?.map(({ id }) => id)).toEqual(['a'])
  })
})

test.each([
  { diaglot: 1, classes: { c: { other: { foo: '' } } }, nodes: [{ id: 'a' }] },
  { diaglot: 1, nodes: [{ id: 'a', properties: { owner: '' } }] },
])('JSON written twice is the same bytes: %j', async form => {
  const first = (await convertWith(json, json, JSON.stringify(form))).text
  expect((await convertWith(json, json, first)).text).toBe(first)
})
